//! A modal dialog on the browser's own `<dialog>`: focus is kept inside and given back, Escape closes.

use super::words::use_words;
use delegate_roster::text::Key;
use web_sys::{HtmlDialogElement, MouseEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub title: AttrValue,
    pub open: bool,
    /// Counts the times it was asked for: asked for again before its closing was drawn, it opens again.
    #[prop_or_default]
    pub turn: u32,
    pub on_close: Callback<()>,
    #[prop_or_default]
    pub wide: bool,
    #[prop_or_default]
    pub children: Children,
}

#[component]
pub fn Dialog(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    use_effect_with((props.open, props.turn), {
        let node = node.clone();
        move |(open, _)| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                match (*open, dialog.open()) {
                    // A dialog that cannot be shown as modal is still shown.
                    (true, false) if dialog.show_modal().is_err() => dialog.set_open(true),
                    (false, true) => dialog.close(),
                    _ => {}
                }
            }
        }
    });
    let onclose = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |_: Event| {
            // The event comes late: by then the dialog may have been opened again for something else.
            if !node.cast::<HtmlDialogElement>().is_some_and(|dialog| dialog.open()) {
                on_close.emit(());
            }
        })
    };
    let dismiss = props.on_close.reform(|_: MouseEvent| ());
    let heading = format!("{}-title", props.id);
    html! {
        <dialog id={&props.id} ref={node} class={classes!("dialog", props.wide.then_some("wide"))}
            aria-labelledby={heading.clone()} {onclose}>
            <div class="dialog-body">
                <header class="dialog-head">
                    <h2 id={heading}>{ &props.title }</h2>
                    <button type="button" class="quiet" onclick={dismiss} aria-label={words.key(Key::Close)}>{ "✕" }</button>
                </header>
                <div class="dialog-content">
                    if props.open { { props.children.clone() } }
                </div>
            </div>
        </dialog>
    }
}
