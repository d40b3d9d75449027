//! Importing a table: pasted, from a file or dropped on the page, looked at before anything changes, then one step.

mod preview;

use self::preview::Preview;
use super::dialog::Dialog;
use super::words::{Words, use_words};
use crate::effects::dropping::Dropped;
use crate::effects::files::{self, Content};
use crate::effects::location::Link;
use crate::store::Intent;
use delegate_roster::exchange::{Book, Encoding, Grid, GridError, ImportPlan, Imported, UntakenColumn};
use delegate_roster::scenario::Scenario;
use delegate_roster::text::{Key, Msg, TransferMsg};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Files that are offered first; a file is known by its bytes, whatever it is called.
pub const ACCEPT: &str = ".json,.xlsx,.xlsm,.csv,.tsv,.txt,.url,.bin,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Rows of a preview, the headings among them.
pub const PREVIEW: usize = 6;

/// What a preview does not show: rows below those `shown` of `all`, and columns that become nothing.
pub fn unshown(words: Words, shown: usize, all: usize, untaken: &[UntakenColumn]) -> Html {
    let say = |about| words.say(&Msg::Transfer(about));
    html! {
        <div>
            <p class="hint" hidden={shown >= all}>{ say(TransferMsg::RowsShown(shown, all)) }</p>
            <p class="hint" hidden={untaken.is_empty()}>{ say(TransferMsg::Untaken(untaken)) }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: bool,
    /// What was dropped on the page, and how many times something was.
    pub dropped: Option<(u32, Dropped)>,
    pub scenario: Rc<Scenario>,
    pub dispatch: Callback<Intent>,
    /// A whole scenario is looked at as a shared one is.
    pub on_scenario: Callback<Rc<Link>>,
    pub on_close: Callback<()>,
}

/// What has been read so far.
#[derive(Clone, Debug, PartialEq)]
enum Read {
    Nothing,
    Reading,
    Refused(AttrValue),
    Seen(Seen),
    Scenario(Rc<Link>),
}

impl Read {
    fn plan(&self) -> Option<Rc<ImportPlan>> {
        match self {
            Self::Seen(Seen { plan: Ok(plan), .. }) => Some(plan.clone()),
            _ => None,
        }
    }
}

/// A table, or a workbook one of whose sheets is a table.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    name: AttrValue,
    source: Source,
    plan: Result<Rc<ImportPlan>, AttrValue>,
}

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq)]
enum Source {
    Pasted,
    Text(Encoding),
    Book { names: Rc<[AttrValue]>, chosen: usize, file: File },
}

#[component]
pub fn Import(props: &Props) -> Html {
    let words = use_words();
    let read = use_state_eq(|| Read::Nothing);
    let area = use_node_ref();
    // The plan in which a person last chose something, for when the text is edited; also past what cannot be read.
    let chosen = use_mut_ref(|| None::<Rc<ImportPlan>>);
    // Counts what was asked to be read: a slow answer must not take the place of a later one.
    let turn = use_mut_ref(|| 0u32);
    let next = use_callback((), move |(), ()| {
        *turn.borrow_mut() += 1;
        let (turn, now) = (turn.clone(), *turn.borrow());
        Callback::from(move |()| *turn.borrow() == now)
    });
    let take_file = use_callback(
        (read.setter(), next.clone(), words, props.on_scenario.clone()),
        |(file, sheet): (File, Option<usize>), (read, next, words, on_scenario)| {
            let (read, words, is_current) = (read.clone(), *words, next.emit(()));
            let on_scenario = on_scenario.clone();
            // Another sheet takes the place of the one that is shown, so that the focus stays on the choice.
            if sheet.is_none() {
                read.set(Read::Reading);
            }
            spawn_local(async move {
                let seen = file_read(file, sheet, words).await;
                match seen {
                    _ if !is_current.emit(()) => {}
                    Read::Scenario(scenario) => on_scenario.emit(scenario),
                    seen => read.set(seen),
                }
            });
        },
    );
    use_effect_with((props.open, props.dropped.clone()), {
        let (read, next, take_file, area) = (read.setter(), next.clone(), take_file.clone(), area.clone());
        let chosen = chosen.clone();
        move |(open, dropped): &(bool, Option<(u32, Dropped)>)| {
            next.emit(());
            chosen.take();
            let refused = |about| read.set(Read::Refused(words.say(&Msg::Transfer(about))));
            match dropped.as_ref().filter(|_| *open).map(|(_, dropped)| dropped) {
                None => read.set(Read::Nothing),
                Some(Dropped::File(file)) => take_file.emit((file.clone(), None)),
                Some(Dropped::Several(n)) => refused(TransferMsg::SeveralFiles(*n)),
                Some(Dropped::Folder) => refused(TransferMsg::Folder),
                Some(Dropped::NoFile) => refused(TransferMsg::NoFile),
                Some(Dropped::Table(text)) => {
                    if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                        area.set_value(text);
                    }
                    let plan = planned(Grid::from_clipboard(text), None, words);
                    read.set(Read::Seen(Seen { name: AttrValue::Static(""), source: Source::Pasted, plan }));
                }
            }
        }
    });
    let oninput = {
        let (read, next, chosen) = (read.setter(), next.clone(), chosen.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let text = area.value();
            next.emit(());
            read.set(match Grid::from_pasted(&text) {
                Err(_) if text.trim().is_empty() => Read::Nothing,
                table => {
                    let plan = planned(table, chosen.borrow().as_deref(), words);
                    Read::Seen(Seen { name: AttrValue::Static(""), source: Source::Pasted, plan })
                }
            });
        })
    };
    let onfile = {
        let (take_file, chosen) = (take_file.clone(), chosen.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                // Another table.
                chosen.take();
                take_file.emit((file, None));
            }
        })
    };
    let on_sheet = {
        let (read, take_file) = (read.clone(), take_file.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).ok();
            if let Read::Seen(Seen { source: Source::Book { file, .. }, .. }) = &*read {
                take_file.emit((file.clone(), at));
            }
        })
    };
    let replan = {
        let read = read.clone();
        Callback::from(move |plan: ImportPlan| {
            if let Read::Seen(seen) = &*read {
                let plan = Rc::new(plan);
                chosen.replace(Some(plan.clone()));
                read.set(Read::Seen(Seen { plan: Ok(plan), ..seen.clone() }));
            }
        })
    };
    let imported = use_memo((read.plan(), props.scenario.clone()), |(plan, scenario)| {
        plan.as_ref().map(|plan| Rc::new(plan.imported_into(scenario)))
    });
    html! {
        <Dialog id="import" title={words.key(Key::ImportTitle)} open={props.open} on_close={&props.on_close} wide=true>
            <div class="import">
                <label for="import-text">{ words.key(Key::ImportPaste) }</label>
                <textarea id="import-text" ref={area} rows="5" spellcheck="false" {oninput} />
                <label for="import-file">{ words.key(Key::ImportFile) }</label>
                <input id="import-file" type="file" accept={ACCEPT} onchange={onfile} />
                // A preview is too much to be heard as a whole.
                <p class="visually-hidden" role="status">{ heard(words, &read, (*imported).as_deref()) }</p>
                <div class="import-result">
                    if matches!(props.dropped, Some((_, Dropped::Table(_)))) {
                        <p class="hint">{ words.say(&Msg::Transfer(TransferMsg::PastedTable)) }</p>
                    }
                    { match &*read {
                        Read::Nothing => html! {
                            <p class="hint">{ words.say(&Msg::Transfer(TransferMsg::DropHint)) }{ words.key(Key::BetweenSentences) }{ words.key(Key::ImportHint) }</p>
                        },
                        Read::Scenario(_) | Read::Reading => html! { <p class="hint">{ words.say(&Msg::Transfer(TransferMsg::Reading)) }</p> },
                        Read::Refused(why) => html! { <p class="trouble">{ why }</p> },
                        Read::Seen(seen) => html! {
                            <div class="import-seen">
                                { origin(words, seen, &on_sheet) }
                                { match &seen.plan {
                                    Err(why) => html! { <p class="trouble">{ why }</p> },
                                    Ok(plan) => html! {
                                        <Preview plan={Rc::clone(plan)} imported={(*imported).clone().unwrap_or_default()} scenario={&props.scenario} dispatch={&props.dispatch}
                                            {replan} on_close={&props.on_close} />
                                    },
                                } }
                            </div>
                        },
                    } }
                </div>
            </div>
        </Dialog>
    }
}

/// What is said of what has been read.
fn heard(words: Words, read: &Read, imported: Option<&Imported>) -> AttrValue {
    match (read, imported) {
        (Read::Scenario(_) | Read::Reading, _) => words.say(&Msg::Transfer(TransferMsg::Reading)),
        (Read::Refused(why) | Read::Seen(Seen { plan: Err(why), .. }), _) => why.clone(),
        (Read::Seen(_), Some(imported)) => {
            words.say(&Msg::ImportSaid(imported.units.len(), imported.problems.len()))
        }
        _ => AttrValue::Static(""),
    }
}

/// The name of the file, how it was read, and the choice of its sheet.
fn origin(words: Words, seen: &Seen, on_sheet: &Callback<Event>) -> Html {
    let (encoding, sheets) = match &seen.source {
        Source::Pasted => (AttrValue::Static(""), html! { <span></span> }),
        Source::Text(encoding) => {
            (words.say(&Msg::Transfer(TransferMsg::ReadAs(*encoding))), html! { <span></span> })
        }
        Source::Book { names, chosen, .. } => {
            let sheets = html! {
                <span class="import-sheet">
                    <label for="import-sheet">{ words.say(&Msg::Transfer(TransferMsg::SheetChoice)) }</label>
                    <select id="import-sheet" onchange={on_sheet}>
                        { for names.iter().enumerate().map(|(at, name)| html! {
                            <option selected={at == *chosen}>{ name }</option>
                        }) }
                    </select>
                </span>
            };
            (AttrValue::Static(""), sheets)
        }
    };
    html! {
        <div class="import-origin" hidden={seen.source == Source::Pasted}>
            <p class="hint"><bdi>{ &seen.name }</bdi>{ " " }{ encoding }</p>
            { sheets }
        </div>
    }
}

async fn file_read(file: File, sheet: Option<usize>, words: Words) -> Read {
    let name = AttrValue::from(file.name());
    match files::content_of(&file, sheet).await {
        Ok(Content::Text(text, encoding)) => {
            let plan = planned(Grid::from_table(&text), None, words);
            Read::Seen(Seen { name, source: Source::Text(encoding), plan })
        }
        Ok(Content::Book(Book { names, chosen, table })) => {
            let names = names.into_iter().map(AttrValue::from).collect();
            let plan = planned(table, None, words);
            Read::Seen(Seen { name, source: Source::Book { names, chosen, file }, plan })
        }
        Ok(Content::Scenario(link)) => Read::Scenario(link),
        Err(refusal) => Read::Refused(words.say(&refusal.msg())),
    }
}

/// The plan for a table, with what was chosen for it before it was edited.
fn planned(
    table: Result<Grid, GridError>,
    before: Option<&ImportPlan>,
    words: Words,
) -> Result<Rc<ImportPlan>, AttrValue> {
    let grid = table.map_err(|error| words.say(&Msg::GridError(&error)))?;
    let plan = ImportPlan::new(grid, words.0);
    Ok(Rc::new(match before {
        Some(before) => plan.keeping(before),
        None => plan,
    }))
}
