//! The buttons over the grid. They act on its selection; each has a key that does the same.

use super::cursor::Cursor;
use super::hand::Hand;
use super::menu::Opened;
use crate::ui::words::Words;
use delegate_roster::text::{Key, Msg, TableMsg, TableWord};
use yew::prelude::*;

/// The identity of the button that adds a unit.
pub fn add_id(name: &str) -> String {
    [name, "-add"].concat()
}

pub fn toolbar(words: Words, hand: &Hand, now: &Cursor, on_import: &Callback<Option<AttrValue>>) -> Html {
    let empty = hand.extent.rows == 0;
    let full = hand.report.scenario.room() == 0;
    let (first, last) = now.selection();
    let word = |which| words.say(&Msg::Table(TableMsg::Word(which)));
    let button = |label: AttrValue, sign: &'static str, disabled: bool, act: fn(&Hand)| {
        let onclick = hand.on(move |hand, _: MouseEvent| act(hand));
        html! {
            <button type="button" class="icon" {onclick} {disabled} title={label.clone()} aria-label={label}>{ sign }</button>
        }
    };
    let import = on_import.reform(|_: MouseEvent| None);
    let add = hand.on(|hand, _: MouseEvent| hand.add());
    let columns = [hand.name, "-columns"].concat();
    let open_columns = {
        let anchor = columns.clone();
        hand.on(move |hand, _: MouseEvent| hand.tools.menu.set(Some(Opened::Columns(anchor.clone()))))
    };
    let sort = [hand.name, "-sort"].concat();
    let open_sort = {
        let anchor = sort.clone();
        hand.on(move |hand, _: MouseEvent| {
            if let Some(column) = hand.columns.get(hand.now().at.col) {
                hand.tools.menu.set(Some(Opened::Column(*column, anchor.clone())));
            }
        })
    };
    let filter = hand.on(|hand, _: MouseEvent| hand.toggle_filter());
    let is_open = |open: bool| if open { "true" } else { "false" };
    let insert = words.say(&Msg::Table(TableMsg::InsertAbove(last.row - first.row + 1)));
    html! {
        <div class="toolbar" role="group" aria-label={words.key(Key::RowTools)}>
            <button type="button" id={add_id(hand.name)} onclick={add} disabled={full}>{ words.key(Key::AddUnit) }</button>
            { button(insert, "⤒+", full || empty, Hand::insert_above) }
            { button(words.key(Key::MoveUp), "↑", empty || first.row == 0, |hand| hand.move_rows(-1)) }
            { button(words.key(Key::MoveDown), "↓", empty || last.row + 1 >= hand.extent.rows, |hand| hand.move_rows(1)) }
            { button(word(TableWord::Fill), "⤓", empty || last.row == 0, Hand::fill_down) }
            { button(words.key(Key::RemoveUnits), "✕", empty, Hand::remove) }
            { button(word(TableWord::Find), "⌕", empty, Hand::open_find) }
            <button type="button" onclick={filter} aria-expanded={is_open(hand.is_filter_open())}>{ word(TableWord::Filter) }</button>
            <button type="button" id={sort} onclick={open_sort} disabled={empty} aria-haspopup="menu">{ word(TableWord::Sort) }</button>
            <button type="button" id={columns} onclick={open_columns} aria-haspopup="menu">{ word(TableWord::Columns) }</button>
            <button id="paste-table" type="button" onclick={import}>{ words.key(Key::PasteTable) }</button>
        </div>
    }
}
