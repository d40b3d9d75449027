//! Links of every released version open for ever, and stay as short as documented.

use delegate_roster::apportion::{Method, MinimumRule};
use delegate_roster::codec::link;
use delegate_roster::language::Language;
use delegate_roster::num::{Count, Seats, Weight};
use delegate_roster::roster::{Ending, Mandates, Reason};
use delegate_roster::scenario::{
    AgendaId, AgendaItem, Allocating, Calendar, Candidate, Delegation, DelegationId, Draw, Election,
    ElectionId, Name, Needs, Origin, Paper, PartyId, People, Presence, Rules, Scenario, Scheme, Sitting,
    SittingId, SittingKind, Strokes, Tally, Unit, UnitId, Vote, example,
};
use delegate_roster::threshold::{Base, Date, Decision, Office, ProfileId, Purpose, Rule, Share, Strictness};
use std::rc::Rc;

/// One link a line, made by the version that the file is named after. Lines are added, never changed.
const V1: &str = include_str!("../data/links/v1.txt");

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// A scenario with a value in every field of version 1.
fn everything() -> Scenario {
    let seats = |n: u16| Seats::from(n);
    let unit = |id, text: &str, members: u64| Unit {
        name: name(text),
        members: Weight::new(members).unwrap(),
        ..Unit::blank(UnitId(id))
    };
    let units = vec![
        Unit {
            delegation: Some(DelegationId(9)),
            min: Some(seats(1)),
            locked: Some(seats(7)),
            mandates: Mandates {
                elected: Some(Count::from(7)),
                by_elected: Count::from(1),
                endings: vec![
                    Ending::new(Reason::Died, Count::from(1)),
                    Ending::new(Reason::Other, Count::from(2)),
                ],
                suspended: Count::from(1),
            },
            ..unit(40, "衡阳县", 46_213)
        },
        Unit { max: Some(seats(0)), ..unit(3, "=1+1 <b>", Weight::MAX.get()) },
        Unit {
            delegation: Some(DelegationId(2)),
            mandates: Mandates { elected: Some(Count::ZERO), ..Mandates::default() },
            ..unit(4, "", 0)
        },
    ];
    let sitting = |id, text: &str, registered, present: &[(u32, u16)]| Sitting {
        name: name(text),
        registered,
        attendance: Rc::new(
            present
                .iter()
                .map(|(id, n)| {
                    (UnitId(*id), Presence { present: Some(Count::from(*n)), ..Presence::default() })
                })
                .collect(),
        ),
        ..Sitting::blank(SittingId(id))
    };
    let rule = |p, q, strictness, base| Rule { share: Share::new(p, q).unwrap(), strictness, base };
    Scenario {
        composition: Vec::new(),
        title: name("代表大会 (2026)"),
        origin: Origin::Illustrative,
        allocating: Allocating {
            house: seats(13),
            scheme: Scheme::default(),
            method: Method::parse("modified-webster:7/5").unwrap(),
            minimum_rule: MinimumRule::SetAside,
            minimum: seats(2),
            lots: vec![Draw {
                seed: Some(7),
                contenders: vec![(PartyId(40), seats(6)), (PartyId(3), seats(5))],
                drawn: vec![PartyId(3)],
            }],
        },
        rules: Rules::Custom {
            quorum: rule(2, 3, Strictness::AtLeast, Base::Due),
            majority: rule(1, 2, Strictness::MoreThan, Base::Present),
        },
        body: None,
        calendar: Calendar::default(),
        delegations: Rc::new(vec![
            Delegation { id: DelegationId(9), name: name("一团") },
            Delegation { id: DelegationId(2), name: name("Second") },
        ]),
        units: Rc::new(units.into_iter().map(Rc::new).collect()),
        sittings: vec![
            sitting(41, "预备会议", Some(Count::from(5)), &[(40, 4), (4, 0)]),
            sitting(50, "Opening", None, &[]),
        ],
        shown: SittingId(41),
        agenda: Vec::new(),
        elections: Vec::new(),
        people: People::default(),
        next_id: 60,
    }
}

/// The same with everything that sittings and the ledger hold.
fn in_session() -> Scenario {
    let mut scenario = everything();
    let units = Rc::make_mut(&mut scenario.units);
    let mandates = &mut Rc::make_mut(&mut units[0]).mandates;
    mandates.endings[0].date = Date::new(2021, 9, 1);
    mandates.endings[1].note = name("说明");
    let presence = |registered, present, on_leave: u16| Presence {
        registered: Count::new(registered),
        present: Count::new(present),
        on_leave: Count::from(on_leave),
    };
    let attendance = [(UnitId(40), presence(5, 3, 1)), (UnitId(3), presence(0, 0, 2))];
    scenario.sittings[0] = Sitting {
        kind: SittingKind::Session,
        purpose: Purpose::Adopt,
        date: Date::new(2021, 9, 28),
        attendance: Rc::new(attendance.into_iter().collect()),
        tally: Tally::ByDelegation(Rc::new([(DelegationId(2), Count::from(4u16))].into_iter().collect())),
        stated_due: Some(Count::from(6u16)),
        note: name("One left early"),
        ..scenario.sittings[0].clone()
    };
    scenario.sittings[1].tally = Tally::Whole(Some(Count::from(3u16)));
    scenario.shown = scenario.sittings[1].id;
    scenario
}

/// The same with an agenda and elections, a value in every field of them.
fn voting() -> Scenario {
    let mut scenario = in_session();
    let count = |n: u16| Some(Count::from(n));
    let person = |text: &str, votes, strokes, run_offs| Candidate {
        name: name(text),
        votes,
        strokes: Strokes::new(strokes),
        run_offs,
    };
    let mut counted = Election {
        title: name("委员会委员选举"),
        sitting: Some(SittingId(50)),
        seats: Seats::from(2u16),
        candidates: vec![
            person("王某", count(5), 4, [None; 3]),
            person("=A1", count(3), 0, [count(4), None, None]),
            person("", None, 64, [count(1), count(0), None]),
        ],
        ..Election::blank(ElectionId(52), Office::Committee)
    };
    let papers = [count(6), count(6), count(5), count(1), None];
    Paper::ALL.into_iter().zip(papers).for_each(|(paper, count)| counted.papers.set(paper, count));
    let open = Election::blank(ElectionId(51), Office::Alternates);
    scenario.elections = vec![Rc::new(counted), Rc::new(open)];
    let item = |id, text: &str, sitting: Option<u32>, needs| AgendaItem {
        title: name(text),
        sitting: sitting.map(SittingId),
        needs,
        ..AgendaItem::blank(AgendaId(id))
    };
    let vote = Vote { favour: count(5), abstaining: count(1), ..Vote::uncounted(Decision::Charter) };
    scenario.agenda = vec![
        item(55, "Hear the report", None, Needs::Hearing),
        item(54, "修改章程", Some(41), Needs::Vote(vote)),
        item(56, "", Some(50), Needs::Election(Some(ElectionId(51)))),
        item(57, "Elect", None, Needs::Election(None)),
    ];
    scenario
}

/// A regular table, long enough to be compressed.
fn table(units: u32) -> Scenario {
    let rows = (1..=units).map(|n| {
        let members = n * 7_919 % 9_973;
        let elected = members / 100;
        Unit {
            name: name(&format!("第{n}选区")),
            members: Weight::from(members),
            mandates: Mandates { elected: Count::new(elected), ..Mandates::default() },
            ..Unit::blank(UnitId(n))
        }
    });
    Scenario {
        composition: Vec::new(),
        units: Rc::new(rows.map(Rc::new).collect()),
        rules: Rules::Profile(ProfileId::PeoplesCongress),
        next_id: units + 1,
        ..Scenario::blank()
    }
}

#[test]
fn links_of_version_1_open_as_they_always_did() {
    let scenarios = [Scenario::blank(), everything(), table(40), in_session(), voting()];
    assert_eq!(V1.lines().count(), scenarios.len(), "{:?}", link::encode(&voting()));
    for (line, scenario) in V1.lines().zip(scenarios) {
        assert_eq!(link::decode(line).as_ref(), Ok(&scenario));
    }
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
