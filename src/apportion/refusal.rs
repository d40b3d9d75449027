//! `Refusal`: why a method gives no allocation of an instance whose bounds and house agree. Data only.

/// What a method cannot do with an instance, although its bounds and house agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The whole quotas alone exceed the house (Hagenbach-Bischoff and Imperiali quotas on exact multiples).
    OverAward {
        /// Seats the whole quotas add up to.
        awarded: u64,
    },
    /// Base seats, with minima and fixed seats above them, exceed the house.
    BaseAboveHouse {
        /// What they add up to.
        sum: u64,
    },
    /// The cap, with lower maxima and fixed seats, leaves part of the house empty.
    CapBelowHouse {
        /// What they add up to.
        sum: u64,
    },
}

impl Refusal {
    /// The stable name of the refusal.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OverAward { .. } => "over-award",
            Self::BaseAboveHouse { .. } => "base-above-house",
            Self::CapBelowHouse { .. } => "cap-below-house",
        }
    }
}
