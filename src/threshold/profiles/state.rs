//! Bodies of the state and of self-government: people's congresses, direct elections, villagers' representatives.

use std::borrow::Cow;

use super::sources::{PEOPLES_CONGRESS_LAWS, electoral_law, npc_rules, organic_law, villagers_committees};
use super::{NO_BALLOT_RULES, majority, over_half, quorum, two_thirds, verified};
use crate::threshold::{
    BallotRules, Band, Base, Bilingual, Citation, Cited, Deadline, Decision, DifferentialRule, Excess,
    Initiative, Level, Milestone, Office, Profile, ProfileId, Purpose, Rule, Share, SignerRule, Signers,
    Span, TieRule,
};

pub(super) static PEOPLES_CONGRESS: Profile = Profile {
    id: ProfileId::PeoplesCongress,
    name: Bilingual { zh: "人民代表大会", en: "People's congress" },
    source: Some(organic_law("14")),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        two_thirds(Base::AllMembers),
        verified(&[npc_rules("4"), organic_law("14")]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(
            Decision::Adopt,
            over_half(Base::AllMembers),
            verified(&[npc_rules("59"), organic_law("25")]),
        ),
        majority(Decision::Elect, over_half(Base::AllMembers), verified(&[electoral_law("45")])),
        // The constitution, by the National People's Congress.
        majority(Decision::Charter, two_thirds(Base::AllMembers), verified(&[npc_rules("59")])),
        majority(Decision::Recall, over_half(Base::AllMembers), verified(&[electoral_law("53")])),
    ]),
    differentials: Cow::Borrowed(&[
        DifferentialRule {
            office: Office::Delegates,
            band: Band::between(Excess::Of(Share::FIFTH), Excess::Of(Share::HALF)),
            citation: verified(&[electoral_law("31")]),
        },
        DifferentialRule {
            office: Office::Heads,
            band: Band::between(Excess::Persons(0), Excess::Persons(1)),
            citation: verified(&[organic_law("27")]),
        },
        DifferentialRule {
            office: Office::DeputyHeads,
            band: Band::between(Excess::Persons(1), Excess::Persons(3)),
            citation: verified(&[organic_law("27")]),
        },
        DifferentialRule {
            office: Office::StandingCommittee,
            band: Band::between(Excess::Of(Share::TENTH), Excess::Of(Share::FIFTH)),
            citation: verified(&[organic_law("27")]),
        },
    ]),
    ballot: BALLOTS,
    tie: Some(Cited {
        value: TieRule::Revote,
        citation: verified(&[electoral_law("45"), organic_law("29")]),
    }),
    remedies: Cow::Borrowed(&[]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(SIGNERS),
    presidium: None,
    deadlines: Cow::Borrowed(&[Deadline {
        milestone: Milestone::Nomination,
        level: None,
        before: Span::Days(2),
        citation: CANDIDATE_TIMETABLE,
    }]),
};

pub(super) static DIRECT_ELECTION: Profile = Profile {
    id: ProfileId::DirectElection,
    name: Bilingual { zh: "直接选举人大代表", en: "Direct election of deputies" },
    source: Some(electoral_law("45")),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Elect,
        over_half(Base::Voters),
        verified(&[electoral_law("45")]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Elect, over_half(Base::Participants), verified(&[electoral_law("45")])),
        majority(
            Decision::Rerun,
            Rule::at_least(Share::THIRD, Base::BallotsReturned),
            verified(&[electoral_law("45")]),
        ),
        majority(Decision::Recall, over_half(Base::Voters), verified(&[electoral_law("53")])),
    ]),
    differentials: Cow::Borrowed(&[DifferentialRule {
        office: Office::Delegates,
        band: Band::between(Excess::Of(Share::THIRD), Excess::Of(Share::WHOLE)),
        citation: verified(&[electoral_law("31")]),
    }]),
    ballot: BALLOTS,
    tie: Some(Cited { value: TieRule::Revote, citation: verified(&[electoral_law("45")]) }),
    remedies: Cow::Borrowed(&[]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[
        days(Milestone::VoterList, 20),
        days(Milestone::PreliminaryCandidates, 15),
        days(Milestone::FinalCandidates, 7),
    ]),
};

pub(super) static VILLAGE_REPRESENTATIVES: Profile = Profile {
    id: ProfileId::VillageRepresentatives,
    name: Bilingual { zh: "村民代表会议", en: "Assembly of villagers' representatives" },
    source: Some(villagers_committees("25, 26")),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Open,
        two_thirds(Base::AllMembers),
        verified(&[villagers_committees("25, 26")]),
    )]),
    majorities: Cow::Borrowed(&[majority(
        Decision::Adopt,
        over_half(Base::Present),
        verified(&[villagers_committees("25, 26")]),
    )]),
    differentials: Cow::Borrowed(&[]),
    ballot: NO_BALLOT_RULES,
    tie: None,
    remedies: Cow::Borrowed(&[]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[]),
};

/// Article 44: more ballots cast than voters voting void the election; a ballot with too many names is void.
const BALLOTS: BallotRules = BallotRules {
    over_returned_voids: Some(verified(&[electoral_law("44")])),
    over_chosen_invalid: Some(verified(&[electoral_law("44")])),
    ..NO_BALLOT_RULES
};

const CANDIDATE_TIMETABLE: Citation = verified(&[electoral_law("28, 32")]);

const fn days(milestone: Milestone, days: u16) -> Deadline {
    Deadline { milestone, level: None, before: Span::Days(days), citation: CANDIDATE_TIMETABLE }
}

const fn signers(initiative: Initiative, level: Option<Level>, signers: Signers) -> SignerRule {
    SignerRule { initiative, level, signers, citation: verified(&[PEOPLES_CONGRESS_LAWS]) }
}

const SIGNERS: &[SignerRule] = &[
    signers(Initiative::Motion, Some(Level::National), Signers::DelegationOr(30)),
    signers(Initiative::Motion, Some(Level::CountyAndAbove), Signers::Persons(10)),
    signers(Initiative::Motion, Some(Level::Township), Signers::Persons(5)),
    signers(Initiative::Recall, Some(Level::Township), Signers::Of(Share::FIFTH)),
    signers(Initiative::Recall, None, Signers::Of(Share::TENTH)),
    signers(Initiative::ExtraordinaryMeeting, None, Signers::Of(Share::FIFTH)),
];
