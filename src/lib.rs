//! Delegate Roster: works out a delegate congress exactly, from members to a valid vote.
//!
//! The rooms, each importing only from those before it:
//! `num <- apportion | roster | threshold | index <- scenario <- codec | exchange <- text | work <- picture <- js_api and the page`.
//! `ARCHITECTURE.md` has the map, `tests/it/tidy.rs` the arrows one by one.

pub mod apportion;
pub mod codec;
mod date;
pub mod exchange;
pub mod index;
#[cfg(all(feature = "js", target_family = "wasm"))]
pub mod js_api;
pub mod language;
pub mod limits;
mod name;
pub mod num;
pub mod picture;
pub mod roster;
pub mod scenario;
pub mod text;
pub mod threshold;
pub mod work;
