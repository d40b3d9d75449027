//! Seats for a matrix: a calculator beside the document, made when somebody first looks at it; nothing of it is stored.

mod calculator;

use self::calculator::Calculator;
use super::words::use_words;
use delegate_roster::text::Key;
use yew::prelude::*;

#[component]
pub fn Matrix() -> Html {
    let words = use_words();
    let looked_at = use_state_eq(|| false);
    let ontoggle = {
        let looked_at = looked_at.clone();
        Callback::from(move |_: Event| looked_at.set(true))
    };
    html! {
        <details class="matrix" {ontoggle}>
            <summary>{ words.key(Key::MatrixTitle) }</summary>
            <div>
                if *looked_at {
                    <Calculator />
                }
            </div>
        </details>
    }
}
