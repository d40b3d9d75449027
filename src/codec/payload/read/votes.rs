//! Reads the agenda and the elections. Every count is checked against its limit first, every reference against what
//! was read before.

use super::sittings::notes;
use super::{Flaw, PayloadError, Sections, count, seats};
use crate::codec::bytes::Reader;
use crate::codec::payload::Part;
use crate::codec::tags;
use crate::limits::{MAX_AGENDA, MAX_CANDIDATES, MAX_ELECTIONS, MAX_RUN_OFFS};
use crate::num::{Count, Weight};
use crate::scenario::{
    AgendaId, AgendaItem, Candidate, Election, ElectionId, Name, Needs, Paper, Sitting, SittingId,
    StrokeOrder, Strokes, Vote,
};
use std::collections::HashSet;
use std::rc::Rc;

/// The agenda and the elections of a scenario.
pub(super) struct Voting {
    pub(super) agenda: Vec<AgendaItem>,
    pub(super) elections: Vec<Rc<Election>>,
}

impl Voting {
    pub(super) fn read(
        sections: &Sections<'_>,
        sittings: &[Sitting],
        next_id: u32,
    ) -> Result<Self, PayloadError> {
        let elections = sections
            .optional(Part::Elections, |input| counted(input, next_id, MAX_ELECTIONS, election(sittings)))?;
        let mut elections = elections.unwrap_or_default();
        let agenda = sections.optional(Part::Agenda, |input| {
            counted(input, next_id, MAX_AGENDA, item(sittings, &elections))
        })?;
        let mut agenda = agenda.unwrap_or_default();
        sections.optional(Part::AreaInFavour, |input| areas(input, &mut agenda))?;
        sections.optional(Part::VotingNames, |input| notes(input, names(&mut agenda, &mut elections)))?;
        sections.optional(Part::StrokeOrders, |input| stroke_orders(input, &mut elections))?;
        Ok(Self { agenda, elections: elections.into_iter().map(Rc::new).collect() })
    }
}

/// The places of the names, in their order.
fn names<'a>(
    agenda: &'a mut [AgendaItem],
    elections: &'a mut [Election],
) -> impl Iterator<Item = &'a mut Name> {
    let mut all: Vec<&mut Name> = agenda.iter_mut().map(|item| &mut item.title).collect();
    let mut people = Vec::new();
    for election in elections {
        all.push(&mut election.title);
        people.extend(election.candidates.iter_mut().map(|candidate| &mut candidate.name));
    }
    all.into_iter().chain(people)
}

/// The area in favour of each item; of a vote alone, and of one at least.
fn areas(input: &mut Reader<'_>, agenda: &mut [AgendaItem]) -> Result<(), Flaw> {
    let mut any = false;
    for item in agenda {
        let Some(area) = input.varint()?.checked_sub(1) else { continue };
        let Needs::Vote(vote) = &mut item.needs else { return Err(Flaw::Dangling) };
        vote.area = Some(Weight::new(area).ok_or(Flaw::OutOfRange)?);
        any = true;
    }
    if any { Ok(()) } else { Err(Flaw::OutOfRange) }
}

/// A line for each candidate, each as it is kept; one at least is not empty.
fn stroke_orders(input: &mut Reader<'_>, elections: &mut [Election]) -> Result<(), Flaw> {
    let text = std::str::from_utf8(input.rest()).map_err(|_| Flaw::NotAName)?;
    let (mut lines, mut any) = (text.split('\n'), false);
    for candidate in elections.iter_mut().flat_map(|election| &mut election.candidates) {
        let line = lines.next().ok_or(Flaw::Ended)?;
        if !line.is_empty() {
            candidate.stroke_order = Some(StrokeOrder::written(line).ok_or(Flaw::OutOfRange)?);
            any = true;
        }
    }
    match lines.next() {
        Some(_) => Err(Flaw::Trailing),
        None if any => Ok(()),
        None => Err(Flaw::OutOfRange),
    }
}

/// So many things, each with an identity of its own. A section that would say there are none is not written.
fn counted<T>(
    input: &mut Reader<'_>,
    next_id: u32,
    most: usize,
    mut one: impl FnMut(&mut Reader<'_>, u32) -> Result<T, Flaw>,
) -> Result<Vec<T>, Flaw> {
    let wanted = input.varint()?;
    if wanted == 0 || wanted > most as u64 {
        return Err(Flaw::OutOfRange);
    }
    let (mut all, mut seen, mut before) = (Vec::new(), HashSet::new(), 0i64);
    for _ in 0..wanted {
        before = before.checked_add(input.signed()?).ok_or(Flaw::OutOfRange)?;
        let id = u32::try_from(before).ok().filter(|id| *id < next_id).ok_or(Flaw::Dangling)?;
        if !seen.insert(id) {
            return Err(Flaw::Repeated);
        }
        all.push(one(input, id)?);
    }
    Ok(all)
}

fn item<'a>(
    sittings: &'a [Sitting],
    elections: &'a [Election],
) -> impl FnMut(&mut Reader<'_>, u32) -> Result<AgendaItem, Flaw> + 'a {
    move |input, id| {
        let sitting = sitting(input, sittings)?;
        let needs = match input.varint()? {
            0 => Needs::Hearing,
            1 => Needs::Vote(Vote {
                decision: tags::decision_of(input.varint()?)?,
                favour: optional(input)?,
                against: optional(input)?,
                abstaining: optional(input)?,
                area: None,
            }),
            2 => Needs::Election(row(input, elections)?.map(|election| election.id)),
            _ => return Err(Flaw::OutOfRange),
        };
        Ok(AgendaItem { sitting, needs, ..AgendaItem::blank(AgendaId(id)) })
    }
}

fn election(sittings: &[Sitting]) -> impl FnMut(&mut Reader<'_>, u32) -> Result<Election, Flaw> + '_ {
    move |input, id| {
        let mut election = Election::blank(ElectionId(id), tags::office_of(input.varint()?)?);
        election.sitting = sitting(input, sittings)?;
        election.seats = seats(input.varint()?)?;
        for paper in Paper::ALL {
            election.papers.set(paper, optional(input)?);
        }
        election.candidates = candidates(input)?;
        Ok(election)
    }
}

fn candidates(input: &mut Reader<'_>) -> Result<Vec<Candidate>, Flaw> {
    let wanted = input.varint()?;
    if wanted > MAX_CANDIDATES as u64 {
        return Err(Flaw::OutOfRange);
    }
    let mut all = Vec::new();
    for _ in 0..wanted {
        let votes = optional(input)?;
        let strokes = match input.varint()? {
            0 => None,
            strokes => {
                let strokes = u8::try_from(strokes).ok().and_then(Strokes::new);
                Some(strokes.ok_or(Flaw::OutOfRange)?)
            }
        };
        all.push(Candidate { votes, strokes, ..Candidate::default() });
    }
    let rounds = input.varint()?;
    if rounds > MAX_RUN_OFFS as u64 {
        return Err(Flaw::OutOfRange);
    }
    for round in 0..MAX_RUN_OFFS.min(rounds as usize) {
        for candidate in &mut all {
            if let Some(slot) = candidate.run_offs.get_mut(round) {
                *slot = optional(input)?;
            }
        }
    }
    Ok(all)
}

fn optional(input: &mut Reader<'_>) -> Result<Option<Count>, Flaw> {
    input.varint()?.checked_sub(1).map(count).transpose()
}

fn sitting(input: &mut Reader<'_>, sittings: &[Sitting]) -> Result<Option<SittingId>, Flaw> {
    Ok(row(input, sittings)?.map(|sitting| sitting.id))
}

/// What stands in a row, from 1; nothing for 0.
fn row<'a, T>(input: &mut Reader<'_>, all: &'a [T]) -> Result<Option<&'a T>, Flaw> {
    let Some(row) = input.varint()?.checked_sub(1) else { return Ok(None) };
    let found = usize::try_from(row).ok().and_then(|row| all.get(row));
    found.map(Some).ok_or(Flaw::Dangling)
}
