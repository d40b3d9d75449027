//! How the seats are allocated, as text.

use super::{capped, plain};
use crate::apportion::{Method, MinimumRule};
use crate::limits::{MAX_LOTS, MAX_UNITS};
use crate::num::Seats;
use crate::scenario::{Allocating, Draw, PartyId, Scheme};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct AllocatingText {
    #[serde(with = "plain::seats")]
    house: Seats,
    #[serde(default, with = "plain::scheme", skip_serializing_if = "plain::is_default")]
    scheme: Scheme,
    #[serde(with = "plain::method")]
    method: Method,
    #[serde(default, with = "plain::minimum_rule")]
    minimum_rule: MinimumRule,
    #[serde(default, with = "plain::seats")]
    minimum: Seats,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_LOTS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    lots: Vec<LotText>,
}

/// A lot that was drawn for one tie.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct LotText {
    #[serde(deserialize_with = "capped::list::<MAX_UNITS, _, _>")]
    contenders: Vec<ContenderText>,
    #[serde(deserialize_with = "capped::list::<MAX_UNITS, _, _>")]
    drawn: Vec<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<u32>,
}

/// A tied unit or delegation, and the seats it is certain of.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ContenderText {
    id: u32,
    #[serde(with = "plain::seats")]
    certain: Seats,
}

impl AllocatingText {
    pub(super) fn of(allocating: &Allocating) -> Self {
        let contender = |&(PartyId(id), certain): &(PartyId, Seats)| ContenderText { id, certain };
        let lot = |draw: &Draw| LotText {
            contenders: draw.contenders.iter().map(contender).collect(),
            drawn: draw.drawn.iter().map(|PartyId(id)| *id).collect(),
            seed: draw.seed,
        };
        Self {
            house: allocating.house,
            scheme: allocating.scheme.clone(),
            method: allocating.method.clone(),
            minimum_rule: allocating.minimum_rule,
            minimum: allocating.minimum,
            lots: allocating.lots.iter().map(lot).collect(),
        }
    }

    pub(super) fn allocating(self) -> Allocating {
        let lot = |lot: LotText| Draw {
            contenders: lot.contenders.iter().map(|one| (PartyId(one.id), one.certain)).collect(),
            drawn: lot.drawn.into_iter().map(PartyId).collect(),
            seed: lot.seed,
        };
        Allocating {
            house: self.house,
            scheme: self.scheme,
            method: self.method,
            minimum_rule: self.minimum_rule,
            minimum: self.minimum,
            lots: self.lots.into_iter().map(lot).collect(),
        }
    }
}
