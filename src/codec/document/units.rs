//! Delegations and units, as text.

use super::{capped, plain};
use crate::date::Date;
use crate::limits::MAX_ENDINGS;
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Mandates, Reason};
use crate::scenario::{Delegation, DelegationId, Name, Unit, UnitId};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct DelegationText {
    pub(super) id: u32,
    #[serde(with = "plain::name")]
    name: Name,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct UnitText {
    pub(super) id: u32,
    #[serde(with = "plain::name")]
    name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) delegation: Option<u32>,
    #[serde(with = "plain::weight")]
    members: Weight,
    #[serde(default, with = "plain::seats::option", skip_serializing_if = "Option::is_none")]
    min: Option<Seats>,
    #[serde(default, with = "plain::seats::option", skip_serializing_if = "Option::is_none")]
    max: Option<Seats>,
    #[serde(default, with = "plain::seats::option", skip_serializing_if = "Option::is_none")]
    locked: Option<Seats>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    elected: Option<Count>,
    #[serde(default, with = "plain::count", skip_serializing_if = "plain::is_default")]
    by_elected: Count,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_ENDINGS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    ended: Vec<EndingText>,
    #[serde(default, with = "plain::count", skip_serializing_if = "plain::is_default")]
    suspended: Count,
}

/// Mandates that ended for one reason.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct EndingText {
    #[serde(with = "plain::reason")]
    reason: Reason,
    #[serde(with = "plain::count")]
    count: Count,
    #[serde(default, with = "plain::date::option", skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(default, with = "plain::name", skip_serializing_if = "Name::is_empty")]
    note: Name,
}

impl DelegationText {
    pub(super) fn of(delegation: &Delegation) -> Self {
        Self { id: delegation.id.0, name: delegation.name.clone() }
    }

    pub(super) fn delegation(self) -> Delegation {
        Delegation { id: DelegationId(self.id), name: self.name }
    }
}

impl UnitText {
    pub(super) fn of(unit: &Unit) -> Self {
        let Mandates { elected, by_elected, endings, suspended } = &unit.mandates;
        Self {
            id: unit.id.0,
            name: unit.name.clone(),
            delegation: unit.delegation.map(|DelegationId(id)| id),
            members: unit.members,
            min: unit.min,
            max: unit.max,
            locked: unit.locked,
            elected: *elected,
            by_elected: *by_elected,
            ended: endings.iter().map(EndingText::of).collect(),
            suspended: *suspended,
        }
    }

    pub(super) fn unit(self) -> Unit {
        Unit {
            id: UnitId(self.id),
            name: self.name,
            delegation: self.delegation.map(DelegationId),
            members: self.members,
            min: self.min,
            max: self.max,
            locked: self.locked,
            mandates: Mandates {
                elected: self.elected,
                by_elected: self.by_elected,
                endings: self.ended.into_iter().map(EndingText::ending).collect(),
                suspended: self.suspended,
            },
        }
    }
}

impl EndingText {
    fn of(ending: &Ending) -> Self {
        let Ending { reason, count, date, note } = ending.clone();
        Self { reason, count, date, note }
    }

    fn ending(self) -> Ending {
        Ending { reason: self.reason, count: self.count, date: self.date, note: self.note }
    }
}
