//! Shares as people type them: `1/3`, `40 %`, `33.5%`, in ASCII or full-width characters. Exactly: a percentage is a
//! fraction. A bare number is refused, because nobody can tell whether 1 is all or one per cent.

use super::parse_number;
use crate::threshold::{Share, ShareError};

/// Digits after the point that are understood; more are no figure of a rule.
const MOST_DECIMALS: usize = 4;

/// Why a text is not a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareTextError {
    /// It is neither a fraction nor a percentage.
    NotAShare,
    /// A percentage with more decimals than are understood.
    TooManyDecimals,
    /// Its numbers are no share.
    Share(ShareError),
}

impl ShareTextError {
    /// The most decimals of a percentage.
    pub const MOST_DECIMALS: usize = MOST_DECIMALS;
}

/// The share in `text`, above none and at most the whole.
///
/// # Errors
/// If it is none.
///
/// ```
/// # use delegate_roster::{exchange::{ShareTextError, parse_share}, threshold::{Share, ShareError}};
/// assert_eq!(parse_share("1/3"), Ok(Share::THIRD));
/// assert_eq!(parse_share("２０％"), Ok(Share::FIFTH));
/// assert_eq!(parse_share("33.5 %").ok(), Share::new(67, 200).ok());
/// assert_eq!(parse_share("1"), Err(ShareTextError::NotAShare));
/// assert_eq!(parse_share("0 %"), Err(ShareTextError::Share(ShareError::Zero)));
/// ```
pub fn parse_share(text: &str) -> Result<Share, ShareTextError> {
    let text: String = text.trim().chars().map(plain).collect();
    let (num, den) = parts(&text)?;
    Share::new(num, den).map_err(ShareTextError::Share)
}

/// The two numbers of a fraction or a percentage.
fn parts(text: &str) -> Result<(u32, u32), ShareTextError> {
    let none = ShareTextError::NotAShare;
    let small = |text: &str| {
        let number = parse_number(text, u32::MAX.into()).ok().and_then(|n| u32::try_from(n).ok());
        number.ok_or(none)
    };
    if let Some((part, whole)) = text.split_once('/') {
        return Ok((small(part)?, small(whole)?));
    }
    let percent = text.strip_suffix('%').ok_or(none)?.trim();
    let (whole, decimals) = percent.split_once('.').unwrap_or((percent, ""));
    let whole = small(whole)?;
    if !decimals.chars().all(|c| c.is_ascii_digit()) {
        return Err(none);
    }
    if decimals.len() > MOST_DECIMALS {
        return Err(ShareTextError::TooManyDecimals);
    }
    let scale =
        u32::try_from(decimals.len()).ok().and_then(|digits| 10u32.checked_pow(digits)).ok_or(none)?;
    let fraction = if decimals.is_empty() { 0 } else { small(decimals)? };
    let num = whole.checked_mul(scale).and_then(|whole| whole.checked_add(fraction)).ok_or(none)?;
    Ok((num, scale.checked_mul(100).ok_or(none)?))
}

/// A full-width character in its usual form.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '／' => '/',
        '％' => '%',
        '．' => '.',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_exactly_or_not_at_all() {
        for (text, share) in [
            ("1/3", Some((1, 3))),
            (" 2 / 6 ", Some((1, 3))),
            ("１／３", Some((1, 3))),
            ("40%", Some((2, 5))),
            ("33.3333 %", Some((333_333, 1_000_000))),
            ("100%", Some((1, 1))),
            ("0.5%", Some((1, 200))),
            ("0%", None),
            ("0/3", None),
            ("4/3", None),
            ("1/0", None),
            ("101%", None),
            ("33.33333%", None),
            ("-1%", None),
            ("1.-5%", None),
            ("%", None),
            ("1/2/3", None),
            ("0.4", None),
            ("third", None),
            ("", None),
        ] {
            let share = share.map(|(num, den)| Share::new(num, den).unwrap());
            assert_eq!(parse_share(text).ok(), share, "{text}");
        }
    }

    #[test]
    fn what_is_no_share_is_told_why() {
        let above = |num, den| ShareTextError::Share(ShareError::AboveWhole { num, den });
        for (text, why) in [
            ("0 %", ShareTextError::Share(ShareError::Zero)),
            ("0.00%", ShareTextError::Share(ShareError::Zero)),
            ("0/3", ShareTextError::Share(ShareError::Zero)),
            ("1/0", ShareTextError::Share(ShareError::ZeroDenominator)),
            ("150 %", above(150, 100)),
            ("100.5%", above(1005, 1000)),
            ("4/3", above(4, 3)),
            ("33.33333333333 %", ShareTextError::TooManyDecimals),
            ("33.3333３％", ShareTextError::TooManyDecimals),
            ("x.33333%", ShareTextError::NotAShare),
            ("33.3333x%", ShareTextError::NotAShare),
            ("0.4", ShareTextError::NotAShare),
        ] {
            assert_eq!(parse_share(text), Err(why), "{text}");
        }
    }
}
