//! What a figure most likely is, so that the payload holds only the surprise. Frozen with the format: these are
//! deliberately not the allocation methods, whose results may be corrected without a link changing its meaning.

use crate::num::{Count, Seats, Weight};
use crate::roster::Mandates;

/// Delegates elected, from the share of the members: `house * members / all`, rounded half up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Elected {
    house: u128,
    all: u128,
}

impl Elected {
    pub(super) fn new(house: Seats, members: impl Iterator<Item = Weight>) -> Self {
        let all = members.map(|members| u128::from(members.get())).sum();
        Self { house: house.get().into(), all }
    }

    pub(super) fn of(self, members: Weight) -> i64 {
        let doubled = 2 * self.house * u128::from(members.get()) + self.all;
        i64::try_from(doubled / (2 * self.all).max(1)).unwrap_or(0)
    }
}

/// Delegates present: everybody with a mandate; nobody where more ended than began.
pub(super) fn present(mandates: &Mandates) -> i64 {
    let count = |count: Count| i64::from(count.get());
    let ended = i64::try_from(mandates.ended()).unwrap_or(i64::MAX);
    let elected = mandates.elected.map_or(0, count) + count(mandates.by_elected);
    elected.saturating_sub(ended).saturating_sub(count(mandates.suspended)).max(0)
}
