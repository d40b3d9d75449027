//! Tests of the list of an election that is counted.

use super::*;
use crate::scenario::{ListPlace, StrokeOrder, Unsettled};

/// Local regulations: committee and discipline commission by strokes, alternates by votes and then strokes.
#[test]
fn the_list_is_in_the_order_of_the_rules() {
    let places = |office, rules| -> Vec<(Vec<usize>, Option<Unsettled>)> {
        let mut scenario = congress(rules, office, 3, TELLERS, &[250, 300, 250]);
        change(&mut scenario, |election| {
            for (candidate, strokes) in election.candidates.iter_mut().zip([7, 17, 4]) {
                candidate.strokes = Strokes::new(strokes);
            }
        });
        let list = counted(&scenario).list.into_iter();
        list.map(|ListPlace { candidates, unsettled }| (candidates, unsettled)).collect()
    };
    let rules = || Rules::Profile(ProfileId::CpcLocal);
    let settled = |rows: [usize; 3]| rows.map(|row| (vec![row], None)).to_vec();
    assert_eq!(places(Office::Committee, rules()), settled([2, 0, 1]));
    assert_eq!(places(Office::Alternates, rules()), settled([1, 2, 0]));
    assert_eq!(places(Office::StandingCommittee, rules()), settled([0, 1, 2]));
    // No order is stated for people's congresses: by votes, and equal votes stay equal.
    let none = places(Office::Committee, Rules::Profile(ProfileId::PeoplesCongress));
    assert_eq!(none, [(vec![1], None), (vec![0, 2], None)]);
}

/// Equally many strokes: the forms decide, the list says so, and more forms than strokes are a problem at their field.
#[test]
fn equally_many_strokes_are_told_apart_by_their_forms() {
    let mut scenario =
        congress(Rules::Profile(ProfileId::CpcLocal), Office::Committee, 3, TELLERS, &[250, 300, 250]);
    let orders = |scenario: &mut Scenario, orders: [&str; 3]| {
        change(scenario, |election| {
            for (candidate, order) in election.candidates.iter_mut().zip(orders) {
                candidate.strokes = Strokes::new(4);
                candidate.stroke_order = StrokeOrder::parse(order).unwrap();
            }
        });
    };
    let list = |scenario: &Scenario| -> Vec<(Vec<usize>, Option<Unsettled>)> {
        counted(scenario).list.into_iter().map(|place| (place.candidates, place.unsettled)).collect()
    };
    orders(&mut scenario, ["", "", ""]);
    assert_eq!(list(&scenario), [(vec![1, 0, 2], Some(Unsettled::EqualStrokes))]);
    assert!(counted(&scenario).finer.is_some_and(|citation| citation.is_to_confirm()));
    orders(&mut scenario, ["4153", "5", "1121"]);
    assert_eq!(list(&scenario), [(vec![2], None), (vec![0], None), (vec![1], None)]);
    assert_eq!(problems(&scenario), []);
    orders(&mut scenario, ["41531", "5", "1121"]);
    let name = scenario.elections[0].candidates[0].name.clone();
    let problem = VotingProblem::FormsAboveStrokes { name, forms: 5, strokes: 4 };
    assert_eq!(problems(&scenario), [(ElectionField::StrokeOrder(0), problem)]);
    assert_eq!(list(&scenario), [(vec![1, 0, 2], Some(Unsettled::EqualStrokes))]);
    // One character with two orders, which is a mistake of the hand.
    change(&mut scenario, |election| {
        for (candidate, name) in election.candidates.iter_mut().zip(["王小明", "方某", "王大年"]) {
            candidate.name = Name::new(name).unwrap();
        }
    });
    orders(&mut scenario, ["1121", "4153", "1211"]);
    let name = |row: usize| scenario.elections[0].candidates[row].name.clone();
    let told = vec![("1121".to_owned(), vec![name(0)]), ("1211".to_owned(), vec![name(2)])];
    let problem = VotingProblem::StrokeOrdersDiffer { character: '王', told };
    assert_eq!(problems(&scenario), [(ElectionField::StrokeOrder(2), problem)]);
    // Where strokes decide nothing, nothing is said of them.
    change(&mut scenario, |election| election.office = Office::StandingCommittee);
    assert_eq!(counted(&scenario).finer, None);
}
