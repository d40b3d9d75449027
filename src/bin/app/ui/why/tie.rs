//! An open tie: draw here, or enter what was drawn elsewhere.

use crate::store::Intent;
use crate::ui::problems::row_name;
use crate::ui::words::{Words, use_words};
use delegate_roster::language::small;
use delegate_roster::limits::MAX_LOTS;
use delegate_roster::scenario::{Action, Draw, OpenTie, PartyId, Report};
use delegate_roster::text::{Key, Msg};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub const DRAW_LOT: &str = "draw-lot";
pub const ENTER_LOT: &str = "enter-lot";

/// Boxes in the page at once; the others are found by their names.
const BOXES: usize = 200;
/// More boxes than this have a search above them.
const FEW: usize = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub tie: Rc<OpenTie>,
    pub dispatch: Callback<Intent>,
}

/// Who was ticked, and in which tie: in another one a tick means something else.
#[derive(Clone, Debug, PartialEq)]
struct Ticked {
    tie: Rc<OpenTie>,
    parties: HashSet<PartyId>,
}

#[component]
pub fn TiePanel(props: &Props) -> Html {
    let words = use_words();
    let tie = &props.tie;
    let ticked = use_state_eq(|| Ticked { tie: tie.clone(), parties: HashSet::new() });
    let sought = use_state_eq(String::new);
    let names = use_memo((props.report.clone(), tie.clone(), words), |(report, tie, words)| {
        named(*words, report, tie)
    });
    let parties = if ticked.tie == *tie { ticked.parties.clone() } else { HashSet::new() };
    let complete = parties.len() == tie.open;
    let count = parties.len();
    let draw = {
        let (tie, dispatch) = (tie.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            // The one place where chance enters; from here on the seed is part of the scenario.
            let seed = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
            dispatch.emit(Intent::Do(Action::RecordLot(tie.draw(seed))));
        })
    };
    let enter = {
        let (tie, dispatch, parties) = (tie.clone(), props.dispatch.clone(), parties.clone());
        Callback::from(move |_: MouseEvent| {
            let mut drawn: Vec<PartyId> = parties.iter().copied().collect();
            drawn.sort_unstable();
            let draw = Draw { contenders: tie.contenders.clone(), drawn, seed: None };
            dispatch.emit(Intent::Do(Action::RecordLot(draw)));
        })
    };
    let toggle = {
        let (ticked, tie, parties) = (ticked.setter(), tie.clone(), parties.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Ok(party) = input.value().parse().map(PartyId) else { return };
            let mut parties = parties.clone();
            if input.checked() {
                parties.insert(party);
            } else {
                parties.remove(&party);
            }
            ticked.set(Ticked { tie: tie.clone(), parties });
        })
    };
    let onsought = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| {
            sought.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let full = props.report.scenario.allocating.lots.len() >= MAX_LOTS;
    let many = names.len() > FEW;
    let wanted = small(sought.trim());
    let found: Vec<_> = names
        .iter()
        .filter(|(_, name)| !many || wanted.is_empty() || small(name).contains(&wanted))
        .collect();
    let more = found.len().saturating_sub(BOXES);
    html! {
        <fieldset class="tie-panel">
            <legend>{ words.say(&Msg::TieOf { contested: tie.contenders.len(), open: tie.open }) }</legend>
            <div class="field" hidden={!many}>
                <label for="tie-search">{ words.key(Key::FindTied) }</label>
                <input id="tie-search" type="search" autocomplete="off" spellcheck="false" value={(*sought).clone()} oninput={onsought} />
            </div>
            <div class="tied" onchange={toggle}>
                { for found.iter().take(BOXES).map(|(party, name)| html! {
                    <label class="check" key={party.0}>
                        <input type="checkbox" value={party.0.to_string()} checked={parties.contains(party)} />
                        <bdi>{ name }</bdi>
                    </label>
                }) }
            </div>
            <p class="hint" hidden={more == 0}>{ if more > 0 { words.say(&Msg::MoreNames(more)) } else { AttrValue::Static("") } }</p>
            <p class="hint" role="status">{ words.say(&Msg::Ticked { ticked: count, open: tie.open }) }</p>
            <div class="buttons">
                <button type="button" id={DRAW_LOT} class="primary" onclick={draw} disabled={full}>{ words.key(Key::DrawLot) }</button>
                <button type="button" id={ENTER_LOT} onclick={enter} disabled={full || !complete}>{ words.key(Key::EnterLot) }</button>
            </div>
            <p class="hint">{ words.key(if full { Key::NoMoreLots } else { Key::LotHint }) }</p>
        </fieldset>
    }
}

/// The tied units or delegations by their names, in the order of the tie. There may be as many as there are units.
fn named(words: Words, report: &Report, tie: &OpenTie) -> Vec<(PartyId, AttrValue)> {
    let scenario = &report.scenario;
    // A report is drawn at every entry: of a hundred thousand units only the tied ones are put into a table.
    let mut tied: Vec<PartyId> = tie.contenders.iter().map(|(party, _)| *party).collect();
    tied.sort_unstable();
    let is_tied = |party: &PartyId| tied.binary_search(party).is_ok();
    let rows = scenario.units.iter().zip(0..).map(|(unit, row)| (PartyId::from(unit.id), row));
    let rows: HashMap<PartyId, usize> = rows.filter(|(party, _)| is_tied(party)).collect();
    let delegations = scenario.delegations.iter().map(|one| (PartyId::from(one.id), one));
    let delegations: HashMap<PartyId, AttrValue> = delegations
        .filter(|(party, _)| is_tied(party))
        .map(|(party, one)| (party, one.name.shared().into()))
        .collect();
    let name = |party: &PartyId| {
        let delegation = delegations.get(party).cloned();
        delegation.or_else(|| Some(row_name(words, report, *rows.get(party)?))).unwrap_or_default()
    };
    tie.contenders.iter().map(|(party, _)| (*party, name(party))).collect()
}
