//! Units, bounds, lots and the text of a method to seats: every answer passes the independent check, and none does once
//! a seat has been moved.
#![no_main]

use arbitrary::Arbitrary;
use delegate_roster::apportion::{
    Allocation, Contender, Entry, Instance, Lot, Method, MinimumRule, Outcome, Tie, apportion, front, standing_houses,
    swing, verify,
};
use delegate_roster::num::{Seats, Weight};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    text: String,
    method: u8,
    house: u16,
    minimum: u8,
    units: Vec<(u64, u8, Option<u16>, Option<u16>)>,
    lots: Vec<(Vec<(u8, u16)>, Vec<u8>)>,
}

const NAMES: [&str; 18] = [
    "adams", "dean", "huntington-hill", "webster", "jefferson", "danish", "condorcet", "imperiali", "macau",
    "modified-webster:7/5", "stationary:1/3", "power-mean:2", "hamilton", "droop", "hagenbach-bischoff",
    "quota-method", "equal-shares", "cambridge-compromise",
];
const MINIMA: [MinimumRule; 4] = [MinimumRule::Seed, MinimumRule::Clamp, MinimumRule::SetAside, MinimumRule::TopUp];

fuzz_target!(|input: Input| {
    let parsed = Method::parse(&input.text);
    if let Some(method) = &parsed {
        assert_eq!(Method::parse(&method.to_string()).as_ref(), Some(method));
    }
    let name = NAMES[usize::from(input.method) % NAMES.len()];
    let Some(method) = parsed.or_else(|| Method::parse(name)) else { return };
    let seats = |n: u16| Seats::from(n);
    let entries = input.units.iter().take(40).map(|&(weight, min, max, fixed)| Entry {
        min: seats(u16::from(min % 4)),
        max: max.map_or(Seats::MAX, seats),
        fixed: fixed.filter(|n| n % 5 == 0).map(|n| seats(n % 50)),
        ..Entry::new(Weight::new(weight & Weight::MAX.get()).unwrap_or_default())
    });
    let rule = MINIMA[usize::from(input.minimum) % MINIMA.len()];
    let Ok(instance) = Instance::new(entries.collect(), seats(input.house % 200), rule) else { return };
    let lots: Vec<Lot> = input
        .lots
        .iter()
        .take(4)
        .filter_map(|(contenders, drawn)| {
            let contender = |&(unit, certain): &(u8, u16)| Contender { unit: unit.into(), certain: seats(certain) };
            Lot::new(contenders.iter().map(contender).collect(), drawn.iter().map(|&n| n.into()).collect()).ok()
        })
        .collect();
    let allocation = apportion(&instance, &method, &lots);
    assert_eq!(verify(&instance, &method, &allocation), Ok(()));
    let _ = front(&instance, &method, &allocation);
    // Each tries out many houses: seldom, so that the fuzzer gets on.
    if input.house % 64 == 0 {
        let _ = swing(&instance, &method, 0);
        let _ = standing_houses(&instance, &method, 0);
    }
    if let Outcome::Tied(tie) = &allocation.outcome {
        for open in [0, tie.open + 1, input.house.into(), usize::MAX - usize::from(input.house)] {
            let claim = Outcome::Tied(Tie { open, ..tie.clone() });
            let claimed = Allocation { outcome: claim, ..allocation.clone() };
            assert_eq!(verify(&instance, &method, &claimed).is_ok(), open == tie.open);
        }
    }
    if let Outcome::Settled(right) = &allocation.outcome
        && let [first, .., last] = right.as_slice()
        && first.get() > 0
        && last.get() < Seats::MAX.get()
    {
        let mut wrong = right.clone();
        let end = wrong.len() - 1;
        wrong[0] = Seats::new(first.get() - 1).unwrap();
        wrong[end] = Seats::new(last.get() + 1).unwrap();
        let moved = Allocation { outcome: Outcome::Settled(wrong), ..allocation };
        assert!(verify(&instance, &method, &moved).is_err());
    }
});
