//! Tests of the payload: hostile sections, one flaw each.

use super::*;
use crate::codec::bytes::Writer;
use crate::language::Language;
use crate::scenario::arbitrary::votes::action as any_voting_action;
use crate::scenario::{Scenario, apply, example};
use proptest::prelude::*;

/// The payload of the example with one section put in place of its own.
fn with(part: Part, section: &[u8]) -> Vec<u8> {
    within(&example(Language::English), part, section)
}

/// The payload of a scenario with one section put in place of its own.
fn within(scenario: &Scenario, part: Part, section: &[u8]) -> Vec<u8> {
    use crate::codec::bytes::Reader;
    let original = write(scenario);
    let (mut input, mut out) = (Reader::new(&original), Writer::default());
    let mut sections = std::collections::BTreeMap::new();
    while !input.is_empty() {
        let tag = input.varint().unwrap();
        sections.insert(tag, input.block().unwrap());
    }
    sections.insert(part.tag(), section);
    for (tag, bytes) in sections {
        out.varint(tag);
        out.block(bytes);
    }
    out.into_bytes()
}

fn bytes(numbers: &[u64]) -> Vec<u8> {
    let mut out = Writer::default();
    numbers.iter().for_each(|number| out.varint(*number));
    out.into_bytes()
}

#[test]
fn each_flaw_is_named_with_its_place() {
    let many = 1 << 40;
    let head = |numbers: &[u64], method: &[u8]| [&bytes(numbers)[..], method].concat();
    let good = [15, 30, 1, 55, 1, 500, 0, 0];
    let altered = |at: usize, value| {
        let mut numbers = good;
        numbers[at] = value;
        head(&numbers, b"webster")
    };
    for (part, section, flaw) in [
        (Part::Head, altered(0, 31), Flaw::OutOfRange),
        (Part::Head, altered(2, 0), Flaw::Missing),
        (Part::Head, altered(2, many), Flaw::OutOfRange),
        (Part::Head, altered(3, 1 << 32), Flaw::OutOfRange),
        (Part::Head, altered(3, (1 << 31) + 1), Flaw::OutOfRange),
        (Part::Head, altered(4, 2), Flaw::OutOfRange),
        (Part::Head, altered(5, (1 << 20) + 1), Flaw::OutOfRange),
        (Part::Head, altered(7, 9), Flaw::OutOfRange),
        (Part::Head, head(&good, b"best"), Flaw::OutOfRange),
        (Part::Head, head(&good, b"\xff"), Flaw::OutOfRange),
        (Part::Head, bytes(&good[..5]), Flaw::Ended),
        (Part::Head, vec![0x80, 0x00], Flaw::Overlong),
        (Part::Rules, bytes(&[99]), Flaw::OutOfRange),
        (Part::Rules, bytes(&[1, 1]), Flaw::Trailing),
        (Part::Rules, bytes(&[0, 3, 2, 0, 0, 1, 2, 0, 0]), Flaw::OutOfRange),
        (Part::Names, b"\xff".to_vec(), Flaw::NotAName),
        (Part::Names, b"only one".to_vec(), Flaw::Ended),
        (Part::Names, vec![b'\n'; 47], Flaw::Trailing),
        (Part::Names, [vec![b'\n'; 46], b" untrimmed".to_vec()].concat(), Flaw::NotAName),
        (Part::Names, [vec![b'\n'; 46], b"t\tb".to_vec()].concat(), Flaw::NotAName),
        (Part::Names, [vec![b'\n'; 46], vec![b'x'; 241]].concat(), Flaw::NotAName),
        (Part::UnitIds, bytes(&[2, 29]), Flaw::Ended),
        (Part::UnitIds, bytes(&[2, 31]), Flaw::OutOfRange),
        (Part::UnitIds, bytes(&[2, many]), Flaw::OutOfRange),
        (Part::UnitIds, bytes(&[2, 0]), Flaw::OutOfRange),
        (Part::UnitIds, bytes(&[1, 30]), Flaw::Dangling),
        (Part::UnitIds, bytes(&[52, 30]), Flaw::Dangling),
        (Part::UnitIds, bytes(&[u64::MAX - 1, 30]), Flaw::Dangling),
        (Part::UnitIds, bytes(&[2, 15, 29, 15]), Flaw::Repeated),
        (Part::UnitIds, bytes(&[4, 30]), Flaw::Repeated),
        // All units in the first delegation, and the others without any.
        (Part::Membership, [bytes(&[2]), bytes(&[0; 29])].concat(), Flaw::OutOfRange),
        (Part::Membership, bytes(&[32; 30]), Flaw::Dangling),
        (Part::Membership, bytes(&[1; 30]), Flaw::Dangling),
        (Part::Members, bytes(&[2]), Flaw::Ended),
        (Part::Members, bytes(&[[4].as_slice(), &[1 << 42; 30]].concat()), Flaw::OutOfRange),
        (Part::Members, bytes(&[[3].as_slice(), &[1; 30]].concat()), Flaw::OutOfRange),
        (Part::Minima, bytes(&[(1 << 20) + 2; 30]), Flaw::OutOfRange),
        (Part::Elected, bytes(&[1; 31]), Flaw::Trailing),
        (Part::Elected, bytes(&[u64::MAX; 30]), Flaw::OutOfRange),
        (Part::ByElected, bytes(&[u64::MAX; 30]), Flaw::OutOfRange),
        (Part::Endings, bytes(&[30, 0, 1]), Flaw::Dangling),
        (Part::Endings, bytes(&[0, 6, 1]), Flaw::OutOfRange),
        (Part::Endings, bytes(&[0, 0, 1].repeat(513)), Flaw::OutOfRange),
        (Part::Attendance, bytes(&[0; 29]), Flaw::Ended),
        (Part::Lots, bytes(&[many]), Flaw::Ended),
        (Part::Lots, bytes(&[0, 1, 110]), Flaw::Dangling),
        // Nobody drawn, nobody at all, everybody, one twice, a stranger.
        (Part::Lots, bytes(&[2, 2, 0, 2, 0, 0, 0]), Flaw::OutOfRange),
        (Part::Lots, bytes(&[0, 0, 0]), Flaw::OutOfRange),
        (Part::Lots, bytes(&[1, 2, 0, 1, 0, 0]), Flaw::OutOfRange),
        (Part::Lots, bytes(&[2, 2, 0, 0, 0, 1, 0, 0]), Flaw::OutOfRange),
        (Part::Lots, bytes(&[2, 2, 0, 2, 0, 1, 2, 0]), Flaw::OutOfRange),
        (Part::Registered, bytes(&[(1 << 20) + 2]), Flaw::OutOfRange),
        // An item: identity 47 (folded), sitting, need. The example has one sitting and three elections.
        (Part::Agenda, bytes(&[0]), Flaw::OutOfRange),
        (Part::Agenda, bytes(&[257]), Flaw::OutOfRange),
        (Part::Agenda, bytes(&[many]), Flaw::OutOfRange),
        (Part::Agenda, bytes(&[2, 94, 0, 0]), Flaw::Ended),
        (Part::Agenda, bytes(&[1, 94, 0, 0, 0]), Flaw::Trailing),
        (Part::Agenda, bytes(&[1, 110, 0, 0]), Flaw::Dangling),
        (Part::Agenda, bytes(&[1, 1, 0, 0]), Flaw::Dangling),
        (Part::Agenda, bytes(&[2, 94, 0, 0, 0, 0, 0]), Flaw::Repeated),
        (Part::Agenda, bytes(&[1, 94, 2, 0]), Flaw::Dangling),
        (Part::Agenda, bytes(&[1, 94, 0, 3]), Flaw::OutOfRange),
        (Part::Agenda, bytes(&[1, 94, 0, 1, 6, 0, 0, 0]), Flaw::OutOfRange),
        (Part::Agenda, bytes(&[1, 94, 0, 1, 0, 0, 0, (1 << 20) + 2]), Flaw::OutOfRange),
        (Part::Agenda, bytes(&[1, 94, 0, 2, 4]), Flaw::Dangling),
        // Area in favour, an option per item: the example has five, and votes on none.
        (Part::AreaInFavour, bytes(&[0, 0, 0, 0, 0]), Flaw::OutOfRange),
        (Part::AreaInFavour, bytes(&[1, 0, 0, 0, 0]), Flaw::Dangling),
        (Part::AreaInFavour, bytes(&[0, 0]), Flaw::Ended),
        // An election: identity, office, sitting, seats, five papers, candidates, further ballots.
        (Part::Elections, bytes(&[0]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[65]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[1, 94, 8]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[1, 94, 0, 2]), Flaw::Dangling),
        (Part::Elections, bytes(&[1, 94, 0, 0, (1 << 20) + 1]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[1, 94, 0, 0, 0, 0, 0, 0, 0, 0, 1_001]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[1, 94, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 65]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[1, 94, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 4]), Flaw::OutOfRange),
        (Part::Elections, bytes(&[1, 94, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]), Flaw::Ended),
        (Part::VotingNames, vec![b'\n'; 6], Flaw::Ended),
        (Part::VotingNames, vec![b'\n'; 8], Flaw::Trailing),
        // Stroke orders, a line for each candidate: the example has none.
        (Part::StrokeOrders, b"1121".to_vec(), Flaw::Trailing),
        (Part::Composition, bytes(&[0]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[33]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 55]), Flaw::Dangling),
        (Part::Composition, bytes(&[1, 46]), Flaw::Ended),
        (Part::Composition, bytes(&[2, 46, 0, 0, 0, 0, 0, 46]), Flaw::Repeated),
        (Part::Composition, bytes(&[1, 46, 2]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 4]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 1, 3]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 1, 0, 2, 1]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 1, 1, (1 << 20) + 1]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 0, (1 << 43) + 1]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 0, 0, 1, 30, 1]), Flaw::Dangling),
        (Part::Composition, bytes(&[1, 46, 0, 0, 0, many, 0, 1]), Flaw::Ended),
        (Part::Composition, bytes(&[1, 46, 0, 0, 0, 0, 1, 0, (1 << 20) + 1]), Flaw::OutOfRange),
        (Part::Composition, bytes(&[1, 46, 0, 0, 0, 0, 0, 7]), Flaw::Trailing),
        (Part::CategoryNames, b"women".to_vec(), Flaw::Trailing),
    ] {
        assert_eq!(read(&with(part, &section), 100), Err(part.has(flaw)), "{section:?}");
    }
}

#[test]
fn the_frame_is_checked() {
    for (bytes, flaw) in [
        (&[0x02][..], Flaw::Ended),
        (&[0x02, 0x05, 0x00], Flaw::Ended),
        (&[0x82, 0x00, 0x00], Flaw::Overlong),
        (&[0x00, 0x00], Flaw::Repeated),
        (&[0x04, 0x00, 0x04, 0x00], Flaw::Repeated),
        (&[0x04, 0x00, 0x02, 0x00], Flaw::Repeated),
    ] {
        assert_eq!(read(bytes, 100), Err(Part::Frame.has(flaw)), "{bytes:?}");
    }
}

#[test]
fn more_units_than_the_reader_takes_are_refused_before_their_names_are_read() {
    let bytes = write(&example(Language::English));
    assert_eq!(read(&bytes, 29), Err(PayloadError::TooMany { units: 30 }));
}

#[test]
fn nothing_entered_is_not_zero() {
    let mut scenario = Scenario::blank();
    scenario.next_id = 3;
    let mut units = [1, 2].map(|id| crate::scenario::Unit::blank(crate::scenario::UnitId(id)));
    units[1].mandates.elected = Some(0u16.into());
    units[1].max = Some(0u16.into());
    scenario.units = std::rc::Rc::new(units.map(std::rc::Rc::new).to_vec());
    assert_eq!(read(&write(&scenario), 2).map(|read| read.scenario), Ok(scenario));
}

/// The example with a list of two, and one section put in place of its own.
fn with_list(part: Part, section: &[u8]) -> Vec<u8> {
    use crate::codec::bytes::Reader;
    let room = Scenario { next_id: 57, ..example(Language::English) };
    let original = within(&room, Part::People, &bytes(&[0, 2, 2, 110, 2, 2, 1, 0, 1, 0]));
    let (mut input, mut out) = (Reader::new(&original), Writer::default());
    let mut sections = std::collections::BTreeMap::new();
    while !input.is_empty() {
        let tag = input.varint().unwrap();
        sections.insert(tag, input.block().unwrap());
    }
    sections.insert(part.tag(), section);
    for (tag, bytes) in sections {
        out.varint(tag);
        out.block(bytes);
    }
    out.into_bytes()
}

#[test]
fn a_forged_list_of_delegates_is_refused_with_its_place() {
    let many = 1 << 40;
    let head = |count: u64, ids: &[u64]| {
        let ids = bytes(ids);
        [bytes(&[0, count, ids.len() as u64]), ids].concat()
    };
    let people = |rest: &[u64]| [head(2, &[0, 2]), bytes(rest)].concat();
    for (section, flaw) in [
        (bytes(&[2, 1]), Flaw::OutOfRange),
        (bytes(&[0, 0]), Flaw::Missing),
        (bytes(&[0, many]), Flaw::OutOfRange),
        (bytes(&[0, crate::limits::MAX_DELEGATES as u64 + 1]), Flaw::OutOfRange),
        (head(2, &[0, 1]), Flaw::Ended),
        (head(2, &[0, 3]), Flaw::OutOfRange),
        (head(2, &[0, 1, 1, 1]), Flaw::Repeated),
        (head(1, &[200, 1]), Flaw::Dangling),
        (people(&[62, 1, 0, 1, 0]), Flaw::Dangling),
        (people(&[1, 1, 0, 1, 0]), Flaw::Dangling),
        (people(&[2, 18, 0, 1, 0]), Flaw::OutOfRange),
        (people(&[2, 5, 1, 0, 1, 0]), Flaw::OutOfRange),
        (people(&[2, 1, 0, 1, 2]), Flaw::OutOfRange),
        (people(&[2, 1, 0, 1, 1, 0, 0]), Flaw::Missing),
        (people(&[2, 1, 0, 1, 1, 4, 0]), Flaw::OutOfRange),
        (people(&[2, 1, 0, 1, 1, 1]), Flaw::Ended),
        (people(&[2, 1, 0, 1, 0, 0]), Flaw::Trailing),
    ] {
        assert_eq!(read(&with(Part::People, &section), 100), Err(Part::People.has(flaw)), "{section:?}");
    }
    let texts = |text: &str| read(&with_list(Part::PeopleTexts, text.as_bytes()), 100);
    for (text, flaw) in [
        ("a", Flaw::Ended),
        ("a\nb\nc", Flaw::Trailing),
        ("a\t\nb", Flaw::NotAName),
        (" a\nb", Flaw::NotAName),
        ("a\rb\nb", Flaw::NotAName),
        ("a\t\tunit\nb", Flaw::Trailing),
        ("a\t\t\tstatus\nb", Flaw::Trailing),
        ("a\t\t\t\tx,y\nb", Flaw::NotAName),
        ("a\t\t\t\tx\tx\nb", Flaw::NotAName),
        (&format!("{}\nb", "x".repeat(241)), Flaw::NotAName),
    ] {
        assert_eq!(texts(text), Err(Part::PeopleTexts.has(flaw)), "{text:?}");
    }
    assert!(texts("a\t\t\t\tx\ty\nb").is_ok());
    assert_eq!(read(&with(Part::PeopleTexts, b"a"), 100), Err(Part::People.has(Flaw::Missing)));
}

/// The rules of the example are those of a local party congress, number 1; these are changes of a copy of them.
#[test]
fn each_flaw_of_own_rules_and_stated_figures_is_named() {
    let many = 1 << 40;
    for (part, section, flaw) in [
        (Part::OwnRules, bytes(&[1]), Flaw::Ended),
        (Part::OwnRules, bytes(&[0, 0]), Flaw::Trailing),
        (Part::OwnRules, bytes(&[many]), Flaw::Ended),
        (Part::OwnRules, bytes(&[1, 13, 0]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 0, 4, 0]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 11, 2]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[2, 11, 0, 11, 0]), Flaw::Repeated),
        // A share of 3/2, one of nothing, one of 1/0; a measure that is none, a third one.
        (Part::OwnRules, bytes(&[1, 11, 1, 3, 2]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 11, 1, 0, 2]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 11, 1, 1, 0]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 0, 0, 1, 0]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 0, 0, 1, 3]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 0, 0, 1, 1, 1, 2, 0, 17]), Flaw::OutOfRange),
        // A band without a least; a level, an order, a unit of time that is none; a month too many.
        (Part::OwnRules, bytes(&[1, 2, 0, 1, 0, 0]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 10, 0, 6, 0]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 9, 0, 1, 3]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 12, 0, 0, 1, 2, 4]), Flaw::OutOfRange),
        (Part::OwnRules, bytes(&[1, 12, 0, 0, 1, 1, 1 << 16]), Flaw::OutOfRange),
        (Part::RulesName, b"ours".to_vec(), Flaw::Dangling),
        (Part::RulesName, b" ours".to_vec(), Flaw::NotAName),
        (Part::RulesName, b"\xff".to_vec(), Flaw::NotAName),
        (Part::RulesName, Vec::new(), Flaw::NotAName),
        (Part::Stated, bytes(&[1, 5]), Flaw::Ended),
        (Part::Stated, bytes(&[1, 5, 1 << 43]), Flaw::OutOfRange),
        (Part::Stated, bytes(&[1, 1, 470]), Flaw::OutOfRange),
        (Part::Stated, bytes(&[1, 17, 1]), Flaw::OutOfRange),
        (Part::Stated, bytes(&[2, 5, 1, 5, 2]), Flaw::Repeated),
        (Part::Stated, bytes(&[0, 0]), Flaw::Trailing),
    ] {
        assert_eq!(read(&with(part, &section), 100), Err(part.has(flaw)), "{section:?}");
    }
}

#[test]
fn own_rules_are_a_named_profile_and_what_was_changed_in_it() {
    use crate::scenario::{OwnRules, Rules};
    use crate::threshold::{Provision, Share};
    let read = |section: &[u64]| read(&with(Part::OwnRules, &bytes(section)), 100).unwrap().scenario.rules;
    let own = |change: Option<Provision>| {
        let mut own = OwnRules::copy(crate::threshold::ProfileId::CpcLocal, Default::default());
        change.into_iter().for_each(|row| own.put(row));
        Rules::Own(std::rc::Rc::new(own))
    };
    assert_eq!(read(&[0]), own(None));
    assert_eq!(read(&[1, 11, 1, 1, 20]), own(Some(Provision::Presidium(Share::TWENTIETH))));
    // What the profile says by itself is no change of it, whenever it came to say so.
    assert_eq!(read(&[1, 11, 1, 1, 10]), own(None));
    assert_eq!(read(&[1, 10, 0, 0, 0]), own(None));
    // Two bare rules are nobody's copy.
    let mut scenario = Scenario::blank();
    let half = crate::threshold::Rule::more_than(Share::HALF, crate::threshold::Base::Due);
    scenario.rules = Rules::Custom { quorum: half, majority: half };
    // Nothing comes after the rules, so that the section stands in its order.
    (scenario.body, scenario.calendar) = (None, Default::default());
    let mut payload = write(&scenario);
    payload.extend([64, 1, 0]);
    assert_eq!(super::read(&payload, 100), Err(Part::OwnRules.has(Flaw::Dangling)));
}

/// A line for each candidate, as the type writes it; a section that would say nothing is left out.
#[test]
fn stroke_orders_are_read_as_they_are_kept() {
    use crate::scenario::{Candidate, StrokeOrder};
    let mut scenario = example(Language::English);
    let people = |orders: [&str; 2]| -> Vec<Candidate> {
        let person = |order| Candidate { stroke_order: StrokeOrder::written(order), ..Candidate::default() };
        orders.into_iter().map(person).collect()
    };
    let mut put = |orders| std::rc::Rc::make_mut(&mut scenario.elections[1]).candidates = people(orders);
    put(["", "1121 5"]);
    assert_eq!(read(&write(&scenario), usize::MAX).map(|decoded| decoded.scenario), Ok(scenario.clone()));
    let section = |bytes: &[u8]| read(&within(&scenario, Part::StrokeOrders, bytes), usize::MAX);
    // Names have as many strokes as their characters have together.
    let long = format!("\n{0} {0} {0} {0}", "1".repeat(64));
    assert!(section(long.as_bytes()).is_ok());
    assert_eq!(section(b"\n1121 5").map(|decoded| decoded.scenario), Ok(scenario.clone()));
    for (bytes, flaw) in [
        (&b"1"[..], Flaw::Ended),
        (b"1\n2\n", Flaw::Trailing),
        (b"\n", Flaw::OutOfRange),
        (b"\n6", Flaw::OutOfRange),
        (b"\n1 ", Flaw::OutOfRange),
        (b"\n1  2", Flaw::OutOfRange),
        ("\n一".as_bytes(), Flaw::OutOfRange),
        (&[b"\n".as_slice(), &[b'1'; 65]].concat(), Flaw::OutOfRange),
        (format!("{long} 1").as_bytes(), Flaw::OutOfRange),
        (b"\xff\n1", Flaw::NotAName),
    ] {
        let error = PayloadError::Damaged { part: Part::StrokeOrders, flaw };
        assert_eq!(section(bytes), Err(error), "{bytes:?}");
    }
}

proptest! {
    /// Whatever is done to the agenda and the elections, a strict reader takes it back as it was.
    #[test]
    fn agenda_and_elections_survive_any_actions(actions in proptest::collection::vec(any_voting_action(), 1..24)) {
        let mut scenario = example(Language::Chinese);
        for action in &actions {
            scenario = apply(&scenario, action).unwrap_or(scenario);
            let again = read(&write(&scenario), 30).map(|read| read.scenario);
            prop_assert_eq!(again.as_ref(), Ok(&scenario));
        }
    }
}
