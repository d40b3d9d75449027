//! The independent check: whatever the engine answers passes it, and nothing else does.

use super::*;

/// One of three equal units wins the last seat. A claim that more seats are open than units want one is none of a tie.
#[test]
fn a_tie_of_more_seats_than_units_is_refused_before_it_is_counted() {
    let instance = instance(&[6, 6, 6], 10);
    let right = apportion(&instance, &Method::WEBSTER, &[]);
    let tie = right.tie().unwrap();
    assert_eq!(tie.open, 1);
    for open in [0, 2, 3, usize::MAX] {
        let claim = Allocation { outcome: Outcome::Tied(Tie { open, ..tie.clone() }), ..right.clone() };
        assert!(verify(&instance, &Method::WEBSTER, &claim).is_err(), "{open}");
    }
}

/// Imperiali quotas of 10 and 10 members for two seats are two each: four seats. By its claims alone one each would do.
#[test]
fn seats_of_a_method_that_refuses_are_not_right() {
    let instance = instance(&[10, 10], 2);
    let method = Method::parse("imperiali-quota").unwrap();
    assert!(matches!(apportion(&instance, &method, &[]).outcome, Outcome::Refused(_)));
    let claim = Outcome::Settled(seats(&[1, 1]));
    assert_eq!(verify_outcome(&instance, &method, &claim, &[]), Err(Rejected::Refusal));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]
    #[test]
    fn every_result_verifies(instance in arbitrary_instance(), method in prop::sample::select(methods()), seed: u64) {
        for allocation in settle_one_by_one(&instance, &method, seed) {
            prop_assert_eq!(verify(&instance, &method, &allocation), Ok(()), "{:?}", allocation);
        }
    }

    /// Seats from elsewhere need no witness; lots that settle nothing are no objection to them.
    #[test]
    fn every_outcome_verifies_alone(instance in arbitrary_instance(), method in prop::sample::select(methods()), seed: u64) {
        let foreign = Tie { certain: seats(&[0, 0]), contested: vec![0, 1], open: 1 }.draw(seed);
        for allocation in settle_one_by_one(&instance, &method, seed) {
            let lots = [allocation.lots.as_slice(), std::slice::from_ref(&foreign)].concat();
            let again = apportion(&instance, &method, &lots);
            prop_assert_eq!(verify_outcome(&instance, &method, &again.outcome, &lots), Ok(()), "{:?}", again);
            // Who has drawn has no open tie, and who has not has no seats of it.
            if let Some(tie) = again.tie() {
                let drawn = [lots.as_slice(), &[tie.draw(seed)]].concat();
                prop_assert!(verify_outcome(&instance, &method, &again.outcome, &drawn).is_err());
                let settled = apportion(&instance, &method, &drawn).outcome;
                prop_assert!(verify_outcome(&instance, &method, &settled, &lots).is_err());
            }
        }
    }

    /// What a method refuses it does not give, either.
    #[test]
    fn no_seats_verify_where_the_method_refuses(instance in arbitrary_instance(), name in prop::sample::select(vec!["imperiali-quota", "hagenbach-bischoff", "base-proportional:2:webster:4"])) {
        let (method, other) = (Method::parse(name).unwrap(), apportion(&instance, &Method::WEBSTER, &[]));
        if matches!(apportion(&instance, &method, &[]).outcome, Outcome::Refused(_)) {
            prop_assert!(verify_outcome(&instance, &method, &other.outcome, &[]).is_err());
        }
    }

    #[test]
    fn no_other_unit_hangs_on_a_later_tie(instance in arbitrary_instance(), method in prop::sample::select(methods()), seed: u64) {
        for allocation in settle_one_by_one(&instance, &method, seed) {
            for unit in 0..instance.entries().len() {
                let mut mutant = allocation.clone();
                match mutant.later.binary_search(&unit) {
                    Ok(at) => drop(mutant.later.remove(at)),
                    Err(at) => mutant.later.insert(at, unit),
                }
                prop_assert!(verify(&instance, &method, &mutant).is_err(), "{mutant:?}");
            }
        }
    }

    #[test]
    fn no_moved_seat_verifies(instance in arbitrary_instance(), method in prop::sample::select(methods()), seed: u64) {
        for allocation in settle_one_by_one(&instance, &method, seed) {
            for (from, to) in (0..instance.entries().len()).flat_map(|i| (0..instance.entries().len()).map(move |j| (i, j))) {
                let mut mutant = allocation.clone();
                let seats = match &mut mutant.outcome {
                    Outcome::Settled(seats) => seats,
                    Outcome::Tied(tie) => &mut tie.certain,
                    Outcome::Refused(_) => continue,
                };
                if from == to || seats[from] == Seats::ZERO {
                    continue;
                }
                seats[from] = Seats::new(seats[from].get() - 1).unwrap();
                seats[to] = Seats::new(seats[to].get() + 1).unwrap();
                prop_assert!(verify(&instance, &method, &mutant).is_err(), "{allocation:?} {mutant:?}");
                prop_assert!(verify_outcome(&instance, &method, &mutant.outcome, &mutant.lots).is_err(), "{mutant:?}");
            }
        }
    }

    /// Whatever somebody claims of a tie: how many seats are open, and between whom.
    #[test]
    fn no_other_tie_verifies(
        (rows, house) in rows(), method in prop::sample::select(methods()), seed: u64,
        open in prop_oneof![0..6usize, usize::MAX - 6..=usize::MAX, any::<usize>()], contested in prop::collection::vec(prop_oneof![0..6usize, any::<usize>()], 0..6),
    ) {
        let instance = instance_of(&rows, house);
        for allocation in settle_one_by_one(&instance, &method, seed) {
            let Some(tie) = allocation.tie() else { continue };
            for claim in [Tie { open, ..tie.clone() }, Tie { contested: contested.clone(), ..tie.clone() }] {
                let verdict = verify(&instance, &method, &Allocation { outcome: Outcome::Tied(claim.clone()), ..allocation.clone() });
                prop_assert_eq!(verdict.is_ok(), claim == *tie, "{:?}", claim);
            }
        }
    }
}
