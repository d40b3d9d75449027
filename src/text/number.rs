//! Figures as both languages write them: groups of three with commas, a true minus sign, decimals rounded by integers.

use crate::index::Shown;
use crate::num::Ratio;
use crate::threshold::{Known, Share};
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

/// A sum to which some have not reported: a dash while nobody has, then at least what was reported.
pub fn reported(missing: u32, n: i64) -> String {
    match (missing, n) {
        (0, _) => whole(n),
        (_, 0) => "–".to_owned(),
        _ => format!("≥ {}", whole(n)),
    }
}

/// A figure as far as it is known.
pub fn known(figure: Known) -> String {
    match figure {
        Known::Exactly(n) => grouped(n),
        Known::AtLeast(n) => format!("≥ {}", grouped(n)),
    }
}

/// A change: `+3`, `−13`, `0`.
pub fn signed(n: i64) -> String {
    if n > 0 { format!("+{}", grouped(n.unsigned_abs())) } else { whole(n) }
}

/// A ratio in decimals, grouped.
pub fn decimal(ratio: Ratio, digits: u32) -> String {
    separated(&ratio.to_decimal(digits))
}

/// An index with its decimals, grouped.
pub fn index(shown: Shown) -> String {
    separated(&shown.to_string())
}

/// The text of a number, its whole part grouped.
fn separated(text: &str) -> String {
    match text.split_once('.') {
        Some((int, fraction)) => {
            format!("{}.{fraction}", int.parse().map_or_else(|_| int.to_owned(), grouped))
        }
        None => text.parse().map_or_else(|_| text.to_owned(), grouped),
    }
}

/// A distance with its side: above `+0.20`, below `−1.35`, `0.00`. What is rounded to nothing is on neither side.
pub fn deviation((side, distance): (Ordering, Ratio), digits: u32) -> String {
    let figure = decimal(distance, digits);
    match side {
        _ if !figure.contains(|digit| matches!(digit, '1'..='9')) => figure,
        Ordering::Greater => format!("+{figure}"),
        Ordering::Less => format!("−{figure}"),
        Ordering::Equal => figure,
    }
}

/// Members for each seat: with decimals only where it has any, since `20.000` reads as twenty thousand where a point groups.
pub fn quota(ratio: Ratio) -> String {
    decimal(ratio, if ratio.den() == 1 { 0 } else { 3 })
}

/// A ratio in as many decimals as it has, grouped; one that has more than 12, or no end of them, breaks off: `1,683.333…`.
pub fn exact(ratio: Ratio) -> String {
    let whole_at =
        |digits: &u32| 10u64.checked_pow(*digits).is_some_and(|scale| scale.is_multiple_of(ratio.den()));
    if let Some(digits) = (0..=12).find(whole_at) {
        return decimal(ratio, digits);
    }
    let thousandths = u128::from(ratio.fract().num()) * 1_000 / u128::from(ratio.den());
    format!("{}.{thousandths:03}…", grouped(ratio.floor()))
}

/// A ratio of two counts in percent, rounded half up: `97.11%`.
pub fn percent(part: u64, whole: u64, digits: u32) -> Option<String> {
    let ratio = Ratio::new(part.checked_mul(100)?, whole)?;
    Some(format!("{}%", decimal(ratio, digits)))
}

/// The most decimals of a share in percent: as many as can be typed (`exchange::parse_share`).
const SHARE_DECIMALS: u32 = 4;

/// A share that an organiser set, exactly: in percent where that has few decimals, `12.5%`, else as a fraction, `1/3`. Shares
/// of rules are written as the rules write them, as fractions.
pub fn share(share: Share) -> String {
    let (num, den) = (u64::from(share.num()), u64::from(share.den()));
    let percent = Ratio::new(100 * num, den);
    let fits = |ratio: &Ratio| 10u64.pow(SHARE_DECIMALS).is_multiple_of(ratio.den());
    percent.filter(fits).map_or_else(|| format!("{num}/{den}"), |ratio| format!("{}%", exact(ratio)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::parse_share;
    use proptest::prelude::*;

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
        assert_eq!(exact(Ratio::new(15_245, 2).unwrap()), "7,622.5");
        assert_eq!(exact(Ratio::from(762)), "762");
        assert_eq!(exact(Ratio::new(5_050, 3).unwrap()), "1,683.333…");
        assert_eq!(exact(Ratio::new(20_000, 10_001).unwrap()), "1.999…");
        assert_eq!(index(Shown::new(1_234_567.125, 2)), "1,234,567.12");
        let side = |side, num, den| deviation((side, Ratio::new(num, den).unwrap()), 3);
        assert_eq!(side(Ordering::Greater, 1_951, 1), "+1,951.000");
        assert_eq!(side(Ordering::Less, 1, 2_000), "−0.001");
        assert_eq!(side(Ordering::Less, 1, 2_001), "0.000", "what is rounded to nothing is on neither side");
        assert_eq!(percent(470, 484, 2).unwrap(), "97.11%");
        assert_eq!(percent(1, 0, 2), None);
    }

    #[test]
    fn a_share_is_an_exact_percentage_or_a_fraction() {
        for (num, den, text) in [
            (1, 4, "25%"),
            (1, 8, "12.5%"),
            (1, 1, "100%"),
            (1, 200, "0.5%"),
            (333_333, 1_000_000, "33.3333%"),
            (1, 64, "1.5625%"),
            (1, 128, "1/128"),
            (1, 3, "1/3"),
            (2, 3, "2/3"),
        ] {
            assert_eq!(share(Share::new(num, den).unwrap()), text);
        }
    }

    proptest! {
        #[test]
        fn a_share_is_read_as_it_is_written((num, den) in (1..=u32::MAX).prop_flat_map(|den| (1..=den, Just(den))), small in 1..=1_000_000u32) {
            for of in [Share::new(num, den), Share::new(small, 1_000_000)] {
                let of = of.unwrap();
                prop_assert_eq!(parse_share(&share(of)), Ok(of));
            }
        }
    }
}
