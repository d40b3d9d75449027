//! Which rules decide: the profile a scenario follows, and the majority that one kind of decision needs.

use super::{Rules, Scenario};
use crate::threshold::{Citation, Decision, Profile, ProfileId, Rule, profile};

/// The rules that a decision must meet, all of them, and where they are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// One rule, or two measures that must both be met.
    pub rules: Vec<Rule>,
    /// Where they are from.
    pub citation: Citation,
}

impl Scenario {
    /// The profile it follows; for rules of its own, the one that states nothing else.
    pub fn profile(&self) -> &Profile {
        match &self.rules {
            Rules::Profile(id) => profile(*id),
            Rules::Custom { .. } => profile(ProfileId::Custom),
        }
    }

    /// What a decision needs; `None` where the rules state nothing for it. The majority of another decision is not
    /// put in its place.
    pub fn deciding(&self, decision: Decision) -> Option<Deciding> {
        match &self.rules {
            Rules::Profile(id) => {
                let row = profile(*id).majority(decision)?;
                let rules = [Some(row.rule), row.second].into_iter().flatten().collect();
                Some(Deciding { rules, citation: row.citation })
            }
            Rules::Custom { majority, .. } if decision != Decision::Rerun => {
                Some(Deciding { rules: vec![*majority], citation: Citation::OWN })
            }
            Rules::Custom { .. } => None,
        }
    }
}
