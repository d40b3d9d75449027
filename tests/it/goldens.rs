//! Links of every released version open for ever: a value in every field of the format.

use delegate_roster::apportion::{Method, MinimumRule};
use delegate_roster::codec::link::{self, Names};
use delegate_roster::num::{Count, Seats, Weight};
use delegate_roster::roster::{Ending, Mandates, Reason};
use delegate_roster::scenario::{
    AgendaId, AgendaItem, Allocating, Amount, Attending, Basis, Calendar, Candidate, Categories, Category,
    CategoryId, CategoryKind, Delegate, DelegateId, Delegation, DelegationId, Draw, Election, ElectionId,
    Entry, Limit, Mandate, Name, Needs, Origin, Paper, PartyId, People, Presence, Rules, Scenario, Scheme,
    Sitting, SittingId, SittingKind, StrokeOrder, Strokes, Tally, Target, Tenure, Told, Unit, UnitId, Vote,
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
        stroke_order: None,
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

/// The same with a composition: every kind of category, target and figure.
fn composed() -> Scenario {
    let target = |limit, amount| Some(Target { limit, amount });
    let share = |p, q| Amount::Share(Share::new(p, q).unwrap());
    let category = |id, text: &str| Category { name: name(text), ..Category::blank(CategoryId(id)) };
    let women = Category {
        target: target(Limit::AtLeast, share(1, 3)),
        members: Weight::new(12_000),
        by_unit: Rc::new([(UnitId(3), Weight::ZERO), (UnitId(40), Weight::from(7u32))].into_iter().collect()),
        locks: Rc::new([(UnitId(40), Seats::from(2u16))].into_iter().collect()),
        ..category(10, "妇女代表")
    };
    let cadres = Category {
        kind: CategoryKind::Exclusive,
        target: target(Limit::AtMost, share(2, 3)),
        ..category(11, "Cadres")
    };
    let models = Category {
        kind: CategoryKind::Exclusive,
        target: target(Limit::Exactly, Amount::Number(Seats::from(4u16))),
        ..category(12, "")
    };
    let minorities =
        Category { target: target(Limit::AtLeast, Amount::MemberShare), ..category(14, "<b>Minorities") };
    Scenario { composition: vec![women, cadres, models, minorities, category(13, "open")], ..voting() }
}

/// The same with delegates by name: every status, mark and text.
fn named() -> Scenario {
    let delegate = |id, text: &str, unit, mandate| Delegate {
        id: DelegateId(id),
        name: name(text),
        unit,
        mandate,
        categories: Categories::default(),
        note: name(""),
    };
    let at = |id| Told::Known(UnitId(id));
    let told = |text: &str| name(text);
    let mut delegates: Vec<_> = (100..)
        .zip(Mandate::all())
        .map(|(id, mandate)| delegate(id, "王某", at(40), Told::Known(mandate)))
        .collect();
    let ended = Tenure::Ended { reason: Reason::Transferred, date: Date::new(2021, 9, 1) };
    delegates.push(Delegate {
        categories: Categories::parse("women; 一线").unwrap(),
        note: name("=1+1"),
        ..delegate(90, "Ada", at(3), Told::Known(Mandate { entry: Entry::Elected, tenure: ended }))
    });
    delegates.push(delegate(91, "", Told::Unclear(told("Mars")), Told::Unclear(told("perhaps"))));
    let roll = [(90, Attending::Present), (100, Attending::OnLeave), (101, Attending::Absent)];
    let roll = roll.into_iter().map(|(id, mark)| (DelegateId(id), mark)).collect();
    Scenario {
        people: People {
            delegates: Rc::new(delegates.into_iter().map(Rc::new).collect()),
            rolls: [(SittingId(41), Rc::new(roll))].into_iter().collect(),
            basis: Basis::Table,
        },
        next_id: 200,
        ..composed()
    }
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

/// Votes whose area was counted beside the heads, as much as there may be of it.
fn by_area() -> Scenario {
    let mut scenario = voting();
    for item in &mut scenario.agenda {
        if let Needs::Vote(vote) = &mut item.needs {
            vote.area = Weight::new((1 << 43) - 1);
        }
    }
    scenario
}

/// The same with stroke orders: of a surname, of a whole name, as long as may be.
fn by_forms() -> Scenario {
    let mut scenario = by_area();
    let orders = ["1121", "1 234 25113511", &"5".repeat(64)];
    let candidates = &mut Rc::make_mut(&mut scenario.elections[0]).candidates;
    for (candidate, order) in candidates.iter_mut().zip(orders) {
        candidate.stroke_order = StrokeOrder::written(order);
    }
    scenario
}

#[test]
fn links_of_version_1_open_as_they_always_did() {
    let scenarios = [
        Scenario::blank(),
        everything(),
        table(40),
        in_session(),
        voting(),
        composed(),
        named(),
        by_area(),
        by_forms(),
    ];
    let latest = link::encode(&by_forms());
    assert_eq!(V1.lines().count(), scenarios.len(), "{latest:?}");
    for (line, scenario) in V1.lines().zip(scenarios) {
        assert_eq!(link::decode(line).as_ref(), Ok(&scenario));
    }
}

/// Links made to claim much with little, by `tests/data/links/forged.mjs`; a line is `+` or `-`, a name, a tab, the link.
#[test]
fn what_forged_links_claim_is_capped_before_it_is_read() {
    for line in include_str!("../data/links/forged.txt").lines() {
        let (told, forged) = line.split_once('\t').unwrap();
        let opened = link::decode(forged);
        if told.starts_with('-') {
            assert_eq!(opened, Err(link::LinkError::TooLong), "{told}");
            continue;
        }
        // What is as large as may be has a link again.
        let scenario = opened.unwrap_or_else(|error| panic!("{told}: {error:?}"));
        let again =
            link::encode_with(&scenario, Names::Included).unwrap_or_else(|error| panic!("{told}: {error:?}"));
        assert_eq!(link::decode(&again), Ok(scenario), "{told}");
    }
}
