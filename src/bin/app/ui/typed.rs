//! What is being typed in a field. Each drawing writes a field's text anew, so what is not handed over yet is part of what is drawn.

use crate::effects::typing::is_composing;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// A text from its first key until it is handed over.
struct Text {
    text: String,
    refused: bool,
}

/// The text of a field, and who takes it.
#[derive(Clone)]
pub struct Typed {
    // Not a state: events that follow one another before a drawing must each see what the one before has left.
    text: Rc<RefCell<Option<Text>>>,
    take: Callback<String, bool>,
    redraw: UseForceUpdateHandle,
}

/// What a field says of a text that it refused, whenever it is asked, and how it drops it.
pub struct Refusing<W: 'static> {
    pub ask: Callback<(), Option<(String, W)>>,
    pub end: Callback<()>,
}

/// `take` is given the text when the field is left or Enter is pressed, and says whether it fits; what does not stays in the field.
#[hook]
pub fn use_typed(take: Callback<String, bool>) -> Typed {
    use_typed_from(None, take)
}

/// The same for a field that comes back with a text that it had refused.
#[hook]
pub fn use_typed_from(kept: Option<String>, take: Callback<String, bool>) -> Typed {
    let text = use_mut_ref(|| kept.map(|text| Text { text, refused: true }));
    Typed { text, take, redraw: use_force_update() }
}

impl Typed {
    /// The text, if one is being typed.
    pub fn text(&self) -> Option<String> {
        self.text.borrow().as_ref().map(|typed| typed.text.clone())
    }

    /// The text that was to be handed over and did not fit.
    pub fn refused(&self) -> Option<String> {
        self.text.borrow().as_ref().filter(|typed| typed.refused).map(|typed| typed.text.clone())
    }

    /// The same with the reason, whenever it is asked: a field that is taken out of the page refuses what is drawn no more.
    pub fn refusal<W: 'static>(&self, why: impl Fn(&str) -> Option<W> + 'static) -> Refusing<W> {
        let typed = self.clone();
        let ask = Callback::from(move |()| {
            let text = typed.refused()?;
            let why = why(&text)?;
            Some((text, why))
        });
        let typed = self.clone();
        Refusing { ask, end: Callback::from(move |()| typed.end()) }
    }

    /// What the field shows.
    pub fn shown(&self, held: impl Into<AttrValue>) -> AttrValue {
        self.text().map_or_else(|| held.into(), AttrValue::from)
    }

    /// Drops what was typed.
    pub fn end(&self) {
        if self.text.take().is_some() {
            self.redraw.force_update();
        }
    }

    /// Hands over what was typed; whether there is nothing left in the field that did not fit.
    pub fn hand_over(&self) -> bool {
        let Some(Text { text, .. }) = self.text.take() else { return true };
        let fits = self.take.emit(text.clone());
        if !fits {
            *self.text.borrow_mut() = Some(Text { text, refused: true });
        }
        self.redraw.force_update();
        fits
    }

    pub fn oninput(&self) -> Callback<InputEvent> {
        let typed = self.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let text = field.value();
            // What is in force is not being typed, whether by keys or by the browser's own undo: it changes when that does.
            let held = field.get_attribute("data-undo").is_some_and(|held| held == text);
            *typed.text.borrow_mut() = (!held).then_some(Text { text, refused: false });
            typed.redraw.force_update();
        })
    }

    /// A choice from a list of suggestions is a change of a field that is not left.
    pub fn onchange(&self) -> Callback<Event> {
        let typed = self.clone();
        Callback::from(move |_| {
            typed.hand_over();
        })
    }

    pub fn onblur(&self) -> Callback<FocusEvent> {
        let typed = self.clone();
        Callback::from(move |_| {
            typed.hand_over();
        })
    }

    /// Enter hands over, Escape drops; unless an input method composes, whose keys they are then.
    pub fn onkeydown(&self) -> Callback<KeyboardEvent> {
        let typed = self.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            _ if is_composing(&event) => {}
            "Enter" => {
                typed.hand_over();
            }
            "Escape" => typed.end(),
            _ => {}
        })
    }
}
