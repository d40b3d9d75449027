//! Reads the list of delegates. Its size is checked before anything is claimed for it, and nothing may dangle.

use super::sittings::date;
use super::{Flaw, Part, PayloadError, Sections, runs};
use crate::codec::bytes::Reader;
use crate::codec::tags;
use crate::limits::{MAX_DELEGATES, MAX_MARKS, MAX_PEOPLE_BYTES};
use crate::scenario::{
    Categories, Delegate, DelegateId, Entry, Mandate, Name, People, Roll, SittingId, Tenure, Told, UnitId,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The list, or none.
pub(super) fn people(
    sections: &Sections<'_>,
    units: &[UnitId],
    sittings: &[SittingId],
    next_id: u32,
) -> Result<People, PayloadError> {
    let numbers = sections.optional(Part::People, |input| numbers(input, units, sittings, next_id))?;
    let Some(mut people) = numbers else {
        // Texts of nobody.
        let texts = sections.optional(Part::PeopleTexts, |input| Ok(input.rest()))?;
        return texts.map_or(Ok(People::default()), |_| Err(Part::People.has(Flaw::Missing)));
    };
    sections.optional(Part::PeopleTexts, |input| texts(input, Rc::make_mut(&mut people.delegates)))?;
    Ok(people)
}

fn numbers(
    input: &mut Reader<'_>,
    units: &[UnitId],
    sittings: &[SittingId],
    next_id: u32,
) -> Result<People, Flaw> {
    let basis = tags::basis_of(input.varint()?)?;
    let count = input.varint()?;
    if count == 0 {
        return Err(Flaw::Missing);
    }
    if count > MAX_DELEGATES as u64 {
        return Err(Flaw::OutOfRange);
    }
    let ids = runs(&mut Reader::new(input.block()?), count, next_id)?;
    let mut row = 0i64;
    let mut delegates = Vec::new();
    for id in ids.into_iter().map(DelegateId) {
        row = row.checked_add(input.signed()?).ok_or(Flaw::Dangling)?;
        let unit = match row {
            0 => Told::Unclear(Name::default()),
            _ => {
                let at = usize::try_from(row - 1).map_err(|_| Flaw::Dangling)?;
                Told::Known(*units.get(at).ok_or(Flaw::Dangling)?)
            }
        };
        let mandate = match input.varint()?.checked_sub(1) {
            None => Told::Unclear(Name::default()),
            Some(number) => Told::Known(mandate(number, input)?),
        };
        let (name, categories, note) = (Name::default(), Categories::default(), Name::default());
        delegates.push(Rc::new(Delegate { id, name, unit, mandate, categories, note }));
    }
    let (mut rolls, mut marks) = (BTreeMap::new(), 0);
    for sitting in sittings {
        match input.varint()? {
            0 => continue,
            1 => {}
            _ => return Err(Flaw::OutOfRange),
        }
        let mut roll = Roll::new();
        for delegate in &delegates {
            if let number @ 1.. = input.varint()? {
                roll.insert(delegate.id, tags::attending_of(number)?);
            }
        }
        marks += roll.len();
        if roll.is_empty() {
            return Err(Flaw::Missing);
        }
        if marks > MAX_MARKS {
            return Err(Flaw::OutOfRange);
        }
        rolls.insert(*sitting, Rc::new(roll));
    }
    Ok(People { delegates: Rc::new(delegates), rolls, basis })
}

fn mandate(number: u64, input: &mut Reader<'_>) -> Result<Mandate, Flaw> {
    let entry = if number.is_multiple_of(2) { Entry::Elected } else { Entry::ByElected };
    let tenure = match number / 2 {
        0 => Tenure::Holding,
        1 => Tenure::Suspended,
        ended => {
            let reason = tags::reason_of(ended - 2)?;
            Tenure::Ended { reason, date: date(input.varint()?)? }
        }
    };
    Ok(Mandate { entry, tenure })
}

fn texts(input: &mut Reader<'_>, delegates: &mut Vec<Rc<Delegate>>) -> Result<(), Flaw> {
    let bytes = input.rest();
    if bytes.len() > 2 * MAX_PEOPLE_BYTES {
        return Err(Flaw::OutOfRange);
    }
    let mut lines = std::str::from_utf8(bytes).map_err(|_| Flaw::NotAName)?.split('\n');
    for delegate in delegates {
        line(lines.next().ok_or(Flaw::Ended)?, Rc::make_mut(delegate))?;
    }
    if lines.next().is_none() { Ok(()) } else { Err(Flaw::Trailing) }
}

fn line(text: &str, delegate: &mut Delegate) -> Result<(), Flaw> {
    if text.ends_with('\t') {
        return Err(Flaw::NotAName);
    }
    let mut texts = text.split('\t');
    let mut next = || -> Result<Name, Flaw> {
        let text = texts.next().unwrap_or_default();
        Name::new(text).ok().filter(|name| name.as_str() == text).ok_or(Flaw::NotAName)
    };
    (delegate.name, delegate.note) = (next()?, next()?);
    let (unit, status) = (next()?, next()?);
    match &mut delegate.unit {
        Told::Unclear(text) => *text = unit,
        Told::Known(_) if unit.is_empty() => {}
        Told::Known(_) => return Err(Flaw::Trailing),
    }
    match &mut delegate.mandate {
        Told::Unclear(text) => *text = status,
        Told::Known(_) if status.is_empty() => {}
        Told::Known(_) => return Err(Flaw::Trailing),
    }
    let rest: Vec<&str> = texts.collect();
    let categories = Categories::parse(&rest.join(",")).map_err(|_| Flaw::NotAName)?;
    if !categories.iter().map(Name::as_str).eq(rest) {
        return Err(Flaw::NotAName);
    }
    delegate.categories = categories;
    Ok(())
}
