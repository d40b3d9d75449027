//! What the page says about the table of units as a table: sorting, finding, filtering, its columns.

use super::key::keys;
use super::{Key, Msg};
use crate::scenario::{Field, Measure, Sorting, Wanted};

/// A word or a sentence about the table.
#[derive(Clone, Copy, Debug)]
pub enum TableMsg<'a> {
    /// A fixed word or sentence.
    Word(TableWord),
    /// The rows were sorted, for the history.
    Sorted(Sorting),
    /// A way to sort, as a choice of the menu of a column.
    Sort(Sorting),
    /// Which rows a filter wants.
    Wanted(Wanted),
    /// The menu of a column.
    Menu(&'a str),
    /// The place among what was found, and how much was found.
    Found(usize, usize),
    /// So many units are shown, of so many.
    Shown(usize, usize),
    /// The label of the totals over all units, while some are hidden.
    TotalAll(usize),
    /// The label of the totals over the units shown.
    TotalShown(usize),
    /// The width of a column in pixels.
    Width(&'a str, u16),
    /// Rows were put in an order in which they stood already.
    SortedAlready(Sorting),
    /// So many units to insert.
    InsertAbove(usize),
    /// So many texts pasted or filled in do not fit.
    Unfit(usize),
    /// So many rows of a pasted block were left out: there can be no more units.
    NoRoom(usize),
    /// What of a pasted block was no cell and was left out.
    LeftOut {
        /// A row of headings.
        heading: bool,
        /// A row of totals.
        total: bool,
    },
}

keys! {
    /// A fixed word or sentence about the table.
    TableWord
    first {
        /// Find.
        Find,
        /// Filter.
        Filter,
        /// Sort.
        Sort,
        /// Columns.
        Columns,
        /// Fill down.
        Fill,
    }
    later {
        /// What is looked for in the table.
        FindLabel,
        /// Find next.
        Next,
        /// Find previous.
        Previous,
        /// Close the search.
        CloseFind,
        /// Unit or delegation contains.
        FilterText,
        /// Which rows.
        FilterRows,
        /// Filter anew.
        Again,
        /// Show all rows.
        ShowAll,
        /// What a filter does and does not.
        FilterHint,
        /// No row is shown.
        NoneShown,
        /// Which columns are shown.
        ColumnsShown,
        /// Select the column.
        SelectColumn,
        /// Hide the column.
        HideColumn,
        /// Make the column narrower.
        Narrower,
        /// Make the column wider.
        Wider,
        /// Fit the width to what is in the column.
        Fit,
        /// Show all columns in their usual width.
        Reset,
        /// What was pasted is no table, or too large.
        NotPasted,
        /// The grid has let go: Tab leaves it.
        LetGo,
    }
}

/// The heading of the column of a figure.
pub const fn heading(measure: Measure) -> Msg<'static> {
    match measure {
        Measure::Members => Msg::Field(Field::Members),
        Measure::Quota => Msg::Key(Key::Quota),
        Measure::Seats => Msg::Field(Field::Seats),
        Measure::Deviation => Msg::Key(Key::Deviation),
        Measure::PerSeat => Msg::Key(Key::MembersPerSeat),
        Measure::Min => Msg::Field(Field::Min),
        Measure::Max => Msg::Field(Field::Max),
        Measure::Elected => Msg::Field(Field::Elected),
        Measure::Unfilled => Msg::Key(Key::Unfilled),
        Measure::ByElected => Msg::Field(Field::ByElected),
        Measure::Ended => Msg::Field(Field::Ended),
        Measure::Suspended => Msg::Field(Field::Suspended),
        Measure::Actual => Msg::Key(Key::Actual),
        Measure::Registered => Msg::Field(Field::Registered),
        Measure::Present => Msg::Field(Field::Present),
        Measure::Absent => Msg::Key(Key::Absent),
        Measure::OnLeave => Msg::Field(Field::OnLeave),
    }
}
