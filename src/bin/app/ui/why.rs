//! Why the seats are as they are: the tie and its lot, the divisor or quota from which anybody can redo them, the last
//! seat and the next in line.

mod tie;

use super::problems::{row_name, unit_name};
use super::words::{Words, use_words};
use crate::effects::heirs::use_heirs;
use crate::effects::work::{Asked, use_work};
use crate::store::Intent;
use delegate_roster::scenario::{
    Action, AllocationState, Draw, EXPLAINED_UNITS, PartyId, Report, Scheme, UnitId,
};
use delegate_roster::text::{AccountMsg, Key, Msg, list};
use delegate_roster::work::{Answer, Ask};
use std::rc::Rc;
use tie::{DRAW_LOT, ENTER_LOT, TiePanel};
use yew::prelude::*;

/// Milliseconds for which the hand rests on a unit before it is explained: longer where the question alone takes some.
const RESTED: u32 = 200;
const RESTED_LONG: u32 = 600;

/// Units that are many.
const MANY: usize = 2_000;

/// Names listed before the rest is counted.
const SHOWN: usize = 12;

/// Lots that are shown, the latest; the others are in the report.
const SHOWN_LOTS: usize = 100;

const TITLE: &str = "why-title";
/// The lots that were drawn.
const LOTS: &str = "lots-drawn";
const FORGET: &str = "forget-lots";

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
    // A tie that is settled takes its buttons along.
    use_heirs(&[
        (DRAW_LOT, &[LOTS, TITLE]),
        (ENTER_LOT, &[DRAW_LOT, LOTS, TITLE]),
        (FORGET, &[DRAW_LOT, TITLE]),
    ]);
    let report = &props.report;
    let allocation = &report.allocation;
    let (front, (tier, method)) = (allocation.front.as_ref(), report.decisive());
    let few = report.units.len() <= EXPLAINED_UNITS;
    let rest = if report.units.len() > MANY { RESTED_LONG } else { RESTED };
    let asked = props.selected.filter(|_| few).map(Ask::Explain);
    let work = use_work(asked.map(|ask| Asked { report: Some(report.clone()), ask }), rest);
    // The unit before stays, with its name, until there is something to say of this one: a page that gets shorter for a moment
    // moves the table under the pointer.
    let explained = match work.answered.as_deref().map(|answered| &answered.answer) {
        Some(Answer::Explained(Some(found))) if props.selected.is_some() => Some(*found),
        _ => None,
    }
    .filter(|found| report.units.iter().any(|unit| unit.id == found.unit));
    let is_before = explained.is_some_and(|found| Some(found.unit) != props.selected);
    let forget = props.dispatch.reform(|_: MouseEvent| Intent::Do(Action::ForgetLots));
    let tied = matches!(allocation.state, AllocationState::Tied(_));
    let lots = &report.scenario.allocating.lots;
    // A heading with nothing under it would be a riddle.
    let nothing = (allocation.witness.is_none() && front.is_none() && !tied).then(|| {
        let keyed = matches!(report.scenario.allocating.scheme, Scheme::Key(_));
        words.key(if keyed && !report.units.is_empty() {
            Key::KeyNeedsNoMethod
        } else {
            Key::NothingToExplain
        })
    });
    html! {
        <section class="why" aria-labelledby={TITLE}>
            <h2 id={TITLE} tabindex="-1">{ words.key(Key::Why) }</h2>
            <div class="tie">
                if let AllocationState::Tied(tie) = &allocation.state {
                    <TiePanel report={Rc::clone(report)} tie={Rc::new(tie.clone())} dispatch={&props.dispatch} />
                }
            </div>
            <div class="reasons">
                if let Some(nothing) = nothing { <p>{ nothing }</p> }
                if let Some(witness) = &report.witness() {
                    <p>{ words.say(&Msg::Witness(tier, method, witness)) }</p>
                }
                if let Some((open, rest)) = tied.then(|| report.open_edge()).flatten() {
                    <p>{ words.say(&Msg::Account(AccountMsg::OpenEdge(open, rest))) }</p>
                }
                { for front.into_iter().flat_map(|front| [(Key::LastSeat, &front.last), (Key::NextInLine, &front.next)])
                    .filter(|(_, rows)| !rows.is_empty())
                    .map(|(key, rows)| html! { <p>{ words.key(key) }<bdi>{ names(words, report, rows) }</bdi></p> }) }
            </div>
            <div class={classes!("explained", (work.is_stale() || is_before).then_some("stale"))}>
                if let Some(found) = explained.as_ref().filter(|found| found.swing.is_some() || found.houses.is_some()) {
                    <p><strong><bdi>{ unit_name(words, report, found.unit) }</bdi></strong></p>
                    if let Some(swing) = &found.swing { <p>{ words.say(&Msg::Swing(swing)) }</p> }
                    if let Some((least, most)) = found.houses { <p>{ words.say(&Msg::StandingHouses(least, most)) }</p> }
                }
            </div>
            <div class="lots">
                <div id={LOTS} tabindex="-1">
                    if !lots.is_empty() { { recorded(words, report) } }
                </div>
                if !lots.is_empty() {
                    <button type="button" id={FORGET} onclick={forget}>{ words.key(Key::ForgetLots) }</button>
                }
            </div>
        </section>
    }
}

fn names(words: Words, report: &Report, rows: &[usize]) -> String {
    listed(words, rows, |row| row_name(words, report, *row))
}

/// The first names of a list, and how many more there are.
fn listed<T>(words: Words, all: &[T], name: impl Fn(&T) -> AttrValue) -> String {
    let mut names: Vec<String> = all.iter().take(SHOWN).map(|one| name(one).to_string()).collect();
    if all.len() > SHOWN {
        names.push(words.say(&Msg::MoreNames(all.len() - SHOWN)).to_string());
    }
    list(words.0, &names)
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

/// The recorded lots, the latest last. The optimiser must not make them a part of the panel, which comes before them.
#[inline(never)]
fn recorded(words: Words, report: &Report) -> Html {
    let lots = &report.scenario.allocating.lots;
    let earlier = lots.len().saturating_sub(SHOWN_LOTS);
    html! {
        <>
            { for lots.iter().enumerate().skip(earlier).map(|(at, draw)| html! { <p>{ lot(words, report, at, draw) }</p> }) }
            if earlier > 0 { <p class="hint">{ words.say(&Msg::More(earlier)) }</p> }
        </>
    }
}

/// A recorded lot in its place: who was drawn, and the seed where the page drew.
fn lot(words: Words, report: &Report, at: usize, draw: &Draw) -> String {
    let is_applied = report.allocation.applied.contains(&at);
    let names = listed(words, &draw.drawn, |id| party_name(words, report, *id));
    let seed = draw.seed.map_or_else(String::new, |seed| words.say(&Msg::Seed(seed)).to_string());
    format!("{}{names}{seed}", words.key(if is_applied { Key::Drawn } else { Key::DrawnIdle }))
}
