//! The page: the Yew application, compiled to WebAssembly by Trunk.
//!
//! One loop: a component hands an intent to the one dispatcher, the store applies it, the report comes back as props.
//! Components never derive; effects watch the revision and never edit.

// A binary has no outside: `pub` here means "for the other rooms of the page".
#![allow(unreachable_pub)]

mod effects;
mod place;
mod prefs;
mod store;
mod ui;

fn main() {
    console_error_panic_hook::set_once();
    effects::rest::lend();
    // The worker of the page has the same module and no window.
    if web_sys::window().is_none() {
        return effects::worker::serve();
    }
    effects::crash::install();
    effects::settled::install();
    effects::net::install();
    effects::pressed::install();
    wasm_bindgen_futures::spawn_local(async {
        // Where the rest is at hand, or is needed at once, the page comes whole. No worker answers a request that waits.
        if effects::offline::is_kept() || effects::location::is_asked() {
            let _ = effects::rest::ready().await;
        }
        let start = effects::autosave::start().await;
        effects::mount::<ui::App>(ui::Props { start });
    });
}
