//! `NumberRule`: how many delegates a body as a whole may or must have, with the working that anybody can redo.
//!
//! Knows no allocation and no scenario. Where a text leaves a reading open (an incomplete part, where counting begins), the
//! reading is part of the rule; none is chosen silently. Texts: 选举法 (2020) Art. 12 and 16, 上海市职工代表大会条例 (2017),
//! 浙江省企业民主管理条例 (2010), 农民专业合作社法 (2017) Art. 32, 村民委员会组织法 (2018) Art. 25, 农村集体经济组织法 (2024) Art. 28,
//! and those of [`RangeRule`].

use std::num::NonZeroU64;

use super::bracket::BracketTable;
use super::deputy::{BaseRule, Level, Uplift};
use super::known::{CountFrom, KnownKey, shanghai_staff, zhejiang_staff};
use super::parts::Parts;
use super::range::{Position, RangeRule, SeatRange};
use super::source::{Source, Standing};
use super::to_seats;
use crate::num::{Seats, Weight};

/// A rule on the number of delegates of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberRule {
    /// A published range, for all or by members.
    Range(RangeRule),
    /// The National People's Congress: a most.
    National,
    /// Deputies of a local people's congress, by population.
    Deputies(Level, Parts),
    /// Staff congress in Shanghai: a least, by staff.
    ShanghaiStaff(Parts),
    /// Staff congress in Zhejiang: a least, by staff.
    ZhejiangStaff(CountFrom, Parts),
    /// Delegates of a farmers' cooperative: as a rule a tenth of the members, at least 51.
    Cooperative(Parts),
    /// Village representatives: one per 5 to 15 households.
    Village,
    /// Delegates of a rural collective: one per 5 to 15 households, and more than 20.
    RuralCollective,
}

/// Whom a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Nobody: the numbers are stated.
    Nobody,
    /// Members.
    Members,
    /// Inhabitants.
    Inhabitants,
    /// Staff.
    Staff,
    /// Households.
    Households,
}

/// What a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The least, where there is one.
    pub least: Option<Seats>,
    /// The most, where there is one.
    pub most: Option<Seats>,
    /// What may not be passed even where the most is only usual.
    pub absolute_most: Option<Seats>,
    /// How it was found.
    pub working: Working,
}

/// How a number was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Working {
    /// The text states it for all.
    Stated,
    /// The text states it for a class, from so many up to so many.
    Class {
        /// The fewest of the class.
        from: u64,
        /// The most of the class; `None` where it has no end.
        to: Option<u64>,
    },
    /// A base and so much per part.
    Sum(Sum),
    /// A tenth, but never fewer than a number.
    Tenth {
        /// The tenth, by the reading of an incomplete ten.
        tenth: u64,
        /// The number.
        fewest: Seats,
    },
    /// So many groups of 15 households, the last perhaps smaller, and so many full groups of 5.
    Households {
        /// Groups of 15.
        large: u64,
        /// Groups of 5.
        small: u64,
        /// The least that the text states besides.
        fewest: Option<Seats>,
    },
}

/// `base + parts × step`, under a cap, and what is added by decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sum {
    /// The base number.
    pub base: Seats,
    /// Delegates per part.
    pub step: Seats,
    /// Those of a part.
    pub per: NonZeroU64,
    /// Those who are below the first part and count for none.
    pub above: u64,
    /// Those who count for parts.
    pub counted: u64,
    /// How many parts they are.
    pub parts: u64,
    /// `base + parts × step`.
    pub sum: u64,
    /// The cap, where the text has one that holds for so many.
    pub cap: Option<Seats>,
    /// The cap and those above whom it holds, where it does not hold yet.
    pub cap_above: Option<(Seats, u64)>,
    /// What was added by decision.
    pub added: Seats,
    /// Below so many the number may be less than the base.
    pub less_below: Option<u64>,
}

/// Why a rule asks for no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoNumber {
    /// It has none for fewer than this.
    TooFew {
        /// The fewest it has a number for.
        fewest: u64,
    },
    /// It would be more than can be counted.
    TooMany,
}

/// Fewest delegates of a farmers' cooperative (Art. 32).
const COOPERATIVE_LEAST: u16 = 51;
/// Members above which a farmers' cooperative may have delegates (Art. 32).
const COOPERATIVE_MEMBERS: u64 = 150;
/// A rural collective has more than 20 (Art. 28).
const COLLECTIVE_LEAST: u16 = 21;
/// Most deputies of the National People's Congress (Art. 16).
const NATIONAL_MOST: u16 = 3_000;

impl NumberRule {
    /// Every rule once, with the reading that comes first, in the order in which pages list them.
    pub const ALL: [Self; 18] = [
        Self::Range(RangeRule::ProvincialCongress),
        Self::Range(RangeRule::PrefecturalCongress),
        Self::Range(RangeRule::CountyCongress),
        Self::Range(RangeRule::GrassrootsCongress),
        Self::National,
        Self::Deputies(Level::Province, Parts::Whole),
        Self::Deputies(Level::Municipality, Parts::Whole),
        Self::Deputies(Level::Prefecture, Parts::Whole),
        Self::Deputies(Level::County, Parts::Whole),
        Self::Deputies(Level::Township, Parts::Whole),
        Self::ShanghaiStaff(Parts::Whole),
        Self::ZhejiangStaff(CountFrom::BracketStart, Parts::Whole),
        Self::Range(RangeRule::UnionCongress1984),
        Self::Range(RangeRule::GrassrootsUnion2019),
        Self::Range(RangeRule::UnionCommittee),
        Self::Cooperative(Parts::Whole),
        Self::RuralCollective,
        Self::Village,
    ];

    /// The reading of an incomplete part, where the text leaves it open.
    pub const fn parts(self) -> Option<Parts> {
        match self {
            Self::Deputies(_, parts)
            | Self::ShanghaiStaff(parts)
            | Self::ZhejiangStaff(_, parts)
            | Self::Cooperative(parts) => Some(parts),
            Self::Range(_) | Self::National | Self::Village | Self::RuralCollective => None,
        }
    }

    /// Where counting begins, where the text leaves it open.
    pub const fn count_from(self) -> Option<CountFrom> {
        match self {
            Self::ZhejiangStaff(from, _) => Some(from),
            _ => None,
        }
    }

    /// The same rule with another reading of an incomplete part.
    pub const fn with_parts(self, parts: Parts) -> Self {
        match self {
            Self::Deputies(level, _) => Self::Deputies(level, parts),
            Self::ShanghaiStaff(_) => Self::ShanghaiStaff(parts),
            Self::ZhejiangStaff(from, _) => Self::ZhejiangStaff(from, parts),
            Self::Cooperative(_) => Self::Cooperative(parts),
            Self::Range(_) | Self::National | Self::Village | Self::RuralCollective => self,
        }
    }

    /// The same rule with another beginning of the count.
    pub const fn with_count_from(self, from: CountFrom) -> Self {
        match self {
            Self::ZhejiangStaff(_, parts) => Self::ZhejiangStaff(from, parts),
            _ => self,
        }
    }

    /// The rule of [`ALL`](Self::ALL) of which this is a reading.
    pub const fn kind(self) -> Self {
        self.with_parts(Parts::Whole).with_count_from(CountFrom::BracketStart)
    }

    /// Whom it counts.
    pub const fn counts(self) -> Counted {
        match self {
            Self::Range(
                RangeRule::ProvincialCongress
                | RangeRule::PrefecturalCongress
                | RangeRule::CountyCongress
                | RangeRule::GrassrootsCongress,
            )
            | Self::National => Counted::Nobody,
            Self::Range(
                RangeRule::UnionCongress1984 | RangeRule::GrassrootsUnion2019 | RangeRule::UnionCommittee,
            )
            | Self::Cooperative(_) => Counted::Members,
            Self::Deputies(..) => Counted::Inhabitants,
            Self::ShanghaiStaff(_) | Self::ZhejiangStaff(..) => Counted::Staff,
            Self::Village | Self::RuralCollective => Counted::Households,
        }
    }

    /// Whether the law lets the number be raised by decision.
    pub const fn may_have_more(self) -> bool {
        match self {
            Self::Deputies(level, _) => level.may_have_more(),
            _ => false,
        }
    }

    /// How far the text has been checked.
    pub const fn standing(self) -> Standing {
        let Source { standing, .. } = match self {
            Self::Range(rule) => rule.source(),
            Self::ShanghaiStaff(_) => KnownKey::ShanghaiStaff.source(),
            Self::ZhejiangStaff(from, _) => KnownKey::ZhejiangStaff(from).source(),
            Self::National | Self::Deputies(..) => Level::SOURCE,
            Self::Cooperative(_) | Self::Village | Self::RuralCollective => return Standing::Read,
        };
        standing
    }

    /// What the rule asks for where there are `counted` of those it counts.
    ///
    /// # Errors
    /// [`NoNumber`] if it says nothing for so few, or more than can be counted for so many.
    pub fn number(self, counted: Weight, uplift: Uplift) -> Result<Number, NoNumber> {
        match self {
            Self::Range(rule) => range(rule, counted),
            Self::National => Ok(Number {
                least: None,
                most: Some(Seats::from(NATIONAL_MOST)),
                absolute_most: None,
                working: Working::Stated,
            }),
            Self::Deputies(level, parts) => deputies(level, parts, counted, uplift),
            Self::ShanghaiStaff(parts) => staff(&shanghai_staff(parts), counted),
            Self::ZhejiangStaff(from, parts) => staff(&zhejiang_staff(from, parts), counted),
            Self::Cooperative(parts) => cooperative(parts, counted),
            Self::Village => households(counted, None),
            Self::RuralCollective => households(counted, Some(Seats::from(COLLECTIVE_LEAST))),
        }
    }
}

impl Number {
    /// Where a number of delegates stands.
    pub fn position(&self, delegates: u64) -> Position {
        let seats = |seats: Option<Seats>| seats.map(|seats| u64::from(seats.get()));
        match (seats(self.least), seats(self.most)) {
            (Some(least), _) if delegates < least => Position::Below,
            (_, Some(most)) if delegates > most => Position::Above,
            (least, most) if least.is_some() && least == most => Position::Exactly,
            (Some(least), _) if delegates == least => Position::LowerEnd,
            (_, Some(most)) if delegates == most => Position::UpperEnd,
            _ => Position::Within,
        }
    }

    const fn exactly(seats: Seats, working: Working) -> Self {
        Self { least: Some(seats), most: Some(seats), absolute_most: None, working }
    }
}

fn range(rule: RangeRule, members: Weight) -> Result<Number, NoNumber> {
    let SeatRange { least, most } = rule.range(members).ok_or(NoNumber::TooFew { fewest: rule.fewest() })?;
    let working = rule.class(members).map_or(Working::Stated, |(from, to)| Working::Class { from, to });
    Ok(Number { least: Some(least), most: Some(most), absolute_most: rule.absolute_most(), working })
}

/// Art. 12: the base number and what the population adds to it, added together, are the number.
fn deputies(level: Level, parts: Parts, population: Weight, uplift: Uplift) -> Result<Number, NoNumber> {
    let uplift = if level.may_have_more() { uplift } else { Uplift::NONE };
    let formula = super::DeputyFormula { uplift, ..level.formula(parts) };
    let found = formula.number(population).ok_or(NoNumber::TooMany)?;
    let small = |count: u128| u64::try_from(count).map_err(|_| NoNumber::TooMany);
    let (cap, above) = (formula.cap.seats, formula.cap.above);
    let less_below = match found.base_rule {
        BaseRule::Least => None,
        BaseRule::MayBeLessBelow(bound) => Some(bound.get()),
    };
    let working = Working::Sum(Sum {
        base: formula.base,
        step: Seats::from(1),
        per: formula.per,
        above: 0,
        counted: population.get(),
        parts: small(parts.count(population.get().into(), formula.per.get().into()))?,
        sum: small(found.uncapped)?,
        cap: (population > above).then_some(cap),
        cap_above: (population <= above && above > Weight::ZERO).then_some((cap, above.get())),
        added: to_seats(u128::from(found.seats.get()).saturating_sub(found.capped))
            .ok_or(NoNumber::TooMany)?,
        less_below,
    });
    let least = less_below.is_none().then_some(found.seats);
    Ok(Number { least, ..Number::exactly(found.seats, working) })
}

fn staff(table: &BracketTable, staff: Weight) -> Result<Number, NoNumber> {
    let (bracket, next) = table.class(staff).ok_or(NoNumber::TooFew { fewest: 1 })?;
    let least = bracket.seats(staff).ok_or(NoNumber::TooMany)?;
    let working = if bracket.step == Seats::ZERO {
        Working::Class { from: bracket.from.get(), to: next.map(|next| next.get() - 1) }
    } else {
        let counted = staff.get().saturating_sub(bracket.counted_above.get());
        let parts = bracket.parts.count(counted.into(), bracket.per.get().into());
        Working::Sum(Sum {
            base: bracket.base,
            step: bracket.step,
            per: bracket.per,
            above: bracket.counted_above.get(),
            counted,
            parts: u64::try_from(parts).map_err(|_| NoNumber::TooMany)?,
            sum: least.get().into(),
            cap: None,
            cap_above: None,
            added: Seats::ZERO,
            less_below: None,
        })
    };
    Ok(Number { least: Some(least), most: None, absolute_most: None, working })
}

fn cooperative(parts: Parts, members: Weight) -> Result<Number, NoNumber> {
    if members.get() <= COOPERATIVE_MEMBERS {
        return Err(NoNumber::TooFew { fewest: COOPERATIVE_MEMBERS + 1 });
    }
    let fewest = Seats::from(COOPERATIVE_LEAST);
    let tenth = to_seats(parts.count(members.get().into(), 10)).ok_or(NoNumber::TooMany)?;
    let working = Working::Tenth { tenth: tenth.get().into(), fewest };
    Ok(Number::exactly(tenth.max(fewest), working))
}

/// Nobody stands for more than 15 households nor for fewer than 5, so the bounds need no reading of an incomplete part.
fn households(households: Weight, fewest: Option<Seats>) -> Result<Number, NoNumber> {
    let (large, small) = (households.get().div_ceil(15), households.get() / 5);
    if small == 0 {
        return Err(NoNumber::TooFew { fewest: 5 });
    }
    let seats = |count: u64| to_seats(count.into()).ok_or(NoNumber::TooMany);
    let least = seats(large)?.max(fewest.unwrap_or(Seats::ZERO));
    // Too few households for the least: what is left of the text is the least.
    let most = Some(seats(small)?).filter(|most| *most >= least);
    let working = Working::Households { large, small, fewest };
    Ok(Number { least: Some(least), most, absolute_most: None, working })
}

#[cfg(test)]
mod tests;
