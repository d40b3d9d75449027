//! `DeputyFormula`: the number of deputies of a local people's congress from its population.
//!
//! Knows the numbers of 《全国人民代表大会和地方各级人民代表大会选举法》(2020) Art. 12 and nothing of how the deputies are then
//! distributed. The law says "每…可以增加一名" and leaves an incomplete part open: whole parts are the natural reading,
//! and the option is [`Parts`].

use std::num::NonZeroU64;

use super::parts::Parts;
use super::source::{Source, Standing};
use super::to_seats;
use crate::num::{Seats, Weight};

/// `base + population / per`, under a cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeputyFormula {
    /// The base number (代表名额基数).
    pub base: Seats,
    /// Inhabitants per further deputy.
    pub per: NonZeroU64,
    /// What an incomplete part counts for.
    pub parts: Parts,
    /// The most deputies.
    pub cap: Cap,
    /// Whether a very small population may have fewer than the base.
    pub base_rule: BaseRule,
    /// What is added to the number by decision.
    pub uplift: Uplift,
}

/// The most deputies and the population above which the law states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The total must not exceed this.
    pub seats: Seats,
    /// Only for more inhabitants than this; zero if the cap is stated for all.
    pub above: Weight,
}

/// Whether the base may be undercut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseRule {
    /// The base is the least.
    Least,
    /// Below this many inhabitants the number may be less than the base; how much less, the law does not say.
    MayBeLessBelow(Weight),
}

/// The addition of Art. 12, last paragraph: up to 5 % more, by decision of the standing committee above; whole deputies
/// only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Uplift(u8);

impl Uplift {
    /// Nothing is added.
    pub const NONE: Self = Self(0);
    /// All that the law allows.
    pub const MOST: Self = Self(5);

    /// So many percent, or `None` above what the law allows.
    pub const fn new(percent: u8) -> Option<Self> {
        if percent <= Self::MOST.0 { Some(Self(percent)) } else { None }
    }

    /// The percentage.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// What is added to `number`.
    const fn of(self, number: u128) -> u128 {
        number * self.0 as u128 / 100
    }
}

/// The number and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeputyNumber {
    /// The deputies.
    pub seats: Seats,
    /// The number before cap and uplift.
    pub uncapped: u128,
    /// The number under the cap, before the uplift.
    pub capped: u128,
    /// The law lets this population have fewer than the base.
    pub base_rule: BaseRule,
}

/// The levels of Art. 12, first paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// 省、自治区.
    Province,
    /// 直辖市.
    Municipality,
    /// 设区的市、自治州.
    Prefecture,
    /// 不设区的市、市辖区、县、自治县.
    County,
    /// 乡、民族乡、镇.
    Township,
}

impl Level {
    /// All levels, largest first.
    pub const ALL: [Self; 5] =
        [Self::Province, Self::Municipality, Self::Prefecture, Self::County, Self::Township];

    /// The text all levels rest on.
    pub const SOURCE: Source = Source {
        citation: "《全国人民代表大会和地方各级人民代表大会选举法》(2020) 第十二条",
        standing: Standing::Read,
    };

    /// Whether Art. 12, last paragraph, lets a standing committee add deputies: to autonomous regions and provinces with
    /// many minorities; to counties and townships with many minorities or a scattered population.
    pub const fn may_have_more(self) -> bool {
        matches!(self, Self::Province | Self::County | Self::Township)
    }

    /// The formula of this level without uplift.
    pub fn formula(self, parts: Parts) -> DeputyFormula {
        // Art. 12 (1)-(4): base, inhabitants per deputy, cap, population above which the cap is stated, and the
        // population below which the base may be undercut.
        let (base, per, cap, above, small): (u16, u32, u16, u32, u32) = match self {
            Self::Province => (350, 150_000, 1000, 0, 0),
            Self::Municipality => (350, 25_000, 1000, 0, 0),
            Self::Prefecture => (240, 25_000, 650, 10_000_000, 0),
            Self::County => (140, 5_000, 450, 1_550_000, 50_000),
            Self::Township => (45, 1_500, 160, 0, 2_000),
        };
        DeputyFormula {
            base: base.into(),
            per: NonZeroU64::new(per.into()).unwrap_or(NonZeroU64::MIN),
            parts,
            cap: Cap { seats: cap.into(), above: above.into() },
            base_rule: if small == 0 { BaseRule::Least } else { BaseRule::MayBeLessBelow(small.into()) },
            uplift: Uplift::NONE,
        }
    }
}

impl DeputyFormula {
    /// The number for `population`, or `None` above [`Seats::MAX`].
    pub fn number(&self, population: Weight) -> Option<DeputyNumber> {
        let parts = self.parts.count(population.get().into(), self.per.get().into());
        let uncapped = u128::from(self.base.get()) + parts;
        let capped =
            if population > self.cap.above { uncapped.min(self.cap.seats.get().into()) } else { uncapped };
        let number = capped + self.uplift.of(capped);
        let base_rule = match self.base_rule {
            BaseRule::MayBeLessBelow(bound) if population < bound => self.base_rule,
            _ => BaseRule::Least,
        };
        Some(DeputyNumber { seats: to_seats(number)?, uncapped, capped, base_rule })
    }
}
