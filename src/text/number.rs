//! Figures as both languages write them: groups of three with commas, a true minus sign, decimals rounded by integers.

use crate::apportion::{Quotient, Scale};
use crate::num::Ratio;
use std::cmp::Ordering;

/// `1234567` as `1,234,567`.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A whole number with a true minus sign below zero.
pub fn whole(n: i64) -> String {
    let figure = grouped(n.unsigned_abs());
    if n < 0 { format!("−{figure}") } else { figure }
}

/// A change: `+3`, `−13`, `0`.
pub fn signed(n: i64) -> String {
    if n > 0 { format!("+{}", grouped(n.unsigned_abs())) } else { whole(n) }
}

/// A ratio in decimals, grouped.
pub fn decimal(ratio: Ratio, digits: u32) -> String {
    let text = ratio.to_decimal(digits);
    match text.split_once('.') {
        Some((int, fraction)) => {
            format!("{}.{fraction}", int.parse().map_or_else(|_| int.to_owned(), grouped))
        }
        None => text.parse().map_or(text, grouped),
    }
}

/// A distance with its side: above `+0.20`, below `−1.35`, `0.00`.
pub fn deviation((side, distance): (Ordering, Ratio), digits: u32) -> String {
    let figure = decimal(distance, digits);
    match side {
        Ordering::Greater => format!("+{figure}"),
        Ordering::Less => format!("−{figure}"),
        Ordering::Equal => figure,
    }
}

/// The ends of an interval of divisors in decimals, inside the interval where it is wide enough: the lower end rounded
/// up, the upper end rounded down. For drawing only; the engine keeps the ends exact.
pub fn divisor_interval(
    lowest: Option<Quotient>,
    highest: Option<Quotient>,
    scale: Scale,
) -> (Option<String>, Option<String>) {
    let value = |quotient: Quotient| {
        let plain =
            quotient.num() as f64 / quotient.den() as f64 / 2f64.powi(quotient.halvings().cast_signed());
        match scale {
            Scale::Plain => plain,
            Scale::Squared => plain.sqrt(),
        }
    };
    let low = lowest.filter(|q| !q.is_infinite()).map(value);
    let high = highest.filter(|q| !q.is_infinite()).map(value);
    let places = match (low, high) {
        (Some(low), Some(high)) if high > low => (1.0 - (high - low).log10()).ceil().clamp(0.0, 9.0) as usize,
        (Some(n), _) | (_, Some(n)) if n < 100.0 => 4,
        _ => 1,
    };
    let scale = 10f64.powi(i32::try_from(places).unwrap_or(0));
    let text = |n: f64| {
        let plain = format!("{n:.places$}");
        match plain.split_once('.') {
            Some((int, rest)) => format!("{}.{rest}", int.parse().map_or_else(|_| int.to_owned(), grouped)),
            None => plain.parse().map_or(plain, grouped),
        }
    };
    (low.map(|n| text((n * scale).ceil() / scale)), high.map(|n| text((n * scale).floor() / scale)))
}

/// A ratio of two counts in percent, rounded half up: `97.11 %`.
pub fn percent(part: u64, whole: u64, digits: u32) -> Option<String> {
    let ratio = Ratio::new(part.checked_mul(100)?, whole)?;
    Some(format!("{} %", decimal(ratio, digits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_and_signed() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(u64::MAX), "18,446,744,073,709,551,615");
        assert_eq!(whole(i64::MIN), "−9,223,372,036,854,775,808");
        assert_eq!((signed(3), signed(0), signed(-13)), ("+3".into(), "0".into(), "−13".into()));
        assert_eq!(decimal(Ratio::new(380_000, 484).unwrap(), 2), "785.12");
        assert_eq!(decimal(Ratio::new(7_000_001, 2).unwrap(), 1), "3,500,000.5");
        assert_eq!(percent(470, 484, 2).unwrap(), "97.11 %");
        assert_eq!(percent(1, 0, 2), None);
    }
}
