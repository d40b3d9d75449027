//! How a number came about, in Chinese.

use super::{apart, base, grouped, majority, quorum, table};
use crate::apportion::Scale;
use crate::apportion::open_house::{Parts, StepScale};
use crate::num::{Ratio, Seats};
use crate::scenario::{HouseKey, Indicator, Leader, LineFigure, Note, What, rounding_limit};
use crate::text::number::{decimal, exact, whole};
use crate::text::{CompositionMsg, Msg, RulesMsg, SizeMsg};
use crate::threshold::{Base, Finding, Strictness};

/// What a figure counts: “选举产生 487”.
pub(in crate::text) const fn noun(what: What) -> &'static str {
    match what {
        What::Line(figure) => match figure {
            LineFigure::Units => "单位",
            LineFigure::Delegations => "代表团",
            LineFigure::Members => "人数",
            LineFigure::Quota => "应得份额",
            LineFigure::Seats => "名额",
            LineFigure::PerSeat => "每名额人数",
            LineFigure::Deviation => "偏差",
            LineFigure::Unfilled => "未选出",
            LineFigure::Elected => "选举产生",
            LineFigure::ByElected => "补选",
            LineFigure::Ended => "资格终止",
            LineFigure::Suspended => "暂停",
            LineFigure::Losses => "减少",
            LineFigure::Actual => "实有",
            LineFigure::Registered => "报到",
            LineFigure::Absent => "缺席",
            LineFigure::OnLeave => "请假",
            LineFigure::Present => "实到",
        },
        What::AllMembers => "总人数",
        What::House | What::AllSeats => "名额总数",
        What::Divisor => "除数",
        What::Price => "每名额基数",
        What::Unlocked => "不锁定时",
        What::Base(of) => base(of),
        What::Needed => "需要",
        What::CategoryMembers => "该类人数",
        What::ToFill => "应选名额",
        What::Winners => "当选",
        What::Left => "空余",
        What::Excess => "差额",
        What::Apart(what) => apart::noun(what),
        What::Reason(_) | What::Unit(_) | What::Delegation(_) | What::Planned(_) | What::Bare => "",
    }
}

fn limit(of: (Ratio, Scale)) -> String {
    match of.1 {
        Scale::Plain => exact(of.0),
        Scale::Squared => decimal(rounding_limit(of), 3),
    }
}

/// A step scale as a sentence.
fn steps(scale: &StepScale) -> String {
    let StepScale { first, covers, step, per, parts, most } = *scale;
    let n = |seats: Seats| grouped(seats.get().into());
    let parts = match parts {
        Parts::Whole => "不足一级不计",
        Parts::OrPart => "不足一级按一级计",
        Parts::Nearest => "满半级按一级计",
    };
    let most = most.map_or_else(String::new, |most| format!("，最多 {} 名", n(most)));
    format!(
        "前 {} 人 {} 名，其后每 {} 人增加 {} 名（{parts}）{most}。",
        grouped(covers.get()),
        n(first),
        grouped(per.get()),
        n(step)
    )
}

/// Bounds that a key does not know.
#[inline(never)]
pub(super) fn idle_bounds(units: usize) -> String {
    format!("名额按标准逐单位确定时，“最低”“最高”不起作用；已填写的单位有 {} 个。", grouped(units as u64))
}

pub(in crate::text) fn note(note: &Note) -> String {
    let n = |n: &u64| grouped(*n);
    let seats = |n: &u32| grouped((*n).into());
    let count = |n: &usize| grouped(*n as u64);
    let say = |msg: &Msg<'_>| super::say(msg).into_owned();
    match note {
        Note::Entered => "手工填写。".to_owned(),
        Note::Follows(Leader::List) => "依代表名单统计。".to_owned(),
        Note::Follows(leader) => table::leader(leader).into_owned(),
        Note::Counted => "按单位表统计。".to_owned(),
        Note::Over(LineFigure::Absent, n) => format!("实到多于应到，超 {} 名。", grouped(*n)),
        Note::Over(_, n) => format!("选出人数多于名额，超 {} 名。", grouped(*n)),
        Note::SomeOver(LineFigure::Absent, open, over) => {
            format!("各单位或代表团分别计算：缺席 {} 名，超出应到 {} 名。", whole(*open), grouped(*over))
        }
        Note::SomeOver(_, open, over) => {
            format!("各单位分别计算：未选出 {} 名，超出名额 {} 名。", whole(*open), grouped(*over))
        }
        Note::SumOfUnits(units) => format!("{} 个单位之和。", count(units)),
        Note::SumOfDelegations(of) => format!("{} 个代表团之和。", count(of)),
        Note::NotReported(of) => format!("尚有 {} 个未报，未计入。", seats(of)),
        Note::Stated => "以代表资格审查报告载明的数字为准，不随代表情况表变动。".to_owned(),
        Note::LastGood => "现有设置无法分配名额，此为上一次有效的结果。".to_owned(),
        Note::Locked => "手工锁定；其余据此计算。".to_owned(),
        Note::LockedAlone => "手工锁定。".to_owned(),
        Note::OpenHouse => "各单位按标准所得名额之和，无须填写总数。".to_owned(),
        Note::OpenSeats(of) => format!("尚有 {} 个名额在并列的单位之间未定。", n(of)),
        Note::Grown => "多于名额总数：不足最低名额的已补足。".to_owned(),
        Note::NoMembers => "没有人数，除最低名额外不参与分配。".to_owned(),
        Note::Key(HouseKey::Known(known)) => format!("{}。", say(&Msg::KnownKey(*known))),
        Note::Key(HouseKey::Steps(scale)) => steps(scale),
        Note::Method(method) => format!("{}：{}", say(&Msg::Method(method)), say(&Msg::MethodHint(method))),
        Note::Within(1) => "该代表团只有这一个单位。".to_owned(),
        Note::Within(units) => format!("代表团的名额，在其 {} 个单位之间分配：", count(units)),
        Note::Rounded { lower: Some(lower), upper: Some(upper), seats: to } => {
            format!("在 {} 与 {} 之间，按该方法取整为 {}。", limit(*lower), limit(*upper), seats(to))
        }
        Note::Rounded { upper: Some(upper), seats: to, .. } => {
            format!("不到 {}，按该方法取整为 {}。", limit(*upper), seats(to))
        }
        Note::Rounded { seats: to, .. } => format!("按该方法取整为 {}。", seats(to)),
        Note::FirstSeat => "名额不够各得一个：人数最多的各得一个。".to_owned(),
        Note::Whole(rest, _) if *rest == Ratio::ZERO => "恰为整数，没有余数。".to_owned(),
        Note::Whole(rest, Some(least)) => format!(
            "取整数部分；余数 {} 未得名额，得到名额的最小余数为 {}。",
            decimal(*rest, 4),
            decimal(least.rest, 4)
        ),
        Note::Whole(rest, None) => format!("取整数部分；余数 {} 未得名额。", decimal(*rest, 4)),
        Note::Remainder(rest, Some(most)) => format!(
            "取整数部分，余数 {} 另得 1 个名额；未得到的最大余数为 {}。",
            decimal(*rest, 4),
            decimal(most.rest, 4)
        ),
        Note::Remainder(rest, None) => format!("取整数部分，余数 {} 另得 1 个名额。", decimal(*rest, 4)),
        Note::Shifted { whole, seats: to } if u64::from(*to) < *whole => {
            format!("整数部分为 {}，其他单位的最低名额占用了一部分，得 {} 名。", n(whole), seats(to))
        }
        Note::Shifted { whole, seats: to } => {
            format!("整数部分为 {}，其他单位受最高名额限制，得 {} 名。", n(whole), seats(to))
        }
        Note::MinimumBinds(of) => format!("因最低名额 {} 而提高。", seats(of)),
        Note::MinimumFree(of) => format!("最低名额 {} 未起作用。", seats(of)),
        Note::MaximumBinds(of) => format!("因最高名额 {} 而压低。", seats(of)),
        Note::MaximumFree(of) => format!("最高名额 {} 未起作用。", seats(of)),
        Note::Contested => "并列：是否再得 1 个名额，由抽签决定。".to_owned(),
        Note::Waiting => "所在代表团并列，须先为代表团抽签。".to_owned(),
        Note::ByLot => "最后的名额并列，由抽签决定。".to_owned(),
        Note::Bar(rule, part, needed) => bar(rule.strictness, *part, *needed),
        Note::Verdict(finding) => verdict(finding),
        Note::Quorum(rule, verdict) => quorum(*rule, verdict),
        Note::Majority(votes) => majority(votes),
        Note::Borrowed(wanted, used) => say(&Msg::Rules(RulesMsg::Borrowed { wanted: *wanted, used: *used })),
        Note::RoundedUp(part, to) => rounded(*part, *to, "进一"),
        Note::RoundedDown(part, to) => rounded(*part, *to, "舍去余数"),
        Note::RoundedNearest(part, to) => rounded(*part, *to, "四舍五入"),
        Note::Named(of) => format!("规则直接规定为 {}。", n(of)),
        Note::NoUpperBound => "规则未规定上限。".to_owned(),
        Note::EmptyBand(least, most) => {
            format!("至少 {}、至多 {}，没有整数能同时满足；至少应为 {}。", n(least), n(most), n(least))
        }
        Note::Pooled(pool) => format!("各单位分别进一；若全部名额合为一份，则为 {}。", n(pool)),
        Note::Reached(of, needed) => format!("得票达到 {} 票的候选人有 {} 名。", n(needed), count(of)),
        Note::LargestFirst(1) => "仅最大的一个代表团即已足够：".to_owned(),
        Note::LargestFirst(of) => format!("由大到小，至少 {} 个代表团才超过此数：", count(of)),
        Note::Banzhaf(needed) => format!(
            "需要 {} 票：在“仅因一个代表团加入而由不足变为通过”的全部情形中，属于该代表团的比例。",
            n(needed)
        ),
        Note::OutsideBlocs(of) => say(&Msg::OutsideBlocs(*of)),
        Note::Index(index) => self::index(*index).to_owned(),
        Note::NumberCheck(check) => {
            [SizeMsg::Check(check), SizeMsg::Working(check)].map(|msg| say(&Msg::Size(msg))).concat()
        }
        Note::Target(needed) => say(&Msg::Composition(CompositionMsg::Needed(needed))),
        Note::Fair(cell) => match cell.fair {
            Some(fair) if cell.departs() => {
                format!("应占份额 {}，既未舍也未进：受锁定数与目标所限，别无他法。", decimal(fair, 3))
            }
            Some(fair) if fair.den() == 1 => "应占份额恰为整数。".to_owned(),
            Some(fair) => {
                format!("应占份额 {}，取整后各单位、各类合计不变，且总体最接近应占份额。", decimal(fair, 3))
            }
            None => "没有单位占有份额。".to_owned(),
        },
        Note::Apart(note) => apart::note(*note),
        Note::Chosen(seats) => format!("现用方法为 {}。", whole(*seats)),
    }
}

fn bar(strictness: Strictness, part: Ratio, needed: u64) -> String {
    let (part_text, needed) = (decimal(part, part.telling_digits()), grouped(needed));
    match strictness {
        Strictness::MoreThan => format!("须超过 {part_text}，即至少 {needed}。"),
        Strictness::AtLeast if part.den() == 1 => format!("不少于 {needed}。"),
        Strictness::AtLeast => format!("不少于 {part_text}，即至少 {needed}。"),
    }
}

fn verdict(finding: &Finding) -> String {
    let people = finding.rule.base.attendance().is_none_or(Base::is_of_delegates);
    match (finding.is_met(), people) {
        (true, true) => format!("符合规定人数；还可离席 {} 人。", grouped(finding.may_leave())),
        (true, false) => format!("达到规定；超出 {}。", grouped(finding.surplus())),
        (false, true) => format!("不足规定人数，还差 {} 人。", grouped(finding.shortage())),
        (false, false) => format!("未达到规定，还差 {}。", grouped(finding.shortage())),
    }
}

fn rounded(part: Ratio, to: u64, how: &str) -> String {
    if part.den() == 1 {
        String::new()
    } else {
        format!("{}，{how}，得 {}。", decimal(part, part.telling_digits()), grouped(to))
    }
}

const fn index(index: Indicator) -> &'static str {
    match index {
        Indicator::LoosemoreHanby => {
            "各单位名额占比与人数占比之差的绝对值，求和取半：错置名额所占的比例。完全成比例为 0。"
        }
        Indicator::Gallagher => "各单位名额占比与人数占比之差（百分数）的平方，求和取半，再开平方。",
        Indicator::SainteLague => "各单位名额占比与人数占比之差的平方，除以人数占比，再求和。",
        Indicator::Dhondt => "名额占比与人数占比之比的最大值：代表性最高的单位多占的程度。",
        Indicator::Gini => "名额对人数的洛伦茨曲线与对角线之间面积的两倍；人人等值时为 0。",
        Indicator::MaxMin => "每名额人数的最大值与最小值之比。",
    }
}
