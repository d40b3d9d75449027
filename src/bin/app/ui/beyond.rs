//! What lies beyond the first screen: the other steps and the dialogs. Told apart from the frame (`app.rs`), so that it can be
//! fetched behind it (`tools/split.py`); knows no more than the frame lends it.

use super::compare::CompareStep;
use super::composition::{Asked as AskedCell, CompositionStep};
use super::elections::ElectionsStep;
use super::errand::Errand;
use super::examples::Examples;
use super::help::Help;
use super::import::Import;
use super::library::Library;
use super::opened::Opened;
use super::over::{Over, Stage};
use super::refused::Refusal;
use super::report::ReportStep;
use super::roster::Roster;
use super::rules::RulesStep;
use super::share::Share;
use super::sittings::SittingsStep;
use super::tour::Tour;
use crate::effects::dropping::Dropped;
use crate::effects::library::{Shelf, Wish};
use crate::effects::location::Link;
use crate::place::Place;
use crate::store::{Intent, State};
use delegate_roster::scenario::{self, DelegateId, Field, Report, UnitId};
use std::rc::Rc;
use yew::prelude::*;

/// What the frame lends.
pub struct Beyond<'a> {
    pub place: Place,
    pub store: &'a State,
    pub report: &'a Rc<Report>,
    pub refused: &'a Rc<Vec<Refusal>>,
    pub dispatch: &'a Callback<Intent>,
    pub on_go: &'a Callback<scenario::Place>,
    pub on_import: &'a Callback<Option<AttrValue>>,
    pub target: &'a Errand<(UnitId, Field)>,
    pub sought: &'a Errand<DelegateId>,
    pub asked_cell: &'a AskedCell,
    pub led: &'a Errand<AttrValue>,
    pub shelf: &'a Shelf,
    pub on_wish: &'a Callback<Wish>,
    pub over: &'a Stage,
    pub dropped: &'a UseStateHandle<Option<(u32, Dropped)>>,
    pub brought: &'a Option<(u32, Dropped)>,
    pub on_file: &'a Callback<Dropped>,
    pub on_scenario: &'a Callback<Rc<Link>>,
    pub on_examples: &'a Callback<()>,
    pub tour: &'a Tour,
    pub close: &'a Callback<Over>,
}

impl Beyond<'_> {
    /// The step that is open, where it is not the first.
    #[inline(never)]
    pub fn step(&self) -> Html {
        let Self { store, dispatch, on_go, on_import, target, sought, on_wish, .. } = *self;
        let (report, opening) = (self.report.clone(), store.document.opening);
        // What a step remembers, a text that did not fit or a tick, is of the scenario that was open. Comparing goes on with another.
        let key = |step: &str| format!("{step}-{opening}");
        match self.place {
            Place::Allocation => html! { <div></div> },
            Place::Roster => html! {
                <Roster key={key("roster")} {report} drafts={store.beside.drafts.clone()} refused={self.refused.clone()} {dispatch}
                    {on_go} {on_import} target={target.clone()} sought={sought.clone()} />
            },
            Place::Rules => html! { <RulesStep key={key("rules")} {report} {dispatch} /> },
            Place::Sittings => html! { <SittingsStep key={key("sittings")} {report} {dispatch} /> },
            Place::Elections => {
                html! { <ElectionsStep key={key("elections")} {report} keys={store.beside.candidates.clone()} {dispatch} /> }
            }
            Place::Composition => html! {
                <CompositionStep key={key("composition")} {report} {dispatch} {on_go} asked={self.asked_cell.clone()} led={self.led.clone()} />
            },
            Place::Compare => html! {
                <CompareStep key="compare" {report} {dispatch} shelf={self.shelf.clone()} current={store.document.id} {on_wish} />
            },
            Place::Report => html! { <ReportStep key={key("report")} {report} /> },
        }
    }

    /// The dialogs that were ever asked for.
    #[inline(never)]
    pub fn dialogs(&self) -> Html {
        let Self { store, report, dispatch, over, dropped, on_wish, on_scenario, on_examples, .. } = *self;
        let closing = |over: Over| self.close.reform(move |()| over.clone());
        let close_import = {
            let (dropped, close) = (dropped.setter(), closing(Over::Import));
            Callback::from(move |()| {
                dropped.set(None);
                close.emit(());
            })
        };
        html! {
            <div class="dialogs">
                if over.made.share {
                    <Share open={over.over == Over::Share} report={report.clone()} on_close={closing(Over::Share)} />
                }
                if over.made.import {
                    <Import open={over.over == Over::Import} dropped={(**dropped).clone()} scenario={store.scenario().clone()} {dispatch}
                        {on_scenario} on_close={close_import} />
                }
                if over.made.library {
                    <Library open={over.over == Over::Library} shelf={self.shelf.clone()} current={store.document.id}
                        title={store.scenario().title.clone()} {on_wish} {on_examples}
                        brought={self.brought.clone()} {on_scenario} on_table={self.on_file} on_close={closing(Over::Library)} />
                }
                if over.made.examples {
                    <Examples open={over.over == Over::Examples} {on_wish} on_close={closing(Over::Examples)} />
                }
                if over.made.help {
                    <Help open={over.over == Over::Help} place={self.place} on_tour={&self.tour.on_go} on_close={closing(Over::Help)} />
                }
                if over.made.shared {
                    { self.opened() }
                }
            </div>
        }
    }

    /// The dialog for a link that was opened.
    fn opened(&self) -> Html {
        let (shared, turn, looked_at) = (self.over.over.link(), self.over.turn, self.over.over.clone());
        let on_close = self.close.reform(move |()| looked_at.clone());
        let (mine, dispatch, on_wish) = (self.report.clone(), self.dispatch, self.on_wish);
        html! { <Opened {shared} {mine} {turn} {dispatch} {on_wish} {on_close} /> }
    }
}
