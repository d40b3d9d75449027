//! The allocation on paper says by what rules its seats came about: each way of the page, and what a hand or a lot has changed.

use super::*;
use crate::apportion::open_house::KnownKey;
use crate::apportion::{Method, MinimumRule};
use crate::num::{Seats, Weight};
use crate::scenario::{
    Delegation, DelegationId, Example, Figure, Name, Scenario, Unit, UnitId, Whose, derive, example,
};
use crate::text::explain::explanation;
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn paper(scenario: &Scenario, language: Language) -> Paper {
    Paper::allocation(&report(scenario), language)
}

fn text(scenario: &Scenario) -> String {
    paper(scenario, Language::English).paragraphs.join("\n")
}

/// Units a, b, c, … with these members.
fn units(members: &[u64], house: u16, method: Method) -> Scenario {
    let mut scenario = Scenario::blank();
    let unit = |(at, members): (usize, &u64)| {
        let name = Name::new(&char::from(b'a' + at as u8).to_string()).unwrap();
        Rc::new(Unit {
            name,
            members: Weight::new(*members).unwrap(),
            ..Unit::blank(UnitId(at as u32 + 900))
        })
    };
    scenario.units = Rc::new(members.iter().enumerate().map(unit).collect());
    scenario.next_id = 1_000;
    scenario.allocating.house = Seats::from(house);
    scenario.allocating.method = method;
    scenario
}

/// A divisor for three first seats, none for two, and bounds only where they leave no other seats.
#[test]
fn first_seats_are_not_said_to_follow_from_bounds() {
    for (house, minimum, en, zh) in [
        (
            3,
            0,
            "Divide the members of each unit by 60 and round up: these are the seats, but for those that bounds or a hand have fixed.",
            "各单位人数除以 60，一律进位，即得名额（受最低、最高名额限制和手工固定的除外）。",
        ),
        (
            2,
            0,
            "No divisor gives these seats: there is not a first one for every unit, and those with most members have one each, but for what bounds or a hand have fixed.",
            "没有除数可得出这些名额：名额不够各单位先得一个，只有人数最多的单位各得一个（受最低、最高名额限制和手工固定的除外）。",
        ),
        (
            3,
            1,
            "Bounds and seats fixed by hand leave every unit only these seats.",
            "受最低、最高名额和手工固定所限，各单位只能是这些名额。",
        ),
    ] {
        let mut scenario = units(&[50, 30, 20], house, Method::ADAMS);
        scenario.allocating.minimum = Seats::from(minimum);
        assert_eq!(paper(&scenario, Language::English).paragraphs[1], en);
        assert_eq!(paper(&scenario, Language::Chinese).paragraphs[1], zh);
    }
}

#[test]
fn a_key_is_named_and_the_method_that_is_not_used_is_not() {
    let mut scenario = example(Language::English);
    scenario.allocating.scheme = Scheme::Key(HouseKey::Known(KnownKey::UkLabourConstituency));
    let said = text(&scenario);
    assert!(said.contains("Labour Party Rule Book 2022, C3.I.1.B") && !said.contains("Webster"), "{said}");
    scenario.allocating.scheme = Scheme::Key(HouseKey::first_steps());
    assert!(!text(&scenario).contains("Webster"));
    assert!(paper(&scenario, Language::Chinese).paragraphs[0].contains("阶梯标准"));
}

/// The divisor is the delegations', and so is the rounding.
#[test]
fn with_two_tiers_both_methods_are_named_and_the_divisor_is_of_the_delegations() {
    let mut scenario = example(Language::English);
    scenario.allocating.scheme = Scheme::TwoTier { upper: Method::JEFFERSON };
    scenario.allocating.method = Method::ADAMS;
    let said = text(&scenario);
    for part in ["Jefferson", "Adams", "of each delegation by", "round down"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("round up") && !said.contains("of each unit by"), "{said}");
    let said = paper(&scenario, Language::Chinese).paragraphs.join("");
    assert!(said.contains("各代表团人数除以") && !said.contains("各单位人数除以"), "{said}");
}

#[test]
fn what_a_hand_has_fixed_is_told() {
    let mut scenario = units(&[50, 30, 20], 10, Method::WEBSTER);
    assert!(!text(&scenario).contains("Fixed by hand"));
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[0]).locked = Some(Seats::from(7u16));
    scenario.allocating.minimum = Seats::from(1u16);
    scenario.allocating.minimum_rule = MinimumRule::Clamp;
    let said = text(&scenario);
    assert!(said.contains("Fixed by hand: a 7.") && said.contains("at least 1 seat (Clamp"), "{said}");
}

/// Jefferson on 5, 5, 3, 3 and three seats: c and d are tied for the last one.
#[test]
fn a_tie_and_its_lot_are_told() {
    let mut scenario = units(&[5, 5, 3, 3], 3, Method::JEFFERSON);
    let tied = report(&scenario);
    let AllocationState::Tied(tie) = &tied.allocation.state else { panic!("a tie") };
    let paper = Paper::allocation(&tied, Language::English);
    let seats: Vec<&str> = paper.tables[0].rows.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(seats, ["1", "1", "0–1", "0–1"]);
    assert_eq!(paper.notes.len(), 1, "{:?}", paper.notes);
    let credentials = Paper::credentials(&tied, Language::English);
    assert!(credentials.paragraphs[0].starts_with("The congress has 3 seats"), "{credentials:?}");
    assert_eq!(credentials.notes, paper.notes);
    let draw = tie.draw(7);
    scenario.allocating.lots = vec![draw];
    let said = text(&scenario);
    assert!(said.contains("Drawn by lot among those tied: ") && said.contains("(seed 7)."), "{said}");
    // What was drawn for a tie that is gone gave nobody a seat.
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[2]).members = Weight::from(4u32);
    let said = text(&scenario);
    assert!(!said.contains("Drawn by lot"), "{said}");
}

/// The owners' example: three seats among four buildings with a remainder of 0.6. Nobody has won by it before the lot.
#[test]
fn an_open_tie_of_remainders_has_won_nothing() {
    for (language, open, won) in [
        (
            Language::English,
            "3 seats are open among equal remainders of 0.6000.",
            "that won a seat is 0.6000",
        ),
        (Language::Chinese, "余数同为 0.6000 的并列，尚有 3 个名额待定。", "得到名额的最小余数为 0.6000"),
    ] {
        let mut scenario = Example::Owners.scenario(language);
        let said = |scenario: &Scenario| paper(scenario, language).paragraphs.join("\n");
        assert!(said(&scenario).contains(open) && !said(&scenario).contains(won), "{}", said(&scenario));
        // Nor does the number of a unit say so that has a smaller one: building 2, 6.4.
        let tied = report(&scenario);
        let seats = Figure::Line(Whose::Unit(scenario.units[1].id), LineFigure::Seats);
        let why = explanation(&tied, None, &seats, language).unwrap();
        assert!(!format!("{why:?}").contains("0.6000"), "{why:?}");
        let AllocationState::Tied(tie) = tied.allocation.state else { panic!("a tie") };
        scenario.allocating.lots = vec![tie.draw(7)];
        assert!(!said(&scenario).contains(open) && said(&scenario).contains(won), "{}", said(&scenario));
    }
    // Among the units of a delegation, where the delegations have their seats: what is told is of these.
    let mut scenario = units(&[3, 3, 8], 7, Method::HAMILTON);
    scenario.allocating.scheme = Scheme::TwoTier { upper: Method::HAMILTON };
    let delegation = Delegation { id: DelegationId(950), name: Name::new("both").unwrap() };
    for unit in Rc::make_mut(&mut scenario.units).iter_mut().take(2) {
        Rc::make_mut(unit).delegation = Some(delegation.id);
    }
    scenario.delegations = Rc::new(vec![delegation]);
    let tied = report(&scenario);
    assert!(matches!(tied.allocation.state, AllocationState::Tied(_)), "{:?}", tied.allocation);
    assert_eq!(tied.open_edge(), None);
}

/// Locks of 12 in a house of 10 allow no allocation: the number that was typed is shown, and the papers say so.
#[test]
fn a_paper_says_where_no_allocation_is_possible() {
    let mut scenario = units(&[50, 30, 20], 10, Method::WEBSTER);
    let before = report(&scenario);
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[0]).locked = Some(Seats::from(12u16));
    let report = derive(&Rc::new(scenario), Some(&before));
    assert_eq!(report.units.iter().map(|row| row.seats.get()).collect::<Vec<_>>(), [12, 3, 2]);
    for language in Language::ALL {
        let note = say(language, &Msg::Account(AccountMsg::Impossible)).into_owned();
        for paper in [Paper::allocation(&report, language), Paper::credentials(&report, language)] {
            assert!(paper.notes.contains(&note), "{:?}", paper.notes);
        }
    }
}

#[test]
fn no_tie_is_claimed_where_there_is_none() {
    let bound = {
        let mut scenario = units(&[50, 30, 20], 10, Method::WEBSTER);
        let units = Rc::make_mut(&mut scenario.units);
        for (unit, seats) in units.iter_mut().zip([5u16, 3, 2]) {
            Rc::make_mut(unit).min = Some(Seats::from(seats));
        }
        scenario
    };
    let macau = units(&[50, 30, 20], 10, Method::Divisor(crate::apportion::Divisor::Macau));
    for scenario in [&bound, &macau] {
        assert!(!text(scenario).contains("rounding point"), "{}", text(scenario));
    }
    assert!(text(&bound).contains("leave every unit only these seats"), "{}", text(&bound));
    assert!(text(&macau).contains("halved once for every seat"), "{}", text(&macau));
    assert!(text(&units(&[1, 1], 1, Method::WEBSTER)).contains("rounding point"), "a tie is one");
    // Whole quotas leave no remainder, and nothing went by one.
    let whole = text(&units(&[50, 30, 20], 10, Method::HAMILTON));
    assert!(!whole.contains("smallest remainder"), "{whole}");
    assert!(text(&units(&[52, 29, 19], 10, Method::HAMILTON)).contains("smallest remainder"));
    assert!(whole.contains("One seat for every 10 members,"), "{whole}");
    assert!(text(&units(&[5, 5, 4], 4, Method::HAMILTON)).contains("One seat for every 3.500 members"));
}

#[test]
fn square_roots_are_what_is_divided() {
    let said = text(&units(&[33_110, 400, 90], 10, Method::Degressive(crate::apportion::Divisor::Webster)));
    assert!(said.contains("Divide the square root of the members of each unit by"), "{said}");
}
