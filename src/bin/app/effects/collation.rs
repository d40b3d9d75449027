//! The order of names as readers of a language expect it. For display, and for an order of rows that a person asks for:
//! nothing is decided by it.

use delegate_roster::scenario::{Direction, NameOrder, arranged};
use js_sys::{Array, Function, Intl::Collator, JsString, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// Compares names as the browser does for readers of a language; numbers in them count as numbers.
pub struct Collation {
    compare: Function,
}

/// The collation of an order, and what the browser calls it.
const fn locale(order: NameOrder) -> (&'static str, &'static str) {
    match order {
        NameOrder::Alphabet => ("en-u-kn-true", ""),
        NameOrder::Pinyin => ("zh-u-co-pinyin-kn-true", "pinyin"),
        NameOrder::Strokes => ("zh-u-co-stroke-kn-true", "stroke"),
    }
}

fn collator(order: NameOrder) -> Collator {
    Collator::new(&Array::of1(&locale(order).0.into()), &Object::new())
}

impl Collation {
    pub fn of(order: NameOrder) -> Self {
        Self { compare: collator(order).compare() }
    }

    /// Whether the browser knows this order; one that does not would put names in another and say nothing.
    pub fn knows(order: NameOrder) -> bool {
        let name = locale(order).1;
        let found = Reflect::get(&collator(order).resolved_options(), &"collation".into()).ok();
        name.is_empty() || found.and_then(|found| found.as_string()).is_some_and(|found| found == name)
    }

    /// The names as the browser compares them: handed over once each, not once for each comparison.
    pub fn texts<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<JsString> {
        names.map(JsString::from).collect()
    }

    pub fn compare(&self, a: Option<&JsString>, b: Option<&JsString>) -> Ordering {
        let (Some(a), Some(b)) = (a, b) else { return Ordering::Equal };
        let found = self.compare.call2(&JsValue::UNDEFINED, a, b).ok().and_then(|found| found.as_f64());
        found.and_then(|found| found.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    }
}

/// The places of the names, in order. A browser without such an order leaves them as they are.
pub fn order<'a>(names: impl Iterator<Item = &'a str>, order: NameOrder) -> Vec<usize> {
    let collation = Collation::of(order);
    let names = collation.texts(names);
    let compare = |a: usize, b: usize| collation.compare(names.get(a), names.get(b));
    arranged(names.len(), Direction::Ascending, &|_| false, &compare)
}
