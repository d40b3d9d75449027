//! The composition in the payload: the numbers of the categories; their names stand in a section of their own.

use super::Flaw;
use crate::codec::bytes::{Reader, Writer};
use crate::codec::tags;
use crate::limits::MAX_CATEGORIES;
use crate::num::{Seats, Weight};
use crate::scenario::{Amount, Category, CategoryId, Scenario, Target, Unit, UnitId};
use crate::threshold::Share;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// Numbers of what a target may be given as.
const SHARE: u64 = 0;
const NUMBER: u64 = 1;
const MEMBER_SHARE: u64 = 2;

/// Nothing where there is no category.
pub(super) fn write(scenario: &Scenario) -> Vec<u8> {
    let mut out = Writer::default();
    if scenario.composition.is_empty() {
        return out.into_bytes();
    }
    out.varint(scenario.composition.len() as u64);
    for category in &scenario.composition {
        out.varint(category.id.0.into());
        out.varint(tags::category_kind(category.kind));
        write_target(&mut out, category.target);
        out.varint(category.members.map_or(0, |members| members.get() + 1));
        write_cells(&mut out, &scenario.units, &category.by_unit, |members| members.get());
        write_cells(&mut out, &scenario.units, &category.locks, |seats| seats.get().into());
    }
    out.into_bytes()
}

fn write_target(out: &mut Writer, target: Option<Target>) {
    let Some(target) = target else { return out.varint(0) };
    out.varint(tags::limit(target.limit));
    match target.amount {
        Amount::Share(share) => {
            out.varint(SHARE);
            out.varint(share.num().into());
            out.varint(share.den().into());
        }
        Amount::Number(seats) => {
            out.varint(NUMBER);
            out.varint(seats.get().into());
        }
        Amount::MemberShare => out.varint(MEMBER_SHARE),
    }
}

/// Cells in the order of the table: rows further than the one after the last cell, and the figure.
fn write_cells<T>(out: &mut Writer, units: &[Rc<Unit>], cells: &BTreeMap<UnitId, T>, figure: fn(&T) -> u64) {
    let all = units.iter().enumerate().filter_map(|(row, unit)| Some((row, cells.get(&unit.id)?)));
    let all: Vec<_> = if cells.is_empty() { Vec::new() } else { all.collect() };
    out.varint(all.len() as u64);
    let mut expected = 0;
    for (row, cell) in all {
        out.varint((row - expected) as u64);
        out.varint(figure(cell));
        expected = row + 1;
    }
}

/// The categories, without their names.
pub(super) fn read(input: &mut Reader<'_>, units: &[Rc<Unit>], next_id: u32) -> Result<Vec<Category>, Flaw> {
    let count = input.varint()?;
    if count == 0 || count > MAX_CATEGORIES as u64 {
        return Err(Flaw::OutOfRange);
    }
    let (mut categories, mut seen) = (Vec::new(), HashSet::new());
    for _ in 0..count {
        let id = u32::try_from(input.varint()?).ok().filter(|id| *id < next_id).ok_or(Flaw::Dangling)?;
        if !seen.insert(id) {
            return Err(Flaw::Repeated);
        }
        let members = |n| Weight::new(n).ok_or(Flaw::OutOfRange);
        categories.push(Category {
            kind: tags::category_kind_of(input.varint()?)?,
            target: read_target(input)?,
            members: input.varint()?.checked_sub(1).map(members).transpose()?,
            by_unit: Rc::new(read_cells(input, units, members)?),
            locks: Rc::new(read_cells(input, units, seats)?),
            ..Category::blank(CategoryId(id))
        });
    }
    Ok(categories)
}

fn seats(n: u64) -> Result<Seats, Flaw> {
    u32::try_from(n).ok().and_then(Seats::new).ok_or(Flaw::OutOfRange)
}

fn read_target(input: &mut Reader<'_>) -> Result<Option<Target>, Flaw> {
    let limit = match input.varint()? {
        0 => return Ok(None),
        number => tags::limit_of(number)?,
    };
    let amount = match input.varint()? {
        SHARE => {
            let mut part = || u32::try_from(input.varint()?).map_err(|_| Flaw::OutOfRange);
            Amount::Share(Share::new(part()?, part()?).map_err(|_| Flaw::OutOfRange)?)
        }
        NUMBER => Amount::Number(seats(input.varint()?)?),
        MEMBER_SHARE => Amount::MemberShare,
        _ => return Err(Flaw::OutOfRange),
    };
    Ok(Some(Target { limit, amount }))
}

fn read_cells<T>(
    input: &mut Reader<'_>,
    units: &[Rc<Unit>],
    figure: fn(u64) -> Result<T, Flaw>,
) -> Result<BTreeMap<UnitId, T>, Flaw> {
    let mut cells = BTreeMap::new();
    let mut row = 0u64;
    for _ in 0..input.varint()? {
        row = row.checked_add(input.varint()?).ok_or(Flaw::Dangling)?;
        let unit = usize::try_from(row).ok().and_then(|row| units.get(row)).ok_or(Flaw::Dangling)?;
        cells.insert(unit.id, figure(input.varint()?)?);
        row += 1;
    }
    Ok(cells)
}
