//! The menus of the grid: what can be done with a column, and which columns are shown.

use super::column::Column;
use super::columns::STEP;
use super::hand::Hand;
use super::sort;
use crate::ui::menu::{Mark, Menu};
use crate::ui::words::Words;
use delegate_roster::scenario::Sorting;
use delegate_roster::text::{Msg, TableMsg, TableWord};
use yew::prelude::*;

/// A menu that is open, and the identity of what it hangs on.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// What can be done with a column.
    Column(Column, String),
    /// Which columns are shown.
    Columns(String),
}

impl Opened {
    fn anchor(&self) -> &str {
        match self {
            Self::Column(_, anchor) | Self::Columns(anchor) => anchor,
        }
    }
}

/// What a menu offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    Sort(Column, Sorting),
    Select(Column),
    Hide(Column),
    Toggle(Column),
    Widen(Column, i32),
    Fit(Column),
    Reset,
}

impl Choice {
    /// Whether the menu stays open: these are asked for several times in a row.
    const fn stays(self) -> bool {
        matches!(self, Self::Toggle(_) | Self::Widen(..))
    }

    fn act(self, hand: &Hand) {
        match self {
            Self::Sort(column, sorting) => hand.sort(column, sorting),
            Self::Select(column) => {
                if let Some(col) = hand.columns.iter().position(|one| *one == column) {
                    hand.select_column(col);
                }
            }
            Self::Hide(column) => hand.hide(column),
            Self::Toggle(column) => hand.toggle(column),
            Self::Widen(column, by) => hand.widen(column, by),
            Self::Fit(column) => hand.fit(column),
            Self::Reset => hand.follow(super::columns::Layout::default()),
        }
    }
}

/// The open menu, or nothing.
pub fn menu(words: Words, hand: &Hand) -> Html {
    match &*hand.tools.menu {
        Some(opened) => open(words, hand, opened),
        None => html! { <div class="menu-place"></div> },
    }
}

/// The open menu. The optimiser must not make it a part of the table around it, which comes before it.
#[inline(never)]
fn open(words: Words, hand: &Hand, opened: &Opened) -> Html {
    let word = |which| words.say(&Msg::Table(TableMsg::Word(which)));
    let (label, items) = match opened {
        Opened::Column(column, _) => {
            let step = i32::from(STEP);
            let sorts = sort::choices(hand, *column, words.0).into_iter().map(|sorting| {
                (Choice::Sort(*column, sorting), words.say(&Msg::Table(TableMsg::Sort(sorting))), Mark::None)
            });
            let more = [
                (Choice::Select(*column), TableWord::SelectColumn),
                (Choice::Widen(*column, step), TableWord::Wider),
                (Choice::Widen(*column, -step), TableWord::Narrower),
                (Choice::Fit(*column), TableWord::Fit),
                (Choice::Hide(*column), TableWord::HideColumn),
                (Choice::Reset, TableWord::Reset),
            ];
            let usual = hand.tools.layout.is_usual();
            let more = more.into_iter().filter(|(choice, _)| match choice {
                Choice::Hide(Column::Name) => false,
                Choice::Reset => !usual,
                _ => true,
            });
            let items: Vec<_> =
                sorts.chain(more.map(|(choice, name)| (choice, word(name), Mark::None))).collect();
            (words.say(&Msg::Table(TableMsg::Menu(&words.say(&column.heading(&hand.report))))), items)
        }
        Opened::Columns(_) => {
            let columns = hand.all_columns.iter().filter(|column| **column != Column::Name);
            let shown = |column: &Column| Mark::Ticked(hand.tools.layout.shows(*column));
            let toggles = columns.map(|column| {
                (Choice::Toggle(*column), words.say(&column.heading(&hand.report)), shown(column))
            });
            let reset = (Choice::Reset, word(TableWord::Reset), Mark::None);
            (word(TableWord::ColumnsShown), toggles.chain([reset]).collect())
        }
    };
    let anchor = opened.anchor().to_owned();
    let (choices, items): (Vec<Choice>, Vec<_>) =
        items.into_iter().map(|(choice, words, mark)| (choice, (words, mark))).unzip();
    let on_choose = hand.on(move |hand, (at, back): (usize, Option<String>)| {
        let Some(choice) = choices.get(at).copied() else { return };
        if !choice.stays() {
            // The column of a heading may be gone after this; then the focus goes to the cells.
            let gone = matches!(choice, Choice::Hide(_) | Choice::Select(_) | Choice::Reset);
            hand.after_menu(back.filter(|_| !gone));
        }
        choice.act(hand);
    });
    let on_close = hand.on(|hand, back: Option<Option<String>>| match back {
        Some(back) => hand.after_menu(back),
        None => hand.tools.menu.set(None),
    });
    html! { <div class="menu-place"><Menu {label} {items} {anchor} {on_choose} {on_close} /></div> }
}
