//! A scenario in a file, in whichever of the forms that this product gives away: the document, the stored record, a text with a link in
//! it. Told by its content. What is none of them is none of this room's business: it may be a table.

use super::document::{self, DocumentError};
use super::link::{self, LinkError};
use super::snapshot::{self, SnapshotError};
use crate::scenario::Scenario;

/// Links that are tried in one text; no text that is about one has more.
const MOST_LINKS: usize = 16;

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
    for told in links(text).take(MOST_LINKS) {
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
    joined.map(Ok).or(broken.map(|error| Err(FileError::Link(error))))
}

/// The links that a text tells of: what stands in a cell of a table is none of them, unless it is most of the text.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '“' | '”' | '，' | '：' | '；');
    let words = text.lines().flat_map(move |line| {
        let cells = line.contains('\t');
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
    }

    proptest! {
        #[test]
        fn any_file_is_borne(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,200}") {
            let _ = (in_bytes(&bytes), in_text(&text));
        }
    }
}
