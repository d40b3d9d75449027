//! 规则的中文。

use crate::scenario::{Descent, RulesStep};
use crate::text::number::grouped;
use crate::text::zh::{base, date, office, strictness};
use crate::text::{RulesMsg, RulesWord};
use crate::threshold::{
    Band, Base, Chapter, Counting, Decision, Excess, Fault, Initiative, Level, ListOrder, Measures,
    Milestone, Provision, Purpose, Remedy, Rule, Share, ShareError, Signers, Span, Subject, TieRule,
};

pub(super) fn say(msg: RulesMsg) -> String {
    match msg {
        RulesMsg::Word(word) => self::word(word).to_owned(),
        RulesMsg::Chapter(chapter) => self::chapter(chapter).to_owned(),
        RulesMsg::Subject(about) => subject(about),
        RulesMsg::Provision(row) => provision(row),
        RulesMsg::Decision(what) => decision(what).to_owned(),
        RulesMsg::Descent(descent) => match descent {
            Descent::Copied => "与来源一致。",
            Descent::Changed => "本组织已修改。",
            Descent::Added => "本组织增加。",
            Descent::Removed => "本组织已删去。",
        }
        .to_owned(),
        RulesMsg::CopiedFrom(name) => format!("依据“{}”复制。", name.zh),
        RulesMsg::ReturnTo(name) => format!("恢复为“{}”", name.zh),
        RulesMsg::CopyOf(name) => format!("{}——自定", name.zh),
        RulesMsg::Edit(about) => format!("修改：{}", subject(about)),
        RulesMsg::Done(about) => format!("完成：{}", subject(about)),
        RulesMsg::Remove(about) => format!("删除：{}", subject(about)),
        RulesMsg::Reset(about) => format!("恢复来源规定：{}", subject(about)),
        RulesMsg::SourceSays(row) => format!("来源规定：{}", provision(row)),
        RulesMsg::Fault(about, fault) => format!("{}：{}", subject(about), self::fault(fault)),
        RulesMsg::ShareError(error) => share_error(error),
        RulesMsg::NotStated(of) => format!("法定人数以“{}”计算，但该次会议未载明此数。", base(of)),
        RulesMsg::Stated(of) => stated(of).to_owned(),
        RulesMsg::Borrowed { wanted, used } => {
            format!("规则没有规定{}的法定人数，这里按{}的规定计算。", purpose(wanted), purpose(used))
        }
        RulesMsg::SignersHere(n) => format!("本次大会：{} 人联名。", grouped(n)),
        RulesMsg::PresidiumHere(n) => format!("本次大会：约 {} 人。", grouped(n)),
        RulesMsg::Latest(day) => format!("本次大会：不迟于{}。", date(day)),
        RulesMsg::Step(step) => match step {
            RulesStep::Copied => "复制规则",
            RulesStep::Renamed => "重命名规则",
            RulesStep::Added => "增加一条规则",
            RulesStep::Changed => "修改一条规则",
            RulesStep::Removed => "删除一条规则",
            RulesStep::Reset => "恢复一条来源规定",
            RulesStep::Returned => "恢复为原规则",
        }
        .to_owned(),
        RulesMsg::Counting(how) => counting(how).to_owned(),
        RulesMsg::Tie(how) => tie(how).to_owned(),
        RulesMsg::Order(how) => order(how).to_owned(),
        RulesMsg::Excess(of) => excess(of),
        RulesMsg::Share(of) => fraction(of),
    }
}

const fn word(word: RulesWord) -> &'static str {
    match word {
        RulesWord::Whole => "规则全文",
        RulesWord::WholeHint => "逐条列出规定及其出处。来源没有规定的事项不在其中，程序也不作推断。",
        RulesWord::Copy => "复制并修改这套规则",
        RulesWord::CopyHint => "复制后方案自带规则；未改动的条目继续注明原出处。",
        RulesWord::OwnHint => {
            "改动的条目视为本组织自行规定。自定规则不是法律：法律、党规对该组织有规定的，仍以其为准。"
        }
        RulesWord::Name => "规则名称",
        RulesWord::About => "事项",
        RulesWord::Says => "规定",
        RulesWord::From => "出处",
        RulesWord::Edit => "修改",
        RulesWord::Remove => "删除",
        RulesWord::Reset => "恢复来源规定",
        RulesWord::Done => "完成",
        RulesWord::Add => "增加",
        RulesWord::AddWhat => "要增加的事项",
        RulesWord::FirstMeasure => "标准",
        RulesWord::SecondMeasure => "第二项标准（须同时达到）",
        RulesWord::AddSecond => "增加第二项标准",
        RulesWord::RemoveSecond => "删除第二项标准",
        RulesWord::Least => "至少多于应选名额",
        RulesWord::Most => "至多多于应选名额",
        RulesWord::NoBound => "不限",
        RulesWord::ShareOfSeats => "应选名额的比例",
        RulesWord::Persons => "人数",
        RulesWord::ShareOfMembers => "全体代表的比例",
        RulesWord::DelegationOrPersons => "一个代表团或若干人",
        RulesWord::Days => "日",
        RulesWord::Months => "个月",
        RulesWord::Before => "提前多久",
        RulesWord::Kind => "计算方式",
        RulesWord::HowMany => "数量",
        RulesWord::Counted => "是否计入基数",
        RulesWord::TieChoice => "票数相等时",
        RulesWord::OrderChoice => "名单排列",
        RulesWord::Nothing => "没有规定。",
        RulesWord::NoValue => "此条没有可填的数值：保留或删除即可。",
        RulesWord::Here => "按当前显示的会议",
        RulesWord::ByDecision => "各类表决所需票数",
        RulesWord::StatedFigures => "规则要用、名册中没有的数字",
        RulesWord::StatedHint => "填整数，前后单位一致，例如面积以整平方米计。",
        RulesWord::VotingFigures => "部分代表没有选举权",
        RulesWord::SilentOn => "以下事项没有规定：",
    }
}

const fn stated(of: Base) -> &'static str {
    match of {
        Base::CapableMembers => "具有完全民事行为能力的成员人数",
        Base::Owners => "全体业主人数",
        Base::Participants => "参加表决人数",
        Base::Area => "专有部分面积合计（平方米）",
        Base::ParticipatingArea => "参加表决的专有部分面积（平方米）",
        Base::Voters => "登记选民人数",
        Base::VotingRights => "表决权总数",
        Base::DueWithVote => "应到会有选举权人数",
        Base::PresentWithVote => "实到会有选举权人数",
        other => base(other),
    }
}

const fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Quorums => "法定人数",
        Chapter::Majorities => "表决与当选票数",
        Chapter::Candidates => "候选人差额",
        Chapter::Ballots => "选票效力",
        Chapter::Ties => "票数相等",
        Chapter::Shortfall => "当选人不足",
        Chapter::Lists => "名单排列",
        Chapter::Signers => "联名人数",
        Chapter::Presidium => "主席团",
        Chapter::Deadlines => "时限",
    }
}

/// “提出议案（乡镇）”。
fn subject(about: Subject) -> String {
    let at = |what: &str, at: Option<Level>| match at {
        Some(at) => format!("{what}（{}）", level(at)),
        None => what.to_owned(),
    };
    match about {
        Subject::Quorum(of) => purpose(of).to_owned(),
        Subject::Majority(of) => decision(of).to_owned(),
        Subject::Candidates(of) | Subject::Order(of) => office(of).to_owned(),
        Subject::OverReturned => "收回选票多于发出选票".to_owned(),
        Subject::OverChosen => "所选人数多于应选人数".to_owned(),
        Subject::Blank => "空白票".to_owned(),
        Subject::Illegal => "不合规定的票".to_owned(),
        Subject::Tie => "末位票数相等".to_owned(),
        Subject::Remedy(of) => match of {
            Remedy::SeparateElection => "另行选举",
            Remedy::ReduceSeats => "减少名额",
            Remedy::LeaveVacant => "名额空缺",
        }
        .to_owned(),
        Subject::Signers(of, level) => at(
            match of {
                Initiative::Motion => "提出议案",
                Initiative::Recall => "提出罢免案",
                Initiative::ExtraordinaryMeeting => "提议召开临时会议",
            },
            level,
        ),
        Subject::Presidium => "主席团规模".to_owned(),
        Subject::Deadline(of, level) => at(
            match of {
                Milestone::CongressRequest => "报请召开大会",
                Milestone::CandidateRequest => "报批候选人",
                Milestone::VoterList => "公布选民名单",
                Milestone::PreliminaryCandidates => "公布初步候选人名单",
                Milestone::FinalCandidates => "公布正式候选人名单",
                Milestone::Nomination => "提名、酝酿候选人",
            },
            level,
        ),
    }
}

fn provision(row: Provision) -> String {
    match row {
        Provision::Quorum(_, of) | Provision::Majority(_, of) => measures(of),
        Provision::Candidates(_, of) => band(of),
        Provision::OverReturned => "收回的选票多于发出的选票，选举无效。".to_owned(),
        Provision::OverChosen => "所选人数多于应选人数的选票无效。".to_owned(),
        Provision::Blank(how) => format!("空白票{}基数。", counting(how)),
        Provision::Illegal(how) => format!("有权投票者所投不合规定的票{}基数。", counting(how)),
        Provision::Tie(how) => format!("{}。", tie(how)),
        Provision::Remedy(Remedy::SeparateElection) => "就不足的名额另行选举。".to_owned(),
        Provision::Remedy(Remedy::ReduceSeats) => {
            "接近应选名额的，经过半数选举人或主席团同意，可以减少名额。".to_owned()
        }
        Provision::Remedy(Remedy::LeaveVacant) => "名额空缺。".to_owned(),
        Provision::Order(_, how) => format!("{}。", order(how)),
        Provision::Signers(_, _, of) => match of {
            Signers::Persons(n) => format!("{} 人以上联名。", grouped(n.into())),
            Signers::DelegationOr(n) => format!("一个代表团或 {} 人以上联名。", grouped(n.into())),
            Signers::Of(share) => format!("全体代表的 {} 以上联名。", fraction(share)),
        },
        Provision::Presidium(share) => format!("约为代表人数的 {}。", fraction(share)),
        Provision::Deadline(_, _, Span::Days(n)) => format!("至少提前 {} 日。", grouped(n.into())),
        Provision::Deadline(_, _, Span::Months(n)) => format!("至少提前 {} 个月。", grouped(n.into())),
    }
}

fn measures(of: Measures) -> String {
    let one =
        |rule: Rule| format!("{}{}的 {}", strictness(rule.strictness), base(rule.base), fraction(rule.share));
    let rules: Vec<String> = of.rules().map(one).collect();
    format!("{}。", rules.join("，且"))
}

fn band(of: Band) -> String {
    match of.most {
        Some(_) if of == Band::EQUAL => "等额：候选人数与应选名额相等。".to_owned(),
        Some(Excess::Persons(most)) if of.least == Excess::Persons(0) => {
            let up_to = if most == 1 { "多" } else { "至多多" };
            format!("等额，或{up_to} {} 人。", grouped(most.into()))
        }
        None if of.least == Excess::Persons(0) => "候选人数不少于应选名额。".to_owned(),
        None => format!("候选人数至少多于应选名额 {}。", excess(of.least)),
        Some(most) if most == of.least => format!("候选人数多于应选名额 {}。", excess(most)),
        Some(most) => format!("候选人数多于应选名额 {}至 {}。", spaced(of.least), excess(most)),
    }
}

/// With a space behind a figure, and none behind a word.
fn spaced(of: Excess) -> String {
    let said = excess(of);
    if said.ends_with(|last: char| last.is_ascii_digit()) { said + " " } else { said }
}

fn excess(of: Excess) -> String {
    match of {
        Excess::Of(Share::WHOLE) => "一倍".to_owned(),
        Excess::Of(share) => fraction(share),
        Excess::Persons(n) => format!("{} 人", grouped(n.into())),
    }
}

fn fraction(share: Share) -> String {
    format!("{}/{}", share.num(), share.den())
}

const fn purpose(of: Purpose) -> &'static str {
    match of {
        Purpose::Open => "召开会议",
        Purpose::Elect => "进行选举",
        Purpose::Adopt => "作出决议",
        Purpose::Plenum => "召开委员会全体会议",
    }
}

const fn decision(of: Decision) -> &'static str {
    match of {
        Decision::Adopt => "通过决议",
        Decision::Method => "通过选举办法",
        Decision::Elect => "选举当选",
        Decision::Charter => "通过章程及同等事项",
        Decision::Recall => "罢免、撤换",
        Decision::Rerun => "另行选举当选",
    }
}

const fn level(of: Level) -> &'static str {
    match of {
        Level::National => "全国",
        Level::Province => "省级",
        Level::BelowProvince => "省级以下",
        Level::CountyAndAbove => "县级以上",
        Level::Township => "乡镇",
    }
}

const fn counting(how: Counting) -> &'static str {
    match how {
        Counting::Counts => "计入",
        Counting::Ignored => "不计入",
    }
}

const fn tie(how: TieRule) -> &'static str {
    match how {
        TieRule::Revote => "就票数相等的候选人再次投票",
        TieRule::Lot => "抽签决定",
        TieRule::Chair => "由主持人决定",
    }
}

const fn order(how: ListOrder) -> &'static str {
    match how {
        ListOrder::Strokes => "按姓氏笔画排列",
        ListOrder::VotesThenStrokes => "按得票多少排列，票数相等的按姓氏笔画排列",
        ListOrder::AsApproved => "按上级批准的顺序排列",
    }
}

fn fault(fault: Fault) -> String {
    match fault {
        Fault::NoAttendance(of) => format!("无法以“{}”计算出席，请改用其他基数。", base(of)),
        Fault::AboveWhole(of) => format!("超过{}的全部，任何人数都达不到。", base(of)),
        Fault::EmptyBand => "候选人数的下限高于上限。".to_owned(),
    }
}

fn share_error(error: ShareError) -> String {
    match error {
        ShareError::ZeroDenominator => "分母不能为零。".to_owned(),
        ShareError::Zero => "分子不能为零：无人出席也能达到的规定没有意义。".to_owned(),
        ShareError::AboveWhole { num, den } => {
            format!("{}/{} 超过全部，任何人数都达不到。", grouped(num.into()), grouped(den.into()))
        }
    }
}
