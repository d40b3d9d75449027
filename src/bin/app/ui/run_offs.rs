//! The further ballots among candidates who are tied for the last seats: one field for each of them.

use super::candidates::to_count;
use super::election_card::{field_id, kept_as};
use super::number_field::NumberField;
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::limits::{MAX_COUNT, MAX_RUN_OFFS};
use delegate_roster::scenario::{
    Action, CandidateEdit, CandidateKeys, Counted, Election, ElectionAction, ElectionEdit, ElectionField,
    Outcome, Report, RunOffResult,
};
use delegate_roster::text::{Key, Msg, VotingMsg, VotingWord, list};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    /// The place of the election.
    pub at: usize,
    pub keys: Rc<CandidateKeys>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn RunOffs(props: &Props) -> Html {
    let words = use_words();
    let found = props.report.scenario.elections.get(props.at).zip(props.report.elections.get(props.at));
    let Some((election, Outcome::Counted(counted))) =
        found.map(|(election, result)| (election, &result.outcome))
    else {
        return html! { <div></div> };
    };
    html! {
        <div class="run-offs">
            { for (0..MAX_RUN_OFFS).map(|round| ballot(words, props, election, counted, round)) }
            if counted.run_offs.len() > MAX_RUN_OFFS {
                <p class="trouble">{ words.say(&Msg::Voting(VotingMsg::Word(VotingWord::NoFurtherBallot))) }</p>
            }
        </div>
    }
}

/// One further ballot: those tied, and whoever has votes in it without standing in it.
fn ballot(words: Words, props: &Props, election: &Election, counted: &Counted, round: usize) -> Html {
    let run_off = counted.run_offs.get(round);
    let tied = run_off.map_or(&[][..], |run_off| &run_off.tie.candidates);
    let votes = |row: &usize| {
        let candidate = election.candidates.get(*row);
        candidate.and_then(|one| one.run_offs.get(round).copied().flatten()).map(|n| u64::from(n.get()))
    };
    let others = (0..election.candidates.len()).filter(|row| !tied.contains(row) && votes(row).is_some());
    let rows: Vec<usize> = tied.iter().copied().chain(others).collect();
    if rows.is_empty() {
        return html! {};
    }
    let id = election.id;
    let edit = move |row: usize, votes: Option<u64>| {
        let change = ElectionEdit::Candidate(row, CandidateEdit::RunOff(round, votes.and_then(to_count)));
        Intent::Do(Action::Election(ElectionAction::Edit(id, change)))
    };
    let legend = match run_off {
        Some(run_off) => words.say(&Msg::Voting(VotingMsg::RunOff {
            ballot: round + 1,
            tied: tied.len(),
            open: run_off.tie.open.get(),
        })),
        None => words.say(&Msg::Voting(VotingMsg::FurtherBallot(round + 1))),
    };
    let name = |row: &usize| {
        let name = election.candidates.get(*row).map(|one| one.name.clone()).unwrap_or_default();
        match name.is_empty() {
            true => words.say(&Msg::Voting(VotingMsg::CandidateNumber(row + 1))),
            false => AttrValue::from(name.shared()),
        }
    };
    let winners = match run_off.map(|run_off| &run_off.result) {
        Some(RunOffResult::Elected(winners)) => winners.as_slice(),
        _ => &[],
    };
    let winners: Vec<String> = winners.iter().map(|row| name(row).to_string()).collect();
    html! {
        <fieldset class="run-off">
            <legend>{ legend }</legend>
            <div class="run-off-fields">
                { for rows.iter().map(|row| {
                    let at = *row;
                    let field = ElectionField::RunOff(round, at);
                    html! {
                        <NumberField key={props.keys.of(id, at)} id={field_id(id, field)} kept_as={kept_as(&props.keys, id, field)} label={name(row)} value={votes(row)}
                            limit={u64::from(MAX_COUNT)} on_commit={props.dispatch.reform(move |n| edit(at, Some(n)))}
                            on_clear={Some(props.dispatch.reform(move |()| edit(at, None)))} />
                    }
                }) }
            </div>
            if !winners.is_empty() {
                <p><strong>{ words.key(Key::ElectedLong) }{ words.key(Key::Colon) }</strong><bdi>{ list(words.0, &winners) }</bdi></p>
            }
        </fieldset>
    }
}
