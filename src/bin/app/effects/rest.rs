//! The rest of the program: what the first screen does not need, modules of their own that `tools/split.py` takes out after the
//! build. Nothing here or elsewhere knows what is in them: a call that comes too early waits. Known beforehand that much of it
//! will be called, it is awaited, so that the wait is not the page's.
//!
//! The first screen has the line to itself. What its keys need follows at once, all else when it stands and the page has nothing to do.

use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;
use yew::prelude::*;

// In `index.html`, since what they load must share this module's memory from outside of it.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = lendToRest)]
    fn lend_to_rest(main: &JsValue);
    #[wasm_bindgen(js_name = startRest)]
    fn start_rest() -> Promise;
    // A call that comes too early gives the place of its function in the table; of none are all parts wanted.
    #[wasm_bindgen(catch, js_name = loadRest)]
    fn load_rest(place: u32) -> Result<(), JsValue>;
}

/// The server did not give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

/// How long the page may be busy before what is needed later is fetched all the same, in milliseconds.
const PATIENCE: i32 = 2_000;

thread_local! {
    static AT_EASE: Cell<bool> = const { Cell::new(false) };
    static ON_ITS_WAY: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Lends it what it shares with this module. A worker has it from then on.
pub fn lend() {
    lend_to_rest(&wasm_bindgen::exports());
}

/// Waits for it, fetches it if nobody has yet; where it does not come, asks once more.
///
/// # Errors
/// [`Missing`].
pub async fn ready() -> Result<(), Missing> {
    let promise = ON_ITS_WAY.with_borrow_mut(|on_its_way| on_its_way.get_or_insert_with(start_rest).clone());
    if JsFuture::from(promise).await.is_ok() { Ok(()) } else { load_rest(0).map_err(|_| Missing) }
}

/// Waits, once, until the first screen stands, the page has nothing to do and the rest is there.
///
/// # Errors
/// [`Missing`].
pub async fn at_ease() -> Result<(), Missing> {
    if AT_EASE.get() {
        return Ok(());
    }
    let _ = JsFuture::from(Promise::new(&mut |resolve, _| idle(&resolve))).await;
    ready().await?;
    AT_EASE.set(true);
    Ok(())
}

/// Whether the rest is there. What only then has something to show is drawn again when it comes.
#[hook]
pub fn use_rest() -> bool {
    let there = use_state_eq(|| AT_EASE.get());
    use_effect_with((), {
        let there = there.setter();
        move |()| spawn_local(async move { there.set(at_ease().await.is_ok()) })
    });
    *there
}

/// Calls back when there is nothing to do; where the browser does not say (Safari), after what waits already.
fn idle(then: &Function) {
    let Some(window) = window() else { return };
    let wait =
        Reflect::get(&window, &"requestIdleCallback".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    let called = wait.is_some_and(|wait| {
        let options = js_sys::Object::new();
        let _ = Reflect::set(&options, &"timeout".into(), &PATIENCE.into());
        wait.call2(&window, then, &options).is_ok()
    });
    if !called {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then, PATIENCE / 10);
    }
}
