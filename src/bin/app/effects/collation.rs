//! The order of names as readers of a language expect it. For display only: nothing is decided by it.

use js_sys::{Array, Function, Intl::Collator, JsString, Object};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// By what names are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collation {
    /// Chinese names by their pinyin, others alphabetically.
    Pinyin,
    /// Chinese names by strokes (姓氏笔画).
    Strokes,
}

/// The places of the names, in order. A browser without such an order leaves them as they are.
pub fn order<'a>(names: impl Iterator<Item = &'a str>, collation: Collation) -> Vec<usize> {
    let locale = match collation {
        Collation::Pinyin => "zh-u-co-pinyin",
        Collation::Strokes => "zh-u-co-stroke",
    };
    let collator = Collator::new(&Array::of1(&locale.into()), &Object::new());
    let compare: Function = collator.compare();
    let names: Vec<JsString> = names.map(JsString::from).collect();
    let mut places: Vec<usize> = (0..names.len()).collect();
    places.sort_by(|a, b| {
        let (Some(a), Some(b)) = (names.get(*a), names.get(*b)) else { return Ordering::Equal };
        let found = compare.call2(&JsValue::UNDEFINED, a, b).ok().and_then(|found| found.as_f64());
        found.and_then(|found| found.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    });
    places
}
