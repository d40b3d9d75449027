//! What is said about the list of delegates.

mod annex;
mod sheet;

pub use annex::annex;
pub use sheet::sheet;

use crate::exchange::{CountedDay, FewerListed, PeopleField, PersonProblem};
use crate::language::Language;
use crate::scenario::{Attending, Basis, Entry, Mandate, Name, PeopleProblem, Placing, RollCounts, Tenure};
use crate::threshold::Date;

/// A word or a sentence about the list.
#[derive(Clone, Copy, Debug)]
pub enum PeopleMsg<'a> {
    /// A fixed word or sentence.
    Key(PeopleKey),
    /// The name of a column.
    Field(PeopleField),
    /// A way to a mandate.
    Entry(Entry),
    /// What became of a mandate.
    Tenure(Tenure),
    /// A mandate in one text, which an import understands.
    Mandate(Mandate),
    /// A mark of attendance.
    Attending(Attending),
    /// What leads.
    Basis(Basis),
    /// What does not add up.
    Problem(&'a PeopleProblem),
    /// A cell of an import that does not fit.
    ImportProblem(&'a PersonProblem),
    /// The same in one sentence, to be heard: how many delegates, and in how many cells something does not fit.
    ImportSaid(usize, usize),
    /// What an import comes to.
    ImportSummary {
        /// Delegates.
        delegates: usize,
        /// How many of them have a status that was not understood.
        unclear: usize,
        /// Titles, empty rows and totals, counted from 1.
        left_out: &'a [usize],
        /// Rows past the limit.
        too_many: usize,
    },
    /// Units of an import that the table lacks.
    UnknownUnits(&'a [(Name, usize)]),
    /// Names that occur several times in one unit.
    Twice(&'a [(Name, usize)]),
    /// Add these units to the table.
    AddUnits(usize),
    /// A number that was read as a day.
    CountedDay(&'a CountedDay),
    /// The day that a cell is read as.
    ReadAs(Date),
    /// In so many units the list, placed like this where there is one already, has fewer delegates than the table; what
    /// leads decides what comes of that.
    FewerUnits(usize, Option<Placing>, Basis),
    /// One of these units.
    Fewer(&'a FewerListed),
    /// So many delegates: in all, due, ended, suspended, with a status that was not understood.
    Summary {
        /// In all.
        all: usize,
        /// Due.
        due: u32,
        /// Ended.
        ended: u32,
        /// Suspended.
        suspended: u32,
        /// With a status that was not understood.
        unclear: u32,
    },
    /// The marks at the sitting of this name.
    RollSummary(&'a str, RollCounts),
    /// So many match the search.
    Matches(usize),
    /// Show so many more.
    ShowMore(usize),
    /// Mark so many present.
    MarkPresent(usize),
    /// Mark so many absent.
    MarkAbsent(usize),
    /// A column of a delegate, for who cannot see the table.
    CellOf(PeopleField, &'a str),
    /// The mark of a delegate, for who cannot see the table.
    MarkOf(Attending, &'a str),
    /// The figure of the list, and another one of the table.
    BesideTable(u32, Option<u64>),
    /// Put so many names into the link.
    IncludeNames(usize),
    /// The names stay here, the figures go.
    NamesLeftOut(usize),
    /// The names go with the link.
    NamesIncluded(usize),
    /// Put the list into the report.
    WithAnnex(usize),
    /// A shared link holds so many names.
    SharedNames(usize),
    /// Remove this delegate.
    RemoveOne(&'a str),
}

/// A fixed word or sentence about the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeopleKey {
    /// Delegates by name.
    Title,
    /// What the list is for, and where it stays.
    Hint,
    /// Paste or open a list.
    Paste,
    /// Add a delegate.
    Add,
    /// Search.
    Search,
    /// Order.
    Order,
    /// As listed.
    OrderListed,
    /// By name, alphabetically and in pinyin.
    OrderPinyin,
    /// By name, by the strokes of the family name.
    OrderStrokes,
    /// By unit.
    OrderUnit,
    /// Not known yet.
    Unmarked,
    /// Take the marks away.
    Unmark,
    /// A status that was not understood.
    UnclearStatus,
    /// What the figures rest on.
    BasisChoice,
    /// Why no figure can be typed.
    FollowsHint,
    /// Fill the table from the list.
    Fill,
    /// Remove the whole list.
    RemoveAll,
    /// Remove.
    Remove,
    /// List and table by unit.
    ByUnit,
    /// Nobody matches.
    NoMatch,
    /// Save the list as CSV.
    Save,
    /// Import a list of delegates.
    ImportTitle,
    /// Which columns are understood.
    ImportHint,
    /// In place of the list.
    Replace,
    /// After the list.
    Append,
    /// Fill the figures once.
    FillOnce,
    /// The texts are longer than a list may be.
    TooLarge,
    /// The list of delegates, as a heading of the report.
    Annex,
    /// Attendance goes to the sitting shown.
    AttendanceHint,
    /// A text that is too long.
    TextRefused,
    /// Import the list.
    Import,
}

/// The words of a message.
fn words(language: Language, msg: &PeopleMsg<'_>) -> String {
    super::say(language, &super::Msg::People(*msg)).into_owned()
}

#[cfg(test)]
mod tests;
