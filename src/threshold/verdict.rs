//! `Verdict`: whether a rule is met, by how much, or why that cannot be decided. Knows no profile.
//!
//! A missing or contradictory figure is named, never guessed.

use super::{Base, Contradiction, Figures, Measure, Rule, Share, Strictness};

/// A rule with the numbers that decide it: a checkable sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How many the base counts.
    pub whole: u64,
    /// How many are needed.
    pub needed: u64,
    /// How many were there, or voted in favour.
    pub achieved: u64,
}

/// The answer to "is the rule met?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is met.
    Met(Finding),
    /// It is not met.
    NotMet(Finding),
    /// Not all have reported who is present: so many are at least. Whoever comes on top, what is met stays met; what is not is open.
    SoFar(Finding),
    /// It cannot be decided.
    Undecided(Obstacle),
}

/// Why a rule cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The figure of a base is not known.
    Missing(Base),
    /// Nobody elects yet, so nobody is due.
    Unbegun,
    /// The base counts nobody, and a share of nobody decides nothing.
    EmptyBase(Base),
    /// A part is above its whole.
    Contradiction(Contradiction),
    /// More votes in favour than people or ballots that could give them.
    VotesAbove {
        /// The votes in favour.
        votes: u64,
        /// What bounds them.
        bound: Base,
        /// How many the bound counts.
        bound_count: u64,
    },
    /// Attendance cannot be measured against this base.
    NoAttendance(Base),
    /// The rule asks for more than the whole of this base: no number meets it.
    AboveWhole(Base),
    /// The rule counts area, and heads were counted: so much area in favour is needed.
    AreaInFavour(u64),
}

impl Obstacle {
    /// The stable code of the obstacle.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing(_) | Self::Unbegun => "figure-missing",
            Self::EmptyBase(_) => "base-empty",
            Self::Contradiction(_) => "figures-contradict",
            Self::VotesAbove { .. } => "votes-above-bound",
            Self::NoAttendance(_) => "base-without-attendance",
            Self::AboveWhole(_) => "rule-above-whole",
            Self::AreaInFavour(_) => "area-not-counted",
        }
    }
}

impl Finding {
    /// Whether enough were there.
    pub const fn is_met(self) -> bool {
        self.achieved >= self.needed
    }

    /// How many more than needed; zero if the rule is not met.
    pub const fn surplus(self) -> u64 {
        self.achieved.saturating_sub(self.needed)
    }

    /// How many are missing; zero if the rule is met.
    pub const fn shortage(self) -> u64 {
        self.needed.saturating_sub(self.achieved)
    }

    /// For a quorum: how many of those present may still leave. The bases of a quorum do not fall when people
    /// leave the hall, so this is the surplus.
    pub const fn may_leave(self) -> u64 {
        self.surplus()
    }

    /// How many of the base may be absent or refuse, in all. Zero where even the whole is not enough.
    pub const fn may_miss(self) -> u64 {
        self.whole.saturating_sub(self.needed)
    }
}

impl Verdict {
    /// The numbers, where there are any.
    pub const fn finding(self) -> Option<Finding> {
        match self {
            Self::Met(finding) | Self::NotMet(finding) | Self::SoFar(finding) => Some(finding),
            Self::Undecided(_) => None,
        }
    }

    /// Whether the rule is known to be met.
    pub const fn is_met(self) -> bool {
        match self {
            Self::Met(_) => true,
            Self::SoFar(finding) => finding.is_met(),
            Self::NotMet(_) | Self::Undecided(_) => false,
        }
    }
}

/// What bounds the votes of people, whatever the base of the majority; those in the hall only where nobody else takes part.
const VOTE_BOUNDS: [Base; 6] = [
    Base::Present,
    Base::PresentWithVote,
    Base::Participants,
    Base::BallotsReturned,
    Base::BallotsValid,
    Base::VotesCast,
];

impl Rule {
    /// Whether attendance meets the rule as a quorum.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Base, Figures, Rule, Share};
    /// let figures = Figures::new().with(Base::Due, 484).with(Base::Present, 470);
    /// let finding = Rule::more_than(Share::HALF, Base::Due).quorum(&figures).finding().unwrap();
    /// assert_eq!((finding.needed, finding.may_leave(), finding.may_miss()), (243, 227, 241));
    /// ```
    pub fn quorum(self, figures: &Figures) -> Verdict {
        let Some(counted) = self.base.attendance() else {
            return Verdict::Undecided(Obstacle::NoAttendance(self.base));
        };
        let whole = match self.whole(figures, &[self.base, counted]) {
            Ok(whole) => whole,
            Err(obstacle) => return Verdict::Undecided(obstacle),
        };
        let Some(achieved) = figures.least(counted) else {
            return Verdict::Undecided(figures.lacking(counted));
        };
        if achieved > whole {
            return Verdict::Undecided(Obstacle::Contradiction(Contradiction {
                part: counted,
                part_count: achieved,
                whole: self.base,
                whole_count: whole,
            }));
        }
        if figures.get(counted).is_some() {
            return self.decide(whole, achieved);
        }
        // More present would contradict what these do already.
        match figures.with(counted, achieved).contradictions().find(|found| found.part == counted) {
            Some(found) => Verdict::Undecided(Obstacle::Contradiction(found)),
            None => Verdict::SoFar(self.found(whole, achieved)),
        }
    }

    /// Whether `votes` in favour (people, votes or area, as the base measures) meet the rule as a majority.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Base, Figures, Rule, Share};
    /// let figures = Figures::new().with(Base::Due, 484).with(Base::Present, 470);
    /// assert!(!Rule::more_than(Share::HALF, Base::Due).majority(&figures, 242).is_met());
    /// assert!(Rule::more_than(Share::HALF, Base::Present).majority(&figures, 242).is_met());
    /// ```
    pub fn majority(self, figures: &Figures, votes: u64) -> Verdict {
        let whole = match self.whole(figures, &[self.base]) {
            Ok(whole) => whole,
            Err(obstacle) => return Verdict::Undecided(obstacle),
        };
        let bounds: &[Base] = if self.base.measure() == Measure::Heads { &VOTE_BOUNDS } else { &[] };
        let bounds = bounds.iter().filter(|bound| figures.bounds_votes(**bound));
        let broken = bounds.chain([&self.base]).find_map(|&bound| {
            let bound_count = figures.get(bound)?;
            (votes > bound_count).then_some(Obstacle::VotesAbove { votes, bound, bound_count })
        });
        match broken {
            Some(obstacle) => Verdict::Undecided(obstacle),
            None => self.decide(whole, votes),
        }
    }

    /// How many the rule needs, or why that is not known.
    ///
    /// # Errors
    /// If the base is missing, empty or contradicted by another figure.
    pub fn needed_of(self, figures: &Figures) -> Result<u64, Obstacle> {
        Ok(self.needed(self.whole(figures, &[self.base])?))
    }

    fn whole(self, figures: &Figures, touched: &[Base]) -> Result<u64, Obstacle> {
        if self.share == Share::WHOLE && self.strictness == Strictness::MoreThan {
            return Err(Obstacle::AboveWhole(self.base));
        }
        let whole = figures.get(self.base).ok_or(figures.lacking(self.base))?;
        if whole == 0 {
            return Err(Obstacle::EmptyBase(self.base));
        }
        match figures.contradictions_of(touched).next() {
            Some(contradiction) => Err(Obstacle::Contradiction(contradiction)),
            None => Ok(whole),
        }
    }

    const fn found(self, whole: u64, achieved: u64) -> Finding {
        Finding { rule: self, whole, needed: self.needed(whole), achieved }
    }

    const fn decide(self, whole: u64, achieved: u64) -> Verdict {
        let finding = self.found(whole, achieved);
        if finding.is_met() { Verdict::Met(finding) } else { Verdict::NotMet(finding) }
    }
}
