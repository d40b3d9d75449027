//! The database: opened, one transaction with the durability asked for, bytes by key. Knows no scenario.

use super::StorageError;
use delegate_roster::codec::snapshot::MAX_BYTES;
use idb::event::VersionChangeEvent;
use idb::{DatabaseEvent, Factory, ObjectStoreParams};
use js_sys::{Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbDatabase;

const NAME: &str = "delegate-roster";
const VERSION: u32 = 1;
const STORE: &str = "generations";

/// An open database; closed when dropped, once its transactions are done.
pub(super) struct Database(IdbDatabase);

/// What a transaction may do.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    Read,
    Write,
}

/// A transaction; taken back when dropped before it is [complete](Self::complete).
pub(super) struct Transaction {
    inner: Option<idb::Transaction>,
    /// The same, for what `idb` does not pass on: aborting from a borrow, and why it was aborted.
    raw: JsValue,
}

impl Database {
    pub(super) async fn open() -> Result<Self, StorageError> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // If this fails, the store is missing, and the first transaction says so.
            let _ = create(&event);
        });
        Ok(Self(request.await?.into()))
    }

    /// A transaction that is complete only when the device has the bytes (Indexed Database API 3.0, "durability hint":
    /// browsers default to "relaxed"). `idb` does not pass the hint on, so the method is called by its name.
    pub(super) fn transaction(&self, mode: Mode) -> Result<Transaction, StorageError> {
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write => "readwrite",
        };
        let call = || {
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let method: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
            method.call3(&self.0, &STORE.into(), &mode.into(), &options)
        };
        let raw: JsValue = call().map_err(|exception| StorageError::of(&exception))?;
        Ok(Transaction { inner: Some(raw.clone().try_into()?), raw })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Transaction {
    pub(super) async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let value = self.store()?.get(JsValue::from(key))?.await?;
        Ok(value.filter(|value| !value.is_undefined()).map(|value| bytes(&value)))
    }

    pub(super) async fn put(&self, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
        let value = Uint8Array::from(bytes);
        self.store()?.put(&value, Some(&key.into()))?.await?;
        Ok(())
    }

    /// Waits until everything is stored.
    pub(super) async fn complete(mut self) -> Result<(), StorageError> {
        let Some(inner) = self.inner.take() else { return Ok(()) };
        match inner.await {
            Ok(result) if result.is_committed() => Ok(()),
            // A full disk is found out only here.
            _ => Err(StorageError::of(&Reflect::get(&self.raw, &"error".into()).unwrap_or_default())),
        }
    }

    fn store(&self) -> Result<idb::ObjectStore, StorageError> {
        let unavailable = StorageError::Unavailable;
        Ok(self.inner.as_ref().ok_or(unavailable)?.object_store(STORE)?)
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.inner.take().is_some()
            && let Ok(abort) = Reflect::get(&self.raw, &"abort".into()).and_then(JsCast::dyn_into::<Function>)
        {
            // One that is over already says so, and that is all right.
            let _ = abort.call0(&self.raw);
        }
    }
}

fn create(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    event.database()?.create_object_store(STORE, ObjectStoreParams::new()).map(drop)
}

/// The bytes of a stored value; none where it is not bytes, or too long to be one of ours.
fn bytes(value: &JsValue) -> Vec<u8> {
    let array = value.dyn_ref::<Uint8Array>().filter(|array| array.length() as usize <= MAX_BYTES);
    array.map(Uint8Array::to_vec).unwrap_or_default()
}
