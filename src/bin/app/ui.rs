//! What a person sees. One component per file; each renders exactly one root element, always
//! (Yew 0.23.0 panics when an empty component stands next to siblings that come and go).

mod allocation;
mod app;
mod chain;
mod delegations;
mod dialog;
mod grid;
mod header;
mod import;
mod method;
mod number_field;
mod opened;
mod over;
mod problems;
mod report;
mod roster;
mod rules;
mod settings;
mod share;
mod steps;
mod why;
mod words;

pub use app::{App, Props};
