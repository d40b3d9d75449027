//! Keeps a text from becoming a formula in the spreadsheet that opens it, and takes the mark away again on the way in.
//!
//! A cell that begins like a formula gets an apostrophe in front; plain numbers stay numbers. The marks follow OWASP,
//! "CSV Injection" (`=`, `+`, `-`, `@`, tab, carriage return, line feed and the full-width forms); spaces before them do not help.

use std::borrow::Cow;

/// The sign that makes a cell a text.
const MARK: char = '\'';

/// `text` as it may stand in a table: never a formula.
///
/// ```
/// # use delegate_roster::exchange::guarded;
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("-13"), "-13");
/// assert_eq!(guarded("衡阳县"), "衡阳县");
/// ```
pub fn guarded(text: &str) -> Cow<'_, str> {
    // A text that already looks marked gets a further mark, so that what was written is what is read.
    if is_formula(text.trim_start_matches(MARK)) && !is_plain_number(text) {
        Cow::Owned(format!("{MARK}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What [`guarded`] was given.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if is_formula(rest.trim_start_matches(MARK)) && !is_plain_number(rest) => rest,
        _ => text,
    }
}

/// `text` as it may stand in a file of commas: where semicolons divide lists, a program opens it at those as well, and each begins a
/// cell.
pub(super) fn guarded_throughout(text: &str) -> Cow<'_, str> {
    match text.split_once(';') {
        None => guarded(text),
        Some((first, rest)) => {
            let rest = rest.split(';').map(guarded);
            let text = rest.fold(first.to_owned(), |text, part| text + ";" + &part);
            Cow::Owned(guarded(&text).into_owned())
        }
    }
}

/// What [`guarded_throughout`] was given.
pub(super) fn unguarded_throughout(text: &str) -> Cow<'_, str> {
    let text = unguarded(text);
    match text.split_once(';') {
        None => Cow::Borrowed(text),
        Some((first, rest)) => {
            let rest = rest.split(';').map(unguarded);
            Cow::Owned(rest.fold(first.to_owned(), |text, part| text + ";" + part))
        }
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A sign, digits with commas, and at most one decimal point: no spreadsheet makes a formula of it.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str, allowed: fn(&u8) -> bool| !part.is_empty() && part.bytes().all(|b| allowed(&b));
    whole.starts_with(|c: char| c.is_ascii_digit())
        && all(whole, |b| b.is_ascii_digit() || *b == b',')
        && all(fraction, u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_begins_like_a_formula_is_marked() {
        for text in [
            "=1+1",
            "=HYPERLINK(\"http://example.invalid\",\"x\")",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "--1",
            "-1,5e3",
            "-",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\nx",
            "  =1",
            "\u{3000}=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "'=1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "衡阳县", "-13", "+3", "-1,234.500", "12", "a=b", "'tis", "−3", "O'Neil"] {
            assert_eq!(guarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_marked_is_unmarked(text in "['=+@ \t\ra1.,-]{0,6}|\\PC{0,12}") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), &text);
            prop_assert!(!is_formula(&written) || is_plain_number(&written));
        }

        #[test]
        fn what_is_marked_at_semicolons_is_unmarked(text in "['=+;@ \ta1.-]{0,8}") {
            let written = guarded_throughout(&text);
            prop_assert_eq!(unguarded_throughout(&written), &*text);
            for cell in written.split(';') {
                prop_assert!(!is_formula(cell) || is_plain_number(cell), "{}", written);
            }
        }
    }
}
