//! `Place`: where in the page a person is: the steps of a congress, each with its own address in the fragment.

/// A step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// Seats for units.
    #[default]
    Allocation,
    /// From seats to delegates present.
    Roster,
    /// Quorum and majorities.
    Rules,
    /// Meetings, attendance, and what it is enough for.
    Sittings,
    /// Candidates and ballots.
    Elections,
    /// What parts of the delegates are asked for.
    Composition,
    /// Other methods, other houses, another attendance.
    Compare,
    /// The papers of the credentials committee.
    Report,
}

impl Place {
    /// Every step, in the order of a congress.
    pub const ALL: [Self; 8] = [
        Self::Allocation,
        Self::Roster,
        Self::Rules,
        Self::Sittings,
        Self::Elections,
        Self::Composition,
        Self::Compare,
        Self::Report,
    ];

    /// The fragment that leads here.
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Allocation => "#/allocation",
            Self::Roster => "#/roster",
            Self::Rules => "#/rules",
            Self::Sittings => "#/sittings",
            Self::Elections => "#/elections",
            Self::Composition => "#/composition",
            Self::Compare => "#/compare",
            Self::Report => "#/report",
        }
    }

    /// The step of a fragment; `None` for one that is no step (a shared link, or nothing).
    pub fn of_fragment(fragment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.fragment() == fragment)
    }
}
