//! `Rows`: which rows of the table are on show, and where: from the place on the screen to the row of the table and back.

use std::ops::Range;
use std::rc::Rc;

/// The rows on show. Places count those on show, rows all there are; both from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    all: usize,
    /// The rows on show, ascending; `None` where all are.
    shown: Option<Rc<Vec<usize>>>,
}

impl Rows {
    pub const fn new(all: usize, shown: Option<Rc<Vec<usize>>>) -> Self {
        Self { all, shown }
    }

    /// How many are on show.
    pub fn len(&self) -> usize {
        self.shown.as_ref().map_or(self.all, |shown| shown.len())
    }

    /// How many there are.
    pub const fn all(&self) -> usize {
        self.all
    }

    /// Whether some are hidden.
    pub fn hides(&self) -> bool {
        self.len() < self.all
    }

    /// The row at a place.
    pub fn row(&self, place: usize) -> Option<usize> {
        match &self.shown {
            Some(shown) => shown.get(place).copied(),
            None => (place < self.all).then_some(place),
        }
    }

    /// The place of a row that is on show.
    pub fn place(&self, row: usize) -> Option<usize> {
        match &self.shown {
            Some(shown) => shown.binary_search(&row).ok(),
            None => (row < self.all).then_some(row),
        }
    }

    /// The row before which something stands that is put before a place: behind the last on show comes what follows it.
    pub fn before(&self, place: usize) -> usize {
        let behind_last = || self.row(self.len().wrapping_sub(1)).map_or(self.all, |last| last + 1);
        self.row(place).unwrap_or_else(behind_last)
    }

    /// The rows at some places.
    pub fn at(&self, places: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        places.filter_map(|place| self.row(place))
    }

    /// The rows on show.
    pub fn list(&self) -> Vec<usize> {
        self.at(0..self.len()).collect()
    }
}

/// A value that is the same only where it is the very same: compared by its address, however large it is.
#[derive(Debug)]
pub struct Same<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
