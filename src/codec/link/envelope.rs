//! What surrounds the payload of a link: the prefix in clear, the codec, the checksum.

use crate::codec::checksum::crc32;

/// The version that this program writes.
pub(super) const VERSION: u32 = 1;

/// What precedes the version.
pub(super) const MARK: char = 'v';

/// What follows it.
pub(super) const POINT: char = '.';

/// Bytes of the checksum at the end of the body.
pub(super) const CHECKSUM: usize = 4;

/// How the payload is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Codec {
    /// As it is.
    Plain,
    /// Raw deflate (RFC 1951).
    Deflate,
}

impl Codec {
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Plain => 'p',
            Self::Deflate => 'd',
        }
    }

    pub(super) const fn of_letter(letter: char) -> Option<Self> {
        match letter {
            'p' => Some(Self::Plain),
            'd' => Some(Self::Deflate),
            _ => None,
        }
    }
}

/// The clear text before the body.
pub(super) fn prefix(codec: Codec) -> String {
    format!("{MARK}{VERSION}{POINT}{}", codec.letter())
}

/// The checksum of all that was sent, the prefix included: what arrives is checked before it is unpacked.
pub(super) fn checksum(codec: Codec, packed: &[u8]) -> [u8; CHECKSUM] {
    crc32(&[prefix(codec).as_bytes(), packed]).to_le_bytes()
}
