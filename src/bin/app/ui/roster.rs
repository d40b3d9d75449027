//! The roster step: from seats to delegates present, by unit and by delegation.

use super::delegations::Delegations;
use super::endings::Endings;
use super::errand::Errand;
use super::grid::{Grid, ROSTER};
use super::people::People;
use super::problems::Problems;
use super::refused::Refusal;
use super::words::use_words;
use crate::store::{Drafts, Intent};
use delegate_roster::scenario::{DelegateId, Field, Place, Report, UnitId};
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
    /// A delegate of the list to go to.
    pub sought: Errand<DelegateId>,
}

#[component]
pub fn Roster(props: &Props) -> Html {
    let words = use_words();
    html! {
        <div class="step-grid wide">
            <section class="main-column">
                <Grid name="roster" report={&props.report} drafts={&props.drafts} columns={ROSTER}
                    label={words.key(Key::ByUnit)} dispatch={&props.dispatch}
                    on_import={&props.on_import} target={props.target.clone()} />
            </section>
            <aside class="side-column">
                <Problems report={&props.report} drafts={&props.drafts} refused={&props.refused} on_go={&props.on_go} />
                <section class="identities" aria-labelledby="identities-title">
                    <h2 id="identities-title">{ words.key(Key::HowItAddsUp) }</h2>
                    <ul>
                        <li>{ words.key(Key::IdentitySeats) }</li>
                        <li>{ words.key(Key::IdentityActual) }</li>
                        <li>{ words.key(Key::IdentityPresent) }</li>
                    </ul>
                </section>
            </aside>
            <div class="full-width"><Endings report={&props.report} dispatch={&props.dispatch} /></div>
            <div class="full-width"><People report={&props.report} dispatch={&props.dispatch} target={props.sought.clone()} /></div>
            <div class="full-width"><Delegations report={&props.report} dispatch={&props.dispatch} /></div>
        </div>
    }
}
