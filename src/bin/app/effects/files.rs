//! Reading a file that a person chose or dropped: what it is, told by its content, and its scenario, its text or its workbook.

use super::location::Link;
use super::workbook;
use delegate_roster::codec::file::{self, FileError};
use delegate_roster::exchange::{
    Book, BookError, Encoding, FileKind, GridError, MAX_BOOK_BYTES, MAX_BYTES, decode_text,
};
use delegate_roster::limits::MAX_DOCUMENT_BYTES;
use delegate_roster::scenario::Scenario;
use delegate_roster::text::{Msg, TransferMsg};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder};

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Text, and how it was read.
    Text(String, Encoding),
    /// A workbook with one of its sheets.
    Book(Book),
    /// A scenario, in whichever form, or why what looks like one is none.
    Scenario(Rc<Link>),
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    Text(GridError),
    Book(BookError),
}

impl Refusal {
    /// What is said of it.
    pub const fn msg(&self) -> Msg<'_> {
        match self {
            Self::Empty => Msg::Transfer(TransferMsg::EmptyFile),
            Self::Text(error) => Msg::GridError(error),
            Self::Book(error) => Msg::Transfer(TransferMsg::BookError(*error)),
        }
    }
}

/// What a file holds; of a workbook the sheet asked for, else the first that is not empty. The size is looked at before
/// anything is read.
pub async fn content_of(file: &File, sheet: Option<usize>) -> Result<Content, Refusal> {
    let too_large = || Refusal::Text(GridError::TooLarge { bytes: file.size() as usize });
    if file.size() > MAX_BYTES.max(MAX_DOCUMENT_BYTES) as f64 {
        return Err(too_large());
    }
    let not_text = Refusal::Text(GridError::NotText);
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await.map_err(|_| not_text)?);
    let content = bytes.to_vec();
    if let Some(read) = file::in_bytes(&content) {
        return Ok(scenario(read));
    }
    if content.len() > MAX_BYTES {
        return Err(too_large());
    }
    match FileKind::of(&content) {
        FileKind::Foreign(kind) => Err(Refusal::Book(BookError::Foreign(kind))),
        FileKind::Archive if content.len() > MAX_BOOK_BYTES => Err(Refusal::Book(BookError::TooLarge)),
        FileKind::Archive => {
            drop(content);
            workbook::read(&bytes, sheet).await.map(Content::Book).map_err(Refusal::Book)
        }
        FileKind::Text => match (Encoding::of(&content), decode_text(&content)) {
            // Nothing is no table, whatever the file is called.
            (_, Ok(text)) if text.trim().is_empty() => Err(Refusal::Empty),
            (Some(encoding), Ok(text)) => Ok(of_text(text, encoding)),
            (Some(Encoding::Gb18030), _) => {
                gb18030(&content).map(|text| of_text(text, Encoding::Gb18030)).ok_or(not_text)
            }
            (_, Err(error)) => Err(Refusal::Text(error)),
            (None, Ok(_)) => Err(not_text),
        },
    }
}

fn scenario(read: Result<Scenario, FileError>) -> Content {
    Content::Scenario(Rc::new(Link { fragment: None, scenario: read }))
}

fn of_text(text: String, encoding: Encoding) -> Content {
    file::in_text(&text).map_or(Content::Text(text, encoding), scenario)
}

/// `None` where the bytes are not GB 18030 either.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label("gb18030").ok()?;
    let text = decoder.decode_with_u8_array(bytes).ok()?;
    (!text.contains('\u{fffd}') && !text.contains('\0')).then_some(text)
}
