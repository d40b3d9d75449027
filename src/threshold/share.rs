//! `Share` and `Strictness`: "more than 1/2", "at least 4/5", exactly. Knows nothing of what the share is taken of.
//!
//! "66.67 %" and "50 % + 1" cannot be written down here: of 485, more than a half is 243, while "50 % + 1" is 243.5.

use crate::num::gcd32;

/// A share of a whole, in lowest terms, with `0 < num <= den`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    num: u32,
    den: u32,
}

/// Whether exactly the share suffices (`半数以上`, 不少于) or not (过半数, 超过).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// More than the share: exactly half fails.
    MoreThan,
    /// At least the share: exactly half suffices.
    AtLeast,
}

/// Why two numbers are not a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// The denominator is zero.
    ZeroDenominator,
    /// The numerator is zero: a rule that nobody can fail is no rule.
    Zero,
    /// The share is above the whole: a rule that nobody can meet.
    AboveWhole {
        /// The numerator given.
        num: u32,
        /// The denominator given.
        den: u32,
    },
}

impl ShareError {
    /// The stable code of the error.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ZeroDenominator => "share-zero-denominator",
            Self::Zero => "share-zero",
            Self::AboveWhole { .. } => "share-above-whole",
        }
    }
}

impl Share {
    /// The whole.
    pub const WHOLE: Self = Self { num: 1, den: 1 };
    /// One third.
    pub const THIRD: Self = Self { num: 1, den: 3 };
    /// One half.
    pub const HALF: Self = Self { num: 1, den: 2 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { num: 2, den: 3 };
    /// Three quarters.
    pub const THREE_QUARTERS: Self = Self { num: 3, den: 4 };
    /// Four fifths.
    pub const FOUR_FIFTHS: Self = Self { num: 4, den: 5 };
    /// One fifth.
    pub const FIFTH: Self = Self { num: 1, den: 5 };
    /// One tenth.
    pub const TENTH: Self = Self { num: 1, den: 10 };
    /// One twentieth.
    pub const TWENTIETH: Self = Self { num: 1, den: 20 };

    /// `num / den` in lowest terms.
    ///
    /// # Errors
    /// If a number is zero or the share is above the whole.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Share, ShareError};
    /// assert_eq!(Share::new(2, 4), Ok(Share::HALF));
    /// assert_eq!(Share::new(5, 4), Err(ShareError::AboveWhole { num: 5, den: 4 }));
    /// ```
    pub const fn new(num: u32, den: u32) -> Result<Self, ShareError> {
        if den == 0 {
            return Err(ShareError::ZeroDenominator);
        }
        if num == 0 {
            return Err(ShareError::Zero);
        }
        if num > den {
            return Err(ShareError::AboveWhole { num, den });
        }
        let g = gcd32(num, den);
        Ok(Self { num: num / g, den: den / g })
    }

    /// The numerator in lowest terms, at least 1.
    pub const fn num(self) -> u32 {
        self.num
    }

    /// The denominator in lowest terms, at least the numerator.
    pub const fn den(self) -> u32 {
        self.den
    }

    /// The smallest whole number that is more than, or at least, this share of `whole`:
    /// `⌊num·whole/den⌋ + 1` or `⌈num·whole/den⌉`.
    ///
    /// More than all of a whole is one above it: nothing meets it.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Share, Strictness};
    /// assert_eq!(Share::HALF.needed(Strictness::MoreThan, 484), 243);
    /// assert_eq!(Share::FOUR_FIFTHS.needed(Strictness::AtLeast, 484), 388);
    /// ```
    pub const fn needed(self, strictness: Strictness, whole: u64) -> u64 {
        let (product, den) = (self.num as u128 * whole as u128, self.den as u128);
        // The quotient is at most `whole` because the share is at most one, so it fits.
        match strictness {
            Strictness::MoreThan => ((product / den) as u64).saturating_add(1),
            Strictness::AtLeast => product.div_ceil(den) as u64,
        }
    }

    /// The largest whole number that is not above this share of `whole`.
    pub const fn floor(self, whole: u64) -> u64 {
        (self.num as u128 * whole as u128 / self.den as u128) as u64
    }

    /// The whole number nearest to this share of `whole`, halves upwards, for rules that say "about".
    pub const fn about(self, whole: u64) -> u64 {
        let (product, den) = (self.num as u128 * whole as u128, self.den as u128);
        ((2 * product + den) / (2 * den)) as u64
    }
}
