//! Help: a page for each step and one for the keys, over the page and without the network.

use super::dialog::Dialog;
use super::steps;
use super::tour::At;
use super::words::{Words, use_words};
use crate::place::Place;
use delegate_roster::language::Language;
use delegate_roster::text::help::{Block, Kind, Topic, blocks};
use delegate_roster::text::{HelpMsg, HelpWord, Msg, say};
use std::borrow::Cow;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: bool,
    /// The step that the person is at.
    pub place: Place,
    pub on_tour: Callback<At>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Help(props: &Props) -> Html {
    let words = use_words();
    let chosen = use_state_eq(|| None::<usize>);
    // Opened again, it is about the step again.
    use_effect_with(props.open, {
        let chosen = chosen.setter();
        move |_| chosen.set(None)
    });
    let at = chosen.or_else(|| Place::ALL.iter().position(|place| *place == props.place)).unwrap_or_default();
    let topic = Topic::ALL.get(at).copied().unwrap_or(Topic::Keyboard);
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            chosen.set(usize::try_from(select.selected_index()).ok());
        })
    };
    let tour = {
        let (on_tour, on_close) = (props.on_tour.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            on_close.emit(());
            on_tour.emit(Some(0));
        })
    };
    let word = |word: HelpWord| words.say(&Msg::Help(HelpMsg::Word(word)));
    html! {
        <Dialog id="help" title={word(HelpWord::Help)} open={props.open} on_close={&props.on_close}>
            <div class="help">
                <div class="help-tools">
                    <label for="help-topic">{ word(HelpWord::Topic) }</label>
                    <select id="help-topic" onchange={choose}>
                        { for (0..).zip(Topic::ALL).map(|(row, topic)| html! {
                            <option selected={row == at}>{ name(words, row, topic) }</option>
                        }) }
                    </select>
                    <button type="button" onclick={tour}>{ word(HelpWord::Tour) }</button>
                </div>
                { for page(words.0, topic).iter().map(|block| draw(words, block)) }
            </div>
        </Dialog>
    }
}

/// The name of a topic: the step's, which come first and in the same order.
fn name(words: Words, row: usize, topic: Topic) -> AttrValue {
    match Place::ALL.get(row) {
        Some(place) => words.say(&steps::name(*place)),
        None => words.say(&Msg::Help(HelpMsg::Topic(topic))),
    }
}

fn page(language: Language, topic: Topic) -> Vec<Block> {
    match say(language, &Msg::Help(HelpMsg::Page(topic))) {
        Cow::Borrowed(page) => blocks(page),
        Cow::Owned(_) => Vec::new(),
    }
}

fn draw(words: Words, block: &Block) -> Html {
    let heading = match block.kind {
        Kind::Text => None,
        Kind::Points => Some(HelpWord::WhatToDo),
        Kind::Terms => Some(HelpWord::Terms),
        Kind::Sources => Some(HelpWord::Sources),
        Kind::Keys => Some(HelpWord::Keys),
    };
    let heading = heading.map(|word| words.say(&Msg::Help(HelpMsg::Word(word))));
    let lines = block.lines.iter().map(|line| match (block.kind, line.as_slice()) {
        (Kind::Points, [point]) => html! { <li>{ *point }</li> },
        // The other language's term beside one's own: a congress often needs both.
        (Kind::Terms, [zh, en, meaning]) => {
            let (own, other, tag) = match words.0 {
                Language::Chinese => (zh, en, "en"),
                Language::English => (en, zh, "zh-CN"),
            };
            html! { <div><dt>{ *own }{ " " }<span class="other" lang={tag}>{ *other }</span></dt><dd>{ *meaning }</dd></div> }
        }
        (Kind::Keys, [keys, what]) => html! { <div><dt><kbd>{ *keys }</kbd></dt><dd>{ *what }</dd></div> },
        (_, fields) => html! { <p>{ for fields.iter().copied() }</p> },
    });
    html! {
        <section>
            if let Some(heading) = heading { <h3>{ heading }</h3> }
            { match block.kind {
                Kind::Points => html! { <ul>{ for lines }</ul> },
                Kind::Terms | Kind::Keys => html! { <dl>{ for lines }</dl> },
                Kind::Text | Kind::Sources => html! { <div>{ for lines }</div> },
            } }
        </section>
    }
}
