//! The sheets that a scenario is exported as: one per step of the page, written from the derived report.
//!
//! They compute nothing. Seats that stay empty and delegates who are absent are numbers, for programs to add: where more were
//! elected or are present they are below zero, and the sheet of the report says what that means. A figure that rests on one
//! not reported stays empty. Headings are those that an import understands.

mod elections;

use super::paper::Paper;
use super::{Key, Msg, TransferMsg, actual, headcount, rules_name, say};
use crate::exchange::{Cell, Sheet};
use crate::language::Language;
use crate::num::Seats;
use crate::roster::Row;
use crate::scenario::{
    DelegationId, Field, Gate, Headcount, Name, Report, Rules, Sitting, SittingReport, Tally,
};
use crate::threshold::{Date, ProfileId, profile};
use std::collections::HashMap;

/// Decimals of an exact quota.
const DECIMALS: u32 = 3;

/// Every sheet of the workbook: allocation, roster, delegations, sittings, rules, elections where there are some, and the report in
/// figures and words.
pub fn sheets(report: &Report, language: Language) -> Vec<Sheet> {
    let mut sheets = vec![
        allocation(report, language),
        roster(report, language),
        delegations(report, language),
        sittings(report, language),
        rules(report, language),
    ];
    sheets.extend(elections::elections(report, language));
    sheets.push(summary(report, language));
    sheets
}

/// Every unit with its members, exact quota and seats.
pub fn allocation(report: &Report, language: Language) -> Sheet {
    let head = [
        Msg::Field(Field::Name),
        Msg::Field(Field::Delegation),
        Msg::Field(Field::Members),
        Msg::Key(Key::Quota),
        Msg::Field(Field::Seats),
        Msg::Key(Key::Deviation),
        Msg::Key(Key::MembersPerSeat),
        Msg::Field(Field::Min),
        Msg::Field(Field::Max),
        Msg::Key(Key::LockedSeats),
    ];
    let seats = |seats: Option<Seats>| seats.map_or(Cell::Empty, |n| Cell::Whole(n.get().into()));
    let delegations = report.scenario.delegation_names();
    let rows = report.scenario.units.iter().zip(&report.units).map(|(unit, row)| {
        vec![
            text(unit.name.as_str()),
            text(named(&delegations, unit.delegation)),
            whole(unit.members.get()),
            row.quota().map_or(Cell::Empty, |quota| Cell::ratio(quota, DECIMALS)),
            seats(Some(row.seats)),
            row.deviation().map_or(Cell::Empty, |distance| Cell::distance(distance, DECIMALS)),
            row.per_seat(unit.members.get()).map_or(Cell::Empty, |ratio| Cell::ratio(ratio, 1)),
            seats(unit.min),
            seats(unit.max),
            seats(unit.locked),
        ]
    });
    totalled(language, Key::StepAllocation, &head, rows.collect(), &[2, 4])
}

/// The ledger by unit.
pub fn roster(report: &Report, language: Language) -> Sheet {
    let head = [Msg::Field(Field::Name), Msg::Field(Field::Delegation)];
    let ledger = columns(report);
    let delegations = report.scenario.delegation_names();
    let rows = report.scenario.units.iter().zip(&report.units).map(|(unit, row)| {
        let names = vec![text(unit.name.as_str()), text(named(&delegations, unit.delegation))];
        [names, line(&ledger, &row.ledger)].concat()
    });
    let sums: Vec<usize> = (2..2 + ledger.len()).collect();
    totalled(language, Key::StepRoster, &[&head[..], &headings(&ledger)].concat(), rows.collect(), &sums)
}

/// The ledger by delegation.
fn delegations(report: &Report, language: Language) -> Sheet {
    let head = [Msg::Field(Field::Delegation), Msg::Key(Key::UnitsColumn), Msg::Field(Field::Members)];
    let ledger = columns(report);
    let delegations = report.scenario.delegation_names();
    let rows = report.delegations.iter().map(|row| {
        let units = u64::try_from(row.units).unwrap_or(u64::MAX);
        let facts = vec![text(named(&delegations, row.id)), whole(units), whole(row.members)];
        [facts, line(&ledger, &row.ledger)].concat()
    });
    let sums: Vec<usize> = (1..3 + ledger.len()).collect();
    totalled(language, Key::ByDelegation, &[&head[..], &headings(&ledger)].concat(), rows.collect(), &sums)
}

/// Every sitting with its attendance and its quorum.
fn sittings(report: &Report, language: Language) -> Sheet {
    let head = [
        Msg::Key(Key::SittingName),
        Msg::Key(Key::SittingKindChoice),
        Msg::Key(Key::PurposeChoice),
        Msg::Key(Key::SittingDate),
        Msg::Key(Key::TallyChoice),
        Msg::Key(headcount(Headcount::Due)),
        Msg::Key(headcount(Headcount::Present)),
        Msg::Key(Key::Quorum),
        Msg::Key(Key::SittingNote),
    ];
    let known = |count: Option<u64>| count.map_or(Cell::Empty, whole);
    let row = |(sitting, figures): (&Sitting, &SittingReport)| {
        vec![
            text(sitting.name.as_str()),
            text(&words(language, &Msg::SittingKind(sitting.kind))),
            text(&words(language, &Msg::Purpose(sitting.purpose))),
            sitting.date.map_or(Cell::Empty, |date| text(&iso(date))),
            text(&words(language, &Msg::Tally(Tally::kind(&sitting.tally)))),
            known(figures.due()),
            known(figures.present()),
            text(&quorum(&figures.gate, language)),
            text(sitting.note.as_str()),
        ]
    };
    let rows = report.scenario.sittings.iter().zip(&report.sittings).map(row);
    plain(language, Key::StepSittings, &head, rows.collect())
}

/// Quorum and majority under the scenario's rules, and under every other.
fn rules(report: &Report, language: Language) -> Sheet {
    let head = [Msg::Key(Key::Profile), Msg::Key(Key::Quorum), Msg::Key(Key::MajorityToElect)];
    let row = |name: &str, gate: &Gate| {
        let votes = gate.majority.iter().map(|votes| words(language, &Msg::Majority(votes)));
        vec![text(name), text(&quorum(gate, language)), text(&joined(votes, language))]
    };
    // A copy stands beside the profile it was made from.
    let held = |id: ProfileId| matches!(report.scenario.rules, Rules::Profile(own) if own == id);
    let others = report.gates.profiles().filter(|(id, _)| !held(*id));
    let others = others.map(|(id, gate)| row(profile(id).name.pick(language), &gate));
    let own = row(&rules_name(&report.scenario.rules, language), &report.gates.own);
    plain(language, Key::StepRules, &head, std::iter::once(own).chain(others).collect())
}

/// The chain in figures, then the sentences of the report.
fn summary(report: &Report, language: Language) -> Sheet {
    let ledger = columns(report);
    let figures =
        ledger.iter().map(|(what, figure)| vec![text(&words(language, what)), figure(&report.total)]);
    let paper = Paper::credentials(report, language);
    let compared = report.amended().is_none();
    let over = |row: &Row| {
        let absent = compared && row.present_missing == 0 && row.absent() < 0;
        row.elected_missing == 0 && (row.unfilled() < 0 || absent)
    };
    let lines = report.units.iter().map(|row| &row.ledger);
    let lines = lines.chain(report.delegations.iter().map(|row| &row.ledger)).chain([&report.total]);
    let key = lines.into_iter().any(over).then(|| words(language, &Msg::Key(Key::BelowZero)));
    let sentences = paper.notes.iter().chain(&paper.paragraphs).chain(&key);
    let sentences = sentences.map(|words| vec![text(words), Cell::Empty]);
    let head = [Msg::Transfer(TransferMsg::Item), Msg::Transfer(TransferMsg::Figure)];
    plain(language, Key::StepReport, &head, figures.chain(sentences).collect())
}

/// A column of the ledger: its heading and its figure.
type Column = (Msg<'static>, fn(&Row) -> Cell);

/// The columns of the ledger. Where the sitting states another number of those due than the roster has, who is absent is told against
/// that one alone, as on paper.
fn columns(report: &Report) -> Vec<Column> {
    let columns: [Option<Column>; 11] = [
        Some((Msg::Field(Field::Seats), |row| Cell::Whole(row.seats))),
        Some((Msg::Key(Key::Unfilled), |row| known(row.elected_missing, row.unfilled()))),
        Some((Msg::Field(Field::Elected), |row| known(row.elected_missing, row.elected))),
        Some((Msg::Field(Field::ByElected), |row| Cell::Whole(row.by_elected))),
        Some((Msg::Field(Field::Ended), |row| Cell::Whole(row.ended))),
        Some((Msg::Field(Field::Suspended), |row| Cell::Whole(row.suspended))),
        Some((Msg::Key(actual(report)), |row| known(row.elected_missing, row.actual()))),
        report.amended().is_none().then_some((Msg::Key(Key::Absent), |row| {
            known(row.elected_missing + row.present_missing, row.absent())
        })),
        Some((Msg::Field(Field::Present), |row| known(row.present_missing, row.present))),
        Some((Msg::Field(Field::Registered), |row| known(row.registered_missing, row.registered))),
        Some((Msg::Field(Field::OnLeave), |row| Cell::Whole(row.on_leave))),
    ];
    columns.into_iter().flatten().collect()
}

/// A figure that rests on none that is not there yet.
fn known(missing: u32, count: i64) -> Cell {
    if missing > 0 { Cell::Empty } else { Cell::Whole(count) }
}

fn headings(ledger: &[Column]) -> Vec<Msg<'static>> {
    ledger.iter().map(|(heading, _)| *heading).collect()
}

/// A line of the ledger.
fn line(ledger: &[Column], row: &Row) -> Vec<Cell> {
    ledger.iter().map(|(_, figure)| figure(row)).collect()
}

/// A sheet with a last row that adds up these columns.
fn totalled(
    language: Language,
    name: Key,
    head: &[Msg<'_>],
    mut rows: Vec<Vec<Cell>>,
    sums: &[usize],
) -> Sheet {
    // Where every row leaves it open, nothing is known, and that is no zero.
    let known = |column: usize| {
        let open = |row: &Vec<Cell>| row.get(column).is_none_or(|cell| *cell == Cell::Empty);
        rows.is_empty() || !rows.iter().all(open)
    };
    let total = (0..head.len()).map(|column| match column {
        0 => text(&words(language, &Msg::Key(Key::Total))),
        _ if sums.contains(&column) && known(column) => Cell::Sum,
        _ => Cell::Empty,
    });
    let total = total.collect();
    rows.push(total);
    plain(language, name, head, rows)
}

fn plain(language: Language, name: Key, head: &[Msg<'_>], rows: Vec<Vec<Cell>>) -> Sheet {
    let head = head.iter().map(|msg| words(language, msg)).collect();
    Sheet { name: words(language, &Msg::Key(name)), head, rows }
}

fn quorum(gate: &Gate, language: Language) -> String {
    let sentences = gate.quorum.iter().map(|(rule, verdict)| words(language, &Msg::Quorum(*rule, *verdict)));
    joined(sentences, language)
}

fn joined(sentences: impl Iterator<Item = String>, language: Language) -> String {
    sentences.collect::<Vec<_>>().join(&words(language, &Msg::Key(Key::BetweenSentences)))
}

fn named<'a>(delegations: &HashMap<DelegationId, &'a Name>, id: Option<DelegationId>) -> &'a str {
    id.and_then(|id| delegations.get(&id)).map_or("", |name| name.as_str())
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn whole(count: u64) -> Cell {
    Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn words(language: Language, msg: &Msg<'_>) -> String {
    say(language, msg).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Grid, ImportPlan};
    use crate::num::Count;
    use crate::scenario::{Action, SittingEdit, UnitEdit, apply, arbitrary, derive, example};
    use proptest::prelude::*;
    use std::rc::Rc;

    #[test]
    fn the_example_is_exported_with_the_published_totals() {
        for language in Language::ALL {
            let report = derive(&Rc::new(example(language)), None);
            let sums = |sheet: &Sheet, columns: &[usize]| -> Vec<i64> {
                columns.iter().map(|column| sheet.sum(*column)).collect()
            };
            // 500 seats, 487 elected, 3 ended, 484 actual, 470 present: newspaper page of 2021-09-28.
            let roster = roster(&report, language);
            assert_eq!(sums(&roster, &[2, 3, 4, 6, 8, 9, 10]), [500, 13, 487, 3, 484, 14, 470]);
            let delegations = delegations(&report, language);
            assert_eq!(sums(&delegations, &[1, 3, 4, 5, 7, 9, 10, 11]), [30, 500, 13, 487, 3, 484, 14, 470]);
            let allocation = allocation(&report, language);
            assert_eq!(sums(&allocation, &[2, 4]), [380_000, 500]);
        }
    }

    #[test]
    fn a_column_that_nobody_reported_has_no_total() {
        let total = |scenario| {
            let report = derive(&Rc::new(scenario), None);
            let sheet = roster(&report, Language::English);
            sheet.rows.last().map(|row| (row[11].clone(), row[12].clone())).unwrap()
        };
        let scenario = example(Language::English);
        assert_eq!(total(scenario.clone()), (Cell::Empty, Cell::Sum));
        let first = scenario.units[0].id;
        let edit = UnitEdit::Registered(Some(3u16.into()));
        let reported = apply(&scenario, &Action::Edit(vec![(first, edit)])).unwrap();
        assert_eq!(total(reported), (Cell::Sum, Cell::Sum));
    }

    /// As on the paper: where the sitting states who is due, the roster tells only who has a mandate, and nobody is absent of those.
    #[test]
    fn who_is_due_and_absent_is_one_figure_in_a_workbook() {
        for language in Language::ALL {
            let scenario = example(language);
            let stated = SittingEdit::StatedDue(Count::new(485));
            let stated = apply(&scenario, &Action::EditSitting(scenario.shown, stated)).unwrap();
            let said = |key| words(language, &Msg::Key(key));
            let (due, alone) = (said(Key::DueShort), said(Key::ActualAlone));
            for (scenario, actual, has_absent) in
                [(scenario, said(Key::Actual), true), (stated, alone.clone(), false)]
            {
                let report = derive(&Rc::new(scenario), None);
                let sheets = sheets(&report, language);
                let named = |key| sheets.iter().find(|sheet| sheet.name == said(key)).unwrap();
                assert_eq!(named(Key::StepSittings).head[5], due);
                for ledger in [Key::StepRoster, Key::ByDelegation] {
                    let sheet = named(ledger);
                    let at = |heading: &String| sheet.head.iter().position(|head| head == heading);
                    assert_eq!(at(&actual).map(|column| sheet.sum(column)), Some(484));
                    assert_eq!(at(&said(Key::Absent)).map(|column| sheet.sum(column)).is_some(), has_absent);
                    let present = words(language, &Msg::Field(Field::Present));
                    assert_eq!(at(&present).map(|column| sheet.sum(column)), Some(470));
                }
                let chain: Vec<_> = named(Key::StepReport).rows.iter().map(|row| row[0].clone()).collect();
                assert_eq!(chain.contains(&text(&said(Key::Absent))), has_absent);
                assert!(chain.contains(&text(&actual)));
            }
        }
    }

    /// Programs add what they read: seats that are empty count, those over are below zero, and the report says so.
    #[test]
    fn seats_over_are_below_zero_and_are_explained() {
        for (language, said) in [(Language::English, "below zero"), (Language::Chinese, "为负数")] {
            let explained = |report: &Report| {
                let sheet = summary(report, language);
                sheet.rows.iter().any(|row| matches!(&row[0], Cell::Text(text) if text.contains(said)))
            };
            let mut scenario = example(language);
            assert!(!explained(&derive(&Rc::new(scenario.clone()), None)));
            let first = &mut Rc::make_mut(&mut scenario.units)[0];
            Rc::make_mut(first).mandates.elected = Some(63u16.into());
            let report = derive(&Rc::new(scenario), None);
            // 61 seats, 63 elected.
            let sheet = roster(&report, language);
            assert_eq!(sheet.rows[0][3], Cell::Whole(-2));
            assert_eq!(sheet.to_grid().to_csv().lines().nth(1).unwrap().split(',').nth(3), Some("-2"));
            assert!(explained(&report));
        }
    }

    #[test]
    fn an_exported_table_is_imported_as_it_was() {
        for language in Language::ALL {
            let mut scenario = example(language);
            let units = Rc::make_mut(&mut scenario.units);
            let first = Rc::make_mut(&mut units[0]);
            first.locked = Some(Seats::from(100));
            first.max = Some(Seats::from(120));
            first.name = crate::scenario::Name::new("=1+1").unwrap();
            first.mandates.by_elected = 2u16.into();
            first.mandates.suspended = 1u16.into();
            let scenario = Rc::new(scenario);
            let report = derive(&scenario, None);
            let csv = allocation(&report, language).to_grid().to_csv();
            let plan = ImportPlan::new(Grid::from_table(&csv).unwrap(), language);
            let back = plan.replacing(&scenario);
            let facts = |s: &crate::scenario::Scenario| -> Vec<_> {
                s.units.iter().map(|u| (u.name.clone(), u.members, u.min, u.max, u.locked)).collect()
            };
            assert_eq!(facts(&back), facts(&scenario));
            // Put over the units it came from it changes nothing.
            assert_eq!(plan.updating(&scenario).apply(&scenario), *scenario);
            let csv = roster(&report, language).to_grid().to_tsv();
            let back = ImportPlan::new(Grid::from_table(&csv).unwrap(), language).replacing(&scenario);
            for (unit, was) in back.units.iter().zip(&*scenario.units) {
                assert_eq!(unit.mandates.elected, was.mandates.elected);
                assert_eq!(unit.mandates.ended(), was.mandates.ended());
                assert_eq!(unit.mandates.by_elected, was.mandates.by_elected);
                assert_eq!(unit.mandates.suspended, was.mandates.suspended);
                assert_eq!(back.presence(unit.id), scenario.presence(was.id));
            }
        }
    }

    proptest! {
        #[test]
        fn every_sheet_is_rectangular_and_survives_its_file(scenario in arbitrary::scenario(12)) {
            let report = derive(&Rc::new(scenario), None);
            for sheet in sheets(&report, Language::English) {
                prop_assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()), "{}", sheet.name);
                let grid = sheet.to_grid();
                let comma = Grid::from_table(&String::from_utf8(grid.to_csv_file()).unwrap());
                prop_assert_eq!(comma.as_ref(), Ok(&grid));
                prop_assert_eq!(Grid::from_clipboard(&grid.to_tsv()), Ok(grid));
            }
        }
    }
}
