//! Which rules decide: the majority that one kind of decision needs.

use crate::threshold::{Citation, Decision, Measure, Measures, Profile, Rule};

/// The rules that a decision must meet, all of them, and where they are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// One rule, or two measures that must both be met.
    pub rules: Vec<Rule>,
    /// Where they are from.
    pub citation: Citation,
}

impl Deciding {
    /// What a decision needs; `None` where the rules state nothing for it. The majority of another decision is not
    /// put in its place.
    pub fn of(rules: &Profile, decision: Decision) -> Option<Self> {
        let row = rules.majority(decision)?;
        Some(Self {
            rules: Measures { first: row.rule, second: row.second }.rules().collect(),
            citation: row.citation,
        })
    }

    /// Whether one of the rules counts this.
    pub fn counts(&self, measure: Measure) -> bool {
        self.rules.iter().any(|rule| rule.base.measure() == measure)
    }
}
