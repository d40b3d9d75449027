//! A field for a share: a part of parts. Two numbers that are no share stay where they were typed, with the reason.

use crate::ui::refused::{Why, use_kept, use_refusal};
use crate::ui::typed::Refusing;
use crate::ui::words::use_words;
use delegate_roster::exchange::{CellError, number_within};
use delegate_roster::text::{CompositionKey, Key};
use delegate_roster::threshold::Share;
use std::cell::RefCell;
use std::rc::Rc;
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

/// Two texts from their first key until they are a share.
#[derive(Clone, PartialEq)]
struct Draft {
    num: String,
    den: String,
    /// They were to be taken over and are none.
    refused: bool,
}

/// What is being typed, as the event before has left it.
#[derive(Clone)]
struct Typing {
    held: Rc<RefCell<Option<Draft>>>,
    redraw: UseForceUpdateHandle,
}

impl Typing {
    fn get(&self) -> Option<Draft> {
        self.held.borrow().clone()
    }

    fn set(&self, draft: Option<Draft>) {
        *self.held.borrow_mut() = draft;
        self.redraw.force_update();
    }
}

#[component]
pub fn ShareField(props: &Props) -> Html {
    let words = use_words();
    // It is led to by its first number.
    let (first, label) =
        (AttrValue::from(format!("{}-p", props.id)), words.composition(CompositionKey::ShareLabel));
    let over = AttrValue::from(format!("{}/{}", props.value.num(), props.value.den()));
    let kept = use_kept(&first, &over);
    // Not a state: what is refused while the field is taken out of the page is drawn no more.
    let held = use_mut_ref(|| {
        let (num, den) = kept.as_deref()?.split_once('/')?;
        Some(Draft { num: num.to_owned(), den: den.to_owned(), refused: true })
    });
    let draft = Typing { held, redraw: use_force_update() };
    let wrong = draft.get().and_then(|Draft { num, den, .. }| read(&num, &den).err());
    let ask = Callback::from({
        let draft = draft.clone();
        move |()| {
            let Draft { num, den, .. } = draft.get().filter(|draft| draft.refused)?;
            Some((format!("{num}/{den}"), read(&num, &den).err()?))
        }
    });
    let end = Callback::from({
        let draft = draft.clone();
        move |()| draft.set(None)
    });
    use_refusal(&first, &label, &over, Refusing { ask, end });
    let commit = {
        let (draft, on_commit, value) = (draft.clone(), props.on_commit.clone(), props.value);
        Callback::from(move |()| {
            let Some(Draft { num, den, .. }) = draft.get() else { return };
            match read(&num, &den) {
                Ok(share) => {
                    draft.set(None);
                    if share != value {
                        on_commit.emit(share);
                    }
                }
                Err(_) => draft.set(Some(Draft { num, den, refused: true })),
            }
        })
    };
    let shown = draft.get().unwrap_or_else(|| Draft {
        num: props.value.num().to_string(),
        den: props.value.den().to_string(),
        refused: false,
    });
    let typed = |put: fn(&mut Draft, String)| {
        let (draft, shown) = (draft.clone(), shown.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut next = Draft { refused: false, ..shown.clone() };
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
    let part = |which: &str, label: Key, held: u32, value: String, oninput: Callback<InputEvent>| {
        let id = format!("{}-{which}", props.id);
        html! {
            <div class="field">
                <label for={id.clone()}>{ words.key(label) }</label>
                <input {id} class="number" type="text" inputmode="numeric" autocomplete="off" data-undo={held.to_string()} {value} {oninput}
                    onkeydown={onkeydown.clone()} onblur={onblur.clone()}
                    aria-invalid={wrong.as_ref().map(|_| "true")} aria-describedby={wrong.as_ref().map(|_| described.clone())} />
            </div>
        }
    };
    html! {
        <div class="share-field">
            { part("p", Key::Numerator, props.value.num(), shown.num.clone(), typed(|draft, text| draft.num = text)) }
            <span class="stroke" aria-hidden="true">{ "/" }</span>
            { part("q", Key::Denominator, props.value.den(), shown.den.clone(), typed(|draft, text| draft.den = text)) }
            <p class="field-error" id={described.clone()} role="status">
                { wrong.map(|why| why.said(words)) }
            </p>
        </div>
    }
}

fn read(num: &str, den: &str) -> Result<Share, Why> {
    let part = |text: &str| -> Result<u32, Why> {
        let number = number_within(text, 0..=MOST).map_err(|error| Why::Cell(CellError::Number(error)))?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    };
    Share::new(part(num)?, part(den)?).map_err(Why::Share)
}
