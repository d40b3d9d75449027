//! Another scenario beside the open one: chosen from those kept in this browser or from a file, and taken over change by
//! change. The two can be switched: the other one is opened then, and this one is the other.

use crate::effects::files::{self, Content, Refusal};
use crate::effects::library::{Shelf, Wish};
use crate::effects::{announce, clock, storage};
use crate::store::Intent;
use crate::ui::chart::word;
use crate::ui::comparison::Comparison;
use crate::ui::fields::Choice;
use crate::ui::words::{Words, use_words};
use delegate_roster::codec::library::{Entry, EntryId};
use delegate_roster::scenario::{Report, Scenario, derive};
use delegate_roster::text::{ChartMsg, ChartWord, Key, LibraryMsg, Msg};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
    pub shelf: Shelf,
    /// The entry that is open.
    pub current: EntryId,
    pub on_wish: Callback<Wish>,
}

/// The scenario that stands beside the open one.
#[derive(Clone, Debug, PartialEq)]
enum Other {
    Nothing,
    Reading(Option<EntryId>),
    Refused(Option<EntryId>, AttrValue),
    Read(Beside),
}

/// A scenario that was read.
#[derive(Clone, Debug, PartialEq)]
struct Beside {
    /// Its entry; none for a file.
    entry: Option<EntryId>,
    report: Rc<Report>,
    save: Save,
}

/// Which save was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Save {
    Last,
    /// The last one is damaged.
    Previous,
}

impl Other {
    const fn entry(&self) -> Option<EntryId> {
        match self {
            Self::Nothing => None,
            Self::Reading(entry) | Self::Refused(entry, _) => *entry,
            Self::Read(beside) => beside.entry,
        }
    }
}

/// The two are being switched.
#[derive(Clone, Debug, PartialEq)]
struct Switching {
    from: Beside,
    /// The entry that is to be opened; a new one has no identity yet.
    to: Option<EntryId>,
}

/// What follows from a scenario that was read.
fn beside(entry: Option<EntryId>, scenario: Scenario, save: Save) -> Other {
    Other::Read(Beside { entry, report: Rc::new(derive(&Rc::new(scenario), None)), save })
}

#[component]
pub fn OtherScenario(props: &Props) -> Html {
    let words = use_words();
    let other = use_state_eq(|| Other::Nothing);
    // Counts what was asked for, so that a slow answer does not replace a later one.
    let asked = use_mut_ref(|| 0u32);
    let switching = use_mut_ref(|| None::<Switching>);
    use_effect_with(props.current, {
        let (on_wish, other, switching) = (props.on_wish.clone(), other.clone(), switching.clone());
        move |current| {
            let before = switching.borrow_mut().take();
            match before {
                Some(switching) if switching.to.is_none_or(|to| to == *current) => {
                    other.set(Other::Read(switching.from));
                    announce::focus_soon("other-differences".to_owned());
                }
                _ if other.entry() == Some(*current) => other.set(Other::Nothing),
                _ => {}
            }
            on_wish.emit(Wish::List);
        }
    });
    let entries = props.shelf.entries.as_deref().unwrap_or_default();
    let others: Vec<&Entry> =
        entries.iter().filter(|entry| entry.deleted.is_none() && entry.id != props.current).collect();
    let readable: Vec<&Entry> = others.iter().copied().filter(|entry| entry.card.is_ok()).collect();
    let ids: Vec<EntryId> = readable.iter().map(|entry| entry.id).collect();
    let chosen = other.entry().and_then(|id| ids.iter().position(|one| *one == id)).map_or(0, |at| at + 1);
    let options: Vec<AttrValue> = std::iter::once(word(words, ChartWord::OtherNone))
        .chain(readable.iter().map(|entry| option(words, entry)))
        .collect();
    let on_choose = {
        let (other, asked, ids) = (other.setter(), asked.clone(), ids.clone());
        Callback::from(move |at: usize| {
            *asked.borrow_mut() += 1;
            let turn = *asked.borrow();
            let Some(id) = at.checked_sub(1).and_then(|at| ids.get(at)).copied() else {
                return other.set(Other::Nothing);
            };
            other.set(Other::Reading(Some(id)));
            let (other, asked) = (other.clone(), asked.clone());
            spawn_local(async move {
                let read = read_entry(words, id).await;
                if *asked.borrow() == turn {
                    other.set(read);
                }
            });
        })
    };
    let onfile = {
        let (other, asked) = (other.setter(), asked.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            *asked.borrow_mut() += 1;
            let turn = *asked.borrow();
            other.set(Other::Reading(None));
            let (other, asked) = (other.clone(), asked.clone());
            spawn_local(async move {
                let read = read_file(words, files::content_of(&file, None).await);
                if *asked.borrow() == turn {
                    other.set(read);
                    // The same file can be chosen again, for what it has become.
                    input.set_value("");
                }
            });
        })
    };
    let end = {
        let (other, asked) = (other.setter(), asked.clone());
        Callback::from(move |_: MouseEvent| {
            *asked.borrow_mut() += 1;
            other.set(Other::Nothing);
            announce::focus_soon("other-entry".to_owned());
        })
    };
    let unreadable = others.len() - readable.len();
    let heard = match &*other {
        Other::Nothing => AttrValue::Static(""),
        Other::Reading(_) => word(words, ChartWord::OtherReading),
        Other::Refused(_, why) => why.clone(),
        Other::Read(beside) => {
            words.say(&Msg::Chart(ChartMsg::ComparedWith(&title(words, &beside.report.scenario))))
        }
    };
    html! {
        <section class="other-scenario" aria-labelledby="other-title">
            <h2 id="other-title">{ word(words, ChartWord::OtherTitle) }</h2>
            <p class="hint">{ word(words, ChartWord::OtherHint) }</p>
            <div class="sitting-fields">
                <Choice id="other-entry" label={word(words, ChartWord::OtherFrom)} {options} chosen={Some(chosen)} {on_choose} />
                <div class="field">
                    <label for="other-file">{ word(words, ChartWord::OtherFile) }</label>
                    <input id="other-file" type="file" accept=".json,.txt,.url,.bin,application/json,text/plain" onchange={onfile} />
                </div>
            </div>
            <div class="other-shelf" aria-live="polite">{ shelf(words, props, readable.is_empty(), unreadable) }</div>
            // What differs is too much to be heard as a whole.
            <p class="visually-hidden" role="status">{ heard }</p>
            <div class="other-found">
                { match &*other {
                    Other::Nothing => html! { <div></div> },
                    Other::Reading(_) => html! { <p class="hint">{ word(words, ChartWord::OtherReading) }</p> },
                    Other::Refused(_, why) => html! { <p class="trouble">{ why }</p> },
                    Other::Read(beside) => found(words, props, beside, switch(props, beside, &switching), end),
                } }
            </div>
        </section>
    }
}

/// What there is to say of the scenarios in this browser.
fn shelf(words: Words, props: &Props, none: bool, unreadable: usize) -> Html {
    let waiting = props.shelf.entries.is_none();
    let line = match (&props.shelf.trouble, waiting, none) {
        (Some(error), true, _) => words.say(&Msg::Library(LibraryMsg::Trouble(error.code()))),
        (None, true, _) => word(words, ChartWord::OtherListing),
        (_, false, true) => words.say(&Msg::Chart(ChartMsg::OtherEmpty)),
        (_, false, false) => AttrValue::Static(""),
    };
    html! {
        <>
            <p class="hint">{ line }</p>
            <p class="trouble" hidden={unreadable == 0}>{ words.say(&Msg::Chart(ChartMsg::OthersUnreadable(unreadable))) }</p>
        </>
    }
}

/// The other scenario, and what it does differently.
fn found(
    words: Words,
    props: &Props,
    beside: &Beside,
    switch: Callback<MouseEvent>,
    end: Callback<MouseEvent>,
) -> Html {
    let title = title(words, &beside.report.scenario);
    html! {
        <div class="compared">
            <p><bdi>{ words.say(&Msg::Chart(ChartMsg::ComparedWith(&title))) }</bdi></p>
            <p class="trouble" hidden={beside.save == Save::Last}>{ word(words, ChartWord::OtherPrevious) }</p>
            <div class="buttons">
                <button type="button" onclick={switch} aria-describedby="other-switch-hint">{ word(words, ChartWord::OtherSwitch) }</button>
                <button type="button" onclick={end}>{ word(words, ChartWord::OtherEnd) }</button>
            </div>
            <p class="hint" id="other-switch-hint">{ word(words, ChartWord::OtherSwitchHint) }</p>
            <Comparison id="other" mine={props.report.clone()} theirs={beside.report.clone()} dispatch={&props.dispatch} />
        </div>
    }
}

/// Opens the other scenario; once it is open, the one that was open stands beside it.
fn switch(
    props: &Props,
    beside: &Beside,
    switching: &Rc<RefCell<Option<Switching>>>,
) -> Callback<MouseEvent> {
    let from = Beside { entry: Some(props.current), report: props.report.clone(), save: Save::Last };
    let entries = props.shelf.entries.as_deref().unwrap_or_default();
    let kept =
        beside.entry.filter(|id| entries.iter().any(|entry| entry.id == *id && entry.deleted.is_none()));
    let wish = match kept {
        Some(id) => Wish::Open(id),
        // A file, or what was never stored: a scenario of its own from now on.
        None => Wish::Begin(Box::new((*beside.report.scenario).clone())),
    };
    let (on_wish, switching) = (props.on_wish.clone(), switching.clone());
    Callback::from(move |_: MouseEvent| {
        *switching.borrow_mut() = Some(Switching { from: from.clone(), to: kept });
        on_wish.emit(wish.clone());
    })
}

fn title(words: Words, scenario: &Scenario) -> String {
    if scenario.title.is_empty() {
        words.key(Key::Untitled).to_string()
    } else {
        scenario.title.as_str().to_owned()
    }
}

/// An entry in the list: its title, and when it was saved.
fn option(words: Words, entry: &Entry) -> AttrValue {
    let Ok(card) = &entry.card else { return AttrValue::Static("") };
    let title = if card.title.is_empty() { words.key(Key::Untitled) } else { card.title.shared().into() };
    words.say(&Msg::Chart(ChartMsg::OtherEntry(&title, &clock::day_and_time(card.saved_at, words.0))))
}

async fn read_entry(words: Words, id: EntryId) -> Other {
    match storage::load(id).await {
        Ok(loaded) => match loaded.snapshot {
            Some(snapshot) => {
                let save = if loaded.damaged.is_some() { Save::Previous } else { Save::Last };
                beside(Some(id), snapshot.scenario, save)
            }
            None => Other::Refused(Some(id), word(words, ChartWord::OtherDamaged)),
        },
        Err(error) => Other::Refused(Some(id), words.say(&Msg::Library(LibraryMsg::Trouble(error.code())))),
    }
}

fn read_file(words: Words, content: Result<Content, Refusal>) -> Other {
    let why = match content {
        Ok(Content::Scenario(link)) => match &link.scenario {
            Ok(scenario) => return beside(None, scenario.clone(), Save::Last),
            Err(error) => words.say(&Msg::FileError(error)),
        },
        Ok(Content::Text(..) | Content::Book(_)) => word(words, ChartWord::OtherTable),
        Err(refusal) => words.say(&refusal.msg()),
    };
    Other::Refused(None, why)
}
