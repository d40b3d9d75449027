//! Employees, trade unions, owners, social organisations, cooperatives and rural collectives.

use std::borrow::Cow;

use super::sources::{
    CIVIL_CODE_278, RURAL_COLLECTIVES, SHANGHAI_EMPLOYEES, SOCIAL_TEMPLATE, STATE_FIRMS, UNION_LAW,
    UNION_TEMPLATES, ZHEJIANG_EMPLOYEES, cooperatives,
};
use super::{NO_BALLOT_RULES, majority, over_half, quorum, two_thirds, unverified, verified};
use crate::threshold::{
    Band, Base, Bilingual, Citation, Decision, DifferentialRule, Excess, Initiative, MajorityRule, Office,
    Profile, ProfileId, Purpose, QuorumRule, Rule, Share, SignerRule, Signers,
};

/// What these bodies have in common: the sources state nothing on the rest.
const BARE: Profile = Profile {
    id: ProfileId::Custom,
    name: Bilingual { zh: "", en: "" },
    source: None,
    quorums: Cow::Borrowed(&[]),
    majorities: Cow::Borrowed(&[]),
    differentials: Cow::Borrowed(&[]),
    ballot: NO_BALLOT_RULES,
    tie: None,
    remedies: Cow::Borrowed(&[]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[]),
};

pub(super) static EMPLOYEES_CONGRESS: Profile = Profile {
    id: ProfileId::EmployeesCongress,
    name: Bilingual { zh: "职工代表大会", en: "Employees' congress" },
    source: Some(STATE_FIRMS),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        two_thirds(Base::AllMembers),
        verified(&[STATE_FIRMS, SHANGHAI_EMPLOYEES]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Adopt, over_half(Base::AllMembers), EMPLOYEES_MAJORITY),
        majority(Decision::Elect, over_half(Base::AllMembers), EMPLOYEES_MAJORITY),
    ]),
    // Local rules; about a fifth is customary.
    differentials: Cow::Borrowed(&[DifferentialRule {
        office: Office::Delegates,
        band: Band::at_least(Excess::Of(Share::FIFTH)),
        citation: Citation::UNVERIFIED,
    }]),
    ..BARE
};

/// Shanghai writes 半数以上, Zhejiang 过半数; the stricter of the two.
const EMPLOYEES_MAJORITY: Citation = verified(&[STATE_FIRMS, SHANGHAI_EMPLOYEES, ZHEJIANG_EMPLOYEES]);

pub(super) static TRADE_UNION: Profile = Profile {
    id: ProfileId::TradeUnion,
    name: Bilingual { zh: "工会会员（代表）大会", en: "Trade union congress" },
    source: Some(UNION_LAW),
    quorums: Cow::Borrowed(&[quorum(Purpose::Elect, two_thirds(Base::Due), verified(&[UNION_TEMPLATES]))]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Elect, over_half(Base::Due), verified(&[UNION_TEMPLATES])),
        majority(Decision::Recall, over_half(Base::AllMembers), verified(&[UNION_LAW])),
    ]),
    differentials: Cow::Borrowed(&[DifferentialRule {
        office: Office::Committee,
        band: Band::at_least(Excess::Of(Share::TWENTIETH)),
        citation: Citation::UNVERIFIED,
    }]),
    signers: Cow::Borrowed(&[SignerRule {
        initiative: Initiative::ExtraordinaryMeeting,
        level: None,
        signers: Signers::Of(Share::THIRD),
        citation: verified(&[UNION_LAW]),
    }]),
    ..BARE
};

pub(super) static OWNERS_ASSEMBLY: Profile = Profile {
    id: ProfileId::OwnersAssembly,
    name: Bilingual { zh: "业主大会", en: "Owners' assembly" },
    source: Some(CIVIL_CODE_278),
    quorums: Cow::Borrowed(&[QuorumRule {
        purpose: Purpose::Adopt,
        rule: two_thirds(Base::Owners),
        second: Some(two_thirds(Base::Area)),
        citation: verified(&[CIVIL_CODE_278]),
    }]),
    majorities: Cow::Borrowed(&[
        MajorityRule {
            decision: Decision::Adopt,
            rule: over_half(Base::Participants),
            second: Some(over_half(Base::ParticipatingArea)),
            citation: verified(&[CIVIL_CODE_278]),
        },
        // Items 6 to 8 of the article.
        MajorityRule {
            decision: Decision::Charter,
            rule: Rule::at_least(Share::THREE_QUARTERS, Base::Participants),
            second: Some(Rule::at_least(Share::THREE_QUARTERS, Base::ParticipatingArea)),
            citation: verified(&[CIVIL_CODE_278]),
        },
    ]),
    ..BARE
};

pub(super) static SOCIAL_ORGANISATION: Profile = Profile {
    id: ProfileId::SocialOrganisation,
    name: Bilingual { zh: "社会团体会员（代表）大会", en: "Congress of a social organisation" },
    source: Some(SOCIAL_TEMPLATE),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        two_thirds(Base::AllMembers),
        verified(&[SOCIAL_TEMPLATE]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Adopt, over_half(Base::Present), verified(&[SOCIAL_TEMPLATE])),
        majority(Decision::Elect, over_half(Base::Present), verified(&[SOCIAL_TEMPLATE])),
        majority(Decision::Charter, two_thirds(Base::Present), unverified(&[SOCIAL_TEMPLATE])),
    ]),
    ..BARE
};

pub(super) static FARMERS_COOPERATIVE: Profile = Profile {
    id: ProfileId::FarmersCooperative,
    name: Bilingual { zh: "农民专业合作社成员（代表）大会", en: "Farmers' cooperative" },
    source: Some(cooperatives("30")),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        two_thirds(Base::AllMembers),
        verified(&[cooperatives("22, 30, 32")]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Adopt, over_half(Base::VotingRights), verified(&[cooperatives("22, 30, 32")])),
        majority(Decision::Elect, over_half(Base::VotingRights), verified(&[cooperatives("22, 30, 32")])),
        majority(Decision::Charter, two_thirds(Base::VotingRights), verified(&[cooperatives("22, 30, 32")])),
    ]),
    ..BARE
};

pub(super) static RURAL_COLLECTIVE: Profile = Profile {
    id: ProfileId::RuralCollective,
    name: Bilingual {
        zh: "农村集体经济组织成员大会", en: "Rural collective economic organisation"
    },
    source: Some(RURAL_COLLECTIVES),
    // The assembly of members; for the assembly of delegates none is stated.
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        two_thirds(Base::CapableMembers),
        verified(&[RURAL_COLLECTIVES]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Adopt, two_thirds(Base::AllMembers), verified(&[RURAL_COLLECTIVES])),
        majority(Decision::Elect, two_thirds(Base::AllMembers), verified(&[RURAL_COLLECTIVES])),
    ]),
    ..BARE
};
