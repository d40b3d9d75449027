//! The list against the ledger: identities, filling, following, checking; and what becomes of it when units go.

use super::*;
use crate::language::Language;
use crate::num::Count;
use crate::roster::Ending;
use crate::scenario::{
    Action, Field, Figure, History, Issue, Leader, LineFigure, Note, Place, Problem, ReckoningStep, Scenario,
    SittingEdit, Tally, Unit, UnitEdit, Whose, apply, arbitrary, derive, example, reckon,
};
use proptest::prelude::*;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn people(scenario: &Scenario, action: PeopleAction) -> Scenario {
    apply(scenario, &Action::People(action)).expect("it changes something")
}

fn draft(who: &str, unit: &str, tenure: Tenure) -> DelegateDraft {
    let mandate = Told::Known(Mandate { tenure, ..Mandate::default() });
    DelegateDraft { unit: name(unit), mandate, ..DelegateDraft::named(name(who)) }
}

fn ended(reason: Reason, day: &str) -> Tenure {
    Tenure::Ended { reason, date: Date::parse(day) }
}

/// Two units; the first with five delegates, one of them transferred and one suspended; one by-elected.
fn drafts() -> Vec<DelegateDraft> {
    let mut drafts = vec![
        draft("赵一", "Hengyang County", Tenure::Holding),
        draft("钱二", "Hengyang County", Tenure::Holding),
        draft("孙三", "Hengyang County", ended(Reason::Transferred, "2021-09-01")),
        draft("李四", "Hengyang County", Tenure::Suspended),
        draft("周五", "Hengyang County", Tenure::Holding),
        draft("吴六", "Leiyang City", Tenure::Holding),
    ];
    drafts[4].mandate = Told::Known(Mandate { entry: Entry::ByElected, tenure: Tenure::Holding });
    drafts
}

fn import(counting: Filling) -> PeopleAction {
    PeopleAction::Import { drafts: drafts(), placing: Placing::Replace, units: NewUnits::Leave, counting }
}

fn with_list(counting: Filling) -> Scenario {
    people(&example(Language::English), import(counting))
}

fn ids(scenario: &Scenario) -> Vec<DelegateId> {
    scenario.people.delegates.iter().map(|delegate| delegate.id).collect()
}

/// The problems of the list, by place.
fn problems(scenario: &Scenario) -> Vec<(Place, PeopleProblem)> {
    let report = derive(&Rc::new(scenario.clone()), None);
    let of_list = |issue: &Issue| match &issue.problem {
        Problem::People(problem) => Some((issue.place, problem.clone())),
        _ => None,
    };
    report.issues.iter().filter_map(of_list).collect()
}

#[test]
fn an_imported_list_fills_the_figures_of_its_units_in_one_step() {
    let history = History::new(example(Language::English));
    let filled = history.apply(&Action::People(import(Filling::Fill))).unwrap();
    let scenario = filled.present();
    let mandates = &scenario.units[0].mandates;
    assert_eq!(mandates.elected, Count::new(4));
    assert_eq!((mandates.by_elected, mandates.suspended), (Count::from(1), Count::from(1)));
    let transferred =
        Ending { date: Date::parse("2021-09-01"), ..Ending::new(Reason::Transferred, 1u16.into()) };
    assert_eq!(mandates.endings, [transferred]);
    assert_eq!(scenario.units[1].mandates.elected, Count::new(1));
    // Units that the list does not name keep their figures.
    assert_eq!(scenario.units[2..], example(Language::English).units[2..]);
    assert_eq!(problems(scenario), []);
    assert_eq!(*filled.undo().unwrap().present().as_ref(), example(Language::English));
}

#[test]
fn a_list_that_only_checks_says_where_it_differs() {
    let scenario = with_list(Filling::Leave);
    assert_eq!(scenario.units, example(Language::English).units);
    let first = scenario.units[0].id;
    let second = scenario.units[1].id;
    let differs = |unit, field, list, table| {
        (Place::Unit(unit, field), PeopleProblem::Differs { list, unclear: 0, table: Some(table) })
    };
    // 59 and 53 elected in the example.
    assert_eq!(
        problems(&scenario),
        [
            differs(first, Field::Elected, 4, 59),
            differs(first, Field::ByElected, 1, 0),
            differs(first, Field::Ended, 1, 0),
            differs(first, Field::Suspended, 1, 0),
            differs(second, Field::Elected, 1, 53),
        ]
    );
    assert_eq!(problems(&people(&scenario, PeopleAction::Fill)), []);
}

#[test]
fn where_the_list_leads_the_table_follows_every_change() {
    let scenario = people(&with_list(Filling::Leave), PeopleAction::SetBasis(Basis::List));
    let unit = scenario.units[0].id;
    assert_eq!(scenario.units[0].mandates.elected, Count::new(4));
    // A figure that follows cannot be typed; one of another unit can.
    let typed = |unit, n: u16| Action::Edit(vec![(unit, UnitEdit::Elected(Some(n.into())))]);
    assert_eq!(apply(&scenario, &typed(unit, 9)), None);
    assert!(apply(&scenario, &typed(scenario.units[2].id, 9)).is_some());
    assert!(scenario.followed().holds(unit, Field::Ended));
    assert!(!scenario.followed().holds(unit, Field::Present));
    assert!(!scenario.followed().holds(scenario.units[2].id, Field::Elected));
    let resigned = Mandate { tenure: ended(Reason::Resigned, "2021-09-10"), ..Mandate::default() };
    let changed = people(&scenario, PeopleAction::Edit(ids(&scenario)[0], DelegateEdit::Mandate(resigned)));
    assert_eq!(changed.units[0].mandates.ended(), 2);
    assert_eq!(changed.units[0].mandates.ended_by(Reason::Resigned), 1);
    // The last delegate of a unit goes: it has not reported.
    let gone = people(&changed, PeopleAction::Remove(vec![ids(&changed)[5]]));
    assert_eq!(gone.units[1].mandates.elected, None);
    // Without any list the figures stay, and can be typed again.
    let emptied = people(&gone, PeopleAction::RemoveAll);
    assert_eq!((&emptied.units, emptied.people.basis), (&gone.units, Basis::Table));
    assert!(apply(&emptied, &typed(unit, 9)).is_some());
}

#[test]
fn attendance_is_known_once_everybody_due_is_marked() {
    let scenario = people(&with_list(Filling::Fill), PeopleAction::SetBasis(Basis::List));
    let unit = scenario.units[0].id;
    let all = ids(&scenario);
    let before = scenario.presence(unit);
    let one = people(&scenario, PeopleAction::Mark(vec![all[0]], Some(Attending::Present)));
    assert_eq!((before.present, one.presence(unit).present), (Count::new(57), None));
    let two = people(&one, PeopleAction::Mark(vec![all[1]], Some(Attending::OnLeave)));
    let three = people(&two, PeopleAction::Mark(vec![all[4]], Some(Attending::Absent)));
    // Three are due: the one transferred and the one suspended are nobody's.
    assert_eq!(three.presence(unit).present, Count::new(1));
    assert_eq!(three.presence(unit).on_leave, Count::from(1));
    assert!(three.followed().holds(unit, Field::Present));
    assert_eq!(three.presence(scenario.units[1].id), scenario.presence(scenario.units[1].id));
    // Without marks the unit has not reported.
    let none = people(&three, PeopleAction::Mark(all, None));
    assert_eq!((none.presence(unit).present, none.people.marks()), (None, 0));
}

#[test]
fn who_is_present_without_a_mandate_is_said_unless_it_ended_later() {
    let mut scenario = with_list(Filling::Fill);
    let third = ids(&scenario)[2];
    scenario = people(&scenario, PeopleAction::Mark(vec![third], Some(Attending::Present)));
    let said = |scenario: &Scenario| {
        problems(scenario)
            .iter()
            .filter(|(place, what)| {
                *place == Place::Delegate(third)
                    && matches!(what, PeopleProblem::PresentWithoutMandate { .. })
            })
            .count()
    };
    assert_eq!(said(&scenario), 1);
    for (day, times) in [("2021-08-31", 0), ("2021-09-01", 1), ("2021-09-27", 1)] {
        let mut held = scenario.clone();
        held.sittings[0].date = Date::parse(day);
        assert_eq!(said(&held), times, "ended on 2021-09-01, held on {day}");
    }
}

#[test]
fn what_is_not_understood_is_kept_and_said() {
    let mut drafts = drafts();
    drafts[0].mandate = Told::Unclear(name("perhaps"));
    drafts[1].unit = name("Nowhere");
    drafts[2].unit = name("");
    drafts[3].name = name("");
    drafts[4].name = name("周五");
    drafts.push(drafts[4].clone());
    let (placing, units) = (Placing::Replace, NewUnits::Leave);
    let action =
        |units| PeopleAction::Import { drafts: drafts.clone(), placing, units, counting: Filling::Fill };
    let scenario = people(&example(Language::English), action(units));
    let all = ids(&scenario);
    let said: Vec<_> = problems(&scenario);
    let at = |at: usize, problem| (Place::Delegate(all[at]), problem);
    assert_eq!(
        said,
        [
            at(2, PeopleProblem::NoUnit { delegates: 1 }),
            at(1, PeopleProblem::UnknownUnit { name: name("Nowhere"), delegates: 1 }),
            at(0, PeopleProblem::UnclearStatus { text: name("perhaps"), delegates: 1 }),
            at(3, PeopleProblem::Nameless { delegates: 1 }),
            at(4, PeopleProblem::Twice { name: name("周五"), delegates: 2 }),
        ]
    );
    // Left: one nameless and suspended, two by-elected.
    assert_eq!(scenario.units[0].mandates.elected, Count::new(1));
    let added = people(&scenario, PeopleAction::AddUnits);
    let unit = added.units.last().unwrap();
    assert_eq!((unit.name.as_str(), unit.mandates.elected), ("Nowhere", None));
    assert_eq!(added.people.delegates[1].unit, Told::Known(unit.id));
    let at_once = people(&example(Language::English), action(NewUnits::Add));
    assert_eq!(at_once.units.last().unwrap().mandates.elected, Count::new(1));
}

#[test]
fn a_unit_that_goes_leaves_its_name_with_its_delegates_and_finds_them_again() {
    let scenario = with_list(Filling::Fill);
    let gone = apply(&scenario, &Action::Remove(vec![scenario.units[0].id])).unwrap();
    assert_eq!(gone.people.delegates[0].unit, Told::Unclear(name("Hengyang County")));
    let back = vec![UnitEdit::Name(name("Hengyang County"))];
    let back = apply(&gone, &Action::Insert { at: 0, drafts: vec![back] }).unwrap();
    assert_eq!(back.people.delegates[0].unit, Told::Known(back.units[0].id));
}

#[test]
fn notes_on_ended_mandates_stay_where_the_list_agrees() {
    let mut scenario = example(Language::English);
    let note = |n: u16| Ending { note: name("decided"), ..Ending::new(Reason::Transferred, n.into()) };
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[0]).mandates.endings = vec![note(1)];
    let undated = |reason| Tenure::Ended { reason, date: None };
    let drafts = |more: &[Tenure]| -> Vec<DelegateDraft> {
        more.iter().map(|tenure| draft("赵", "Hengyang County", *tenure)).collect()
    };
    let filled = |tenures: &[Tenure]| {
        let (placing, units, counting) = (Placing::Replace, NewUnits::Leave, Filling::Fill);
        let drafts = drafts(tenures);
        let action = PeopleAction::Import { drafts, placing, units, counting };
        people(&scenario, action).units[0].mandates.endings.clone()
    };
    let transferred = undated(Reason::Transferred);
    assert_eq!(filled(&[transferred]), [note(1)]);
    assert_eq!(filled(&[transferred, transferred]), [note(2)]);
    let died = Ending::new(Reason::Died, 1u16.into());
    assert_eq!(filled(&[undated(Reason::Died), transferred]), [note(1), died.clone()]);
    assert_eq!(filled(&[undated(Reason::Died)]), [died]);
}

/// Too many days for a table become one entry, and stay it: what has nothing to do with them leaves them as they are.
#[test]
fn an_entry_without_its_many_days_stays_where_it_is() {
    let day = |n: u16| Date::new(2020 + n / 28, 1, (n % 28 + 1) as u8);
    let transferred = (0..60).map(|n| Tenure::Ended { reason: Reason::Transferred, date: day(n) });
    let tenures = transferred.chain([ended(Reason::Resigned, "2021-09-01")]);
    let drafts: Vec<_> = tenures.map(|tenure| draft("赵", "Hengyang County", tenure)).collect();
    let (placing, units, counting) = (Placing::Replace, NewUnits::Leave, Filling::Fill);
    let scenario =
        people(&example(Language::English), PeopleAction::Import { drafts, placing, units, counting });
    let endings = &scenario.units[0].mandates.endings;
    assert_eq!(endings.iter().map(|ending| ending.count).collect::<Vec<_>>(), [60u16.into(), 1u16.into()]);
    assert!(apply(&scenario, &Action::People(PeopleAction::Fill)).is_none());
    let led = people(&scenario, PeopleAction::SetBasis(Basis::List));
    assert!(led.units == scenario.units);
}

/// A list marks who is there and who is on leave; who has registered is entered, whatever leads.
#[test]
fn those_registered_do_not_follow_from_the_list() {
    let scenario = people(&with_list(Filling::Fill), PeopleAction::SetBasis(Basis::List));
    let marked = people(&scenario, PeopleAction::Mark(ids(&scenario), Some(Attending::Present)));
    let unit = marked.units[0].id;
    let edit = Action::Edit(vec![(unit, UnitEdit::Registered(Some(Count::from(3))))]);
    let report = derive(&Rc::new(apply(&marked, &edit).unwrap()), None);
    let note = |figure| {
        let found = reckon(&report, None, &Figure::Line(Whose::Unit(unit), figure)).unwrap();
        found.steps.last().cloned()
    };
    assert_eq!(note(LineFigure::Present), Some(ReckoningStep::Note(Note::Follows(Leader::List))));
    assert_eq!(note(LineFigure::Registered), Some(ReckoningStep::Note(Note::Entered)));
}

/// Marks of persons do not take the place of what was counted otherwise, as long as there is any.
#[test]
fn marks_leave_what_was_counted_otherwise() {
    let scenario = people(&with_list(Filling::Fill), PeopleAction::SetBasis(Basis::List));
    let shown = scenario.shown;
    let edit = |scenario: &Scenario, change| apply(scenario, &Action::EditSitting(shown, change)).unwrap();
    let whole = edit(&scenario, SittingEdit::CountedAs(Count::from(31u16)));
    let mark = |scenario| people(scenario, PeopleAction::Mark(ids(&whole), Some(Attending::Present)));
    assert_eq!(mark(&whole).sittings[0].tally, Tally::Whole(Count::new(31)));
    assert!(mark(&whole).followed().leader(scenario.units[0].id, Field::Present) != Some(Leader::List));
    let empty = edit(&whole, SittingEdit::Present(None));
    assert_eq!(mark(&empty).sittings[0].tally, Tally::ByUnit);
}

#[test]
fn a_removed_sitting_takes_its_marks_along() {
    let scenario = with_list(Filling::Fill);
    let scenario = apply(&scenario, &Action::AddSitting(name("Second"))).unwrap();
    let marked = people(&scenario, PeopleAction::Mark(ids(&scenario), Some(Attending::Absent)));
    assert_eq!(marked.people.marks(), 6);
    let gone = apply(&marked, &Action::RemoveSitting(marked.shown)).unwrap();
    assert_eq!(gone.people.marks(), 0);
}

#[test]
fn a_list_past_its_limits_is_not_taken() {
    let long = name(&"x".repeat(240));
    let draft = DelegateDraft { note: long.clone(), ..DelegateDraft::named(long) };
    let drafts = vec![draft; crate::limits::MAX_PEOPLE_BYTES / 480 + 1];
    let (placing, units, counting) = (Placing::Replace, NewUnits::Leave, Filling::Leave);
    let action = PeopleAction::Import { drafts, placing, units, counting };
    assert_eq!(apply(&Scenario::blank(), &Action::People(action)), None);
    let drafts = vec![DelegateDraft::named(name("x")); crate::limits::MAX_DELEGATES + 1];
    let action = PeopleAction::Import { drafts, placing, units, counting };
    let full = people(&Scenario::blank(), action);
    assert_eq!(full.people.delegates.len(), crate::limits::MAX_DELEGATES);
}

#[test]
fn a_unit_whose_name_its_delegates_could_not_keep_is_not_removed() {
    let long = name(&"x".repeat(240));
    let draft =
        DelegateDraft { note: long.clone(), unit: long.clone(), ..DelegateDraft::named(long.clone()) };
    let drafts = vec![draft; crate::limits::MAX_PEOPLE_BYTES / 480 - 1];
    let (placing, units, counting) = (Placing::Replace, NewUnits::Add, Filling::Leave);
    // The names of the units are not among the texts of the list once they are known; before, they would be too many.
    let unit = Unit { name: long, ..Unit::blank(UnitId(0)) };
    let scenario = Scenario { units: Rc::new(vec![Rc::new(unit)]), next_id: 1, ..Scenario::blank() };
    let full = people(&scenario, PeopleAction::Import { drafts, placing, units, counting });
    assert!(apply(&full, &Action::Remove(vec![UnitId(0)])).is_none());
    let few =
        people(&full, PeopleAction::Remove(full.people.delegates.iter().skip(5).map(|d| d.id).collect()));
    assert!(apply(&few, &Action::Remove(vec![UnitId(0)])).is_some());
}

proptest! {
    #[test]
    fn identities_hold_between_list_and_ledger(scenario in arbitrary::listed(8)) {
        let report = derive(&Rc::new(scenario.clone()), None);
        for (id, unit) in &report.people.units {
            let due = scenario.people.delegates.iter();
            let due = due.filter(|d| d.unit == Told::Known(*id) && d.is_due()).count();
            prop_assert_eq!(unit.counts.actual() as usize, due);
        }
        let sum = |figure: fn(&ListCounts) -> u32| -> u32 {
            report.people.units.values().map(|unit| figure(&unit.counts)).sum()
        };
        if report.people.homeless == 0 {
            prop_assert_eq!(sum(|counts| counts.elected), report.people.total.counts.elected);
            prop_assert_eq!(sum(ListCounts::actual), report.people.total.counts.actual());
        }
        if scenario.people.basis == Basis::List {
            for (unit, row) in scenario.units.iter().zip(&report.units) {
                let Some(list) = report.people.units.get(&unit.id) else { continue };
                prop_assert_eq!(row.ledger.elected, i64::from(list.counts.elected));
                prop_assert_eq!(row.ledger.actual(), i64::from(list.counts.actual()));
                prop_assert_eq!(row.ledger.ended, i64::from(list.counts.all_ended()));
            }
        }
        // Filling agrees with following: afterwards the list and the table never differ in mandates.
        if let Some(filled) = apply(&scenario, &Action::People(PeopleAction::Fill)) {
            let differs = |(place, problem): &(Place, PeopleProblem)| {
                matches!(place, Place::Unit(..)) && matches!(problem, PeopleProblem::Differs { .. })
            };
            prop_assert!(!problems(&filled).iter().any(differs));
        }
    }

    #[test]
    fn settling_twice_is_settling_once(scenario in arbitrary::listed(8)) {
        let mut again = scenario.clone();
        settle(None, &mut again);
        prop_assert_eq!(&again, &scenario);
        settle(Some(&scenario), &mut again);
        prop_assert_eq!(again, scenario);
    }
}
