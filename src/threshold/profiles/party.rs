//! Party congresses and committees: the local and the grass-roots regulations of 2020.
//!
//! The present text of the local regulations was read for Articles 1 to 7 and 24 to 31 only; what was read in the
//! text of 1994 is marked as such, and article numbers not read are left out.

use std::borrow::Cow;

use super::sources::{cpc_grassroots, cpc_local, cpc_local_1994};
use super::{NO_BALLOT_RULES, majority, old, over_half, quorum, unverified, verified};
use crate::threshold::{
    BallotRules, Band, Base, Bilingual, Citation, Cited, Deadline, Decision, DifferentialRule, Excess, Level,
    ListOrder, Milestone, Office, OrderRule, Profile, ProfileId, Purpose, Remedy, Rule, Share, Span, TieRule,
};

pub(super) static LOCAL: Profile = Profile {
    id: ProfileId::CpcLocal,
    name: Bilingual { zh: "地方党代会（2020年条例）", en: "Local party congress (2020)" },
    source: Some(cpc_local(None)),
    quorums: Cow::Borrowed(&[
        quorum(Purpose::Elect, over_half(Base::Due), verified(&[cpc_local(Some("24"))])),
        quorum(
            Purpose::Plenum,
            Rule::more_than(Share::TWO_THIRDS, Base::Due),
            verified(&[cpc_local(Some("24"))]),
        ),
    ]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Elect, over_half(Base::DueWithVote), verified(&[cpc_local(None)])),
        majority(Decision::Method, over_half(Base::Due), old(&[cpc_local_1994(Some("43"))])),
    ]),
    differentials: Cow::Borrowed(LOCAL_DIFFERENTIALS),
    ballot: LOCAL_BALLOT,
    tie: Some(Cited { value: TieRule::Revote, citation: verified(&[cpc_local(None)]) }),
    remedies: Cow::Borrowed(LOCAL_REMEDIES),
    orders: Cow::Borrowed(LOCAL_ORDERS),
    signers: Cow::Borrowed(&[]),
    presidium: Some(Cited { value: Share::TENTH, citation: verified(&[cpc_local(Some("25"))]) }),
    deadlines: Cow::Borrowed(LOCAL_DEADLINES),
};

pub(super) static PLENUM: Profile = Profile {
    id: ProfileId::CpcPlenum,
    name: Bilingual {
        zh: "地方党委全会（2020年条例）", en: "Plenum of a local party committee (2020)"
    },
    source: Some(cpc_local(None)),
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Plenum,
        Rule::more_than(Share::TWO_THIRDS, Base::Due),
        verified(&[cpc_local(Some("24"))]),
    )]),
    majorities: Cow::Borrowed(&[majority(
        Decision::Elect,
        over_half(Base::DueWithVote),
        verified(&[cpc_local(None)]),
    )]),
    differentials: Cow::Borrowed(&[SECRETARIES, STANDING_COMMITTEE]),
    ballot: LOCAL_BALLOT,
    tie: Some(Cited { value: TieRule::Revote, citation: verified(&[cpc_local(None)]) }),
    remedies: Cow::Borrowed(LOCAL_REMEDIES),
    orders: Cow::Borrowed(LOCAL_ORDERS),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[]),
};

pub(super) static GRASSROOTS: Profile = Profile {
    id: ProfileId::CpcGrassroots,
    name: Bilingual { zh: "基层党组织（2020年条例）", en: "Grass-roots party organisation (2020)" },
    source: Some(cpc_grassroots(None)),
    // 有选举权的到会人数不少于应到会的五分之四; the rule of 1990 said "more than".
    quorums: Cow::Borrowed(&[quorum(
        Purpose::Elect,
        Rule::at_least(Share::FOUR_FIFTHS, Base::DueWithVote),
        verified(&[cpc_grassroots(None)]),
    )]),
    majorities: Cow::Borrowed(&[
        majority(Decision::Elect, over_half(Base::PresentWithVote), verified(&[cpc_grassroots(None)])),
        majority(Decision::Adopt, over_half(Base::Present), unverified(&[cpc_grassroots(None)])),
    ]),
    differentials: Cow::Borrowed(&[
        DifferentialRule {
            office: Office::Delegates,
            band: Band::at_least(Excess::Of(Share::FIFTH)),
            citation: verified(&[cpc_grassroots(Some("9"))]),
        },
        DifferentialRule {
            office: Office::Committee,
            band: Band::at_least(Excess::Of(Share::FIFTH)),
            citation: verified(&[cpc_grassroots(Some("13"))]),
        },
    ]),
    ballot: BallotRules {
        over_returned_voids: Some(verified(&[cpc_grassroots(None)])),
        over_chosen_invalid: Some(verified(&[cpc_grassroots(None)])),
        ..NO_BALLOT_RULES
    },
    tie: Some(Cited { value: TieRule::Revote, citation: verified(&[cpc_grassroots(None)]) }),
    remedies: Cow::Borrowed(&[
        Cited { value: Remedy::SeparateElection, citation: verified(&[cpc_grassroots(None)]) },
        Cited { value: Remedy::ReduceSeats, citation: verified(&[cpc_grassroots(None)]) },
    ]),
    orders: Cow::Borrowed(&[]),
    signers: Cow::Borrowed(&[]),
    presidium: None,
    deadlines: Cow::Borrowed(&[]),
};

const NOT_READ: Citation = unverified(&[cpc_local(None)]);
const READ_IN_1994: Citation = old(&[cpc_local_1994(None)]);
const LIST_ORDER: Citation = old(&[cpc_local_1994(Some("39"))]);

/// Article 4: secretaries and deputy secretaries of the committee and of the discipline commission, 等额.
const SECRETARIES: DifferentialRule = DifferentialRule {
    office: Office::Secretaries,
    band: Band::EQUAL,
    citation: verified(&[cpc_local(Some("4"))]),
};

/// That there are more candidates than seats is Article 4; the one or two persons more were not read.
const STANDING_COMMITTEE: DifferentialRule = DifferentialRule {
    office: Office::StandingCommittee,
    band: Band::between(Excess::Persons(1), Excess::Persons(2)),
    citation: NOT_READ,
};

const fn a_tenth_more(office: Office) -> DifferentialRule {
    DifferentialRule { office, band: Band::at_least(Excess::Of(Share::TENTH)), citation: NOT_READ }
}

const LOCAL_DIFFERENTIALS: &[DifferentialRule] = &[
    DifferentialRule {
        office: Office::Delegates,
        band: Band::at_least(Excess::Of(Share::FIFTH)),
        citation: READ_IN_1994,
    },
    a_tenth_more(Office::Committee),
    a_tenth_more(Office::Alternates),
    a_tenth_more(Office::Discipline),
    STANDING_COMMITTEE,
    SECRETARIES,
];

/// Read in the grass-roots regulations and the Electoral Law; the local article was not read.
const LOCAL_BALLOT: BallotRules = BallotRules {
    over_returned_voids: Some(NOT_READ),
    over_chosen_invalid: Some(NOT_READ),
    ..NO_BALLOT_RULES
};

const LOCAL_REMEDIES: &[Cited<Remedy>] = &[
    Cited { value: Remedy::SeparateElection, citation: verified(&[cpc_local(None)]) },
    Cited { value: Remedy::ReduceSeats, citation: verified(&[cpc_local(None)]) },
];

const fn ordered(office: Office, order: ListOrder) -> OrderRule {
    OrderRule { office, order, citation: LIST_ORDER }
}

const LOCAL_ORDERS: &[OrderRule] = &[
    ordered(Office::Delegates, ListOrder::Strokes),
    ordered(Office::Committee, ListOrder::Strokes),
    ordered(Office::Discipline, ListOrder::Strokes),
    ordered(Office::Alternates, ListOrder::VotesThenStrokes),
    ordered(Office::StandingCommittee, ListOrder::AsApproved),
    ordered(Office::Secretaries, ListOrder::AsApproved),
];

const fn months(milestone: Milestone, level: Option<Level>, months: u16) -> Deadline {
    Deadline { milestone, level, before: Span::Months(months), citation: READ_IN_1994 }
}

const LOCAL_DEADLINES: &[Deadline] = &[
    months(Milestone::CongressRequest, Some(Level::Province), 4),
    months(Milestone::CongressRequest, Some(Level::BelowProvince), 2),
    months(Milestone::CandidateRequest, None, 1),
];
