//! `Figures`: how many each base counts, where that is known. Knows no rule.
//!
//! An unknown figure stays unknown: nothing is filled in from another figure unless the caller says so.

use super::{Base, Obstacle};

/// A figure that contradicts another: a part above its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The part.
    pub part: Base,
    /// How many the part is said to count.
    pub part_count: u64,
    /// The whole that the part belongs to.
    pub whole: Base,
    /// How many the whole is said to count.
    pub whole_count: u64,
}

/// How many a base counts, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// So many.
    Exactly(u64),
    /// So many at least: not all have reported who is present.
    AtLeast(u64),
}

impl Known {
    /// The number, whether there may be more or not.
    pub const fn count(self) -> u64 {
        match self {
            Self::Exactly(count) | Self::AtLeast(count) => count,
        }
    }
}

/// How many each base counts; `None` is "not known".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    counts: [Option<u64>; Base::ALL.len()],
    /// Those known to be present while others have not reported.
    so_far: Option<u64>,
    /// Whether there is nobody yet who could be due.
    unbegun: bool,
}

/// Parts and the wholes that they cannot exceed.
///
/// Those present may exceed the quota of delegates (invited delegates are due, too), so seats and all members
/// bound nobody here; a quorum on them is still checked against its own base.
const PARTS: [(Base, Base); 12] = [
    (Base::Present, Base::Due),
    (Base::Present, Base::Registered),
    (Base::DueWithVote, Base::Due),
    (Base::PresentWithVote, Base::DueWithVote),
    (Base::PresentWithVote, Base::Present),
    (Base::BallotsReturned, Base::PresentWithVote),
    (Base::BallotsReturned, Base::Participants),
    (Base::BallotsValid, Base::BallotsReturned),
    (Base::VotesCast, Base::BallotsReturned),
    (Base::Participants, Base::Owners),
    (Base::Participants, Base::Voters),
    (Base::ParticipatingArea, Base::Area),
];

impl Figures {
    /// No figure known.
    pub const fn new() -> Self {
        Self { counts: [None; Base::ALL.len()], so_far: None, unbegun: false }
    }

    /// These figures and that `base` counts `count`.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Base, Figures};
    /// let figures = Figures::new().with(Base::Due, 484).with(Base::Present, 470);
    /// assert_eq!(figures.get(Base::Due), Some(484));
    /// assert_eq!(figures.get(Base::DueWithVote), None);
    /// ```
    #[must_use]
    pub fn with(mut self, base: Base, count: u64) -> Self {
        self.set(base, Some(count));
        self
    }

    /// Says how many `base` counts, or that it is not known.
    pub fn set(&mut self, base: Base, count: Option<u64>) {
        if let Some(slot) = self.counts.get_mut(base as usize) {
            *slot = count;
        }
    }

    /// These figures and that so many are known to be present, while others have not reported.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Base, Figures, Rule, Share};
    /// let figures = Figures::new().with(Base::Due, 484).so_far(300);
    /// assert!(Rule::more_than(Share::HALF, Base::Due).quorum(&figures).is_met());
    /// assert_eq!((figures.get(Base::Present), figures.least(Base::Present)), (None, Some(300)));
    /// ```
    #[must_use]
    pub fn so_far(mut self, present: u64) -> Self {
        self.so_far = Some(present);
        self
    }

    /// These figures of a congress for which nobody elects yet.
    #[must_use]
    pub const fn unbegun(mut self) -> Self {
        self.unbegun = true;
        self
    }

    /// How many `base` counts at least: all, or those present so far. Of those with a vote that is known only where all have one.
    pub fn least(&self, base: Base) -> Option<u64> {
        let due = self.get(Base::Due);
        let all_vote = due.is_some() && self.get(Base::DueWithVote) == due;
        let bounded = base == Base::Present || (base == Base::PresentWithVote && all_vote);
        self.get(base).or(self.so_far.filter(|_| bounded))
    }

    /// How many `base` counts, as far as anybody has reported: at least none is not known.
    pub fn known(&self, base: Base) -> Option<Known> {
        let so_far = || self.least(base).filter(|count| *count > 0).map(Known::AtLeast);
        self.get(base).map(Known::Exactly).or_else(so_far)
    }

    /// Why the figure of a base is not there.
    pub const fn lacking(&self, base: Base) -> Obstacle {
        match base {
            Base::Due | Base::AllMembers if self.unbegun => Obstacle::Unbegun,
            _ => Obstacle::Missing(base),
        }
    }

    /// How many `base` counts, if known.
    pub fn get(&self, base: Base) -> Option<u64> {
        self.counts.get(base as usize).copied().flatten()
    }

    /// These figures and the statement that everybody due may vote, as in a congress of full delegates only:
    /// figures with a vote that are not known take those without. Where some of those due are known to have no vote,
    /// how many of those present have one is not presumed.
    #[must_use]
    pub fn everyone_votes(mut self) -> Self {
        let voting = self.get(Base::DueWithVote);
        if voting.is_some() && voting != self.get(Base::Due) {
            return self;
        }
        for (all, voting) in [(Base::Due, Base::DueWithVote), (Base::Present, Base::PresentWithVote)] {
            self.set(voting, self.get(voting).or(self.get(all)));
        }
        self
    }

    /// These figures if so many were present, with a vote as [`Self::everyone_votes`] presumes it.
    #[must_use]
    pub fn if_present(self, present: u64) -> Self {
        let mut figures = self.with(Base::Present, present);
        figures.set(Base::PresentWithVote, None);
        figures.everyone_votes()
    }

    /// How many may have a ballot: those stated to take part, who need not be delegates, else those present with a vote.
    pub fn voters(&self) -> Option<u64> {
        [Base::Participants, Base::PresentWithVote, Base::Present].into_iter().find_map(|base| self.get(base))
    }

    /// Whether `base` bounds votes and ballots: those in the hall do not where others are stated to take part.
    pub(super) fn bounds_votes(&self, base: Base) -> bool {
        !matches!(base, Base::Present | Base::PresentWithVote) || self.get(Base::Participants).is_none()
    }

    /// Every part that is above its whole.
    pub fn contradictions(&self) -> impl Iterator<Item = Contradiction> + '_ {
        let bound =
            |(part, whole): &(Base, Base)| *part != Base::BallotsReturned || self.bounds_votes(*whole);
        PARTS.into_iter().filter(bound).filter_map(|(part, whole)| self.contradiction(part, whole))
    }

    /// The contradictions that touch one of `bases`.
    pub(super) fn contradictions_of<'a>(
        &'a self,
        bases: &'a [Base],
    ) -> impl Iterator<Item = Contradiction> + 'a {
        self.contradictions().filter(|c| bases.contains(&c.part) || bases.contains(&c.whole))
    }

    fn contradiction(&self, part: Base, whole: Base) -> Option<Contradiction> {
        let (part_count, whole_count) = (self.get(part)?, self.get(whole)?);
        (part_count > whole_count).then_some(Contradiction { part, part_count, whole, whole_count })
    }
}
