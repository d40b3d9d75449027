//! The desk of the library: carries out what a person wishes for, one wish at a time, and never leaves a scenario that is
//! not safe without having asked. Words and looks are the dialog's.

use super::autosave::{self, Keeper};
use super::storage::persistence::{self, Persistence};
use super::storage::{self, Damaged, StorageError};
use super::{announce, download};
use crate::store::{Intent, Kept, Opening};
use delegate_roster::codec::library::{self, Entry, EntryId, Key};
use delegate_roster::codec::snapshot::Revision;
use delegate_roster::scenario::{Action, Name, Scenario};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a person can wish for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// See what there is.
    List,
    Open(EntryId),
    /// A new entry, and open it.
    Begin(Box<Scenario>),
    /// A copy of an entry under this title.
    Duplicate(EntryId, Name),
    Rename(EntryId, Name),
    Delete(EntryId),
    /// Take a deletion back.
    Restore(EntryId),
    /// Take what was deleted away for good.
    Purge,
    /// Save bytes that cannot be read as a file.
    Download(Key),
    /// Ask the browser to keep the storage.
    Persist,
    /// Carry out the wish that was held, and leave what is not saved.
    Leave,
    /// Forget the wish that was held.
    Stay,
}

/// What was done last, for the announcement.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Duplicated(Name),
    Renamed(Name),
    Deleted(Name),
    Restored(Name),
    Purged,
}

/// What the dialog shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// What there is; `None` before the storage has answered.
    pub entries: Option<Vec<Entry>>,
    pub said: Option<Said>,
    /// Why the last wish was not carried out.
    pub trouble: Option<StorageError>,
    /// Whether the list could not be read again after what was done last.
    pub outdated: bool,
    /// A wish that would leave behind what is not saved, and why it is not.
    pub held: Option<(Wish, StorageError)>,
    pub persistence: Persistence,
    /// A save of the open scenario that cannot be read, to be handed to the person.
    pub damaged: Option<Damaged>,
    /// Where the focus goes after what was done last, and how often it went.
    pub focus: (String, u32),
}

/// Carries out wishes.
#[derive(Clone)]
struct Desk {
    shelf: UseStateHandle<Shelf>,
    keeper: Keeper,
    dispatch: Callback<Intent>,
    /// Shows or hides the dialog.
    on_show: Callback<bool>,
    queue: Rc<RefCell<Queue>>,
}

/// Wishes that wait for the one that is being carried out.
#[derive(Default)]
struct Queue {
    busy: bool,
    wishes: VecDeque<Wish>,
}

/// The library: what it shows, and where to send wishes. `on_show` opens and closes its dialog.
#[hook]
pub fn use_library(
    keeper: &Keeper,
    damaged: Option<Damaged>,
    dispatch: &Callback<Intent>,
    on_show: Callback<bool>,
) -> (UseStateHandle<Shelf>, Callback<Wish>) {
    let shelf = use_state(|| Shelf { damaged, ..Shelf::default() });
    use_effect_with(shelf.focus.clone(), |(id, _)| announce::focus_id(id));
    let (dispatch, queue) = (dispatch.clone(), Rc::default());
    let desk = Desk { shelf: shelf.clone(), keeper: keeper.clone(), dispatch, on_show, queue };
    // Handles read what is there when they are asked, so the first desk serves for good.
    let first = use_mut_ref(|| desk);
    let wish = use_callback((), move |wish: Wish, ()| {
        let desk = first.borrow().clone();
        spawn_local(async move { desk.take(wish).await });
    });
    (shelf, wish)
}

impl Desk {
    fn now(&self) -> Shelf {
        (*self.shelf.clone()).clone()
    }

    fn set(&self, change: impl FnOnce(&mut Shelf)) {
        let mut shelf = self.now();
        change(&mut shelf);
        self.shelf.clone().set(shelf);
    }

    async fn take(&self, wish: Wish) {
        self.queue.borrow_mut().wishes.push_back(wish);
        if self.queue.borrow().busy {
            return;
        }
        self.queue.borrow_mut().busy = true;
        loop {
            let Some(next) = self.queue.borrow_mut().wishes.pop_front() else { break };
            self.set(|shelf| {
                shelf.said = None;
                shelf.trouble = None;
            });
            let outcome = self.fulfil(next).await;
            self.set(|shelf| shelf.trouble = outcome.err());
        }
        self.queue.borrow_mut().busy = false;
    }

    async fn fulfil(&self, wish: Wish) -> Result<(), StorageError> {
        match wish {
            Wish::List => {
                if !self.keeper.is_safe() {
                    // What stands in the way is said in its own place.
                    let _ = self.keeper.flush().await;
                }
                self.list().await
            }
            Wish::Open(id) if id == self.keeper.document().id => {
                self.on_show.emit(false);
                Ok(())
            }
            Wish::Open(_) | Wish::Begin(_) => match self.keeper.flush().await {
                Ok(()) => self.go(wish).await,
                Err(error) => {
                    self.set(|shelf| shelf.held = Some((wish, error)));
                    self.on_show.emit(true);
                    self.list().await
                }
            },
            Wish::Leave => match self.now().held {
                Some((wish, _)) => self.go(wish).await,
                None => Ok(()),
            },
            Wish::Stay => {
                self.set(|shelf| shelf.held = None);
                self.list().await
            }
            Wish::Duplicate(id, title) => self.duplicate(id, title).await,
            Wish::Rename(id, title) => {
                if id == self.keeper.document().id {
                    self.dispatch.emit(Intent::Do(Action::SetTitle(title.clone())));
                    self.keeper.flush().await?;
                } else {
                    storage::rename(id, title.clone()).await?;
                }
                self.done(Said::Renamed(title), format!("rename-{id}")).await
            }
            Wish::Delete(id) => self.delete(id).await,
            Wish::Restore(id) => {
                storage::restore(id).await?;
                let title = self.title(id);
                self.done(Said::Restored(title), format!("open-{id}")).await
            }
            Wish::Purge => {
                storage::purge().await?;
                self.done(Said::Purged, "library-title".to_owned()).await
            }
            Wish::Download(key) => {
                let bytes = storage::bytes(key).await?;
                download::bytes("delegate-roster-damaged.bin", &bytes);
                Ok(())
            }
            Wish::Persist => {
                let persistence = persistence::ask().await;
                self.set(|shelf| shelf.persistence = persistence);
                Ok(())
            }
        }
    }

    /// Puts another scenario in place of the open one, which is safe or given up.
    async fn go(&self, wish: Wish) -> Result<(), StorageError> {
        let (opening, damaged) = match wish {
            Wish::Begin(scenario) => {
                let (id, seen) = (storage::new_id(), Revision::default());
                (Opening { scenario: *scenario, id, seen, kept: Kept::New }, None)
            }
            Wish::Open(id) => {
                let loaded = storage::load(id).await?;
                let snapshot = loaded.snapshot.ok_or(StorageError::Gone)?;
                spawn_local(storage::remember(id));
                let (scenario, seen) = (snapshot.scenario, snapshot.revision);
                (Opening { scenario, id, seen, kept: Kept::Stored }, loaded.damaged)
            }
            _ => return Ok(()),
        };
        self.dispatch.emit(Intent::Open(Box::new(opening)));
        self.set(|shelf| {
            shelf.held = None;
            shelf.damaged = damaged;
        });
        self.on_show.emit(false);
        Ok(())
    }

    async fn duplicate(&self, id: EntryId, title: Name) -> Result<(), StorageError> {
        let scenario = if id == self.keeper.document().id {
            (*self.keeper.scenario()).clone()
        } else {
            storage::load(id).await?.snapshot.ok_or(StorageError::Gone)?.scenario
        };
        let copy = storage::add(&Scenario { title: title.clone(), ..scenario }).await?;
        self.done(Said::Duplicated(title), format!("rename-{copy}")).await
    }

    async fn delete(&self, id: EntryId) -> Result<(), StorageError> {
        let open = id == self.keeper.document().id;
        let title = self.title(id);
        if open {
            // So that all of it comes back if the deletion is taken back; what cannot be saved cannot come back either way.
            let _ = self.keeper.flush().await;
        }
        storage::delete(id).await?;
        self.done(Said::Deleted(title), "undo-delete".to_owned()).await?;
        if open {
            let next = match library::latest(&self.now().entries.unwrap_or_default()) {
                Some(next) => storage::load(next).await.ok(),
                None => None,
            };
            let opening = match next.and_then(|loaded| loaded.snapshot.map(|snapshot| (loaded.id, snapshot)))
            {
                Some((id, snapshot)) => {
                    spawn_local(storage::remember(id));
                    Opening { scenario: snapshot.scenario, id, seen: snapshot.revision, kept: Kept::Stored }
                }
                None => autosave::untouched(),
            };
            self.dispatch.emit(Intent::Open(Box::new(opening)));
            self.set(|shelf| shelf.damaged = None);
        }
        Ok(())
    }

    /// The title of an entry, as far as it is known.
    fn title(&self, id: EntryId) -> Name {
        let entry = self.now().entries.unwrap_or_default().into_iter().find(|entry| entry.id == id);
        entry.and_then(|entry| entry.card.ok()).map(|card| card.title).unwrap_or_default()
    }

    async fn list(&self) -> Result<(), StorageError> {
        let entries = storage::list().await?;
        let persistence = persistence::look().await;
        self.set(|shelf| {
            shelf.entries = Some(entries);
            shelf.persistence = persistence;
            shelf.outdated = false;
        });
        Ok(())
    }

    /// Something was done, whether or not the list can be read again.
    async fn done(&self, said: Said, focus: String) -> Result<(), StorageError> {
        let listed = self.list().await.is_ok() || self.list().await.is_ok();
        self.set(|shelf| {
            shelf.outdated = !listed;
            shelf.said = Some(said);
            shelf.focus = (focus, shelf.focus.1.wrapping_add(1));
        });
        Ok(())
    }
}
