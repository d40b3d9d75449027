//! One scenario of the library: what it is, and what can be done with it.

use super::super::words::use_words;
use super::{copy_of, entry_title};
use crate::effects::clock;
use crate::effects::library::Wish;
use crate::effects::typing::is_composing;
use delegate_roster::codec::library::Entry;
use delegate_roster::scenario::Name;
use delegate_roster::text::{LibraryMsg, Msg};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub entry: Entry,
    /// Whether it is the one that is open.
    pub current: bool,
    pub on_wish: Callback<Wish>,
}

#[component]
pub fn Row(props: &Props) -> Html {
    let words = use_words();
    let renaming = use_state_eq(|| false);
    let field = use_node_ref();
    let rename_button = use_node_ref();
    use_effect_with(*renaming, {
        let field = field.clone();
        move |renaming| {
            if let (true, Some(field)) = (*renaming, field.cast::<HtmlInputElement>()) {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let entry = &props.entry;
    let id = entry.id;
    let lib = |msg: LibraryMsg<'_>| words.say(&Msg::Library(msg));
    let title = entry_title(words, entry);
    let to = |what: LibraryMsg<'_>| lib(LibraryMsg::To(&lib(what), &title));
    let wish = |wish: Wish| props.on_wish.reform(move |_: MouseEvent| wish.clone());
    let begin = {
        let renaming = renaming.setter();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let onsubmit = {
        let (field, renaming, on_wish) = (field.clone(), renaming.setter(), props.on_wish.clone());
        let before = entry.card.as_ref().map(|card| card.title.clone()).unwrap_or_default();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            renaming.set(false);
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let title = Name::cut_title(&typed);
            if title != before {
                on_wish.emit(Wish::Rename(id, title));
            }
        })
    };
    let onkeydown = {
        let (renaming, button) = (renaming.setter(), rename_button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_composing(&event) {
                // Escape ends the renaming, not the dialog.
                event.prevent_default();
                event.stop_propagation();
                renaming.set(false);
                if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                    let _ = button.focus();
                }
            }
        })
    };
    let opens = entry.card.is_ok();
    let note = match (entry.is_newer(), opens, entry.flaw.is_some(), entry.damaged.is_some()) {
        (true, ..) => Some(LibraryMsg::Newer),
        (_, false, ..) => Some(LibraryMsg::NothingOpens),
        (_, true, true, _) => Some(LibraryMsg::PreviousOpens),
        (_, true, false, true) => Some(LibraryMsg::SetAside),
        (_, true, false, false) => None,
    };
    let heading = format!("entry-{id}");
    html! {
        <li class={classes!("entry", props.current.then_some("current"), (!opens).then_some("damaged"))} aria-labelledby={heading.clone()}>
            <div class="entry-text">
                <p class="entry-title" id={heading}><bdi>{ &title }</bdi></p>
                <p class="hint">
                    { match &entry.card {
                        Ok(card) => lib(LibraryMsg::Size { units: card.units, seats: card.seats, bytes: entry.bytes }),
                        Err(_) => lib(LibraryMsg::Bytes(entry.bytes)),
                    } }
                </p>
                <p class="hint">
                    { entry.card.as_ref().map_or(AttrValue::Static(""), |card| {
                        lib(LibraryMsg::Changed(&clock::day_and_time(card.saved_at, words.0)))
                    }) }
                </p>
                <p class="entry-note">{ note.map_or(AttrValue::Static(""), lib) }</p>
            </div>
            <form class="entry-rename" hidden={!*renaming} {onsubmit} {onkeydown}>
                <label for={format!("title-{id}")}>{ lib(LibraryMsg::NewTitle) }</label>
                <input id={format!("title-{id}")} ref={field} type="text" autocomplete="off"
                    value={entry.card.as_ref().map(|card| card.title.shared()).unwrap_or_default()} />
                <button type="submit">{ lib(LibraryMsg::SaveTitle) }</button>
            </form>
            <div class="entry-actions">
                if props.current {
                    <button type="button" id={format!("open-{id}")} class="primary" aria-label={to(LibraryMsg::OpenNow)} aria-current="true"
                        onclick={wish(Wish::Open(id))}>{ lib(LibraryMsg::OpenNow) }</button>
                } else if opens {
                    <button type="button" id={format!("open-{id}")} aria-label={to(LibraryMsg::OpenEntry)} onclick={wish(Wish::Open(id))}>{ lib(LibraryMsg::OpenEntry) }</button>
                }
                if let (true, Ok(card)) = (opens, &entry.card) {
                    <button type="button" id={format!("rename-{id}")} ref={rename_button} aria-label={to(LibraryMsg::Rename)} aria-expanded={renaming.to_string()}
                        disabled={entry.is_newer()} onclick={begin}>{ lib(LibraryMsg::Rename) }</button>
                    <button type="button" aria-label={to(LibraryMsg::Duplicate)}
                        onclick={wish(Wish::Duplicate(id, copy_of(words.0, &card.title)))}>{ lib(LibraryMsg::Duplicate) }</button>
                }
                if let Some(slot) = entry.damaged {
                    <button type="button" aria-label={to(LibraryMsg::Download)} onclick={wish(Wish::Download(id.at(slot)))}>{ lib(LibraryMsg::Download) }</button>
                }
                <button type="button" aria-label={to(LibraryMsg::Delete)} onclick={wish(Wish::Delete(id))}>{ lib(LibraryMsg::Delete) }</button>
            </div>
        </li>
    }
}
