//! The share link: a whole scenario in the fragment of a URL, which no server ever sees.
//!
//! `v1.` codec base64url: the version and the codec stand in clear, so that a later page knows how to read and an
//! earlier one knows that it cannot. Knows text only: not the URL bar, not what becomes of the scenario.

mod envelope;
mod read;
mod write;

#[cfg(test)]
mod tests;

use super::payload::PayloadError;

pub use read::{decode, open};
#[cfg(fuzzing)]
pub use write::sealed;
pub use write::{encode, encode_with};

/// Characters of a link beyond which some chat apps cut it off (Discord: 2,000).
pub const COMFORTABLE: usize = 2_000;

/// The longest link, in characters; longer ones are refused before anything else. Firefox keeps no longer URL in
/// its history (`browser.history.maxURLLength`, 65,536).
pub const MAX_TEXT: usize = 1 << 16;

/// The largest payload that a link may inflate to, in bytes: five times what a link holds uncompressed. Real scenarios
/// shrink by less than half; a bomb stops here, and so does everything that is built from it.
pub const MAX_PAYLOAD: usize = 1 << 18;

/// Units in one link. More do not fit with names of their own, and a hostile link must not claim more memory.
pub const MAX_UNITS: usize = 8_192;

/// The memory that the scenario in a link may take, in bytes, by the estimate of docs/FORMAT.md: several congresses of a
/// thousand units with everything in them. A link can be forged to claim hundreds of times its length.
pub const MAX_MEMORY: u64 = 4 << 20;

/// Whether the list of delegates goes into a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Names {
    /// It stays on this machine; the figures of the table go.
    #[default]
    LeftOut,
    /// Names, units, statuses, categories, notes and attendance go with the link.
    Included,
}

/// A scenario is too large for a link; a file has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TooLong {
    /// The units of the scenario.
    pub units: usize,
    /// The characters its link would have; `None` where there are too many units or figures for any.
    pub characters: Option<usize>,
}

/// Why a text is not a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkError {
    /// It does not begin like a link of this product.
    NotALink,
    /// A later version of this product made it.
    NewerVersion {
        /// The version of the link.
        version: u32,
    },
    /// Longer than [`MAX_TEXT`] characters, than [`MAX_PAYLOAD`] bytes within, or than [`MAX_MEMORY`] once read.
    TooLong,
    /// Characters are missing or were changed: the checksum does not agree.
    Incomplete,
    /// The checksum agrees, and yet the payload is not a scenario that this version can read.
    Payload(PayloadError),
}

impl TooLong {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        "link-too-long-to-make"
    }
}

impl LinkError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotALink => "link-not-a-link",
            Self::NewerVersion { .. } | Self::Payload(PayloadError::Newer { .. }) => "link-newer-version",
            Self::TooLong | Self::Payload(PayloadError::TooMany { .. }) => "link-too-long",
            Self::Incomplete => "link-incomplete",
            Self::Payload(PayloadError::Damaged { .. }) => "link-damaged",
        }
    }
}
