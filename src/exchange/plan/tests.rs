//! What a table becomes: headings, totals, titles, and that any table has a plan.

use super::*;
use crate::exchange::{NumberError, cell_text, decode_text};
use crate::scenario::{SittingEdit, TallyKind, example};
use proptest::prelude::*;

fn plan(text: &str) -> ImportPlan {
    ImportPlan::new(Grid::from_table(text).unwrap(), Language::English)
}

#[test]
fn the_census_file_is_understood_as_it_is() {
    let plan = plan(include_str!("../../../tests/data/us2020.csv"));
    assert_eq!(plan.columns()[..2], [Some(Field::Name), Some(Field::Members)]);
    assert!(plan.columns()[2..].iter().all(Option::is_none));
    let imported = plan.imported();
    assert_eq!((imported.units.len(), imported.problems.len()), (50, 0));
    let scenario = plan.replacing(&example(Language::English));
    assert_eq!(scenario.origin, Origin::Entered);
    assert_eq!(scenario.units.iter().map(|unit| unit.members.get()).sum::<u64>(), 331_108_434);
}

#[test]
fn empty_lines_are_no_units_and_count_as_rows() {
    for text in ["\n\nname,members\n\nA,5\n\n\nB,x\n", "\nA,5\nB,6\n\n\n\n\nC,x\n"] {
        let imported = plan(text).imported();
        let places: Vec<_> = imported.problems.iter().map(|problem| (problem.row, problem.column)).collect();
        assert_eq!(places, [(8, 2)], "{text:?}");
    }
}

#[test]
fn the_example_file_comes_back_as_the_example() {
    let text = include_str!("../../../tests/data/hengyang2021_synthetic.csv");
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
            let scenario = ImportPlan::new(grid, Language::Chinese).replacing(&example(Language::Chinese));
            let units: Vec<_> = scenario.units.iter().map(|u| (u.name.as_str(), u.members.get())).collect();
            assert_eq!(units, [("衡阳 县", 46_210), ("衡南县", 4_621)]);
            assert_eq!(scenario.delegations.len(), 1);
        }
    }
}

#[test]
fn problems_point_to_their_cells() {
    let imported = plan("unit,members\nA,12\nB,1.5\n,\nC,many\nTotal,12").imported();
    let found: Vec<_> =
        imported.problems.iter().map(|p| (p.row, p.column, p.text.as_str(), p.error.clone())).collect();
    let not_whole = CellError::Number(NumberError::NotWhole);
    let not_a_number = CellError::Number(NumberError::NotANumber);
    assert_eq!(found, [(3, 2, "1.5", not_whole), (5, 2, "many", not_a_number)]);
    assert_eq!(imported.left_out, [4, 6]);
    assert_eq!(imported.units.len(), 3);
}

/// What the preview says of a cell is what stands there once the table is taken, whichever way.
#[test]
fn a_cell_that_does_not_fit_is_what_is_said_of_it() {
    let long = "x".repeat(241);
    for field in MAPPABLE {
        let is_text = matches!(field, Field::Name | Field::Delegation);
        let text = if is_text { long.as_str() } else { "many" };
        let grid = Grid::from_table(&format!("heading\n{text}\n")).unwrap();
        let plan = ImportPlan::new(grid, Language::English);
        let plan = plan.with_first_row(FirstRow::Headings).with_column(0, Some(field));
        let imported = plan.imported();
        let [problem] = imported.problems.as_slice() else { panic!("{field:?}: {imported:?}") };
        let before = example(Language::English);
        let append = Action::Insert { at: before.units.len(), drafts: imported.units.clone() };
        for after in [plan.replacing(&before), apply(&before, &append).unwrap()] {
            let unit = after.units.last().unwrap();
            let stands = cell_text(&after, unit, field);
            let said = match problem.instead() {
                Instead::Nothing => "",
                Instead::Zero => "0",
                Instead::Computed => {
                    assert_eq!((field, unit.locked), (Field::Seats, None));
                    ""
                }
            };
            assert_eq!(stands, said, "{field:?}");
        }
    }
}

#[test]
fn totals_are_no_units_wherever_their_word_stands() {
    let rows = ["合计,,300", "合计,共 2 个,300", ",合计,300", "合计（人）,,300", "共计,,300", ",总数,300"];
    let more =
        ["计,,300", ",累计：,300", ",全市合计,300", "Grand total,,300", ",Sub-total,300", ",【小计】,300"];
    for row in rows.into_iter().chain(more) {
        let imported = plan(&format!("序号,单位,人数\n1,甲,100\n2,乙,200\n{row}\n")).imported();
        assert_eq!((imported.units.len(), imported.left_out.as_slice()), (2, &[4][..]), "{row}");
    }
    // Without headings the name is the first column of texts.
    assert_eq!(plan("甲\t100\n乙\t200\n合 计\t300").imported().left_out, [3]);
    for name in [
        "=SUM(1)",
        "SUM(A1:A3)",
        "@sum",
        "审计局",
        "统计局",
        "Summit",
        "总计划处",
        "计生协会",
        "Totalenergies",
    ] {
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
fn the_usual_headings_of_a_union_and_of_a_congress_are_known() {
    use Field::{Delegation, Elected, Max, Members, Min, Name, Present};
    let wanted = [Name, Delegation, Members, Min, Max, Elected, Present].map(Some);
    for headings in [
        "Branch\tRegion\tMembers\tMin seats\tMax seats\tDelegates elected\tAttending",
        "Local\tRegion (delegation)\tMembers\tMinimum seats\tMaximum seats\tElected delegates\tIn attendance",
        "Branch name\tDelegation\tMembers\tMin\tMax\tElected\tPresent",
        "选区\t团别\t人数\t下限\t上限\t当选代表数\t实到人数",
        "支部\t代表团\t党员数\t最少\t最多\t已选出\t到会",
        "District\t代表团\t人口\t最低\t最高\t选出代表\t出席",
    ] {
        let rows = "A\tNorth\t10\t1\t3\t2\t2\nB\tSouth\t20\t1\t3\t2\t1";
        let plan = plan(&format!("{headings}\n{rows}"));
        assert_eq!(plan.columns(), wanted, "{headings}");
    }
}

/// A unit without a name is none: where no heading says where the names stand, the first texts are them.
#[test]
fn units_are_not_left_without_names() {
    for (text, columns) in [
        ("No.\tChapter\tMembers\n1\tA\t10\n2\tB\t20", [None, Some(Field::Name), Some(Field::Members)]),
        // A region is a delegation where something else is the unit.
        (
            "Region\tLodge\tMembers\nX\tA\t10\nX\tB\t20",
            [Some(Field::Delegation), Some(Field::Name), Some(Field::Members)],
        ),
        ("No.\tRegion\tMembers\n1\tA\t10\n2\tB\t20", [None, Some(Field::Name), Some(Field::Members)]),
    ] {
        let plan = plan(text);
        assert_eq!((plan.columns(), plan.is_nameless()), (&columns[..], false), "{text}");
        assert!(plan.with_column(1, None).with_column(0, None).is_nameless());
    }
    assert!(plan("No.\tMembers\n1\t10\n2\t20").is_nameless());
}

#[test]
fn delegations_are_found_under_their_usual_headings() {
    let headings = [
        "代表团",
        "所属代表团",
        "所在代表团",
        "编入代表团",
        "代表团名称",
        "代表团（组）",
        "Delegation name",
        // Known by what stands below.
        "参加代表团情况",
        "组别",
    ];
    for heading in headings {
        let plan = plan(&format!("单位,{heading},人数\n甲,一团,100\n乙,二团,200\n丙,一团,—"));
        assert_eq!(plan.columns()[1], Some(Field::Delegation), "{heading}");
        let scenario = plan.replacing(&example(Language::Chinese));
        assert_eq!(scenario.delegations.len(), 2, "{heading}");
    }
    for text in [
        "单位,代表团人数,人数\n甲,10,100\n乙,10,200",
        "单位,代表团团长,人数\n甲,王某,100\n乙,王某,200",
        "单位,代表团意见,人数\n甲,同意,100\n乙,另行研究,200",
    ] {
        assert_eq!(plan(text).columns()[1], None, "{text}");
    }
    let both = plan("单位,代表团驻地情况,代表团\n甲,宾馆,一团\n乙,宾馆,二团");
    assert_eq!(both.columns(), [Some(Field::Name), None, Some(Field::Delegation)]);
    let none = plan("单位,代表团,人数\n甲,—,100\n乙,无,200").replacing(&example(Language::Chinese));
    assert_eq!(none.delegations.len(), 0);
}

#[test]
fn members_are_read_with_what_was_counted_and_dashes_are_empty() {
    let imported =
        plan("单位,人数\n甲,\"1,480人\"\n乙,1480 人\n丙,1480名\n丁,—\n戊,N/A\n己,1.5万人").imported();
    let wrong: Vec<_> = imported.problems.iter().map(|problem| problem.text.as_str()).collect();
    assert_eq!((imported.units.len(), wrong), (6, vec!["1.5万人"]));
    let bare = plan("甲\t100人\n乙\t—");
    assert_eq!(bare.columns(), [Some(Field::Name), Some(Field::Members)]);
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

#[test]
fn columns_that_become_nothing_are_said() {
    let imported = plan("unit,members,chair,tax,\nA,1,X,-,\nB,2,,,").imported();
    assert_eq!(imported.untaken, [UntakenColumn { column: 3, heading: Some("chair".to_owned()) }]);
}

#[test]
fn what_was_chosen_stays_while_the_text_is_edited() {
    let chosen = plan("unit,members,other\nA,1,2").with_column(2, Some(Field::Members));
    let columns = |text: &str| plan(text).keeping(&chosen).columns().to_vec();
    assert_eq!(columns("unit,members,other\nA,1,2\nB,3,4"), chosen.columns());
    assert_eq!(
        columns("unit,delegation,members,other\nA,x,1,2"),
        [Some(Field::Name), Some(Field::Delegation), None, Some(Field::Members)]
    );
    assert_eq!(columns("unit,members\nA,1"), [Some(Field::Name), Some(Field::Members)]);
}

proptest! {
    #[test]
    fn any_table_has_a_plan(text in "[a-z0-9,;\t\n\" 人数合计.-]{0,200}") {
        if let Ok(grid) = Grid::from_table(&text) {
            let plan = ImportPlan::new(grid, Language::Chinese);
            let chosen = plan.clone().with_column(1, Some(Field::Name)).with_column(0, Some(Field::Name));
            prop_assert_eq!(plan.clone().keeping(&chosen), chosen);
            let imported = plan.imported();
            prop_assert!(imported.units.len() <= plan.grid().rows().len());
            let _ = plan.replacing(&example(Language::Chinese));
        }
    }
}

#[test]
fn attendance_of_units_is_refused_where_the_sitting_is_counted_otherwise() {
    let plan = plan("unit,members,present,on leave\nA,100,4,\nB,200,–,1");
    let scenario = example(Language::English);
    assert_eq!(plan.imported_into(&scenario), plan.imported());
    assert_eq!(plan.imported().problems, []);
    let whole = SittingEdit::Tally(TallyKind::Whole);
    let scenario = apply(&scenario, &Action::EditSitting(scenario.shown, whole)).unwrap();
    let imported = plan.imported_into(&scenario);
    let places: Vec<_> = imported.problems.iter().map(|one| (one.row, one.column, one.field)).collect();
    assert_eq!(places, [(2, 3, Field::Present), (3, 4, Field::OnLeave)]);
    let why = |one: &CellProblem| matches!(one.error, CellError::Follows(Leader::Sitting { .. }));
    assert!(imported.problems.iter().all(why));
    let after = plan.replacing(&scenario);
    assert_eq!((&after.sittings[0].tally, after.units.len()), (&scenario.sittings[0].tally, 2));
}
