//! Writes the agenda and the elections. Total: a reference to what is not there is left out.

use super::{lines, written};
use crate::codec::bytes::Writer;
use crate::codec::tags;
use crate::limits::MAX_RUN_OFFS;
use crate::num::Count;
use crate::scenario::{
    AgendaItem, Candidate, Election, Name, Needs, Paper, Scenario, SittingId, StrokeOrder, Strokes, Vote,
};

/// The agenda: how many items, then each. Nothing where there are none.
pub(super) fn agenda(scenario: &Scenario) -> Vec<u8> {
    let mut before = 0;
    let item = |out: &mut Writer, item: &AgendaItem| {
        let id = i64::from(item.id.0);
        out.signed(id - std::mem::replace(&mut before, id));
        out.varint(sitting(scenario, item.sitting));
        match item.needs {
            Needs::Hearing => out.varint(0),
            Needs::Vote(Vote { decision, favour, against, abstaining, area: _ }) => {
                out.varint(1);
                out.varint(tags::decision(decision));
                [favour, against, abstaining].into_iter().for_each(|count| out.varint(optional(count)));
            }
            Needs::Election(chosen) => {
                let place = scenario.elections.iter().position(|one| Some(one.id) == chosen);
                out.varint(2);
                out.varint(row(place));
            }
        }
    };
    counted(&scenario.agenda, item)
}

/// The area in favour, an option per item. Nothing where none was counted.
pub(super) fn areas(scenario: &Scenario) -> Vec<u8> {
    let area = |item: &AgendaItem| match item.needs {
        Needs::Vote(vote) => vote.area.map_or(0, |area| area.get() + 1),
        Needs::Hearing | Needs::Election(_) => 0,
    };
    if scenario.agenda.iter().all(|item| area(item) == 0) {
        return Vec::new();
    }
    written(|out| scenario.agenda.iter().for_each(|item| out.varint(area(item))))
}

/// The elections: how many, then each with its candidates.
pub(super) fn elections(scenario: &Scenario) -> Vec<u8> {
    let mut before = 0;
    let election = |out: &mut Writer, election: &std::rc::Rc<Election>| {
        let id = i64::from(election.id.0);
        out.signed(id - std::mem::replace(&mut before, id));
        out.varint(tags::office(election.office));
        out.varint(sitting(scenario, election.sitting));
        out.varint(election.seats.get().into());
        Paper::ALL.into_iter().for_each(|paper| out.varint(optional(election.papers.get(paper))));
        candidates(out, &election.candidates);
    };
    counted(&scenario.elections, election)
}

/// Titles of items and elections, and the names of candidates.
pub(super) fn names(scenario: &Scenario) -> Vec<u8> {
    let items = scenario.agenda.iter().map(|item| &item.title);
    let titles = scenario.elections.iter().map(|election| &election.title);
    let people = scenario.elections.iter().flat_map(|election| &election.candidates);
    let all: Vec<&Name> = items.chain(titles).chain(people.map(|candidate| &candidate.name)).collect();
    lines(all.into_iter()).into_bytes()
}

/// A line for each candidate, election by election. Nothing where none has a stroke order.
pub(super) fn stroke_orders(scenario: &Scenario) -> String {
    let people = scenario.elections.iter().flat_map(|election| &election.candidates);
    let orders = people.map(|candidate| candidate.stroke_order.as_ref().map_or("", StrokeOrder::as_str));
    let lines: Vec<&str> = orders.collect();
    if lines.iter().all(|line| line.is_empty()) { String::new() } else { lines.join("\n") }
}

/// Votes and strokes of each, then the further ballots that were entered.
fn candidates(out: &mut Writer, candidates: &[Candidate]) {
    out.varint(candidates.len() as u64);
    for candidate in candidates {
        out.varint(optional(candidate.votes));
        out.varint(candidate.strokes.map_or(0, Strokes::get).into());
    }
    let votes = |round: usize| candidates.iter().map(move |one| one.run_offs.get(round).copied().flatten());
    let entered = |round: &usize| votes(*round).any(|count| count.is_some());
    let rounds = (0..MAX_RUN_OFFS).rev().find(entered).map_or(0, |last| last + 1);
    out.varint(rounds as u64);
    (0..rounds).flat_map(votes).for_each(|count| out.varint(optional(count)));
}

fn counted<T>(all: &[T], mut one: impl FnMut(&mut Writer, &T)) -> Vec<u8> {
    if all.is_empty() {
        return Vec::new();
    }
    written(|out| {
        out.varint(all.len() as u64);
        all.iter().for_each(|value| one(out, value));
    })
}

fn optional(count: Option<Count>) -> u64 {
    count.map_or(0, |count| u64::from(count.get()) + 1)
}

/// The row of a sitting, from 1; 0 for none.
fn sitting(scenario: &Scenario, id: Option<SittingId>) -> u64 {
    row(scenario.sittings.iter().position(|sitting| Some(sitting.id) == id))
}

fn row(place: Option<usize>) -> u64 {
    place.map_or(0, |place| place as u64 + 1)
}
