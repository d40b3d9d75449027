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
    /// Nothing entered is no zero; only a field that can be emptied shows it.
    pub value: Option<u64>,
    pub limit: u64,
    /// Called with every number that fits, when the field is left or Enter is pressed.
    pub on_commit: Callback<u64>,
    /// Called when the field is emptied; without it an empty field is an error.
    #[prop_or_default]
    pub on_clear: Option<Callback<()>>,
}

#[component]
pub fn NumberField(props: &Props) -> Html {
    let words = use_words();
    let draft = use_state(|| None::<String>);
    let clears = props.on_clear.is_some();
    let error = draft
        .as_deref()
        .filter(|text| !(clears && text.trim().is_empty()))
        .and_then(|text| parse_number(text, props.limit).err());
    let commit = {
        let (draft, limit, on_commit, on_clear, value) =
            (draft.clone(), props.limit, props.on_commit.clone(), props.on_clear.clone(), props.value);
        Callback::from(move |()| {
            let Some(text) = draft.as_deref() else { return };
            if let (Some(on_clear), true) = (&on_clear, text.trim().is_empty()) {
                draft.set(None);
                if value.is_some() {
                    on_clear.emit(());
                }
            } else if let Ok(number) = parse_number(text, limit) {
                draft.set(None);
                if Some(number) != value {
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
    let shown = draft.as_ref().cloned().unwrap_or_else(|| props.value.map(grouped).unwrap_or_default());
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
                data-undo="page"
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
