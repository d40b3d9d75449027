//! Delegate Roster: works out a delegate congress exactly, from members to a valid vote.
//!
//! The rooms, each importing only from those before it:
//! `num <- apportion | roster | threshold | index <- scenario <- codec | exchange | text <- adapters`.
//! `ARCHITECTURE.md` has the map.

pub mod limits;
pub mod num;
pub mod threshold;
