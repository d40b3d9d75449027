//! How the seats of the units hang together: one house, delegations first, or a key; with what each way needs.

use super::fields::Choice;
use super::number_field::NumberField;
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::apportion::Method;
use delegate_roster::apportion::open_house::{KnownKey, Parts, Standing, StepScale};
use delegate_roster::limits::{MAX_SEATS, MAX_WEIGHT};
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::{Action, HouseKey, Scheme};
use delegate_roster::text::{Key, Msg};
use std::num::NonZeroU64;
use yew::prelude::*;

/// The ways, in the order in which the page offers them.
const WAYS: [Key; 4] = [Key::SchemeOneTier, Key::SchemeTwoTier, Key::SchemeKey, Key::SchemeSteps];

/// The ways to count an incomplete part.
const PARTS: [(Parts, Key); 3] =
    [(Parts::Whole, Key::PartsWhole), (Parts::OrPart, Key::PartsOrPart), (Parts::Nearest, Key::PartsNearest)];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub scheme: Scheme,
    pub dispatch: Callback<Intent>,
}

/// The name of a scheme.
pub const fn name(scheme: &Scheme) -> Key {
    Key::of_scheme(scheme)
}

#[component]
pub fn SchemeChoice(props: &Props) -> Html {
    let words = use_words();
    let set = props.dispatch.reform(|scheme: Scheme| Intent::Do(Action::SetScheme(scheme)));
    let way = WAYS.iter().position(|way| *way == name(&props.scheme));
    let on_way = set.reform(|at: usize| match at {
        1 => Scheme::TwoTier { upper: Method::WEBSTER },
        2 => Scheme::Key(HouseKey::Known(KnownKey::UkLabourConstituency)),
        3 => Scheme::Key(HouseKey::first_steps()),
        _ => Scheme::OneTier,
    });
    html! {
        <div class="scheme">
            <Choice id="scheme" label={words.key(Key::SchemeLabel)} options={WAYS.map(|way| words.key(way)).to_vec()}
                chosen={way} on_choose={on_way} />
            { match &props.scheme {
                Scheme::OneTier => html! { <p class="hint">{ words.key(Key::SchemeOneTierHint) }</p> },
                Scheme::TwoTier { upper } => two_tier(words, upper, &set),
                Scheme::Key(HouseKey::Known(known)) => published(words, *known, &set),
                Scheme::Key(HouseKey::Steps(scale)) => steps(words, *scale, &set),
            } }
        </div>
    }
}

fn two_tier(words: Words, upper: &Method, set: &Callback<Scheme>) -> Html {
    // A method with settings that came in a link is offered beside the usual ones.
    let mut methods = Method::CLASSIC.to_vec();
    if !methods.contains(upper) {
        methods.push(upper.clone());
    }
    let options = methods.iter().map(|method| words.say(&Msg::Method(method))).collect::<Vec<_>>();
    let chosen = methods.iter().position(|method| method == upper);
    let choose = set.reform(move |at: usize| Scheme::TwoTier {
        upper: methods.get(at).cloned().unwrap_or(Method::WEBSTER),
    });
    html! {
        <div>
            <Choice id="upper-method" label={words.key(Key::UpperMethod)} {options} {chosen} on_choose={choose} />
            <p class="hint">{ words.key(Key::SchemeTwoTierHint) }</p>
        </div>
    }
}

fn published(words: Words, known: KnownKey, set: &Callback<Scheme>) -> Html {
    let options = KnownKey::ALL.map(|key| words.say(&Msg::KnownKey(key))).to_vec();
    let chosen = KnownKey::ALL.iter().position(|key| *key == known);
    let choose = set.reform(|at: usize| {
        Scheme::Key(HouseKey::Known(KnownKey::ALL.get(at).copied().unwrap_or(KnownKey::UkLabourConstituency)))
    });
    let source = known.source();
    html! {
        <div>
            <Choice id="known-key" label={words.key(Key::SchemeKey)} {options} {chosen} on_choose={choose} />
            <p class="source">
                <span lang="und">{ source.citation }</span>
                { match source.standing {
                    Standing::Read => html! { <span></span> },
                    Standing::Historical => html! { <strong class="confirm">{ words.key(Key::KeyHistorical) }</strong> },
                    Standing::Unconfirmed => html! { <strong class="confirm">{ words.key(Key::KeyUnconfirmed) }</strong> },
                } }
            </p>
            <p class="hint">{ words.key(Key::SchemeKeyHint) }</p>
        </div>
    }
}

fn steps(words: Words, scale: StepScale, set: &Callback<Scheme>) -> Html {
    let with = |put: fn(&mut StepScale, u64)| {
        set.reform(move |n: u64| {
            let mut scale = scale;
            put(&mut scale, n);
            Scheme::Key(HouseKey::Steps(scale))
        })
    };
    let seats = |n: Seats| Some(u64::from(n.get()));
    let no_most = set.reform(move |()| Scheme::Key(HouseKey::Steps(StepScale { most: None, ..scale })));
    let on_parts = set.reform(move |at: usize| {
        let parts = PARTS.get(at).map_or(Parts::OrPart, |(parts, _)| *parts);
        Scheme::Key(HouseKey::Steps(StepScale { parts, ..scale }))
    });
    html! {
        <div class="steps-of-key">
            <NumberField id="steps-first" label={words.key(Key::StepsFirst)} value={seats(scale.first)} limit={u64::from(MAX_SEATS)}
                on_commit={with(|scale, n| scale.first = to_seats(n))} />
            <NumberField id="steps-covers" label={words.key(Key::StepsCovers)} value={Some(scale.covers.get())} limit={MAX_WEIGHT}
                on_commit={with(|scale, n| scale.covers = Weight::new(n).unwrap_or(Weight::MAX))} />
            <NumberField id="steps-step" label={words.key(Key::StepsStep)} value={seats(scale.step)} limit={u64::from(MAX_SEATS)}
                on_commit={with(|scale, n| scale.step = to_seats(n))} />
            <NumberField id="steps-per" label={words.key(Key::StepsPer)} value={Some(scale.per.get())} least=1 limit={MAX_WEIGHT}
                on_commit={with(|scale, n| scale.per = NonZeroU64::new(n).unwrap_or(NonZeroU64::MIN))} />
            <NumberField id="steps-most" label={words.key(Key::StepsMost)} value={scale.most.and_then(seats)} limit={u64::from(MAX_SEATS)}
                on_commit={with(|scale, n| scale.most = Some(to_seats(n)))} on_clear={Some(no_most)} />
            <Choice id="steps-parts" label={words.key(Key::StepsParts)} options={PARTS.map(|(_, key)| words.key(key)).to_vec()}
                chosen={PARTS.iter().position(|(parts, _)| *parts == scale.parts)} on_choose={on_parts} />
            <p class="hint">{ words.key(Key::SchemeKeyHint) }</p>
        </div>
    }
}

fn to_seats(n: u64) -> Seats {
    u32::try_from(n).ok().and_then(Seats::new).unwrap_or(Seats::MAX)
}
