//! A button that copies a text. Where the clipboard is out of reach the text stands in a field, to be copied by hand.

use super::words::use_words;
use crate::effects::clipboard::{self, Copied};
use delegate_roster::text::{Key, Msg, TransferMsg};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text, asked for when it is wanted.
    pub text: Callback<(), String>,
}

#[component]
pub fn CopyText(props: &Props) -> Html {
    let words = use_words();
    let copied = use_state_eq(|| Copied::NotYet);
    let copy = use_callback((props.text.clone(), copied.setter()), |_: MouseEvent, (text, copied)| {
        let (text, copied) = (text.emit(()), copied.clone());
        spawn_local(async move {
            let done = clipboard::copy_text(&text).await;
            copied.set(if done.is_ok() { Copied::Done } else { Copied::ByHand });
        });
    });
    let by_hand = if *copied == Copied::ByHand { props.text.emit(()) } else { String::new() };
    html! {
        <div class="copy-text">
            <button type="button" onclick={copy}>{ words.key(Key::CopyText) }</button>
            <p role="status" class="hint">{ match *copied {
                Copied::NotYet => AttrValue::Static(""),
                Copied::Done => words.say(&Msg::Transfer(TransferMsg::TextCopied)),
                Copied::ByHand => words.say(&Msg::Transfer(TransferMsg::TextByHand)),
            } }</p>
            <textarea rows="4" readonly=true hidden={*copied != Copied::ByHand} aria-label={words.key(Key::CopyText)} value={by_hand} />
        </div>
    }
}
