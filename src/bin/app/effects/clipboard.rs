//! Putting a text on the clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlInputElement, window};

/// What came of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    NotYet,
    Done,
    /// The clipboard is out of reach: a person has to do it.
    ByHand,
}

/// Copies the text of a field. Where the clipboard is out of reach (not https), the text stays selected, to be
/// copied by hand.
pub async fn copy(field: HtmlInputElement) -> Result<(), ()> {
    field.select();
    copy_text(&field.value()).await
}

/// Copies a text, where the browser lets the page do so.
pub async fn copy_text(text: &str) -> Result<(), ()> {
    let navigator = window().ok_or(())?.navigator();
    // The property is missing outside secure contexts, although the binding says otherwise.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).map_err(|_| ())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into().map_err(|_| ())?;
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ()).map_err(|_| ())
}
