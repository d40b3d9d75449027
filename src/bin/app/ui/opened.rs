//! A shared link or a scenario file was opened: what it is, and the choice. Nothing happens to the work that is open until a person says so.

use super::comparison::Comparison;
use super::dialog::Dialog;
use super::words::use_words;
use crate::effects::library::Wish;
use crate::effects::location::Link;
use crate::store::Intent;
use delegate_roster::scenario::{Report, derive};
use delegate_roster::text::{Key, Msg, PeopleMsg};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shared: Option<Rc<Link>>,
    /// One's own scenario and what follows from it.
    pub mine: Rc<Report>,
    /// Counts the links that were looked at.
    pub turn: u32,
    pub dispatch: Callback<Intent>,
    pub on_wish: Callback<Wish>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Opened(props: &Props) -> Html {
    let words = use_words();
    // The comparison belongs to the link it was asked for.
    let comparing = use_state_eq(|| None::<u32>);
    let theirs = use_memo(props.shared.clone(), |shared| {
        let scenario = shared.as_ref()?.scenario.as_ref().ok()?;
        Some(Rc::new(derive(&Rc::new(scenario.clone()), None)))
    });
    let compare = {
        let (comparing, turn) = (comparing.clone(), props.turn);
        Callback::from(move |_: MouseEvent| {
            comparing.set(if *comparing == Some(turn) { None } else { Some(turn) })
        })
    };
    let compared = *comparing == Some(props.turn);
    let cancel = props.on_close.reform(|_: MouseEvent| ());
    let body = match props.shared.as_ref().map(|link| &link.scenario) {
        None => html! { <div></div> },
        Some(Err(error)) => html! {
            <div>
                <p class="trouble">{ words.say(&Msg::FileError(error)) }</p>
                <p>{ words.key(Key::NothingChanged) }</p>
                <div class="buttons"><button type="button" class="primary" onclick={cancel}>{ words.key(Key::Close) }</button></div>
            </div>
        },
        Some(Ok(scenario)) => {
            let open = {
                let (on_wish, on_close) = (props.on_wish.clone(), props.on_close.clone());
                let scenario = Box::new(scenario.clone());
                Callback::from(move |_: MouseEvent| {
                    on_close.emit(());
                    on_wish.emit(Wish::Begin(scenario.clone()));
                })
            };
            let title = match scenario.title.is_empty() {
                true => words.key(Key::Untitled),
                false => scenario.title.shared().into(),
            };
            html! {
                <div>
                    <p class="shared-title"><bdi>{ title }</bdi></p>
                    <p>{ words.say(&Msg::SharedScenario {
                        units: scenario.units.len(),
                        // By a scale or a key, with minima topped up: what comes out, not what was entered.
                        house: theirs.as_ref().as_ref().map_or(scenario.allocating.house.get().into(), |report| report.seats()),
                    }) }</p>
                    <p hidden={scenario.people.is_empty()}>
                        { words.say(&Msg::People(PeopleMsg::SharedNames(scenario.people.delegates.len()))) }
                    </p>
                    <p class="hint">{ words.key(Key::OpenReplaces) }</p>
                    <div class="buttons">
                        <button type="button" class="primary" onclick={open}>{ words.key(Key::OpenShared) }</button>
                        <button type="button" aria-expanded={if compared { "true" } else { "false" }} onclick={compare}>{ words.key(Key::CompareWithMine) }</button>
                        <button type="button" onclick={cancel}>{ words.key(Key::Cancel) }</button>
                    </div>
                    <div class="compared">
                        if let Some(theirs) = theirs.as_ref().as_ref().filter(|_| compared) {
                            <Comparison id="shared" mine={props.mine.clone()} theirs={theirs.clone()} dispatch={&props.dispatch} />
                        }
                    </div>
                </div>
            }
        }
    };
    html! {
        <Dialog id="shared" title={words.key(Key::SharedTitle)} open={props.shared.is_some()} wide={compared} turn={props.turn} on_close={&props.on_close}>
            { body }
        </Dialog>
    }
}
