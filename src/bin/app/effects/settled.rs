//! What a person does meets the page as all that came before has left it.
//!
//! Yew draws behind the event that changed something, and when that takes 16 ms it lets the browser go on with the rest put off:
//! new properties on their way to a component, the focus on its way to a cell. A key that came just then would be taken by the
//! handlers of before, or by nobody. So what is put off is done first.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};
use web_sys::window;
use yew::scheduler::flush;

// Not `change` nor the focus events: taking a field out of the page sends those, in the middle of a drawing.
const EVENTS: [&str; 12] = [
    "keydown",
    "beforeinput",
    "input",
    "compositionstart",
    "copy",
    "cut",
    "paste",
    "drop",
    "pointerdown",
    "mousedown",
    "mouseover",
    "click",
];

thread_local! {
    static SOON: RefCell<VecDeque<Box<dyn FnOnce()>>> = const { RefCell::new(VecDeque::new()) };
}

/// Does something when what is pending now has been drawn, before the next key comes.
pub fn soon(act: impl FnOnce() + 'static) {
    SOON.with_borrow_mut(|soon| soon.push_back(Box::new(act)));
    Timeout::new(0, || {
        settle();
        catch_up();
    })
    .forget();
}

fn catch_up() {
    while let Some(act) = SOON.with_borrow_mut(VecDeque::pop_front) {
        act();
    }
}

/// Listens before everything else on the page does.
pub fn install() {
    let Some(window) = window() else { return };
    for name in EVENTS {
        let listener = EventListener::new_with_options(
            &window,
            name,
            EventListenerOptions::run_in_capture_phase(),
            |event| {
                // What the page does to itself comes out of the middle of a drawing.
                if event.is_trusted() {
                    settle();
                    // A key goes where the one before has put the focus. Its own events that follow have their place already.
                    if event.type_() == "keydown" {
                        catch_up();
                    }
                }
            },
        );
        listener.forget();
    }
}

/// Draws what is pending, at once; never out of a drawing. The first poll does it, and what it would wait for is a timer that
/// finds nothing left.
pub fn settle() {
    let _ = pin!(flush()).poll(&mut Context::from_waker(Waker::noop()));
}
