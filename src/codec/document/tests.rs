//! What is written is read back; what is not a document is refused where it is wrong.

use super::*;
use crate::language::Language;
use crate::limits::{MAX_DELEGATES, MAX_LOTS, MAX_PEOPLE_BYTES};
use crate::scenario::arbitrary::listed;
use crate::scenario::example;
use proptest::prelude::*;

fn text_of_example() -> String {
    write(&example(Language::English)).unwrap()
}

fn refused_with(from: &str, to: &str) -> DocumentError {
    let text = text_of_example();
    assert!(text.contains(from), "{from}");
    read(&text.replacen(from, to, 1)).unwrap_err()
}

fn path(error: &DocumentError) -> &str {
    use DocumentError::*;
    match error {
        UnknownField(at) | MissingField(at) | WrongValue(at) | Identity(at) | TooMany(at) => &at.path,
        _ => "",
    }
}

#[test]
fn the_example_reads_like_the_page() {
    let text = text_of_example();
    for line in [
        "\"format\": \"delegate-roster\"",
        "\"title\": \"12th Hengyang municipal party congress, 2021\"",
        "\"origin\": \"illustrative\"",
        "\"house\": 500",
        "\"profile\": \"cpc-local-2020\"",
        "\"name\": \"Hengyang County\"",
        "\"members\": 46210",
    ] {
        assert!(text.contains(line), "{line}");
    }
    assert_eq!(read(&text).unwrap(), example(Language::English));
    assert_eq!(read(&format!("\u{feff}{text}")).unwrap(), example(Language::English));
}

#[test]
fn what_is_wrong_is_refused_where_it_is() {
    let cases = [
        ("\"house\": 500", "\"house\": 500.5", "document-wrong-value", "allocation.house"),
        ("\"house\": 500", "\"house\": -1", "document-wrong-value", "allocation.house"),
        ("\"house\": 500", "\"house\": \"500\"", "document-wrong-value", "allocation.house"),
        ("\"house\": 500", "\"house\": 1e400", "document-not-json", ""),
        ("\"house\": 500", "\"house\": 1048577", "document-wrong-value", "allocation.house"),
        ("\"house\": 500", "\"home\": 500", "document-unknown-field", "allocation"),
        ("\"members\": 46210", "\"members\": 8796093022208", "document-wrong-value", "units[0].members"),
        ("\"members\": 46210", "\"weight\": 1", "document-unknown-field", "units[0]"),
        ("\"members\": 46210,", "", "document-missing-field", "units[0]"),
        ("\"Hengyang County\"", "\" Hengyang County\"", "document-wrong-value", "units[0].name"),
        ("\"cpc-local-2020\"", "\"cpc-local-2035\"", "document-wrong-value", "rules"),
        ("\"reason\": \"transferred\"", "\"reason\": \"moved\"", "document-wrong-value", "reason"),
        ("\"format\": \"delegate-roster\"", "\"format\": \"other\"", "document-other", ""),
        ("\"version\": 1", "\"version\": 2", "document-newer", ""),
        ("\"version\": 1", "\"version\": 0", "document-other", ""),
        ("\"delegation\": 1", "\"delegation\": 99", "document-identity", "units[0].delegation"),
    ];
    for (from, to, code, place) in cases {
        let error = refused_with(from, to);
        assert_eq!(error.code(), code, "{to}: {error:?}");
        assert!(path(&error).contains(place), "{to}: {error:?}");
    }
    assert!(matches!(read("{\n  \"format\": "), Err(DocumentError::NotJson { line: 2, .. })));
    assert_eq!(read("[]"), Err(DocumentError::NotADocument));
    assert_eq!(read("{}"), Err(DocumentError::NotADocument));
    assert!(
        matches!(read(&format!("{{\"x\": {}", "[".repeat(100_000))), Err(DocumentError::NotJson { .. })),
        "nesting is bounded"
    );
    let large = " ".repeat(MAX_DOCUMENT_BYTES + 1);
    assert!(matches!(read(&large), Err(DocumentError::TooLarge { .. })));
}

/// More than 256 entries of one unit could be had once, from a list that told of five more reasons: they are read.
#[test]
fn ended_mandates_of_a_unit_are_capped_above_what_was_ever_saved() {
    let mut value: serde_json::Value = serde_json::from_str(&text_of_example()).unwrap();
    let mut entered = |count: usize| {
        let entry = serde_json::json!({ "reason": "died", "count": 1 });
        value["units"][3]["ended"] = vec![entry; count].into();
        read(&value.to_string()).map(|scenario| scenario.units[3].mandates.endings.len())
    };
    assert_eq!(entered(466), Ok(466));
    assert_eq!(entered(507), Ok(507));
    for count in [508, 1_000] {
        assert_eq!(entered(count), Err(DocumentError::TooMany(At::new("units[3].ended"))));
    }
}

/// A record keeps 32 MiB of them; so does a document, which has the same limit in other words.
#[test]
fn delegates_with_longer_texts_than_a_record_keeps_are_refused_by_name() {
    let mut value: serde_json::Value = serde_json::from_str(&text_of_example()).unwrap();
    let next = value["nextId"].as_u64().unwrap();
    let long = "x".repeat(240);
    let mut listed = |count: u64| {
        let one = |n| serde_json::json!({ "id": next + n, "name": long, "note": long });
        value["people"] = serde_json::json!({ "delegates": (0..count).map(one).collect::<Vec<_>>() });
        value["nextId"] = (next + count).into();
        read(&value.to_string()).map(|scenario| scenario.people.delegates.len() as u64)
    };
    // Two texts, what divides them, and the end of the line.
    let most = (2 * MAX_PEOPLE_BYTES as u64 + 1) / 482;
    assert_eq!(listed(most), Ok(most));
    assert_eq!(listed(most + 1), Err(DocumentError::TooMany(At::new("people.delegates"))));
}

#[test]
fn a_delegation_has_units_and_a_name_of_its_own() {
    let value: serde_json::Value = serde_json::from_str(&text_of_example()).unwrap();
    let first = value["delegations"][0].clone();
    let name =
        |v: &mut serde_json::Value, name: &serde_json::Value| v["delegations"][1]["name"] = name.clone();
    type Change<'a> = &'a dyn Fn(&mut serde_json::Value);
    let cases: [(Change<'_>, &str); 3] = [
        (&|v| name(v, &first["name"]), "delegations[1].name"),
        (&|v| name(v, &"".into()), "delegations[1].name"),
        (
            &|v| {
                let units = v["units"].as_array_mut().unwrap().iter_mut();
                units.for_each(|unit| unit["delegation"] = first["id"].clone());
            },
            "delegations[1]",
        ),
    ];
    for (change, place) in cases {
        let mut value = value.clone();
        change(&mut value);
        let error = read(&value.to_string()).unwrap_err();
        assert_eq!((error.code(), path(&error)), ("document-wrong-value", place), "{error:?}");
    }
}

#[test]
fn a_lot_settles_something_and_there_are_as_many_as_units() {
    let mut value: serde_json::Value = serde_json::from_str(&text_of_example()).unwrap();
    let draw = |drawn: &[u32]| serde_json::json!({ "contenders": [{ "id": 16, "certain": 1 }, { "id": 17, "certain": 1 }], "drawn": drawn });
    let mut with = |lots: Vec<serde_json::Value>| {
        value["allocation"]["lots"] = lots.into();
        read(&value.to_string()).map(|scenario| scenario.allocating.lots.len())
    };
    assert_eq!(with(vec![draw(&[17])]), Ok(1));
    for odd in [&[][..], &[16, 17], &[16, 16], &[18]] {
        let refused = with(vec![draw(&[17]), draw(odd)]).unwrap_err();
        assert_eq!(
            (refused.code(), path(&refused)),
            ("document-wrong-value", "allocation.lots[1]"),
            "{odd:?}"
        );
    }
    let above = with(vec![draw(&[17]), draw(&[99])]);
    assert_eq!(above, Err(DocumentError::Identity(At::new("allocation.lots[1]"))));
    let many = with(vec![draw(&[17]); MAX_LOTS + 1]);
    assert_eq!(many, Err(DocumentError::TooMany(At::new("allocation.lots"))));
}

#[test]
fn what_is_written_can_be_read_back_or_is_refused() {
    let scenario = example(Language::English);
    let indented = text_of_example();
    assert_eq!(written(&scenario, indented.len()).as_ref(), Ok(&indented));
    let text = written(&scenario, indented.len() - 1).unwrap();
    assert_eq!((text.lines().count(), read(&text)), (1, Ok(scenario.clone())));
    assert_eq!(written(&scenario, text.len() - 1), Err(DocumentError::TooLarge { bytes: text.len() }));
}

#[test]
fn identities_are_given_out_once() {
    let text = text_of_example();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let changed = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = value.clone();
        change(&mut value);
        read(&value.to_string()).unwrap_err()
    };
    let twice = changed(&|v| v["units"][1]["id"] = v["units"][0]["id"].clone());
    assert_eq!(twice, DocumentError::Identity(At::new("units[1].id")));
    let above = changed(&|v| v["units"][0]["id"] = v["nextId"].clone());
    assert_eq!(above, DocumentError::Identity(At::new("units[0].id")));
    let nowhere = changed(&|v| v["shown"] = 0.into());
    assert_eq!(nowhere, DocumentError::Identity(At::new("shown")));
    let stranger = changed(&|v| v["sittings"][0]["attendance"][0]["unit"] = 0.into());
    assert_eq!(stranger, DocumentError::Identity(At::new("sittings[0]")));
    let twice = changed(&|v| v["agenda"][1]["id"] = v["elections"][0]["id"].clone());
    assert_eq!(twice, DocumentError::Identity(At::new("elections[0].id")));
    let nowhere = changed(&|v| v["agenda"][0]["sitting"] = 0.into());
    assert_eq!(nowhere, DocumentError::Identity(At::new("agenda[0]")));
    let nowhere = changed(&|v| v["agenda"][2]["needs"]["election"] = 0.into());
    assert_eq!(nowhere, DocumentError::Identity(At::new("agenda[2]")));
    let nowhere = changed(&|v| v["elections"][2]["sitting"] = 1.into());
    assert_eq!(nowhere, DocumentError::Identity(At::new("elections[2].sitting")));
    let twice = changed(&|v| v["units"][1]["id"] = v["delegations"][0]["id"].clone());
    assert_eq!(twice, DocumentError::Identity(At::new("units[1].id")));
    let above = changed(&|v| v["nextId"] = ((1u64 << 31) + 1).into());
    assert_eq!(above, DocumentError::TooMany(At::new("nextId")));
    let none = changed(&|v| v["sittings"] = serde_json::json!([]));
    assert_eq!(none, DocumentError::MissingField(At::new("sittings")));
}

#[test]
fn what_is_wrong_with_the_list_of_delegates_has_its_place() {
    let mut value: serde_json::Value = serde_json::from_str(&text_of_example()).unwrap();
    let (next, unit, sitting) =
        (value["nextId"].as_u64().unwrap(), value["units"][0]["id"].clone(), value["shown"].clone());
    let delegate = |id: u64| serde_json::json!({ "id": next + id, "name": "A", "unit": unit });
    value["nextId"] = (next + 2).into();
    value["people"] = serde_json::json!({
        "delegates": [delegate(0), delegate(1)],
        "marks": [{ "sitting": sitting, "present": [next], "absent": [next + 1] }],
    });
    assert!(read(&value.to_string()).is_ok());
    type Change<'a> = &'a dyn Fn(&mut serde_json::Value);
    let cases: [(Change<'_>, &str, &str); 16] = [
        (&|v| v["people"]["delegates"][1]["unit"] = sitting.clone(), "identity", "people.delegates[1].unit"),
        (
            &|v| v["people"]["delegates"][0]["unitTold"] = "x".into(),
            "wrong-value",
            "people.delegates[0].unitTold",
        ),
        (&|v| v["people"]["marks"][0]["sitting"] = unit.clone(), "identity", "people.marks[0].sitting"),
        (
            &|v| {
                let again = serde_json::json!({ "sitting": sitting, "onLeave": [next] });
                v["people"]["marks"].as_array_mut().unwrap().push(again);
            },
            "identity",
            "people.marks[1].sitting",
        ),
        (&|v| v["people"]["marks"][0]["absent"][0] = unit.clone(), "identity", "people.marks[0].absent[0]"),
        (&|v| v["people"]["marks"][0]["absent"][0] = next.into(), "identity", "people.marks[0].absent[0]"),
        (
            &|v| v["people"]["marks"][0] = serde_json::json!({ "sitting": sitting }),
            "wrong-value",
            "people.marks[0]",
        ),
        (
            &|v| v["people"] = serde_json::json!({ "leads": "list", "delegates": [] }),
            "wrong-value",
            "people.leads",
        ),
        (
            &|v| {
                let many = (0..=MAX_DELEGATES as u64).map(|n| serde_json::json!({ "id": next + n }));
                v["people"] = serde_json::json!({ "delegates": many.collect::<Vec<_>>() });
                v["nextId"] = (next + 1 + MAX_DELEGATES as u64).into();
            },
            "too-many",
            "people.delegates",
        ),
        (
            &|v| {
                let marks = serde_json::json!({ "sitting": sitting, "present": [next] });
                v["people"]["marks"] = vec![marks; 257].into();
            },
            "too-many",
            "people.marks",
        ),
        (
            &|v| v["elections"][1]["candidates"] = serde_json::json!([{ "runOffs": [1, 2, null, 3] }]),
            "too-many",
            "elections[1].candidates[0].runOffs",
        ),
        (
            &|v| {
                let absent = vec![next; MAX_DELEGATES + 1];
                v["people"]["marks"][0]["absent"] = absent.into();
            },
            "too-many",
            "people.marks[0].absent",
        ),
        (
            &|v| {
                v["units"].as_array_mut().unwrap().truncate(1);
            },
            "too-many",
            "delegations",
        ),
        (
            &|v| {
                let rule = serde_json::json!({ "share": [1, 2], "strictness": "more-than", "base": "due" });
                v["rules"] =
                    serde_json::json!({ "custom": { "quorum": rule, "majority": rule, "note": "x" } });
            },
            "unknown-field",
            "rules.custom.note",
        ),
        (
            &|v| v["elections"][1]["candidates"] = serde_json::json!([{}, { "strokeOrder": "1121  2" }]),
            "wrong-value",
            "elections[1].candidates[1].strokeOrder",
        ),
        (
            &|v| v["elections"][1]["candidates"] = serde_json::json!([{ "strokeOrder": 1121 }]),
            "wrong-value",
            "elections[1].candidates[0].strokeOrder",
        ),
    ];
    for (change, code, place) in cases {
        let mut value = value.clone();
        change(&mut value);
        let error = read(&value.to_string()).unwrap_err();
        assert_eq!((error.code(), path(&error)), (&*format!("document-{code}"), place), "{error:?}");
    }
}

proptest! {
    #[test]
    fn any_scenario_is_read_back(scenario in listed(12)) {
        prop_assert_eq!(read(&write(&scenario).unwrap()), Ok(scenario));
    }

    #[test]
    fn every_key_is_in_the_description_of_the_format(scenario in listed(12)) {
        let described = include_str!("../../../docs/FORMAT.md");
        let mut left: Vec<serde_json::Value> = vec![serde_json::from_str(&write(&scenario).unwrap()).unwrap()];
        while let Some(value) = left.pop() {
            match value {
                serde_json::Value::Object(fields) => for (key, value) in fields {
                    let known = [format!("`{key}`"), format!("\"{key}\"")].iter().any(|key| described.contains(key));
                    prop_assert!(known, "{}", key);
                    left.push(value);
                },
                serde_json::Value::Array(values) => left.extend(values),
                _ => {}
            }
        }
    }

    /// Cut or changed anywhere, a document is refused or another scenario, and never ends the program.
    #[test]
    fn damage_is_refused_or_read(at in any::<prop::sample::Index>(), by in any::<char>()) {
        let text = text_of_example();
        let mut characters: Vec<char> = text.chars().collect();
        let place = at.index(characters.len());
        let cut: String = characters.iter().take(place).collect();
        prop_assert!(read(&cut).is_err());
        characters[place] = by;
        let _ = read(&characters.into_iter().collect::<String>());
    }
}

/// Rules of one's own as somebody writes them by hand.
#[test]
fn own_rules_are_read_and_refused_where_they_are_wrong() {
    use crate::scenario::Rules;
    use crate::threshold::{Base, Decision, Purpose};
    let with = |rules: &str| read(&text_of_example().replacen("\"profile\": \"cpc-local-2020\"", rules, 1));
    let row = r#""own": { "name": "Ours", "copiedFrom": "owners-assembly", "changed": [
        { "quorum": { "purpose": "adopt", "rule": { "share": [3, 4], "strictness": "at-least", "base": "owners" },
            "second": { "share": [1, 2], "strictness": "more-than", "base": "area" } } },
        { "signers": { "initiative": "motion", "signers": { "persons": 20 } } }, "over-chosen" ],
        "removed": [{ "majority": "charter" }] }"#;
    let own = with(row).unwrap();
    let Rules::Own(rules) = &own.rules else { panic!() };
    assert_eq!((rules.name().as_str(), rules.changes().len()), ("Ours", 4));
    let whole = own.rules.profile();
    assert_eq!(whole.quorum(Purpose::Adopt).unwrap().second.unwrap().base, Base::Area);
    assert_eq!(whole.majority(Decision::Charter), None);
    assert_eq!(read(&write(&own).unwrap()), Ok(own));
    for (from, to, code) in [
        ("[3, 4]", "[5, 4]", "document-wrong-value"),
        ("[3, 4]", "[3, 0]", "document-wrong-value"),
        ("\"persons\"", "\"heads\"", "document-wrong-value"),
        ("\"purpose\": \"adopt\"", "\"purpose\": \"dine\"", "document-wrong-value"),
        ("\"removed\"", "\"gone\"", "document-unknown-field"),
        ("\"over-chosen\"", "\"over-chosen\", \"over-chosen\"", "document-identity"),
        ("{ \"majority\": \"charter\" }", "\"over-chosen\"", "document-identity"),
    ] {
        assert!(row.contains(from), "{from}");
        let error = with(&row.replacen(from, to, 1)).unwrap_err();
        assert_eq!(error.code(), code, "{to}");
        assert!(path(&error).starts_with("rules"), "{to}: {error:?}");
    }
}
