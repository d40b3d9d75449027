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
    /// would put them and it reads like a text, UTF-8 if it is that, else GB 18030. `None` for bytes that are no text.
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
            (false, true, 0) => return is_written(bytes, u16::from_le_bytes).then_some(Self::Utf16Le),
            (true, false, 0) => return is_written(bytes, u16::from_be_bytes).then_some(Self::Utf16Be),
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

/// Whether UTF-16 without a mark is what people write: nothing in it that no text has, and nine in ten characters of the scripts of
/// China and Europe. Nearly any two bytes are a character, so a file of a program would pass for text.
fn is_written(bytes: &[u8], read: fn([u8; 2]) -> u16) -> bool {
    let (pairs, _) = bytes.as_chunks::<2>();
    let (mut all, mut usual) = (0_usize, 0_usize);
    for c in char::decode_utf16(pairs.iter().map(|pair| read(*pair))) {
        let Ok(c) = c else { return false };
        let is_space = matches!(c, '\t' | '\r' | '\n');
        if matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}') || (c.is_control() && !is_space) {
            return false;
        }
        all += 1;
        usual += usize::from(is_usual(c));
    }
    usual >= all - all / 10
}

/// Whether a character is of a script of China or Europe, or of their punctuation.
const fn is_usual(c: char) -> bool {
    matches!(c,
        '\0'..='\u{4ff}' // Latin, Greek, Cyrillic
        | '\u{600}'..='\u{6ff}' // Uyghur, Kazakh
        | '\u{f00}'..='\u{fff}' // Tibetan
        | '\u{1800}'..='\u{18af}' // Mongolian
        | '\u{2000}'..='\u{206f}' | '\u{2100}'..='\u{22ff}' | '\u{2460}'..='\u{26ff}'
        | '\u{3000}'..='\u{303f}' | '\u{3200}'..='\u{9fff}' // Chinese
        | '\u{a000}'..='\u{a4cf}' // Yi
        | '\u{ac00}'..='\u{d7a3}' // Korean
        | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{323af}')
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

    #[test]
    fn bytes_of_a_program_are_no_text_of_utf16() {
        // A plain generator, with zeros at one parity only.
        let mut seed = 7_u32;
        let mut noise = |zeros: usize| -> Vec<u8> {
            let byte = |at: usize| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let byte = seed.to_be_bytes()[0].max(1);
                if at == 40 + zeros { 0 } else { byte }
            };
            (0..300).map(byte).collect()
        };
        for zeros in [0, 1, 0, 1, 0, 1] {
            assert_eq!(Encoding::of(&noise(zeros)), None);
        }
        for text in ["\u{1}a", "a\u{e000}", "a\u{fffd}", "1\u{12000}\u{12001}"] {
            assert_eq!(Encoding::of(&utf16(text, u16::to_le_bytes)), None, "{text:?}");
        }
        for text in ["a", "名称\t人数\r\n延吉 연길시\t1", "ئۈرۈمچى\t12\n", "Zürich — “x”,1\n", "𠮷野,1\n"]
        {
            assert_eq!(Encoding::of(&utf16(text, u16::to_be_bytes)), Some(Encoding::Utf16Be), "{text:?}");
        }
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
