//! The fragment of the address: the step a person is at, or a shared scenario.

use crate::place::Place;
use delegate_roster::codec::file::FileError;
use delegate_roster::codec::link;
use delegate_roster::scenario::Scenario;
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::window;
use yew::prelude::*;

/// What an address asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// A step.
    Place(Place),
    /// A shared scenario, to be looked at before it is opened.
    Shared(Rc<Link>),
}

/// A scenario from outside, to be looked at: what it says, and the fragment as it was written where it was a link.
#[derive(Debug, PartialEq)]
pub struct Link {
    pub fragment: Option<String>,
    pub scenario: Result<Scenario, FileError>,
}

/// What the address asks for now.
pub fn asked() -> Asked {
    let fragment = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    match Place::of_fragment(&fragment) {
        Some(place) => Asked::Place(place),
        None if fragment.len() <= 1 || fragment.starts_with("#/") => Asked::Place(Place::default()),
        None => Asked::Shared(shared(fragment)),
    }
}

/// Never part of what asks: most addresses are no links.
#[inline(never)]
fn shared(fragment: String) -> Rc<Link> {
    Rc::new(Link { scenario: link::decode(&fragment).map_err(FileError::Link), fragment: Some(fragment) })
}

/// Whether the address asks for anything but the first screen.
pub fn is_asked() -> bool {
    window().and_then(|w| w.location().hash().ok()).is_some_and(|fragment| fragment.len() > 1)
}

/// Calls back whenever the address asks for something else.
#[hook]
pub fn use_asked(on_asked: Callback<Asked>) {
    use_effect_with(on_asked, |on_asked| {
        let on_asked = on_asked.clone();
        let listener =
            window().map(|w| EventListener::new(&w, "hashchange", move |_| on_asked.emit(asked())));
        move || drop(listener)
    });
}

/// Writes the step in place of the link that was looked at, unless the address has moved on to another one meanwhile.
pub fn forget(link: &Link, place: Place) {
    if window().and_then(|w| w.location().hash().ok()).is_some_and(|now| Some(now) == link.fragment) {
        replace(place);
    }
}

/// Writes the step into the address in place of what is there: a shared link that was read must not be mistaken for
/// the state of the work, and must not come back with the back button.
pub fn replace(place: Place) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        // A browser may refuse when it is asked too often; the address is then merely behind.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(place.fragment()));
    }
}

/// Whether the address leads to the page on this device only.
pub fn is_local() -> bool {
    let location = window().map(|w| w.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    let host = part(location.as_ref().map(|at| at.hostname()));
    part(location.as_ref().map(|at| at.protocol())) == "file:"
        || host == "localhost"
        || host == "[::1]"
        || host.starts_with("127.")
}

/// The address of the page without its fragment.
pub fn base() -> String {
    let href = window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}
