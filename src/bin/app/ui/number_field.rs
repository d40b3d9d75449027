//! A field for one whole number. What does not fit stays in the field, marked, with the reason under it.

use super::words::use_words;
use delegate_roster::exchange::{CellError, parse_number};
use delegate_roster::text::{Msg, number::grouped};
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: u64,
    pub limit: u64,
    /// Called with every number that fits, when the field is left or Enter is pressed.
    pub on_commit: Callback<u64>,
}

#[component]
pub fn NumberField(props: &Props) -> Html {
    let words = use_words();
    let draft = use_state(|| None::<String>);
    let error = draft.as_deref().and_then(|text| parse_number(text, props.limit).err());
    let commit = {
        let (draft, limit, on_commit, value) =
            (draft.clone(), props.limit, props.on_commit.clone(), props.value);
        Callback::from(move |()| {
            if let Some(Ok(number)) = draft.as_deref().map(|text| parse_number(text, limit)) {
                draft.set(None);
                if number != value {
                    on_commit.emit(number);
                }
            }
        })
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(input.value()));
        })
    };
    let onkeydown = {
        let (draft, commit) = (draft.clone(), commit.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => commit.emit(()),
            "Escape" => draft.set(None),
            _ => {}
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| commit.emit(()));
    let shown = draft.as_ref().cloned().unwrap_or_else(|| grouped(props.value));
    let described = format!("{}-error", props.id);
    html! {
        <div class="field">
            <label for={&props.id}>{&props.label}</label>
            <input
                id={&props.id}
                class={classes!("number", error.map(|_| "invalid"))}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                value={shown}
                aria-invalid={error.map(|_| "true")}
                aria-describedby={error.map(|_| described.clone())}
                {oninput}
                {onkeydown}
                {onblur}
            />
            <p class="field-error" id={described}>
                if let Some(error) = error {
                    { words.say(&Msg::CellError(&CellError::Number(error))) }
                }
            </p>
        </div>
    }
}
