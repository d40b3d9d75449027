//! What the page does besides drawing: watches the state and acts on the browser. Never edits a scenario.

pub mod announce;
pub mod autosave;
pub mod clipboard;
pub mod crash;
pub mod location;
