//! The agenda: its items in order, what each needs, and what the votes come to.

use super::candidates::to_count;
use super::election_card::{self, sitting_choice};
use super::explained::explained;
use super::fields::{Choice, TextField};
use super::findings::findings;
use super::number_field::NumberField;
use super::rules::{source, verdict_class, votes_sentence};
use super::words::{Words, use_words};
use crate::effects::announce;
use crate::effects::heirs;
use crate::store::Intent;
use delegate_roster::limits::{MAX_AGENDA, MAX_COUNT, MAX_WEIGHT};
use delegate_roster::num::{Count, Weight};
use delegate_roster::scenario::{
    Action, AgendaAction, AgendaEdit, AgendaField, AgendaId, AgendaItem, AgendaReport, Carried, DECISIONS,
    ElectionField, ElectionId, Figure, ItemOutcome, Name, Needs, Place, Report, Scenario, SittingId, Vote,
};
use delegate_roster::text::{Msg, VotingMsg, VotingWord};
use delegate_roster::threshold::Measure;
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The identity of a field, for labels and for those whom a problem leads to it.
pub fn field_id(id: AgendaId, field: AgendaField) -> String {
    let id = id.0;
    match field {
        AgendaField::Title => format!("agenda-{id}-title"),
        AgendaField::Sitting => format!("agenda-{id}-sitting"),
        AgendaField::Favour => format!("agenda-{id}-favour"),
        AgendaField::Area => format!("agenda-{id}-area"),
    }
}

/// The title of an item, or its row where it has none.
pub fn name(words: Words, scenario: &Scenario, id: AgendaId) -> AttrValue {
    match scenario.agenda.iter().enumerate().find(|(_, item)| item.id == id) {
        Some((_, item)) if !item.title.is_empty() => item.title.shared().into(),
        Some((at, _)) => words.say(&Msg::Voting(VotingMsg::ItemNumber(at + 1))),
        None => AttrValue::Static(""),
    }
}

fn say(words: Words, word: VotingWord) -> AttrValue {
    words.say(&Msg::Voting(VotingMsg::Word(word)))
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Agenda(props: &Props) -> Html {
    let words = use_words();
    let scenario = &props.report.scenario;
    let count = scenario.agenda.len();
    let add = {
        let (dispatch, next) = (props.dispatch.clone(), scenario.next(0).map(AgendaId));
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Intent::Do(Action::Agenda(AgendaAction::Add(Name::default()))));
            if let Some(next) = next {
                announce::focus_soon(field_id(next, AgendaField::Title));
            }
        })
    };
    html! {
        <section class="agenda" aria-labelledby="agenda-title">
            <h2 id="agenda-title">{ say(words, VotingWord::Agenda) }</h2>
            <p class="hint">{ say(words, if count == 0 { VotingWord::NoItems } else { VotingWord::AgendaHint }) }</p>
            <ol class="agenda-items">
                { for (0..count).map(|at| {
                    let id = scenario.agenda.get(at).map_or(0, |item| item.id.0);
                    html! { <Item key={id} report={props.report.clone()} {at} dispatch={&props.dispatch} /> }
                }) }
            </ol>
            <button type="button" id="add-item" onclick={add} disabled={count >= MAX_AGENDA}>{ say(words, VotingWord::AddItem) }</button>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    report: Rc<Report>,
    /// Its place on the agenda.
    at: usize,
    dispatch: Callback<Intent>,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let words = use_words();
    let scenario = &props.report.scenario;
    let found = scenario.agenda.get(props.at).zip(props.report.agenda.get(props.at));
    let Some((item, result)) = found else { return html! { <li></li> } };
    let (id, at, count) = (item.id, props.at, scenario.agenda.len());
    let shifts = |to: usize| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| shift(&dispatch, id, to))
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                _ if heirs::has_own_arrows(&event) => return,
                "ArrowUp" if event.alt_key() && at > 0 => at - 1,
                "ArrowDown" if event.alt_key() && at + 1 < count => at + 1,
                _ => return,
            };
            event.prevent_default();
            shift(&dispatch, id, to);
        })
    };
    let remove = props.dispatch.reform(move |_: MouseEvent| {
        announce::focus_soon("add-item".to_owned());
        Intent::Do(Action::Agenda(AgendaAction::Remove(id)))
    });
    let label = name(words, scenario, id);
    html! {
        <li class="agenda-item" aria-label={label} {onkeydown}>
            <span class="item-number" aria-hidden="true">{ at + 1 }</span>
            <div class="item-body">
                <div class="item-fields">
                    <TextField id={field_id(id, AgendaField::Title)} label={say(words, VotingWord::Item)} value={item.title.clone()}
                        on_commit={edits(props, id, AgendaEdit::Title)} />
                    <Choice id={format!("agenda-{}-needs", id.0)} label={say(words, VotingWord::Needs)} options={needs_options(words)}
                        chosen={Some(needs_place(&item.needs))} on_choose={edits(props, id, |at: usize| AgendaEdit::Needs(needs_of(at)))} />
                    { sitting_choice(words, scenario, field_id(id, AgendaField::Sitting), item.sitting,
                        edits(props, id, |sitting: Option<SittingId>| AgendaEdit::Sitting(sitting))) }
                </div>
                { match item.needs {
                    Needs::Hearing => html! {},
                    Needs::Vote(vote) => voting(words, props, item, &vote, result),
                    Needs::Election(chosen) => electing(words, props, item, chosen),
                } }
            </div>
            <div class="buttons">
                <button type="button" class="quiet" id={mover(id, "up")} aria-label={say(words, VotingWord::MoveUp)}
                    title={say(words, VotingWord::MoveUp)} disabled={at == 0} onclick={shifts(at.saturating_sub(1))}>{ "↑" }</button>
                <button type="button" class="quiet" id={mover(id, "down")} aria-label={say(words, VotingWord::MoveDown)}
                    title={say(words, VotingWord::MoveDown)} disabled={at + 1 == count} onclick={shifts(at + 1)}>{ "↓" }</button>
                <button type="button" class="quiet" onclick={remove}>{ say(words, VotingWord::Remove) }</button>
            </div>
        </li>
    }
}

/// A callback that changes this item.
fn edits<T: 'static>(
    props: &ItemProps,
    id: AgendaId,
    edit: impl Fn(T) -> AgendaEdit + 'static,
) -> Callback<T> {
    props.dispatch.reform(move |value: T| Intent::Do(Action::Agenda(AgendaAction::Edit(id, edit(value)))))
}

/// The identity of a button that moves an item.
fn mover(id: AgendaId, way: &str) -> String {
    format!("agenda-{}-{way}", id.0)
}

/// Moves an item; the focus stays where it was.
fn shift(dispatch: &Callback<Intent>, id: AgendaId, to: usize) {
    heirs::keep(["up", "down"].map(|way| mover(id, way)));
    dispatch.emit(Intent::Do(Action::Agenda(AgendaAction::Move(id, to))));
}

/// Heard, each kind of decision, an election.
fn needs_options(words: Words) -> Vec<AttrValue> {
    let decisions = DECISIONS.map(|decision| words.say(&Msg::Voting(VotingMsg::Decision(decision))));
    let ends = [VotingWord::Hearing, VotingWord::AnElection].map(|word| say(words, word));
    let [hearing, election] = ends;
    std::iter::once(hearing).chain(decisions).chain([election]).collect()
}

fn needs_place(needs: &Needs) -> usize {
    match needs {
        Needs::Hearing => 0,
        Needs::Vote(vote) => DECISIONS.iter().position(|one| *one == vote.decision).map_or(0, |at| at + 1),
        Needs::Election(_) => DECISIONS.len() + 1,
    }
}

fn needs_of(place: usize) -> Needs {
    match place.checked_sub(1) {
        None => Needs::Hearing,
        Some(at) => DECISIONS
            .get(at)
            .map_or(Needs::Election(None), |decision| Needs::Vote(Vote::uncounted(*decision))),
    }
}

/// The votes and the verdict.
fn voting(words: Words, props: &ItemProps, item: &AgendaItem, vote: &Vote, result: &AgendaReport) -> Html {
    let id = item.id;
    let field = |name: String,
                 word: VotingWord,
                 value: Option<Count>,
                 edit: fn(Option<Count>) -> AgendaEdit| {
        html! {
            <NumberField id={name} label={say(words, word)} value={value.map(|n| u64::from(n.get()))} limit={u64::from(MAX_COUNT)}
                on_commit={edits(props, id, move |n: u64| edit(to_count(n)))}
                on_clear={Some(edits(props, id, move |()| edit(None)))} />
        }
    };
    html! {
        <div class="item-vote">
            <div class="item-votes">
                { field(field_id(id, AgendaField::Favour), VotingWord::Favour, vote.favour, AgendaEdit::Favour) }
                { field(format!("agenda-{}-against", id.0), VotingWord::Against, vote.against, AgendaEdit::Against) }
                { field(format!("agenda-{}-abstaining", id.0), VotingWord::Abstaining, vote.abstaining, AgendaEdit::Abstaining) }
                if result.outcome.counts(Measure::Area) || vote.area.is_some() {
                    <NumberField id={field_id(id, AgendaField::Area)} label={say(words, VotingWord::AreaInFavour)}
                        value={vote.area.map(Weight::get)} limit={MAX_WEIGHT} on_commit={edits(props, id, |n: u64| AgendaEdit::Area(Weight::new(n)))}
                        on_clear={Some(edits(props, id, |()| AgendaEdit::Area(None)))} />
                }
            </div>
            <div class="item-verdict" role="status">
                { verdict(words, result) }
                { findings(words, &props.report, |place| match place {
                    Place::Agenda(of, field) if of == id => Some(field_id(of, field)),
                    _ => None,
                }) }
            </div>
        </div>
    }
}

fn verdict(words: Words, result: &AgendaReport) -> Html {
    let said = match &result.outcome {
        ItemOutcome::Heard | ItemOutcome::Election(_) => html! {},
        ItemOutcome::NoRule => html! { <p class="hint">{ say(words, VotingWord::NoMajority) }</p> },
        ItemOutcome::Open(needed) => html! {
            <>{ for (0..).zip(needed).map(|(row, votes)| votes_sentence(words, &Figure::Item(result.id, row), votes)) }</>
        },
        ItemOutcome::Contradictory(needed) | ItemOutcome::NoQuorum(needed) => html! {
            <>
                { for (0..).zip(needed).map(|(row, votes)| votes_sentence(words, &Figure::Item(result.id, row), votes)) }
                <p class="trouble">{ say(words, match result.outcome {
                    ItemOutcome::NoQuorum(_) => VotingWord::NoQuorum,
                    _ => VotingWord::Contradictory,
                }) }</p>
            </>
        },
        ItemOutcome::Voted(verdicts) => {
            let msg = VotingMsg::against(verdicts.len());
            html! {
                <>
                    { for (0..).zip(verdicts).map(|(row, (rule, verdict))| html! {
                        <p class={classes!("sentence", verdict_class(verdict))}>{ explained(&Figure::Item(result.id, row), words.say(&Msg::Voting(msg(*rule, *verdict)))) }</p>
                    }) }
                    // Where several must be met, none of them says what becomes of the item.
                    { for result.outcome.carried().filter(|_| verdicts.len() > 1).map(|how| carried(words, how)) }
                </>
            }
        }
    };
    html! {
        <>
            { said }
            { result.citation.map(|citation| source(words, Some(citation))) }
        </>
    }
}

fn carried(words: Words, how: Carried) -> Html {
    let class = match how {
        Carried::Carried => "met",
        Carried::NotCarried => "not-met",
        Carried::Undecided => "undecided",
    };
    html! { <p class={classes!("sentence", class)}><strong>{ words.say(&Msg::Voting(VotingMsg::Carried(how))) }</strong></p> }
}

/// Which election settles the item, and a way to it.
fn electing(words: Words, props: &ItemProps, item: &AgendaItem, chosen: Option<ElectionId>) -> Html {
    let scenario = &props.report.scenario;
    let ids: Vec<ElectionId> = scenario.elections.iter().map(|election| election.id).collect();
    let titles = ids.iter().map(|id| election_card::name(words, scenario, *id));
    let place = chosen.and_then(|id| ids.iter().position(|one| *one == id)).map_or(0, |at| at + 1);
    let none = say(words, VotingWord::NotChosen);
    let go = chosen.map(|id| {
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            announce::focus_id(&election_card::field_id(id, ElectionField::Title));
        })
    });
    html! {
        <div class="item-election">
            <Choice id={format!("agenda-{}-election", item.id.0)} label={say(words, VotingWord::WhichElection)}
                options={std::iter::once(none).chain(titles).collect::<Vec<_>>()} chosen={Some(place)}
                on_choose={edits(props, item.id, move |at: usize| {
                    AgendaEdit::Needs(Needs::Election(at.checked_sub(1).and_then(|at| ids.get(at).copied())))
                })} />
            if let Some(go) = go {
                <button type="button" class="way" onclick={go}>{ say(words, VotingWord::SeeElection) }</button>
            }
        </div>
    }
}
