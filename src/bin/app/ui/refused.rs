//! Texts that a field could not read. They are listed with the problems, from whatever step, and lead to their field; a field that comes
//! back with its step has its text again. Changes no scenario and knows no step; the drafts of the grid are the store's.

use super::words::{Words, use_words};
use crate::effects::{announce, pressed};
use crate::place::Place;
use delegate_roster::exchange::CellError;
use delegate_roster::language::Language;
use delegate_roster::text::{CompositionKey, Msg, PeopleKey, PeopleMsg, RulesMsg};
use delegate_roster::threshold::ShareError;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Why a field could not read a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Cell(CellError),
    /// Two numbers that are no share.
    Share(ShareError),
    /// Not what a share looks like.
    NoShare,
    /// A text or a list of them that is longer than any.
    Text,
}

impl Why {
    pub fn said(self, words: Words) -> AttrValue {
        match self {
            Self::Cell(error) => words.say(&Msg::CellError(&error)),
            Self::Share(error) => words.say(&Msg::Rules(RulesMsg::ShareError(error))),
            Self::Text => words.say(&Msg::People(PeopleMsg::Key(PeopleKey::TextRefused))),
            Self::NoShare => words.composition(CompositionKey::ShareWanted),
        }
    }
}

/// A text in a field that could not read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub step: Place,
    /// The identity of the field, and what it is called in the language in which it was drawn last.
    pub id: AttrValue,
    pub label: AttrValue,
    pub language: Language,
    pub text: String,
    pub why: Why,
    /// What it was typed over, where that matters: another value is not hidden by it.
    pub over: AttrValue,
}

/// What the frame hands down to the fields. It stays the same, so that no field is drawn again for the text of another one.
#[derive(Clone)]
pub struct Refused {
    kept: Rc<RefCell<Kept>>,
    redraw: UseForceUpdateHandle,
    place: UseStateHandle<Place>,
}

/// The texts, and where the page is.
#[derive(Default)]
struct Kept {
    step: Place,
    opening: u32,
    list: Rc<Vec<Refusal>>,
}

impl PartialEq for Refused {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.kept, &other.kept)
    }
}

/// For the frame, which is at a step of the scenario that was opened as this one: the texts are of that scenario.
#[hook]
pub fn use_refused(place: &UseStateHandle<Place>, opening: u32) -> Refused {
    let kept = use_mut_ref(Kept::default);
    {
        // Before what was there goes, so that it knows whether its step has gone with it.
        let mut kept = kept.borrow_mut();
        kept.step = **place;
        if kept.opening != opening {
            kept.opening = opening;
            kept.list = Rc::default();
        }
    }
    Refused { kept, redraw: use_force_update(), place: place.clone() }
}

impl Refused {
    /// The texts, in the order in which they were refused.
    pub fn list(&self) -> Rc<Vec<Refusal>> {
        self.kept.borrow().list.clone()
    }

    /// Leads to the field; where it is no more, neither is its text.
    pub fn go(&self, refusal: &Refusal) {
        announce::open(refusal.step, &self.place);
        let (refused, id) = (self.clone(), refusal.id.clone());
        announce::reach_soon(id.to_string(), move |found| {
            if !found {
                refused.forget(&id);
            }
        });
    }

    fn put(&self, refusal: Refusal) {
        self.change(|list| match list.iter_mut().find(|one| one.id == refusal.id) {
            Some(one) => *one = refusal,
            None => list.push(refusal),
        });
    }

    fn forget(&self, id: &str) {
        self.change(|list| list.retain(|one| one.id != id));
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Refusal>)) {
        let before = self.list();
        change(Rc::make_mut(&mut self.kept.borrow_mut().list));
        if self.list() != before {
            // The list stands over the page: a text is refused when its field is left, often for what is being pressed.
            let redraw = self.redraw.clone();
            pressed::after_click(move || redraw.force_update());
        }
    }
}

/// The text that this field could not read when its step was left.
#[hook]
pub fn use_kept(id: &AttrValue, over: &AttrValue) -> Option<String> {
    let refused = use_context::<Refused>()?;
    let list = refused.list();
    list.iter().find(|one| one.id == *id && one.over == *over).map(|one| one.text.clone())
}

/// The same for what has several fields, or shows one of them only when asked: the first whose identity begins like this.
#[hook]
pub fn use_kept_within(begin: &str) -> Option<Refusal> {
    let refused = use_context::<Refused>()?;
    let list = refused.list();
    list.iter().find(|one| one.id.starts_with(begin)).cloned()
}

/// Lists the text that a field could not read, for as long as it cannot. A field that goes while its step stays takes its text along.
#[hook]
pub fn use_refusal(id: &AttrValue, label: &AttrValue, over: &AttrValue, refused: Option<(String, Why)>) {
    let all = use_context::<Refused>();
    let language = use_words().0;
    let told = (id.clone(), label.clone(), over.clone(), language, refused);
    use_effect_with(told, move |(id, label, over, language, refused)| {
        let id = id.clone();
        let step = all.as_ref().map(|all| all.kept.borrow().step);
        match (&all, step, refused.clone()) {
            (Some(all), Some(step), Some((text, why))) => {
                all.put(Refusal {
                    step,
                    id: id.clone(),
                    label: label.clone(),
                    language: *language,
                    text,
                    why,
                    over: over.clone(),
                });
            }
            // Nor does it stand over another value than that which it was typed over.
            (Some(all), ..) => all.forget(&id),
            _ => {}
        }
        move || {
            if let Some(all) = all.filter(|all| Some(all.kept.borrow().step) == step) {
                all.forget(&id);
            }
        }
    });
}
