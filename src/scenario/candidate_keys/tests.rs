//! Keys follow candidates: whoever keeps a key is the same person, and nobody has somebody else's.

use super::*;
use crate::language::Language;
use crate::num::Count;
use crate::scenario::arbitrary::votes::action as any_voting_action;
use crate::scenario::{CandidateDraft, CandidateEdit, Name, Step, apply, example};
use proptest::prelude::*;
use std::collections::HashSet;

fn named(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn rows(names: &[&str]) -> Vec<CandidateDraft> {
    let row = |name: &&str| CandidateDraft { name: Some(named(name)), ..CandidateDraft::default() };
    names.iter().map(row).collect()
}

/// An election with its keys, as actions leave them.
struct Followed {
    scenario: Scenario,
    keys: CandidateKeys,
}

impl Followed {
    fn of(names: &[&str]) -> Self {
        let followed = Self { scenario: example(Language::English), keys: CandidateKeys::default() };
        followed.edit(ElectionEdit::Candidates { at: 0, rows: rows(names) })
    }

    fn act(self, action: &Action) -> Self {
        let now = apply(&self.scenario, action).unwrap();
        let keys = self.keys.after(action, &self.scenario, &now).unwrap_or(self.keys);
        Self { scenario: now, keys }
    }

    fn edit(self, edit: ElectionEdit) -> Self {
        let id = self.scenario.elections[0].id;
        self.act(&Action::Election(ElectionAction::Edit(id, edit)))
    }

    fn keys(&self) -> Vec<usize> {
        let election = &self.scenario.elections[0];
        (0..election.candidates.len()).map(|row| self.keys.of(election.id, row)).collect()
    }
}

#[test]
fn a_key_goes_where_its_candidate_goes() {
    let all = Followed::of(&["A", "B", "C"]);
    assert_eq!(all.keys(), [0, 1, 2]);
    let all = all.edit(ElectionEdit::MoveCandidate(0, 2));
    assert_eq!(all.keys(), [1, 2, 0]);
    let all = all.edit(ElectionEdit::RemoveCandidate(1));
    assert_eq!(all.keys(), [1, 0]);
    // Whoever comes is nobody who was there.
    let all = all.edit(ElectionEdit::Candidates { at: 2, rows: rows(&["D"]) });
    assert_eq!(all.keys(), [1, 0, 3]);
    let all = all.edit(ElectionEdit::RemoveCandidate(2));
    assert_eq!(all.edit(ElectionEdit::Candidates { at: 2, rows: rows(&["E"]) }).keys(), [1, 0, 4]);
}

#[test]
fn a_pasted_name_is_another_person_and_a_corrected_one_is_not() {
    let all = Followed::of(&["A", "B", "C"]);
    let pasted = all.edit(ElectionEdit::Candidates { at: 1, rows: rows(&["B ", "D", "E"]) });
    assert_eq!(pasted.keys(), [0, 1, 3, 4]);
    let corrected = pasted.edit(ElectionEdit::Candidate(2, CandidateEdit::Name(named("Dora"))));
    assert_eq!(corrected.keys(), [0, 1, 3, 4]);
}

#[test]
fn candidates_of_another_scenario_are_others_unless_they_are_the_same() {
    let all = Followed::of(&["A", "B"]).edit(ElectionEdit::MoveCandidate(0, 1));
    let mut other = all.scenario.clone();
    other.title = named("Another");
    let same = all.act(&Action::Replace(Box::new(other.clone()), Step::Opened));
    assert_eq!(same.keys(), [1, 0]);
    std::rc::Rc::make_mut(&mut other.elections[0]).candidates[0].votes = Some(Count::from(7));
    let others = same.act(&Action::Replace(Box::new(other), Step::Opened));
    assert_eq!(others.keys(), [2, 3]);
}

proptest! {
    #[test]
    fn keys_are_of_persons_after_any_actions(actions in proptest::collection::vec(any_voting_action(), 1..32)) {
        let (mut now, mut keys) = (example(Language::English), CandidateKeys::default());
        let mut given: HashSet<(ElectionId, usize)> = HashSet::new();
        for action in &actions {
            let Some(next) = apply(&now, action) else { continue };
            let next_keys = keys.after(action, &now, &next).unwrap_or_else(|| keys.clone());
            for election in &next.elections {
                let id = election.id;
                let before = candidates(&now, id).unwrap_or_default();
                let known: Vec<usize> = (0..before.len()).map(|row| keys.of(id, row)).collect();
                given.extend(known.iter().map(|key| (id, *key)));
                let mut seen = HashSet::new();
                for (row, candidate) in election.candidates.iter().enumerate() {
                    let key = next_keys.of(id, row);
                    prop_assert!(seen.insert(key), "one key, two candidates: {key}");
                    let Some(was) = known.iter().position(|one| *one == key) else {
                        prop_assert!(!given.contains(&(id, key)), "the key of somebody who is gone: {key}");
                        continue;
                    };
                    match action {
                        Action::Election(ElectionAction::Edit(_, ElectionEdit::Candidate(..))) => prop_assert_eq!(was, row),
                        Action::Election(ElectionAction::Edit(_, ElectionEdit::Candidates { .. })) => {
                            prop_assert_eq!(was, row);
                            prop_assert!(!is_another(&before[was], &candidate.name));
                        }
                        _ => prop_assert_eq!(&before[was], candidate),
                    }
                }
            }
            (now, keys) = (next, next_keys);
        }
    }
}
