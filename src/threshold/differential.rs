//! `Band`: how many candidates for how many seats (差额). Knows neither the office nor the law.
//!
//! The excess is taken of the seats, `(candidates - seats) / seats`; the least is rounded up (进一法), the most
//! down. The two roundings can leave no integer between them: 1/5 to 1/2 of one seat is 2 at least and 1 at most.

use super::{Share, Strictness};
use crate::num::Seats;

/// Candidates above the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Excess {
    /// A share of the seats.
    Of(Share),
    /// A number of persons.
    Persons(u32),
}

/// The least and the most candidates above the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Band {
    /// The least excess.
    pub least: Excess,
    /// The most, or `None` where the law sets no bound.
    pub most: Option<Excess>,
}

/// The numbers of candidates that satisfy a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Candidates {
    /// From the lowest to the highest number, or without a highest.
    Range {
        /// The lowest number of candidates.
        lowest: u64,
        /// The highest number of candidates.
        highest: Option<u64>,
    },
    /// No integer satisfies both bounds; the statutory minimum is `lowest`, above `highest`.
    Empty {
        /// What the lower bound asks.
        lowest: u64,
        /// What the upper bound allows.
        highest: u64,
    },
}

/// Candidate numbers unit by unit and for the pool, which differ by the rounding of each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The candidates of each unit, in the order given.
    pub units: Vec<Candidates>,
    /// The sum of the lowest numbers of the units.
    pub lowest_by_unit: u64,
    /// The candidates if all seats were filled in one pool.
    pub pooled: Candidates,
}

impl Candidates {
    /// The lowest number of candidates: the statutory minimum, also where the band is empty.
    pub const fn lowest(self) -> u64 {
        match self {
            Self::Range { lowest, .. } | Self::Empty { lowest, .. } => lowest,
        }
    }

    /// Whether no integer satisfies both bounds.
    pub const fn is_empty(self) -> bool {
        matches!(self, Self::Empty { .. })
    }

    /// Whether `count` candidates satisfy the band.
    pub fn contains(self, count: u64) -> bool {
        match self {
            Self::Range { lowest, highest } => count >= lowest && highest.is_none_or(|most| count <= most),
            Self::Empty { .. } => false,
        }
    }
}

impl Band {
    /// As many candidates as seats (等额).
    pub const EQUAL: Self = Self { least: Excess::Persons(0), most: Some(Excess::Persons(0)) };

    /// At least this much above the seats.
    pub const fn at_least(least: Excess) -> Self {
        Self { least, most: None }
    }

    /// Between two excesses, both allowed.
    pub const fn between(least: Excess, most: Excess) -> Self {
        Self { least, most: Some(most) }
    }

    /// The numbers of candidates for `seats`. No seats take no candidates.
    ///
    /// ```
    /// # use delegate_roster::num::Seats;
    /// # use delegate_roster::threshold::{Band, Candidates, Excess, Share};
    /// let band = Band::at_least(Excess::Of(Share::FIFTH));
    /// assert_eq!(band.candidates(Seats::from(37)).lowest(), 45);
    /// let band = Band::between(Excess::Of(Share::FIFTH), Excess::Of(Share::HALF));
    /// assert_eq!(band.candidates(Seats::from(1)), Candidates::Empty { lowest: 2, highest: 1 });
    /// ```
    pub fn candidates(self, seats: Seats) -> Candidates {
        self.of(u64::from(seats.get()))
    }

    /// The numbers of candidates for each unit and for all seats in one pool.
    pub fn spread(self, seats: impl IntoIterator<Item = Seats>) -> Spread {
        let mut total = 0u64;
        let units: Vec<_> = seats
            .into_iter()
            .map(|unit| {
                total = total.saturating_add(unit.get().into());
                self.candidates(unit)
            })
            .collect();
        let lowest_by_unit = units.iter().fold(0u64, |sum, unit| sum.saturating_add(unit.lowest()));
        Spread { units, lowest_by_unit, pooled: self.of(total) }
    }

    fn of(self, seats: u64) -> Candidates {
        if seats == 0 {
            return Candidates::Range { lowest: 0, highest: Some(0) };
        }
        let lowest = seats.saturating_add(self.least.rounded_up(seats));
        match self.most.map(|most| seats.saturating_add(most.rounded_down(seats))) {
            Some(highest) if highest < lowest => Candidates::Empty { lowest, highest },
            highest => Candidates::Range { lowest, highest },
        }
    }
}

impl Excess {
    const fn rounded_up(self, seats: u64) -> u64 {
        match self {
            Self::Of(share) => share.needed(Strictness::AtLeast, seats),
            Self::Persons(persons) => persons as u64,
        }
    }

    const fn rounded_down(self, seats: u64) -> u64 {
        match self {
            Self::Of(share) => share.floor(seats),
            Self::Persons(persons) => persons as u64,
        }
    }
}
