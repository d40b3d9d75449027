//! L1: the roster of a congress: from seats to delegates elected, mandates ended, delegates due and present.
//!
//! Source of the terms and identities: the credentials figures of a municipal congress, see `docs/GLOSSARY.md`:
//! `seats = elected + unfilled`, `actual = elected + by-elected - ended - suspended`, `actual = present + absent`,
//! `absent = on leave + without leave`.
//! [`grouping`] shares units among delegations of nearly equal size.
//! Knows neither how seats were allocated nor which quorum applies.

pub mod grouping;
mod ledger;
mod mandates;
mod reason;

pub use ledger::{Breach, Left, Presence, Row};
pub use mandates::{Ending, Mandates};
pub use reason::Reason;
