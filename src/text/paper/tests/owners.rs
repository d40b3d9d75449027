//! What the papers say of owners, who are no delegates and have two measures.

use super::{numbers, report};
use crate::language::Language;
use crate::num::{Count, Weight};
use crate::scenario::{Example, Needs, Scenario, Vote};
use crate::text::paper::Paper;
use crate::threshold::{Base, Decision};
use std::rc::Rc;

/// The example of the owners: 700 of 1,000 take part, with so much of 120,000 m².
fn owners(area: u64, language: Language) -> Scenario {
    let mut scenario = Example::Owners.scenario(language);
    Rc::make_mut(&mut scenario.sittings[0].stated).insert(Base::ParticipatingArea, area);
    scenario
}

/// Who takes part are no delegates, and nobody has reported any: the paper says so many took part, and no number of mandates.
#[test]
fn a_quorum_of_owners_says_who_took_part() {
    for (language, met, short) in [
        (
            Language::English,
            "The quorum is at least 2/3 of 1,000 owners = 667; 700 took part: it is met.",
            "The quorum is at least 2/3 of 120,000 m² of area = 80,000 m²; 79,999 m² took part: it is not met; 1 m² short.",
        ),
        (
            Language::Chinese,
            "按规定，参加表决的须不少于全体业主 1,000 的 2/3，即 667；参加表决人数 700，达到规定。",
            "按规定，参加表决的须不少于专有部分面积 120,000 平方米的 2/3，即 80,000 平方米；参加表决的专有部分面积 79,999 平方米，未达到规定，还差 1 平方米。",
        ),
    ] {
        let paper = Paper::credentials(&report(owners(79_999, language)), language);
        let [mandates, attendance] = paper.paragraphs.as_slice() else { panic!("two paragraphs") };
        assert!(attendance.contains(met) && attendance.contains(short), "{attendance}");
        assert!(!numbers(mandates).contains(&0), "{mandates}");
    }
}

/// Of two measures neither carries alone, so each is reached or not, and a sentence of its own says what comes of the item.
#[test]
fn a_vote_of_two_measures_says_what_becomes_of_the_item() {
    let said = |heads: u16, area, language| {
        let mut scenario = owners(85_000, language);
        let vote = Vote { favour: Some(Count::from(heads)), area, ..Vote::uncounted(Decision::Charter) };
        scenario.agenda[1].needs = Needs::Vote(vote);
        let paper = Paper::credentials(&report(scenario), language);
        paper.sections[0].paragraphs[0].clone()
    };
    let english = |heads, area| said(heads, area, Language::English);
    let lost = english(525, Weight::new(63_749));
    assert!(lost.contains("525 in favour: reached. At least 3/4"), "{lost}");
    assert!(lost.ends_with("63,749 m² in favour: not reached, 1 m² short. Not carried."), "{lost}");
    assert!(english(525, Weight::new(63_750)).ends_with("63,750 m² in favour: reached. Carried."));
    let open = english(525, None);
    assert!(open.contains("525 in favour: reached.") && open.ends_with("Cannot be decided."), "{open}");
    assert!(english(524, None).ends_with("Not carried."));
    let lost = said(525, Weight::new(63_749), Language::Chinese);
    assert!(lost.contains("赞成 525 票：达到。"), "{lost}");
    assert!(lost.ends_with("赞成者面积 63,749 平方米：未达到，还差 1 平方米。未通过。"), "{lost}");
}
