//! Long rows of numbers as bytes, for the way between the page and its worker: a million numbers cross as one block and not
//! as a million values. Four bytes a number, low byte first; nothing is stored in this form.

use super::Seats;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserializer, Serializer};
use std::fmt;

/// A field of bytes: `#[serde(with = "bytes")]`.
pub(crate) mod bytes {
    use super::{Bytes, Deserializer, Serializer};

    /// As one block.
    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        from.deserialize_byte_buf(Bytes)
    }
}

/// A field of numbers.
pub(crate) mod numbers {
    use super::{Deserializer, Serializer, bytes, pack, unpack};

    /// As one block.
    pub(crate) fn serialize<S: Serializer>(numbers: &[u32], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&pack(numbers.iter().copied()))
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
        bytes::deserialize(from).map(|bytes| unpack(&bytes).collect())
    }
}

/// A field of places in a table.
pub(crate) mod places {
    use super::{Deserializer, Serializer, bytes, pack, unpack};

    /// As one block.
    pub(crate) fn serialize<S: Serializer>(places: &[usize], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&pack(places.iter().map(|place| u32::try_from(*place).unwrap_or(u32::MAX))))
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<usize>, D::Error> {
        bytes::deserialize(from).map(|bytes| unpack(&bytes).map(|n| n as usize).collect())
    }
}

/// A field of sums, which are larger than numbers.
pub(crate) mod sums {
    use super::{Deserializer, Serializer, bytes};

    /// As one block, eight bytes a sum.
    pub(crate) fn serialize<S: Serializer>(sums: &[u64], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&sums.iter().flat_map(|sum| sum.to_le_bytes()).collect::<Vec<u8>>())
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u64>, D::Error> {
        let bytes = bytes::deserialize(from)?;
        Ok(bytes.as_chunks::<8>().0.iter().map(|eight| u64::from_le_bytes(*eight)).collect())
    }
}

/// A field of numbers of which some may be missing.
pub(crate) mod options {
    use super::{Deserializer, Serializer, sums};

    /// As sums: none is nothing, the others one more than they are.
    pub(crate) fn serialize<S: Serializer>(numbers: &[Option<u32>], to: S) -> Result<S::Ok, S::Error> {
        let shifted = numbers.iter().map(|number| number.map_or(0, |number| u64::from(number) + 1));
        sums::serialize(&shifted.collect::<Vec<_>>(), to)
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Option<u32>>, D::Error> {
        let number = |shifted: u64| shifted.checked_sub(1).and_then(|number| u32::try_from(number).ok());
        sums::deserialize(from).map(|sums| sums.into_iter().map(number).collect())
    }
}

/// A field of seats.
pub(crate) mod seats {
    use super::{Deserializer, Seats, Serializer, bytes, pack, unpack};

    /// As one block.
    pub(crate) fn serialize<S: Serializer>(seats: &[Seats], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&pack(seats.iter().map(|seats| seats.get())))
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Seats>, D::Error> {
        let bytes = bytes::deserialize(from)?;
        Ok(unpack(&bytes).map(|n| Seats::new(n).unwrap_or(Seats::MAX)).collect())
    }
}

/// A field of rows of seats, all of one length.
pub(crate) mod matrix {
    use super::{Deserializer, Error, Seats, Serializer, bytes, pack, unpack};

    /// As one block, the length of a row first.
    pub(crate) fn serialize<S: Serializer>(rows: &[Vec<Seats>], to: S) -> Result<S::Ok, S::Error> {
        let width = rows.first().map_or(0, Vec::len);
        let cells = rows.iter().flatten().map(|seats| seats.get());
        to.serialize_bytes(&pack(u32::try_from(width).into_iter().chain(cells)))
    }

    /// From one block.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Vec<Seats>>, D::Error> {
        let bytes = bytes::deserialize(from)?;
        let mut cells = unpack(&bytes);
        let width = cells.next().ok_or_else(|| D::Error::custom("no width"))? as usize;
        let cells: Vec<Seats> = cells.map(|n| Seats::new(n).unwrap_or(Seats::MAX)).collect();
        Ok(cells.chunks(width.max(1)).map(<[Seats]>::to_vec).collect())
    }
}

fn pack(numbers: impl Iterator<Item = u32>) -> Vec<u8> {
    numbers.flat_map(u32::to_le_bytes).collect()
}

fn unpack(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
        Ok(bytes)
    }

    // Formats without blocks have lists.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = list.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }
}
