//! The totals under the grid: always over all units; while some are hidden, over those on show as well.

use super::column::Column;
use super::hand::Hand;
use super::rows::{Rows, Same};
use crate::ui::explained::{explained, explained_cell};
use crate::ui::words::Words;
use delegate_roster::num::Ratio;
use delegate_roster::roster::Row;
use delegate_roster::scenario::{Apart, Figure, LineFigure, Report, Sums, Whose};
use delegate_roster::text::number::{decimal, grouped};
use delegate_roster::text::{Key, Msg, TableMsg};
use yew::prelude::*;

/// What the rows on show add up to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    members: u64,
    delegations: usize,
    ledger: Row,
}

impl Shown {
    /// `None` where all rows are on show.
    pub fn of(report: &Same<Report>, rows: &Rows) -> Option<Self> {
        let report = &report.0;
        rows.hides().then(|| {
            let shown = rows.list();
            let units = || shown.iter().filter_map(|row| report.scenario.units.get(*row));
            let lines = shown.iter().filter_map(|row| report.units.get(*row));
            let delegations: std::collections::HashSet<_> =
                units().filter_map(|unit| unit.delegation).collect();
            Self {
                members: units().map(|unit| unit.members.get()).sum(),
                delegations: delegations.len(),
                ledger: lines.map(|line| &line.ledger).sum(),
            }
        })
    }

    /// What somebody asks who asks about a figure of these rows.
    fn asked(&self, one: LineFigure, rows: usize) -> Figure {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (units, delegations) = (count(rows), count(self.delegations));
        Figure::Apart(Apart::Shown(one, Sums { units, delegations, members: self.members, row: self.ledger }))
    }

    fn text(&self, words: Words, column: Column, report: &Report) -> String {
        let Self { members, ledger, .. } = self;
        match column {
            Column::Members => grouped(*members),
            // The shares of the rows add up to the share of all their members.
            Column::Quota => {
                let share =
                    Ratio::new(*members, report.members).and_then(|part| part.times(report.allocation.house));
                share.map_or_else(String::new, |share| decimal(share, 3))
            }
            Column::PerSeat => u64::try_from(ledger.seats)
                .ok()
                .and_then(|seats| Ratio::new(*members, seats))
                .map_or_else(|| "–".to_owned(), |ratio| decimal(ratio, 1)),
            _ => column.of_ledger(ledger, words.0),
        }
    }
}

/// The rows of totals.
pub fn totals(words: Words, hand: &Hand, shown: Option<&Shown>) -> Html {
    let (report, rows) = (&hand.report, &hand.rows);
    let line = |at: usize, over: Msg<'_>, delegations: usize, text: &dyn Fn(Column) -> String| {
        let label = words.key(Key::Total);
        html! {
            <tr role="row" aria-rowindex={(rows.len() + 1 + at).to_string()} class={if at == 2 { "total-shown" } else { "total-all" }}>
                <th role="rowheader" scope="row" class="row-head"><span aria-hidden="true">{ "∑" }</span><span class="visually-hidden">{ label }</span></th>
                { for hand.columns.iter().map(|column| {
                    let text = match column {
                        Column::Name => words.say(&over),
                        Column::Delegation => words.say(&Msg::Delegations(delegations)),
                        _ => text(*column).into(),
                    };
                    // They can be asked about: the first of a line is reached by Tab, the others by arrows.
                    let asked = column.figure().map(|one| match shown.filter(|_| at == 2) {
                        Some(shown) => shown.asked(one, rows.len()),
                        None => Figure::Line(Whose::Total, one),
                    });
                    let number = match (asked, column) {
                        (Some(asked), Column::Name) => explained(&asked, text.clone()),
                        (Some(asked), _) => explained_cell(&asked, text.clone()),
                        (None, _) => html! { { text.clone() } },
                    };
                    html! { <td key={column.id()} role="gridcell" aria-readonly="true" class={column.class()} title={text}>{ number }</td> }
                }) }
            </tr>
        }
    };
    let all = report.units.len();
    let over = if shown.is_some() { Msg::Table(TableMsg::TotalAll(all)) } else { Msg::Units(all) };
    html! {
        <tfoot role="rowgroup">
            { line(1, over, report.scenario.delegations.len(), &|column| column.total(report, words.0)) }
            if let Some(shown) = shown {
                { line(2, Msg::Table(TableMsg::TotalShown(rows.len())), shown.delegations, &|column| shown.text(words, column, report)) }
            }
        </tfoot>
    }
}
