//! The candidates of an election as a small table: typed, pasted from a spreadsheet, moved and removed; each with how
//! it stands.

mod pasted;

use self::pasted::{Pasted, Took};
use super::cell_field::{CellField, Held, Toward};
use super::election_card::{field_id, kept_as};
use super::words::{Words, use_words};
use crate::effects::announce;
use crate::effects::heirs::use_heirs;
use crate::store::Intent;
use delegate_roster::exchange::{CandidateColumn, candidates};
use delegate_roster::limits::{MAX_CANDIDATES, MAX_COUNT, MAX_STROKES};
use delegate_roster::num::Count;
use delegate_roster::scenario::{
    Action, Candidate, CandidateDraft, CandidateEdit, CandidateKeys, Election, ElectionAction, ElectionEdit,
    ElectionField, ElectionId, Outcome, Report, Strokes, apply,
};
use delegate_roster::text::{Msg, VotingMsg, VotingWord};
use std::collections::BTreeSet;
use std::rc::Rc;
use web_sys::KeyboardEvent;
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
pub fn Candidates(props: &Props) -> Html {
    let words = use_words();
    // Rows that were pasted and cannot all be read: kept as they are until they can.
    let pasted = use_state_eq(String::new);
    let took = use_state(|| None::<Took>);
    // A row that is moved loses the focus on its way; the hand stays where it is.
    let focused = announce::focused().unwrap_or_default();
    use_heirs(&[(&focused, &[&focused])]);
    let Some(election) = props.report.scenario.elections.get(props.at) else { return html! { <div></div> } };
    let id = election.id;
    let act = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |change: ElectionEdit| {
            dispatch.emit(Intent::Do(Action::Election(ElectionAction::Edit(id, change))));
        })
    };
    let end = election.candidates.len();
    let add = {
        let act = act.clone();
        Callback::from(move |()| {
            act.emit(ElectionEdit::Candidates { at: end, rows: vec![CandidateDraft::default()] });
            announce::focus_soon(field_id(id, ElectionField::Name(end)));
        })
    };
    let put = {
        let (dispatch, pasted, took) = (props.dispatch.clone(), pasted.clone(), took.setter());
        let scenario = props.report.scenario.clone();
        Callback::from(move |(at, column, text): (usize, CandidateColumn, String)| {
            match candidates(&text, column, MAX_CANDIDATES.saturating_sub(at)) {
                Ok(read) => {
                    let rows = ElectionEdit::Candidates { at, rows: read.rows.clone() };
                    let action = Action::Election(ElectionAction::Edit(id, rows));
                    took.set(Took::of(read, apply(&scenario, &action)));
                    pasted.set(String::new());
                    dispatch.emit(Intent::Do(action));
                }
                Err(_) => {
                    pasted.set(text);
                    announce::focus_soon(format!("election-{}-rows", id.0));
                }
            }
        })
    };
    let title = format!("election-{}-candidates-title", id.0);
    let heading = |word: VotingWord, class: &'static str| {
        html! { <th scope="col" {class}>{ words.say(&Msg::Voting(VotingMsg::Word(word))) }</th> }
    };
    html! {
        <div class="candidates">
            <h4 id={title.clone()}>{ say(words, VotingWord::Candidates) }</h4>
            <div class="table-scroll" role="group" aria-labelledby={title} tabindex="0" hidden={end == 0}>
                <table class="plain-table">
                    <thead><tr>
                        { heading(VotingWord::Name, "col-name") }
                        { heading(VotingWord::Votes, "col-count") }
                        { heading(VotingWord::Strokes, "col-count") }
                        { heading(VotingWord::StrokeOrder, "col-order") }
                        { heading(VotingWord::Result, "col-standing") }
                        <th scope="col"><span class="visually-hidden">{ say(words, VotingWord::Remove) }</span></th>
                    </tr></thead>
                    <tbody>
                        { for election.candidates.iter().enumerate().map(|(row, candidate)| {
                            let outcome = props.report.elections.get(props.at).map(|result| &result.outcome);
                            line(words, &Line { election, row, candidate, outcome, keys: &props.keys, act: &act, put: &put, add: &add })
                        }) }
                    </tbody>
                </table>
            </div>
            <div class="candidate-tools">
                <button type="button" id={field_id(id, ElectionField::Candidates)} disabled={end >= MAX_CANDIDATES}
                    onclick={add.reform(|_: MouseEvent| ())}>{ say(words, VotingWord::AddCandidate) }</button>
            </div>
            if end > 0 { <p class="hint">{ say(words, VotingWord::StrokesHint) }</p> }
            if wants_order(&election.candidates) { <p class="hint">{ say(words, VotingWord::StrokeOrderHint) }</p> }
            <div class="candidates-took" role="status">
                if let Some(took) = took.as_ref().filter(|took| took.holds(&props.report.scenario)) {
                    { took.told(words, id, &props.dispatch) }
                }
            </div>
            <Pasted {id} {end} {pasted} {put} />
        </div>
    }
}

fn say(words: Words, word: VotingWord) -> AttrValue {
    words.say(&Msg::Voting(VotingMsg::Word(word)))
}

/// Whether strokes alone may not tell the candidates apart.
fn wants_order(candidates: &[Candidate]) -> bool {
    let mut strokes = BTreeSet::new();
    let mut counts = candidates.iter().filter_map(|one| one.strokes);
    counts.any(|count| !strokes.insert(count)) || candidates.iter().any(|one| one.stroke_order.is_some())
}

/// What a row of the table is made of.
struct Line<'a> {
    election: &'a Election,
    row: usize,
    candidate: &'a Candidate,
    outcome: Option<&'a Outcome>,
    keys: &'a CandidateKeys,
    act: &'a Callback<ElectionEdit>,
    put: &'a Callback<(usize, CandidateColumn, String)>,
    add: &'a Callback<()>,
}

/// The place of a cell.
const fn place(row: usize, column: CandidateColumn) -> ElectionField {
    match column {
        CandidateColumn::Name => ElectionField::Name(row),
        CandidateColumn::Votes => ElectionField::Votes(row),
        CandidateColumn::Strokes => ElectionField::Strokes(row),
        CandidateColumn::StrokeOrder => ElectionField::StrokeOrder(row),
    }
}

/// The identity of a cell.
fn cell(id: ElectionId, row: usize, column: CandidateColumn) -> String {
    field_id(id, place(row, column))
}

fn line(words: Words, line: &Line<'_>) -> Html {
    let (id, row, count) = (line.election.id, line.row, line.election.candidates.len());
    let name = match line.candidate.name.is_empty() {
        true => words.say(&Msg::Voting(VotingMsg::CandidateNumber(row + 1))),
        false => line.candidate.name.shared().into(),
    };
    let label = |word| words.say(&Msg::Voting(VotingMsg::Of(word, &name)));
    let field = |column: CandidateColumn, word: VotingWord, held: Held, change: fn(Held) -> CandidateEdit| {
        let commit = line.act.reform(move |held| ElectionEdit::Candidate(row, change(held)));
        let leave = {
            let add = line.add.clone();
            Callback::from(move |toward| match toward {
                Toward::Above if row > 0 => announce::focus_soon(cell(id, row - 1, column)),
                Toward::Below | Toward::Next if row + 1 < count => {
                    announce::focus_soon(cell(id, row + 1, column))
                }
                // Enter in the last row begins another.
                Toward::Next if count < MAX_CANDIDATES => add.emit(()),
                _ => {}
            })
        };
        let paste = line.put.reform(move |text| (row, column, text));
        html! {
            <CellField id={cell(id, row, column)} kept_as={kept_as(line.keys, id, place(row, column))} label={label(word)} {held} on_commit={commit} on_leave={leave} on_paste={paste} />
        }
    };
    let votes = Held::Number(line.candidate.votes.map(|n| n.get().into()), 0..=MAX_COUNT.into());
    let strokes = Held::Number(line.candidate.strokes.map(|n| n.get().into()), 1..=MAX_STROKES.into());
    let order = Held::StrokeOrder(line.candidate.stroke_order.clone());
    let standing = match line.outcome {
        Some(Outcome::Counted(counted)) => counted.standing(row),
        _ => None,
    };
    let remove = line.act.reform(move |_: MouseEvent| {
        announce::focus_soon(field_id(id, ElectionField::Candidates));
        ElectionEdit::RemoveCandidate(row)
    });
    let onkeydown = {
        let act = line.act.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowUp" if event.alt_key() && row > 0 => row - 1,
                "ArrowDown" if event.alt_key() && row + 1 < count => row + 1,
                _ => return,
            };
            event.prevent_default();
            act.emit(ElectionEdit::MoveCandidate(row, to));
            announce::focus_soon(cell(id, to, CandidateColumn::Name));
        })
    };
    html! {
        <tr key={line.keys.of(id, row)} {onkeydown}>
            <td class="col-name">{ field(CandidateColumn::Name, VotingWord::Name, Held::Name(line.candidate.name.clone()), to_name) }</td>
            <td class="col-count">{ field(CandidateColumn::Votes, VotingWord::Votes, votes, to_votes) }</td>
            <td class="col-count">{ field(CandidateColumn::Strokes, VotingWord::Strokes, strokes, to_strokes) }</td>
            <td class="col-order">{ field(CandidateColumn::StrokeOrder, VotingWord::StrokeOrder, order, to_order) }</td>
            <td class="col-standing standing">{ standing.map(|how| words.say(&Msg::Voting(VotingMsg::Standing(how)))) }</td>
            <td><button type="button" class="quiet" aria-label={label(VotingWord::Remove)} onclick={remove}>{ "×" }</button></td>
        </tr>
    }
}

fn to_name(held: Held) -> CandidateEdit {
    match held {
        Held::Name(name) => CandidateEdit::Name(name),
        Held::Number(..) | Held::StrokeOrder(_) => CandidateEdit::Name(Default::default()),
    }
}

pub fn to_count(number: u64) -> Option<Count> {
    u32::try_from(number).ok().and_then(Count::new)
}

fn to_votes(held: Held) -> CandidateEdit {
    match held {
        Held::Number(number, _) => CandidateEdit::Votes(number.and_then(to_count)),
        Held::Name(_) | Held::StrokeOrder(_) => CandidateEdit::Votes(None),
    }
}

fn to_strokes(held: Held) -> CandidateEdit {
    let strokes = match held {
        Held::Number(number, _) => number.and_then(|n| u8::try_from(n).ok()).and_then(Strokes::new),
        Held::Name(_) | Held::StrokeOrder(_) => None,
    };
    CandidateEdit::Strokes(strokes)
}

fn to_order(held: Held) -> CandidateEdit {
    match held {
        Held::StrokeOrder(order) => CandidateEdit::StrokeOrder(order),
        Held::Name(_) | Held::Number(..) => CandidateEdit::StrokeOrder(None),
    }
}
