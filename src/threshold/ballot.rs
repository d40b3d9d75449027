//! `Ballot`: from ballot papers and votes to who is elected. Knows no names and no profile: a candidate is a place
//! in the list of votes.
//!
//! A tie over the last seats is a result, not a mistake: nobody is elected by the order of rows. Ballots returned
//! above those issued void the vote (Electoral Law 2020, Article 44) where the rules say so.

use std::cmp::Ordering;

use super::{BallotRules, Base, Counting, Figures, Obstacle, Rule, Verdict};
use crate::num::Seats;

/// Ballot papers, as the tellers report them: those returned are valid, invalid or blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// Issued.
    pub issued: u64,
    /// Returned.
    pub returned: u64,
    /// Valid, with at least one choice.
    pub valid: u64,
    /// Invalid.
    pub invalid: u64,
    /// Blank.
    pub blank: u64,
}

/// One vote for one list of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot<'a> {
    /// The seats to fill.
    pub seats: Seats,
    /// The ballot papers.
    pub papers: Papers,
    /// The votes in favour of each candidate.
    pub votes: &'a [u64],
}

/// A ballot as far as it is entered: what is missing is not known yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BallotSoFar {
    /// The seats to fill.
    pub seats: Option<Seats>,
    /// Ballot papers issued.
    pub issued: Option<u64>,
    /// Returned.
    pub returned: Option<u64>,
    /// Valid.
    pub valid: Option<u64>,
    /// Invalid.
    pub invalid: Option<u64>,
    /// Blank.
    pub blank: Option<u64>,
    /// The votes in favour of each candidate.
    pub votes: Vec<Option<u64>>,
}

/// What contradicts itself in a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BallotProblem {
    /// More ballots issued than people present who may vote.
    IssuedAbovePresent {
        /// Ballots issued.
        issued: u64,
        /// People present.
        present: u64,
    },
    /// More ballots returned than issued, where no rule says what follows.
    ReturnedAboveIssued {
        /// Ballots returned.
        returned: u64,
        /// Ballots issued.
        issued: u64,
    },
    /// Valid, invalid and blank ballots are not those returned.
    PapersDoNotAddUp {
        /// Ballots returned.
        returned: u64,
        /// Valid, invalid and blank ones together.
        sum: u64,
    },
    /// A candidate has more votes than there are valid ballots.
    VotesAboveValid {
        /// The candidate, by place.
        candidate: usize,
        /// The votes.
        votes: u64,
        /// Valid ballots.
        valid: u64,
    },
    /// All votes together are more than the valid ballots can hold, where one with more names than seats is invalid.
    VotesAboveChoices {
        /// All votes.
        votes: u64,
        /// Valid ballots times seats.
        choices: u64,
    },
}

/// What comes of a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BallotOutcome {
    /// More ballots returned than issued: the vote is void and held again.
    Void {
        /// Ballots issued.
        issued: u64,
        /// Ballots returned.
        returned: u64,
    },
    /// The numbers contradict each other.
    Contradictory(Vec<BallotProblem>),
    /// The majority cannot be worked out.
    Undecided(Obstacle),
    /// The votes are counted.
    Counted(Count),
}

/// Who is elected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The votes needed.
    pub needed: u64,
    /// The candidates elected, by place, more votes first.
    pub elected: Vec<usize>,
    /// The tie over the last seats, if there is one.
    pub tie: Option<BoundaryTie>,
    /// The seats that no candidate with enough votes is left for.
    pub unfilled: Seats,
    /// Candidates without enough votes, or beyond the seats and the tie, more votes first.
    pub not_elected: Vec<usize>,
}

/// Candidates with enough and equal votes for fewer seats: a further ballot among them decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundaryTie {
    /// The candidates, by place.
    pub candidates: Vec<usize>,
    /// The seats they stand for, fewer than they are.
    pub open: Seats,
}

impl BallotProblem {
    /// The stable code of the problem.
    pub const fn code(self) -> &'static str {
        match self {
            Self::IssuedAbovePresent { .. } => "ballots-issued-above-present",
            Self::ReturnedAboveIssued { .. } => "ballots-returned-above-issued",
            Self::PapersDoNotAddUp { .. } => "ballots-do-not-add-up",
            Self::VotesAboveValid { .. } => "votes-above-valid",
            Self::VotesAboveChoices { .. } => "votes-above-choices",
        }
    }
}

impl Papers {
    /// The votes cast: ballots returned without the blank ones and, where illegal votes are ignored, without the
    /// invalid ones.
    pub fn votes_cast(self, rules: &BallotRules) -> u64 {
        let counts =
            |rule: Option<super::Cited<Counting>>, default| rule.map_or(default, |cited| cited.value);
        let left_out = |papers, counting| if counting == Counting::Ignored { papers } else { 0 };
        let blank = left_out(self.blank, counts(rules.blank, Counting::Ignored));
        let invalid = left_out(self.invalid, counts(rules.illegal, Counting::Counts));
        self.returned.saturating_sub(blank).saturating_sub(invalid)
    }
}

impl Ballot<'_> {
    /// Counts the ballot by `rule`. `figures` hold what the ballot does not: those due, present and so on.
    pub fn count(&self, rule: Rule, rules: &BallotRules, figures: &Figures) -> BallotOutcome {
        if let Some(fault) = self.so_far().fault(rules, figures) {
            return fault;
        }
        let Papers { returned, valid, .. } = self.papers;
        let figures = figures
            .with(Base::BallotsReturned, returned)
            .with(Base::BallotsValid, valid)
            .with(Base::VotesCast, self.papers.votes_cast(rules));
        let needed = match rule.needed_of(&figures) {
            Ok(needed) => needed,
            Err(obstacle) => return BallotOutcome::Undecided(obstacle),
        };
        for &votes in self.votes {
            if let Verdict::Undecided(obstacle) = rule.majority(&figures, votes) {
                return BallotOutcome::Undecided(obstacle);
            }
        }
        BallotOutcome::Counted(self.elect(needed))
    }

    fn so_far(&self) -> BallotSoFar {
        let Papers { issued, returned, valid, invalid, blank } = self.papers;
        BallotSoFar {
            seats: Some(self.seats),
            issued: Some(issued),
            returned: Some(returned),
            valid: Some(valid),
            invalid: Some(invalid),
            blank: Some(blank),
            votes: self.votes.iter().copied().map(Some).collect(),
        }
    }

    fn elect(&self, needed: u64) -> Count {
        let (enough, few): (Vec<_>, Vec<_>) = rank(self.votes, |_, _| Ordering::Equal)
            .into_iter()
            .partition(|group| group.first().and_then(|&first| self.votes.get(first)) >= Some(&needed));
        let mut filled = fill(enough, self.seats);
        filled.beyond.extend(few.into_iter().flatten());
        Count {
            needed,
            elected: filled.elected,
            unfilled: if filled.tie.is_some() { Seats::ZERO } else { filled.open },
            tie: filled.tie,
            not_elected: filled.beyond,
        }
    }
}

impl BallotSoFar {
    /// Why nothing can come of it, whatever is still entered: it is void, or contradicts itself.
    pub fn fault(&self, rules: &BallotRules, figures: &Figures) -> Option<BallotOutcome> {
        if let Some((issued, returned)) = self.issued.zip(self.returned)
            && returned > issued
            && rules.over_returned_voids.is_some()
        {
            return Some(BallotOutcome::Void { issued, returned });
        }
        let problems = self.problems(rules, figures);
        (!problems.is_empty()).then_some(BallotOutcome::Contradictory(problems))
    }

    fn problems(&self, rules: &BallotRules, figures: &Figures) -> Vec<BallotProblem> {
        let mut problems = Vec::new();
        if let Some((issued, present)) = self.issued.zip(figures.voters())
            && issued > present
        {
            problems.push(BallotProblem::IssuedAbovePresent { issued, present });
        }
        if let Some((issued, returned)) = self.issued.zip(self.returned)
            && returned > issued
        {
            problems.push(BallotProblem::ReturnedAboveIssued { returned, issued });
        }
        let together =
            |counts: &[Option<u64>]| counts.iter().flatten().fold(0u64, |sum, n| sum.saturating_add(*n));
        let parts = [self.valid, self.invalid, self.blank];
        let (sum, all) = (together(&parts), parts.iter().all(Option::is_some));
        if let Some(returned) = self.returned
            && (sum > returned || (all && sum != returned))
        {
            problems.push(BallotProblem::PapersDoNotAddUp { returned, sum });
        }
        let Some(valid) = self.valid else { return problems };
        for (candidate, votes) in self.votes.iter().enumerate() {
            if let Some(votes) = votes.filter(|votes| *votes > valid) {
                problems.push(BallotProblem::VotesAboveValid { candidate, votes, valid });
            }
        }
        let votes = together(&self.votes);
        if let Some(choices) = self.seats.map(|seats| valid.saturating_mul(seats.get().into()))
            && rules.over_chosen_invalid.is_some()
            && votes > choices
        {
            problems.push(BallotProblem::VotesAboveChoices { votes, choices });
        }
        problems
    }
}

impl BoundaryTie {
    /// The further ballot among the tied: more votes win, and those tied again stand again. `votes` are in the order
    /// of [`BoundaryTie::candidates`]; a candidate without a number has none.
    pub fn run_off(&self, votes: &[u64]) -> (Vec<usize>, Option<Self>) {
        let votes: Vec<u64> =
            (0..self.candidates.len()).map(|place| votes.get(place).copied().unwrap_or(0)).collect();
        let groups = rank(&votes, |_, _| Ordering::Equal)
            .into_iter()
            .map(|group| group.iter().filter_map(|&place| self.candidates.get(place).copied()).collect())
            .collect();
        let filled = fill(groups, self.open);
        (filled.elected, filled.tie)
    }
}

/// Candidates by votes, more votes first, in groups that are tied.
///
/// `among_tied` orders candidates with equal votes, as the strokes of the surname do for alternates; those it calls
/// equal stay in one group, so that a tie nobody has settled is seen as one.
///
/// ```
/// # use delegate_roster::threshold::rank;
/// # use std::cmp::Ordering;
/// assert_eq!(rank(&[240, 243, 240], |_, _| Ordering::Equal), [vec![1], vec![0, 2]]);
/// let strokes = [9, 4, 7];
/// assert_eq!(rank(&[240, 243, 240], |a, b| strokes[a].cmp(&strokes[b])), [[1], [2], [0]]);
/// ```
pub fn rank(votes: &[u64], mut among_tied: impl FnMut(usize, usize) -> Ordering) -> Vec<Vec<usize>> {
    let mut places: Vec<(usize, u64)> = votes.iter().copied().enumerate().collect();
    let mut order = |a: &(usize, u64), b: &(usize, u64)| b.1.cmp(&a.1).then_with(|| among_tied(a.0, b.0));
    places.sort_by(&mut order);
    places
        .chunk_by(|a, b| order(a, b) == Ordering::Equal)
        .map(|group| group.iter().map(|&(place, _)| place).collect())
        .collect()
}

/// Seats filled from the top.
struct Filled {
    elected: Vec<usize>,
    tie: Option<BoundaryTie>,
    open: Seats,
    beyond: Vec<usize>,
}

/// Fills seats group by group; the first group that does not fit stands for the seats that are left.
fn fill(groups: Vec<Vec<usize>>, seats: Seats) -> Filled {
    let mut filled = Filled { elected: Vec::new(), tie: None, open: seats, beyond: Vec::new() };
    for group in groups {
        let left = u32::try_from(group.len())
            .ok()
            .and_then(|size| filled.open.get().checked_sub(size))
            .and_then(Seats::new);
        match left {
            Some(left) if filled.tie.is_none() => {
                filled.open = left;
                filled.elected.extend(group);
            }
            _ if filled.tie.is_none() && filled.open > Seats::ZERO => {
                filled.tie = Some(BoundaryTie { candidates: group, open: filled.open });
            }
            _ => filled.beyond.extend(group),
        }
    }
    filled
}
