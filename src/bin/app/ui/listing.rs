//! A list of texts: the first few are seen at once, the rest when somebody asks for it, and all of them can be copied. Knows
//! nothing of what they say.

use super::copy_text::CopyText;
use super::words::use_words;
use delegate_roster::text::{Msg, TransferMsg};
use web_sys::Element;
use yew::prelude::*;

/// Texts that are seen at once.
const FIRST: usize = 8;
/// Texts that the page takes; a browser lays out no more of them in a moment.
const MOST: usize = 1_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the list is of: part of the identity of its parts.
    pub id: AttrValue,
    /// How many texts there are.
    pub count: usize,
    /// The text at a place. Asked for only where it is wanted: there may be hundreds of thousands.
    pub text: Callback<usize, AttrValue>,
    #[prop_or_default]
    pub class: Classes,
}

#[component]
pub fn Listing(props: &Props) -> Html {
    let words = use_words();
    let open = use_state_eq(|| false);
    let more = props.count.saturating_sub(FIRST);
    let unlisted = props.count.saturating_sub(MOST);
    let line = |at: usize| html! { <li key={at}>{ props.text.emit(at) }</li> };
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<Element>().has_attribute("open"));
        })
    };
    let whole = {
        let (text, count) = (props.text.clone(), props.count);
        Callback::from(move |()| {
            (0..count).map(|at| text.emit(at).to_string()).collect::<Vec<_>>().join("\n")
        })
    };
    let rest = format!("{}-rest", props.id);
    let label = words.say(&Msg::More(more));
    html! {
        <div class={classes!("listing", props.class.clone())}>
            <ul>{ for (0..props.count.min(FIRST)).map(line) }</ul>
            // Around it what changes is read aloud; nobody wants to hear all of this.
            <details aria-live="off" hidden={more == 0} {ontoggle}>
                <summary>{ label.clone() }</summary>
                if *open {
                    <div class="listing-rest" id={rest} tabindex="0" role="region" aria-label={label}>
                        <ul>{ for (FIRST..props.count.min(MOST)).map(line) }</ul>
                    </div>
                    <p class="hint" hidden={unlisted == 0}>{ words.say(&Msg::Transfer(TransferMsg::Unlisted(unlisted))) }</p>
                    <CopyText text={whole} />
                }
            </details>
        </div>
    }
}
