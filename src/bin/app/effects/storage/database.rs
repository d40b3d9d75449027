//! The database: opened, one transaction with the durability asked for, bytes by key. Knows no scenario.

use super::StorageError;
use delegate_roster::codec::library::{self, Change, EntryId, Key};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, window};

const NAME: &str = "delegate-roster";
const VERSION: u32 = 2;
const STORE: &str = "scenarios";
/// Where version 1 kept its single scenario.
const OLD_STORE: &str = "generations";
/// How long a database may take to open, in milliseconds. A tab of an older version may hold it.
const PATIENCE: u32 = 5_000;

/// An open database; closed when dropped, once its transactions are done.
pub(super) struct Database {
    inner: IdbDatabase,
    /// A later version of this page is never held up: it may upgrade as soon as the transactions are done.
    _yielding: EventListener,
}

/// What a transaction may do.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    Read,
    Write,
}

/// A transaction; taken back when dropped before it is [complete](Self::complete).
pub(super) struct Transaction {
    inner: IdbTransaction,
    store: IdbObjectStore,
    over: Promise,
    complete: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

impl Database {
    pub(super) async fn open() -> Result<Self, StorageError> {
        let factory =
            window().ok_or(StorageError::Unavailable)?.indexed_db().map_err(|e| StorageError::of(&e))?;
        let factory = factory.ok_or(StorageError::Unavailable)?;
        let request = factory.open_with_u32(NAME, VERSION).map_err(|e| StorageError::of(&e))?;
        let blocked = Rc::new(Cell::new(false));
        let given_up = Rc::new(Cell::new(false));
        let mut listeners = vec![
            EventListener::once(&request, "upgradeneeded", {
                let request = request.clone();
                move |_| upgrade(&request)
            }),
            EventListener::once(&request, "blocked", {
                let blocked = blocked.clone();
                move |_| blocked.set(true)
            }),
        ];
        let mut timer = None;
        let answered = Promise::new(&mut |resolve, _| {
            for event in ["success", "error"] {
                let (resolve, request, given_up) = (resolve.clone(), request.clone(), given_up.clone());
                listeners.push(EventListener::once(&request.clone(), event, move |_| {
                    if given_up.get() {
                        // Nobody waits for it any more, and it must not hold up others.
                        close(&request);
                    }
                    answer(&resolve);
                }));
            }
            let given_up = given_up.clone();
            timer = Some(Timeout::new(PATIENCE, move || {
                given_up.set(true);
                answer(&resolve);
            }));
        });
        let _ = JsFuture::from(answered).await;
        drop(timer);
        if given_up.get() {
            // The request lives on, and so must those who make the stores and close what comes of it.
            listeners.into_iter().for_each(EventListener::forget);
            return Err(if blocked.get() { StorageError::Blocked } else { StorageError::Silent });
        }
        let inner: IdbDatabase = outcome(&request)?.unchecked_into();
        let yielding = EventListener::new(&inner, "versionchange", {
            let inner = inner.clone();
            move |_| inner.close()
        });
        Ok(Self { inner, _yielding: yielding })
    }

    /// A transaction that is complete only when the device has the bytes (Indexed Database API 3.0, "durability hint":
    /// browsers default to "relaxed"). The binding does not pass the hint on, so the method is called by its name.
    pub(super) fn transaction(&self, mode: Mode) -> Result<Transaction, StorageError> {
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write => "readwrite",
        };
        let call = || {
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let method: Function = Reflect::get(&self.inner, &"transaction".into())?.dyn_into()?;
            let raw = method.call3(&self.inner, &STORE.into(), &mode.into(), &options)?;
            let inner: IdbTransaction = raw.unchecked_into();
            let store = inner.object_store(STORE)?;
            Ok((inner, store))
        };
        let (inner, store) = call().map_err(|exception: JsValue| StorageError::of(&exception))?;
        let complete = Rc::new(Cell::new(false));
        let mut listeners = Vec::new();
        let over = Promise::new(&mut |resolve, _| {
            let (completed, resolve_complete) = (complete.clone(), resolve.clone());
            listeners.push(EventListener::once(&inner, "complete", move |_| {
                completed.set(true);
                answer(&resolve_complete);
            }));
            listeners.push(EventListener::once(&inner, "abort", move |_| answer(&resolve)));
        });
        Ok(Transaction { inner, store, over, complete, _listeners: listeners })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.inner.close();
    }
}

impl Transaction {
    pub(super) async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let value = settled(self.store.get(&key.into())).await?;
        Ok(Some(value).filter(|value| !value.is_undefined()).map(|value| bytes(&value)))
    }

    /// Every key that is a text.
    pub(super) async fn keys(&self) -> Result<Vec<String>, StorageError> {
        let keys: Array = settled(self.store.get_all_keys()).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Carries out changes and waits until everything is stored.
    pub(super) async fn carry_out(self, changes: &[Change]) -> Result<(), StorageError> {
        for change in changes {
            let request = match change {
                Change::Put(key, bytes) => {
                    self.store.put_with_key(&Uint8Array::from(&bytes[..]), &key.as_str().into())
                }
                Change::Delete(key) => self.store.delete(&key.as_str().into()),
            };
            settled(request).await?;
        }
        self.complete().await
    }

    async fn complete(self) -> Result<(), StorageError> {
        let _ = JsFuture::from(self.over.clone()).await;
        match self.complete.get() {
            true => Ok(()),
            // A full disk is found out only here.
            false => Err(StorageError::of(&self.inner.error().map_or(JsValue::NULL, JsValue::from))),
        }
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if !self.complete.get() {
            // One that is over already says so, and that is all right.
            let _ = self.inner.abort();
        }
    }
}

/// Makes the stores of this version. What version 1 kept moves, byte for byte, under the first entry of the library; all of it
/// or nothing, in the one transaction that raises the version.
fn upgrade(request: &IdbOpenDbRequest) {
    let abort = |transaction: Option<IdbTransaction>| {
        // The database stays at its version, and opening it fails.
        let _ = transaction.map(|transaction| transaction.abort());
    };
    let transaction = request.transaction();
    let begin = || {
        let database: IdbDatabase = request.result()?.unchecked_into();
        let scenarios = database.create_object_store(STORE)?;
        let old = request.transaction().ok_or(JsValue::NULL)?.object_store(OLD_STORE);
        // A database that is new, or that somebody made empty, has none.
        let old = old.ok().map(|old| (database, scenarios, old.get_all_keys(), old.get_all()));
        Ok::<_, JsValue>(old)
    };
    match begin() {
        Err(_) => abort(transaction),
        Ok(None) => {}
        Ok(Some((database, scenarios, keys, values))) => spawn_local(async move {
            let moved = async {
                let keys: Array = settled(keys).await?.unchecked_into();
                let values: Array = settled(values).await?.unchecked_into();
                for (old, value) in keys.iter().zip(values.iter()) {
                    if let Some(key) = old.as_string().as_deref().and_then(Key::migrated) {
                        settled(scenarios.put_with_key(&value, &key.to_string().into())).await?;
                    }
                }
                if let (true, Change::Put(key, id)) = (keys.length() > 0, library::remember(EntryId::FIRST)) {
                    settled(scenarios.put_with_key(&Uint8Array::from(&id[..]), &key.into())).await?;
                }
                database.delete_object_store(OLD_STORE).map_err(|e| StorageError::of(&e))
            };
            if moved.await.is_err() {
                abort(transaction);
            }
        }),
    }
}

/// Waits for a request that was made.
async fn settled(request: Result<IdbRequest, JsValue>) -> Result<JsValue, StorageError> {
    let request = request.map_err(|exception| StorageError::of(&exception))?;
    let mut listeners = Vec::with_capacity(2);
    let answered = Promise::new(&mut |resolve, _| {
        for event in ["success", "error"] {
            let resolve = resolve.clone();
            listeners.push(EventListener::once(&request, event, move |_| answer(&resolve)));
        }
    });
    let _ = JsFuture::from(answered).await;
    outcome(&request)
}

fn outcome(request: &IdbRequest) -> Result<JsValue, StorageError> {
    match request.error() {
        Ok(Some(error)) => Err(StorageError::of(&error)),
        Ok(None) => request.result().map_err(|exception| StorageError::of(&exception)),
        Err(exception) => Err(StorageError::of(&exception)),
    }
}

fn close(request: &IdbOpenDbRequest) {
    if let Ok(Ok(database)) = request.result().map(JsCast::dyn_into::<IdbDatabase>) {
        database.close();
    }
}

fn answer(resolve: &Function) {
    let _ = resolve.call0(&JsValue::NULL);
}

/// The bytes of a stored value, however many: what is too long to be read must not be lost when it is set aside. None where it is
/// not bytes.
fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}
