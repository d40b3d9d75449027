//! Links stay as short as documented.

use delegate_roster::codec::link;
use delegate_roster::language::Language;
use delegate_roster::num::{Count, Seats, Weight};
use delegate_roster::scenario::{Calendar, Delegation, Name, Presence, Scenario, Unit, UnitId, example};
use std::rc::Rc;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// The units of the example over and over, named apart: what a larger congress costs.
fn congress(units: usize) -> Scenario {
    let mut scenario = example(Language::Chinese);
    let original = Rc::clone(&scenario.units);
    let first = scenario.next_id;
    let copies = (first..).zip(original.iter().cycle()).enumerate().take(units);
    let mut attendance = std::collections::BTreeMap::new();
    let copies = copies.map(|(n, (id, unit))| {
        let round = n / original.len();
        let text =
            if round == 0 { unit.name.clone() } else { name(&format!("{}{}", unit.name.as_str(), round)) };
        let elected = unit.mandates.elected.map_or(0, Count::get);
        attendance.insert(
            UnitId(id),
            Presence { present: Count::new(elected - elected.min(1)), ..Presence::default() },
        );
        // Members that do not repeat.
        let members = unit.members.get() + (n as u64 * 7_919) % 1_009;
        Rc::new(Unit {
            id: UnitId(id),
            name: text,
            members: Weight::new(members).unwrap(),
            ..(**unit).clone()
        })
    });
    scenario.units = Rc::new(copies.collect());
    (scenario.agenda, scenario.elections) = (Vec::new(), Vec::new());
    let used = |d: &Delegation| scenario.units.iter().any(|unit| unit.delegation == Some(d.id));
    let delegations = scenario.delegations.iter().filter(|d| used(d)).cloned().collect();
    scenario.delegations = Rc::new(delegations);
    scenario.allocating.house = Seats::new((units * 17) as u32).unwrap();
    scenario.sittings[0].attendance = Rc::new(attendance);
    scenario.next_id = first + units as u32;
    // What the JSON beside it does not have either.
    (scenario.body, scenario.calendar) = (None, Calendar::default());
    scenario
}

/// The scenario as JSON with short keys would write it.
fn json(scenario: &Scenario) -> String {
    let rows: Vec<_> = scenario
        .units
        .iter()
        .map(|unit| {
            format!(
                r#"{{"name":"{}","delegation":{},"members":{},"elected":{},"ended":{},"present":{}}}"#,
                unit.name.as_str(),
                unit.delegation.map_or(0, |id| id.0),
                unit.members.get(),
                unit.mandates.elected.map_or(0, Count::get),
                unit.mandates.ended(),
                scenario.presence(unit.id).present.map_or(0, Count::get),
            )
        })
        .collect();
    let delegations: Vec<_> = scenario
        .delegations
        .iter()
        .map(|d| format!(r#"{{"id":{},"name":"{}"}}"#, d.id.0, d.name.as_str()))
        .collect();
    format!(
        r#"{{"title":"{}","house":{},"method":"{}","delegations":[{}],"units":[{}]}}"#,
        scenario.title.as_str(),
        scenario.allocating.house.get(),
        scenario.allocating.method,
        delegations.join(","),
        rows.join(",")
    )
}

/// Prints the table of `docs/FORMAT.md` (`cargo test --test it links_are -- --nocapture`) and holds links to it.
#[test]
fn links_are_as_short_as_documented() {
    println!("| units | JSON | JSON, deflated | link |");
    for (units, most) in [(10, 400), (30, 750), (200, 1_600), (1_000, 5_000)] {
        let scenario = congress(units);
        let json = json(&scenario);
        let deflated = miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 10);
        let characters = |bytes: usize| (bytes * 4).div_ceil(3);
        let link = link::encode(&scenario).unwrap();
        println!(
            "| {units} | {} | {} | {} |",
            characters(json.len()),
            characters(deflated.len()),
            link.len()
        );
        assert!(link.len() <= most, "{units} units: {} characters", link.len());
        assert_eq!(link::decode(&link), Ok(scenario));
    }
}
