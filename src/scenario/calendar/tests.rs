//! Timetables: known answers from the texts, month ends, the clock given in, and properties.

use super::*;
use crate::apportion::open_house::{NumberRule, RangeRule};
use crate::language::Language;
use crate::limits::MAX_MILESTONES;
use crate::scenario::arbitrary::scenario as any_scenario;
use crate::scenario::{Action, Body, OwnRules, Rules, Scenario, apply, example};
use crate::threshold::{ProfileId, Provision, Subject};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn planned(id: ProfileId, level: Option<Level>, on: &str) -> Vec<(Milestone, String)> {
    let calendar = Calendar { day: Some(day(on)), level, own: Vec::new() };
    let report = CalendarReport::of(&Scenario { rules: Rules::Profile(id), calendar, ..Scenario::blank() });
    let stated = report.due.iter().map(|due| match &due.task {
        Task::Stated { milestone, .. } => (*milestone, due.latest.unwrap().to_string()),
        Task::Own(_) => panic!("there are none"),
    });
    stated.collect()
}

/// 《中国共产党地方组织选举工作条例》(1994): a province asks four months before, others two, candidates one; 选举法 (2020) Art. 28 and 32:
/// voters 20 days, candidates 15 and 7, nomination two.
#[test]
fn deadlines_are_planned_back_from_the_day() {
    use Milestone::*;
    let rows =
        |rows: &[(Milestone, &str)]| rows.iter().map(|(m, d)| (*m, (*d).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        planned(ProfileId::CpcLocal, Some(Level::BelowProvince), "2021-09-27"),
        rows(&[(CongressRequest, "2021-07-27"), (CandidateRequest, "2021-08-27")])
    );
    assert_eq!(
        planned(ProfileId::CpcLocal, Some(Level::Province), "2022-06-30"),
        rows(&[(CongressRequest, "2022-02-28"), (CandidateRequest, "2022-05-30")])
    );
    // No level chosen: both are shown, the earlier first.
    assert_eq!(
        planned(ProfileId::CpcLocal, None, "2021-05-31"),
        rows(&[
            (CongressRequest, "2021-01-31"),
            (CongressRequest, "2021-03-31"),
            (CandidateRequest, "2021-04-30")
        ])
    );
    assert_eq!(
        planned(ProfileId::DirectElection, None, "2024-03-15"),
        rows(&[
            (VoterList, "2024-02-24"),
            (PreliminaryCandidates, "2024-02-29"),
            (FinalCandidates, "2024-03-08")
        ])
    );
    assert_eq!(planned(ProfileId::PeoplesCongress, None, "2025-01-01"), rows(&[(Nomination, "2024-12-30")]));
    assert!(planned(ProfileId::TradeUnion, None, "2025-01-01").is_empty());
}

/// The level of the body stands in for one that is not entered; the level entered wins; one the rules do not know is none.
#[test]
fn the_level_follows_from_the_body_unless_it_is_entered() {
    let mut scenario = example(Language::English);
    let level = |scenario: &Scenario| CalendarReport::of(scenario).level;
    assert_eq!(level(&scenario), Some(Level::BelowProvince));
    assert_eq!(CalendarReport::of(&scenario).due.len(), 2);
    scenario.calendar.level = Some(Level::Province);
    assert_eq!(level(&scenario), Some(Level::Province));
    scenario.calendar.level = Some(Level::Township);
    assert_eq!(level(&scenario), None);
    scenario.calendar.level = None;
    scenario.body = Some(Body::new(NumberRule::Range(RangeRule::ProvincialCongress)));
    assert_eq!(level(&scenario), Some(Level::Province));
    scenario.rules = Rules::Profile(ProfileId::DirectElection);
    assert_eq!((level(&scenario), CalendarReport::of(&scenario).levels), (None, vec![]));
}

#[test]
fn without_a_day_the_earliest_sitting_gives_it() {
    let mut scenario = Scenario::blank();
    let found = |scenario: &Scenario| {
        let report = CalendarReport::of(scenario);
        (
            report.day.map(|day| day.to_string()),
            report.from,
            report.due.iter().all(|due| due.latest.is_some()),
        )
    };
    assert_eq!(found(&scenario), (None, DayFrom::Entered, false));
    let second = crate::scenario::Sitting::blank(crate::scenario::SittingId(1));
    scenario.sittings[0].date = Some(day("2021-09-28"));
    scenario.sittings.push(crate::scenario::Sitting { date: Some(day("2021-09-27")), ..second });
    assert_eq!(found(&scenario), (Some("2021-09-27".to_owned()), DayFrom::Sitting, true));
    scenario.calendar.day = Some(day("2021-10-01"));
    assert_eq!(found(&scenario), (Some("2021-10-01".to_owned()), DayFrom::Entered, true));
}

#[test]
fn milestones_are_added_changed_sorted_and_removed() {
    let scenario = example(Language::English);
    let edit = |scenario: &Scenario, change| apply(scenario, &Action::EditCalendar(change));
    let name = |text| Name::new(text).unwrap();
    let id = MilestoneId(scenario.next_id);
    let added = edit(&scenario, CalendarEdit::Add(name("Hall"), Span::Months(1))).unwrap();
    assert_eq!(added.next_id, id.0 + 1);
    let changed = edit(&added, CalendarEdit::Before(id, Span::Days(40))).unwrap();
    let changed = edit(&changed, CalendarEdit::Name(id, name("Hall rented"))).unwrap();
    let report = CalendarReport::of(&changed);
    // 27 September less 40 days lies between the request, 27 July, and the candidates, 27 August.
    let latest: Vec<_> = report.due.iter().map(|due| due.latest.unwrap().to_string()).collect();
    assert_eq!(latest, ["2021-07-27", "2021-08-18", "2021-08-27"]);
    assert!(matches!(&report.due[1].task, Task::Own(own) if own.name.as_str() == "Hall rented"));
    let removed = edit(&changed, CalendarEdit::Remove(id)).unwrap();
    assert!(removed.calendar.own.is_empty() && removed.next_id == changed.next_id);
    for nothing in [
        CalendarEdit::Before(id, Span::Days(0)),
        CalendarEdit::Before(id, Span::Days(MAX_DAYS_BEFORE + 1)),
        CalendarEdit::Before(id, Span::Months(MAX_MONTHS_BEFORE + 1)),
        CalendarEdit::Before(MilestoneId(9_999), Span::Days(1)),
        CalendarEdit::Remove(MilestoneId(9_999)),
        CalendarEdit::Add(name("x"), Span::Months(0)),
    ] {
        assert_eq!(edit(&changed, nothing.clone()), None, "{nothing:?}");
    }
    let mut full = scenario;
    for _ in 0..MAX_MILESTONES {
        full = edit(&full, CalendarEdit::Add(name("x"), Span::Days(1))).unwrap();
    }
    assert_eq!(edit(&full, CalendarEdit::Add(name("x"), Span::Days(1))), None);
}

#[test]
fn what_is_late_depends_on_the_day_given() {
    let report = CalendarReport::of(&example(Language::English));
    let congress = report.day.unwrap();
    let timing = |today: &str| report.due[0].timing(congress, day(today));
    assert_eq!(timing("2021-07-17"), Some(Timing::Left(10)));
    assert_eq!(timing("2021-07-27"), Some(Timing::Today));
    assert_eq!(timing("2021-07-28"), Some(Timing::Past(1)));
    assert_eq!(timing("2021-09-27"), Some(Timing::Past(62)));
    // The congress is over: nobody has to hurry.
    assert_eq!(timing("2021-09-28"), None);
}

proptest! {
    /// What is due is due before the congress, in order, and everything entered is there.
    #[test]
    fn everything_is_due_before_the_congress(scenario in any_scenario(3)) {
        let report = CalendarReport::of(&scenario);
        for due in &report.due {
            if let (Some(day), Some(latest)) = (report.day, due.latest) {
                // Rules of one's own may ask for something on the day itself.
                prop_assert!(latest < day || due.before == Span::Days(0) || due.before == Span::Months(0));
            }
            prop_assert!(report.day.is_some() || due.latest.is_none());
        }
        prop_assert!(report.due.windows(2).all(|pair| pair[0].latest <= pair[1].latest));
        let own = report.due.iter().filter(|due| matches!(due.task, Task::Own(_))).count();
        prop_assert_eq!(own, scenario.calendar.own.len());
    }

    /// A longer span never ends later, and a month is never shorter than 28 days nor longer than 31.
    #[test]
    fn spans_reach_further_back_the_longer_they_are(
        year in 20..9999u16, month in 1..=12u8, at in 1..=31u8, months in 1..=120u16, days in 1..=3_000u16,
    ) {
        let Some(date) = Date::new(year, month, at) else { return Ok(()) };
        let back = |span: Span| span.before(date).unwrap();
        prop_assert!(back(Span::Months(months)) < date && back(Span::Days(days)) < date);
        prop_assert!(back(Span::Months(months + 1)) < back(Span::Months(months)));
        prop_assert_eq!(back(Span::Days(days)).days_until(date), i64::from(days));
        let away = back(Span::Months(months)).days_until(date);
        prop_assert!(i64::from(months) * 28 <= away && away <= i64::from(months) * 31);
        prop_assert!(back(Span::Months(months)).day() <= at);
    }
}

/// Rules of one's own in any order name each level once.
#[test]
fn levels_are_listed_once() {
    let mut scenario = example(Language::English);
    let mut rules = OwnRules::copy(ProfileId::CpcLocal, Name::new("own").unwrap());
    for level in [Level::Province, Level::BelowProvince] {
        rules.put(Provision::blank(Subject::Deadline(Milestone::Nomination, Some(level))));
    }
    scenario.rules = Rules::Own(rules.into());
    assert_eq!(CalendarReport::of(&scenario).levels, [Level::Province, Level::BelowProvince]);
}
