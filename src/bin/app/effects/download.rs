//! Handing a file to the person.

use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url, window};

/// Offers bytes as a file to keep. A browser that refuses leaves everything as it was.
pub fn bytes(name: &str, bytes: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    if let Ok(blob) = Blob::new_with_u8_array_sequence(&parts) {
        let _ = self::blob(name, &blob);
    }
}

/// Offers a file to keep; `None` where the browser refuses.
pub fn blob(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let anchor = window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url).ok()
}
