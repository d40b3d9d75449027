//! The compare step: what other methods, other houses, another attendance and another scenario would give, beside what is
//! chosen.

mod methods;
mod other;
mod sweep;
mod what_if;

use crate::effects::library::{Shelf, Wish};
use crate::store::Intent;
use delegate_roster::codec::library::EntryId;
use delegate_roster::scenario::Report;
use methods::Methods;
use other::OtherScenario;
use std::rc::Rc;
use sweep::Sweep;
use what_if::WhatIf;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
    pub shelf: Shelf,
    /// The entry that is open.
    pub current: EntryId,
    pub on_wish: Callback<Wish>,
}

#[component]
pub fn CompareStep(props: &Props) -> Html {
    html! {
        <div class="step-compare">
            <WhatIf report={props.report.clone()} dispatch={&props.dispatch} />
            <Sweep report={props.report.clone()} />
            <Methods report={props.report.clone()} dispatch={&props.dispatch} />
            <OtherScenario report={props.report.clone()} dispatch={&props.dispatch} shelf={props.shelf.clone()}
                current={props.current} on_wish={&props.on_wish} />
        </div>
    }
}
