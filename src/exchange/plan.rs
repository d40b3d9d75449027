//! `ImportPlan`: what a table will become: which column is what, which cells do not fit, which rows are left out.
//!
//! A plan changes nothing. It is shown, corrected by hand, and handed over as one action. Headings are recognised in
//! Chinese and English, also below the title that stands over many a table; what is not recognised is left out rather
//! than guessed.

use super::{CellError, Grid, parse_cell, parse_number};
use crate::language::{Language, small_letter};
use crate::limits::MAX_UNITS;
use crate::scenario::{Action, Field, Origin, Scenario, Unit, UnitDraft, UnitId, apply};

/// Whether the first row holds headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstRow {
    /// It does.
    Headings,
    /// It is a unit like the others.
    Unit,
}

/// A table on its way into a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    grid: Grid,
    /// The rows of a title above the headings.
    above: usize,
    first_row: FirstRow,
    columns: Vec<Option<Field>>,
}

/// What a plan comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The units, in the order of the rows.
    pub units: Vec<UnitDraft>,
    /// Cells that do not fit; they stay empty.
    pub problems: Vec<CellProblem>,
    /// Rows that are left out because they are empty or a total, counted from 1.
    pub left_out: Vec<usize>,
    /// Rows past the largest number of units.
    pub too_many: usize,
}

/// A cell that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The row of the table, counted from 1.
    pub row: usize,
    /// The column of the table, counted from 1.
    pub column: usize,
    /// What it is mapped to.
    pub field: Field,
    /// Its text.
    pub text: String,
    /// Why it does not fit.
    pub error: CellError,
}

/// The columns a table can be mapped to, in the order in which they are offered.
pub const MAPPABLE: [Field; 13] = [
    Field::Name,
    Field::Delegation,
    Field::Members,
    Field::Min,
    Field::Max,
    Field::Seats,
    Field::Elected,
    Field::ByElected,
    Field::Ended,
    Field::Suspended,
    Field::Registered,
    Field::Present,
    Field::OnLeave,
];

impl ImportPlan {
    /// The plan for a table, as far as its headings and cells tell; of two name columns the one in `language`.
    pub fn new(grid: Grid, language: Language) -> Self {
        let width = grid.width();
        let numbers = |row: &Vec<String>| row.iter().filter(|cell| is_number(cell)).count();
        // A row with a number in it is a unit, even one that is called "Unit 1".
        let may_head = grid.rows().first().is_some_and(|row| numbers(row) == 0);
        let headings: Vec<Option<Heading>> = match grid.rows().first() {
            Some(row) => {
                (0..width).map(|column| row.get(column).and_then(|text| Heading::of(text))).collect()
            }
            None => Vec::new(),
        };
        if may_head && headings.iter().any(Option::is_some) {
            let columns = by_heading(&headings, language);
            return Self { grid, above: 0, first_row: FirstRow::Headings, columns };
        }
        if let Some((above, headings)) = below_a_title(&grid) {
            let columns = by_heading(&headings, language);
            return Self { grid, above, first_row: FirstRow::Headings, columns };
        }
        let mut rows = grid.rows().iter();
        let headed =
            matches!((rows.next(), rows.next()), (Some(a), Some(b)) if numbers(a) == 0 && numbers(b) > 0);
        let first_row = if headed { FirstRow::Headings } else { FirstRow::Unit };
        let columns = by_content(&grid, first_row);
        Self { grid, above: 0, first_row, columns }
    }

    /// The table.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Whether the first row holds headings.
    pub const fn first_row(&self) -> FirstRow {
        self.first_row
    }

    /// The row of the headings, from 0, if there is one: the first, or the first below a title.
    pub fn heading(&self) -> Option<usize> {
        (self.first_row == FirstRow::Headings).then_some(self.above)
    }

    /// The row that would hold the headings, from 0.
    pub const fn heading_row(&self) -> usize {
        self.above
    }

    /// What each column becomes; `None` is left out.
    pub fn columns(&self) -> &[Option<Field>] {
        &self.columns
    }

    /// The same plan with another reading of the first row.
    #[must_use]
    pub fn with_first_row(mut self, first_row: FirstRow) -> Self {
        self.first_row = first_row;
        self
    }

    /// The same plan with one column mapped otherwise; another column that was mapped to the same field lets go of it.
    #[must_use]
    pub fn with_column(mut self, column: usize, field: Option<Field>) -> Self {
        for (at, mapped) in self.columns.iter_mut().enumerate() {
            if at == column {
                *mapped = field;
            } else if field.is_some() && *mapped == field {
                *mapped = None;
            }
        }
        self
    }

    /// What the plan comes to.
    pub fn imported(&self) -> Imported {
        let mut imported = Imported::default();
        let skip = self.heading().map_or(0, |row| row + 1);
        imported.left_out.extend(1..skip);
        let blank = Unit::blank(UnitId(0));
        for (index, cells) in self.grid.rows().iter().enumerate().skip(skip) {
            let row = index + 1;
            if self.is_left_out(cells) {
                imported.left_out.push(row);
                continue;
            }
            if imported.units.len() == MAX_UNITS {
                imported.too_many += 1;
                continue;
            }
            let mut draft = UnitDraft::new();
            for (column, (text, field)) in cells.iter().zip(&self.columns).enumerate() {
                let Some(field) = *field else { continue };
                match parse_cell(&blank, field, text) {
                    Ok(edit) => draft.push(edit),
                    Err(error) => imported.problems.push(CellProblem {
                        row,
                        column: column + 1,
                        field,
                        text: text.clone(),
                        error,
                    }),
                }
            }
            imported.units.push(draft);
        }
        imported
    }

    /// `scenario` with these units in place of its own; title, house, method and rules stay.
    pub fn replacing(&self, scenario: &Scenario) -> Scenario {
        let removal = Action::Remove(scenario.units.iter().map(|unit| unit.id).collect());
        let mut emptied = apply(scenario, &removal).unwrap_or_else(|| scenario.clone());
        emptied.origin = Origin::Entered;
        emptied.allocating.lots.clear();
        let insertion = Action::Insert { at: 0, drafts: self.imported().units };
        apply(&emptied, &insertion).unwrap_or(emptied)
    }

    /// An empty row, or one that adds the others up. Its word stands where the name would, or before it: with the serial numbers,
    /// in a cell over both.
    fn is_left_out(&self, cells: &[String]) -> bool {
        let text = |column: usize| cells.get(column).map_or("", |text| text.trim());
        let name = self.columns.iter().position(|field| *field == Some(Field::Name));
        let named = name.is_some_and(|column| !text(column).is_empty());
        let total = match name.filter(|_| named) {
            Some(name) => {
                let before = (0..name).filter(|column| self.columns.get(*column) == Some(&None));
                before.chain([name]).any(|column| is_total(text(column)))
            }
            None => cells.iter().any(|cell| is_total(cell)),
        };
        total || cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The first column of whole numbers that becomes nothing although none becomes the members: no scenario is without them,
    /// so its heading was only not recognised. Serial numbers are none.
    pub fn members_left_out(&self) -> Option<usize> {
        if self.columns.contains(&Some(Field::Members)) {
            return None;
        }
        let skip = self.heading().map_or(0, |row| row + 1);
        let rows = || self.grid.rows().iter().skip(skip).filter(|row| !self.is_left_out(row));
        (0..self.columns.len()).find(|column| {
            let cells = || rows().filter_map(|row| row.get(*column)).filter(|cell| !cell.trim().is_empty());
            let serial = cells().zip(1..).all(|(cell, n)| parse_number(cell, u64::MAX) == Ok(n));
            self.columns.get(*column) == Some(&None) && !serial && cells().all(|cell| is_number(cell))
        })
    }
}

/// Names of a row of totals.
const TOTALS: [&str; 14] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总数",
    "累计",
    "总和",
    "计",
    "total",
    "sum",
    "totals",
    "grandtotal",
    "subtotal",
    "subtotals",
];
/// What such a name ends with where it says of what: 全市合计.
const TOTAL_OF: [&str; 3] = ["合计", "总计", "小计"];

fn is_total(text: &str) -> bool {
    // A unit of measure or a remark in brackets says nothing of its own.
    let bare: String = text.split(['(', '（', '[', '【']).next().unwrap_or_default().to_owned();
    [normal(text), normal(&bare)].iter().any(|name| {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        TOTALS.contains(&name) || TOTAL_OF.iter().any(|end| name.ends_with(end))
    })
}

/// What a heading stands for, and in which language it says its column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Heading {
    field: Field,
    language: Option<Language>,
    /// Whether it is only taken where no other column is said to be this.
    vague: bool,
}

/// Headings by field, in lower case without spaces and underscores.
const HEADINGS: [(Field, &[&str]); 13] = [
    (
        Field::Name,
        &["选举单位", "单位", "单位名称", "名称", "unit", "name", "state", "electoralunit", "county", "city"],
    ),
    (Field::Delegation, &["代表团", "delegation", "group"]),
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
    (Field::Min, &["最低", "最低名额", "min", "minimum"]),
    (Field::Max, &["最高", "最高名额", "max", "maximum"]),
    // Computed seats are not read back: only locked ones were entered.
    (Field::Seats, &["锁定名额", "名额锁定", "名额已锁定", "locked", "seatslocked"]),
    (Field::Elected, &["选出", "选举产生", "已选", "elected"]),
    (Field::Ended, &["终止", "资格终止", "调离", "ended", "endedtransferred", "transferred", "terminated"]),
    (Field::ByElected, &["补选", "byelected", "byelection", "replaced"]),
    (Field::Suspended, &["暂停", "资格暂停", "suspended"]),
    (Field::Registered, &["报到", "登记", "registered"]),
    (Field::OnLeave, &["请假", "onleave", "leave", "excused"]),
    (Field::Present, &["实到", "出席", "present", "presentpreparatory", "attending"]),
];

/// Headings of members that others would be put before: a union counts its members, though the table has its workers as well.
const VAGUE: [&str; 9] =
    ["职工人数", "职工数", "员工人数", "员工数", "选民数", "选民人数", "户数", "employees", "staff"];

/// Units of measure that stand in brackets behind a heading.
const MEASURES: [&str; 9] = ["人", "名", "个", "位", "单位人", "单位名", "person", "persons", "people"];

impl Heading {
    /// What a heading stands for, if need be without the unit of measure behind it.
    fn of(text: &str) -> Option<Self> {
        Self::of_bare(text).or_else(|| {
            let text = text.trim().strip_suffix([')', '）', ']', '】'])?;
            let (bare, measure) = text.rsplit_once(['(', '（', '[', '【'])?;
            let measure: String = normal(measure).chars().filter(|c| c.is_alphanumeric()).collect();
            MEASURES.contains(&measure.as_str()).then(|| Self::of_bare(bare)).flatten()
        })
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
            let vague = VAGUE.contains(&name).then_some((Field::Members, true));
            known.map(|(field, _)| (*field, false)).or(vague)
        };
        let plain = find(&name).map(|(field, vague)| Self { field, language: None, vague });
        plain.or_else(|| find(stem).map(|(field, vague)| Self { field, language, vague }))
    }
}

/// Lower case, without spaces, underscores, points and brackets.
fn normal(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '．' | '(' | ')' | '（' | '）'));
    kept.map(small_letter).collect()
}

/// The first column of each field; one in another language only where there is none in this one.
fn by_heading(headings: &[Option<Heading>], language: Language) -> Vec<Option<Field>> {
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

/// How many rows a title has at most: the name of the table, of what it is part, the day, the unit of measure.
const TITLE: usize = 5;

/// The first row with headings below rows of one text each, and how many those are. One heading is enough where numbers follow.
fn below_a_title(grid: &Grid) -> Option<(usize, Vec<Option<Heading>>)> {
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let title = grid.rows().iter().take(TITLE).take_while(|row| filled(row) <= 1).count();
    let row = grid.rows().get(title).filter(|row| title > 0 && !row.iter().any(|cell| is_number(cell)))?;
    let headings: Vec<_> =
        (0..grid.width()).map(|column| row.get(column).and_then(|text| Heading::of(text))).collect();
    let numbers = grid.rows().get(title + 1).is_some_and(|row| row.iter().any(|cell| is_number(cell)));
    let known = headings.iter().flatten().count();
    (known > 1 || (known == 1 && numbers)).then_some((title, headings))
}

/// Without headings: the first column of texts is the name, a second the delegation, the first of numbers the members.
fn by_content(grid: &Grid, first_row: FirstRow) -> Vec<Option<Field>> {
    let skip = usize::from(first_row == FirstRow::Headings);
    let sample: Vec<&Vec<String>> = grid.rows().iter().skip(skip).take(50).collect();
    let mut texts = [Field::Name, Field::Delegation].into_iter();
    let mut numbers = [Field::Members].into_iter();
    let column = |column: usize| {
        let cells = sample.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.trim().is_empty());
        let (number, text) =
            cells.fold((0, 0), |(n, t), cell| if is_number(cell) { (n + 1, t) } else { (n, t + 1) });
        match (number, text) {
            (0, 0) => None,
            (number, text) if number > text => numbers.next(),
            _ => texts.next(),
        }
    };
    (0..grid.width()).map(column).collect()
}

fn is_number(cell: &str) -> bool {
    parse_number(cell, u64::MAX).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{NumberError, decode_text};
    use crate::scenario::example;
    use proptest::prelude::*;

    fn plan(text: &str) -> ImportPlan {
        ImportPlan::new(Grid::from_table(text).unwrap(), Language::English)
    }

    #[test]
    fn the_census_file_is_understood_as_it_is() {
        let plan = plan(include_str!("../../tests/data/us2020.csv"));
        assert_eq!(plan.columns()[..2], [Some(Field::Name), Some(Field::Members)]);
        assert!(plan.columns()[2..].iter().all(Option::is_none));
        let imported = plan.imported();
        assert_eq!((imported.units.len(), imported.problems.len()), (50, 0));
        let scenario = plan.replacing(&example(Language::English));
        assert_eq!(scenario.origin, Origin::Entered);
        assert_eq!(scenario.units.iter().map(|unit| unit.members.get()).sum::<u64>(), 331_108_434);
    }

    #[test]
    fn the_example_file_comes_back_as_the_example() {
        let text = include_str!("../../tests/data/hengyang2021_synthetic.csv");
        for language in Language::ALL {
            let plan = ImportPlan::new(Grid::from_table(text).unwrap(), language);
            let scenario = plan.replacing(&example(language));
            for (imported, original) in scenario.units.iter().zip(&*example(language).units) {
                assert_eq!(imported.name, original.name);
                assert_eq!(imported.members, original.members);
                assert_eq!(imported.mandates, original.mandates);
                assert_eq!(scenario.presence(imported.id), example(language).presence(original.id));
            }
            assert_eq!(scenario.delegations.len(), 15);
        }
    }

    #[test]
    fn files_of_any_program_mean_the_same() {
        let table = "单位,代表团,人数\n\"衡阳\n县\",一团,\"46,210\"\n衡南县,一团,４６２１\n合计,,50831\n";
        let tabs = "单位\t代表团\t人数\r\n\"衡阳\n县\"\t一团\t46 210\r\n衡南县\t一团\t4621\r\n";
        let semicolons = "单位;代表团;人数\n\"衡阳\n县\";一团;46'210\n衡南县;一团;４,６２１\n";
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
        for text in [table, tabs, semicolons] {
            for bytes in [
                text.as_bytes().to_vec(),
                marked(text),
                wide(text, u16::to_le_bytes),
                wide(text, u16::to_be_bytes),
            ] {
                let grid = Grid::from_table(&decode_text(&bytes).unwrap()).unwrap();
                let scenario =
                    ImportPlan::new(grid, Language::Chinese).replacing(&example(Language::Chinese));
                let units: Vec<_> =
                    scenario.units.iter().map(|u| (u.name.as_str(), u.members.get())).collect();
                assert_eq!(units, [("衡阳 县", 46_210), ("衡南县", 4_621)]);
                assert_eq!(scenario.delegations.len(), 1);
            }
        }
    }

    #[test]
    fn problems_point_to_their_cells() {
        let imported = plan("unit,members\nA,12\nB,1.5\n,\nC,many\nTotal,12").imported();
        let found: Vec<_> =
            imported.problems.iter().map(|p| (p.row, p.column, p.text.as_str(), p.error)).collect();
        let not_whole = CellError::Number(NumberError::NotWhole);
        let not_a_number = CellError::Number(NumberError::NotANumber);
        assert_eq!(found, [(3, 2, "1.5", not_whole), (5, 2, "many", not_a_number)]);
        assert_eq!(imported.left_out, [4, 6]);
        assert_eq!(imported.units.len(), 3);
    }

    #[test]
    fn totals_are_no_units_wherever_their_word_stands() {
        let rows =
            ["合计,,300", "合计,共 2 个,300", ",合计,300", "合计（人）,,300", "共计,,300", ",总数,300"];
        let more = [
            "计,,300",
            ",累计：,300",
            ",全市合计,300",
            "Grand total,,300",
            ",Sub-total,300",
            ",【小计】,300",
        ];
        for row in rows.into_iter().chain(more) {
            let imported = plan(&format!("序号,单位,人数\n1,甲,100\n2,乙,200\n{row}\n")).imported();
            assert_eq!((imported.units.len(), imported.left_out.as_slice()), (2, &[4][..]), "{row}");
        }
        // Without headings the name is the first column of texts.
        assert_eq!(plan("甲\t100\n乙\t200\n合 计\t300").imported().left_out, [3]);
        for name in ["审计局", "统计局", "Summit", "总计划处", "计生协会", "Totalenergies"] {
            let imported = plan(&format!("序号,单位,人数\n1,{name},100\n")).imported();
            assert_eq!(imported.units.len(), 1, "{name}");
        }
        assert_eq!(plan("unit,delegation,members\n,North,100\n").imported().units.len(), 1);
    }

    #[test]
    fn members_are_found_under_their_usual_headings() {
        let headings = [
            "党员人数（人）",
            "人数 (人)",
            "会员人数",
            "职工人数",
            "党员总数",
            "总人数",
            "选民数",
            "No. of members",
        ];
        for heading in headings {
            let plan = plan(&format!("单位,{heading}\n甲,100\n乙,200"));
            assert_eq!(plan.columns(), [Some(Field::Name), Some(Field::Members)], "{heading}");
            assert_eq!(plan.members_left_out(), None);
        }
        let union = plan("单位,职工人数,会员人数\n甲,120,100");
        assert_eq!(union.columns(), [Some(Field::Name), None, Some(Field::Members)]);
        // Tens of thousands are another measure, and some members are not the members.
        for heading in ["人数（万人）", "女党员数", "人数（其中女）"] {
            assert_eq!(plan(&format!("单位,{heading}\n甲,100")).columns()[1], None, "{heading}");
        }
    }

    #[test]
    fn numbers_that_may_be_the_members_are_missed() {
        let missed = |text: &str| plan(text).members_left_out();
        assert_eq!(missed("序号,单位,在册\n1,甲,100\n2,乙,200\n合计,,300"), Some(2));
        assert_eq!(missed("序号,单位,备注\n1,甲,新\n2,乙,"), None);
        assert_eq!(missed("单位,人数,在册\n甲,1,100"), None);
        let titled = plan("分配表\n\n序号,单位,在册\n1,甲,100\n2,乙,200");
        assert_eq!((titled.heading_row() > 0, titled.imported().units.len()), (true, 2));
        assert_eq!(titled.members_left_out(), Some(2));
    }

    #[test]
    fn a_title_stands_above_the_headings() {
        let text = "衡阳市第十二次党代会代表名额分配表\n\n,,单位：人\n序号,选举单位,党员数\n1,衡阳县,46210\n2,衡南县,多\n,合计,46210\n";
        let plan = ImportPlan::new(Grid::from_table(text).unwrap(), Language::Chinese);
        assert_eq!(plan.columns(), [None, Some(Field::Name), Some(Field::Members)]);
        let imported = plan.imported();
        let at = plan.heading_row() + 1;
        assert_eq!((plan.heading(), imported.units.len()), (Some(at - 1), 2));
        assert_eq!(imported.left_out, (1..at).chain([at + 3]).collect::<Vec<_>>());
        assert_eq!((imported.problems[0].row, imported.problems[0].column), (at + 2, 3));
        assert_eq!(plan.with_first_row(FirstRow::Unit).heading(), None);
        // One text alone is no title of a table without headings.
        assert_eq!(plan_of_names().heading(), None);
    }

    fn plan_of_names() -> ImportPlan {
        plan("North\nSouth\nUnit\n")
    }

    #[test]
    fn tables_without_headings_are_read_by_their_content() {
        let plan = plan("North\t10\nSouth\t20");
        assert_eq!(plan.first_row(), FirstRow::Unit);
        assert_eq!(plan.columns(), [Some(Field::Name), Some(Field::Members)]);
        assert_eq!(plan.imported().units.len(), 2);
    }

    #[test]
    fn a_unit_that_is_called_unit_is_no_heading() {
        let plan = plan("Unit 1\t10\nUnit 2\t20");
        assert_eq!((plan.first_row(), plan.imported().units.len()), (FirstRow::Unit, 2));
    }

    #[test]
    fn a_column_is_mapped_once() {
        let plan = plan("unit,members,other\nA,1,2").with_column(2, Some(Field::Members));
        assert_eq!(plan.columns(), [Some(Field::Name), None, Some(Field::Members)]);
    }

    proptest! {
        #[test]
        fn any_table_has_a_plan(text in "[a-z0-9,;\t\n\" 人数合计.-]{0,200}") {
            if let Ok(grid) = Grid::from_table(&text) {
                let plan = ImportPlan::new(grid, Language::Chinese);
                let imported = plan.imported();
                prop_assert!(imported.units.len() <= plan.grid().rows().len());
                let _ = plan.replacing(&example(Language::Chinese));
            }
        }
    }
}
