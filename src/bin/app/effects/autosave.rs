//! Keeping the work: what the page starts with, and whether what is on the screen is safe.

use delegate_roster::codec::link;
use delegate_roster::scenario::Scenario;
use std::rc::Rc;
use web_sys::window;
use yew::prelude::*;

/// What the page starts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    pub scenario: Scenario,
    /// Whether it came from the browser's storage.
    pub stored: bool,
}

/// Whether the work is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    Saved,
    Pending,
    Failed,
}

/// stub
#[hook]
pub fn use_autosave(_scenario: Rc<Scenario>, _revision: u32, _stored: bool) -> Saving {
    let _ = (window(), link::MAX_TEXT);
    Saving::Saved
}
