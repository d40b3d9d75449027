//! `StorageError`: why the browser did not keep or give back the work. Words live in `text`.

use delegate_roster::codec::generations::Refusal;
use delegate_roster::codec::snapshot::Revision;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// Why the storage failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no room, or no permission for more.
    Quota,
    /// There is no storage here: switched off, private mode, an embedded page, a file that may not.
    Unavailable,
    /// A tab with an older version of this page holds the database.
    Blocked,
    /// The database does not answer.
    Silent,
    /// Another tab has saved since this one last did.
    Conflict {
        /// The revision in the storage.
        stored: Revision,
    },
    /// Another tab has deleted the scenario.
    Deleted,
    /// The scenario takes more than a record may.
    TooLong,
    /// What was asked for is not there.
    Gone,
    /// A later version of this product wrote what is stored.
    Newer,
    /// Anything else.
    Other {
        /// The browser's name for it.
        name: String,
    },
}

impl StorageError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Quota => "storage-quota",
            Self::Unavailable => "storage-unavailable",
            Self::Blocked => "storage-blocked",
            Self::Silent => "storage-silent",
            Self::Conflict { .. } => "storage-conflict",
            Self::Deleted => "storage-deleted",
            Self::TooLong => "storage-too-long",
            Self::Gone => "storage-gone",
            Self::Newer => "storage-newer",
            Self::Other { .. } => "storage-other",
        }
    }

    /// Whether trying again may help, without a person doing or deciding something on this page.
    pub const fn may_pass(&self) -> bool {
        !matches!(self, Self::Conflict { .. } | Self::Deleted | Self::TooLong | Self::Gone | Self::Newer)
    }

    /// From the exception of a browser. The names: Indexed Database API 3.0, §2.8 and §4; HTML for `SecurityError`.
    pub fn of(exception: &JsValue) -> Self {
        let name = exception.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
        match name.as_str() {
            "QuotaExceededError" => Self::Quota,
            "SecurityError" | "InvalidStateError" | "NotFoundError" => Self::Unavailable,
            // The database has a higher number than this program asks for.
            "VersionError" => Self::Newer,
            _ => Self::Other { name },
        }
    }
}

impl From<Refusal> for StorageError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Conflict { stored } => Self::Conflict { stored },
            Refusal::Newer => Self::Newer,
            Refusal::Deleted => Self::Deleted,
            Refusal::TooLong { .. } => Self::TooLong,
        }
    }
}
