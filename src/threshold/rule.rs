//! `Rule`: a share, whether it must be reached or exceeded, and of whom it is taken.

use super::Share;

/// Whether the share must be exceeded or merely reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// More than the share (超过).
    MoreThan,
    /// At least the share (不少于、以上).
    AtLeast,
}

/// Of whom a share is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// All seats (名额).
    Seats,
    /// Delegates with a mandate, who are due to attend (应到).
    Due,
    /// Delegates registered as attending.
    Registered,
    /// Delegates present (实到).
    Present,
    /// Votes cast, without blanks and abstentions.
    VotesCast,
}

/// A threshold: more than, or at least, a share of a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The share.
    pub share: Share,
    /// Reached or exceeded.
    pub strictness: Strictness,
    /// Of whom.
    pub base: Base,
}

impl Strictness {
    /// Both.
    pub const ALL: [Self; 2] = [Self::MoreThan, Self::AtLeast];
}

impl Base {
    /// Every base.
    pub const ALL: [Self; 5] = [Self::Seats, Self::Due, Self::Registered, Self::Present, Self::VotesCast];

    /// The stable identifier used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::Due => "due",
            Self::Registered => "registered",
            Self::Present => "present",
            Self::VotesCast => "votes-cast",
        }
    }

    /// The base with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.id() == id)
    }
}

impl Rule {
    /// More than half of a base.
    pub const fn majority_of(base: Base) -> Self {
        Self { share: Share::HALF, strictness: Strictness::MoreThan, base }
    }

    /// The fewest people who satisfy the rule when its base has `n`.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Base, Rule, Share, Strictness};
    /// assert_eq!(Rule::majority_of(Base::Due).needed(484), 243);
    /// let rule = Rule { share: Share::FOUR_FIFTHS, strictness: Strictness::AtLeast, base: Base::Due };
    /// assert_eq!(rule.needed(484), 388);
    /// ```
    pub const fn needed(self, n: u32) -> u64 {
        let product = n as u64 * self.share.p() as u64;
        let q = self.share.q() as u64;
        match self.strictness {
            Strictness::MoreThan => product / q + 1,
            Strictness::AtLeast => product.div_ceil(q),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The table of `docs/RULES.md`: n, then the number for more than and at least 1/2, 2/3, 3/4, 4/5 of it.
    /// Source: computed with exact fractions for the figures of the 2021 congress and of published reports.
    #[test]
    fn threshold_table() {
        let half = (1, 2);
        let columns = [
            (half, Strictness::MoreThan),
            (half, Strictness::AtLeast),
            ((2, 3), Strictness::AtLeast),
            ((2, 3), Strictness::MoreThan),
            ((3, 4), Strictness::AtLeast),
            ((3, 4), Strictness::MoreThan),
            ((4, 5), Strictness::AtLeast),
            ((4, 5), Strictness::MoreThan),
        ];
        for (n, expected) in [
            (484, [243, 242, 323, 323, 363, 364, 388, 388]),
            (470, [236, 235, 314, 314, 353, 353, 376, 377]),
            (500, [251, 250, 334, 334, 375, 376, 400, 401]),
            (487, [244, 244, 325, 325, 366, 366, 390, 390]),
            (485, [243, 243, 324, 324, 364, 364, 388, 389]),
            (480, [241, 240, 320, 321, 360, 361, 384, 385]),
            (685, [343, 343, 457, 457, 514, 514, 548, 549]),
            (818, [410, 409, 546, 546, 614, 614, 655, 655]),
            (2379, [1190, 1190, 1586, 1587, 1785, 1785, 1904, 1904]),
            (5, [3, 3, 4, 4, 4, 4, 4, 5]),
            (3, [2, 2, 2, 3, 3, 3, 3, 3]),
        ] {
            for (((p, q), strictness), needed) in columns.into_iter().zip(expected) {
                let rule = Rule { share: Share::new(p, q).unwrap(), strictness, base: Base::Due };
                assert_eq!(rule.needed(n), needed, "{strictness:?} {p}/{q} of {n}");
            }
        }
    }

    proptest! {
        #[test]
        fn needed_is_the_smallest_number_that_satisfies_the_rule(n in 0..=1u32 << 20, p in 1..400u32, more in 0..400u32) {
            let share = Share::new(p, p + more).unwrap();
            for strictness in Strictness::ALL {
                let rule = Rule { share, strictness, base: Base::Due };
                let satisfies = |k: u64| {
                    let (left, right) = (k * u64::from(share.q()), u64::from(n) * u64::from(share.p()));
                    match strictness { Strictness::MoreThan => left > right, Strictness::AtLeast => left >= right }
                };
                let needed = rule.needed(n);
                prop_assert!(satisfies(needed));
                prop_assert!(needed == 0 || !satisfies(needed - 1));
            }
        }
    }
}
