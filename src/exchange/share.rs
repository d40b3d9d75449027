//! Shares as people type them: `1/3`, `40 %`, `33.5%`, in ASCII or full-width characters. Exactly: a percentage is a
//! fraction. A bare number is refused, because nobody can tell whether 1 is all or one per cent.

use super::parse_number;
use crate::threshold::Share;

/// Digits after the point that are understood; more are no figure of a rule.
const MOST_DECIMALS: usize = 4;

/// The share in `text`, above none and at most the whole.
///
/// ```
/// # use delegate_roster::{exchange::parse_share, threshold::Share};
/// assert_eq!(parse_share("1/3"), Some(Share::THIRD));
/// assert_eq!(parse_share("２０％"), Some(Share::FIFTH));
/// assert_eq!(parse_share("33.5 %"), Share::new(67, 200).ok());
/// assert_eq!(parse_share("1"), None);
/// assert_eq!(parse_share("110 %"), None);
/// ```
pub fn parse_share(text: &str) -> Option<Share> {
    let text: String = text.trim().chars().map(plain).collect();
    let small = |text: &str| parse_number(text, u32::MAX.into()).ok().and_then(|n| u32::try_from(n).ok());
    if let Some((part, whole)) = text.split_once('/') {
        return Share::new(small(part)?, small(whole)?).ok();
    }
    let percent = text.strip_suffix('%')?.trim();
    let (whole, decimals) = percent.split_once('.').unwrap_or((percent, ""));
    if decimals.len() > MOST_DECIMALS || !decimals.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let scale = 10u32.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let fraction = if decimals.is_empty() { 0 } else { small(decimals)? };
    Share::new(small(whole)?.checked_mul(scale)?.checked_add(fraction)?, scale.checked_mul(100)?).ok()
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
            assert_eq!(parse_share(text), share, "{text}");
        }
    }
}
