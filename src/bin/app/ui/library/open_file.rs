//! "Open a file": every kind that the product knows, told by its content. A scenario is looked at as a shared one is, a table as one
//! that is imported; what cannot be read is said here, and nothing has changed.

use crate::effects::dropping::Dropped;
use crate::effects::files::{self, Content, Refusal};
use crate::effects::location::Link;
use crate::ui::import::ACCEPT;
use crate::ui::words::{Words, use_words};
use delegate_roster::exchange::{BookError, Foreign, Grid, GridError};
use delegate_roster::text::{Key, LibraryMsg, Msg, TransferMsg};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What was dropped on the library, and how many times something was.
    pub brought: Option<(u32, Dropped)>,
    pub on_scenario: Callback<Rc<Link>>,
    pub on_table: Callback<Dropped>,
}

#[derive(Clone, Debug, PartialEq)]
enum Read {
    Nothing,
    Reading,
    Refused(AttrValue),
}

#[component]
pub fn OpenFile(props: &Props) -> Html {
    let words = use_words();
    let read = use_state_eq(|| Read::Nothing);
    let input = use_node_ref();
    // Counts what was asked to be read: a slow answer takes the place of no later one, and opens nothing once the library is closed.
    let turn = use_mut_ref(|| 0u32);
    use_effect_with((), {
        let turn = turn.clone();
        move |()| move || *turn.borrow_mut() += 1
    });
    let take = use_callback(
        (read.setter(), words, props.on_scenario.clone(), props.on_table.clone()),
        move |file: File, (read, words, on_scenario, on_table)| {
            *turn.borrow_mut() += 1;
            let (turn, now) = (turn.clone(), *turn.borrow());
            let (read, words) = (read.clone(), *words);
            let (on_scenario, on_table) = (on_scenario.clone(), on_table.clone());
            read.set(Read::Reading);
            spawn_local(async move {
                let content = files::content_of(&file, None).await;
                if *turn.borrow() != now {
                    return;
                }
                match content {
                    Ok(Content::Scenario(link)) => on_scenario.emit(link),
                    Ok(Content::Text(text, _)) => match Grid::from_table(&text) {
                        Ok(_) => on_table.emit(Dropped::File(file)),
                        Err(error) => read.set(refused(words, &Refusal::Text(error))),
                    },
                    // Another sheet can be chosen where this one cannot be read.
                    Ok(Content::Book(_)) => on_table.emit(Dropped::File(file)),
                    Err(refusal) => read.set(refused(words, &refusal)),
                }
            });
        },
    );
    let known = use_mut_ref(|| props.brought.as_ref().map(|(count, _)| *count));
    use_effect_with(props.brought.clone(), {
        let (read, take) = (read.setter(), take.clone());
        move |brought| {
            // What was dropped before the library was opened this time has had its answer.
            let count = brought.as_ref().map(|(count, _)| *count);
            if known.replace(count) == count {
                return;
            }
            let why = |about| read.set(Read::Refused(words.say(&Msg::Transfer(about))));
            match brought.as_ref().map(|(_, dropped)| dropped) {
                Some(Dropped::File(file)) => take.emit(file.clone()),
                Some(Dropped::Several(n)) => why(TransferMsg::SeveralFiles(*n)),
                Some(Dropped::Folder) => why(TransferMsg::Folder),
                Some(Dropped::NoFile) => why(TransferMsg::NoFile),
                Some(Dropped::Table(_)) | None => {}
            }
        }
    });
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take.emit(file);
        }
        // The same file can be chosen again, for what it has become.
        input.set_value("");
    });
    let choose = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let lib = |msg: LibraryMsg<'_>| words.say(&Msg::Library(msg));
    html! {
        <div class="library-file">
            <button type="button" id="library-open-file" aria-describedby="library-file-hint" onclick={choose}>{ lib(LibraryMsg::OpenFile) }</button>
            <input id="library-file" ref={input} type="file" accept={ACCEPT} hidden=true aria-label={lib(LibraryMsg::OpenFile)} {onchange} />
            <p class="hint" id="library-file-hint">{ lib(LibraryMsg::FileHint) }</p>
            <div class="library-file-read" role="status">
                { match &*read {
                    Read::Nothing => html! { <p></p> },
                    Read::Reading => html! { <p class="hint">{ words.say(&Msg::Transfer(TransferMsg::Reading)) }</p> },
                    Read::Refused(why) => html! { <p class="trouble">{ why }{ words.key(Key::BetweenSentences) }{ words.key(Key::NothingChanged) }</p> },
                } }
            </div>
        </div>
    }
}

/// Why a file cannot be read; one that is neither a scenario nor a table is of no kind that can.
fn refused(words: Words, refusal: &Refusal) -> Read {
    Read::Refused(match refusal {
        Refusal::Text(GridError::NotText) | Refusal::Book(BookError::Foreign(Foreign::NotATable)) => {
            words.say(&Msg::Library(LibraryMsg::UnknownFile))
        }
        refusal => words.say(&refusal.msg()),
    })
}
