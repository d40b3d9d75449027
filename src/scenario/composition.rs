//! `Category`: a part of the delegates that the composition (代表构成) asks for: women, the front line, minorities … as
//! entered: its target, what is known of its members, and cells fixed by hand. Computes nothing; `plan` does.

mod guideline;
mod needed;
mod plan;
mod problem;

pub use guideline::{Guideline, Usual};
pub use needed::{MemberFigures, Needed};
pub(crate) use plan::groups;
pub use plan::{Group, Plan, PlanCell, Solved, Waiting, plan};
pub use problem::CompositionProblem;

pub(super) use plan::rows;

use super::{Name, UnitId};
use crate::num::{Seats, Weight};
use crate::threshold::Share;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Identifies a category; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryId(pub u32);

/// Whether a delegate may count for other categories as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CategoryKind {
    /// A delegate may count for several: each column stands for itself.
    #[default]
    Overlapping,
    /// A seat counts for exactly one of the exclusive categories, or for the others.
    Exclusive,
}

/// On which side of a number the category has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// The number or more.
    AtLeast,
    /// The number or fewer.
    AtMost,
    /// The number itself.
    Exactly,
}

/// The number, as it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A share of all seats.
    Share(Share),
    /// So many seats.
    Number(Seats),
    /// The share that the category has among the members.
    MemberShare,
}

/// What is asked of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// On which side.
    pub limit: Limit,
    /// Of what number.
    pub amount: Amount,
}

/// A category of delegates (代表类别).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its identity.
    pub id: CategoryId,
    /// Its name.
    pub name: Name,
    /// Whether a delegate may count for others as well.
    pub kind: CategoryKind,
    /// What is asked; `None` until somebody has set it.
    pub target: Option<Target>,
    /// Members of the category in all units together, if known as one figure.
    pub members: Option<Weight>,
    /// Members of the category by unit, as far as known.
    pub by_unit: Rc<BTreeMap<UnitId, Weight>>,
    /// Cells fixed by hand.
    pub locks: Rc<BTreeMap<UnitId, Seats>>,
}

impl CategoryKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Overlapping, Self::Exclusive];
}

impl Limit {
    /// All three.
    pub const ALL: [Self; 3] = [Self::AtLeast, Self::AtMost, Self::Exactly];
}

impl Category {
    /// A category without a target.
    pub fn blank(id: CategoryId) -> Self {
        Self {
            id,
            name: Name::default(),
            kind: CategoryKind::default(),
            target: None,
            members: None,
            by_unit: Rc::default(),
            locks: Rc::default(),
        }
    }
}

#[cfg(test)]
mod tests;
