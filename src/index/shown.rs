//! `Shown`: an index as it is shown, with the decimals that tell methods apart. For reading; no decision compares it.

use std::fmt;

/// An index with its decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    value: f64,
    digits: usize,
}

impl Shown {
    /// `value` with so many decimals.
    pub const fn new(value: f64, digits: usize) -> Self {
        Self { value, digits }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.*}", self.digits, self.value)
    }
}
