//! Keeping the work: what the page starts with, and whether what is on the screen is safe. Says "saved" only when the
//! storage has said so.

use super::storage::{self, StorageError};
use crate::prefs;
use delegate_roster::codec::snapshot::Revision;
use delegate_roster::scenario::{Scenario, example};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

/// Edits that follow one another within this many milliseconds are saved together.
const PAUSE: u32 = 250;

/// What the page starts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    pub scenario: Scenario,
    /// The save it came from.
    pub seen: Revision,
    pub saving: Saving,
    /// A newer save that cannot be read, to be handed to the person.
    pub damaged: Option<storage::Damaged>,
}

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
}

/// Opens what was saved, else the example.
pub async fn start() -> Start {
    let fresh = |saving, damaged| Start {
        scenario: example(prefs::language()),
        seen: Revision::default(),
        saving,
        damaged,
    };
    match storage::load().await {
        Ok(storage::Loaded { snapshot: Some(snapshot), damaged }) => {
            Start { scenario: snapshot.scenario, seen: snapshot.revision, saving: Saving::Saved, damaged }
        }
        Ok(storage::Loaded { snapshot: None, damaged }) => fresh(Saving::Untouched, damaged),
        Err(error) => fresh(Saving::Failed(error), None),
    }
}

/// The hand that saves.
#[derive(Clone)]
pub struct Autosave {
    pub saving: Saving,
    /// Saves over what another tab saved, when the person has chosen so.
    pub overwrite: Callback<()>,
}

/// What the saver remembers between renderings.
struct Saver {
    seen: Revision,
    /// The scenario that waits to be saved.
    waiting: Option<Rc<Scenario>>,
    busy: bool,
    timer: Option<Timeout>,
}

/// Saves `scenario` a moment after each new `revision`, and at once when the page is hidden.
#[hook]
pub fn use_autosave(scenario: Rc<Scenario>, revision: u32, start: &Start) -> Autosave {
    let saving = use_state_eq(|| start.saving.clone());
    let seen = start.seen;
    let saver = use_mut_ref(move || Saver { seen, waiting: None, busy: false, timer: None });
    use_effect_with(revision, {
        let (saver, saving, scenario) = (saver.clone(), saving.clone(), scenario.clone());
        move |revision| {
            if *revision == 0 {
                return;
            }
            saving.set(Saving::Pending);
            let later = {
                let (saver, saving) = (saver.clone(), saving.clone());
                Timeout::new(PAUSE, move || save(&saver, &saving))
            };
            let mut saver = saver.borrow_mut();
            saver.waiting = Some(scenario);
            saver.timer = Some(later);
        }
    });
    use_effect_with((), {
        let (saver, saving) = (saver.clone(), saving.clone());
        move |()| {
            let listener =
                window().map(|w| EventListener::new(&w, "pagehide", move |_| save(&saver, &saving)));
            move || drop(listener)
        }
    });
    let overwrite = {
        let (saver, saving) = (saver, saving.clone());
        Callback::from(move |()| {
            if let Saving::Failed(StorageError::Conflict { stored }) = &*saving {
                saver.borrow_mut().seen = *stored;
            }
            saver.borrow_mut().waiting = Some(scenario.clone());
            saving.set(Saving::Pending);
            save(&saver, &saving);
        })
    };
    Autosave { saving: (*saving).clone(), overwrite }
}

/// Saves what waits, one save at a time: what comes in meanwhile is saved next.
fn save(saver: &Rc<RefCell<Saver>>, saving: &UseStateHandle<Saving>) {
    let (scenario, seen) = {
        let mut now = saver.borrow_mut();
        now.timer = None;
        if now.busy {
            return;
        }
        let Some(scenario) = now.waiting.take() else { return };
        now.busy = true;
        (scenario, now.seen)
    };
    let (saver, saving) = (saver.clone(), saving.clone());
    spawn_local(async move {
        let outcome = storage::save(&scenario, seen).await;
        let more = {
            let mut now = saver.borrow_mut();
            now.busy = false;
            if let Ok(seen) = outcome {
                now.seen = seen;
            }
            now.waiting.is_some() && now.timer.is_none()
        };
        match outcome {
            Ok(_) if saver.borrow().waiting.is_none() => saving.set(Saving::Saved),
            Ok(_) => {}
            Err(error) => saving.set(Saving::Failed(error)),
        }
        if more {
            save(&saver, &saving);
        }
    });
}
