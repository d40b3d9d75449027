//! The ledger in the credentials report: by unit, and by delegation where there are delegations.
//!
//! Who was there stands in the lines that the sitting counts: delegates counted by delegation are no figure of a unit, and
//! a number counted as a whole stands in the sentence above the tables.

use super::{Asked, Table};
use crate::language::Language;
use crate::roster::Row;
use crate::scenario::{Field, LineFigure, Report, Tally, TallyKind, Whose};
use crate::text::number::{reported, whole};
use crate::text::{Key, Msg, actual, left, say};

/// A column of the ledger.
#[derive(Clone, Copy)]
struct Column {
    heading: Msg<'static>,
    figure: fn(&Row) -> i64,
    /// How many of the lines in it have not reported what the figure rests on.
    missing: fn(&Row) -> u32,
    asked: LineFigure,
}

/// Whether the lines of a table are those in which attendance is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attendance {
    Counted,
    Elsewhere,
}

/// The ledger by unit.
pub(super) fn by_unit(report: &Report, language: Language) -> Table {
    let columns = columns(report, attendance(report, &[TallyKind::ByUnit]));
    let rows = report.scenario.units.iter().zip(&report.units);
    let rows = rows.map(|(unit, row)| line(&columns, unit.name.as_str().to_owned(), &row.ledger, language));
    Table {
        caption: key(language, Key::ByUnit),
        head: head(&columns, Field::Name, language),
        rows: rows.collect(),
        foot: line(&columns, key(language, Key::Total), &report.total, language),
        asked: Asked::Units(columns.iter().map(|column| column.asked).collect()),
    }
}

/// The ledger by delegation, the units without one last; nothing where there is no delegation.
pub(super) fn by_delegation(report: &Report, language: Language) -> Option<Table> {
    let attendance = attendance(report, &[TallyKind::ByUnit, TallyKind::ByDelegation]);
    let columns = columns(report, attendance);
    let names = report.scenario.delegation_names();
    let name = |id| names.get(&id).map_or_else(String::new, |name| name.as_str().to_owned());
    let none = || key(language, Key::NoDelegation);
    let with_units = |units: usize, mut line: Vec<String>| {
        line.insert(1, units.to_string());
        line
    };
    let rows = report.delegations.iter().map(|row| {
        let name = row.id.map_or_else(none, name);
        with_units(row.units, line(&columns, name, &row.ledger, language))
    });
    let mut head = head(&columns, Field::Delegation, language);
    head.insert(1, key(language, Key::UnitsColumn));
    let total = line(&columns, key(language, Key::Total), &report.total, language);
    let lines = report.delegations.iter().map(|row| row.id.map_or(Whose::Loose, Whose::Delegation));
    let figures = columns.iter().map(|column| column.asked);
    (!report.scenario.delegations.is_empty()).then(|| Table {
        caption: key(language, Key::ByDelegation),
        head,
        rows: rows.collect(),
        foot: with_units(report.units.len(), total),
        asked: Asked::Lines(lines.collect(), std::iter::once(LineFigure::Units).chain(figures).collect()),
    })
}

/// Whether the sitting that is shown is counted in one of these ways.
fn attendance(report: &Report, ways: &[TallyKind]) -> Attendance {
    let tally = report.scenario.sitting().map(|sitting| Tally::kind(&sitting.tally));
    if tally.is_some_and(|tally| ways.contains(&tally)) { Attendance::Counted } else { Attendance::Elsewhere }
}

/// The columns; those of rare events only where they occurred. Where the sitting states another number of those due than the roster
/// has, who is absent is told against that one alone, above the table.
fn columns(report: &Report, attendance: Attendance) -> Vec<Column> {
    let total = &report.total;
    let counted = attendance == Attendance::Counted;
    let column = |heading, figure, missing, asked| Column { heading, figure, missing, asked };
    let entered = |field, figure, asked| column(Msg::Field(field), figure, |_| 0, asked);
    let elected: fn(&Row) -> u32 = |row| row.elected_missing;
    let absent: fn(&Row) -> u32 = |row| row.elected_missing + row.present_missing;
    let registered = column(
        Msg::Field(Field::Registered),
        |row| row.registered,
        |row| row.registered_missing,
        LineFigure::Registered,
    );
    let present =
        column(Msg::Field(Field::Present), |row| row.present, |row| row.present_missing, LineFigure::Present);
    let all = [
        (true, entered(Field::Seats, |row| row.seats, LineFigure::Seats)),
        (true, column(Msg::Key(Key::Unfilled), Row::unfilled, elected, LineFigure::Unfilled)),
        (true, column(Msg::Field(Field::Elected), |row| row.elected, elected, LineFigure::Elected)),
        (total.by_elected != 0, entered(Field::ByElected, |row| row.by_elected, LineFigure::ByElected)),
        (true, entered(Field::Ended, |row| row.ended, LineFigure::Ended)),
        (total.suspended != 0, entered(Field::Suspended, |row| row.suspended, LineFigure::Suspended)),
        (true, column(Msg::Key(actual(report)), Row::actual, elected, LineFigure::Actual)),
        (counted && total.registered != 0, registered),
        (
            counted && report.amended().is_none(),
            column(Msg::Key(Key::Absent), Row::absent, absent, LineFigure::Absent),
        ),
        (counted && total.on_leave != 0, entered(Field::OnLeave, |row| row.on_leave, LineFigure::OnLeave)),
        (counted, present),
    ];
    all.into_iter().filter_map(|(stands, column)| stands.then_some(column)).collect()
}

fn head(columns: &[Column], first: Field, language: Language) -> Vec<String> {
    let headings = std::iter::once(Msg::Field(first)).chain(columns.iter().map(|column| column.heading));
    headings.map(|msg| say(language, &msg).into_owned()).collect()
}

/// A name and its figures: of those who have reported at least so many, as everywhere; one that rests on a figure not reported stays
/// empty.
fn line(columns: &[Column], name: String, row: &Row, language: Language) -> Vec<String> {
    let figures = columns.iter().map(|column| match ((column.missing)(row), column.asked) {
        (0, LineFigure::Unfilled) => left(language, row.left()),
        (0, LineFigure::Absent) => left(language, row.absences()),
        (0, _) => whole((column.figure)(row)),
        (missing, LineFigure::Elected | LineFigure::Actual | LineFigure::Present)
            if (column.figure)(row) > 0 =>
        {
            reported(missing, (column.figure)(row))
        }
        _ => String::new(),
    });
    std::iter::once(name).chain(figures).collect()
}

fn key(language: Language, key: Key) -> String {
    say(language, &Msg::Key(key)).into_owned()
}

#[cfg(test)]
mod tests;
