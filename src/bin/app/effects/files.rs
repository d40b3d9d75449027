//! Reading a file that a person chose or dropped: what it is, told by its bytes, and its text or its workbook.

use super::workbook;
use delegate_roster::codec::document;
use delegate_roster::exchange::{
    Book, BookError, Encoding, FileKind, GridError, MAX_BOOK_BYTES, MAX_BYTES, decode_text,
};
use delegate_roster::limits::MAX_DOCUMENT_BYTES;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder};

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Text, and how it was read.
    Text(String, Encoding),
    /// A workbook with one of its sheets.
    Book(Book),
    /// The text of a scenario as a document.
    Document(String),
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Text(GridError),
    Book(BookError),
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
    if document::is_document(&content) {
        return String::from_utf8(content).map(Content::Document).map_err(|_| not_text);
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
            (Some(encoding), Ok(text)) => Ok(Content::Text(text, encoding)),
            (Some(Encoding::Gb18030), _) => {
                gb18030(&content).map(|text| Content::Text(text, Encoding::Gb18030)).ok_or(not_text)
            }
            (_, Err(error)) => Err(Refusal::Text(error)),
            (None, Ok(_)) => Err(not_text),
        },
    }
}

/// `None` where the bytes are not GB 18030 either.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label("gb18030").ok()?;
    let text = decoder.decode_with_u8_array(bytes).ok()?;
    (!text.contains('\u{fffd}') && !text.contains('\0')).then_some(text)
}
