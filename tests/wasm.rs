//! The library where the page runs it: compiled to wasm32 and run by a browser, where `usize` has 32 bits and a panic
//! aborts. That its answers are right is checked natively; here, that they are the same.

#![cfg(target_family = "wasm")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests say what they expect")]

#[path = "corpus/mod.rs"]
mod corpus;

use delegate_roster::codec::link;
use delegate_roster::language::Language;
use delegate_roster::scenario::{AllocationState, derive, example};
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What a link may ask of this machine's memory: the worst that a few hundred characters can claim, one after the other.
/// First in this file, since memory that was freed hides what grows.
#[wasm_bindgen_test]
fn forged_links_stay_within_their_memory() {
    let pages = || core::arch::wasm32::memory_size::<0>();
    let before = pages();
    for line in include_str!("data/links/forged.txt").lines() {
        let (told, forged) = line.split_once('\t').expect("a name and a link");
        assert_eq!(link::decode(forged).is_ok(), told.starts_with('+'), "{told}");
        let grown = (pages() - before) * 64;
        assert!(grown <= 4_096, "{told}: {grown} KiB");
        wasm_bindgen_test::console_log!("{told}: {grown} KiB in all");
    }
}

#[wasm_bindgen_test]
fn the_example_congress_adds_up() {
    for language in Language::ALL {
        let report = derive(&Rc::new(example(language)), None);
        let total = report.total;
        assert_eq!(report.allocation.state, AllocationState::Settled);
        assert_eq!((total.seats, total.elected, total.present), (500, 487, 470));
        assert_eq!(total.elected - total.ended, 484);
    }
}

/// Twelve thousand allocations and two hundred matrices, to the last digit of their witnesses.
#[wasm_bindgen_test]
fn the_corpus_is_answered_as_natively() {
    assert_eq!(corpus::digest(), corpus::DIGEST);
    assert_eq!(corpus::example_digest(), corpus::EXAMPLE_DIGEST);
}
