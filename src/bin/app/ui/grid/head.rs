//! The headings of the grid: each opens the menu of its column, and has a border that can be dragged.

use super::column::Column;
use super::hand::Hand;
use super::menu::Opened;
use crate::ui::words::Words;
use delegate_roster::scenario::Direction;
use delegate_roster::text::Key;
use yew::prelude::*;

/// The widths of the columns, where a person has set them.
pub fn widths(hand: &Hand) -> Html {
    let layout = &*hand.tools.layout;
    let width = |column: Column| {
        layout.width(column).map(|width| if column == Column::Name { width.min(most()) } else { width })
    };
    html! {
        <colgroup>
            <col />
            { for hand.columns.iter().map(|column| html! {
                <col key={column.id()} width={width(*column).map(|width| width.to_string())} />
            }) }
        </colgroup>
    }
}

/// The most that the names may take, which stay in sight: half of the screen.
fn most() -> u16 {
    let screen =
        web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    (screen.unwrap_or(1_000.0) / 2.0) as u16
}

/// The headings. One of them, that of the active column, is reached with Tab.
pub fn headings(words: Words, hand: &Hand, sorted: Option<(Column, Direction)>, active: usize) -> Html {
    html! {
        <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
                <th role="columnheader" scope="col" class="row-head">
                    <span class="visually-hidden">{ words.key(Key::RowNumber) }</span>
                    <span aria-hidden="true">{ "#" }</span>
                </th>
                { for hand.columns.iter().enumerate().map(|(col, column)| {
                    heading(words, hand, (col, *column), sorted.filter(|(by, _)| by == column), active)
                }) }
            </tr>
        </thead>
    }
}

fn heading(
    words: Words,
    hand: &Hand,
    (col, column): (usize, Column),
    sorted: Option<(Column, Direction)>,
    active: usize,
) -> Html {
    let id = format!("{}-heading-{}", hand.name, column.id());
    let open = matches!(&*hand.tools.menu, Some(Opened::Column(open, _)) if *open == column);
    let onclick = hand.on(move |hand, _: MouseEvent| hand.open_menu(col));
    let order = sorted.map(|(_, direction)| match direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    html! {
        <th key={column.id()} role="columnheader" scope="col" class={column.class()} aria-sort={order}
            aria-colindex={(col + 2).to_string()} data-heading={col.to_string()}>
            <button type="button" class="heading" {id} {onclick} tabindex={if col == active { "0" } else { "-1" }}
                aria-haspopup="menu" aria-expanded={if open { "true" } else { "false" }}>
                { words.say(&column.heading(&hand.report)) }
            </button>
            <span class="border" data-border={col.to_string()} aria-hidden="true"></span>
        </th>
    }
}
