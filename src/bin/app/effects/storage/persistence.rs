//! Whether the browser may clear the storage by itself when the device runs short of room (WHATWG Storage, "persistent").

use crate::prefs;
use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// What the browser promises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// It has not been asked, or cannot be.
    #[default]
    Unknown,
    /// It may clear the storage when the device runs short of room.
    BestEffort,
    /// It keeps the storage until a person clears it.
    Persistent,
}

/// What the browser promises now; asks for nothing.
pub async fn look() -> Persistence {
    call("persisted").await
}

/// Asks the browser to keep the storage; some show a question to the person.
pub async fn ask() -> Persistence {
    prefs::set_asked_to_persist();
    call("persist").await
}

thread_local! {
    /// Also where the device remembers nothing.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks once on this device: after the first save there is something worth keeping.
pub async fn ask_once() {
    if !ASKED.replace(true) && !prefs::asked_to_persist() {
        ask().await;
    }
}

/// Absent outside secure contexts and in some browsers, whatever the bindings say.
async fn call(method: &str) -> Persistence {
    let call = || {
        let manager = Reflect::get(&window()?.navigator(), &"storage".into()).ok()?;
        let method: Function = Reflect::get(&manager, &method.into()).ok()?.dyn_into().ok()?;
        method.call0(&manager).ok()?.dyn_into::<Promise>().ok()
    };
    let Some(promise) = call() else { return Persistence::Unknown };
    match JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Persistence::Persistent,
        Some(false) => Persistence::BestEffort,
        None => Persistence::Unknown,
    }
}
