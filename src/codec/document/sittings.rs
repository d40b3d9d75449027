//! Sittings and their attendance, as text.

use super::{capped, plain};
use crate::date::Date;
use crate::limits::MAX_UNITS;
use crate::num::Count;
use crate::roster::Presence;
use crate::scenario::{DelegationId, Name, Sitting, SittingId, SittingKind, Tally, UnitId};
use crate::threshold::{Base, Purpose};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// Bases that a sitting can state.
const STATED: usize = Base::STATED.len();

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct SittingText {
    pub(super) id: u32,
    #[serde(default, with = "plain::name")]
    name: Name,
    #[serde(default, with = "plain::sitting_kind")]
    kind: SittingKind,
    #[serde(with = "plain::purpose")]
    purpose: Purpose,
    #[serde(default, with = "plain::date::option", skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    registered: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    stated_due: Option<Count>,
    #[serde(default, with = "plain::name", skip_serializing_if = "Name::is_empty")]
    note: Name,
    /// Figures of bases that no roster counts.
    #[serde(
        default,
        deserialize_with = "capped::list::<STATED, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    stated: Vec<StatedText>,
    counted: TallyText,
    /// Attendance by unit, kept whichever way is shown.
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_UNITS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    attendance: Vec<PresenceText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StatedText {
    #[serde(with = "plain::stated_base")]
    base: Base,
    #[serde(with = "plain::stated_figure")]
    figure: u64,
}

/// How attendance was counted.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum TallyText {
    ByUnit,
    ByDelegation(#[serde(deserialize_with = "capped::list::<MAX_UNITS, _, _>")] Vec<DelegationPresent>),
    Whole(#[serde(with = "plain::count::option")] Option<Count>),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct DelegationPresent {
    delegation: u32,
    #[serde(with = "plain::count")]
    present: Count,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct PresenceText {
    unit: u32,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    registered: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    present: Option<Count>,
    #[serde(default, with = "plain::count", skip_serializing_if = "plain::is_default")]
    on_leave: Count,
}

impl SittingText {
    pub(super) fn of(sitting: &Sitting) -> Self {
        let presence = |(id, presence): (&UnitId, &Presence)| {
            let Presence { registered, present, on_leave } = *presence;
            PresenceText { unit: id.0, registered, present, on_leave }
        };
        Self {
            id: sitting.id.0,
            name: sitting.name.clone(),
            kind: sitting.kind,
            purpose: sitting.purpose,
            date: sitting.date,
            registered: sitting.registered,
            stated_due: sitting.stated_due,
            note: sitting.note.clone(),
            stated: sitting
                .stated
                .iter()
                .map(|(base, figure)| StatedText { base: *base, figure: *figure })
                .collect(),
            counted: match &sitting.tally {
                Tally::ByUnit => TallyText::ByUnit,
                Tally::Whole(figure) => TallyText::Whole(*figure),
                Tally::ByDelegation(figures) => TallyText::ByDelegation(
                    figures
                        .iter()
                        .map(|(id, present)| DelegationPresent { delegation: id.0, present: *present })
                        .collect(),
                ),
            },
            attendance: sitting.attendance.iter().map(presence).collect(),
        }
    }

    /// Whether it counts each unit and each delegation once, and states each figure once.
    pub(super) fn is_about_each_once(&self) -> bool {
        let mut seen = HashSet::new();
        let units = self.attendance.iter().all(|one| seen.insert(one.unit));
        let mut seen = HashSet::new();
        let delegations = match &self.counted {
            TallyText::ByDelegation(figures) => figures.iter().all(|one| seen.insert(one.delegation)),
            TallyText::ByUnit | TallyText::Whole(_) => true,
        };
        let mut seen = HashSet::new();
        let stated = self.stated.iter().all(|one| seen.insert(one.base));
        units && delegations && stated
    }

    pub(super) fn sitting(self) -> Sitting {
        let presence = |one: PresenceText| {
            let PresenceText { unit, registered, present, on_leave } = one;
            (UnitId(unit), Presence { registered, present, on_leave })
        };
        let attendance: BTreeMap<_, _> = self.attendance.into_iter().map(presence).collect();
        Sitting {
            id: SittingId(self.id),
            name: self.name,
            kind: self.kind,
            purpose: self.purpose,
            date: self.date,
            registered: self.registered,
            attendance: Rc::new(attendance),
            tally: match self.counted {
                TallyText::ByUnit => Tally::ByUnit,
                TallyText::Whole(figure) => Tally::Whole(figure),
                TallyText::ByDelegation(figures) => {
                    let figures = figures.into_iter().map(|one| (DelegationId(one.delegation), one.present));
                    Tally::ByDelegation(Rc::new(figures.collect()))
                }
            },
            stated_due: self.stated_due,
            stated: Rc::new(self.stated.into_iter().map(|one| (one.base, one.figure)).collect()),
            note: self.note,
        }
    }
}
