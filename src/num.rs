//! L0: the numbers everything is decided with. Integers and exact ratios only; no floats, no panics.

mod ratio;
mod seats;
mod weight;

pub use ratio::Ratio;
pub use seats::Seats;
pub use weight::Weight;
