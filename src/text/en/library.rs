//! The words of the library of scenarios in English.

use crate::codec::payload::PayloadError;
use crate::codec::snapshot::SnapshotError;
use crate::text::LibraryMsg;
use crate::text::library::size;
use crate::text::number::grouped;
use std::borrow::Cow;

/// On the first screen.
pub(super) const OPEN: &str = "Open";

/// What the hint of comparing leads to.
pub(super) const DUPLICATE: &str = "Duplicate";

/// Why a save of the page, brought as a file, cannot be read.
pub(super) const fn record_error(error: SnapshotError) -> &'static str {
    match error {
        SnapshotError::NewerVersion { .. } | SnapshotError::Payload(PayloadError::Newer { .. }) => {
            "This file is a save of a newer version of this page. Open it with that version."
        }
        SnapshotError::TooLong { .. } | SnapshotError::Payload(PayloadError::TooMany { .. }) => {
            "This file is a save of this page, and holds more than a scenario can."
        }
        SnapshotError::NotARecord
        | SnapshotError::Incomplete
        | SnapshotError::Payload(PayloadError::Damaged { .. }) => {
            "This file is a save of this page, and it is damaged: what it holds is not a scenario."
        }
    }
}

pub(super) fn say(msg: LibraryMsg<'_>) -> Cow<'static, str> {
    use LibraryMsg as M;
    Cow::Borrowed(match msg {
        M::Open => OPEN,
        M::Title => "Scenarios",
        M::Hint => "Kept in this browser, on this device only. To hand one on, open it and share a link.",
        M::OpenFile => "Open a file",
        M::FileHint => {
            "A scenario file, a text with a link, or a table (Excel, CSV, TSV): looked at before anything changes. It can also be dropped here."
        }
        M::UnknownFile => {
            "The page does not know this kind of file. It opens scenario files, texts with a link, saves of this page, and tables: Excel (.xlsx), CSV, TSV and text."
        }
        M::NotStoredYet => "The scenario that is open is kept here from its first change on.",
        M::Empty => "Nothing has been kept yet.",
        M::OpenNow => "Open now",
        M::Unreadable => "Unreadable scenario",
        M::Changed(when) => return format!("Changed {when}").into(),
        M::Size { units, seats, bytes } => {
            let units = match units {
                1 => "1 unit".to_owned(),
                n => format!("{} units", grouped(n as u64)),
            };
            let seats = match seats {
                1 => "1 seat".to_owned(),
                n => format!("{} seats", grouped(n)),
            };
            return format!("{units}, {seats}, {}", size(bytes)).into();
        }
        M::Bytes(bytes) => return size(bytes).into(),
        M::OpenEntry => "Open",
        M::Rename => "Rename",
        M::NewTitle => "New title",
        M::SaveTitle => "Rename",
        M::Duplicate => DUPLICATE,
        M::CopyOf("") => "Copy",
        M::CopyOf(title) => return format!("{title} (copy)").into(),
        M::Delete => "Delete",
        M::Download => "Download the damaged data",
        M::To(what, title) => return format!("{what}: {title}").into(),
        M::PreviousOpens => "The last save is damaged; the one before it opens.",
        M::NothingOpens => "Damaged: this cannot be read. It is kept until you delete it.",
        M::Newer => "Saved by a newer version of this page; reload to use it.",
        M::SetAside => "An earlier save was damaged and has been set aside.",
        M::CanComeBack(title) => {
            return format!("Deleted: {title}. It can be brought back until another one is deleted.").into();
        }
        M::UndoDelete => "Undo",
        M::Purge => "Delete for good",
        M::Duplicated(title) => return format!("Copied as: {title}").into(),
        M::Renamed(title) => return format!("Renamed: {title}").into(),
        M::Deleted(title) => return format!("Deleted: {title}").into(),
        M::Restored(title) => return format!("Back again: {title}").into(),
        M::Purged => "Deleted for good.",
        M::Opened(title) => return format!("Opened: {title}").into(),
        M::Trouble(code) => match code {
            "storage-quota" => {
                "That did not work: the browser has no room left. Delete what you do not need, for good."
            }
            "storage-unavailable" => {
                "That did not work: this browser keeps nothing here (a private window?)."
            }
            "storage-blocked" => {
                "That did not work: a tab with an older version of this page holds the storage. Close it."
            }
            "storage-silent" => {
                "That did not work: the browser’s storage does not answer. Try again, or restart the browser."
            }
            "storage-conflict" => {
                "That did not work: the scenario was changed in another tab. Open the list again."
            }
            "storage-deleted" | "storage-gone" => {
                "That did not work: it is no longer there; another tab has deleted it."
            }
            "storage-too-long" => {
                "That did not work: the scenario takes more than a browser keeps of one (64 MiB). Nothing has changed."
            }
            "storage-newer" => {
                "That did not work: a newer version of this page has saved here. Reload to use it."
            }
            _ => "That did not work: the browser did not take it. Nothing has changed; try again.",
        },
        M::Outdated => {
            "The list could not be read again; what it shows may be out of date. Close it and open it again."
        }
        M::WouldLeave(title) => {
            return format!(
                "“{title}” is not saved. If you open another scenario now, its last changes are lost."
            )
            .into();
        }
        M::Leave => "Go on and lose them",
        M::Stay => "Stay here",
        M::Persistent => "The browser keeps this until you delete it.",
        M::BestEffort => "The browser may clear this storage when the device runs short of room.",
        M::PersistenceUnknown => "This browser does not say whether it may clear this storage.",
        M::AskToPersist => "Ask it to keep this",
        M::TryAgain => "Try again",
        M::SaveAgain => "Save it again",
        M::Reload => "Reload",
        M::NotReadAtStart => {
            "What was saved before could not be read at the start and is untouched. Reload to try again."
        }
        M::DamagedAlone => {
            "The last save is damaged and cannot be opened. It stays in the list of scenarios."
        }
    })
}
