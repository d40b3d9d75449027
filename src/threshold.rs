//! L1: thresholds. Rules as a share of a base, profiles of real bodies with their sources, verdicts on quorum and
//! majority, candidate numbers, ballots, deadlines. Integers only; knows no units, no seats of a unit and no words but the names of rules and sources.

mod ballot;
mod base;
mod breaking;
mod calendar;
mod differential;
mod figures;
mod profile;
mod profiles;
mod provision;
mod rule;
mod share;
mod signers;
mod verdict;

pub use crate::date::{Date, Weekday};
pub use ballot::{Ballot, BallotOutcome, BallotProblem, BallotSoFar, BoundaryTie, Count, Papers, rank};
pub use base::{Base, Measure};
pub use breaking::Breaking;
pub use calendar::{Deadline, Milestone, Span};
pub use differential::{Band, Candidates, Excess, Spread};
pub use figures::{Contradiction, Figures, Known};
pub use profile::{
    BallotRules, Bilingual, Citation, Cited, Confidence, Counting, Decision, DifferentialRule, Initiative,
    Level, ListOrder, MajorityRule, Office, OrderRule, Profile, ProfileId, Purpose, QuorumRule, Remedy,
    SignerRule, Signers, Source, TieRule,
};
pub use profiles::profile;
pub use provision::{Chapter, Fault, Measures, Provision, Subject};
pub use rule::Rule;
pub use share::{Share, ShareError, Strictness};
pub use verdict::{Finding, Obstacle, Verdict};

#[cfg(test)]
mod tests;
