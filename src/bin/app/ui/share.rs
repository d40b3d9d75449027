//! Sharing: the whole scenario as a link, with its length and what it contains.

mod qr;

use self::qr::LinkCode;
use super::dialog::Dialog;
use super::words::Words;
use super::words::use_words;
use crate::effects::clipboard::{self, Copied};
use crate::effects::{download, location, workbook};
use delegate_roster::codec::document;
use delegate_roster::codec::link::{self, Names};
use delegate_roster::exchange::Sheet;
use delegate_roster::language::Language;
use delegate_roster::scenario::Report;
use delegate_roster::text::{Key, Msg, PeopleMsg, TransferMsg, sheets};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: bool,
    pub report: Rc<Report>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Share(props: &Props) -> Html {
    let words = use_words();
    let copied = use_state_eq(|| Copied::NotYet);
    let field = use_node_ref();
    let names = use_state_eq(Names::default);
    let shared = use_memo((props.open, props.report.scenario.clone(), *names), |(open, scenario, names)| {
        open.then(|| {
            link::encode_with(scenario, *names).map(|fragment| format!("{}#{fragment}", location::base()))
        })
    });
    let written = use_state_eq(|| None::<AttrValue>);
    use_effect_with(props.open, {
        let (copied, written) = (copied.clone(), written.setter());
        // Names are asked for anew each time.
        let names = names.setter();
        move |_| {
            copied.set(Copied::NotYet);
            written.set(None);
            names.set(Names::LeftOut);
        }
    });
    let save_workbook = {
        let (report, written) = (props.report.clone(), written.setter());
        Callback::from(move |_: MouseEvent| {
            let (report, written) = (report.clone(), written.clone());
            let say = move |about| Some(words.say(&Msg::Transfer(about)));
            written.set(say(TransferMsg::Writing));
            spawn_local(async move {
                let book = workbook::write(&sheets::sheets(&report, words.0)).await;
                if let Ok(book) = &book {
                    download::bytes(&file_name(&report, "xlsx"), book);
                }
                written.set(say(book.map_or_else(TransferMsg::BookError, |_| TransferMsg::Written)));
            });
        })
    };
    let onclick = {
        let (field, copied) = (field.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let copied = copied.clone();
            spawn_local(async move {
                let outcome = clipboard::copy(input).await;
                copied.set(if outcome.is_ok() { Copied::Done } else { Copied::ByHand });
            });
        })
    };
    let body = match &*shared {
        None => html! { <div></div> },
        Some(Err(too_long)) => html! {
            <p class="trouble">{ words.say(&Msg::LinkTooLong(too_long.units)) }</p>
        },
        Some(Ok(text)) => html! {
            <div class="share">
                <label for="share-link">{ words.key(Key::ShareLink) }</label>
                <div class="with-button">
                    <input id="share-link" ref={field} type="text" readonly=true value={text.clone()} />
                    <button type="button" class="primary" {onclick}>{ words.key(Key::Copy) }</button>
                </div>
                <p role="status" class="hint">{ match *copied {
                    Copied::NotYet => words.say(&Msg::LinkLength(text.len())),
                    Copied::Done => words.key(Key::Copied),
                    Copied::ByHand => words.key(Key::CopyByHand),
                } }</p>
                <p class={classes!("hint", (text.len() <= link::COMFORTABLE).then_some("visually-hidden"))}>
                    { if text.len() > link::COMFORTABLE { words.key(Key::LinkLong) } else { AttrValue::Static("") } }
                </p>
                <p>{ words.say(&Msg::LinkContains(props.report.scenario.units.len())) }</p>
                <p>{ words.key(Key::LinkPrivacy) }</p>
                <LinkCode link={text.clone()} />
            </div>
        },
    };
    let save = |name: &'static str, sheet: fn(&Report, Language) -> Sheet| {
        let (report, language) = (props.report.clone(), words.0);
        Callback::from(move |_: MouseEvent| {
            download::bytes(name, &sheet(&report, language).to_grid().to_csv_file())
        })
    };
    let save_document = {
        let (report, written) = (props.report.clone(), written.setter());
        Callback::from(move |_: MouseEvent| {
            let text = document::write(&report.scenario);
            if let Ok(text) = &text {
                download::bytes(&file_name(&report, "json"), text.as_bytes());
            }
            written.set(text.err().map(|error| words.say(&Msg::DocumentError(&error))));
        })
    };
    html! {
        <Dialog id="share" title={words.key(Key::ShareTitle)} open={props.open} on_close={&props.on_close}>
            <div>
                { body }
                { list_of_names(words, props.report.scenario.people.delegates.len(), &names, &copied) }
                <h3>{ words.key(Key::SaveTables) }</h3>
                <p class="hint">{ words.key(Key::SaveTablesHint) }</p>
                <div class="buttons">
                    <button type="button" class="document" onclick={save_document}>{ words.key(Key::SaveDocument) }</button>
                    <button type="button" class="workbook" onclick={save_workbook}>{ words.say(&Msg::Transfer(TransferMsg::SaveWorkbook)) }</button>
                    <button type="button" onclick={save("allocation.csv", sheets::allocation)}>{ words.key(Key::StepAllocation) }</button>
                    <button type="button" onclick={save("roster.csv", sheets::roster)}>{ words.key(Key::StepRoster) }</button>
                </div>
                <p class="hint">{ words.key(if props.report.scenario.people.is_empty() { Key::SaveDocumentHint } else { Key::SaveDocumentNames }) }</p>
                <p role="status" class="hint workbook-state">{ (*written).clone().unwrap_or_default() }</p>
            </div>
        </Dialog>
    }
}

/// The list of delegates stays here unless somebody ticks it in; what that means stands beside.
fn list_of_names(
    words: Words,
    count: usize,
    names: &UseStateHandle<Names>,
    copied: &UseStateHandle<Copied>,
) -> Html {
    let onchange = {
        let (names, copied) = (names.setter(), copied.setter());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            names.set(if input.checked() { Names::Included } else { Names::LeftOut });
            copied.set(Copied::NotYet);
        })
    };
    let say = |msg: PeopleMsg<'_>| words.say(&Msg::People(msg));
    let included = **names == Names::Included;
    html! {
        <div class="share-names" hidden={count == 0}>
            <label class="check">
                <input id="share-names" type="checkbox" checked={included} {onchange} aria-describedby="share-names-hint" />
                { say(PeopleMsg::IncludeNames(count)) }
            </label>
            <p id="share-names-hint" class={if included { "trouble" } else { "hint" }}>
                { say(if included { PeopleMsg::NamesIncluded(count) } else { PeopleMsg::NamesLeftOut(count) }) }
            </p>
        </div>
    }
}

/// The title of the congress, as far as a file can be called that.
fn file_name(report: &Report, kind: &str) -> String {
    let title = report.scenario.title.as_str();
    let kept: String =
        title.chars().map(|c| if "\\/:*?\"<>|".contains(c) { ' ' } else { c }).take(80).collect();
    match kept.trim_matches([' ', '.']) {
        "" => format!("delegate-roster.{kind}"),
        name => format!("{name}.{kind}"),
    }
}
