//! `Asked`: which figures of the report stand in the rows and columns of a table, so that whoever reads it can ask how
//! they came about. Knows no words.

use super::Table;
use crate::scenario::{Assembly, Figure, Headcount, LineFigure, Report, Whose};

/// What the figures of a table can be asked about; the first column is always words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nothing: they were entered.
    #[default]
    Nothing,
    /// A row per unit, and under them the totals: these figures of their lines.
    Units(Vec<LineFigure>),
    /// Mandates ended one by one; the total in the last column is asked about.
    Ended,
    /// A row per sitting: its day, those due, those present, the quorum.
    Sittings,
    /// A row for each of these lines, and under them the totals: these figures of them.
    Lines(Vec<Whose>, Vec<LineFigure>),
    /// A row per category: its target, what is planned.
    Targets,
    /// A row per unit: its seats, its cells, the others.
    Matrix,
    /// These figures in the columns after the first, row by row and under them; none where there is nothing to ask.
    Each(Vec<Vec<Option<Figure>>>, Vec<Option<Figure>>),
}

impl Table {
    /// The figure in a column of a row, or of the totals; whether the page has an answer to it is another matter.
    pub fn figure(&self, report: &Report, row: Option<usize>, column: usize) -> Option<Figure> {
        let scenario = &report.scenario;
        let whose = || match row {
            Some(row) => scenario.units.get(row).map(|unit| Whose::Unit(unit.id)),
            None => Some(Whose::Total),
        };
        match &self.asked {
            Asked::Nothing => None,
            Asked::Units(figures) => Some(Figure::Line(whose()?, *figures.get(column.checked_sub(1)?)?)),
            Asked::Ended => {
                let total = row.is_none() && column + 1 == self.head.len();
                total.then_some(Figure::Line(Whose::Total, LineFigure::Ended))
            }
            Asked::Sittings => {
                let id = scenario.sittings.get(row?)?.id;
                match column {
                    2 => Some(Figure::Sitting(id, Headcount::Due)),
                    3 => Some(Figure::Sitting(id, Headcount::Present)),
                    4 => Some(Figure::Quorum(Assembly::Sitting(id), 0)),
                    _ => None,
                }
            }
            Asked::Lines(lines, figures) => {
                let whose = row.map_or(Some(&Whose::Total), |row| lines.get(row))?;
                Some(Figure::Line(*whose, *figures.get(column.checked_sub(1)?)?))
            }
            Asked::Each(rows, foot) => {
                let line = row.map_or(Some(foot), |row| rows.get(row))?;
                line.get(column.checked_sub(1)?)?.clone()
            }
            Asked::Targets => {
                let id = scenario.composition.get(row?)?.id;
                match column {
                    1 => Some(Figure::Target(id)),
                    2 => Some(Figure::Planned(Some(id))),
                    _ => None,
                }
            }
            Asked::Matrix => {
                if column == 1 {
                    return Some(Figure::Line(whose()?, LineFigure::Seats));
                }
                let category = scenario.composition.get(column.checked_sub(2)?).map(|category| category.id);
                Some(match whose()? {
                    Whose::Unit(unit) => Figure::Cell(category, unit),
                    _ => Figure::Planned(category),
                })
            }
        }
    }
}
