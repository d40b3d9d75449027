//! When the application panics: says so outside of it, where nothing depends on it any more.

use web_sys::window;

/// Shows the static panel of `index.html` if the application panics; the work is in the browser's storage.
pub fn install() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        report(info);
        let panel = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("crashed"));
        if let Some(panel) = panel {
            let _ = panel.remove_attribute("hidden");
        }
    }));
}
