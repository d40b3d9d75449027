//! A row of the matrix: a unit, its seats, and a field per category. Drawn again only when something in it changes.

use super::cells::CellView;
use crate::ui::explained::explained_cell;
use delegate_roster::scenario::{Figure, LineFigure, UnitId, Whose};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub unit: UnitId,
    pub name: AttrValue,
    pub seats: AttrValue,
    /// What the figure beside the name is: seats, or members.
    pub counted: LineFigure,
    pub cells: Vec<CellView>,
    /// The names of the categories, for those who do not see the headings.
    pub names: Vec<AttrValue>,
    /// The seats for the others, where there are exclusive categories.
    pub others: Option<AttrValue>,
}

#[component]
pub fn MatrixRow(props: &Props) -> Html {
    let fields = props.cells.iter().zip(&props.names);
    html! {
        <tr>
            <th scope="row" class="col-name"><bdi>{ &props.name }</bdi></th>
            <td class="col-count">{ explained_cell(&Figure::Line(Whose::Unit(props.unit), props.counted), props.seats.clone()) }</td>
            { for fields.map(|(cell, name)| html! {
                <td class={classes!("col-count", cell.class.clone())}>
                    <input type="text" inputmode="numeric" autocomplete="off" value={&cell.text} title={&cell.title}
                        data-unit={props.unit.0.to_string()} data-category={cell.category.0.to_string()} data-shown={&cell.text}
                        id={format!("cell-{}-{}", cell.category.0, props.unit.0)}
                        aria-label={format!("{} · {name}", props.name)} aria-invalid={cell.invalid.then_some("true")} />
                </td>
            }) }
            if let Some(others) = &props.others { <td class="col-count others">{ explained_cell(&Figure::Cell(None, props.unit), others.clone()) }</td> }
        </tr>
    }
}
