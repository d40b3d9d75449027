//! `Chart`: a picture with its title, its sentence and its numbers, in one language. Every figure is the report's.

mod assembly;
mod attendance;
mod deviations;
mod inequality;
mod per_seat;
mod sweep;

use super::shape::Picture;
use crate::language::Language;
use crate::scenario::{AllocationState, Figure, House, Origin, Report};
use crate::text::paper::Table;
use crate::text::{ChartMsg, ChartWord, Key, Msg, say};

/// Rows of the numbers beside a picture.
const MOST_ROWS: usize = 300;

/// Which picture of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Seats by delegation as a half circle.
    Assembly,
    /// How far each unit is from its exact share.
    Deviations,
    /// Members per seat.
    PerSeat,
    /// Seats over members.
    Lorenz,
}

impl Kind {
    /// Those that follow from the allocation, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Assembly, Self::Deviations, Self::PerSeat, Self::Lorenz];
}

/// A picture with everything that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The congress; empty where it has no name.
    pub congress: String,
    /// What it comes to, for those who do not see it and for those who do.
    pub sentence: String,
    /// What its sentence can be asked about.
    pub about: Option<Figure>,
    /// How to read it, what was left out, and whether the figures are an example.
    pub notes: Vec<String>,
    /// Where the figures come from.
    pub source: String,
    /// The picture; `None` in effect where it has no shapes.
    pub picture: Picture,
    /// The same drawn anew for a narrow screen, where that is more than making it smaller.
    pub narrow: Option<Picture>,
    /// The numbers.
    pub table: Table,
}

impl Chart {
    /// One of the pictures of an allocation.
    pub fn of(report: &Report, kind: Kind, language: Language) -> Self {
        match kind {
            Kind::Assembly => assembly::chart(report, language),
            Kind::Deviations => deviations::chart(report, language),
            Kind::PerSeat => per_seat::chart(report, language),
            Kind::Lorenz => inequality::chart(report, language),
        }
    }

    /// Attendance against the quorum, sitting by sitting.
    pub fn attendance(report: &Report, language: Language) -> Self {
        attendance::chart(report, language)
    }

    /// The seats of the unit of a row over a range of houses.
    pub fn sweep(report: &Report, row: usize, houses: &[House], language: Language) -> Self {
        sweep::chart(report, row, houses, language)
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.picture.shapes.is_empty()
    }

    /// The numbers as text: the sentence, the notes and the table between tabs.
    pub fn figures(&self) -> String {
        let mut text = self.sentence.clone();
        for line in &self.notes {
            text.push('\n');
            text.push_str(line);
        }
        for line in [&self.table.head].into_iter().chain(&self.table.rows).chain([&self.table.foot]) {
            if !line.is_empty() {
                text.push('\n');
                text.push_str(&line.join("\t"));
            }
        }
        text.push('\n');
        text.push_str(&self.source);
        text
    }
}

/// What every chart of the seats begins with.
fn headed(report: &Report, language: Language, title: Title) -> Chart {
    let mut chart = begun(report, language, title);
    if report.allocation.state != AllocationState::Settled {
        chart.notes.push(chart_word(language, ChartWord::NotSettled));
    }
    chart
}

/// What every chart of a report begins with, whether it shows seats or not.
fn begun(report: &Report, language: Language, title: Title) -> Chart {
    let scenario = &report.scenario;
    let word = |key: Key| say(language, &Msg::Key(key)).into_owned();
    let mut notes = Vec::new();
    if scenario.origin == Origin::Illustrative {
        notes.push(word(Key::Illustrative));
    }
    let congress = scenario.title.as_str().to_owned();
    let named = if congress.is_empty() { word(Key::Untitled) } else { congress.clone() };
    Chart {
        title: match title {
            Title::Word(title) => chart_word(language, title),
            Title::Key(key) => word(key),
        },
        source: told(language, ChartMsg::Source(&named)),
        congress,
        sentence: String::new(),
        about: None,
        notes,
        picture: Picture::default(),
        narrow: None,
        table: Table::default(),
    }
}

/// A title of one of two catalogues.
enum Title {
    Word(ChartWord),
    Key(Key),
}

fn chart_word(language: Language, word: ChartWord) -> String {
    told(language, ChartMsg::Word(word))
}

fn told(language: Language, msg: ChartMsg<'_>) -> String {
    say(language, &Msg::Chart(msg)).into_owned()
}

fn words(language: Language, msg: &Msg<'_>) -> String {
    say(language, msg).into_owned()
}

/// The name of the unit of a row.
fn unit_name(report: &Report, language: Language, row: usize) -> String {
    match report.scenario.units.get(row) {
        Some(unit) if !unit.name.is_empty() => unit.name.as_str().to_owned(),
        _ => words(language, &Msg::UnnamedRow(row + 1)),
    }
}

/// The name of a unit that stands for so many equal ones, itself among them.
fn among(language: Language, name: String, equal: usize) -> String {
    if equal > 1 { told(language, ChartMsg::Among(&name, equal)) } else { name }
}

/// Cuts the numbers to what is shown, and says how many there were.
fn shown(chart: &mut Chart, language: Language) {
    let all = chart.table.rows.len();
    if all > MOST_ROWS {
        chart.table.rows.truncate(MOST_ROWS);
        chart.notes.push(told(language, ChartMsg::RowsShown(MOST_ROWS, all)));
    }
}

#[cfg(test)]
mod tests;
