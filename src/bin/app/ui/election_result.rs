//! What comes of an election, in sentences: what is still to enter, what does not add up, who is elected and in which order, what
//! is tied, what may be done about seats that nobody won.

use super::election_card::field_id;
use super::explained::explained;
use super::findings::findings;
use super::rules::source;
use super::words::{Words, use_words};
use delegate_roster::num::Seats;
use delegate_roster::scenario::{
    Assembly, Counted, Election, ElectionReport, Figure, Outcome, Place, Report,
};
use delegate_roster::text::{self, Key, Msg, VotingMsg, VotingWord};
use delegate_roster::threshold::Profile;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    /// The place of the election.
    pub at: usize,
}

#[component]
pub fn ElectionResult(props: &Props) -> Html {
    let words = use_words();
    let scenario = &props.report.scenario;
    let found = scenario.elections.get(props.at).zip(props.report.elections.get(props.at));
    html! {
        <div class="ballot-result" role="status">
            if let Some((election, result)) = found {
                { outcome(words, &props.report.rules, election, result) }
                { findings(words, &props.report, |place| match place {
                    Place::Election(id, field) if id == election.id => Some(field_id(id, field)),
                    _ => None,
                }) }
            }
        </div>
    }
}

fn say(words: Words, msg: VotingMsg<'_>) -> AttrValue {
    words.say(&Msg::Voting(msg))
}

fn outcome(words: Words, rules: &Profile, election: &Election, result: &ElectionReport) -> Html {
    match &result.outcome {
        Outcome::Open(gaps) => {
            let gaps: Vec<String> =
                gaps.iter().map(|gap| say(words, VotingMsg::Gap(*gap)).to_string()).collect();
            let gaps = gaps.join(words.key(Key::ListComma).as_str());
            html! { <p class="hint">{ say(words, VotingMsg::Word(VotingWord::StillToEnter)) }{ words.key(Key::Colon) }{ gaps }</p> }
        }
        Outcome::NoRule => html! { <p>{ words.key(Key::NoRuleStated) }</p> },
        Outcome::Void { issued, returned } => html! {
            <div>
                <p class="trouble">{ words.say(&Msg::BallotVoid(*issued, *returned)) }</p>
                { rules.ballot.over_returned_voids.map(|citation| source(words, Some(citation))) }
            </div>
        },
        Outcome::Contradictory => {
            html! { <p class="trouble">{ say(words, VotingMsg::Word(VotingWord::Contradictory)) }</p> }
        }
        Outcome::NoQuorum => {
            html! { <p class="trouble">{ say(words, VotingMsg::Word(VotingWord::NoQuorum)) }</p> }
        }
        Outcome::Undecided(obstacle) => {
            html! { <p class="trouble">{ words.say(&Msg::BallotUndecided(*obstacle)) }</p> }
        }
        Outcome::Counted(counted) => self::counted(words, rules, election, counted),
    }
}

fn counted(words: Words, rules: &Profile, election: &Election, counted: &Counted) -> Html {
    let comma = words.key(Key::ListComma);
    let name = |row: &usize| {
        let candidate = election.candidates.get(*row);
        let name = candidate.map_or("", |one| one.name.as_str());
        match candidate.and_then(|one| one.votes) {
            Some(votes) => {
                let (open, close) = (words.key(Key::BracketOpen), words.key(Key::BracketClose));
                format!("{name}{open}{}{close}", votes.get())
            }
            None => name.to_owned(),
        }
    };
    let line = |label: Html, rows: &[usize]| {
        html! {
            if !rows.is_empty() {
                <p><strong>{ label }{ words.key(Key::Colon) }</strong><bdi>{ rows.iter().map(name).collect::<Vec<_>>().join(comma.as_str()) }</bdi></p>
            }
        }
    };
    let elected = VotingMsg::ElectedCount(counted.elected.len(), election.seats.get());
    let order = rules.orders.iter().find(|row| row.office == election.office);
    html! {
        <div>
            <p class="sentence">{ explained(&Figure::Votes(Assembly::Election(election.id), None, 0), words.say(&Msg::VotesNeeded(counted.needed))) }</p>
            { line(explained(&Figure::Elected(election.id), say(words, elected)), &counted.elected) }
            if counted.elected.is_empty() { <p class="sentence">{ explained(&Figure::Elected(election.id), say(words, elected)) }</p> }
            if let Some(tie) = counted.open_tie() {
                { line(html! { { say(words, VotingMsg::Word(VotingWord::Tied)) } }, &tie.candidates) }
                <p class="trouble">{ explained(&Figure::Open(election.id), words.say(&Msg::RunOff(tie.candidates.len(), tie.open.get()))) }</p>
                if let Some(tie) = rules.tie {
                    <p>{ say(words, VotingMsg::TieBroken(tie.value)) }</p>
                    { source(words, Some(tie.citation)) }
                } else {
                    <p class="hint">{ say(words, VotingMsg::Word(VotingWord::NoTieRule)) }</p>
                }
            }
            if counted.unfilled > Seats::ZERO {
                <p class="trouble">{ explained(&Figure::NotFilled(election.id), words.say(&Msg::Shortfall(counted.unfilled.get()))) }</p>
                if rules.remedies.is_empty() {
                    <p class="hint">{ say(words, VotingMsg::Word(VotingWord::NoRemedy)) }</p>
                } else {
                    <p>{ say(words, VotingMsg::Word(VotingWord::RemediesAre)) }</p>
                    <ul class="remedies">{ for rules.remedies.iter().map(|remedy| html! { <li>{ words.say(&Msg::Remedy(remedy.value)) }{ source(words, Some(remedy.citation)) }</li> }) }</ul>
                }
            }
            { line(html! { { words.key(Key::NotElected) } }, &counted.not_elected) }
            if !counted.list.is_empty() {
                <div class="elected-list">
                    <p><strong>{ say(words, VotingMsg::Word(VotingWord::List)) }{ words.key(Key::Colon) }</strong>
                        { counted.order.map_or_else(|| say(words, VotingMsg::Word(VotingWord::NoOrder)), |order| say(words, VotingMsg::Order(order))) }</p>
                    { list(words, election, counted) }
                    { order.map(|row| source(words, Some(row.citation))) }
                    if counted.finer.is_some() {
                        <p>{ say(words, VotingMsg::Word(VotingWord::FinerOrder)) }</p>
                        { source(words, counted.finer) }
                    }
                </div>
            }
        </div>
    }
}

/// The places of the list, counted; those whose order is open share one.
fn list(words: Words, election: &Election, counted: &Counted) -> Html {
    let name = |row: &usize| election.candidates.get(*row).map_or("", |one| one.name.as_str()).to_owned();
    let mut place = 1;
    html! {
        <ol class="list-places">
            { for counted.list.iter().map(|shared| {
                let first = place;
                place += shared.candidates.len();
                let names: Vec<String> = shared.candidates.iter().map(name).collect();
                let numbers = if shared.candidates.len() > 1 { format!("{first}–{}", place - 1) } else { first.to_string() };
                html! {
                    <li class={classes!(shared.unsettled.map(|_| "unsettled"))}>
                        <span class="place-number">{ numbers }</span>
                        <bdi>{ match shared.unsettled {
                            Some(why) => say(words, VotingMsg::Unsettled(why, &names)),
                            None => AttrValue::from(text::list(words.0, &names)),
                        } }</bdi>
                    </li>
                }
            }) }
        </ol>
    }
}
