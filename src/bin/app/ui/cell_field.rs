//! A field in a cell of a small table: a name, a number or a stroke order. What does not fit stays in the cell, with the reason under it.

use super::refused::{Why, use_kept, use_refusal};
use super::typed::use_typed_from;
use super::words::use_words;
use crate::effects::typing::is_composing;
use delegate_roster::exchange::{CellError, entry_within, parse_stroke_order};
use delegate_roster::scenario::{Name, StrokeOrder};
use delegate_roster::text::Msg;
use delegate_roster::text::number::grouped;
use std::ops::RangeInclusive;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, KeyboardEvent};
use yew::prelude::*;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A name.
    Name(Name),
    /// A number within bounds, or nothing.
    Number(Option<u64>, RangeInclusive<u64>),
    /// A stroke order, or nothing.
    StrokeOrder(Option<StrokeOrder>),
}

/// Where a key leads from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    Above,
    Below,
    /// Below, and past the last row to another.
    Next,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    /// What a refused text is kept under, where the identity is that of a place and what is in it moves.
    #[prop_or_default]
    pub kept_as: Option<AttrValue>,
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
    let read = {
        let held = props.held.clone();
        move |text: &str| match &held {
            Held::Name(_) => Name::new(text).map(Held::Name).map_err(CellError::Name),
            Held::StrokeOrder(_) => {
                parse_stroke_order(text).map(Held::StrokeOrder).map_err(CellError::StrokeOrder)
            }
            Held::Number(_, bounds) => entry_within(text, bounds.clone())
                .map(|number| Held::Number(number, bounds.clone()))
                .map_err(CellError::Number),
        }
    };
    let (class, mode, shown) = match &props.held {
        Held::Name(name) => ("", "text", AttrValue::from(name.shared())),
        Held::Number(number, _) => ("number", "numeric", number.map(grouped).unwrap_or_default().into()),
        // The keys of a telephone that offer digits alone have no space.
        Held::StrokeOrder(order) => {
            let order = order.as_ref().map_or("", StrokeOrder::as_str);
            ("stroke-order", "text", AttrValue::from(order.to_owned()))
        }
    };
    let kept_as = props.kept_as.as_ref().unwrap_or(&props.id);
    let kept = use_kept(kept_as, &shown);
    let typed = use_typed_from(kept, {
        let (read, held, on_commit) = (read.clone(), props.held.clone(), props.on_commit.clone());
        Callback::from(move |text: String| {
            let value = read(&text);
            let fits = value.is_ok();
            if let Some(value) = value.ok().filter(|value| *value != held) {
                on_commit.emit(value);
            }
            fits
        })
    });
    // What was refused stood over a value; where the row has another one, by a move or an undo, it stands over nothing.
    let stood = use_mut_ref(|| props.held.clone());
    use_effect_with(props.held.clone(), {
        let typed = typed.clone();
        move |held| {
            if stood.replace(held.clone()) != *held && typed.refused().is_some() {
                typed.end();
            }
        }
    });
    let refused = typed.refusal({
        let read = read.clone();
        move |text| read(text).err().map(Why::Cell)
    });
    use_refusal(kept_as, &props.label, &shown, refused);
    let error = typed.text().and_then(|text| read(&text).err());
    let onkeydown = {
        let (typed, on_leave) = (typed.clone(), props.on_leave.clone());
        Callback::from(move |event: KeyboardEvent| {
            if is_composing(&event) {
                return;
            }
            let toward = match event.key().as_str() {
                // The arrows move the row then, with what was typed in it; what does not fit holds it.
                "ArrowDown" | "ArrowUp" if event.alt_key() => {
                    if !typed.hand_over() {
                        event.stop_propagation();
                    }
                    return;
                }
                _ if event.alt_key() => return,
                "Enter" => Toward::Next,
                "ArrowDown" => Toward::Below,
                "ArrowUp" => Toward::Above,
                "Escape" => return typed.end(),
                _ => return,
            };
            event.prevent_default();
            typed.hand_over();
            on_leave.emit(toward);
        })
    };
    let onpaste = {
        let (typed, on_paste) = (typed.clone(), props.on_paste.clone());
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
            if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']) {
                event.prevent_default();
                typed.end();
                on_paste.emit(text);
            }
        })
    };
    let described = format!("{}-error", props.id);
    html! {
        <div class="cell-field">
            <input id={&props.id} data-kept={props.kept_as.clone()} {class} type="text" inputmode={mode} autocomplete="off" data-undo={&shown} value={typed.shown(shown.clone())}
                aria-label={&props.label} aria-invalid={error.as_ref().map(|_| "true")}
                aria-describedby={error.as_ref().map(|_| described.clone())}
                oninput={typed.oninput()} {onkeydown} onblur={typed.onblur()} {onpaste} />
            <p class="field-error" id={described}>
                if let Some(error) = &error { { words.say(&Msg::CellError(error)) } }
            </p>
        </div>
    }
}
