//! English: the calendar before a congress.

use super::{counted as count, month};
use crate::scenario::Timing;
use crate::text::number::grouped;
use crate::text::{CalendarMsg, CalendarWord};
use crate::threshold::{Date, Level, Milestone, Span, Weekday};
use std::borrow::Cow;

pub(super) fn say(msg: &CalendarMsg) -> Cow<'static, str> {
    Cow::Owned(match msg {
        CalendarMsg::Word(which) => return Cow::Borrowed(word(*which)),
        CalendarMsg::Stated(what, None) => return Cow::Borrowed(milestone(*what)),
        CalendarMsg::Stated(what, Some(at)) => {
            format!("{} ({})", milestone(*what), level(*at).to_ascii_lowercase())
        }
        CalendarMsg::Own(n) => format!("Milestone {}", grouped(*n as u64)),
        CalendarMsg::Level(at) => return Cow::Borrowed(level(*at)),
        CalendarMsg::LevelOfBody(at) => {
            format!("As chosen for the number of delegates: {}", level(*at).to_ascii_lowercase())
        }
        CalendarMsg::Before(span) => before(*span),
        CalendarMsg::Day(date) => day(*date),
        CalendarMsg::Timing(Timing::Today) => "today".to_owned(),
        CalendarMsg::Timing(Timing::Left(days)) => format!("in {}", count(*days, "day")),
        CalendarMsg::Timing(Timing::Past(days)) => format!("{} ago: please see to it", count(*days, "day")),
        CalendarMsg::FromSitting(date) => format!("Empty: the earliest sitting, {}.", day(*date)),
        CalendarMsg::BeforeDay(span, date) => format!("{} {}.", before(*span), day(*date)),
    })
}

const fn word(word: CalendarWord) -> &'static str {
    match word {
        CalendarWord::Title => "Calendar",
        CalendarWord::Hint => "What is due before the congress or election, planned back from its first day.",
        CalendarWord::Day => "First day of the congress or election",
        CalendarWord::Level => "Level of the body",
        CalendarWord::AnyLevel => "all",
        CalendarWord::What => "What is due",
        CalendarWord::Latest => "Latest day",
        CalendarWord::HowLong => "How long before",
        CalendarWord::Begins => "The congress or election begins",
        CalendarWord::NoneStated => {
            "The rules chosen state no deadlines. Milestones of your own can be planned all the same."
        }
        CalendarWord::NoDay => "Enter the first day to see the latest days.",
        CalendarWord::OwnTitle => "Milestones of your own",
        CalendarWord::OwnSource => "Set by the organiser.",
        CalendarWord::Add => "Add a milestone",
        CalendarWord::Name => "What is due",
        CalendarWord::Amount => "How long before",
        CalendarWord::Unit => "Counted in",
        CalendarWord::Days => "days",
        CalendarWord::Months => "months",
        CalendarWord::Remove => "Remove",
        CalendarWord::Save => "Save for a calendar program (.ics)",
        CalendarWord::MonthEnds => {
            "A month before the 31st is the last day of a month that has no 31st. Whether the day itself still counts is for the rules to say."
        }
        CalendarWord::Paper => "Timetable",
    }
}

const fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::CongressRequest => "Request to hold the congress is with the committee above",
        Milestone::CandidateRequest => "Candidates are with the committee above for approval",
        Milestone::VoterList => "List of voters is published",
        Milestone::PreliminaryCandidates => "Preliminary list of candidates is published",
        Milestone::FinalCandidates => "Final list of candidates is published",
        Milestone::Nomination => "Nomination and deliberation begin",
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::National => "National",
        Level::Province => "Province",
        Level::BelowProvince => "Below the province",
        Level::CountyAndAbove => "County and above",
        Level::Township => "Township",
    }
}

fn before(span: Span) -> String {
    match span {
        Span::Days(days) => format!("{} before", count(days.into(), "day")),
        Span::Months(months) => format!("{} before", count(months.into(), "month")),
    }
}

fn day(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    format!("{weekday}, {} {} {}", date.day(), month(date.month()), date.year())
}
