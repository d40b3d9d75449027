//! What the sentence under the half circle claims.

use super::*;
use crate::num::{Seats, Weight};
use crate::scenario::{Action, Name, Scenario, UnitEdit, apply, derive};
use std::rc::Rc;

fn sentence(members: [u64; 3]) -> String {
    let draft = |(name, members): (&str, u64)| {
        vec![UnitEdit::Name(Name::new(name).unwrap()), UnitEdit::Members(Weight::new(members).unwrap())]
    };
    let drafts = ["A", "B", "C"].into_iter().zip(members).map(draft).collect();
    let scenario = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts }).unwrap();
    let scenario = apply(&scenario, &Action::SetHouse(Seats::new(6).unwrap())).unwrap();
    chart(&derive(&Rc::new(scenario), None), Language::English).sentence.to_string()
}

#[test]
fn among_equals_none_is_the_largest() {
    assert_eq!(sentence([10, 10, 10]), "6 seats in 3 units.");
    assert!(sentence([10, 10, 40]).contains("the largest, C, has 4"));
}
