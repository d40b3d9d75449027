//! `Rule`: a share, a strictness and a base, "more than 1/2 of those due". Knows no profile and no numbers.

use super::{Base, Share, Strictness};

/// One threshold, as a law states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The share of the base.
    pub share: Share,
    /// Whether exactly the share suffices.
    pub strictness: Strictness,
    /// What the share is taken of.
    pub base: Base,
}

impl Rule {
    /// "More than `share` of `base`".
    pub const fn more_than(share: Share, base: Base) -> Self {
        Self { share, strictness: Strictness::MoreThan, base }
    }

    /// "At least `share` of `base`".
    pub const fn at_least(share: Share, base: Base) -> Self {
        Self { share, strictness: Strictness::AtLeast, base }
    }

    /// How many are needed where the base counts `whole`.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Base, Rule, Share};
    /// assert_eq!(Rule::more_than(Share::HALF, Base::Due).needed(484), 243);
    /// assert_eq!(Rule::more_than(Share::HALF, Base::Present).needed(470), 236);
    /// ```
    pub const fn needed(self, whole: u64) -> u64 {
        self.share.needed(self.strictness, whole)
    }
}
