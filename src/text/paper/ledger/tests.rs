//! Who was there stands where it is counted, and nobody falls between the delegations.

use crate::language::Language;
use crate::num::Count;
use crate::scenario::{Field, Figure, LineFigure, Report, Scenario, Tally, Whose, derive, example};
use crate::text::number::whole;
use crate::text::paper::{Paper, Table};
use crate::text::{Key, Msg, say};
use std::rc::Rc;

fn report(scenario: Scenario) -> Report {
    derive(&Rc::new(scenario), None)
}

/// Attendance stands in the lines that the sitting counts, and in no column that nobody can fill.
#[test]
fn attendance_stands_in_the_table_of_those_who_count_it() {
    let present = |language| say(language, &Msg::Field(Field::Present)).into_owned();
    let absent = |language| say(language, &Msg::Key(Key::Absent)).into_owned();
    for language in Language::ALL {
        let counted = |tally: Tally| {
            let mut scenario = example(language);
            let shown = scenario.shown;
            let sitting = scenario.sittings.iter_mut().find(|sitting| sitting.id == shown).unwrap();
            sitting.tally = tally;
            let report = report(scenario);
            let tables = Paper::credentials(&report, language).tables;
            let with = |table: &Table, word: String| table.head.contains(&word);
            let found: Vec<[bool; 2]> = tables[..2]
                .iter()
                .map(|table| [with(table, present(language)), with(table, absent(language))])
                .collect();
            (report, tables, found)
        };
        let (report, tables, found) = counted(Tally::ByUnit);
        assert_eq!(found, [[true; 2], [true; 2]]);
        // Of the units, their number, their seats and those present.
        let figures = |line: &[String]| [line[1].clone(), line[2].clone(), line.last().unwrap().clone()];
        assert_eq!(figures(&tables[1].foot), ["30", "500", "470"]);
        let ledger = report.delegations[0].ledger;
        assert_eq!(
            figures(&tables[1].rows[0]),
            [report.delegations[0].units.to_string(), whole(ledger.seats), whole(ledger.present)]
        );
        assert_eq!(tables[1].figure(&report, None, 1), Some(Figure::Line(Whose::Total, LineFigure::Units)));
        let first = report.scenario.delegations[0].id;
        assert_eq!(
            tables[1].figure(&report, Some(0), 2),
            Some(Figure::Line(Whose::Delegation(first), LineFigure::Seats))
        );

        let by_delegation = Tally::ByDelegation(Rc::new([(first, Count::from(20u16))].into()));
        let (report, tables, found) = counted(by_delegation);
        assert_eq!(found, [[false; 2], [true; 2]]);
        let last = |line: &[String]| line.last().unwrap().clone();
        assert_eq!(last(&tables[1].rows[0]), "20");
        // The others have not reported: so many there are at least, as the chain says.
        assert_eq!([last(&tables[1].rows[1]), last(&tables[1].foot)], ["", "≥ 20"]);
        assert_eq!(report.total.present_missing, 14);

        let (_, tables, found) = counted(Tally::Whole(Some(Count::from(470u16))));
        assert_eq!(found, [[false; 2], [false; 2]]);
        assert!(
            tables[..2]
                .iter()
                .flat_map(|table| &table.rows)
                .all(|row| row.iter().all(|cell| !cell.is_empty()))
        );
    }
}

/// Without delegations there is no such table; units that are in none stand in a line of their own.
#[test]
fn delegates_of_units_without_a_delegation_are_not_left_out() {
    let mut scenario = example(Language::English);
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[0]).delegation = None;
    let tables = Paper::credentials(&report(scenario.clone()), Language::English).tables;
    let last = tables[1].rows.last().unwrap();
    assert_eq!((last[0].as_str(), last[1].as_str(), last[2].as_str()), ("No delegation", "1", "61"));
    assert_eq!(tables[1].foot[2], "500");
    scenario.delegations = Rc::default();
    for unit in Rc::make_mut(&mut scenario.units) {
        Rc::make_mut(unit).delegation = None;
    }
    let tables = Paper::credentials(&report(scenario), Language::English).tables;
    assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [30, 3]);
}
