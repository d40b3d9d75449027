//! The menus of the grid: what can be done with a column, and which columns are shown. Works by keys as menus do: arrows,
//! Home and End move, Enter chooses, Escape and Tab close.

use super::column::Column;
use super::columns::STEP;
use super::hand::Hand;
use super::sort;
use crate::effects::announce;
use crate::ui::words::Words;
use delegate_roster::scenario::Sorting;
use delegate_roster::text::{Msg, TableMsg, TableWord};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};
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
                    hand.select_columns(col, col);
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
    let word = |which| words.say(&Msg::Table(TableMsg::Word(which)));
    let (label, items) = match &*hand.tools.menu {
        None => return html! { <div class="menu-place"></div> },
        Some(Opened::Column(column, _)) => {
            let step = i32::from(STEP);
            let sorts = sort::choices(hand, *column, words.0).into_iter().map(|sorting| {
                (Choice::Sort(*column, sorting), words.say(&Msg::Table(TableMsg::Sort(sorting))), None)
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
            let items: Vec<_> = sorts.chain(more.map(|(choice, name)| (choice, word(name), None))).collect();
            (words.say(&Msg::Table(TableMsg::Menu(&words.say(&column.heading())))), items)
        }
        Some(Opened::Columns(_)) => {
            let columns = hand.all_columns.iter().filter(|column| **column != Column::Name);
            let shown = |column: &Column| Some(hand.tools.layout.shows(*column));
            let toggles =
                columns.map(|column| (Choice::Toggle(*column), words.say(&column.heading()), shown(column)));
            let reset = (Choice::Reset, word(TableWord::Reset), None);
            (word(TableWord::ColumnsShown), toggles.chain([reset]).collect())
        }
    };
    let anchor = hand.tools.menu.as_ref().map(|open| open.anchor().to_owned()).unwrap_or_default();
    let on_choose = hand.on(|hand, (choice, back): (Choice, Option<String>)| {
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

#[derive(Properties, PartialEq)]
struct Props {
    label: AttrValue,
    /// What is offered, its words, and whether it is ticked, where it can be.
    items: Vec<(Choice, AttrValue, Option<bool>)>,
    anchor: AttrValue,
    /// Called with the choice and what had the focus before.
    on_choose: Callback<(Choice, Option<String>)>,
    /// Called with what had the focus before, or with nothing where the focus has gone elsewhere by itself.
    on_close: Callback<Option<Option<String>>>,
}

#[component]
fn Menu(props: &Props) -> Html {
    let node = use_node_ref();
    let back = use_mut_ref(|| None::<String>);
    use_effect_with(props.anchor.clone(), {
        let (node, back) = (node.clone(), back.clone());
        move |anchor| {
            *back.borrow_mut() = announce::focused();
            if let Some(menu) = node.cast::<HtmlElement>() {
                hang(&menu, anchor);
                step(&menu, |_, _| 0);
            }
        }
    });
    let onkeydown = {
        let (node, back, on_close) = (node.clone(), back.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(menu) = node.cast::<HtmlElement>() else { return };
            match event.key().as_str() {
                "ArrowDown" => step(&menu, |at, count| (at + 1) % count),
                "ArrowUp" => step(&menu, |at, count| (at + count - 1) % count),
                "Home" => step(&menu, |_, _| 0),
                "End" => step(&menu, |_, count| count - 1),
                "Escape" | "Tab" => on_close.emit(Some(back.borrow().clone())),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onfocusout = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let inside = node.cast::<Node>().is_some_and(|menu| menu.contains(to.as_ref()));
            if !inside {
                on_close.emit(None);
            }
        })
    };
    // A press on an item must not take the focus out of the menu: some browsers give a pressed button none.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="menu" role="menu" aria-label={&props.label} data-title={&props.label} tabindex="-1" ref={node} {onkeydown} {onfocusout} {onmousedown}>
            { for props.items.iter().map(|(choice, words, ticked)| {
                let (choice, back) = (*choice, back.clone());
                let onclick = props.on_choose.reform(move |_: MouseEvent| (choice, back.borrow().clone()));
                let role = if ticked.is_some() { "menuitemcheckbox" } else { "menuitem" };
                html! {
                    <button type="button" {role} tabindex="-1" {onclick}
                        aria-checked={ticked.map(|ticked| if ticked { "true" } else { "false" })}>{ words }</button>
                }
            }) }
        </div>
    }
}

/// Puts the focus on an item, found from the place of the one that has it and their number.
fn step(menu: &HtmlElement, to: impl Fn(usize, usize) -> usize) {
    let Ok(items) = menu.query_selector_all("button") else { return };
    let count = usize::try_from(items.length()).unwrap_or(0);
    if count == 0 {
        return;
    }
    let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    let item = |at: usize| {
        items.item(u32::try_from(at).unwrap_or(0)).and_then(|node| node.dyn_into::<HtmlElement>().ok())
    };
    let at = (0..count).find(|at| item(*at).map(Element::from) == focused).unwrap_or(0);
    if let Some(item) = item(to(at, count)) {
        let _ = item.focus();
    }
}

/// Hangs the menu under its anchor, inside the block of the grid.
fn hang(menu: &HtmlElement, anchor: &str) {
    let anchor = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(anchor));
    let place = menu.closest(".grid-block").ok().flatten();
    let Some((anchor, place)) = anchor.zip(place) else { return };
    let (at, block) = (anchor.get_bounding_client_rect(), place.get_bounding_client_rect());
    let room = (block.width() - menu.get_bounding_client_rect().width()).max(0.0);
    let left = (at.left() - block.left()).clamp(0.0, room);
    let style = menu.style();
    let _ = style.set_property("left", &[&left.round().to_string(), "px"].concat());
    let _ = style.set_property("top", &[&(at.bottom() - block.top()).round().to_string(), "px"].concat());
}
