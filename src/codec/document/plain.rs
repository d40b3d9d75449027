//! How single values are written: numbers as numbers, names and codes as strings. Each refuses what is out of its range.

use super::capped;
use crate::apportion::{Method, MinimumRule};
use crate::date::Date;
use crate::limits::{MAX_RUN_OFFS, MAX_WEIGHT};
use crate::num::{Count, Seats, Weight};
use crate::roster::Reason;
use crate::scenario::{
    Basis, Categories, CategoryKind, Entry, Limit, Name, Origin, Scheme, SittingKind, StrokeOrder, Strokes,
};
use crate::threshold::{
    Base, Counting, Decision, Initiative, Level, ListOrder, Milestone, Office, ProfileId, Purpose, Remedy,
    Share, Strictness, TieRule,
};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Whether a value need not be written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A value that is written as another one: how it is written, and how it is read or why not.
macro_rules! written {
    ($name:ident, $type:ty, $plain:ty, $write:expr, $read:expr, $range:literal) => {
        #[allow(dead_code, reason = "some values may always be left out, others never")]
        pub(super) mod $name {
            use super::*;

            pub(in crate::codec::document) fn serialize<S: Serializer>(
                value: &$type,
                to: S,
            ) -> Result<S::Ok, S::Error> {
                let write: fn(&$type) -> $plain = $write;
                serde::Serialize::serialize(&write(value), to)
            }

            pub(in crate::codec::document) fn deserialize<'de, D: Deserializer<'de>>(
                from: D,
            ) -> Result<$type, D::Error> {
                let read: fn($plain) -> Option<$type> = $read;
                let plain = <$plain>::deserialize(from)?;
                read(plain).ok_or_else(|| D::Error::custom($range))
            }

            /// The same where there may be none.
            pub(in crate::codec::document) mod option {
                use super::*;
                pub(in crate::codec::document) fn serialize<S: Serializer>(
                    value: &Option<$type>,
                    to: S,
                ) -> Result<S::Ok, S::Error> {
                    let write: fn(&$type) -> $plain = $write;
                    serde::Serialize::serialize(&value.as_ref().map(write), to)
                }
                pub(in crate::codec::document) fn deserialize<'de, D: Deserializer<'de>>(
                    from: D,
                ) -> Result<Option<$type>, D::Error> {
                    let read: fn($plain) -> Option<$type> = $read;
                    let Some(plain) = Option::<$plain>::deserialize(from)? else { return Ok(None) };
                    read(plain).map(Some).ok_or_else(|| D::Error::custom($range))
                }
            }
        }
    };
}

written!(weight, Weight, u64, |n| n.get(), Weight::new, "members and areas are whole numbers below 2^43");
written!(seats, Seats, u32, |n| n.get(), Seats::new, "seats are whole numbers up to 2^20");
written!(count, Count, u32, |n| n.get(), Count::new, "people are whole numbers up to 2^20");
written!(
    name,
    Name,
    String,
    |name| name.as_str().to_owned(),
    |text| exactly(Name::new(&text), &text),
    "a name is one trimmed line of at most 240 bytes"
);
written!(
    title,
    Name,
    String,
    |name| name.as_str().to_owned(),
    |text| exactly(Name::title(&text), &text),
    "a title is one trimmed line of at most 480 bytes"
);
written!(
    date,
    Date,
    String,
    |date| date.to_string(),
    |text| Date::parse(&text),
    "a day is written 2021-09-27"
);
written!(method, Method, String, |method| method.to_string(), |text| Method::parse(&text), "no such method");
written!(scheme, Scheme, String, |scheme| scheme.to_string(), |text| Scheme::parse(&text), "no such scheme");
written!(
    reason,
    Reason,
    String,
    |reason| reason.id().to_owned(),
    |text| Reason::from_id(&text),
    "no such reason"
);
written!(
    categories,
    Categories,
    String,
    |categories| categories.to_string(),
    |text| Categories::parse(&text).ok(),
    "categories are at most 16 short texts with semicolons between"
);
written!(base, Base, String, |base| base.code().to_owned(), |text| Base::from_code(&text), "no such base");
written!(
    stated_base,
    Base,
    String,
    |base| base.code().to_owned(),
    |text| Base::from_code(&text).filter(|base| Base::STATED.contains(base)),
    "no base whose figure is stated"
);
written!(
    stated_figure,
    u64,
    u64,
    |figure| *figure,
    |figure| (figure <= MAX_WEIGHT).then_some(figure),
    "figures are whole numbers below 2^43"
);
written!(
    share,
    Share,
    [u32; 2],
    |share| [share.num(), share.den()],
    |[num, den]| Share::new(num, den).ok(),
    "a share is above 0 and at most 1"
);
written!(
    profile,
    ProfileId,
    String,
    |id| id.code().to_owned(),
    |text| ProfileId::from_code(&text),
    "no such profile"
);

written!(strokes, Strokes, u8, |n| n.get(), Strokes::new, "strokes are whole numbers from 1 to 64");
written!(
    stroke_order,
    StrokeOrder,
    String,
    |order| order.as_str().to_owned(),
    |text| StrokeOrder::written(&text),
    "a stroke order is digits from 1 to 5, at most 64 of a character and 256 in all, with one space between characters"
);
/// Votes of further ballots.
#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct Rounds(#[serde(deserialize_with = "capped::list::<MAX_RUN_OFFS, _, _>")] Vec<Option<u32>>);

written!(
    run_offs,
    [Option<Count>; MAX_RUN_OFFS],
    Rounds,
    |votes| Rounds(votes.iter().map(|count| count.map(Count::get)).collect()),
    |Rounds(plain)| {
        let mut votes = [None; MAX_RUN_OFFS];
        for (round, count) in plain.into_iter().enumerate() {
            *votes.get_mut(round)? = count.map(|n| Count::new(n).ok_or(())).transpose().ok()?;
        }
        Some(votes)
    },
    "further ballots are at most 3 numbers up to 2^20, or null"
);

/// A name that is as [`Name`] would leave it: nothing is trimmed away unsaid.
fn exactly<E>(name: Result<Name, E>, text: &str) -> Option<Name> {
    name.ok().filter(|name| name.as_str() == text)
}

/// Variants and their codes, both ways, from one table. Frozen.
macro_rules! coded {
    ($name:ident, $type:ty { $($code:literal => $variant:path),+ $(,)? }) => {
        written!(
            $name, $type, String,
            |value| match value { $($variant => $code),+ }.to_owned(),
            |text| match text.as_str() { $($code => Some($variant),)+ _ => None },
            "no such code"
        );
    };
}

coded!(origin, Origin { "entered" => Origin::Entered, "illustrative" => Origin::Illustrative });

coded!(basis, Basis { "table" => Basis::Table, "list" => Basis::List });

coded!(entry, Entry { "elected" => Entry::Elected, "by-elected" => Entry::ByElected });

coded!(minimum_rule, MinimumRule {
    "seed" => MinimumRule::Seed,
    "clamp" => MinimumRule::Clamp,
    "set-aside" => MinimumRule::SetAside,
    "top-up" => MinimumRule::TopUp,
});

coded!(sitting_kind, SittingKind {
    "preparatory" => SittingKind::Preparatory,
    "opening" => SittingKind::Opening,
    "session" => SittingKind::Session,
    "election" => SittingKind::Election,
    "closing" => SittingKind::Closing,
});

coded!(category_kind, CategoryKind {
    "overlapping" => CategoryKind::Overlapping,
    "exclusive" => CategoryKind::Exclusive,
});

coded!(limit, Limit {
    "at-least" => Limit::AtLeast,
    "at-most" => Limit::AtMost,
    "exactly" => Limit::Exactly,
});

coded!(purpose, Purpose {
    "elect" => Purpose::Elect,
    "open" => Purpose::Open,
    "adopt" => Purpose::Adopt,
    "plenum" => Purpose::Plenum,
});

coded!(decision, Decision {
    "adopt" => Decision::Adopt,
    "method" => Decision::Method,
    "elect" => Decision::Elect,
    "charter" => Decision::Charter,
    "recall" => Decision::Recall,
    "rerun" => Decision::Rerun,
});

coded!(office, Office {
    "delegates" => Office::Delegates,
    "committee" => Office::Committee,
    "alternates" => Office::Alternates,
    "discipline" => Office::Discipline,
    "standing-committee" => Office::StandingCommittee,
    "secretaries" => Office::Secretaries,
    "heads" => Office::Heads,
    "deputy-heads" => Office::DeputyHeads,
});

coded!(strictness, Strictness {
    "more-than" => Strictness::MoreThan,
    "at-least" => Strictness::AtLeast,
});

coded!(counting, Counting { "counts" => Counting::Counts, "ignored" => Counting::Ignored });

coded!(tie, TieRule { "revote" => TieRule::Revote, "lot" => TieRule::Lot, "chair" => TieRule::Chair });

coded!(remedy, Remedy {
    "separate-election" => Remedy::SeparateElection,
    "reduce-seats" => Remedy::ReduceSeats,
    "leave-vacant" => Remedy::LeaveVacant,
});

coded!(list_order, ListOrder {
    "strokes" => ListOrder::Strokes,
    "votes-then-strokes" => ListOrder::VotesThenStrokes,
    "as-approved" => ListOrder::AsApproved,
});

coded!(initiative, Initiative {
    "motion" => Initiative::Motion,
    "recall" => Initiative::Recall,
    "extraordinary-meeting" => Initiative::ExtraordinaryMeeting,
});

coded!(level, Level {
    "national" => Level::National,
    "province" => Level::Province,
    "below-province" => Level::BelowProvince,
    "county-and-above" => Level::CountyAndAbove,
    "township" => Level::Township,
});

coded!(milestone, Milestone {
    "congress-request" => Milestone::CongressRequest,
    "candidate-request" => Milestone::CandidateRequest,
    "voter-list" => Milestone::VoterList,
    "preliminary-candidates" => Milestone::PreliminaryCandidates,
    "final-candidates" => Milestone::FinalCandidates,
    "nomination" => Milestone::Nomination,
});
