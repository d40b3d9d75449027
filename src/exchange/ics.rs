//! `ics`: days as an iCalendar file (RFC 5545): whole-day events that every calendar program reads.
//!
//! Knows no scenario and no clock: what happens on which day, and when the file is made, is given to it.

use crate::threshold::Date;
use std::fmt::Write;

/// Octets of a line without its break (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;

/// A whole day on which something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What tells it from all others, and stays the same when the file is made again: letters, digits and hyphens.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// What is due.
    pub summary: String,
    /// What there is to know about it.
    pub description: String,
}

/// When a file is made: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(pub u64);

/// The file of some events under a name.
pub fn calendar(name: &str, events: &[Event], stamp: Stamp) -> String {
    let mut out = String::new();
    let made = written(stamp);
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Delegate Roster//Calendar//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    if !name.is_empty() {
        line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    }
    for event in events {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}@delegate-roster", event.uid));
        line(&mut out, &format!("DTSTAMP:{made}"));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", basic(event.day)));
        // The end is the first day that is free again; the last day of the calendar has none, and needs none.
        if let Some(next) = event.day.plus_days(1) {
            line(&mut out, &format!("DTEND;VALUE=DATE:{}", basic(next)));
        }
        line(&mut out, &format!("SUMMARY:{}", escaped(&event.summary)));
        if !event.description.is_empty() {
            line(&mut out, &format!("DESCRIPTION:{}", escaped(&event.description)));
        }
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// `20210927T093000Z`; the beginning of 1970 for times that no calendar has.
fn written(stamp: Stamp) -> String {
    let (days, second) = (stamp.0 / 86_400_000, stamp.0 / 1_000 % 86_400);
    let day = Date::new(1970, 1, 1).and_then(|epoch| epoch.plus_days(i32::try_from(days).ok()?));
    match day {
        Some(day) => {
            format!("{}T{:02}{:02}{:02}Z", basic(day), second / 3_600, second / 60 % 60, second % 60)
        }
        None => "19700101T000000Z".to_owned(),
    }
}

/// `20210927`.
fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text as a value (RFC 5545, 3.3.11): backslash, semicolon, comma and line break are escaped, other controls left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Appends a line, folded so that none is longer than [`MOST_OCTETS`]; a character is never torn apart.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > MOST_OCTETS {
            out.push_str("\r\n ");
            length = 1;
        }
        length += c.len_utf8();
        let _ = out.write_char(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(uid: &str, day: &str, summary: &str, description: &str) -> Event {
        Event {
            uid: uid.to_owned(),
            day: Date::parse(day).unwrap(),
            summary: summary.to_owned(),
            description: description.to_owned(),
        }
    }

    /// The example of RFC 5545, 3.6.1, for a whole day, with the properties that a published file must have.
    #[test]
    fn a_file_is_what_the_standard_says() {
        let events = [event("a-1", "2021-07-27", "Request; to, the \\ body", "2 months before\nsource")];
        let file = calendar("衡阳", &events, Stamp(1_632_787_199_999));
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Delegate Roster//Calendar//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:衡阳",
            "BEGIN:VEVENT",
            "UID:a-1@delegate-roster",
            "DTSTAMP:20210927T235959Z",
            "DTSTART;VALUE=DATE:20210727",
            "DTEND;VALUE=DATE:20210728",
            r"SUMMARY:Request\; to\, the \\ body",
            r"DESCRIPTION:2 months before\nsource",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file, lines.join("\r\n"));
    }

    #[test]
    fn the_last_day_of_the_calendar_has_no_end() {
        let file = calendar("", &[event("a", "9999-12-31", "x", "")], Stamp(u64::MAX));
        assert!(file.contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY:x\r\nTRANSP"), "{file}");
        assert!(file.contains("DTSTAMP:19700101T000000Z"), "{file}");
        assert_eq!(written(Stamp(999)), "19700101T000000Z");
    }

    #[test]
    fn a_line_of_exactly_75_octets_is_not_folded() {
        for (length, lines) in [(75, 1), (76, 2), (149, 2), (150, 3)] {
            let mut out = String::new();
            line(&mut out, &"x".repeat(length));
            assert_eq!(out.matches("\r\n").count(), lines, "{length}");
        }
        // 25 characters of 3 octets are 75; one more begins a line, which its blank makes 4.
        let mut out = String::new();
        line(&mut out, &"衡".repeat(26));
        assert_eq!(out, format!("{}\r\n 衡\r\n", "衡".repeat(25)));
    }

    fn unescaped(text: &str) -> String {
        let (mut out, mut chars) = (String::new(), text.chars());
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n') => out.push('\n'),
                    Some(c) => out.push(c),
                    None => panic!("a backslash at the end"),
                },
                c => out.push(c),
            }
        }
        out
    }

    proptest! {
        /// Whatever the text: lines end in CRLF, none is longer than 75 octets, and unfolded the text is back.
        #[test]
        fn any_text_survives_its_file(summary in any::<String>(), description in "[ -~\u{4e00}-\u{9fa5}\u{1f600}-\u{1f64f}\n;,\\\\]{0,400}") {
            let file = calendar(&summary, &[event("a", "2024-02-29", &summary, &description)], Stamp(0));
            prop_assert!(file.ends_with("\r\n"));
            for line in file.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= MOST_OCTETS && !line.contains(['\r', '\n']), "{line:?}");
            }
            let whole = file.replace("\r\n ", "");
            let value = |name: &str| {
                whole.split("\r\n").find_map(|line| line.strip_prefix(name)).map(unescaped)
            };
            let kept = |text: &str| -> String {
                text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| *c == '\n' || !c.is_control()).collect()
            };
            prop_assert_eq!(value("SUMMARY:"), Some(kept(&summary)));
            prop_assert_eq!(value("DESCRIPTION:").unwrap_or_default(), description);
        }
    }
}
