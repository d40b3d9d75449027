//! `Rest`: what is still to be grouped once some groups are set apart, and a draft of it.

use super::Task;
use super::held::Held;
use std::cmp::Reverse;

/// A unit that can go anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loose {
    /// Its place in the task.
    pub(super) item: usize,
    /// Its size.
    pub(super) size: u64,
}

/// What is to be grouped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rest {
    /// The loose units, larger ones first, then as given.
    pub(super) loose: Vec<Loose>,
    /// The number of groups.
    pub(super) groups: usize,
}

/// A grouping of a rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// The group of each loose unit.
    pub(super) of: Vec<usize>,
    /// The size of each group.
    pub(super) sizes: Vec<u64>,
}

/// A group of the result before it has its number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    items: Vec<usize>,
    apart: bool,
}

impl Rest {
    pub(super) fn of(task: &Task, held: &Held) -> Self {
        let size = |item: &usize| task.items.get(*item).map_or(0, |item| u64::from(item.size));
        let mut loose: Vec<_> =
            held.free.iter().map(|item| Loose { item: *item, size: size(item) }).collect();
        loose.sort_by_key(|one| Reverse(one.size));
        Self { loose, groups: task.groups - held.alone.len() }
    }

    /// The draft that puts each loose unit where `of` says.
    pub(super) fn draft(&self, of: Vec<usize>) -> Draft {
        let mut sizes = vec![0; self.groups];
        for (group, one) in of.iter().zip(&self.loose) {
            if let Some(size) = sizes.get_mut(*group) {
                *size += one.size;
            }
        }
        Draft { of, sizes }
    }

    /// The groups of a draft.
    pub(super) fn parts(&self, draft: &Draft) -> Vec<Part> {
        let mut parts: Vec<_> = (0..self.groups).map(|_| Part { items: Vec::new(), apart: false }).collect();
        for (group, one) in draft.of.iter().zip(&self.loose) {
            if let Some(part) = parts.get_mut(*group) {
                part.items.push(one.item);
            }
        }
        parts
    }

    /// While one unit sets the largest size, takes its group out; one group always stays. In one pass, since there may be
    /// as many such units as groups.
    pub(super) fn set_apart(&mut self, draft: &mut Draft) -> Vec<Part> {
        let mut sizes = draft.sizes.clone();
        sizes.sort_unstable_by_key(|size| Reverse(*size));
        let mut apart = vec![false; self.groups];
        let mut units = self.loose.iter().zip(&draft.of);
        // Each group that goes is the largest of those left: the one after it is next.
        for largest in sizes.iter().take(self.groups.saturating_sub(1)) {
            let left = |(_, group): &(_, &usize)| apart.get(**group) == Some(&false);
            // Its group holds nothing else but units that count for nothing.
            let Some((_, group)) = units.find(left).filter(|(biggest, _)| biggest.size == *largest) else {
                break;
            };
            if let Some(apart) = apart.get_mut(*group) {
                *apart = true;
            }
        }
        self.take(draft, &apart)
    }

    /// Takes the groups that are `apart` out of the rest and of the draft; the others keep their order.
    pub(super) fn take(&mut self, draft: &mut Draft, apart: &[bool]) -> Vec<Part> {
        let is_apart = |group: &usize| apart.get(*group).is_some_and(|apart| *apart);
        let parts = self.parts(draft).into_iter().zip(apart).filter(|(_, apart)| **apart);
        let parts: Vec<Part> = parts.map(|(part, _)| Part { apart: true, ..part }).collect();
        let mut of = draft.of.iter();
        self.loose.retain(|_| !of.next().is_some_and(is_apart));
        draft.of.retain(|group| !is_apart(group));
        let mut flags = apart.iter();
        draft.sizes.retain(|_| !flags.next().is_some_and(|apart| *apart));
        // Those that stay are numbered anew.
        let mut number: Vec<usize> = Vec::with_capacity(apart.len());
        let mut stayed = 0;
        for apart in apart {
            number.push(stayed);
            stayed += usize::from(!apart);
        }
        for of in &mut draft.of {
            *of = number.get(*of).copied().unwrap_or(0);
        }
        self.groups = stayed;
        parts
    }
}

impl Draft {
    pub(super) fn largest(&self) -> u64 {
        self.sizes.iter().copied().max().unwrap_or(0)
    }

    /// The size of a group.
    pub(super) fn size(&self, group: usize) -> u64 {
        self.sizes.get(group).copied().unwrap_or(0)
    }

    pub(super) fn smallest(&self) -> u64 {
        self.sizes.iter().copied().min().unwrap_or(0)
    }
}

impl Part {
    /// A unit that stays alone.
    pub(super) fn alone(item: usize) -> Self {
        Self { items: vec![item], apart: true }
    }
}

/// Numbers the groups by decreasing size, then by their first unit. Gives the group of each unit, and the groups that
/// are apart.
pub(super) fn number(task: &Task, parts: &mut [Part]) -> (Vec<usize>, Vec<usize>) {
    let size = |part: &Part| -> u64 {
        part.items.iter().filter_map(|item| task.items.get(*item)).map(|item| u64::from(item.size)).sum()
    };
    parts.sort_by_cached_key(|part| (Reverse(size(part)), part.items.iter().copied().min()));
    let mut group_of = vec![0; task.items.len()];
    for (group, part) in parts.iter().enumerate() {
        for item in &part.items {
            if let Some(of) = group_of.get_mut(*item) {
                *of = group;
            }
        }
    }
    let apart = parts.iter().enumerate().filter(|(_, part)| part.apart).map(|(group, _)| group);
    (group_of, apart.collect())
}
