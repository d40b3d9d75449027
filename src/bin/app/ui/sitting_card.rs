//! One sitting: what it is for, who was there, and whether that is a quorum.

use super::explained::explained;
use super::fields::{Choice, DateField, TextField};
use super::number_field::NumberField;
use super::problems::unit_name;
use super::rules::{borrowed, decision_sentences, quorum_sentences};
use super::stated::StatedFigures;
use super::words::{Words, use_words};
use crate::effects::{announce, heirs};
use crate::place::Place;
use crate::store::Intent;
use delegate_roster::limits::MAX_COUNT;
use delegate_roster::num::Count;
use delegate_roster::scenario::{
    Action, Assembly, DelegationId, Figure, Headcount, Name, Report, Sitting, SittingEdit, SittingId,
    SittingKind, SittingReport, Tally, TallyKind,
};
use delegate_roster::text::number::{grouped, known, percent};
use delegate_roster::text::{Key, Msg, RulesMsg, RulesWord, headcount, list};
use delegate_roster::threshold::{Date, Profile, Purpose};
use std::rc::Rc;
use yew::prelude::*;

/// Units named where no delegation counts them.
const NAMED: usize = 5;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    /// Its place among the sittings.
    pub at: usize,
    pub dispatch: Callback<Intent>,
}

/// The identity of the field for those present of a delegation.
pub fn delegation_id(sitting: SittingId, delegation: DelegationId) -> String {
    field_id(sitting, &format!("present-{}", delegation.0))
}

#[component]
pub fn SittingCard(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let found = report.scenario.sittings.get(props.at).zip(report.sittings.get(props.at));
    let Some((sitting, result)) = found else { return html! { <li></li> } };
    let (id, at) = (sitting.id, props.at);
    let act = |action: Action| props.dispatch.reform(move |_: MouseEvent| Intent::Do(action.clone()));
    let count = report.scenario.sittings.len();
    let shown = report.scenario.shown == id;
    let counted_at = count > 1 && report.scenario.has_counted(id);
    let heading = format!("sitting-{}-title", id.0);
    let field = |name: &str| AttrValue::from(field_id(id, name));
    let movers = ["up", "down"].map(|way| field_id(id, way));
    let [up, down] = movers.clone();
    let shifts = |to: usize| {
        let movers = movers.clone();
        props.dispatch.reform(move |_: MouseEvent| {
            heirs::keep(movers.clone());
            Intent::Do(Action::MoveSitting(id, to))
        })
    };
    let remove = props.dispatch.reform(move |_: MouseEvent| {
        announce::focus_soon("add-sitting".to_owned());
        Intent::Do(Action::RemoveSitting(id))
    });
    html! {
        <li class={classes!("sitting", shown.then_some("shown"))} aria-labelledby={heading.clone()}>
            <header class="sitting-head">
                <h3 id={heading}><bdi>{ title(words, sitting, at) }</bdi></h3>
                <div class="buttons">
                    <button type="button" aria-pressed={if shown { "true" } else { "false" }}
                        onclick={act(Action::ShowSitting(id))}>{ words.key(Key::ShowInChain) }</button>
                    <button type="button" class="quiet" id={up} aria-label={words.key(Key::Earlier)} title={words.key(Key::Earlier)}
                        disabled={at == 0} onclick={shifts(at.saturating_sub(1))}>{ "↑" }</button>
                    <button type="button" class="quiet" id={down} aria-label={words.key(Key::Later)} title={words.key(Key::Later)}
                        disabled={at + 1 == count} onclick={shifts(at + 1)}>{ "↓" }</button>
                    <button type="button" class="quiet" disabled={count == 1 || counted_at}
                        aria-describedby={counted_at.then(|| field("counted"))} onclick={remove}>{ words.key(Key::RemoveSitting) }</button>
                </div>
            </header>
            <p class="hint" id={field("counted")} hidden={!counted_at}>{ if counted_at { words.key(Key::SittingCounted) } else { AttrValue::Static("") } }</p>
            { verdict(words, &props.report.rules, result) }
            <div class="sitting-fields">
                <TextField id={field("name")} label={words.key(Key::SittingName)} value={sitting.name.clone()}
                    on_commit={edits(props, sitting, SittingEdit::Name)} />
                <Choice id={field("kind")} label={words.key(Key::SittingKindChoice)}
                    options={SittingKind::ALL.map(|kind| words.say(&Msg::SittingKind(kind))).to_vec()}
                    chosen={SittingKind::ALL.iter().position(|kind| *kind == sitting.kind)}
                    on_choose={edits(props, sitting, |at: usize| SittingEdit::Kind(SittingKind::ALL.get(at).copied().unwrap_or_default()))} />
                <Choice id={field("purpose")} label={words.key(Key::PurposeChoice)}
                    options={Purpose::ALL.map(|purpose| words.say(&Msg::Purpose(purpose))).to_vec()}
                    chosen={Purpose::ALL.iter().position(|purpose| *purpose == sitting.purpose)}
                    on_choose={edits(props, sitting, |at: usize| SittingEdit::Purpose(Purpose::ALL.get(at).copied().unwrap_or(Purpose::Elect)))} />
                <DateField id={field("date")} label={words.key(Key::SittingDate)} value={sitting.date}
                    on_commit={edits(props, sitting, |date: Option<Date>| SittingEdit::Date(date))} />
                <Choice id={field("tally")} label={words.key(Key::TallyChoice)}
                    options={TallyKind::ALL.map(|kind| words.say(&Msg::Tally(kind))).to_vec()}
                    chosen={TallyKind::ALL.iter().position(|kind| *kind == sitting.tally.kind())}
                    on_choose={edits(props, sitting, |at: usize| SittingEdit::Tally(TallyKind::ALL.get(at).copied().unwrap_or(TallyKind::ByUnit)))} />
                { counted(props, words, sitting) }
                { kept(words, sitting, result) }
                { optional(props, sitting, field("registered"), words.key(Key::RegisteredCount), sitting.registered, SittingEdit::Registered) }
                { optional(props, sitting, field("due"), words.key(Key::StatedDue), sitting.stated_due, SittingEdit::StatedDue) }
                <TextField id={field("note")} label={words.key(Key::SittingNote)} value={sitting.note.clone()}
                    on_commit={edits(props, sitting, |note: Name| SittingEdit::Note(note))} />
            </div>
            <StatedFigures report={props.report.clone()} at={props.at} dispatch={&props.dispatch} />
            { freeze(props, words, sitting, result) }
        </li>
    }
}

/// The identity of a field.
pub fn field_id(id: SittingId, name: &str) -> String {
    format!("sitting-{}-{name}", id.0)
}

/// The name of a sitting and its day.
pub fn title(words: Words, sitting: &Sitting, at: usize) -> AttrValue {
    let name = match sitting.name.is_empty() {
        true => words.say(&Msg::SittingNumber(at + 1)),
        false => sitting.name.shared().into(),
    };
    match sitting.date {
        Some(date) => format!("{name} · {}", words.say(&Msg::Day(date))).into(),
        None => name,
    }
}

/// A callback that changes this sitting.
fn edits<T: 'static>(
    props: &Props,
    sitting: &Sitting,
    edit: impl Fn(T) -> SittingEdit + 'static,
) -> Callback<T> {
    let id = sitting.id;
    props.dispatch.reform(move |value: T| Intent::Do(Action::EditSitting(id, edit(value))))
}

/// A field for a figure that may be left out.
fn optional(
    props: &Props,
    sitting: &Sitting,
    id: AttrValue,
    label: AttrValue,
    value: Option<Count>,
    edit: impl Fn(Option<Count>) -> SittingEdit + Copy + 'static,
) -> Html {
    let commit = edits(props, sitting, move |n: u64| edit(u32::try_from(n).ok().and_then(Count::new)));
    let clear = edits(props, sitting, move |()| edit(None));
    html! {
        <NumberField {id} {label} value={value.map(|n| u64::from(n.get()))} limit={u64::from(MAX_COUNT)}
            on_commit={commit} on_clear={Some(clear)} />
    }
}

/// Where the attendance is entered: here as one figure or by delegation, or by unit in the roster.
fn counted(props: &Props, words: Words, sitting: &Sitting) -> Html {
    let field = |name: String| AttrValue::from(field_id(sitting.id, &name));
    match &sitting.tally {
        Tally::ByUnit => html! {
            <p class="field hint">
                <a href={Place::Roster.fragment()} onclick={props.dispatch.reform({
                    let id = sitting.id;
                    move |_: MouseEvent| Intent::Do(Action::ShowSitting(id))
                })}>{ words.key(Key::EnterInRoster) }</a>
            </p>
        },
        Tally::Whole(figure) => optional(
            props,
            sitting,
            field("present".into()),
            words.key(Key::PresentLong),
            *figure,
            SittingEdit::Present,
        ),
        Tally::ByDelegation(figures) => html! {
            <fieldset class="by-delegation-fields">
                <legend>{ words.key(Key::PresentLong) }</legend>
                { for props.report.scenario.delegations.iter().map(|delegation| {
                    let id = delegation.id;
                    optional(props, sitting, delegation_id(sitting.id, id).into(), delegation.name.shared().into(),
                        figures.get(&id).copied(), move |n| SittingEdit::DelegationPresent(id, n))
                }) }
                { uncounted(words, &props.report) }
            </fieldset>
        },
    }
}

/// What the units reported, where it does not count and comes to another number.
fn kept(words: Words, sitting: &Sitting, result: &SittingReport) -> Html {
    let kept = sitting.kept_by_unit().filter(|kept| result.present() != Some(*kept));
    html! { <p class="hint" hidden={kept.is_none()}>{ kept.map(|kept| words.say(&Msg::KeptByUnit(kept))).unwrap_or_default() }</p> }
}

/// The units that no delegation counts, since they belong to none; a few of them by name.
fn uncounted(words: Words, report: &Report) -> Html {
    let loose = report.scenario.units.iter().filter(|unit| unit.delegation.is_none());
    let names: Vec<AttrValue> =
        loose.clone().take(NAMED).map(|unit| unit_name(words, report, unit.id)).collect();
    let more = loose.count() - names.len();
    html! {
        <p class="hint" hidden={names.is_empty()}>{ words.say(&Msg::Uncounted(&list(words.0, &names), more)) }</p>
    }
}

/// The figures and what they are enough for.
fn verdict(words: Words, rules: &Profile, result: &SittingReport) -> Html {
    let figure = |n: Option<u64>| n.map_or("–".to_owned(), grouped);
    let ask = |one: Headcount, text: String| explained(&Figure::Sitting(result.id, one), text);
    let (due, attended) = (result.due(), result.attended().map_or("–".to_owned(), known));
    let share = due.zip(result.present()).and_then(|(due, present)| percent(present, due, 1));
    html! {
        <div class="sitting-verdict">
            <p class="sitting-figures">
                { words.key(headcount(Headcount::Due)) }{ " " }<strong>{ ask(Headcount::Due, figure(due)) }</strong>{ " · " }
                { words.key(headcount(Headcount::Present)) }{ " " }<strong>{ ask(Headcount::Present, attended) }</strong>
                if let Some(share) = share { { " · " }{ ask(Headcount::Share, share) } }
            </p>
            { quorum_sentences(words, &result.gate, Assembly::Sitting(result.id)) }
            { borrowed(words, &result.gate) }
            <details>
                <summary>{ words.say(&Msg::Rules(RulesMsg::Word(RulesWord::ByDecision))) }</summary>
                { decision_sentences(words, rules, &result.gate, Assembly::Sitting(result.id)) }
            </details>
        </div>
    }
}

/// The base is frozen at the figure that the credentials report states; another figure later is an amendment.
fn freeze(props: &Props, words: Words, sitting: &Sitting, result: &SittingReport) -> Html {
    let actual = props.report.total.actual();
    let known = (props.report.total.elected_missing == 0)
        .then(|| u32::try_from(actual).ok().and_then(Count::new))
        .flatten();
    let set = |due: Option<Count>| {
        let id = sitting.id;
        props
            .dispatch
            .reform(move |_: MouseEvent| Intent::Do(Action::EditSitting(id, SittingEdit::StatedDue(due))))
    };
    html! {
        <div class="sitting-base">
            if let Some(stated) = sitting.stated_due {
                if let Some(now) = result.amended {
                    <p class="trouble">{ words.say(&Msg::Amended { stated: stated.get(), now }) }</p>
                    if known.is_some() {
                        <button type="button" onclick={set(known)}>{ words.say(&Msg::FreezeAt(now)) }</button>
                    }
                } else {
                    <p class="hint">{ words.say(&Msg::FrozenAt(stated.get())) }</p>
                }
                <button type="button" onclick={set(None)}>{ words.key(Key::Unfreeze) }</button>
            } else if let Some(now) = known {
                <button type="button" onclick={set(Some(now))}>{ words.say(&Msg::FreezeAt(i64::from(now.get()))) }</button>
            }
        </div>
    }
}
