//! One row of the grid. Skipped by the renderer unless its own unit, figures or marks changed.

use super::column::Column;
use crate::store::Draft;
use crate::ui::words::Words;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{Field, Standing, Unit, UnitRow};
use delegate_roster::text::number::{grouped, signed};
use delegate_roster::text::{Key, Msg};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// Half the width of a bar in its own units.
const HALF: u32 = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub words: Words,
    pub columns: Rc<[Column]>,
    /// Its place among the rows on show.
    pub index: usize,
    /// Its place among all rows.
    pub number: usize,
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
        true => props.words.say(&Msg::UnnamedRow(props.number + 1)),
        false => AttrValue::from(props.unit.name.shared()),
    };
    // Rows selected as a whole are dragged by their numbers.
    let whole = props.selected.is_some_and(|(first, last)| first == 0 && last + 1 == props.columns.len());
    let head = classes!("row-head", props.active.map(|_| "active-row"), whole.then_some("whole"));
    html! {
        <tr role="row" aria-rowindex={(props.index + 2).to_string()}>
            <th role="rowheader" scope="row" class={head} data-row={props.index.to_string()} data-head="true">
                { props.number + 1 }
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
        _ => shown(props, column, &text, locked),
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
        Column::Seats if figures.standing == Standing::Waiting => "…".into(),
        Column::Seats if figures.standing == Standing::Contested => {
            let (low, high) = (figures.seats.get(), figures.seats.get().saturating_add(1));
            [grouped(low.into()), grouped(high.into())].join("–").into()
        }
        Column::Deviation => html! { <>{ bar(figures) }{ text.to_owned() }</> },
        // What people wrote may run from right to left; figures do not, and there are many of them.
        Column::Name | Column::Delegation => html! { <bdi>{ text.to_owned() }</bdi> },
        _ => text.to_owned().into(),
    }
}

/// The deviation as a bar to the left (below the exact share) or to the right (above), full at one seat; the style sheet
/// draws the middle.
fn bar(figures: &UnitRow) -> Html {
    let Some((side, distance)) = figures.deviation() else { return html! { <span></span> } };
    let most = u128::from(HALF);
    let length = (most * u128::from(distance.num()) / u128::from(distance.den())).min(most);
    let (x, class) = match side {
        Ordering::Less => (most - length, "below"),
        _ => (most, "above"),
    };
    html! {
        <svg class="bar" viewBox="0 0 400 10" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} x={x.to_string()} y="2" width={length.to_string()} height="6" />
        </svg>
    }
}
