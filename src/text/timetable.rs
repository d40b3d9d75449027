//! The timetable before a congress as a paper to hand round and as a file for calendar programs.
//!
//! Knows no clock: neither depends on the day on which it is made, but for the stamp that the file has to carry.

use super::paper::{Paper, Table};
use super::{CalendarMsg, CalendarWord, Msg, say};
use crate::exchange::ics::{self, Event, Stamp};
use crate::language::Language;
use crate::scenario::{CalendarReport, Due, Report, Task};
use crate::threshold::{Citation, Confidence, Date, Level};

/// What is due, in words; a level is named where the timetable shows several.
pub fn task(calendar: &CalendarReport, due: &Due, language: Language) -> String {
    match &due.task {
        Task::Stated { milestone, level, .. } => {
            let level = level.filter(|_| calendar.level.is_none());
            words(language, &Msg::Calendar(CalendarMsg::Stated(*milestone, level)))
        }
        Task::Own(own) if own.name.is_empty() => {
            let mut all = calendar.due.iter().filter(|other| matches!(other.task, Task::Own(_)));
            let at = all.position(|other| other == due).unwrap_or(0);
            words(language, &Msg::Calendar(CalendarMsg::Own(at + 1)))
        }
        Task::Own(own) => own.name.as_str().to_owned(),
    }
}

/// Where a deadline is from, with the request to confirm it where there is one.
pub fn source(due: &Due, language: Language) -> String {
    match &due.task {
        Task::Stated { citation, .. } => cited(citation, language),
        Task::Own(_) => words(language, &Msg::Calendar(CalendarMsg::Word(CalendarWord::OwnSource))),
    }
}

impl Paper {
    /// The timetable, if there is a day to plan back from.
    pub fn timetable(report: &Report, language: Language) -> Option<Self> {
        let calendar = &report.calendar;
        let day = calendar.day?;
        let word = |word| words(language, &Msg::Calendar(CalendarMsg::Word(word)));
        let said = |date: Date| words(language, &Msg::Calendar(CalendarMsg::Day(date)));
        let mut rows: Vec<_> = calendar
            .due
            .iter()
            .map(|due| {
                vec![
                    task(calendar, due, language),
                    due.latest.map_or_else(String::new, said),
                    words(language, &Msg::Calendar(CalendarMsg::Before(due.before))),
                ]
            })
            .collect();
        rows.push(vec![word(CalendarWord::Begins), said(day), String::new()]);
        // Each source once, in the order of the table.
        let mut paragraphs: Vec<String> = Vec::new();
        for due in &calendar.due {
            if let Task::Stated { citation, .. } = &due.task {
                let text = cited(citation, language).trim_end().to_owned();
                if !paragraphs.contains(&text) {
                    paragraphs.push(text);
                }
            }
        }
        Some(Self {
            title: word(CalendarWord::Paper),
            paragraphs,
            tables: vec![Table {
                caption: word(CalendarWord::Title),
                head: [CalendarWord::What, CalendarWord::Latest, CalendarWord::HowLong].map(word).to_vec(),
                rows,
                ..Table::default()
            }],
            ..Self::headed(report, language)
        })
    }
}

/// The timetable as an iCalendar file, if there is a day to plan back from. The same congress gives the same events each
/// time, so that a calendar program moves them instead of adding them again.
pub fn ics(report: &Report, language: Language, stamp: Stamp) -> Option<String> {
    let calendar = &report.calendar;
    let day = calendar.day?;
    let title = report.scenario.title.as_str();
    let congress = digest(title);
    let mut events: Vec<_> = calendar
        .due
        .iter()
        .filter_map(|due| {
            let code = match &due.task {
                Task::Stated { milestone, level, .. } => {
                    format!("{}{}", milestone.code(), level.map_or("", level_code))
                }
                Task::Own(own) => format!("own-{}", own.id.0),
            };
            let before = words(language, &Msg::Calendar(CalendarMsg::BeforeDay(due.before, day)));
            Some(Event {
                uid: format!("{congress:016x}-{code}"),
                day: due.latest?,
                summary: task(calendar, due, language),
                description: [title, &before, source(due, language).trim_end()]
                    .join("\n")
                    .trim_start()
                    .to_owned(),
            })
        })
        .collect();
    events.push(Event {
        uid: format!("{congress:016x}-begins"),
        day,
        summary: words(language, &Msg::Calendar(CalendarMsg::Word(CalendarWord::Begins))),
        description: title.to_owned(),
    });
    Some(ics::calendar(title, &events, stamp))
}

fn cited(citation: &Citation, language: Language) -> String {
    if citation.confidence == Confidence::Own {
        return words(language, &Msg::Calendar(CalendarMsg::Word(CalendarWord::OwnSource)));
    }
    let sources = citation.sources.iter().map(|source| words(language, &Msg::Source(source)));
    let confirm = words(language, &Msg::ToConfirm(citation.confidence));
    sources.chain([confirm]).collect()
}

const fn level_code(level: Level) -> &'static str {
    match level {
        Level::National => "-national",
        Level::Province => "-province",
        Level::BelowProvince => "-below-province",
        Level::CountyAndAbove => "-county-and-above",
        Level::Township => "-township",
    }
}

/// FNV-1a of a text: the same on every machine.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

fn words(language: Language, msg: &Msg<'_>) -> String {
    say(language, msg).into_owned()
}

#[cfg(test)]
mod tests;
