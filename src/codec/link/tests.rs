//! Tests of the share link.

use super::*;
use crate::language::Language;
use crate::scenario::{Scenario, example};

#[test]
fn examples_survive_and_are_short() {
    for scenario in [Scenario::blank(), example(Language::English), example(Language::Chinese)] {
        let link = encode(&scenario).unwrap();
        println!("{} units: {} characters: {link}", scenario.units.len(), link.len());
        assert_eq!(decode(&link), Ok(scenario.clone()));
        assert_eq!(decode(&format!("#{link}")), Ok(scenario.clone()));
        assert_eq!(decode(&format!("%23{}", link.replace('.', "%2E"))), Ok(scenario));
    }
}
