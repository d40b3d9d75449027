//! Every cap of the product, each with its reason beside it.
//!
//! A cap is checked before anything is allocated. The error texts, the generators of the property tests and
//! the documentation take their numbers from here, so a limit is changed in one place.

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

/// Entries of ended mandates of one unit.
pub const MAX_ENDINGS: usize = 256;

/// Deleted scenarios whose deletion is remembered in the browser's storage, a few bytes each: only tabs that still have one of
/// them open ask for it.
pub const MAX_STONES: usize = 64;

/// Bytes of a name of a unit, a delegation or a sitting, in UTF-8.
pub const MAX_NAME_BYTES: usize = 240;

/// Bytes of the title of a scenario, in UTF-8.
pub const MAX_TITLE_BYTES: usize = 480;

// The widest exact comparison is that of Huntington and Hill, v²·m(m+1): 2·43 + 2·20 bits. It must fit u128.
const _: () = assert!(2 * (u64::BITS - MAX_WEIGHT.leading_zeros()) + 2 * 20 + 1 < u128::BITS);
// The sum of all weights must fit u64, and a weight times the house as well.
const _: () = assert!((MAX_WEIGHT as u128) * (MAX_UNITS as u128) < u64::MAX as u128);
const _: () = assert!((MAX_WEIGHT as u128) * (MAX_SEATS as u128) <= u64::MAX as u128);
