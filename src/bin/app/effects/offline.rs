//! Working without the server: registers the service worker, says when the page is kept, and when a newer one waits.
//!
//! A page opened from a file, or over plain http from another machine, has no service workers; it works as before.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, window};
use yew::prelude::*;

/// What is known about working without the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// Nothing yet, or the browser does not do it.
    #[default]
    Unknown,
    /// Everything is kept; the server is not needed any more.
    Ready,
    /// A newer version is kept beside this one and waits, or has taken over because another tab asked.
    NewVersion,
}

/// The service workers of the browser, where it has them.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window()?.navigator();
    // Absent outside secure contexts, where the binding would hand out `undefined`.
    let workers = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    workers.dyn_into().ok()
}

/// Whether the files of the page come from the worker: they are all here then, the server perhaps is not.
pub fn is_kept() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Registers the worker and follows its state; the callback lets a waiting version take over and loads the page anew.
#[hook]
pub fn use_offline() -> (Offline, Callback<()>) {
    let state = use_state_eq(Offline::default);
    let registration = use_mut_ref(|| None::<ServiceWorkerRegistration>);
    use_effect_with((), {
        let (state, registration) = (state.setter(), registration.clone());
        move |()| spawn_local(register(state, registration))
    });
    let take_over = use_callback((), move |(), ()| {
        let waiting = registration.borrow().as_ref().and_then(|registration| registration.waiting());
        let Some(container) = container() else { return };
        let Some(waiting) = waiting else {
            // It has taken over already, asked by another tab.
            return super::leaving::reload();
        };
        // Only the tab that asked is loaded anew: another one may hold what is being typed.
        let reload = Closure::once_into_js(super::leaving::reload);
        container.set_oncontrollerchange(reload.dyn_ref());
        let _ = waiting.post_message(&"take over".into());
    });
    (*state, take_over)
}

async fn register(state: UseStateSetter<Offline>, kept: Rc<RefCell<Option<ServiceWorkerRegistration>>>) {
    let Some(container) = container() else { return };
    let first = container.controller();
    // It fetches every file there is: not while the page fetches what it waits for.
    let _ = super::rest::at_ease().await;
    let Ok(found) = JsFuture::from(container.register("./sw.js")).await else { return };
    let Ok(registration) = found.dyn_into::<ServiceWorkerRegistration>() else { return };
    // Whether the files come from a later version than the page: another tab has asked for it.
    let outdated = Rc::new(Cell::new(first.is_some() && container.controller() != first));
    let look = {
        let (registration, container, outdated) = (registration.clone(), container.clone(), outdated.clone());
        move || {
            let now = match (registration.waiting(), registration.active(), container.controller()) {
                _ if outdated.get() => Offline::NewVersion,
                (Some(_), Some(_), _) => Offline::NewVersion,
                (_, Some(_), Some(_)) => Offline::Ready,
                _ => return,
            };
            state.set(now);
        }
    };
    look();
    let look = Rc::new(look);
    let on_found = {
        let (registration, look) = (registration.clone(), Rc::clone(&look));
        Closure::<dyn Fn()>::new(move || {
            let Some(installing) = registration.installing() else { return };
            let look = Rc::clone(&look);
            let changed = Closure::<dyn Fn()>::new(move || look());
            installing.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
            // Lives as long as the worker it listens to: a few in the life of a page.
            changed.forget();
        })
    };
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
    // A first worker may have been found before anybody listened; it claims the page when it is done. Any further one is of a later
    // version.
    let controlled = Cell::new(container.controller().is_some());
    let claimed = Closure::<dyn Fn()>::new(move || {
        outdated.set(controlled.replace(true));
        look();
    });
    container.set_oncontrollerchange(Some(claimed.as_ref().unchecked_ref()));
    claimed.forget();
    *kept.borrow_mut() = Some(registration);
}
