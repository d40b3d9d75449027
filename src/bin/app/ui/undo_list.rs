//! The list of the latest steps, under its button in the header: a menu of what was done, the latest first, with the steps
//! that were taken back above. Choosing a line goes to the state after it in one go.

use super::header::STEPS;
use super::menu::{Mark, Menu};
use super::over::Over;
use super::words::Words;
use crate::effects::announce;
use crate::store::Intent;
use delegate_roster::scenario::{History, Leap};
use delegate_roster::text::{Key, Msg, UndoMsg};
use yew::prelude::*;

/// So many steps are listed on either side of the present: what can be read at a glance.
const MOST: usize = 20;

/// The open list. The optimiser must not make it a part of the page around it, which comes before it.
#[inline(never)]
pub fn list(words: Words, history: &History, dispatch: &Callback<Intent>, close: &Callback<Over>) -> Html {
    let trail = history.trail(MOST);
    let ways = trail.iter().map(|taken| taken.to);
    let before = trail.iter().filter(|taken| matches!(taken.to, Leap::Back(_))).count();
    let beginning = Leap::Back(before);
    let ways: Vec<Leap> = ways.chain([beginning]).collect();
    let lines = trail.iter().map(UndoMsg::Line).chain([UndoMsg::Beginning]);
    let holds = |way: &Leap| Mark::Chosen(*way == Leap::Back(0));
    let items: Vec<_> =
        lines.zip(&ways).map(|(line, way)| (words.say(&Msg::Undo(line)), holds(way))).collect();
    let on_choose = {
        let (dispatch, close) = (dispatch.clone(), close.clone());
        Callback::from(move |(at, _): (usize, _)| {
            close.emit(Over::Steps);
            if let Some(way) = ways.get(at) {
                dispatch.emit(Intent::Leap(*way));
            }
            announce::focus_id(STEPS);
        })
    };
    let on_close = close.reform(|back: Option<Option<String>>| {
        if back.is_some() {
            announce::focus_id(STEPS);
        }
        Over::Steps
    });
    let label = words.key(Key::UndoList);
    html! { <Menu {label} {items} anchor={STEPS} {on_choose} {on_close} /> }
}
