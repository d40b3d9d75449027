//! A corpus of instances drawn by a fixed generator, and one number for all answers to them: natively and as WebAssembly
//! the same, on any machine. Seats, ties, witnesses, refusals, settled lots, sweeps and matrices are in it; a second number stands for the example.

use delegate_roster::apportion::biproportional::{MatrixProblem, Rounding, solve};
use delegate_roster::apportion::{
    Contender, Entry, Instance, Lot, Method, MinimumRule, Outcome, apportion, sweep, swing, working,
};
use delegate_roster::codec::{document, link};
use delegate_roster::language::Language;
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::{derive, example};
use std::fmt::Debug;
use std::rc::Rc;

/// The number for all answers. Another one means that an answer has changed: explain which before writing it here.
pub(crate) const DIGEST: u64 = 13_786_997_869_355_128_221;

/// The number for the example. It changes with the example and with what is kept of it.
pub(crate) const EXAMPLE_DIGEST: u64 = 16_297_104_239_093_194_579;

/// Instances of the corpus; every third is a tie that a lot settles if it can be made one.
const INSTANCES: u32 = 12_000;

const METHODS: [&str; 20] = [
    "adams",
    "dean",
    "huntington-hill",
    "webster",
    "jefferson",
    "danish",
    "condorcet",
    "imperiali",
    "macau",
    "modified-webster:7/5",
    "stationary:1/3",
    "power-mean:2",
    "power-mean:-2",
    "hamilton",
    "droop",
    "hagenbach-bischoff",
    "quota-method",
    "degressive:webster",
    "cambridge-compromise",
    "equal-shares",
];
const RULES: [MinimumRule; 4] =
    [MinimumRule::Seed, MinimumRule::Clamp, MinimumRule::SetAside, MinimumRule::TopUp];

/// Park and Miller 1988.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 % bound
    }

    fn seats(&mut self, bound: u16) -> Seats {
        Seats::from(u16::try_from(self.below(bound.into())).unwrap_or(0))
    }
}

/// FNV-1a of what is written about an answer.
struct Digest(u64);

impl Digest {
    fn add(&mut self, answer: &impl Debug) {
        for byte in format!("{answer:?}").bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// The number for all answers, here and now.
pub(crate) fn digest() -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    let mut draw = Draw(20_210_927);
    for number in 0..INSTANCES {
        seats(&mut digest, &mut draw, number);
    }
    for _ in 0..200 {
        matrix(&mut digest, &mut draw);
    }
    digest.0
}

/// The number for the example: its links, what its sittings need, and its document.
pub(crate) fn example_digest() -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    for language in Language::ALL {
        let scenario = Rc::new(example(language));
        digest.add(&link::encode(&scenario));
        digest.add(&document::write(&scenario).expect("the example fits a file"));
        let report = derive(&scenario, None);
        digest.add(&report.gates.own.quorum);
        digest.add(&report.gates.own.majority);
    }
    digest.0
}

fn seats(digest: &mut Digest, draw: &mut Draw, number: u32) {
    let method = Method::parse(METHODS[number as usize % METHODS.len()]).expect("a known name");
    let most = [4, 30, 5_000, 1 << 30][draw.below(4) as usize];
    let entries: Vec<Entry> = (0..1 + draw.below(9))
        .map(|_| {
            let weight = Weight::new(draw.below(most)).expect("small");
            let min = draw.seats(3);
            let max = if draw.below(5) == 0 { Seats::from(2 + min.get() as u16) } else { Seats::MAX };
            let fixed = (draw.below(9) == 0).then_some(min);
            Entry { weight, min, max, fixed }
        })
        .collect();
    let rule = RULES[draw.below(4) as usize];
    let instance = match Instance::new(entries, draw.seats(60), rule) {
        Ok(instance) => instance,
        Err(error) => return digest.add(&error.code()),
    };
    let mut allocation = apportion(&instance, &method, &[]);
    digest.add(&allocation);
    if let Outcome::Tied(tie) = &allocation.outcome {
        let contender = |&unit: &usize| Contender { unit, certain: tie.certain[unit] };
        let drawn = tie.contested[..tie.open].to_vec();
        if let Ok(lot) = Lot::new(tie.contested.iter().map(contender).collect(), drawn) {
            allocation = apportion(&instance, &method, &[lot]);
            digest.add(&allocation);
        }
    }
    digest.add(&working(&instance, &method, &allocation));
    if number.is_multiple_of(16) {
        digest.add(&swing(&instance, &method, 0));
        let losers = sweep(&instance, &method, 1..=20).map(|step| step.losers);
        digest.add(&losers.collect::<Vec<_>>());
    }
}

fn matrix(digest: &mut Digest, draw: &mut Draw) {
    let (rows, columns) = (1 + draw.below(5) as usize, 1 + draw.below(5) as usize);
    // Row totals drawn, and the same seats dealt out over the columns.
    let row_seats: Vec<Seats> = (0..rows).map(|_| draw.seats(12)).collect();
    let mut column_seats = vec![0u16; columns];
    for _ in 0..row_seats.iter().map(|seats| seats.get()).sum::<u32>() {
        column_seats[draw.below(columns as u64) as usize] += 1;
    }
    let mut members = || Weight::new(draw.below(1_000)).expect("small");
    let problem = MatrixProblem {
        members: (0..rows).map(|_| (0..columns).map(|_| members()).collect()).collect(),
        row_seats,
        column_seats: column_seats.into_iter().map(Seats::from).collect(),
        locked: Vec::new(),
        rounding: [Rounding::Up, Rounding::Nearest, Rounding::Down][draw.below(3) as usize],
    };
    digest.add(&solve(&problem));
}
