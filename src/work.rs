//! L4: work that may take longer than a frame, as plain data: a [`Job`] goes in, [`Progress`] is told on the way, an
//! [`Answer`] comes out. The page hands jobs to its worker; where a browser has none, it goes through the same steps itself.
//!
//! Knows no thread, no clock and no screen. A job carries the scenario as its stored record, so that nothing is shared.

mod run;

pub use run::{Run, run};

use crate::apportion::biproportional::{MatrixError, MatrixOutcome, Rounding};
use crate::codec::snapshot::{Moment, Revision, write};
use crate::num::packed;
use crate::roster::grouping::{Grouping, Unfit};
use crate::scenario::regroup::Wish;
use crate::scenario::{Explanation, House, Rival, Scenario, Solved, UnitId, packed_houses};
use serde::{Deserialize, Serialize};

/// What is asked of a scenario, or of nothing but the question itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// The seats of the unit in a row at each house of a range, with the paradoxes on the way, at the first house too.
    Houses {
        /// The row.
        row: usize,
        /// The first house.
        from: u32,
        /// The last house.
        to: u32,
    },
    /// What each of these methods would give, by their names.
    Rivals(Vec<String>),
    /// The matrix of the composition.
    Plan,
    /// How firm the seats of a unit are.
    Explain(UnitId),
    /// The units in delegations as even as can be.
    Regroup(Wish),
    /// A pasted table of members with its totals.
    Matrix {
        /// The table.
        table: String,
        /// How quotients become seats.
        rounding: Rounding,
    },
}

/// A question with all that it takes to answer it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    #[serde(with = "packed::bytes")]
    record: Vec<u8>,
    ask: Ask,
}

/// How far a job is. The last step of some jobs is long and cannot be divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Steps done.
    pub done: u32,
    /// All steps; one, where nobody can tell.
    pub of: u32,
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// Of [`Ask::Houses`].
    Houses(#[serde(with = "packed_houses")] Vec<House>),
    /// Of [`Ask::Rivals`], in the order asked.
    Rivals(Vec<Rival>),
    /// Of [`Ask::Plan`]: what [`Plan::of`](crate::scenario::Plan::of) takes. Empty while there is nothing to share out.
    Plan(Vec<Solved>),
    /// Of [`Ask::Explain`].
    Explained(Option<Explanation>),
    /// Of [`Ask::Regroup`].
    Regrouped(Result<Grouping, Unfit>),
    /// Of [`Ask::Matrix`].
    Matrix(Result<MatrixOutcome, MatrixError>),
    /// The job could not be read.
    Nothing,
}

impl Job {
    /// The question about a scenario; without one, for a question that needs none.
    pub fn new(scenario: Option<&Scenario>, ask: Ask) -> Self {
        let record = scenario.map_or_else(Vec::new, |scenario| write(scenario, Revision(0), Moment(0)));
        Self { record, ask }
    }
}

#[cfg(test)]
mod tests;
