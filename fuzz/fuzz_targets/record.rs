//! Bytes to a stored record, and to the choice between two generations of it.
#![no_main]

use delegate_roster::codec::generations::Generations;
use delegate_roster::codec::snapshot;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(read) = snapshot::read(data) {
        assert_eq!(read.scenario.check(), Ok(()));
        let written = snapshot::write(&read.scenario, read.revision, read.saved_at);
        assert_eq!(snapshot::read(&written).map(|again| again.scenario), Ok(read.scenario));
    }
    let (newest, previous) = data.split_at(data.len() / 2);
    let _ = Generations { newest: Some(newest.to_vec()), previous: Some(previous.to_vec()) }.open();
});
