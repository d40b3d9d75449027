//! `Run`: a job gone through step by step, so that somebody can look on, and stop it, between two steps.

use super::{Answer, Ask, Job, Progress};
use crate::apportion::Method;
use crate::apportion::biproportional::{self, MatrixError, MatrixProblem, Rounding};
use crate::apportion::controlled::{self, ControlledProblem};
use crate::codec::snapshot::read;
use crate::exchange::{Grid, MatrixTable, MatrixTableError};
use crate::scenario::regroup::{Wish, regrouped};
use crate::scenario::{House, Houses, Rival, Scenario, Solved, UnitId, derive, explain, groups, rival};
use std::ops::ControlFlow;
use std::rc::Rc;

/// A job on its way.
#[derive(Debug)]
pub struct Run {
    done: u32,
    of: u32,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Houses {
        houses: Box<Houses>,
        first: u32,
        found: Vec<House>,
    },
    Rivals {
        scenario: Box<Scenario>,
        left: std::vec::IntoIter<Method>,
        found: Vec<Rival>,
    },
    /// The seats of the units come first: they are a step of their own.
    Derive(Rc<Scenario>),
    Plan {
        left: std::vec::IntoIter<ControlledProblem>,
        found: Vec<Solved>,
    },
    Explain(UnitId, Box<Scenario>),
    Regroup(Wish, Rc<Scenario>),
    Matrix(Box<MatrixProblem>),
    Over(Answer),
}

impl Run {
    /// A job before its first step.
    pub fn of(job: Job) -> Self {
        let scenario = read(&job.record).map(|snapshot| snapshot.scenario);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (of, stage) = match (job.ask, scenario) {
            (Ask::Houses { row, from, to }, Ok(scenario)) => {
                // One house more below, so that a paradox at the first one is seen.
                let stage = match Houses::of(&scenario, row, from.saturating_sub(1).max(1)..=to) {
                    Some(houses) => {
                        Stage::Houses { houses: Box::new(houses), first: from, found: Vec::new() }
                    }
                    None => Stage::Over(Answer::Houses(Vec::new())),
                };
                (to.saturating_sub(from).saturating_add(1), stage)
            }
            (Ask::Rivals(names), Ok(scenario)) => {
                let methods: Vec<_> = names.iter().filter_map(|name| Method::parse(name)).collect();
                let (of, scenario) = (count(methods.len()), Box::new(scenario));
                (of, Stage::Rivals { scenario, left: methods.into_iter(), found: Vec::new() })
            }
            (Ask::Plan, Ok(scenario)) => (1, Stage::Derive(Rc::new(scenario))),
            (Ask::Explain(unit), Ok(scenario)) => (1, Stage::Explain(unit, Box::new(scenario))),
            (Ask::Regroup(wish), Ok(scenario)) => (1, Stage::Regroup(wish, Rc::new(scenario))),
            (Ask::Matrix { table, rounding }, _) => {
                let stage = match matrix(&table, rounding) {
                    Ok(problem) => Stage::Matrix(Box::new(problem)),
                    Err(error) => Stage::Over(Answer::Matrix(Err(error))),
                };
                (1, stage)
            }
            (_, Err(_)) => (1, Stage::Over(Answer::Nothing)),
        };
        Self { done: 0, of, stage }
    }

    /// One step: how far it is then, or what came of it.
    pub fn step(&mut self) -> ControlFlow<Answer, Progress> {
        // Whoever goes on after the end is told that there is nothing more.
        let stage = std::mem::replace(&mut self.stage, Stage::Over(Answer::Nothing));
        self.stage = match stage {
            Stage::Houses { mut houses, first, mut found } => match houses.next() {
                Some(house) => {
                    // Houses that the bounds forbid are passed over.
                    self.done = house.size.get().saturating_add(1).saturating_sub(first);
                    if house.size.get() >= first {
                        found.push(house);
                    }
                    Stage::Houses { houses, first, found }
                }
                None => Stage::Over(Answer::Houses(found)),
            },
            Stage::Rivals { scenario, mut left, mut found } => match left.next() {
                Some(method) => {
                    found.push(rival(&scenario, &method));
                    self.done += 1;
                    Stage::Rivals { scenario, left, found }
                }
                None => Stage::Over(Answer::Rivals(found)),
            },
            Stage::Derive(scenario) => match groups(&derive(&scenario, None)) {
                Ok(groups) => {
                    let left: Vec<_> = groups.into_iter().map(|(_, problem)| problem).collect();
                    self.of = u32::try_from(left.len()).unwrap_or(u32::MAX);
                    Stage::Plan { left: left.into_iter(), found: Vec::new() }
                }
                Err(_) => Stage::Over(Answer::Plan(Vec::new())),
            },
            Stage::Plan { mut left, mut found } => match left.next() {
                Some(problem) => {
                    found.push(controlled::solve(&problem));
                    self.done += 1;
                    Stage::Plan { left, found }
                }
                None => Stage::Over(Answer::Plan(found)),
            },
            Stage::Explain(unit, scenario) => Stage::Over(Answer::Explained(explain(&scenario, unit))),
            Stage::Regroup(wish, scenario) => {
                Stage::Over(Answer::Regrouped(regrouped(&derive(&scenario, None), &wish)))
            }
            Stage::Matrix(problem) => {
                let solved = biproportional::solve(&problem).map(|allocation| allocation.outcome);
                Stage::Over(Answer::Matrix(solved))
            }
            Stage::Over(answer) => return ControlFlow::Break(answer),
        };
        ControlFlow::Continue(Progress { done: self.done, of: self.of })
    }
}

/// The matrix of a pasted table. Whoever asks has read it; whoever asks something else is told no more than that it is none.
fn matrix(table: &str, rounding: Rounding) -> Result<MatrixProblem, MatrixError> {
    let grid = Grid::from_pasted(table).map_err(|_| MatrixError::Empty)?;
    MatrixTable::of(&grid, rounding).map(|table| table.problem).map_err(|error| match error {
        MatrixTableError::TooManyCells { rows, columns } => MatrixError::TooManyCells { rows, columns },
        MatrixTableError::TooSmall | MatrixTableError::Cell { .. } => MatrixError::Empty,
    })
}

/// Goes through a job to its end; `None` if `tell` broke it off.
pub fn run(job: Job, tell: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> Option<Answer> {
    let mut run = Run::of(job);
    loop {
        match run.step() {
            ControlFlow::Break(answer) => return Some(answer),
            ControlFlow::Continue(progress) => {
                if tell(progress).is_break() {
                    return None;
                }
            }
        }
    }
}
