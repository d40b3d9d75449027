//! The calendar: the first day of the congress, what is due before it and when at the latest, and milestones of one's own.

use super::explained::explained;
use super::fields::{Choice, DateField};
use super::milestone::{MilestoneCard, field_id};
use super::words::{Words, use_words};
use crate::effects::{announce, clock, download};
use crate::store::Intent;
use delegate_roster::limits::MAX_MILESTONES;
use delegate_roster::scenario::{
    Action, Apart, CalendarEdit, DayFrom, Due, Figure, MilestoneId, Name, Report, Task, Timing,
};
use delegate_roster::text::{CalendarMsg, CalendarWord, Msg, timetable};
use delegate_roster::threshold::{Confidence, Date, Span};
use std::rc::Rc;
use yew::prelude::*;

/// What a new milestone begins with.
const FIRST_SPAN: Span = Span::Days(30);

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Calendar(props: &Props) -> Html {
    let words = use_words();
    let word = |word| words.say(&Msg::Calendar(CalendarMsg::Word(word)));
    let today = use_memo((), |()| clock::today());
    let report = &props.report;
    let (calendar, entered) = (&report.calendar, &report.scenario.calendar);
    let edit = props.dispatch.reform(|edit: CalendarEdit| Intent::Do(Action::EditCalendar(edit)));
    let levels = calendar.levels.clone();
    // Where nothing is chosen the level is that of the body, if the number rule says which body it is.
    let unchosen = match calendar.level.filter(|_| entered.level.is_none()) {
        Some(level) => words.say(&Msg::Calendar(CalendarMsg::LevelOfBody(level))),
        None => word(CalendarWord::AnyLevel),
    };
    let level_options = std::iter::once(unchosen)
        .chain(levels.iter().map(|level| words.say(&Msg::Calendar(CalendarMsg::Level(*level)))));
    let level = entered.level.and_then(|level| levels.iter().position(|other| *other == level));
    let on_level = {
        let levels = levels.clone();
        edit.reform(move |at: usize| {
            CalendarEdit::Level(at.checked_sub(1).and_then(|at| levels.get(at).copied()))
        })
    };
    let save = {
        let report = report.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = timetable::ics(&report, words.0, clock::stamp()) {
                let name = words.say(&Msg::Calendar(CalendarMsg::Word(CalendarWord::Title)));
                download::bytes(&format!("{name}.ics"), file.as_bytes());
            }
        })
    };
    let count = entered.own.len();
    let add = {
        let name = words.say(&Msg::Calendar(CalendarMsg::Own(count + 1)));
        let (edit, next) = (edit.clone(), report.scenario.next(0).map(MilestoneId));
        Callback::from(move |_: MouseEvent| {
            edit.emit(CalendarEdit::Add(Name::new(&name).unwrap_or_default(), FIRST_SPAN));
            if let Some(next) = next {
                announce::select_soon(field_id(next, "name"));
            }
        })
    };
    html! {
        <section class="calendar" aria-labelledby="calendar-title">
            <h2 id="calendar-title">{ word(CalendarWord::Title) }</h2>
            <p class="hint">{ word(CalendarWord::Hint) }</p>
            <div class="calendar-fields">
                <div>
                    <DateField id="congress-day" label={word(CalendarWord::Day)} value={entered.day}
                        on_commit={edit.reform(CalendarEdit::Day)} />
                    if let (DayFrom::Sitting, Some(day)) = (calendar.from, calendar.day) {
                        <p class="hint">{ words.say(&Msg::Calendar(CalendarMsg::FromSitting(day))) }</p>
                    }
                </div>
                if !levels.is_empty() {
                    <Choice id="calendar-level" label={word(CalendarWord::Level)} options={level_options.collect::<Vec<_>>()}
                        chosen={Some(level.map_or(0, |at| at + 1))} on_choose={on_level} />
                }
            </div>
            { table(words, report, *today) }
            <div class="buttons">
                <button type="button" onclick={save} disabled={calendar.day.is_none()}>{ word(CalendarWord::Save) }</button>
            </div>
            <h3>{ word(CalendarWord::OwnTitle) }</h3>
            <ul class="milestones">
                { for entered.own.iter().map(|own| html! {
                    <MilestoneCard key={own.id.0} own={own.clone()} edit={&edit} />
                }) }
            </ul>
            <button type="button" class="add-milestone" id="add-milestone" onclick={add} disabled={count >= MAX_MILESTONES}>{ word(CalendarWord::Add) }</button>
        </section>
    }
}

/// What is due, the earliest first, and the congress itself at the end.
fn table(words: Words, report: &Report, today: Option<Date>) -> Html {
    let word = |word| words.say(&Msg::Calendar(CalendarMsg::Word(word)));
    let calendar = &report.calendar;
    let stated = calendar.due.iter().any(|due| matches!(due.task, Task::Stated { .. }));
    let said = |day: Date| words.say(&Msg::Calendar(CalendarMsg::Day(day)));
    html! {
        <div>
            if !stated { <p class="hint none-stated">{ word(CalendarWord::NoneStated) }</p> }
            if !calendar.due.is_empty() {
                <div class="table-scroll" tabindex="0" role="group" aria-label={word(CalendarWord::Title)}>
                    <table class="plain-table timetable">
                        <thead><tr>
                            <th scope="col">{ word(CalendarWord::What) }</th>
                            <th scope="col">{ word(CalendarWord::Latest) }</th>
                            <th scope="col">{ word(CalendarWord::HowLong) }</th>
                        </tr></thead>
                        <tbody>
                            { for calendar.due.iter().zip(0..).map(|(due, at)| line(words, report, (due, at), today)) }
                            if let Some(day) = calendar.day {
                                <tr class="begins">
                                    <th scope="row">{ word(CalendarWord::Begins) }</th>
                                    <td>{ said(day) }</td>
                                    <td></td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
            <p class="hint">
                { if calendar.day.is_none() { word(CalendarWord::NoDay) } else { word(CalendarWord::MonthEnds) } }
            </p>
        </div>
    }
}

fn line(words: Words, report: &Report, (due, at): (&Due, u32), today: Option<Date>) -> Html {
    let calendar = &report.calendar;
    let timing = calendar.day.zip(today).and_then(|(day, today)| due.timing(day, today));
    let late = matches!(timing, Some(Timing::Past(_)));
    html! {
        <tr>
            <th scope="row">
                <bdi>{ timetable::task(calendar, due, words.0) }</bdi>
                { source(words, due) }
            </th>
            <td class="latest">
                { explained(&Figure::Apart(Apart::Deadline(at)), due.latest.map_or(AttrValue::Static("–"), |day| words.say(&Msg::Calendar(CalendarMsg::Day(day))))) }
                if let Some(timing) = timing {
                    <span class={classes!("timing", late.then_some("late"))}>{ words.say(&Msg::Calendar(CalendarMsg::Timing(timing))) }</span>
                }
            </td>
            <td>{ words.say(&Msg::Calendar(CalendarMsg::Before(due.before))) }</td>
        </tr>
    }
}

/// Where a deadline is from; what was not read in its present text is to be confirmed.
fn source(words: Words, due: &Due) -> Html {
    let (text, confirm) = match &due.task {
        Task::Stated { citation, .. } if citation.confidence != Confidence::Own => (
            citation
                .sources
                .iter()
                .map(|source| words.say(&Msg::Source(source)).to_string())
                .collect::<String>(),
            words.say(&Msg::ToConfirm(citation.confidence)),
        ),
        Task::Stated { .. } | Task::Own(_) => (
            words.say(&Msg::Calendar(CalendarMsg::Word(CalendarWord::OwnSource))).to_string(),
            AttrValue::Static(""),
        ),
    };
    html! {
        <span class="source">{ text }<strong class="confirm">{ confirm }</strong></span>
    }
}
