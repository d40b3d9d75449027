//! The numbers that stand for enum variants in links and records. Frozen: a number is never given to another
//! variant, and nothing here depends on the order of declarations.

use super::bytes::{ReadError, Reader, Writer};
use crate::apportion::MinimumRule;
use crate::roster::Reason;
use crate::scenario::{Attending, Basis, CategoryKind, Limit, Origin, Rules, SittingKind, TallyKind};
use crate::threshold::{Base, Decision, Office, ProfileId, Purpose, Rule, Share, Strictness};

/// Why a tagged value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagError {
    /// The bytes are not a number.
    Bytes(ReadError),
    /// The number stands for nothing known.
    Unknown,
}

impl From<ReadError> for TagError {
    fn from(error: ReadError) -> Self {
        Self::Bytes(error)
    }
}

/// A variant and its number, both ways, from one table.
macro_rules! tags {
    ($write:ident, $read:ident, $type:ty { $($number:literal => $variant:path),+ $(,)? }) => {
        pub(super) const fn $write(value: $type) -> u64 {
            match value { $($variant => $number),+ }
        }
        pub(super) const fn $read(number: u64) -> Result<$type, TagError> {
            match number { $($number => Ok($variant),)+ _ => Err(TagError::Unknown) }
        }
    };
}

pub(super) mod rules;

tags!(origin, origin_of, Origin { 0 => Origin::Entered, 1 => Origin::Illustrative });

tags!(minimum_rule, minimum_rule_of, MinimumRule {
    0 => MinimumRule::Seed,
    1 => MinimumRule::Clamp,
    2 => MinimumRule::SetAside,
    3 => MinimumRule::TopUp,
});

tags!(reason, reason_of, Reason {
    0 => Reason::Transferred,
    1 => Reason::Resigned,
    2 => Reason::Died,
    3 => Reason::Removed,
    4 => Reason::LostMembership,
    5 => Reason::Other,
});

tags!(sitting_kind, sitting_kind_of, SittingKind {
    0 => SittingKind::Preparatory,
    1 => SittingKind::Opening,
    2 => SittingKind::Session,
    3 => SittingKind::Election,
    4 => SittingKind::Closing,
});

tags!(purpose, purpose_of, Purpose {
    0 => Purpose::Elect,
    1 => Purpose::Open,
    2 => Purpose::Adopt,
    3 => Purpose::Plenum,
});

tags!(tally, tally_of, TallyKind {
    0 => TallyKind::ByUnit,
    1 => TallyKind::ByDelegation,
    2 => TallyKind::Whole,
});

tags!(decision, decision_of, Decision {
    0 => Decision::Adopt,
    1 => Decision::Method,
    2 => Decision::Elect,
    3 => Decision::Charter,
    4 => Decision::Recall,
    5 => Decision::Rerun,
});

tags!(office, office_of, Office {
    0 => Office::Delegates,
    1 => Office::Committee,
    2 => Office::Alternates,
    3 => Office::Discipline,
    4 => Office::StandingCommittee,
    5 => Office::Secretaries,
    6 => Office::Heads,
    7 => Office::DeputyHeads,
});

tags!(basis, basis_of, Basis { 0 => Basis::Table, 1 => Basis::List });

tags!(attending, attending_of, Attending {
    1 => Attending::Present,
    2 => Attending::OnLeave,
    3 => Attending::Absent,
});

tags!(profile, profile_of, ProfileId {
    1 => ProfileId::CpcLocal,
    2 => ProfileId::CpcGrassroots,
    3 => ProfileId::PeoplesCongress,
    4 => ProfileId::RonrConvention,
    5 => ProfileId::CpcPlenum,
    6 => ProfileId::DirectElection,
    7 => ProfileId::EmployeesCongress,
    8 => ProfileId::TradeUnion,
    9 => ProfileId::OwnersAssembly,
    10 => ProfileId::SocialOrganisation,
    11 => ProfileId::VillageRepresentatives,
    12 => ProfileId::FarmersCooperative,
    13 => ProfileId::RuralCollective,
    14 => ProfileId::Custom,
});

tags!(category_kind, category_kind_of, CategoryKind {
    0 => CategoryKind::Overlapping,
    1 => CategoryKind::Exclusive,
});

tags!(limit, limit_of, Limit { 1 => Limit::AtLeast, 2 => Limit::AtMost, 3 => Limit::Exactly });

tags!(strictness, strictness_of, Strictness { 0 => Strictness::MoreThan, 1 => Strictness::AtLeast });

tags!(base, base_of, Base {
    0 => Base::Due,
    1 => Base::Present,
    2 => Base::Seats,
    3 => Base::AllMembers,
    4 => Base::CapableMembers,
    5 => Base::Owners,
    6 => Base::Voters,
    7 => Base::DueWithVote,
    8 => Base::Registered,
    9 => Base::PresentWithVote,
    10 => Base::Participants,
    11 => Base::BallotsReturned,
    12 => Base::BallotsValid,
    13 => Base::VotesCast,
    14 => Base::VotingRights,
    15 => Base::Area,
    16 => Base::ParticipatingArea,
});

/// Rules of its own, in place of the number of a profile.
const CUSTOM: u64 = 0;

pub(super) fn write_rules(out: &mut Writer, rules: &Rules) {
    match rules {
        Rules::Profile(id) => out.varint(profile(*id)),
        Rules::Custom { quorum, majority } => {
            out.varint(CUSTOM);
            write_rule(out, quorum);
            write_rule(out, majority);
        }
        // The profile they were copied from; a section of their own says what was changed in it.
        Rules::Own(own) => out.varint(profile(own.from())),
    }
}

pub(super) fn read_rules(input: &mut Reader<'_>) -> Result<Rules, TagError> {
    match input.varint()? {
        CUSTOM => Ok(Rules::Custom { quorum: read_rule(input)?, majority: read_rule(input)? }),
        number => profile_of(number).map(Rules::Profile),
    }
}

fn write_rule(out: &mut Writer, rule: &Rule) {
    out.varint(rule.share.num().into());
    out.varint(rule.share.den().into());
    out.varint(strictness(rule.strictness));
    out.varint(base(rule.base));
}

fn read_rule(input: &mut Reader<'_>) -> Result<Rule, TagError> {
    let mut number = || u32::try_from(input.varint()?).map_err(|_| TagError::Unknown);
    let share = Share::new(number()?, number()?).map_err(|_| TagError::Unknown)?;
    let strictness = strictness_of(input.varint()?)?;
    let base = base_of(input.varint()?)?;
    Ok(Rule { share, strictness, base })
}
