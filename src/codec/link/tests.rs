//! Tests of the share link.

use super::envelope::{Codec, checksum, prefix};
use super::*;
use crate::codec::payload::{self, Flaw, Part};
use crate::language::Language;
use crate::scenario::{Action, Scenario, apply, arbitrary, example};
use data_encoding::BASE64URL_NOPAD;
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

/// A link with a good checksum around any payload.
fn sealed(payload: &[u8], codec: Codec) -> String {
    let packed = match codec {
        Codec::Plain => payload.to_vec(),
        Codec::Deflate => compress_to_vec(payload, 10),
    };
    prefix(codec) + &BASE64URL_NOPAD.encode(&[&packed[..], &checksum(codec, &packed)].concat())
}

#[test]
fn examples_survive_and_are_short() {
    for (scenario, most) in
        [(Scenario::blank(), 60), (example(Language::English), 950), (example(Language::Chinese), 950)]
    {
        let link = encode(&scenario).unwrap();
        assert!(link.len() <= most, "{} characters: {link}", link.len());
        assert_eq!(decode(&link), Ok(scenario));
    }
}

#[test]
fn a_link_is_found_in_what_apps_make_of_it() {
    let scenario = example(Language::Chinese);
    let link = encode(&scenario).unwrap();
    for text in [
        format!("#{link}"),
        format!("  https://example.org/roster/?x=1#{link}\n"),
        format!("%23{}", link.replace('.', "%2E").replace('-', "%2d").replace('_', "%5F")),
        format!("#{link}%E3%80%82"),
        format!("#{link}。"),
        format!("#{link})"),
    ] {
        assert_eq!(decode(&text), Ok(scenario.clone()), "{text}");
    }
}

#[test]
fn what_is_no_link_says_why() {
    use LinkError::{Incomplete, NewerVersion, NotALink, TooLong};
    let bomb = sealed(&vec![0; MAX_PAYLOAD + 1], Codec::Deflate);
    let newer = sealed(&[&[0x7E, 0x00][..]].concat(), Codec::Plain);
    for (text, error) in [
        ("", NotALink),
        ("#", NotALink),
        ("roster", NotALink),
        ("v", NotALink),
        ("v1", NotALink),
        ("v.p", NotALink),
        ("v01.p", NotALink),
        ("v0.p", NotALink),
        ("v-1.p", NotALink),
        ("v1.", Incomplete),
        ("v1.p", Incomplete),
        ("v1.pAAAAA", Incomplete),
        ("v1.zAAAAAAAA", Incomplete),
        ("v2.anything", NewerVersion { version: 2 }),
        ("v999.", NewerVersion { version: 999 }),
        ("v99999999999.", NewerVersion { version: u32::MAX }),
        (&"v1.p".repeat(MAX_TEXT), TooLong),
        (&bomb, TooLong),
        (&newer, LinkError::Payload(PayloadError::Newer { tag: 0x7E })),
        (
            &sealed(b"", Codec::Plain),
            LinkError::Payload(PayloadError::Damaged { part: Part::Head, flaw: Flaw::Missing }),
        ),
    ] {
        assert_eq!(decode(text), Err(error), "{text:.40}");
    }
    assert_eq!(decode(&newer).unwrap_err().code(), "link-newer-version");
}

#[test]
fn optional_sections_of_a_later_version_are_skipped_and_counted() {
    let scenario = example(Language::English);
    let later = [&payload::write(&scenario)[..], &[0x7F, 0x02, 0xAA, 0xBB]].concat();
    let read = open(&sealed(&later, Codec::Deflate)).unwrap();
    assert_eq!((read.scenario, read.ignored), (scenario, 1));
}

#[test]
fn a_scenario_of_too_many_units_has_no_link() {
    let mut scenario = example(Language::English);
    let blank = |id| std::rc::Rc::new(crate::scenario::Unit::blank(crate::scenario::UnitId(id)));
    scenario.units = std::rc::Rc::new((1_000..).map(blank).take(MAX_UNITS + 1).collect());
    assert_eq!(encode(&scenario), Err(TooLong { units: MAX_UNITS + 1, characters: None }));
}

#[test]
fn every_truncation_and_every_changed_character_is_noticed() {
    for language in [Language::Chinese, Language::English] {
        let link = encode(&example(language)).unwrap();
        for end in 0..link.len() {
            assert!(decode(&link[..end]).is_err(), "{end}");
        }
        for at in 0..link.len() {
            for bit in 0..7 {
                let mut bytes = link.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let changed = String::from_utf8(bytes).unwrap();
                assert!(decode(&changed).is_err(), "{at} {bit}");
            }
        }
    }
}

#[test]
fn only_the_link_itself_is_measured() {
    let congress = example(Language::English);
    let link = encode(&congress).unwrap();
    let address = format!("https://example.org/{}#{link}", "x".repeat(MAX_TEXT));
    assert_eq!(decode(&address), Ok(congress));
    assert_eq!(decode(&format!("#{link}{}", "A".repeat(MAX_TEXT))), Err(LinkError::TooLong));
    assert_eq!(decode(&format!("{}#{link}", "x".repeat(4 * MAX_TEXT))), Err(LinkError::TooLong));
}

proptest! {
    #[test]
    fn any_scenario_survives(scenario in arbitrary::listed(12)) {
        prop_assert_eq!(decode(&encode_with(&scenario, Names::Included).unwrap()), Ok(scenario));
    }

    #[test]
    fn any_text_has_an_answer(text: String, tail in "[A-Za-z0-9_.%#-]{0,200}") {
        let _ = decode(&text);
        let _ = decode(&format!("v1.p{tail}"));
        let _ = decode(&format!("v1.d{tail}"));
    }

    #[test]
    fn any_sealed_bytes_have_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&sealed(&bytes, Codec::Plain));
    }

    /// The checksum keeps accidents out; this is about what is forged: a payload with bytes changed, then sealed.
    /// What it opens as must be a scenario like any other.
    #[test]
    fn a_forged_payload_is_refused_or_opens_as_a_proper_scenario(
        scenario in arbitrary::listed(5),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = payload::write(&scenario);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(opened) = decode(&sealed(&bytes, Codec::Plain)) {
            prop_assert_eq!(opened.check(), Ok(()));
            let added = apply(&opened, &Action::Insert { at: 0, drafts: vec![Vec::new()] });
            prop_assert!(added.is_some_and(|added| added.check().is_ok()), "one can go on with it");
            prop_assert_eq!(decode(&encode_with(&opened, Names::Included).unwrap()), Ok(opened));
        }
    }
}

#[test]
fn a_link_without_names_has_no_name_and_every_figure() {
    use crate::scenario::{
        Attending, Basis, DelegateDraft, Filling, Name, NewUnits, People, PeopleAction, Placing, derive,
    };
    let secret = "欧阳某某";
    let act = |scenario: &Scenario, action| apply(scenario, &Action::People(action)).unwrap();
    let scenario = example(Language::Chinese);
    let draft = |unit: &str, attending| DelegateDraft {
        unit: Name::new(unit).unwrap(),
        note: Name::new("=note").unwrap(),
        attending,
        ..DelegateDraft::named(Name::new(secret).unwrap())
    };
    let drafts = vec![
        draft("衡阳县", Some(Attending::Present)),
        draft("衡阳县", Some(Attending::Absent)),
        draft("耒阳市", Some(Attending::OnLeave)),
    ];
    let (placing, units, counting) = (Placing::Replace, NewUnits::Leave, Filling::Leave);
    let listed = act(&scenario, PeopleAction::Import { drafts, placing, units, counting });
    let followed = act(&listed, PeopleAction::SetBasis(Basis::List));
    for scenario in [listed, followed] {
        let without = decode(&encode(&scenario).unwrap()).unwrap();
        // The link is the one of a scenario in which nobody was ever listed, to the letter.
        let nobody = Scenario { people: People::default(), ..scenario.clone() };
        assert_eq!(encode(&scenario), encode_with(&nobody, Names::Included));
        assert_eq!(without, nobody);
        assert!(!format!("{without:?}").contains(secret));
        let [here, there] = [&scenario, &without].map(|s| derive(&std::rc::Rc::new(s.clone()), None));
        assert_eq!(
            (here.total, &here.units, &here.delegations),
            (there.total, &there.units, &there.delegations)
        );
        assert_eq!(
            (&here.endings, &here.gates, &here.sittings),
            (&there.endings, &there.gates, &there.sittings)
        );
        let with = encode_with(&scenario, Names::Included).unwrap();
        assert_eq!(decode(&with), Ok(scenario));
    }
}
