//! The grid of units: a table that behaves like a spreadsheet. Only the rows near the screen exist in the page.
//!
//! The active cell that can be typed into *is* a focused text field, so an input method can start in it at once, and
//! typing replaces because its text is selected. Every event is handled once, on the table.

mod column;
mod cursor;
mod edits;
mod formula;
mod hand;
mod keys;
mod marks;
mod row;
mod toolbar;
mod view;

pub use column::{ALLOCATION, Column, ROSTER};

use super::explained::{explained, explained_cell};
use super::words::{Words, use_words};
use crate::store::{Drafts, Intent};
use cursor::{Cursor, Extent};
use delegate_roster::scenario::{Field, Figure, Report, UnitId, Whose};
use delegate_roster::text::{Key, Msg};
use formula::Formula;
use hand::{Grip, Hand};
use marks::Marks;
use row::GridRow;
use std::cell::RefCell;
use std::rc::Rc;
use view::{Span, use_span};
use web_sys::{KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// The height of a row in pixels, as in the style sheet.
const ROW_HEIGHT: usize = 34;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    pub columns: &'static [Column],
    pub label: AttrValue,
    pub dispatch: Callback<Intent>,
    pub on_import: Callback<()>,
    /// Called with the unit of the active cell.
    #[prop_or_default]
    pub on_select: Callback<Option<UnitId>>,
    /// A cell to go to, with a counter so that the same cell can be asked for twice.
    pub target: Option<(UnitId, Field, u32)>,
}

#[component]
pub fn Grid(props: &Props) -> Html {
    let words = use_words();
    let cursor = use_state_eq(Cursor::default);
    let grip = use_mut_ref(Grip::default);
    let scroller = use_node_ref();
    let (span, sight) = use_span(&scroller, props.report.units.len(), ROW_HEIGHT);
    let extent = Extent { rows: props.report.units.len(), cols: props.columns.len(), page: span.page };
    let marks = use_memo((props.report.clone(), props.drafts.clone(), words), |(report, drafts, words)| {
        Marks::of(report, drafts, *words)
    });
    let hand = Hand {
        report: props.report.clone(),
        drafts: props.drafts.clone(),
        columns: props.columns,
        dispatch: props.dispatch.clone(),
        cursor: cursor.clone(),
        extent,
        grip: grip.clone(),
        scroller: scroller.clone(),
    };
    let now = cursor.within(extent);

    let here = props.report.units.get(now.at.row).map(|row| row.id);
    use_effect_with(here, {
        let on_select = props.on_select.clone();
        move |here| on_select.emit(*here)
    });
    use_effect_with(props.target, {
        let hand = hand.clone();
        move |target| {
            if let Some((unit, field, _)) = target {
                hand.go_to(*unit, *field);
            }
        }
    });
    use_effect_with((now.at, now.corner, now.typing.is_none(), props.report.clone()), {
        let (scroller, grip, sight) = (scroller.clone(), grip.clone(), sight.clone());
        let moving = if now.is_range() { now.corner } else { now.at };
        let typing = now.typing.is_some();
        move |_| {
            if *grip.borrow() != Grip::Away {
                view::reveal(&scroller, &sight, moving.row, ROW_HEIGHT);
                hold(&scroller, &grip, typing);
            }
        }
    });
    // The active cell may have come into the window only with this rendering.
    use_effect_with(span.first, {
        let (scroller, grip) = (scroller.clone(), grip.clone());
        let typing = now.typing.is_some();
        move |_| {
            if *grip.borrow() != Grip::Away {
                hold(&scroller, &grip, typing);
            }
        }
    });

    let onkeydown = hand.on(|hand, event: KeyboardEvent| hand.key(&event));
    let onmousedown = hand.on(|hand, event: MouseEvent| hand.press(&event));
    let onmouseover = hand.on(|hand, event: MouseEvent| hand.drag(&event));
    let ondblclick = hand.on(|hand, event: MouseEvent| hand.open_at(&event));
    let oninput = hand.on(|hand, event: InputEvent| hand.typed(&event));
    let onfocusin = hand.on(|hand, event: FocusEvent| hand.entered(&event));
    let onfocusout = hand.on(|hand, event: FocusEvent| hand.left(&event));
    let oncopy = hand.on(|hand, event: Event| {
        hand.copy(&event);
    });
    let oncut = hand.on(|hand, event: Event| hand.cut(&event));
    let onpaste = hand.on(|hand, event: Event| {
        hand.paste(&event);
    });

    let rows = rows(props, words, &now, &marks, span);
    let (before, after) = span.padding(props.report.units.len(), ROW_HEIGHT);
    let width = (props.columns.len() + 1).to_string();
    html! {
        <div class="grid-block">
            <div class="section-head">
                <h2>{ &props.label }</h2>
                { toolbar::toolbar(words, &hand, &now, &props.on_import) }
            </div>
            <Formula report={&props.report} unit={here} column={props.columns.get(now.at.col).copied()} />
            <div class="grid-scroll" ref={scroller}>
            <table
                role="grid"
                class="grid"
                aria-label={&props.label}
                aria-rowcount={(props.report.units.len() + 2).to_string()}
                aria-colcount={width.clone()}
                aria-multiselectable="true"
                {onkeydown} {onmousedown} {onmouseover} {ondblclick} {oninput} {onfocusin} {onfocusout}
                {oncopy} {oncut} {onpaste}
            >
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        <th role="columnheader" scope="col" class="row-head">
                            <span class="visually-hidden">{ words.key(Key::RowNumber) }</span>
                            <span aria-hidden="true">{ "#" }</span>
                        </th>
                        { for props.columns.iter().map(|column| html! {
                            <th role="columnheader" scope="col" class={column.class()}>
                                <span>{ words.say(&column.heading()) }</span>
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <tr key="before" aria-hidden="true" class="padding"><td colspan={width.clone()} height={before.to_string()}></td></tr>
                    { for rows }
                    <tr key="after" aria-hidden="true" class="padding"><td colspan={width.clone()} height={after.to_string()}></td></tr>
                </tbody>
                <tfoot role="rowgroup">
                    <tr role="row" aria-rowindex={(props.report.units.len() + 2).to_string()}>
                        <th role="rowheader" scope="row" class="row-head"><span aria-hidden="true">{ "∑" }</span><span class="visually-hidden">{ words.key(Key::Total) }</span></th>
                        { for props.columns.iter().map(|column| total(props, words, *column)) }
                    </tr>
                </tfoot>
            </table>
            </div>
            { super::on_paper::rows_left(words, props.report.units.len(), view::PRINTED) }
            <p class="hint keys">{ words.key(Key::GridHint) }</p>
        </div>
    }
}

/// Focuses the active cell; it stays wanted until it is there.
fn hold(scroller: &NodeRef, grip: &RefCell<Grip>, typing: bool) {
    if view::focus_active(scroller, typing).is_some() {
        *grip.borrow_mut() = Grip::Holding;
    }
}

fn total(props: &Props, words: Words, column: Column) -> Html {
    let text = match column {
        Column::Name => words.say(&Msg::Units(props.report.units.len())),
        Column::Delegation => words.say(&Msg::Delegations(props.report.scenario.delegations.len())),
        _ => column.total(&props.report).into(),
    };
    // The first of them is reached by Tab, the others by arrows.
    let asked = column.figure().map(|figure| Figure::Line(Whose::Total, figure));
    let text = match (asked, column) {
        (Some(asked), Column::Name) => explained(&asked, text),
        (Some(asked), _) => explained_cell(&asked, text),
        (None, _) => html! { { text } },
    };
    html! { <td role="gridcell" aria-readonly="true" class={column.class()}>{ text }</td> }
}

fn rows(props: &Props, words: Words, now: &Cursor, marks: &Marks, span: Span) -> Vec<Html> {
    let scenario = &props.report.scenario;
    let followed = scenario.followed();
    let shown = scenario.units.iter().zip(&props.report.units).enumerate().skip(span.first).take(span.count);
    shown
        .map(|(index, (unit, figures))| {
            let delegation = unit.delegation.and_then(|id| scenario.delegation(id));
            let delegation = delegation.map_or(AttrValue::Static(""), |d| d.name.shared().into());
            let active = (now.at.row == index).then_some(now.at.col);
            let typing = active.and(now.typing.as_ref()).map(|typing| AttrValue::from(typing.text.clone()));
            html! {
                <GridRow
                    key={unit.id.0}
                    {words}
                    columns={props.columns}
                    {index}
                    unit={Rc::clone(unit)}
                    figures={*figures}
                    {delegation}
                    {active}
                    {typing}
                    selected={now.columns_in(index)}
                    drafts={marks.drafts(unit.id)}
                    follows={followed.of_unit(unit.id)}
                    faulty={marks.faults(unit.id)}
                />
            }
        })
        .collect()
}
