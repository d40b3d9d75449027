//! What rules and practice say about the composition, each with its source; a number is taken over only by a press.

use super::add;
use crate::store::Intent;
use crate::ui::rules::source;
use crate::ui::words::use_words;
use delegate_roster::scenario::{CategoryKind, Guideline};
use delegate_roster::text::{CompositionKey, CompositionMsg, Key, Msg};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether one more category fits.
    pub room: bool,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Guidelines(props: &Props) -> Html {
    let words = use_words();
    html! {
        <details class="guidelines">
            <summary>{ words.composition(CompositionKey::Guidelines) }</summary>
            <p class="hint">{ words.composition(CompositionKey::GuidelinesHint) }</p>
            <ul>
                { for Guideline::ALL.into_iter().map(|guideline| {
                    let name = words.say(&Msg::Composition(CompositionMsg::Usual(guideline.usual())));
                    let sentence = words.say(&Msg::Composition(CompositionMsg::Guideline(guideline)));
                    let target = guideline.target();
                    let onclick = props.dispatch.reform(move |_: MouseEvent| add(&name, CategoryKind::default(), target));
                    let label = format!("{}{}{sentence}", words.composition(CompositionKey::UseTarget), words.key(Key::Colon));
                    html! {
                        <li>
                            <span>{ sentence }</span>
                            { source(words, Some(guideline.citation())) }
                            <button type="button" hidden={target.is_none()} disabled={!props.room} aria-label={label} {onclick}>
                                { words.composition(CompositionKey::UseTarget) }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}
