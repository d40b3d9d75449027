//! `KnownKey`: published delegate keys by name, each with its source. Knows which texts were read and which were not.

use std::num::NonZeroU64;

use super::bracket::{Bracket, BracketTable};
use super::linear::Linear;
use super::parts::Parts;
use super::source::{Source, Standing};
use super::step_scale::StepScale;
use super::{Key, Level};
use crate::num::{Ratio, Seats};

/// A published key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KnownKey {
    /// Constituency parties of the British Labour Party to its annual conference.
    UkLabourConstituency,
    /// Trade unions affiliated to the British Labour Party.
    UkLabourUnion,
    /// Branches of the New Zealand Labour Party.
    NzLabourBranch,
    /// Unions to the congress of a Taiwanese union federation. The text does not settle incomplete parts.
    TaiwanUnion(Parts),
    /// Staff to the staff congress of an enterprise in Shanghai: the least number.
    ShanghaiStaff,
    /// Staff to the staff congress of an enterprise in Zhejiang: the least number.
    ZhejiangStaff(CountFrom),
    /// Bonus delegates of a US state carried by the Republican nominee, by its electoral votes.
    RepublicanBonus,
    /// Deputies of a local people's congress, by population.
    Deputies(Level, Parts),
}

/// Where "per further 100" begins to count when the text does not say. Zhejiang's 1,000 staff have 100 delegates counted
/// from the start of the class, 120 counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountFrom {
    /// From the first member.
    Zero,
    /// From the lower end of the class.
    BracketStart,
}

impl KnownKey {
    /// Every key with every reading of an incomplete part, in the order in which pages list them.
    pub const ALL: [Self; 25] = [
        Self::UkLabourConstituency,
        Self::UkLabourUnion,
        Self::NzLabourBranch,
        Self::TaiwanUnion(Parts::Whole),
        Self::TaiwanUnion(Parts::OrPart),
        Self::TaiwanUnion(Parts::Nearest),
        Self::ShanghaiStaff,
        Self::ZhejiangStaff(CountFrom::Zero),
        Self::ZhejiangStaff(CountFrom::BracketStart),
        Self::RepublicanBonus,
        Self::Deputies(Level::Province, Parts::Whole),
        Self::Deputies(Level::Province, Parts::OrPart),
        Self::Deputies(Level::Province, Parts::Nearest),
        Self::Deputies(Level::Municipality, Parts::Whole),
        Self::Deputies(Level::Municipality, Parts::OrPart),
        Self::Deputies(Level::Municipality, Parts::Nearest),
        Self::Deputies(Level::Prefecture, Parts::Whole),
        Self::Deputies(Level::Prefecture, Parts::OrPart),
        Self::Deputies(Level::Prefecture, Parts::Nearest),
        Self::Deputies(Level::County, Parts::Whole),
        Self::Deputies(Level::County, Parts::OrPart),
        Self::Deputies(Level::County, Parts::Nearest),
        Self::Deputies(Level::Township, Parts::Whole),
        Self::Deputies(Level::Township, Parts::OrPart),
        Self::Deputies(Level::Township, Parts::Nearest),
    ];

    /// The stable name, with the reading where the text leaves one open.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UkLabourConstituency => "uk-labour-constituency",
            Self::UkLabourUnion => "uk-labour-union",
            Self::NzLabourBranch => "nz-labour-branch",
            Self::TaiwanUnion(Parts::Whole) => "taiwan-union:whole",
            Self::TaiwanUnion(Parts::OrPart) => "taiwan-union:or-part",
            Self::TaiwanUnion(Parts::Nearest) => "taiwan-union:nearest",
            Self::ShanghaiStaff => "shanghai-staff",
            Self::ZhejiangStaff(CountFrom::Zero) => "zhejiang-staff:zero",
            Self::ZhejiangStaff(CountFrom::BracketStart) => "zhejiang-staff:class",
            Self::RepublicanBonus => "republican-bonus",
            Self::Deputies(Level::Province, Parts::Whole) => "deputies:province:whole",
            Self::Deputies(Level::Province, Parts::OrPart) => "deputies:province:or-part",
            Self::Deputies(Level::Province, Parts::Nearest) => "deputies:province:nearest",
            Self::Deputies(Level::Municipality, Parts::Whole) => "deputies:municipality:whole",
            Self::Deputies(Level::Municipality, Parts::OrPart) => "deputies:municipality:or-part",
            Self::Deputies(Level::Municipality, Parts::Nearest) => "deputies:municipality:nearest",
            Self::Deputies(Level::Prefecture, Parts::Whole) => "deputies:prefecture:whole",
            Self::Deputies(Level::Prefecture, Parts::OrPart) => "deputies:prefecture:or-part",
            Self::Deputies(Level::Prefecture, Parts::Nearest) => "deputies:prefecture:nearest",
            Self::Deputies(Level::County, Parts::Whole) => "deputies:county:whole",
            Self::Deputies(Level::County, Parts::OrPart) => "deputies:county:or-part",
            Self::Deputies(Level::County, Parts::Nearest) => "deputies:county:nearest",
            Self::Deputies(Level::Township, Parts::Whole) => "deputies:township:whole",
            Self::Deputies(Level::Township, Parts::OrPart) => "deputies:township:or-part",
            Self::Deputies(Level::Township, Parts::Nearest) => "deputies:township:nearest",
        }
    }

    /// The key with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.code() == code)
    }

    /// The key itself.
    pub fn key(self) -> Key {
        match self {
            Self::UkLabourConstituency => steps(1, 749, 250, Some(Seats::from(6))),
            Self::UkLabourUnion => steps(0, 0, 5_000, None),
            Self::NzLabourBranch => table(&[
                flat(10, 1),
                flat(21, 2),
                flat(51, 4),
                flat(126, 6),
                flat(201, 8),
                growing(301, 8, 1, 100, 300, Parts::OrPart),
            ]),
            Self::TaiwanUnion(parts) => table(&[
                flat(1, 2),
                flat(10_001, 4),
                flat(20_000, 6),
                flat(30_000, 8),
                flat(40_000, 10),
                growing(50_000, 10, 1, 10_000, 50_000, parts),
                growing(100_000, 15, 1, 20_000, 100_000, parts),
                growing(300_000, 25, 1, 50_000, 300_000, parts),
                growing(500_000, 29, 1, 100_000, 500_000, parts),
            ]),
            Self::ShanghaiStaff => Key::Bracket(shanghai_staff(Parts::Whole)),
            Self::ZhejiangStaff(from) => Key::Bracket(zhejiang_staff(from, Parts::Whole)),
            // 4.5 + 60 % of the electoral votes, rounded upward.
            Self::RepublicanBonus => Key::Linear(Linear {
                base: Ratio::new(9, 2).unwrap_or(Ratio::ZERO),
                per_member: Ratio::new(3, 5).unwrap_or(Ratio::ZERO),
                parts: Parts::OrPart,
            }),
            Self::Deputies(level, parts) => Key::Deputy(level.formula(parts)),
        }
    }

    /// The text the key was taken from.
    pub const fn source(self) -> Source {
        let (citation, standing) = match self {
            Self::UkLabourConstituency => ("Labour Party Rule Book 2022, C3.I.1.B", Standing::Read),
            Self::UkLabourUnion => ("Labour Party Rule Book, affiliated trade unions", Standing::Unconfirmed),
            Self::NzLabourBranch => ("New Zealand Labour Party, proposal of 2012", Standing::Historical),
            Self::TaiwanUnion(_) => {
                ("Delegate scale of a Taiwanese union federation (repealed)", Standing::Historical)
            }
            Self::ShanghaiStaff => ("《上海市职工代表大会条例》(2017)", Standing::Read),
            Self::ZhejiangStaff(_) => ("《浙江省企业民主管理条例》(2010)", Standing::Read),
            Self::RepublicanBonus => ("The Rules of the Republican Party, Rules 13 and 14", Standing::Read),
            Self::Deputies(..) => return Level::SOURCE,
        };
        Source { citation, standing }
    }
}

impl CountFrom {
    const fn start(self, bracket: u32) -> u32 {
        match self {
            Self::Zero => 0,
            Self::BracketStart => bracket,
        }
    }
}

/// 《上海市职工代表大会条例》(2017): the least number.
pub(super) fn shanghai_staff(parts: Parts) -> BracketTable {
    BracketTable::of_known(&[flat(1, 30), growing(100, 30, 5, 100, 100, parts), flat(3_000, 175)])
}

/// 《浙江省企业民主管理条例》(2010): the least number.
pub(super) fn zhejiang_staff(from: CountFrom, parts: Parts) -> BracketTable {
    BracketTable::of_known(&[
        flat(1, 30),
        growing(100, 40, 7, 100, from.start(100), parts),
        growing(1_000, 100, 20, 1_000, from.start(1_000), parts),
        flat(5_000, 200),
    ])
}

fn part_of(members: u32) -> NonZeroU64 {
    NonZeroU64::new(members.into()).unwrap_or(NonZeroU64::MIN)
}

fn steps(first: u16, covers: u32, per: u32, most: Option<Seats>) -> Key {
    Key::Step(StepScale {
        first: first.into(),
        covers: covers.into(),
        step: Seats::from(1),
        per: part_of(per),
        parts: Parts::OrPart,
        most,
    })
}

fn flat(from: u32, base: u16) -> Bracket {
    Bracket::flat(from.into(), base.into())
}

fn growing(from: u32, base: u16, step: u16, per: u32, counted_above: u32, parts: Parts) -> Bracket {
    Bracket {
        from: from.into(),
        base: base.into(),
        step: step.into(),
        per: part_of(per),
        counted_above: counted_above.into(),
        parts,
    }
}

fn table(brackets: &[Bracket]) -> Key {
    Key::Bracket(BracketTable::of_known(brackets))
}
