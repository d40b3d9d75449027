//! What a suggested grouping would come to: how good it is, sizes before and after, the units that would move.

use crate::effects::work::{Answered, Asked, use_work};
use crate::store::Intent;
use crate::ui::words::{Words, use_words};
use crate::ui::working::working;
use delegate_roster::roster::grouping::{Grouping, Unfit, Why};
use delegate_roster::scenario::regroup::{Suggested, Suggestion, Wish};
use delegate_roster::scenario::{Field, Name, Report, UnitId};
use delegate_roster::text::number::grouped;
use delegate_roster::text::{GroupingMsg, GroupingWord, Key, Msg};
use delegate_roster::work::{Answer, Ask};
use std::collections::HashMap;
use std::rc::Rc;
use yew::prelude::*;

/// Delegations that the preview lists, and units that it names for each.
const SHOWN: usize = 100;
const NAMED: usize = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub wish: Wish,
    pub dispatch: Callback<Intent>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Preview(props: &Props) -> Html {
    let words = use_words();
    let word = |word| words.say(&Msg::Grouping(GroupingMsg::Word(word)));
    let asked = Asked { report: Some(props.report.clone()), ask: Ask::Regroup(props.wish) };
    let work = use_work(Some(asked.clone()), 0);
    let result =
        use_memo((work.answered.clone(), words), |(answered, words)| found(*words, answered.as_deref()?));
    let take_over = {
        let (result, dispatch, on_close) = (result.clone(), props.dispatch.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((_, Ok(suggestion))) = &*result {
                dispatch.emit(Intent::Do(suggestion.action()));
            }
            on_close.emit(());
        })
    };
    let moves = matches!(&*result, Some((_, Ok(suggestion))) if !suggestion.moves.is_empty());
    // What is shown while another answer is on its way is not what is wanted now.
    let is_for_now = work.answered.as_ref().is_some_and(|answered| answered.asked == asked);
    let nothing = !moves || !is_for_now;
    html! {
        <div class="suggestion">
            { working(words, &work) }
            <div class={classes!("suggested", work.is_stale().then_some("stale"))}>
                <div class="verdict-of-grouping" role="status">
                    { match &*result {
                        Some((report, Ok(suggestion))) => sentences(words, report, suggestion),
                        Some((report, Err(unfit))) => html! { <p class="trouble">{ explain(words, report, unfit) }</p> },
                        None => html! { <p></p> },
                    } }
                </div>
                if let Some((report, Ok(suggestion))) = &*result {
                    { table(words, report, suggestion) }
                }
            </div>
            <div class="buttons">
                <button type="button" class="primary" disabled={nothing} onclick={take_over}>{ word(GroupingWord::TakeOver) }</button>
                <button type="button" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ words.key(Key::Cancel) }</button>
            </div>
        </div>
    }
}

/// What was worked out last, with the report that it belongs to.
fn found(words: Words, answered: &Answered) -> Option<(Rc<Report>, Result<Suggestion, Unfit>)> {
    let Answered { asked: Asked { report: Some(report), ask: Ask::Regroup(wish) }, answer } = answered else {
        return None;
    };
    let Answer::Regrouped(found) = answer else { return None };
    let unnamed = words.say(&Msg::Grouping(GroupingMsg::Word(GroupingWord::Unnamed)));
    let unnamed = Name::new(&unnamed).unwrap_or_default();
    let suggestion = found.clone().map(|grouping| Suggestion::of(report, wish.figure, grouping, &unnamed));
    Some((report.clone(), suggestion))
}

/// The name of the unit that a reason is about.
fn named(words: Words, report: &Report, row: usize) -> AttrValue {
    match report.scenario.units.get(row).filter(|unit| !unit.name.is_empty()) {
        Some(unit) => unit.name.shared().into(),
        None => words.say(&Msg::UnnamedRow(row + 1)),
    }
}

fn of_why(words: Words, report: &Report, why: Why) -> AttrValue {
    match why {
        Why::Unit(row) => named(words, report, row),
        _ => AttrValue::default(),
    }
}

fn explain(words: Words, report: &Report, unfit: &Unfit) -> AttrValue {
    let name = match unfit {
        Unfit::UnitAbove { item, .. } | Unfit::AloneBelow { item, .. } => named(words, report, *item),
        Unfit::MostTooLow { why, .. } | Unfit::LeastTooHigh { why, .. } => of_why(words, report, *why),
        _ => AttrValue::default(),
    };
    words.say(&Msg::Grouping(GroupingMsg::Unfit(unfit, &name)))
}

fn sentences(words: Words, report: &Report, suggestion: &Suggestion) -> Html {
    let say = |msg: GroupingMsg<'_>| words.say(&Msg::Grouping(msg));
    let Grouping { largest, others, smallest, apart, several, sizes, .. } = &suggestion.grouping;
    let of_unit = of_why(words, report, largest.why);
    let moves = suggestion.moves.len();
    let moving: Vec<UnitId> = suggestion.moves.iter().map(|(unit, _)| *unit).collect();
    let stay = super::figures_stay(words, report, &moving);
    let balance = |key: GroupingWord, balance| {
        html! { <p>{ say(GroupingMsg::Word(key)) }{ words.key(Key::Colon) }{ say(GroupingMsg::Balance(balance)) }</p> }
    };
    html! {
        <>
            { for suggestion.before.iter().map(|before| balance(GroupingWord::Before, before)) }
            { balance(GroupingWord::After, &suggestion.after) }
            <p class="sentence">{ say(GroupingMsg::Largest(largest, sizes.len(), &of_unit)) }</p>
            <p>
                { for others.iter().map(|claim| html! { <>{ say(GroupingMsg::Others(claim, apart.len())) }{ words.key(Key::BetweenSentences) }</> }) }
                { say(GroupingMsg::Smallest(smallest)) }
                if *several { { words.key(Key::BetweenSentences) }{ say(GroupingMsg::Word(GroupingWord::Several)) } }
            </p>
            <p>
                { if moves == 0 { say(GroupingMsg::Word(GroupingWord::NothingMoves)) } else { say(GroupingMsg::Moves(moves)) } }
                if let Some(stay) = stay { { words.key(Key::BetweenSentences) }{ stay } }
            </p>
        </>
    }
}

fn table(words: Words, report: &Report, suggestion: &Suggestion) -> Html {
    let word = |word| words.say(&Msg::Grouping(GroupingMsg::Word(word)));
    let rows: HashMap<UnitId, usize> = report.units.iter().map(|unit| unit.id).zip(0..).collect();
    let list = |units: &[UnitId]| {
        let names =
            units.iter().take(NAMED).filter_map(|id| rows.get(id)).map(|row| named(words, report, *row));
        let mut text =
            delegate_roster::text::list(words.0, &names.map(|name| name.to_string()).collect::<Vec<_>>());
        if let Some(more) = units.len().checked_sub(NAMED).filter(|more| *more > 0) {
            text = format!("{text} {}", words.say(&Msg::More(more)));
        }
        text
    };
    let mark = |one: &Suggested| match (one.keeps, one.after) {
        (_, None) => Some(GroupingWord::Dissolved),
        (None, _) => Some(GroupingWord::New),
        _ => None,
    };
    let changed = || {
        suggestion
            .delegations
            .iter()
            .filter(|one| mark(one).is_some() || !one.joins.is_empty() || !one.leaves.is_empty())
    };
    let hidden = changed().count().saturating_sub(SHOWN);
    let same = suggestion.delegations.len() - changed().count();
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={words.key(Key::Preview)}>
            <table class="plain-table">
                <thead>
                    <tr>
                        <th scope="col">{ words.say(&Msg::Field(Field::Delegation)) }</th>
                        <th scope="col" class="col-count">{ word(GroupingWord::Before) }</th>
                        <th scope="col" class="col-count">{ word(GroupingWord::After) }</th>
                        <th scope="col">{ word(GroupingWord::Joins) }</th>
                        <th scope="col">{ word(GroupingWord::Leaves) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for changed().take(SHOWN).map(|one| html! {
                        <tr>
                            <th scope="row"><bdi>{ one.name.shared() }</bdi>{ mark(one).map(|mark| html! { <>{ " " }<span class="mark">{ word(mark) }</span></> }) }</th>
                            <td class="col-count">{ one.before.map_or("–".to_owned(), grouped) }</td>
                            <td class="col-count strong">{ one.after.map_or("–".to_owned(), grouped) }</td>
                            <td><bdi>{ list(&one.joins) }</bdi></td>
                            <td><bdi>{ list(&one.leaves) }</bdi></td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="hint">
                if hidden > 0 { { words.say(&Msg::More(hidden)) }{ " " } }
                if same > 0 { { words.say(&Msg::Grouping(GroupingMsg::Unchanged(same))) } }
            </p>
        </div>
    }
}
