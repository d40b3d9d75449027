//! Whole numbers as people type and spreadsheets write them.
//!
//! Understood: ASCII and full-width digits; commas, spaces, apostrophes and their full-width or narrow forms between
//! groups of three; a fraction of nothing but zeros, as spreadsheets copy it. Anything else is refused rather than guessed:
//! `1.234` is one thing in London and another in Bonn, and so is `1.000`.
//!
//! A cell may say what was counted behind its number, and may say in a sign or a word that nothing belongs there. Every field and every
//! cell, typed or pasted, is read by [`entry_within`]; one that must not be empty by [`number_within`].

use std::ops::RangeInclusive;

/// Why a text is not a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberError {
    /// There is no number in it.
    NotANumber,
    /// A number with a decimal part or an exponent.
    NotWhole,
    /// Below zero.
    Negative,
    /// Separators that do not stand between groups of three digits.
    Grouping,
    /// Below the least that has a meaning.
    TooSmall {
        /// The smallest number allowed here.
        least: u64,
    },
    /// Above the limit.
    TooLarge {
        /// The largest number allowed here.
        limit: u64,
    },
}

/// The whole number in `text`, at most `limit`.
///
/// ```
/// # use delegate_roster::exchange::{NumberError, parse_number};
/// assert_eq!(parse_number(" 380,000 ", 1_000_000), Ok(380_000));
/// assert_eq!(parse_number("４６ ２１０", 1_000_000), Ok(46_210));
/// assert_eq!(parse_number("4,120.0", 1_000_000), Ok(4_120));
/// assert_eq!(parse_number("1.234", 1_000_000), Err(NumberError::NotWhole));
/// assert_eq!(parse_number("12,34", 1_000_000), Err(NumberError::Grouping));
/// ```
pub fn parse_number(text: &str, limit: u64) -> Result<u64, NumberError> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix(['-', '−', '－']) {
        let number = parse_number(rest, limit);
        return if number == Ok(0) { number } else { number.and(Err(NumberError::Negative)) };
    }
    let mut value: u64 = 0;
    let mut digits = 0u32; // since the last separator
    let mut groups = 0u32; // separators seen
    let mut too_large = false;
    let (text, fraction) = text.split_once(['.', '．']).map_or((text, None), |(w, f)| (w, Some(f)));
    for c in text.chars() {
        if let Some(digit) = digit(c) {
            value = value.saturating_mul(10).saturating_add(digit);
            too_large |= value > limit;
            digits += 1;
        } else if is_separator(c) {
            let first = groups == 0;
            if digits == 0 || digits > 3 || (!first && digits != 3) {
                return Err(if digits == 0 && first {
                    NumberError::NotANumber
                } else {
                    NumberError::Grouping
                });
            }
            (digits, groups) = (0, groups + 1);
        } else if matches!(c, 'e' | 'E' | '%' | '％') && (digits, groups) != (0, 0) {
            return Err(NumberError::NotWhole);
        } else {
            return Err(NumberError::NotANumber);
        }
    }
    match (digits, groups) {
        (0, 0) => Err(NumberError::NotANumber),
        _ if !fraction.is_none_or(|fraction| is_nothing(fraction, digits, groups)) => {
            Err(NumberError::NotWhole)
        }
        (3, _) | (_, 0) if too_large => Err(NumberError::TooLarge { limit }),
        (3, _) | (_, 0) => Ok(value),
        _ => Err(NumberError::Grouping),
    }
}

/// The number that was typed or pasted where one from `bounds` belongs; `None` where nothing does, or a sign says so.
///
/// # Errors
/// What is no number, or none of `bounds`.
///
/// ```
/// # use delegate_roster::exchange::{NumberError, entry_within};
/// assert_eq!(entry_within("１，４８０人", 0..=9_999), Ok(Some(1_480)));
/// assert_eq!(entry_within("—", 1..=9_999), Ok(None));
/// assert_eq!(entry_within("0", 1..=9_999), Err(NumberError::TooSmall { least: 1 }));
/// ```
pub fn entry_within(text: &str, bounds: RangeInclusive<u64>) -> Result<Option<u64>, NumberError> {
    match parse_entry(text, *bounds.end())? {
        Some(number) if number < *bounds.start() => Err(NumberError::TooSmall { least: *bounds.start() }),
        entry => Ok(entry),
    }
}

/// The same where percents belong: the sign may stand behind them.
///
/// # Errors
/// What is no number, or none of `bounds`.
///
/// ```
/// # use delegate_roster::exchange::percent_within;
/// assert_eq!(percent_within("5 ％", 0..=5), Ok(Some(5)));
/// assert!(percent_within("%", 0..=5).is_err());
/// ```
pub fn percent_within(text: &str, bounds: RangeInclusive<u64>) -> Result<Option<u64>, NumberError> {
    match text.trim().strip_suffix(['%', '％']) {
        Some(bare) => number_within(bare, bounds).map(Some),
        None => entry_within(text, bounds),
    }
}

/// The same where a number must stand: nothing is none there.
///
/// # Errors
/// What is no number, or none of `bounds`; so is an empty text.
pub fn number_within(text: &str, bounds: RangeInclusive<u64>) -> Result<u64, NumberError> {
    entry_within(text, bounds)?.ok_or(NumberError::NotANumber)
}

/// What stands behind a number and says only what was counted. Ten thousands (万) are none of them.
const MEASURES: [&str; 11] = ["人", "名", "户", "位", "个", "票", "画", "划", "people", "persons", "members"];

/// What people put into a cell to say that nothing belongs there, in lower case.
const BLANKS: [&str; 14] = ["", "-", "--", "−", "－", "–", "—", "——", "―", "/", "／", "无", "n/a", "na"];

/// Whether a cell holds nothing, or only says so.
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    BLANKS.iter().any(|blank| text.eq_ignore_ascii_case(blank))
}

/// The number in a cell, with or without what was counted behind it; `None` where the cell holds nothing or says so.
pub(super) fn parse_entry(text: &str, limit: u64) -> Result<Option<u64>, NumberError> {
    if is_blank(text) {
        return Ok(None);
    }
    let bare = MEASURES.iter().find_map(|measure| without_end(text.trim(), measure));
    parse_number(bare.unwrap_or(text), limit).map(Some)
}

/// A text without this end, in whatever case; `None` where it has another.
fn without_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let (bare, behind) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
    behind.eq_ignore_ascii_case(end).then_some(bare)
}

/// Whether what follows the point is nothing: zeros, and not three of them that may be thousands.
fn is_nothing(fraction: &str, digits: u32, groups: u32) -> bool {
    let zeros = fraction.chars().count();
    let may_be_thousands = zeros == 3 && groups == 0 && digits <= 3;
    zeros > 0 && !may_be_thousands && fraction.chars().all(|c| digit(c) == Some(0))
}

fn digit(c: char) -> Option<u64> {
    match c {
        '0'..='9' => Some(u64::from(c) - u64::from('0')),
        '０'..='９' => Some(u64::from(c) - u64::from('０')),
        _ => None,
    }
}

const fn is_separator(c: char) -> bool {
    matches!(c, ',' | '，' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type() {
        let limit = 1_000_000;
        for (text, expected) in [
            ("0", Ok(0)),
            ("007", Ok(7)),
            ("1,000,000", Ok(limit)),
            ("1 000 000", Ok(limit)),
            ("１，０００", Ok(1000)),
            ("-0", Ok(0)),
            ("1000001", Err(NumberError::TooLarge { limit })),
            ("99999999999999999999999999", Err(NumberError::TooLarge { limit })),
            ("", Err(NumberError::NotANumber)),
            (",", Err(NumberError::NotANumber)),
            ("abc", Err(NumberError::NotANumber)),
            ("12a", Err(NumberError::NotANumber)),
            ("-3", Err(NumberError::Negative)),
            ("−3", Err(NumberError::Negative)),
            ("1.5", Err(NumberError::NotWhole)),
            ("46210.00", Ok(46_210)),
            ("4,120.0", Ok(4_120)),
            ("1.0", Ok(1)),
            ("1.0000", Ok(1)),
            ("12 345.000", Ok(12_345)),
            ("46210.000", Ok(46_210)),
            ("４６２１０．００", Ok(46_210)),
            ("-1.0", Err(NumberError::Negative)),
            ("1000001.0", Err(NumberError::TooLarge { limit })),
            // Thousands in Bonn.
            ("1.000", Err(NumberError::NotWhole)),
            ("1.000.000", Err(NumberError::NotWhole)),
            ("1.", Err(NumberError::NotWhole)),
            (".0", Err(NumberError::NotANumber)),
            ("1.0a", Err(NumberError::NotWhole)),
            ("1.01", Err(NumberError::NotWhole)),
            ("12,34.0", Err(NumberError::Grouping)),
            ("1E+05", Err(NumberError::NotWhole)),
            ("97 %", Err(NumberError::NotWhole)),
            ("1,,000", Err(NumberError::Grouping)),
            ("1000,000", Err(NumberError::Grouping)),
            ("1,000,", Err(NumberError::Grouping)),
        ] {
            assert_eq!(parse_number(text, limit), expected, "{text:?}");
        }
    }

    #[test]
    fn what_stands_in_a_cell() {
        for (text, expected) in [
            ("1,480人", Ok(Some(1480))),
            ("1480 人", Ok(Some(1480))),
            ("１，４８０名", Ok(Some(1480))),
            ("12户", Ok(Some(12))),
            ("1,480 People", Ok(Some(1480))),
            ("7", Ok(Some(7))),
            ("0", Ok(Some(0))),
            ("1.5万人", Err(NumberError::NotWhole)),
            ("15万人", Err(NumberError::NotANumber)),
            ("1.480人", Err(NumberError::NotWhole)),
            ("约1480人", Err(NumberError::NotANumber)),
            ("1480-1500人", Err(NumberError::NotANumber)),
            ("1480人次", Err(NumberError::NotANumber)),
            ("人", Err(NumberError::NotANumber)),
            ("-人", Err(NumberError::NotANumber)),
        ] {
            assert_eq!(parse_entry(text, 1_000_000), expected, "{text:?}");
        }
        for text in ["", "  ", "—", "–", "-", "——", "/", "／", "无", "N/A", "n/a", " - "] {
            assert_eq!(parse_entry(text, 1_000_000), Ok(None), "{text:?}");
        }
    }

    #[test]
    fn a_field_is_read_as_a_cell_is_within_its_bounds() {
        for (text, optional, required) in [
            ("5人", Ok(Some(5)), Ok(5)),
            (" １，２００ 名 ", Ok(Some(1200)), Ok(1200)),
            ("300票", Ok(Some(300)), Ok(300)),
            ("7 画", Ok(Some(7)), Ok(7)),
            ("12 划", Ok(Some(12)), Ok(12)),
            ("1 200.0", Ok(Some(1200)), Ok(1200)),
            ("—", Ok(None), Err(NumberError::NotANumber)),
            ("n/a", Ok(None), Err(NumberError::NotANumber)),
            ("无", Ok(None), Err(NumberError::NotANumber)),
            ("  ", Ok(None), Err(NumberError::NotANumber)),
        ] {
            assert_eq!(entry_within(text, 1..=2000), optional, "{text:?}");
            assert_eq!(number_within(text, 1..=2000), required, "{text:?}");
        }
        for (text, error) in [
            ("0", NumberError::TooSmall { least: 1 }),
            ("0人", NumberError::TooSmall { least: 1 }),
            ("2001", NumberError::TooLarge { limit: 2000 }),
            ("-1", NumberError::Negative),
            ("1.5人", NumberError::NotWhole),
            ("abc", NumberError::NotANumber),
        ] {
            assert_eq!(entry_within(text, 1..=2000), Err(error), "{text:?}");
            assert_eq!(number_within(text, 1..=2000), Err(error), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_grouping_of_a_number_is_that_number(n in 0..1u64 << 43, sep in "[,， \u{a0}'’]") {
            let plain = n.to_string();
            let mut grouped = String::new();
            for (i, c) in plain.chars().enumerate() {
                if i > 0 && (plain.len() - i) % 3 == 0 { grouped.push_str(&sep); }
                grouped.push(c);
            }
            prop_assert_eq!(parse_number(&grouped, u64::MAX), Ok(n));
            prop_assert_eq!(parse_number(&plain, n), Ok(n));
        }

        #[test]
        fn nothing_panics_and_nothing_passes_the_limit(text in "\\PC*", limit in any::<u64>()) {
            if let Ok(n) = parse_number(&text, limit) { prop_assert!(n <= limit); }
        }
    }
}
