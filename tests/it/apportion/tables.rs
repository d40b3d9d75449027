//! Historic and demonstration tables from `tests/data`.

use super::known::settled;
use delegate_roster::apportion::{
    Entry, Instance, Method, MinimumRule, apportion, front, standing_houses, sweep, swing,
};
use delegate_roster::num::{Seats, Weight};

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
    ] {
        let seats = settled(table.entries("apportionment_pop_2020", min), 435, MinimumRule::Seed, method);
        assert_eq!(seats, table.seats(column), "{column}");
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
    let front = front(&instance, &method, &apportion(&instance, &method, &[])).unwrap();
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
