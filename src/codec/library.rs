//! The library: many scenarios in one store of bytes by key, each an entry with its own generations.
//!
//! Pure: a store hands in the bytes it holds and carries out the [`Change`]s inside one transaction, all or none. What
//! is promised of one document (`generations`) is promised of each entry; and an entry that was deleted keeps its bytes
//! under a stone until the next one is deleted, so that it can be brought back, and is not silently made again by a
//! tab in which it is still open. What the list shows is read from the records themselves: there is no index that
//! could disagree with them.

use super::generations::{Demotion, Generations, Refusal, Seen};
use super::snapshot::{self, Moment, Revision, Snapshot, SnapshotError};
use crate::limits::MAX_STONES;
use crate::scenario::{Name, Scenario, Scheme, derive};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// Identifies an entry; drawn at random, so that two tabs need not agree on the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u64);

/// What a store holds of an entry, each under a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The last save.
    Newest,
    /// The save before it.
    Previous,
    /// A last save that could not be read and had to make room.
    Aside,
    /// The stone: present once the entry was deleted.
    Deleted,
}

/// A key of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The entry.
    pub entry: EntryId,
    /// What of it.
    pub slot: Slot,
}

/// The key of the entry that was opened last.
pub const LAST: &str = "last";

/// All that a store holds of one entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The saves.
    pub generations: Generations,
    /// A save that cannot be read.
    pub aside: Option<Vec<u8>>,
    /// The stone.
    pub stone: Option<Vec<u8>>,
}

/// One write to a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Bytes under a key.
    Put(String, Vec<u8>),
    /// A key less.
    Delete(String),
}

/// Whether a save may bring back what was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Despite {
    /// It is refused, so that a person can be asked.
    Nothing,
    /// A person has been asked.
    Deletion,
}

/// What a list shows of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its identity.
    pub id: EntryId,
    /// What opens, or why nothing does.
    pub card: Result<Card, SnapshotError>,
    /// Why the last save is not the one that opens.
    pub flaw: Option<SnapshotError>,
    /// Whether there are bytes that cannot be read, and where.
    pub damaged: Option<Slot>,
    /// The bytes of all its records.
    pub bytes: usize,
    /// When it was deleted.
    pub deleted: Option<Moment>,
}

/// What a list shows of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its title.
    pub title: Name,
    /// Its units.
    pub units: usize,
    /// Its seats.
    pub seats: u64,
    /// The save that this is.
    pub revision: Revision,
    /// When it was saved.
    pub saved_at: Moment,
}

impl EntryId {
    /// The scenario of the time when the store held a single one.
    pub const FIRST: Self = Self(1);

    /// The identity of a text that [`Display`](fmt::Display) wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        digits.then(|| u64::from_str_radix(text, 16).ok()).flatten().map(Self)
    }

    /// Its key for one slot.
    pub const fn at(self, slot: Slot) -> Key {
        Key { entry: self, slot }
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Slot {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Previous, Self::Aside, Self::Deleted];
    /// Those that hold records.
    pub const RECORDS: [Self; 3] = [Self::Newest, Self::Previous, Self::Aside];

    const fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Previous => "previous",
            Self::Aside => "aside",
            Self::Deleted => "deleted",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.name() == name)
    }
}

impl Key {
    /// The key of a text that [`Display`](fmt::Display) wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (entry, slot) = text.split_once('/')?;
        Some(Self { entry: EntryId::parse(entry)?, slot: Slot::of_name(slot)? })
    }

    /// Where the bytes of a key of the single document now stand: under the first entry.
    pub fn migrated(old: &str) -> Option<Self> {
        Slot::of_name(old).filter(|slot| Slot::RECORDS.contains(slot)).map(|slot| EntryId::FIRST.at(slot))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.entry, self.slot.name())
    }
}

impl Stored {
    /// Puts the bytes of one slot in their place.
    pub fn put(&mut self, slot: Slot, bytes: Option<Vec<u8>>) {
        match slot {
            Slot::Newest => self.generations.newest = bytes,
            Slot::Previous => self.generations.previous = bytes,
            Slot::Aside => self.aside = bytes,
            Slot::Deleted => self.stone = bytes,
        }
    }

    /// Whether there is nothing to open: never saved, cleared, or deleted for good.
    pub const fn is_empty(&self) -> bool {
        self.generations.newest.is_none() && self.generations.previous.is_none() && self.aside.is_none()
    }

    /// The entry as a list shows it; `None` where nothing is left but a stone.
    pub fn entry(&self, id: EntryId) -> Option<Entry> {
        if self.is_empty() {
            return None;
        }
        let opened = self.generations.open();
        let card = match (opened.snapshot, opened.flaw) {
            (Some(snapshot), _) => Ok(Card::of(snapshot)),
            // A generation that is not the newest and cannot be read, or bytes set aside, alone.
            (None, flaw) => Err(flaw.unwrap_or(SnapshotError::Incomplete)),
        };
        let damaged = match (opened.flaw, &card) {
            (Some(_), _) => Some(Slot::Newest),
            (None, Err(_)) if self.generations.previous.is_some() => Some(Slot::Previous),
            (None, _) => self.aside.is_some().then_some(Slot::Aside),
        };
        let records = [&self.generations.newest, &self.generations.previous, &self.aside];
        let bytes = records.into_iter().flatten().map(Vec::len).sum();
        Some(Entry {
            id,
            card,
            flaw: opened.flaw,
            damaged,
            bytes,
            deleted: self.stone.as_deref().map(moment),
        })
    }

    /// How a writer saves who has seen so much of the entry, and the revision it is saved under.
    ///
    /// # Errors
    /// [`Refusal`] if the store holds what the writer must not replace, the entry was deleted, or the record could not be read back.
    pub fn save<'a>(
        self,
        id: EntryId,
        scenario: &Scenario,
        seen: impl Into<Seen<'a>>,
        now: Moment,
        despite: Despite,
    ) -> Result<(Revision, Vec<Change>), Refusal> {
        if self.stone.is_some() && despite == Despite::Nothing {
            return Err(Refusal::Deleted);
        }
        let plan = self.generations.admit(seen)?;
        let record = snapshot::write(scenario, plan.revision, now);
        if record.len() > snapshot::MAX_BYTES {
            return Err(Refusal::TooLong { bytes: record.len() });
        }
        let put = |slot, bytes| Change::Put(id.at(slot).to_string(), bytes);
        let mut changes = Vec::new();
        match (plan.newest, self.generations.newest) {
            (Demotion::Previous, Some(newest)) => changes.push(put(Slot::Previous, newest)),
            (Demotion::Aside, Some(newest)) => changes.push(put(Slot::Aside, newest)),
            (Demotion::Nothing, _) | (_, None) => {}
        }
        changes.push(put(Slot::Newest, record));
        if self.stone.is_some() {
            changes.push(Change::Delete(id.at(Slot::Deleted).to_string()));
        }
        Ok((plan.revision, changes))
    }

    /// Whether somebody else has saved or deleted the entry since this was seen of it.
    ///
    /// # Errors
    /// [`Refusal`], the one that a save would meet.
    pub fn check<'a>(&self, seen: impl Into<Seen<'a>>) -> Result<(), Refusal> {
        if self.stone.is_some() {
            return Err(Refusal::Deleted);
        }
        self.generations.admit(seen).map(drop)
    }
}

impl Card {
    fn of(Snapshot { scenario, revision, saved_at }: Snapshot) -> Self {
        let (title, units) = (scenario.title.clone(), scenario.units.len());
        let seats = match scenario.allocating.scheme {
            // The house follows from the members.
            Scheme::Key(_) => derive(&Rc::new(scenario), None).total.seats.unsigned_abs(),
            Scheme::OneTier | Scheme::TwoTier { .. } => scenario.allocating.house.get().into(),
        };
        Self { title, units, seats, revision, saved_at }
    }
}

impl Entry {
    /// Whether a later version of this product can read what this one cannot.
    pub fn is_newer(&self) -> bool {
        self.flaw.is_some_and(SnapshotError::is_newer)
    }

    /// When it last changed; the beginning of time for one that cannot be read.
    fn saved_at(&self) -> Moment {
        self.card.as_ref().map_or(Moment::default(), |card| card.saved_at)
    }
}

/// Remembers which entry was opened last.
pub fn remember(id: EntryId) -> Change {
    Change::Put(LAST.to_owned(), id.to_string().into_bytes())
}

/// The entry that [`remember`] wrote.
pub fn remembered(bytes: &[u8]) -> Option<EntryId> {
    std::str::from_utf8(bytes).ok().and_then(EntryId::parse)
}

/// Puts a list in order: what changed last comes first, what cannot be read last.
pub fn sort(entries: &mut [Entry]) {
    entries.sort_by_key(|entry| (Reverse(entry.saved_at()), entry.id));
}

/// The entry to open where the one that was asked for is not there: of those that open, the one that changed last.
pub fn latest(entries: &[Entry]) -> Option<EntryId> {
    let open = entries.iter().filter(|entry| entry.deleted.is_none() && entry.card.is_ok());
    open.max_by_key(|entry| (entry.saved_at(), Reverse(entry.id))).map(|entry| entry.id)
}

/// Deletes an entry: it gets a stone, and what was deleted before it is gone for good.
pub fn delete<'a>(
    id: EntryId,
    keys: impl Iterator<Item = &'a str>,
    stones: &Stones,
    now: Moment,
) -> Vec<Change> {
    let others: Stones =
        stones.iter().filter(|(other, _)| **other != id).map(|(id, at)| (*id, *at)).collect();
    let mut changes = purge(keys, &others);
    // Old stones are of use only to tabs that have been open as long.
    let mut by_age: Vec<_> = others.into_iter().map(|(id, at)| (Reverse(at), id)).collect();
    by_age.sort_unstable();
    let old = by_age.into_iter().skip(MAX_STONES.saturating_sub(1));
    changes.extend(old.map(|(_, id)| Change::Delete(id.at(Slot::Deleted).to_string())));
    changes.push(Change::Put(id.at(Slot::Deleted).to_string(), now.0.to_le_bytes().to_vec()));
    changes
}

/// Takes the records of deleted entries away for good; their stones stay.
pub fn purge<'a>(keys: impl Iterator<Item = &'a str>, stones: &Stones) -> Vec<Change> {
    let doomed = |key: &Key| key.slot != Slot::Deleted && stones.contains_key(&key.entry);
    keys.filter_map(Key::parse).filter(doomed).map(|key| Change::Delete(key.to_string())).collect()
}

/// Brings a deleted entry back.
pub fn restore(id: EntryId) -> Vec<Change> {
    vec![Change::Delete(id.at(Slot::Deleted).to_string())]
}

/// The entries that were deleted, and when.
pub type Stones = BTreeMap<EntryId, Moment>;

/// When a stone was set. Any bytes are a stone: one that is damaged is merely old.
pub fn moment(stone: &[u8]) -> Moment {
    stone.first_chunk::<8>().map_or(Moment::default(), |bytes| Moment(u64::from_le_bytes(*bytes)))
}

#[cfg(test)]
mod tests;
