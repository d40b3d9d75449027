//! Finding a text in the cells on show. The browser's own search sees only the rows that are in the page.

use super::column::Column;
use super::cursor::{Cursor, Spot};
use super::edits::plain;
use super::hand::Hand;
use super::keys::Turn;
use crate::effects::announce;
use crate::effects::typing::is_composing;
use crate::ui::words::Words;
use delegate_roster::scenario::folded;
use delegate_roster::text::{Msg, TableMsg, TableWord};
use std::rc::Rc;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// What is looked for and where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    open: bool,
    text: String,
    hits: Rc<Vec<Spot>>,
    /// Which of them the hand is on.
    at: Option<usize>,
}

impl Finding {
    fn hit(&self) -> Option<Spot> {
        self.hits.get(self.at?).copied()
    }
}

impl Hand {
    /// The identity of the field.
    fn find_id(&self) -> String {
        [self.name, "-find"].concat()
    }

    pub fn open_find(&self) {
        self.tools.finding.set(Finding { open: true, ..(*self.tools.finding).clone() });
        announce::select_soon(self.find_id());
    }

    pub fn close_find(&self) {
        self.tools.finding.set(Finding { open: false, ..(*self.tools.finding).clone() });
        self.set(Cursor::on(self.now().at));
    }

    /// Looks for a text from the active cell on.
    fn seek(&self, text: String) {
        let hits = Rc::new(self.hits(&text));
        let from = self.now().at;
        let at = hits.iter().position(|hit| (hit.row, hit.col) >= (from.row, from.col));
        self.point_at(Finding { open: true, at: at.or((!hits.is_empty()).then_some(0)), text, hits });
    }

    /// The hand goes to the next, or the one before.
    pub fn find(&self, turn: Turn) {
        match self.turned(turn) {
            None => self.open_find(),
            Some(finding) => {
                if let Some(hit) = finding.hit() {
                    self.set(Cursor::on(hit));
                }
                self.tools.finding.set(finding);
            }
        }
    }

    /// Shows the next, or the one before; the focus stays in the field.
    fn show(&self, turn: Turn) {
        if let Some(finding) = self.turned(turn) {
            self.point_at(finding);
        }
    }

    fn point_at(&self, finding: Finding) {
        if let Some(hit) = finding.hit() {
            self.point(Cursor::on(hit));
        }
        self.tools.finding.set(finding);
    }

    /// The next, or the one before, around the ends; nothing where nothing is looked for. Looks anew: cells may have changed.
    fn turned(&self, turn: Turn) -> Option<Finding> {
        let finding = (*self.tools.finding).clone();
        if finding.text.is_empty() {
            return None;
        }
        let hits = Rc::new(self.hits(&finding.text));
        let from = self.now().at;
        let key = |hit: &Spot| (hit.row, hit.col);
        let at = match turn {
            Turn::Forward => hits.iter().position(|hit| key(hit) > key(&from)).or(Some(0)),
            Turn::Backward => {
                hits.iter().rposition(|hit| key(hit) < key(&from)).or(hits.len().checked_sub(1))
            }
        };
        Some(Finding { at: at.filter(|at| *at < hits.len()), hits, ..finding })
    }

    /// The cells on show that hold a text; numbers also as they are typed, without separators.
    fn hits(&self, text: &str) -> Vec<Spot> {
        let wanted = folded(text.trim());
        let mut hits = Vec::new();
        if wanted.is_empty() || self.extent.rows == 0 {
            return hits;
        }
        let digits = wanted.chars().all(|c| c.is_ascii_digit());
        self.table().texts(Spot::default(), self.extent.last(), &mut |spot, column: Column, text| {
            let names = matches!(column, Column::Name | Column::Delegation);
            let found = match names {
                true => folded(&text).contains(&wanted),
                false => text.contains(&wanted) || (digits && plain(column, text).contains(&wanted)),
            };
            if found {
                hits.push(spot);
            }
        });
        hits
    }
}

/// The field, the count and the buttons; nothing until it is asked for.
pub fn bar(words: Words, hand: &Hand) -> Html {
    if hand.tools.finding.open {
        open_bar(words, hand)
    } else {
        html! { <div class="grid-tool find" hidden={true}></div> }
    }
}

#[inline(never)]
fn open_bar(words: Words, hand: &Hand) -> Html {
    let word = |which| words.say(&Msg::Table(TableMsg::Word(which)));
    let finding = &*hand.tools.finding;
    let id = hand.find_id();
    let oninput = hand.on(|hand, event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        hand.seek(input.value());
    });
    let onkeydown = hand.on(|hand, event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("Enter" | "F3", false) => hand.show(Turn::Forward),
            ("Enter" | "F3", true) => hand.show(Turn::Backward),
            ("Escape", _) => hand.close_find(),
            _ => return,
        }
        event.prevent_default();
    });
    let count = match finding.text.trim() {
        "" => AttrValue::Static(""),
        _ => words.say(&Msg::Table(TableMsg::Found(finding.at.map_or(0, |at| at + 1), finding.hits.len()))),
    };
    let button = |name: TableWord, sign: &'static str, disabled: bool, act: fn(&Hand)| {
        let onclick = hand.on(move |hand, _: MouseEvent| act(hand));
        let label = word(name);
        html! {
            <button type="button" class="icon" {onclick} {disabled} title={label.clone()} aria-label={label}>{ sign }</button>
        }
    };
    let none = finding.hits.is_empty();
    html! {
        <div class="grid-tool find" role="search">
            <label for={id.clone()}>{ word(TableWord::FindLabel) }</label>
            <input {id} type="text" autocomplete="off" spellcheck="false" value={finding.text.clone()} {oninput} {onkeydown} />
            <output class="count" aria-live="polite">{ count }</output>
            { button(TableWord::Previous, "↑", none, |hand| hand.show(Turn::Backward)) }
            { button(TableWord::Next, "↓", none, |hand| hand.show(Turn::Forward)) }
            { button(TableWord::CloseFind, "✕", false, Hand::close_find) }
        </div>
    }
}
