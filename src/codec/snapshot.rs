//! The stored record: a scenario with the revision of the store and the time at which it was saved.
//!
//! The same payload as in the link, not compressed: a store has room, and saving must be quick. Knows no store and
//! no clock; what cannot be read back is told apart, because the owner of the bytes must not throw them away.

use super::checksum::crc32;
use super::payload::{self, PayloadError};
use crate::limits::MAX_UNITS;
use crate::scenario::Scenario;

/// The first bytes of every record; the version follows.
const MAGIC: [u8; 3] = *b"DRS";

/// The version that this program writes.
const VERSION: u8 = 1;

/// The largest record that is read: a scenario at every limit with names of ordinary length.
pub const MAX_BYTES: usize = 1 << 26;

/// Counts the saves of one document in its store, from 1; 0 is a document never saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub u64);

/// Milliseconds since 1970-01-01T00:00:00Z, as the clock of the device had it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub u64);

/// A scenario as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The scenario.
    pub scenario: Scenario,
    /// The save that this was.
    pub revision: Revision,
    /// When.
    pub saved_at: Moment,
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SnapshotError {
    /// It does not begin like a record of this product.
    NotARecord,
    /// A later version of this product wrote it.
    NewerVersion {
        /// The version of the record.
        version: u8,
    },
    /// More than [`MAX_BYTES`].
    TooLong {
        /// The bytes of the record.
        bytes: usize,
    },
    /// The checksum does not agree: bytes are missing or were changed.
    Incomplete,
    /// The checksum agrees, and yet the payload is not a scenario that this version can read.
    Payload(PayloadError),
}

impl Revision {
    /// The revision of the next save.
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl SnapshotError {
    /// Whether a later version of this product can read what this one cannot.
    pub const fn is_newer(self) -> bool {
        matches!(self, Self::NewerVersion { .. } | Self::Payload(PayloadError::Newer { .. }))
    }

    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotARecord => "record-not-a-record",
            Self::NewerVersion { .. } | Self::Payload(PayloadError::Newer { .. }) => "record-newer-version",
            Self::TooLong { .. } | Self::Payload(PayloadError::TooMany { .. }) => "record-too-long",
            Self::Incomplete => "record-incomplete",
            Self::Payload(PayloadError::Damaged { .. }) => "record-damaged",
        }
    }
}

/// The bytes to store.
///
/// ```
/// use delegate_roster::codec::snapshot::{Moment, Revision, read, write};
/// use delegate_roster::scenario::Scenario;
///
/// let bytes = write(&Scenario::blank(), Revision(1), Moment(1_632_787_200_000));
/// assert_eq!(read(&bytes).unwrap().scenario, Scenario::blank());
/// ```
pub fn write(scenario: &Scenario, revision: Revision, saved_at: Moment) -> Vec<u8> {
    let mut bytes = [&MAGIC[..], &[VERSION], &revision.0.to_le_bytes(), &saved_at.0.to_le_bytes()].concat();
    bytes.extend(payload::write(scenario));
    let sum = crc32(&[&bytes]);
    bytes.extend(sum.to_le_bytes());
    bytes
}

/// What was stored.
///
/// # Errors
/// [`SnapshotError`] for anything that [`write()`] did not write, whole.
pub fn read(bytes: &[u8]) -> Result<Snapshot, SnapshotError> {
    if bytes.len() > MAX_BYTES {
        return Err(SnapshotError::TooLong { bytes: bytes.len() });
    }
    let version = bytes.strip_prefix(&MAGIC).and_then(<[u8]>::first).copied().filter(|version| *version > 0);
    let version = version.ok_or(SnapshotError::NotARecord)?;
    if version > VERSION {
        return Err(SnapshotError::NewerVersion { version });
    }
    let (covered, sum) = bytes.split_last_chunk::<4>().ok_or(SnapshotError::Incomplete)?;
    if crc32(&[covered]).to_le_bytes() != *sum {
        return Err(SnapshotError::Incomplete);
    }
    let (revision, rest) = covered
        .get(MAGIC.len() + 1..)
        .and_then(<[u8]>::split_first_chunk::<8>)
        .ok_or(SnapshotError::Incomplete)?;
    let (saved_at, payload) = rest.split_first_chunk::<8>().ok_or(SnapshotError::Incomplete)?;
    let scenario = payload::read(payload, MAX_UNITS).map_err(SnapshotError::Payload)?.scenario;
    Ok(Snapshot {
        scenario,
        revision: Revision(u64::from_le_bytes(*revision)),
        saved_at: Moment(u64::from_le_bytes(*saved_at)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::scenario::{arbitrary, example};
    use proptest::prelude::*;

    #[test]
    fn what_is_no_record_says_why() {
        for (bytes, error) in [
            (&b""[..], SnapshotError::NotARecord),
            (b"DR", SnapshotError::NotARecord),
            (b"DRS", SnapshotError::NotARecord),
            (b"DRS\0", SnapshotError::NotARecord),
            (b"{\"title\":1}", SnapshotError::NotARecord),
            (b"DRS\x01", SnapshotError::Incomplete),
            (b"DRS\x02anything", SnapshotError::NewerVersion { version: 2 }),
        ] {
            assert_eq!(read(bytes), Err(error), "{bytes:?}");
        }
        let long = vec![0; MAX_BYTES + 1];
        assert_eq!(read(&long), Err(SnapshotError::TooLong { bytes: MAX_BYTES + 1 }));
        let sealed = [b"DRS\x01", &[0; 16][..]].concat();
        let sealed = [&sealed[..], &crc32(&[&sealed]).to_le_bytes()].concat();
        assert_eq!(read(&sealed).unwrap_err().code(), "record-damaged");
    }

    #[test]
    fn every_truncation_and_every_flipped_bit_is_noticed() {
        let bytes = write(&example(Language::Chinese), Revision(7), Moment(1_632_787_200_000));
        for end in 0..bytes.len() {
            assert!(read(&bytes[..end]).is_err(), "{end}");
        }
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert!(read(&changed).is_err(), "{at} {bit}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_scenario_survives(scenario in arbitrary::listed(12), revision: u64, saved_at: u64) {
            let snapshot = Snapshot { scenario, revision: Revision(revision), saved_at: Moment(saved_at) };
            let bytes = write(&snapshot.scenario, snapshot.revision, snapshot.saved_at);
            prop_assert_eq!(read(&bytes), Ok(snapshot));
        }
    }
}
