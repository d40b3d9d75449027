//! Keeping the work: what the page starts with, and whether what is on the screen is safe. Says "saved" only when the
//! storage has said so.

use super::rest;
use super::storage::{self, StorageError, Written, persistence};
use crate::prefs;
use crate::store::{Document, Kept, Opening, State};
use delegate_roster::codec::generations::Seen;
use delegate_roster::codec::library::{Despite, EntryId};
use delegate_roster::codec::snapshot::Revision;
use delegate_roster::scenario::{Scenario, example};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;
use yew::prelude::*;

/// Edits that follow one another within this many milliseconds are saved together.
const PAUSE: u32 = 250;
/// While keys come, a save waits for as many milliseconds: what it takes would be felt by the hand that types.
const MOST: f64 = 2_000.0;
/// A save that failed is tried again after so many milliseconds, then after twice as many, and so on.
const PATIENCE: u32 = 2_000;
/// How often the waiting time doubles: to about a minute.
const DOUBLINGS: u32 = 5;

/// What the page starts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    pub opening: Opening,
    pub saving: Saving,
    /// A newer save that cannot be read, to be handed to the person.
    pub damaged: Option<storage::Damaged>,
}

/// How often the storage is asked at the start before the page opens without it.
const TRIES: u32 = 3;

/// Whether the work is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nobody has changed anything yet.
    Untouched,
    /// It is in the storage.
    Saved,
    /// It is on its way.
    Pending,
    /// It is not in the storage.
    Failed(StorageError),
    /// It is older than what is in the storage: another tab has saved or deleted it.
    Behind(StorageError),
}

impl Saving {
    /// The code of what is said about it; none where all is well.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Failed(error) => error.code(),
            Self::Behind(StorageError::Deleted) => "behind-deleted",
            Self::Behind(_) => "behind-conflict",
            Self::Untouched | Self::Saved | Self::Pending => "",
        }
    }
}

/// Opens what this tab had open, else what was opened last, else the example.
pub async fn start() -> Start {
    let fresh = |saving, damaged| Start { opening: untouched(), saving, damaged };
    let mut first = storage::first(prefs::scenario()).await;
    for again in 1..TRIES {
        if matches!(&first, Err(StorageError::Quota | StorageError::Other { .. })) {
            pause(PAUSE * again).await;
            first = storage::first(prefs::scenario()).await;
        }
    }
    match first {
        Ok(Some(storage::Loaded { id, snapshot: Some(snapshot), damaged })) => {
            let (scenario, seen) = (snapshot.scenario, snapshot.revision);
            Start {
                opening: Opening { scenario, id, seen, kept: Kept::Stored },
                saving: Saving::Saved,
                damaged,
            }
        }
        // What cannot be read stays in the library as it is; the example has an entry of its own.
        Ok(Some(storage::Loaded { damaged, .. })) => fresh(Saving::Untouched, damaged),
        Ok(None) => fresh(Saving::Untouched, None),
        Err(error) => fresh(Saving::Failed(error), None),
    }
}

async fn pause(milliseconds: u32) {
    let mut timer = None;
    let over = Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(milliseconds, move || answer(&resolve)));
    });
    let _ = JsFuture::from(over).await;
}

/// The example as the page comes with it: an entry of the library from the first change on.
pub fn untouched() -> Opening {
    Opening {
        scenario: example(prefs::language()),
        id: storage::new_id(),
        seen: Revision::default(),
        kept: Kept::Untouched,
    }
}

/// The hand that saves.
#[derive(Clone)]
pub struct Autosave {
    pub saving: Saving,
    pub keeper: Keeper,
    /// Tries again; over what another tab saved or deleted, since a person has chosen so.
    pub insist: Callback<()>,
}

/// Saves what is open.
#[derive(Clone)]
pub struct Keeper {
    saver: Rc<RefCell<Saver>>,
    store: UseReducerHandle<State>,
    saving: UseStateSetter<Saving>,
}

/// What is remembered between renderings.
struct Saver {
    /// The opening that the rest is about.
    opening: u32,
    id: EntryId,
    seen: Revision,
    /// The bytes of that save, where it was this tab's.
    record: Option<Vec<u8>>,
    /// What need not be saved: it is in the storage, or nobody would miss it.
    safe: Option<Rc<Scenario>>,
    despite: Despite,
    failed: Option<StorageError>,
    failures: u32,
    busy: bool,
    timer: Option<Timeout>,
    /// Since when something has been waiting to be saved, in milliseconds.
    since: Option<f64>,
    /// Those that wait for the running save.
    waiting: Vec<Function>,
}

impl Saver {
    fn of(document: Document, scenario: &Rc<Scenario>) -> Self {
        Self {
            opening: document.opening,
            id: document.id,
            seen: document.seen,
            record: None,
            safe: (document.kept != Kept::New).then(|| scenario.clone()),
            despite: Despite::Nothing,
            failed: None,
            failures: 0,
            busy: false,
            timer: None,
            since: None,
            waiting: Vec::new(),
        }
    }

    fn is_safe(&self, scenario: &Rc<Scenario>) -> bool {
        self.safe.as_ref().is_some_and(|safe| Rc::ptr_eq(safe, scenario))
    }
}

/// Saves what is open a moment after each change, and at once when the page is hidden.
#[hook]
pub fn use_autosave(store: &UseReducerHandle<State>, start: &Start) -> Autosave {
    let saving = use_state_eq(|| start.saving.clone());
    let saver = use_mut_ref(|| {
        let mut saver = Saver::of(store.document, store.scenario());
        if let Saving::Failed(error) = &start.saving {
            saver.failed = Some(error.clone());
        }
        saver
    });
    let keeper = Keeper { saver, store: store.clone(), saving: saving.setter() };
    use_effect_with((store.document, store.revision), {
        let keeper = keeper.clone();
        move |(document, revision)| keeper.look(*document, *revision)
    });
    use_effect_with((), {
        let keeper = keeper.clone();
        move |()| {
            let listen = |name: &'static str| {
                let keeper = keeper.clone();
                window().map(|w| EventListener::new(&w, name, move |_| keeper.save_now()))
            };
            let keys = window().map(|w| {
                let keeper = keeper.clone();
                let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
                EventListener::new_with_options(&w, "keydown", capture, move |_| keeper.hold_on())
            });
            let back = window().map(|w| {
                let keeper = keeper.clone();
                EventListener::new(&w, "focus", move |_| keeper.look_around())
            });
            let listeners = [listen("pagehide"), listen("blur"), keys, back];
            move || drop(listeners)
        }
    });
    let insist = {
        let keeper = keeper.clone();
        Callback::from(move |()| keeper.insist())
    };
    Autosave { saving: (*saving).clone(), keeper, insist }
}

impl Keeper {
    /// What is open now, whatever was when this was made.
    pub fn scenario(&self) -> Rc<Scenario> {
        self.store.clone().scenario().clone()
    }

    /// The entry that is open now.
    pub fn document(&self) -> Document {
        self.store.clone().document
    }

    /// Whether leaving the scenario would lose nothing.
    pub fn is_safe(&self) -> bool {
        let scenario = self.scenario();
        let now = self.saver.borrow();
        now.opening == self.document().opening && now.is_safe(&scenario)
    }

    /// Saves what is open, now; once it is safe, answers.
    ///
    /// # Errors
    /// [`StorageError`] if it could not be saved.
    pub async fn flush(&self) -> Result<(), StorageError> {
        loop {
            let document = self.document();
            if self.saver.borrow().opening != document.opening {
                self.look(document, 0);
            }
            if self.is_safe() {
                return Ok(());
            }
            self.save_now();
            let ended = Promise::new(&mut |resolve, _| self.saver.borrow_mut().waiting.push(resolve));
            let _ = JsFuture::from(ended).await;
            if let Some(error) = self.saver.borrow().failed.clone() {
                return Err(error);
            }
        }
    }

    /// Something was opened or changed.
    fn look(&self, document: Document, revision: u32) {
        if self.saver.borrow().opening != document.opening {
            let left = self.saver.replace(Saver::of(document, &self.scenario()));
            left.waiting.iter().for_each(answer);
            self.saving.set(self.rest());
            prefs::set_scenario(document.id);
        }
        match (document.kept, revision) {
            (Kept::New, 0) => self.save_now(),
            (_, 0) => prefs::set_scenario(document.id),
            _ => {
                if self.saver.borrow().failed.is_none() {
                    self.saving.set(Saving::Pending);
                }
                self.save_in(PAUSE);
            }
        }
    }

    fn save_in(&self, pause: u32) {
        let keeper = self.clone();
        let mut now = self.saver.borrow_mut();
        now.since.get_or_insert_with(js_sys::Date::now);
        now.timer = Some(Timeout::new(pause, move || keeper.save_now()));
    }

    /// A key was pressed: what waits to be saved waits a moment longer, but not for ever.
    fn hold_on(&self) {
        let now = self.saver.borrow();
        let fresh = now.since.is_some_and(|since| (js_sys::Date::now() - since).abs() < MOST);
        let waits = now.timer.is_some() && now.failed.is_none() && fresh;
        drop(now);
        if waits {
            self.save_in(PAUSE);
        }
    }

    /// Somebody comes back to this tab: has another one saved or deleted the scenario meanwhile? Said before anything is typed.
    fn look_around(&self) {
        let now = self.saver.borrow();
        let (opening, id, revision, record) = (now.opening, now.id, now.seen, now.record.clone());
        let rests =
            !now.busy && now.timer.is_none() && now.failed.is_none() && revision != Revision::default();
        drop(now);
        if !rests || !self.is_safe() {
            return;
        }
        let keeper = self.clone();
        spawn_local(async move {
            // Reading is not part of the first screen.
            if rest::ready().await.is_err() {
                return;
            }
            let seen = Seen { revision, record: record.as_deref() };
            let Err(error @ (StorageError::Conflict { .. } | StorageError::Deleted)) =
                storage::check(id, seen).await
            else {
                return;
            };
            {
                let mut now = keeper.saver.borrow_mut();
                // Meanwhile it may have been left, or saved: then that has said what there is to say.
                if now.opening != opening || now.seen != revision || now.busy || now.failed.is_some() {
                    return;
                }
                now.failed = Some(error.clone());
            }
            keeper.saving.set(Saving::Behind(error));
        });
    }

    /// What is said where nothing waits to be saved.
    fn rest(&self) -> Saving {
        match self.saver.borrow().seen {
            Revision(0) => Saving::Untouched,
            Revision(_) => Saving::Saved,
        }
    }

    /// Saves again although another tab saved or deleted: the person has chosen so.
    fn insist(&self) {
        {
            let mut now = self.saver.borrow_mut();
            match now.failed.take() {
                Some(StorageError::Conflict { stored }) => now.seen = stored,
                Some(StorageError::Deleted) => now.despite = Despite::Deletion,
                _ => {}
            }
            (now.safe, now.record) = (None, None);
        }
        self.saving.set(Saving::Pending);
        self.save_now();
    }

    /// Saves what is not safe, one save at a time: what comes in meanwhile is saved next.
    pub fn save_now(&self) {
        let scenario = self.scenario();
        let (opening, id, seen, record, despite) = {
            let mut now = self.saver.borrow_mut();
            if now.busy || now.opening != self.document().opening {
                return;
            }
            (now.timer, now.since) = (None, None);
            if now.is_safe(&scenario) {
                let failed = now.failed.is_some();
                drop(now);
                if !failed {
                    self.saving.set(self.rest());
                }
                return;
            }
            now.busy = true;
            (now.opening, now.id, now.seen, now.record.take(), now.despite)
        };
        let keeper = self.clone();
        spawn_local(async move {
            let seen = Seen { revision: seen, record: record.as_deref() };
            let outcome = storage::save(id, &scenario, seen, despite).await;
            keeper.saved(opening, scenario, outcome);
        });
    }

    /// A save has ended.
    fn saved(&self, opening: u32, scenario: Rc<Scenario>, outcome: Result<Written, StorageError>) {
        let (outcome, record) = match outcome {
            Ok(Written { revision, record }) => (Ok(revision), Some(record)),
            Err(error) => (Err(error), None),
        };
        let waiting = {
            let mut now = self.saver.borrow_mut();
            if now.opening != opening {
                // The person has left this scenario behind.
                return;
            }
            (now.busy, now.record) = (false, record);
            match &outcome {
                Ok(revision) => {
                    now.seen = *revision;
                    now.safe = Some(scenario);
                    now.despite = Despite::Nothing;
                    now.failed = None;
                    now.failures = 0;
                }
                Err(error) => {
                    now.failed = Some(error.clone());
                    now.failures = (now.failures + 1).min(DOUBLINGS);
                }
            }
            std::mem::take(&mut now.waiting)
        };
        match outcome {
            Ok(_) => {
                spawn_local(persistence::ask_once());
                let (safe, timed) = (self.is_safe(), self.saver.borrow().timer.is_some());
                match (safe, timed) {
                    (true, _) => self.saving.set(Saving::Saved),
                    (false, true) => self.saving.set(Saving::Pending),
                    (false, false) => {
                        self.saving.set(Saving::Pending);
                        self.save_now();
                    }
                }
            }
            Err(error) => {
                let failures = self.saver.borrow().failures;
                if error.may_pass() {
                    self.save_in(PATIENCE << (failures - 1).min(DOUBLINGS));
                }
                self.saving.set(Saving::Failed(error));
            }
        }
        waiting.iter().for_each(answer);
    }
}

fn answer(resolve: &Function) {
    let _ = resolve.call0(&JsValue::NULL);
}
