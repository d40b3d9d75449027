//! The browser's storage: the library in IndexedDB, each scenario in two generations, with strict durability.
//!
//! "Saved" is said only when the transaction is complete: browsers lose localStorage writes of the last seconds in a
//! crash, but not this. Opens the database anew for every call, so a cleared or upgraded store is noticed and never
//! held up. Knows neither the page nor when to save; what to keep and what to refuse is decided in `codec::library`.

mod database;
mod error;
pub mod persistence;

pub use error::StorageError;

use super::rest;
use database::{Database, Mode, Transaction};
use delegate_roster::codec::generations::Seen;
use delegate_roster::codec::library::{self, Change, Despite, Entry, EntryId, Key, Slot, Stones, Stored};
use delegate_roster::codec::snapshot::{Moment, Revision, Snapshot, SnapshotError};
use delegate_roster::scenario::{Name, Scenario};
use std::collections::BTreeSet;

/// An entry that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub id: EntryId,
    /// The last save that can be read. Its revision is the one to save with.
    pub snapshot: Option<Snapshot>,
    /// The last save, if it cannot be read.
    pub damaged: Option<Damaged>,
}

/// A save that cannot be read; to be offered as a download.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// Why.
    pub error: SnapshotError,
    /// What is left of it.
    pub bytes: Vec<u8>,
}

/// An identity that no entry has.
pub fn new_id() -> EntryId {
    let half = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
    EntryId(half() << 32 | half())
}

/// What the page starts with: the wanted entry, else the one opened last, else the one that changed last; `None` in a
/// browser that never saved.
///
/// # Errors
/// [`StorageError`] if the storage cannot be reached.
pub async fn first(wanted: Option<EntryId>) -> Result<Option<Loaded>, StorageError> {
    let database = Database::open().await?;
    if database.transaction(Mode::Read)?.keys().await?.is_empty() {
        return Ok(None);
    }
    // Reading a scenario is not part of the first screen; the transaction would end meanwhile, so it is another one.
    rest::ready().await.map_err(|rest::Missing| StorageError::Unavailable)?;
    opened_last(&database, wanted).await
}

async fn opened_last(database: &Database, wanted: Option<EntryId>) -> Result<Option<Loaded>, StorageError> {
    let transaction = database.transaction(Mode::Read)?;
    let last = transaction.get(library::LAST).await?.as_deref().and_then(library::remembered);
    for id in [wanted, last].into_iter().flatten() {
        let stored = stored(&transaction, id).await?;
        if stored.stone.is_none() && !stored.is_empty() {
            return Ok(Some(opened(id, stored)));
        }
    }
    let entries = entries(&transaction).await?;
    match library::latest(&entries) {
        Some(id) => Ok(Some(opened(id, stored(&transaction, id).await?))),
        None => Ok(None),
    }
}

/// An entry.
///
/// # Errors
/// [`StorageError::Gone`] if there is no such entry, any other [`StorageError`] if the storage cannot be reached.
pub async fn load(id: EntryId) -> Result<Loaded, StorageError> {
    let database = Database::open().await?;
    let stored = stored(&database.transaction(Mode::Read)?, id).await?;
    if stored.stone.is_some() || stored.is_empty() {
        return Err(StorageError::Gone);
    }
    Ok(opened(id, stored))
}

/// Remembers which entry was opened last. Where there is no room for it, another one opens at the next start: no harm.
pub async fn remember(id: EntryId) {
    let remember = async {
        let database = Database::open().await?;
        database.transaction(Mode::Write)?.carry_out(&[library::remember(id)]).await
    };
    let _: Result<(), StorageError> = remember.await;
}

/// A save that is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub revision: Revision,
    /// Its bytes, by which the next save knows it again.
    pub record: Vec<u8>,
}

/// Saves a scenario for a writer who has seen so much of the entry; answers once it is safe.
///
/// # Errors
/// [`StorageError::Conflict`] if another tab has saved since, [`StorageError::Deleted`] if one has deleted it, any other
/// [`StorageError`] if the storage does not take it; nothing has changed then.
pub async fn save(
    id: EntryId,
    scenario: &Scenario,
    seen: Seen<'_>,
    despite: Despite,
) -> Result<Written, StorageError> {
    rest::ready().await.map_err(|rest::Missing| StorageError::Silent)?;
    save_now(id, scenario, seen, despite).await
}

/// The same, once the rest of the program is there.
async fn save_now(
    id: EntryId,
    scenario: &Scenario,
    seen: Seen<'_>,
    despite: Despite,
) -> Result<Written, StorageError> {
    let database = Database::open().await?;
    // Read and written in one transaction: between the two nobody else writes.
    let transaction = database.transaction(Mode::Write)?;
    let (revision, mut changes) = stored(&transaction, id).await?.save(id, scenario, seen, now(), despite)?;
    if seen.revision == Revision::default() {
        changes.push(library::remember(id));
    }
    transaction.carry_out(&changes).await?;
    let newest = id.at(Slot::Newest).to_string();
    let record = changes.into_iter().find_map(|change| match change {
        Change::Put(key, bytes) if key == newest => Some(bytes),
        _ => None,
    });
    Ok(Written { revision, record: record.unwrap_or_default() })
}

/// Whether what was seen of an entry is still what the storage has.
///
/// # Errors
/// The [`StorageError`] that a save would meet.
pub async fn check(id: EntryId, seen: Seen<'_>) -> Result<(), StorageError> {
    let database = Database::open().await?;
    Ok(stored(&database.transaction(Mode::Read)?, id).await?.check(seen)?)
}

/// Adds an entry that is not opened.
///
/// # Errors
/// [`StorageError`]; nothing has changed then.
pub async fn add(scenario: &Scenario) -> Result<EntryId, StorageError> {
    let id = new_id();
    let database = Database::open().await?;
    let transaction = database.transaction(Mode::Write)?;
    let (_, changes) =
        stored(&transaction, id).await?.save(id, scenario, Revision::default(), now(), Despite::Nothing)?;
    transaction.carry_out(&changes).await?;
    Ok(id)
}

/// Every entry, those that were deleted and can still be brought back included.
///
/// # Errors
/// [`StorageError`] if the storage cannot be reached.
pub async fn list() -> Result<Vec<Entry>, StorageError> {
    let database = Database::open().await?;
    entries(&database.transaction(Mode::Read)?).await
}

/// Gives an entry that is not open another title.
///
/// # Errors
/// [`StorageError`]; nothing has changed then.
pub async fn rename(id: EntryId, title: Name) -> Result<(), StorageError> {
    let database = Database::open().await?;
    let transaction = database.transaction(Mode::Write)?;
    let stored = stored(&transaction, id).await?;
    let snapshot = stored.generations.open().snapshot.ok_or(StorageError::Gone)?;
    let scenario = Scenario { title, ..snapshot.scenario };
    let (_, changes) = stored.save(id, &scenario, snapshot.revision, now(), Despite::Nothing)?;
    transaction.carry_out(&changes).await
}

/// Deletes an entry: it can be brought back until the next one is deleted.
///
/// # Errors
/// [`StorageError`]; nothing has changed then.
pub async fn delete(id: EntryId) -> Result<(), StorageError> {
    change(|keys, stones| library::delete(id, keys.iter().map(String::as_str), stones, now())).await
}

/// Takes away for good what was deleted.
///
/// # Errors
/// [`StorageError`]; nothing has changed then.
pub async fn purge() -> Result<(), StorageError> {
    change(|keys, stones| library::purge(keys.iter().map(String::as_str), stones)).await
}

/// Brings a deleted entry back.
///
/// # Errors
/// [`StorageError::Gone`] if its bytes have been taken away meanwhile.
pub async fn restore(id: EntryId) -> Result<(), StorageError> {
    let database = Database::open().await?;
    let transaction = database.transaction(Mode::Write)?;
    if stored(&transaction, id).await?.is_empty() {
        return Err(StorageError::Gone);
    }
    transaction.carry_out(&library::restore(id)).await
}

/// The bytes of an entry that cannot be read.
///
/// # Errors
/// [`StorageError`] if they are not there or the storage cannot be reached.
pub async fn bytes(key: Key) -> Result<Vec<u8>, StorageError> {
    let database = Database::open().await?;
    database.transaction(Mode::Read)?.get(&key.to_string()).await?.ok_or(StorageError::Gone)
}

async fn change(plan: impl FnOnce(&[String], &Stones) -> Vec<Change>) -> Result<(), StorageError> {
    let database = Database::open().await?;
    let transaction = database.transaction(Mode::Write)?;
    let keys = transaction.keys().await?;
    let mut stones = Stones::new();
    for key in keys.iter().filter_map(|key| Key::parse(key)).filter(|key| key.slot == Slot::Deleted) {
        let stone = transaction.get(&key.to_string()).await?.unwrap_or_default();
        stones.insert(key.entry, library::moment(&stone));
    }
    transaction.carry_out(&plan(&keys, &stones)).await
}

/// One entry at a time, so that no more than one is in memory.
async fn entries(transaction: &Transaction) -> Result<Vec<Entry>, StorageError> {
    let keys = transaction.keys().await?;
    // Where only a stone is left, there is nothing to list.
    let records = keys.iter().filter_map(|key| Key::parse(key)).filter(|key| key.slot != Slot::Deleted);
    let ids: BTreeSet<_> = records.map(|key| key.entry).collect();
    let mut entries = Vec::new();
    for id in ids {
        entries.extend(stored(transaction, id).await?.entry(id));
    }
    library::sort(&mut entries);
    Ok(entries)
}

async fn stored(transaction: &Transaction, id: EntryId) -> Result<Stored, StorageError> {
    let mut stored = Stored::default();
    for slot in Slot::ALL {
        stored.put(slot, transaction.get(&id.at(slot).to_string()).await?);
    }
    Ok(stored)
}

fn opened(id: EntryId, stored: Stored) -> Loaded {
    let opened = stored.generations.open();
    let damaged = opened.flaw.zip(stored.generations.newest).map(|(error, bytes)| Damaged { error, bytes });
    Loaded { id, snapshot: opened.snapshot, damaged }
}

fn now() -> Moment {
    Moment(js_sys::Date::now() as u64)
}
