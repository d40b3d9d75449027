//! L0: the numbers everything is decided with. Integers and exact ratios only; no floats, no panics.

mod count;
mod digits;
pub(crate) mod packed;
mod ratio;
mod seats;
mod weight;

pub use count::Count;
pub(crate) use digits::digits;
pub use ratio::Ratio;
pub(crate) use ratio::{gcd, gcd32, gcd128};
pub use seats::Seats;
pub use weight::Weight;
