//! The envelope of every answer, and how an argument is read: no exception crosses this border in either direction.

use js_sys::{Array, JsString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// The longest argument, in UTF-16 units of its JSON: 100,000 units with bounds fit.
const MAX_LENGTH: u32 = 32 << 20;

/// Why there is no value.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Failure {
    /// A stable code.
    pub(super) code: &'static str,
    /// The place in the argument, such as `units[3].weight`; empty for the argument as a whole.
    pub(super) path: String,
    /// A sentence in English.
    pub(super) message: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Envelope<T> {
    Value { ok: bool, value: T },
    Error { ok: bool, error: Failure },
}

impl Failure {
    pub(super) fn new(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, path: path.into(), message: message.into() }
    }
}

/// Reads the argument, computes, and wraps what came of it.
pub(super) fn answer<Q: DeserializeOwned, A: Serialize>(
    argument: &JsValue,
    compute: impl FnOnce(Q) -> Result<A, Failure>,
) -> JsValue {
    wrap(read(argument).and_then(compute))
}

/// The same for an argument whose JSON has a reader of its own.
pub(super) fn answer_text<A: Serialize>(
    argument: &JsValue,
    compute: impl FnOnce(&str) -> Result<A, Failure>,
) -> JsValue {
    wrap(text(argument).and_then(|text| compute(&String::from(text))))
}

/// The same without an argument.
pub(super) fn answer_without<A: Serialize>(compute: impl FnOnce() -> Result<A, Failure>) -> JsValue {
    wrap(compute())
}

fn wrap<A: Serialize>(outcome: Result<A, Failure>) -> JsValue {
    let envelope = match outcome {
        Ok(value) => Envelope::Value { ok: true, value },
        Err(error) => Envelope::Error { ok: false, error },
    };
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Plain structs of strings, numbers and lists: there is nothing that could fail to be written.
    envelope.serialize(&serializer).unwrap_or(JsValue::NULL)
}

fn unreadable() -> Failure {
    Failure::new("unreadable", "", "The argument cannot be read as plain data.")
}

/// The argument as JSON.
fn text(argument: &JsValue) -> Result<JsString, Failure> {
    // Getters, proxies and toJSON run here and nowhere else; cycles and BigInts are refused here, too.
    let mut text = js_sys::JSON::stringify(argument).map_err(|_| unreadable())?;
    // Functions, symbols and undefined have no JSON at all.
    let is_text = |text: &JsString| JsValue::from(text).is_string();
    // What is no number is written like what is not given. Looked for only where something is: it takes a call for each value.
    if is_text(&text) && text.includes("null", 0) {
        text = telling(argument)?;
    }
    if !is_text(&text) {
        return Err(unreadable());
    }
    if text.length() > MAX_LENGTH {
        return Err(Failure::new("too-large", "", "The argument is too large."));
    }
    Ok(text)
}

/// The argument as JSON in which `NaN` and the infinities are values that no field takes.
fn telling(argument: &JsValue) -> Result<JsString, Failure> {
    let mut told = |_: JsString, value: JsValue| {
        let odd = value.as_f64().is_some_and(|number| !number.is_finite());
        Ok(Some(if odd { Array::of1(&Array::new()).into() } else { value }))
    };
    js_sys::JSON::stringify_with_replacer_func(argument, &mut told, None).map_err(|_| unreadable())
}

fn read<Q: DeserializeOwned>(argument: &JsValue) -> Result<Q, Failure> {
    let plain = js_sys::JSON::parse(&String::from(text(argument)?)).map_err(|_| unreadable())?;
    let deserializer = serde_wasm_bindgen::Deserializer::from(plain);
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        let message = error.into_inner().to_string();
        Failure::new("wrong-type", if path == "." { String::new() } else { path }, message)
    })
}

/// A non-negative whole number; anything else, `NaN`, fractions and infinities included, is refused.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(try_from = "f64", into = "f64")]
pub(super) struct Whole(u64);

impl Whole {
    pub(super) const fn get(self) -> u64 {
        self.0
    }
}

impl TryFrom<f64> for Whole {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        // 2^53: above it a JavaScript number no longer says which whole number was meant.
        let fits = (0.0..=9_007_199_254_740_992.0).contains(&number) && number.fract() == 0.0;
        if fits { Ok(Self(number as u64)) } else { Err("not a whole number from 0 to 2^53") }
    }
}

impl From<Whole> for f64 {
    fn from(whole: Whole) -> Self {
        whole.0 as Self
    }
}

impl From<u64> for Whole {
    fn from(number: u64) -> Self {
        Self(number)
    }
}
