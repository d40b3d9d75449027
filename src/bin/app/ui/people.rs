//! The delegates by name: the list beside the roster that fills and checks its figures. Folded away until there is one.

mod beside;
mod import;
mod list;
mod row;
mod shown;

use super::dialog::Dialog;
use super::errand::Errand;
use super::explained::explained;
use super::fields::Choice;
use super::words::{Words, use_words};
use crate::effects::{announce, download};
use crate::store::Intent;
use beside::Beside;
use delegate_roster::scenario::{
    Action, Apart, Basis, DelegateDraft, DelegateId, Figure, LineFigure, Name, PeopleAction, Report, Told,
    Whose,
};
use delegate_roster::text::{Key, Msg, PeopleKey, PeopleMsg, people::sheet};
use import::PeopleImport;
use list::List;
use std::collections::HashSet;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Both bases, in the order in which they are offered.
const BASES: [Basis; 2] = [Basis::Table, Basis::List];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
    /// A delegate to go to, with a counter so that the same can be asked for twice.
    pub target: Errand<DelegateId>,
}

/// Words about the list.
fn said(words: Words, msg: &PeopleMsg<'_>) -> AttrValue {
    words.say(&Msg::People(*msg))
}

fn key(words: Words, key: PeopleKey) -> AttrValue {
    said(words, &PeopleMsg::Key(key))
}

#[component]
pub fn People(props: &Props) -> Html {
    let words = use_words();
    let people = &props.report.scenario.people;
    let any = !people.is_empty();
    let open = use_state_eq(|| any);
    let importing = use_state_eq(|| false);
    // Somebody who stands first whatever is searched for: just added, or led to from the problems.
    let first = use_state_eq(|| None::<DelegateId>);
    use_effect_with(any, {
        let open = open.setter();
        move |any| {
            if *any {
                open.set(true);
            }
        }
    });
    use_effect_with(props.target.clone(), {
        let (open, first) = (open.setter(), first.setter());
        move |target| {
            if let Some(delegate) = target.take() {
                open.set(true);
                first.set(Some(delegate));
                announce::focus_soon(format!("person-{}-name", delegate.0));
            }
        }
    });
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlElement>() {
                open.set(details.has_attribute("open"));
            }
        })
    };
    let act = |action: PeopleAction| {
        props.dispatch.reform(move |_: MouseEvent| Intent::Do(Action::People(action.clone())))
    };
    let add = {
        let (first, dispatch) = (first.setter(), props.dispatch.clone());
        let next = props.report.scenario.next(0);
        Callback::from(move |_: MouseEvent| {
            let blank = DelegateDraft::named(Name::default());
            dispatch.emit(Intent::Do(Action::People(PeopleAction::Add(blank))));
            if let Some(next) = next {
                first.set(Some(DelegateId(next)));
                announce::focus_soon(format!("person-{next}-name"));
            }
        })
    };
    let save = {
        let report = props.report.clone();
        Callback::from(move |_: MouseEvent| {
            download::bytes("delegates.csv", &sheet(&report, words.0).to_grid().to_csv_file())
        })
    };
    let ask = {
        let importing = importing.setter();
        Callback::from(move |_: MouseEvent| importing.set(true))
    };
    let close = {
        let importing = importing.setter();
        Callback::from(move |()| importing.set(false))
    };
    let on_first = {
        let first = first.setter();
        Callback::from(move |to| first.set(to))
    };
    html! {
        <section class="people" aria-labelledby="people-title">
            <details open={*open} {ontoggle}>
                <summary><h2 id="people-title">{ key(words, PeopleKey::Title) }</h2></summary>
                <p class="hint">{ key(words, PeopleKey::Hint) }</p>
                <div class="toolbar">
                    <button id="people-import-open" type="button" class={(!any).then_some("primary")} onclick={ask}>{ key(words, PeopleKey::Paste) }</button>
                    <button type="button" onclick={add}>{ key(words, PeopleKey::Add) }</button>
                    <button type="button" onclick={save} disabled={!any}>{ key(words, PeopleKey::Save) }</button>
                    <button type="button" onclick={act(PeopleAction::RemoveAll)} disabled={!any}>{ key(words, PeopleKey::RemoveAll) }</button>
                </div>
                if any {
                    <div class="people-body">
                        { figures(words, &props.report) }
                        { leading(props, words) }
                        <List report={&props.report} dispatch={&props.dispatch} first={*first} {on_first} />
                        <Beside report={&props.report} />
                    </div>
                }
            </details>
            <Dialog id="people-import" title={key(words, PeopleKey::ImportTitle)} open={*importing} on_close={&close} wide=true>
                <PeopleImport scenario={props.report.scenario.clone()} dispatch={&props.dispatch} on_close={&close} />
            </Dialog>
        </section>
    }
}

/// How many there are, and who is where at the sitting shown.
fn figures(words: Words, report: &Report) -> Html {
    let total = &report.people.total;
    let at = report.scenario.sittings.iter().position(|sitting| sitting.id == report.scenario.shown);
    let sitting = match report.scenario.sitting() {
        Some(sitting) if !sitting.name.is_empty() => AttrValue::from(sitting.name.shared()),
        _ => words.say(&Msg::SittingNumber(at.unwrap_or(0) + 1)),
    };
    html! {
        <div class="people-figures" role="status">
            <p>{ explained(&Figure::Apart(Apart::Listed(Whose::Total, LineFigure::Actual)), said(words, &PeopleMsg::Summary {
                all: report.scenario.people.delegates.len(),
                due: total.counts.actual(),
                ended: total.counts.all_ended(),
                suspended: total.counts.suspended,
                unclear: total.counts.unclear,
            })) }</p>
            <p>{ explained(&Figure::Apart(Apart::Roll), said(words, &PeopleMsg::RollSummary(&sitting, total.roll))) }</p>
        </div>
    }
}

/// Whether the table or the list leads, and what either can do for the other.
fn leading(props: &Props, words: Words) -> Html {
    let people = &props.report.scenario.people;
    let unknown: HashSet<&Name> = people
        .delegates
        .iter()
        .filter_map(|delegate| match &delegate.unit {
            Told::Unclear(name) if !name.is_empty() => Some(name),
            _ => None,
        })
        .collect();
    let act = |action: PeopleAction| {
        props.dispatch.reform(move |_: MouseEvent| Intent::Do(Action::People(action.clone())))
    };
    let on_choose = props.dispatch.reform(|at: usize| {
        let basis = BASES.get(at).copied().unwrap_or_default();
        Intent::Do(Action::People(PeopleAction::SetBasis(basis)))
    });
    let follows = people.basis == Basis::List;
    html! {
        <div class="people-leading">
            <Choice id="people-basis" label={key(words, PeopleKey::BasisChoice)}
                options={BASES.map(|basis| said(words, &PeopleMsg::Basis(basis))).to_vec()}
                chosen={BASES.iter().position(|basis| *basis == people.basis)} {on_choose} />
            <button type="button" disabled={follows} onclick={act(PeopleAction::Fill)}>{ key(words, PeopleKey::Fill) }</button>
            <button type="button" hidden={unknown.is_empty()} onclick={act(PeopleAction::AddUnits)}>
                { said(words, &PeopleMsg::AddUnits(unknown.len())) }
            </button>
            <p class="hint" hidden={!follows}>{ key(words, PeopleKey::FollowsHint) }</p>
        </div>
    }
}

/// The name of a delegate, or the row of the list.
fn called(words: Words, name: &Name, row: usize) -> AttrValue {
    if name.is_empty() { words.say(&Msg::UnnamedRow(row + 1)) } else { name.shared().into() }
}

/// So many more entries.
fn more(words: Words, n: usize) -> AttrValue {
    if n == 0 { AttrValue::Static("") } else { words.say(&Msg::More(n)) }
}

/// Why a text cannot be taken over.
fn too_long(words: Words) -> AttrValue {
    key(words, PeopleKey::TextRefused)
}

/// The words for the whole.
fn total(words: Words) -> AttrValue {
    words.key(Key::Total)
}
