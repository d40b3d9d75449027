//! The timetable of the example, and files of any scenario against the report they are made from.

use super::*;
use crate::scenario::{Calendar, MilestoneId, Name, OwnMilestone, Scenario, arbitrary, derive, example};
use crate::threshold::Span;
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: Scenario) -> Report {
    derive(&Rc::new(scenario), None)
}

/// The 12th Hengyang congress: its preparatory meeting was on 27 September 2021, a Monday.
#[test]
fn the_example_has_a_timetable_in_both_languages() {
    let en = Paper::timetable(&report(example(Language::English)), Language::English).unwrap().to_text();
    for words in [
        "Request to hold the congress is with the committee above\tTuesday, 27 July 2021\t2 months before",
        "Candidates are with the committee above for approval\tFriday, 27 August 2021\t1 month before",
        "The congress or election begins\tMonday, 27 September 2021",
        "(1994). Read only in an older version: please confirm.",
    ] {
        assert!(en.contains(words), "{words}\n{en}");
    }
    let zh = Paper::timetable(&report(example(Language::Chinese)), Language::Chinese).unwrap().to_text();
    for words in [
        "向上级党委呈报召开代表大会的请示\t2021年7月27日（星期二）\t提前 2 个月",
        "大会（选举）开始",
        "请核实",
    ] {
        assert!(zh.contains(words), "{words}\n{zh}");
    }
    assert_eq!(Paper::timetable(&report(Scenario::blank()), Language::English), None);
    assert_eq!(ics(&report(Scenario::blank()), Language::English, Stamp(0)), None);
}

fn lines(file: &str, name: &str) -> Vec<String> {
    let whole = file.replace("\r\n ", "");
    whole.split("\r\n").filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
}

/// A congress that is put off keeps its events: the same identities, other days.
#[test]
fn events_keep_their_identity_when_the_day_moves() {
    let mut scenario = example(Language::English);
    scenario.calendar.own = vec![OwnMilestone {
        id: MilestoneId(77),
        name: Name::new("Hall; rented, \\o/").unwrap(),
        before: Span::Days(40),
    }];
    let before = ics(&report(scenario.clone()), Language::English, Stamp(0)).unwrap();
    assert_eq!(lines(&before, "DTSTART;VALUE=DATE:"), ["20210727", "20210818", "20210827", "20210927"]);
    assert_eq!(lines(&before, "SUMMARY:")[1], r"Hall\; rented\, \\o/");
    scenario.calendar.day = Date::new(2021, 10, 11);
    let after = ics(&report(scenario.clone()), Language::Chinese, Stamp(86_400_000)).unwrap();
    assert_eq!(lines(&after, "DTSTART;VALUE=DATE:"), ["20210811", "20210901", "20210911", "20211011"]);
    assert_eq!(lines(&before, "UID:"), lines(&after, "UID:"));
    assert_eq!(lines(&after, "DTSTAMP:")[0], "19700102T000000Z");
    scenario.title = Name::title("Another congress").unwrap();
    let other = ics(&report(scenario), Language::English, Stamp(0)).unwrap();
    assert!(lines(&other, "UID:").iter().all(|uid| !lines(&before, "UID:").contains(uid)));
}

proptest! {
    #[test]
    fn every_file_has_one_event_for_each_latest_day(scenario in arbitrary::scenario(3), zh: bool) {
        let language = if zh { Language::Chinese } else { Language::English };
        let report = report(scenario);
        let Some(file) = ics(&report, language, Stamp(0)) else {
            prop_assert_eq!(report.calendar.day, None);
            return Ok(());
        };
        let known = report.calendar.due.iter().filter(|due| due.latest.is_some()).count();
        let uids = lines(&file, "UID:");
        prop_assert_eq!(uids.len(), known + 1);
        let distinct: std::collections::HashSet<_> = uids.iter().collect();
        prop_assert_eq!(distinct.len(), uids.len());
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    }

    #[test]
    fn the_paper_lists_what_is_due(scenario in arbitrary::scenario(3)) {
        let report = report(scenario);
        let Some(paper) = Paper::timetable(&report, Language::Chinese) else { return Ok(()) };
        prop_assert_eq!(paper.tables[0].rows.len(), report.calendar.due.len() + 1);
        prop_assert!(paper.tables[0].rows.iter().all(|row| row.len() == 3));
    }
}

#[test]
fn a_milestone_without_a_name_is_called_by_its_place() {
    let own = |id| OwnMilestone { id: MilestoneId(id), name: Name::default(), before: Span::Days(1) };
    let calendar = Calendar { day: Date::new(2024, 1, 2), level: None, own: vec![own(1), own(2)] };
    let report = report(Scenario { calendar, ..Scenario::blank() });
    let names: Vec<_> =
        report.calendar.due.iter().map(|due| task(&report.calendar, due, Language::English)).collect();
    assert_eq!(names[3..], ["Milestone 1", "Milestone 2"]);
}
