//! The sittings step: every meeting at which attendance is counted, in order, and what the delegations weigh there.

use super::attendance::Attendance;
use super::blocs::Blocs;
use super::calendar::Calendar;
use super::sitting_card::{SittingCard, field_id};
use super::words::use_words;
use crate::effects::announce;
use crate::store::Intent;
use delegate_roster::limits::MAX_SITTINGS;
use delegate_roster::scenario::{Action, Name, Report, SittingId};
use delegate_roster::text::{Key, Msg};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn SittingsStep(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let count = report.scenario.sittings.len();
    let add = {
        let name = Name::new(&words.say(&Msg::SittingNumber(count + 1))).unwrap_or_default();
        let (dispatch, next) = (props.dispatch.clone(), report.scenario.next(0).map(SittingId));
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Intent::Do(Action::AddSitting(name.clone())));
            if let Some(next) = next {
                announce::select_soon(field_id(next, "name"));
            }
        })
    };
    html! {
        <div class="step-sittings">
            <section aria-labelledby="sittings-title">
                <h2 id="sittings-title">{ words.key(Key::StepSittings) }</h2>
                <p class="hint">{ words.key(Key::SittingsHint) }</p>
                <ol class="sittings">
                    { for (0..count).map(|at| {
                        let id = report.scenario.sittings.get(at).map_or(0, |sitting| sitting.id.0);
                        html! { <SittingCard key={id} report={report.clone()} {at} dispatch={&props.dispatch} /> }
                    }) }
                </ol>
                <button type="button" id="add-sitting" onclick={add} disabled={count >= MAX_SITTINGS}>{ words.key(Key::AddSitting) }</button>
            </section>
            <div class="sittings-aside">
                <Attendance report={report.clone()} />
                <Blocs report={report.clone()} />
            </div>
            <Calendar report={report.clone()} dispatch={&props.dispatch} />
        </div>
    }
}
