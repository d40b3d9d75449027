//! What is said of the seats of a unit: quotient, rounding, bounds, and first seats that are too few.

use super::*;

/// Known answers: 46,210 of 380,000 members for 500 seats. By Webster the printed divisor is 761: 60.72; U21 has an exact 4.5.
#[test]
fn seats_say_what_the_method_and_the_bounds_made_of_them() {
    let seats = |report: &Report, at| {
        lines(report, &Figure::Line(unit(report, at), LineFigure::Seats), Language::English)
    };
    let hamilton = changed(&[Action::SetMethod(Method::HAMILTON)]);
    let first = seats(&hamilton, 0);
    let whole = "46,210 members ÷ quota 760 ≈ 60.803 The whole part, and one seat for the remainder 0.8026: the most that won none is 0.5526.";
    assert_eq!(first, whole);
    let minimum = Action::SetMinimum(Seats::from(1));
    let webster = changed(&[Action::SetMethod(Method::WEBSTER), minimum.clone()]);
    let divisor = webster.allocation.witness.and_then(|witness| witness.divisor()).unwrap();
    let first = seats(&webster, 0);
    assert!(first.starts_with(&format!("46,210 members ÷ divisor {} ", exact(divisor))), "{first}");
    assert!(
        first.ends_with("Between 60.5 and 61.5 the method rounds to 61. The minimum of 1 did not bind."),
        "{first}"
    );
    let hill = changed(&[Action::SetMethod(Method::HUNTINGTON_HILL)]);
    assert!(
        seats(&hill, 0).contains("Between 60.498 and 61.498 the method rounds to 61."),
        "{}",
        seats(&hill, 0)
    );
    let id = webster.units[0].id;
    let locked = changed(&[Action::Edit(vec![(id, UnitEdit::Locked(Some(Seats::from(55))))])]);
    assert_eq!(
        seats(&locked, 0),
        "Fixed by hand; the rest is worked out around it. 55 seats − 61 without the lock = −6"
    );
    let small = webster.units.iter().position(|unit| unit.seats == Seats::from(1)).unwrap_or(29);
    let raised = changed(&[Action::SetMethod(Method::WEBSTER), Action::SetMinimum(Seats::from(9))]);
    assert!(seats(&raised, small).ends_with("The minimum of 9 raises it."), "{}", seats(&raised, small));
}

/// Adams gives a first seat before any second: 50, 30 and 20 members over any divisor above 50, and no divisor for two seats.
#[test]
fn a_first_seat_has_a_divisor_or_the_reason_why_there_is_none() {
    let said = |house, minimum, at, language| {
        let mut scenario = Scenario::blank();
        let made = |(row, members): (u32, u32)| {
            Rc::new(Unit { members: Weight::from(members), ..Unit::blank(UnitId(900 + row)) })
        };
        scenario.units = Rc::new((0..).zip([50, 30, 20]).map(made).collect());
        scenario.next_id = 1_000;
        scenario.allocating.house = Seats::from(house);
        scenario.allocating.method = Method::ADAMS;
        scenario.allocating.minimum = Seats::from(minimum);
        let report = derive(&Rc::new(scenario), None);
        lines(&report, &Figure::Line(unit(&report, at), LineFigure::Seats), language)
    };
    let first = "20 members ÷ divisor 60 ≈ 0.333 Between 0 and 1 the method rounds to 1.";
    assert_eq!(said(3, 0, 2, Language::English), first);
    let few = "There is not a first seat for everybody: those with most members have one each.";
    for at in 0..3 {
        assert_eq!(said(2, 0, at, Language::English), few);
        assert_eq!(said(2, 0, at, Language::Chinese), "名额不够各得一个：人数最多的各得一个。");
        assert_eq!(said(3, 1, at, Language::English), "The minimum of 1 raises it.");
    }
}
