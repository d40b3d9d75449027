//! How many sign a motion and how many sit on a presidium. Knows no profile.

use super::{Profile, SignerRule, Signers, Strictness};

impl SignerRule {
    /// How many of `members` must sign. Where a delegation may act alone, this is the number without one.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Initiative, Level, ProfileId, profile};
    /// let congress = profile(ProfileId::PeoplesCongress);
    /// let recall = congress.signer(Initiative::Recall, Some(Level::CountyAndAbove)).unwrap();
    /// assert_eq!(recall.needed(484), 49);
    /// ```
    pub const fn needed(self, members: u64) -> u64 {
        match self.signers {
            Signers::Persons(persons) | Signers::DelegationOr(persons) => persons as u64,
            Signers::Of(share) => share.needed(Strictness::AtLeast, members),
        }
    }
}

impl Profile {
    /// About how many delegates form the presidium, where the profile says.
    ///
    /// ```
    /// # use delegate_roster::threshold::{ProfileId, profile};
    /// assert_eq!(profile(ProfileId::CpcLocal).presidium_size(484), Some(48));
    /// ```
    pub fn presidium_size(&self, delegates: u64) -> Option<u64> {
        self.presidium.map(|share| share.value.about(delegates))
    }

    /// The co-signers of an initiative at a level; a rule without a level holds at those that have none of their own.
    pub fn signer(&self, initiative: super::Initiative, level: Option<super::Level>) -> Option<&SignerRule> {
        let at = |level| self.signers.iter().find(|row| row.initiative == initiative && row.level == level);
        at(level).or_else(|| at(None))
    }
}
