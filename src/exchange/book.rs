//! `Book`: what was read from a workbook: the names of its sheets and the table of one, or why it was refused.
//!
//! Knows no zip and no XML: those are in `xlsx`, which the page loads only when it is needed and which hands its answer
//! over in bytes (`wire`).

use super::{Foreign, Grid, GridError};

/// The most bytes of a workbook: a roster of 100,000 units with every column has 5 MB.
pub const MAX_BOOK_BYTES: usize = 12 << 20;

/// A workbook with one of its sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// The names of all sheets.
    pub names: Vec<String>,
    /// Which of them was read.
    pub chosen: usize,
    /// Its table. Cells that are not text are written as a person would type them: whole numbers in plain digits.
    pub table: Result<Grid, GridError>,
}

/// Why a file is not a workbook that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BookError {
    /// Another kind of file.
    Foreign(Foreign),
    /// More than [`MAX_BOOK_BYTES`].
    TooLarge,
    /// More parts than a workbook has.
    TooManyParts,
    /// It unpacks to more than a workbook holds.
    Bomb,
    /// It is not what it says about itself: sizes that are wrong, parts over one another, counts without end.
    Lies,
    /// A part that would lie outside of its folder.
    OddPath,
    /// It declares entities or a document type, which no spreadsheet does.
    Declaration,
    /// Incomplete, or not as a spreadsheet writes it.
    Damaged,
    /// There is no sheet with cells in it.
    NoSheet,
    /// The part of the page that reads workbooks could not be loaded.
    Unavailable,
    /// The part of the page that reads workbooks stopped.
    Stopped,
}

impl BookError {
    /// Every error without a kind of file, in the order of their numbers between the modules.
    pub(super) const PLAIN: [Self; 10] = [
        Self::TooLarge,
        Self::TooManyParts,
        Self::Bomb,
        Self::Lies,
        Self::OddPath,
        Self::Declaration,
        Self::Damaged,
        Self::NoSheet,
        Self::Unavailable,
        Self::Stopped,
    ];

    /// The stable name of the error.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Foreign(kind) => kind.code(),
            Self::TooLarge => "book-too-large",
            Self::TooManyParts => "book-too-many-parts",
            Self::Bomb => "book-bomb",
            Self::Lies => "book-lies",
            Self::OddPath => "book-odd-path",
            Self::Declaration => "book-declaration",
            Self::Damaged => "book-damaged",
            Self::NoSheet => "book-no-sheet",
            Self::Unavailable => "book-unavailable",
            Self::Stopped => "book-stopped",
        }
    }
}
