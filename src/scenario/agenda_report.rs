//! What follows for each item of the agenda: the votes it needs, and whether it is carried.

use super::gates::Votes;
use super::{
    AgendaField, AgendaId, AgendaItem, Deciding, Issue, Needs, Place, Problem, Scenario, SittingReport, Vote,
    VotingProblem,
};
use crate::threshold::{Base, Citation, Figures, Measure, Obstacle, Profile, Rule, Verdict};

/// What follows for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaReport {
    /// The item.
    pub id: AgendaId,
    /// What comes of it.
    pub outcome: ItemOutcome,
    /// Where the rule of its vote is from.
    pub citation: Option<Citation>,
}

/// What comes of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemOutcome {
    /// It is heard, and nothing is decided.
    Heard,
    /// An election decides: its place among the elections; `None` while none is chosen.
    Election(Option<usize>),
    /// The rules state no majority for it.
    NoRule,
    /// Nobody has entered the votes: what is needed.
    Open(Vec<Votes>),
    /// The votes contradict the attendance; what would be needed.
    Contradictory(Vec<Votes>),
    /// The sitting has no quorum: whatever was counted, nothing is decided; what would be needed.
    NoQuorum(Vec<Votes>),
    /// The votes against each rule that it has to meet.
    Voted(Vec<(Rule, Verdict)>),
}

/// Whether a vote is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carried {
    /// Every rule is met.
    Carried,
    /// A rule is not met.
    NotCarried,
    /// It cannot be decided.
    Undecided,
}

impl ItemOutcome {
    /// Whether the vote is carried; `None` where there was none.
    pub fn carried(&self) -> Option<Carried> {
        match self {
            Self::Contradictory(_) | Self::NoQuorum(_) => Some(Carried::Undecided),
            Self::Voted(verdicts) => {
                let failed = |(_, verdict): &(Rule, Verdict)| matches!(verdict, Verdict::NotMet(_));
                Some(if verdicts.iter().any(failed) {
                    Carried::NotCarried
                } else if verdicts.iter().all(|(_, verdict)| verdict.is_met()) {
                    Carried::Carried
                } else {
                    Carried::Undecided
                })
            }
            Self::Heard | Self::Election(_) | Self::NoRule | Self::Open(_) => None,
        }
    }

    /// Whether one of the rules of the vote counts this.
    pub fn counts(&self, measure: Measure) -> bool {
        match self {
            Self::Open(needed) | Self::Contradictory(needed) | Self::NoQuorum(needed) => {
                needed.iter().any(|votes| votes.rule.base.measure() == measure)
            }
            Self::Voted(verdicts) => verdicts.iter().any(|(rule, _)| rule.base.measure() == measure),
            Self::Heard | Self::Election(_) | Self::NoRule => false,
        }
    }
}

impl AgendaReport {
    /// What follows for every item.
    pub(super) fn all(
        scenario: &Scenario,
        rules: &Profile,
        sittings: &[SittingReport],
        issues: &mut Vec<Issue>,
    ) -> Vec<Self> {
        scenario.agenda.iter().map(|item| Self::of(scenario, rules, item, sittings, issues)).collect()
    }

    fn of(
        scenario: &Scenario,
        rules: &Profile,
        item: &AgendaItem,
        sittings: &[SittingReport],
        issues: &mut Vec<Issue>,
    ) -> Self {
        let mut found = |field, problem| {
            issues.push(Issue { place: Place::Agenda(item.id, field), problem: Problem::Voting(problem) });
        };
        let plain = |outcome| Self { id: item.id, outcome, citation: None };
        let vote = match item.needs {
            Needs::Hearing => return plain(ItemOutcome::Heard),
            Needs::Election(chosen) => {
                let place = chosen.and_then(|id| scenario.elections.iter().position(|one| one.id == id));
                return plain(ItemOutcome::Election(place));
            }
            Needs::Vote(vote) => vote,
        };
        let sitting = SittingReport::of(scenario, sittings, item.sitting);
        let figures = sitting.map_or_else(Figures::new, |sitting| counted(sitting.figures, &vote));
        let deciding = Deciding::of(rules, vote.decision);
        let stated = sitting.and_then(|sitting| sitting.figures.get(Base::Participants));
        let counts = |measure| deciding.as_ref().is_some_and(|deciding| deciding.counts(measure));
        let (by_rights, by_area) = (counts(Measure::Votes), counts(Measure::Area));
        let too_many = vote.given().and_then(|votes| above(votes, by_rights, stated, &figures));
        let too_large = vote.area.filter(|_| by_area).and_then(|area| area_above(area.get(), &figures));
        for (field, problem) in [(AgendaField::Favour, &too_many), (AgendaField::Area, &too_large)] {
            if let Some(problem) = problem {
                found(field, problem.clone());
            }
        }
        let no_quorum = sitting.is_some_and(|sitting| sitting.gate.lacks_quorum());
        if vote.is_counted() && no_quorum {
            found(AgendaField::Sitting, VotingProblem::NoQuorum);
        }
        let Some(deciding) = deciding else { return plain(ItemOutcome::NoRule) };
        let needed = || deciding.rules.iter().map(|rule| Votes::of(*rule, &figures)).collect();
        let outcome = match vote.favour {
            _ if too_many.is_some() || too_large.is_some() => ItemOutcome::Contradictory(needed()),
            None => ItemOutcome::Open(needed()),
            Some(_) if no_quorum => ItemOutcome::NoQuorum(needed()),
            Some(favour) => {
                // Heads are not area: where nobody has said how much area they stand for, it decides nothing.
                let verdict = |rule: &Rule| match (rule.base.measure(), vote.area) {
                    (Measure::Area, Some(area)) => rule.majority(&figures, area.get()),
                    (Measure::Area, None) => Verdict::Undecided(
                        rule.needed_of(&figures).map_or_else(|why| why, Obstacle::AreaInFavour),
                    ),
                    _ => rule.majority(&figures, favour.get().into()),
                };
                ItemOutcome::Voted(deciding.rules.iter().map(|rule| (*rule, verdict(rule))).collect())
            }
        };
        Self { id: item.id, outcome, citation: Some(deciding.citation) }
    }
}

/// The figures of a sitting and of a vote at it. Abstentions take part; they are no votes cast. Those who take part are so many as
/// the sitting states, or else as have voted or abstained.
fn counted(mut figures: Figures, vote: &Vote) -> Figures {
    let votes = vote.favour.zip(vote.against).map(|(a, b)| u64::from(a.get()) + u64::from(b.get()));
    figures.set(Base::VotesCast, votes);
    let abstaining = vote.abstaining.map(|count| u64::from(count.get()));
    let took_part = votes.zip(abstaining).map(|(votes, abstaining)| votes + abstaining);
    figures.set(Base::Participants, figures.get(Base::Participants).or(took_part));
    figures
}

/// More votes than people who can vote: those stated to take part, who need not be delegates, else those present, or at least
/// those due. Where some have more than one vote, more than all votes.
fn above(votes: u64, by_rights: bool, taking_part: Option<u64>, figures: &Figures) -> Option<VotingProblem> {
    if by_rights {
        let voters = figures.get(Base::VotingRights).filter(|rights| votes > *rights)?;
        return Some(VotingProblem::VotesAboveVoters { votes, base: Base::VotingRights, voters });
    }
    let bases = [Base::PresentWithVote, Base::Present, Base::DueWithVote, Base::Due];
    let delegates = bases.into_iter().filter_map(|base| Some((base, figures.get(base)?)));
    let stated = taking_part.map(|count| (Base::Participants, count));
    let delegates = delegates.filter(|_| stated.is_none());
    stated
        .into_iter()
        .chain(delegates)
        .filter(|(_, voters)| votes > *voters)
        .map(|(base, voters)| VotingProblem::VotesAboveVoters { votes, base, voters })
        .next()
}

/// More area in favour than takes part, or than there is.
fn area_above(area: u64, figures: &Figures) -> Option<VotingProblem> {
    let wholes = [Base::ParticipatingArea, Base::Area].into_iter();
    let known = wholes.filter_map(|base| Some((base, figures.get(base)?)));
    known
        .filter(|(_, whole)| area > *whole)
        .map(|(base, whole)| VotingProblem::AreaAbove { area, base, whole })
        .next()
}

#[cfg(test)]
mod tests;
