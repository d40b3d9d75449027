//! How much a scenario may hold, each cap with its reason beside it.
//!
//! A cap is checked before anything is allocated. The error texts, the generators of the property tests and
//! the documentation take their numbers from here, so a limit is changed in one place. What bounds one way in or one
//! computation alone stands with it: links and records in `codec`, tables and workbooks in `exchange`, arguments in `js_api`,
//! the work of a method in `apportion` and `index`, the marks of a drawing in `picture`.

/// Units in one scenario. The grid, the engine and the link stay responsive up to here.
pub const MAX_UNITS: usize = 100_000;

/// Seats of a house, and of one unit: 2^20, a little over a million.
pub const MAX_SEATS: u32 = 1 << 20;

/// Members of one unit, exclusive bound 2^43: a thousand times the population of the earth.
pub const MAX_WEIGHT: u64 = (1 << 43) - 1;

/// People counted in one cell of the roster (elected, ended, present …).
pub const MAX_COUNT: u32 = MAX_SEATS;

/// Bytes of a document in JSON: 100,000 units with every figure take about 25 MiB.
pub const MAX_DOCUMENT_BYTES: usize = 64 << 20;

/// Sittings of one scenario: a congress of a week with several a day stays far below.
pub const MAX_SITTINGS: usize = 256;

/// Items of one agenda: a congress of a week has a few dozen.
pub const MAX_AGENDA: usize = 256;

/// Elections of one scenario: a congress elects a handful of bodies.
pub const MAX_ELECTIONS: usize = 64;

/// Candidates of one election: the largest lists of a national congress have a few hundred.
pub const MAX_CANDIDATES: usize = 1_000;

/// Further ballots among those tied, of one election: after a few, every rule has another way out.
pub const MAX_RUN_OFFS: usize = 3;

/// Strokes of a surname: no character in use has more.
pub const MAX_STROKES: u8 = 64;

/// Strokes of a name that are entered in their order, the given name included: four characters, each with as many as one can have.
pub const MAX_STROKES_IN_ORDER: u16 = 256;

/// Entries of ended mandates of one unit: a congress has a handful. Once 256 could be typed, and a list of delegates added up to 42
/// for each other reason; whatever was saved then is read.
pub const MAX_ENDINGS: usize = 512;

/// Days of one reason that a list of delegates enters one by one; where it tells more, they are one entry.
pub const MAX_LISTED_DAYS: usize = 42;

/// Identities that a scenario may have given out when it is read. Each row ever made takes one: 2^31 are twenty thousand of the
/// largest tables, and whoever opens the scenario has as many again.
pub const MAX_IDENTITIES: u32 = 1 << 31;

/// Lots of one scenario: as many as units, far above what anybody draws. A tie is between two units or delegations at least, so that
/// even where the units of every delegation are tied, there are half as many.
pub const MAX_LOTS: usize = MAX_UNITS;

/// Milestones of one's own in a calendar: a timetable of a hundred lines fills three pages.
pub const MAX_MILESTONES: usize = 100;

/// Days that a milestone of one's own may lie before the congress: ten years, two terms.
pub const MAX_DAYS_BEFORE: u16 = 3_660;

/// Months that a milestone of one's own may lie before the congress: ten years, two terms.
pub const MAX_MONTHS_BEFORE: u16 = 120;

/// Deleted scenarios whose deletion is remembered in the browser's storage, a few bytes each: only tabs that still have one of
/// them open ask for it.
pub const MAX_STONES: usize = 64;

/// Bytes of a name of a unit, a delegation or a sitting, in UTF-8.
pub const MAX_NAME_BYTES: usize = 240;

/// Bytes of the title of a scenario, in UTF-8.
pub const MAX_TITLE_BYTES: usize = 480;

/// Categories of the composition of one congress: what a person can oversee in a table.
pub const MAX_CATEGORIES: usize = 32;

/// Exchanges of seats in one controlled rounding: more would keep the page busy for longer than a blink. Ten thousand units
/// of one seat each take about as many.
pub const MAX_EXCHANGES: usize = 30_000;

/// Delegates in a list of names: as many as units; the largest congresses have a few thousand.
pub const MAX_DELEGATES: usize = 100_000;

/// Categories of one delegate (women, front line, minority …): more than anybody reports.
pub const MAX_DELEGATE_CATEGORIES: usize = 16;

/// Bytes of all texts of a list of names, in UTF-8: as much as a table may have, so that the stored record stays far
/// below what is read back.
pub const MAX_PEOPLE_BYTES: usize = 16 << 20;

/// Marks of attendance over all sittings: ten thousand delegates at a hundred sittings.
pub const MAX_MARKS: usize = 1_000_000;

// The widest exact comparison is that of Huntington and Hill, v²·m(m+1): 2·43 + 2·20 bits. It must fit u128.
const _: () = assert!(2 * (u64::BITS - MAX_WEIGHT.leading_zeros()) + 2 * 20 + 1 < u128::BITS);
// The sum of all weights must fit u64, and a weight times the house as well.
const _: () = assert!((MAX_WEIGHT as u128) * (MAX_UNITS as u128) < u64::MAX as u128);
const _: () = assert!((MAX_WEIGHT as u128) * (MAX_SEATS as u128) <= u64::MAX as u128);
