//! Tables of names as people paste them, and the list as it comes back from its own file.

use super::*;
use crate::language::Language;
use crate::roster::Reason;
use crate::scenario::{Action, Attending, Entry, Mandate, People, apply, example};
use crate::threshold::Date;
use proptest::prelude::*;

fn plan(text: &str) -> PeoplePlan {
    PeoplePlan::new(Grid::from_table(text).unwrap(), &example(Language::Chinese))
}

fn imported(text: &str) -> ImportedPeople {
    plan(text).imported(&example(Language::Chinese))
}

fn mandate(entry: Entry, tenure: Tenure) -> Option<Mandate> {
    Some(Mandate { entry, tenure })
}

const fn ended(reason: Reason) -> Tenure {
    Tenure::Ended { reason, date: None }
}

#[test]
fn headings_stand_below_a_title() {
    let text = "第十二次代表大会代表名单,,\n2021 年 9 月,,\n\n姓名,单位,状态\n王某,衡阳县,补选\n";
    let plan = plan(text);
    assert_eq!((plan.heading(), plan.first_row()), (Some(3), FirstRow::Headings));
    let imported = imported(text);
    assert_eq!((imported.drafts.len(), imported.left_out), (1, vec![1, 2, 3]));
    assert_eq!(imported.drafts[0].name.as_str(), "王某");
    let single = self::plan("Delegates\nname\nA\nB\n");
    assert_eq!(single.imported(&example(Language::Chinese)).drafts.len(), 2);
    // Below rows of several texts each there are no headings.
    assert_eq!(self::plan("A,x\nB,x\nname,unit\n").heading(), None);
}

#[test]
fn statuses_as_lists_write_them() {
    use Entry::{ByElected, Elected};
    for (text, read) in [
        ("", mandate(Elected, Tenure::Holding)),
        ("当选", mandate(Elected, Tenure::Holding)),
        ("在任", mandate(Elected, Tenure::Holding)),
        ("补选", mandate(ByElected, Tenure::Holding)),
        (" 补选，暂停 ", mandate(ByElected, Tenure::Suspended)),
        ("暂停执行代表职务", mandate(Elected, Tenure::Suspended)),
        ("调离", mandate(Elected, ended(Reason::Transferred))),
        ("停止执行代表职务", mandate(Elected, ended(Reason::Transferred))),
        ("资格终止（病故）", mandate(Elected, ended(Reason::Died))),
        ("终止", mandate(Elected, ended(Reason::Other))),
        ("By-elected; resigned", mandate(ByElected, ended(Reason::Resigned))),
        ("Ended: lost membership", mandate(Elected, ended(Reason::LostMembership))),
        ("RECALLED", mandate(Elected, ended(Reason::Removed))),
        ("正式代表", mandate(Elected, Tenure::Holding)),
        ("递补", mandate(ByElected, Tenure::Holding)),
        ("工作调动", mandate(Elected, ended(Reason::Transferred))),
        ("资格终止：调动", mandate(Elected, ended(Reason::Transferred))),
        ("开除党籍", mandate(Elected, ended(Reason::LostMembership))),
        ("留党察看", mandate(Elected, ended(Reason::Other))),
        ("留党察看一年", mandate(Elected, ended(Reason::Other))),
        ("ｄｉｅｄ", mandate(Elected, ended(Reason::Died))),
        // From a post, not from the mandate: nothing says that it rests.
        ("停职", None),
        ("perhaps", None),
        ("暂停，调离", None),
        ("当选，补选", None),
        ("died, resigned", None),
    ] {
        assert_eq!(parse_mandate(text), read, "{text}");
    }
}

#[test]
fn days_and_marks_as_lists_write_them() {
    let day = Date::new(2021, 9, 7);
    for text in [
        "2021-09-07",
        "2021-9-7",
        "2021/9/7",
        "2021.9.7",
        "2021年9月7日",
        " 2021年9月7日 ",
        "2021 年 9 月 7 日",
        "２０２１年９月７日",
        "２０２１－９－７",
        "２０２１／０９／０７",
        "２０２１．９．７",
        "20210907",
        "２０２１０９０７",
        "2021-09-07 00:00:00",
        "2021-09-07T00:00:00.000",
        "2021/9/7 8:30",
        "2021年9月7日　０８：３０",
        // As a spreadsheet counts days.
        "44446",
        "44446.5",
    ] {
        assert_eq!(parse_day(text), Ok(day), "{text}");
    }
    for text in [
        "9/7/2021",
        "5/6/2021",
        "07092021",
        "21-9-7",
        "2021-13-01",
        "20211301",
        "yesterday",
        "2021",
        "2021年9月",
        "2021-+9-7",
        "2021-9-7-1",
        "2021-09-07 noon",
        "00:00:00",
        "19999",
        "60001",
        "44446.5.1",
        "44446 d",
    ] {
        assert_eq!(parse_day(text), Err(PersonError::Date), "{text}");
    }
    // The ends of what is taken for a count of days, and the leap day that spreadsheets made up is before them.
    assert_eq!(parse_day("20000"), Ok(Date::new(1954, 10, 3)));
    assert_eq!(parse_day("60000"), Ok(Date::new(2064, 4, 8)));
    for (text, mark) in [
        ("", None),
        ("√", Some(Attending::Present)),
        ("实到", Some(Attending::Present)),
        ("On leave", Some(Attending::OnLeave)),
        ("请假", Some(Attending::OnLeave)),
        ("缺席", Some(Attending::Absent)),
        ("no", Some(Attending::Absent)),
    ] {
        assert_eq!(parse_attending(text), Ok(mark), "{text}");
    }
    assert_eq!(parse_attending("maybe"), Err(PersonError::Attendance));
}

#[test]
fn headings_are_known_in_both_languages() {
    use PeopleField::{Attendance, Categories, Date, Name, Note, Status, Unit};
    let zh = plan("姓名,选举单位,类别,状态,终止日期,出席,备注\n赵一,衡阳县,女、基层一线,当选,,√,");
    let en = plan("Name\tUnit\tCategories\tStatus\tEnded on\tAttendance\tNote\nA\tB\t\t\t\t\t");
    for plan in [zh, en] {
        assert_eq!(plan.first_row(), FirstRow::Headings);
        let all = [Name, Unit, Categories, Status, Date, Attendance, Note].map(Some);
        assert_eq!(plan.columns(), all);
    }
    let other = plan("序号,姓名,性别,单位\n1,赵一,女,衡阳县");
    assert_eq!(other.columns(), [None, Some(Name), None, Some(Unit)]);
    let other = other.with_column(2, Some(Categories)).with_column(0, Some(Categories));
    assert_eq!(other.columns(), [Some(Categories), Some(Name), Some(Categories), Some(Unit)]);
    let drafts = other.imported(&example(Language::Chinese)).drafts;
    assert_eq!(drafts[0].categories.to_string(), "1; 女");
}

#[test]
fn columns_that_become_nothing_are_said_and_those_of_the_composition_are_taken() {
    use crate::scenario::{Category, CategoryId, Name as Text};
    use PeopleField::{Categories, Name, Unit};
    let text = "序号,姓名,性别,民族,单位,\n1,赵一,女,汉族,衡阳县,\n2,钱二,男,土家族、少数民族,耒阳市,\n3,孙三,,／,耒阳市,";
    let untaken = |plan: &PeoplePlan, scenario: &Scenario| {
        let columns = plan.imported(scenario).untaken.into_iter();
        columns.map(|one| (one.column, one.heading.unwrap_or_default())).collect::<Vec<_>>()
    };
    let mut scenario = example(Language::Chinese);
    let of = |scenario: &Scenario, text: &str| PeoplePlan::new(Grid::from_table(text).unwrap(), scenario);
    let plan = of(&scenario, text);
    assert_eq!(plan.columns(), [None, Some(Name), None, None, Some(Unit), None]);
    let said =
        |all: &[(usize, &str)]| all.iter().map(|(at, text)| (*at, (*text).to_owned())).collect::<Vec<_>>();
    assert_eq!(untaken(&plan, &scenario), said(&[(1, "序号"), (3, "性别"), (4, "民族")]));
    let chosen = plan.with_column(2, Some(Categories));
    assert_eq!(untaken(&chosen, &scenario), said(&[(1, "序号"), (4, "民族")]));
    // 妇女代表 may be the 女 of a column; nobody but the person knows.
    let category =
        |(id, name)| Category { name: Text::new(name).unwrap(), ..Category::blank(CategoryId(id)) };
    scenario.composition = [(900, "少数民族"), (901, "妇女代表"), (902, "")].map(category).to_vec();
    let plan = of(&scenario, text);
    assert_eq!(plan.columns(), [None, Some(Name), None, Some(Categories), Some(Unit), None]);
    assert_eq!(plan.imported(&scenario).drafts[1].categories.to_string(), "土家族; 少数民族");
    scenario.composition = vec![category((900, "Women"))];
    let bare = of(&scenario, "A,衡阳县,ｗｏｍｅｎ \nB,衡阳县,men");
    assert_eq!(bare.columns(), [Some(Name), Some(Unit), Some(Categories)]);
    assert_eq!(untaken(&of(&scenario, "A,women\nB,x,y"), &scenario), [(3, String::new())]);
}

#[test]
fn what_was_chosen_stays_while_the_text_is_edited() {
    use PeopleField::{Categories, Name, Note, Unit};
    let chosen = plan("姓名,性别,单位\n赵一,女,衡阳县").with_column(1, Some(Categories));
    let again = |text: &str| plan(text).keeping(&chosen);
    assert_eq!(again("姓名,性别,单位\n赵一,女,衡阳县"), chosen);
    // Another line, another heading, another order, one column more.
    for (text, columns) in [
        ("姓名,性别,单位\n赵一,女,衡阳县\n钱二,男,耒阳市", vec![Some(Name), Some(Categories), Some(Unit)]),
        ("姓名,男女,单位\n赵一,女,衡阳县", vec![Some(Name), Some(Categories), Some(Unit)]),
        ("单位,姓名,性别\n衡阳县,赵一,女", vec![Some(Unit), Some(Name), Some(Categories)]),
        ("姓名,性别,年龄,单位\n赵一,女,40,衡阳县", vec![Some(Name), Some(Categories), None, Some(Unit)]),
        // It was taken out: what stands in its place is another.
        ("姓名,单位,备注\n赵一,衡阳县,", vec![Some(Name), Some(Unit), Some(Note)]),
    ] {
        assert_eq!(again(text).columns(), columns, "{text}");
    }
    // While a tab is typed too many it fits nowhere, and does again when it is gone.
    let bare = plan("甲,女\n乙,男").with_column(1, Some(Name)).with_column(0, Some(Categories));
    let columns = |text: &str| plan(text).keeping(&bare).columns().to_vec();
    assert_eq!(columns("甲,女\n乙,男,"), [Some(Name), None, None]);
    assert_eq!(columns("甲,女\n乙,男\n丙,男"), [Some(Categories), Some(Name)]);
    // What became of the first row is a choice, too.
    let named = plan("代表名,性别\n赵一,女").with_first_row(FirstRow::Headings);
    let more = plan("序,代表名,性别\n1,赵一,女").keeping(&named);
    assert_eq!((more.heading(), plan("赵一,女\n钱二,男,x").keeping(&named).heading()), (Some(0), None));
}

#[test]
fn a_list_without_headings_is_read_by_the_units_that_it_names() {
    use PeopleField::{Name, Status, Unit};
    let bare = plan("1\t衡阳县\t赵一\t当选\n2\t耒阳市\t钱二\t补选\n3\t衡阳县\t孙三\t");
    assert_eq!(bare.first_row(), FirstRow::Unit);
    assert_eq!(bare.columns(), [None, Some(Unit), Some(Name), Some(Status)]);
    assert_eq!(plan("赵一\n钱二").columns(), [Some(Name)]);
}

#[test]
fn problems_point_to_their_cells_and_nothing_is_lost_silently() {
    let found = imported(
        "姓名,单位,状态,终止日期,出席\n\
         赵一,衡阳县,或许,,\n\
         钱二,新单位,调离,2021-9-1,\n\
         钱二,新单位,当选,2021-9-1,\n\
         ,,,,\n\
         孙三,,调离,昨天,可能\n\
         合计,,,,\n",
    );
    let at: Vec<_> = found.problems.iter().map(|p| (p.row, p.column, p.field, p.error)).collect();
    assert_eq!(
        at,
        [
            (2, 3, PeopleField::Status, PersonError::Status),
            (4, 4, PeopleField::Date, PersonError::NothingEnded),
            (6, 4, PeopleField::Date, PersonError::Date),
            (6, 5, PeopleField::Attendance, PersonError::Attendance),
        ]
    );
    assert_eq!(found.drafts[0].mandate, Told::Unclear(Name::new("或许").unwrap()));
    assert_eq!(found.drafts[1].mandate.known().and_then(|m| m.tenure.date()), Date::new(2021, 9, 1));
    assert_eq!((found.drafts.len(), found.unclear(), found.left_out.len()), (4, 1, 2));
    assert_eq!(found.unknown_units, [(Name::new("新单位").unwrap(), 2)]);
    assert_eq!(found.twice, [(Name::new("钱二").unwrap(), 2)]);
}

#[test]
fn totals_are_no_delegates_wherever_their_word_stands() {
    let rows = [
        "合计,15人,",
        "合计,,15人",
        ",合计,15人",
        ",,合计15人",
        "小计：,2人,衡阳县",
        ",共计：2人,",
        ",2人,合计",
    ];
    for row in rows {
        let found = imported(&format!("序号,姓名,单位\n1,赵一,衡阳县\n2,钱二,耒阳市\n{row}\n"));
        assert_eq!((found.drafts.len(), found.left_out.as_slice()), (2, &[4][..]), "{row}");
    }
    let by_unit = imported("单位,姓名\n衡阳县,赵一\n衡阳县小计,1人\n总计,1人\n");
    assert_eq!((by_unit.drafts.len(), by_unit.left_out), (1, vec![3, 4]));
    for row in ["1,Sum,衡阳县", "1,计某,衡阳县", "1,钱二,审计局", ",累计功,衡阳县"] {
        let found = imported(&format!("序号,姓名,单位\n{row}\n"));
        assert_eq!(found.drafts.len(), 1, "{row}");
    }
    // Without headings.
    assert_eq!(imported("1\t赵一\n2\t钱二\n合计\t2人\n").drafts.len(), 2);
}

#[test]
fn days_that_are_counted_are_said_and_a_cause_without_a_reason_is_noted() {
    let found = imported(
        "姓名,单位,状态,终止日期,备注\n\
         赵一,衡阳县,调离,44440,\n\
         钱二,衡阳县,留党察看,２０２１年９月１日,\n\
         孙三,衡阳县,终止：留党察看一年,20210901,见文件\n\
         李四,44440,其他,,44440\n",
    );
    assert_eq!(found.problems, []);
    let day = Date::new(2021, 9, 1).unwrap();
    assert_eq!(found.counted_days, [CountedDay { row: 2, text: "44440".to_owned(), date: day }]);
    let dates: Vec<_> =
        found.drafts.iter().map(|d| d.mandate.known().and_then(|m| m.tenure.date())).collect();
    assert_eq!(dates, [Some(day), Some(day), Some(day), None]);
    let notes: Vec<_> = found.drafts.iter().map(|draft| draft.note.as_str()).collect();
    assert_eq!(notes, ["", "留党察看", "见文件", "44440"]);
}

#[test]
fn a_list_with_fewer_than_the_table_says_so_before_it_fills_anything() {
    let scenario = example(Language::Chinese);
    let name = |text: &str| crate::scenario::Name::new(text).unwrap();
    let of = |text: &str| plan(text).imported(&scenario);
    // 耒阳市 has more in the list than in the table, 新单位 is not in it.
    let elected = |unit: &str| {
        let unit = scenario.units.iter().find(|one| one.name.as_str() == unit).unwrap();
        u64::from(unit.mandates.elected.unwrap().get())
    };
    let many = "钱\t耒阳市\t\n".repeat(elected("耒阳市") as usize + 1);
    let partial = of(&format!(
        "姓名\t单位\t状态\n赵\t衡阳县\t当选\n孙\t衡阳县\t补选\n李\t衡阳县\t或许\n{many}周\t新单位\t\n"
    ));
    let fewer = partial.fewer(&scenario, Placing::Replace);
    assert_eq!(fewer, [FewerListed { unit: name("衡阳县"), list: 2, unclear: 1, table: elected("衡阳县") }]);
    // Behind those who are in the list already.
    let import = partial.action(Placing::Replace, NewUnits::Leave, Filling::Leave);
    let listed = apply(&scenario, &Action::People(import)).unwrap();
    let more = of("姓名\t单位\n赵\t衡阳县\n");
    assert_eq!(more.fewer(&listed, Placing::Replace).first().map(|one| one.list), Some(1));
    assert_eq!(more.fewer(&listed, Placing::Append).first().map(|one| one.list), Some(3));
    // Where the table says nothing, nothing is lost.
    let blank = Scenario::blank();
    assert_eq!(more.fewer(&blank, Placing::Replace), []);
}

#[test]
fn too_many_rows_are_counted() {
    let text = "x\n".repeat(MAX_DELEGATES + 2);
    let found = imported(&text);
    assert_eq!((found.drafts.len(), found.too_many), (MAX_DELEGATES, 2));
    let list = People::default();
    assert!(found.fits(&list, Placing::Replace));
    let one = apply(
        &Scenario::blank(),
        &Action::People(imported("x").action(Placing::Replace, NewUnits::Leave, Filling::Leave)),
    );
    assert!(!found.fits(&one.unwrap().people, Placing::Append));
}

proptest! {
    #[test]
    fn any_table_has_a_plan(text in "[a-z0-9,;\t\n\" 姓名合计衡阳县.-]{0,200}") {
        if let Ok(grid) = Grid::from_table(&text) {
            let scenario = example(Language::Chinese);
            let plan = PeoplePlan::new(grid, &scenario);
            let found = plan.imported(&scenario);
            prop_assert!(found.drafts.len() <= plan.grid().rows().len());
            let action = found.action(Placing::Append, NewUnits::Add, Filling::Fill);
            let _ = apply(&scenario, &Action::People(action));
        }
    }
}
