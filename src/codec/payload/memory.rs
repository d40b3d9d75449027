//! What reading a payload may claim of memory, worked out before any of it is read. A few hundred characters can unpack to
//! a quarter of a million figures, each of which becomes an entry of a table.
//!
//! An estimate from above for a program of 32 bits, part of the format (docs/FORMAT.md): the same link must open on every
//! machine, so nothing here asks how large a type is on this one. `tests/wasm.rs` measures the worst links.

use super::read::{Counts, Sections};
use super::{Part, PayloadError};

/// Bytes for a unit without its names and attendance.
const UNIT: u64 = 160;
/// Bytes for a delegation.
const DELEGATION: u64 = 48;
/// Bytes for a sitting.
const SITTING: u64 = 256;

/// The bytes of memory that the scenario of this payload takes at most.
pub(in crate::codec) fn claim(bytes: &[u8]) -> Result<u64, PayloadError> {
    let (sections, _) = Sections::split(bytes)?;
    let counts = sections.whole(Part::Head, Counts::read)?;
    let rows = [(counts.units, UNIT), (counts.delegations, DELEGATION), (counts.sittings, SITTING)];
    let rows = rows.into_iter().map(|(count, each)| count.saturating_mul(each));
    let parts = sections.sizes().map(|(part, size)| (size as u64).saturating_mul(weight(part)));
    Ok(rows.chain(parts).fold(0, u64::saturating_add))
}

/// Bytes of memory that one byte of the section may ask for.
const fn weight(part: Part) -> u64 {
    match part {
        // One byte makes an entry of a map: key, value and the room that its nodes leave free.
        Part::Attendance | Part::Leave | Part::RegisteredByUnit => 64,
        // A delegate or a candidate in two bytes; delegates take their time as well: each is looked up and counted.
        Part::People => 128,
        Part::Elections => 64,
        // An entry in three bytes or more.
        Part::Lots | Part::Endings => 32,
        Part::Composition | Part::Sittings | Part::Stated | Part::Agenda | Part::OwnRules => 32,
        // A text of one letter is a text with a header, and a line break may stand for one.
        Part::Names
        | Part::SittingNotes
        | Part::EndingNotes
        | Part::CategoryNames
        | Part::VotingNames
        | Part::PeopleTexts => 8,
        // The same, where half the bytes are line breaks of candidates who have none.
        Part::Calendar | Part::StrokeOrders => 16,
        _ => 1,
    }
}
