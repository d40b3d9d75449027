//! `CandidateKeys`: candidates told apart while a scenario is open. In the scenario a candidate is a row; what somebody has beside it, a
//! text that a field could not read, stays with the candidate when the rows move. Nothing of it is part of the scenario or stored.

use super::apply::is_another;
use super::{Action, Candidate, Election, ElectionAction, ElectionEdit, ElectionId, Scenario};
use std::collections::BTreeMap;

/// A key for each candidate of each election; at first it is the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateKeys(BTreeMap<ElectionId, Keys>);

/// The keys of one election. No key is given twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Keys {
    rows: Vec<usize>,
    next: usize,
}

impl CandidateKeys {
    /// The key of the candidate in a row.
    pub fn of(&self, id: ElectionId, row: usize) -> usize {
        self.0.get(&id).map_or(row, |keys| keys.of(row))
    }

    /// The keys once `action` has made `now` of `before`; `None` where they are the same.
    pub fn after(&self, action: &Action, before: &Scenario, now: &Scenario) -> Option<Self> {
        match action {
            Action::Election(ElectionAction::Edit(id, edit)) => self.edited(*id, edit, before, now),
            Action::Replace(..) => Some(self.replaced(before, now)),
            _ => None,
        }
    }

    #[inline(never)] // no first key is about candidates: the page need not wait for it
    fn edited(&self, id: ElectionId, edit: &ElectionEdit, before: &Scenario, now: &Scenario) -> Option<Self> {
        let before = candidates(before, id)?;
        let mut keys = self.known(id, before);
        match edit {
            ElectionEdit::Candidates { .. } => keys.put(before, candidates(now, id)?),
            ElectionEdit::MoveCandidate(from, to) => {
                let key = (*from < keys.rows.len()).then(|| keys.rows.remove(*from))?;
                keys.rows.insert((*to).min(keys.rows.len()), key);
            }
            ElectionEdit::RemoveCandidate(row) => {
                (*row < keys.rows.len()).then(|| keys.rows.remove(*row))?;
            }
            _ => return None,
        }
        let mut all = self.clone();
        all.0.insert(id, keys);
        Some(all)
    }

    /// Candidates of another scenario are the same only where nothing about them is another.
    #[inline(never)] // nor opens another scenario
    fn replaced(&self, before: &Scenario, now: &Scenario) -> Self {
        let mut all = self.clone();
        for Election { id, candidates: old, .. } in before.elections.iter().map(AsRef::as_ref) {
            if candidates(now, *id).is_none_or(|new| new != old) {
                let next = self.known(*id, old).next;
                all.0.insert(*id, Keys { rows: Vec::new(), next });
            }
        }
        all
    }

    /// The keys of these candidates, one for each.
    fn known(&self, id: ElectionId, candidates: &[Candidate]) -> Keys {
        let keys = self.0.get(&id).cloned().unwrap_or_default();
        let rows: Vec<usize> = (0..candidates.len()).map(|row| keys.of(row)).collect();
        let next = rows.iter().map(|key| key + 1).fold(keys.next, usize::max);
        Keys { rows, next }
    }
}

impl Keys {
    fn of(&self, row: usize) -> usize {
        let fresh = || self.next.saturating_add(row.saturating_sub(self.rows.len()));
        self.rows.get(row).copied().unwrap_or_else(fresh)
    }

    /// Rows were put over those that were there, and behind them.
    fn put(&mut self, before: &[Candidate], now: &[Candidate]) {
        for (row, candidate) in now.iter().enumerate() {
            if before.get(row).is_none_or(|before| is_another(before, &candidate.name)) {
                match self.rows.get_mut(row) {
                    Some(key) => *key = self.next,
                    None => self.rows.push(self.next),
                }
                self.next += 1;
            }
        }
    }
}

fn candidates(scenario: &Scenario, id: ElectionId) -> Option<&[Candidate]> {
    let election = scenario.elections.iter().find(|election| election.id == id)?;
    Some(&election.candidates)
}

#[cfg(test)]
mod tests;
