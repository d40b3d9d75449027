//! The library: every scenario kept in this browser, what can be done with them, and the way in for a file. Decides nothing; sends wishes.

mod open_file;
mod row;

use super::dialog::Dialog;
use super::words::{Words, use_words};
use crate::effects::dropping::Dropped;
use crate::effects::library::{Said, Shelf, Wish};
use crate::effects::location::Link;
use crate::effects::storage::persistence::Persistence;
use delegate_roster::codec::library::{Entry, EntryId};
use delegate_roster::language::Language;
use delegate_roster::scenario::{Name, Scenario};
use delegate_roster::text::{HelpMsg, HelpWord, Key, LibraryMsg, Msg};
use open_file::OpenFile;
use row::Row;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: bool,
    pub shelf: Shelf,
    /// The entry that is open.
    pub current: EntryId,
    /// Its title.
    pub title: Name,
    pub on_wish: Callback<Wish>,
    pub on_examples: Callback<()>,
    /// What was dropped on the library, and how many times something was.
    pub brought: Option<(u32, Dropped)>,
    /// A whole scenario is looked at as a shared one is.
    pub on_scenario: Callback<Rc<Link>>,
    /// A table is looked at where tables are imported.
    pub on_table: Callback<Dropped>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Library(props: &Props) -> Html {
    let words = use_words();
    let list = props.on_wish.clone();
    use_effect_with(props.open, move |open| {
        if *open {
            list.emit(Wish::List);
        }
    });
    let lib = |msg: LibraryMsg<'_>| words.say(&Msg::Library(msg));
    let wish = |wish: Wish| props.on_wish.reform(move |_: MouseEvent| wish.clone());
    let shelf = &props.shelf;
    let entries = shelf.entries.as_deref().unwrap_or_default();
    let living: Vec<&Entry> = entries.iter().filter(|entry| entry.deleted.is_none()).collect();
    let deleted = entries.iter().filter(|entry| entry.deleted.is_some()).max_by_key(|entry| entry.deleted);
    let unlisted = shelf.entries.is_some() && living.iter().all(|entry| entry.id != props.current);
    let row = |entry: &Entry| {
        html! {
            <Row key={entry.id.0} entry={entry.clone()} current={entry.id == props.current} on_wish={&props.on_wish} />
        }
    };
    html! {
        <Dialog id="library" wide=true title={lib(LibraryMsg::Title)} open={props.open} on_close={&props.on_close}>
            <div class="library">
                <div class="library-tools">
                    <button type="button" onclick={wish(Wish::Begin(Box::new(Scenario::blank())))}>{ words.key(Key::New) }</button>
                    <button type="button" onclick={props.on_examples.reform(|_: MouseEvent| ())}>{ words.say(&Msg::Help(HelpMsg::Word(HelpWord::Examples))) }</button>
                    <p class="hint">{ lib(LibraryMsg::Hint) }</p>
                </div>
                <OpenFile brought={props.brought.clone()} on_scenario={&props.on_scenario} on_table={&props.on_table} />
                // What was deleted is seen beside its undo; those who listen hear it here.
                <p class={classes!("library-said", matches!(shelf.said, Some(Said::Deleted(_))).then_some("visually-hidden"))} role="status">{ said(words, shelf.said.as_ref()) }</p>
                <div class="library-trouble" role="alert">
                    if let Some(error) = &shelf.trouble {
                        <p class="trouble">{ lib(LibraryMsg::Trouble(error.code())) }</p>
                    }
                    if shelf.outdated {
                        <p class="trouble">{ lib(LibraryMsg::Outdated) }</p>
                    }
                    if let Some((_, error)) = &shelf.held {
                        <div class="trouble">
                            <p>{ lib(LibraryMsg::WouldLeave(&named(words, &props.title))) }</p>
                            <p>{ words.say(&Msg::NotSaved(error.code())) }</p>
                            <div class="buttons">
                                <button type="button" class="primary" onclick={wish(Wish::Stay)}>{ lib(LibraryMsg::Stay) }</button>
                                <button type="button" onclick={wish(Wish::Leave)}>{ lib(LibraryMsg::Leave) }</button>
                            </div>
                        </div>
                    }
                </div>
                <div class="library-deleted">
                    if let Some(entry) = deleted {
                        <p>{ lib(LibraryMsg::CanComeBack(&entry_title(words, entry))) }</p>
                        <div class="buttons">
                            <button type="button" id="undo-delete" onclick={wish(Wish::Restore(entry.id))}>{ lib(LibraryMsg::UndoDelete) }</button>
                            <button type="button" onclick={wish(Wish::Purge)}>{ lib(LibraryMsg::Purge) }</button>
                        </div>
                    }
                </div>
                <p class="hint library-unlisted">{ if unlisted { lib(LibraryMsg::NotStoredYet) } else { AttrValue::Static("") } }</p>
                <ul class="library-list" aria-busy={shelf.entries.is_none().to_string()}>{ for living.into_iter().map(row) }</ul>
                <div class="library-kept">
                    <p>{ lib(match shelf.persistence {
                        Persistence::Persistent => LibraryMsg::Persistent,
                        Persistence::BestEffort => LibraryMsg::BestEffort,
                        Persistence::Unknown => LibraryMsg::PersistenceUnknown,
                    }) }</p>
                    if shelf.persistence == Persistence::BestEffort {
                        <button type="button" onclick={wish(Wish::Persist)}>{ lib(LibraryMsg::AskToPersist) }</button>
                    }
                </div>
            </div>
        </Dialog>
    }
}

/// The title of an entry, or that it has none.
fn entry_title(words: Words, entry: &Entry) -> String {
    match &entry.card {
        Ok(card) => named(words, &card.title),
        Err(_) => words.say(&Msg::Library(LibraryMsg::Unreadable)).to_string(),
    }
}

fn named(words: Words, title: &Name) -> String {
    if title.is_empty() { words.key(Key::Untitled).to_string() } else { title.as_str().to_owned() }
}

/// The title of a copy; where there is no room for the addition, the title itself.
fn copy_of(language: Language, title: &Name) -> Name {
    let copy = Words(language).say(&Msg::Library(LibraryMsg::CopyOf(title.as_str())));
    Name::title(&copy).unwrap_or_else(|_| title.clone())
}

fn said(words: Words, said: Option<&Said>) -> AttrValue {
    let say = |msg: LibraryMsg<'_>| words.say(&Msg::Library(msg));
    match said {
        None => AttrValue::Static(""),
        Some(Said::Duplicated(title)) => say(LibraryMsg::Duplicated(&named(words, title))),
        Some(Said::Renamed(title)) => say(LibraryMsg::Renamed(&named(words, title))),
        Some(Said::Deleted(title)) => say(LibraryMsg::Deleted(&named(words, title))),
        Some(Said::Restored(title)) => say(LibraryMsg::Restored(&named(words, title))),
        Some(Said::Purged) => say(LibraryMsg::Purged),
    }
}
