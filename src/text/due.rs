//! What those are called who have a mandate, and those who are due: the same delegates, unless the sitting that is shown states another
//! number of them. Knows no figures.

use super::Key;
use crate::scenario::{Headcount, Report};

/// The heading of delegates with a mandate, wherever the roster counts them: as those due, if they are.
pub fn actual(report: &Report) -> Key {
    match report.amended() {
        Some(_) => Key::ActualAlone,
        None => Key::Actual,
    }
}

/// The heading of a figure of a sitting. Who is due may be what the sitting states, so it is never called actual.
pub const fn headcount(of: Headcount) -> Key {
    match of {
        Headcount::Due => Key::DueShort,
        Headcount::Present => Key::PresentLong,
        Headcount::Share => Key::PresentShare,
    }
}
