//! The allocation step: the grid of units beside the settings, the problems and the reasons.

use super::errand::Errand;
use super::grid::{ALLOCATION, Grid};
use super::matrix::Matrix;
use super::pictures::Pictures;
use super::problems::Problems;
use super::refused::Refusal;
use super::settings::Settings;
use super::why::Why;
use super::words::use_words;
use crate::store::{Drafts, Intent};
use delegate_roster::scenario::{Field, Place, Report, UnitId};
use delegate_roster::text::Key;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    pub refused: Rc<Vec<Refusal>>,
    pub dispatch: Callback<Intent>,
    pub on_go: Callback<Place>,
    pub on_import: Callback<Option<AttrValue>>,
    pub target: Errand<(UnitId, Field)>,
}

#[component]
pub fn Allocation(props: &Props) -> Html {
    let words = use_words();
    let selected = use_state_eq(|| None::<UnitId>);
    let on_select = use_callback(selected.setter(), |unit, selected| selected.set(unit));
    html! {
        <div class="step-grid">
            <section class="main-column">
                <Grid name="allocation" report={&props.report} drafts={&props.drafts} columns={ALLOCATION}
                    label={words.key(Key::UnitsTable)} dispatch={&props.dispatch}
                    on_import={&props.on_import} {on_select} target={props.target.clone()} />
                <Pictures report={&props.report} />
                <Matrix />
            </section>
            <aside class="side-column">
                <Settings report={&props.report} dispatch={&props.dispatch} />
                <Problems report={&props.report} drafts={&props.drafts} refused={&props.refused} on_go={&props.on_go} />
                <Why report={&props.report} dispatch={&props.dispatch} selected={*selected} />
            </aside>
        </div>
    }
}
