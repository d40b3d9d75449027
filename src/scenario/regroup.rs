//! Regrouping: how even the delegations are, and which grouping of the units would be more even.
//!
//! The grouping itself is [`crate::roster::grouping`]; here it gets its units from a report, and the groups get the
//! delegations they continue, or names.

use super::{
    Action, DelegationId, DelegationRow, Name, Report, Scenario, SittingId, Tally, UnitEdit, UnitId, UnitRow,
};
use crate::num::Ratio;
use crate::roster::grouping::{Grouping, Hold, Item, Task, Unfit, group};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What the size of a delegation counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Figure {
    /// Delegates actual, due to attend.
    #[default]
    Actual,
    /// Seats.
    Seats,
}

/// What becomes of a delegation of one unit that is at least as large as the average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Large {
    /// It stays as it is.
    #[default]
    Stays,
    /// It is regrouped as any other.
    Regrouped,
}

/// The grouping that is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Wish {
    /// The number of delegations.
    pub delegations: usize,
    /// The least size of a delegation.
    pub least: Option<u64>,
    /// The greatest size of a delegation.
    pub most: Option<u64>,
    /// What the sizes count.
    pub figure: Figure,
    /// What becomes of large units.
    pub large: Large,
}

/// How even the delegations are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// How many delegations there are.
    pub delegations: usize,
    /// Their sizes together.
    pub total: u64,
    /// The size of the largest.
    pub largest: u64,
    /// The size of the smallest.
    pub smallest: u64,
}

/// One delegation of a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// Its name.
    pub name: Name,
    /// The delegation it continues.
    pub keeps: Option<DelegationId>,
    /// The size of that delegation.
    pub before: Option<u64>,
    /// Its size, or `None` for a delegation that is dissolved.
    pub after: Option<u64>,
    /// The units that come to it.
    pub joins: Vec<UnitId>,
    /// The units that leave it.
    pub leaves: Vec<UnitId>,
}

/// A grouping in terms of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The grouping; its units are the rows of the table.
    pub grouping: Grouping,
    /// The delegations that stay, in their order, then new ones, then those that are dissolved.
    pub delegations: Vec<Suggested>,
    /// How even the delegations are now, if there are any.
    pub before: Option<Balance>,
    /// How even they would be.
    pub after: Balance,
    /// The units that move, and the names of their delegations.
    pub moves: Vec<(UnitId, Name)>,
}

impl Figure {
    /// The size of a unit; figures that contradict each other count for nothing.
    pub fn of_unit(self, row: &UnitRow) -> u32 {
        match self {
            Self::Actual => u32::try_from(row.ledger.actual().max(0)).unwrap_or(u32::MAX),
            Self::Seats => row.seats.get(),
        }
    }

    /// The size of a delegation, as the ledger has it.
    pub fn of_delegation(self, row: &DelegationRow) -> u64 {
        match self {
            Self::Actual => u64::try_from(row.ledger.actual()).unwrap_or(0),
            Self::Seats => u64::try_from(row.ledger.seats).unwrap_or(0),
        }
    }
}

impl Balance {
    /// Of the delegations of a report; units without one are left out.
    pub fn of(report: &Report, figure: Figure) -> Option<Self> {
        let rows = report.delegations.iter().filter(|row| row.id.is_some());
        Self::among(rows.map(|row| figure.of_delegation(row)))
    }

    fn among(sizes: impl Iterator<Item = u64>) -> Option<Self> {
        sizes.fold(None, |balance: Option<Self>, size| {
            let one = Self { delegations: 1, total: size, largest: size, smallest: size };
            Some(balance.map_or(one, |sum| Self {
                delegations: sum.delegations + 1,
                total: sum.total + size,
                largest: sum.largest.max(size),
                smallest: sum.smallest.min(size),
            }))
        })
    }

    /// The average size.
    pub fn average(&self) -> Ratio {
        Ratio::new(self.total, self.delegations as u64).unwrap_or(Ratio::ZERO)
    }

    /// How many times the smallest the largest is; `None` where the smallest has nobody.
    pub fn times(&self) -> Option<Ratio> {
        Ratio::new(self.largest, self.smallest)
    }
}

impl Suggestion {
    /// What a grouping of the units of a report comes to. A delegation that most units of a group belong to goes on as that
    /// group; a new one is named after its largest unit, or `unnamed` where that has no name.
    pub fn of(report: &Report, figure: Figure, grouping: Grouping, unnamed: &Name) -> Self {
        let after = Balance::among(grouping.sizes.iter().copied());
        let after = after.unwrap_or(Balance { delegations: 0, total: 0, largest: 0, smallest: 0 });
        let mut taken = Taken::of(report);
        let mut groups: Vec<usize> = (0..grouping.sizes.len()).collect();
        let places: HashMap<u32, usize> =
            report.scenario.delegations.iter().map(|one| one.id.0).zip(0..).collect();
        let place = |group: &usize| places.get(&grouping.keeps.get(*group).copied().flatten()?).copied();
        groups.sort_by_key(|group| place(group).unwrap_or(usize::MAX));
        let names = report.scenario.delegation_names();
        let before = sizes_before(report, figure);
        let members = members(&grouping);
        let mut delegations = Vec::new();
        let mut moves = Vec::new();
        for group in groups {
            let rows = members.get(group).map_or(&[] as &[usize], Vec::as_slice);
            let keeps = grouping.keeps.get(group).copied().flatten().map(DelegationId);
            let kept = keeps.and_then(|id| names.get(&id).copied());
            let name = match kept {
                Some(name) => name.clone(),
                None => taken.name(report, figure, rows, unnamed),
            };
            let units = || rows.iter().filter_map(|row| report.scenario.units.get(*row));
            let joins: Vec<UnitId> = units()
                .filter(|unit| keeps.is_none() || unit.delegation != keeps)
                .map(|unit| unit.id)
                .collect();
            moves.extend(joins.iter().map(|unit| (*unit, name.clone())));
            delegations.push(Suggested {
                name,
                keeps,
                before: keeps.and_then(|id| before.get(&id).copied()),
                after: grouping.sizes.get(group).copied(),
                joins,
                leaves: Vec::new(),
            });
        }
        depart(report, &before, &moves, &mut delegations);
        Self { before: Balance::of(report, figure), grouping, delegations, after, moves }
    }

    /// What carries it out, as one step.
    pub fn action(&self) -> Action {
        let edit = |(unit, name): &(UnitId, Name)| (*unit, UnitEdit::Delegation(name.clone()));
        Action::Edit(self.moves.iter().map(edit).collect())
    }
}

/// Groups the units of a report as evenly as can be. Units in the reason why there is none are rows of the table.
///
/// # Errors
/// [`Unfit`] where there is no such grouping, or none was found.
pub fn regrouped(report: &Report, wish: &Wish) -> Result<Grouping, Unfit> {
    group(&task(report, wish))
}

/// A name for a new delegation of these units, that no delegation has: their largest unit's, with a number if it is
/// taken.
pub fn fresh_name(report: &Report, units: &[UnitId], unnamed: &Name) -> Name {
    let chosen: HashSet<UnitId> = units.iter().copied().collect();
    let rows = report.units.iter().enumerate().filter(|(_, unit)| chosen.contains(&unit.id));
    let rows: Vec<usize> = rows.map(|(row, _)| row).collect();
    Taken::of(report).name(report, Figure::Actual, &rows, unnamed)
}

/// The units that these edits bring to another delegation, or to none; in the order of the edits.
pub fn moving(scenario: &Scenario, edits: &[(UnitId, UnitEdit)]) -> Vec<UnitId> {
    let brought = edits.iter().filter_map(|(unit, edit)| match edit {
        UnitEdit::Delegation(to) => Some((*unit, to)),
        _ => None,
    });
    let brought: Vec<(UnitId, &Name)> = brought.collect();
    let rows = scenario.rows_of(brought.iter().map(|(unit, _)| *unit));
    let names = scenario.delegation_names();
    let goes = |(id, to): &(UnitId, &Name)| {
        let unit = scenario.units.get(*rows.get(id)?)?;
        let from = unit.delegation.and_then(|id| names.get(&id));
        let stays = from.map_or(to.is_empty(), |from| from == to);
        (!stays).then_some(*id)
    };
    brought.iter().filter_map(goes).collect()
}

/// The names in these edits that no delegation bears yet, each once. Where there is no delegation at all, none of the first is told.
pub fn founded<'a>(scenario: &Scenario, edits: &'a [(UnitId, UnitEdit)]) -> Vec<&'a Name> {
    if scenario.delegations.is_empty() {
        return Vec::new();
    }
    let mut known: HashSet<&Name> = scenario.delegations.iter().map(|delegation| &delegation.name).collect();
    let named = edits.iter().filter_map(|(_, edit)| match edit {
        UnitEdit::Delegation(name) if !name.is_empty() => Some(name),
        _ => None,
    });
    named.filter(|name| known.insert(*name)).collect()
}

/// The sittings that counted a delegation as one figure which some of its units, but not all, are about to leave: the figure stays as
/// it was counted, since nobody knows which part of it goes along.
pub fn figures_that_stay(scenario: &Scenario, moving: &[UnitId]) -> Vec<(SittingId, DelegationId)> {
    let moving: HashSet<UnitId> = moving.iter().copied().collect();
    let (mut left, mut staying) = (BTreeSet::new(), HashSet::new());
    for unit in scenario.units.iter() {
        if let Some(id) = unit.delegation {
            if moving.contains(&unit.id) {
                left.insert(id);
            } else {
                staying.insert(id);
            }
        }
    }
    left.retain(|id| staying.contains(id));
    let mut found = Vec::new();
    for sitting in &scenario.sittings {
        if let Tally::ByDelegation(figures) = &sitting.tally {
            found.extend(left.iter().filter(|id| figures.contains_key(id)).map(|id| (sitting.id, *id)));
        }
    }
    found
}

fn task(report: &Report, wish: &Wish) -> Task {
    let sizes: Vec<u32> = report.units.iter().map(|row| wish.figure.of_unit(row)).collect();
    let total: u64 = sizes.iter().map(|size| u64::from(*size)).sum();
    let mut units: HashMap<DelegationId, usize> = HashMap::new();
    for id in report.scenario.units.iter().filter_map(|unit| unit.delegation) {
        *units.entry(id).or_default() += 1;
    }
    let lone = |id: &DelegationId| units.get(id) == Some(&1);
    let large = |size: u32| u128::from(size) * wish.delegations as u128 >= u128::from(total) && size > 0;
    let items = report.scenario.units.iter().zip(sizes).map(|(unit, size)| {
        let stays = wish.large == Large::Stays && unit.delegation.as_ref().is_some_and(lone) && large(size);
        let hold = if stays { Hold::Alone } else { Hold::Free };
        Item { size, hold, from: unit.delegation.map(|id| id.0) }
    });
    Task { items: items.collect(), groups: wish.delegations, least: wish.least.unwrap_or(0), most: wish.most }
}

fn members(grouping: &Grouping) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); grouping.sizes.len()];
    for (row, group) in grouping.group_of.iter().enumerate() {
        if let Some(rows) = members.get_mut(*group) {
            rows.push(row);
        }
    }
    members
}

fn sizes_before(report: &Report, figure: Figure) -> HashMap<DelegationId, u64> {
    report.delegations.iter().filter_map(|row| Some((row.id?, figure.of_delegation(row)))).collect()
}

/// Enters who leaves which delegation, and the delegations that are dissolved.
fn depart(
    report: &Report,
    before: &HashMap<DelegationId, u64>,
    moves: &[(UnitId, Name)],
    delegations: &mut Vec<Suggested>,
) {
    let from: HashMap<UnitId, DelegationId> =
        report.scenario.units.iter().filter_map(|unit| Some((unit.id, unit.delegation?))).collect();
    let mut leaving: HashMap<DelegationId, Vec<UnitId>> = HashMap::new();
    for (unit, _) in moves {
        if let Some(id) = from.get(unit) {
            leaving.entry(*id).or_default().push(*unit);
        }
    }
    for delegation in delegations.iter_mut() {
        delegation.leaves = delegation.keeps.and_then(|id| leaving.remove(&id)).unwrap_or_default();
    }
    for delegation in report.scenario.delegations.iter() {
        if let Some(leaves) = leaving.remove(&delegation.id) {
            delegations.push(Suggested {
                name: delegation.name.clone(),
                keeps: Some(delegation.id),
                before: before.get(&delegation.id).copied(),
                after: None,
                joins: Vec::new(),
                leaves,
            });
        }
    }
}

/// The names that delegations have, and the first number that may be free behind each that many were named after.
struct Taken {
    names: HashSet<Name>,
    free: HashMap<Name, u32>,
}

impl Taken {
    fn of(report: &Report) -> Self {
        let names = report.scenario.delegations.iter().map(|delegation| delegation.name.clone());
        Self { names: names.collect(), free: HashMap::new() }
    }

    /// A name for the units in these rows, taken from now on.
    fn name(&mut self, report: &Report, figure: Figure, rows: &[usize], unnamed: &Name) -> Name {
        let size = |row: usize| report.units.get(row).map_or(0, |unit| figure.of_unit(unit));
        let named =
            |row: usize| report.scenario.units.get(row).map(|unit| &unit.name).filter(|n| !n.is_empty());
        let best = rows.iter().filter_map(|row| Some((size(*row), named(*row)?)));
        // The first of equally large ones.
        let best = best.fold(None, |best: Option<(u32, &Name)>, one| match best {
            Some((size, _)) if size >= one.0 => best,
            _ => Some(one),
        });
        let base = best.map_or(unnamed, |(_, name)| name);
        let free = self.free.entry(base.clone()).or_insert(1);
        let found = (*free..)
            .map(|n| (n, numbered(base, n)))
            .find(|(_, name)| !name.is_empty() && !self.names.contains(name));
        let Some((n, name)) = found else { return Name::default() };
        *free = n;
        self.names.insert(name.clone());
        name
    }
}

/// The name itself, then with a 2 behind it, and so on; shortened where the number needs the room.
fn numbered(base: &Name, n: u32) -> Name {
    if n == 1 {
        return base.clone();
    }
    let mut text = base.as_str().to_owned();
    loop {
        match Name::new(&format!("{text} {n}")) {
            Ok(name) => return name,
            Err(_) => text.truncate(text.char_indices().next_back().map_or(0, |(at, _)| at)),
        }
    }
}

#[cfg(test)]
mod tests;
