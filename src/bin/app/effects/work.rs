//! `use_work`: a question that a component asks, and what is known of the answer while it changes.

use super::rest;
use super::worker::{Errand, Told, send};
use delegate_roster::scenario::Report;
use delegate_roster::work::{Answer, Ask, Job, Progress};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds before anything is said of work on its way: most of it has ended by then.
const MOMENT: u32 = 150;

/// A question about a report, or about nothing but itself.
#[derive(Clone, Debug)]
pub struct Asked {
    pub report: Option<Rc<Report>>,
    pub ask: Ask,
}

impl PartialEq for Asked {
    /// Whether it is the same question about the same figures: a new title or another sitting makes no new answer.
    fn eq(&self, other: &Self) -> bool {
        let same = |mine: &Rc<Report>, theirs: &Rc<Report>| {
            let (a, b) = (&mine.scenario, &theirs.scenario);
            Rc::ptr_eq(mine, theirs)
                || a.allocating == b.allocating && a.units == b.units && a.composition == b.composition
        };
        self.ask == other.ask
            && match (&self.report, &other.report) {
                (Some(mine), Some(theirs)) => same(mine, theirs),
                (None, None) => true,
                _ => false,
            }
    }
}

/// An answer and the question it belongs to.
#[derive(Debug, PartialEq)]
pub struct Answered {
    pub asked: Asked,
    pub answer: Answer,
}

/// Where the work stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stand {
    /// There is nothing to do, or nothing more.
    #[default]
    Idle,
    /// It has begun a moment ago.
    Begun,
    /// It goes on for longer than a moment.
    Going(Progress),
    Stopped,
    Failed,
}

/// What a component sees of its question.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The newest answer; while another is worked out, the one before.
    pub answered: Option<Rc<Answered>>,
    pub stand: Stand,
    /// The page does the work itself.
    pub here: bool,
    pub on_stop: Callback<MouseEvent>,
    pub on_again: Callback<MouseEvent>,
}

impl Work {
    /// Whether what is shown belongs to what was asked before, and has for longer than a moment.
    pub fn is_stale(&self) -> bool {
        self.answered.is_some() && matches!(self.stand, Stand::Going(_) | Stand::Stopped | Stand::Failed)
    }
}

#[derive(Clone, Default)]
struct Desk {
    answered: Option<Rc<Answered>>,
    stand: Stand,
    here: bool,
    /// Counts how often the same question was asked again.
    turn: u32,
}

enum Turn {
    Begin,
    Rest,
    MomentPassed,
    Told(Asked, Told),
    Stop,
    Again,
}

impl Reducible for Desk {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = (*self).clone();
        match turn {
            Turn::Begin => next.stand = Stand::Begun,
            Turn::Rest => next.stand = Stand::Idle,
            Turn::MomentPassed if next.stand == Stand::Begun => {
                next.stand = Stand::Going(Progress::default())
            }
            // Within the first moment nothing is said yet.
            Turn::Told(_, Told::Progress(progress)) => match next.stand {
                Stand::Going(_) => next.stand = Stand::Going(progress),
                _ => return self,
            },
            Turn::Told(asked, Told::Answer(answer)) => {
                next.answered = Some(Rc::new(Answered { asked, answer }));
                next.stand = Stand::Idle;
            }
            Turn::Told(_, Told::Failed) => next.stand = Stand::Failed,
            Turn::Told(_, Told::Here) => next.here = true,
            Turn::Stop => next.stand = Stand::Stopped,
            Turn::Again => next.turn = next.turn.wrapping_add(1),
            Turn::MomentPassed => return self,
        }
        Rc::new(next)
    }
}

/// What is under way, or about to be.
#[derive(Default)]
struct Held {
    errand: Option<Errand>,
    timers: Vec<Timeout>,
    /// Gone where nobody waits for what has not begun yet.
    wanted: Option<Rc<()>>,
}

/// Has a question answered, and anew whenever it changes; what is under way for an older one stops, as it does when the
/// component goes. A question that comes up with every move of the hand waits for a rest of so many milliseconds.
#[hook]
pub fn use_work(asked: Option<Asked>, rest: u32) -> Work {
    let desk = use_reducer(Desk::default);
    let held = use_mut_ref(Held::default);
    use_effect_with((asked, desk.turn), {
        let (desk, held) = (desk.dispatcher(), held.clone());
        move |(asked, _): &(Option<Asked>, u32)| {
            if let Some(asked) = asked.clone() {
                desk.dispatch(Turn::Begin);
                let moment = {
                    let desk = desk.clone();
                    Timeout::new(rest + MOMENT, move || desk.dispatch(Turn::MomentPassed))
                };
                let wanted = Rc::new(());
                let begin = {
                    let (held, wanted) = (held.clone(), Rc::downgrade(&wanted));
                    move || {
                        spawn_local(async move {
                            let there = rest::at_ease().await.is_ok();
                            if wanted.upgrade().is_none() {
                                return;
                            }
                            if !there {
                                return desk.dispatch(Turn::Told(asked, Told::Failed));
                            }
                            let scenario = asked.report.as_ref().map(|report| &*report.scenario);
                            let job = Job::new(scenario, asked.ask.clone());
                            let tell =
                                Callback::from(move |told| desk.dispatch(Turn::Told(asked.clone(), told)));
                            let errand = send(job, tell);
                            held.borrow_mut().errand = Some(errand);
                        });
                    }
                };
                held.borrow_mut().wanted = Some(wanted);
                let mut timers = vec![moment];
                if rest > 0 {
                    timers.push(Timeout::new(rest, begin));
                } else {
                    begin();
                }
                held.borrow_mut().timers = timers;
            } else {
                desk.dispatch(Turn::Rest);
            }
            move || {
                held.take();
            }
        }
    });
    let on_stop = use_callback(desk.dispatcher(), move |_: MouseEvent, desk| {
        held.take();
        desk.dispatch(Turn::Stop);
    });
    let on_again = use_callback(desk.dispatcher(), |_: MouseEvent, desk| desk.dispatch(Turn::Again));
    Work { answered: desk.answered.clone(), stand: desk.stand, here: desk.here, on_stop, on_again }
}
