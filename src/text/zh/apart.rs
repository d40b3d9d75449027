//! How a number beside the tables came about, in Chinese.

use super::{calendar, grouped};
use crate::scenario::{ApartNote, ApartWhat};
use crate::text::number::exact;
use crate::text::{CalendarMsg, CalendarWord};

pub(super) const fn noun(what: ApartWhat) -> &'static str {
    match what {
        ApartWhat::TriedHouse => "试算总数",
        ApartWhat::Gaining => "增加的单位",
        ApartWhat::Losing => "减少的单位",
        ApartWhat::Gained => "增加名额",
        ApartWhat::Lost => "减少名额",
        ApartWhat::ByList => "名单",
        ApartWhat::ByTable => "表格",
        ApartWhat::MarkedAbsent => "缺席",
        ApartWhat::Unmarked => "未登记",
        ApartWhat::Units => "单位",
        ApartWhat::UnitsWithSeats => "有名额的单位",
        ApartWhat::Open => "未定",
        ApartWhat::Met => "符合规定人数",
        ApartWhat::NotMet => "不足",
        ApartWhat::Undecided => "未定",
    }
}

pub(super) fn note(note: ApartNote) -> String {
    let n = |n: u32| grouped(n.into());
    let day = |msg: &CalendarMsg| calendar::say(msg).into_owned();
    match note {
        ApartNote::SumOfRows(rows) => format!("所显示的 {} 个单位之和。", n(rows)),
        ApartNote::TriedHouse(size) => format!("按名额总数 {} 重新计算，其余不变。", n(size)),
        ApartNote::TriedPresence(present) => format!("按实到 {} 人计算，其余不变。", n(present)),
        ApartNote::Paradoxes(from, to) => format!(
            "名额总数由 {} 逐个增至 {}，每增加一个名额，若有单位的名额反而减少，记为一处（阿拉巴马悖论）。",
            n(from),
            n(to)
        ),
        ApartNote::OnList(persons) => format!("按名单逐人统计，名单共 {} 人。", n(persons)),
        ApartNote::Unclear(persons) => format!("其中 {} 人的状态不明，未计入。", n(persons)),
        ApartNote::Before(span, date) => day(&CalendarMsg::BeforeDay(span, date)),
        ApartNote::FromSitting => "首日未填写，取最早一次会议的日期。".to_owned(),
        ApartNote::Months => day(&CalendarMsg::Word(CalendarWord::MonthEnds)),
        ApartNote::Own => day(&CalendarMsg::Word(CalendarWord::OwnSource)),
        ApartNote::Range(from, to) => {
            format!("每名额人数不少于 {}、少于 {} 的单位。", exact(from), exact(to))
        }
        ApartNote::Held(units, seats) => format!(
            "从每名额人数最多的单位起累计：前 {} 个单位整个计入，共 {} 个名额；下一个单位按人数的比例计入。",
            grouped(units),
            grouped(seats)
        ),
    }
}
