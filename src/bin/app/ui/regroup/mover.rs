//! The choice of a delegation to move to: a list of the browser's own, and a button that does it.

use super::groups::Target;
use crate::ui::words::use_words;
use delegate_roster::text::Key;
use web_sys::{HtmlElement, HtmlSelectElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub label: AttrValue,
    pub options: Vec<(Target, AttrValue)>,
    pub confirm: AttrValue,
    pub on_move: Callback<Target>,
    pub on_cancel: Callback<()>,
}

#[component]
pub fn MoveForm(props: &Props) -> Html {
    let words = use_words();
    let select = use_node_ref();
    use_effect_with((), {
        let select = select.clone();
        move |()| {
            if let Some(select) = select.cast::<HtmlElement>() {
                let _ = select.focus();
            }
        }
    });
    let choose = {
        let (select, options, on_move) = (select.clone(), props.options.clone(), props.on_move.clone());
        Callback::from(move |()| {
            let Some(select) = select.cast::<HtmlSelectElement>() else { return };
            let at = usize::try_from(select.selected_index()).ok();
            if let Some((target, _)) = at.and_then(|at| options.get(at)) {
                on_move.emit(*target);
            }
        })
    };
    let onsubmit = {
        let choose = choose.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            choose.emit(());
        })
    };
    // Enter in the list moves at once; the browser would only send a form from a text field.
    let on_enter = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            choose.emit(());
        }
    });
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                on_cancel.emit(());
            }
        })
    };
    html! {
        <form class="move-form" {onsubmit} {onkeydown}>
            <label for="move-to">{ &props.label }</label>
            <select id="move-to" ref={select} onkeydown={on_enter}>
                { for props.options.iter().enumerate().map(|(at, (target, name))| html! { <option key={target.code()} selected={at == 0}>{ name }</option> }) }
            </select>
            <button type="submit" class="primary" disabled={props.options.is_empty()}>{ &props.confirm }</button>
            <button type="button" onclick={props.on_cancel.reform(|_: MouseEvent| ())}>{ words.key(Key::Cancel) }</button>
        </form>
    }
}
