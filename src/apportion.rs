//! Apportionment: members into seats, exactly, with ties as results and a witness for every seat.
//!
//! Knows members, bounds and houses; no names, no delegations, no screen. Method by method: `docs/METHODS.md`.

pub mod biproportional;
pub mod controlled;
pub mod open_house;
pub mod two_tier;

mod allocation;
mod base;
mod divisor;
mod family;
mod instance;
mod method;
mod paradox;
mod problem;
mod quota_method;
mod quotient;
mod refusal;
mod remainder;
mod sensitivity;
mod signpost;
mod solve;
mod sweep;
mod tie;
mod verify;
mod witness;
mod working;

pub use allocation::{Allocation, Outcome};
pub use base::BaseProportional;
pub use family::{Divisor, Exponent, FirstDivisor, Quota, SplitPoint};
pub use instance::{Entry, Instance, InstanceError, MinimumRule};
pub use method::Method;
pub use paradox::{Exchange, NotComparable, new_state_paradox, population_paradoxes};
pub use quotient::Quotient;
pub use refusal::Refusal;
pub use sensitivity::{Front, Swing, front, standing_houses, swing};
pub use signpost::Scale;
pub use solve::apportion;
pub use sweep::{Step, Sweep, sweep, sweep_work};
pub use tie::{Contender, Lot, LotError, Tie};
pub use verify::{Rejected, verify, verify_outcome};
pub use witness::{Printed, Surplus, Witness};
pub use working::{Ground, Working, working, working_of};

use crate::num::{Ratio, Seats, Weight};

/// The exact quota of a unit: `weight * house / total`, its share of the house in seats. `None` if `total` is zero.
///
/// ```
/// # use delegate_roster::{apportion::quota, num::*};
/// let exact = quota(Weight::from(9u32), 18, Seats::from(7));
/// assert_eq!(exact, Ratio::new(7, 2));
/// ```
pub const fn quota(weight: Weight, total: u64, house: Seats) -> Option<Ratio> {
    // At most 2^43 * 2^20 (see `limits`), so the product fits.
    Ratio::new(weight.get() * house.get() as u64, total)
}

#[cfg(test)]
mod tests;
