//! L3: what comes from and goes to the tables and calendars of other programs. Hostile until parsed; every size is capped.

mod book;
mod candidates;
mod cell;
mod chosen;
mod clipboard;
mod encoding;
mod file;
mod grid;
mod guard;
pub mod ics;
mod matrix;
mod number;
mod only_cell;
mod people;
mod plan;
mod share;
mod sheet;
mod untaken;
mod wire;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use book::{Book, BookError, MAX_BOOK_BYTES};
pub use candidates::{
    CandidateColumn, CandidateLeftOut, CandidateLine, CandidateLineError, LeftOutPart, PastedCandidates,
    candidates, parse_stroke_order,
};
pub use cell::{CellError, cell_text, parse_cell};
pub use encoding::{Encoding, decode_text};
pub use file::{FileKind, Foreign};
pub use grid::{Grid, GridError, MAX_BYTES, MAX_COLUMNS, MAX_ROWS};
pub use guard::guarded;
pub use matrix::{MatrixTable, MatrixTableError};
pub use number::{NumberError, entry_within, number_within, parse_number, percent_within};
pub use people::{
    CountedDay, FewerListed, ImportedPeople, PeopleField, PeoplePlan, PersonError, PersonProblem,
    parse_attending, parse_day, parse_mandate,
};
pub use plan::{CellProblem, FirstRow, Frame, ImportPlan, Imported, Instead, MAPPABLE, Update};
pub use share::{ShareTextError, parse_share};
pub use sheet::{Cell, Sheet};
pub use untaken::UntakenColumn;
pub use wire::{MAX_CELLS, TableWriter, decode_book, decode_sheets, encode_book, encode_sheets};
