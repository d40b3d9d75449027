//! The store: the one owner of the page's state. Pure data and a reducer; no browser in here.

mod timeline;

use delegate_roster::codec::library::EntryId;
use delegate_roster::codec::snapshot::Revision;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{
    Action, CandidateKeys, Field, History, Leader, Leap, Report, Scenario, Step, UnitId, derive,
};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;
use timeline::{Gone, Timeline};
use yew::Reducible;

/// A text that does not fit its cell: kept where it was typed until it is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    pub error: CellError,
}

/// Drafts by cell.
pub type Drafts = BTreeMap<(UnitId, Field), Draft>;

/// What stands beside the scenario, at each of its steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    pub drafts: Rc<Drafts>,
    /// Who is in the rows of the elections.
    pub candidates: Rc<CandidateKeys>,
}

/// What a component can ask for.
#[derive(Clone, Debug)]
pub enum Intent {
    /// Do something to the scenario.
    Do(Action),
    /// Change cells, and keep the texts that did not fit.
    Enter { action: Action, drafts: Vec<(UnitId, Field, Draft)> },
    /// Forget the draft of a cell.
    Discard(UnitId, Field),
    /// Take back what came last: a step, or a text that did not fit.
    Undo,
    /// Bring back what was taken back last.
    Redo,
    /// Several of either at once.
    Leap(Leap),
    /// Put another scenario in place of this one, with a history of its own.
    Open(Box<Opening>),
}

/// A scenario to open.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub scenario: Scenario,
    /// Its entry in the library.
    pub id: EntryId,
    /// The save it came from.
    pub seen: Revision,
    pub kept: Kept,
}

/// Whether a scenario that was just opened is in the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is.
    Stored,
    /// It is not, and nobody would miss it: the example as the page came with it.
    Untouched,
    /// It is not, and is to be stored at once.
    New,
}

/// The entry of the library that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: EntryId,
    /// The save from which it was opened.
    pub seen: Revision,
    pub kept: Kept,
    /// Counts the openings; effects watch it.
    pub opening: u32,
}

/// What happened last, for the announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    Nothing,
    Did(Step),
    Undid(Step),
    Redid(Step),
    Leapt(Leap),
    Opened,
}

/// Everything the page shows that is worth keeping.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub history: History,
    pub report: Rc<Report>,
    pub beside: Beside,
    /// The steps and the drafts in the order in which they came.
    timeline: Timeline,
    /// Counts the changes of the scenario; effects watch it.
    pub revision: u32,
    pub happened: Happened,
    pub document: Document,
}

impl State {
    pub fn new(opening: Opening) -> Self {
        let Opening { scenario, id, seen, kept } = opening;
        let history = History::new(scenario);
        let report = Rc::new(derive(history.present(), None));
        let document = Document { id, seen, kept, opening: 0 };
        let (beside, timeline) = (Beside::default(), Timeline::default());
        Self { history, report, beside, timeline, revision: 0, happened: Happened::Nothing, document }
    }

    pub fn scenario(&self) -> &Rc<Scenario> {
        self.history.present()
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<Step> {
        self.timeline.undoable(&self.history)
    }

    /// What redo would bring back.
    pub fn redoable(&self) -> Option<Step> {
        self.timeline.redoable(&self.history)
    }

    fn step(self: Rc<Self>, action: &Action, mut drafts: Drafts) -> Rc<Self> {
        match self.history.apply(action) {
            Some(history) => {
                // They were typed for the sitting that was shown.
                let (was, is) = (self.scenario(), history.present());
                if is.shown != was.shown {
                    drafts.retain(|(_, field), _| !field.is_attendance());
                } else if !drafts.is_empty() && is.counted_otherwise() != was.counted_otherwise() {
                    let waits =
                        |error: &CellError| matches!(error, CellError::Follows(Leader::Sitting { .. }));
                    drafts.retain(|_, draft| !waits(&draft.error));
                }
                let timeline = self.timeline.stepped(self.beside.clone());
                let keys = self.beside.candidates.after(action, self.scenario(), history.present());
                let candidates = keys.map_or_else(|| self.beside.candidates.clone(), Rc::new);
                let beside = Beside { drafts: Rc::new(drafts), candidates };
                self.gone(Gone { history, beside, timeline }, Happened::Did(action.step()))
            }
            None => self.draft(drafts),
        }
    }

    /// Other drafts, and nothing else.
    fn draft(self: Rc<Self>, drafts: Drafts) -> Rc<Self> {
        if drafts == *self.beside.drafts {
            return self;
        }
        let timeline = self.timeline.refused(&self.beside, &drafts);
        let beside = Beside { drafts: Rc::new(drafts), ..self.beside.clone() };
        Rc::new(Self { history: self.history.cut(), beside, timeline, ..(*self).clone() })
    }

    fn gone(&self, gone: Gone, happened: Happened) -> Rc<Self> {
        let Gone { history, beside, timeline } = gone;
        if Rc::ptr_eq(history.present(), self.history.present()) {
            return Rc::new(Self { history, beside, timeline, happened, ..self.clone() });
        }
        let report = Rc::new(derive(history.present(), Some(&self.report)));
        let (revision, document) = (self.revision + 1, self.document);
        Rc::new(Self { history, report, beside, timeline, revision, happened, document })
    }

    /// The drafts that remain once `action` has given cells a proper value or taken their units away.
    fn drafts_after(&self, action: &Action) -> Drafts {
        let mut drafts = (*self.beside.drafts).clone();
        match action {
            Action::Edit(edits) | Action::Paste { edits, .. } => {
                for (id, edit) in edits {
                    drafts.remove(&(*id, edit.field()));
                }
            }
            Action::Remove(ids) => {
                let gone: HashSet<UnitId> = ids.iter().copied().collect();
                drafts.retain(|(id, _), _| !gone.contains(id));
            }
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
                let drafts =
                    if self.beside.drafts.is_empty() { Drafts::new() } else { self.drafts_after(&action) };
                self.step(&action, drafts)
            }
            Intent::Enter { action, drafts: fresh } => {
                let mut drafts = self.drafts_after(&action);
                drafts.extend(fresh.into_iter().map(|(id, field, draft)| ((id, field), draft)));
                self.step(&action, drafts)
            }
            Intent::Discard(id, field) => {
                let mut drafts = (*self.beside.drafts).clone();
                drafts.remove(&(id, field));
                self.draft(drafts)
            }
            Intent::Undo => {
                let gone = self.timeline.undo(&self.history, &self.beside).zip(self.undoable());
                gone.map_or(self.clone(), |(gone, step)| self.gone(gone, Happened::Undid(step)))
            }
            Intent::Redo => {
                let gone = self.timeline.redo(&self.history, &self.beside).zip(self.redoable());
                gone.map_or(self.clone(), |(gone, step)| self.gone(gone, Happened::Redid(step)))
            }
            Intent::Leap(leap) => {
                let gone = self.timeline.leap(&self.history, &self.beside, leap);
                gone.map_or(self.clone(), |gone| self.gone(gone, Happened::Leapt(leap)))
            }
            Intent::Open(opening) => {
                let mut next = Self::new(*opening);
                next.document.opening = self.document.opening.wrapping_add(1);
                next.happened = Happened::Opened;
                Rc::new(next)
            }
        }
    }
}
