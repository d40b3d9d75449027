//! L0: the two languages of the product, and data that carries its name in both.

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Chinese, in simplified characters.
    Chinese,
    /// English.
    English,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The tag of BCP 47 for the `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The language of a BCP 47 tag: Chinese for anything that begins with `zh`, English for the rest.
    pub fn of_tag(tag: &str) -> Self {
        match tag.get(..2) {
            Some(head) if head.eq_ignore_ascii_case("zh") => Self::Chinese,
            _ => Self::English,
        }
    }
}

impl Bilingual {
    /// The text in one language.
    pub const fn pick(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// A letter as a small one, for comparing: Latin, Greek, Cyrillic and full-width letters, one for one. The tables of Unicode
/// for all scripts are larger than the rest of what compares names, and are not worth their download.
pub const fn small_letter(letter: char) -> char {
    let code = letter as u32;
    let small = match code {
        0x41..=0x5A
        | 0xC0..=0xD6
        | 0xD8..=0xDE
        | 0x391..=0x3A1
        | 0x3A3..=0x3AB
        | 0x410..=0x42F
        | 0xFF21..=0xFF3A => code + 32,
        0x400..=0x40F => code + 80,
        // Pairs, the small one second.
        0x100..=0x12F
        | 0x132..=0x137
        | 0x14A..=0x177
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        _ => code,
    };
    match char::from_u32(small) {
        Some(small) => small,
        None => letter,
    }
}

/// A text in [small letters](small_letter).
pub fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_small_as_unicode_has_it_or_left_alone() {
        let mut changed = 0;
        for letter in '\0'..=char::MAX {
            let small = small_letter(letter);
            if small != letter {
                assert_eq!(letter.to_lowercase().collect::<String>(), small.to_string(), "{letter}");
                changed += 1;
            }
        }
        assert_eq!(changed, 447);
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        for (text, expected) in [
            ("ÉLODIE Ångström", "élodie ångström"),
            ("Łódź ŽIŽEK", "łódź žižek"),
            ("ИВАНОВ Ёлка Қазақстан", "иванов ёлка қазақстан"),
            ("ΑΘΗΝΑ", "αθηνα"),
            ("Nguyễn ĐỨC", "nguyễn đức"),
            ("ＡＢＣ 衡阳县", "ａｂｃ 衡阳县"),
        ] {
            assert_eq!(small(text), expected);
        }
    }
}
