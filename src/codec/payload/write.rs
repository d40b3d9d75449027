//! Writes the payload. Total: what no scenario should have (a delegation that is not listed, attendance of a unit
//! that is gone) is left out.

mod people;
mod votes;
use super::{Part, composition, number, predict, rules};
use crate::codec::bytes::{Writer, fold};
use crate::codec::tags;
use crate::num::{Count, Seats};
use crate::roster::Presence;
use crate::scenario::{Draw, Name, Rules, Scenario, Scheme, Sitting, Tally, Unit};
use std::collections::HashMap;
use std::rc::Rc;

/// The payload of a scenario.
pub(in crate::codec) fn write(scenario: &Scenario) -> Vec<u8> {
    let mut out = Sections::default();
    let units = &scenario.units[..];
    out.section(Part::Head, head(scenario));
    out.section(Part::Rules, written(|out| tags::write_rules(out, &scenario.rules)));
    out.section(Part::Names, names(scenario).into_bytes());
    out.section(Part::DelegationIds, ids(scenario.delegations.iter().map(|d| d.id.0)));
    out.section(Part::UnitIds, ids(units.iter().map(|unit| unit.id.0)));
    out.column(Part::Membership, membership(scenario));
    out.section(Part::Members, members(units));
    let seats = |seats: Option<Seats>| seats.map_or(0, |seats| 1 + u64::from(seats.get()));
    out.column(Part::Minima, units.iter().map(|unit| seats(unit.min)));
    out.column(Part::Maxima, units.iter().map(|unit| seats(unit.max)));
    out.column(Part::Locked, units.iter().map(|unit| seats(unit.locked)));
    let guess = predict::Elected::new(scenario.allocating.house, units.iter().map(|unit| unit.members));
    out.column(
        Part::Elected,
        units.iter().map(|unit| surprise(unit.mandates.elected, guess.of(unit.members))),
    );
    out.column(Part::ByElected, units.iter().map(|unit| unit.mandates.by_elected.get().into()));
    out.section(Part::Endings, endings(units));
    out.column(Part::Suspended, units.iter().map(|unit| unit.mandates.suspended.get().into()));
    out.section(Part::SittingIds, ids(scenario.sittings.iter().map(|sitting| sitting.id.0)));
    out.column(Part::Attendance, scenario.sittings.iter().flat_map(|sitting| attendance(sitting, units)));
    out.section(Part::Lots, lots(&scenario.allocating.lots));
    let registered = |sitting: &Sitting| sitting.registered.map_or(0, |count| u64::from(count.get()) + 1);
    out.column(Part::Registered, scenario.sittings.iter().map(registered));
    out.column(Part::Sittings, scenario.sittings.iter().flat_map(|sitting| facts(scenario, sitting)));
    out.section(
        Part::SittingNotes,
        lines(scenario.sittings.iter().map(|sitting| &sitting.note)).into_bytes(),
    );
    let shown = scenario.sittings.iter().position(|sitting| sitting.id == scenario.shown);
    out.column(Part::Shown, std::iter::once(shown.unwrap_or(0) as u64));
    let endings = || units.iter().flat_map(|unit| &unit.mandates.endings);
    out.column(Part::EndingDays, endings().map(|ending| ending.date.map_or(0, |date| date.packed().into())));
    out.section(Part::EndingNotes, lines(endings().map(|ending| &ending.note)).into_bytes());
    let by_unit = |value: fn(&Presence) -> u64| {
        let of = move |sitting: &Sitting, unit: &Rc<Unit>| sitting.attendance.get(&unit.id).map_or(0, value);
        scenario.sittings.iter().flat_map(move |sitting| units.iter().map(move |unit| of(sitting, unit)))
    };
    out.column(Part::Leave, by_unit(|presence| presence.on_leave.get().into()));
    out.column(
        Part::RegisteredByUnit,
        by_unit(|p| p.registered.map_or(0, |count| u64::from(count.get()) + 1)),
    );
    let scheme = &scenario.allocating.scheme;
    if *scheme != Scheme::default() {
        out.section(Part::Scheme, scheme.to_string().into_bytes());
    }
    out.section(Part::Agenda, votes::agenda(scenario));
    out.section(Part::Elections, votes::elections(scenario));
    out.section(Part::VotingNames, votes::names(scenario));
    out.section(Part::Composition, composition::write(scenario));
    out.section(
        Part::CategoryNames,
        lines(scenario.composition.iter().map(|category| &category.name)).into_bytes(),
    );
    out.section(Part::OwnRules, written(|out| rules::write_own(out, &scenario.rules)));
    if let Rules::Own(own) = &scenario.rules {
        out.section(Part::RulesName, own.name().as_str().as_bytes().to_vec());
    }
    out.section(Part::Stated, written(|out| rules::write_stated(out, &scenario.sittings)));
    if let Some(body) = &scenario.body {
        out.section(Part::Body, written(|out| number::write_body(out, body)));
    }
    out.section(Part::Calendar, written(|out| number::write_calendar(out, &scenario.calendar)));
    out.section(Part::People, people::numbers(scenario));
    out.section(Part::PeopleTexts, people::texts(scenario).into_bytes());
    out.section(Part::AreaInFavour, votes::areas(scenario));
    out.section(Part::StrokeOrders, votes::stroke_orders(scenario).into_bytes());
    out.0.into_bytes()
}

/// The sections so far.
#[derive(Default)]
struct Sections(Writer);

impl Sections {
    fn section(&mut self, part: Part, bytes: Vec<u8>) {
        if !bytes.is_empty() {
            self.0.varint(part.tag());
            self.0.block(&bytes);
        }
    }

    /// A number per row; nothing at all where all are zero.
    fn column(&mut self, part: Part, values: impl Iterator<Item = u64>) {
        let mut any = 0;
        let bytes = written(|out| {
            for value in values {
                any |= value;
                out.varint(value);
            }
        });
        self.section(part, if any == 0 { Vec::new() } else { bytes });
    }
}

fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut out = Writer::default();
    write(&mut out);
    out.into_bytes()
}

fn head(scenario: &Scenario) -> Vec<u8> {
    let allocating = &scenario.allocating;
    written(|out| {
        out.varint(scenario.delegations.len() as u64);
        out.varint(scenario.units.len() as u64);
        out.varint(scenario.sittings.len() as u64);
        out.varint(scenario.next_id.into());
        out.varint(tags::origin(scenario.origin));
        out.varint(allocating.house.get().into());
        out.varint(allocating.minimum.get().into());
        out.varint(tags::minimum_rule(allocating.minimum_rule));
        out.raw(allocating.method.to_string().as_bytes());
    })
}

/// A name never holds a line break, so that one can stand between them.
fn names(scenario: &Scenario) -> String {
    let mut all = vec![scenario.title.as_str()];
    all.extend(scenario.delegations.iter().map(|delegation| delegation.name.as_str()));
    all.extend(scenario.units.iter().map(|unit| unit.name.as_str()));
    all.extend(scenario.sittings.iter().map(|sitting| sitting.name.as_str()));
    all.join("\n")
}

/// Runs of identities that follow on from one another: how far the run begins from where the last one ended, and
/// its length.
fn ids(ids: impl Iterator<Item = u32>) -> Vec<u8> {
    let mut runs: Vec<(i64, u64)> = Vec::new();
    let mut expected = 0;
    for id in ids.map(i64::from) {
        match runs.last_mut() {
            Some((_, length)) if id == expected => *length += 1,
            _ => runs.push((id - expected, 1)),
        }
        expected = id + 1;
    }
    written(|out| {
        for (gap, length) in runs {
            out.signed(gap);
            out.varint(length);
        }
    })
}

/// The place of each unit's delegation in the list, from 1; 0 for none; as the step from the unit before.
fn membership(scenario: &Scenario) -> impl Iterator<Item = u64> {
    let places: HashMap<_, _> = scenario.delegations.iter().map(|d| d.id).zip(1i64..).collect();
    let mut before = 0;
    scenario.units.iter().map(move |unit| {
        let place = unit.delegation.and_then(|id| places.get(&id)).copied().unwrap_or(0);
        fold(place - std::mem::replace(&mut before, place))
    })
}

/// The members divided by what divides them all: as they are, or as steps from one to the next, whichever is
/// shorter. The first number is twice the divisor, plus one for steps.
fn members(units: &[Rc<Unit>]) -> Vec<u8> {
    let divisor = units.iter().map(|unit| unit.members.get()).fold(0, gcd);
    if divisor == 0 {
        return Vec::new();
    }
    let values = || units.iter().map(|unit| unit.members.get() / divisor);
    let plain = written(|out| {
        out.varint(2 * divisor);
        values().for_each(|value| out.varint(value));
    });
    let steps = written(|out| {
        out.varint(2 * divisor + 1);
        let mut before = 0;
        for value in values().map(|value| value as i64) {
            out.signed(value - std::mem::replace(&mut before, value));
        }
    });
    if steps.len() < plain.len() { steps } else { plain }
}

const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// 0 where nothing was entered, else 1 and the folded difference from the guess.
fn surprise(count: Option<Count>, guess: i64) -> u64 {
    count.map_or(0, |count| 1 + fold(i64::from(count.get()) - guess))
}

/// Per entry: units further than that of the entry before, the reason, the count.
fn endings(units: &[Rc<Unit>]) -> Vec<u8> {
    let mut before = 0;
    written(|out| {
        for (row, unit) in units.iter().enumerate() {
            for ending in &unit.mandates.endings {
                out.varint((row - std::mem::replace(&mut before, row)) as u64);
                out.varint(tags::reason(ending.reason));
                out.varint(ending.count.get().into());
            }
        }
    })
}

/// The attendance of each unit against the guess; 0 where the unit has not reported.
fn attendance(sitting: &Sitting, units: &[Rc<Unit>]) -> impl Iterator<Item = u64> {
    units.iter().map(|unit| {
        let present = sitting.attendance.get(&unit.id);
        surprise(present.and_then(|presence| presence.present), predict::present(&unit.mandates))
    })
}

/// Kind, purpose, day, stated base, and the attendance where it was not counted by unit.
fn facts(scenario: &Scenario, sitting: &Sitting) -> Vec<u64> {
    let optional = |count: Option<Count>| count.map_or(0, |count| u64::from(count.get()) + 1);
    let mut facts = vec![
        tags::sitting_kind(sitting.kind),
        tags::purpose(sitting.purpose),
        sitting.date.map_or(0, |date| date.packed().into()),
        optional(sitting.stated_due),
        tags::tally(sitting.tally.kind()),
    ];
    match &sitting.tally {
        Tally::ByUnit => {}
        Tally::Whole(figure) => facts.push(optional(*figure)),
        Tally::ByDelegation(figures) => {
            facts.extend(scenario.delegations.iter().map(|d| optional(figures.get(&d.id).copied())));
        }
    }
    facts
}

/// Notes, one per line: a note, like a name, never holds a line break. Nothing where there is none.
fn lines<'a>(notes: impl Iterator<Item = &'a Name> + Clone) -> String {
    if notes.clone().all(Name::is_empty) {
        return String::new();
    }
    notes.map(Name::as_str).collect::<Vec<_>>().join("\n")
}

/// Units by identity, each as the step from the one before: a lot may name units that are gone.
fn lots(lots: &[Draw]) -> Vec<u8> {
    written(|out| {
        for lot in lots {
            let mut before = 0;
            let mut step = |id: u32| i64::from(id) - std::mem::replace(&mut before, i64::from(id));
            out.varint(lot.contenders.len() as u64);
            for (unit, certain) in &lot.contenders {
                out.signed(step(unit.0));
                out.varint(certain.get().into());
            }
            out.varint(lot.drawn.len() as u64);
            for unit in &lot.drawn {
                out.signed(step(unit.0));
            }
            out.varint(lot.seed.map_or(0, |seed| u64::from(seed) + 1));
        }
    })
}
