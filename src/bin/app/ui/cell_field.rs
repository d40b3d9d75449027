//! A field in a cell of a small table: a name or a number. What does not fit stays in the cell, with the reason under it.

use super::words::use_words;
use delegate_roster::exchange::{CellError, parse_number};
use delegate_roster::scenario::Name;
use delegate_roster::text::Msg;
use delegate_roster::text::number::grouped;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A name.
    Name(Name),
    /// A number up to a limit, or nothing.
    Number(Option<u64>, u64),
}

/// Where a key leads from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    Above,
    Below,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    /// What it is, for those who do not see the heading of the column.
    pub label: AttrValue,
    pub held: Held,
    pub on_commit: Callback<Held>,
    /// Called when the arrows or Enter lead to the row above or below.
    pub on_leave: Callback<Toward>,
    /// Called with a text of several cells that was pasted.
    pub on_paste: Callback<String>,
}

#[component]
pub fn CellField(props: &Props) -> Html {
    let words = use_words();
    let draft = use_state(|| None::<String>);
    let read = {
        let held = props.held.clone();
        move |text: &str| match held {
            Held::Name(_) => Name::new(text).map(Held::Name).map_err(CellError::Name),
            Held::Number(_, limit) if text.trim().is_empty() => Ok(Held::Number(None, limit)),
            Held::Number(_, limit) => parse_number(text, limit)
                .map(|number| Held::Number(Some(number), limit))
                .map_err(CellError::Number),
        }
    };
    let error = draft.as_deref().and_then(|text| read(text).err());
    let commit = {
        let (draft, held, on_commit) = (draft.clone(), props.held.clone(), props.on_commit.clone());
        Callback::from(move |()| {
            let Some(Ok(value)) = draft.as_deref().map(&read) else { return };
            draft.set(None);
            if value != held {
                on_commit.emit(value);
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
        let (draft, commit, on_leave) = (draft.clone(), commit.clone(), props.on_leave.clone());
        Callback::from(move |event: KeyboardEvent| {
            // While an input method composes, every key belongs to it; with Alt the arrows move the row.
            if event.is_composing() || event.key_code() == 229 || event.alt_key() {
                return;
            }
            let toward = match event.key().as_str() {
                "Enter" | "ArrowDown" => Toward::Below,
                "ArrowUp" => Toward::Above,
                "Escape" => return draft.set(None),
                _ => return,
            };
            event.prevent_default();
            commit.emit(());
            on_leave.emit(toward);
        })
    };
    let onpaste = {
        let (draft, on_paste) = (draft.clone(), props.on_paste.clone());
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
            if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']) {
                event.prevent_default();
                draft.set(None);
                on_paste.emit(text);
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| commit.emit(()));
    let (class, mode, kept) = match &props.held {
        Held::Name(name) => ("", "text", name.as_str().to_owned()),
        Held::Number(number, _) => ("number", "numeric", number.map(grouped).unwrap_or_default()),
    };
    let shown = draft.as_ref().cloned().unwrap_or(kept);
    let described = format!("{}-error", props.id);
    html! {
        <div class="cell-field">
            <input id={&props.id} {class} type="text" inputmode={mode} autocomplete="off" data-undo="page" value={shown}
                aria-label={&props.label} aria-invalid={error.as_ref().map(|_| "true")}
                aria-describedby={error.as_ref().map(|_| described.clone())}
                {oninput} {onkeydown} {onblur} {onpaste} />
            <p class="field-error" id={described}>
                if let Some(error) = &error { { words.say(&Msg::CellError(error)) } }
            </p>
        </div>
    }
}
