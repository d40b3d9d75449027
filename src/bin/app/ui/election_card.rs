//! One election: its office, sitting, seats and ballot papers, its candidates, and what comes of it.

use super::candidates::{Candidates, to_count};
use super::election_result::ElectionResult;
use super::explained::explained;
use super::fields::{Choice, TextField};
use super::number_field::NumberField;
use super::rules::{majority_sentences, quorum_sentences, source};
use super::run_offs::RunOffs;
use super::sitting_card;
use super::words::{Words, use_words};
use crate::effects::announce;
use crate::effects::heirs;
use crate::store::Intent;
use delegate_roster::limits::{MAX_COUNT, MAX_SEATS};
use delegate_roster::num::Seats;
use delegate_roster::scenario::{
    Action, Assembly, CandidateKeys, Deciding, Election, ElectionAction, ElectionEdit, ElectionField,
    ElectionId, ElectionReport, Figure, OFFICES, Paper, Report, Scenario, SittingId,
};
use delegate_roster::text::{Key, Msg, VotingMsg, VotingWord};
use delegate_roster::threshold::{Decision, Profile};
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    /// Its place among the elections.
    pub at: usize,
    pub keys: Rc<CandidateKeys>,
    pub dispatch: Callback<Intent>,
}

/// The identity of a field, for labels and for those whom a problem leads to it.
pub fn field_id(id: ElectionId, field: ElectionField) -> String {
    let id = id.0;
    match field {
        ElectionField::Title => format!("election-{id}-title"),
        ElectionField::Sitting => format!("election-{id}-sitting"),
        ElectionField::Seats => format!("election-{id}-seats"),
        ElectionField::Paper(paper) => format!("election-{id}-paper-{}", paper as usize),
        ElectionField::Candidates => format!("election-{id}-add"),
        ElectionField::Name(row) => format!("election-{id}-name-{row}"),
        ElectionField::Votes(row) => format!("election-{id}-votes-{row}"),
        ElectionField::Strokes(row) => format!("election-{id}-strokes-{row}"),
        ElectionField::StrokeOrder(row) => format!("election-{id}-stroke-order-{row}"),
        ElectionField::RunOff(round, row) => format!("election-{id}-run-off-{round}-{row}"),
    }
}

/// What a text is kept under that a field of a candidate refused: the field's own identity is that of its row.
pub fn kept_as(keys: &CandidateKeys, id: ElectionId, field: ElectionField) -> Option<AttrValue> {
    let of = |column: &str, row: usize| format!("election-{}-{column}-of-{}", id.0, keys.of(id, row));
    Some(AttrValue::from(match field {
        ElectionField::Name(row) => of("name", row),
        ElectionField::Votes(row) => of("votes", row),
        ElectionField::Strokes(row) => of("strokes", row),
        ElectionField::StrokeOrder(row) => of("stroke-order", row),
        ElectionField::RunOff(round, row) => of(&format!("run-off-{round}"), row),
        _ => return None,
    }))
}

/// The title of an election, or its row where it has none.
pub fn name(words: Words, scenario: &Scenario, id: ElectionId) -> AttrValue {
    let found = scenario.elections.iter().enumerate().find(|(_, election)| election.id == id);
    match found {
        Some((_, election)) if !election.title.is_empty() => election.title.shared().into(),
        Some((at, _)) => words.say(&Msg::Voting(VotingMsg::ElectionNumber(at + 1))),
        None => AttrValue::Static(""),
    }
}

/// The choice of a sitting; the first option is the one that is shown.
pub fn sitting_choice(
    words: Words,
    scenario: &Scenario,
    id: String,
    chosen: Option<SittingId>,
    on_choose: Callback<Option<SittingId>>,
) -> Html {
    let ids: Vec<SittingId> = scenario.sittings.iter().map(|sitting| sitting.id).collect();
    let sittings = scenario.sittings.iter().enumerate();
    let titles: Vec<AttrValue> =
        sittings.map(|(at, sitting)| sitting_card::title(words, sitting, at)).collect();
    // On paper the choice is all that says which one it is.
    let at = ids.iter().position(|one| *one == scenario.shown);
    let now = at.and_then(|at| titles.get(at)).map_or("", |title| title.as_str());
    let shown = words.say(&Msg::Voting(VotingMsg::Word(VotingWord::SittingShown)));
    let shown = AttrValue::from([&*shown, words.key(Key::Colon).as_str(), now].concat());
    let place = chosen.and_then(|id| ids.iter().position(|one| *one == id)).map_or(0, |at| at + 1);
    html! {
        <Choice {id} label={words.say(&Msg::Voting(VotingMsg::Word(VotingWord::Sitting)))}
            options={std::iter::once(shown).chain(titles).collect::<Vec<_>>()} chosen={Some(place)}
            on_choose={on_choose.reform(move |at: usize| at.checked_sub(1).and_then(|at| ids.get(at).copied()))} />
    }
}

/// The identity of a button that moves an election.
fn mover(id: ElectionId, way: &str) -> String {
    format!("election-{}-{way}", id.0)
}

#[component]
pub fn ElectionCard(props: &Props) -> Html {
    let words = use_words();
    let scenario = &props.report.scenario;
    let found = scenario.elections.get(props.at).zip(props.report.elections.get(props.at));
    let Some((election, result)) = found else { return html! { <li></li> } };
    let id = election.id;
    let heading = format!("election-{}-heading", id.0);
    let onkeydown = {
        let (dispatch, at, count) = (props.dispatch.clone(), props.at, scenario.elections.len());
        Callback::from(move |event: KeyboardEvent| {
            // Inside the table of candidates the same keys move candidates.
            if event.default_prevented() || !event.alt_key() || heirs::has_own_arrows(&event) {
                return;
            }
            let to = match event.key().as_str() {
                "ArrowUp" if at > 0 => at - 1,
                "ArrowDown" if at + 1 < count => at + 1,
                _ => return,
            };
            event.prevent_default();
            shift(&dispatch, id, to);
        })
    };
    html! {
        <li class="election" aria-labelledby={heading.clone()} {onkeydown}>
            { head(words, props, id, heading) }
            <div class="sitting-fields">
                <TextField id={field_id(id, ElectionField::Title)} label={say(words, VotingWord::Title)} value={election.title.clone()}
                    on_commit={edits(props, id, ElectionEdit::Title)} />
                <Choice id={format!("election-{}-office", id.0)} label={words.key(Key::OfficeLabel)}
                    options={OFFICES.map(|office| words.say(&Msg::Office(office))).to_vec()}
                    chosen={OFFICES.iter().position(|office| *office == election.office)}
                    on_choose={edits(props, id, |at: usize| ElectionEdit::Office(OFFICES.get(at).copied().unwrap_or(OFFICES[0])))} />
                { sitting_choice(words, scenario, field_id(id, ElectionField::Sitting), election.sitting,
                    edits(props, id, |sitting: Option<SittingId>| ElectionEdit::Sitting(sitting))) }
                <NumberField id={field_id(id, ElectionField::Seats)} label={words.key(Key::SeatsToFill)}
                    value={(election.seats > Seats::ZERO).then(|| u64::from(election.seats.get()))} limit={u64::from(MAX_SEATS)}
                    on_commit={edits(props, id, |n: u64| ElectionEdit::Seats(to_seats(n)))}
                    on_clear={Some(edits(props, id, |()| ElectionEdit::Seats(Seats::ZERO)))} />
            </div>
            { needed(words, &props.report.rules, election, result) }
            <fieldset class="papers">
                <legend>{ say(words, VotingWord::Papers) }</legend>
                { for Paper::ALL.iter().map(|paper| self::paper(words, props, election, *paper)) }
            </fieldset>
            <Candidates report={props.report.clone()} at={props.at} keys={props.keys.clone()} dispatch={&props.dispatch} />
            <RunOffs report={props.report.clone()} at={props.at} keys={props.keys.clone()} dispatch={&props.dispatch} />
            <ElectionResult report={props.report.clone()} at={props.at} />
        </li>
    }
}

fn say(words: Words, word: VotingWord) -> AttrValue {
    words.say(&Msg::Voting(VotingMsg::Word(word)))
}

pub fn to_seats(n: u64) -> Seats {
    u32::try_from(n).ok().and_then(Seats::new).unwrap_or(Seats::MAX)
}

/// A callback that changes this election.
fn edits<T: 'static>(
    props: &Props,
    id: ElectionId,
    edit: impl Fn(T) -> ElectionEdit + 'static,
) -> Callback<T> {
    props.dispatch.reform(move |value: T| Intent::Do(Action::Election(ElectionAction::Edit(id, edit(value)))))
}

/// Moves an election; the focus stays where it was.
fn shift(dispatch: &Callback<Intent>, id: ElectionId, to: usize) {
    heirs::keep(["up", "down"].map(|way| mover(id, way)));
    dispatch.emit(Intent::Do(Action::Election(ElectionAction::Move(id, to))));
}

fn head(words: Words, props: &Props, id: ElectionId, heading: String) -> Html {
    let (at, count) = (props.at, props.report.scenario.elections.len());
    let shifts = |to: usize| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| shift(&dispatch, id, to))
    };
    let remove = props.dispatch.reform(move |_: MouseEvent| {
        announce::focus_soon("add-election".to_owned());
        Intent::Do(Action::Election(ElectionAction::Remove(id)))
    });
    html! {
        <header class="sitting-head">
            <h3 id={heading}><bdi>{ name(words, &props.report.scenario, id) }</bdi></h3>
            <div class="buttons">
                <button type="button" class="quiet" id={mover(id, "up")} aria-label={say(words, VotingWord::MoveUp)}
                    title={say(words, VotingWord::MoveUp)} disabled={at == 0} onclick={shifts(at.saturating_sub(1))}>{ "↑" }</button>
                <button type="button" class="quiet" id={mover(id, "down")} aria-label={say(words, VotingWord::MoveDown)}
                    title={say(words, VotingWord::MoveDown)} disabled={at + 1 == count} onclick={shifts(at + 1)}>{ "↓" }</button>
                <button type="button" class="quiet" onclick={remove}>{ say(words, VotingWord::Remove) }</button>
            </div>
        </header>
    }
}

/// How many candidates the seats take, whether the sitting can elect, and the votes that elect.
fn needed(words: Words, rules: &Profile, election: &Election, result: &ElectionReport) -> Html {
    let differential = rules.differential(election.office);
    let deciding = Deciding::of(rules, Decision::Elect).or_else(|| Deciding::of(rules, Decision::Adopt));
    let seats = u64::from(election.seats.get());
    html! {
        <dl class="election-rules">
            <div>
                <dt>{ words.key(Key::CandidateNumbers) }</dt>
                <dd>
                    if let Some(row) = differential {
                        if let Some(band) = result.band { <p class="sentence">{ explained(&Figure::Candidates(election.office, election.seats), words.say(&Msg::Candidates(seats, band))) }</p> }
                        { source(words, Some(row.citation)) }
                    } else {
                        <p class="hint">{ say(words, VotingWord::NoBand) }</p>
                    }
                </dd>
            </div>
            <div>
                <dt>{ words.key(Key::Quorum) }</dt>
                <dd>{ quorum_sentences(words, &result.gate, Assembly::Election(result.id)) }</dd>
            </div>
            <div>
                <dt>{ words.key(Key::MajorityToElect) }</dt>
                <dd>{ majority_sentences(words, &result.gate, Assembly::Election(result.id)) }{ deciding.map(|deciding| source(words, Some(deciding.citation))) }</dd>
            </div>
        </dl>
    }
}

fn paper(words: Words, props: &Props, election: &Election, paper: Paper) -> Html {
    let id = election.id;
    html! {
        <NumberField id={field_id(id, ElectionField::Paper(paper))} label={words.say(&Msg::Voting(VotingMsg::Paper(paper)))}
            value={election.papers.get(paper).map(|n| u64::from(n.get()))} limit={u64::from(MAX_COUNT)}
            on_commit={edits(props, id, move |n: u64| ElectionEdit::Paper(paper, to_count(n)))}
            on_clear={Some(edits(props, id, move |()| ElectionEdit::Paper(paper, None)))} />
    }
}
