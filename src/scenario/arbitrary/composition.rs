//! Categories for property tests.

use super::{name, seats};
use crate::limits::MAX_WEIGHT;
use crate::num::{Seats, Weight};
use crate::scenario::{Amount, Category, CategoryId, CategoryKind, Limit, Target, Unit};
use crate::threshold::Share;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;

/// A category and its cells in the units, in their order.
pub(super) type Draft = (Category, Vec<(Option<Weight>, Option<Seats>)>);

pub(super) fn category(units: usize) -> impl Strategy<Value = Draft> {
    let members = || prop_oneof![0..900u64, 0..=MAX_WEIGHT].prop_map(|n| Weight::new(n).unwrap());
    let share = (1..=u32::MAX, 1..=u32::MAX).prop_map(|(a, b)| Share::new(a.min(b), a.max(b)).unwrap());
    let amount = prop_oneof![
        share.prop_map(Amount::Share),
        seats().prop_map(Amount::Number),
        Just(Amount::MemberShare)
    ];
    let target =
        option::of((select(&Limit::ALL), amount).prop_map(|(limit, amount)| Target { limit, amount }));
    let cells = vec((option::of(members()), option::weighted(0.2, seats())), 0..=units);
    (name(), select(&CategoryKind::ALL), target, option::of(members()), cells).prop_map(
        |(name, kind, target, members, cells)| {
            let blank = Category::blank(CategoryId(0));
            (Category { name, kind, target, members, ..blank }, cells)
        },
    )
}

/// The category with an identity and the cells of its units.
pub(super) fn placed((category, cells): Draft, id: u32, units: &[Rc<Unit>]) -> Category {
    let cells = || units.iter().zip(&cells);
    Category {
        id: CategoryId(id),
        by_unit: Rc::new(cells().filter_map(|(unit, cell)| Some((unit.id, cell.0?))).collect()),
        locks: Rc::new(cells().filter_map(|(unit, cell)| Some((unit.id, cell.1?))).collect()),
        ..category
    }
}
