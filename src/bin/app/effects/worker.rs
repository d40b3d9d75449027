//! The worker: the same module in a thread of its own, where work that takes longer than a frame is done. Where the browser
//! gives none, the page goes through the same steps itself, a few milliseconds at a time.
//!
//! A worker has one errand at a time. An errand that is let go of before its end takes its worker with it: that is how work
//! stops that nobody waits for. A worker that has finished is kept for the next errand.

use delegate_roster::work::{Answer, Job, Progress, Run, run};
use gloo_events::EventListener;
use js_sys::{Function, Promise, Reflect};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, window};
use yew::Callback;

/// Milliseconds between two words on the progress.
const TELLING: f64 = 60.0;
/// Milliseconds that the page works before it looks at keys and frames again.
const SLICE: f64 = 8.0;

/// What an errand tells.
#[derive(Debug)]
pub enum Told {
    Progress(Progress),
    Answer(Answer),
    /// It ended without an answer.
    Failed,
    /// There is no worker: the page does it.
    Here,
}

/// What the worker sends.
#[derive(Serialize, Deserialize)]
enum Word {
    Ready,
    Progress(Progress),
    Answer(Answer),
}

thread_local! {
    /// The worker that has nothing to do.
    static SPARE: RefCell<Option<Worker>> = const { RefCell::new(None) };
    /// No worker came to life; none is tried again before the page is loaded anew.
    static NONE: Cell<bool> = const { Cell::new(false) };
}

/// Work on its way; dropped before its end it is stopped.
#[derive(Debug)]
pub struct Errand {
    desk: Rc<Desk>,
    _listeners: Vec<EventListener>,
}

#[derive(Debug)]
struct Desk {
    /// Until it has answered.
    worker: RefCell<Option<Worker>>,
    /// Until it has been handed over.
    job: RefCell<Option<Job>>,
    stopped: Cell<bool>,
    tell: Callback<Told>,
}

impl Drop for Errand {
    fn drop(&mut self) {
        self.desk.stopped.set(true);
        if let Some(worker) = self.desk.worker.take() {
            worker.terminate();
        }
    }
}

/// Has a job done.
pub fn send(job: Job, tell: Callback<Told>) -> Errand {
    let spare = SPARE.with(RefCell::take);
    let at_once = spare.is_some();
    let worker = spare.or_else(|| if NONE.get() { None } else { open() });
    let desk = Rc::new(Desk {
        worker: RefCell::new(worker.clone()),
        job: RefCell::new(Some(job)),
        stopped: Cell::new(false),
        tell,
    });
    let Some(worker) = worker else {
        desk.work_here();
        return Errand { desk, _listeners: Vec::new() };
    };
    let heard = {
        let desk = Rc::clone(&desk);
        EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                desk.hear(event.data());
            }
        })
    };
    let broke = {
        let desk = Rc::clone(&desk);
        EventListener::new(&worker, "error", move |_| desk.break_off())
    };
    if at_once {
        desk.hand_over();
    }
    Errand { desk, _listeners: vec![heard, broke] }
}

/// A new worker with the module that the page runs, or none. The script of `index.html` knows where its file is.
fn open() -> Option<Worker> {
    let opener = Reflect::get(window()?.as_ref(), &"openWorker".into()).ok()?.dyn_into::<Function>().ok()?;
    opener.call1(&JsValue::UNDEFINED, &wasm_bindgen::module()).ok()?.dyn_into().ok()
}

impl Desk {
    fn hand_over(self: &Rc<Self>) {
        let sent = {
            let (worker, job) = (self.worker.borrow(), self.job.borrow());
            let value = job.as_ref().and_then(to_value);
            worker.as_ref().zip(value).is_some_and(|(worker, value)| worker.post_message(&value).is_ok())
        };
        // A job that cannot be sent, cannot be sent to another worker either.
        if sent {
            self.job.take();
        } else {
            self.break_off();
        }
    }

    fn hear(self: &Rc<Self>, data: JsValue) {
        // It may have another errand by now.
        if self.worker.borrow().is_none() {
            return;
        }
        match from_value(data) {
            Ok(Word::Ready) => self.hand_over(),
            Ok(Word::Progress(progress)) => self.tell.emit(Told::Progress(progress)),
            Ok(Word::Answer(answer)) => {
                if let Some(worker) = self.worker.take()
                    && let Some(second) = SPARE.replace(Some(worker))
                {
                    second.terminate();
                }
                self.tell.emit(Told::Answer(answer));
            }
            Err(_) => self.break_off(),
        }
    }

    /// A worker that never took the job leaves it to the page; one that did has failed in it.
    fn break_off(self: &Rc<Self>) {
        let Some(worker) = self.worker.take() else { return };
        worker.terminate();
        if self.job.borrow().is_some() {
            NONE.set(true);
            self.work_here();
        } else {
            self.tell.emit(Told::Failed);
        }
    }

    fn work_here(self: &Rc<Self>) {
        let desk = Rc::clone(self);
        spawn_local(async move {
            let Some(job) = desk.job.take() else { return };
            desk.tell.emit(Told::Here);
            // What was just typed is drawn first.
            pause().await;
            let mut run = Run::of(job);
            let (mut slice, mut told) = (now(), now());
            while !desk.stopped.get() {
                match run.step() {
                    ControlFlow::Break(answer) => return desk.tell.emit(Told::Answer(answer)),
                    ControlFlow::Continue(progress) => {
                        if now() - told > TELLING {
                            told = now();
                            desk.tell.emit(Told::Progress(progress));
                        }
                        if now() - slice > SLICE {
                            pause().await;
                            slice = now();
                        }
                    }
                }
            }
        });
    }
}

/// Lets the browser do what waits.
async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

fn now() -> f64 {
    js_sys::Date::now()
}

/// Whole numbers of any size.
fn to_value(value: &impl Serialize) -> Option<JsValue> {
    value.serialize(&Serializer::new().serialize_large_number_types_as_bigints(true)).ok()
}

/// In the worker itself: answers every job.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let say = {
        let scope = scope.clone();
        move |word: &Word| {
            if let Some(value) = to_value(word) {
                let _ = scope.post_message(&value);
            }
        }
    };
    say(&Word::Ready);
    EventListener::new(&scope, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let Ok(job) = from_value::<Job>(event.data()) else { return };
        let mut told = now();
        let answer = run(job, &mut |progress| {
            if now() - told > TELLING {
                told = now();
                say(&Word::Progress(progress));
            }
            ControlFlow::Continue(())
        });
        say(&Word::Answer(answer.unwrap_or(Answer::Nothing)));
    })
    .forget();
}
