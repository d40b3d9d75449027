//! Chinese for grouping units into delegations.

use super::count;
use crate::language::Language;
use crate::roster::grouping::{Claim, Unfit, Why};
use crate::scenario::regroup::{Balance, Figure};
use crate::text::number::{decimal, grouped, percent};
use crate::text::{GroupingMsg, GroupingWord, list};
use std::borrow::Cow;

pub(super) fn say(msg: &GroupingMsg<'_>) -> Cow<'static, str> {
    let what = |name: &str, n: usize| match n {
        1 => format!("“{name}”"),
        n => format!(" {} 个单位", count(n)),
    };
    Cow::Owned(match msg {
        GroupingMsg::Word(word) => return Cow::Borrowed(fixed(*word)),
        GroupingMsg::Balance(balance) => evenness(balance),
        GroupingMsg::Share(part, whole) => percent(*part, *whole, 1).unwrap_or_default(),
        GroupingMsg::Chosen(n) => format!("已选 {} 个单位", count(*n)),
        GroupingMsg::MoveTo(name, n) => format!("将{}调整到", what(name, *n)),
        GroupingMsg::Moved(name, n, Some(to)) => format!("{} → {to}", what(name, *n).trim_start()),
        GroupingMsg::Moved(name, n, None) => format!("{} → 未编入代表团", what(name, *n).trim_start()),
        GroupingMsg::Founded(names) => format!("新设代表团：{}。", list(Language::Chinese, names)),
        GroupingMsg::FiguresStay(n) => {
            format!("有 {} 处按代表团统计的实到人数仍为原数，请到“会议”中核对。", count(*n))
        }
        GroupingMsg::Dissolve(name) => format!("将“{name}”撤并到"),
        GroupingMsg::NameOf(name) => format!("代表团“{name}”的名称"),
        GroupingMsg::NameTaken(name) => format!("已有代表团“{name}”，两团将合并为一个团。"),
        GroupingMsg::ShowMore(n) => format!("另有 {} 个单位", count(*n)),
        GroupingMsg::ShowMoreDelegations(n) => format!("显示其余 {} 个代表团", count(*n)),
        GroupingMsg::Figure(Figure::Actual) => "实有代表（应到）".to_owned(),
        GroupingMsg::Figure(Figure::Seats) => "名额".to_owned(),
        GroupingMsg::Moves(n) => format!("需调整 {} 个单位。", count(*n)),
        GroupingMsg::Unchanged(n) => format!("{} 个代表团保持不变。", count(*n)),
        GroupingMsg::Largest(claim, groups, name) => largest(claim, *groups, name),
        GroupingMsg::Others(claim, apart) => others(claim, *apart),
        GroupingMsg::Smallest(claim) => match claim.gap() {
            0 => format!("在此前提下，人数最少的团为 {} 人，已无法更多。", grouped(claim.value)),
            gap => format!(
                "在此前提下，人数最少的团为 {} 人，至多比可能的最好结果少 {} 人。",
                grouped(claim.value),
                grouped(gap)
            ),
        },
        GroupingMsg::Unfit(unfit, name) => refused(unfit, name),
    })
}

const fn fixed(word: GroupingWord) -> &'static str {
    match word {
        GroupingWord::Views => "显示内容",
        GroupingWord::ViewFigures => "数据",
        GroupingWord::ViewUnits => "各团单位",
        GroupingWord::Hint => {
            "将单位拖到其他代表团，或点击（触屏上轻点）单位选择去向。键盘操作：方向键在单位之间移动，Enter 选择去向，空格键选中多个单位一起调整，Esc 取消选中。代表团名称可直接修改；改成已有的名称，两团即合并。"
        }
        GroupingWord::NoUnits => "尚无选举单位。",
        GroupingWord::NoDelegations => "尚未编入任何代表团。",
        GroupingWord::Move => "调整",
        GroupingWord::Target => "去向",
        GroupingWord::NewDelegation => "新设代表团",
        GroupingWord::NewHint => "将单位拖到此处，即以其名称新设代表团。",
        GroupingWord::NobodyLeft => "各单位均已编入代表团。",
        GroupingWord::Dissolve => "撤并",
        GroupingWord::Largest => "人数最多",
        GroupingWord::Smallest => "人数最少",
        GroupingWord::Suggest => "编团建议",
        GroupingWord::SuggestTitle => "编团建议",
        GroupingWord::Wanted => "代表团个数",
        GroupingWord::Least => "每团最少人数（可不填）",
        GroupingWord::Most => "每团最多人数（可不填）",
        GroupingWord::Counts => "计算依据",
        GroupingWord::LeaveLarge => "单独成团的大单位保持不变",
        GroupingWord::LeaveLargeHint => "人数不少于各团平均数的单位为大单位。",
        GroupingWord::Before => "现在",
        GroupingWord::After => "建议",
        GroupingWord::Joins => "编入单位",
        GroupingWord::Leaves => "调出单位",
        GroupingWord::New => "新设",
        GroupingWord::Dissolved => "撤销",
        GroupingWord::NothingMoves => "现有编团已与建议一致。",
        GroupingWord::Several => "另有同样均衡的编团方案。",
        GroupingWord::TakeOver => "采用",
        GroupingWord::Unnamed => "代表团",
    }
}

fn evenness(balance: &Balance) -> String {
    let times = balance.times().map_or_else(
        || "人数最少的团没有代表".to_owned(),
        |times| format!("最多为最少的 {} 倍", decimal(times, 2)),
    );
    format!(
        "{} 个代表团，合计 {} 人：最多 {} 人，最少 {} 人，平均 {} 人；{times}。",
        count(balance.delegations),
        grouped(balance.total),
        grouped(balance.largest),
        grouped(balance.smallest),
        decimal(balance.average(), 2)
    )
}

fn because(why: Why, bound: u64, name: &str) -> String {
    match why {
        Why::Unit(_) => format!("仅“{name}”就有 {} 人", grouped(bound)),
        Why::Average { apart: 0 } => format!("平均分配取整后为 {} 人", grouped(bound)),
        Why::Average { apart } => {
            format!("除人数最多的 {} 个单位外，其余各团平均取整后为 {} 人", count(apart), grouped(bound))
        }
        Why::Crowd { units, together } => {
            format!("人数最多的 {} 个单位中必有 {} 个同在一团", count(units), count(together))
        }
        Why::Few { units, .. } => format!("单位个数少，必有一团至多含 {} 个单位", count(units)),
        Why::Search => "已逐一检验所有可能".to_owned(),
    }
}

fn largest(claim: &Claim, groups: usize, name: &str) -> String {
    match claim.gap() {
        0 => format!(
            "已为最优：编为 {} 个团时，人数最多的团不可能少于 {} 人（{}）。",
            count(groups),
            grouped(claim.value),
            because(claim.why, claim.bound, name)
        ),
        gap => format!(
            "人数最多的团为 {} 人，至多比可能的最好结果多 {} 人；不可能少于 {} 人（{}）。",
            grouped(claim.value),
            grouped(gap),
            grouped(claim.bound),
            because(claim.why, claim.bound, name)
        ),
    }
}

fn others(claim: &Claim, apart: usize) -> String {
    let beside =
        format!("除 {} 个由一个单位单独组成的团外，人数最多的团为 {} 人", count(apart), grouped(claim.value));
    match claim.gap() {
        0 => format!("{beside}，也已为最优。"),
        gap => format!("{beside}，至多比可能的最好结果多 {} 人。", grouped(gap)),
    }
}

fn refused(unfit: &Unfit, name: &str) -> String {
    match unfit {
        Unfit::NoGroups => "请填写代表团个数。".to_owned(),
        Unfit::TooManyUnits(n) => format!("单位有 {} 个，超过上限。", count(*n)),
        Unfit::FewerUnits { units, groups } => {
            format!(
                "只有 {} 个单位，不足以编成 {} 个团：每团至少须有一个单位。",
                count(*units),
                count(*groups)
            )
        }
        Unfit::FewerGroups { needed, groups } => {
            format!("保持不变的单位占用过多：至少需要 {} 个团，现为 {} 个。", count(*needed), count(*groups))
        }
        Unfit::Crossed { least, most } => {
            format!("每团最少人数 {} 大于最多人数 {}。", grouped(*least), grouped(*most))
        }
        Unfit::UnitAbove { size, most, .. } => {
            format!("仅“{name}”就有 {} 人，超过每团最多人数 {}。", grouped(*size), grouped(*most))
        }
        Unfit::AloneBelow { size, least, .. } => {
            format!("“{name}”单独成团，只有 {} 人，少于每团最少人数 {}。", grouped(*size), grouped(*least))
        }
        Unfit::MostTooLow { bound, why, most } => format!(
            "任何编团都无法做到每团不超过 {} 人：人数最多的团至少有 {} 人，因为{}。",
            grouped(*most),
            grouped(*bound),
            because(*why, *bound, name)
        ),
        Unfit::LeastTooHigh { bound, why, least } => format!(
            "任何编团都无法做到每团不少于 {} 人：人数最少的团至多有 {} 人，因为{}。",
            grouped(*least),
            grouped(*bound),
            because(*why, *bound, name)
        ),
        Unfit::NoneWithin => "已逐一检验，没有符合人数要求的编团。".to_owned(),
        Unfit::NotFound => {
            "未找到符合人数要求的编团，但可能的编团太多，无法全部排除。请放宽人数范围。".to_owned()
        }
    }
}
