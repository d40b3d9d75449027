//! Chinese: the table of units as a table.

use super::{count, key, say as said};
use crate::limits::MAX_UNITS;
use crate::scenario::{Direction, Leader, NameOrder, SortKey, Sorting, Wanted};
use crate::text::key::said;
use crate::text::table::heading;
use crate::text::{Key, Msg, TableMsg, TableWord};
use std::borrow::Cow;

pub(super) fn say(msg: &TableMsg<'_>) -> Cow<'static, str> {
    match msg {
        TableMsg::Word(which) => Cow::Borrowed(word(*which)),
        TableMsg::Menu(column) => Cow::Owned(format!("{column}：排序与列")),
        TableMsg::Sort(by) => Cow::Borrowed(choice(*by)),
        TableMsg::InsertAbove(1) => Cow::Borrowed(key(Key::InsertAbove)),
        _ => Cow::Owned(seldom(msg)),
    }
}

/// What the first screen does not say.
#[inline(never)]
fn seldom(msg: &TableMsg<'_>) -> String {
    match msg {
        TableMsg::Word(_) | TableMsg::Menu(_) | TableMsg::Sort(_) | TableMsg::InsertAbove(1) => {
            say(msg).into_owned()
        }
        TableMsg::Sorted(by) => format!("按{}排序", sorted(*by)),
        TableMsg::Wanted(which) => wanted(*which).to_owned(),
        TableMsg::Found(0, 0) => "没有找到".to_owned(),
        TableMsg::Found(0, total) => format!("共 {} 处", count(*total)),
        TableMsg::Found(at, total) => format!("第 {} 处，共 {} 处", count(*at), count(*total)),
        TableMsg::Shown(shown, all) => format!("显示 {} 个单位，共 {} 个", count(*shown), count(*all)),
        TableMsg::TotalAll(all) => format!("全部 {} 个单位", count(*all)),
        TableMsg::TotalShown(shown) => format!("所显示的 {} 个单位", count(*shown)),
        TableMsg::Width(column, pixels) => format!("“{column}”列宽 {pixels} 像素"),
        TableMsg::SortedAlready(by) => format!("已经是按{}排列的。", sorted(*by)),
        TableMsg::InsertAbove(n) => format!("在上方插入 {} 个单位", count(*n)),
        TableMsg::LeftOut { heading, total } => match (heading, total) {
            (true, true) => "标题行和合计行未粘贴。",
            (true, false) => "标题行未粘贴。",
            (false, _) => "合计行未粘贴。",
        }
        .to_owned(),
        TableMsg::NoRoom(rows) => {
            format!("表格最多容纳 {} 个单位，已满，有 {} 行未粘贴。", count(MAX_UNITS), count(*rows))
        }
        TableMsg::Unfit(n) => format!("有 {} 个单元格的内容不合要求，已保留并标出。", count(*n)),
    }
}

const fn every(word: TableWord) -> &'static str {
    match word {
        TableWord::Find => "查找（Ctrl+F）",
        TableWord::FindLabel => "在表中查找",
        TableWord::Next => "下一处（Enter）",
        TableWord::Previous => "上一处（Shift+Enter）",
        TableWord::CloseFind => "关闭查找（Esc）",
        TableWord::Filter => "筛选",
        TableWord::FilterText => "单位或代表团含有",
        TableWord::FilterRows => "只显示",
        TableWord::Again => "重新筛选",
        TableWord::ShowAll => "显示全部",
        TableWord::FilterHint => {
            "筛选只改变显示，不改变数据；修改、粘贴、填充、移动、删除只涉及所显示的行，新增的行始终显示。"
        }
        TableWord::NoneShown => "没有符合条件的单位。",
        TableWord::Sort => "排序",
        TableWord::Columns => "列",
        TableWord::ColumnsShown => "显示哪些列",
        TableWord::SelectColumn => "选中整列（Ctrl+空格）",
        TableWord::HideColumn => "隐藏此列",
        TableWord::Narrower => "缩小列宽",
        TableWord::Wider => "加大列宽",
        TableWord::Fit => "列宽适应内容",
        TableWord::Reset => "恢复默认的列和列宽",
        TableWord::Fill => "向下填充（Ctrl+D）",
        TableWord::LetGo => "现在按 Tab 即可离开表格。",
        TableWord::NotPasted => "剪贴板中没有表格，或表格过大，未粘贴。",
    }
}

said!(fn word(TableWord), of every);

fn sorted(Sorting { by, direction }: Sorting) -> String {
    let names = |of: &str, order: NameOrder| match (order, direction) {
        (NameOrder::Strokes, Direction::Ascending) => format!("{of}笔画从少到多"),
        (NameOrder::Strokes, Direction::Descending) => format!("{of}笔画从多到少"),
        (NameOrder::Pinyin, Direction::Ascending) => format!("{of}拼音"),
        (NameOrder::Pinyin, Direction::Descending) => format!("{of}拼音倒序"),
        (NameOrder::Alphabet, Direction::Ascending) => format!("{of}字母"),
        (NameOrder::Alphabet, Direction::Descending) => format!("{of}字母倒序"),
    };
    match by {
        SortKey::Name(order) => names("单位名称", order),
        SortKey::Delegation(order) => names("代表团名称", order),
        SortKey::Measure(which) if direction == Direction::Ascending => {
            format!("{}从小到大", said(&heading(which)))
        }
        SortKey::Measure(which) => format!("{}从大到小", said(&heading(which))),
    }
}

const fn choice(Sorting { by, direction }: Sorting) -> &'static str {
    match (by, direction) {
        (SortKey::Measure(_), Direction::Ascending) => "从小到大排序",
        (SortKey::Measure(_), Direction::Descending) => "从大到小排序",
        (SortKey::Name(order) | SortKey::Delegation(order), Direction::Ascending) => match order {
            NameOrder::Alphabet => "按字母排序",
            NameOrder::Pinyin => "按拼音排序",
            NameOrder::Strokes => "按笔画排序（从少到多）",
        },
        (SortKey::Name(order) | SortKey::Delegation(order), Direction::Descending) => match order {
            NameOrder::Alphabet => "按字母倒序排序",
            NameOrder::Pinyin => "按拼音倒序排序",
            NameOrder::Strokes => "按笔画排序（从多到少）",
        },
    }
}

/// Why nothing is typed into a cell that follows from elsewhere.
pub(super) fn leader(leader: &Leader) -> Cow<'static, str> {
    match leader {
        Leader::List => Cow::Borrowed("该数字由代表名单得出：请在名单中修改，或改为以表格为准。"),
        Leader::Sitting { name, at, tally } => {
            let sitting = match name.is_empty() {
                true => said(&Msg::SittingNumber(at + 1)),
                false => Cow::Owned(["“", name.as_str(), "”"].concat()),
            };
            let way = said(&Msg::Tally(*tally));
            Cow::Owned(format!(
                "{sitting}的实到人数统计方式为“{way}”，各单位的数字不计入：请在“会议”中填写，或在那里改为“按选举单位”。"
            ))
        }
    }
}

const fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::All => "全部单位",
        Wanted::Faulty => "有问题的",
        Wanted::Locked => "名额手工锁定的",
        Wanted::Tied => "需要抽签的",
        Wanted::Seatless => "没有名额的",
        Wanted::Undelegated => "未编入代表团的",
        Wanted::ElectedMissing => "未填选举产生数的",
        Wanted::Unfilled => "有未选出名额的",
        Wanted::Ended => "有资格终止或暂停的",
        Wanted::PresentMissing => "未填实到人数的",
        Wanted::Absent => "有缺席的",
    }
}
