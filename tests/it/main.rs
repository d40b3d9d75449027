//! The integration tests: the library as its users see it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect; clippy's own exemption covers only `#[test]` functions"
)]

mod apportion;
mod codec;
mod tidy;
