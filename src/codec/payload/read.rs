//! Reads the payload. Total: whatever the bytes are, the answer is a scenario or the place of the first flaw.
//! Counts are checked against their limits before anything is allocated for them.

mod people;
mod sittings;
mod votes;

pub(super) use self::sittings::date;
use self::sittings::{attendances, facts, notes, registered, shown};
use self::votes::Voting;
use super::{Decoded, Flaw, Part, PayloadError, composition, number, predict, rules};
use crate::apportion::Method;
use crate::codec::bytes::{Reader, unfold};
use crate::codec::tags;
use crate::limits::{MAX_ENDINGS, MAX_LOTS, MAX_SITTINGS};
use crate::num::{Count, Seats, Weight};
use crate::roster::Ending;
use crate::scenario::{
    Allocating, Delegation, DelegationId, Draw, Name, NameError, PartyId, Rules, Scenario, Scheme, Sitting,
    SittingId, Unit, UnitId, settle,
};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// The scenario of a payload of at most `max_units` units.
pub(in crate::codec) fn read(bytes: &[u8], max_units: usize) -> Result<Decoded, PayloadError> {
    let (sections, ignored) = Sections::split(bytes)?;
    let counts = sections.whole(Part::Head, Counts::read)?;
    if counts.units > max_units as u64 {
        return Err(PayloadError::TooMany { units: counts.units });
    }
    let mut names = Names::new(&sections, &counts)?;
    let title = names.next(Name::title)?;
    let delegation_ids = ids(&sections, Part::DelegationIds, counts.delegations, counts.next_id)?;
    let unit_ids = ids(&sections, Part::UnitIds, counts.units, counts.next_id)?;
    let sitting_ids = ids(&sections, Part::SittingIds, counts.sittings, counts.next_id)?;
    let mut delegations = Vec::new();
    for id in delegation_ids.into_iter().map(DelegationId) {
        delegations.push(Delegation { id, name: names.next(Name::new)? });
    }
    let mut units = Vec::new();
    for id in unit_ids.into_iter().map(UnitId) {
        units.push(Unit { name: names.next(Name::new)?, ..Unit::blank(id) });
    }
    fill(&sections, &mut units, &delegations, counts.allocating.house)?;
    let mut endings: Vec<&mut Ending> =
        units.iter_mut().flat_map(|unit| &mut unit.mandates.endings).collect();
    sections.optional(Part::EndingDays, |input| {
        endings.iter_mut().try_for_each(|ending| {
            ending.date = date(input.varint()?)?;
            Ok(())
        })
    })?;
    sections.optional(Part::EndingNotes, |input| {
        notes(input, endings.iter_mut().map(|ending| &mut ending.note))
    })?;
    let units: Vec<_> = units.into_iter().map(Rc::new).collect();
    let mut sittings = Vec::new();
    for (id, attendance) in
        sitting_ids.into_iter().map(SittingId).zip(attendances(&sections, &units, &counts)?)
    {
        let attendance = Rc::new(attendance);
        sittings.push(Sitting { name: names.next(Name::new)?, attendance, ..Sitting::blank(id) });
    }
    sections.optional(Part::Registered, |input| registered(input, &mut sittings))?;
    sections.optional(Part::Sittings, |input| facts(input, &delegations, &mut sittings))?;
    sections.optional(Part::SittingNotes, |input| {
        notes(input, sittings.iter_mut().map(|sitting| &mut sitting.note))
    })?;
    sections.optional(Part::Stated, |input| rules::read_stated(input, &mut sittings))?;
    let shown = sections.optional(Part::Shown, |input| shown(input, &sittings))?;
    let first = sittings.first().map(|sitting| sitting.id);
    let shown = shown.or(first).ok_or(Part::SittingIds.has(Flaw::Missing))?;
    let lots = sections.optional(Part::Lots, |input| lots(input, counts.next_id))?.unwrap_or_default();
    let scheme = sections.optional(Part::Scheme, |input| scheme(input.rest()))?.unwrap_or_default();
    let body = sections.optional(Part::Body, number::read_body)?;
    let calendar = sections.optional(Part::Calendar, |input| number::read_calendar(input, counts.next_id))?;
    let Voting { agenda, elections } = Voting::read(&sections, &sittings, counts.next_id)?;
    let categories = |input: &mut Reader<'_>| composition::read(input, &units, counts.next_id);
    let mut composition = sections.optional(Part::Composition, categories)?.unwrap_or_default();
    sections.optional(Part::CategoryNames, |input| {
        notes(input, composition.iter_mut().map(|category| &mut category.name))
    })?;
    let unit_ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let sitting_ids: Vec<SittingId> = sittings.iter().map(|sitting| sitting.id).collect();
    let people = people::people(&sections, &unit_ids, &sitting_ids, counts.next_id)?;
    let mut scenario = Scenario {
        composition,
        title,
        origin: counts.origin,
        allocating: Allocating { scheme, lots, ..counts.allocating },
        rules: congress_rules(&sections)?,
        body,
        calendar: calendar.unwrap_or_default(),
        delegations: Rc::new(delegations),
        units: Rc::new(units),
        sittings,
        shown,
        agenda,
        elections,
        people,
        next_id: counts.next_id,
    };
    // Only a forged list can say other than the table that follows it.
    settle(None, &mut scenario);
    scenario.check()?;
    Ok(Decoded { scenario, ignored })
}

/// The bytes of each section, by part.
pub(super) struct Sections<'a>(BTreeMap<Part, &'a [u8]>);

impl<'a> Sections<'a> {
    pub(super) fn split(bytes: &'a [u8]) -> Result<(Self, usize), PayloadError> {
        let (mut input, mut last, mut ignored) = (Reader::new(bytes), 0, 0);
        let mut sections = BTreeMap::new();
        let frame = |error| Part::Frame.has(Flaw::from(error));
        while !input.is_empty() {
            let tag = input.varint().map_err(frame)?;
            let bytes = input.block().map_err(frame)?;
            if tag <= last {
                return Err(Part::Frame.has(Flaw::Repeated));
            }
            last = tag;
            match Part::of_tag(tag) {
                Some(part) => drop(sections.insert(part, bytes)),
                None if tag % 2 == 0 => return Err(PayloadError::Newer { tag }),
                None => ignored += 1,
            }
        }
        Ok((Self(sections), ignored))
    }

    /// The sections and their lengths.
    pub(super) fn sizes(&self) -> impl Iterator<Item = (Part, usize)> {
        self.0.iter().map(|(part, bytes)| (*part, bytes.len()))
    }

    /// Reads a section that must be there, to its last byte.
    pub(super) fn whole<T>(
        &self,
        part: Part,
        read: impl FnOnce(&mut Reader<'a>) -> Result<T, Flaw>,
    ) -> Result<T, PayloadError> {
        self.optional(part, read)?.ok_or(part.has(Flaw::Missing))
    }

    /// Reads a section to its last byte, if it is there.
    fn optional<T>(
        &self,
        part: Part,
        read: impl FnOnce(&mut Reader<'a>) -> Result<T, Flaw>,
    ) -> Result<Option<T>, PayloadError> {
        let Some(bytes) = self.0.get(&part) else { return Ok(None) };
        let mut input = Reader::new(bytes);
        let value = read(&mut input).map_err(|flaw| part.has(flaw))?;
        if input.is_empty() { Ok(Some(value)) } else { Err(part.has(Flaw::Trailing)) }
    }

    /// Sets one cell of each unit from the number of its row, if the section is there.
    fn column<T>(
        &self,
        part: Part,
        units: &mut [Unit],
        mut read: impl FnMut(u64, &Unit) -> Result<T, Flaw>,
        cell: fn(&mut Unit) -> &mut T,
    ) -> Result<(), PayloadError> {
        let fill = |input: &mut Reader<'a>| {
            units.iter_mut().try_for_each(|unit| {
                *cell(unit) = read(input.varint()?, unit)?;
                Ok(())
            })
        };
        self.optional(part, fill).map(drop)
    }
}

/// What the head says.
pub(super) struct Counts {
    pub(super) delegations: u64,
    pub(super) units: u64,
    pub(super) sittings: u64,
    next_id: u32,
    origin: crate::scenario::Origin,
    allocating: Allocating,
}

impl Counts {
    pub(super) fn read(input: &mut Reader<'_>) -> Result<Self, Flaw> {
        let [delegations, units, sittings] = [input.varint()?, input.varint()?, input.varint()?];
        if sittings == 0 {
            return Err(Flaw::Missing);
        }
        if sittings > MAX_SITTINGS as u64 || delegations > units {
            return Err(Flaw::OutOfRange);
        }
        Ok(Self {
            delegations,
            units,
            sittings,
            next_id: u32::try_from(input.varint()?).map_err(|_| Flaw::OutOfRange)?,
            origin: tags::origin_of(input.varint()?)?,
            allocating: Allocating {
                house: seats(input.varint()?)?,
                minimum: seats(input.varint()?)?,
                minimum_rule: tags::minimum_rule_of(input.varint()?)?,
                scheme: Scheme::default(),
                method: method(input.rest())?,
                lots: Vec::new(),
            },
        })
    }
}

/// The rules: named, two bare ones, or a copy of a named profile with its changes and its name.
fn congress_rules(sections: &Sections<'_>) -> Result<Rules, PayloadError> {
    let named = sections.whole(Part::Rules, |input| Ok(tags::read_rules(input)?))?;
    let own = sections.optional(Part::OwnRules, |input| rules::read_own(input, &named))?;
    let name = sections.optional(Part::RulesName, |input| rules::read_name(input.rest()))?;
    match (own, name) {
        (None, None) => Ok(named),
        (None, Some(_)) => Err(Part::RulesName.has(Flaw::Dangling)),
        (Some(mut own), name) => {
            own.rename(name.unwrap_or_default());
            Ok(Rules::Own(Rc::new(own)))
        }
    }
}

/// The way that needs no section is not written.
fn scheme(text: &[u8]) -> Result<Scheme, Flaw> {
    let scheme = std::str::from_utf8(text).ok().and_then(Scheme::parse);
    scheme.filter(|scheme| *scheme != Scheme::default()).ok_or(Flaw::OutOfRange)
}

fn method(text: &[u8]) -> Result<Method, Flaw> {
    std::str::from_utf8(text).ok().and_then(Method::parse).ok_or(Flaw::OutOfRange)
}

fn seats(number: u64) -> Result<Seats, Flaw> {
    u32::try_from(number).ok().and_then(Seats::new).ok_or(Flaw::OutOfRange)
}

fn count(number: impl TryInto<u32>) -> Result<Count, Flaw> {
    number.try_into().ok().and_then(Count::new).ok_or(Flaw::OutOfRange)
}

/// What `surprise` wrote.
fn surprised(number: u64, guess: i64) -> Result<Option<Count>, Flaw> {
    let Some(folded) = number.checked_sub(1) else { return Ok(None) };
    count(unfold(folded).checked_add(guess).ok_or(Flaw::OutOfRange)?).map(Some)
}

/// The names, one after the other, as many as were counted.
struct Names<'a>(std::str::Split<'a, char>);

impl<'a> Names<'a> {
    fn new(sections: &Sections<'a>, counts: &Counts) -> Result<Self, PayloadError> {
        let text = sections
            .whole(Part::Names, |input| std::str::from_utf8(input.rest()).map_err(|_| Flaw::NotAName))?;
        let expected = [1, counts.delegations, counts.units, counts.sittings];
        let expected = expected.into_iter().fold(0, u64::saturating_add);
        match (text.split('\n').count() as u64).cmp(&expected) {
            std::cmp::Ordering::Less => Err(Part::Names.has(Flaw::Ended)),
            std::cmp::Ordering::Equal => Ok(Self(text.split('\n'))),
            std::cmp::Ordering::Greater => Err(Part::Names.has(Flaw::Trailing)),
        }
    }

    /// The next name, which must be as [`Name`] would leave it.
    fn next(&mut self, make: fn(&str) -> Result<Name, NameError>) -> Result<Name, PayloadError> {
        let text = self.0.next().ok_or(Part::Names.has(Flaw::Ended))?;
        let name = make(text).ok().filter(|name| name.as_str() == text);
        name.ok_or(Part::Names.has(Flaw::NotAName))
    }
}

/// Identities, each once and below the next to give out. `count` is bounded by the names, of which there are as many.
fn ids(sections: &Sections<'_>, part: Part, wanted: u64, next_id: u32) -> Result<Vec<u32>, PayloadError> {
    let read = |input: &mut Reader<'_>| runs(input, wanted, next_id);
    if wanted == 0 && !sections.0.contains_key(&part) { Ok(Vec::new()) } else { sections.whole(part, read) }
}

/// So many identities in runs, to the end of the input.
fn runs(input: &mut Reader<'_>, wanted: u64, next_id: u32) -> Result<Vec<u32>, Flaw> {
    let (mut ids, mut seen, mut expected) = (Vec::new(), HashSet::new(), 0i64);
    while !input.is_empty() {
        let start = expected.checked_add(input.signed()?).ok_or(Flaw::OutOfRange)?;
        let length = input.varint()?;
        if length == 0 || length > wanted - ids.len() as u64 {
            return Err(Flaw::OutOfRange);
        }
        expected = start.saturating_add_unsigned(length);
        if start < 0 || expected > i64::from(next_id) {
            return Err(Flaw::Dangling);
        }
        for id in start..expected {
            let id = u32::try_from(id).map_err(|_| Flaw::Dangling)?;
            if !seen.insert(id) {
                return Err(Flaw::Repeated);
            }
            ids.push(id);
        }
    }
    if ids.len() as u64 == wanted { Ok(ids) } else { Err(Flaw::Ended) }
}

/// The columns of the units.
fn fill(
    sections: &Sections<'_>,
    units: &mut [Unit],
    delegations: &[Delegation],
    house: Seats,
) -> Result<(), PayloadError> {
    let mut place = 0i64;
    let delegation = |step, _: &Unit| {
        place = place.checked_add(unfold(step)).ok_or(Flaw::OutOfRange)?;
        let at = match place {
            0 => return Ok(None),
            _ => usize::try_from(place - 1).map_err(|_| Flaw::Dangling)?,
        };
        delegations.get(at).map(|delegation| Some(delegation.id)).ok_or(Flaw::Dangling)
    };
    sections.column(Part::Membership, units, delegation, |unit| &mut unit.delegation)?;
    sections.optional(Part::Members, |input| members(input, units))?;
    let bound = |n: u64, _: &Unit| n.checked_sub(1).map(seats).transpose();
    sections.column(Part::Minima, units, bound, |unit| &mut unit.min)?;
    sections.column(Part::Maxima, units, bound, |unit| &mut unit.max)?;
    sections.column(Part::Locked, units, bound, |unit| &mut unit.locked)?;
    let guess = predict::Elected::new(house, units.iter().map(|unit| unit.members));
    let elected = |n, unit: &Unit| surprised(n, guess.of(unit.members));
    sections.column(Part::Elected, units, elected, |unit| &mut unit.mandates.elected)?;
    sections.column(Part::ByElected, units, |n, _| count(n), |unit| &mut unit.mandates.by_elected)?;
    sections.optional(Part::Endings, |input| endings(input, units))?;
    sections.column(Part::Suspended, units, |n, _| count(n), |unit| &mut unit.mandates.suspended)
}

fn members(input: &mut Reader<'_>, units: &mut [Unit]) -> Result<(), Flaw> {
    let first = input.varint()?;
    let (divisor, steps) = (first >> 1, first & 1 == 1);
    let mut before = 0i64;
    for unit in units {
        let quotient = if steps {
            before = before.checked_add(input.signed()?).ok_or(Flaw::OutOfRange)?;
            u64::try_from(before).map_err(|_| Flaw::OutOfRange)?
        } else {
            input.varint()?
        };
        unit.members = quotient.checked_mul(divisor).and_then(Weight::new).ok_or(Flaw::OutOfRange)?;
    }
    Ok(())
}

fn endings(input: &mut Reader<'_>, units: &mut [Unit]) -> Result<(), Flaw> {
    let mut row = 0u64;
    while !input.is_empty() {
        row = row.checked_add(input.varint()?).ok_or(Flaw::Dangling)?;
        let ending = Ending::new(tags::reason_of(input.varint()?)?, count(input.varint()?)?);
        let unit = usize::try_from(row).ok().and_then(|row| units.get_mut(row)).ok_or(Flaw::Dangling)?;
        if unit.mandates.endings.len() == MAX_ENDINGS {
            return Err(Flaw::OutOfRange);
        }
        unit.mandates.endings.push(ending);
    }
    Ok(())
}

fn lots(input: &mut Reader<'_>, next_id: u32) -> Result<Vec<Draw>, Flaw> {
    let mut lots = Vec::new();
    while !input.is_empty() {
        let mut before = 0i64;
        let mut unit = |input: &mut Reader<'_>| {
            before = before.checked_add(input.signed()?).ok_or(Flaw::OutOfRange)?;
            let id = u32::try_from(before).ok().filter(|id| *id < next_id);
            id.map(PartyId).ok_or(Flaw::Dangling)
        };
        let (mut contenders, mut drawn) = (Vec::new(), Vec::new());
        for _ in 0..input.varint()? {
            contenders.push((unit(input)?, seats(input.varint()?)?));
        }
        for _ in 0..input.varint()? {
            drawn.push(unit(input)?);
        }
        let seed =
            input.varint()?.checked_sub(1).map(u32::try_from).transpose().map_err(|_| Flaw::OutOfRange)?;
        if lots.len() == MAX_LOTS {
            return Err(Flaw::OutOfRange);
        }
        lots.push(Draw { contenders, drawn, seed });
    }
    Ok(lots)
}
