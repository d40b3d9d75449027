//! A field for a share: `1/3` or `40 %`. What is no share stays in the field, with the reason.

use crate::ui::words::use_words;
use delegate_roster::exchange::parse_share;
use delegate_roster::text::CompositionKey;
use delegate_roster::threshold::Share;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: Option<Share>,
    pub on_commit: Callback<Share>,
}

#[component]
pub fn ShareField(props: &Props) -> Html {
    let words = use_words();
    // The text as typed, until it is a share.
    let draft = use_state_eq(|| None::<String>);
    let wrong = draft.as_ref().is_some_and(|text| parse_share(text).is_none());
    let onchange = {
        let (draft, on_commit) = (draft.clone(), props.on_commit.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            match parse_share(&text) {
                Some(share) => {
                    draft.set(None);
                    on_commit.emit(share);
                }
                None => draft.set(Some(text)),
            }
        })
    };
    let shown = draft.as_ref().cloned();
    let shown = shown.or_else(|| props.value.map(|share| format!("{}/{}", share.num(), share.den())));
    let described = format!("{}-error", props.id);
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }</label>
            <input id={&props.id} class="number" type="text" autocomplete="off" data-undo="page" placeholder="1/3, 40 %" value={shown.unwrap_or_default()}
                {onchange} aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then(|| described.clone())} />
            <p class="field-error" id={described}>
                if wrong { { words.composition(CompositionKey::ShareWanted) } }
            </p>
        </div>
    }
}
