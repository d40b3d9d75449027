//! The settings of the allocation: house size, method, minima.

use super::method::MethodChoice;
use super::number_field::NumberField;
use super::scheme::SchemeChoice;
use super::size::NumberOfDelegates;
use super::words::use_words;
use crate::store::Intent;
use delegate_roster::apportion::MinimumRule;
use delegate_roster::limits::MAX_SEATS;
use delegate_roster::num::Seats;
use delegate_roster::scenario::{Action, Report, Scheme};
use delegate_roster::text::{Key, Msg};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// How minima enter, in the order in which the page offers them.
const MINIMUM_RULES: [MinimumRule; 4] =
    [MinimumRule::Seed, MinimumRule::Clamp, MinimumRule::SetAside, MinimumRule::TopUp];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Settings(props: &Props) -> Html {
    let words = use_words();
    let allocating = &props.report.scenario.allocating;
    let seats = |make: fn(Seats) -> Action| {
        props.dispatch.reform(move |n: u64| {
            let seats = u32::try_from(n).ok().and_then(Seats::new).unwrap_or(Seats::MAX);
            Intent::Do(make(seats))
        })
    };
    let on_rule = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let index = usize::try_from(select.selected_index()).unwrap_or(0);
            if let Some(rule) = MINIMUM_RULES.get(index) {
                dispatch.emit(Intent::Do(Action::SetMinimumRule(*rule)));
            }
        })
    };
    let by_key = matches!(allocating.scheme, Scheme::Key(_));
    html! {
        <section class="settings" aria-labelledby="settings-title">
            <h2 id="settings-title">{ words.key(Key::Settings) }</h2>
            <SchemeChoice scheme={allocating.scheme.clone()} dispatch={&props.dispatch} />
            <div hidden={by_key}>
                <NumberField id="house" label={words.key(Key::HouseSize)} value={Some(u64::from(allocating.house.get()))}
                    limit={u64::from(MAX_SEATS)} on_commit={seats(Action::SetHouse)} />
            </div>
            <NumberOfDelegates report={&props.report} dispatch={&props.dispatch} />
            <div hidden={by_key}>
                <MethodChoice method={allocating.method.clone()} dispatch={&props.dispatch} />
                <NumberField id="minimum" label={words.key(Key::MinimumEach)} value={Some(u64::from(allocating.minimum.get()))}
                    limit={u64::from(MAX_SEATS)} on_commit={seats(Action::SetMinimum)} />
            </div>
            <div class="field" hidden={by_key}>
                <label for="minimum-rule">{ words.key(Key::MinimumRule) }</label>
                <select id="minimum-rule" onchange={on_rule}>
                    { for MINIMUM_RULES.iter().map(|rule| html! {
                        <option selected={*rule == allocating.minimum_rule}>{ words.say(&Msg::MinimumRule(*rule)) }</option>
                    }) }
                </select>
            </div>
        </section>
    }
}
