//! `Sorting`: by what the rows of the table are put in order, and the order that this makes. Stable; what is empty stands
//! last in either direction. Knows no collation: names are compared by whoever knows the readers' language.

use super::{Report, UnitRow};
use crate::num::{Ratio, Seats};
use std::cmp::Ordering;

/// By what, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sorting {
    /// By what.
    pub by: SortKey,
    /// In which direction.
    pub direction: Direction,
}

/// By what rows are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// The name of the unit.
    Name(NameOrder),
    /// The name of its delegation.
    Delegation(NameOrder),
    /// A figure.
    Measure(Measure),
}

/// The order of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameOrder {
    /// As the letters of English.
    Alphabet,
    /// Chinese names by their pinyin.
    Pinyin,
    /// Chinese names by strokes (笔画).
    Strokes,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smaller or earlier first.
    Ascending,
    /// Larger or later first.
    Descending,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ascending, Self::Descending];
}

/// A figure of a unit that rows can be put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The members.
    Members,
    /// The exact share.
    Quota,
    /// The seats.
    Seats,
    /// The seats less the exact share.
    Deviation,
    /// Members per seat.
    PerSeat,
    /// The minimum.
    Min,
    /// The maximum.
    Max,
    /// Delegates elected.
    Elected,
    /// Seats never filled.
    Unfilled,
    /// Delegates elected later.
    ByElected,
    /// Mandates ended.
    Ended,
    /// Mandates suspended.
    Suspended,
    /// Delegates with a mandate now.
    Actual,
    /// Delegates registered.
    Registered,
    /// Delegates present.
    Present,
    /// Delegates absent.
    Absent,
    /// Delegates on leave.
    OnLeave,
}

/// A value of a figure. Values of one figure are of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Value {
    Whole(i64),
    /// Below, at or above zero, and how far from it.
    Exact(Ordering, Ratio),
}

impl Value {
    fn of(whole: u64) -> Self {
        Self::Whole(i64::try_from(whole).unwrap_or(i64::MAX))
    }

    fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Whole(a), Self::Whole(b)) => a.cmp(&b),
            (Self::Exact(side, a), Self::Exact(other_side, b)) => {
                side.cmp(&other_side).then_with(|| if side == Ordering::Less { b.cmp(&a) } else { a.cmp(&b) })
            }
            _ => Ordering::Equal,
        }
    }
}

impl Measure {
    /// The values of these rows; `None` where the cell is empty, as nobody has entered it or nothing is to be said of it.
    fn values(self, report: &Report, rows: &[usize]) -> Vec<Option<Value>> {
        rows.iter().map(|row| self.value(report, *row)).collect()
    }

    fn value(self, report: &Report, row: usize) -> Option<Value> {
        let (unit, figures) = report.scenario.units.get(row).zip(report.units.get(row))?;
        let UnitRow { ledger, .. } = figures;
        let seats = |seats: Option<Seats>| seats.map(|seats| Value::of(seats.get().into()));
        let unless = |missing: u32, n: i64| (missing == 0).then_some(Value::Whole(n));
        let unless_zero = |n: i64| (n != 0).then_some(Value::Whole(n));
        let above = |ratio: Ratio| Value::Exact(Ordering::Greater, ratio);
        match self {
            Self::Members => Some(Value::of(unit.members.get())),
            Self::Quota => figures.quota().map(above),
            Self::Seats => Some(Value::of(figures.seats.get().into())),
            Self::Deviation => figures.deviation().map(|(side, distance)| Value::Exact(side, distance)),
            Self::PerSeat => figures.per_seat(unit.members.get()).map(above),
            Self::Min => seats(unit.min),
            Self::Max => seats(unit.max),
            Self::Elected => unless(ledger.elected_missing, ledger.elected),
            Self::Unfilled => unless(ledger.elected_missing, ledger.unfilled()),
            Self::Actual => unless(ledger.elected_missing, ledger.actual()),
            Self::Registered => unless(ledger.registered_missing, ledger.registered),
            Self::Present => unless(ledger.present_missing, ledger.present),
            Self::Absent => unless(ledger.elected_missing + ledger.present_missing, ledger.absent()),
            Self::ByElected => unless_zero(ledger.by_elected),
            Self::Ended => unless_zero(ledger.ended),
            Self::Suspended => unless_zero(ledger.suspended),
            Self::OnLeave => unless_zero(ledger.on_leave),
        }
    }

    /// These rows of the table, put in order.
    pub fn sorted(self, report: &Report, rows: &[usize], direction: Direction) -> Vec<usize> {
        let values = self.values(report, rows);
        let value = |at: usize| values.get(at).copied().flatten();
        let order =
            arranged(rows.len(), direction, &|at| value(at).is_none(), &|a, b| match (value(a), value(b)) {
                (Some(a), Some(b)) => a.compare(b),
                _ => Ordering::Equal,
            });
        order.into_iter().filter_map(|at| rows.get(at).copied()).collect()
    }

    /// Whether these rows stand in order.
    pub fn holds(self, report: &Report, rows: &[usize], direction: Direction) -> bool {
        let values = self.values(report, rows);
        values.iter().zip(values.iter().skip(1)).all(|pair| match pair {
            (Some(a), Some(b)) => directed(a.compare(*b), direction) != Ordering::Greater,
            (None, Some(_)) => false,
            (_, None) => true,
        })
    }
}

/// The places `0..count` in order: by `compare`, in a direction; those that are `empty` last, equal ones as they stood.
/// One for all that is sorted, so that the page holds the code of a sort once.
pub fn arranged(
    count: usize,
    direction: Direction,
    empty: &dyn Fn(usize) -> bool,
    compare: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| match (empty(*a), empty(*b)) {
        (false, false) => directed(compare(*a, *b), direction),
        (a, b) => a.cmp(&b),
    });
    places
}

const fn directed(order: Ordering, direction: Direction) -> Ordering {
    match direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    }
}

/// All rows of a table of which `shown`, ascending, are put in the order `sorted`: each of the others stays where it is.
pub fn among_hidden(count: usize, shown: &[usize], sorted: &[usize]) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..count).collect();
    for (place, row) in shown.iter().zip(sorted) {
        if let Some(place) = rows.get_mut(*place) {
            *place = *row;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::num::{Count, Weight};
    use crate::scenario::{Action, Name, Scenario, Step, UnitEdit, UnitId, apply, derive, example};
    use proptest::prelude::*;
    use std::rc::Rc;

    /// Units of these members, the third of them without members, and what was elected where it is known.
    fn report(rows: &[(u32, Option<u16>)]) -> Report {
        let draft = |(members, elected): &(u32, Option<u16>)| {
            vec![UnitEdit::Members(Weight::from(*members)), UnitEdit::Elected(elected.map(Count::from))]
        };
        let insert = Action::Insert { at: 0, drafts: rows.iter().map(draft).collect() };
        derive(&Rc::new(apply(&Scenario::blank(), &insert).unwrap()), None)
    }

    fn all(report: &Report) -> Vec<usize> {
        (0..report.units.len()).collect()
    }

    #[test]
    fn figures_in_both_directions_what_is_empty_last_equals_as_they_stood() {
        let report = report(&[(30, None), (10, Some(3)), (30, Some(1)), (20, Some(3))]);
        let rows = all(&report);
        for (measure, direction, expected) in [
            (Measure::Members, Direction::Ascending, [1, 3, 0, 2]),
            (Measure::Members, Direction::Descending, [0, 2, 3, 1]),
            (Measure::Elected, Direction::Ascending, [2, 1, 3, 0]),
            (Measure::Elected, Direction::Descending, [1, 3, 2, 0]),
            (Measure::Min, Direction::Descending, [0, 1, 2, 3]),
            (Measure::Ended, Direction::Ascending, [0, 1, 2, 3]),
        ] {
            assert_eq!(measure.sorted(&report, &rows, direction), expected, "{measure:?} {direction:?}");
        }
        assert_eq!(Measure::Members.sorted(&report, &[0, 2, 3], Direction::Ascending), [3, 0, 2]);
    }

    /// 500 seats of the example: the deviations have both signs, and their order is that of the exact numbers.
    #[test]
    fn deviations_are_compared_exactly_and_with_their_sign() {
        let report = derive(&Rc::new(example(Language::English)), None);
        let sorted = Measure::Deviation.sorted(&report, &all(&report), Direction::Ascending);
        let signed = |row: &usize| {
            let (side, distance) = report.units[*row].deviation().unwrap();
            let size = i128::from(distance.num()) * 1_000_000_000 / i128::from(distance.den());
            if side == Ordering::Less { -size } else { size }
        };
        let values: Vec<i128> = sorted.iter().map(signed).collect();
        assert!(values.is_sorted() && values[0] < 0 && values[29] > 0);
        assert!(Measure::Deviation.holds(&report, &sorted, Direction::Ascending));
        assert!(!Measure::Deviation.holds(&report, &sorted, Direction::Descending));
    }

    #[test]
    fn sorting_is_one_step_and_keeps_every_unit() {
        let scenario = example(Language::English);
        let report = derive(&Rc::new(scenario.clone()), None);
        let sorted = Measure::Members.sorted(&report, &all(&report), Direction::Descending);
        let ids: Vec<UnitId> = sorted.iter().map(|row| report.units[*row].id).collect();
        let by = Sorting { by: SortKey::Measure(Measure::Members), direction: Direction::Descending };
        let action = Action::Sort { units: ids.clone(), by };
        assert_eq!(action.step(), Step::Sorted(by));
        let next = apply(&scenario, &action).unwrap();
        assert_eq!(next.units.iter().map(|unit| unit.id).collect::<Vec<_>>(), ids);
        assert_eq!(apply(&next, &action), None, "sorted already");
        // What is named twice, or is not there, moves nothing; what is not named stays at the end.
        let odd = Action::Sort { units: vec![ids[1], ids[1], UnitId(9_999)], by };
        let odd = apply(&next, &odd).unwrap();
        assert_eq!(odd.units.len(), 30);
        assert_eq!((odd.units[0].id, odd.units[1].id), (ids[1], ids[0]));
        assert_ne!(Name::new("x").unwrap(), odd.units[0].name);
    }

    #[test]
    fn hidden_rows_stay_where_they_are() {
        assert_eq!(among_hidden(5, &[0, 2, 4], &[4, 0, 2]), [4, 1, 0, 3, 2]);
    }

    proptest! {
        #[test]
        fn what_was_sorted_holds(rows in proptest::collection::vec((0..6u32, proptest::option::of(0..4u16)), 1..12)) {
            let report = report(&rows);
            for direction in Direction::ALL {
                for measure in [Measure::Members, Measure::Elected, Measure::Unfilled, Measure::PerSeat, Measure::Deviation] {
                    let sorted = measure.sorted(&report, &all(&report), direction);
                    prop_assert!(measure.holds(&report, &sorted, direction));
                    let mut rows = sorted.clone();
                    rows.sort_unstable();
                    prop_assert_eq!(rows, all(&report));
                    prop_assert_eq!(measure.sorted(&report, &sorted, direction), sorted, "stable");
                }
            }
        }
    }
}
