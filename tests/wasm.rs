//! The library where the page runs it: compiled to wasm32 and run by a browser, where `usize` has 32 bits and a panic
//! aborts. That its answers are right is checked natively; here, that they are the same.

#![cfg(target_family = "wasm")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests say what they expect")]

#[path = "corpus/mod.rs"]
mod corpus;

use delegate_roster::apportion::{Entry, Instance, Method, MinimumRule, Outcome, apportion, verify};
use delegate_roster::codec::link;
use delegate_roster::language::Language;
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::regroup::Wish;
use delegate_roster::scenario::{AllocationState, derive, example};
use delegate_roster::work::{Answer, Ask, Job, run};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::ControlFlow;
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

/// The largest congress that the page takes: every seat is handed out, or held by the one tie, and the proof agrees. Of the weights
/// in the first row each stands ten times, so some units have the same claim; in the second no two are alike.
#[wasm_bindgen_test]
fn a_hundred_thousand_units_share_a_million_seats_exactly() {
    for (least, period, certain, open) in [(100, 9_973, 999_993, 7), (1_000, 100_003, 1_000_000, 0)] {
        let entry = |n: u32| Entry::new(Weight::from(least + (n + 2) * 7_919 % period));
        let house = Seats::new(1_000_000).expect("a house");
        let instance =
            Instance::new((0..100_000).map(entry).collect(), house, MinimumRule::Seed).expect("an instance");
        for method in [Method::WEBSTER, Method::HAMILTON] {
            let found = apportion(&instance, &method, &[]);
            assert_eq!(verify(&instance, &method, &found), Ok(()));
            let (seats, left) = match &found.outcome {
                Outcome::Settled(seats) => (seats, 0),
                Outcome::Tied(tie) => (&tie.certain, tie.open),
                Outcome::Refused(refusal) => panic!("{method}: {refusal:?}"),
            };
            let sum: u64 = seats.iter().map(|seats| u64::from(seats.get())).sum();
            assert_eq!((sum, left), (certain, open), "{method}");
        }
    }
}

fn crossed<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_large_number_types_as_bigints(true);
    serde_wasm_bindgen::from_value(value.serialize(&serializer).expect("a value")).expect("the same value")
}

/// As on the way to the worker and back, to the last digit of an index.
#[wasm_bindgen_test]
fn jobs_and_answers_cross_whole() {
    let scenario = example(Language::Chinese);
    let unit = scenario.units[0].id;
    let table = "\tA\tB\tS\n1\t1\t1\t1\n2\t1\t1\t1\nS\t1\t1\t\n".to_owned();
    let rounding = delegate_roster::apportion::biproportional::Rounding::Nearest;
    for ask in [
        Ask::Houses { row: 1, from: 490, to: 510 },
        Ask::Rivals(Method::CLASSIC.iter().map(Method::to_string).collect()),
        Ask::Plan,
        Ask::Explain(unit),
        Ask::Regroup(Wish { delegations: 15, ..Wish::default() }),
        Ask::Regroup(Wish { delegations: 15, most: Some(50), ..Wish::default() }),
        Ask::Matrix { table: table.clone(), rounding },
        Ask::Matrix { table: table.replace("S\t1", "S\t2"), rounding },
    ] {
        let job = Job::new(Some(&scenario), ask);
        assert_eq!(crossed(&job), job);
        let answer = run(job, &mut |_| ControlFlow::Continue(())).expect("an answer");
        assert_eq!(crossed(&answer), answer);
        assert_ne!(answer, Answer::Nothing);
    }
}
