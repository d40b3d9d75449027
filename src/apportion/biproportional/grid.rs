//! `Grid`: a dense matrix, and slices read without a panic. Reads outside give the default.

/// Row by row in one vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::apportion) struct Grid<T> {
    columns: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Grid<T> {
    pub(in crate::apportion) fn new(rows: usize, columns: usize) -> Self {
        Self { columns, cells: vec![T::default(); rows * columns] }
    }

    pub(in crate::apportion) fn at(&self, row: usize, column: usize) -> T {
        at(&self.cells, row * self.columns + column)
    }

    pub(in crate::apportion) fn put(&mut self, row: usize, column: usize, value: T) {
        put(&mut self.cells, row * self.columns + column, value);
    }

    pub(in crate::apportion) fn row(&self, row: usize) -> &[T] {
        self.cells.get(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }
}

pub(in crate::apportion) fn at<T: Copy + Default>(slice: &[T], index: usize) -> T {
    slice.get(index).copied().unwrap_or_default()
}

pub(in crate::apportion) fn put<T>(slice: &mut [T], index: usize, value: T) {
    if let Some(slot) = slice.get_mut(index) {
        *slot = value;
    }
}

pub(in crate::apportion) fn alter<T>(slice: &mut [T], index: usize, change: impl FnOnce(&T) -> T) {
    if let Some(slot) = slice.get_mut(index) {
        *slot = change(slot);
    }
}
