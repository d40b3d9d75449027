//! Agendas and elections for property tests: any that the types allow; identities and references are put in later.

use super::{count, name, seats};
use crate::limits::MAX_STROKES;
use crate::num::Seats;
use crate::scenario::{
    AgendaId, AgendaItem, BallotPapers, Candidate, DECISIONS, Election, ElectionId, Needs, OFFICES, Paper,
    Strokes, Vote,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(in crate::scenario) fn election() -> impl Strategy<Value = Election> {
    let seats = prop_oneof![(0..6u16).prop_map(Seats::from), seats()];
    let papers = proptest::array::uniform5(option::of(count()));
    (name(), select(&OFFICES), seats, papers, vec(candidate(), 0..6)).prop_map(
        |(title, office, seats, counts, candidates)| {
            let mut papers = BallotPapers::default();
            Paper::ALL.into_iter().zip(counts).for_each(|(paper, count)| papers.set(paper, count));
            Election { title, seats, papers, candidates, ..Election::blank(ElectionId(0), office) }
        },
    )
}

pub(crate) fn candidate() -> impl Strategy<Value = Candidate> {
    let votes = || option::of(count());
    let strokes = option::of((1..=MAX_STROKES).prop_map(|n| Strokes::new(n).unwrap()));
    let run_offs =
        [option::weighted(0.3, count()), option::weighted(0.2, count()), option::weighted(0.1, count())];
    (name(), votes(), strokes, run_offs).prop_map(|(name, votes, strokes, run_offs)| Candidate {
        name,
        votes,
        strokes,
        run_offs,
    })
}

pub(in crate::scenario) fn item() -> impl Strategy<Value = AgendaItem> {
    let votes = || option::of(count());
    let vote = (select(&DECISIONS), votes(), votes(), votes())
        .prop_map(|(decision, favour, against, abstaining)| Vote { decision, favour, against, abstaining });
    let needs = prop_oneof![Just(Needs::Hearing), Just(Needs::Election(None)), vote.prop_map(Needs::Vote)];
    (name(), needs).prop_map(|(title, needs)| AgendaItem { title, needs, ..AgendaItem::blank(AgendaId(0)) })
}
