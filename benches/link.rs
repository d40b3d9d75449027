//! Links read and written: honest ones, and those that claim as much as one may. `cargo bench --bench link`

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench says what it expects")]

use delegate_roster::codec::link;
use delegate_roster::language::Language;
use delegate_roster::scenario::example;
use divan::Bencher;

/// Made by `tests/data/links/forged.mjs`.
const FORGED: &str = include_str!("../tests/data/links/forged.txt");

fn forged() -> impl Iterator<Item = &'static str> {
    FORGED.lines().map(|line| line.split_once('\t').unwrap().0)
}

fn main() {
    divan::main();
}

#[divan::bench]
fn write_the_example(bencher: Bencher<'_, '_>) {
    let scenario = example(Language::Chinese);
    bencher.bench_local(|| link::encode(&scenario).unwrap());
}

#[divan::bench]
fn read_the_example(bencher: Bencher<'_, '_>) {
    let text = link::encode(&example(Language::Chinese)).unwrap();
    bencher.bench_local(|| link::decode(&text).unwrap());
}

#[divan::bench(args = forged())]
fn read(bencher: Bencher<'_, '_>, name: &str) {
    let line = FORGED.lines().find(|line| line.split_once('\t').unwrap().0 == name).unwrap();
    let text = line.split_once('\t').unwrap().1;
    bencher.bench_local(|| link::decode(text).is_ok());
}
