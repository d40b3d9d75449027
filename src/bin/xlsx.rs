//! The second module of the page: reads and writes workbooks. Loaded when the first one is opened or saved.
//!
//! Everything it does is in `exchange::xlsx`; here are only the two doors to JavaScript, with bytes in and bytes out.

// A binary has no outside: `pub` here means "for JavaScript".
#![allow(unreachable_pub)]

use delegate_roster::exchange::{decode_sheets, xlsx};
use wasm_bindgen::prelude::*;

/// Reads one sheet of a workbook, the first that is not empty unless told; for `exchange::decode_book`.
#[wasm_bindgen]
pub fn read(file: Vec<u8>, sheet: Option<u32>) -> Vec<u8> {
    xlsx::read(file, sheet.and_then(|at| usize::try_from(at).ok()))
}

/// Writes a workbook of what `exchange::encode_sheets` wrote.
#[wasm_bindgen]
pub fn write(sheets: &[u8]) -> Option<Vec<u8>> {
    xlsx::write(&decode_sheets(sheets)?)
}

fn main() {}
