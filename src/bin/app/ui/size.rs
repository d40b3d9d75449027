//! How many delegates a published rule asks for: the rule, what it counts, the readings it leaves open, the working, and
//! the number as the house size.

use super::explained::explained;
use super::fields::Choice;
use super::number_field::NumberField;
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::apportion::open_house::{CountFrom, Counted, NumberRule, Parts, Standing, Uplift};
use delegate_roster::limits::MAX_WEIGHT;
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::{Action, Body, Figure, NumberCheck, Report, Scheme};
use delegate_roster::text::{Key, Msg, SizeMsg, SizeWord};
use std::rc::Rc;
use yew::prelude::*;

/// The ways to count an incomplete part.
const PARTS: [(Parts, Key); 3] =
    [(Parts::Whole, Key::PartsWhole), (Parts::OrPart, Key::PartsOrPart), (Parts::Nearest, Key::PartsNearest)];

/// Where counting can begin.
const FROM: [(CountFrom, SizeWord); 2] =
    [(CountFrom::BracketStart, SizeWord::FromClass), (CountFrom::Zero, SizeWord::FromZero)];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn NumberOfDelegates(props: &Props) -> Html {
    let words = use_words();
    let word = |word| words.say(&Msg::Size(SizeMsg::Word(word)));
    let body = props.report.scenario.body;
    let set = props.dispatch.reform(|body: Option<Body>| Intent::Do(Action::SetBody(body)));
    let options = std::iter::once(word(SizeWord::NoRule))
        .chain(NumberRule::ALL.iter().map(|rule| words.say(&Msg::Size(SizeMsg::Rule(*rule)))));
    let chosen = body.and_then(|body| NumberRule::ALL.iter().position(|rule| *rule == body.rule.kind()));
    let on_rule = set.reform(move |at: usize| {
        let rule = at.checked_sub(1).and_then(|at| NumberRule::ALL.get(at))?;
        let kept = body.unwrap_or(Body::new(*rule));
        Some(Body { rule: *rule, ..kept })
    });
    html! {
        <div class="number-of-delegates">
            <p class="number-check" role="status">
                { props.report.number.as_ref().map(|check| explained(&Figure::NumberCheck, words.say(&Msg::Size(SizeMsg::Check(check))))) }
            </p>
            <details>
                <summary>{ word(SizeWord::Title) }</summary>
                <Choice id="body" label={word(SizeWord::Rule)} options={options.collect::<Vec<_>>()}
                    chosen={Some(chosen.map_or(0, |at| at + 1))} on_choose={on_rule} />
                { match (body, &props.report.number) {
                    (Some(body), Some(check)) => html! {
                        <div>
                            { figures(words, body, &props.report, &set) }
                            { readings(words, body, &set) }
                            <p class="working">{ words.say(&Msg::Size(SizeMsg::Working(check))) }</p>
                            { rule_source(words, body.rule) }
                            { uses(words, props, check) }
                        </div>
                    },
                    _ => html! { <div></div> },
                } }
                <p class="hint">{ word(SizeWord::Hint) }</p>
            </details>
        </div>
    }
}

/// What the rule counts, and what is added by decision.
fn figures(words: Words, body: Body, report: &Report, set: &Callback<Option<Body>>) -> Html {
    let word = |word| words.say(&Msg::Size(SizeMsg::Word(word)));
    let counts = body.rule.counts();
    let commit = set.reform(move |n: u64| Some(Body { counted: Weight::new(n), ..body }));
    let clear = set.reform(move |()| Some(Body { counted: None, ..body }));
    let uplift = set.reform(move |n: u64| {
        let uplift = u8::try_from(n).ok().and_then(Uplift::new).unwrap_or(Uplift::MOST);
        Some(Body { uplift, ..body })
    });
    let without = set.reform(move |()| Some(Body { uplift: Uplift::NONE, ..body }));
    html! {
        <div>
            if counts != Counted::Nobody {
                <NumberField id="counted" label={words.say(&Msg::Size(SizeMsg::Counted(counts)))}
                    value={body.counted.map(Weight::get)} limit={MAX_WEIGHT} on_commit={commit} on_clear={Some(clear)} />
                <p class="hint">{ words.say(&Msg::Size(SizeMsg::Instead(report.members))) }</p>
            }
            if body.rule.may_have_more() {
                <NumberField id="uplift" label={word(SizeWord::Uplift)} value={Some(u64::from(body.uplift.percent()))}
                    limit={u64::from(Uplift::MOST.percent())} percent=true on_commit={uplift} on_clear={Some(without)} />
                <p class="hint">{ word(SizeWord::UpliftHint) }</p>
            }
        </div>
    }
}

/// What the text leaves open.
fn readings(words: Words, body: Body, set: &Callback<Option<Body>>) -> Html {
    let word = |word| words.say(&Msg::Size(SizeMsg::Word(word)));
    let (parts, from) = (body.rule.parts(), body.rule.count_from());
    let on_parts = set.reform(move |at: usize| {
        let parts = PARTS.get(at).map_or(Parts::Whole, |(parts, _)| *parts);
        Some(Body { rule: body.rule.with_parts(parts), ..body })
    });
    let on_from = set.reform(move |at: usize| {
        let from = FROM.get(at).map_or(CountFrom::BracketStart, |(from, _)| *from);
        Some(Body { rule: body.rule.with_count_from(from), ..body })
    });
    html! {
        <div>
            if let Some(parts) = parts {
                <Choice id="number-parts" label={word(SizeWord::Parts)} options={PARTS.map(|(_, key)| words.key(key)).to_vec()}
                    chosen={PARTS.iter().position(|(known, _)| *known == parts)} on_choose={on_parts} />
            }
            if let Some(from) = from {
                <Choice id="number-from" label={word(SizeWord::From)} options={FROM.map(|(_, key)| word(key)).to_vec()}
                    chosen={FROM.iter().position(|(known, _)| *known == from)} on_choose={on_from} />
            }
            if parts.is_some() || from.is_some() {
                <p class="hint">{ word(SizeWord::LeftOpen) }</p>
            }
        </div>
    }
}

/// Where the rule is written, and whether it has to be confirmed.
fn rule_source(words: Words, rule: NumberRule) -> Html {
    html! {
        <p class="source">
            <span>{ words.say(&Msg::Size(SizeMsg::Source(rule))) }</span>
            { match rule.standing() {
                Standing::Read => html! { <span></span> },
                Standing::Historical => html! { <strong class="confirm">{ words.key(Key::KeyHistorical) }</strong> },
                Standing::Unconfirmed => html! { <strong class="confirm">{ words.key(Key::KeyUnconfirmed) }</strong> },
            } }
        </p>
    }
}

/// The ends of what the rule asks for, each as the house size; a key makes its own house.
fn uses(words: Words, props: &Props, check: &NumberCheck) -> Html {
    let by_key = matches!(props.report.scenario.allocating.scheme, Scheme::Key(_));
    let number = check.number.ok().filter(|_| !by_key);
    let ends = number.map_or((None, None), |number| (number.least, number.most));
    let ends = [ends.0, ends.1.filter(|most| Some(*most) != ends.0)];
    html! {
        <div class="buttons">
            { for ends.into_iter().flatten().map(|seats: Seats| {
                let taken = props.report.scenario.allocating.house == seats;
                let take = props.dispatch.reform(move |_: MouseEvent| Intent::Do(Action::SetHouse(seats)));
                html! {
                    <button type="button" disabled={taken} onclick={take}>{ words.say(&Msg::Size(SizeMsg::Use(seats.get()))) }</button>
                }
            }) }
        </div>
    }
}
