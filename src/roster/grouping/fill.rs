//! `Fill`: whether a rest can be grouped with every size between two bounds, by a complete search within a budget.
//!
//! Group after group is filled. A group begins with the largest unit that is left, so no grouping is met twice in
//! another order of its groups; then units are tried larger ones first, and of equal ones
//! only the first. A group must take what the others cannot, and leave them what they need. Schreiber, Korf and
//! Moffitt 2018 search so for the largest alone; here both bounds hold at once.

use super::rest::{Draft, Rest};

/// Units looked at by all searches for one grouping. Reason: some hundredths of a second in a browser.
pub(super) const BUDGET: usize = 3_000_000;

/// Units with which a search is begun. Reason: with more of them the quick groupings are even, and the search goes
/// as deep as there are units.
const MOST_UNITS: usize = 400;

/// What a search found.
pub(super) enum Found {
    /// A grouping within the bounds.
    Grouping(Draft),
    /// There is none.
    None,
    /// The budget was used up.
    Unknown,
}

/// The rest, the bounds, and how far the search has come.
struct Fill<'a> {
    rest: &'a Rest,
    least: u64,
    most: u64,
    /// The group of each loose unit that has one.
    of: Vec<Option<usize>>,
    /// The sum of the loose units without a group.
    left: u64,
    /// Their number.
    units: usize,
    budget: usize,
}

/// A grouping of `rest` with every size from `least` to `most`; looks at no more than `share` units, and takes what
/// it used from the budget.
pub(super) fn within(rest: &Rest, least: u64, most: u64, share: usize, budget: &mut usize) -> Found {
    if rest.loose.len() > MOST_UNITS {
        return Found::Unknown;
    }
    let allowed = share.min(*budget);
    let mut fill = Fill {
        rest,
        least,
        most,
        of: vec![None; rest.loose.len()],
        left: rest.loose.iter().map(|one| one.size).sum(),
        units: rest.loose.len(),
        budget: allowed,
    };
    let found = fill.open(0);
    *budget -= allowed - fill.budget;
    match found {
        Some(true) => Found::Grouping(rest.draft(fill.of.iter().map(|of| of.unwrap_or(0)).collect())),
        Some(false) => Found::None,
        None => Found::Unknown,
    }
}

/// The group that is being filled.
#[derive(Clone, Copy)]
struct Open {
    group: usize,
    size: u64,
    /// Between these the size must be when it is closed.
    from: u64,
    to: u64,
}

impl Fill<'_> {
    /// Fills this group and those after it; `None` once the budget is used up.
    fn open(&mut self, group: usize) -> Option<bool> {
        if group == self.rest.groups {
            return Some(self.units == 0);
        }
        let Some(seed) = self.of.iter().position(Option::is_none) else { return Some(false) };
        let begun = self.size(seed);
        let after = (self.rest.groups - group - 1) as u64;
        let from = self.least.max(self.left.saturating_sub(after.saturating_mul(self.most)));
        let Some(to) = self.left.checked_sub(after.saturating_mul(self.least)) else { return Some(false) };
        let to = to.min(self.most);
        if begun > to || from > to || self.crowded(group) {
            return Some(false);
        }
        let open = Open { group, size: begun, from, to };
        self.take(seed, group);
        let found = self.extend(open, seed + 1);
        if found != Some(true) {
            self.give_back(seed);
        }
        found
    }

    /// Tries every further unit in the open group, then to close it.
    fn extend(&mut self, open: Open, from: usize) -> Option<bool> {
        let mut tried = None;
        for at in from..self.of.len() {
            self.budget = self.budget.checked_sub(1)?;
            let size = self.size(at);
            let free = self.of.get(at).is_some_and(Option::is_none);
            if !free || tried == Some(size) || open.size + size > open.to {
                continue;
            }
            tried = Some(size);
            self.take(at, open.group);
            let found = self.extend(Open { size: open.size + size, ..open }, at + 1);
            if found != Some(false) {
                return found;
            }
            self.give_back(at);
        }
        if open.size < open.from {
            return Some(false);
        }
        // Every later group begins with a unit.
        if self.units < self.rest.groups - (open.group + 1) {
            return Some(false);
        }
        self.open(open.group + 1)
    }

    /// Whether two units that must share a group are too large for it.
    fn crowded(&mut self, group: usize) -> bool {
        let groups = self.rest.groups - group;
        if self.units <= groups {
            return false;
        }
        let free = self.of.iter().zip(&self.rest.loose).filter(|(of, _)| of.is_none());
        let mut pair = free.map(|(_, one)| one.size).skip(groups - 1);
        pair.next().unwrap_or(0) + pair.next().unwrap_or(0) > self.most
    }

    fn size(&self, at: usize) -> u64 {
        self.rest.loose.get(at).map_or(0, |one| one.size)
    }

    fn take(&mut self, at: usize, group: usize) {
        self.left -= self.size(at);
        self.units -= 1;
        if let Some(of) = self.of.get_mut(at) {
            *of = Some(group);
        }
    }

    fn give_back(&mut self, at: usize) {
        self.left += self.size(at);
        self.units += 1;
        if let Some(of) = self.of.get_mut(at) {
            *of = None;
        }
    }
}
