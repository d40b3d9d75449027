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
    /// Another tab has saved since this one last did.
    Conflict {
        /// The revision in the storage.
        stored: Revision,
    },
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
            Self::Conflict { .. } => "storage-conflict",
            Self::Newer => "storage-newer",
            Self::Other { .. } => "storage-other",
        }
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
        }
    }
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        use idb::Error;
        match error {
            Error::DomException(exception) => Self::of(&exception),
            Error::IndexedDbNotFound(_) => Self::Unavailable,
            Error::IndexedDbOpenFailed(value)
            | Error::TransactionOpenFailed(value)
            | Error::ObjectStoreNotFound(value)
            | Error::GetFailed(value)
            | Error::UpdateFailed(value) => Self::of(&value),
            other => Self::Other { name: other.to_string() },
        }
    }
}
