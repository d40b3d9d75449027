//! Chinese: the calendar before a congress.

use crate::scenario::Timing;
use crate::text::number::grouped;
use crate::text::{CalendarMsg, CalendarWord};
use crate::threshold::{Date, Level, Milestone, Span, Weekday};
use std::borrow::Cow;

pub(super) fn say(msg: &CalendarMsg) -> Cow<'static, str> {
    Cow::Owned(match msg {
        CalendarMsg::Word(which) => return Cow::Borrowed(word(*which)),
        CalendarMsg::Stated(what, None) => return Cow::Borrowed(milestone(*what)),
        CalendarMsg::Stated(what, Some(at)) => format!("{}（{}）", milestone(*what), level(*at)),
        CalendarMsg::Own(n) => format!("筹备事项 {}", grouped(*n as u64)),
        CalendarMsg::Level(at) => return Cow::Borrowed(level(*at)),
        CalendarMsg::LevelOfBody(at) => format!("与名额依据所选层级相同：{}", level(*at)),
        CalendarMsg::Before(span) => before(*span),
        CalendarMsg::Day(date) => day(*date),
        CalendarMsg::Timing(Timing::Today) => "就在今天".to_owned(),
        CalendarMsg::Timing(Timing::Left(days)) => format!("还有 {} 天", grouped(*days)),
        CalendarMsg::Timing(Timing::Past(days)) => format!("已过 {} 天，请尽快办理", grouped(*days)),
        CalendarMsg::FromSitting(date) => format!("不填则取最早一次会议的日期：{}。", day(*date)),
        CalendarMsg::BeforeDay(span, date) => {
            format!("大会（选举）于{}开始，{}。", day(*date), before(*span))
        }
    })
}

const fn word(word: CalendarWord) -> &'static str {
    match word {
        CalendarWord::Title => "筹备日程",
        CalendarWord::Hint => "从大会（选举）首日倒排，列出各项工作的最迟日期。",
        CalendarWord::Day => "大会（选举）首日",
        CalendarWord::Level => "层级",
        CalendarWord::AnyLevel => "全部",
        CalendarWord::What => "事项",
        CalendarWord::Latest => "最迟日期",
        CalendarWord::HowLong => "提前时间",
        CalendarWord::Begins => "大会（选举）开始",
        CalendarWord::NoneStated => "所选规则没有规定时限，仍可自行安排筹备事项。",
        CalendarWord::NoDay => "填写首日后即列出最迟日期。",
        CalendarWord::OwnTitle => "自定筹备事项",
        CalendarWord::OwnSource => "由筹备单位自定。",
        CalendarWord::Add => "添加事项",
        CalendarWord::Name => "事项",
        CalendarWord::Amount => "提前",
        CalendarWord::Unit => "单位",
        CalendarWord::Days => "天",
        CalendarWord::Months => "个月",
        CalendarWord::Remove => "删除",
        CalendarWord::Save => "保存为日历文件（.ics）",
        CalendarWord::MonthEnds => {
            "按月倒推时，该月没有对应日的，取该月最后一日；当日是否计算在内，以规定为准。"
        }
        CalendarWord::Paper => "筹备日程表",
    }
}

const fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::CongressRequest => "向上级党委呈报召开代表大会的请示",
        Milestone::CandidateRequest => "向上级党委呈报候选人预备人选的请示",
        Milestone::VoterList => "公布选民名单",
        Milestone::PreliminaryCandidates => "公布初步代表候选人名单",
        Milestone::FinalCandidates => "公布正式代表候选人名单",
        Milestone::Nomination => "开始提名、酝酿代表候选人",
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::National => "全国",
        Level::Province => "省级",
        Level::BelowProvince => "省级以下",
        Level::CountyAndAbove => "县级以上",
        Level::Township => "乡镇",
    }
}

fn before(span: Span) -> String {
    match span {
        Span::Days(days) => format!("提前 {} 天", grouped(days.into())),
        Span::Months(months) => format!("提前 {} 个月", grouped(months.into())),
    }
}

fn day(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "一",
        Weekday::Tuesday => "二",
        Weekday::Wednesday => "三",
        Weekday::Thursday => "四",
        Weekday::Friday => "五",
        Weekday::Saturday => "六",
        Weekday::Sunday => "日",
    };
    format!("{}年{}月{}日（星期{weekday}）", date.year(), date.month(), date.day())
}
