//! Known answers of the whole room, each with its source.

use super::*;

#[test]
fn seed_stage_gate() {
    let figures = Figures::new().with(Base::Due, 484).with(Base::Present, 470).everyone_votes();
    for (id, needed, spare, misses) in [
        (ProfileId::CpcLocal, 243, 227, 241),
        (ProfileId::CpcPlenum, 323, 147, 161),
        (ProfileId::CpcGrassroots, 388, 82, 96),
    ] {
        let finding = profile(id).principal_quorum().unwrap().rule.quorum(&figures).finding().unwrap();
        assert_eq!((finding.needed, finding.may_leave(), finding.may_miss()), (needed, spare, misses));
    }
}
