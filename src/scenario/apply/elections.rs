//! What actions do to the elections.

use super::take_id;
use crate::limits::{MAX_CANDIDATES, MAX_ELECTIONS};
use crate::scenario::{
    Candidate, CandidateDraft, CandidateEdit, Election, ElectionAction, ElectionEdit, ElectionId, Name,
    Needs, Scenario, SittingId,
};
use std::rc::Rc;

pub(super) fn act(scenario: &mut Scenario, action: &ElectionAction) {
    match action {
        ElectionAction::Add(title, office) => {
            if scenario.elections.len() < MAX_ELECTIONS
                && let Some(id) = take_id(scenario).map(ElectionId)
            {
                let election = Election { title: title.clone(), ..Election::blank(id, *office) };
                scenario.elections.push(Rc::new(election));
            }
        }
        ElectionAction::Edit(id, change) => edit(scenario, *id, change),
        ElectionAction::Move(id, to) => {
            if let Some(from) = scenario.elections.iter().position(|election| election.id == *id) {
                let election = scenario.elections.remove(from);
                scenario.elections.insert((*to).min(scenario.elections.len()), election);
            }
        }
        ElectionAction::Remove(id) => {
            scenario.elections.retain(|election| election.id != *id);
            for item in &mut scenario.agenda {
                if item.needs == Needs::Election(Some(*id)) {
                    item.needs = Needs::Election(None);
                }
            }
        }
    }
}

/// Elections that were counted at no sitting in particular belong to this one from now on.
pub(super) fn bind_counted(scenario: &mut Scenario, shown: SittingId) {
    for election in &mut scenario.elections {
        if election.sitting.is_none() && election.is_counted() {
            Rc::make_mut(election).sitting = Some(shown);
        }
    }
}

/// Elections of a sitting that is gone belong to none.
pub(super) fn forget_sitting(scenario: &mut Scenario, id: SittingId) {
    for election in &mut scenario.elections {
        if election.sitting == Some(id) {
            Rc::make_mut(election).sitting = None;
        }
    }
}

fn edit(scenario: &mut Scenario, id: ElectionId, change: &ElectionEdit) {
    if let ElectionEdit::Sitting(Some(sitting)) = change
        && !scenario.sittings.iter().any(|one| one.id == *sitting)
    {
        return;
    }
    let Some(election) = scenario.elections.iter_mut().find(|election| election.id == id) else { return };
    let election = Rc::make_mut(election);
    match change {
        ElectionEdit::Title(title) => election.title = title.clone(),
        ElectionEdit::Office(office) => election.office = *office,
        ElectionEdit::Sitting(sitting) => election.sitting = *sitting,
        ElectionEdit::Seats(seats) => election.seats = *seats,
        ElectionEdit::Paper(paper, count) => election.papers.set(*paper, *count),
        ElectionEdit::Candidate(row, change) => {
            if let Some(candidate) = election.candidates.get_mut(*row) {
                edit_candidate(candidate, change);
            }
        }
        ElectionEdit::Candidates { at, rows } => put(&mut election.candidates, *at, rows),
        ElectionEdit::MoveCandidate(from, to) => {
            if *from < election.candidates.len() {
                let candidate = election.candidates.remove(*from);
                election.candidates.insert((*to).min(election.candidates.len()), candidate);
            }
        }
        ElectionEdit::RemoveCandidate(row) => {
            if *row < election.candidates.len() {
                election.candidates.remove(*row);
            }
        }
    }
}

fn edit_candidate(candidate: &mut Candidate, change: &CandidateEdit) {
    match change {
        CandidateEdit::Name(name) => candidate.name = name.clone(),
        CandidateEdit::Votes(votes) => candidate.votes = *votes,
        CandidateEdit::Strokes(strokes) => candidate.strokes = *strokes,
        CandidateEdit::StrokeOrder(order) => candidate.stroke_order = order.clone(),
        CandidateEdit::RunOff(round, votes) => {
            if let Some(slot) = candidate.run_offs.get_mut(*round) {
                *slot = *votes;
            }
        }
    }
}

/// Puts rows over those that are there, and appends the rest, up to the limit.
fn put(candidates: &mut Vec<Candidate>, at: usize, rows: &[CandidateDraft]) {
    let at = at.min(candidates.len());
    for (row, draft) in (at..MAX_CANDIDATES).zip(rows) {
        if row >= candidates.len() {
            candidates.push(Candidate::default());
        }
        let Some(candidate) = candidates.get_mut(row) else { continue };
        if let Some(name) = &draft.name {
            if is_another(candidate, name) {
                // Neither votes nor strokes of the one before are theirs.
                *candidate = Candidate::default();
            }
            candidate.name = name.clone();
        }
        candidate.votes = draft.votes.unwrap_or(candidate.votes);
        candidate.strokes = draft.strokes.unwrap_or(candidate.strokes);
        if let Some(order) = &draft.stroke_order {
            candidate.stroke_order = order.clone();
        }
    }
}

/// Whether a pasted name is that of another person: spaces are for looks, and a row without a name waited for one.
pub(in crate::scenario) fn is_another(candidate: &Candidate, name: &Name) -> bool {
    let letters = |name: &Name| name.as_str().split_whitespace().collect::<String>();
    !candidate.name.is_empty() && letters(&candidate.name) != letters(name)
}

#[cfg(test)]
mod tests;
