//! Indices: how far seats are from members, and what power a bloc of seats has.
//!
//! Sums and comparisons are exact integers; a float appears in the last step, and no decision of the product reads one (where
//! else there are floats, `tests/it/tidy.rs` knows). Knows no names and no methods: members in, seats in, figures out.

mod disproportion;
mod inequality;
mod lorenz;
mod power;
mod shares;
mod shown;

pub use disproportion::Disproportion;
pub use inequality::Inequality;
pub use lorenz::{Lorenz, LorenzPoint};
pub use power::{ExactShares, MAX_BLOCS, MAX_CELLS, PowerError, VotingGame};
pub use shares::{Shares, SharesError};
pub use shown::Shown;

#[cfg(test)]
mod tests;
