//! Text to a document in JSON: what opens is sound, can be written and opens to the same.
#![no_main]

use delegate_roster::codec::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(scenario) = document::read(text)
    {
        assert_eq!(scenario.check(), Ok(()));
        let written = document::write(&scenario).expect("what a document held fits a document");
        assert_eq!(document::read(&written), Ok(scenario));
    }
});
