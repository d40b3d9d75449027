//! `Paper`: what a credentials committee reads out and hands round, written from the derived report.
//!
//! It holds finished text and knows no page: the same value is drawn, printed, copied and saved. It computes nothing:
//! every figure is one of the report's.

mod allocation;
mod asked;
mod composition;
mod ledger;
mod rules;
mod votes;

pub use asked::Asked;

use super::number::{grouped, known, whole};
use super::{Key, Msg, headcount, say};
use crate::exchange::Grid;
use crate::language::Language;
use crate::roster::Left;
use crate::scenario::{
    Assembly, Field, Figure, Headcount, LineFigure, Origin, Report, Sitting, SittingReport, Whose,
};
use crate::threshold::Known;

/// A text to read out or hand round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The name of the congress; empty where it has none.
    pub congress: String,
    /// The title.
    pub title: String,
    /// What a reader must know before the figures: that they are an example, that they are not settled.
    pub notes: Vec<String>,
    /// The sentences, in paragraphs.
    pub paragraphs: Vec<String>,
    /// The same paragraphs sentence by sentence, each with the figure it can be asked about; empty where no sentence can.
    pub sentences: Vec<Vec<Sentence>>,
    /// The tables.
    pub tables: Vec<Table>,
    /// What follows under headings of its own.
    pub sections: Vec<Section>,
    /// The rules that were applied, with their sources.
    pub rules: Option<Table>,
    /// Tables of words that somebody asked for, such as the list of delegates.
    pub annexes: Vec<Table>,
}

/// A sentence, and the figure that somebody who reads it can ask about.
pub type Sentence = (String, Option<Figure>);

/// A part of a text with a heading of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The sentences, in paragraphs.
    pub paragraphs: Vec<String>,
    /// The figure that each paragraph can be asked about.
    pub asked: Vec<Option<Figure>>,
    /// The tables.
    pub tables: Vec<Table>,
}

/// A table whose first column is words and whose others are figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The headings.
    pub head: Vec<String>,
    /// The rows, as wide as the headings.
    pub rows: Vec<Vec<String>>,
    /// The totals; empty where there are none.
    pub foot: Vec<String>,
    /// What its figures can be asked about.
    pub asked: Asked,
}

impl Paper {
    /// The report of the credentials committee (代表资格审查委员会): from seats to delegates present.
    pub fn credentials(report: &Report, language: Language) -> Self {
        let say = |msg: &Msg<'_>| say(language, msg).into_owned();
        let total = &report.total;
        let units = report.units.len();
        let seats = report.seats();
        let of = |one: LineFigure, msg: &Msg<'_>| (say(msg), Some(Figure::Line(Whose::Total, one)));
        let mut mandates = vec![of(LineFigure::Seats, &Msg::ReportSeats(seats, units))];
        if total.elected_missing > 0 {
            mandates.push((say(&Msg::ReportMissing(total.elected_missing)), None));
        }
        // Seats that nobody has reported on are not known to be unfilled.
        let left = match total.elected_missing {
            0 => report.left(),
            _ => Left::default(),
        };
        if total.elected_missing == 0 || total.elected > 0 {
            let over = report.units.iter().filter(|unit| unit.ledger.over > 0).count();
            mandates.push(of(LineFigure::Unfilled, &Msg::ReportElected(total.elected, left, over)));
        }
        if total.by_elected > 0 {
            mandates.push(of(LineFigure::ByElected, &Msg::ReportByElected(total.by_elected)));
        }
        let by_reason = report.ended_by_reason();
        if !by_reason.is_empty() {
            mandates.push(of(LineFigure::Ended, &Msg::ReportEnded(&by_reason)));
        }
        if total.suspended > 0 {
            mandates.push(of(LineFigure::Suspended, &Msg::ReportSuspended(total.suspended)));
        }
        // While no unit has reported, there are not none: nobody has said how many.
        let silent = usize::try_from(total.elected_missing).is_ok_and(|missing| missing == units);
        if !silent || total.actual() != 0 {
            let represented = report.units_represented();
            let actual = Msg::ReportActual { actual: total.actual(), represented, units };
            mandates.push(of(LineFigure::Actual, &actual));
        }
        let mut attendance = Vec::new();
        let shown = report.sittings.iter().find(|sitting| sitting.id == report.scenario.shown);
        let due = shown.and_then(|sitting| sitting.due().zip(sitting.attended()));
        if let Some((due, present)) = due {
            // Where the sitting states who is due, the roster has another number of those absent.
            let asked = match (present, report.amended()) {
                (Known::AtLeast(_), _) => Figure::Sitting(report.scenario.shown, Headcount::Present),
                (_, Some(_)) => Figure::Sitting(report.scenario.shown, Headcount::Due),
                (_, None) => Figure::Line(Whose::Total, LineFigure::Absent),
            };
            // Against another number of those due than the roster has, no line tells who is over it.
            let over = report.amended().map_or(total.absences().over, |_| 0).unsigned_abs();
            attendance.push((say(&Msg::ReportAttendance { due, present, over }), Some(asked)));
        }
        // The base that was stated, and the roster as it is now.
        if let Some((now, stated)) = report.amended() {
            attendance.push((say(&Msg::ReportAmended { stated, now }), None));
        }
        let quorum = (0..).zip(&report.gates.own.quorum);
        attendance.extend(quorum.map(|(at, (rule, verdict))| {
            (say(&Msg::ReportQuorum(*rule, *verdict)), Some(Figure::Quorum(Assembly::Shown, at)))
        }));
        if let (Some(which), Some((first, _))) = (which_sitting(report, language), attendance.first_mut()) {
            first.insert_str(0, &which);
        }
        let join = |sentences: &Vec<Sentence>| {
            let texts: Vec<&str> = sentences.iter().map(|(text, _)| text.as_str()).collect();
            texts.join(&say(&Msg::Key(Key::BetweenSentences)))
        };
        let mut paper = Self::headed(report, language);
        paper.notes.extend(allocation::unsettled(report, language));
        let mut tables = vec![ledger::by_unit(report, language)];
        tables.extend(ledger::by_delegation(report, language));
        tables.extend(ended(report, language));
        tables.extend(sittings(report, language));
        Self {
            title: say(&Msg::Key(Key::CredentialsReport)),
            paragraphs: vec![join(&mandates), join(&attendance)],
            sentences: vec![mandates, attendance],
            tables,
            sections: votes::section(report, language).into_iter().collect(),
            rules: rules::table(report, language),
            ..paper
        }
    }

    /// The same paper with the list of delegates, where there is one.
    #[must_use]
    pub fn with_delegates(mut self, report: &Report, language: Language) -> Self {
        self.annexes.extend(super::people::annex(report, language));
        self
    }

    /// The paper as plain text; tables as columns between tabs, so that they paste into a spreadsheet.
    pub fn to_text(&self) -> String {
        // A line is a cell as well, as soon as it is pasted into a spreadsheet.
        let lines = |lines: Vec<&String>| -> Vec<Vec<String>> {
            lines.into_iter().flat_map(|line| [vec![line.clone()], vec![String::new()]]).collect()
        };
        let heads = [&self.congress, &self.title].into_iter().filter(|line| !line.is_empty());
        let mut rows = lines(heads.chain(&self.notes).chain(&self.paragraphs).collect());
        rows.extend(self.tables.iter().flat_map(Table::lines));
        for section in &self.sections {
            rows.extend(lines(std::iter::once(&section.title).chain(&section.paragraphs).collect()));
            rows.extend(section.tables.iter().flat_map(Table::lines));
        }
        rows.extend(self.rules.iter().chain(&self.annexes).flat_map(Table::lines));
        let mut text = Grid::from_rows(rows).to_clipboard();
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// What every paper begins with.
    pub(super) fn headed(report: &Report, language: Language) -> Self {
        let example = report.scenario.origin == Origin::Illustrative;
        let note = example.then(|| say(language, &Msg::Key(Key::Illustrative)).into_owned());
        Self {
            congress: report.scenario.title.as_str().to_owned(),
            notes: note.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl Table {
    /// The caption, the rows and an empty line.
    fn lines(&self) -> impl Iterator<Item = Vec<String>> {
        let rows = std::iter::once(&self.head).chain(&self.rows).chain(std::iter::once(&self.foot));
        let rows = rows.filter(|row| !row.is_empty()).cloned();
        std::iter::once(vec![self.caption.clone()]).chain(rows).chain([vec![String::new()]])
    }
}

/// The ended mandates line by line, where there are any; days and notes only where there are some.
fn ended(report: &Report, language: Language) -> Option<Table> {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    let name = |row: usize| report.scenario.units.get(row).map_or("", |unit| unit.name.as_str()).to_owned();
    let endings = || report.endings.iter().map(|line| &line.ending);
    let dated = endings().any(|ending| ending.date.is_some());
    let noted = endings().any(|ending| !ending.note.is_empty());
    let only = |condition: bool, cell: String| condition.then_some(cell);
    let rows: Vec<Vec<String>> = report
        .endings
        .iter()
        .map(|line| {
            let ending = &line.ending;
            let day = ending.date.map_or_else(String::new, |date| say(&Msg::Day(date)));
            let cells = [
                Some(name(line.row)),
                Some(say(&Msg::Reason(ending.reason))),
                only(dated, day),
                only(noted, ending.note.as_str().to_owned()),
                Some(grouped(ending.count.get().into())),
            ];
            cells.into_iter().flatten().collect()
        })
        .collect();
    let head = [
        Some(Msg::Field(Field::Name)),
        Some(Msg::Key(Key::ReasonHeading)),
        dated.then_some(Msg::Key(Key::SittingDate)),
        noted.then_some(Msg::Key(Key::NoteHeading)),
        Some(Msg::Key(Key::NumberHeading)),
    ];
    let head: Vec<String> = head.iter().flatten().map(say).collect();
    (!rows.is_empty()).then(|| Table {
        caption: say(&Msg::Key(Key::EndedTable)),
        foot: foot(head.len(), say(&Msg::Key(Key::Total)), whole(report.total.ended)),
        head,
        rows,
        asked: Asked::Ended,
    })
}

/// A last line with its name first and its figure last.
fn foot(width: usize, name: String, figure: String) -> Vec<String> {
    let gap = std::iter::repeat_n(String::new(), width.saturating_sub(2));
    std::iter::once(name).chain(gap).chain([figure]).collect()
}

/// Which sitting is told of, where there are several.
fn which_sitting(report: &Report, language: Language) -> Option<String> {
    let mut sittings = report.scenario.sittings.iter().enumerate();
    let (at, sitting) = sittings.find(|(_, sitting)| sitting.id == report.scenario.shown)?;
    let name = name_of(at, sitting, language);
    (report.sittings.len() > 1).then(|| say(language, &Msg::ReportSitting(&name, sitting.date)).into_owned())
}

/// The name of a sitting, or its number.
fn name_of(at: usize, sitting: &Sitting, language: Language) -> String {
    match sitting.name.is_empty() {
        true => say(language, &Msg::SittingNumber(at + 1)).into_owned(),
        false => sitting.name.as_str().to_owned(),
    }
}

/// Every sitting with its attendance and what it was enough for, where there are several.
fn sittings(report: &Report, language: Language) -> Option<Table> {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    let figure = |n: Option<u64>| n.map_or_else(String::new, grouped);
    let row = |(at, (sitting, result)): (usize, (&Sitting, &SittingReport))| {
        let verdicts = result.gate.quorum.iter().map(|(rule, verdict)| say(&Msg::Quorum(*rule, *verdict)));
        vec![
            name_of(at, sitting, language),
            sitting.date.map_or_else(String::new, |date| say(&Msg::Day(date))),
            figure(result.due()),
            result.attended().map_or_else(String::new, known),
            verdicts.collect::<Vec<_>>().join(" "),
            sitting.note.as_str().to_owned(),
        ]
    };
    let head = [
        Msg::Key(Key::SittingName),
        Msg::Key(Key::SittingDate),
        Msg::Key(headcount(Headcount::Due)),
        Msg::Key(headcount(Headcount::Present)),
        Msg::Key(Key::Quorum),
        Msg::Key(Key::NoteHeading),
    ];
    (report.sittings.len() > 1).then(|| Table {
        caption: say(&Msg::Key(Key::StepSittings)),
        head: head.iter().map(say).collect(),
        rows: report.scenario.sittings.iter().zip(&report.sittings).enumerate().map(row).collect(),
        foot: Vec::new(),
        asked: Asked::Sittings,
    })
}

#[cfg(test)]
mod tests;
