//! One row of the grid. Skipped by the renderer unless its own unit, figures or marks changed.

use super::column::Column;
use crate::store::Draft;
use crate::ui::words::Words;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{Field, Led, Standing, Unit, UnitRow};
use delegate_roster::text::number::{grouped, signed};
use delegate_roster::text::{Key, Msg};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// Half the width of a bar in its own units.
const HALF: i32 = 200;

/// More characters than usual in a figure.
const WIDE: usize = 9;

/// The length of the head of an arrow in them.
const HEAD: i32 = 60;

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
    /// The cells that follow from elsewhere.
    #[prop_or_default]
    pub follows: Led,
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
    let place = AttrValue::from(props.index.to_string());
    html! {
        <tr role="row" aria-rowindex={(props.index + 2).to_string()}>
            <th role="rowheader" scope="row" class={head} data-row={place.clone()} data-head="true">
                { props.number + 1 }
            </th>
            { for props.columns.iter().enumerate().map(|(col, column)| cell(props, (&label, &place), col, *column)) }
        </tr>
    }
}

fn cell(props: &Props, (unit, place): (&AttrValue, &AttrValue), col: usize, column: Column) -> Html {
    let active = props.active == Some(col);
    let field = column.field();
    let draft = field.and_then(|field| props.drafts.as_ref()?.get(&field));
    let fault = field.and_then(|field| {
        let faulty = props.faulty.as_ref()?.iter().find(|(at, _)| *at == field)?;
        Some(faulty.1.clone())
    });
    let leader = field.and_then(|field| props.follows.leader(field));
    let follows = leader.is_some();
    let note = draft.map(|draft| props.words.say(&Msg::CellError(&draft.error))).or(fault);
    let reason = leader.map(|leader| props.words.say(&Msg::CellError(&CellError::Follows(leader))));
    let text = match draft {
        Some(draft) => draft.text.clone(),
        None => column.text(&props.unit, &props.figures, &props.delegation, props.words.0),
    };
    let locked = column == Column::Seats && props.unit.locked.is_some();
    let selected = props.selected.is_some_and(|(first, last)| (first..=last).contains(&col));
    let contested = column == Column::Seats && props.figures.standing != Standing::Settled;
    let class = joined(
        column.class(),
        [
            (field.is_none(), " computed"),
            (active, " active"),
            (selected, " selected"),
            (note.is_some(), " faulty"),
            (follows, " follows"),
            (locked, " locked"),
            (contested, " contested"),
        ],
    );
    let content = match (active, field) {
        (true, Some(field)) => {
            let label = format!("{unit}, {}", props.words.say(&Msg::Field(field)));
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
    let asked = active && field.is_none();
    let title = note.or(reason).or_else(|| match column {
        Column::Name | Column::Delegation => Some(AttrValue::from(text.clone())),
        // Wide figures stand in full where somebody has made their column narrow.
        Column::Members | Column::Quota | Column::PerSeat => {
            (text.len() > WIDE).then(|| AttrValue::from(text.clone()))
        }
        Column::Deviation => is_beyond(&props.figures).then(|| props.words.key(Key::BeyondBar)),
        _ => None,
    });
    let of = |value: &'static str| Some(AttrValue::Static(value));
    let mut tag = VTag::new("td");
    tag.set_attributes(Attributes::Dynamic {
        keys: &ATTRIBUTES,
        values: [
            of("gridcell"),
            Some(class),
            Some(place.clone()),
            Some(number(col)),
            (active && field.is_some()).then(|| AttrValue::from(text)),
            Some(number(col + 2)),
            of("true").filter(|_| field.is_none() || follows),
            of("true").filter(|_| selected),
            of("0").filter(|_| asked),
            of(super::formula::FORMULA).filter(|_| asked),
            title,
        ]
        .map(|value| value.map(AttributeOrProperty::Attribute))
        .into(),
    });
    if let Some(children) = tag.children_mut() {
        *children = content;
    }
    tag.into()
}

/// The attributes of a cell, which is made by hand: `html!` takes a class apart and puts it together by a hashed set, which
/// for hundreds of cells at every entry is felt.
static ATTRIBUTES: [&str; 11] = [
    "role",
    "class",
    "data-row",
    "data-col",
    "data-paper",
    "aria-colindex",
    "aria-readonly",
    "aria-selected",
    "tabindex",
    "aria-describedby",
    "title",
];

/// A class with those of others that hold.
fn joined(class: &'static str, others: [(bool, &'static str); 7]) -> AttrValue {
    let more: String = others.into_iter().filter_map(|(holds, other)| holds.then_some(other)).collect();
    if more.is_empty() { AttrValue::Static(class) } else { [class, &more].concat().into() }
}

/// A number of a column: there are few.
fn number(n: usize) -> AttrValue {
    const KNOWN: [&str; 16] =
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"];
    KNOWN.get(n).map_or_else(|| n.to_string().into(), |known| AttrValue::Static(known))
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
                    <span class="lock" role="img" aria-label={hint.clone()} title={hint}>{ padlock() }</span>
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

/// Drawn, since not every machine has a letter for it.
fn padlock() -> Html {
    html! {
        <svg viewBox="0 0 10 12" aria-hidden="true">
            <path d="M1 5H2V4a3 3 0 0 1 6 0V5H9V12H1ZM3.5 5h3V4a1.5 1.5 0 0 0-3 0Z" />
        </svg>
    }
}

/// The deviation as a bar to the left (below the exact share) or to the right (above), full at one seat; of more it ends as an
/// arrow, and the title of its cell says so. The style sheet draws the middle.
fn bar(figures: &UnitRow) -> Html {
    let Some((side, distance)) = figures.deviation() else { return html! { <span></span> } };
    let beyond = is_beyond(figures);
    let (way, class) = match (side, beyond) {
        (Ordering::Less, false) => (-1, "below"),
        (Ordering::Less, true) => (-1, "below beyond"),
        (_, false) => (1, "above"),
        (_, true) => (1, "above beyond"),
    };
    let path = if beyond {
        let (neck, tip) = (HALF + way * (HALF - HEAD), HALF + way * HALF);
        format!("M{HALF} 2H{neck}V0L{tip} 5L{neck} 10V8H{HALF}Z")
    } else {
        let length =
            u128::from(HALF.unsigned_abs()) * u128::from(distance.num()) / u128::from(distance.den());
        format!("M{HALF} 2H{}V8H{HALF}Z", HALF + way * i32::try_from(length).unwrap_or(HALF))
    };
    html! {
        <svg class="bar" viewBox="0 0 400 10" preserveAspectRatio="none" aria-hidden="true">
            <path {class} d={path} />
        </svg>
    }
}

/// Whether a deviation is more than its bar can show.
fn is_beyond(figures: &UnitRow) -> bool {
    figures.deviation().is_some_and(|(_, distance)| distance.num() > distance.den())
}
