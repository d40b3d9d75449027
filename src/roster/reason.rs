//! `Reason`: why a mandate ended. Knows no words: the names in Chinese and English live in `text`.

/// Why a delegate's mandate ended (资格终止的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Transferred out of the electoral unit's area (调离).
    Transferred,
    /// Resigned, and the resignation was accepted (辞职).
    Resigned,
    /// Died (去世).
    Died,
    /// Removed or recalled (罢免、撤销).
    Removed,
    /// Lost the membership on which the mandate rests (丧失成员资格).
    LostMembership,
    /// Any other reason; the note says which.
    Other,
}

impl Reason {
    /// Every reason, in the order in which reports list them.
    pub const ALL: [Self; 6] =
        [Self::Transferred, Self::Resigned, Self::Died, Self::Removed, Self::LostMembership, Self::Other];

    /// The stable identifier used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Transferred => "transferred",
            Self::Resigned => "resigned",
            Self::Died => "died",
            Self::Removed => "removed",
            Self::LostMembership => "lost-membership",
            Self::Other => "other",
        }
    }

    /// The reason with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }
}
