//! The compare step: what other methods, other houses and another attendance would give, beside what is chosen.

mod methods;
mod sweep;
mod what_if;

use crate::store::Intent;
use delegate_roster::scenario::Report;
use methods::Methods;
use std::rc::Rc;
use sweep::Sweep;
use what_if::WhatIf;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn CompareStep(props: &Props) -> Html {
    html! {
        <div class="step-compare">
            <WhatIf report={props.report.clone()} dispatch={&props.dispatch} />
            <Sweep report={props.report.clone()} />
            <Methods report={props.report.clone()} dispatch={&props.dispatch} />
        </div>
    }
}
