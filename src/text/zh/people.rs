//! Chinese.

use crate::exchange::{CountedDay, FewerListed, PeopleField, PersonError, PersonProblem};
use crate::limits::{MAX_DELEGATE_CATEGORIES, MAX_DELEGATES};
use crate::scenario::{
    Attending, Basis, Entry, Mandate, Name, NameError, PeopleProblem, PeopleStep, Placing, Tenure,
};
use crate::text::number::grouped;
use crate::text::{Msg, PeopleKey, PeopleMsg};
use std::borrow::Cow;

const fn key(key: PeopleKey) -> &'static str {
    match key {
        PeopleKey::Title => "代表名单",
        PeopleKey::Hint => {
            "导入代表名单后，可自动填写并核对名册数字。名单只保存在本机；除非在分享时勾选，链接中不含姓名。"
        }
        PeopleKey::Paste => "粘贴或打开名单",
        PeopleKey::Add => "添加代表",
        PeopleKey::Search => "按姓名、单位或类别查找",
        PeopleKey::Order => "排列",
        PeopleKey::OrderListed => "按名单顺序",
        PeopleKey::OrderPinyin => "按姓名拼音",
        PeopleKey::OrderStrokes => "按姓氏笔画",
        PeopleKey::OrderUnit => "按选举单位",
        PeopleKey::Unmarked => "未登记",
        PeopleKey::Unmark => "清除到会标记",
        PeopleKey::UnclearStatus => "无法识别",
        PeopleKey::BasisChoice => "名单与表格数字不一致时",
        PeopleKey::FollowsHint => "名单所列单位的数字由名单得出，不能直接填写；其他单位仍照常填写。",
        PeopleKey::Fill => "按名单填写数字",
        PeopleKey::RemoveAll => "删除整个名单",
        PeopleKey::Remove => "删除",
        PeopleKey::ByUnit => "名单与表格数字对照",
        PeopleKey::NoMatch => "没有符合条件的代表。",
        PeopleKey::Save => "保存名单（CSV）",
        PeopleKey::ImportTitle => "导入代表名单",
        PeopleKey::ImportHint => {
            "可识别的列：姓名、选举单位、类别、状态、终止日期、出席、备注。导入前会先预览，确认之前不会改动任何内容。"
        }
        PeopleKey::Replace => "替换现有名单",
        PeopleKey::Append => "追加到名单末尾",
        PeopleKey::FillOnce => "同时按名单填写所列单位的数字（一次）",
        PeopleKey::TooLarge => "名单文字总量超出上限。",
        PeopleKey::Annex => "代表名单",
        PeopleKey::AttendanceHint => "出席情况登记在名册当前显示的会议上。",
        PeopleKey::TextRefused => "文字过长，或类别过多。",
        PeopleKey::Import => "导入名单",
    }
}

pub(super) fn say(msg: &PeopleMsg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        PeopleMsg::Key(k) => return Cow::Borrowed(key(*k)),
        PeopleMsg::Field(at) => return Cow::Borrowed(field(*at)),
        PeopleMsg::Entry(Entry::Elected) => return Cow::Borrowed("选举产生"),
        PeopleMsg::Entry(Entry::ByElected) => return Cow::Borrowed("补选"),
        PeopleMsg::Tenure(tenure) => self::tenure(*tenure),
        PeopleMsg::Mandate(mandate) => self::mandate(*mandate),
        PeopleMsg::Attending(mark) => return Cow::Borrowed(attending(*mark)),
        PeopleMsg::Basis(Basis::Table) => return Cow::Borrowed("以表格为准，名单用于核对"),
        PeopleMsg::Basis(Basis::List) => return Cow::Borrowed("以名单为准，表格随名单变动"),
        PeopleMsg::Problem(what) => problem(what),
        PeopleMsg::ImportProblem(what) => import_problem(what),
        PeopleMsg::ImportSaid(delegates, problems) => format!(
            "将导入代表 {} 名{}。",
            count(*delegates),
            match problems {
                0 => String::new(),
                n => format!("，有 {} 处不合要求", count(*n)),
            }
        ),
        PeopleMsg::ImportSummary { delegates, unclear, left_out, too_many } => {
            let mut text = format!("将导入代表 {} 名。", count(*delegates));
            if *unclear > 0 {
                text +=
                    &format!("其中 {} 名的状态无法识别，列入名单，更正前不计入各项数字。", count(*unclear));
            }
            text += &super::rows_left_out(left_out);
            if *too_many > 0 {
                text += &format!("{} 行超出上限 {} 名，不导入。", count(*too_many), count(MAX_DELEGATES));
            }
            text
        }
        PeopleMsg::UnknownUnits(units) => format!("单位表中没有：{}。", listed(units)),
        PeopleMsg::Twice(names) => format!("同一单位内重名：{}。", listed(names)),
        PeopleMsg::AddUnits(n) => format!("将缺少的 {} 个单位添加到表中", count(*n)),
        PeopleMsg::CountedDay(CountedDay { row, text, date }) => {
            format!("第 {} 行（终止日期）：“{text}”按电子表格的日期序号读作 {date}。", count(*row))
        }
        PeopleMsg::ReadAs(date) => format!("读作 {date}"),
        PeopleMsg::FewerUnits(n, placing, basis) => {
            let placed = match placing {
                None => "",
                Some(Placing::Replace) => "替换现有名单后，",
                Some(Placing::Append) => "追加到现有名单后，",
            };
            let advice = match basis {
                Basis::Table => "如果名单不完整，请不要按名单填写数字。",
                Basis::List => "目前以名单为准，表中数字将随之减少。",
            };
            format!("{placed}有 {} 个单位的名单人数少于表中数字。{advice}", count(*n))
        }
        PeopleMsg::Fewer(FewerListed { unit, list, unclear, table }) => {
            let (list, table) = (grouped((*list).into()), grouped(*table));
            format!("{}：名单 {list} 名{}，表中 {table} 名。", unit.as_str(), uncounted(*unclear))
        }
        PeopleMsg::Summary { all, due, ended, suspended, unclear } => {
            let mut text = format!("名单共 {} 名代表，应到 {} 名", count(*all), grouped((*due).into()));
            if *ended > 0 {
                text += &format!("，资格终止 {} 名", grouped((*ended).into()));
            }
            if *suspended > 0 {
                text += &format!("，暂停 {} 名", grouped((*suspended).into()));
            }
            if *unclear > 0 {
                text += &format!("，状态无法识别 {} 名", grouped((*unclear).into()));
            }
            text + "。"
        }
        PeopleMsg::RollSummary(sitting, roll) => format!(
            "{sitting}：实到 {} 名，请假 {} 名，缺席 {} 名，未登记 {} 名。",
            grouped(roll.present.into()),
            grouped(roll.on_leave.into()),
            grouped(roll.absent.into()),
            grouped(roll.unmarked.into())
        ),
        PeopleMsg::Matches(n) => format!("符合条件的代表 {} 名。", count(*n)),
        PeopleMsg::ShowMore(n) => format!("再显示 {} 名", count(*n)),
        PeopleMsg::MarkPresent(n) => format!("{} 名标为实到", count(*n)),
        PeopleMsg::MarkAbsent(n) => format!("其余 {} 名标为缺席", count(*n)),
        PeopleMsg::CellOf(at, name) => format!("{}，{name}", field(*at)),
        PeopleMsg::MarkOf(mark, name) => format!("{}，{name}", attending(*mark)),
        PeopleMsg::BesideTable(list, table) => match table {
            Some(table) => format!("{}（表 {}）", grouped((*list).into()), grouped(*table)),
            None => format!("{}（表未填）", grouped((*list).into())),
        },
        PeopleMsg::IncludeNames(n) => format!("包含 {} 名代表的名单", count(*n)),
        PeopleMsg::NamesLeftOut(n) => {
            format!("{} 名代表的名单留在本机，不进入链接；各项数字都在链接中。", count(*n))
        }
        PeopleMsg::NamesIncluded(n) => format!(
            "得到链接的人都能看到 {} 名代表的姓名、单位、状态、类别、备注和出席情况，请确认可以提供。",
            count(*n)
        ),
        PeopleMsg::WithAnnex(n) => format!("附代表名单（{} 名）", count(*n)),
        PeopleMsg::SharedNames(n) => format!("其中包含 {} 名代表的名单。", count(*n)),
        PeopleMsg::RemoveOne(name) => format!("删除 {name}"),
    })
}

fn tenure(tenure: Tenure) -> String {
    match tenure {
        Tenure::Holding => "在任".to_owned(),
        Tenure::Suspended => "暂停".to_owned(),
        Tenure::Ended { reason, .. } => {
            format!("终止：{}", super::say(&Msg::Reason(reason)))
        }
    }
}

fn mandate(mandate: Mandate) -> String {
    let entry = say(&PeopleMsg::Entry(mandate.entry));
    match mandate.tenure {
        Tenure::Holding => entry.into_owned(),
        other => format!("{entry}，{}", tenure(other)),
    }
}

const fn attending(mark: Attending) -> &'static str {
    match mark {
        Attending::Present => "实到",
        Attending::OnLeave => "请假",
        Attending::Absent => "缺席",
    }
}

const fn field(field: PeopleField) -> &'static str {
    match field {
        PeopleField::Name => "姓名",
        PeopleField::Unit => "选举单位",
        PeopleField::Categories => "类别",
        PeopleField::Status => "状态",
        PeopleField::Date => "终止日期",
        PeopleField::Attendance => "出席",
        PeopleField::Note => "备注",
    }
}

pub(super) fn step(step: PeopleStep) -> String {
    match step {
        PeopleStep::Imported(n) => format!("导入 {} 名代表", count(n)),
        PeopleStep::Added => "添加代表".to_owned(),
        PeopleStep::Edited => "修改代表信息".to_owned(),
        PeopleStep::Removed(n) => format!("删除 {} 名代表", count(n)),
        PeopleStep::RemovedAll => "删除代表名单".to_owned(),
        PeopleStep::Marked(n) => format!("登记 {} 名代表的出席情况", count(n)),
        PeopleStep::Filled => "按名单填写数字".to_owned(),
        PeopleStep::Basis => "更改以表格还是名单为准".to_owned(),
        PeopleStep::Units => "添加单位".to_owned(),
    }
}

fn problem(problem: &PeopleProblem) -> String {
    match problem {
        PeopleProblem::Differs { list, unclear, table } => {
            let table = table.map_or("尚未填写".to_owned(), |table| format!("为 {} 名", grouped(table)));
            format!("名单为 {} 名{}，表中{table}。", grouped((*list).into()), uncounted(*unclear))
        }
        PeopleProblem::UnknownUnit { name, delegates } => {
            format!("没有名为“{}”的选举单位，涉及代表 {} 名。", name.as_str(), count(*delegates))
        }
        PeopleProblem::NoUnit { delegates } => format!("{} 名代表没有填写选举单位。", count(*delegates)),
        PeopleProblem::UnclearStatus { text, delegates } => format!(
            "“{}”不是可以识别的状态，涉及代表 {} 名，更正前不计入。",
            text.as_str(),
            count(*delegates)
        ),
        PeopleProblem::Nameless { delegates } => format!("{} 名代表没有姓名。", count(*delegates)),
        PeopleProblem::Twice { name, delegates } => {
            format!("{} 在同一单位出现 {} 次。", name.as_str(), count(*delegates))
        }
        PeopleProblem::PresentWithoutMandate { name } => {
            format!("{} 标为实到，但其代表资格已终止或暂停。", name.as_str())
        }
    }
}

fn import_problem(problem: &PersonProblem) -> String {
    let PersonProblem { row, column, field, text, error } = problem;
    let text: String = text.chars().take(24).collect();
    let why = match error {
        PersonError::Text(NameError::TooLong { bytes, limit }) => {
            format!("{}该格留空。", super::too_long(*bytes, *limit))
        }
        PersonError::ManyCategories => format!("类别超过 {MAX_DELEGATE_CATEGORIES} 项，该格留空。"),
        PersonError::Status => "不是可以识别的状态；列入名单，原文保留，更正前不计入各项数字。".to_owned(),
        PersonError::Date => "不是日期（如 2021-09-27），该格留空。".to_owned(),
        PersonError::NothingEnded => "有日期，但代表资格并未终止，该格留空。".to_owned(),
        PersonError::Attendance => "不是可以识别的出席情况，该格留空。".to_owned(),
    };
    format!("第 {} 行第 {column} 列（{}）：“{text}”。{why}", count(*row), self::field(*field))
}

/// Those who are not among a figure because their status was not understood.
fn uncounted(unclear: u32) -> String {
    if unclear == 0 {
        return String::new();
    }
    format!("（另有 {} 名状态无法识别，未计入）", grouped(unclear.into()))
}

/// The first few names with their numbers.
fn listed(names: &[(Name, usize)]) -> String {
    const SHOWN: usize = 8;
    let name = |(name, n): &(Name, usize)| format!("{}（{} 名）", name.as_str(), count(*n));
    let mut text = names.iter().take(SHOWN).map(name).collect::<Vec<_>>().join("、");
    if names.len() > SHOWN {
        text += &format!("等 {} 项", count(names.len()));
    }
    text
}

fn count(n: usize) -> String {
    grouped(n as u64)
}
