//! The module for workbooks: loaded when the first one is opened or saved, then kept. The loader stands in `index.html`,
//! since only the page's own scripts may load another.

use delegate_roster::exchange::{Book, BookError, Sheet, decode_book, encode_sheets};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A door of the module.
async fn door(name: &str) -> Result<Function, BookError> {
    let window = web_sys::window().ok_or(BookError::Unavailable)?;
    let load =
        Reflect::get(&window, &"loadWorkbooks".into()).ok().and_then(|load| load.dyn_into::<Function>().ok());
    let load = load.ok_or(BookError::Unavailable)?;
    let promise = load.call0(&JsValue::UNDEFINED).ok().and_then(|promise| promise.dyn_into::<Promise>().ok());
    let module = JsFuture::from(promise.ok_or(BookError::Unavailable)?).await;
    let module = module.map_err(|_| BookError::Unavailable)?;
    let door = Reflect::get(&module, &name.into()).ok().and_then(|door| door.dyn_into::<Function>().ok());
    door.ok_or(BookError::Unavailable)
}

/// Reads a sheet of a workbook, the first that is not empty unless told.
pub async fn read(file: &Uint8Array, sheet: Option<usize>) -> Result<Book, BookError> {
    let read = door("read").await?;
    let sheet = sheet.and_then(|at| u32::try_from(at).ok()).map_or(JsValue::UNDEFINED, JsValue::from);
    let answer = read.call2(&JsValue::UNDEFINED, file, &sheet).map_err(|_| BookError::Stopped)?;
    decode_book(&answer.dyn_into::<Uint8Array>().map_err(|_| BookError::Stopped)?.to_vec())
}

/// Writes a workbook.
pub async fn write(sheets: &[Sheet]) -> Result<Vec<u8>, BookError> {
    let write = door("write").await?;
    let sheets = Uint8Array::from(encode_sheets(sheets).as_slice());
    let file = write.call1(&JsValue::UNDEFINED, &sheets).map_err(|_| BookError::Stopped)?;
    file.dyn_into::<Uint8Array>().map(|file| file.to_vec()).map_err(|_| BookError::Stopped)
}
