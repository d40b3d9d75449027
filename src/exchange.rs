//! L3: what comes from and goes to the tables and calendars of other programs. Hostile until parsed; every size is capped.

mod candidates;
mod cell;
mod grid;
mod guard;
pub mod ics;
mod matrix;
mod number;
mod people;
mod plan;
mod share;
mod sheet;

pub use candidates::{CandidateColumn, CandidateLine, CandidateLineError, candidates};
pub use cell::{CellError, cell_text, parse_cell};
pub use grid::{Grid, GridError, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, decode_text};
pub use guard::guarded;
pub use matrix::{MatrixTable, MatrixTableError};
pub use number::{NumberError, parse_number};
pub use people::{
    ImportedPeople, PeopleField, PeoplePlan, PersonError, PersonProblem, parse_attending, parse_day,
    parse_mandate,
};
pub use plan::{CellProblem, FirstRow, ImportPlan, Imported, MAPPABLE};
pub use share::parse_share;
pub use sheet::{Cell, Sheet};
