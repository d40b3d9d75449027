//! The rest of the program: what the first screen does not need, a module of its own that `tools/split.py` takes out after the
//! build. Nothing here or elsewhere knows what is in it: a call that comes too early waits. Known beforehand that much of it
//! will be called, it is awaited, so that the wait is not the page's.

use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

// In `index.html`, since what they load must share this module's memory from outside of it.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = startRest)]
    fn start_rest(main: &JsValue) -> Promise;
    #[wasm_bindgen(catch, js_name = loadRest)]
    fn load_rest() -> Result<(), JsValue>;
}

/// The server did not give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

thread_local! {
    static ON_ITS_WAY: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Begins to fetch it.
pub fn start() {
    let promise = start_rest(&wasm_bindgen::exports());
    ON_ITS_WAY.set(Some(promise));
}

/// Waits for it; where it did not come, asks once more.
///
/// # Errors
/// [`Missing`].
pub async fn ready() -> Result<(), Missing> {
    let on_its_way = ON_ITS_WAY.with_borrow(Clone::clone);
    let Some(promise) = on_its_way else { return Ok(()) };
    if JsFuture::from(promise).await.is_ok() { Ok(()) } else { load_rest().map_err(|_| Missing) }
}
