//! `Row`: one line of the ledger, of a unit, a delegation or the whole congress.
//!
//! Lines add up: the line of a delegation is the sum of its units' lines, and so is the total, whatever was
//! entered. A line that cannot be (more ended than elected) keeps its figures and names its [`Breach`]es.

use super::Mandates;
use crate::num::{Count, Seats};
use std::ops::AddAssign;

/// One line of the ledger. Differences are signed: a contradiction shows as a negative number, never wraps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Seats allocated (名额).
    pub seats: i64,
    /// Delegates elected (选举产生).
    pub elected: i64,
    /// Of them, those above the seats of their own unit (超).
    pub over: i64,
    /// Delegates elected later (补选).
    pub by_elected: i64,
    /// Mandates ended (资格终止).
    pub ended: i64,
    /// Mandates suspended (暂停).
    pub suspended: i64,
    /// Delegates registered at a sitting (报到).
    pub registered: i64,
    /// Delegates present (实到).
    pub present: i64,
    /// Of them, those above the delegates due of their own line (超).
    pub present_over: i64,
    /// Delegates on leave (请假), of those absent.
    pub on_leave: i64,
    /// Lines in this one whose elected figure is not entered yet.
    pub elected_missing: u32,
    /// Lines in this one whose present figure is not entered yet.
    pub present_missing: u32,
    /// Lines in this one whose registered figure is not entered.
    pub registered_missing: u32,
}

/// What is left of a number: seats that are empty, delegates who are absent. Of several lines each by itself: what is empty in one is
/// not filled by what is over in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Left {
    /// How many are left.
    pub open: i64,
    /// How many there are over the number.
    pub over: i64,
}

impl Left {
    /// What is left in all, below zero where more are over than left.
    pub const fn net(self) -> i64 {
        self.open - self.over
    }
}

/// Of one number: left, or below zero over it.
impl From<i64> for Left {
    fn from(net: i64) -> Self {
        Self { open: net.max(0), over: net.min(0).saturating_neg() }
    }
}

/// Attendance of one unit at one sitting, as entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Presence {
    /// Delegates registered (报到), where they are counted.
    pub registered: Option<Count>,
    /// Delegates present (实到); `None` until the unit has reported.
    pub present: Option<Count>,
    /// Delegates on leave (请假), of those absent.
    pub on_leave: Count,
}

/// An identity of the ledger that a line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Breach {
    /// More delegates elected than seats.
    ElectedAboveSeats,
    /// More delegates than seats, after some were elected later.
    ActualAboveSeats,
    /// More mandates ended or suspended than delegates were elected.
    EndedAboveElected,
    /// More delegates present than are due to attend.
    PresentAboveActual,
    /// More delegates registered than are due to attend.
    RegisteredAboveActual,
    /// More delegates present than registered.
    PresentAboveRegistered,
    /// More delegates on leave than are absent.
    LeaveAboveAbsent,
}

impl Breach {
    /// Whether it is more than there are seats for.
    pub const fn is_of_seats(self) -> bool {
        matches!(self, Self::ElectedAboveSeats | Self::ActualAboveSeats)
    }
}

impl Row {
    /// The line of one unit.
    pub fn of(seats: Seats, mandates: &Mandates, presence: Presence) -> Self {
        let count = |c: Count| i64::from(c.get());
        let mut line = Self {
            seats: seats.get().into(),
            elected: mandates.elected.map_or(0, count),
            over: mandates.elected.map_or(0, |elected| (count(elected) - i64::from(seats.get())).max(0)),
            by_elected: count(mandates.by_elected),
            ended: i64::try_from(mandates.ended()).unwrap_or(i64::MAX),
            suspended: count(mandates.suspended),
            registered: presence.registered.map_or(0, count),
            on_leave: count(presence.on_leave),
            elected_missing: mandates.elected.is_none().into(),
            registered_missing: presence.registered.is_none().into(),
            ..Self::default()
        };
        line.count_present(presence.present.map_or(0, count), presence.present.is_none().into());
        line
    }

    /// Counts so many present in the line as a whole, and so many that have not reported.
    pub fn count_present(&mut self, present: i64, missing: u32) {
        (self.present, self.present_missing) = (present, missing);
        let known = self.elected_missing + missing == 0;
        self.present_over = if known { (present - self.actual()).max(0) } else { 0 };
    }

    /// Seats that were never filled: `seats - elected`.
    pub const fn unfilled(&self) -> i64 {
        self.seats - self.elected
    }

    /// Seats without a delegate, and delegates above the seats of their unit.
    pub const fn left(&self) -> Left {
        Left { open: self.unfilled() + self.over, over: self.over }
    }

    /// Delegates with a mandate now (实有), who are due to attend (应到).
    pub const fn actual(&self) -> i64 {
        self.elected + self.by_elected - self.ended - self.suspended
    }

    /// Delegates due who are not present: `actual - present`.
    pub const fn absent(&self) -> i64 {
        self.actual() - self.present
    }

    /// Delegates who are absent, and those present above the delegates due of their line.
    pub const fn absences(&self) -> Left {
        Left { open: self.absent() + self.present_over, over: self.present_over }
    }

    /// Delegates absent without leave: `absent - on leave`.
    pub const fn unexcused(&self) -> i64 {
        self.absent() - self.on_leave
    }

    /// What contradicts itself in this line, if anything. Where the delegates elected are not known, nothing exceeds them.
    pub fn breaches(&self) -> impl Iterator<Item = Breach> + use<> {
        let (known, actual) = (self.elected_missing == 0, self.actual());
        [
            (known && self.elected > self.seats, Breach::ElectedAboveSeats),
            (known && self.elected <= self.seats && actual > self.seats, Breach::ActualAboveSeats),
            (known && actual < 0, Breach::EndedAboveElected),
            (known && actual >= 0 && self.present > actual, Breach::PresentAboveActual),
            (known && actual >= 0 && self.registered > actual, Breach::RegisteredAboveActual),
            (
                self.registered_missing + self.present_missing == 0
                    && !(known && self.registered > actual)
                    && self.present > self.registered,
                Breach::PresentAboveRegistered,
            ),
            (known && self.absent() >= 0 && self.on_leave > self.absent(), Breach::LeaveAboveAbsent),
        ]
        .into_iter()
        .filter_map(|(broken, breach)| broken.then_some(breach))
    }
}

impl AddAssign<&Row> for Row {
    #[inline(always)]
    fn add_assign(&mut self, other: &Row) {
        self.seats += other.seats;
        self.elected += other.elected;
        self.over += other.over;
        self.by_elected += other.by_elected;
        self.ended += other.ended;
        self.suspended += other.suspended;
        self.registered += other.registered;
        self.present += other.present;
        self.present_over += other.present_over;
        self.on_leave += other.on_leave;
        self.elected_missing += other.elected_missing;
        self.present_missing += other.present_missing;
        self.registered_missing += other.registered_missing;
    }
}

impl<'a> std::iter::Sum<&'a Row> for Row {
    fn sum<I: Iterator<Item = &'a Row>>(rows: I) -> Self {
        rows.fold(Self::default(), |mut total, row| {
            total += row;
            total
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{Ending, Reason};
    use proptest::prelude::*;

    /// Half of them small, so that figures meet at their bases.
    fn row() -> impl Strategy<Value = Row> {
        prop_oneof![row_up_to(2), row_up_to(5_000)]
    }

    fn row_up_to(most: u16) -> impl Strategy<Value = Row> {
        let n = move || proptest::option::of(0..=most);
        (0..=most, [n(), n(), n(), n()], [n(), n(), n()]).prop_map(line)
    }

    #[test]
    fn the_published_figures_of_2021_hold_together() {
        // 500 seats, 487 elected, 3 transferred away, 484 actual, 470 present: newspaper page of 2021-09-28.
        let mandates = Mandates {
            elected: Count::new(487),
            endings: vec![Ending::new(Reason::Transferred, 3u16.into())],
            ..Mandates::default()
        };
        let row =
            Row::of(500u16.into(), &mandates, Presence { present: Count::new(470), ..Presence::default() });
        assert_eq!((row.unfilled(), row.actual(), row.absent()), (13, 484, 14));
        assert_eq!(row.breaches().count(), 0);
    }

    /// Seats; elected, elected later, ended, suspended; registered, present, on leave.
    type Figures = (u16, [Option<u16>; 4], [Option<u16>; 3]);

    fn line((seats, [elected, by, ended, suspended], [registered, present, on_leave]): Figures) -> Row {
        let count = |n: Option<u16>| n.map_or(Count::ZERO, Count::from);
        let mandates = Mandates {
            elected: elected.map(Count::from),
            by_elected: count(by),
            endings: vec![Ending::new(Reason::Died, count(ended))],
            suspended: count(suspended),
        };
        let presence = Presence {
            registered: registered.map(Count::from),
            present: present.map(Count::from),
            on_leave: count(on_leave),
        };
        Row::of(seats.into(), &mandates, presence)
    }

    #[test]
    fn a_line_names_what_contradicts_itself_and_not_what_follows_from_that() {
        use Breach::*;
        const NO: Option<u16> = None;
        let n = Some::<u16>;
        for (figures, expected) in [
            // Whatever is at its limit is no breach.
            ((5, [n(5), NO, NO, NO], [n(5), n(5), NO]), vec![]),
            ((5, [n(4), n(2), n(1), NO], [n(5), n(4), n(1)]), vec![]),
            ((5, [n(5), NO, n(3), n(2)], [n(0), n(0), NO]), vec![]),
            ((0, [n(0), NO, NO, NO], [NO, NO, NO]), vec![]),
            // Too many were elected; that they are still too many later is the same fault.
            ((5, [n(6), NO, NO, NO], [NO, NO, NO]), vec![ElectedAboveSeats]),
            ((5, [n(6), NO, n(1), NO], [NO, NO, NO]), vec![ElectedAboveSeats]),
            ((5, [n(5), n(1), NO, NO], [NO, NO, NO]), vec![ActualAboveSeats]),
            ((5, [n(4), n(3), n(1), NO], [NO, NO, NO]), vec![ActualAboveSeats]),
            // Fewer than none are left: who is there is above anything.
            ((5, [n(3), NO, n(4), NO], [NO, NO, NO]), vec![EndedAboveElected]),
            ((5, [n(3), NO, n(2), n(2)], [n(2), n(2), n(1)]), vec![EndedAboveElected]),
            ((5, [n(5), NO, n(1), NO], [NO, n(5), NO]), vec![PresentAboveActual]),
            ((5, [n(5), NO, n(1), NO], [n(5), n(4), NO]), vec![RegisteredAboveActual]),
            ((5, [n(5), NO, NO, NO], [n(3), n(4), NO]), vec![PresentAboveRegistered]),
            // Both are above those due: which of the two is larger says nothing.
            ((5, [n(5), NO, n(1), NO], [n(5), n(6), NO]), vec![PresentAboveActual, RegisteredAboveActual]),
            ((5, [n(5), NO, NO, NO], [n(3), n(6), NO]), vec![PresentAboveActual, PresentAboveRegistered]),
            ((5, [n(5), NO, NO, NO], [NO, n(4), n(1)]), vec![]),
            ((5, [n(5), NO, NO, NO], [NO, n(4), n(2)]), vec![LeaveAboveAbsent]),
            ((5, [n(5), NO, NO, NO], [NO, NO, n(6)]), vec![LeaveAboveAbsent]),
            ((5, [n(5), NO, NO, NO], [NO, n(6), n(1)]), vec![PresentAboveActual]),
            // Nobody knows how many were elected, so nothing is above them.
            ((5, [NO, n(9), n(9), n(9)], [NO, n(9), n(9)]), vec![]),
            ((5, [NO, NO, NO, NO], [n(3), n(4), n(9)]), vec![PresentAboveRegistered]),
        ] {
            assert_eq!(line(figures).breaches().collect::<Vec<_>>(), expected, "{figures:?}");
        }
    }

    proptest! {
        #[test]
        fn identities_hold_for_any_sum(rows in proptest::collection::vec(row(), 0..40)) {
            let total: Row = rows.iter().sum();
            prop_assert_eq!(total.seats, total.elected + total.unfilled());
            let left = rows.iter().map(|row| Left::from(row.unfilled()));
            prop_assert_eq!(total.left().net(), total.unfilled());
            if total.elected_missing == 0 {
                prop_assert_eq!(total.left().over, left.map(|left| left.over).sum::<i64>());
            }
            let absences = rows.iter().map(|row| Left::from(row.absent()));
            prop_assert_eq!(total.absences().net(), total.absent());
            if total.elected_missing + total.present_missing == 0 {
                prop_assert_eq!(total.absences().over, absences.map(|left| left.over).sum::<i64>());
            }
            prop_assert_eq!(total.actual(), total.present + total.absent());
            prop_assert_eq!(total.actual(), rows.iter().map(Row::actual).sum::<i64>());
            prop_assert_eq!(total.absent(), total.on_leave + total.unexcused());
            prop_assert_eq!(total.absent(), rows.iter().map(Row::absent).sum::<i64>());
        }
    }
}
