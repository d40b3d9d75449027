//! Looks through the XML of a part as it is unpacked, byte by byte, and refuses what no spreadsheet writes: document types,
//! entities, tags that do not nest, pieces longer than any cell, counts and places that are out of bounds.
//!
//! It understands as much of XML as it takes to bound what a reader can be made to hold in memory, and no more.

use crate::exchange::BookError;

/// The longest tag, text or comment, and the longest cell: 32,767 characters, each an entity of eight bytes.
const MAX_PIECE: usize = 1 << 18;
/// The deepest nesting; workbooks use about ten.
const MAX_DEPTH: usize = 64;
/// The most texts that cells share, as [`TableWriter`](crate::exchange::TableWriter) has limits for the cells themselves.
const MAX_STRINGS: usize = 1_000_000;
/// The longest reference to a part: Excel's longest path has 218 characters.
const MAX_REFERENCE: usize = 1 << 12;
/// The most bytes that a reader makes of the elements of a workbook, besides their texts: a million texts that cells share, or the
/// 65,490 formats of cells that Excel allows, with names of ordinary length.
pub(super) const MAX_MADE: usize = 64 << 20;

/// Where in the text the scanner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    #[default]
    Text,
    /// Behind `<`.
    Open,
    Tag,
    Quoted(u8),
    /// Behind `<!`, with so many bytes seen.
    Declared(usize),
    /// In `<? … ?>`, behind a question mark or not.
    Instruction(bool),
    /// In a comment or in CDATA, behind so many of the two bytes that may end it.
    Comment(u8),
    Data(u8),
}

/// Looks through one part, whichever it is: what the workbook takes it for is not known here.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    at: At,
    /// The tag that is being read.
    tag: Vec<u8>,
    piece: usize,
    /// Bytes that a reader makes of the elements so far.
    made: usize,
    /// The longest tag with a text that each format of cells gets a copy of.
    copied: usize,
    /// The names of the open elements, one behind the other, and where each begins.
    open: Vec<u8>,
    starts: Vec<usize>,
    /// Bytes of the open cell or shared text, with the depth it stands at.
    cell: Option<(usize, usize)>,
}

impl Scanner {
    /// Looks at the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<(), BookError> {
        bytes.iter().try_for_each(|byte| self.step(*byte))
    }

    /// The part is over: how many bytes does a reader make of its elements?
    pub(super) fn finish(&self) -> Result<usize, BookError> {
        if self.at == At::Text && self.starts.is_empty() { Ok(self.made) } else { Err(BookError::Damaged) }
    }

    fn step(&mut self, byte: u8) -> Result<(), BookError> {
        self.piece += 1;
        if let Some((size, _)) = &mut self.cell {
            *size += 1;
        }
        if self.piece > MAX_PIECE || self.cell.is_some_and(|(size, _)| size > MAX_PIECE) {
            return Err(BookError::Bomb);
        }
        self.at = match (self.at, byte) {
            // Not UTF-8, or not text at all.
            (_, 0) => return Err(BookError::Damaged),
            (At::Text, b'<') => {
                self.piece = 0;
                self.tag.clear();
                At::Open
            }
            (At::Text, _) => At::Text,
            (At::Open, b'!') => At::Declared(0),
            (At::Open, b'?') => At::Instruction(false),
            (At::Open | At::Tag, b'>') => {
                self.end_tag()?;
                self.piece = 0;
                At::Text
            }
            (At::Open | At::Tag | At::Quoted(_), b'<') => return Err(BookError::Damaged),
            (At::Open | At::Tag, _) => {
                self.tag.push(byte);
                let closes = self.tag.first() == Some(&b'/');
                match byte {
                    b'"' | b'\'' if closes => return Err(BookError::Damaged),
                    b'"' | b'\'' => At::Quoted(byte),
                    _ => At::Tag,
                }
            }
            (At::Quoted(quote), _) => {
                self.tag.push(byte);
                if byte == quote { At::Tag } else { At::Quoted(quote) }
            }
            (At::Declared(seen), _) => {
                self.tag.push(byte);
                match self.tag.as_slice() {
                    b"--" => At::Comment(0),
                    b"[CDATA[" => At::Data(0),
                    so_far if b"--".starts_with(so_far) || b"[CDATA[".starts_with(so_far) => {
                        At::Declared(seen + 1)
                    }
                    _ => return Err(BookError::Declaration),
                }
            }
            (At::Instruction(true), b'>') | (At::Comment(2), b'>') | (At::Data(2), b'>') => {
                self.piece = 0;
                At::Text
            }
            (At::Instruction(_), _) => At::Instruction(byte == b'?'),
            (At::Comment(seen), _) => At::Comment(if byte == b'-' { (seen + 1).min(2) } else { 0 }),
            (At::Data(seen), _) => At::Data(if byte == b']' { (seen + 1).min(2) } else { 0 }),
        };
        Ok(())
    }

    /// A tag is complete: does it nest, and is what it says within bounds?
    fn end_tag(&mut self) -> Result<(), BookError> {
        if let Some(closed) = self.tag.strip_prefix(b"/") {
            let start = self.starts.pop().ok_or(BookError::Damaged)?;
            if self.open.get(start..) != Some(closed.trim_ascii_end()) {
                return Err(BookError::Damaged);
            }
            self.open.truncate(start);
            if self.cell.is_some_and(|(_, depth)| depth == self.starts.len()) {
                self.cell = None;
            }
            return Ok(());
        }
        let (body, empty) =
            self.tag.strip_suffix(b"/").map_or((self.tag.as_slice(), false), |body| (body, true));
        let end = body.iter().position(u8::is_ascii_whitespace).unwrap_or(body.len());
        let (name, attributes) = body.split_at_checked(end).unwrap_or((body, b""));
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        if name.is_empty() {
            return Err(BookError::Damaged);
        }
        match local {
            b"sst" => shared_strings(attributes)?,
            b"dimension" => dimension(attributes)?,
            b"row" | b"c" => place(attributes)?,
            b"numFmt" | b"name" => self.copied = self.copied.max(self.tag.len()),
            b"Relationship" if self.tag.len() > MAX_REFERENCE => return Err(BookError::Bomb),
            _ => {}
        }
        self.made += match local {
            b"si" => 64,
            b"xf" => 256 + 2 * self.copied,
            b"font" | b"fill" | b"border" | b"numFmt" | b"definedName" | b"Relationship" => 256,
            b"sheet" => 256 + MAX_REFERENCE,
            _ => 0,
        };
        if self.made > MAX_MADE {
            return Err(BookError::Bomb);
        }
        if empty {
            return Ok(());
        }
        if self.starts.len() == MAX_DEPTH {
            return Err(BookError::Bomb);
        }
        if matches!(local, b"c" | b"si") && self.cell.is_none() {
            self.cell = Some((0, self.starts.len()));
        }
        self.starts.push(self.open.len());
        self.open.extend_from_slice(name);
        Ok(())
    }
}

/// A reader makes room for as many texts as are announced.
fn shared_strings(attributes: &[u8]) -> Result<(), BookError> {
    match attribute(attributes, b"uniqueCount") {
        None => Ok(()),
        Some(text) => number(text, 10).filter(|n| *n <= MAX_STRINGS).map(|_| ()).ok_or(BookError::Lies),
    }
}

/// `A1` or `A1:XFD1048576`, the first no further than the second.
fn dimension(attributes: &[u8]) -> Result<(), BookError> {
    let text = attribute(attributes, b"ref").ok_or(BookError::Damaged)?;
    let mut corners = text.split(|byte| *byte == b':');
    let (first, last) = (corners.next().and_then(cell), corners.next().map(cell));
    match (first, last, corners.next()) {
        (Some(_), None, None) => Ok(()),
        (Some(a), Some(Some(b)), None) if a.0 <= b.0 && a.1 <= b.1 => Ok(()),
        _ => Err(BookError::Damaged),
    }
}

/// A row is a number, a cell has letters before it; past their bounds a reader would count round again.
fn place(attributes: &[u8]) -> Result<(), BookError> {
    match attribute(attributes, b"r") {
        None => Ok(()),
        Some(text) => cell(text).map(|_| ()).ok_or(BookError::Damaged),
    }
}

/// The column, if any, and the row of a place such as `BC12`.
fn cell(text: &[u8]) -> Option<(usize, usize)> {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (column, row) = text.split_at_checked(letters)?;
    if letters > 3 {
        return None;
    }
    let column = column.iter().fold(0, |n, byte| n * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    Some((column, number(row, 7).filter(|row| *row > 0)?))
}

fn number(text: &[u8], digits: usize) -> Option<usize> {
    let fits = (1..=digits).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(text).ok().filter(|_| fits)?.parse().ok()
}

/// The value of an attribute as it stands in the text.
fn attribute<'a>(attributes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut rest = attributes.trim_ascii();
    loop {
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let (key, after) = rest.split_at_checked(equals)?;
        let after = after.get(1..)?.trim_ascii_start();
        let (quote, after) = after.split_first()?;
        let end = after.iter().position(|byte| byte == quote)?;
        let (value, after) = after.split_at_checked(end)?;
        if key.trim_ascii() == name {
            return Some(value);
        }
        rest = after.get(1..)?.trim_ascii_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scan(text: &str) -> Result<(), BookError> {
        let mut scanner = Scanner::default();
        scanner.feed(text.as_bytes())?;
        scanner.finish().map(|_| ())
    }

    #[test]
    fn what_spreadsheets_write_passes() {
        for text in [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b c='>' d=\"'\"/>text &amp; more</a >",
            "<x:sst uniqueCount=\"3\" count = '9'><x:si><x:t>a</x:t></x:si></x:sst>",
            "<a><!-- a > b -- c ---><![CDATA[<b>]]]]></a>",
        ] {
            assert_eq!(scan(text), Ok(()), "{text}");
        }
        let sheet = "<w><dimension ref=\"A1:XFD1048576\"/><row r='1'><c r=\"A1\"><v>1</v></c><c/></row></w>";
        assert_eq!(scan(sheet), Ok(()));
    }

    #[test]
    fn what_no_spreadsheet_writes_is_refused() {
        let deep = "<a>".repeat(MAX_DEPTH + 1);
        let long = format!("<a>{}</a>", "x".repeat(MAX_PIECE + 1));
        // Pieces that are short each, within one text.
        let split = format!("<sst><si><t>{}</t></si></sst>", "xxx<!-- -->".repeat(MAX_PIECE / 8));
        for (text, why) in [
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", BookError::Declaration),
            ("<!doctype a><a/>", BookError::Declaration),
            ("<a><!ELEMENT b></a>", BookError::Declaration),
            ("<a>", BookError::Damaged),
            ("<a></b>", BookError::Damaged),
            ("</a>", BookError::Damaged),
            ("<a b=\"<\"/>", BookError::Damaged),
            ("<a><b></a></b>", BookError::Damaged),
            ("<a></a \">\">", BookError::Damaged),
            ("<a\0/>", BookError::Damaged),
            ("<>", BookError::Damaged),
            ("<!-- a", BookError::Damaged),
            ("<sst uniqueCount=\"4294967295\"/>", BookError::Lies),
            ("<sst uniqueCount=\"+5\"/>", BookError::Lies),
            ("<x:sst a='1' uniqueCount = '99999999999999999999'/>", BookError::Lies),
            (&deep, BookError::Bomb),
            (&long, BookError::Bomb),
            (&split, BookError::Bomb),
        ] {
            assert_eq!(scan(text), Err(why), "{}", &text[..text.len().min(80)]);
        }
        assert_eq!(scan(&"<a/>".repeat(4 * MAX_STRINGS)), Ok(()));
        assert_eq!(scan(&"<si/>".repeat(MAX_STRINGS)), Ok(()));
        assert_eq!(scan(&"<si/>".repeat(MAX_MADE / 64 + 1)), Err(BookError::Bomb));
        // The most formats that Excel allows, in a workbook as it writes them, and one text that each of 400 gets a copy of.
        let format = |code: &str| format!("<numFmt numFmtId=\"165\" formatCode=\"{code}\"/>");
        assert_eq!(scan(&[format("yyyy").repeat(200), "<font/><xf/>".repeat(65_490)].concat()), Ok(()));
        assert_eq!(scan(&[format(&"y".repeat(260_000)), "<xf/>".repeat(400)].concat()), Err(BookError::Bomb));
        let target = format!("<Relationship Target=\"{}\"/>", "x".repeat(MAX_REFERENCE));
        assert_eq!(scan(&target), Err(BookError::Bomb));
        assert_eq!(scan(&"<sheet/>".repeat(20_000)), Err(BookError::Bomb));
        for text in [
            "<dimension ref=\"B2:A1\"/>",
            "<dimension ref=\"A1:B2:C3\"/>",
            "<dimension ref=\"A0\"/>",
            "<dimension/>",
            "<c r=\"A4294967297\"/>",
            "<c r=\"AAAA1\"/>",
            "<row r=\"99999999\"/>",
            "<row r=\"\"/>",
        ] {
            assert_eq!(scan(text), Err(BookError::Damaged), "{text}");
        }
        let cell = format!("<c><is>{}</is></c>", "<r><t>xxxxxxxx</t></r>".repeat(MAX_PIECE / 20));
        assert_eq!(scan(&cell), Err(BookError::Bomb));
    }

    proptest! {
        #[test]
        fn the_same_however_it_arrives(text in "[<>/!?\\-\\[\\]\"'= a-cCDATsir1&;\0]{0,60}", cut in 0usize..60) {
            let bytes = text.as_bytes();
            let cut = cut.min(bytes.len());
            let mut scanner = Scanner::default();
            let parts = scanner.feed(&bytes[..cut]).and_then(|()| scanner.feed(&bytes[cut..])).and_then(|()| scanner.finish());
            prop_assert_eq!(parts.map(|_| ()), scan(&text));
        }
    }
}
