//! `Body`: by which published rule the number of delegates is checked, as entered, and what comes of the check. Advice
//! only: the house is what people decide, and no allocation depends on it.

use super::{Problem, Scenario, Scheme};
use crate::apportion::open_house::{Counted, NoNumber, Number, NumberRule, Position, RangeRule, Uplift};
use crate::num::Weight;
use crate::threshold::Level;

/// The rule on the number of delegates that a congress goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Body {
    /// The rule, with the readings it leaves open.
    pub rule: NumberRule,
    /// Those whom the rule counts, where they are not the members of all units.
    pub counted: Option<Weight>,
    /// What is added by decision, where the law allows it.
    pub uplift: Uplift,
}

/// The house beside the number that the rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberCheck {
    /// The rule it is checked by.
    pub body: Body,
    /// Those counted: as entered, or the members of all units.
    pub counted: Weight,
    /// The delegates there are to be.
    pub house: u64,
    /// Whether these are more than were entered, because minima add to them.
    pub grown: bool,
    /// What the rule asks for.
    pub number: Result<Number, NoNumber>,
}

impl Body {
    /// A rule with nothing entered beside it.
    pub const fn new(rule: NumberRule) -> Self {
        Self { rule, counted: None, uplift: Uplift::NONE }
    }

    /// The same without what the rule has no use for, so that nothing hidden is kept.
    pub fn fitted(self) -> Self {
        Self {
            rule: self.rule,
            counted: self.counted.filter(|_| self.rule.counts() != Counted::Nobody),
            uplift: if self.rule.may_have_more() { self.uplift } else { Uplift::NONE },
        }
    }

    /// The level of the body, where the rule says it.
    pub const fn level(&self) -> Option<Level> {
        match self.rule {
            NumberRule::Range(RangeRule::ProvincialCongress) => Some(Level::Province),
            NumberRule::Range(RangeRule::PrefecturalCongress | RangeRule::CountyCongress) => {
                Some(Level::BelowProvince)
            }
            NumberRule::National => Some(Level::National),
            _ => None,
        }
    }
}

impl NumberCheck {
    /// The check of a scenario, if it goes by a rule.
    pub fn of(scenario: &Scenario, members: u64, house: u64) -> Option<Self> {
        let body = scenario.body?;
        let counted = body.counted.unwrap_or(Weight::new(members).unwrap_or(Weight::MAX));
        let grown = !matches!(scenario.allocating.scheme, Scheme::Key(_))
            && house > u64::from(scenario.allocating.house.get());
        Some(Self { body, counted, house, grown, number: body.rule.number(counted, body.uplift) })
    }

    /// Where the house stands; `None` where the rule asks for no number.
    pub fn position(&self) -> Option<Position> {
        self.number.ok().map(|number| number.position(self.house))
    }

    /// Something to look at, where the house is not what the rule asks for.
    pub fn problem(&self) -> Option<Problem> {
        let off = matches!(self.position(), Some(Position::Below | Position::Above));
        off.then(|| Problem::NumberOfDelegates(Box::new(*self)))
    }
}
