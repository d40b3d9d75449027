//! CRC-32 (ISO-HDLC, the one of zlib and PNG), bit by bit: links are short, and a table would be larger than this.
//!
//! Finds every error burst of up to 32 bits, and any other damage with a chance of 1 - 2^-32. Guards against
//! accident, not against forgery.

/// The generator polynomial 0x04C11DB7, reflected.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// The checksum of `parts`, one after the other.
pub(super) fn crc32(parts: &[&[u8]]) -> u32 {
    let mut crc = u32::MAX;
    for byte in parts.iter().copied().flatten() {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (POLYNOMIAL & (crc & 1).wrapping_neg());
        }
    }
    !crc
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
