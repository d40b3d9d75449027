//! What actions do to the agenda and the elections: nothing dangles, nothing is lost, one step each.

use crate::language::Language;
use crate::limits::{MAX_AGENDA, MAX_CANDIDATES, MAX_ELECTIONS};
use crate::num::Count;
use crate::scenario::arbitrary::votes::action as any_voting_action;
use crate::scenario::{
    Action, AgendaAction, AgendaEdit, Candidate, CandidateDraft, CandidateEdit, ElectionAction, ElectionEdit,
    History, Name, Needs, Paper, Scenario, SittingId, StrokeOrder, Strokes, Vote, apply, derive, example,
};
use crate::threshold::{Decision, Office};
use proptest::prelude::*;
use std::rc::Rc;

fn named(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn count(n: u16) -> Option<Count> {
    Some(Count::from(n))
}

fn row(name: &str, votes: u16) -> CandidateDraft {
    CandidateDraft { name: Some(named(name)), votes: Some(count(votes)), ..CandidateDraft::default() }
}

fn on_election(scenario: &Scenario, change: ElectionEdit) -> Scenario {
    let action = ElectionAction::Edit(scenario.elections[0].id, change);
    apply(scenario, &Action::Election(action)).unwrap()
}

fn on_item(scenario: &Scenario, change: AgendaEdit) -> Scenario {
    apply(scenario, &Action::Agenda(AgendaAction::Edit(scenario.agenda[0].id, change))).unwrap()
}

#[test]
fn a_sitting_or_an_election_that_is_gone_is_named_by_nothing() {
    let first = example(Language::English);
    let scenario = apply(&first, &Action::AddSitting(named("Election"))).unwrap();
    let (sitting, election) = (scenario.shown, scenario.elections[0].id);
    let scenario = on_election(&scenario, ElectionEdit::Sitting(Some(sitting)));
    let scenario = on_item(&scenario, AgendaEdit::Sitting(Some(sitting)));
    let gone = apply(&scenario, &Action::RemoveSitting(sitting)).unwrap();
    assert_eq!((gone.elections[0].sitting, gone.agenda[0].sitting), (None, None));
    assert_eq!(gone.agenda[2].needs, Needs::Election(Some(election)));
    let gone = apply(&gone, &Action::Election(ElectionAction::Remove(election))).unwrap();
    assert_eq!((gone.agenda[2].needs, gone.elections.len()), (Needs::Election(None), 2));
    // What is not there cannot be named either.
    let missing = ElectionEdit::Sitting(Some(SittingId(999)));
    let action = ElectionAction::Edit(first.elections[0].id, missing);
    assert_eq!(apply(&first, &Action::Election(action)), None);
    let missing = AgendaEdit::Needs(Needs::Election(Some(election)));
    let action = AgendaAction::Edit(gone.agenda[0].id, missing);
    assert_eq!(apply(&gone, &Action::Agenda(action)), None);
}

/// Votes that were counted are decided by the attendance at their own sitting: without it they would be by another's.
#[test]
fn a_sitting_at_which_votes_were_counted_stays() {
    let first = example(Language::English);
    let two = apply(&first, &Action::AddSitting(named("Election"))).unwrap();
    let (earlier, shown) = (first.shown, two.shown);
    let vote = AgendaEdit::Needs(Needs::Vote(Vote::uncounted(Decision::Adopt)));
    let counted =
        [vote, AgendaEdit::Favour(count(300))].into_iter().fold(two, |all, edit| on_item(&all, edit));
    // Nobody has said at which: at the one that is shown.
    assert!(counted.has_counted(shown) && !counted.has_counted(earlier));
    assert_eq!(apply(&counted, &Action::RemoveSitting(shown)), None);
    assert!(apply(&counted, &Action::RemoveSitting(earlier)).is_some());
    let moved = on_item(&counted, AgendaEdit::Sitting(Some(earlier)));
    assert_eq!(apply(&moved, &Action::RemoveSitting(earlier)), None);
    assert!(apply(&moved, &Action::RemoveSitting(shown)).is_some());
    let issued = on_election(&first, ElectionEdit::Paper(Paper::Issued, count(470)));
    let later = apply(&issued, &Action::AddSitting(named("Closing"))).unwrap();
    assert_eq!(apply(&later, &Action::RemoveSitting(earlier)), None, "bound to the one that was shown");
}

#[test]
fn another_kind_of_decision_keeps_the_votes() {
    let vote = |decision| AgendaEdit::Needs(Needs::Vote(Vote::uncounted(decision)));
    let scenario = on_item(&example(Language::English), vote(Decision::Adopt));
    let scenario = on_item(&scenario, AgendaEdit::Favour(count(300)));
    let scenario = on_item(&scenario, vote(Decision::Method));
    let Needs::Vote(vote) = scenario.agenda[0].needs else { panic!("it is a vote") };
    assert_eq!((vote.decision, vote.favour), (Decision::Method, count(300)));
}

#[test]
fn pasted_rows_cover_what_they_bring_and_append_the_rest() {
    let rows = |at, rows| ElectionEdit::Candidates { at, rows };
    let scenario =
        on_election(&example(Language::English), rows(0, vec![row("A", 1), row("B", 2), row("C", 3)]));
    let scenario = on_election(&scenario, ElectionEdit::Candidate(1, CandidateEdit::RunOff(0, count(9))));
    // Votes alone: names stay, and what a candidate had in a further ballot as well.
    let votes = CandidateDraft { votes: Some(count(20)), ..CandidateDraft::default() };
    let covered = on_election(&scenario, rows(1, vec![votes, row("D", 30), row("E", 40)]));
    let told = |scenario: &Scenario| -> Vec<(String, Option<u32>, Option<u32>)> {
        let people = scenario.elections[0].candidates.iter();
        let figure = |n: Option<Count>| n.map(Count::get);
        people.map(|one| (one.name.as_str().to_owned(), figure(one.votes), figure(one.run_offs[0]))).collect()
    };
    let person = |name: &str, votes, run_off| (name.to_owned(), Some(votes), run_off);
    assert_eq!(
        told(&covered),
        [person("A", 1, None), person("B", 20, Some(9)), person("D", 30, None), person("E", 40, None)]
    );
    // Another name is another person.
    let other = on_election(&covered, rows(1, vec![row("F", 20)]));
    assert_eq!(told(&other)[1], person("F", 20, None));
    let moved = on_election(&other, ElectionEdit::MoveCandidate(0, 3));
    assert_eq!(told(&moved).iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), ["F", "D", "E", "A"]);
    let removed = on_election(&moved, ElectionEdit::RemoveCandidate(1));
    assert_eq!(removed.elections[0].candidates.len(), 3);
}

/// A stroke order is typed, pasted, cleared and taken back like any other cell.
#[test]
fn stroke_orders_are_cells_of_their_own() {
    let order = |text: &str| StrokeOrder::parse(text).unwrap();
    let rows = |at, rows| ElectionEdit::Candidates { at, rows };
    let scenario = on_election(&example(Language::English), rows(0, vec![row("A", 1), row("B", 2)]));
    let typed = CandidateEdit::StrokeOrder(order("1121 234"));
    let action =
        Action::Election(ElectionAction::Edit(scenario.elections[0].id, ElectionEdit::Candidate(0, typed)));
    let kept = |scenario: &Scenario| -> Vec<Option<StrokeOrder>> {
        scenario.elections[0].candidates.iter().map(|one| one.stroke_order.clone()).collect()
    };
    let history = History::new(scenario.clone()).apply(&action).unwrap();
    assert_eq!(kept(history.present()), [order("1121 234"), None]);
    assert_eq!(kept(history.undo().unwrap().present()), [None, None]);
    // Rows without the column leave it alone; with it, they say what is there, and that nothing is.
    let pasted = on_election(history.present(), rows(0, vec![row("A", 3)]));
    assert_eq!(kept(&pasted), [order("1121 234"), None]);
    let with = |text| CandidateDraft { stroke_order: Some(order(text)), ..CandidateDraft::default() };
    let pasted = on_election(&pasted, rows(0, vec![with(""), with("5")]));
    assert_eq!(kept(&pasted), [None, order("5")]);
}

/// The list would follow the surname of the one before, and the votes elect who never had them.
#[test]
fn another_person_has_nothing_of_the_one_before() {
    let order = StrokeOrder::parse("1121 234").unwrap();
    let rows = |rows| ElectionEdit::Candidates { at: 0, rows };
    let wang = CandidateDraft {
        strokes: Some(Strokes::new(4)),
        stroke_order: Some(order.clone()),
        ..row("王小明", 300)
    };
    let nameless = CandidateDraft { name: None, ..wang.clone() };
    let scenario = on_election(&example(Language::Chinese), rows(vec![wang.clone(), wang, nameless]));
    let name = |text| CandidateDraft { name: Some(named(text)), ..CandidateDraft::default() };
    let pasted = on_election(&scenario, rows(vec![name("丁某"), row("戴某", 280), name("王大年")]));
    let people = &pasted.elections[0].candidates;
    assert_eq!(people[0], Candidate { name: named("丁某"), ..Candidate::default() });
    assert_eq!(people[1], Candidate { name: named("戴某"), votes: count(280), ..Candidate::default() });
    // A row that waited for its name keeps what was entered for it, and so does a name that is the same.
    let kept = Candidate { name: named("王大年"), ..scenario.elections[0].candidates[2].clone() };
    assert_eq!((&kept.stroke_order, &people[2]), (&order, &kept));
    for same in ["王小明", "王 小明"] {
        let again = on_election(&scenario, rows(vec![row(same, 299)]));
        assert_eq!(again.elections[0].candidates[0].strokes, Strokes::new(4));
    }
    // Typed, it is the name that is corrected.
    let typed = on_election(&scenario, ElectionEdit::Candidate(0, CandidateEdit::Name(named("王晓明"))));
    assert_eq!(typed.elections[0].candidates[0].votes, count(300));
}

#[test]
fn there_is_a_limit_to_everything() {
    let mut scenario = Scenario::blank();
    for _ in 0..MAX_AGENDA + 3 {
        let action = Action::Agenda(AgendaAction::Add(Name::default()));
        scenario = apply(&scenario, &action).unwrap_or(scenario);
        let action = Action::Election(ElectionAction::Add(Name::default(), Office::Committee));
        scenario = apply(&scenario, &action).unwrap_or(scenario);
    }
    assert_eq!((scenario.agenda.len(), scenario.elections.len()), (MAX_AGENDA, MAX_ELECTIONS));
    let rows = vec![CandidateDraft::default(); MAX_CANDIDATES + 3];
    let full = on_election(&scenario, ElectionEdit::Candidates { at: 0, rows });
    assert_eq!(full.elections[0].candidates.len(), MAX_CANDIDATES);
}

proptest! {
    #[test]
    fn nothing_dangles_after_any_actions(actions in proptest::collection::vec(any_voting_action(), 1..24)) {
        let mut history = History::new(example(Language::English));
        for action in &actions {
            let before = Rc::clone(history.present());
            let Some(next) = history.apply(action) else { continue };
            let scenario = Rc::clone(next.present());
            let held = |id: Option<SittingId>| id.is_none_or(|id| scenario.sittings.iter().any(|one| one.id == id));
            let known = |needs: Needs| match needs {
                Needs::Election(Some(id)) => scenario.elections.iter().any(|one| one.id == id),
                _ => true,
            };
            let items = scenario.agenda.iter().map(|item| (item.id.0, item.sitting));
            let elections = scenario.elections.iter().map(|one| (one.id.0, one.sitting));
            let mut ids: Vec<u32> = Vec::new();
            for (id, sitting) in items.chain(elections) {
                prop_assert!(held(sitting) && id < scenario.next_id);
                ids.push(id);
            }
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), all);
            prop_assert!(scenario.agenda.iter().all(|item| known(item.needs)));
            let report = derive(&scenario, None);
            prop_assert_eq!((report.agenda.len(), report.elections.len()), (scenario.agenda.len(), scenario.elections.len()));
            // One action is one step.
            prop_assert_eq!(next.undo().map(|undone| Rc::clone(undone.present())), Some(before));
            history = next;
        }
    }
}
