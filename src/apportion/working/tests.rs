//! The account against the definitions: quotas and remainders that add up, bounds named where they bind.

use super::*;
use crate::apportion::{MinimumRule, apportion};
use proptest::prelude::*;

fn instance(units: &[(u32, u16, Option<u16>)], house: u16) -> Instance {
    let entry = |&(weight, min, max): &(u32, u16, Option<u16>)| Entry {
        min: Seats::from(min),
        max: max.map_or(Seats::MAX, Seats::from),
        ..Entry::new(Weight::from(weight))
    };
    Instance::new(units.iter().map(entry).collect(), Seats::from(house), MinimumRule::Seed).unwrap()
}

fn grounds(instance: &Instance, method: &Method) -> Vec<&'static str> {
    let allocation = apportion(instance, method, &[]);
    working(instance, method, &allocation).iter().map(|working| working.ground.code()).collect()
}

#[test]
fn bounds_are_named_where_they_bind() {
    // 100 members for 10 seats: 7.0, 2.0 and 1.0 quotas, with a maximum of 5 and a minimum of 2.
    let bound = instance(&[(70, 0, Some(5)), (20, 0, None), (10, 2, None)], 10);
    assert_eq!(grounds(&bound, &Method::WEBSTER), ["maximum", "rounded", "minimum"]);
    assert_eq!(grounds(&bound, &Method::HAMILTON)[0], "maximum");
    assert_eq!(grounds(&bound, &Method::QuotaMethod), ["stepwise"; 3]);
    let tied = instance(&[(10, 0, None), (10, 0, None), (0, 0, None)], 3);
    assert_eq!(grounds(&tied, &Method::WEBSTER), ["contested", "contested", "no-members"]);
}

/// First seats go before all others: a minimum of one raises nobody who has one anyway.
#[test]
fn a_first_seat_is_told_from_a_rounding_and_from_a_minimum() {
    let all = instance(&[(50, 0, None), (30, 0, None), (20, 1, None)], 3);
    assert_eq!(grounds(&all, &Method::ADAMS), ["rounded"; 3]);
    let few = instance(&[(50, 0, None), (30, 0, None), (20, 0, None), (10, 1, None)], 3);
    assert_eq!(grounds(&few, &Method::ADAMS), ["first-seat", "first-seat", "first-seat", "minimum"]);
    let bounds = instance(&[(50, 2, None), (30, 1, None)], 3);
    assert_eq!(grounds(&bounds, &Method::ADAMS), ["minimum"; 2]);
    let full = instance(&[(50, 0, Some(1)), (30, 0, Some(1))], 2);
    assert_eq!(grounds(&full, &Method::ADAMS), ["maximum"; 2]);
}

/// Quotas of 2.00, 2.00, 2.08 and 1.92 for 8 seats, of which the first must have 5; and of 7, 2 and 1, of which the first may have 1.
#[test]
fn what_bounds_of_others_leave_is_neither_a_whole_part_nor_a_remainder() {
    let fewer = instance(&[(25, 5, None), (25, 0, None), (26, 0, None), (24, 0, None)], 8);
    assert_eq!(grounds(&fewer, &Method::HAMILTON), ["minimum", "shifted", "shifted", "whole"]);
    let more = instance(&[(70, 0, Some(1)), (20, 0, None), (10, 0, None)], 10);
    assert_eq!(grounds(&more, &Method::HAMILTON), ["maximum", "shifted", "shifted"]);
}

proptest! {
    /// What the account says of remainders is what the seats are, whatever the bounds.
    #[test]
    fn an_account_of_remainders_agrees_with_the_seats(
        units in proptest::collection::vec((1..500u32, 0..4u16, proptest::option::of(4..9u16)), 1..7), house in 1..40u16,
    ) {
        let entry = |&(weight, min, max): &(u32, u16, Option<u16>)| Entry {
            min: Seats::from(min),
            max: max.map_or(Seats::MAX, Seats::from),
            ..Entry::new(Weight::from(weight))
        };
        let instance = Instance::new(units.iter().map(entry).collect(), Seats::from(house), MinimumRule::Seed);
        prop_assume!(instance.is_ok());
        let instance = instance.unwrap();
        let allocation = apportion(&instance, &Method::HAMILTON, &[]);
        for (line, (_, min, max)) in working(&instance, &Method::HAMILTON, &allocation).iter().zip(&units) {
            let (seats, whole) = (u64::from(line.seats.get()), line.quotient.map_or(0, Ratio::floor));
            match line.ground {
                Ground::Whole => prop_assert_eq!(seats, whole),
                Ground::Remainder => prop_assert_eq!(seats, whole + 1),
                Ground::Shifted => prop_assert!(seats < whole || seats > whole + 1),
                Ground::Minimum => prop_assert_eq!(seats, u64::from(*min)),
                Ground::Maximum => prop_assert_eq!(Some(seats), max.map(u64::from)),
                _ => {}
            }
        }
    }

    /// Members over the printed divisor, rounded by the method, give the seats of every unit that no bound holds, and other
    /// seats to those that one does.
    #[test]
    fn the_quotients_round_to_the_seats(
        units in proptest::collection::vec((1..60u32, 0..3u16, proptest::option::of(3..5u16)), 1..9), house in 1..60u16,
    ) {
        let (least, most) = units.iter().fold((0, 0), |(least, most), unit| (least + unit.1, most + unit.2.unwrap_or(60)));
        prop_assume!(least <= house && house <= most);
        let instance = instance(&units, house);
        let twice = |quotient: Ratio| (2 * u128::from(quotient.num()), u128::from(quotient.den()));
        for (method, round) in [
            (Method::JEFFERSON, (|n, d| n / (2 * d)) as fn(u128, u128) -> u128),
            (Method::ADAMS, |n: u128, d: u128| n.div_ceil(2 * d)),
            (Method::WEBSTER, |n, d| (n + d) / (2 * d)),
        ] {
            let allocation = apportion(&instance, &method, &[]);
            for working in working(&instance, &method, &allocation) {
                let Some((n, d)) = working.quotient.map(twice) else { continue };
                let ground = match round(n, d).cmp(&u128::from(working.seats.get())) {
                    Ordering::Less => Ground::Minimum,
                    Ordering::Equal => Ground::Rounded,
                    Ordering::Greater => Ground::Maximum,
                };
                prop_assert_eq!(working.ground, ground, "{} {:?}", method, working);
            }
        }
    }

    #[test]
    fn remainders_are_the_seats_left_over(weights in proptest::collection::vec(1..5_000u32, 1..9), house in 1..60u16) {
        let units: Vec<_> = weights.iter().map(|&weight| (weight, 0, None)).collect();
        let instance = instance(&units, house);
        let allocation = apportion(&instance, &Method::HAMILTON, &[]);
        if allocation.settled().is_some() {
            let lines = working(&instance, &Method::HAMILTON, &allocation);
            let whole: u64 = lines.iter().map(|line| line.quotient.unwrap().floor()).sum();
            let won = lines.iter().filter(|line| line.ground == Ground::Remainder).count() as u64;
            prop_assert_eq!(whole + won, u64::from(house));
        }
    }
}
