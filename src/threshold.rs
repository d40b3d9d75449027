//! L1: thresholds: what share of whom is needed, under which rules, and whether it was reached.
//!
//! Integers only: "more than p/q of n" is `⌊np/q⌋ + 1`, "at least p/q of n" is `⌈np/q⌉`. Knows neither units nor
//! seats; it is handed the numbers of a sitting and answers with the number needed, or says why it cannot.

mod profile;
mod rule;
mod share;
mod verdict;

pub use profile::{Confidence, Profile, ProfileId, Sourced};
pub use rule::{Base, Rule, Strictness};
pub use share::Share;
pub use verdict::{Bases, Undecided, Verdict, judge};
