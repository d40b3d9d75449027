//! Historic and demonstration tables from `tests/data`.

use super::known::settled;
use delegate_roster::apportion::{
    Entry, Instance, Method, MinimumRule, Outcome, apportion, front, standing_houses, sweep, swing, verify,
};
use delegate_roster::num::{Ratio, Seats, Weight};

/// A table with a heading line; a field may be quoted, but holds no quotes and no line breaks.
struct Table {
    heading: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(text: &str) -> Self {
        let mut lines = text.lines().map(fields);
        Self { heading: lines.next().unwrap(), rows: lines.collect() }
    }

    fn column(&self, name: &str) -> Vec<u64> {
        let index = self.heading.iter().position(|heading| *heading == name).unwrap();
        self.rows.iter().map(|row| row[index].parse().unwrap()).collect()
    }

    fn seats(&self, name: &str) -> Vec<u32> {
        self.column(name).into_iter().map(|seats| seats.try_into().unwrap()).collect()
    }

    fn entries(&self, weights: &str, min: u16) -> Vec<Entry> {
        let entry = |weight| Entry { min: Seats::from(min), ..Entry::new(Weight::new(weight).unwrap()) };
        self.column(weights).into_iter().map(entry).collect()
    }
}

/// The fields of a line: every second piece between quotes is quoted, and its commas stand for themselves.
fn fields(line: &str) -> Vec<String> {
    let pieces = line.split('"').enumerate();
    let marked: String =
        pieces.map(|(i, piece)| if i % 2 == 0 { piece.replace(',', "\t") } else { piece.into() }).collect();
    marked.split('\t').map(str::to_owned).collect()
}

/// `known_answers.csv`: published allocations and allocations computed outside this crate; the source is in each row.
#[test]
fn known_answers() {
    let table = Table::read(include_str!("../../data/known_answers.csv"));
    let numbers = |text: &str| text.split_whitespace().map(|n| n.parse::<u64>().unwrap()).collect::<Vec<_>>();
    for row in &table.rows {
        let [method, house, weights, seats, contested, open, _source] = row.as_slice() else {
            panic!("{row:?}")
        };
        let entries =
            numbers(weights).into_iter().map(|weight| Entry::new(Weight::new(weight).unwrap())).collect();
        let house = Seats::new(house.parse().unwrap()).unwrap();
        let (instance, method) =
            (Instance::new(entries, house, MinimumRule::Seed).unwrap(), Method::parse(method).unwrap());
        let allocation = apportion(&instance, &method, &[]);
        assert_eq!(verify(&instance, &method, &allocation), Ok(()), "{row:?}");
        let (certain, tied, left) = match &allocation.outcome {
            Outcome::Settled(seats) => (seats, &[][..], 0),
            Outcome::Tied(tie) => (&tie.certain, tie.contested.as_slice(), tie.open),
            Outcome::Refused(refusal) => panic!("{refusal:?} {row:?}"),
        };
        assert_eq!(
            certain.iter().map(|seats| u64::from(seats.get())).collect::<Vec<_>>(),
            numbers(seats),
            "{row:?}"
        );
        assert_eq!(tied.iter().map(|unit| *unit as u64).collect::<Vec<_>>(), numbers(contested), "{row:?}");
        assert_eq!(left.to_string(), *open, "{row:?}");
    }
    assert!(table.rows.len() >= 390, "rows were lost: {}", table.rows.len());
}

/// United States House of 2020. Source: census.gov apportionment tables (populations and official seats), as tested by
/// polettif/proporz; the other methods computed independently of this engine.
#[test]
fn united_states_2020() {
    let table = Table::read(include_str!("../../data/us2020.csv"));
    for (column, method, min) in [
        ("official_435", "huntington-hill", 1),
        ("hh", "huntington-hill", 0),
        ("adams", "adams", 0),
        ("dean", "dean", 0),
        ("webster", "webster", 1),
        ("jefferson", "jefferson", 1),
        ("hamilton", "hamilton", 1),
        ("quota", "quota-method", 0),
    ] {
        let seats = settled(table.entries("apportionment_pop_2020", min), 435, MinimumRule::Seed, method);
        assert_eq!(seats, table.seats(column), "{column}");
    }
}

/// Without the minimum of one the two smallest states go empty. Computed independently of this engine.
#[test]
fn united_states_2020_without_a_minimum() {
    let table = Table::read(include_str!("../../data/us2020.csv"));
    let state = |name: &str| table.rows.iter().position(|row| row[0].replace(' ', "") == name).unwrap();
    let seats = |method| settled(table.entries("apportionment_pop_2020", 0), 435, MinimumRule::Seed, method);
    let (jefferson, quota) = (seats("jefferson"), seats("quota-method"));
    let of = |seats: &[u32], names: &[&str]| names.iter().map(|name| seats[state(name)]).collect::<Vec<_>>();
    assert_eq!(of(&jefferson, &["Vermont", "Wyoming", "Michigan", "Virginia"]), [0, 0, 14, 12]);
    assert_eq!(of(&quota, &["Vermont", "Wyoming"]), [0, 0]);
}

/// The Alabama paradox under the other minimum rules: seats of Alabama, Texas and Illinois. Computed independently.
#[test]
fn united_states_1880_by_minimum_rule() {
    let table = Table::read(include_str!("../../data/us1880.csv"));
    for (house, min, rule, expected) in [
        (299, 0, MinimumRule::Seed, [8, 9, 19]),
        (300, 0, MinimumRule::Seed, [8, 10, 19]),
        (299, 1, MinimumRule::SetAside, [8, 9, 18]),
        (300, 1, MinimumRule::SetAside, [8, 9, 19]),
        (299, 1, MinimumRule::Clamp, [8, 9, 18]),
        (300, 1, MinimumRule::Clamp, [7, 10, 19]),
        (301, 1, MinimumRule::Seed, [8, 10, 19]),
    ] {
        let seats = settled(table.entries("apportionment_pop_1880", min), house, rule, "hamilton");
        let state = |name: &str| table.rows.iter().position(|row| row[0] == name).unwrap();
        assert_eq!(
            ["Alabama", "Texas", "Illinois"].map(|name| seats[state(name)]),
            expected,
            "{house} {min} {rule:?}"
        );
    }
}

/// Seat 435 went to Minnesota, and New York lacked 89 people. Source: census.gov; widely reported on 26 April 2021.
#[test]
fn the_last_seat_of_2020() {
    let table = Table::read(include_str!("../../data/us2020.csv"));
    let entries = table.entries("apportionment_pop_2020", 1);
    let instance = Instance::new(entries, Seats::from(435), MinimumRule::Seed).unwrap();
    let method = Method::HUNTINGTON_HILL;
    let state = |name: &str| table.rows.iter().position(|row| row[0].replace(' ', "") == name).unwrap();
    let allocation = apportion(&instance, &method, &[]);
    // The priorities of seats 435 and 436 are 762,997.71 and 762,994.35: anything between them divides.
    let divisor = allocation.witness.and_then(|witness| witness.divisor());
    assert_eq!(divisor, Ratio::new(762_997, 1));
    let front = front(&instance, &method, &allocation).unwrap();
    assert_eq!((front.last, front.next), (vec![state("Minnesota")], vec![state("NewYork")]));
    let (gain, loss) =
        (swing(&instance, &method, state("NewYork")), swing(&instance, &method, state("Minnesota")));
    assert_eq!(gain.unwrap().gain, Some(89));
    assert!(loss.unwrap().loss < 30, "Minnesota kept its seat by a few dozen people: {loss:?}");
    // The last seat falls away in a house of 434, and nobody else's does.
    let standing = standing_houses(&instance, &method, state("Minnesota")).unwrap();
    assert_eq!(standing.0.get(), 435);
}

/// The Alabama paradox. Populations of 1880 add up to the known total; seats computed independently of this engine.
#[test]
fn united_states_1880() {
    let table = Table::read(include_str!("../../data/us1880.csv"));
    let entries = table.entries("apportionment_pop_1880", 1);
    let instance = Instance::new(entries, Seats::from(299), MinimumRule::Clamp).unwrap();
    let alabama = sweep(&instance, &Method::HAMILTON, 299..=301).map(|step| step.losers).collect::<Vec<_>>();
    assert_eq!(alabama, [vec![], vec![0], vec![]]);
    for (column, method, house) in [
        ("ham_min1_299", "hamilton", 299),
        ("ham_min1_300", "hamilton", 300),
        ("ham_min1_301", "hamilton", 301),
        ("ham_min1_325", "hamilton", 325),
        ("webster_min1_325", "webster", 325),
    ] {
        let seats = settled(table.entries("apportionment_pop_1880", 1), house, MinimumRule::Clamp, method);
        assert_eq!(seats, table.seats(column), "{column}");
    }
}

/// The demonstration congress (synthetic members): its seats are Webster's, which Hamilton's differ from in two units.
#[test]
fn demonstration_congress() {
    let table = Table::read(include_str!("../../data/hengyang2021_synthetic.csv"));
    let seats = |method| settled(table.entries("members", 0), 500, MinimumRule::Seed, method);
    assert_eq!(seats("webster"), table.seats("seats"));
    let hamilton = seats("hamilton");
    let differs = hamilton.iter().zip(table.seats("seats")).enumerate().filter(|(_, (a, b))| **a != *b);
    assert_eq!(differs.map(|(unit, _)| unit + 1).collect::<Vec<_>>(), [5, 24]);
}
