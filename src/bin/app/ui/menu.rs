//! A menu that hangs under a button. Works by keys as menus do: arrows, Home and End move, Enter chooses, Escape and Tab
//! close. Does not know what is chosen: it says which item.

use crate::effects::announce;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

/// What stands before the words of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    None,
    /// It is ticked, or is not.
    Ticked(bool),
    /// It is the one of all that holds, or is not.
    Chosen(bool),
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub label: AttrValue,
    /// The words of what is offered, and its mark.
    pub items: Vec<(AttrValue, Mark)>,
    /// The identity of what it hangs on.
    pub anchor: AttrValue,
    /// Called with the place of the choice and what had the focus before.
    pub on_choose: Callback<(usize, Option<String>)>,
    /// Called with what had the focus before, or with nothing where the focus has gone elsewhere by itself.
    pub on_close: Callback<Option<Option<String>>>,
}

#[component]
pub fn Menu(props: &Props) -> Html {
    let node = use_node_ref();
    let back = use_mut_ref(|| None::<String>);
    use_effect_with(props.anchor.clone(), {
        let (node, back) = (node.clone(), back.clone());
        move |anchor| {
            *back.borrow_mut() = announce::focused();
            if let Some(menu) = node.cast::<HtmlElement>() {
                hang(&menu, anchor);
                step(&menu, |at, _| at);
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
            { for props.items.iter().enumerate().map(|(at, (words, mark))| {
                let back = back.clone();
                let onclick = props.on_choose.reform(move |_: MouseEvent| (at, back.borrow().clone()));
                let (role, ticked) = match mark {
                    Mark::None => ("menuitem", None),
                    Mark::Ticked(ticked) => ("menuitemcheckbox", Some(*ticked)),
                    Mark::Chosen(chosen) => ("menuitemradio", Some(*chosen)),
                };
                html! {
                    <button type="button" {role} tabindex="-1" {onclick}
                        aria-checked={ticked.map(|ticked| if ticked { "true" } else { "false" })}>{ words }</button>
                }
            }) }
        </div>
    }
}

/// Puts the focus on an item, found from the place of the one that has it and their number. Where none has it, that is the
/// one that holds, or the first.
fn step(menu: &HtmlElement, to: impl Fn(usize, usize) -> usize) {
    let Ok(items) = menu.query_selector_all("button") else { return };
    let count = usize::try_from(items.length()).unwrap_or(0);
    if count == 0 {
        return;
    }
    let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    let holds = menu.query_selector("[role=menuitemradio][aria-checked=true]").ok().flatten();
    let item = |at: usize| {
        items.item(u32::try_from(at).unwrap_or(0)).and_then(|node| node.dyn_into::<HtmlElement>().ok())
    };
    let place =
        |one: &Option<Element>| (0..count).find(|at| one.is_some() && item(*at).map(Element::from) == *one);
    let at = place(&focused).or_else(|| place(&holds)).unwrap_or(0);
    if let Some(item) = item(to(at, count)) {
        let _ = item.focus();
    }
}

/// Hangs the menu under its anchor, inside what it is placed by.
fn hang(menu: &HtmlElement, anchor: &str) {
    let anchor = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(anchor));
    let Some((anchor, place)) = anchor.zip(menu.offset_parent()) else { return };
    let (at, block) = (anchor.get_bounding_client_rect(), place.get_bounding_client_rect());
    let room = (block.width() - menu.get_bounding_client_rect().width()).max(0.0);
    let left = (at.left() - block.left()).clamp(0.0, room);
    let style = menu.style();
    let _ = style.set_property("left", &[&left.round().to_string(), "px"].concat());
    let _ = style.set_property("top", &[&(at.bottom() - block.top()).round().to_string(), "px"].concat());
}
