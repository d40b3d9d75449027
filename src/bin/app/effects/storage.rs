//! The browser's storage: one document in IndexedDB, in two generations, with strict durability.
//!
//! "Saved" is said only when the transaction is complete: browsers lose localStorage writes of the last seconds in a
//! crash, but not this. Opens the database anew for every call, so a cleared or upgraded store is noticed and never
//! held up. Knows neither the page nor when to save; what to keep and what to refuse is decided in
//! `codec::generations`.

mod database;
mod error;

pub use error::StorageError;

use database::{Database, Mode};
use delegate_roster::codec::generations::{Demotion, Generations};
use delegate_roster::codec::snapshot::{self, Moment, Revision, Snapshot, SnapshotError};
use delegate_roster::scenario::Scenario;

const NEWEST: &str = "newest";
const PREVIOUS: &str = "previous";
/// A newest generation that could not be read and had to make room.
const ASIDE: &str = "aside";

/// What the storage holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
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

/// What is stored; nothing and nothing damaged in a browser that never saved.
///
/// # Errors
/// [`StorageError`] if the storage cannot be reached.
pub async fn load() -> Result<Loaded, StorageError> {
    let database = Database::open().await?;
    let transaction = database.transaction(Mode::Read)?;
    let stored =
        Generations { newest: transaction.get(NEWEST).await?, previous: transaction.get(PREVIOUS).await? };
    let opened = stored.open();
    let damaged = opened.flaw.zip(stored.newest).map(|(error, bytes)| Damaged { error, bytes });
    Ok(Loaded { snapshot: opened.snapshot, damaged })
}

/// Saves a scenario for a writer who last loaded or saved `seen`, and returns the revision it is saved under, once it
/// is safe.
///
/// # Errors
/// [`StorageError::Conflict`] if another tab has saved since, any other [`StorageError`] if the storage does not take
/// it; nothing has changed then.
pub async fn save(scenario: &Scenario, seen: Revision) -> Result<Revision, StorageError> {
    let database = Database::open().await?;
    // Read and written in one transaction: between the two nobody else writes.
    let transaction = database.transaction(Mode::Write)?;
    let stored =
        Generations { newest: transaction.get(NEWEST).await?, previous: transaction.get(PREVIOUS).await? };
    let plan = stored.admit(seen)?;
    match (plan.newest, &stored.newest) {
        (Demotion::Previous, Some(newest)) => transaction.put(PREVIOUS, newest).await?,
        (Demotion::Aside, Some(newest)) => transaction.put(ASIDE, newest).await?,
        (Demotion::Nothing, _) | (_, None) => {}
    }
    let now = Moment(js_sys::Date::now() as u64);
    transaction.put(NEWEST, &snapshot::write(scenario, plan.revision, now)).await?;
    transaction.complete().await?;
    Ok(plan.revision)
}
