//! The table of profiles. Each room beside this file holds the profiles of one kind of body.
//!
//! A value is here only with the source it was read in and how sure that is; what the sources leave open is left
//! open. `docs/RULES.md` is the same table for people, and a test holds the two together.

mod association;
mod convention;
mod party;
mod sources;
mod state;

use super::{
    BallotRules, Base, Citation, Confidence, Decision, MajorityRule, Profile, ProfileId, Purpose, QuorumRule,
    Rule, Source,
};

/// The built-in profile with this id.
pub fn profile(id: ProfileId) -> &'static Profile {
    // What the page begins with stands apart: the others can come with the rest of the program (`tools/split.py`).
    if id == ProfileId::CpcLocal { &party::LOCAL } else { any(id) }
}

#[inline(never)]
fn any(id: ProfileId) -> &'static Profile {
    match id {
        ProfileId::CpcLocal => &party::LOCAL,
        ProfileId::CpcPlenum => &party::PLENUM,
        ProfileId::CpcGrassroots => &party::GRASSROOTS,
        ProfileId::PeoplesCongress => &state::PEOPLES_CONGRESS,
        ProfileId::DirectElection => &state::DIRECT_ELECTION,
        ProfileId::VillageRepresentatives => &state::VILLAGE_REPRESENTATIVES,
        ProfileId::EmployeesCongress => &association::EMPLOYEES_CONGRESS,
        ProfileId::TradeUnion => &association::TRADE_UNION,
        ProfileId::OwnersAssembly => &association::OWNERS_ASSEMBLY,
        ProfileId::SocialOrganisation => &association::SOCIAL_ORGANISATION,
        ProfileId::FarmersCooperative => &association::FARMERS_COOPERATIVE,
        ProfileId::RuralCollective => &association::RURAL_COLLECTIVE,
        ProfileId::RonrConvention => &convention::RONR,
        ProfileId::Custom => &convention::CUSTOM,
    }
}

/// Read in the sources named.
const fn verified(sources: &'static [Source]) -> Citation {
    Citation { sources, confidence: Confidence::Verified }
}

/// Read in the older version named.
const fn old(sources: &'static [Source]) -> Citation {
    Citation { sources, confidence: Confidence::VerifiedOld }
}

/// Attributed to the sources named, but not read there.
const fn unverified(sources: &'static [Source]) -> Citation {
    Citation { sources, confidence: Confidence::Unverified }
}

const fn quorum(purpose: Purpose, rule: Rule, citation: Citation) -> QuorumRule {
    QuorumRule { purpose, rule, second: None, citation }
}

const fn majority(decision: Decision, rule: Rule, citation: Citation) -> MajorityRule {
    MajorityRule { decision, rule, second: None, citation }
}

/// Nothing is known of the ballots.
const NO_BALLOT_RULES: BallotRules =
    BallotRules { over_returned_voids: None, over_chosen_invalid: None, blank: None, illegal: None };

/// More than half of `base`.
const fn over_half(base: Base) -> Rule {
    Rule::more_than(super::Share::HALF, base)
}

/// At least two thirds of `base`.
const fn two_thirds(base: Base) -> Rule {
    Rule::at_least(super::Share::TWO_THIRDS, base)
}

#[cfg(test)]
mod tests;
