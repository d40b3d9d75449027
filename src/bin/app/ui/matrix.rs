//! Seats for a matrix: a calculator beside the document, made when somebody first looks at it; nothing of it is stored.

mod calculator;

use self::calculator::Calculator;
use super::words::use_words;
use delegate_roster::text::Key;
use web_sys::Element;
use yew::prelude::*;

#[component]
pub fn Matrix() -> Html {
    let words = use_words();
    // Whether it is open; nothing before it was for the first time.
    let open = use_state_eq(|| None::<bool>);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let now = event.target_unchecked_into::<Element>().has_attribute("open");
            if now || open.is_some() {
                open.set(Some(now));
            }
        })
    };
    html! {
        <details class="matrix" {ontoggle}>
            <summary>{ words.key(Key::MatrixTitle) }</summary>
            <div>
                if let Some(open) = *open {
                    <Calculator {open} />
                }
            </div>
        </details>
    }
}
