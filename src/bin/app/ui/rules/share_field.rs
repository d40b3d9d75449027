//! A field for a share: a part of parts. Two numbers that are no share stay where they were typed, with the reason.

use crate::ui::words::use_words;
use delegate_roster::exchange::{CellError, NumberError, number_within};
use delegate_roster::text::{Key, Msg, RulesMsg};
use delegate_roster::threshold::{Share, ShareError};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// The largest part of a share that can be typed: a share by votes or by area is still one of whole numbers.
const MOST: u64 = 1_000_000_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub value: Share,
    pub on_commit: Callback<Share>,
}

/// Why two texts are no share.
enum Wrong {
    Number(NumberError),
    Share(ShareError),
}

#[component]
pub fn ShareField(props: &Props) -> Html {
    let words = use_words();
    let draft = use_state(|| None::<(String, String)>);
    let wrong = draft.as_ref().and_then(|(num, den)| read(num, den).err());
    let commit = {
        let (draft, on_commit, value) = (draft.clone(), props.on_commit.clone(), props.value);
        Callback::from(move |()| {
            let Some((num, den)) = draft.as_ref() else { return };
            if let Ok(share) = read(num, den) {
                draft.set(None);
                if share != value {
                    on_commit.emit(share);
                }
            }
        })
    };
    let (num, den) =
        (*draft).clone().unwrap_or_else(|| (props.value.num().to_string(), props.value.den().to_string()));
    let typed = |put: fn(&mut (String, String), String)| {
        let (draft, shown) = (draft.clone(), (num.clone(), den.clone()));
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut next = shown.clone();
            put(&mut next, input.value());
            draft.set(Some(next));
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
    let onblur = {
        let id = props.id.clone();
        Callback::from(move |event: FocusEvent| {
            // From one number to the other the share is still being typed.
            let to = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
            let within = to.is_some_and(|to| [format!("{id}-p"), format!("{id}-q")].contains(&to.id()));
            if !within {
                commit.emit(());
            }
        })
    };
    let described = format!("{}-error", props.id);
    let part = |which: &str, label: Key, value: String, oninput: Callback<InputEvent>| {
        let id = format!("{}-{which}", props.id);
        html! {
            <div class="field">
                <label for={id.clone()}>{ words.key(label) }</label>
                <input {id} class="number" type="text" inputmode="numeric" autocomplete="off" data-undo="page" {value} {oninput}
                    onkeydown={onkeydown.clone()} onblur={onblur.clone()}
                    aria-invalid={wrong.as_ref().map(|_| "true")} aria-describedby={wrong.as_ref().map(|_| described.clone())} />
            </div>
        }
    };
    html! {
        <div class="share-field">
            { part("p", Key::Numerator, num.clone(), typed(|(num, _), text| *num = text)) }
            <span class="stroke" aria-hidden="true">{ "/" }</span>
            { part("q", Key::Denominator, den.clone(), typed(|(_, den), text| *den = text)) }
            <p class="field-error" id={described.clone()} role="status">
                { wrong.as_ref().map(|wrong| words.say(&match wrong {
                    Wrong::Number(error) => return words.say(&Msg::CellError(&CellError::Number(*error))),
                    Wrong::Share(error) => Msg::Rules(RulesMsg::ShareError(*error)),
                })) }
            </p>
        </div>
    }
}

fn read(num: &str, den: &str) -> Result<Share, Wrong> {
    let part = |text: &str| -> Result<u32, Wrong> {
        let number = number_within(text, 0..=MOST).map_err(Wrong::Number)?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    };
    Share::new(part(num)?, part(den)?).map_err(Wrong::Share)
}
