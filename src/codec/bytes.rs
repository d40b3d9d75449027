//! `Writer` and `Reader`: varints over a byte string. Know nothing of scenarios.
//!
//! A varint is LEB128: seven bits a byte, low bits first, the top bit set where more follow; at most ten bytes, and
//! only the shortest form is read. Signed values are folded first ("zigzag": 0, -1, 1, -2 … become 0, 1, 2, 3 …).

/// Appends values to a byte string.
#[derive(Debug, Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

/// Takes values from the front of a byte string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

/// Why no value could be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ReadError {
    /// The bytes ended within a value.
    Ended,
    /// A varint is longer than its value needs, or its value does not fit.
    Overlong,
}

impl Writer {
    pub(super) fn varint(&mut self, mut value: u64) {
        while value > 0x7F {
            self.bytes.push((value as u8 & 0x7F) | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    pub(super) fn signed(&mut self, value: i64) {
        self.varint(fold(value));
    }

    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The length, then the bytes.
    pub(super) fn block(&mut self, bytes: &[u8]) {
        self.varint(bytes.len() as u64);
        self.raw(bytes);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<'a> Reader<'a> {
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Everything that is left.
    pub(super) fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.rest)
    }

    pub(super) fn varint(&mut self) -> Result<u64, ReadError> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.rest.split_first().ok_or(ReadError::Ended)?;
            self.rest = rest;
            let bits = u64::from(byte & 0x7F);
            if bits << shift >> shift != bits || (byte == 0 && shift > 0) {
                return Err(ReadError::Overlong);
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(ReadError::Overlong)
    }

    pub(super) fn signed(&mut self) -> Result<i64, ReadError> {
        self.varint().map(unfold)
    }

    pub(super) fn take(&mut self, count: u64) -> Result<&'a [u8], ReadError> {
        let count = usize::try_from(count).map_err(|_| ReadError::Ended)?;
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ReadError::Ended)?;
        self.rest = rest;
        Ok(taken)
    }

    /// What [`Writer::block`] wrote.
    pub(super) fn block(&mut self) -> Result<&'a [u8], ReadError> {
        let count = self.varint()?;
        self.take(count)
    }
}

/// Small magnitudes to small numbers.
pub(super) const fn fold(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// The inverse of [`fold`].
pub(super) const fn unfold(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_shortest_varint_is_read() {
        for (bytes, read) in [
            (&[0x00][..], Ok(0)),
            (&[0x7F], Ok(127)),
            (&[0x80, 0x01], Ok(128)),
            (&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], Ok(u64::MAX)),
            (&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02], Err(ReadError::Overlong)),
            (&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x81], Err(ReadError::Overlong)),
            (&[0x80, 0x00], Err(ReadError::Overlong)),
            (&[0x80], Err(ReadError::Ended)),
            (&[], Err(ReadError::Ended)),
        ] {
            assert_eq!(Reader::new(bytes).varint(), read, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn numbers_survive(value: u64, signed: i64) {
            let mut writer = Writer::default();
            writer.varint(value);
            writer.signed(signed);
            writer.block(b"ab");
            let bytes = writer.into_bytes();
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.varint(), Ok(value));
            prop_assert_eq!(reader.signed(), Ok(signed));
            prop_assert_eq!(reader.block(), Ok(&b"ab"[..]));
            prop_assert!(reader.is_empty());
        }
    }
}
