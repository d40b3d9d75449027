//! The buttons over the grid. They act on its selection; each has a key that does the same.

use super::cursor::Cursor;
use super::hand::{Hand, Insertion};
use crate::ui::words::Words;
use delegate_roster::limits::MAX_UNITS;
use delegate_roster::text::Key;
use yew::prelude::*;

pub fn toolbar(words: Words, hand: &Hand, now: &Cursor, on_import: &Callback<()>) -> Html {
    let empty = hand.extent.rows == 0;
    let full = hand.extent.rows >= MAX_UNITS;
    let (first, last) = now.selection();
    let button = |key: Key, sign: &'static str, disabled: bool, onclick: Callback<MouseEvent>| {
        let label = words.key(key);
        html! {
            <button type="button" class="icon" {onclick} {disabled} title={label.clone()} aria-label={label}>{ sign }</button>
        }
    };
    let import = on_import.reform(|_: MouseEvent| ());
    let add = hand.on(|hand, _: MouseEvent| hand.insert(Insertion::End));
    html! {
        <div class="toolbar" role="group" aria-label={words.key(Key::RowTools)}>
            <button type="button" onclick={add} disabled={full}>{ words.key(Key::AddUnit) }</button>
            { button(Key::InsertAbove, "⤒+", full || empty, hand.on(|hand, _: MouseEvent| hand.insert(Insertion::Above))) }
            { button(Key::MoveUp, "↑", empty || first.row == 0, hand.on(|hand, _: MouseEvent| hand.move_rows(&hand.now(), -1))) }
            { button(Key::MoveDown, "↓", empty || last.row + 1 >= hand.extent.rows, hand.on(|hand, _: MouseEvent| hand.move_rows(&hand.now(), 1))) }
            { button(Key::RemoveUnits, "✕", empty, hand.on(|hand, _: MouseEvent| hand.remove())) }
            <button id="paste-table" type="button" onclick={import}>{ words.key(Key::PasteTable) }</button>
        </div>
    }
}
