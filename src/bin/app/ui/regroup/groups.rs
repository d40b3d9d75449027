//! `Board`: the delegations with their units, as the page shows them, and how much of it is shown.

use super::hand::{Held, Opened};
use delegate_roster::scenario::regroup::{Balance, Figure};
use delegate_roster::scenario::{DelegationId, Report, UnitId};
use std::collections::HashMap;

/// With more units than this, each delegation shows its first ones only.
const MANY: usize = 300;

/// Where units can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Delegation(DelegationId),
    Nobody,
    New,
}

impl Target {
    /// As it stands in the page.
    pub fn code(self) -> String {
        match self {
            Self::Delegation(id) => id.0.to_string(),
            Self::Nobody => "none".to_owned(),
            Self::New => "new".to_owned(),
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "none" => Some(Self::Nobody),
            "new" => Some(Self::New),
            id => id.parse().ok().map(|id| Self::Delegation(DelegationId(id))),
        }
    }
}

/// A delegation, or the units without one.
#[derive(Debug, PartialEq)]
pub struct Group {
    pub target: Target,
    /// Its units, by row.
    pub rows: Vec<usize>,
    /// Its delegates due.
    pub size: u64,
}

impl Group {
    /// Whether what was opened stands in this group.
    pub fn holds(&self, opened: Opened, report: &Report) -> bool {
        match opened {
            Opened::Dissolve(id) => self.target == Target::Delegation(id),
            Opened::Move(unit) => {
                self.rows.iter().any(|row| report.units.get(*row).is_some_and(|one| one.id == unit))
            }
        }
    }
}

/// All groups; the units without a delegation stand last.
#[derive(Debug, PartialEq)]
pub struct Board {
    pub groups: Vec<Group>,
    pub balance: Option<Balance>,
    /// The units in the order of the table, and the group of each.
    units: Vec<(UnitId, usize)>,
}

/// The groups that are shown, by place on the board, with their units that are shown.
#[derive(Debug, PartialEq)]
pub struct Layout {
    pub groups: Vec<(usize, Vec<usize>)>,
    units: Vec<Vec<UnitId>>,
}

impl Board {
    pub fn of(report: &Report) -> Self {
        let group = |target, size| Group { target, rows: Vec::new(), size };
        let mut groups: Vec<Group> = report
            .delegations
            .iter()
            .filter_map(|row| Some(group(Target::Delegation(row.id?), Figure::Actual.of_delegation(row))))
            .collect();
        let rest = report.delegations.iter().find(|row| row.id.is_none());
        groups.push(group(Target::Nobody, rest.map_or(0, |row| Figure::Actual.of_delegation(row))));
        let last = groups.len() - 1;
        let at: HashMap<Target, usize> = groups.iter().map(|group| group.target).zip(0..).collect();
        let mut units = Vec::with_capacity(report.units.len());
        for (row, unit) in report.scenario.units.iter().enumerate() {
            let place =
                unit.delegation.and_then(|id| at.get(&Target::Delegation(id))).copied().unwrap_or(last);
            units.push((unit.id, place));
            if let Some(group) = groups.get_mut(place) {
                group.rows.push(row);
            }
        }
        Self { groups, balance: Balance::of(report, Figure::Actual), units }
    }

    /// What is shown: the first units of each of the first groups, the active unit always.
    pub fn layout(&self, held: &Held, most_groups: usize) -> Layout {
        let each = if self.units.len() <= MANY { usize::MAX } else { (MANY / self.groups.len()).max(3) };
        let active = held.active.and_then(|unit| self.units.iter().position(|(id, _)| *id == unit));
        let home = active.and_then(|row| self.units.get(row)).map(|(_, group)| *group);
        let last = self.groups.len() - 1;
        let places =
            (0..self.groups.len()).filter(|at| *at < most_groups || *at == last || home == Some(*at));
        let rows = |at: usize| {
            let group = self.groups.get(at)?;
            let wide = held.wide.get(&group.target).copied().unwrap_or(0);
            let most = each.saturating_add(wide);
            let mut rows: Vec<usize> = group.rows.iter().copied().take(most).collect();
            rows.extend(active.filter(|row| home == Some(at) && !rows.contains(row)));
            Some((at, rows))
        };
        let groups: Vec<_> = places.filter_map(rows).collect();
        let id = |row: &usize| self.units.get(*row).map(|(id, _)| *id);
        let units = groups.iter().map(|(_, rows)| rows.iter().filter_map(id).collect()).collect();
        Layout { groups, units }
    }

    pub fn group_of(&self, unit: UnitId) -> Option<&Group> {
        let (_, at) = self.units.iter().find(|(id, _)| *id == unit)?;
        self.groups.get(*at)
    }
}

/// Where an arrow leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
}

impl Layout {
    /// The unit that Tab leads to.
    pub fn tab_stop(&self, active: Option<UnitId>) -> Option<UnitId> {
        let shown = active.filter(|unit| self.place(*unit).is_some());
        shown.or_else(|| self.units.iter().flatten().next().copied())
    }

    /// Left and right go through all units, up and down to the neighbouring delegation.
    pub fn next(&self, from: UnitId, arrow: Arrow) -> Option<UnitId> {
        let (group, at) = self.place(from)?;
        let here = self.units.get(group)?;
        let all = || self.units.iter().flatten().copied();
        let near = |units: &Vec<UnitId>| units.get(at.min(units.len().saturating_sub(1))).copied();
        match arrow {
            Arrow::Home => here.first().copied(),
            Arrow::End => here.last().copied(),
            Arrow::Right => all().skip_while(|unit| *unit != from).nth(1),
            Arrow::Left => all().take_while(|unit| *unit != from).last(),
            Arrow::Down => self.units.iter().skip(group + 1).find_map(near),
            Arrow::Up => self.units.iter().take(group).rev().find_map(near),
        }
    }

    fn place(&self, unit: UnitId) -> Option<(usize, usize)> {
        let mut groups = self.units.iter().enumerate();
        groups.find_map(|(group, units)| Some((group, units.iter().position(|one| *one == unit)?)))
    }
}
