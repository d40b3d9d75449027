//! The size of an element, as the browser tells it once everything is laid out: nobody makes it lay out early by asking.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Listens until it is dropped.
pub struct Resized {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut()>,
}

/// Tells of the first size of an element and of every other one behind it.
pub fn resized(element: &Element, tell: impl FnMut() + 'static) -> Option<Resized> {
    let tell = Closure::<dyn FnMut()>::new(tell);
    let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Resized { observer, _tell: tell })
}

impl Drop for Resized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
