//! What if the house or the attendance were another: the consequence at once, and one step of undo when it is kept.

use crate::effects::heirs::use_heirs;
use crate::store::Intent;
use crate::ui::chart::word;
use crate::ui::explained::explained;
use crate::ui::problems::row_name;
use crate::ui::words::{Words, use_words};
use delegate_roster::limits::MAX_SEATS;
use delegate_roster::num::{Count, Seats};
use delegate_roster::scenario::{Action, Apart, Figure, Report, Scheme, SittingEdit, TallyKind, derive};
use delegate_roster::text::number::{grouped, signed};
use delegate_roster::text::{ChartWord, Key, Msg, list};
use delegate_roster::threshold::Base;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The units that change most, as many as are named.
const NAMED: usize = 8;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn WhatIf(props: &Props) -> Html {
    let words = use_words();
    let keyed = matches!(props.report.scenario.allocating.scheme, Scheme::Key(_));
    html! {
        <section class="what-if" aria-labelledby="what-if-title">
            <h2 id="what-if-title">{ words.key(Key::WhatIf) }</h2>
            <p class="hint">{ words.key(Key::WhatIfHint) }</p>
            <p class="hint" hidden={!keyed}>{ word(words, ChartWord::KeyedHouse) }</p>
            <OtherHouse report={props.report.clone()} dispatch={&props.dispatch} />
            <p class="hint" hidden={props.report.gates.figures.get(Base::Due).is_some()}>{ word(words, ChartWord::DueUnknown) }</p>
            <OtherAttendance report={props.report.clone()} dispatch={&props.dispatch} />
        </section>
    }
}

#[component]
fn OtherHouse(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let house = report.scenario.allocating.house.get();
    let tried = use_state_eq(|| None::<u32>);
    // What was tried belongs to the house it was tried against.
    use_effect_with(house, {
        let tried = tried.clone();
        move |_| tried.set(None)
    });
    let size = tried.unwrap_or(house);
    let keyed = matches!(report.scenario.allocating.scheme, Scheme::Key(_));
    let other = use_memo((report.clone(), size), |(report, size)| {
        let mut scenario = (*report.scenario).clone();
        (size != &scenario.allocating.house.get()).then(|| {
            scenario.allocating.house = Seats::new(*size).unwrap_or(Seats::MAX);
            derive(&Rc::new(scenario), None)
        })
    });
    let keep = props
        .dispatch
        .reform(move |_: MouseEvent| Intent::Do(Action::SetHouse(Seats::new(size).unwrap_or(Seats::MAX))));
    let most = house.saturating_mul(2).clamp(10, MAX_SEATS);
    html! {
        <div class="what-if-one" hidden={keyed}>
            <Slider id="what-if-house" label={words.key(Key::HouseSize)} value={size} least=1 {most} on_slide={slides(&tried)} />
            <div role="status">{ other.as_ref().as_ref().map(|other| changes(words, report, other)) }</div>
            <Choices of="what-if-house" tried={tried.is_some() && size != house} on_keep={keep} on_reset={resets(&tried)} />
        </div>
    }
}

#[component]
fn OtherAttendance(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let due = report.gates.figures.get(Base::Due).and_then(|due| u32::try_from(due).ok());
    let present = report.gates.figures.get(Base::Present).and_then(|n| u32::try_from(n).ok());
    let tried = use_state_eq(|| None::<u32>);
    use_effect_with((due, present), {
        let tried = tried.clone();
        move |_| tried.set(None)
    });
    let size = tried.or(present).or(due).unwrap_or(0);
    let figures = report.gates.figures.if_present(size.into());
    let shown = report.scenario.shown;
    let tally = report.scenario.sitting().map(|sitting| sitting.tally.kind());
    let otherwise = tally.filter(|kind| *kind != TallyKind::Whole);
    let keep = props.dispatch.reform(move |_: MouseEvent| {
        Intent::Do(Action::EditSitting(shown, SittingEdit::CountedAs(Count::new(size).unwrap_or_default())))
    });
    html! {
        <div class="what-if-one" hidden={due.is_none()}>
            <Slider id="what-if-present" label={words.key(Key::PresentLong)} value={size} least=0 most={due.unwrap_or(0)} on_slide={slides(&tried)} />
            <div role="status">
                { for report.gates.own.quorum.iter().zip(0..).map(|((rule, _), at)| html! {
                    <p class="sentence">{ asked(Apart::OtherPresence(at, size), words.say(&Msg::Quorum(*rule, rule.quorum(&figures)))) }</p>
                }) }
            </div>
            <p class="hint" hidden={otherwise.is_none()}>{ otherwise.map(|kind| words.say(&Msg::CountedAsOne(kind))).unwrap_or_default() }</p>
            <Choices of="what-if-present" tried={tried.is_some_and(|n| Some(n) != present)} on_keep={keep} on_reset={resets(&tried)} />
        </div>
    }
}

fn slides(tried: &UseStateHandle<Option<u32>>) -> Callback<u32> {
    let tried = tried.clone();
    Callback::from(move |n| tried.set(Some(n)))
}

fn resets(tried: &UseStateHandle<Option<u32>>) -> Callback<MouseEvent> {
    let tried = tried.clone();
    Callback::from(move |_| tried.set(None))
}

#[derive(Properties, PartialEq)]
struct SliderProps {
    id: AttrValue,
    label: AttrValue,
    value: u32,
    least: u32,
    most: u32,
    on_slide: Callback<u32>,
}

#[component]
fn Slider(props: &SliderProps) -> Html {
    let value = props.value;
    let oninput = props.on_slide.reform(move |event: InputEvent| {
        event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or(value)
    });
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }{ " " }<output for={&props.id}>{ grouped(value.into()) }</output></label>
            <input id={&props.id} type="range" min={props.least.to_string()} max={props.most.to_string()} step="1" value={value.to_string()} {oninput} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChoicesProps {
    /// The identity of the slider.
    of: &'static str,
    tried: bool,
    on_keep: Callback<MouseEvent>,
    on_reset: Callback<MouseEvent>,
}

/// Keep what was tried, or go back.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let words = use_words();
    let (keep, reset) = ([props.of, "-keep"].concat(), [props.of, "-reset"].concat());
    // Once kept or gone back there is nothing more to choose.
    use_heirs(&[(&keep, &[props.of]), (&reset, &[props.of])]);
    html! {
        <div class="buttons">
            <button type="button" id={keep} class="primary" disabled={!props.tried} onclick={&props.on_keep}>{ words.key(Key::KeepThis) }</button>
            <button type="button" id={reset} disabled={!props.tried} onclick={&props.on_reset}>{ words.key(Key::BackToNow) }</button>
        </div>
    }
}

fn asked(what: Apart, text: AttrValue) -> Html {
    explained(&Figure::Apart(what), text)
}

/// Who would gain and who would lose, those who change most by name.
fn changes(words: Words, now: &Report, other: &Report) -> Html {
    let change = |(row, (a, b)): (
        usize,
        (&delegate_roster::scenario::UnitRow, &delegate_roster::scenario::UnitRow),
    )| { (row, i64::from(b.seats.get()) - i64::from(a.seats.get())) };
    let mut changed: Vec<(usize, i64)> =
        now.units.iter().zip(&other.units).enumerate().map(change).filter(|(_, n)| *n != 0).collect();
    let gain = changed.iter().filter(|(_, n)| *n > 0).count();
    let lose = changed.len() - gain;
    changed.sort_by_key(|(row, n)| (std::cmp::Reverse(n.unsigned_abs()), *row));
    let named: Vec<String> = changed
        .iter()
        .take(NAMED)
        .map(|(row, n)| format!("{} {}", row_name(words, now, *row), signed(*n)))
        .collect();
    html! {
        <>
            <p class="sentence">{ asked(Apart::OtherHouse(other.scenario.allocating.house), words.say(&Msg::WouldChange { gain, lose })) }</p>
            <p><bdi>{ list(words.0, &named) }</bdi>{ if changed.len() > NAMED { " …" } else { "" } }</p>
            { for other.issues.iter().filter(|issue| !now.issues.contains(issue)).take(3).map(|issue| html! { <p class="trouble">{ words.say(&Msg::Problem(&issue.problem)) }</p> }) }
        </>
    }
}
