//! What is taken over by itself is no difference any more, and nothing else has changed.

use super::*;
use crate::language::Language;
use crate::scenario::arbitrary::scenario as any_scenario;
use crate::scenario::tests::any_action;
use crate::scenario::{Report, TallyKind, apply, compare, derive, example};
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn inside(mine: &Scenario, theirs: &Scenario) -> Vec<Inside> {
    compare(&report(mine), &report(theirs)).inside
}

/// What colleagues send one another: a delegation's attendance, votes, ballots, a day, a sentence of the minutes.
#[test]
fn a_figure_comes_without_the_rest() {
    let mut mine = example(Language::English);
    let (shown, election) = (mine.shown, mine.elections[0].id);
    let count = |n: u16| Some(Count::from(n));
    let of = |edit| Action::EditSitting(shown, edit);
    let vote = |edit| Action::Election(ElectionAction::Edit(election, edit));
    let person = |name: &str| crate::scenario::CandidateDraft {
        name: Some(Name::new(name).unwrap()),
        ..Default::default()
    };
    let candidates = ElectionEdit::Candidates { at: 0, rows: vec![person("A"), person("B")] };
    for action in [of(SittingEdit::Tally(TallyKind::ByDelegation)), vote(candidates)] {
        mine = apply(&mine, &action).unwrap();
    }
    let delegation = mine.delegations[2].id;
    let edits = [
        of(SittingEdit::DelegationPresent(delegation, count(7))),
        of(SittingEdit::StatedDue(count(485))),
        of(SittingEdit::Note(Name::new("Adjourned").unwrap())),
        of(SittingEdit::Name(Name::new("Opening").unwrap())),
        vote(ElectionEdit::Candidate(1, CandidateEdit::Votes(count(300)))),
        vote(ElectionEdit::Paper(crate::scenario::Paper::Issued, count(470))),
        vote(ElectionEdit::Seats(Seats::from(3u16))),
    ];
    let theirs = edits.iter().fold(mine.clone(), |scenario, edit| apply(&scenario, edit).unwrap());
    let found = inside(&mine, &theirs);
    assert_eq!(found.len(), edits.len(), "{found:?}");
    for one in &found {
        let action = one.take_over(&mine).unwrap_or_else(|| panic!("{one:?}"));
        assert!(edits.contains(&action), "{action:?}");
    }
    // A candidate whom only they have comes with the whole.
    let more = apply(&mine, &vote(ElectionEdit::Candidates { at: 2, rows: vec![person("C")] })).unwrap();
    let found = inside(&mine, &more);
    assert!(!found.is_empty() && found.iter().all(|one| one.take_over(&mine).is_none()), "{found:?}");
    // Nor does a delegation's figure where mine is counted otherwise.
    let whole = apply(&mine, &of(SittingEdit::Tally(TallyKind::ByUnit))).unwrap();
    let figures = inside(&whole, &theirs);
    let figures: Vec<_> = figures
        .iter()
        .filter(|one| matches!(one.path.as_slice(), [_, Where::Thing(Thing::Delegation, ..)]))
        .collect();
    assert!(!figures.is_empty() && figures.iter().all(|one| one.take_over(&whole).is_none()));
}

proptest! {
    #[test]
    fn what_is_taken_over_differs_no_more(
        mine in any_scenario(6), actions in proptest::collection::vec(any_action(), 1..12),
    ) {
        let done = |scenario: Scenario, action: &Action| apply(&scenario, action).unwrap_or(scenario);
        let theirs = actions.iter().fold(mine.clone(), done);
        let before = inside(&mine, &theirs);
        for one in &before {
            let Some(action) = one.take_over(&mine) else { continue };
            let after = apply(&mine, &action);
            prop_assert!(after.is_some(), "{one:?} {action:?}");
            let after = inside(&after.unwrap(), &theirs);
            prop_assert!(!after.contains(one), "{one:?} {action:?}");
            // Nothing else differs that did not before, but for what has another name now.
            let renamed = matches!(one.path.as_slice(), [_, Where::Aspect(Aspect::Name)]);
            prop_assert!(renamed || after.iter().all(|other| before.contains(other)), "{one:?}: {after:?}");
        }
    }
}
