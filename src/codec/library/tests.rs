//! The library over a map in place of a store: tables first, then many writers at random.

use super::*;
use crate::language::Language;
use crate::limits::MAX_ENDINGS;
use crate::num::Count;
use crate::roster::{Ending, Reason};
use crate::scenario::{Unit, UnitId, example};
use proptest::prelude::*;

type Map = BTreeMap<String, Vec<u8>>;

const A: EntryId = EntryId(10);
const B: EntryId = EntryId(11);
const C: EntryId = EntryId(12);

fn carry_out(map: &mut Map, changes: Vec<Change>) {
    for change in changes {
        match change {
            Change::Put(key, bytes) => drop(map.insert(key, bytes)),
            Change::Delete(key) => drop(map.remove(&key)),
        }
    }
}

fn stored(map: &Map, id: EntryId) -> Stored {
    let mut stored = Stored::default();
    for slot in Slot::ALL {
        stored.put(slot, map.get(&id.at(slot).to_string()).cloned());
    }
    stored
}

fn stones(map: &Map) -> Stones {
    let keys = map.iter().filter_map(|(key, bytes)| Some((Key::parse(key)?, moment(bytes))));
    keys.filter(|(key, _)| key.slot == Slot::Deleted).map(|(key, at)| (key.entry, at)).collect()
}

fn titled(title: &str) -> Scenario {
    Scenario { title: Name::new(title).unwrap(), ..Scenario::blank() }
}

fn save(map: &mut Map, id: EntryId, title: &str, seen: u64, at: u64) -> Result<u64, Refusal> {
    save_despite(map, id, title, seen, at, Despite::Nothing)
}

fn save_despite(
    map: &mut Map,
    id: EntryId,
    title: &str,
    seen: u64,
    at: u64,
    despite: Despite,
) -> Result<u64, Refusal> {
    let (revision, changes) =
        stored(map, id).save(id, &titled(title), Revision(seen), Moment(at), despite)?;
    carry_out(map, changes);
    Ok(revision.0)
}

fn delete_at(map: &mut Map, id: EntryId, at: u64) {
    let changes = delete(id, map.keys().map(String::as_str), &stones(map), Moment(at));
    carry_out(map, changes);
}

fn list(map: &Map) -> Vec<Entry> {
    let ids: std::collections::BTreeSet<_> =
        map.keys().filter_map(|key| Some(Key::parse(key)?.entry)).collect();
    let mut entries: Vec<_> = ids.into_iter().filter_map(|id| stored(map, id).entry(id)).collect();
    sort(&mut entries);
    entries
}

fn titles(map: &Map) -> Vec<String> {
    let living = list(map).into_iter().filter(|entry| entry.deleted.is_none());
    living
        .map(|entry| entry.card.map_or("damaged".to_owned(), |card| card.title.as_str().to_owned()))
        .collect()
}

#[test]
fn keys_are_read_back_and_nothing_else_is_a_key() {
    for slot in Slot::ALL {
        for id in [EntryId(0), EntryId::FIRST, EntryId(u64::MAX)] {
            assert_eq!(Key::parse(&id.at(slot).to_string()), Some(id.at(slot)));
        }
    }
    assert_eq!(EntryId::FIRST.at(Slot::Newest).to_string(), "0000000000000001/newest");
    for text in [
        "",
        "newest",
        LAST,
        "1/newest",
        "000000000000000A/newest",
        "0000000000000001/",
        "+000000000000001/newest",
    ] {
        assert_eq!(Key::parse(text), None, "{text}");
    }
    assert_eq!(remembered(b"0000000000000001"), Some(EntryId::FIRST));
    assert_eq!(remembered(b"\xff"), None);
}

#[test]
fn the_single_document_of_before_becomes_the_first_entry() {
    for (old, key) in [
        ("newest", Some("0000000000000001/newest")),
        ("previous", Some("0000000000000001/previous")),
        ("aside", Some("0000000000000001/aside")),
        ("deleted", None),
        ("other", None),
    ] {
        assert_eq!(Key::migrated(old).map(|key| key.to_string()).as_deref(), key);
    }
}

#[test]
fn entries_have_revisions_of_their_own() {
    let mut map = Map::new();
    assert_eq!(save(&mut map, A, "a1", 0, 1), Ok(1));
    assert_eq!(save(&mut map, B, "b1", 0, 2), Ok(1));
    assert_eq!(save(&mut map, A, "a2", 1, 3), Ok(2));
    assert_eq!(save(&mut map, A, "a3", 1, 4), Err(Refusal::Conflict { stored: Revision(2) }));
    assert_eq!(save(&mut map, B, "b2", 1, 5), Ok(2));
    assert_eq!(titles(&map), ["b2", "a2"]);
    // An identity drawn twice does not replace what stands there.
    assert_eq!(save(&mut map, A, "other", 0, 6), Err(Refusal::Conflict { stored: Revision(2) }));
}

#[test]
fn what_is_deleted_comes_back_until_the_next_is_deleted() {
    let mut map = Map::new();
    for (id, title) in [(A, "a"), (B, "b"), (C, "c")] {
        save(&mut map, id, title, 0, id.0).unwrap();
    }
    delete_at(&mut map, A, 100);
    assert_eq!(titles(&map), ["c", "b"]);
    assert_eq!(
        list(&map).iter().find(|entry| entry.id == A).and_then(|entry| entry.deleted),
        Some(Moment(100))
    );
    carry_out(&mut map, restore(A));
    assert_eq!(titles(&map), ["c", "b", "a"]);
    delete_at(&mut map, A, 101);
    delete_at(&mut map, B, 102);
    assert_eq!(list(&map).iter().map(|entry| entry.id).collect::<Vec<_>>(), [C, B], "a is gone for good");
    let changes = purge(map.keys().map(String::as_str), &stones(&map));
    carry_out(&mut map, changes);
    assert_eq!(list(&map).iter().map(|entry| entry.id).collect::<Vec<_>>(), [C]);
    assert_eq!(stones(&map).len(), 2, "other tabs can still find out");
}

#[test]
fn a_tab_with_a_deleted_entry_open_is_told_and_can_save_it_again() {
    let mut map = Map::new();
    save(&mut map, A, "a", 0, 1).unwrap();
    delete_at(&mut map, A, 2);
    assert_eq!(save(&mut map, A, "edited", 1, 3), Err(Refusal::Deleted));
    assert_eq!(save_despite(&mut map, A, "edited", 1, 3, Despite::Deletion), Ok(2));
    assert_eq!(titles(&map), ["edited"]);
    // Also when the next deletion has taken its bytes away.
    delete_at(&mut map, A, 4);
    save(&mut map, B, "b", 0, 5).unwrap();
    delete_at(&mut map, B, 6);
    assert_eq!(save(&mut map, A, "again", 2, 7), Err(Refusal::Deleted));
    assert_eq!(save_despite(&mut map, A, "again", 2, 7, Despite::Deletion), Ok(3));
    // Asking again does not excuse from having seen what another tab saved.
    delete_at(&mut map, A, 8);
    let stale = save_despite(&mut map, A, "stale", 1, 9, Despite::Deletion);
    assert_eq!(stale, Err(Refusal::Conflict { stored: Revision(3) }));
}

#[test]
fn a_cleared_store_is_written_again() {
    let mut map = Map::new();
    save(&mut map, A, "a", 0, 1).unwrap();
    map.clear();
    assert_eq!(save(&mut map, A, "edited", 1, 2), Ok(2));
    assert_eq!(titles(&map), ["edited"]);
}

#[test]
fn stones_are_few() {
    let mut map = Map::new();
    for n in 0..3 * MAX_STONES as u64 {
        save(&mut map, EntryId(n), "x", 0, n).unwrap();
        delete_at(&mut map, EntryId(n), n);
    }
    assert_eq!(stones(&map).len(), MAX_STONES);
    assert!(stones(&map).contains_key(&EntryId(3 * MAX_STONES as u64 - 1)), "the last one stays");
    assert_eq!(map.len(), MAX_STONES + 1, "one record");
}

#[test]
fn what_cannot_be_read_is_listed_with_the_place_of_its_bytes() {
    let good = |revision| Some(snapshot::write(&titled("good"), Revision(revision), Moment(5)));
    let bad = || Some(vec![1, 2, 3]);
    let newer = || Some(b"DRS\x02later".to_vec());
    for (newest, previous, aside, title, flawed, damaged) in [
        (good(1), None, None, Some("good"), false, None),
        (good(2), bad(), None, Some("good"), false, None),
        (bad(), good(1), None, Some("good"), true, Some(Slot::Newest)),
        (bad(), bad(), None, None, true, Some(Slot::Newest)),
        (newer(), None, None, None, true, Some(Slot::Newest)),
        (None, bad(), None, None, false, Some(Slot::Previous)),
        (good(2), good(1), bad(), Some("good"), false, Some(Slot::Aside)),
        (None, None, bad(), None, false, Some(Slot::Aside)),
    ] {
        let stored = Stored { generations: Generations { newest, previous }, aside, stone: None };
        let entry = stored.entry(A).unwrap();
        assert_eq!(entry.card.as_ref().ok().map(|card| card.title.as_str()), title);
        assert_eq!((entry.flaw.is_some(), entry.damaged), (flawed, damaged));
        assert!(entry.bytes > 0);
    }
    assert_eq!(Stored::default().entry(A), None);
    let entry =
        Stored { generations: Generations { newest: newer(), previous: None }, ..Stored::default() }.entry(A);
    assert!(entry.is_some_and(|entry| entry.is_newer()));
    assert_eq!(moment(b"x"), Moment(0), "a damaged stone is a stone");
}

#[test]
fn a_card_says_what_there_is() {
    let scenario = example(Language::English);
    let bytes = snapshot::write(&scenario, Revision(3), Moment(7));
    let stored =
        Stored { generations: Generations { newest: Some(bytes), previous: None }, ..Stored::default() };
    let card = stored.entry(A).and_then(|entry| entry.card.ok()).unwrap();
    assert_eq!((card.units, card.seats, card.revision, card.saved_at), (30, 500, Revision(3), Moment(7)));
    assert_eq!(card.title, scenario.title);
}

#[test]
fn where_the_wanted_entry_is_not_there_the_latest_that_opens_is() {
    let mut map = Map::new();
    assert_eq!(latest(&list(&map)), None);
    save(&mut map, A, "a", 0, 5).unwrap();
    save(&mut map, B, "b", 0, 9).unwrap();
    save(&mut map, C, "c", 0, 7).unwrap();
    assert_eq!(latest(&list(&map)), Some(B));
    delete_at(&mut map, B, 10);
    assert_eq!(latest(&list(&map)), Some(C));
    map.insert(C.at(Slot::Newest).to_string(), vec![0]);
    assert_eq!(latest(&list(&map)), Some(A));
}

#[test]
fn a_record_that_could_not_be_read_back_is_refused_and_one_that_is_there_already_is_set_aside_whole() {
    let note = Name::new(&"x".repeat(240)).unwrap();
    let ending = |()| Ending { note: note.clone(), ..Ending::new(Reason::Other, Count::from(1)) };
    let mut unit = Unit::blank(UnitId(0));
    unit.mandates.endings = std::iter::repeat_n((), MAX_ENDINGS).map(ending).collect();
    let units = snapshot::MAX_BYTES / (MAX_ENDINGS * 240) + 1;
    let unit = |id| Rc::new(Unit { id: UnitId(id as u32), ..unit.clone() });
    let large = Scenario { units: Rc::new((0..units).map(unit).collect()), ..titled("large") };
    let refused = Stored::default().save(A, &large, Revision(0), Moment(1), Despite::Nothing);
    assert!(matches!(refused, Err(Refusal::TooLong { bytes }) if bytes > snapshot::MAX_BYTES));

    let long = vec![7; snapshot::MAX_BYTES + 1];
    let generations = Generations { newest: Some(long.clone()), previous: None };
    let stored = Stored { generations, ..Stored::default() };
    assert!(matches!(stored.entry(A).unwrap().flaw, Some(SnapshotError::TooLong { .. })));
    let (_, changes) = stored.save(A, &titled("small"), Revision(0), Moment(1), Despite::Nothing).unwrap();
    assert!(changes.contains(&Change::Put(A.at(Slot::Aside).to_string(), long)));
}

/// What a tab can do.
#[derive(Clone, Copy, Debug)]
enum Deed {
    /// Edit and save.
    Save(Despite),
    /// Load the entry anew.
    Load,
    Delete,
    Restore,
    Purge,
    /// Go to another entry.
    Go(u64),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => Just(Deed::Save(Despite::Nothing)),
        1 => Just(Deed::Save(Despite::Deletion)),
        2 => Just(Deed::Load),
        1 => Just(Deed::Delete),
        1 => Just(Deed::Restore),
        1 => Just(Deed::Purge),
        2 => (1u64..4).prop_map(Deed::Go),
    ]
}

proptest! {
    /// Three tabs over three entries: a save that was acknowledged opens until a tab that has seen it saves over it, or a
    /// person deletes the entry; and no tab touches an entry that it has not open.
    #[test]
    fn no_acknowledged_save_is_lost(deeds in prop::collection::vec((0usize..3, deed()), 1..60)) {
        let mut map = Map::new();
        let mut tabs = [(EntryId(1), 0u64); 3];
        // What each entry must open to, and whether it is deleted; by itself, not through the code under test.
        let mut truth: BTreeMap<EntryId, (String, u64)> = BTreeMap::new();
        let mut gone: std::collections::BTreeSet<EntryId> = Default::default();
        for (step, (tab, deed)) in deeds.into_iter().enumerate() {
            let (id, seen) = tabs[tab];
            let now = step as u64 + 1;
            match deed {
                Deed::Save(despite) => {
                    let title = format!("{step}");
                    let expected = match truth.get(&id) {
                        _ if gone.contains(&id) && despite == Despite::Nothing => Err(Refusal::Deleted),
                        Some((_, revision)) if *revision > seen => Err(Refusal::Conflict { stored: Revision(*revision) }),
                        _ => Ok(seen + 1),
                    };
                    prop_assert_eq!(save_despite(&mut map, id, &title, seen, now, despite), expected);
                    if let Ok(revision) = expected {
                        truth.insert(id, (title, revision));
                        gone.remove(&id);
                        tabs[tab].1 = revision;
                    }
                }
                Deed::Load => tabs[tab].1 = truth.get(&id).map_or(seen, |(_, revision)| *revision),
                Deed::Go(to) => tabs[tab] = (EntryId(to), truth.get(&EntryId(to)).map_or(0, |(_, revision)| *revision)),
                Deed::Delete => {
                    delete_at(&mut map, id, now);
                    truth.retain(|other, _| other == &id || !gone.contains(other));
                    gone.insert(id);
                }
                Deed::Restore => {
                    carry_out(&mut map, restore(id));
                    gone.remove(&id);
                }
                Deed::Purge => {
                    let changes = purge(map.keys().map(String::as_str), &stones(&map));
                    carry_out(&mut map, changes);
                    truth.retain(|other, _| !gone.contains(other));
                }
            }
            for (id, (title, revision)) in &truth {
                let opened = stored(&map, *id).generations.open().snapshot.unwrap();
                prop_assert_eq!((opened.scenario.title.as_str(), opened.revision.0), (title.as_str(), *revision));
            }
            let living: Vec<_> = list(&map).into_iter().filter(|e| e.deleted.is_none()).map(|e| e.id).collect();
            prop_assert_eq!(living.len(), truth.keys().filter(|id| !gone.contains(id)).count());
        }
    }
}
