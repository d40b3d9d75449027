//! `Deadline`: what has to be done how long before a congress or an election. Knows no profile.

use super::{Citation, Date, Level};

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// The request to hold the congress is with the body above.
    CongressRequest,
    /// The request to approve the candidates is with the body above.
    CandidateRequest,
    /// The list of voters is published.
    VoterList,
    /// The preliminary list of candidates is published.
    PreliminaryCandidates,
    /// The final list of candidates is published.
    FinalCandidates,
    /// Nomination and deliberation begin.
    Nomination,
}

impl Milestone {
    /// Every milestone, the earliest first.
    pub const ALL: [Self; 6] = [
        Self::CongressRequest,
        Self::CandidateRequest,
        Self::VoterList,
        Self::PreliminaryCandidates,
        Self::FinalCandidates,
        Self::Nomination,
    ];
}

/// A span of time, as a law states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// Days.
    Days(u16),
    /// Calendar months.
    Months(u16),
}

impl Span {
    /// The day that lies this long before `day`; `None` before the year 1. Months go back to the same day of the month, or
    /// to the last day of a month that has no such day.
    pub fn before(self, day: Date) -> Option<Date> {
        match self {
            Self::Days(days) => day.plus_days(-i32::from(days)),
            Self::Months(months) => day.minus_months(months),
        }
    }
}

/// A milestone with its latest time before the day of the congress or election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What is due.
    pub milestone: Milestone,
    /// The level the deadline is for; `None` for all.
    pub level: Option<Level>,
    /// How long before.
    pub before: Span,
    /// Where it is from.
    pub citation: Citation,
}

impl Milestone {
    /// The stable code of the milestone, for files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CongressRequest => "congress-request",
            Self::CandidateRequest => "candidate-request",
            Self::VoterList => "voter-list",
            Self::PreliminaryCandidates => "preliminary-candidates",
            Self::FinalCandidates => "final-candidates",
            Self::Nomination => "nomination",
        }
    }
}

impl Deadline {
    /// The latest date for a congress or election that begins on `day`; `None` before the year 1.
    ///
    /// ```
    /// # use delegate_roster::threshold::{Date, ProfileId, profile};
    /// let congress = Date::new(2021, 9, 27).unwrap();
    /// let latest: Vec<_> = profile(ProfileId::CpcLocal).deadlines.iter().map(|d| d.latest(congress)).collect();
    /// assert_eq!(latest, [Date::new(2021, 5, 27), Date::new(2021, 7, 27), Date::new(2021, 8, 27)]);
    /// ```
    pub fn latest(self, day: Date) -> Option<Date> {
        self.before.before(day)
    }
}
