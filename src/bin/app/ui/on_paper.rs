//! What stands on paper and not on the screen: the head of the first page, and how many rows were left out.

use super::steps;
use super::words::{Words, use_words};
use crate::effects::{clock, print};
use crate::place::Place;
use delegate_roster::scenario::Name;
use delegate_roster::text::{HelpMsg, Key, Msg};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: Name,
    pub place: Place,
}

/// The title, the step and the day of printing, in the language of the page.
#[component]
pub fn PaperHead(props: &Props) -> Html {
    let words = use_words();
    let day = print::use_day_of_printing(clock::today);
    let title = if props.title.is_empty() { words.key(Key::Untitled) } else { props.title.shared().into() };
    html! {
        <div class="on-paper paper-head">
            <p class="paper-title"><bdi>{ title }</bdi>{ " · " }{ words.say(&steps::name(props.place)) }</p>
            <p>{ day.map(|day| words.say(&Msg::Day(day))) }</p>
        </div>
    }
}

/// That a table has more rows than are printed.
pub fn rows_left(words: Words, rows: usize, printed: usize) -> Html {
    let left = rows.saturating_sub(printed);
    let text = (left > 0).then(|| words.say(&Msg::Help(HelpMsg::RowsLeft(left))));
    html! { <p class="on-paper rows-left">{ text }</p> }
}
