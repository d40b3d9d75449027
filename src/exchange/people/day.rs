//! The day in a cell of a list, as people and spreadsheets write it. Guesses nothing: which of `5/6/2021` is the month only
//! its author knows.

use super::PersonError;
use crate::scenario::folded;
use crate::threshold::Date;
use std::ops::RangeInclusive;

/// Numbers that are taken for days as spreadsheets count them: 1954 to 2064. Beyond, a number is more likely something else.
const COUNTED: RangeInclusive<i32> = 20_000..=60_000;
/// The day from which they count, for every day after February 1900.
const BEFORE_FIRST: Option<Date> = Date::new(1899, 12, 30);

/// The day in a text: `2021-09-27`, `2021/9/27`, `2021.9.27`, `2021年9月27日`, `20210927`, any of them with a time of day
/// and in full-width characters; or `44466`, as spreadsheets count days. `None` for an empty one.
///
/// ```
/// # use delegate_roster::exchange::parse_day;
/// # use delegate_roster::threshold::Date;
/// assert_eq!(parse_day("２０２１年９月２７日"), Ok(Date::new(2021, 9, 27)));
/// assert!(parse_day("9/7/2021").is_err());
/// ```
///
/// # Errors
/// [`PersonError::Date`] for anything else: `9/7/2021` is one day here and another there.
pub fn parse_day(text: &str) -> Result<Option<Date>, PersonError> {
    let plain = folded(text);
    let day = without_time(plain.trim());
    if plain.trim().is_empty() {
        return Ok(None);
    }
    let date = separated(day).or_else(|| compact(day)).or_else(|| counted(&plain));
    date.map(Some).ok_or(PersonError::Date)
}

/// The day of a text that counts days, as spreadsheets keep them.
pub(super) fn counted_day(text: &str) -> Option<Date> {
    counted(&folded(text))
}

/// The text before a time of day.
fn without_time(text: &str) -> &str {
    let time =
        |rest: &str| rest.contains(':') && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    let split = text.rsplit_once([' ', 't']).filter(|(_, rest)| time(rest));
    split.map_or(text, |(day, _)| day)
}

/// Year, month and day with something between them. The year has four digits: by them it is told from a day.
fn separated(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches('日');
    let mut parts = text.split(['年', '月', '-', '/', '.']).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    if whole { Date::new(number(year)?, number(month)?, number(day)?) } else { None }
}

/// Eight digits.
fn compact(text: &str) -> Option<Date> {
    let (year, rest) = text.trim().split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    if day.len() == 2 { Date::new(number(year)?, number(month)?, number(day)?) } else { None }
}

/// A count of days, and perhaps a part of a day.
fn counted(text: &str) -> Option<Date> {
    let (days, part) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
    if !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let days = number(days).filter(|days: &i32| COUNTED.contains(days))?;
    BEFORE_FIRST?.plus_days(days)
}

/// Digits alone: no sign, which the standard library would take.
fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    if text.chars().all(|c| c.is_ascii_digit()) { text.parse().ok() } else { None }
}
