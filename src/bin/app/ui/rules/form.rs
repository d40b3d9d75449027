//! The fields of one row of the rules: what it says, in fields with labels. Every change is one step.

use super::share_field::ShareField;
use crate::ui::fields::Choice;
use crate::ui::number_field::NumberField;
use crate::ui::words::{Words, use_words};
use delegate_roster::text::{Key, Msg, RulesMsg, RulesWord};
use delegate_roster::threshold::{
    Band, Base, Counting, Excess, ListOrder, Measures, Provision, Rule, Share, Signers, Span, Strictness,
    TieRule,
};
use yew::prelude::*;

/// Persons and days that can be typed.
const MOST: u64 = 10_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the identities of the fields begin with.
    pub id: AttrValue,
    pub row: Provision,
    pub on_change: Callback<Provision>,
}

#[component]
pub fn RowForm(props: &Props) -> Html {
    let words = use_words();
    let id = &props.id;
    let change = &props.on_change;
    html! {
        <div class="row-form">
            { match props.row {
                Provision::Quorum(at, of) => {
                    let bases: Vec<Base> = Base::ALL.into_iter().filter(|base| base.attendance().is_some()).collect();
                    measures(words, id, of, &bases, &change.reform(move |of| Provision::Quorum(at, of)))
                }
                Provision::Majority(at, of) => {
                    measures(words, id, of, &Base::ALL, &change.reform(move |of| Provision::Majority(at, of)))
                }
                Provision::Candidates(at, band) => {
                    candidates(words, id, band, &change.reform(move |band| Provision::Candidates(at, band)))
                }
                Provision::OverReturned | Provision::OverChosen | Provision::Remedy(_) => html! {
                    <p class="hint">{ word(words, RulesWord::NoValue) }</p>
                },
                Provision::Blank(how) => counting(words, id, how, &change.reform(Provision::Blank)),
                Provision::Illegal(how) => counting(words, id, how, &change.reform(Provision::Illegal)),
                Provision::Tie(how) => {
                    let all = [TieRule::Revote, TieRule::Lot, TieRule::Chair];
                    choice(words, id, RulesWord::TieChoice, &all, how, RulesMsg::Tie, &change.reform(Provision::Tie))
                }
                Provision::Order(at, how) => {
                    let all = [ListOrder::Strokes, ListOrder::VotesThenStrokes, ListOrder::AsApproved];
                    choice(words, id, RulesWord::OrderChoice, &all, how, RulesMsg::Order, &change.reform(move |how| Provision::Order(at, how)))
                }
                Provision::Signers(at, level, of) => {
                    signers(words, id, of, &change.reform(move |of| Provision::Signers(at, level, of)))
                }
                Provision::Presidium(share) => html! {
                    <ShareField id={format!("{id}-share")} value={share} on_commit={change.reform(Provision::Presidium)} />
                },
                Provision::Deadline(at, level, span) => {
                    deadline(words, id, span, &change.reform(move |span| Provision::Deadline(at, level, span)))
                }
            } }
        </div>
    }
}

fn word(words: Words, word: RulesWord) -> AttrValue {
    words.say(&Msg::Rules(RulesMsg::Word(word)))
}

/// One of a few values that have words of their own.
fn choice<T: Copy + PartialEq + 'static>(
    words: Words,
    id: &str,
    label: RulesWord,
    all: &[T],
    value: T,
    say: fn(T) -> RulesMsg,
    on_change: &Callback<T>,
) -> Html {
    let options: Vec<AttrValue> = all.iter().map(|one| words.say(&Msg::Rules(say(*one)))).collect();
    let values = all.to_vec();
    let on_choose = on_change.reform(move |at: usize| values.get(at).copied().unwrap_or(value));
    html! {
        <Choice id={format!("{id}-choice")} label={word(words, label)} {options}
            chosen={all.iter().position(|one| *one == value)} {on_choose} />
    }
}

fn counting(words: Words, id: &str, how: Counting, on_change: &Callback<Counting>) -> Html {
    let all = [Counting::Counts, Counting::Ignored];
    choice(words, id, RulesWord::Counted, &all, how, RulesMsg::Counting, on_change)
}

/// One measure, and a second that can be added and removed.
fn measures(words: Words, id: &str, of: Measures, bases: &[Base], on_change: &Callback<Measures>) -> Html {
    let first = on_change.reform(move |first| Measures { first, ..of });
    let set = |second: Option<Rule>| on_change.reform(move |_: MouseEvent| Measures { second, ..of });
    html! {
        <div class="measures">
            <RuleEditor id={format!("{id}-first")} label={word(words, RulesWord::FirstMeasure)} rule={of.first}
                bases={bases.to_vec()} on_change={first} />
            if let Some(rule) = of.second {
                <RuleEditor id={format!("{id}-second")} label={word(words, RulesWord::SecondMeasure)} {rule}
                    bases={bases.to_vec()} on_change={on_change.reform(move |second| Measures { second: Some(second), ..of })} />
                <button type="button" onclick={set(None)}>{ word(words, RulesWord::RemoveSecond) }</button>
            } else {
                <button type="button" onclick={set(Some(beside(of.first, bases)))}>{ word(words, RulesWord::AddSecond) }</button>
            }
        </div>
    }
}

/// A second measure to begin with: the same share, of area where owners are counted, else of another base.
fn beside(first: Rule, bases: &[Base]) -> Rule {
    let wanted = match first.base {
        Base::Owners => Base::Area,
        Base::Participants => Base::ParticipatingArea,
        Base::Area => Base::Owners,
        Base::ParticipatingArea => Base::Participants,
        Base::Due => Base::Seats,
        _ => Base::Due,
    };
    let base = if bases.contains(&wanted) { wanted } else { first.base };
    Rule { base, ..first }
}

/// Both ways to take a share.
const STRICTNESSES: [Strictness; 2] = [Strictness::MoreThan, Strictness::AtLeast];

#[derive(Properties, PartialEq)]
struct EditorProps {
    id: AttrValue,
    label: AttrValue,
    rule: Rule,
    /// The bases to choose from.
    bases: Vec<Base>,
    on_change: Callback<Rule>,
}

/// A rule: more than or at least, a part of parts, of whom.
#[component]
fn RuleEditor(props: &EditorProps) -> Html {
    let words = use_words();
    let rule = props.rule;
    // A base that came with a link stays to be seen, though it could not be chosen here.
    let mut bases = props.bases.clone();
    if !bases.contains(&rule.base) {
        bases.push(rule.base);
    }
    let strictness = props.on_change.reform(move |at: usize| Rule {
        strictness: STRICTNESSES.get(at).copied().unwrap_or(rule.strictness),
        ..rule
    });
    let share = props.on_change.reform(move |share| Rule { share, ..rule });
    let chosen = bases.clone();
    let base = props
        .on_change
        .reform(move |at: usize| Rule { base: chosen.get(at).copied().unwrap_or(rule.base), ..rule });
    let id = |part: &str| AttrValue::from(format!("{}-{part}", props.id));
    html! {
        <fieldset class="rule-editor">
            <legend>{ &props.label }</legend>
            <Choice id={id("strictness")} label={words.key(Key::StrictnessChoice)}
                options={STRICTNESSES.map(|one| words.say(&Msg::Strictness(one))).to_vec()}
                chosen={STRICTNESSES.iter().position(|one| *one == rule.strictness)} on_choose={strictness} />
            <ShareField id={id("share")} value={rule.share} on_commit={share} />
            <Choice id={id("base")} label={words.key(Key::BaseChoice)}
                options={bases.iter().map(|base| words.say(&Msg::Base(*base))).collect::<Vec<_>>()}
                chosen={bases.iter().position(|base| *base == rule.base)} on_choose={base} />
        </fieldset>
    }
}

/// Least and most candidates above the seats.
fn candidates(words: Words, id: &str, band: Band, on_change: &Callback<Band>) -> Html {
    let least = on_change
        .reform(move |least: Option<Excess>| Band { least: least.unwrap_or(Excess::Persons(0)), ..band });
    let most = on_change.reform(move |most| Band { most, ..band });
    html! {
        <div class="measures">
            { excess(words, &format!("{id}-least"), RulesWord::Least, Some(band.least), &least) }
            { excess(words, &format!("{id}-most"), RulesWord::Most, band.most, &most) }
        </div>
    }
}

/// A share of the seats, a number of persons, or (where the most is meant) no bound.
fn excess(
    words: Words,
    id: &str,
    label: RulesWord,
    value: Option<Excess>,
    on_change: &Callback<Option<Excess>>,
) -> Html {
    let mut kinds = vec![RulesWord::ShareOfSeats, RulesWord::Persons];
    if label == RulesWord::Most {
        kinds.push(RulesWord::NoBound);
    }
    let kind = on_change.reform(move |at: usize| match at {
        0 => Some(Excess::Of(Share::FIFTH)),
        1 => Some(Excess::Persons(1)),
        _ => None,
    });
    let persons = on_change.reform(|n: u64| Some(Excess::Persons(u32::try_from(n).unwrap_or(u32::MAX))));
    html! {
        <fieldset class="rule-editor">
            <legend>{ word(words, label) }</legend>
            <Choice id={format!("{id}-kind")} label={word(words, RulesWord::Kind)}
                options={kinds.iter().map(|kind| word(words, *kind)).collect::<Vec<_>>()}
                chosen={match value { Some(Excess::Of(_)) => Some(0), Some(Excess::Persons(_)) => Some(1), None => Some(2) }}
                on_choose={kind} />
            { match value {
                Some(Excess::Of(share)) => html! {
                    <ShareField id={format!("{id}-share")} value={share} on_commit={on_change.reform(|share| Some(Excess::Of(share)))} />
                },
                Some(Excess::Persons(n)) => number(words, id, n.into(), &persons),
                None => html! {},
            } }
        </fieldset>
    }
}

fn number(words: Words, id: &str, value: u64, on_commit: &Callback<u64>) -> Html {
    html! {
        <NumberField id={format!("{id}-number")} label={word(words, RulesWord::HowMany)} value={Some(value)} limit={MOST} {on_commit} />
    }
}

fn signers(words: Words, id: &str, of: Signers, on_change: &Callback<Signers>) -> Html {
    let narrow = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let kinds = [RulesWord::Persons, RulesWord::DelegationOrPersons, RulesWord::ShareOfMembers];
    let kind = on_change.reform(|at: usize| match at {
        0 => Signers::Persons(10),
        1 => Signers::DelegationOr(30),
        _ => Signers::Of(Share::TENTH),
    });
    let (chosen, field) = match of {
        Signers::Persons(n) => {
            (0, number(words, id, n.into(), &on_change.reform(move |n| Signers::Persons(narrow(n)))))
        }
        Signers::DelegationOr(n) => {
            (1, number(words, id, n.into(), &on_change.reform(move |n| Signers::DelegationOr(narrow(n)))))
        }
        Signers::Of(share) => {
            let on_commit = on_change.reform(Signers::Of);
            (2, html! { <ShareField id={format!("{id}-share")} value={share} {on_commit} /> })
        }
    };
    html! {
        <div class="rule-editor">
            <Choice id={format!("{id}-kind")} label={word(words, RulesWord::Kind)}
                options={kinds.map(|kind| word(words, kind)).to_vec()} chosen={Some(chosen)} on_choose={kind} />
            { field }
        </div>
    }
}

fn deadline(words: Words, id: &str, span: Span, on_change: &Callback<Span>) -> Html {
    let narrow = |n: u64| u16::try_from(n).unwrap_or(u16::MAX);
    let (chosen, n) = match span {
        Span::Days(n) => (0, n),
        Span::Months(n) => (1, n),
    };
    let with = move |chosen: usize, n: u16| if chosen == 0 { Span::Days(n) } else { Span::Months(n) };
    html! {
        <div class="rule-editor">
            { number(words, id, n.into(), &on_change.reform(move |n| with(chosen, narrow(n)))) }
            <Choice id={format!("{id}-kind")} label={word(words, RulesWord::Before)}
                options={[RulesWord::Days, RulesWord::Months].map(|kind| word(words, kind)).to_vec()}
                chosen={Some(chosen)} on_choose={on_change.reform(move |chosen| with(chosen, n))} />
        </div>
    }
}
