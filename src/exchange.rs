//! L3: what comes from and goes to the tables of other programs. Hostile until parsed; every size is capped.

mod cell;
mod number;

pub use cell::{CellError, cell_text, parse_cell};
pub use number::{NumberError, parse_number};
