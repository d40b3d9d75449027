//! Texts that a field could not read. They are listed with the problems, from whatever step, and lead to their field; a field that comes
//! back with its step has its text again. Changes no scenario and knows no step; the drafts of the grid are the store's.

use super::errand::Errand;
use super::typed::Refusing;
use super::words::{Words, use_words};
use crate::effects::{announce, pressed};
use crate::place::Place;
use delegate_roster::exchange::{CellError, ShareTextError};
use delegate_roster::language::Language;
use delegate_roster::text::{CompositionMsg, Msg, PeopleKey, PeopleMsg, RulesMsg};
use delegate_roster::threshold::ShareError;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use yew::prelude::*;

/// Why a field could not read a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    Cell(CellError),
    /// Two numbers that are no share.
    Share(ShareError),
    /// A text that is no share.
    ShareText(ShareTextError),
    /// A text or a list of them that is longer than any.
    Text,
}

impl Why {
    pub fn said(&self, words: Words) -> AttrValue {
        match self {
            Self::Cell(error) => words.say(&Msg::CellError(error)),
            Self::Share(error) => words.say(&Msg::Rules(RulesMsg::ShareError(*error))),
            Self::Text => words.say(&Msg::People(PeopleMsg::Key(PeopleKey::TextRefused))),
            Self::ShareText(error) => words.say(&Msg::Composition(CompositionMsg::ShareRefused(*error))),
        }
    }
}

/// What a field is called among the problems: beside others of its kind, with what it is of.
pub fn named(of: &AttrValue, label: &AttrValue) -> AttrValue {
    if of.is_empty() { label.clone() } else { format!("{of} · {label}").into() }
}

/// A text in a field that could not read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub step: Place,
    /// How many steps had been done when it was refused.
    steps: usize,
    /// The identity of the field, and what it is called in the language in which it was drawn last.
    pub id: AttrValue,
    pub label: AttrValue,
    pub language: Language,
    pub text: String,
    pub why: Why,
    /// What it was typed over, where that matters: another value is not hidden by it.
    pub over: AttrValue,
}

/// A text as its field tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    pub id: AttrValue,
    pub label: AttrValue,
    pub over: AttrValue,
    pub text: String,
    pub why: Why,
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
    /// How many steps have been done.
    steps: usize,
    list: Rc<Vec<Refusal>>,
    /// Those of the step at hand whose fields have been drawn in it.
    there: HashSet<AttrValue>,
    /// How the fields drop theirs.
    ends: HashMap<AttrValue, Callback<AttrValue>>,
    /// The field that somebody is led to, for what shows some of its fields at a time.
    led: Errand<AttrValue>,
}

impl PartialEq for Refused {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.kept, &other.kept)
    }
}

/// For the frame, which is at a step of the scenario that was opened as this one: the texts are of that scenario, to which so many steps
/// have been done.
#[hook]
pub fn use_refused(place: &UseStateHandle<Place>, opening: u32, steps: usize) -> Refused {
    let kept = use_mut_ref(Kept::default);
    {
        // Before what was there goes, so that it knows whether its step has gone with it.
        let mut kept = kept.borrow_mut();
        if kept.step != **place {
            kept.step = **place;
            kept.there.clear();
        }
        if kept.opening != opening {
            kept.opening = opening;
            kept.list = Rc::default();
        }
        kept.steps = steps;
    }
    let refused = Refused { kept, redraw: use_force_update(), place: place.clone() };
    // Behind the effects of the fields of this step: a text whose field has not come back with it has none any more.
    use_effect_with((**place, refused.clone()), |(step, refused)| refused.keep_there(*step));
    use_effect_with((steps, refused.clone()), |(steps, refused)| refused.go_back(*steps));
    refused
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
        let led = self.led().next(id.clone());
        self.kept.borrow_mut().led = led;
        self.redraw.force_update();
        announce::reach_soon(id.to_string(), move |found| {
            if !found {
                refused.forget(&id);
            }
        });
    }

    /// Those of the fields whose identities begin like this.
    pub fn within(&self, begin: &str) -> Vec<Refusal> {
        self.list().iter().filter(|one| one.id.starts_with(begin)).cloned().collect()
    }

    /// The field that somebody was led to last.
    pub fn led(&self) -> Errand<AttrValue> {
        self.kept.borrow().led.clone()
    }

    fn put(&self, refusal: Refusal) {
        {
            let mut kept = self.kept.borrow_mut();
            if kept.step == refusal.step {
                kept.there.insert(refusal.id.clone());
            }
        }
        self.change(|list| match list.iter_mut().find(|one| one.id == refusal.id) {
            // Listed again, in another language for one, it was typed when it was.
            Some(one) if one.text == refusal.text => *one = Refusal { steps: one.steps, ..refusal },
            Some(one) => *one = refusal,
            None => list.push(refusal),
        });
    }

    fn forget(&self, id: &str) {
        self.change(|list| list.retain(|one| one.id != id));
    }

    /// Where steps are taken back, so is what was typed after them: a field shows what is in force again.
    fn go_back(&self, steps: usize) {
        for one in self.list().iter().filter(|one| one.steps > steps) {
            self.forget(&one.id);
            let end = self.kept.borrow_mut().ends.remove(&one.id);
            if let Some(end) = end {
                end.emit(one.id.clone());
            }
        }
    }

    fn keep_there(&self, step: Place) {
        let there = self.kept.borrow().there.clone();
        self.change(|list| list.retain(|one| one.step != step || there.contains(&one.id)));
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

/// The same for what has several fields, or shows one of them only when asked: those whose identities begin like this.
#[hook]
pub fn use_kept_within(begin: &str) -> Vec<Refusal> {
    use_context::<Refused>().map(|refused| refused.within(begin)).unwrap_or_default()
}

/// Lists the text that a field could not read, for as long as it cannot. A field that goes while its step stays takes its text along.
#[hook]
pub fn use_refusal(id: &AttrValue, label: &AttrValue, over: &AttrValue, refused: Refusing<Why>) {
    let Refusing { ask, end } = refused;
    let (own, label, over) = (id.clone(), label.clone(), over.clone());
    let unread =
        move |(text, why)| Unread { id: own.clone(), label: label.clone(), over: over.clone(), text, why };
    use_refusals(
        std::slice::from_ref(id),
        Callback::from(move |()| ask.emit(()).map(&unread).into_iter().collect()),
        end.reform(|_| ()),
    );
}

/// The same for several fields at once; of those with these identities no other text is listed than what is told of here. Which of them
/// is dropped is told by its identity.
#[hook]
pub fn use_refusals(own: &[AttrValue], unread: Callback<(), Vec<Unread>>, end: Callback<AttrValue>) {
    let all = use_context::<Refused>();
    let language = use_words().0;
    let latest = use_mut_ref(|| (unread.clone(), language));
    *latest.borrow_mut() = (unread.clone(), language);
    let listed = use_mut_ref(Vec::<AttrValue>::new);
    use_effect_with((own.to_vec(), unread.emit(()), language), {
        let (all, listed) = (all.clone(), listed.clone());
        move |(own, now, language)| {
            let Some(all) = all else { return };
            let step = all.kept.borrow().step;
            let ids = now.iter().map(|one| one.id.clone()).collect();
            let before = listed.replace(ids);
            // Nor does a text stand over another value than that which it was typed over.
            for gone in before.iter().chain(own).filter(|id| now.iter().all(|one| one.id != **id)) {
                all.forget(gone);
            }
            let steps = all.kept.borrow().steps;
            for one in now {
                all.kept.borrow_mut().ends.insert(one.id.clone(), end.clone());
                all.put(one.clone().at((step, steps), *language));
            }
        }
    });
    use_effect_with((), move |()| {
        let at = all.as_ref().map(|all| all.kept.borrow().whereabouts());
        move || {
            let Some((all, at)) = all.zip(at) else { return };
            let now = all.kept.borrow().whereabouts();
            if now.0 == at.0 {
                listed.take().iter().for_each(|id| all.forget(id));
            } else if now.1 == at.1 {
                // Taken out of the page, a field is left as well, and what it then refuses is drawn no more.
                let (unread, language) = latest.borrow().clone();
                for one in unread.emit(()) {
                    let steps = all.kept.borrow().steps;
                    all.put(one.at((at.0, steps), language));
                }
            }
        }
    });
}

impl Unread {
    fn at(self, (step, steps): (Place, usize), language: Language) -> Refusal {
        let Self { id, label, over, text, why } = self;
        Refusal { step, steps, id, label, language, text, why, over }
    }
}

impl Kept {
    /// The step, and the scenario that is open.
    const fn whereabouts(&self) -> (Place, u32) {
        (self.step, self.opening)
    }
}
