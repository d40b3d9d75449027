//! A convention under Robert's Rules of Order, and the organisation's own rules.

use std::borrow::Cow;

use super::sources::{ROBERT_1915, ronr_12};
use super::{NO_BALLOT_RULES, majority, old, over_half, quorum, two_thirds, unverified};
use crate::threshold::{
    BallotRules, Base, Bilingual, Citation, Cited, Counting, Decision, Profile, ProfileId, Purpose, TieRule,
};

pub(super) static RONR: Profile = Profile {
    id: ProfileId::RonrConvention,
    name: Bilingual { zh: "罗伯特议事规则代表大会", en: "Convention under Robert's Rules" },
    source: Some(ronr_12(None)),
    // A majority of those registered as attending, even if some have left, and not of those appointed.
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        over_half(Base::Registered),
        old(&[ROBERT_1915, ronr_12(Some("40:2"))]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Adopt, over_half(Base::VotesCast), unverified(&[ronr_12(Some("44:1"))])),
        majority(Decision::Elect, over_half(Base::VotesCast), unverified(&[ronr_12(Some("44:1"))])),
        majority(Decision::Charter, two_thirds(Base::VotesCast), unverified(&[ronr_12(Some("44:3"))])),
    ]),
    differentials: Cow::Borrowed(&[]),
    ballot: BallotRules {
        blank: Some(Cited { value: Counting::Ignored, citation: unverified(&[ronr_12(Some("45:31-32"))]) }),
        illegal: Some(Cited { value: Counting::Counts, citation: unverified(&[ronr_12(Some("45:31-32"))]) }),
        ..NO_BALLOT_RULES
    },
    tie: Some(Cited { value: TieRule::Revote, citation: unverified(&[ronr_12(None)]) }),
    remedies: Cow::Borrowed(&[]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[]),
};

/// Where a person begins who writes their own rules: a majority of those due everywhere, to be changed.
pub(super) static CUSTOM: Profile = Profile {
    id: ProfileId::Custom,
    name: Bilingual { zh: "自定规则", en: "Own rules" },
    source: None,
    quorums: Cow::Borrowed(&[quorum(Purpose::Open, over_half(Base::Due), Citation::OWN)]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Adopt, over_half(Base::Present), Citation::OWN),
        majority(Decision::Elect, over_half(Base::Present), Citation::OWN),
    ]),
    differentials: Cow::Borrowed(&[]),
    ballot: NO_BALLOT_RULES,
    tie: None,
    remedies: Cow::Borrowed(&[]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[]),
};
