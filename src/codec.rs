//! L3: scenarios as bytes and text: the share link and the stored record. `docs/FORMAT.md` describes every byte.
//!
//! One payload serves both: a row of tagged sections, each a column of the scenario. The link wraps it for a URL,
//! the record for a store. Nothing here knows a screen, a URL bar or a database.

mod bytes;
mod checksum;
pub mod document;
pub mod file;
pub mod generations;
pub mod library;
pub mod link;
pub mod payload;
pub mod qr;
pub mod snapshot;
mod tags;
