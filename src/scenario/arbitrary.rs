//! Scenarios for property tests: any that the types and the rules of the model allow, contradictions included.
//! Compiled for tests only.

pub(crate) mod actions;
mod composition;
pub(crate) mod votes;

use super::people::arbitrary::with_people;
use super::{
    AgendaId, AgendaItem, Allocating, Body, Calendar, Delegation, DelegationId, Draw, Election, ElectionId,
    MilestoneId, Name, Needs, Origin, OwnMilestone, OwnRules, PartyId, People, Presence, Rules, Scenario,
    Scheme, Sitting, SittingId, SittingKind, Tally, Unit, UnitId,
};
use crate::apportion::open_house::{CountFrom, NumberRule, Parts, Uplift};
use crate::apportion::{Method, MinimumRule};
use crate::limits::{MAX_COUNT, MAX_DAYS_BEFORE, MAX_IDENTITIES, MAX_MONTHS_BEFORE, MAX_SEATS, MAX_WEIGHT};
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Mandates, Reason};
use crate::threshold::{
    Band, Base, Chapter, Counting, Date, Excess, Level, ListOrder, Measures, ProfileId, Provision, Purpose,
    Rule, Share, Signers, Span, Strictness, Subject, TieRule, profile,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// A scenario of at most `units` units, with a list of delegates or without.
pub(crate) fn listed(units: usize) -> impl Strategy<Value = Scenario> {
    with_people(scenario(units), 2 * units)
}

/// A scenario of at most `units` units.
pub(crate) fn scenario(units: usize) -> impl Strategy<Value = Scenario> {
    let parts = (
        (name(), any::<bool>(), allocating(), rules(), option::of(body()), calendar()),
        vec(name(), 0..6),
        vec((unit(), any::<Index>()), 0..=units),
        (
            vec((sitting(), vec(option::of(count()), 0..=units)), 1..4),
            any::<Index>(),
            vec((votes::election(), any::<Index>()), 0..3),
            vec((votes::item(), any::<Index>()), 0..4),
        ),
        vec((vec((any::<Index>(), seats()), 2..5), any::<Index>(), option::of(any::<u32>())), 0..3),
        // Identities: a wide set to draw from, in any order, shared by all kinds.
        btree_set(prop_oneof![0..400u32, 0..MAX_IDENTITIES - 1_000], units + 25)
            .prop_map(Vec::from_iter)
            .prop_shuffle(),
        prop_oneof![Just(0), 0..100u32],
        prop_oneof![Just(Vec::new()), vec(composition::category(units), 0..4)],
    );
    parts.prop_map(|(head, names, units, sittings, lots, ids, spare, categories)| {
        let (title, illustrative, allocating, rules, body, mut calendar) = head;
        let next_id = ids.iter().max().map_or(0, |id| (id + 1).saturating_add(spare));
        let draws = lots.into_iter().filter_map(|(contenders, drawn, seed)| {
            let contenders = contenders.into_iter().map(|(at, seats)| (PartyId(*at.get(&ids)), seats));
            let contenders: BTreeMap<_, _> = contenders.collect();
            // Some, and not all.
            let drawn =
                contenders.len().checked_sub(1).filter(|most| *most > 0).map(|most| drawn.index(most) + 1)?;
            let drawn = contenders.keys().rev().take(drawn).copied().collect();
            Some(Draw { contenders: contenders.into_iter().collect(), drawn, seed })
        });
        let allocating = Allocating { lots: draws.collect(), ..allocating };
        let mut ids = ids.iter().copied();
        let mut seen = HashSet::new();
        let delegations: Vec<_> = names
            .into_iter()
            .filter(|name: &Name| !name.is_empty() && seen.insert(name.clone()))
            .zip(&mut ids)
            .map(|(name, id)| Delegation { id: DelegationId(id), name })
            .collect();
        let units: Vec<_> = units
            .into_iter()
            .zip(&mut ids)
            .map(|((unit, at), id)| {
                // One place more than there are delegations: the last means none.
                let delegation = delegations.get(at.index(delegations.len() + 1)).map(|d| d.id);
                Rc::new(Unit { id: UnitId(id), delegation, ..unit })
            })
            .collect();
        for own in &mut calendar.own {
            own.id = MilestoneId(ids.next().unwrap_or_default());
        }
        let used: HashSet<_> = units.iter().filter_map(|unit| unit.delegation).collect();
        let delegations: Vec<_> = delegations.into_iter().filter(|d| used.contains(&d.id)).collect();
        let (sittings, shown, elections, items) = sittings;
        let sittings: Vec<_> = sittings
            .into_iter()
            .zip(&mut ids)
            .map(|((sitting, present), id)| {
                let tally = match sitting.tally {
                    Tally::ByDelegation(_) => {
                        let figures = delegations.iter().map(|d| d.id).zip(&present);
                        let known = figures.filter_map(|(id, figure)| Some((id, (*figure)?)));
                        Tally::ByDelegation(Rc::new(known.collect()))
                    }
                    other => other,
                };
                // Those registered and on leave are made of the figure at hand: any will do.
                let presence = |present: Count| Presence {
                    present: (present.get() % 7 != 3).then_some(present),
                    registered: (present.get() % 3 == 1).then_some(present),
                    on_leave: Count::new(present.get() % 4).unwrap_or_default(),
                };
                let present = units.iter().zip(present);
                let attendance = present
                    .filter_map(|(unit, present)| Some((unit.id, presence(present?))))
                    .filter(|(_, presence)| *presence != Presence::default());
                Sitting { id: SittingId(id), attendance: Rc::new(attendance.collect()), tally, ..sitting }
            })
            .collect();
        // One place more than there are: the last means none.
        let held = |at: &Index| sittings.get(at.index(sittings.len() + 1)).map(|sitting| sitting.id);
        let elections: Vec<Rc<Election>> = elections
            .into_iter()
            .zip(&mut ids)
            .map(|((one, at), id)| Rc::new(Election { id: ElectionId(id), sitting: held(&at), ..one }))
            .collect();
        let chosen = |at: &Index| elections.get(at.index(elections.len() + 1)).map(|one| one.id);
        let agenda = items
            .into_iter()
            .zip(&mut ids)
            .map(|((item, at), id)| {
                let needs = match item.needs {
                    Needs::Election(_) => Needs::Election(chosen(&at)),
                    other => other,
                };
                AgendaItem { id: AgendaId(id), sitting: held(&at), needs, ..item }
            })
            .collect();
        let composition = categories.into_iter().zip(&mut ids);
        let composition = composition.map(|(draft, id)| composition::placed(draft, id, &units)).collect();
        Scenario {
            title,
            composition,
            origin: if illustrative { Origin::Illustrative } else { Origin::Entered },
            allocating,
            rules,
            body,
            calendar,
            delegations: Rc::new(delegations),
            shown: shown.get(&sittings).id,
            people: People::default(),
            sittings,
            agenda,
            elections,
            units: Rc::new(units),
            next_id,
        }
    })
}

/// A day, or none.
fn day() -> impl Strategy<Value = Option<Date>> {
    let date = (1..=9999u16, 1..=12u8, 1..=28u8).prop_map(|(year, month, day)| Date::new(year, month, day));
    prop_oneof![Just(None), date]
}

/// A sitting without the figures of units and delegations.
fn sitting() -> impl Strategy<Value = Sitting> {
    let purposes = [Purpose::Elect, Purpose::Open, Purpose::Adopt, Purpose::Plenum];
    let tally = prop_oneof![
        Just(Tally::ByUnit),
        Just(Tally::ByDelegation(Rc::default())),
        option::of(count()).prop_map(Tally::Whole),
    ];
    let facts = (select(&SittingKind::ALL), select(purposes.to_vec()), day(), tally, option::of(count()));
    let figure = prop_oneof![0..2_000u64, 0..=MAX_WEIGHT];
    let stated = btree_map(select(&Base::STATED), figure, 0..4);
    (name(), option::of(count()), facts, stated, name()).prop_map(
        |(name, registered, facts, stated, note)| {
            let (kind, purpose, date, tally, stated_due) = facts;
            let blank = Sitting::blank(SittingId(0));
            Sitting {
                name,
                registered,
                kind,
                purpose,
                date,
                tally,
                stated_due,
                stated: Rc::new(stated),
                note,
                ..blank
            }
        },
    )
}

fn unit() -> impl Strategy<Value = Unit> {
    let members = prop_oneof![Just(0), 0..50_000u64, 0..=MAX_WEIGHT].prop_map(|n| Weight::new(n).unwrap());
    let seats = || option::weighted(0.3, seats());
    (name(), members, seats(), seats(), seats(), mandates()).prop_map(
        |(name, members, min, max, locked, mandates)| Unit {
            name,
            members,
            min,
            max,
            locked,
            mandates,
            ..Unit::blank(UnitId(0))
        },
    )
}

fn mandates() -> impl Strategy<Value = Mandates> {
    let ending = (select(&Reason::ALL), count(), day(), name())
        .prop_map(|(reason, count, date, note)| Ending { reason, count, date, note });
    (option::of(count()), count(), vec(ending, 0..3), count()).prop_map(
        |(elected, by_elected, endings, suspended)| Mandates { elected, by_elected, endings, suspended },
    )
}

fn allocating() -> impl Strategy<Value = Allocating> {
    let methods = Method::CLASSIC.map(|method| method.to_string());
    let methods = methods.iter().map(String::as_str).chain([
        "modified-webster:7/5",
        "stationary:1/3",
        "power-mean:-2",
        "degressive:webster",
        "droop",
        "equal-shares",
    ]);
    let methods: Vec<_> = methods.filter_map(Method::parse).collect();
    let rules = [MinimumRule::Seed, MinimumRule::Clamp, MinimumRule::SetAside, MinimumRule::TopUp];
    let schemes = ["one-tier", "two-tier:adams", "key:nz-labour-branch", "steps:1:100:1:100:or-part:9"];
    let schemes: Vec<_> = schemes.iter().filter_map(|text| Scheme::parse(text)).collect();
    (seats(), select(schemes), select(methods), select(rules.to_vec()), seats()).prop_map(
        |(house, scheme, method, minimum_rule, minimum)| Allocating {
            house,
            scheme,
            method,
            minimum_rule,
            minimum,
            lots: Vec::new(),
        },
    )
}

fn body() -> impl Strategy<Value = Body> {
    let rule =
        (select(&NumberRule::ALL), select(&[Parts::Whole, Parts::OrPart, Parts::Nearest]), any::<bool>());
    let rule = rule.prop_map(|(rule, parts, zero)| {
        let from = if zero { CountFrom::Zero } else { CountFrom::BracketStart };
        rule.with_parts(parts).with_count_from(from)
    });
    let counted = prop_oneof![0..10_000u64, 0..=MAX_WEIGHT].prop_map(|n| Weight::new(n).unwrap());
    (rule, option::of(counted), 0..=5u8).prop_map(|(rule, counted, percent)| {
        Body { rule, counted, uplift: Uplift::new(percent).unwrap() }.fitted()
    })
}

/// A calendar whose milestones have no identities yet.
fn calendar() -> impl Strategy<Value = Calendar> {
    let levels =
        [Level::National, Level::Province, Level::BelowProvince, Level::CountyAndAbove, Level::Township];
    let span = prop_oneof![
        (1..=MAX_DAYS_BEFORE).prop_map(Span::Days),
        (1..=MAX_MONTHS_BEFORE).prop_map(Span::Months)
    ];
    let own = (name(), span).prop_map(|(name, before)| OwnMilestone { id: MilestoneId(0), name, before });
    (day(), option::of(select(levels.to_vec())), vec(own, 0..3)).prop_map(|(day, level, own)| Calendar {
        day,
        level,
        own,
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    prop_oneof![
        select(&ProfileId::ALL).prop_map(Rules::Profile),
        (rule(), rule()).prop_map(|(quorum, majority)| Rules::Custom { quorum, majority }),
        own_rules().prop_map(|own| Rules::Own(Rc::new(own))),
    ]
}

/// A copy of a profile with rows changed, added and taken out.
pub(crate) fn own_rules() -> impl Strategy<Value = OwnRules> {
    let changes = vec((any::<Index>(), option::weighted(0.7, provision())), 0..8);
    (select(&ProfileId::ALL), name(), changes).prop_map(|(from, name, changes)| {
        let mut own = OwnRules::copy(from, name);
        for (at, change) in changes {
            match (change, profile(from).provisions()) {
                (Some(row), _) => own.put(row),
                (None, rows) if rows.is_empty() => {}
                (None, rows) => own.remove(at.get(&rows).value.subject()),
            }
        }
        own
    })
}

/// Any row, those by which nothing can be decided included.
pub(crate) fn provision() -> impl Strategy<Value = Provision> {
    let subjects: Vec<Subject> = Chapter::ALL.into_iter().flat_map(Chapter::subjects).collect();
    let excess = || prop_oneof![any::<u32>().prop_map(Excess::Persons), share().prop_map(Excess::Of)];
    let values = (
        (rule(), option::of(rule())).prop_map(|(first, second)| Measures { first, second }),
        (excess(), option::of(excess())).prop_map(|(least, most)| Band { least, most }),
        share(),
        (0..3usize, any::<u16>()),
    );
    (select(subjects), values).prop_map(|(subject, (measures, band, share, (kind, n)))| match subject {
        Subject::Quorum(at) => Provision::Quorum(at, measures),
        Subject::Majority(at) => Provision::Majority(at, measures),
        Subject::Candidates(at) => Provision::Candidates(at, band),
        Subject::Blank => Provision::Blank([Counting::Counts, Counting::Ignored][kind % 2]),
        Subject::Illegal => Provision::Illegal([Counting::Counts, Counting::Ignored][kind % 2]),
        Subject::Tie => Provision::Tie([TieRule::Revote, TieRule::Lot, TieRule::Chair][kind]),
        Subject::Order(at) => {
            let orders = [ListOrder::Strokes, ListOrder::VotesThenStrokes, ListOrder::AsApproved];
            Provision::Order(at, orders[kind])
        }
        Subject::Signers(at, level) => {
            let signers = [Signers::Persons(n.into()), Signers::DelegationOr(n.into()), Signers::Of(share)];
            Provision::Signers(at, level, signers[kind])
        }
        Subject::Presidium => Provision::Presidium(share),
        Subject::Deadline(at, level) => {
            Provision::Deadline(at, level, [Span::Days(n), Span::Months(n)][kind % 2])
        }
        other => Provision::blank(other),
    })
}

fn share() -> impl Strategy<Value = Share> {
    (1..=u32::MAX, 1..=u32::MAX).prop_map(|(a, b)| Share::new(a.min(b), a.max(b)).unwrap())
}

fn rule() -> impl Strategy<Value = Rule> {
    (share(), select(&[Strictness::MoreThan, Strictness::AtLeast]), select(&Base::ALL))
        .prop_map(|(share, strictness, base)| Rule { share, strictness, base })
}

fn seats() -> impl Strategy<Value = Seats> {
    prop_oneof![0..700u32, 0..=MAX_SEATS].prop_map(|n| Seats::new(n).unwrap())
}

fn count() -> impl Strategy<Value = Count> {
    prop_oneof![Just(0), 0..60u32, 0..=MAX_COUNT].prop_map(|n| Count::new(n).unwrap())
}

fn name() -> impl Strategy<Value = Name> {
    prop_oneof![
        "[\u{4e00}-\u{9fa5}]{0,8}",
        "[ -~]{0,20}",
        any::<String>(),
        Just("<b>\u{202e}=1+1".to_owned())
    ]
    .prop_map(|text| Name::new(&text).unwrap_or_default())
}
