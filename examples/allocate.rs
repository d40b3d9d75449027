//! Seats for a file of members, timed: `cargo run --release --example allocate -- webster members.txt`.
//!
//! The file holds one whole number a line; ten seats are allocated per unit. Prints the best time of several runs in
//! milliseconds, then the seats, one a line; `tied` in place of the time if a lot would have to decide.

use delegate_roster::apportion::{Entry, Instance, Method, MinimumRule, Outcome, apportion, verify};
use delegate_roster::num::{Seats, Weight};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// Enough to meet a quiet moment of the machine.
const RUNS: u32 = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [method, path] = arguments.as_slice() else { return Err("allocate METHOD FILE".into()) };
    let method = Method::parse(method).ok_or("no such method")?;
    let mut entries = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        entries.push(Entry::new(Weight::new(line.parse()?).ok_or("too many members")?));
    }
    let house = Seats::new(u32::try_from(entries.len())? * 10).ok_or("too many seats")?;
    let weights: Vec<u64> = entries.iter().map(|entry| entry.weight.get()).collect();
    let instance = Instance::new(entries, house, MinimumRule::Seed).map_err(|error| format!("{error:?}"))?;
    let allocation = apportion(&instance, &method, &[]);
    verify(&instance, &method, &allocation).map_err(|error| format!("{error:?}"))?;
    let best = best(|| _ = black_box(apportion(black_box(&instance), &method, &[])));
    let floor = best_of_sum(&weights);
    match &allocation.outcome {
        Outcome::Settled(seats) => {
            println!("{best} {floor}");
            seats.iter().for_each(|seats| println!("{}", seats.get()));
        }
        _ => println!("tied"),
    }
    Ok(())
}

/// The shortest of several runs, in milliseconds.
fn best(mut run: impl FnMut()) -> f64 {
    let once = |_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..RUNS).map(once).fold(f64::INFINITY, f64::min)
}

/// The floor: one pass over the members, which no method can do without.
fn best_of_sum(weights: &[u64]) -> f64 {
    best(|| _ = black_box(black_box(weights).iter().sum::<u64>()))
}
