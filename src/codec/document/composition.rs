//! The categories of the composition, as text.

use super::{capped, plain};
use crate::limits::MAX_UNITS;
use crate::num::{Seats, Weight};
use crate::scenario::{Amount, Category, CategoryId, CategoryKind, Limit, Name, Target, UnitId};
use crate::threshold::Share;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::rc::Rc;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct CategoryText {
    pub(super) id: u32,
    #[serde(default, with = "plain::name")]
    name: Name,
    #[serde(default, with = "plain::category_kind")]
    kind: CategoryKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<TargetText>,
    #[serde(default, with = "plain::weight::option", skip_serializing_if = "Option::is_none")]
    members: Option<Weight>,
    /// Members by unit, as far as known.
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_UNITS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    members_by_unit: Vec<MembersText>,
    /// Cells fixed by hand.
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_UNITS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    locked: Vec<LockText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TargetText {
    #[serde(with = "plain::limit")]
    limit: Limit,
    of: AmountText,
}

/// `{"share": [1, 3]}`, `{"number": 40}` or `"member-share"`.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum AmountText {
    Share(#[serde(with = "plain::share")] Share),
    Number(#[serde(with = "plain::seats")] Seats),
    MemberShare,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct MembersText {
    unit: u32,
    #[serde(with = "plain::weight")]
    members: Weight,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct LockText {
    unit: u32,
    #[serde(with = "plain::seats")]
    seats: Seats,
}

impl CategoryText {
    pub(super) fn of(category: &Category) -> Self {
        let by_unit = category.by_unit.iter();
        let locks = category.locks.iter();
        Self {
            id: category.id.0,
            name: category.name.clone(),
            kind: category.kind,
            target: category.target.map(|target| TargetText {
                limit: target.limit,
                of: match target.amount {
                    Amount::Share(share) => AmountText::Share(share),
                    Amount::Number(seats) => AmountText::Number(seats),
                    Amount::MemberShare => AmountText::MemberShare,
                },
            }),
            members: category.members,
            members_by_unit: by_unit
                .map(|(id, members)| MembersText { unit: id.0, members: *members })
                .collect(),
            locked: locks.map(|(id, seats)| LockText { unit: id.0, seats: *seats }).collect(),
        }
    }

    /// Whether its cells are those of each unit once.
    pub(super) fn is_about_each_once(&self) -> bool {
        let (mut members, mut locked) = (HashSet::new(), HashSet::new());
        self.members_by_unit.iter().all(|one| members.insert(one.unit))
            && self.locked.iter().all(|one| locked.insert(one.unit))
    }

    pub(super) fn category(self) -> Category {
        Category {
            id: CategoryId(self.id),
            name: self.name,
            kind: self.kind,
            target: self.target.map(|target| Target {
                limit: target.limit,
                amount: match target.of {
                    AmountText::Share(share) => Amount::Share(share),
                    AmountText::Number(seats) => Amount::Number(seats),
                    AmountText::MemberShare => Amount::MemberShare,
                },
            }),
            members: self.members,
            by_unit: Rc::new(
                self.members_by_unit.into_iter().map(|one| (UnitId(one.unit), one.members)).collect(),
            ),
            locks: Rc::new(self.locked.into_iter().map(|one| (UnitId(one.unit), one.seats)).collect()),
        }
    }
}
