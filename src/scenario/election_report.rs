//! What follows for each election: how many candidates it takes, the votes that elect, who is elected, what a further
//! ballot among those tied decides, and the order of the list.

use super::gates::Gate;
use super::list_order::{ListPlace, contradictions, finer, listed};
use super::{
    Candidate, Election, ElectionField, ElectionId, Issue, Name, Paper, Place, Problem, Scenario,
    SittingReport, VotingProblem,
};
use crate::limits::MAX_RUN_OFFS;
use crate::num::Seats;
use crate::threshold::{
    Ballot, BallotOutcome, BallotProblem, BallotSoFar, Base, BoundaryTie, Candidates, Citation, Count,
    Figures, ListOrder, Obstacle, Papers, Profile, Purpose, rank,
};
use std::cmp::Ordering;
use std::collections::HashSet;

/// What follows for one election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionReport {
    /// The election.
    pub id: ElectionId,
    /// Whether its sitting can elect, and the votes that elect.
    pub gate: Gate,
    /// How many candidates the seats take; `None` without seats or without a rule.
    pub band: Option<Candidates>,
    /// What comes of it.
    pub outcome: Outcome,
}

/// What comes of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something is not entered yet.
    Open(Vec<Gap>),
    /// The rules state no majority.
    NoRule,
    /// More ballots returned than issued: the vote is void and held again.
    Void {
        /// Ballots issued.
        issued: u64,
        /// Ballots returned.
        returned: u64,
    },
    /// The figures contradict each other; the issues say where.
    Contradictory,
    /// The sitting has no quorum: whatever was counted, nobody is elected.
    NoQuorum,
    /// The majority cannot be worked out.
    Undecided(Obstacle),
    /// The votes are counted.
    Counted(Box<Counted>),
}

/// What is not entered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// The seats to fill.
    Seats,
    /// Any candidate.
    Candidates,
    /// Ballot papers of one kind.
    Paper(Paper),
    /// The votes of so many candidates.
    Votes(usize),
}

/// An election that is counted. Candidates are rows of the table of the election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The votes needed.
    pub needed: u64,
    /// Those elected, in the first ballot or a further one, more votes first.
    pub elected: Vec<usize>,
    /// The ties over the last seats, each with its further ballot.
    pub run_offs: Vec<RunOff>,
    /// The seats that no candidate with enough votes is left for.
    pub unfilled: Seats,
    /// Those who are not elected, more votes first.
    pub not_elected: Vec<usize>,
    /// The order that the rules ask of the list; `None` where they state none, and votes order it.
    pub order: Option<ListOrder>,
    /// The list.
    pub list: Vec<ListPlace>,
    /// Where the order of equally many strokes is from, if some of the list have equally many.
    pub finer: Option<Citation>,
}

/// A tie over the last seats, and the further ballot that settles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunOff {
    /// Those tied, by row, and the seats they stand for.
    pub tie: BoundaryTie,
    /// What came of the further ballot.
    pub result: RunOffResult,
}

/// What came of a further ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunOffResult {
    /// Its votes are not all entered.
    Open,
    /// Its votes contradict the ballots; the issues say where.
    Contradictory,
    /// Those elected in it, more votes first.
    Elected(Vec<usize>),
}

/// How a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CandidateStanding {
    /// Elected in the first ballot.
    Elected,
    /// Elected in a further ballot.
    ElectedInRunOff,
    /// Tied for the last seats.
    Tied,
    /// Not elected.
    NotElected,
}

impl Counted {
    /// The tie that is not settled, if there is one.
    pub fn open_tie(&self) -> Option<&BoundaryTie> {
        let last = self.run_offs.last()?;
        (!matches!(last.result, RunOffResult::Elected(_))).then_some(&last.tie)
    }

    /// How the candidate in this row stands; `None` for one who does not stand.
    pub fn standing(&self, row: usize) -> Option<CandidateStanding> {
        let in_run_off = |run_off: &RunOff| match &run_off.result {
            RunOffResult::Elected(elected) => elected.contains(&row),
            RunOffResult::Open | RunOffResult::Contradictory => false,
        };
        if self.run_offs.iter().any(in_run_off) {
            Some(CandidateStanding::ElectedInRunOff)
        } else if self.elected.contains(&row) {
            Some(CandidateStanding::Elected)
        } else if self.open_tie().is_some_and(|tie| tie.candidates.contains(&row)) {
            Some(CandidateStanding::Tied)
        } else {
            self.not_elected.contains(&row).then_some(CandidateStanding::NotElected)
        }
    }
}

impl ElectionReport {
    /// What follows for every election.
    pub(super) fn all(
        scenario: &Scenario,
        rules: &Profile,
        sittings: &[SittingReport],
        issues: &mut Vec<Issue>,
    ) -> Vec<Self> {
        let elections = scenario.elections.iter();
        elections.map(|election| Poll::new(scenario, rules, election, sittings, issues).report()).collect()
    }
}

/// One election while it is worked out.
struct Poll<'a> {
    rules: &'a Profile,
    election: &'a Election,
    /// The rows of those who stand; rows that nobody has filled in are none of them.
    standing: Vec<usize>,
    figures: Figures,
    issues: &'a mut Vec<Issue>,
}

impl<'a> Poll<'a> {
    fn new(
        scenario: &Scenario,
        rules: &'a Profile,
        election: &'a Election,
        sittings: &[SittingReport],
        issues: &'a mut Vec<Issue>,
    ) -> Self {
        let rows = election.candidates.iter().enumerate().filter(|(_, candidate)| !candidate.is_blank());
        let sitting = SittingReport::of(scenario, sittings, election.sitting);
        Self {
            rules,
            election,
            standing: rows.map(|(row, _)| row).collect(),
            figures: sitting.map_or_else(Figures::new, |sitting| sitting.figures),
            issues,
        }
    }

    fn report(mut self) -> ElectionReport {
        let band = self.band();
        if !self.standing.is_empty() {
            self.names();
        }
        let papers = self.papers();
        let known = papers.as_ref().ok().map(|papers| {
            let cast = papers.votes_cast(&self.rules.ballot);
            self.figures
                .with(Base::BallotsReturned, papers.returned)
                .with(Base::BallotsValid, papers.valid)
                .with(Base::VotesCast, cast)
        });
        let gate = Gate::under(self.rules, Purpose::Elect, &known.unwrap_or(self.figures));
        if self.election.is_counted() && gate.lacks_quorum() {
            self.found(ElectionField::Sitting, VotingProblem::NoQuorum);
        }
        let outcome = match self.outcome(papers, &gate) {
            Outcome::Counted(_) if gate.lacks_quorum() => Outcome::NoQuorum,
            outcome => outcome,
        };
        if let Outcome::Counted(counted) = &outcome {
            self.unused(&counted.run_offs);
        }
        ElectionReport { id: self.election.id, gate, band, outcome }
    }

    fn found(&mut self, field: ElectionField, problem: VotingProblem) {
        let place = Place::Election(self.election.id, field);
        self.issues.push(Issue { place, problem: Problem::Voting(problem) });
    }

    fn candidate(&self, row: usize) -> Option<&'a Candidate> {
        self.election.candidates.get(row)
    }

    fn name(&self, row: usize) -> Name {
        self.candidate(row).map(|candidate| candidate.name.clone()).unwrap_or_default()
    }

    /// How many candidates the seats take, and whether those entered are so many.
    fn band(&mut self) -> Option<Candidates> {
        let seats = self.election.seats;
        let rule = self.rules.differential(self.election.office)?;
        let band = (seats > Seats::ZERO).then(|| rule.band.candidates(seats))?;
        let count = self.standing.len() as u64;
        if count > 0 && !band.contains(count) {
            let seats = seats.get().into();
            let problem = VotingProblem::CandidatesOutsideBand { count, seats, band };
            self.found(ElectionField::Candidates, problem);
        }
        Some(band)
    }

    /// Names, strokes and stroke orders.
    fn names(&mut self) {
        let mut seen = HashSet::new();
        for row in self.standing.clone() {
            let name = self.name(row);
            if name.is_empty() {
                self.found(ElectionField::Name(row), VotingProblem::Nameless);
            } else if !seen.insert(name.clone()) {
                self.found(ElectionField::Name(row), VotingProblem::SameName(name));
            }
            if let Some((forms, strokes)) = self.candidate(row).and_then(Candidate::forms_above_strokes) {
                let problem = VotingProblem::FormsAboveStrokes { name: self.name(row), forms, strokes };
                self.found(ElectionField::StrokeOrder(row), problem);
            }
        }
        for (field, problem) in contradictions(&self.election.candidates, &self.standing) {
            self.found(field, problem);
        }
    }

    /// The papers of one kind, where they are entered.
    fn paper(&self, paper: Paper) -> Option<u64> {
        self.election.papers.get(paper).map(|count| count.get().into())
    }

    /// The papers, or which of them are missing. Invalid and blank ones may be none.
    fn papers(&self) -> Result<Papers, Vec<Gap>> {
        let needed = [Paper::Issued, Paper::Returned, Paper::Valid];
        let missing: Vec<Gap> =
            needed.into_iter().filter(|paper| self.paper(*paper).is_none()).map(Gap::Paper).collect();
        let all = |paper| self.paper(paper).unwrap_or(0);
        if missing.is_empty() {
            Ok(Papers {
                issued: all(Paper::Issued),
                returned: all(Paper::Returned),
                valid: all(Paper::Valid),
                invalid: all(Paper::Invalid),
                blank: all(Paper::Blank),
            })
        } else {
            Err(missing)
        }
    }

    fn outcome(&mut self, papers: Result<Papers, Vec<Gap>>, gate: &Gate) -> Outcome {
        let mut gaps = Vec::new();
        if self.election.seats == Seats::ZERO {
            gaps.push(Gap::Seats);
        }
        let votes: Vec<Option<u64>> =
            self.standing.iter().map(|row| Some(u64::from(self.candidate(*row)?.votes?.get()))).collect();
        let missing = votes.iter().filter(|votes| votes.is_none()).count();
        if votes.is_empty() {
            gaps.push(Gap::Candidates);
        } else if missing > 0 {
            gaps.push(Gap::Votes(missing));
        }
        let papers = match papers {
            Ok(papers) if gaps.is_empty() => papers,
            Ok(_) => return self.early(gaps, votes),
            Err(missing) => {
                gaps.extend(missing);
                return self.early(gaps, votes);
            }
        };
        let Some(majority) = gate.majority.first() else { return Outcome::NoRule };
        let votes: Vec<u64> = votes.into_iter().flatten().collect();
        let ballot = Ballot { seats: self.election.seats, papers, votes: &votes };
        match ballot.count(majority.rule, &self.rules.ballot, &self.figures) {
            BallotOutcome::Void { issued, returned } => self.void(issued, returned),
            BallotOutcome::Contradictory(problems) => {
                problems.into_iter().for_each(|problem| self.contradiction(problem));
                Outcome::Contradictory
            }
            BallotOutcome::Undecided(obstacle) => Outcome::Undecided(obstacle),
            // A second measure, such as area, that nobody has counted here.
            BallotOutcome::Counted(_) if gate.majority.len() > 1 => {
                let second = gate.majority.get(1).map_or(majority.rule.base, |votes| votes.rule.base);
                Outcome::Undecided(Obstacle::Missing(second))
            }
            BallotOutcome::Counted(count) => {
                if let Some((votes, choices)) = above_choices(&votes, papers.valid, self.election.seats) {
                    let problem = VotingProblem::AboveSeats { votes, choices };
                    self.found(ElectionField::Paper(Paper::Valid), problem);
                }
                Outcome::Counted(Box::new(self.counted(count)))
            }
        }
    }

    fn void(&mut self, issued: u64, returned: u64) -> Outcome {
        self.found(ElectionField::Paper(Paper::Returned), VotingProblem::Void { issued, returned });
        Outcome::Void { issued, returned }
    }

    /// What contradicts itself already, although not everything is entered.
    fn early(&mut self, gaps: Vec<Gap>, votes: Vec<Option<u64>>) -> Outcome {
        if !self.election.is_counted() {
            return Outcome::Open(gaps);
        }
        let so_far = BallotSoFar {
            seats: Some(self.election.seats).filter(|seats| *seats > Seats::ZERO),
            issued: self.paper(Paper::Issued),
            returned: self.paper(Paper::Returned),
            valid: self.paper(Paper::Valid),
            invalid: self.paper(Paper::Invalid),
            blank: self.paper(Paper::Blank),
            votes,
        };
        match so_far.fault(&self.rules.ballot, &self.figures) {
            Some(BallotOutcome::Void { issued, returned }) => return self.void(issued, returned),
            Some(BallotOutcome::Contradictory(problems)) => {
                problems.into_iter().for_each(|problem| self.contradiction(problem));
            }
            _ => {}
        }
        Outcome::Open(gaps)
    }

    fn contradiction(&mut self, problem: BallotProblem) {
        let row = match problem {
            BallotProblem::VotesAboveValid { candidate, .. } => self.standing.get(candidate).copied(),
            _ => None,
        };
        let field = match problem {
            BallotProblem::IssuedAbovePresent { .. } => ElectionField::Paper(Paper::Issued),
            BallotProblem::ReturnedAboveIssued { .. } | BallotProblem::PapersDoNotAddUp { .. } => {
                ElectionField::Paper(Paper::Returned)
            }
            BallotProblem::VotesAboveValid { .. } => {
                row.map_or(ElectionField::Candidates, ElectionField::Votes)
            }
            BallotProblem::VotesAboveChoices { .. } => ElectionField::Paper(Paper::Valid),
        };
        let name = row.map(|row| self.name(row)).unwrap_or_default();
        self.found(field, VotingProblem::Ballot(problem, name));
    }

    /// The first ballot in terms of rows, the further ballots, and the list.
    fn counted(&mut self, count: Count) -> Counted {
        let rows = |places: &[usize]| -> Vec<usize> {
            places.iter().filter_map(|place| self.standing.get(*place).copied()).collect()
        };
        let mut elected = rows(&count.elected);
        let mut not_elected = rows(&count.not_elected);
        let mut tie = count.tie.map(|tie| BoundaryTie { candidates: rows(&tie.candidates), open: tie.open });
        let mut run_offs = Vec::new();
        for round in 0..MAX_RUN_OFFS {
            let Some(stood) = tie.take() else { break };
            let (result, again) = self.run_off(round, &stood);
            if let RunOffResult::Elected(winners) = &result {
                elected.extend(winners);
                let tied = again.as_ref().map_or(&[][..], |again| &again.candidates);
                let lost =
                    stood.candidates.iter().filter(|row| !winners.contains(row) && !tied.contains(row));
                let lost: Vec<usize> = lost.copied().collect();
                // Those who lost the last ballot had more votes than all who never came into it.
                not_elected.splice(0..0, self.by_run_off(round, &lost));
                tie = again;
            }
            run_offs.push(RunOff { tie: stood, result });
        }
        if let Some(tie) = tie {
            run_offs.push(RunOff { tie, result: RunOffResult::Open });
        }
        let rule = self.rules.orders.iter().find(|row| row.office == self.election.office);
        let order = rule.map(|row| row.order);
        let list = listed(order, &self.election.candidates, &elected, &run_offs);
        let finer = finer(order, &self.election.candidates, &elected);
        Counted {
            needed: count.needed,
            elected,
            run_offs,
            unfilled: count.unfilled,
            not_elected,
            order,
            list,
            finer,
        }
    }

    fn in_run_off(&self, round: usize, row: usize) -> Option<u64> {
        let votes = self.candidate(row)?.run_offs.get(round).copied()??;
        Some(votes.get().into())
    }

    fn by_run_off(&self, round: usize, rows: &[usize]) -> Vec<usize> {
        let votes: Vec<u64> = rows.iter().map(|row| self.in_run_off(round, *row).unwrap_or(0)).collect();
        let ranked = rank(&votes, |_, _| Ordering::Equal).into_iter().flatten();
        ranked.filter_map(|at| rows.get(at).copied()).collect()
    }

    /// A further ballot among those tied, and who is tied again.
    fn run_off(&mut self, round: usize, tie: &BoundaryTie) -> (RunOffResult, Option<BoundaryTie>) {
        let votes: Option<Vec<u64>> = tie.candidates.iter().map(|row| self.in_run_off(round, *row)).collect();
        let Some(votes) = votes else { return (RunOffResult::Open, None) };
        let issued = self.paper(Paper::Issued);
        let mut sound = true;
        if let Some(ballots) = self.figures.voters().or(issued) {
            for (row, votes) in tie.candidates.iter().zip(&votes).filter(|(_, votes)| **votes > ballots) {
                let (name, votes) = (self.name(*row), *votes);
                let problem = VotingProblem::RunOffAboveBallots { name, votes, ballots };
                self.found(ElectionField::RunOff(round, *row), problem);
                sound = false;
            }
            let above = above_choices(&votes, ballots, tie.open).filter(|_| sound);
            if let Some((votes, choices)) = above {
                let row = tie.candidates.first().copied().unwrap_or(0);
                sound = self.rules.ballot.over_chosen_invalid.is_none();
                let problem = match sound {
                    true => VotingProblem::AboveSeats { votes, choices },
                    false => VotingProblem::RunOffAboveChoices { votes, choices },
                };
                self.found(ElectionField::RunOff(round, row), problem);
            }
        }
        if !sound {
            return (RunOffResult::Contradictory, None);
        }
        let (elected, again) = tie.run_off(&votes);
        (RunOffResult::Elected(elected), again)
    }

    /// Votes of further ballots for candidates who do not stand in them are not counted, and that is said.
    fn unused(&mut self, run_offs: &[RunOff]) {
        for row in self.standing.clone() {
            for round in 0..MAX_RUN_OFFS {
                let stands = run_offs.get(round).is_some_and(|run_off| run_off.tie.candidates.contains(&row));
                if !stands && self.in_run_off(round, row).is_some() {
                    let name = self.name(row);
                    let problem = VotingProblem::RunOffUnused { name, ballot: round + 1 };
                    self.found(ElectionField::RunOff(round, row), problem);
                }
            }
        }
    }
}

/// All votes, and how many so many ballots hold with a name for each seat, where that is fewer.
fn above_choices(votes: &[u64], ballots: u64, seats: Seats) -> Option<(u64, u64)> {
    let votes = votes.iter().fold(0u64, |sum, votes| sum.saturating_add(*votes));
    let choices = ballots.saturating_mul(seats.get().into());
    (votes > choices).then_some((votes, choices))
}

#[cfg(test)]
mod tests;
