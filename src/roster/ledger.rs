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
        Self {
            seats: seats.get().into(),
            elected: mandates.elected.map_or(0, count),
            over: mandates.elected.map_or(0, |elected| (count(elected) - i64::from(seats.get())).max(0)),
            by_elected: count(mandates.by_elected),
            ended: i64::try_from(mandates.ended()).unwrap_or(i64::MAX),
            suspended: count(mandates.suspended),
            registered: presence.registered.map_or(0, count),
            present: presence.present.map_or(0, count),
            on_leave: count(presence.on_leave),
            elected_missing: mandates.elected.is_none().into(),
            present_missing: presence.present.is_none().into(),
            registered_missing: presence.registered.is_none().into(),
        }
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

    /// Delegates absent without leave: `absent - on leave`.
    pub const fn unexcused(&self) -> i64 {
        self.absent() - self.on_leave
    }

    /// Whether nothing in this line contradicts itself, as in nearly all lines.
    pub const fn is_sound(&self) -> bool {
        let actual = self.actual();
        (self.registered_missing + self.present_missing > 0 || self.present <= self.registered)
            && (self.elected_missing > 0
                || (self.elected <= self.seats
                    && 0 <= actual
                    && actual <= self.seats
                    && self.present <= actual
                    && self.registered <= actual
                    && self.on_leave <= actual - self.present))
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
        let n = 0..=most;
        let some = move || proptest::option::of(0..=most);
        (n.clone(), some(), n.clone(), n.clone(), n.clone(), (some(), some(), n)).prop_map(
            |(seats, elected, by, ended, suspended, (registered, present, on_leave))| {
                let mandates = Mandates {
                    elected: elected.map(Count::from),
                    by_elected: by.into(),
                    endings: vec![Ending::new(Reason::Died, ended.into())],
                    suspended: suspended.into(),
                };
                let presence = Presence {
                    registered: registered.map(Count::from),
                    present: present.map(Count::from),
                    on_leave: on_leave.into(),
                };
                Row::of(seats.into(), &mandates, presence)
            },
        )
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
            prop_assert_eq!(total.actual(), total.present + total.absent());
            prop_assert_eq!(total.actual(), rows.iter().map(Row::actual).sum::<i64>());
            prop_assert_eq!(total.absent(), total.on_leave + total.unexcused());
            prop_assert_eq!(total.absent(), rows.iter().map(Row::absent).sum::<i64>());
        }

        #[test]
        fn a_breach_is_named_exactly_when_a_figure_exceeds_its_base(row in row()) {
            let breaches: Vec<_> = row.breaches().collect();
            prop_assert_eq!(row.is_sound(), breaches.is_empty());
            let (known, actual) = (row.elected_missing == 0, row.actual());
            let counted = row.registered_missing == 0 && row.present_missing == 0;
            for (breach, is) in [
                (Breach::EndedAboveElected, known && actual < 0),
                (Breach::PresentAboveActual, known && actual >= 0 && row.present > actual),
                (Breach::RegisteredAboveActual, known && actual >= 0 && row.registered > actual),
                (Breach::ActualAboveSeats, known && row.elected <= row.seats && actual > row.seats),
                (
                    Breach::PresentAboveRegistered,
                    counted && !(known && row.registered > actual) && row.present > row.registered,
                ),
                (
                    Breach::LeaveAboveAbsent,
                    known && actual >= row.present && row.present + row.on_leave > actual,
                ),
            ] {
                prop_assert_eq!(breaches.contains(&breach), is, "{:?}", breach);
            }
        }
    }
}
