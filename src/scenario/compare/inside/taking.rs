//! The action that takes a single difference over: a figure, a day or a name at a sitting, an item of the agenda or an election.
//!
//! Things that only one side has, their order, and what names other things come with the whole.

use super::{Aspect, Fact, Inside, Thing, Where};
use crate::num::{Count, Seats, Weight};
use crate::scenario::{
    Action, AgendaAction, AgendaEdit, CandidateEdit, Election, ElectionAction, ElectionEdit, Name, Needs,
    Scenario, Setting, Sitting, SittingEdit, SittingId, Strokes, Tally,
};

impl Inside {
    /// The action on one's own scenario that takes this difference over and nothing else; `None` where there is none.
    pub fn take_over(&self, mine: &Scenario) -> Option<Action> {
        let (thing, rest) = self.path.split_first()?;
        match self.setting {
            Setting::Sittings => {
                let sitting = found(Thing::Sitting, thing, mine.sittings.iter().map(|one| (one, &one.name)))?;
                Some(Action::EditSitting(sitting.id, self.of_sitting(mine, sitting, rest)?))
            }
            Setting::Agenda => {
                let item = found(Thing::Item, thing, mine.agenda.iter().map(|one| (one, &one.title)))?;
                let edit = self.of_item(mine, item.needs, rest)?;
                Some(Action::Agenda(AgendaAction::Edit(item.id, edit)))
            }
            Setting::Elections => {
                let all = mine.elections.iter().map(|one| (&**one, &one.title));
                let election = found(Thing::Election, thing, all)?;
                let edit = self.of_election(mine, election, rest)?;
                Some(Action::Election(ElectionAction::Edit(election.id, edit)))
            }
            _ => None,
        }
    }

    fn of_sitting(&self, mine: &Scenario, sitting: &Sitting, rest: &[Where]) -> Option<SittingEdit> {
        Some(match rest {
            [at @ Where::Thing(Thing::Delegation, ..)] => {
                let all = mine.delegations.iter().map(|one| (one.id, &one.name));
                let delegation = found(Thing::Delegation, at, all)?;
                let counted = matches!(sitting.tally, Tally::ByDelegation(_));
                SittingEdit::DelegationPresent(delegation, self.count().filter(|_| counted)?)
            }
            [Where::Aspect(aspect)] => match (aspect, &self.theirs) {
                (Aspect::Name, _) => SittingEdit::Name(self.text()?),
                (Aspect::SittingKind, Fact::SittingKind(kind)) => SittingEdit::Kind(*kind),
                (Aspect::Purpose, Fact::Purpose(purpose)) => SittingEdit::Purpose(*purpose),
                (Aspect::Day, Fact::Day(day)) => SittingEdit::Date(Some(*day)),
                (Aspect::Day, Fact::Nothing) => SittingEdit::Date(None),
                (Aspect::Registered, _) => SittingEdit::Registered(self.count()?),
                (Aspect::StatedDue, _) => SittingEdit::StatedDue(self.count()?),
                (Aspect::Stated(base), _) => SittingEdit::Stated(*base, self.whole()?),
                (Aspect::Present, _) if matches!(sitting.tally, Tally::Whole(_)) => {
                    SittingEdit::Present(self.count()?)
                }
                (Aspect::Note, _) => SittingEdit::Note(self.text()?),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn of_item(&self, mine: &Scenario, needs: Needs, rest: &[Where]) -> Option<AgendaEdit> {
        let [Where::Aspect(aspect)] = rest else { return None };
        let voted = matches!(needs, Needs::Vote(_));
        Some(match aspect {
            Aspect::Name => AgendaEdit::Title(self.text()?),
            Aspect::Sitting => AgendaEdit::Sitting(self.sitting(mine)?),
            Aspect::Favour if voted => AgendaEdit::Favour(self.count()?),
            Aspect::Against if voted => AgendaEdit::Against(self.count()?),
            Aspect::Abstaining if voted => AgendaEdit::Abstaining(self.count()?),
            Aspect::Area if voted => AgendaEdit::Area(known(self.whole()?, Weight::new)?),
            _ => return None,
        })
    }

    fn of_election(&self, mine: &Scenario, election: &Election, rest: &[Where]) -> Option<ElectionEdit> {
        Some(match rest {
            [Where::Aspect(aspect)] => match (aspect, &self.theirs) {
                (Aspect::Name, _) => ElectionEdit::Title(self.text()?),
                (Aspect::Office, Fact::Office(office)) => ElectionEdit::Office(*office),
                (Aspect::Sitting, _) => ElectionEdit::Sitting(self.sitting(mine)?),
                (Aspect::SeatsToFill, _) => {
                    ElectionEdit::Seats(known(self.small()?, Seats::new)?.unwrap_or(Seats::ZERO))
                }
                (Aspect::Paper(paper), _) => ElectionEdit::Paper(*paper, self.count()?),
                _ => return None,
            },
            [at @ Where::Thing(Thing::Candidate, ..), Where::Aspect(aspect)] => {
                let all = election.candidates.iter().enumerate().map(|(row, one)| (row, &one.name));
                let edit = match (aspect, &self.theirs) {
                    (Aspect::Votes, _) => CandidateEdit::Votes(self.count()?),
                    (Aspect::Strokes, _) => CandidateEdit::Strokes(match self.small()? {
                        Some(n) => Some(Strokes::new(u8::try_from(n).ok()?)?),
                        None => None,
                    }),
                    (Aspect::StrokeOrder, Fact::Strokes(order)) => {
                        CandidateEdit::StrokeOrder(Some(order.clone()))
                    }
                    (Aspect::StrokeOrder, Fact::Nothing) => CandidateEdit::StrokeOrder(None),
                    (Aspect::RunOff(ballot), _) => CandidateEdit::RunOff(*ballot, self.count()?),
                    _ => return None,
                };
                ElectionEdit::Candidate(found(Thing::Candidate, at, all)?, edit)
            }
            _ => return None,
        })
    }

    /// The other number, or that there is none.
    fn whole(&self) -> Option<Option<u64>> {
        match self.theirs {
            Fact::Whole(n) => Some(Some(n)),
            Fact::Nothing => Some(None),
            _ => None,
        }
    }

    fn small(&self) -> Option<Option<u32>> {
        known(self.whole()?, |n| u32::try_from(n).ok())
    }

    fn count(&self) -> Option<Option<Count>> {
        known(self.small()?, Count::new)
    }

    fn text(&self) -> Option<Name> {
        match &self.theirs {
            Fact::Text(text) => Some(text.clone()),
            Fact::Nothing => Some(Name::default()),
            _ => None,
        }
    }

    /// The sitting that something belongs to on the other side, where one's own scenario has it.
    fn sitting(&self, mine: &Scenario) -> Option<Option<SittingId>> {
        match &self.theirs {
            Fact::Shown => Some(None),
            Fact::Of(at) => {
                let all = mine.sittings.iter().map(|one| (one.id, &one.name));
                found(Thing::Sitting, at, all).map(Some)
            }
            _ => None,
        }
    }
}

/// The thing of one's own that a way leads to.
fn found<'n, T>(thing: Thing, at: &Where, all: impl Iterator<Item = (T, &'n Name)>) -> Option<T> {
    Where::things(thing, all).into_iter().find_map(|(one, own)| (own == *at).then_some(one))
}

/// A value that is entered, or that none is; nothing where it cannot be.
fn known<T, U>(value: Option<T>, checked: impl FnOnce(T) -> Option<U>) -> Option<Option<U>> {
    value.map_or(Some(None), |value| checked(value).map(Some))
}

#[cfg(test)]
mod tests;
