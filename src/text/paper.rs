//! `Paper`: what a credentials committee reads out and hands round, written from the derived report.
//!
//! It holds finished text and knows no page: the same value is drawn, printed, copied and saved. It computes nothing:
//! every figure is one of the report's.

use super::number::{decimal, deviation, grouped, signed, whole};
use super::{Key, Msg, say};
use crate::exchange::guarded;
use crate::language::Language;
use crate::roster::Row;
use crate::scenario::{AllocationState, Field, Origin, Report};
use std::fmt::Write;

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
}

impl Paper {
    /// The report of the credentials committee (代表资格审查委员会): from seats to delegates present.
    pub fn credentials(report: &Report, language: Language) -> Self {
        let say = |msg: &Msg<'_>| say(language, msg).into_owned();
        let total = &report.total;
        let units = report.units.len();
        let seats = u64::try_from(total.seats).unwrap_or(0);
        let mut mandates = vec![say(&Msg::ReportSeats(seats, units))];
        if total.elected_missing > 0 {
            mandates.push(say(&Msg::ReportMissing(total.elected_missing)));
        }
        mandates.push(say(&Msg::ReportElected(total.elected, total.unfilled())));
        if total.by_elected > 0 {
            mandates.push(say(&Msg::ReportByElected(total.by_elected)));
        }
        let by_reason = report.ended_by_reason();
        if !by_reason.is_empty() {
            mandates.push(say(&Msg::ReportEnded(&by_reason)));
        }
        if total.suspended > 0 {
            mandates.push(say(&Msg::ReportSuspended(total.suspended)));
        }
        let represented = report.units_represented();
        mandates.push(say(&Msg::ReportActual { actual: total.actual(), represented, units }));
        let mut attendance = Vec::new();
        if total.elected_missing == 0 && total.present_missing == 0 {
            attendance.push(say(&Msg::ReportAttendance(total)));
        }
        let quorum = report.gates.own.quorum.iter();
        attendance.extend(quorum.map(|(rule, verdict)| say(&Msg::ReportQuorum(*rule, *verdict))));
        let join =
            |sentences: Vec<String>| sentences.join(if language == Language::Chinese { "" } else { " " });
        let mut tables = vec![roster(report, language)];
        tables.extend(ended(report, language));
        Self {
            title: say(&Msg::Key(Key::CredentialsReport)),
            paragraphs: vec![join(mandates), join(attendance)],
            tables,
            ..Self::headed(report, language)
        }
    }

    /// The allocation: every unit with its members, exact quota and seats.
    pub fn allocation(report: &Report, language: Language) -> Self {
        let say = |msg: &Msg<'_>| say(language, msg).into_owned();
        let method = &report.scenario.allocating.method;
        let mut paper = Self::headed(report, language);
        paper.title = say(&Msg::Key(Key::AllocationTable));
        if report.allocation.state != AllocationState::Settled {
            paper.notes.push(say(&Msg::Key(Key::NotAllocated)));
        }
        paper.paragraphs.push(say(&Msg::Method(method)));
        if let Some(witness) = &report.allocation.witness {
            paper.paragraphs.push(say(&Msg::Witness(method, witness)));
        }
        let head = [
            Msg::Field(Field::Name),
            Msg::Field(Field::Members),
            Msg::Key(Key::Quota),
            Msg::Field(Field::Seats),
            Msg::Key(Key::Deviation),
        ];
        let rows = report.scenario.units.iter().zip(&report.units).map(|(unit, row)| {
            vec![
                unit.name.as_str().to_owned(),
                grouped(unit.members.get()),
                row.quota.map_or_else(String::new, |quota| decimal(quota, 3)),
                grouped(row.seats.get().into()),
                row.deviation().map_or_else(String::new, |d| deviation(d, 3)),
            ]
        });
        paper.tables.push(Table {
            caption: say(&Msg::Key(Key::AllocationTable)),
            head: head.iter().map(say).collect(),
            rows: rows.collect(),
            foot: vec![
                say(&Msg::Key(Key::Total)),
                grouped(report.members),
                String::new(),
                grouped(report.allocation.allocated),
                String::new(),
            ],
        });
        paper
    }

    /// The paper as plain text; tables as columns between tabs, so that they paste into a spreadsheet.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let heads = [&self.congress, &self.title].into_iter().filter(|line| !line.is_empty());
        for line in heads.chain(&self.notes).chain(&self.paragraphs) {
            let _ = writeln!(text, "{line}\n");
        }
        for table in &self.tables {
            let _ = writeln!(text, "{}", table.caption);
            let lines = std::iter::once(&table.head).chain(&table.rows).chain(std::iter::once(&table.foot));
            for line in lines.filter(|line| !line.is_empty()) {
                let cells: Vec<_> = line.iter().map(|cell| guarded(cell)).collect();
                let _ = writeln!(text, "{}", cells.join("\t"));
            }
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// What every paper begins with.
    fn headed(report: &Report, language: Language) -> Self {
        let example = report.scenario.origin == Origin::Illustrative;
        let note = example.then(|| say(language, &Msg::Key(Key::Illustrative)).into_owned());
        Self {
            congress: report.scenario.title.as_str().to_owned(),
            notes: note.into_iter().collect(),
            ..Self::default()
        }
    }
}

/// The ledger by unit.
fn roster(report: &Report, language: Language) -> Table {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    let head = [
        Msg::Field(Field::Name),
        Msg::Field(Field::Seats),
        Msg::Key(Key::Unfilled),
        Msg::Field(Field::Elected),
        Msg::Field(Field::Ended),
        Msg::Key(Key::Actual),
        Msg::Key(Key::Absent),
        Msg::Field(Field::Present),
    ];
    let rows = report.scenario.units.iter().zip(&report.units);
    Table {
        caption: say(&Msg::Key(Key::ByUnit)),
        head: head.iter().map(say).collect(),
        rows: rows.map(|(unit, row)| line(unit.name.as_str().to_owned(), &row.ledger)).collect(),
        foot: line(say(&Msg::Key(Key::Total)), &report.total),
    }
}

/// One line of the ledger; a figure that rests on one not reported stays empty.
fn line(name: String, row: &Row) -> Vec<String> {
    let known = |missing: u32, figure: String| if missing > 0 { String::new() } else { figure };
    let elected = row.elected_missing;
    vec![
        name,
        whole(row.seats),
        known(elected, signed(-row.unfilled())),
        known(elected, whole(row.elected)),
        whole(row.ended),
        known(elected, whole(row.actual())),
        known(elected + row.present_missing, signed(-row.absent())),
        known(row.present_missing, whole(row.present)),
    ]
}

/// The ended mandates line by line, where there are any.
fn ended(report: &Report, language: Language) -> Option<Table> {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    let name = |row: usize| report.scenario.units.get(row).map_or("", |unit| unit.name.as_str()).to_owned();
    let rows: Vec<_> = report
        .endings
        .iter()
        .map(|line| vec![name(line.row), say(&Msg::Reason(line.reason)), grouped(line.count.get().into())])
        .collect();
    (!rows.is_empty()).then(|| Table {
        caption: say(&Msg::Key(Key::EndedTable)),
        head: [Msg::Field(Field::Name), Msg::Key(Key::ReasonHeading), Msg::Key(Key::NumberHeading)]
            .iter()
            .map(say)
            .collect(),
        rows,
        foot: vec![say(&Msg::Key(Key::Total)), String::new(), whole(report.total.ended)],
    })
}

#[cfg(test)]
mod tests;
