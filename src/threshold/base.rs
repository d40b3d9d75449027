//! `Base`: the whole that a share is taken of. Knows neither the share nor the numbers.
//!
//! The majority of the same 484 due and 470 present is 243 under one rule and 236 under another; the base is
//! what they differ in.

/// What a share is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Base {
    /// All seats, filled or not (代表名额).
    Seats,
    /// All members or delegates of the body (全体代表, 全体组成人员).
    AllMembers,
    /// Members with full legal capacity (具有完全民事行为能力的成员).
    CapableMembers,
    /// All owners (全体业主).
    Owners,
    /// All voters of the constituency (全体选民).
    Voters,
    /// Those due to attend (应到会).
    Due,
    /// Those due to attend who may vote (应到会有选举权).
    DueWithVote,
    /// Those registered as attending, even if some have left (报到; the official roll).
    Registered,
    /// Those present (到会).
    Present,
    /// Those present who may vote (实到会有选举权).
    PresentWithVote,
    /// Those who take part in the vote (参加投票, 参与表决).
    Participants,
    /// Ballots returned (收回选票).
    BallotsReturned,
    /// Valid ballots (有效票).
    BallotsValid,
    /// Votes cast: ballots returned without the blank ones.
    VotesCast,
    /// All voting rights, where some have more than one vote (表决权总数).
    VotingRights,
    /// All exclusive area (专有部分面积).
    Area,
    /// The exclusive area of those who take part in the vote.
    ParticipatingArea,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// People, or the ballots of people.
    Heads,
    /// Votes, where some have more than one.
    Votes,
    /// Area, in any whole unit that is the same on both sides.
    Area,
}

impl Base {
    /// Every base.
    pub const ALL: [Self; 17] = [
        Self::Seats,
        Self::AllMembers,
        Self::CapableMembers,
        Self::Owners,
        Self::Voters,
        Self::Due,
        Self::DueWithVote,
        Self::Registered,
        Self::Present,
        Self::PresentWithVote,
        Self::Participants,
        Self::BallotsReturned,
        Self::BallotsValid,
        Self::VotesCast,
        Self::VotingRights,
        Self::Area,
        Self::ParticipatingArea,
    ];

    /// The bases that no roster of delegates counts: their figures are stated sitting by sitting.
    pub const STATED: [Self; 9] = [
        Self::CapableMembers,
        Self::Owners,
        Self::Participants,
        Self::Area,
        Self::ParticipatingArea,
        Self::Voters,
        Self::VotingRights,
        Self::DueWithVote,
        Self::PresentWithVote,
    ];

    /// The stable code of the base, for links and files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::AllMembers => "all-members",
            Self::CapableMembers => "capable-members",
            Self::Owners => "owners",
            Self::Voters => "voters",
            Self::Due => "due",
            Self::DueWithVote => "due-with-vote",
            Self::Registered => "registered",
            Self::Present => "present",
            Self::PresentWithVote => "present-with-vote",
            Self::Participants => "participants",
            Self::BallotsReturned => "ballots-returned",
            Self::BallotsValid => "ballots-valid",
            Self::VotesCast => "votes-cast",
            Self::VotingRights => "voting-rights",
            Self::Area => "area",
            Self::ParticipatingArea => "participating-area",
        }
    }

    /// The base with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.code() == code)
    }

    /// What the base counts.
    pub const fn measure(self) -> Measure {
        match self {
            Self::VotingRights => Measure::Votes,
            Self::Area | Self::ParticipatingArea => Measure::Area,
            _ => Measure::Heads,
        }
    }

    /// Whether it counts delegates in the hall or on the roll, and not owners, voters, votes or area.
    pub const fn is_of_delegates(self) -> bool {
        !matches!(
            self,
            Self::CapableMembers
                | Self::Owners
                | Self::Voters
                | Self::Participants
                | Self::VotingRights
                | Self::Area
                | Self::ParticipatingArea
        )
    }

    /// The figure that meets a quorum on this base, or `None` where a quorum on it makes no sense:
    /// people present cannot be measured against themselves.
    pub const fn attendance(self) -> Option<Self> {
        match self {
            Self::Seats | Self::AllMembers | Self::CapableMembers | Self::Due | Self::Registered => {
                Some(Self::Present)
            }
            Self::DueWithVote => Some(Self::PresentWithVote),
            Self::Owners | Self::Voters => Some(Self::Participants),
            Self::Area => Some(Self::ParticipatingArea),
            Self::Present
            | Self::PresentWithVote
            | Self::Participants
            | Self::BallotsReturned
            | Self::BallotsValid
            | Self::VotesCast
            | Self::VotingRights
            | Self::ParticipatingArea => None,
        }
    }
}
