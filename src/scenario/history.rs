//! `History`: the scenario now, the steps that led here and those undone. Keeps whole states; they share their rows.

use super::trail::{Taken, Touched};
use super::{Action, Scenario, Step, apply};
use std::collections::VecDeque;
use std::rc::Rc;

/// The most steps kept.
const MAX_STEPS: usize = 200;
/// The most rows kept over all steps: a table of pointers each, so about 16 MiB in the browser.
const MAX_ROWS: usize = 4_000_000;

/// What a state costs at most: its units, delegates and marks.
fn rows_of(scenario: &Scenario) -> usize {
    scenario.units.len() + scenario.people.delegates.len() + scenario.people.marks()
}

/// A scenario with its past and its undone future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    past: VecDeque<(Step, Rc<Scenario>)>,
    /// Steps before those that are kept.
    forgotten: usize,
    present: Rc<Scenario>,
    future: Vec<(Step, Rc<Scenario>)>,
}

/// A way through the history, in steps from where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leap {
    /// So many steps are taken back; none leads nowhere.
    Back(usize),
    /// So many undone steps are brought back.
    Ahead(usize),
}

impl History {
    /// A history that begins here.
    pub fn new(scenario: Scenario) -> Self {
        Self { past: VecDeque::new(), forgotten: 0, present: Rc::new(scenario), future: Vec::new() }
    }

    /// The scenario now.
    pub fn present(&self) -> &Rc<Scenario> {
        &self.present
    }

    /// Applies an action; `None` if it changes nothing, so that no empty step is kept.
    pub fn apply(&self, action: &Action) -> Option<Self> {
        let next = apply(&self.present, action)?;
        let mut past = self.past.clone();
        past.push_back((action.step(), Rc::clone(&self.present)));
        let mut rows: usize = past.iter().map(|(_, scenario)| rows_of(scenario)).sum();
        while past.len() > MAX_STEPS || (rows > MAX_ROWS && past.len() > 1) {
            rows -= past.pop_front().map_or(0, |(_, scenario)| rows_of(&scenario));
        }
        let forgotten = self.steps() + 1 - past.len();
        Some(Self { past, forgotten, present: Rc::new(next), future: Vec::new() })
    }

    /// How many steps have been done, those that are kept no more among them; each that is taken back is one fewer.
    pub fn steps(&self) -> usize {
        self.forgotten + self.past.len()
    }

    /// The same without the steps taken back: something else was done since.
    #[must_use]
    pub fn cut(&self) -> Self {
        Self { future: Vec::new(), ..self.clone() }
    }

    /// The step that undo would take back.
    pub fn undoable(&self) -> Option<Step> {
        self.past.back().map(|(step, _)| *step)
    }

    /// The step that redo would bring back.
    pub fn redoable(&self) -> Option<Step> {
        self.future.last().map(|(step, _)| *step)
    }

    /// Takes one step back; `None` at the beginning.
    pub fn undo(&self) -> Option<Self> {
        self.leap(Leap::Back(1))
    }

    /// Brings one undone step back; `None` if there is none.
    pub fn redo(&self) -> Option<Self> {
        self.leap(Leap::Ahead(1))
    }

    /// Goes several steps at once; `None` where there are not so many, or none is asked for.
    pub fn leap(&self, leap: Leap) -> Option<Self> {
        let (Leap::Back(steps) | Leap::Ahead(steps)) = leap;
        if steps == 0 {
            return None;
        }
        let mut next = self.clone();
        for _ in 0..steps {
            match leap {
                Leap::Back(_) => {
                    let (step, scenario) = next.past.pop_back()?;
                    next.future.push((step, std::mem::replace(&mut next.present, scenario)));
                }
                Leap::Ahead(_) => {
                    let (step, scenario) = next.future.pop()?;
                    next.past.push_back((step, std::mem::replace(&mut next.present, scenario)));
                }
            }
        }
        Some(next)
    }

    /// The steps around the present, the latest first: at most so many undone ones, and so many that led here. The leap of
    /// each leads to the state after it; where it is `Back(0)`, that is the present.
    pub fn trail(&self, most: usize) -> Vec<Taken> {
        let taken = |to: Leap, step: Step, before: &Scenario, after: &Scenario| Taken {
            to,
            step,
            touched: Touched::between(step, before, after),
        };
        // The state before an undone step is the one after the step that is nearer to the present.
        let nearer =
            || std::iter::once(&self.present).chain(self.future.iter().rev().map(|(_, state)| state));
        let ahead = self.future.iter().rev().zip(nearer()).take(most);
        let ahead =
            ahead.zip(1..).map(|(((step, after), before), n)| taken(Leap::Ahead(n), *step, before, after));
        let mut trail: Vec<_> = ahead.collect();
        trail.reverse();
        let later = std::iter::once(&self.present).chain(self.past.iter().rev().map(|(_, state)| state));
        let back = self.past.iter().rev().zip(later).take(most);
        trail.extend(
            back.zip(0..).map(|(((step, before), after), n)| taken(Leap::Back(n), *step, before, after)),
        );
        trail
    }
}
