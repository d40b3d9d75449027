//! The example's report against the published figures, and every figure of a paper against the derived ones.

use super::*;
use crate::scenario::{Scenario, Tally, arbitrary::scenario as any_scenario, derive, example};
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: Scenario) -> Report {
    derive(&Rc::new(scenario), None)
}

/// The numbers that a text states, grouping taken out.
fn numbers(text: &str) -> Vec<u64> {
    let plain: String = text.replace([',', '\u{202f}', '\u{a0}'], "");
    plain.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// Source: the newspaper page of 2021-09-28: 500 seats, 30 units, 487 elected, 3 transferred and their mandates
/// ended, 484 actual and due, 470 present, the required number met.
#[test]
fn the_example_states_what_the_committee_reported() {
    for language in Language::ALL {
        let paper = Paper::credentials(&report(example(language)), language);
        let [mandates, attendance] = paper.paragraphs.as_slice() else { panic!("two paragraphs") };
        assert_eq!(numbers(mandates), [500, 30, 487, 13, 3, 3, 484, 30], "{mandates}");
        assert!(attendance.contains("484") && attendance.contains("470"), "{attendance}");
        assert_eq!(paper.tables.last().map(|table| table.rows.len()), Some(3));
    }
    let zh = Paper::credentials(&report(example(Language::Chinese)), Language::Chinese).to_text();
    assert!(zh.contains("调离 3 名") && zh.contains("符合规定人数") && !zh.contains("不足规定人数"), "{zh}");
    let en = Paper::credentials(&report(example(Language::English)), Language::English).to_text();
    assert!(en.contains("transferred 3") && en.contains("it is met"), "{en}");
}

#[test]
fn a_blank_scenario_states_no_attendance_and_decides_nothing() {
    let paper = Paper::credentials(&report(Scenario::blank()), Language::English);
    assert!(paper.to_text().contains("cannot be decided"), "{}", paper.to_text());
}

proptest! {
    #[test]
    fn both_languages_state_the_derived_figures(scenario in any_scenario(12)) {
        let report = report(scenario);
        let [zh, en] = [Language::Chinese, Language::English].map(|l| Paper::credentials(&report, l));
        prop_assert_eq!(numbers(&zh.paragraphs[0]), {
            // English says "all 30 units", and puts those represented before all of them.
            let mut stated = numbers(&en.paragraphs[0]);
            if report.units_represented() != report.units.len() {
                let end = stated.len();
                stated.swap(end - 1, end - 2);
            }
            stated
        });
        let total = &report.total;
        for figure in [total.seats, total.elected, total.actual()] {
            prop_assert!(numbers(&zh.paragraphs[0]).contains(&figure.unsigned_abs()));
        }
        let ledger = &zh.tables[0];
        let sum = |field: Field| -> u64 {
            let heading = say(Language::Chinese, &Msg::Field(field));
            let column = ledger.head.iter().position(|head| *head == heading).expect("the column is there");
            ledger.rows.iter().flat_map(|row| numbers(&row[column])).sum()
        };
        prop_assert_eq!(sum(Field::Seats), total.seats.unsigned_abs());
        prop_assert_eq!(sum(Field::Ended), total.ended.unsigned_abs());
        for (field, figure) in [
            (Field::ByElected, total.by_elected),
            (Field::Suspended, total.suspended),
            (Field::OnLeave, total.on_leave),
        ] {
            if figure > 0 {
                prop_assert_eq!(sum(field), figure.unsigned_abs());
            }
        }
        // Units have figures of their own only where attendance was counted by unit.
        if report.scenario.sitting().is_none_or(|sitting| sitting.tally == Tally::ByUnit) {
            prop_assert_eq!(sum(Field::Present), total.present.unsigned_abs());
        }
        for table in zh.tables.iter().chain(&en.tables) {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        }
    }

    #[test]
    fn the_allocation_table_sums_to_the_seats(scenario in any_scenario(12)) {
        let report = report(scenario);
        let paper = Paper::allocation(&report, Language::English);
        let seats: u64 = paper.tables[0].rows.iter().flat_map(|row| numbers(&row[3])).sum();
        prop_assert_eq!(seats, report.allocation.allocated);
    }
}
