//! `Share`: a part of a whole, as a reduced fraction. Never a percentage: 66.67 % is not two thirds.

/// A fraction `p/q` in lowest terms with `0 < p <= q`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    p: u32,
    q: u32,
}

impl Share {
    /// One half.
    pub const HALF: Self = Self { p: 1, q: 2 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { p: 2, q: 3 };
    /// Three quarters.
    pub const THREE_QUARTERS: Self = Self { p: 3, q: 4 };
    /// Four fifths.
    pub const FOUR_FIFTHS: Self = Self { p: 4, q: 5 };
    /// The largest denominator: a finer fraction than any rule of an assembly has.
    pub const MAX_DENOMINATOR: u32 = 1_000_000;

    /// `p/q` in lowest terms, or `None` unless `0 < p <= q <= 1,000,000`.
    pub const fn new(p: u32, q: u32) -> Option<Self> {
        if p == 0 || p > q || q > Self::MAX_DENOMINATOR {
            return None;
        }
        let (mut a, mut b) = (p, q);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Some(Self { p: p / a, q: q / a })
    }

    /// The numerator in lowest terms.
    pub const fn p(self) -> u32 {
        self.p
    }

    /// The denominator in lowest terms.
    pub const fn q(self) -> u32 {
        self.q
    }
}
