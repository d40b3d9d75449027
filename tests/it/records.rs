//! Stored records of every released version open for ever.

use delegate_roster::codec::snapshot::{Revision, read};

/// Two generations of one scenario, as the browser held them under version 1.
const NEWEST: &[u8] = include_bytes!("../data/records/v1-newest.bin");
const PREVIOUS: &[u8] = include_bytes!("../data/records/v1-previous.bin");

#[test]
fn records_of_version_1_open() {
    for (bytes, revision, members) in [(NEWEST, 2, 50_000), (PREVIOUS, 1, 46_210)] {
        let snapshot = read(bytes).unwrap();
        assert_eq!(snapshot.revision, Revision(revision));
        assert_eq!(snapshot.scenario.title.as_str(), "Kept since the first version");
        let first = snapshot.scenario.units.first().unwrap();
        assert_eq!((snapshot.scenario.units.len(), first.members.get()), (30, members));
    }
}
