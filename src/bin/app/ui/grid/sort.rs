//! Sorting the rows by a column: an edit of their order, one step. And the truth about it: a heading says that its column is
//! sorted only while the rows stand so.

use super::column::Column;
use super::cursor::{Cursor, Spot};
use super::hand::{Grip, Hand};
use super::rows::{Rows, Same};
use crate::effects::collation::Collation;
use crate::store::Intent;
use delegate_roster::language::Language;
use delegate_roster::scenario::{
    Action, Direction, Name, NameOrder, Report, SortKey, Sorting, UnitId, among_hidden, arranged,
};
use delegate_roster::text::TableMsg;
use std::cmp::Ordering;
use std::rc::Rc;

/// The last sorting.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorted {
    column: Column,
    sorting: Sorting,
    /// The names in their order, where they were sorted by names: to compare them anew takes long.
    names: Rc<Vec<Name>>,
}

/// The ways to sort a column, for readers of a language: names in every order that the browser knows and these names have.
pub fn choices(hand: &Hand, column: Column, language: Language) -> Vec<Sorting> {
    let orders: &[NameOrder] = match (column.measure(), language) {
        (Some(_), _) => &[NameOrder::Alphabet],
        (None, Language::Chinese) => &[NameOrder::Strokes, NameOrder::Pinyin],
        (None, Language::English) if names(&hand.report, &hand.rows.list(), column).iter().any(has_han) => {
            &[NameOrder::Alphabet, NameOrder::Pinyin, NameOrder::Strokes]
        }
        (None, Language::English) => &[NameOrder::Alphabet],
    };
    let known = orders.iter().filter(|order| Collation::knows(**order));
    known
        .flat_map(|order| Direction::ALL.map(|direction| Sorting { by: column.sort_key(*order), direction }))
        .collect()
}

/// Whether a name has Chinese letters.
fn has_han(name: &Name) -> bool {
    name.as_str().chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}'))
}

/// The names by which a column is sorted, for these rows.
fn names(report: &Report, rows: &[usize], column: Column) -> Vec<Name> {
    let scenario = &report.scenario;
    let delegations: std::collections::HashMap<_, _> =
        scenario.delegations.iter().map(|delegation| (delegation.id, &delegation.name)).collect();
    let name = |row: &usize| {
        let unit = scenario.units.get(*row)?;
        match column {
            Column::Name => Some(&unit.name),
            _ => delegations.get(&unit.delegation?).copied(),
        }
    };
    rows.iter().map(|row| name(row).cloned().unwrap_or_default()).collect()
}

impl Hand {
    /// Sorts the rows on show; the others stay where they are.
    pub fn sort(&self, column: Column, sorting: Sorting) {
        let rows = self.rows.list();
        let sorted: Vec<usize> = match sorting.by {
            SortKey::Measure(measure) => measure.sorted(&self.report, &rows, sorting.direction),
            SortKey::Name(order) | SortKey::Delegation(order) => {
                let names = names(&self.report, &rows, column);
                let collation = Collation::of(order);
                let texts = collation.texts(names.iter().map(Name::as_str));
                let empty = |at: usize| names.get(at).is_none_or(Name::is_empty);
                let compare = |a: usize, b: usize| match names.get(a) == names.get(b) {
                    true => Ordering::Equal,
                    false => collation.compare(texts.get(a), texts.get(b)),
                };
                let order = arranged(rows.len(), sorting.direction, &empty, &compare);
                order.into_iter().filter_map(|at| rows.get(at).copied()).collect()
            }
        };
        let kept = if column.measure().is_none() { names(&self.report, &sorted, column) } else { Vec::new() };
        self.tools.sorted.set(Some(Sorted { column, sorting, names: Rc::new(kept) }));
        if sorted == rows {
            return self.tell(&TableMsg::SortedAlready(sorting));
        }
        self.tools.said.set(yew::AttrValue::Static(""));
        let order = among_hidden(self.report.units.len(), &rows, &sorted);
        let id = |row: &usize| self.report.units.get(*row).map(|unit| unit.id);
        let units: Vec<UnitId> = order.iter().filter_map(id).collect();
        // The hand stays on its unit.
        let now = self.now();
        let row = self.rows.row(now.at.row);
        let place = sorted.iter().position(|one| Some(*one) == row).unwrap_or(now.at.row);
        self.dispatch.emit(Intent::Do(Action::Sort { units, by: sorting }));
        let cursor = Cursor::on(Spot { row: place, ..now.at });
        // The focus goes with it, unless it is on the heading.
        if *self.grip.borrow() == Grip::Away { self.cursor.set(cursor) } else { self.set(cursor) }
    }
}

/// The column by which the rows stand sorted, and how; `None` where they were not sorted or do not stand so any more.
pub fn holding(report: &Same<Report>, rows: &Rows, sorted: Option<&Sorted>) -> Option<(Column, Direction)> {
    let sorted = sorted?;
    let rows = rows.list();
    let holds = match sorted.sorting.by {
        SortKey::Measure(measure) => measure.holds(&report.0, &rows, sorted.sorting.direction),
        SortKey::Name(_) | SortKey::Delegation(_) => names(&report.0, &rows, sorted.column) == *sorted.names,
    };
    holds.then_some((sorted.column, sorted.sorting.direction))
}
