//! Files dropped anywhere on the page. The browser would open them in place of it; here they are handed on instead.
//!
//! Only files are taken: text that is dragged within a field stays the browser's.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, File, window};
use yew::prelude::*;

/// What was brought to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Dropped {
    File(File),
    Several(usize),
    Folder,
    NoFile,
    /// A table that was pasted into the grid.
    Table(AttrValue),
}

/// Calls back with what was dropped; says whether a file is being held over the page.
#[hook]
pub fn use_drop(on_drop: Callback<Dropped>) -> bool {
    let held = use_state_eq(|| false);
    use_effect_with(on_drop, {
        let held = held.setter();
        move |on_drop| {
            let on_drop = on_drop.clone();
            let listeners = ["dragenter", "dragover", "dragleave", "drop"].map(|name| {
                let (held, on_drop) = (held.clone(), on_drop.clone());
                let window = window()?;
                let options = EventListenerOptions::enable_prevent_default();
                Some(EventListener::new_with_options(&window, name, options, move |event| {
                    if let Some(carried) = files_of(event) {
                        // Without this the browser leaves the page for the file.
                        event.prevent_default();
                        let leaves =
                            event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none());
                        match name {
                            "drop" => {
                                held.set(false);
                                on_drop.emit(dropped(&carried));
                            }
                            "dragleave" if leaves => held.set(false),
                            "dragleave" => {}
                            _ => {
                                carried.set_drop_effect("copy");
                                held.set(true);
                            }
                        }
                    }
                }))
            });
            move || drop(listeners)
        }
    });
    *held
}

/// What an event carries, if that is files.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    carried.types().iter().any(|kind| kind == "Files").then_some(carried)
}

fn dropped(carried: &DataTransfer) -> Dropped {
    let Some(files) = carried.files() else { return Dropped::NoFile };
    let folder = (0..carried.items().length()).any(|at| {
        let entry = carried.items().get(at).and_then(|item| item.webkit_get_as_entry().ok().flatten());
        entry.is_some_and(|entry| entry.is_directory())
    });
    match (files.length(), files.get(0)) {
        (0, _) | (_, None) => Dropped::NoFile,
        (1, Some(_)) if folder => Dropped::Folder,
        (1, Some(file)) => Dropped::File(file),
        (several, _) => Dropped::Several(usize::try_from(several).unwrap_or(usize::MAX)),
    }
}
