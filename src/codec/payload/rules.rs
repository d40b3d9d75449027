//! The sections of rules of one's own, and of the figures that sittings state: written and read side by side.
//!
//! Only what differs from the copied profile is here, so that a row left alone goes on citing its source. A change that
//! a later table of profiles already holds is no fault: the row is then as in the profile.

use super::Flaw;
use crate::codec::bytes::{Reader, Writer};
use crate::codec::tags::{self, rules::*};
use crate::limits::MAX_WEIGHT;
use crate::scenario::{Name, OwnRules, Rules, Sitting};
use crate::threshold::Base;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// The number of changes, then each: what it is about, 0 for a row taken out or 1 and what the row says.
pub(super) fn write_own(out: &mut Writer, rules: &Rules) {
    let Rules::Own(own) = rules else { return };
    out.varint(own.changes().len() as u64);
    for (subject, change) in own.changes() {
        write_subject(out, subject);
        out.varint(change.is_some().into());
        if let Some(row) = change {
            write_value(out, row);
        }
    }
}

/// The rules of one's own that were copied from `copied`, a named profile.
pub(super) fn read_own(input: &mut Reader<'_>, copied: &Rules) -> Result<OwnRules, Flaw> {
    let Rules::Profile(from) = copied else { return Err(Flaw::Dangling) };
    let mut own = OwnRules::copy(*from, Name::default());
    // Each change is about another subject, of which there are few, so the number needs no other bound.
    let mut seen = HashSet::new();
    for _ in 0..input.varint()? {
        let subject = read_subject(input)?;
        if !seen.insert(subject) {
            return Err(Flaw::Repeated);
        }
        match input.varint()? {
            0 => own.remove(subject),
            1 => own.put(read_value(input, subject)?),
            _ => return Err(Flaw::OutOfRange),
        }
    }
    Ok(own)
}

/// The name of the rules, as [`Name`] leaves it; no name has no section.
pub(super) fn read_name(text: &[u8]) -> Result<Name, Flaw> {
    let text = std::str::from_utf8(text).map_err(|_| Flaw::NotAName)?;
    let name = Name::new(text).ok().filter(|name| name.as_str() == text && !name.is_empty());
    name.ok_or(Flaw::NotAName)
}

/// Per sitting the number of figures, then each: its base and the figure; nothing where no sitting states any.
pub(super) fn write_stated(out: &mut Writer, sittings: &[Sitting]) {
    if sittings.iter().all(|sitting| sitting.stated.is_empty()) {
        return;
    }
    for sitting in sittings {
        out.varint(sitting.stated.len() as u64);
        for (base, figure) in sitting.stated.iter() {
            out.varint(tags::base(*base));
            out.varint(*figure);
        }
    }
}

pub(super) fn read_stated(input: &mut Reader<'_>, sittings: &mut [Sitting]) -> Result<(), Flaw> {
    for sitting in sittings {
        let mut stated = BTreeMap::new();
        for _ in 0..input.varint()? {
            let base = tags::base_of(input.varint()?)?;
            let figure = Some(input.varint()?).filter(|figure| *figure <= MAX_WEIGHT);
            let figure = figure.filter(|_| Base::STATED.contains(&base)).ok_or(Flaw::OutOfRange)?;
            if stated.insert(base, figure).is_some() {
                return Err(Flaw::Repeated);
            }
        }
        sitting.stated = Rc::new(stated);
    }
    Ok(())
}
