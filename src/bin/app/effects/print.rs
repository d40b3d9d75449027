//! Printing what the page shows; the style sheet leaves the screen's furniture out.

use web_sys::window;

/// Opens the browser's print dialog. A browser that refuses leaves everything as it was.
pub fn page() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
