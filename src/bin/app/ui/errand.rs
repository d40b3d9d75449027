//! Something a step is asked to go to. Who goes there takes it along, so that nobody goes there again at a later visit.

use std::cell::Cell;
use std::rc::Rc;

/// A place to go to, once.
#[derive(Clone)]
pub struct Errand<T> {
    /// Tells one errand from another, also where both lead to the same place.
    count: u32,
    to: Rc<Cell<Option<T>>>,
}

impl<T> Errand<T> {
    /// The errand after this one.
    pub fn next(&self, to: T) -> Self {
        Self { count: self.count.wrapping_add(1), to: Rc::new(Cell::new(Some(to))) }
    }

    /// Where to go, unless somebody went.
    pub fn take(&self) -> Option<T> {
        self.to.take()
    }
}

impl<T> Default for Errand<T> {
    fn default() -> Self {
        Self { count: 0, to: Rc::default() }
    }
}

impl<T> PartialEq for Errand<T> {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count
    }
}
