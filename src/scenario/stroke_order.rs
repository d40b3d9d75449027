//! `StrokeOrder`: the strokes of a name as they are written, each by its form (笔形): 横 1, 竖 2, 撇 3, 点 4, 折 5. Entered by
//! hand: there is no dictionary behind it, and nothing here looks at the name.
//!
//! The five forms and what counts as which: 提 is 横, 竖钩 is 竖, 捺 is 点, whatever turns is 折 (印刷通用汉字字形表, 1965, as
//! GF 2001-2001 repeats it).

use crate::limits::{MAX_STROKES, MAX_STROKES_IN_ORDER};
use std::rc::Rc;

/// The forms of the strokes in writing order: of the surname as many as are needed, then, behind a space each, of every
/// further character of the name. At most [`MAX_STROKES`] of each, [`MAX_STROKES_IN_ORDER`] in all, and one at least.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StrokeOrder(Rc<str>);

/// Why a text is not a stroke order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StrokeOrderError {
    /// Something in it is no stroke.
    NotAStroke,
    /// There are more than [`MAX_STROKES`] without a space, which is more than a character has.
    TooManyOfOne,
    /// There are more than [`MAX_STROKES_IN_ORDER`].
    TooMany,
}

impl StrokeOrder {
    /// A stroke order as typed, in digits or in strokes; `None` where nothing is.
    ///
    /// # Errors
    /// See [`StrokeOrderError`].
    ///
    /// ```
    /// # use delegate_roster::scenario::{StrokeOrder, StrokeOrderError};
    /// let read = |text: &str| StrokeOrder::parse(text).map(|order| order.map(|order| order.as_str().to_owned()));
    /// assert_eq!(read(" 一一丨一　312 "), Ok(Some("1121 312".to_owned())));
    /// assert_eq!(read(" "), Ok(None));
    /// assert_eq!(read("1126"), Err(StrokeOrderError::NotAStroke));
    /// ```
    pub fn parse(text: &str) -> Result<Option<Self>, StrokeOrderError> {
        let (mut forms, mut all) = (String::new(), 0u16);
        for character in text.split_whitespace() {
            if !forms.is_empty() {
                forms.push(' ');
            }
            for (before, stroke) in character.chars().enumerate() {
                forms.push(form(stroke).ok_or(StrokeOrderError::NotAStroke)?);
                if before >= usize::from(MAX_STROKES) {
                    return Err(StrokeOrderError::TooManyOfOne);
                }
                all = all.saturating_add(1);
                if all > MAX_STROKES_IN_ORDER {
                    return Err(StrokeOrderError::TooMany);
                }
            }
        }
        Ok((!forms.is_empty()).then(|| Self(forms.into())))
    }

    /// A stroke order that is written exactly as this type writes it.
    pub fn written(text: &str) -> Option<Self> {
        Self::parse(text).ok().flatten().filter(|order| order.as_str() == text)
    }

    /// The digits, with a space between characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The forms of one character of the name, from 0; none where it was not entered.
    pub fn character(&self, at: usize) -> Option<&str> {
        self.0.split(' ').nth(at)
    }
}

/// The digit of a stroke: a digit, the stroke itself, or its name. Of those that are made of parts, 竖钩 is 竖; 竖撇 bends and is 撇, and
/// 提捺, as 入 has it in print, is 捺; all others turn.
const fn form(stroke: char) -> Option<char> {
    Some(match stroke {
        '1' | '１' | '一' | '㇐' | '㇀' | '横' | '提' => '1',
        '2' | '２' | '丨' | '㇑' | '亅' | '㇚' | '竖' => '2',
        '3' | '３' | '丿' | '㇒' | '㇓' | '撇' => '3',
        '4' | '４' | '丶' | '㇔' | '㇏' | '㇝' | '点' | '捺' => '4',
        '5' | '５' | '乛' | '乙' | '折' => '5',
        '㇁'..='㇎' | '㇕'..='㇙' | '㇛' | '㇜' | '㇞'..='㇢' => '5',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_and_strokes_say_the_same() {
        // 戴鑫鑫: of the forms it matters here only how many there are, 17 + 24 + 24.
        let long = [17, 24, 24].map(|strokes| "1".repeat(strokes)).join(" ");
        for (typed, kept) in [
            (&*long, &*long),
            ("1121", "1121"),
            ("１１２１", "1121"),
            ("一一丨一", "1121"),
            ("横横竖横", "1121"),
            ("丶一乛丿", "4153"),
            // 人 and 刁 (撇捺; 折提), 丁 with its hook.
            ("丿㇏", "34"),
            ("乙㇀", "51"),
            ("一亅", "12"),
            ("  1121\t 234　12 ", "1121 234 12"),
        ] {
            let order = StrokeOrder::parse(typed).unwrap().unwrap();
            assert_eq!(order.as_str(), kept, "{typed:?}");
            assert_eq!(StrokeOrder::written(kept), Some(order));
        }
        let order = StrokeOrder::parse("1121 234").unwrap().unwrap();
        assert_eq!([0, 1, 2].map(|at| order.character(at)), [Some("1121"), Some("234"), None]);
    }

    #[test]
    fn what_is_no_stroke_is_refused() {
        for typed in ["", " ", "\t\n　"] {
            assert_eq!(StrokeOrder::parse(typed), Ok(None));
            assert_eq!(StrokeOrder::written(typed), None);
        }
        for typed in ["0", "6", "1,121", "1.12E+16", "-1", "王", "1121a", "\u{202e}1", "1121\u{0}"] {
            assert_eq!(StrokeOrder::parse(typed), Err(StrokeOrderError::NotAStroke), "{typed:?}");
        }
        // As many as a character can have, and not one more; as many characters as a name can have.
        let most = "1".repeat(MAX_STROKES.into());
        let spread = "1 ".repeat(MAX_STROKES_IN_ORDER.into());
        let whole = format!("{most} {most} {most} {most}");
        for typed in [&most, &spread, &whole] {
            assert!(StrokeOrder::parse(typed).is_ok_and(|order| order.is_some()), "{typed}");
        }
        for typed in [most.clone() + "1", format!("1 {most}1"), "5".repeat(1 << 20)] {
            assert_eq!(StrokeOrder::parse(&typed), Err(StrokeOrderError::TooManyOfOne), "{typed}");
        }
        for typed in [spread + "1", whole + " 1", "5 ".repeat(1 << 20)] {
            assert_eq!(StrokeOrder::parse(&typed), Err(StrokeOrderError::TooMany), "{typed}");
        }
        for written in [" 1", "1 ", "1  2", "１", "一", "1\n2"] {
            assert_eq!(StrokeOrder::written(written), None, "{written:?}");
        }
    }

    /// The block "CJK Strokes" by the parts in its names (Unicode 14.0): what has more than one of them turns, but for those that `form`
    /// names. The circle 圈 is none of the five.
    #[test]
    fn strokes_of_the_block_are_their_forms() {
        const NAMES: &str = "T WG XG BXG SW HZZ HZG HP HZWG SZWG HZT HZZP HPWG HZW HZZZ N H S P SP D HZ HG SZ SWZ ST SG PD PZ TN \
            SZZ SWG HXWG HZZZG PG Q";
        assert_eq!(NAMES.split_whitespace().count(), 0x31e4 - 0x31c0);
        for (stroke, parts) in ('\u{31c0}'..).zip(NAMES.split_whitespace()) {
            let kept = match parts {
                "H" | "T" => Ok("1"),
                "S" | "SG" => Ok("2"),
                "P" | "SP" => Ok("3"),
                "D" | "N" | "TN" => Ok("4"),
                "Q" => Err(StrokeOrderError::NotAStroke),
                _ => Ok("5"),
            };
            let read = StrokeOrder::parse(&stroke.to_string()).map(|order| order.unwrap());
            assert_eq!(read.as_ref().map(StrokeOrder::as_str), kept.as_ref().copied(), "{stroke} {parts}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_written_as_it_is_kept(text in "[1-5一丨丿丶乛 　a]{0,80}|\\PC{0,12}") {
            if let Ok(Some(order)) = StrokeOrder::parse(&text) {
                prop_assert_eq!(StrokeOrder::written(order.as_str()), Some(order));
            }
        }
    }
}
