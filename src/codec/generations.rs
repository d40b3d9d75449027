//! Two generations of one document: which to open, and whether a save may take their place.
//!
//! Pure: a store hands in the bytes it holds and carries out the plan inside one transaction. Two promises: a save
//! that the writer has not seen is never replaced (another tab made it), and what cannot be read is never thrown
//! away (a later version, or a person with the bytes, may still read it).

use super::snapshot::{self, Revision, Snapshot, SnapshotError};

/// The bytes that a store holds of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generations {
    /// The last save.
    pub newest: Option<Vec<u8>>,
    /// The save before it.
    pub previous: Option<Vec<u8>>,
}

/// What can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The last save that can be read; `None` where nothing was saved, or nothing can be read.
    pub snapshot: Option<Snapshot>,
    /// Why the last save is not the one opened.
    pub flaw: Option<SnapshotError>,
}

/// What a writer has seen of the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen<'a> {
    /// The revision that it last loaded or saved.
    pub revision: Revision,
    /// The bytes that it saved then, where it still has them: a store that holds just these need not be read again.
    pub record: Option<&'a [u8]>,
}

impl From<Revision> for Seen<'_> {
    fn from(revision: Revision) -> Self {
        Self { revision, record: None }
    }
}

/// How to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// The revision to save under.
    pub revision: Revision,
    /// What to do with the newest bytes first.
    pub newest: Demotion,
}

/// What becomes of the newest bytes when newer ones come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Demotion {
    /// There are none.
    Nothing,
    /// They become the previous generation.
    Previous,
    /// They cannot be read: they are set aside, and the previous generation stays, because it can.
    Aside,
}

/// Why a save may not go ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The store holds a save that the writer has not seen.
    Conflict {
        /// The revision in the store.
        stored: Revision,
    },
    /// A later version of this product wrote what is in the store.
    Newer,
    /// The document was deleted.
    Deleted,
    /// Its record would be longer than what is read back.
    TooLong {
        /// The bytes of the record.
        bytes: usize,
    },
}

impl Generations {
    /// The last save that can be read.
    pub fn open(&self) -> Opened {
        let newest = self.newest.as_deref().map(snapshot::read);
        let previous = || self.previous.as_deref().and_then(|bytes| snapshot::read(bytes).ok());
        match newest {
            Some(Ok(snapshot)) => Opened { snapshot: Some(snapshot), flaw: None },
            Some(Err(flaw)) => Opened { snapshot: previous(), flaw: Some(flaw) },
            None => Opened { snapshot: previous(), flaw: None },
        }
    }

    /// How a writer saves who has seen so much of the store. A store that has fallen behind the writer, or was
    /// cleared, is written again.
    ///
    /// # Errors
    /// [`Refusal`] if the store holds what the writer must not replace.
    pub fn admit<'a>(&self, seen: impl Into<Seen<'a>>) -> Result<Plan, Refusal> {
        let Seen { revision: seen, record } = seen.into();
        if record.is_some() && self.newest.as_deref() == record {
            return Ok(Plan { revision: seen.next(), newest: Demotion::Previous });
        }
        let Opened { snapshot, flaw } = self.open();
        if flaw.is_some_and(SnapshotError::is_newer) {
            return Err(Refusal::Newer);
        }
        let stored = snapshot.map_or(Revision::default(), |snapshot| snapshot.revision);
        if stored > seen {
            return Err(Refusal::Conflict { stored });
        }
        let newest = match (&self.newest, flaw) {
            (None, _) => Demotion::Nothing,
            (Some(_), None) => Demotion::Previous,
            (Some(_), Some(_)) => Demotion::Aside,
        };
        Ok(Plan { revision: seen.next(), newest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::snapshot::Moment;
    use crate::scenario::Scenario;

    fn saved(revision: u64) -> Option<Vec<u8>> {
        Some(snapshot::write(&Scenario::blank(), Revision(revision), Moment(0)))
    }

    fn damaged(revision: u64) -> Option<Vec<u8>> {
        let mut bytes = saved(revision).unwrap();
        bytes[30] ^= 1;
        Some(bytes)
    }

    #[test]
    fn the_last_save_that_can_be_read_is_opened_and_damage_is_told() {
        use SnapshotError::{Incomplete, NewerVersion, NotARecord};
        let newer = Some(b"DRS\x02later".to_vec());
        for (newest, previous, revision, flaw) in [
            (None, None, None, None),
            (saved(1), None, Some(1), None),
            (saved(2), saved(1), Some(2), None),
            (saved(2), damaged(1), Some(2), None),
            (damaged(2), saved(1), Some(1), Some(Incomplete)),
            (damaged(2), damaged(1), None, Some(Incomplete)),
            (damaged(1), None, None, Some(Incomplete)),
            (Some(Vec::new()), saved(1), Some(1), Some(NotARecord)),
            (newer, saved(1), Some(1), Some(NewerVersion { version: 2 })),
            (None, saved(1), Some(1), None),
        ] {
            let opened = Generations { newest, previous }.open();
            let opened = (opened.snapshot.map(|snapshot| snapshot.revision.0), opened.flaw);
            assert_eq!(opened, (revision, flaw));
        }
    }

    #[test]
    fn a_save_replaces_only_what_the_writer_has_seen_and_what_can_be_read() {
        let plan = |revision, newest| Ok(Plan { revision: Revision(revision), newest });
        let conflict = |stored| Err(Refusal::Conflict { stored: Revision(stored) });
        let newer = || Some(b"DRS\x02later".to_vec());
        for (newest, previous, seen, admitted) in [
            (None, None, 0, plan(1, Demotion::Nothing)),
            (saved(1), None, 1, plan(2, Demotion::Previous)),
            (saved(2), saved(1), 2, plan(3, Demotion::Previous)),
            (saved(2), saved(1), 1, conflict(2)),
            (saved(2), saved(1), 0, conflict(2)),
            // Cleared, or fallen behind.
            (None, None, 7, plan(8, Demotion::Nothing)),
            (saved(2), saved(1), 7, plan(8, Demotion::Previous)),
            // The newest cannot be read: the previous counts, and stays.
            (damaged(2), saved(1), 1, plan(2, Demotion::Aside)),
            (damaged(2), saved(1), 0, conflict(1)),
            (damaged(2), None, 0, plan(1, Demotion::Aside)),
            (newer(), saved(1), 1, Err(Refusal::Newer)),
            (newer(), None, 9, Err(Refusal::Newer)),
        ] {
            assert_eq!(Generations { newest, previous }.admit(Revision(seen)), admitted, "{seen}");
        }
    }

    #[test]
    fn what_the_writer_wrote_itself_is_known_by_its_bytes_and_anything_else_is_read() {
        let mine = saved(2);
        let seen = Seen { revision: Revision(2), record: mine.as_deref() };
        let admit = |newest: Option<Vec<u8>>| Generations { newest, previous: saved(1) }.admit(seen);
        assert_eq!(admit(mine.clone()), Ok(Plan { revision: Revision(3), newest: Demotion::Previous }));
        assert_eq!(admit(damaged(2)), Ok(Plan { revision: Revision(3), newest: Demotion::Aside }));
        assert_eq!(admit(saved(3)), Err(Refusal::Conflict { stored: Revision(3) }));
        assert_eq!(admit(None), Ok(Plan { revision: Revision(3), newest: Demotion::Nothing }));
        // Bytes that nobody can read are known all the same: they are what was last acknowledged.
        let odd = Generations { newest: Some(b"odd".to_vec()), previous: None };
        let plan = odd.admit(Seen { revision: Revision(7), record: Some(b"odd") });
        assert_eq!(plan, Ok(Plan { revision: Revision(8), newest: Demotion::Previous }));
    }
}
