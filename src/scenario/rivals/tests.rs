//! Known answers: five methods on one table, the House of 2020, Alabama in 1880.

use super::*;
use crate::num::Weight;
use crate::scenario::{Action, Name, UnitEdit, apply, derive};
use std::rc::Rc;

fn table(rows: &[(&str, u32)], house: u32) -> Scenario {
    let draft = |(name, members): &(&str, u32)| {
        vec![UnitEdit::Name(Name::new(name).unwrap()), UnitEdit::Members(Weight::from(*members))]
    };
    let drafts = rows.iter().map(draft).collect();
    let scenario = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts }).unwrap();
    Scenario {
        allocating: super::super::Allocating {
            house: Seats::new(house).unwrap(),
            ..scenario.allocating.clone()
        },
        ..scenario
    }
}

fn report(scenario: Scenario) -> Report {
    derive(&Rc::new(scenario), None)
}

fn census(text: &str, house: u32) -> Scenario {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<(String, u32)> =
        reader.records().map(|r| r.map(|r| (r[0].to_owned(), r[1].parse().unwrap())).unwrap()).collect();
    table(&rows.iter().map(|(name, members)| (name.as_str(), *members)).collect::<Vec<_>>(), house)
}

/// Source: Balinski and Young 1975, the table of 26 seats.
#[test]
fn the_methods_side_by_side() {
    let rows = [("A", 9061), ("B", 7179), ("C", 5259), ("D", 3319), ("E", 1182)];
    let found = rivals(&report(table(&rows, 26)), &Method::CLASSIC);
    let seats: Vec<(&str, Vec<u32>)> = found
        .iter()
        .map(|rival| (rival.method.id(), rival.seats.iter().map(|s| s.get()).collect()))
        .collect();
    assert_eq!(
        seats,
        [
            ("hamilton", vec![9, 7, 5, 4, 1]),
            ("webster", vec![9, 8, 5, 3, 1]),
            ("huntington-hill", vec![9, 7, 6, 3, 1]),
            ("dean", vec![9, 7, 5, 4, 1]),
            ("adams", vec![9, 7, 5, 3, 2]),
            ("jefferson", vec![10, 7, 5, 3, 1]),
        ]
    );
    // Hamilton has the least distance by Loosemore-Hanby, Webster by Sainte-Laguë: what each of them minimises.
    let of = |at: usize| found[at].indices.unwrap().0;
    for rival in &found {
        let (distance, _) = rival.indices.unwrap();
        assert!(distance.loosemore_hanby >= of(0).loosemore_hanby, "{}", rival.method);
        assert!(distance.sainte_lague >= of(1).sainte_lague, "{}", rival.method);
    }
}

/// Source: US Census Bureau 2020; indices worked out with exact fractions from the official seats.
#[test]
fn the_indices_of_2020() {
    let mut scenario = census(include_str!("../../../tests/data/us2020.csv"), 435);
    scenario.allocating.minimum = Seats::from(1);
    let found = rivals(&report(scenario), &[Method::HUNTINGTON_HILL, Method::WEBSTER]);
    let (official, _) = found[0].indices.unwrap();
    assert!((official.loosemore_hanby - 0.013_878_4).abs() < 1e-7);
    assert!((official.gallagher - 0.328_265_3).abs() < 1e-6);
    let changed = found[0].seats.iter().zip(&found[1].seats).filter(|(a, b)| a != b).count();
    assert_eq!(changed, 4, "Webster differs in MT, RI, NY, OH");
}

/// Source: Balinski and Young 1982: Alabama has 8 seats of 299 and 7 of 300.
#[test]
fn alabama_loses_a_seat_as_the_house_grows() {
    let mut scenario = census(include_str!("../../../tests/data/us1880.csv"), 299);
    scenario.allocating.minimum = Seats::from(1);
    scenario.allocating.minimum_rule = crate::apportion::MinimumRule::Clamp;
    let alabama = scenario.units.iter().position(|unit| unit.name.as_str() == "Alabama").unwrap();
    let found = houses(&report(scenario), alabama, 299..=301);
    let seats: Vec<u32> = found.iter().map(|house| house.seats.unwrap().0.get()).collect();
    assert_eq!(seats, [8, 7, 8]);
    assert_eq!(found[1].losers, [alabama]);
}

#[test]
fn ties_stay_ties_and_keys_have_no_rivals() {
    let found = rivals(&report(table(&[("A", 1), ("B", 1)], 1)), &[Method::WEBSTER]);
    assert_eq!(found[0].standing, [Standing::Contested; 2]);
    assert_eq!(found[0].indices, None);
    let mut keyed = table(&[("A", 1), ("B", 1)], 1);
    keyed.allocating.scheme = Scheme::parse("key:taiwan-union:whole").unwrap();
    assert_eq!(rivals(&report(keyed.clone()), &Method::CLASSIC), []);
    assert_eq!(houses(&report(keyed), 0, 1..=3), []);
    // A house that the bounds forbid does not hide the others.
    let mut bounded = table(&[("A", 3), ("B", 1)], 1);
    bounded.allocating.minimum = Seats::from(1);
    let found = houses(&report(bounded), 0, 1..=4);
    let sizes: Vec<u32> = found.iter().map(|house| house.size.get()).collect();
    assert_eq!(sizes, [2, 3, 4]);
}
