//! One row of the grid. Skipped by the renderer unless its own unit, figures or marks changed.

use super::column::Column;
use crate::store::Draft;
use crate::ui::words::Words;
use delegate_roster::exchange::CellError;
use delegate_roster::num::Ratio;
use delegate_roster::scenario::{Field, Standing, Unit, UnitRow};
use delegate_roster::text::number::{grouped, signed};
use delegate_roster::text::{Key, Msg};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub words: Words,
    pub columns: &'static [Column],
    pub index: usize,
    pub unit: Rc<Unit>,
    pub figures: UnitRow,
    pub delegation: AttrValue,
    /// The active column, if the active cell is in this row.
    pub active: Option<usize>,
    /// The text being typed into the active cell.
    pub typing: Option<AttrValue>,
    /// The selected columns, first and last.
    pub selected: Option<(usize, usize)>,
    /// Texts that did not fit.
    pub drafts: Option<Rc<BTreeMap<Field, Draft>>>,
    /// Whether the mandates and the attendance follow from the list of delegates.
    #[prop_or_default]
    pub follows: (bool, bool),
    /// Cells with a problem.
    pub faulty: Option<Rc<Vec<(Field, AttrValue)>>>,
}

#[component]
pub fn GridRow(props: &Props) -> Html {
    let label = match props.unit.name.is_empty() {
        true => props.words.say(&Msg::UnnamedRow(props.index + 1)),
        false => AttrValue::from(props.unit.name.shared()),
    };
    let head = classes!("row-head", props.active.map(|_| "active-row"));
    html! {
        <tr role="row" aria-rowindex={(props.index + 2).to_string()}>
            <th role="rowheader" scope="row" class={head} data-row={props.index.to_string()} data-head="true">
                { props.index + 1 }
            </th>
            { for props.columns.iter().enumerate().map(|(col, column)| cell(props, &label, col, *column)) }
        </tr>
    }
}

fn cell(props: &Props, unit: &AttrValue, col: usize, column: Column) -> Html {
    let active = props.active == Some(col);
    let field = column.field();
    let draft = field.and_then(|field| props.drafts.as_ref()?.get(&field));
    let fault = field.and_then(|field| {
        let faulty = props.faulty.as_ref()?.iter().find(|(at, _)| *at == field)?;
        Some(faulty.1.clone())
    });
    let follows = field.is_some_and(|field| match field {
        Field::Elected | Field::ByElected | Field::Ended | Field::Suspended => props.follows.0,
        Field::Present | Field::OnLeave => props.follows.1,
        _ => false,
    });
    let note = draft.map(|draft| props.words.say(&Msg::CellError(&draft.error))).or(fault);
    let reason = follows.then(|| props.words.say(&Msg::CellError(&CellError::FollowsList)));
    let text = match draft {
        Some(draft) => draft.text.clone(),
        None => column.text(&props.unit, &props.figures, &props.delegation),
    };
    let locked = column == Column::Seats && props.unit.locked.is_some();
    let class = classes!(
        column.class(),
        field.is_none().then_some("computed"),
        active.then_some("active"),
        props.selected.is_some_and(|(first, last)| (first..=last).contains(&col)).then_some("selected"),
        note.is_some().then_some("faulty"),
        follows.then_some("follows"),
        locked.then_some("locked"),
        (column == Column::Seats && props.figures.standing != Standing::Settled).then_some("contested"),
    );
    let content = match (active, field) {
        (true, Some(_)) => {
            let label = format!("{unit}, {}", props.words.say(&column.heading()));
            let value = props.typing.clone().unwrap_or_else(|| AttrValue::from(text.clone()));
            html! {
                <input
                    class="cell-input"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    data-typing={props.typing.as_ref().map(|_| "true")}
                    {value}
                    aria-label={label}
                    aria-invalid={note.as_ref().map(|_| "true")}
                    aria-description={note.clone().or_else(|| reason.clone())}
                    readonly={follows}
                />
            }
        }
        _ => html! { <span class="cell-text">{ shown(props, column, &text, locked) }</span> },
    };
    html! {
        <td
            role="gridcell"
            {class}
            data-row={props.index.to_string()}
            data-col={col.to_string()}
            data-paper={(active && field.is_some()).then(|| AttrValue::from(text.clone()))}
            aria-colindex={(col + 2).to_string()}
            aria-readonly={(field.is_none() || follows).then_some("true")}
            aria-selected={props.selected.is_some_and(|(first, last)| (first..=last).contains(&col)).then_some("true")}
            tabindex={(active && field.is_none()).then_some("0")}
            aria-describedby={(active && field.is_none()).then_some(super::formula::FORMULA)}
            title={note.or(reason).or_else(|| (column == Column::Name || column == Column::Delegation).then(|| AttrValue::from(text.clone())))}
        >
            { content }
        </td>
    }
}

/// The text of a cell at rest, with what explains it beside.
fn shown(props: &Props, column: Column, text: &str, locked: bool) -> Html {
    let figures = &props.figures;
    match column {
        Column::Seats if locked => {
            let distance =
                figures.unlocked.map(|seats| i64::from(figures.seats.get()) - i64::from(seats.get()));
            let hint = props.words.say(&Msg::Key(Key::Locked));
            html! {
                <>
                    if let Some(distance) = distance.filter(|d| *d != 0) {
                        <span class="aside">{ signed(distance) }</span>
                    }
                    <span class="lock" role="img" aria-label={hint.clone()} title={hint}>{ "🔒\u{fe0e}" }</span>
                    { text.to_owned() }
                </>
            }
        }
        Column::Seats if figures.standing == Standing::Waiting => html! { { "…" } },
        Column::Seats if figures.standing == Standing::Contested => {
            let (low, high) = (figures.seats.get(), figures.seats.get().saturating_add(1));
            html! { { format!("{}–{}", grouped(low.into()), grouped(high.into())) } }
        }
        Column::Deviation => html! { <>{ bar(figures) }<span>{ text.to_owned() }</span></> },
        _ => html! { <bdi>{ text.to_owned() }</bdi> },
    }
}

/// The deviation as a bar to the left (below the exact share) or to the right (above), full at one seat.
fn bar(figures: &UnitRow) -> Html {
    let Some((side, distance)) = figures.deviation() else { return html! { <span></span> } };
    let one = Ratio::from(1);
    let length = 20.0 * if distance > one { 1.0 } else { distance.num() as f64 / distance.den() as f64 };
    let (x, class) = match side {
        Ordering::Less => (20.0 - length, "below"),
        _ => (20.0, "above"),
    };
    html! {
        <svg class="bar" viewBox="0 0 40 10" width="40" height="10" aria-hidden="true">
            <rect class={class} x={format!("{x:.2}")} y="2" width={format!("{length:.2}")} height="6" />
            <line class="zero" x1="20" y1="0" x2="20" y2="10" />
        </svg>
    }
}
