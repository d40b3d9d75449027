//! `Tie`: units with exactly equal claims to the last seats. `Lot`: what was drawn to settle one such tie.
//!
//! A tie is a result, not a failure, and the engine never picks. A lot names the tie it settles, so it cannot be
//! carried over to another one. Knows neither methods nor members.

use crate::num::Seats;

/// Seats that are certain, and units with equal claims to the seats that are open.
///
/// Certain and open seats make up the house; under [`Method::QuotaMethod`](super::Method::QuotaMethod) a later tie,
/// which depends on this one, may hold further seats. Under [`MinimumRule::TopUp`](super::MinimumRule::TopUp) they may be more than
/// the house: a unit that is raised by as much as it could win is in the tie, since it may be drawn instead of another one, and has
/// no more when it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tie {
    /// Per unit, the seats it has whatever is drawn.
    pub certain: Vec<Seats>,
    /// The tied units by index, ascending. Each may win one seat more, before topping up.
    pub contested: Vec<usize>,
    /// How many of them win one: at least 1, fewer than `contested`.
    pub open: usize,
}

/// A draw that settles one tie.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lot {
    contenders: Vec<Contender>,
    drawn: Vec<usize>,
}

/// A unit in a tie, and the seat it claims: the one after `certain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contender {
    /// The unit, by index.
    pub unit: usize,
    /// Its certain seats.
    pub certain: Seats,
}

/// Why a draw does not settle a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotError {
    /// A unit is named twice among the contenders or among the drawn.
    Repeated {
        /// The unit.
        unit: usize,
    },
    /// A drawn unit is not a contender.
    NotContested {
        /// The unit.
        unit: usize,
    },
    /// Nobody was drawn, or everybody.
    NothingDecided,
}

impl LotError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Repeated { .. } => "lot-unit-repeated",
            Self::NotContested { .. } => "lot-unit-not-contested",
            Self::NothingDecided => "lot-decides-nothing",
        }
    }
}

impl Lot {
    /// A lot as recorded: who was in the tie, and who was drawn. The order does not matter.
    ///
    /// # Errors
    /// [`LotError`] where the drawn are not some, but not all, of the contenders.
    pub fn new(mut contenders: Vec<Contender>, mut drawn: Vec<usize>) -> Result<Self, LotError> {
        contenders.sort_unstable();
        drawn.sort_unstable();
        if let Some(unit) = repeated(contenders.iter().map(|c| c.unit)).or(repeated(drawn.iter().copied())) {
            return Err(LotError::Repeated { unit });
        }
        let contests = |unit: &usize| contenders.binary_search_by_key(unit, |c| c.unit).is_ok();
        if let Some(unit) = drawn.iter().copied().find(|unit| !contests(unit)) {
            return Err(LotError::NotContested { unit });
        }
        if drawn.is_empty() || drawn.len() == contenders.len() {
            return Err(LotError::NothingDecided);
        }
        Ok(Self { contenders, drawn })
    }

    /// The units in the tie, ascending.
    pub fn contenders(&self) -> &[Contender] {
        &self.contenders
    }

    /// The units that won a seat, ascending.
    pub fn drawn(&self) -> &[usize] {
        &self.drawn
    }
}

impl Tie {
    /// The units in the tie with the seats they are certain of.
    pub fn contenders(&self) -> Vec<Contender> {
        let contender = |unit: &usize| Some(Contender { unit: *unit, certain: *self.certain.get(*unit)? });
        self.contested.iter().filter_map(contender).collect()
    }

    /// Whether topping up has raised a unit above `before`: one seat more, if it is drawn, is among those it has already.
    pub(super) fn is_raised(&self, before: &[Seats], unit: usize) -> bool {
        before.get(unit) < self.certain.get(unit)
    }

    /// Whether it decides nothing: all its units were raised above `before`, and no later tie hangs on it.
    pub(super) fn is_idle(&self, before: &[Seats], house: Seats) -> bool {
        let given: u64 = before.iter().map(|seats| u64::from(seats.get())).sum();
        given + self.open as u64 == u64::from(house.get())
            && self.contested.iter().all(|unit| self.is_raised(before, *unit))
    }

    /// The place among `left` of the first of these lots that was drawn for exactly this tie: the same units, the same claims, the
    /// same number of seats.
    #[inline(never)] // nothing was drawn in the example: the page need not wait for it
    pub(super) fn settled_by(&self, lots: &[Lot], left: &[usize]) -> Option<usize> {
        // There may be thousands of lots, and of units in the tie.
        let contenders = self.contenders();
        left.iter().position(|at| lots.get(*at).is_some_and(|lot| self.is_of(lot, &contenders)))
    }

    /// Whether one of these lots was drawn for exactly this tie.
    pub(super) fn is_drawn(&self, lots: &[Lot]) -> bool {
        let contenders = self.contenders();
        lots.iter().any(|lot| self.is_of(lot, &contenders))
    }

    fn is_of(&self, lot: &Lot, contenders: &[Contender]) -> bool {
        lot.drawn.len() == self.open && lot.contenders == contenders
    }

    /// A lot drawn by `seed`: the same seed draws the same units from the same tie, on every machine.
    ///
    /// Partial Fisher–Yates shuffle of the contested units in ascending order, fed by SplitMix64 (Steele, Lea and
    /// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014); numbers that would favour a unit are
    /// thrown away.
    pub fn draw(&self, seed: u64) -> Lot {
        let mut state = seed;
        let mut urn = self.contested.clone();
        let mut drawn = Vec::with_capacity(self.open);
        while drawn.len() < self.open && !urn.is_empty() {
            drawn.push(urn.swap_remove(below(&mut state, urn.len())));
        }
        drawn.sort_unstable();
        Lot { contenders: self.contenders(), drawn }
    }
}

/// A fair number below `bound`.
pub(super) fn below(state: &mut u64, bound: usize) -> usize {
    let bound = bound as u64;
    let fair = u64::MAX - u64::MAX % bound;
    loop {
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        if z < fair {
            return (z % bound) as usize;
        }
    }
}

/// The first of two equal neighbours.
fn repeated(ascending: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    ascending.clone().zip(ascending.skip(1)).find(|(a, b)| a == b).map(|(a, _)| a)
}
