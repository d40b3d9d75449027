//! The archive of a workbook: walked by its central directory, counted, and rebuilt of the parts that are read.
//!
//! After PKWARE's APPNOTE 6.3: 4.3.7 local header, 4.3.12 central header, 4.3.16 end record. No zip64, no spanning, no
//! method but storing and deflating: spreadsheets use nothing else.

use super::scan::{MAX_MADE, Scanner};
use crate::exchange::{BookError, FileKind, Foreign, MAX_BOOK_BYTES};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// The most parts: a workbook of 250 sheets with a picture and its links in each has 1,500.
const MAX_PARTS: usize = 4_096;
/// The most bytes of all sheets, unpacked. They are never held at once.
pub(super) const MAX_SHEETS: u64 = 256 << 20;
/// The most bytes of the parts that a reader holds in memory.
const MAX_HELD: u64 = 24 << 20;
/// The window of deflate: RFC 1951, 3.2.
const WINDOW: usize = 1 << 15;

const END: u32 = 0x0605_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const LOCAL: u32 = 0x0403_4b50;
/// Bits of the general purpose flag that mean encryption: 0, 6 and 13.
const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;

/// What a part is by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A sheet: its cells are read one after the other.
    Sheet,
    /// Anything else: it is kept in memory.
    Other,
}

/// A part as the central directory describes it.
struct Entry<'a> {
    name: String,
    crc: u32,
    deflated: bool,
    size: u64,
    data: &'a [u8],
}

/// An archive of exactly the parts of a file that are read, every one of them counted.
pub(super) struct Package {
    pub(super) archive: Vec<u8>,
    /// How many parts are sheets.
    pub(super) sheets: usize,
    /// The bytes of the largest of them, unpacked.
    pub(super) largest: u64,
}

/// What is read of `file`.
pub(super) fn rebuilt(file: &[u8]) -> Result<Package, BookError> {
    match FileKind::of(file) {
        FileKind::Foreign(kind) => return Err(BookError::Foreign(kind)),
        FileKind::Text => return Err(BookError::Foreign(Foreign::NotATable)),
        FileKind::Archive if file.len() > MAX_BOOK_BYTES => return Err(BookError::TooLarge),
        FileKind::Archive => {}
    }
    let mut kept: Vec<Entry<'_>> = Vec::new();
    let mut names = Vec::new();
    for entry in entries(file)? {
        let entry = entry?;
        names.push(entry.name.to_ascii_lowercase());
        if part(&entry.name).is_some() {
            if kept.iter().any(|other| other.name.eq_ignore_ascii_case(&entry.name)) {
                return Err(BookError::Lies);
            }
            kept.push(entry);
        }
    }
    if !names.iter().any(|name| name == "xl/workbook.xml") {
        return Err(BookError::Foreign(other_archive(&names, file)));
    }
    let (mut sheets, mut held, mut made) = (0, 0, 0);
    for entry in &kept {
        let (total, most) = match part(&entry.name) {
            Some(Part::Sheet) => (&mut sheets, MAX_SHEETS),
            _ => (&mut held, MAX_HELD),
        };
        *total += entry.size;
        if *total > most {
            return Err(BookError::Bomb);
        }
        made += unpack(entry)?;
        if made > MAX_MADE {
            return Err(BookError::Bomb);
        }
    }
    let sheets = kept.iter().filter(|entry| part(&entry.name) == Some(Part::Sheet)).map(|entry| entry.size);
    let (sheets, largest) = (sheets.clone().count(), sheets.max().unwrap_or(0));
    Ok(Package { archive: archive(&kept), sheets, largest })
}

/// What a part is for the reader; `None` for those it does not need.
fn part(name: &str) -> Option<Part> {
    let name = name.to_ascii_lowercase();
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
    match folder {
        "xl/worksheets" if file.ends_with(".xml") => Some(Part::Sheet),
        "xl" if file.ends_with(".xml") => Some(Part::Other),
        "_rels" | "xl/_rels" if file.ends_with(".rels") => Some(Part::Other),
        _ => None,
    }
}

/// What an archive without a workbook is.
fn other_archive(names: &[String], file: &[u8]) -> Foreign {
    // The first part of an OpenDocument file holds its type, stored: ODF 1.3 part 2, 3.3.
    let type_of = |text: &[u8]| file.windows(text.len()).take(256).any(|window| window == text);
    if names.iter().any(|name| name == "xl/workbook.bin") {
        Foreign::BinaryExcel
    } else if type_of(b"application/vnd.oasis.opendocument.spreadsheet") {
        Foreign::OpenDocument
    } else {
        Foreign::OtherArchive
    }
}

/// The parts that the central directory names.
fn entries(file: &[u8]) -> Result<impl Iterator<Item = Result<Entry<'_>, BookError>>, BookError> {
    let from = file.len().saturating_sub(22 + usize::from(u16::MAX));
    let end = (from..=file.len().saturating_sub(22))
        .rev()
        .find(|at| long(file, *at) == Some(END))
        .ok_or(BookError::Damaged)?;
    let field = |offset: usize| short(file, end + offset).ok_or(BookError::Damaged);
    let (count, disks) = (field(10)?, field(4)? | field(6)?);
    if usize::from(count) > MAX_PARTS {
        return Err(BookError::TooManyParts);
    }
    if disks != 0 || field(8)? != count {
        return Err(BookError::Damaged);
    }
    let mut at = place(file, end + 16)?;
    let mut packed = 0u64;
    Ok((0..count).map(move |_| {
        let (entry, size) = entry(file, at)?;
        at += size;
        packed += entry.data.len() as u64;
        // Parts that lie over one another add up to more than there is.
        if packed > file.len() as u64 { Err(BookError::Lies) } else { Ok(entry) }
    }))
}

/// The part whose central header begins at `at`, and the length of that header.
fn entry(file: &[u8], at: usize) -> Result<(Entry<'_>, usize), BookError> {
    if long(file, at) != Some(CENTRAL) {
        return Err(BookError::Damaged);
    }
    let field = |offset: usize| short(file, at + offset).ok_or(BookError::Damaged);
    let (flags, method) = (field(8)?, field(10)?);
    if flags & ENCRYPTED != 0 {
        return Err(BookError::Foreign(Foreign::Encrypted));
    }
    let lengths = [field(28)?, field(30)?, field(32)?].map(usize::from);
    let name = file.get(at + 46..at + 46 + lengths[0]).ok_or(BookError::Damaged)?;
    let crc = long(file, at + 16).ok_or(BookError::Damaged)?;
    let (packed, size) = (place(file, at + 20)?, place(file, at + 24)?);
    let local = place(file, at + 42)?;
    if long(file, local) != Some(LOCAL) {
        return Err(BookError::Lies);
    }
    let local_field = |offset: usize| short(file, local + offset).map(usize::from).ok_or(BookError::Damaged);
    let (name_length, extra) = (local_field(26)?, local_field(28)?);
    if file.get(local + 30..local + 30 + name_length) != Some(name) {
        return Err(BookError::Lies);
    }
    let data = local + 30 + name_length + extra;
    let data = file.get(data..data.saturating_add(packed)).ok_or(BookError::Lies)?;
    let deflated = match method {
        0 if packed == size => false,
        0 => return Err(BookError::Lies),
        8 => true,
        _ => return Err(BookError::Damaged),
    };
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    if name.starts_with('/') || name.contains([':', '\0']) || name.split('/').any(|step| step == "..") {
        return Err(BookError::OddPath);
    }
    let size = size as u64;
    Ok((Entry { name, crc, deflated, size, data }, 46 + lengths.iter().sum::<usize>()))
}

/// Unpacks a part without keeping it: does it have the size it says, is it what a spreadsheet writes, and how many bytes does a
/// reader make of it?
fn unpack(entry: &Entry<'_>) -> Result<usize, BookError> {
    let mut scanner = Scanner::default();
    if !entry.deflated {
        scanner.feed(entry.data)?;
        return scanner.finish();
    }
    let mut state = DecompressorOxide::new();
    let mut window = vec![0; WINDOW];
    let (mut rest, mut at, mut size) = (entry.data, 0, 0u64);
    loop {
        let (status, read, written) = decompress(&mut state, rest, &mut window, at, 0);
        size += written as u64;
        if size > entry.size {
            return Err(BookError::Lies);
        }
        scanner.feed(window.get(at..at + written).unwrap_or_default())?;
        rest = rest.get(read..).unwrap_or_default();
        at = (at + written) % WINDOW;
        match status {
            TINFLStatus::Done => break,
            TINFLStatus::HasMoreOutput => {}
            _ => return Err(BookError::Damaged),
        }
    }
    if size == entry.size && rest.is_empty() { scanner.finish() } else { Err(BookError::Lies) }
}

/// An archive of these parts, as they are packed.
fn archive(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut out = Vec::with_capacity(entries.iter().map(|e| e.data.len() + 2 * (e.name.len() + 76)).sum());
    let mut directory = Vec::new();
    for entry in entries {
        let at = out.len() as u32;
        let method: u16 = if entry.deflated { 8 } else { 0 };
        let mut common = Vec::with_capacity(26);
        // Version 2.0, no flags, the method, midnight of 1 January 1980.
        common.extend([20u16, 0, method, 0, 0x21].iter().flat_map(|n| n.to_le_bytes()));
        let sizes = [entry.crc, entry.data.len() as u32, entry.size as u32];
        common.extend(sizes.iter().flat_map(|n| n.to_le_bytes()));
        common.extend([entry.name.len() as u16, 0].iter().flat_map(|n| n.to_le_bytes()));
        out.extend(LOCAL.to_le_bytes());
        out.extend(&common);
        out.extend(entry.name.as_bytes());
        out.extend(entry.data);
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(20u16.to_le_bytes());
        directory.extend(&common);
        directory.extend([0u8; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let (at, count) = (out.len() as u32, entries.len() as u16);
    out.extend(&directory);
    out.extend(END.to_le_bytes());
    out.extend([0, 0, count, count].iter().flat_map(|n| n.to_le_bytes()));
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn short(file: &[u8], at: usize) -> Option<u16> {
    file.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn long(file: &[u8], at: usize) -> Option<u32> {
    file.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// An offset or a size; that of zip64, which stands elsewhere, is past every file that is read.
fn place(file: &[u8], at: usize) -> Result<usize, BookError> {
    let n = long(file, at).and_then(|n| usize::try_from(n).ok()).ok_or(BookError::Damaged)?;
    if n == u32::MAX as usize { Err(BookError::Lies) } else { Ok(n) }
}
