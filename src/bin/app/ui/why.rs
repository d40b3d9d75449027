//! Why the seats are as they are: the tie and its lot, the divisor or quota from which anybody can redo them, the last
//! seat and the next in line.

use super::problems::{row_name, unit_name};
use super::words::{Words, use_words};
use crate::effects::work::{Asked, use_work};
use crate::store::Intent;
use delegate_roster::scenario::{
    Action, AllocationState, Draw, EXPLAINED_UNITS, OpenTie, PartyId, Report, UnitId,
};
use delegate_roster::text::{Key, Msg};
use delegate_roster::work::{Answer, Ask};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Milliseconds for which the hand rests on a unit before it is explained: longer where the question alone takes some.
const RESTED: u32 = 200;
const RESTED_LONG: u32 = 600;

/// Units that are many.
const MANY: usize = 2_000;

/// Names listed before the rest is counted.
const SHOWN: usize = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
    /// The unit of the active cell.
    pub selected: Option<UnitId>,
}

#[component]
pub fn Why(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let allocation = &report.allocation;
    let (front, (tier, method)) = (allocation.front.as_ref(), report.decisive());
    let few = report.units.len() <= EXPLAINED_UNITS;
    let rest = if report.units.len() > MANY { RESTED_LONG } else { RESTED };
    let asked = props.selected.filter(|_| few).map(Ask::Explain);
    let work = use_work(asked.map(|ask| Asked { report: Some(report.clone()), ask }), rest);
    let explained = match work.answered.as_deref().map(|answered| &answered.answer) {
        Some(Answer::Explained(Some(found))) if Some(found.unit) == props.selected => Some(*found),
        _ => None,
    };
    let forget = props.dispatch.reform(|_: MouseEvent| Intent::Do(Action::ForgetLots));
    html! {
        <section class="why" aria-labelledby="why-title">
            <h2 id="why-title">{ words.key(Key::Why) }</h2>
            <div class="tie">
                if let AllocationState::Tied(tie) = &allocation.state {
                    <TiePanel report={Rc::clone(report)} tie={Rc::new(tie.clone())} dispatch={&props.dispatch} />
                }
            </div>
            <div class="reasons">
                if let Some(witness) = &allocation.witness {
                    <p>{ words.say(&Msg::Witness(tier, method, witness)) }</p>
                }
                { for front.into_iter().flat_map(|front| [(Key::LastSeat, &front.last), (Key::NextInLine, &front.next)])
                    .filter(|(_, rows)| !rows.is_empty())
                    .map(|(key, rows)| html! { <p>{ words.key(key) }<bdi>{ names(words, report, rows) }</bdi></p> }) }
            </div>
            <div class={classes!("explained", work.is_stale().then_some("stale"))}>
                if let Some(found) = &explained {
                    <p><strong><bdi>{ unit_name(words, report, found.unit) }</bdi></strong></p>
                    if let Some(swing) = &found.swing { <p>{ words.say(&Msg::Swing(swing)) }</p> }
                    if let Some((least, most)) = found.houses { <p>{ words.say(&Msg::StandingHouses(least, most)) }</p> }
                }
            </div>
            <div class="lots">
                { for report.scenario.allocating.lots.iter().map(|draw| html! { <p>{ lot(words, report, draw) }</p> }) }
                if !report.scenario.allocating.lots.is_empty() {
                    <button type="button" onclick={forget}>{ words.key(Key::ForgetLots) }</button>
                }
            </div>
        </section>
    }
}

fn names(words: Words, report: &Report, rows: &[usize]) -> String {
    let shown = rows.iter().take(SHOWN);
    let mut names: Vec<String> = shown.map(|row| row_name(words, report, *row).to_string()).collect();
    if rows.len() > SHOWN {
        names.push(words.say(&Msg::More(rows.len() - SHOWN)).to_string());
    }
    names.join(words.key(Key::ListComma).as_str())
}

/// The name of a unit or a delegation.
fn party_name(words: Words, report: &Report, party: PartyId) -> AttrValue {
    let delegation =
        report.scenario.delegations.iter().find(|delegation| PartyId::from(delegation.id) == party);
    match delegation {
        Some(delegation) => delegation.name.shared().into(),
        None => unit_name(words, report, UnitId(party.0)),
    }
}

/// A recorded lot: who was drawn, and the seed where the page drew.
fn lot(words: Words, report: &Report, draw: &Draw) -> String {
    let names: Vec<String> =
        draw.drawn.iter().take(SHOWN).map(|id| party_name(words, report, *id).to_string()).collect();
    let seed = draw.seed.map_or_else(String::new, |seed| words.say(&Msg::Seed(seed)).to_string());
    format!("{}{}{seed}", words.key(Key::Drawn), names.join(words.key(Key::ListComma).as_str()))
}

#[derive(Properties, PartialEq)]
struct TieProps {
    report: Rc<Report>,
    tie: Rc<OpenTie>,
    dispatch: Callback<Intent>,
}

/// An open tie: draw here, or enter what was drawn elsewhere.
#[component]
fn TiePanel(props: &TieProps) -> Html {
    let words = use_words();
    let chosen = use_state_eq(Vec::<PartyId>::new);
    let tie = &props.tie;
    let draw = {
        let (tie, dispatch) = (tie.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            // The one place where chance enters; from here on the seed is part of the scenario.
            let seed = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
            dispatch.emit(Intent::Do(Action::RecordLot(tie.draw(seed))));
        })
    };
    let enter = {
        let (tie, dispatch, chosen) = (tie.clone(), props.dispatch.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            let draw = Draw { contenders: tie.contenders.clone(), drawn: (*chosen).clone(), seed: None };
            dispatch.emit(Intent::Do(Action::RecordLot(draw)));
            chosen.set(Vec::new());
        })
    };
    let toggle = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Ok(party) = input.value().parse().map(PartyId) else { return };
            let mut parties = (*chosen).clone();
            parties.retain(|known| *known != party);
            if input.checked() {
                parties.push(party);
            }
            parties.sort_unstable();
            chosen.set(parties);
        })
    };
    let complete = chosen.len() == tie.open;
    html! {
        <fieldset class="tie-panel" onchange={toggle}>
            <legend>{ words.say(&Msg::TieOf { contested: tie.contenders.len(), open: tie.open }) }</legend>
            { for tie.contenders.iter().take(200).map(|(party, _)| html! {
                <label class="check">
                    <input type="checkbox" value={party.0.to_string()} checked={chosen.contains(party)} />
                    <bdi>{ party_name(words, &props.report, *party) }</bdi>
                </label>
            }) }
            <div class="buttons">
                <button type="button" class="primary" onclick={draw}>{ words.key(Key::DrawLot) }</button>
                <button type="button" onclick={enter} disabled={!complete}>{ words.key(Key::EnterLot) }</button>
            </div>
            <p class="hint">{ words.key(Key::LotHint) }</p>
        </fieldset>
    }
}
