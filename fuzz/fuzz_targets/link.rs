//! Text to scenario, and a payload behind a good checksum: whatever opens is sound and has a link that opens to the same.
#![no_main]

use delegate_roster::codec::link;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = link::decode(&String::from_utf8_lossy(data));
    if let Ok(scenario) = link::decode(&link::sealed(data)) {
        assert_eq!(scenario.check(), Ok(()));
        let text = link::encode_with(&scenario, link::Names::Included).expect("what a link held fits a link");
        assert_eq!(link::decode(&text), Ok(scenario));
    }
});
