//! The line over the grid that says how the number in the active cell came about, like the formula bar of a spreadsheet.
//! Worked out for one cell, when the hand has moved or the figures have changed, not while a text is typed.

use super::column::Column;
use crate::effects::rest::use_rest;
use crate::ui::explained::answer;
use crate::ui::words::use_words;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{Field, Figure, Report, UnitId, Whose};
use delegate_roster::text::explain::explanation;
use delegate_roster::text::{Key, Msg};
use std::rc::Rc;
use yew::prelude::*;

/// The identity of the line, for the cell that it describes.
pub const FORMULA: &str = "grid-formula";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub unit: Option<UnitId>,
    pub column: Option<Column>,
}

#[component]
pub fn Formula(props: &Props) -> Html {
    let (words, there) = (use_words(), use_rest());
    let column = props.column.filter(|column| !matches!(column, Column::Name | Column::Delegation));
    let figure = props.unit.zip(column.and_then(Column::figure));
    let figure = figure.map(|(unit, one)| Figure::Line(Whose::Unit(unit), one));
    let figure = figure.filter(|_| there);
    let told = figure.and_then(|figure| explanation(&props.report, None, &figure, words.0));
    // Where nothing can be typed the line says why, before somebody tries.
    let elsewhere = column.and_then(Column::field).is_some_and(Field::is_attendance);
    let leader = Some(&props.report.scenario).filter(|_| elsewhere && there);
    let leader = leader.and_then(|scenario| scenario.counted_otherwise());
    html! {
        // One line, whatever it says: under the pointer or with the focus it shows the rest over what is below.
        <div class="formula" tabindex={(told.is_some() || leader.is_some()).then_some("0")} role="note" aria-labelledby={FORMULA}>
            <p id={FORMULA}>
                if let Some(leader) = leader {
                    <span>{ words.say(&Msg::CellError(&CellError::Follows(leader))) }</span>
                } else if let Some(told) = &told {
                    { answer(words, told) }
                } else {
                    <span class="hint">{ words.key(Key::FormulaHint) }</span>
                }
            </p>
        </div>
    }
}
