//! What is printed beside an allocation, so that anybody can redo it: divisors, and surpluses.

use super::*;

/// Where first seats come before all others: a divisor has no upper end once everybody has one, and there is none before.
#[test]
fn first_seats_follow_from_a_divisor_once_everybody_has_one() {
    let ends = |weights: &[u64], house, name: &str| {
        let witness = apportion(&instance(weights, house), &Method::parse(name).unwrap(), &[]).witness;
        witness.unwrap().printed()
    };
    let round = |divisor: u64| Printed::Divisor(divisor.into());
    for (name, least) in [("adams", 60), ("dean", 40), ("huntington-hill", 40), ("degressive:adams", 8)] {
        assert_eq!(ends(&[50, 30, 20], 3, name), round(least), "{name}");
        assert_eq!(ends(&[50, 30, 20], 2, name), Printed::FirstSeats, "{name}");
        assert_eq!(ends(&[50, 20, 20], 2, name), Printed::FirstSeats, "a tie, {name}");
    }
    assert_eq!(ends(&[46_210, 3_000], 2, "adams"), round(50_000));
    assert_eq!(ends(&[20, 20], 3, "adams"), Printed::Tied);
    assert_eq!(ends(&[50, 30, 20], 2, "webster"), round(50));
}

/// Quotas 6, 3.1 and 0.9 for ten seats, of which the first may have 3: the others have 6 and 1, and the last won no seat by its
/// remainder alone. What won nothing is 0.9 less two seats; what won is 3.1, less four seats before its last.
#[test]
fn a_surplus_is_said_with_its_whole_part() {
    let mut units = entries(&[60, 31, 9]);
    units[0].max = Seats::from(3);
    let instance = Instance::new(units, Seats::from(10), MinimumRule::Seed).unwrap();
    let allocation = apportion(&instance, &Method::HAMILTON, &[]);
    assert_eq!(allocation.settled(), Some(seats(&[3, 5, 2]).as_slice()));
    let Some(Witness::Remainder { next: Some(next), last: Some(last), .. }) = allocation.witness else {
        panic!()
    };
    assert!(next < last);
    assert_eq!([next, last].map(|surplus| surplus.to_string()), ["-11/10", "-9/10"]);
    let surplus = |whole, num, den| Surplus { whole, rest: Ratio::new(num, den).unwrap() }.to_string();
    assert_eq!(
        [surplus(0, 0, 1), surplus(0, 46, 100), surplus(1, 0, 1), surplus(-3, 0, 1)],
        ["0", "23/50", "1", "-3"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]
    #[test]
    fn a_printed_divisor_rounds_to_the_seats((rows, house) in rows(), name in prop::sample::select(&DIVISORS[..])) {
        let allocation = apportion(&instance_of(&rows, house), &Method::parse(name).unwrap(), &[]);
        let (Some(divisor), Some(seats)) = (allocation.witness.and_then(|w| w.divisor()), allocation.settled()) else {
            return Ok(());
        };
        for ((weight, lo, hi), seats) in rows.iter().zip(seats) {
            // Seats are the number of signposts below the share, within the bounds.
            let below = (0..30).take_while(|n| oracle::is_below_share(name, *n, *weight, (divisor.num(), divisor.den())));
            prop_assert_eq!(u32::try_from(below.count()).unwrap().clamp(*lo, *hi), seats.get(), "{:?}", divisor);
        }
    }

    /// Bounds are named as the reason only where they leave no other seats, and first seats only where some have none.
    #[test]
    fn what_is_printed_without_a_divisor_is_so((rows, house) in rows(), name in prop::sample::select(&DIVISORS[..])) {
        let allocation = apportion(&instance_of(&rows, house), &Method::parse(name).unwrap(), &[]);
        let sum = |bound: fn(&oracle::Row) -> u32| rows.iter().map(bound).sum::<u32>();
        match allocation.witness.unwrap().printed() {
            Printed::Bounds => prop_assert!(sum(|row| row.1) == house || sum(|row| row.2) == house),
            Printed::FirstSeats => prop_assert!(sum(|row| row.1.max(row.2.min(1))) > house),
            Printed::Tied => prop_assert!(allocation.tie().is_some()),
            Printed::Divisor(_) => prop_assert!(allocation.tie().is_none()),
            Printed::TooLong => prop_assert!(name.ends_with("macau")),
        }
    }
}
