//! `RangeRule`: how many delegates a congress may have, as a range. The body chooses within it.
//!
//! Knows no allocation. Where a text writes "50,000 to 300,000" after "up to 50,000", the bound itself is read as part of
//! the lower class.

use super::source::{Source, Standing};
use crate::num::{Seats, Weight};

/// A published range of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RangeRule {
    /// Party congress of a province.
    ProvincialCongress,
    /// Party congress of a prefecture-level city.
    PrefecturalCongress,
    /// Party congress of a county or district.
    CountyCongress,
    /// Party congress of a grass-roots organisation: at most 300, as a rule 100 to 200.
    GrassrootsCongress,
    /// Delegates of a union congress by members, 1984.
    UnionCongress1984,
    /// Delegates of a grass-roots union congress by members, 2019.
    GrassrootsUnion2019,
    /// Members of a grass-roots union committee, by members.
    UnionCommittee,
}

/// From `least` to `most`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SeatRange {
    /// The least.
    pub least: Seats,
    /// The most.
    pub most: Seats,
}

/// Where a number stands to a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    /// Less than the least.
    Below,
    /// The least itself.
    LowerEnd,
    /// Between the ends.
    Within,
    /// The most itself.
    UpperEnd,
    /// More than the most.
    Above,
    /// The only number there is.
    Exactly,
}

/// The class up to this many members has this range.
type Row = (u64, u16, u16);

const PROVINCE: &[Row] = &[(u64::MAX, 400, 800)];
const PREFECTURE: &[Row] = &[(u64::MAX, 300, 500)];
const COUNTY: &[Row] = &[(u64::MAX, 200, 400)];
const GRASSROOTS: &[Row] = &[(u64::MAX, 100, 200)];
const UNION_1984: &[Row] = &[
    (50_000, 100, 200),
    (300_000, 200, 350),
    (700_000, 300, 450),
    (1_000_000, 400, 600),
    (2_000_000, 450, 800),
    (4_000_000, 600, 1000),
    (u64::MAX, 800, 1200),
];
const UNION_2019: &[Row] = &[
    (200, 30, 40),
    (1_000, 40, 60),
    (5_000, 60, 90),
    (10_000, 90, 130),
    (50_000, 130, 180),
    (u64::MAX, 180, 240),
];
const COMMITTEE: &[Row] = &[
    (25, 3, 3),
    (100, 3, 5),
    (200, 5, 7),
    (500, 7, 9),
    (1_000, 9, 15),
    (5_000, 15, 21),
    (10_000, 21, 29),
    (50_000, 29, 37),
    (u64::MAX, 37, 45),
];

impl RangeRule {
    /// All rules.
    pub const ALL: [Self; 7] = [
        Self::ProvincialCongress,
        Self::PrefecturalCongress,
        Self::CountyCongress,
        Self::GrassrootsCongress,
        Self::UnionCongress1984,
        Self::GrassrootsUnion2019,
        Self::UnionCommittee,
    ];

    /// The fewest members for which the rule has a class, and its classes.
    const fn classes(self) -> (u64, &'static [Row]) {
        match self {
            Self::ProvincialCongress => (0, PROVINCE),
            Self::PrefecturalCongress => (0, PREFECTURE),
            Self::CountyCongress => (0, COUNTY),
            Self::GrassrootsCongress => (0, GRASSROOTS),
            Self::UnionCongress1984 => (0, UNION_1984),
            Self::GrassrootsUnion2019 => (100, UNION_2019),
            Self::UnionCommittee => (1, COMMITTEE),
        }
    }

    /// The range for an organisation of `members`; `None` where the rule has no class for so few.
    pub fn range(self, members: Weight) -> Option<SeatRange> {
        let (fewest, rows) = self.classes();
        let row = rows.iter().find(|(up_to, ..)| members.get() <= *up_to);
        row.filter(|_| members.get() >= fewest)
            .map(|&(_, least, most)| SeatRange { least: least.into(), most: most.into() })
    }

    /// The fewest members for which there is a range.
    pub const fn fewest(self) -> u64 {
        self.classes().0
    }

    /// The first and the last number of members of the class that `members` fall in; `None` for the last where the class
    /// has no end, and nothing at all where the rule has one range for all.
    pub fn class(self, members: Weight) -> Option<(u64, Option<u64>)> {
        let (fewest, rows) = self.classes();
        let at = rows.iter().position(|(up_to, ..)| members.get() <= *up_to).filter(|_| rows.len() > 1)?;
        let from = at.checked_sub(1).and_then(|before| rows.get(before)).map_or(fewest, |(end, ..)| end + 1);
        let end = rows.get(at).map(|(end, ..)| *end).filter(|end| *end < u64::MAX);
        Some((from, end))
    }

    /// The number that may not be passed at all, where it differs from the usual range.
    pub fn absolute_most(self) -> Option<Seats> {
        matches!(self, Self::GrassrootsCongress).then(|| Seats::from(300))
    }

    /// The text the rule was taken from.
    pub const fn source(self) -> Source {
        let (citation, standing) = match self {
            Self::ProvincialCongress | Self::PrefecturalCongress | Self::CountyCongress => {
                ("《中国共产党地方组织选举工作条例》(2020)", Standing::Read)
            }
            Self::GrassrootsCongress => ("《中国共产党基层组织选举工作条例》(2020)", Standing::Read),
            Self::UnionCongress1984 => ("工会代表大会代表名额, 1984 (suinian.com)", Standing::Historical),
            Self::GrassrootsUnion2019 => ("《基层工会会员代表大会条例》(2019)", Standing::Unconfirmed),
            Self::UnionCommittee => ("基层工会委员会委员名额 (szft.gov.cn)", Standing::Read),
        };
        Source { citation, standing }
    }
}

impl SeatRange {
    /// Where `seats` stands to the range.
    pub fn position(self, seats: Seats) -> Position {
        match () {
            () if seats < self.least => Position::Below,
            () if seats > self.most => Position::Above,
            () if self.least == self.most => Position::Exactly,
            () if seats == self.least => Position::LowerEnd,
            () if seats == self.most => Position::UpperEnd,
            () => Position::Within,
        }
    }
}
