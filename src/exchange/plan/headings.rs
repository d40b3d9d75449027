//! The headings of tables, in Chinese and English, and where they stand.

use super::is_number;
use crate::exchange::Grid;
use crate::exchange::number::is_blank;
use crate::language::{Language, small_letter};
use crate::scenario::Field;
use std::collections::HashSet;

/// What a heading stands for, and in which language it says its column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    field: Field,
    language: Option<Language>,
    /// Whether it is only taken where no other column is said to be this.
    vague: bool,
}

/// Headings by field, in lower case without spaces and underscores.
const HEADINGS: [(Field, &[&str]); 13] = [
    (
        Field::Name,
        &[
            "选举单位",
            "单位",
            "单位名称",
            "名称",
            "选区",
            "选区名称",
            "支部",
            "支部名称",
            "unit",
            "name",
            "state",
            "electoralunit",
            "county",
            "city",
            "local",
            "localname",
            "branch",
            "branchname",
            "district",
        ],
    ),
    (
        Field::Delegation,
        &[
            "代表团",
            "代表团名称",
            "代表团组",
            "代表团名",
            "所属代表团",
            "所属代表团组",
            "所属代表团名称",
            "所在代表团",
            "编入代表团",
            "分入代表团",
            "代表团归属",
            "团别",
            "delegation",
            "delegationname",
            "nameofdelegation",
            "regiondelegation",
            "group",
        ],
    ),
    (
        Field::Members,
        &[
            "人数",
            "党员数",
            "会员数",
            "成员数",
            "人口",
            "党员人数",
            "党员总数",
            "会员人数",
            "会员总数",
            "总人数",
            "人员数",
            "人口数",
            "总人口",
            "members",
            "totalmembers",
            "noofmembers",
            "numberofmembers",
            "membership",
            "population",
            "weight",
            "voters",
            "apportionmentpop",
            "pop",
        ],
    ),
    (
        Field::Min,
        &[
            "最低",
            "最低名额",
            "最少",
            "最少名额",
            "下限",
            "名额下限",
            "min",
            "minimum",
            "minseats",
            "minimumseats",
        ],
    ),
    (
        Field::Max,
        &[
            "最高",
            "最高名额",
            "最多",
            "最多名额",
            "上限",
            "名额上限",
            "max",
            "maximum",
            "maxseats",
            "maximumseats",
        ],
    ),
    // Computed seats are not read back: only locked ones were entered.
    (Field::Seats, &["锁定名额", "名额锁定", "名额已锁定", "locked", "seatslocked"]),
    (
        Field::Elected,
        &[
            "选出",
            "选举产生",
            "已选",
            "已选出",
            "选出代表",
            "选出代表数",
            "当选代表",
            "当选代表数",
            "elected",
            "delegateselected",
            "electeddelegates",
        ],
    ),
    (Field::Ended, &["终止", "资格终止", "调离", "ended", "endedtransferred", "transferred", "terminated"]),
    (Field::ByElected, &["补选", "byelected", "byelection", "replaced"]),
    (Field::Suspended, &["暂停", "资格暂停", "suspended"]),
    (Field::Registered, &["报到", "登记", "registered"]),
    (Field::OnLeave, &["请假", "onleave", "leave", "excused"]),
    (
        Field::Present,
        &[
            "实到",
            "实到人数",
            "出席",
            "出席人数",
            "到会",
            "到会人数",
            "present",
            "presentpreparatory",
            "attending",
            "inattendance",
        ],
    ),
];

/// Headings that others would be put before: a union counts its members, though the table has its workers as well; regions are
/// delegations where its branches are the units, and else the units.
const VAGUE: [(Field, &[&str]); 2] = [
    (
        Field::Members,
        &["职工人数", "职工数", "员工人数", "员工数", "选民数", "选民人数", "户数", "employees", "staff"],
    ),
    (Field::Delegation, &["region"]),
];

/// Words in the headings of columns that may hold delegations, if several units share what stands there.
const OF_DELEGATIONS: [&str; 4] = ["代表团", "组别", "分组", "编组"];

/// What such a heading ends with where its column tells something else of a delegation.
const ABOUT_DELEGATIONS: [&str; 9] =
    ["团长", "人数", "名额", "驻地", "住地", "联系人", "联络员", "电话", "备注"];

/// Units of measure that stand in brackets behind a heading.
const MEASURES: [&str; 9] = ["人", "名", "个", "位", "单位人", "单位名", "person", "persons", "people"];

impl Heading {
    /// What a heading stands for, if need be without the unit of measure behind it.
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::of_bare(text).or_else(|| without_measure(text).and_then(Self::of_bare))
    }

    /// Whether others would be put before it.
    pub(super) const fn is_vague(&self) -> bool {
        self.vague
    }

    /// What it stands for.
    pub(super) const fn field(&self) -> Field {
        self.field
    }

    fn of_bare(text: &str) -> Option<Self> {
        let name = normal(text);
        let (stem, language) = if let Some(stem) = name.strip_suffix("zh") {
            (stem, Some(Language::Chinese))
        } else if let Some(stem) = name.strip_suffix("en") {
            (stem, Some(Language::English))
        } else {
            (name.as_str(), None)
        };
        let find = |name: &str| {
            let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
            let known = HEADINGS.iter().find(|(_, names)| names.contains(&name));
            let vague = VAGUE.iter().find(|(_, names)| names.contains(&name));
            known.map(|(field, _)| (*field, false)).or(vague.map(|(field, _)| (*field, true)))
        };
        let plain = find(&name).map(|(field, vague)| Self { field, language: None, vague });
        plain.or_else(|| find(stem).map(|(field, vague)| Self { field, language, vague }))
    }
}

/// A text without the unit of measure in brackets behind it, if there is one.
pub(super) fn without_measure(text: &str) -> Option<&str> {
    let text = text.trim().strip_suffix([')', '）', ']', '】'])?;
    let (bare, measure) = text.rsplit_once(['(', '（', '[', '【'])?;
    let measure: String = normal(measure).chars().filter(|c| c.is_alphanumeric()).collect();
    MEASURES.contains(&measure.as_str()).then_some(bare)
}

/// Lower case, without spaces, underscores, points and brackets.
pub(in crate::exchange) fn normal(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '．' | '(' | ')' | '（' | '）'));
    kept.map(small_letter).collect()
}

/// The first column of each field; one in another language only where there is none in this one.
pub(super) fn by_heading(headings: &[Option<Heading>], language: Language) -> Vec<Option<Field>> {
    let chosen = |field: Field| {
        let of_field = |wanted: &dyn Fn(&Heading) -> bool| {
            headings.iter().position(|h| h.as_ref().is_some_and(|h| h.field == field && wanted(h)))
        };
        let spoken = |h: &Heading| h.language.is_none_or(|l| l == language);
        let plain = of_field(&|h| !h.vague && spoken(h)).or_else(|| of_field(&|h| !h.vague));
        plain.or_else(|| of_field(&spoken)).or_else(|| of_field(&|_| true))
    };
    let fields = headings.iter().enumerate().map(|(column, heading)| {
        let field = heading.as_ref()?.field;
        (chosen(field) == Some(column)).then_some(field)
    });
    fields.collect()
}

/// The first column that nothing is said of whose heading speaks of delegations and whose texts come again: many units are in one
/// delegation, and one that is not recognised would be lost without a word.
pub(super) fn shared_delegations(grid: &Grid, heading: usize, columns: &[Option<Field>]) -> Option<usize> {
    if columns.contains(&Some(Field::Delegation)) {
        return None;
    }
    let row = grid.rows().get(heading)?;
    let speaks = |text: &str| {
        let name = normal(text);
        OF_DELEGATIONS.iter().any(|word| name.contains(word))
            && !ABOUT_DELEGATIONS.iter().any(|end| name.ends_with(end))
    };
    let comes_again = |column: usize| {
        let mut seen = HashSet::new();
        let cells = grid.rows().iter().skip(heading + 1).filter_map(|row| row.get(column));
        let mut texts = cells.map(|cell| cell.trim()).filter(|cell| !is_blank(cell) && !is_number(cell));
        texts.any(|text| !seen.insert(text))
    };
    let mut free = columns.iter().enumerate().filter(|(_, field)| field.is_none()).map(|(column, _)| column);
    free.find(|column| row.get(*column).is_some_and(|text| speaks(text)) && comes_again(*column))
}

/// How many rows a title has at most: the name of the table, of what it is part, the day, the unit of measure.
const TITLE: usize = 5;

/// How many rows at the beginning may be a title: those with one text at most.
pub(in crate::exchange) fn titles(grid: &Grid) -> usize {
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    grid.rows().iter().take(TITLE).take_while(|row| filled(row) <= 1).count()
}

/// The first row with headings below rows of one text each, and how many those are. One heading is enough where numbers follow.
pub(super) fn below_a_title(grid: &Grid) -> Option<(usize, Vec<Option<Heading>>)> {
    let title = titles(grid);
    let row = grid.rows().get(title).filter(|row| title > 0 && !row.iter().any(|cell| is_number(cell)))?;
    let headings: Vec<_> =
        (0..grid.width()).map(|column| row.get(column).and_then(|text| Heading::of(text))).collect();
    let numbers = grid.rows().get(title + 1).is_some_and(|row| row.iter().any(|cell| is_number(cell)));
    let known = headings.iter().flatten().count();
    (known > 1 || (known == 1 && numbers)).then_some((title, headings))
}
