//! `Parts`: how many parts of a given size a number of members makes. Knows nothing of seats.

/// What an incomplete part counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Parts {
    /// Nothing: complete parts only.
    Whole,
    /// A full one: "or part thereof".
    OrPart,
    /// A full one from half a part upwards.
    Nearest,
}

impl Parts {
    /// The parts in `amount / size`. A part of size zero is never complete: 0.
    pub(super) const fn count(self, amount: u128, size: u128) -> u128 {
        if size == 0 {
            return 0;
        }
        let (whole, rest) = (amount / size, amount % size);
        let another = match self {
            Self::Whole => false,
            Self::OrPart => rest > 0,
            // rest >= size - rest is rest >= size / 2 without doubling.
            Self::Nearest => rest > 0 && rest >= size - rest,
        };
        if another { whole + 1 } else { whole }
    }
}
