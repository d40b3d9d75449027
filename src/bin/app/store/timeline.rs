//! `Timeline`: what was done in its order, with the texts that did not fit among the steps of the history. Undo takes back what
//! came last, whichever it was; and the texts are those that stood there then, so none outlives its unit.

use super::Drafts;
use delegate_roster::scenario::{History, Leap, Step};
use std::collections::VecDeque;
use std::rc::Rc;

/// The most entries kept: more than the history has steps.
const MAX_ENTRIES: usize = 400;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// A step of the history, with the texts that came or went along.
    Step,
    /// Texts that did not fit came or went, and nothing else.
    Refused,
}

/// What was done, and the texts on the other side of it: before it in the past, after it in the future.
type Entry = (Done, Rc<Drafts>);

/// The past and the undone future.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    past: VecDeque<Entry>,
    future: Vec<Entry>,
}

/// A state that was gone to.
pub struct Gone {
    pub history: History,
    pub drafts: Rc<Drafts>,
    pub timeline: Timeline,
}

impl Timeline {
    /// A step of the history was done, and these texts stood there before it.
    pub fn stepped(&self, before: Rc<Drafts>) -> Self {
        self.after((Done::Step, before))
    }

    /// Texts came or went, from these to those. One that was dropped as soon as it came was never there.
    pub fn refused(&self, from: &Rc<Drafts>, to: &Drafts) -> Self {
        match self.past.back() {
            Some((Done::Refused, before)) if **before == *to => {
                let kept = self.past.len() - 1;
                Self { past: self.past.iter().take(kept).cloned().collect(), future: Vec::new() }
            }
            _ => self.after((Done::Refused, from.clone())),
        }
    }

    fn after(&self, entry: Entry) -> Self {
        let skipped = (self.past.len() + 1).saturating_sub(MAX_ENTRIES);
        let past = self.past.iter().skip(skipped).cloned().chain([entry]).collect();
        Self { past, future: Vec::new() }
    }

    /// What undo would take back.
    pub fn undoable(&self, history: &History) -> Option<Step> {
        match self.past.back() {
            Some((Done::Refused, _)) => Some(Step::Refused),
            _ => history.undoable(),
        }
    }

    /// What redo would bring back.
    pub fn redoable(&self, history: &History) -> Option<Step> {
        match self.future.last() {
            Some((Done::Refused, _)) => Some(Step::Refused),
            _ => history.redoable(),
        }
    }

    /// One back, be it a step or a text.
    pub fn undo(&self, history: &History, drafts: &Rc<Drafts>) -> Option<Gone> {
        match self.undoable(history)? {
            Step::Refused => Some(self.gone(history.clone(), drafts, Self::back)),
            _ => self.leap(history, drafts, Leap::Back(1)),
        }
    }

    /// One ahead, be it a step or a text.
    pub fn redo(&self, history: &History, drafts: &Rc<Drafts>) -> Option<Gone> {
        match self.redoable(history)? {
            Step::Refused => Some(self.gone(history.clone(), drafts, Self::ahead)),
            _ => self.leap(history, drafts, Leap::Ahead(1)),
        }
    }

    fn gone(
        &self,
        history: History,
        drafts: &Rc<Drafts>,
        go: fn(&mut Self, &mut Rc<Drafts>) -> Option<Done>,
    ) -> Gone {
        let mut gone = Gone { history, drafts: drafts.clone(), timeline: self.clone() };
        go(&mut gone.timeline, &mut gone.drafts);
        gone
    }

    /// So many steps, with the texts between them.
    pub fn leap(&self, history: &History, drafts: &Rc<Drafts>, leap: Leap) -> Option<Gone> {
        let history = history.leap(leap)?;
        let mut gone = Gone { history, drafts: drafts.clone(), timeline: self.clone() };
        let (Leap::Back(steps) | Leap::Ahead(steps)) = leap;
        let mut left = steps;
        while left > 0 {
            let done = match leap {
                Leap::Back(_) => gone.timeline.back(&mut gone.drafts),
                Leap::Ahead(_) => gone.timeline.ahead(&mut gone.drafts),
            };
            match done {
                Some(Done::Step) => left -= 1,
                Some(Done::Refused) => {}
                None => break, // older than what is kept here
            }
        }
        Some(gone)
    }

    fn back(&mut self, drafts: &mut Rc<Drafts>) -> Option<Done> {
        let (done, before) = self.past.pop_back()?;
        self.future.push((done, std::mem::replace(drafts, before)));
        Some(done)
    }

    fn ahead(&mut self, drafts: &mut Rc<Drafts>) -> Option<Done> {
        let (done, after) = self.future.pop()?;
        self.past.push_back((done, std::mem::replace(drafts, after)));
        Some(done)
    }
}
