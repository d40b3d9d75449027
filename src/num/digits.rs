//! A whole number in a text of a fixed form (methods, schemes): digits alone, so that one number has one text. What people type in
//! their own ways is read in `exchange`.

/// Digits without a sign or leading zeros, up to a limit.
pub(crate) fn digits(text: &str, limit: u64) -> Option<u64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|number| plain && *number <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_has_one_text() {
        for (text, limit, number) in [
            ("0", 0, Some(0)),
            ("10", 10, Some(10)),
            ("11", 10, None),
            ("18446744073709551615", u64::MAX, Some(u64::MAX)),
            ("18446744073709551616", u64::MAX, None),
            ("", 9, None),
            ("00", 9, None),
            ("01", 9, None),
            ("+1", 9, None),
            ("-0", 9, None),
            (" 1", 9, None),
            ("１", 9, None),
        ] {
            assert_eq!(digits(text, limit), number, "{text:?}");
        }
    }
}
