//! What a comparison says of a difference: word for word, and that two values never read alike.

use super::*;
use crate::scenario::arbitrary::listed;
use crate::scenario::{Action, Name, SittingEdit, apply, compare, derive, example};
use crate::threshold::Purpose;
use proptest::prelude::*;
use std::rc::Rc;

#[test]
fn a_difference_is_told_with_both_values() {
    for (language, said) in [
        (Language::English, ["Second · Due as stated in the credentials report", "–", "1,484"]),
        (Language::Chinese, ["Second · 资格审查报告载明的应到人数", "–", "1,484"]),
    ] {
        let mine = example(language);
        let mine = apply(&mine, &Action::AddSitting(Name::new("Second").unwrap())).unwrap();
        let edit = SittingEdit::StatedDue(Some(1_484u16.into()));
        let theirs = apply(&mine, &Action::EditSitting(mine.shown, edit)).unwrap();
        let report = |scenario| derive(&Rc::new(scenario), None);
        let found = compare(&report(mine), &report(theirs)).inside;
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            [path(language, &one.path), value(language, &one.mine), value(language, &one.theirs)],
            said
        );
    }
    // The second of one name is said to be that.
    let second = Where::Thing(Thing::Sitting, Name::new("全体会议").unwrap(), 1);
    let said = Language::ALL.map(|language| value(language, &Fact::Of(second.clone())));
    assert!(
        said.contains(&"全体会议 (2)".to_owned()) && said.contains(&"全体会议（2）".to_owned()),
        "{said:?}"
    );
    let opening = Fact::Purpose(Purpose::Open);
    assert!(Language::ALL.iter().all(|language| !value(*language, &opening).is_empty()));
}

#[test]
fn names_are_called_what_their_fields_are_called() {
    for (thing, said) in [
        (Thing::Sitting, ["x · Name", "x · 名称"]),
        (Thing::Election, ["x · Title", "x · 名称"]),
        (Thing::Item, ["x · Item", "x · 议程"]),
    ] {
        let way = [Where::Thing(thing, Name::new("x").unwrap(), 0), Where::Aspect(Aspect::Name)];
        assert_eq!([Language::English, Language::Chinese].map(|language| path(language, &way)), said);
    }
}

#[test]
fn cells_are_read_with_their_digits_in_groups() {
    let mut scenario = example(Language::English);
    let mut unit = (*scenario.units[0]).clone();
    unit.members = crate::num::Weight::from(35_920);
    unit.name = Name::new("35920").unwrap();
    unit.mandates.elected = None;
    scenario.units = Rc::new(vec![Rc::new(unit.clone())]);
    let said = [Field::Name, Field::Members, Field::Elected].map(|field| cell(&scenario, &unit, field));
    assert_eq!(said, ["35920", "35,920", ""]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_differs_reads_otherwise(mine in listed(6), theirs in listed(6)) {
        let report = |scenario| derive(&Rc::new(scenario), None);
        let found = compare(&report(mine), &report(theirs));
        for language in Language::ALL {
            for one in &found.inside {
                prop_assert!(!path(language, &one.path).is_empty());
                let (mine, theirs) = (value(language, &one.mine), value(language, &one.theirs));
                prop_assert_ne!(mine, theirs, "{:?}", one);
            }
        }
    }
}
