//! The store: the one owner of the page's state. Pure data and a reducer; no browser in here.

use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{Action, Field, History, Report, Scenario, Step, UnitId, derive};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;

/// A text that does not fit its cell: kept where it was typed until it is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    pub error: CellError,
}

/// Drafts by cell.
pub type Drafts = BTreeMap<(UnitId, Field), Draft>;

/// What a component can ask for.
#[derive(Clone, Debug)]
pub enum Intent {
    /// Do something to the scenario.
    Do(Action),
    /// Change cells, and keep the texts that did not fit.
    Enter { action: Action, drafts: Vec<(UnitId, Field, Draft)> },
    /// Forget the draft of a cell.
    Discard(UnitId, Field),
    /// Take back the last step.
    Undo,
    /// Bring back the step taken back.
    Redo,
}

/// What happened last, for the announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    Nothing,
    Did(Step),
    Undid(Step),
    Redid(Step),
}

/// Everything the page shows that is worth keeping.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub history: History,
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    /// Counts the changes of the scenario; effects watch it.
    pub revision: u32,
    pub happened: Happened,
}

impl State {
    pub fn new(scenario: Scenario) -> Self {
        let history = History::new(scenario);
        let report = Rc::new(derive(history.present(), None));
        Self { history, report, drafts: Rc::default(), revision: 0, happened: Happened::Nothing }
    }

    pub fn scenario(&self) -> &Rc<Scenario> {
        self.history.present()
    }

    fn with(&self, history: History, drafts: Drafts, happened: Happened) -> Rc<Self> {
        let report = Rc::new(derive(history.present(), Some(&self.report)));
        Rc::new(Self { history, report, drafts: Rc::new(drafts), revision: self.revision + 1, happened })
    }

    fn step(self: Rc<Self>, action: &Action, drafts: Drafts) -> Rc<Self> {
        match self.history.apply(action) {
            Some(history) => self.with(history, drafts, Happened::Did(action.step())),
            None if drafts == *self.drafts => self,
            None => Rc::new(Self { drafts: Rc::new(drafts), ..(*self).clone() }),
        }
    }

    /// The drafts that remain once `action` has given cells a proper value or taken their units away.
    fn drafts_after(&self, action: &Action) -> Drafts {
        let mut drafts = (*self.drafts).clone();
        match action {
            Action::Edit(edits) => {
                drafts.retain(|cell, _| !edits.iter().any(|(id, edit)| (*id, edit.field()) == *cell))
            }
            Action::Remove(ids) => drafts.retain(|(id, _), _| !ids.contains(id)),
            Action::Replace(..) => drafts.clear(),
            _ => {}
        }
        drafts
    }
}

impl Reducible for State {
    type Action = Intent;

    fn reduce(self: Rc<Self>, intent: Intent) -> Rc<Self> {
        match intent {
            Intent::Do(action) => {
                let drafts = if self.drafts.is_empty() { Drafts::new() } else { self.drafts_after(&action) };
                self.step(&action, drafts)
            }
            Intent::Enter { action, drafts: fresh } => {
                let mut drafts = self.drafts_after(&action);
                drafts.extend(fresh.into_iter().map(|(id, field, draft)| ((id, field), draft)));
                self.step(&action, drafts)
            }
            Intent::Discard(id, field) => {
                let mut drafts = (*self.drafts).clone();
                match drafts.remove(&(id, field)) {
                    Some(_) => Rc::new(Self { drafts: Rc::new(drafts), ..(*self).clone() }),
                    None => self,
                }
            }
            Intent::Undo => match (self.history.undo(), self.history.undoable()) {
                (Some(history), Some(step)) => {
                    self.with(history, (*self.drafts).clone(), Happened::Undid(step))
                }
                _ => self,
            },
            Intent::Redo => match (self.history.redo(), self.history.redoable()) {
                (Some(history), Some(step)) => {
                    self.with(history, (*self.drafts).clone(), Happened::Redid(step))
                }
                _ => self,
            },
        }
    }
}
