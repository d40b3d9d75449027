//! Bytes to a workbook: the guard and the reader behind it, whole files and damaged ones alike.
#![no_main]

use delegate_roster::exchange::{BookError, decode_book, xlsx};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let sheet = data.first().map(|byte| usize::from(*byte % 4));
    // Whatever the file is, the reader comes to an end and says how.
    assert_ne!(decode_book(&xlsx::read(data.to_vec(), sheet)), Err(BookError::Stopped));
});
