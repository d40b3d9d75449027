//! What a person sees. One component per file; each renders exactly one root element, always
//! (Yew 0.23.0 panics when an empty component stands next to siblings that come and go).

mod agenda;
mod allocation;
mod app;
mod attendance;
mod blocs;
mod calendar;
mod candidates;
mod cell_field;
mod chain;
mod compare;
mod comparison;
mod composition;
mod delegations;
mod dialog;
mod election_card;
mod election_result;
mod elections;
mod endings;
mod fields;
mod grid;
mod header;
mod import;
mod library;
mod matrix;
mod method;
mod milestone;
mod number_field;
mod opened;
mod over;
mod problems;
mod report;
mod roster;
mod rules;
mod run_offs;
mod scheme;
mod settings;
mod share;
mod sitting_card;
mod sittings;
mod size;
mod stated;
mod steps;
mod why;
mod words;

pub use app::{App, Props};
