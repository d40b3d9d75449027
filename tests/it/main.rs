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
mod composition;
mod goldens;
mod numbers;
mod records;
mod rules;
mod tidy;
#[cfg(feature = "xlsx")]
mod workbook;

#[path = "../corpus/mod.rs"]
mod corpus;

/// The browser answers the same: `tests/wasm.rs` holds the other half.
#[test]
fn the_corpus_is_answered_as_ever() {
    assert_eq!(corpus::digest(), corpus::DIGEST);
    assert_eq!(corpus::example_digest(), corpus::EXAMPLE_DIGEST);
}
