//! `Timeline`: what was done in its order, with the texts that did not fit among the steps of the history. Undo takes back what
//! came last, whichever it was; and what stands beside the scenario is what stood there then, so no text outlives its unit.

use super::{Beside, Drafts};
use delegate_roster::scenario::{History, Leap, Step};
use std::collections::VecDeque;

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

/// What was done, and what stood beside the scenario on the other side of it: before it in the past, after it in the future.
type Entry = (Done, Beside);

/// The past and the undone future.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    past: VecDeque<Entry>,
    future: Vec<Entry>,
}

/// A state that was gone to.
pub struct Gone {
    pub history: History,
    pub beside: Beside,
    pub timeline: Timeline,
}

impl Timeline {
    /// A step of the history was done, and this stood beside the scenario before it.
    pub fn stepped(&self, before: Beside) -> Self {
        self.after((Done::Step, before))
    }

    /// Texts came or went, from these to those. One that was dropped as soon as it came was never there.
    pub fn refused(&self, from: &Beside, to: &Drafts) -> Self {
        match self.past.back() {
            Some((Done::Refused, before)) if *before.drafts == *to => {
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
    pub fn undo(&self, history: &History, beside: &Beside) -> Option<Gone> {
        match self.undoable(history)? {
            Step::Refused => Some(self.gone(history.clone(), beside, Self::back)),
            _ => self.leap(history, beside, Leap::Back(1)),
        }
    }

    /// One ahead, be it a step or a text.
    pub fn redo(&self, history: &History, beside: &Beside) -> Option<Gone> {
        match self.redoable(history)? {
            Step::Refused => Some(self.gone(history.clone(), beside, Self::ahead)),
            _ => self.leap(history, beside, Leap::Ahead(1)),
        }
    }

    fn gone(
        &self,
        history: History,
        beside: &Beside,
        go: fn(&mut Self, &mut Beside) -> Option<Done>,
    ) -> Gone {
        let mut gone = Gone { history, beside: beside.clone(), timeline: self.clone() };
        go(&mut gone.timeline, &mut gone.beside);
        gone
    }

    /// So many steps, with the texts between them.
    pub fn leap(&self, history: &History, beside: &Beside, leap: Leap) -> Option<Gone> {
        let history = history.leap(leap)?;
        let mut gone = Gone { history, beside: beside.clone(), timeline: self.clone() };
        let (Leap::Back(steps) | Leap::Ahead(steps)) = leap;
        let mut left = steps;
        while left > 0 {
            let done = match leap {
                Leap::Back(_) => gone.timeline.back(&mut gone.beside),
                Leap::Ahead(_) => gone.timeline.ahead(&mut gone.beside),
            };
            match done {
                Some(Done::Step) => left -= 1,
                Some(Done::Refused) => {}
                None => break, // older than what is kept here
            }
        }
        Some(gone)
    }

    fn back(&mut self, beside: &mut Beside) -> Option<Done> {
        let (done, before) = self.past.pop_back()?;
        self.future.push((done, std::mem::replace(beside, before)));
        Some(done)
    }

    fn ahead(&mut self, beside: &mut Beside) -> Option<Done> {
        let (done, after) = self.future.pop()?;
        self.past.push_back((done, std::mem::replace(beside, after)));
        Some(done)
    }
}
