//! A scenario in a file, in whichever of the forms that this product gives away: the document, the stored record, a text with a link in
//! it. Told by its content. What is none of them is none of this room's business: it may be a table.

use super::document::{self, DocumentError};
use super::link::{self, LinkError};
use super::snapshot::{self, SnapshotError};
use crate::scenario::Scenario;
use std::collections::HashMap;

/// Links that are tried in one text; no text that is about one has more.
const MOST_LINKS: usize = 16;

/// Ends that are tried of one link that is broken into lines: words alone in their lines may follow it.
const MOST_ENDS: usize = 8;

/// Characters behind the version of the shortest link, and fewer: what is shorter is a word that happens to begin like one.
const SHORTEST: usize = 24;

/// Why what looks like a scenario is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// As a link.
    Link(LinkError),
    /// As a document.
    Document(DocumentError),
    /// As a stored record.
    Record(SnapshotError),
}

/// The scenario in the bytes of a file; `None` where they are neither a document nor a record.
///
/// ```
/// # use delegate_roster::{codec::{document, file}, scenario::Scenario};
/// let text = document::write(&Scenario::blank()).unwrap();
/// assert_eq!(file::in_bytes(text.as_bytes()), Some(Ok(Scenario::blank())));
/// assert_eq!(file::in_bytes(b"unit,members\nA,5\n"), None);
/// ```
pub fn in_bytes(bytes: &[u8]) -> Option<Result<Scenario, FileError>> {
    if document::is_document(bytes) {
        // A document is UTF-8; whatever else begins like one is text of another kind.
        let text = std::str::from_utf8(bytes).ok()?;
        return Some(document::read(text).map_err(FileError::Document));
    }
    match snapshot::read(bytes) {
        Err(SnapshotError::NotARecord | SnapshotError::TooLong { .. }) => None,
        read => Some(read.map(|record| record.scenario).map_err(FileError::Record)),
    }
}

/// The scenario in the text of a file, however its bytes were written: a document, or a link and what somebody wrote around it. `None`
/// where there is neither. Of several links the first that can be read.
pub fn in_text(text: &str) -> Option<Result<Scenario, FileError>> {
    if document::is_document(text.as_bytes()) {
        return Some(document::read(text).map_err(FileError::Document));
    }
    let mut broken = None;
    let divided = Divided::of(text);
    for told in links(text, divided).take(MOST_LINKS) {
        match link::decode(told) {
            Ok(scenario) => return Some(Ok(scenario)),
            // A word that only begins like a link is none.
            Err(error) if told.contains(['#', '%']) => broken = broken.or(Some(error)),
            Err(_) => {}
        }
    }
    // A program that sends mail may have broken the link into lines.
    let joined = (text.len() <= 4 * link::MAX_TEXT).then(|| text.split_whitespace().collect::<String>());
    let joined = joined
        .filter(|all| is_link(all) && ["http", "file:", "#", "v"].iter().any(|begin| all.starts_with(begin)));
    let joined = joined.and_then(|all| link::decode(&all).ok());
    let joined = joined.or_else(|| mended(text, divided));
    joined.map(Ok).or(broken.map(|error| Err(FileError::Link(error))))
}

/// The scenario in a link that mail has broken into lines: wrapped, also behind the marks of a reply, or as quoted-printable (RFC 2045,
/// section 6.7). Where the last of them ends is not told, so each of the latest ends is tried: the checksum says which it is.
fn mended(text: &str, divided: Option<Divided>) -> Option<Scenario> {
    // A file may be nothing but ends of lines: they are gone through, and not kept.
    let mut lines = text.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end());
    let begun = std::iter::from_fn(|| {
        let first = lines.by_ref().filter(|line| !is_row(line, divided)).find_map(begun)?;
        Some((first, lines.clone()))
    });
    let links = begun.filter_map(|(first, further)| run(first, further)).take(MOST_LINKS);
    let mut tries = links.flat_map(|(link, ends)| {
        let ends = ends.into_iter().rev().take(MOST_ENDS);
        ends.filter_map(move |end| link.get(..end).map(str::to_owned)).collect::<Vec<_>>()
    });
    tries.find_map(|link| link::decode(link.trim_end_matches('.')).ok())
}

/// What a line holds of the fragment that begins in it; in a cell of a table none does.
fn begun(line: &str) -> Option<&str> {
    let begins = ["#", "%23", "=23"].iter().filter_map(|mark| Some(line.rfind(mark)? + mark.len()));
    let (before, fragment) = line.split_at_checked(begins.max().unwrap_or(0))?;
    let word = before.rsplit([' ', '<', '>']).next().unwrap_or_default();
    (fragment.starts_with('v') && !word.contains(['\t', ',', ';', '"'])).then_some(fragment)
}

/// A link from its first line on, as far as it may go, and where it may end: with each line but the first.
fn run<'a>(first: &'a str, further: impl Iterator<Item = &'a str>) -> Option<(String, Vec<usize>)> {
    let (mut link, mut ends) = (String::new(), Vec::new());
    for line in std::iter::once(first).chain(further) {
        let before = link.len();
        let goes_on = push_piece(&mut link, line);
        if before > 0 {
            ends.push(link.len());
        }
        if ends.len() == 1 && !is_link(&link) {
            return None;
        }
        if !goes_on || link.len() == before || link.len() > link::MAX_TEXT {
            break;
        }
    }
    (!ends.is_empty()).then_some((link, ends))
}

/// Adds what a line holds of a link from its beginning, and tells whether that is all of the line.
fn push_piece(link: &mut String, line: &str) -> bool {
    let mut rest = line;
    loop {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_' | '%'));
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        link.push_str(piece);
        // A break of the program's own.
        let Some(coded) = after.strip_prefix('=').filter(|coded| !coded.is_empty()) else {
            return after.is_empty() || after == "=";
        };
        let Some((code, further)) = coded.split_at_checked(2) else { return false };
        match u8::from_str_radix(code, 16) {
            Ok(byte) if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'%') => {
                link.push(char::from(byte));
            }
            _ => return false,
        }
        rest = further;
    }
}

/// The links that a text tells of: what stands in a cell of a table is none of them, unless it is most of the text.
fn links(text: &str, divided: Option<Divided>) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '“' | '”' | '，' | '：' | '；');
    let words = text.lines().flat_map(move |line| {
        let cells = is_row(line, divided);
        line.split(ends).map(move |word| (word, cells))
    });
    words.filter_map(|(word, cells)| {
        let word =
            word.trim_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '#' | '%' | '_' | '-'));
        // A shortcut of Windows.
        let word = word.strip_prefix("URL=").unwrap_or(word);
        let cell = cells || word.contains([',', ';', '"']);
        (is_link(word) && (!cell || word.len().saturating_mul(2) >= text.len())).then_some(word)
    })
}

/// How cells are divided in a text that is a table without tabs.
#[derive(Clone, Copy)]
struct Divided {
    mark: char,
    /// How many of them nearly every line has.
    marks: usize,
}

impl Divided {
    /// Lines of a mail have commas as well, but not nearly all of them equally many.
    fn of(text: &str) -> Option<Self> {
        let lines = || text.lines().filter(|line| !line.trim().is_empty());
        let by = |mark| {
            let (mut counts, mut all) = (HashMap::<usize, usize>::new(), 0usize);
            for line in lines() {
                *counts.entry(marks(line, mark)).or_default() += 1;
                all += 1;
            }
            let (marks, alike) = counts.into_iter().max_by_key(|(_, lines)| *lines)?;
            (marks > 0 && alike.saturating_mul(10) >= all.saturating_mul(9)).then_some(Self { mark, marks })
        };
        [',', ';'].into_iter().find_map(by)
    }
}

/// The marks of a line that stand outside quotes.
fn marks(line: &str, mark: char) -> usize {
    line.split('"').step_by(2).map(|outside| outside.matches(mark).count()).sum()
}

/// Whether a line is a row of a table.
fn is_row(line: &str, divided: Option<Divided>) -> bool {
    line.contains('\t') || divided.is_some_and(|one| marks(line, one.mark) >= one.marks)
}

/// Whether a word looks like a link of this product: a version, a point and a body, behind the mark of a fragment or from the start.
fn is_link(word: &str) -> bool {
    let fragment = word.rsplit_once('#').or(word.rsplit_once("%23")).map_or(word, |(_, fragment)| fragment);
    let Some(rest) = fragment.strip_prefix('v') else { return false };
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let body = [".", "%2E", "%2e"].iter().find_map(|point| behind.strip_prefix(point));
    behind.len() < rest.len() && body.is_some_and(|body| body.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::snapshot::{Moment, Revision};
    use crate::language::Language;
    use crate::scenario::example;
    use proptest::prelude::*;

    #[test]
    fn each_form_of_a_scenario_is_told_by_its_content() {
        let scenario = example(Language::Chinese);
        let text = document::write(&scenario).unwrap();
        let marked = format!("\u{feff}\n{text}");
        let record = snapshot::write(&scenario, Revision(7), Moment(1));
        for bytes in [text.as_bytes(), marked.as_bytes(), &record] {
            assert_eq!(in_bytes(bytes), Some(Ok(scenario.clone())));
        }
        // As Notepad may have saved it: the bytes are another encoding's, the text is the same.
        assert_eq!(in_text(&marked), Some(Ok(scenario)));
        let mut broken = record.clone();
        broken.truncate(record.len() - 9);
        assert_eq!(in_bytes(&broken), Some(Err(FileError::Record(SnapshotError::Incomplete))));
        let mut newer = record;
        newer[3] = 99;
        assert_eq!(
            in_bytes(&newer),
            Some(Err(FileError::Record(SnapshotError::NewerVersion { version: 99 })))
        );
        assert!(matches!(in_bytes(b"{\"a\": 1}"), Some(Err(FileError::Document(_)))));
        for table in ["", "unit,members\nA,5\n", "\u{feff}unit\tmembers\n", "DR", "[1, 2]"] {
            assert_eq!((in_bytes(table.as_bytes()), in_text(table)), (None, None), "{table:?}");
        }
    }

    #[test]
    fn a_link_is_found_in_what_somebody_wrote_around_it() {
        let scenario = example(Language::English);
        let fragment = link::encode(&scenario).unwrap();
        let url = format!("https://example.org/roster/#{fragment}");
        let folded: Vec<&str> =
            url.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
        for text in [
            url.clone(),
            format!("\u{feff}{url}\r\n"),
            fragment.clone(),
            format!("Dear all,\n\nhere is what we agreed: {url}. Kind regards, the office\n"),
            format!("各位：方案见{url}，请核对。"),
            format!("<{url}>"),
            format!("\"{url}\""),
            format!("[InternetShortcut]\r\nURL={url}\r\nIconIndex=0\r\n"),
            folded.join("\r\n"),
            // The first that can be read.
            format!("{}\n{url}\n", url.replace("#v1.d", "#v1.dAA")),
        ] {
            assert_eq!(in_text(&text), Some(Ok(scenario.clone())), "{text}");
        }
        let cut = &url[..url.len() - 5];
        assert_eq!(in_text(&format!("See {cut}")), Some(Err(FileError::Link(LinkError::Incomplete))));
        let newer = url.replace("#v1.", "#v9.");
        assert_eq!(in_text(&newer), Some(Err(FileError::Link(LinkError::NewerVersion { version: 9 }))));
    }

    #[test]
    fn a_link_that_mail_has_broken_is_mended() {
        let scenario = example(Language::English);
        let url = format!("https://example.org/roster/?a=1#{}", link::encode(&scenario).unwrap());
        let wrapped = |width: usize, mark: &str, end: &str| {
            let lines = url.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap());
            lines.map(|line| format!("{mark}{line}{end}")).collect::<String>()
        };
        // The mail writes the sign of equality as a code, and breaks lines where it likes.
        let soft = wrapped(75, "", "=\r\n").replace("a=1", "a=3D1");
        let soft = soft.trim_end_matches("=\r\n");
        let dotted = soft.replacen("#v1.", "#v1=2E", 1);
        for text in [
            format!("Subject: roster\r\n\r\nDear all,\r\nsee {soft}\r\nRegards\r\n"),
            format!("see {dotted}.\r\n"),
            format!("Dear all,\n\nhere it is:\n{}Regards\nAnna\n", wrapped(70, "", "\n")),
            format!("On Monday Anna wrote:\n{}>\n> Regards\n", wrapped(74, "> ", "\n")),
            format!("You wrote:\n{}>> Regards\n", wrapped(72, ">> ", " \r\n")),
            format!("请看：\n<{}>\n办公室\n", wrapped(76, "", "\n").trim_end()),
        ] {
            assert_eq!(in_text(&text), Some(Ok(scenario.clone())), "{text}");
        }
        // One with a line missing is as incomplete as before.
        let lines: Vec<String> = wrapped(70, "", "\n").lines().map(str::to_owned).collect();
        let cut = [&lines[..3], &lines[4..]].concat().join("\n");
        assert_eq!(in_text(&format!("see {cut}")), Some(Err(FileError::Link(LinkError::Incomplete))));
        // A long file of beginnings is looked at once.
        let many = format!("v1.{}\n", "A".repeat(60)).repeat(100_000);
        assert_eq!(in_text(&many), None);
        // A beginning that is none stands before the link, and the link behind many ends of lines.
        let late = format!("#v1.none\n{}see {soft}\r\n", "\n".repeat(100_000));
        assert_eq!(in_text(&late), Some(Ok(scenario)));
    }

    #[test]
    fn a_table_with_a_link_in_it_stays_a_table() {
        let link = format!("https://example.org/#{}", link::encode(&Scenario::blank()).unwrap());
        let rows = "Unit 1\t500\n".repeat(40);
        for text in [
            format!("unit\tmembers\tsee\n{rows}Last\t5\t{link}\n"),
            format!("unit,members,see\n{}Last,5,{link}\n", rows.replace('\t', ",")),
            format!("unit,members,see\n{}Last,5,\"{link}\"\n", rows.replace('\t', ",")),
            "unit\tmembers\nv1.deployment-of-the-organisation\t5\n".to_owned(),
            "unit members\nv1.deployment-of-the-organisation 5\n".to_owned(),
            "unit\nTeam #v1.beta\n".to_owned(),
        ] {
            assert_eq!(in_text(&text), None, "{text}");
        }
        // In a sentence, or behind a space.
        let rows = "Unit 1,500,\n".repeat(300);
        for last in [
            format!("Last,5,see {link} for last year"),
            format!("Last, 5, {link}"),
            format!("Last,5,\"see, please, {link}\""),
            format!("Last,5,see {link}, please"),
            format!("Last,5,{} was sent", &link[..link.len() - 5]),
        ] {
            for text in [
                format!("{rows}{last}\n"),
                format!("Units\n\nUnit,Members,See\n{rows}{last}\nTotal,150005\n"),
            ] {
                for text in [text.replace(',', ";"), text.replace(',', "\t"), text] {
                    assert_eq!(in_text(&text), None, "{text}");
                }
            }
        }
    }

    /// However short the link is beside what is written around it.
    #[test]
    fn commas_make_no_table_of_a_mail() {
        let scenario = Scenario::blank();
        let link = format!("https://example.org/#{}", link::encode(&scenario).unwrap());
        let more = "The seats are as the committee wants them, the quorum is that of the statutes, and the day is still open.\n";
        let more = more.repeat(8);
        for text in [
            format!("Dear all,\n\n{more}\nhere it is, {link}\n\nKind regards,\nAnna\n"),
            format!("Dear all,\n\nhere it is, {link}\n\n{more}\nKind regards, Anna\n"),
            format!("Hello Ben,\n\n{more}\n{link}, as agreed\n\nAnna, Ben's neighbour\n"),
        ] {
            assert!(text.len() > 4 * link.len());
            assert_eq!(in_text(&text), Some(Ok(scenario.clone())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_file_is_borne(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,200}") {
            let _ = (in_bytes(&bytes), in_text(&text));
        }
    }
}
