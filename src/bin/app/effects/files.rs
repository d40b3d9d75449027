//! Reading a file that a person chose.

use delegate_roster::exchange::{GridError, MAX_BYTES, decode_text};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder};

/// The text of a file: UTF-8 or UTF-16, else GB 18030 as older Chinese spreadsheets write it. Its size is looked at
/// before it is read.
pub async fn text_of(file: &File) -> Result<String, GridError> {
    if file.size() > MAX_BYTES as f64 {
        return Err(GridError::TooLarge { bytes: file.size() as usize });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| GridError::NotText)?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    match decode_text(&bytes) {
        Err(GridError::NotText) => gb18030(&bytes).ok_or(GridError::NotText),
        decoded => decoded,
    }
}

/// `None` where the bytes are not GB 18030 either.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label("gb18030").ok()?;
    let text = decoder.decode_with_u8_array(bytes).ok()?;
    (!text.contains('\u{fffd}') && !text.contains('\0')).then_some(text)
}
