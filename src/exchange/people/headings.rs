//! Which column of a table of names is what: by its heading, or by what stands in it.

use super::{PeopleField, parse_mandate};
use crate::exchange::Grid;
use crate::exchange::plan::titles;
use crate::language::small_letter;
use crate::scenario::{Categories, Name, Scenario, folded};
use std::collections::HashSet;

/// Headings by field, in lower case without spaces and brackets.
const HEADINGS: [(PeopleField, &[&str]); 7] = [
    (
        PeopleField::Name,
        &["姓名", "代表姓名", "代表", "名字", "name", "delegate", "fullname", "delegatename"],
    ),
    (
        PeopleField::Unit,
        &[
            "选举单位",
            "单位",
            "所在单位",
            "所属单位",
            "单位名称",
            "unit",
            "electoralunit",
            "organisation",
            "organization",
            "constituency",
        ],
    ),
    (
        PeopleField::Categories,
        &["类别", "代表类别", "界别", "身份类别", "构成", "category", "categories", "tags", "groups"],
    ),
    (PeopleField::Status, &["状态", "资格状态", "代表资格", "资格", "status", "mandate"]),
    (PeopleField::Date, &["终止日期", "终止时间", "日期", "date", "endedon", "endeddate", "day"]),
    (
        PeopleField::Attendance,
        &["出席", "到会", "出席情况", "到会情况", "考勤", "实到", "attendance", "present", "attending"],
    ),
    (PeopleField::Note, &["备注", "说明", "note", "notes", "remark", "remarks", "comment"]),
];

/// The first row of headings, with at most a title above it, and what they say; `None` where there is none.
pub(super) fn by_heading(grid: &Grid) -> Option<(usize, Vec<Option<PeopleField>>)> {
    let rows = grid.rows().iter().take(titles(grid) + 1).enumerate();
    rows.filter_map(|(at, row)| Some((at, fields(row, grid.width())?))).next()
}

/// What the headings of a row say; `None` if none of them is that of names.
fn fields(row: &[String], width: usize) -> Option<Vec<Option<PeopleField>>> {
    let mut taken = HashSet::new();
    let mut columns: Vec<Option<PeopleField>> = row
        .iter()
        .map(|text| {
            let text = normal(text);
            let field = HEADINGS.iter().find(|(_, names)| names.contains(&text.as_str()))?.0;
            (taken.insert(field) || field == PeopleField::Categories).then_some(field)
        })
        .collect();
    columns.resize(width, None);
    taken.contains(&PeopleField::Name).then_some(columns)
}

/// Without headings: the column that names units of the scenario, one that tells statuses, and the first of the others as
/// the name.
pub(super) fn by_content(grid: &Grid, scenario: &Scenario) -> Vec<Option<PeopleField>> {
    let units: HashSet<&str> = scenario.units.iter().map(|unit| unit.name.as_str()).collect();
    let mut columns = vec![None; grid.width()];
    // More than half of the cells that are filled, of the first rows.
    let most = |column: usize, is: &dyn Fn(&str) -> bool| -> bool {
        let cells = grid.rows().iter().take(50).filter_map(|row| row.get(column));
        let filled: Vec<&str> = cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        2 * filled.iter().filter(|cell| is(cell)).count() > filled.len()
    };
    let of_unit = |text: &str| Name::new(text).is_ok_and(|name| units.contains(name.as_str()));
    let mut put = |field: PeopleField, is: &dyn Fn(&str) -> bool| {
        let free = |column: &usize| columns.get(*column).is_some_and(Option::is_none);
        let found = (0..grid.width()).filter(free).find(|column| most(*column, is));
        if let Some(slot) = found.and_then(|column| columns.get_mut(column)) {
            *slot = Some(field);
        }
    };
    put(PeopleField::Unit, &of_unit);
    put(PeopleField::Status, &|text| parse_mandate(text).is_some());
    put(PeopleField::Name, &|text| text.chars().any(char::is_alphabetic));
    columns
}

/// Columns that are nothing yet become categories where a category of the composition stands in them, in just these words:
/// which others mean the same (女, 妇女代表) only the person knows.
pub(super) fn take_categories(
    columns: &mut [Option<PeopleField>],
    grid: &Grid,
    skip: usize,
    scenario: &Scenario,
) {
    let named = scenario.composition.iter().map(|category| folded(category.name.as_str()));
    let named: HashSet<String> = named.filter(|name| !name.is_empty()).collect();
    let names_one = |cell: &String| {
        let told = Categories::parse(cell).unwrap_or_default();
        told.iter().any(|name| named.contains(&folded(name.as_str())))
    };
    for (at, field) in
        columns.iter_mut().enumerate().filter(|(_, field)| field.is_none() && !named.is_empty())
    {
        let mut cells = grid.rows().iter().skip(skip).filter_map(|row| row.get(at));
        *field = cells.any(names_one).then_some(PeopleField::Categories);
    }
}

/// Lower case, without spaces, underscores and brackets.
fn normal(text: &str) -> String {
    let kept =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '(' | ')' | '（' | '）'));
    kept.map(small_letter).collect()
}
