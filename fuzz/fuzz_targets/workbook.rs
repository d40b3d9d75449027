//! Bytes to a workbook: the guard and the reader behind it, whole files and damaged ones alike.
#![no_main]

use delegate_roster::exchange::xlsx;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let sheet = data.first().map(|byte| usize::from(*byte % 4));
    let _ = xlsx::read(data.to_vec(), sheet);
});
