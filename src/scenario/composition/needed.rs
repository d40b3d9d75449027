//! `Needed`: the number that a target comes to, with everything from which the sentence can be checked.

use super::{Amount, Category, Limit, Target};
use crate::scenario::Unit;
use crate::threshold::Strictness;
use std::rc::Rc;

/// The number that a target comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// What was asked.
    pub target: Target,
    /// All seats.
    pub whole: u64,
    /// Members of the category and all members, where the share among them is asked.
    pub among: Option<(u64, u64)>,
    /// The number of seats: rounded up for "at least", down for "at most", to the nearest for "exactly".
    pub number: u64,
}

/// What is known of the members of a category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemberFigures {
    /// In all units together: as entered, or the sum where every unit is known.
    pub total: Option<u64>,
    /// The sum of the units that are known.
    pub sum: u64,
    /// Units that are not known.
    pub missing: usize,
}

impl MemberFigures {
    pub(super) fn of(category: &Category, units: &[Rc<Unit>]) -> Self {
        let known = units.iter().filter_map(|unit| category.by_unit.get(&unit.id));
        let sum = known.clone().map(|members| members.get()).sum();
        let missing = units.len() - known.count();
        let counted = (missing == 0 && !units.is_empty()).then_some(sum);
        let total = category.members.map(|members| members.get()).or(counted);
        Self { total, sum, missing }
    }

    /// Whether the units share the category by its members in them: where all are known, and there are any.
    pub const fn by_unit(&self) -> bool {
        self.missing == 0 && self.sum > 0
    }
}

impl Needed {
    /// The number of a target; `None` where the members it rests on are not known.
    pub(super) fn of(target: Target, whole: u64, figures: MemberFigures, members: u64) -> Option<Self> {
        let among = match target.amount {
            Amount::MemberShare => {
                Some((figures.total?, members)).filter(|(part, all)| part <= all && *all > 0)
            }
            _ => None,
        };
        let number = match (target.amount, among) {
            (Amount::Number(seats), _) => seats.get().into(),
            (Amount::Share(share), _) => match target.limit {
                Limit::AtLeast => share.needed(Strictness::AtLeast, whole),
                Limit::AtMost => share.floor(whole),
                Limit::Exactly => share.about(whole),
            },
            (Amount::MemberShare, among) => {
                let (part, all) = among?;
                part_of(target.limit, whole, part.into(), all.into())
            }
        };
        Some(Self { target, whole, among, number })
    }

    /// Whether so many seats meet the target.
    pub const fn is_met(&self, planned: u64) -> bool {
        match self.target.limit {
            Limit::AtLeast => planned >= self.number,
            Limit::AtMost => planned <= self.number,
            Limit::Exactly => planned == self.number,
        }
    }
}

/// `whole * part / all` as the limit rounds it; at most `whole`, because the part is.
fn part_of(limit: Limit, whole: u64, part: u128, all: u128) -> u64 {
    let product = u128::from(whole) * part;
    let number = match limit {
        Limit::AtLeast => product.div_ceil(all),
        Limit::AtMost => product / all,
        Limit::Exactly => (2 * product + all) / (2 * all),
    };
    u64::try_from(number).unwrap_or(whole)
}
