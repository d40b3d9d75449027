//! Agendas and elections for property tests: any that the types allow; identities and references are put in later.

use super::{count, name, seats};
use crate::limits::{MAX_STROKES, MAX_WEIGHT};
use crate::num::{Count, Seats, Weight};
use crate::scenario::{
    Action, AgendaAction, AgendaEdit, AgendaId, AgendaItem, BallotPapers, Candidate, CandidateDraft,
    CandidateEdit, DECISIONS, Election, ElectionAction, ElectionEdit, ElectionId, Needs, OFFICES, Paper,
    SittingId, StrokeOrder, Strokes, Vote,
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
    (name(), votes(), strokes, stroke_order(), run_offs).prop_map(
        |(name, votes, strokes, stroke_order, run_offs)| Candidate {
            name,
            votes,
            strokes,
            stroke_order,
            run_offs,
        },
    )
}

/// None, short ones that begin alike, or as long as may be.
fn stroke_order() -> impl Strategy<Value = Option<StrokeOrder>> {
    let text = prop_oneof![3 => Just(String::new()), 3 => "[12]{1,3}( [1-5]{1,2}){0,2}", 1 => "[1-5]{64}( [1-5]{64}){0,3}"];
    text.prop_map(|text| StrokeOrder::parse(&text).unwrap())
}

pub(in crate::scenario) fn item() -> impl Strategy<Value = AgendaItem> {
    let votes = || option::of(count());
    let vote = (select(&DECISIONS), votes(), votes(), votes(), option::of(area())).prop_map(
        |(decision, favour, against, abstaining, area)| Vote { decision, favour, against, abstaining, area },
    );
    let needs = prop_oneof![Just(Needs::Hearing), Just(Needs::Election(None)), vote.prop_map(Needs::Vote)];
    (name(), needs).prop_map(|(title, needs)| AgendaItem { title, needs, ..AgendaItem::blank(AgendaId(0)) })
}

fn area() -> impl Strategy<Value = Weight> {
    prop_oneof![0..100_000u64, 0..=MAX_WEIGHT].prop_map(|area| Weight::new(area).unwrap())
}

/// An action on the agenda or the elections of the example or of what became of it: many name what is not there.
pub(crate) fn action() -> impl Strategy<Value = Action> {
    let id = || 44..64u32;
    let sitting = || option::of(id().prop_map(SittingId));
    let some = || option::of((0..500u16).prop_map(Count::from));
    let needs = prop_oneof![
        Just(Needs::Hearing),
        select(&DECISIONS).prop_map(|decision| Needs::Vote(Vote::uncounted(decision))),
        option::of(id().prop_map(ElectionId)).prop_map(Needs::Election),
    ];
    let on_item = prop_oneof![
        name().prop_map(AgendaEdit::Title),
        sitting().prop_map(AgendaEdit::Sitting),
        needs.prop_map(AgendaEdit::Needs),
        some().prop_map(AgendaEdit::Favour),
        some().prop_map(AgendaEdit::Against),
        some().prop_map(AgendaEdit::Abstaining),
        option::of(area()).prop_map(AgendaEdit::Area),
    ];
    let person = prop_oneof![
        name().prop_map(CandidateEdit::Name),
        some().prop_map(CandidateEdit::Votes),
        option::of((1..=MAX_STROKES).prop_map(|n| Strokes::new(n).unwrap())).prop_map(CandidateEdit::Strokes),
        stroke_order().prop_map(CandidateEdit::StrokeOrder),
        (0..5usize, some()).prop_map(|(round, votes)| CandidateEdit::RunOff(round, votes)),
    ];
    let draft = candidate().prop_map(|one| CandidateDraft {
        name: Some(one.name),
        votes: Some(one.votes),
        strokes: Some(one.strokes),
        stroke_order: Some(one.stroke_order),
    });
    let on_election = prop_oneof![
        name().prop_map(ElectionEdit::Title),
        select(&OFFICES).prop_map(ElectionEdit::Office),
        sitting().prop_map(ElectionEdit::Sitting),
        (0..6u16).prop_map(|n| ElectionEdit::Seats(Seats::from(n))),
        (select(&Paper::ALL), some()).prop_map(|(paper, count)| ElectionEdit::Paper(paper, count)),
        (0..6usize, person).prop_map(|(row, change)| ElectionEdit::Candidate(row, change)),
        (0..6usize, vec(draft, 0..4)).prop_map(|(at, rows)| ElectionEdit::Candidates { at, rows }),
        (0..6usize, 0..6usize).prop_map(|(from, to)| ElectionEdit::MoveCandidate(from, to)),
        (0..6usize).prop_map(ElectionEdit::RemoveCandidate),
    ];
    let agenda = prop_oneof![
        1 => name().prop_map(AgendaAction::Add),
        4 => (id(), on_item).prop_map(|(id, change)| AgendaAction::Edit(AgendaId(id), change)),
        1 => (id(), 0..9usize).prop_map(|(id, to)| AgendaAction::Move(AgendaId(id), to)),
        1 => id().prop_map(|id| AgendaAction::Remove(AgendaId(id))),
    ];
    let elections = prop_oneof![
        1 => (name(), select(&OFFICES)).prop_map(|(title, office)| ElectionAction::Add(title, office)),
        6 => (id(), on_election).prop_map(|(id, change)| ElectionAction::Edit(ElectionId(id), change)),
        1 => (id(), 0..9usize).prop_map(|(id, to)| ElectionAction::Move(ElectionId(id), to)),
        1 => id().prop_map(|id| ElectionAction::Remove(ElectionId(id))),
    ];
    prop_oneof![
        4 => agenda.prop_map(Action::Agenda),
        6 => elections.prop_map(Action::Election),
        1 => name().prop_map(Action::AddSitting),
        1 => id().prop_map(|id| Action::RemoveSitting(SittingId(id))),
    ]
}
