//! What the library of scenarios says. Dates come in as the browser writes them.

use super::number::decimal;
use crate::num::Ratio;

/// What the library says.
#[derive(Clone, Copy, Debug)]
pub enum LibraryMsg<'a> {
    /// Open: the button of the header.
    Open,
    /// Scenarios: the title of the dialog.
    Title,
    /// What the list is.
    Hint,
    /// Open a file.
    OpenFile,
    /// Which files can be opened, and that they can be dropped.
    FileHint,
    /// The file is of no kind that can be read.
    UnknownFile,
    /// The open scenario is not in the list yet.
    NotStoredYet,
    /// There is nothing yet.
    Empty,
    /// This one is open.
    OpenNow,
    /// In place of the title of what cannot be read.
    Unreadable,
    /// When it last changed.
    Changed(&'a str),
    /// How large it is.
    Size {
        /// Units.
        units: usize,
        /// Seats.
        seats: u64,
        /// Bytes in the storage.
        bytes: usize,
    },
    /// The bytes of what cannot be read.
    Bytes(usize),
    /// Open an entry.
    OpenEntry,
    /// Rename an entry.
    Rename,
    /// The field of the new title.
    NewTitle,
    /// Take the new title over.
    SaveTitle,
    /// Copy an entry.
    Duplicate,
    /// The title of a copy.
    CopyOf(&'a str),
    /// Delete an entry.
    Delete,
    /// Save what cannot be read as a file.
    Download,
    /// What a button does, with what it does it to, for those who hear it out of its row.
    To(&'a str, &'a str),
    /// The last save of an entry cannot be read; the one before it opens.
    PreviousOpens,
    /// No save of an entry can be read.
    NothingOpens,
    /// A later version of the page wrote it.
    Newer,
    /// An earlier save could not be read and was set aside.
    SetAside,
    /// What was deleted last can be brought back.
    CanComeBack(&'a str),
    /// Take the deletion back.
    UndoDelete,
    /// Take it away for good.
    Purge,
    /// A copy was made.
    Duplicated(&'a str),
    /// An entry was renamed.
    Renamed(&'a str),
    /// An entry was deleted.
    Deleted(&'a str),
    /// An entry came back.
    Restored(&'a str),
    /// What was deleted is gone.
    Purged,
    /// A scenario was opened.
    Opened(&'a str),
    /// A wish was not carried out, by the code of the error.
    Trouble(&'a str),
    /// It was done, but the list could not be read again.
    Outdated,
    /// Going on would leave this scenario unsaved.
    WouldLeave(&'a str),
    /// Go on without saving.
    Leave,
    /// Stay with it.
    Stay,
    /// The browser keeps the storage.
    Persistent,
    /// The browser may clear the storage.
    BestEffort,
    /// It is not known whether it may.
    PersistenceUnknown,
    /// Ask the browser to keep the storage.
    AskToPersist,
    /// Try to save again.
    TryAgain,
    /// Save what another tab deleted.
    SaveAgain,
    /// Load the page anew.
    Reload,
    /// The saved scenarios could not be read at the start.
    NotReadAtStart,
    /// The last save cannot be read, and there is none before it.
    DamagedAlone,
}

/// Bytes as people read them: powers of a thousand.
pub(super) fn size(bytes: usize) -> String {
    let in_units_of =
        |scale: u64| Ratio::new(bytes as u64, scale).map(|ratio| decimal(ratio, 1)).unwrap_or_default();
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", in_units_of(1_000)),
        _ => format!("{} MB", in_units_of(1_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in
            [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_449, "1.4 kB"), (2_000_000, "2.0 MB")]
        {
            assert_eq!(size(bytes), text);
        }
    }

    #[test]
    fn both_languages_say_how_large_a_scenario_is() {
        let msg = LibraryMsg::Size { units: 1, seats: 1_200, bytes: 5 };
        let said = |language| crate::text::say(language, &crate::text::Msg::Library(msg));
        assert_eq!(said(Language::English), "1 unit, 1,200 seats, 5 B");
        assert_eq!(said(Language::Chinese), "1 个单位，1,200 个名额，5 B");
    }
}
