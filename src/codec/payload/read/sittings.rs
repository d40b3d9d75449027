//! Reads what belongs to the sittings, and the days and notes that stand in the same form elsewhere.

use super::{Counts, Flaw, Part, PayloadError, Sections, count, surprised};
use crate::codec::bytes::Reader;
use crate::codec::payload::predict;
use crate::codec::tags;
use crate::num::Count;
use crate::roster::Presence;
use crate::scenario::{Delegation, Name, Sitting, SittingId, Tally, TallyKind, Unit, UnitId};
use crate::threshold::Date;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the units reported to a sitting.
pub(super) type Attendance = BTreeMap<UnitId, Presence>;

/// The attendance at each sitting; nobody has reported where the section is left out.
pub(super) fn attendances(
    sections: &Sections<'_>,
    units: &[Rc<Unit>],
    counts: &Counts,
) -> Result<Vec<Attendance>, PayloadError> {
    let sittings = || (0..counts.sittings).map(|_| BTreeMap::new());
    let read = |input: &mut Reader<'_>| {
        let mut all: Vec<_> = sittings().collect();
        for attendance in &mut all {
            for unit in units {
                let present = surprised(input.varint()?, predict::present(&unit.mandates))?;
                set(attendance, unit, present, |presence, present| presence.present = Some(present));
            }
        }
        Ok(all)
    };
    let mut all = sections.optional(Part::Attendance, read)?.unwrap_or_else(|| sittings().collect());
    sections.optional(Part::Leave, |input| {
        by_unit(input, units, &mut all, Some, |presence, on_leave| presence.on_leave = on_leave)
    })?;
    sections.optional(Part::RegisteredByUnit, |input| {
        by_unit(
            input,
            units,
            &mut all,
            |n| n.checked_sub(1),
            |presence, count| presence.registered = Some(count),
        )
    })?;
    Ok(all)
}

/// One more figure of each unit at each sitting; `figure` says which number stands for nothing.
fn by_unit(
    input: &mut Reader<'_>,
    units: &[Rc<Unit>],
    all: &mut [Attendance],
    figure: fn(u64) -> Option<u64>,
    put: fn(&mut Presence, Count),
) -> Result<(), Flaw> {
    for attendance in all {
        for unit in units {
            let value = figure(input.varint()?).map(count).transpose()?;
            set(attendance, unit, value, put);
        }
    }
    Ok(())
}

/// Puts in a figure of a unit; a unit that has reported nothing has no entry.
fn set(attendance: &mut Attendance, unit: &Unit, value: Option<Count>, put: fn(&mut Presence, Count)) {
    let Some(value) = value else { return };
    let mut presence = attendance.get(&unit.id).copied().unwrap_or_default();
    put(&mut presence, value);
    if presence != Presence::default() {
        attendance.insert(unit.id, presence);
    }
}

/// Delegates registered at each sitting, one more than the count; 0 where nobody counted.
pub(super) fn registered(input: &mut Reader<'_>, sittings: &mut [Sitting]) -> Result<(), Flaw> {
    for sitting in sittings {
        sitting.registered = input.varint()?.checked_sub(1).map(count).transpose()?;
    }
    Ok(())
}

/// A day, or none for 0.
pub(in crate::codec::payload) fn date(packed: u64) -> Result<Option<Date>, Flaw> {
    match packed {
        0 => Ok(None),
        _ => u32::try_from(packed).ok().and_then(Date::unpacked).map(Some).ok_or(Flaw::OutOfRange),
    }
}

/// What `facts` of the writer wrote.
pub(super) fn facts(
    input: &mut Reader<'_>,
    delegations: &[Delegation],
    sittings: &mut [Sitting],
) -> Result<(), Flaw> {
    let optional = |n: u64| n.checked_sub(1).map(count).transpose();
    for sitting in sittings {
        sitting.kind = tags::sitting_kind_of(input.varint()?)?;
        sitting.purpose = tags::purpose_of(input.varint()?)?;
        sitting.date = date(input.varint()?)?;
        sitting.stated_due = optional(input.varint()?)?;
        sitting.tally = match tags::tally_of(input.varint()?)? {
            TallyKind::ByUnit => Tally::ByUnit,
            TallyKind::Whole => Tally::Whole(optional(input.varint()?)?),
            TallyKind::ByDelegation => {
                let mut figures = BTreeMap::new();
                for delegation in delegations {
                    if let Some(present) = optional(input.varint()?)? {
                        figures.insert(delegation.id, present);
                    }
                }
                Tally::ByDelegation(Rc::new(figures))
            }
        };
    }
    Ok(())
}

/// Notes, one per line.
pub(super) fn notes<'a>(
    input: &mut Reader<'_>,
    places: impl Iterator<Item = &'a mut Name>,
) -> Result<(), Flaw> {
    let text = std::str::from_utf8(input.rest()).map_err(|_| Flaw::NotAName)?;
    let mut notes = text.split('\n');
    for place in places {
        let text = notes.next().ok_or(Flaw::Ended)?;
        let note = Name::new(text).ok().filter(|note| note.as_str() == text);
        *place = note.ok_or(Flaw::NotAName)?;
    }
    if notes.next().is_none() { Ok(()) } else { Err(Flaw::Trailing) }
}

pub(super) fn shown(input: &mut Reader<'_>, sittings: &[Sitting]) -> Result<SittingId, Flaw> {
    let at = usize::try_from(input.varint()?).ok();
    at.and_then(|at| sittings.get(at)).map(|sitting| sitting.id).ok_or(Flaw::Dangling)
}
