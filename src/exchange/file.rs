//! What kind of file somebody opened, told by its first bytes: names and extensions lie. Reads no tables.

/// A kind of file that may hold a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// Text in some encoding.
    Text,
    /// A zip archive, which a workbook of Excel 2007 and later is.
    Archive,
    /// Something else that is known, and cannot be read.
    Foreign(Foreign),
}

/// A file that is known and is no table this page reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// A workbook of Excel 97 to 2003 (`.xls`), whatever it is called.
    OldExcel,
    /// A workbook that is locked with a password.
    Encrypted,
    /// A workbook of Excel in binary form (`.xlsb`).
    BinaryExcel,
    /// An OpenDocument spreadsheet (`.ods`).
    OpenDocument,
    /// A web page or XML, as some programs write under the name of a spreadsheet.
    Markup,
    /// A picture, a PDF or another file that is no table.
    NotATable,
    /// An archive without a workbook in it: another document, or a packed file.
    OtherArchive,
}

/// An OLE compound file: [MS-CFB] 2.2.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The stream of a workbook locked with a password, as UTF-16: [MS-OFFCRYPTO] 2.3.4.
const LOCKED: &str = "EncryptedPackage";

/// Files that are neither a table nor text, by their first bytes.
const OTHERS: [&[u8]; 7] =
    [b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf\x27\x1c"];

/// How a calendar begins, which the page writes and does not read.
const CALENDAR: &[u8] = b"BEGIN:VCALENDAR";

/// How web pages and XML begin. A name that looks like markup in a table of text does not.
const MARKUP: [&[u8]; 5] = [b"<?xml", b"<!doctype", b"<html", b"<table", b"<meta"];

impl FileKind {
    /// The kind of a file.
    pub fn of(bytes: &[u8]) -> Self {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Self::Archive
        } else if bytes.starts_with(OLE) {
            let locked: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
            Self::Foreign(if is_locked { Foreign::Encrypted } else { Foreign::OldExcel })
        } else if OTHERS.iter().any(|start| bytes.starts_with(start)) || begins(text, CALENDAR) {
            Self::Foreign(Foreign::NotATable)
        } else if MARKUP.iter().any(|start| begins(text, start)) {
            Self::Foreign(Foreign::Markup)
        } else {
            Self::Text
        }
    }
}

/// In any case of its letters.
fn begins(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

impl Foreign {
    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OldExcel => "file-old-excel",
            Self::Encrypted => "file-encrypted",
            Self::BinaryExcel => "file-binary-excel",
            Self::OpenDocument => "file-open-document",
            Self::Markup => "file-markup",
            Self::NotATable => "file-not-a-table",
            Self::OtherArchive => "file-other-archive",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let mut locked = OLE.to_vec();
        locked.extend([0; 512]);
        assert_eq!(FileKind::of(&locked), FileKind::Foreign(Foreign::OldExcel));
        locked.extend(LOCKED.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(FileKind::of(&locked), FileKind::Foreign(Foreign::Encrypted));
        for (bytes, kind) in [
            (&b"PK\x03\x04rest"[..], FileKind::Archive),
            (b"PK\x05\x06", FileKind::Archive),
            (b"unit,members\n", FileKind::Text),
            (b"", FileKind::Text),
            (b"\xff\xfeu\0", FileKind::Text),
            (b"<img src=x onerror=alert(1)>,12\n", FileKind::Text),
            (b"\xef\xbb\xbf <HTML>", FileKind::Foreign(Foreign::Markup)),
            (b"<?xml version=\"1.0\"?><Workbook>", FileKind::Foreign(Foreign::Markup)),
            (b"BEGIN:VCALENDAR\r\n", FileKind::Foreign(Foreign::NotATable)),
            (b"%PDF-1.7", FileKind::Foreign(Foreign::NotATable)),
            (b"\x89PNG\r\n", FileKind::Foreign(Foreign::NotATable)),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{bytes:?}");
        }
    }
}
