//! The example's report against the published figures, and every figure of a paper against the derived ones.

use super::*;
use crate::exchange::guarded;
use crate::num::Count;
use crate::scenario::{
    Candidate, Name, Scenario, SittingId, Tally, arbitrary::scenario as any_scenario, derive, example,
};
use crate::text::explain::explanation;
use crate::threshold::Date;
use proptest::prelude::*;
use std::rc::Rc;

mod owners;
mod votes;

#[path = "../../../tests/data/hostile.rs"]
mod hostile;
use hostile::HOSTILE;
use votes::voted;

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
        let rows: Vec<usize> = paper.tables.iter().map(|table| table.rows.len()).collect();
        // Units, delegations, mandates ended one by one.
        assert_eq!(rows, [30, 15, 3]);
    }
    let zh = Paper::credentials(&report(example(Language::Chinese)), Language::Chinese).to_text();
    assert!(zh.contains("调离 3 名") && zh.contains("符合规定人数") && !zh.contains("不足规定人数"), "{zh}");
    let en = Paper::credentials(&report(example(Language::English)), Language::English).to_text();
    assert!(en.contains("transferred 3") && en.contains("it is met"), "{en}");
}

/// The first unit of the example has 61 seats: with 63 elected it is two over, in the words of the grid; with 59 two are empty.
#[test]
fn seats_that_are_empty_are_a_number_and_those_over_are_words() {
    for (elected, language, cell) in [
        (59u16, Language::English, "2"),
        (59, Language::Chinese, "2"),
        (63, Language::English, "2 over"),
        (63, Language::Chinese, "超 2"),
    ] {
        let mut scenario = example(language);
        Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[0]).mandates.elected = Some(Count::from(elected));
        let report = report(scenario);
        let table = &Paper::credentials(&report, language).tables[0];
        let column = |key| table.head.iter().position(|head| *head == say(language, &Msg::Key(key))).unwrap();
        assert_eq!(table.rows[0][column(Key::Unfilled)], cell);
        assert_eq!(table.foot[column(Key::Absent)], whole(report.total.absent()));
    }
}

/// Where the sitting states another number of those due than the roster has, each word has one figure on the sheet.
#[test]
fn who_is_due_and_absent_is_one_figure_on_a_sheet() {
    for language in Language::ALL {
        let mut scenario = example(language);
        let shown = scenario.shown;
        let sitting = scenario.sittings.iter_mut().find(|sitting| sitting.id == shown).unwrap();
        sitting.stated_due = Count::new(485);
        let report = report(scenario);
        assert_eq!(report.amended(), Some((484, 485)));
        let paper = Paper::credentials(&report, language);
        let said = |key| say(language, &Msg::Key(key)).into_owned();
        let attendance = numbers(&paper.paragraphs[1]);
        assert!(attendance.windows(3).any(|figures| figures == [485, 470, 15]), "{attendance:?}");
        let head = &paper.tables[0].head;
        assert!(head.contains(&said(Key::ActualAlone)), "{head:?}");
        assert!(!head.contains(&said(Key::Actual)) && !head.contains(&said(Key::Absent)), "{head:?}");
        let (sentence, asked) = &paper.sentences[1][0];
        let figure = asked.as_ref().and_then(|figure| explanation(&report, None, figure, language)).unwrap();
        assert!(sentence.contains(&figure.value), "{sentence}");
    }
}

/// Those known to be present are told where others have not reported, in the sentence and in the table of sittings.
#[test]
fn attendance_that_not_all_have_reported_is_told_as_far_as_it_goes() {
    for (language, sentence) in [
        (
            Language::English,
            "484 delegates are due to attend; at least 413 are present, though not all have reported.",
        ),
        (Language::Chinese, "应到代表 484 名，尚未报齐，至少实到 413 名。"),
    ] {
        let silent = |mut scenario: Scenario, units: usize| {
            let units: Vec<_> = scenario.units.iter().take(units).map(|unit| unit.id).collect();
            let sitting = scenario.sittings.first_mut().unwrap();
            Rc::make_mut(&mut sitting.attendance).retain(|unit, _| !units.contains(unit));
            let other = Sitting { id: SittingId(sitting.id.0 + 1), ..sitting.clone() };
            scenario.sittings.push(other);
            report(scenario)
        };
        let some = silent(example(language), 1);
        let paper = Paper::credentials(&some, language);
        assert!(paper.paragraphs[1].contains(sentence), "{}", paper.paragraphs[1]);
        let sittings = paper.tables.last().unwrap();
        assert_eq!(sittings.rows[0][3], "≥ 413");
        let (_, asked) = &paper.sentences[1][0];
        for figure in [asked.clone(), sittings.figure(&some, Some(0), 3)] {
            let told = explanation(&some, None, &figure.unwrap(), language).unwrap();
            assert!(sentence.contains(&told.value), "{told:?}");
        }
        let none = Paper::credentials(&silent(example(language), 30), language);
        assert_eq!((none.sentences[1].len(), none.tables.last().unwrap().rows[0][3].as_str()), (1, ""));
    }
}

/// Of a single sitting nothing is said.
#[test]
fn attendance_is_that_of_a_sitting_with_a_name_and_a_day() {
    let said =
        |scenario: Scenario, language| Paper::credentials(&report(scenario), language).paragraphs[1].clone();
    let starts = ["筹备会议（2021年9月26日）：应到代表 484 名", "Rehearsal, 26 September 2021: Of 484"];
    for ((language, start), name) in Language::ALL.into_iter().zip(starts).zip(["筹备会议", "Rehearsal"])
    {
        let mut scenario = example(language);
        let mut shown = scenario.sitting().unwrap().clone();
        shown.name = Name::new(name).unwrap();
        shown.date = Date::parse("2021-09-26");
        scenario.sittings = vec![shown.clone()];
        let alone = said(scenario.clone(), language);
        let other = Sitting { id: SittingId(shown.id.0 + 1), ..shown };
        scenario.sittings.push(other);
        let text = said(scenario, language);
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with(&alone), "{text}");
    }
}

/// An empty seat of one unit is not filled by a delegate above the seats of another.
#[test]
fn seats_that_are_empty_and_those_over_are_told_apart() {
    for (language, sentence, cell) in [
        (Language::Chinese, "未选出 14 名，另有 1 个单位共超出 2 名。", "14；超 2"),
        (Language::English, "seats not filled: 14; 1 unit elected 2 more than it has seats.", "14; 2 over"),
    ] {
        let mut scenario = example(language);
        let before = report(scenario.clone());
        let units = Rc::make_mut(&mut scenario.units);
        let elected = |n: i64| Count::new(u32::try_from(n).unwrap());
        Rc::make_mut(&mut units[0]).mandates.elected = elected(before.units[0].ledger.seats + 2);
        let others = before.total.left().open - before.units[0].ledger.left().open;
        let one = (1..units.len()).find(|at| before.units[*at].ledger.elected > 20).unwrap();
        Rc::make_mut(&mut units[one]).mandates.elected =
            elected(before.units[one].ledger.elected - (14 - others));
        let paper = Paper::credentials(&report(scenario), language);
        assert!(paper.paragraphs[0].contains(sentence), "{}", paper.paragraphs[0]);
        assert_eq!(paper.tables[0].foot[2], cell);
    }
}

/// Every line is a cell once it is pasted: none becomes a formula, and each comes back as it was.
#[test]
fn what_is_copied_of_a_report_holds_no_formula() {
    for title in HOSTILE.into_iter().chain(["\"Red\" flag"]) {
        let mut scenario = voted();
        scenario.title = Name::title(title).unwrap();
        let candidate = Candidate { name: Name::new(title).unwrap(), ..Candidate::default() };
        Rc::make_mut(&mut scenario.elections[0]).title = Name::new(title).unwrap();
        Rc::make_mut(&mut scenario.elections[0]).candidates.insert(0, candidate);
        let text = Paper::credentials(&report(scenario.clone()), Language::English).to_text();
        let pasted = Grid::from_clipboard(&text).unwrap();
        assert_eq!(pasted.rows()[0], [scenario.title.as_str()]);
        for cell in text.lines().flat_map(|line| line.split('\t')) {
            assert!(guarded(cell) == cell || cell.starts_with('\''), "{cell}");
        }
    }
}

/// 地方组织选举工作条例 (2020) Art. 24: a quorum is more than half of those due. What was not read is marked.
#[test]
fn the_report_names_the_rules_that_held() {
    let plain = report(example(Language::English));
    for (language, share, article) in
        [(Language::English, "1/2", "Art. 24"), (Language::Chinese, "1/2", "第 24 条")]
    {
        let paper = Paper::credentials(&plain, language);
        let table = paper.rules.as_ref().unwrap();
        let quorum = &table.rows[0];
        assert!(quorum[1].contains(share) && quorum[2].contains(article), "{quorum:?}");
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{table:?}");
        let text = paper.to_text();
        assert!(text.contains(&table.caption) && text.contains(article), "{text}");
    }
    // A majority was applied only where something was counted.
    let rows = |scenario| Paper::credentials(&report(scenario), Language::English).rules.unwrap().rows.len();
    assert!(rows(voted()) > rows(example(Language::English)));
    let mut scenario = example(Language::English);
    scenario.rules = crate::scenario::Rules::Profile(crate::threshold::ProfileId::RonrConvention);
    let paper = Paper::credentials(&report(scenario), Language::English);
    let confirm =
        crate::threshold::profile(crate::threshold::ProfileId::RonrConvention).quorums[0].citation.confidence;
    let asked = say(Language::English, &Msg::ToConfirm(confirm)).into_owned();
    assert!(paper.rules.unwrap().rows[0][2].ends_with(&asked), "{asked}");
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
        let total = &report.total;
        let silent = total.elected_missing as usize == report.units.len() && total.actual() == 0;
        prop_assert_eq!(numbers(&zh.paragraphs[0]), {
            // English says "all 30 units", and puts those represented before all of them.
            let mut stated = numbers(&en.paragraphs[0]);
            if report.units_represented() != report.units.len() && !silent {
                let end = stated.len();
                stated.swap(end - 1, end - 2);
            }
            stated
        });
        let elected = (total.elected_missing == 0 || total.elected > 0).then_some(total.elected.unsigned_abs());
        let actual = (!silent).then_some(total.actual().unsigned_abs());
        for figure in [Some(report.seats()), elected, actual].into_iter().flatten() {
            prop_assert!(numbers(&zh.paragraphs[0]).contains(&figure));
        }
        let ledger = &zh.tables[0];
        let sum = |field: Field| -> u64 {
            let heading = say(Language::Chinese, &Msg::Field(field));
            let column = ledger.head.iter().position(|head| *head == heading).expect("the column is there");
            ledger.rows.iter().flat_map(|row| numbers(&row[column])).sum()
        };
        prop_assert_eq!(sum(Field::Seats), total.seats.unsigned_abs());
        prop_assert_eq!(sum(Field::Ended), total.ended.unsigned_abs());
        // Units have figures of attendance only where it was counted by unit.
        let by_unit = report.scenario.sitting().is_some_and(|sitting| sitting.tally == Tally::ByUnit);
        let counted = |figure: i64| if by_unit { figure } else { 0 };
        for (field, figure) in [
            (Field::ByElected, total.by_elected),
            (Field::Suspended, total.suspended),
            (Field::OnLeave, counted(total.on_leave)),
            (Field::Present, counted(total.present)),
        ] {
            if figure > 0 {
                prop_assert_eq!(sum(field), figure.unsigned_abs());
            }
        }
        let sections = || zh.sections.iter().chain(&en.sections).flat_map(|section| &section.tables);
        for table in zh.tables.iter().chain(&en.tables).chain(sections()) {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        }
    }

    #[test]
    fn the_allocation_table_sums_to_the_seats(scenario in any_scenario(12)) {
        let report = report(scenario);
        let paper = Paper::allocation(&report, Language::English);
        // Of a unit in a tie, those that are certain.
        let seats: u64 = paper.tables[0].rows.iter().filter_map(|row| numbers(&row[3]).first().copied()).sum();
        prop_assert_eq!(seats, report.allocation.allocated);
    }
}
