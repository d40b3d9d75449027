//! A row of the matrix: a unit, its seats, and a field per category. Drawn again only when something in it changes.

use super::cells::{CellView, View, cell_id};
use crate::effects::announce;
use crate::effects::typing::is_composing;
use crate::ui::explained::explained_cell;
use delegate_roster::scenario::{Figure, LineFigure, UnitId, Whose};
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// The identity of a field.
fn field_id(props: &Props, cell: &CellView) -> String {
    cell_id((props.view, cell.category, props.unit))
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: View,
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
    // What is being typed in one of the fields: the worker's answer comes whenever it comes.
    let typed = use_state_eq(|| None::<(String, AttrValue)>);
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            typed.set(Some((input.id(), input.value().into())));
        })
    };
    let end = {
        let typed = typed.setter();
        move || typed.set(None)
    };
    let onchange = Callback::from({
        let end = end.clone();
        move |_: Event| end()
    });
    let onfocusout = Callback::from({
        let end = end.clone();
        move |_: FocusEvent| end()
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !is_composing(&event) {
            end();
        }
    });
    // The text at hand stays marked, so that what is typed replaces it, also when it is another one now.
    use_effect_with(props.cells.clone(), {
        let idle = typed.is_none();
        let fields: Vec<String> = props.cells.iter().map(|cell| field_id(props, cell)).collect();
        move |_| {
            if idle && announce::focused().is_some_and(|focused| fields.contains(&focused)) {
                announce::select_focused();
            }
        }
    });
    let fields = props.cells.iter().zip(&props.names);
    let typed_in = |cell: &CellView| {
        typed.as_ref().filter(|(id, _)| *id == field_id(props, cell)).map(|(_, text)| text.clone())
    };
    html! {
        <tr {oninput} {onchange} {onfocusout} {onkeydown}>
            <th scope="row" class="col-name"><bdi>{ &props.name }</bdi></th>
            <td class="col-count">{ explained_cell(&Figure::Line(Whose::Unit(props.unit), props.counted), props.seats.clone()) }</td>
            { for fields.map(|(cell, name)| html! {
                <td class={classes!("col-count", cell.class.clone())}>
                    <input type="text" inputmode="numeric" autocomplete="off" value={typed_in(cell).unwrap_or_else(|| cell.text.clone())} title={&cell.title}
                        data-unit={props.unit.0.to_string()} data-category={cell.category.0.to_string()} data-shown={&cell.text} data-typed={typed_in(cell).map(|_| "")}
                        id={field_id(props, cell)} data-undo={&cell.held}
                        aria-label={format!("{} · {name}", props.name)} aria-invalid={cell.invalid.then_some("true")} />
                </td>
            }) }
            if let Some(others) = &props.others { <td class="col-count others">{ explained_cell(&Figure::Cell(None, props.unit), others.clone()) }</td> }
        </tr>
    }
}
