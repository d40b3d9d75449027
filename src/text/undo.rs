//! What the page says about the list of steps, which can be gone along in one go.

use super::Key;
use super::number::grouped;
use crate::scenario::{HouseKey, Leap, Scheme, Taken, UnitEdit};

/// A word or a sentence about the list.
#[derive(Clone, Copy, Debug)]
pub enum UndoMsg<'a> {
    /// A line: what a step did, and to what.
    Line(&'a Taken),
    /// The line before all others.
    Beginning,
    /// Several steps were gone at once, for the announcement.
    Leapt(Leap),
}

impl Key {
    /// The name of a way in which seats hang together.
    pub const fn of_scheme(scheme: &Scheme) -> Self {
        match scheme {
            Scheme::OneTier => Self::SchemeOneTier,
            Scheme::TwoTier { .. } => Self::SchemeTwoTier,
            Scheme::Key(HouseKey::Known(_)) => Self::SchemeKey,
            Scheme::Key(HouseKey::Steps(_)) => Self::SchemeSteps,
        }
    }
}

/// What an edit leaves in its cell; nothing where it leaves it empty.
pub(super) fn left(edit: &UnitEdit) -> String {
    let whole = |n: u32| grouped(n.into());
    match edit {
        UnitEdit::Name(name) | UnitEdit::Delegation(name) => name.as_str().to_owned(),
        UnitEdit::Members(members) => grouped(members.get()),
        UnitEdit::Min(seats) | UnitEdit::Max(seats) | UnitEdit::Locked(seats) => {
            seats.map_or_else(String::new, |seats| whole(seats.get()))
        }
        UnitEdit::Elected(count) | UnitEdit::Registered(count) | UnitEdit::Present(count) => {
            count.map_or_else(String::new, |count| whole(count.get()))
        }
        UnitEdit::ByElected(count)
        | UnitEdit::Ended(_, count)
        | UnitEdit::Suspended(count)
        | UnitEdit::OnLeave(count) => whole(count.get()),
        UnitEdit::Endings(entries) => grouped(entries.iter().map(|entry| u64::from(entry.count.get())).sum()),
    }
}
