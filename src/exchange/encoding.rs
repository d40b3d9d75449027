//! In which encoding a file of text is, told by its bytes alone, and its text where that needs no tables.
//!
//! Spreadsheets write CSV as UTF-8, as "Unicode text" in UTF-16, or, Chinese ones, in GB 18030 (of which GBK and GB 2312
//! are parts). The browser has the tables for the last; this file only says that they are needed.

use super::{GridError, MAX_BYTES};

/// An encoding of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB 18030, GBK or GB 2312.
    Gb18030,
}

impl Encoding {
    /// The encoding of a file: by its mark; without one UTF-16 if zero bytes stand only where its digits and line breaks
    /// would put them, UTF-8 if it is that, else GB 18030. `None` for bytes that are no text.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xfe, ..] => return Some(Self::Utf16Le),
            [0xfe, 0xff, ..] => return Some(Self::Utf16Be),
            [0xef, 0xbb, 0xbf, rest @ ..] => return std::str::from_utf8(rest).ok().map(|_| Self::Utf8),
            _ => {}
        }
        let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).any(|byte| *byte == 0);
        match (zeros(0), zeros(1), bytes.len() % 2) {
            (false, false, _) => {}
            (false, true, 0) => return Some(Self::Utf16Le),
            (true, false, 0) => return Some(Self::Utf16Be),
            _ => return None,
        }
        Some(if std::str::from_utf8(bytes).is_ok() { Self::Utf8 } else { Self::Gb18030 })
    }

    /// Its name, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Gb18030 => "GB 18030",
        }
    }
}

/// The text of a file: UTF-8 or UTF-16.
///
/// # Errors
/// [`GridError::NotText`] for other bytes, which may be an older Chinese encoding that only the browser can read;
/// [`GridError::TooLarge`] past the limit.
pub fn decode_text(bytes: &[u8]) -> Result<String, GridError> {
    if bytes.len() > MAX_BYTES {
        return Err(GridError::TooLarge { bytes: bytes.len() });
    }
    match Encoding::of(bytes) {
        Some(Encoding::Utf8) => {
            let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            std::str::from_utf8(text).map(str::to_owned).map_err(|_| GridError::NotText)
        }
        Some(Encoding::Utf16Le) => wide(bytes, u16::from_le_bytes),
        Some(Encoding::Utf16Be) => wide(bytes, u16::from_be_bytes),
        Some(Encoding::Gb18030) | None => Err(GridError::NotText),
    }
}

/// UTF-16 without its mark. A half pair becomes a replacement character, which the preview shows; half a unit is no text.
fn wide(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Result<String, GridError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(GridError::NotText);
    }
    let units = pairs.iter().map(|pair| read(*pair));
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 名额,1 in GB 18030.
    const GB: [u8; 6] = [0xc3, 0xfb, 0xb6, 0xee, b',', b'1'];

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let marked = |text: &str| format!("\u{feff}{text}");
        let text = "单位,人数\n衡阳县,12\n";
        for (bytes, encoding, decoded) in [
            (text.as_bytes().to_vec(), Some(Encoding::Utf8), Ok(text)),
            (marked(text).into_bytes(), Some(Encoding::Utf8), Ok(text)),
            (utf16(&marked(text), u16::to_le_bytes), Some(Encoding::Utf16Le), Ok(text)),
            (utf16(&marked(text), u16::to_be_bytes), Some(Encoding::Utf16Be), Ok(text)),
            (utf16(text, u16::to_le_bytes), Some(Encoding::Utf16Le), Ok(text)),
            (utf16(text, u16::to_be_bytes), Some(Encoding::Utf16Be), Ok(text)),
            (GB.to_vec(), Some(Encoding::Gb18030), Err(GridError::NotText)),
            (vec![0, 0, 1, 0], None, Err(GridError::NotText)),
            (b"a\0b".to_vec(), None, Err(GridError::NotText)),
            (vec![0xef, 0xbb, 0xbf, 0xff], None, Err(GridError::NotText)),
            (vec![0xff, 0xfe, 0x41], Some(Encoding::Utf16Le), Err(GridError::NotText)),
            (Vec::new(), Some(Encoding::Utf8), Ok("")),
        ] {
            assert_eq!(Encoding::of(&bytes), encoding, "{bytes:?}");
            assert_eq!(decode_text(&bytes).as_deref(), decoded.as_deref(), "{bytes:?}");
        }
        let bytes = MAX_BYTES + 1;
        assert_eq!(decode_text(&vec![b'a'; bytes]), Err(GridError::TooLarge { bytes }));
    }

    proptest! {
        #[test]
        fn text_comes_through_every_encoding(text in "[^\0\u{feff}]{0,40}\n") {
            for bytes in [text.clone().into_bytes(), utf16(&text, u16::to_le_bytes), utf16(&text, u16::to_be_bytes)] {
                // Without a mark, a text of UTF-16 may happen to be one of UTF-8; with one never.
                if let Ok(decoded) = decode_text(&bytes) && bytes.contains(&0) {
                    prop_assert_eq!(decoded, text.clone());
                }
            }
            let marked = format!("\u{feff}{text}");
            for bytes in [marked.clone().into_bytes(), utf16(&marked, u16::to_le_bytes), utf16(&marked, u16::to_be_bytes)] {
                prop_assert_eq!(decode_text(&bytes), Ok(text.clone()));
            }
        }

        #[test]
        fn any_bytes_are_looked_at(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = (Encoding::of(&bytes), decode_text(&bytes));
        }
    }
}
