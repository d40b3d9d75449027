//! How long an allocation takes: `cargo bench`. Members are drawn by a fixed generator, ten seats to a unit.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot set itself up may stop"
)]

use delegate_roster::apportion::{Entry, Instance, Method, MinimumRule, apportion, verify};
use delegate_roster::num::{Seats, Weight};

const SIZES: [u32; 4] = [100, 1_000, 10_000, 100_000];
const METHODS: [&str; 8] = [
    "hamilton",
    "jefferson",
    "webster",
    "huntington-hill",
    "dean",
    "degressive:webster",
    "macau",
    "power-mean:-2",
];

fn main() {
    divan::main();
}

/// 100,000 units that are hard for a first estimate.
const SHAPES: [&str; 5] = ["equal", "one giant", "capped", "powers", "few seats"];

fn shape(name: &str) -> Instance {
    let units = 100_000u32;
    let members = |unit: u32| match name {
        "equal" => 1_000,
        "one giant" if unit == 0 => 1 << 42,
        "one giant" => 1 + u64::from(unit % 7),
        "powers" => 1 << (unit % 43),
        _ => 1 + u64::from(unit * 7_919 % 999_983),
    };
    let max = if name == "capped" { Seats::from(11) } else { Seats::MAX };
    let entry = |unit| Entry { max, ..Entry::new(Weight::new(members(unit)).unwrap_or(Weight::MAX)) };
    let house = if name == "few seats" { 1_000 } else { 10 * units - 7 };
    let house = Seats::new(house).unwrap_or(Seats::MAX);
    Instance::new((0..units).map(entry).collect(), house, MinimumRule::Seed).expect("bounds hold the house")
}

#[divan::bench(args = SHAPES, consts = [0, 1, 2, 3, 4])]
fn hard<const METHOD: usize>(bencher: divan::Bencher, name: &str) {
    let names = ["hamilton", "webster", "adams", "macau", "quota-method"];
    let (instance, method) = (shape(name), Method::parse(names[METHOD]).expect("a known name"));
    bencher.bench(|| apportion(&instance, &method, &[]));
}

/// Units of 1 to 1,000,000 members, from a multiplicative generator (Park and Miller 1988).
fn instance(units: u32, min: u16) -> Instance {
    let mut state = 20_211_204u64;
    let weight = |_| {
        state = state * 48_271 % 2_147_483_647;
        Weight::from((state % 1_000_000) as u32 + 1)
    };
    let entry = |weight| Entry { min: Seats::from(min), ..Entry::new(weight) };
    let entries = (0..units).map(weight).map(entry).collect();
    Instance::new(entries, Seats::new(10 * units).unwrap_or(Seats::MAX), MinimumRule::Seed)
        .expect("bounds hold the house")
}

#[divan::bench(args = METHODS, consts = SIZES)]
fn seats<const UNITS: u32>(bencher: divan::Bencher, method: &str) {
    let (instance, method) = (instance(UNITS, 0), Method::parse(method).expect("a known name"));
    bencher.bench(|| apportion(&instance, &method, &[]));
}

#[divan::bench(args = METHODS)]
fn seats_with_minimum(bencher: divan::Bencher, method: &str) {
    let (instance, method) = (instance(100_000, 5), Method::parse(method).expect("a known name"));
    bencher.bench(|| apportion(&instance, &method, &[]));
}

#[divan::bench(args = METHODS)]
fn proof(bencher: divan::Bencher, method: &str) {
    let (instance, method) = (instance(100_000, 0), Method::parse(method).expect("a known name"));
    let allocation = apportion(&instance, &method, &[]);
    bencher.bench(|| verify(&instance, &method, &allocation));
}

/// Rows and columns: Zürich's canton-sized problems have 39 by 5 or so; a large one beside it.
const MATRICES: [(usize, usize); 2] = [(39, 5), (200, 12)];

#[divan::bench(args = MATRICES)]
fn matrix(bencher: divan::Bencher, (rows, columns): (usize, usize)) {
    use delegate_roster::apportion::biproportional::{MatrixProblem, Rounding, solve};
    let mut state = 20_211_204u64;
    let mut draw = |bound: u64| {
        state = state * 48_271 % 2_147_483_647;
        state % bound
    };
    let members: Vec<Vec<Weight>> =
        (0..rows).map(|_| (0..columns).map(|_| Weight::from(draw(50_000) as u32 + 1)).collect()).collect();
    let row_seats: Vec<Seats> = (0..rows).map(|_| Seats::from(2 + draw(12) as u16)).collect();
    let mut column_seats = vec![0u16; columns];
    for _ in 0..row_seats.iter().map(|seats| seats.get()).sum::<u32>() {
        column_seats[draw(columns as u64) as usize] += 1;
    }
    let column_seats = column_seats.into_iter().map(Seats::from).collect();
    let problem =
        MatrixProblem { members, row_seats, column_seats, locked: Vec::new(), rounding: Rounding::Nearest };
    bencher.bench(|| solve(&problem));
}
