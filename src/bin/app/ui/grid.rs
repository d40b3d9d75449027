//! The grid of units: a table that behaves like a spreadsheet. Only the rows near the screen exist in the page.
//!
//! The active cell that can be typed into *is* a focused text field, so an input method can start in it at once, and
//! typing replaces because its text is selected. Every event is handled once, on the table.

mod column;
mod columns;
mod commands;
mod cursor;
mod drag;
mod edits;
mod filter;
mod find;
mod formula;
mod hand;
mod head;
mod keys;
mod marks;
mod menu;
mod reach;
mod row;
mod rows;
mod slots;
mod sort;
mod toolbar;
mod totals;
mod view;

pub use column::{ALLOCATION, Column, ROSTER};

use super::errand::Errand;
use super::words::use_words;
use crate::effects::heirs::is_adrift;
use crate::store::{Drafts, Intent};
use cursor::{Cursor, Extent, Spot};
use delegate_roster::scenario::{AllocationState, Field, Problem, Report, UnitId};
use delegate_roster::text::{Key, Msg};
use formula::Formula;
use hand::{Grip, Hand, Tools};
use marks::Marks;
use row::GridRow;
use rows::Same;
use slots::Slots;
use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::ops::Range;
use std::rc::Rc;
use totals::Shown;
use view::{Span, use_sight};
use web_sys::{Element, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// The height of a row in pixels, as in the style sheet.
const ROW_HEIGHT: usize = 34;
/// From how many members on, how many of them per seat and how many seats, figures are longer than their columns usually have room
/// for: what a cell cuts off would leave another number.
const LONG_MEMBERS: u64 = 1_000_000_000;
const LONG_RATIO: u64 = 1_000_000;
const LONG_SEATS: u64 = 10_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the columns of this grid are remembered under, and its parts are called on the page.
    pub name: &'static str,
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    pub columns: &'static [Column],
    pub label: AttrValue,
    pub dispatch: Callback<Intent>,
    /// A table is to be imported: this one, or one still to be chosen.
    pub on_import: Callback<Option<AttrValue>>,
    /// Called with the unit of the active cell.
    #[prop_or_default]
    pub on_select: Callback<Option<UnitId>>,
    /// A cell to go to.
    pub target: Errand<(UnitId, Field)>,
}

#[component]
pub fn Grid(props: &Props) -> Html {
    let words = use_words();
    let cursor = use_state_eq(Cursor::default);
    let grip = use_mut_ref(Grip::default);
    let scroller = use_node_ref();
    let slots = use_mut_ref(Slots::default);
    let last = use_mut_ref(|| None);
    let (name, all_columns) = (props.name, props.columns);
    let tools = Tools {
        sieve: use_state_eq(Default::default),
        finding: use_state_eq(Default::default),
        layout: use_state_eq(|| columns::kept(name, all_columns)),
        menu: use_state_eq(|| None),
        sorted: use_state_eq(|| None),
        said: use_state_eq(AttrValue::default),
        awaited: use_memo((), |()| Cell::new(false)),
        drag: use_mut_ref(|| None),
        reach: use_mut_ref(|| None),
    };
    let rows = filter::use_rows(&props.report, &props.drafts, &tools.sieve);
    let columns = use_memo((*tools.layout).clone(), |layout| layout.shown(all_columns));
    let sight = use_sight(&scroller, ROW_HEIGHT);
    let extent = Extent { rows: rows.len(), cols: columns.len(), page: sight.page() };
    let marks = use_memo((props.report.clone(), props.drafts.clone(), words), |(report, drafts, words)| {
        Marks::of(report, drafts, *words)
    });
    let same = Same(props.report.clone());
    let sorted = use_memo((same, rows.clone(), (*tools.sorted).clone()), |(report, rows, sorted)| {
        sort::holding(report, rows, sorted.as_ref())
    });
    let same = Same(props.report.clone());
    let shown = use_memo((same, rows.clone()), |(report, rows)| Shown::of(report, rows));
    let hand = Hand {
        words,
        name,
        report: props.report.clone(),
        drafts: props.drafts.clone(),
        all_columns,
        columns: (*columns).clone(),
        rows: rows.clone(),
        dispatch: props.dispatch.clone(),
        on_table: props.on_import.clone(),
        cursor: cursor.clone(),
        last: last.clone(),
        extent,
        grip: grip.clone(),
        scroller: scroller.clone(),
        sight: sight.clone(),
        covered: if shown.is_some() { 4 } else { 3 },
        tools,
    };
    let now = cursor.within(extent);
    let moving = if now.is_range() { now.corner } else { now.at };
    let going = *grip.borrow() == Grip::Moving;
    let span = sight.span(rows.len(), going.then_some((moving.row, hand.covered)));

    let here = hand.table().unit(now.at.row).map(|unit| unit.id);
    use_effect_with(here, {
        let on_select = props.on_select.clone();
        move |here| on_select.emit(*here)
    });
    use_effect_with(props.target.clone(), {
        let hand = hand.clone();
        move |target| {
            if let Some((unit, field)) = target.take() {
                hand.go_to(unit, field);
            }
        }
    });
    use_effect_with((hand.tools.sieve.wanted, hand.tools.sieve.opened.len()), {
        let hand = hand.clone();
        move |(wanted, _): &(Option<(UnitId, Field)>, usize)| {
            if let Some((unit, field)) = wanted {
                hand.go_to(*unit, *field);
            }
        }
    });
    // Where rows come and go by a filter, or are moved by what the hand did not do, as by undo, it stays on its unit.
    use_effect_with((rows.clone(), Same(props.report.clone())), {
        let (hand, now) = (hand.clone(), now.clone());
        move |(rows, _): &(rows::Rows, Same<Report>)| {
            let settled = !matches!(*hand.grip.borrow(), Grip::Moving | Grip::Marking);
            let unit = hand.last.borrow().filter(|unit| settled && Some(*unit) != here);
            let row = unit.and_then(|unit| hand.report.units.iter().position(|row| row.id == unit));
            if let Some(place) = row.and_then(|row| rows.place(row)) {
                hand.cursor.set(Cursor::on(Spot { row: place, ..now.at }));
            }
        }
    });
    use_effect({
        let last = hand.last.clone();
        move || *last.borrow_mut() = here
    });
    // What was said of a change holds until the next one, by whatever hand: undone, it is said of nothing.
    use_effect_with((Same(props.report.clone()), props.drafts.clone()), {
        let tools = hand.tools.clone();
        move |_| {
            if !tools.awaited.replace(false) {
                tools.said.set(AttrValue::Static(""));
            }
        }
    });
    // A row that goes or moves with the drawing takes the focus along, which looks as if somebody had left.
    let held = !matches!(*grip.borrow(), Grip::Away | Grip::Pointing);
    use_effect_with((now.at, now.corner, now.typing.is_none(), props.report.clone(), rows.clone()), {
        let (hand, scroller, grip) = (hand.clone(), scroller.clone(), grip.clone());
        let typing = now.typing.is_some();
        move |_| {
            let lost = *grip.borrow() == Grip::Away && is_adrift();
            if held && (lost || hand.extent.rows == 0) {
                hand.take_back();
            }
            let held = *grip.borrow();
            if !matches!(held, Grip::Away | Grip::Marking) {
                hand.reveal(moving.row);
            }
            match held {
                Grip::Away => {}
                Grip::Pointing => {
                    view::follow_active(&scroller);
                    *grip.borrow_mut() = Grip::Away;
                }
                _ => hold(&scroller, &grip, typing),
            }
        }
    });

    let onkeydown = hand.on(|hand, event: KeyboardEvent| hand.key(&event));
    let onmousedown = hand.on(|hand, event: MouseEvent| hand.press(&event));
    let onmouseover = hand.on(|hand, event: MouseEvent| hand.drag(&event));
    // Its bars are no place to be: who scrolls by them stays in the cell.
    let hold_on = hand.on(|hand, event: MouseEvent| {
        let view = hand.scroller.cast::<Element>();
        if event.target_dyn_into::<Element>().is_some_and(|target| Some(target) == view) {
            event.prevent_default();
        }
    });
    let ondblclick = hand.on(|hand, event: MouseEvent| {
        if !hand.fit_at(&event) {
            hand.open_at(&event);
        }
    });
    let onpointerdown = hand.on(|hand, event: PointerEvent| hand.pointer_down(&event));
    let onpointermove = hand.on(|hand, event: PointerEvent| hand.pointer_move(&event));
    let onpointerup = hand.on(|hand, event: PointerEvent| hand.pointer_up(&event));
    let onpointercancel = hand.on(|hand, _: PointerEvent| hand.drop_nothing());
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

    let (layout, report) = (&*hand.tools.layout, &props.report);
    let (state, allocated) = (&report.allocation.state, report.allocation.allocated);
    let per_seat = report.members.checked_div(allocated).unwrap_or_default();
    let class = classes!(
        "grid",
        layout.is_sized().then_some("sized"),
        (!layout.is_usual()).then_some("chosen"),
        shown.is_some().then_some("sifted"),
        (report.members >= LONG_MEMBERS).then_some("long-members"),
        (per_seat >= LONG_RATIO).then_some("long-ratios"),
        (report.allocation.house.max(allocated) >= LONG_SEATS).then_some("long-seats"),
        // The seats are those of before, if there were any.
        (allocated > 0 && matches!(state, AllocationState::Refused(_) | AllocationState::Impossible))
            .then_some("outdated"),
    );
    let lines = if shown.is_some() { 3 } else { 2 };
    html! {
        <div class="grid-block">
            <div class="section-head">
                <h2>{ &props.label }</h2>
                { toolbar::toolbar(words, &hand, &now, &props.on_import) }
            </div>
            <Formula report={&props.report} unit={here} column={hand.columns.get(now.at.col).copied()} />
            { find::bar(words, &hand) }
            { filter::bar(words, &hand) }
            <div class="grid-scroll" ref={scroller} onmousedown={hold_on} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
            <table
                role="grid"
                tabindex="-1"
                {class}
                aria-label={&props.label}
                aria-rowcount={(rows.len() + lines).to_string()}
                aria-colcount={(columns.len() + 1).to_string()}
                aria-multiselectable="true"
                {onkeydown} {onmousedown} {onmouseover} {ondblclick} {oninput} {onfocusin} {onfocusout}
                {oncopy} {oncut} {onpaste}
            >
                { head::widths(&hand) }
                { head::headings(words, &hand, *sorted, now.at.col) }
                <tbody role="rowgroup">{ for body(&hand, &now, &marks, span, &mut slots.borrow_mut()) }</tbody>
                { totals::totals(words, &hand, (*shown).as_ref()) }
            </table>
            <div class="drop-line" hidden={true} aria-hidden="true"></div>
            if props.report.units.is_empty() {
                <p class="nothing-yet">{ words.say(&Msg::Problem(&Problem::NoUnits)) }</p>
            }
            </div>
            { menu::menu(words, &hand) }
            <p class="grid-said" role="status">{ (*hand.tools.said).clone() }</p>
            { super::on_paper::rows_left(words, rows.len(), view::PRINTED) }
            <p class="hint keys">{ words.key(Key::GridHint) }</p>
        </div>
    }
}

/// Focuses the active cell; it stays wanted until it is there.
fn hold(scroller: &NodeRef, grip: &RefCell<Grip>, typing: bool) {
    let follow = *grip.borrow() != Grip::Marking;
    if view::focus_active(scroller, typing, follow).is_some() {
        *grip.borrow_mut() = Grip::Holding;
    }
}

/// The rows near the screen and the one of the active cell, wherever it is, so that the focus has where to stay; padding
/// stands for the others.
fn body(hand: &Hand, now: &Cursor, marks: &Marks, span: Span, slots: &mut Slots) -> Vec<Html> {
    let total = hand.rows.len();
    let window = span.first.min(total)..(span.first + span.count).min(total);
    let active = now.at.row;
    // What stands before the active row keeps its name: a row that changes places with its neighbour loses the focus.
    let mut ranges = vec![(window.clone(), "before")];
    if active < window.start {
        ranges = vec![(active..active + 1, "before"), (window.clone(), "between")];
    } else if active >= window.end && active < total {
        ranges.push((active..active + 1, "below"));
    }
    let places = ranges.iter().flat_map(|(places, _)| hand.rows.at(places.clone()));
    let units: Vec<UnitId> = places.filter_map(|row| Some(hand.report.units.get(row)?.id)).collect();
    let unit = hand.table().unit(active).map(|unit| unit.id);
    let side = match active {
        _ if active < window.start => Ordering::Less,
        _ if active < window.end => Ordering::Equal,
        _ => Ordering::Greater,
    };
    slots.seat(&units, slots::Hand { unit, side });
    let (mut parts, mut from) = (Vec::new(), 0);
    for (places, name) in ranges {
        parts.push(padding(hand, name, places.start - from));
        from = places.end;
        parts.extend(rows(hand, now, marks, places, slots));
    }
    parts.push(padding(hand, "after", total - from));
    parts
}

/// Room for rows that are not in the page.
fn padding(hand: &Hand, name: &'static str, rows: usize) -> Html {
    let (width, height) = ((hand.columns.len() + 1).to_string(), (rows * ROW_HEIGHT).to_string());
    html! { <tr key={name} aria-hidden="true" class="padding"><td colspan={width} {height}></td></tr> }
}

fn rows(hand: &Hand, now: &Cursor, marks: &Marks, places: Range<usize>, slots: &Slots) -> Vec<Html> {
    let report = &hand.report;
    let scenario = &report.scenario;
    let followed = scenario.followed();
    let shown = places.filter_map(|place| {
        let number = hand.rows.row(place)?;
        let unit = scenario.units.get(number)?;
        Some((place, number, unit, report.units.get(number)?, slots.of(unit.id)?))
    });
    shown
        .map(|(index, number, unit, figures, slot)| {
            let delegation = unit.delegation.and_then(|id| scenario.delegation(id));
            let delegation = delegation.map_or(AttrValue::Static(""), |d| d.name.shared().into());
            let active = (now.at.row == index).then_some(now.at.col);
            let typing =
                active.and(now.typing.as_ref()).map(|typing| AttrValue::from(typing.text().to_owned()));
            html! {
                <GridRow
                    key={slot}
                    words={hand.words}
                    columns={hand.columns.clone()}
                    {index}
                    {number}
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
