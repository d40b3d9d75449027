//! L4: the library for JavaScript. Every function takes one plain value and returns
//! `{ok: true, value}` or `{ok: false, error: {code, path, message}}`; none throws, whatever it is given.
//!
//! An argument is taken through `JSON.stringify` first: that is the one place where foreign code (getters, proxies,
//! `toJSON`) can run, and what it throws is caught there. Numbers are JavaScript numbers; every figure of the library
//! is below 2^53.

mod allocation;
mod answer;
mod document;
mod matrix;
mod measures;

use answer::{Failure, answer, answer_text, answer_without};
use wasm_bindgen::prelude::*;

/// Seats for units: `{method, seats, units: [{weight, min?, max?, fixed?}], minimum?, lots?}`.
#[wasm_bindgen(skip_typescript)]
pub fn apportion(request: JsValue) -> JsValue {
    answer(&request, allocation::apportion)
}

/// Checks seats against the definition of the method, without the engine but for what topping up started from and for ties of
/// the quota method: `{…request, result: {seats}}`.
#[wasm_bindgen(skip_typescript)]
pub fn verify(request: JsValue) -> JsValue {
    answer(&request, allocation::verify)
}

/// How firm an allocation is: the last seat, the next in line, and per asked unit the members that move a seat.
#[wasm_bindgen(skip_typescript)]
pub fn sensitivity(request: JsValue) -> JsValue {
    answer(&request, allocation::sensitivity)
}

/// Seats over a range of house sizes, with the units that lose a seat as the house grows.
#[wasm_bindgen(skip_typescript)]
pub fn sweep(request: JsValue) -> JsValue {
    answer(&request, allocation::sweep)
}

/// Seats for the cells of a matrix with row and column totals.
#[wasm_bindgen(skip_typescript)]
pub fn biproportional(request: JsValue) -> JsValue {
    answer(&request, matrix::biproportional)
}

/// Indices of disproportion and inequality of `{weights, seats}`.
#[wasm_bindgen(skip_typescript)]
pub fn indices(request: JsValue) -> JsValue {
    answer(&request, measures::indices)
}

/// Quorum and votes needed under `{profile | rule, due, present, …}`.
#[wasm_bindgen(skip_typescript)]
pub fn thresholds(request: JsValue) -> JsValue {
    answer(&request, measures::thresholds)
}

/// The fragment of a share link for a document.
#[wasm_bindgen(skip_typescript)]
pub fn encode_link(document: JsValue) -> JsValue {
    answer_text(&document, document::encode_link)
}

/// The document of the scenario in a share link.
#[wasm_bindgen(skip_typescript)]
pub fn decode_link(text: JsValue) -> JsValue {
    answer(&text, document::decode_link)
}

/// Everything that follows from a document.
#[wasm_bindgen(skip_typescript)]
pub fn report(document: JsValue) -> JsValue {
    answer_text(&document, document::report)
}

/// The document of the example, in English.
#[wasm_bindgen(skip_typescript)]
pub fn example() -> JsValue {
    answer_without(document::example)
}

/// The version of the package.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> JsValue {
    answer_without(|| Ok::<_, Failure>(env!("CARGO_PKG_VERSION")))
}
