//! `Hand`: what keys, clicks and drags do on the board.

use super::groups::{Arrow, Board, Layout, Target};
use crate::effects::announce;
use crate::store::Intent;
use crate::ui::words::Words;
use delegate_roster::scenario::regroup::fresh_name;
use delegate_roster::scenario::{Action, DelegationId, Name, Report, Unit, UnitEdit, UnitId};
use delegate_roster::text::{GroupingMsg, GroupingWord, Key, Msg};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use web_sys::{DragEvent, Element, EventTarget, FocusEvent, KeyboardEvent, MouseEvent};
use yew::{AttrValue, Callback, Reducible, TargetCast, UseReducerHandle};

/// How many more units a delegation shows at a time.
const WIDER: usize = 200;

/// A choice of where to go that stands open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    Move(UnitId),
    Dissolve(DelegationId),
}

/// What the hand holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// The unit that had the focus last.
    pub active: Option<UnitId>,
    /// Whether a unit has the focus.
    pub focused: bool,
    pub chosen: Rc<BTreeSet<UnitId>>,
    pub open: Option<Opened>,
    pub dragged: Rc<Vec<UnitId>>,
    pub over: Option<Target>,
    /// How many more units these show.
    pub wide: Rc<BTreeMap<Target, usize>>,
    /// Whether all delegations are shown.
    pub all: bool,
}

/// A change of what is held. Several can come before the page is drawn: the focus goes out of one element and into another.
pub struct Change(Box<dyn FnOnce(&mut Held)>);

impl Reducible for Held {
    type Action = Change;

    fn reduce(self: Rc<Self>, Change(change): Change) -> Rc<Self> {
        let mut held = (*self).clone();
        change(&mut held);
        Rc::new(held)
    }
}

impl Held {
    /// Puts the focus back on its unit if it fell off the page.
    pub fn keep_focus(&self) {
        if let Some(unit) = self.active.filter(|_| self.focused && announce::nothing_focused()) {
            announce::focus_id(&chip_id(unit));
        }
    }
}

/// What is to happen once the page shows the next report.
#[derive(Debug, Default)]
pub struct Pending {
    /// The element that gets the focus.
    pub focus: Option<String>,
    pub words: Option<AttrValue>,
}

pub fn chip_id(unit: UnitId) -> String {
    format!("unit-{}", unit.0)
}

pub fn name_id(delegation: DelegationId) -> String {
    format!("delegation-{}-name", delegation.0)
}

#[derive(Clone)]
pub struct Hand {
    pub report: Rc<Report>,
    pub board: Rc<Board>,
    pub layout: Rc<Layout>,
    pub held: UseReducerHandle<Held>,
    pub pending: Rc<RefCell<Pending>>,
    pub dispatch: Callback<Intent>,
    pub words: Words,
}

impl Hand {
    pub fn on<T: 'static>(&self, act: impl Fn(&Self, T) + 'static) -> Callback<T> {
        let hand = self.clone();
        Callback::from(move |value: T| act(&hand, value))
    }

    pub fn change(&self, change: impl FnOnce(&mut Held) + 'static) {
        self.held.dispatch(Change(Box::new(change)));
    }

    fn unit(&self, id: UnitId) -> Option<&Rc<Unit>> {
        self.report.scenario.unit(id).map(|(_, unit)| unit)
    }

    /// Those of the units that are there, in their order.
    fn units(&self, ids: &[UnitId]) -> Vec<&Rc<Unit>> {
        let scenario = &self.report.scenario;
        let rows = scenario.rows_of(ids.iter().copied());
        ids.iter().filter_map(|id| scenario.units.get(*rows.get(id)?)).collect()
    }

    /// The units that go together with this one: all that are chosen, if it is.
    fn with(&self, unit: UnitId) -> Vec<UnitId> {
        match self.held.chosen.contains(&unit) {
            true => {
                let chosen: Vec<UnitId> = self.held.chosen.iter().copied().collect();
                self.units(&chosen).iter().map(|unit| unit.id).collect()
            }
            false => vec![unit],
        }
    }

    fn units_of(&self, opened: Opened) -> Vec<UnitId> {
        match opened {
            Opened::Move(unit) => self.with(unit),
            Opened::Dissolve(id) => {
                let units = self.report.scenario.units.iter().filter(|unit| unit.delegation == Some(id));
                units.map(|unit| unit.id).collect()
            }
        }
    }

    /// The words over a choice.
    pub fn label(&self, opened: Opened) -> AttrValue {
        let (name, count) = match opened {
            Opened::Move(unit) => (self.unit(unit).map(|unit| unit.name.clone()), self.with(unit).len()),
            Opened::Dissolve(id) => (self.report.scenario.delegation(id).map(|one| one.name.clone()), 1),
        };
        let name = name.unwrap_or_default();
        self.words.say(&Msg::Grouping(match opened {
            Opened::Move(_) => GroupingMsg::MoveTo(name.as_str(), count),
            Opened::Dissolve(_) => GroupingMsg::Dissolve(name.as_str()),
        }))
    }

    /// Where it can go.
    pub fn options(&self, opened: Opened) -> Vec<(Target, AttrValue)> {
        let units = self.units_of(opened);
        let homes: BTreeSet<_> = self.units(&units).iter().map(|unit| unit.delegation).collect();
        let here = |id| homes.len() == 1 && homes.contains(&id);
        let delegations = self.report.scenario.delegations.iter().filter(|one| !here(Some(one.id)));
        let named = delegations.map(|one| (Target::Delegation(one.id), one.name.shared().into()));
        let fresh = (Target::New, self.word(GroupingWord::NewDelegation));
        let nobody = (Target::Nobody, self.words.key(Key::NoDelegation));
        let more = [(matches!(opened, Opened::Move(_)), fresh), (!here(None), nobody)];
        named.chain(more.into_iter().filter(|(offered, _)| *offered).map(|(_, option)| option)).collect()
    }

    fn word(&self, word: GroupingWord) -> AttrValue {
        self.words.say(&Msg::Grouping(GroupingMsg::Word(word)))
    }

    /// Moves what the open choice is about.
    pub fn move_opened(&self, to: Target) {
        let Some(opened) = self.held.open else { return };
        let units = self.units_of(opened);
        let anchor = match opened {
            Opened::Move(unit) => Some(unit),
            Opened::Dissolve(_) => units.first().copied(),
        };
        if let Some(anchor) = anchor {
            self.move_units(&units, anchor, to);
        }
    }

    fn move_units(&self, units: &[UnitId], anchor: UnitId, to: Target) {
        let scenario = &self.report.scenario;
        let (name, id) = match to {
            Target::Delegation(id) => match scenario.delegation(id) {
                Some(delegation) => (delegation.name.clone(), Some(id)),
                None => return,
            },
            Target::Nobody => (Name::default(), None),
            Target::New => {
                let unnamed = Name::new(&self.word(GroupingWord::Unnamed)).unwrap_or_default();
                (fresh_name(&self.report, units, &unnamed), None)
            }
        };
        let goes = |unit: &&Rc<Unit>| to == Target::New || unit.delegation != id;
        let moving: Vec<UnitId> = self.units(units).into_iter().filter(goes).map(|unit| unit.id).collect();
        let told = self.unit(anchor).map(|unit| unit.name.clone()).unwrap_or_default();
        self.change(move |held| {
            *held = Held {
                active: Some(anchor),
                focused: true,
                wide: held.wide.clone(),
                all: held.all,
                ..Held::default()
            };
        });
        if moving.is_empty() {
            return announce::focus_id(&chip_id(anchor));
        }
        let to = (to != Target::Nobody).then_some(name.as_str());
        let moved = Msg::Grouping(GroupingMsg::Moved(told.as_str(), moving.len(), to));
        let moved = self.words.say(&moved);
        let said = match super::figures_stay(self.words, &self.report, &moving) {
            None => moved,
            Some(stay) => format!("{moved} · {stay}").into(),
        };
        *self.pending.borrow_mut() = Pending { focus: Some(chip_id(anchor)), words: Some(said) };
        let edits = moving.into_iter().map(|unit| (unit, UnitEdit::Delegation(name.clone()))).collect();
        self.dispatch.emit(Intent::Do(Action::Edit(edits)));
    }

    pub fn rename(&self, id: DelegationId, name: Name) {
        // Two of one name become one, and this field goes.
        let twin = self.report.scenario.delegations.iter().find(|one| one.name == name && one.id != id);
        if let Some(twin) = twin {
            self.pending.borrow_mut().focus = Some(name_id(twin.id));
        }
        self.dispatch.emit(Intent::Do(Action::RenameDelegation(id, name)));
    }

    pub fn open(&self, opened: Opened) {
        self.change(move |held| {
            held.open = (held.open != Some(opened)).then_some(opened);
            if let Opened::Move(unit) = opened {
                held.active = Some(unit);
            }
        });
    }

    /// Closes the choice; the focus goes back to where it was opened.
    pub fn close(&self) {
        let back = match self.held.open {
            Some(Opened::Move(unit)) => chip_id(unit),
            Some(Opened::Dissolve(id)) => format!("delegation-{}-dissolve", id.0),
            None => return,
        };
        self.change(|held| held.open = None);
        announce::focus_id(&back);
    }

    pub fn widen(&self, target: Target) {
        self.change(move |held| {
            let mut wide = (*held.wide).clone();
            *wide.entry(target).or_default() += WIDER;
            held.wide = Rc::new(wide);
        });
    }

    pub fn click(&self, event: &MouseEvent) {
        let Some(unit) = unit_at(event.target_dyn_into()) else { return };
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            self.pick(unit);
        } else {
            self.open(Opened::Move(unit));
        }
    }

    /// Chooses a unit, or lets it go.
    fn pick(&self, unit: UnitId) {
        self.change(move |held| {
            let mut chosen = (*held.chosen).clone();
            if !chosen.remove(&unit) {
                chosen.insert(unit);
            }
            held.chosen = Rc::new(chosen);
            held.active = Some(unit);
        });
    }

    pub fn key(&self, event: &KeyboardEvent) {
        let Some(unit) = unit_at(event.target_dyn_into()) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let arrow = match event.key().as_str() {
            "ArrowLeft" => Some(Arrow::Left),
            "ArrowRight" => Some(Arrow::Right),
            "ArrowUp" => Some(Arrow::Up),
            "ArrowDown" => Some(Arrow::Down),
            "Home" => Some(Arrow::Home),
            "End" => Some(Arrow::End),
            _ => None,
        };
        match (arrow, event.key().as_str()) {
            (Some(arrow), _) => {
                if let Some(next) = self.layout.next(unit, arrow) {
                    announce::focus_id(&chip_id(next));
                }
            }
            (None, "Enter") => self.open(Opened::Move(unit)),
            (None, " ") => self.pick(unit),
            (None, "Escape") => self.change(|held| {
                held.chosen = Rc::default();
                held.open = None;
            }),
            _ => return,
        }
        event.prevent_default();
    }

    pub fn entered(&self, event: &FocusEvent) {
        let unit = unit_at(event.target_dyn_into());
        self.change(move |held| {
            held.active = unit.or(held.active);
            held.focused = unit.is_some();
        });
    }

    pub fn left(&self, event: &FocusEvent) {
        // Without a new place the focus fell off with its element, or the window was left.
        if event.related_target().is_some() {
            self.change(|held| held.focused = false);
        }
    }

    pub fn drag(&self, event: &DragEvent) {
        let Some(unit) = unit_at(event.target_dyn_into()) else { return };
        if let Some(data) = event.data_transfer() {
            let name = self.unit(unit).map(|unit| unit.name.clone()).unwrap_or_default();
            let _ = data.set_data("text/plain", name.as_str());
            data.set_effect_allowed("move");
        }
        let units = self.with(unit);
        // The unit that was taken hold of comes first.
        let others = units.into_iter().filter(|id| *id != unit);
        let dragged = std::iter::once(unit).chain(others).collect();
        self.change(move |held| {
            held.dragged = Rc::new(dragged);
            held.open = None;
        });
    }

    pub fn over(&self, event: &DragEvent) {
        if self.held.dragged.is_empty() {
            return;
        }
        let target = target_at(event.target_dyn_into());
        if target.is_some() {
            event.prevent_default();
        }
        self.change(move |held| held.over = target);
    }

    pub fn drop(&self, event: &DragEvent) {
        let dragged = self.held.dragged.clone();
        let Some((anchor, target)) = dragged.first().copied().zip(target_at(event.target_dyn_into())) else {
            return;
        };
        event.prevent_default();
        let at_home = self.board.group_of(anchor).is_some_and(|group| group.target == target);
        if at_home && dragged.len() == 1 {
            return self.let_go();
        }
        self.move_units(&dragged, anchor, target);
    }

    pub fn let_go(&self) {
        self.change(|held| {
            held.dragged = Rc::default();
            held.over = None;
        });
    }
}

/// The unit on whose chip something happened.
fn unit_at(target: Option<Element>) -> Option<UnitId> {
    let chip = target?.closest("[data-unit]").ok().flatten()?;
    chip.get_attribute("data-unit")?.parse().ok().map(UnitId)
}

/// The group over which something happened.
fn target_at(target: Option<EventTarget>) -> Option<Target> {
    use wasm_bindgen::JsCast;
    // Over words the target can be their text.
    let node = target?.dyn_into::<web_sys::Node>().ok()?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    Target::parse(&element.closest("[data-target]").ok().flatten()?.get_attribute("data-target")?)
}
