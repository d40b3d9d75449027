//! CRC-32 (ISO-HDLC, the one of zlib and PNG), by a table that is worked out for each call: it costs less than a short
//! record, takes no room in the program, and a record of a hundred thousand units is read a byte at a time.
//!
//! Finds every error burst of up to 32 bits, and any other damage with a chance of 1 - 2^-32. Guards against
//! accident, not against forgery.

/// The generator polynomial 0x04C11DB7, reflected.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// The checksum of `parts`, one after the other.
pub(super) fn crc32(parts: &[&[u8]]) -> u32 {
    let mut table = [0; 256];
    for (byte, entry) in (0..).zip(&mut table) {
        *entry = (0..8).fold(byte, |crc: u32, _| (crc >> 1) ^ (POLYNOMIAL & (crc & 1).wrapping_neg()));
    }
    let step = |crc: u32, byte: &u8| {
        let low = crc.to_le_bytes().first().map_or(0, |low| low ^ byte);
        (crc >> 8) ^ table.get(usize::from(low)).copied().unwrap_or(0)
    };
    !parts.iter().copied().flatten().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_catalogue() {
        // Greg Cook's catalogue of parametrised CRC algorithms: CRC-32/ISO-HDLC, check=0xcbf43926.
        assert_eq!(crc32(&[b"123456789"]), 0xCBF4_3926);
        assert_eq!(crc32(&[b"1234", b"", b"56789"]), 0xCBF4_3926);
        assert_eq!(crc32(&[]), 0);
    }
}
