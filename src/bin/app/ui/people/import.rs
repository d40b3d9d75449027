//! Importing a list of delegates: pasted or from a file, looked at before anything changes, then one step.

use super::{key, said};
use crate::effects::files::{self, Content, Refusal};
use crate::store::Intent;
use crate::ui::import::ACCEPT;
use crate::ui::words::{Words, use_words};
use delegate_roster::exchange::{FirstRow, Grid, GridError, ImportedPeople, PeopleField, PeoplePlan};
use delegate_roster::scenario::{Action, Filling, NewUnits, Placing, Scenario};
use delegate_roster::text::{Key, Msg, PeopleKey, PeopleMsg, TransferMsg};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Rows of the preview.
const PREVIEW: usize = 6;
/// Problems listed; the rest is counted.
const LISTED: usize = 8;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub scenario: Rc<Scenario>,
    pub dispatch: Callback<Intent>,
    pub on_close: Callback<()>,
}

/// What has been read so far.
#[derive(Clone, Debug, PartialEq)]
enum Read {
    Nothing,
    Refused(AttrValue),
    Planned(Rc<PeoplePlan>),
}

#[component]
pub fn PeopleImport(props: &Props) -> Html {
    let words = use_words();
    let read = use_state_eq(|| Read::Nothing);
    let take = {
        let (read, scenario) = (read.setter(), props.scenario.clone());
        Callback::from(move |table: Result<Grid, GridError>| {
            read.set(match table {
                Ok(grid) => Read::Planned(Rc::new(PeoplePlan::new(grid, &scenario))),
                Err(error) => Read::Refused(words.say(&Msg::GridError(&error))),
            });
        })
    };
    let oninput = {
        let (take, read) = (take.clone(), read.setter());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            if text.trim().is_empty() { read.set(Read::Nothing) } else { take.emit(Grid::from_table(&text)) }
        })
    };
    let onfile = {
        let (take, read) = (take.clone(), read.setter());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (take, read) = (take.clone(), read.clone());
            spawn_local(async move {
                match files::content_of(&file, None).await {
                    Ok(Content::Text(text, _)) => take.emit(Grid::from_table(&text)),
                    Ok(Content::Book(book)) => take.emit(book.table),
                    // A scenario is no list of names; as a table it says so.
                    Ok(Content::Document(_)) => take.emit(Err(GridError::NotText)),
                    Err(Refusal::Text(error)) => read.set(Read::Refused(words.say(&Msg::GridError(&error)))),
                    Err(Refusal::Book(error)) => {
                        read.set(Read::Refused(words.say(&Msg::Transfer(TransferMsg::BookError(error)))));
                    }
                }
            });
        })
    };
    let replan = {
        let read = read.setter();
        Callback::from(move |plan: PeoplePlan| read.set(Read::Planned(Rc::new(plan))))
    };
    html! {
        <div class="import">
            <label for="people-text">{ words.key(Key::ImportPaste) }</label>
            <textarea id="people-text" rows="5" spellcheck="false" {oninput} />
            <label for="people-file">{ words.key(Key::ImportFile) }</label>
            <input id="people-file" type="file" accept={ACCEPT} onchange={onfile} />
            <div class="import-result" aria-live="polite">
                { match &*read {
                    Read::Nothing => html! { <p class="hint">{ key(words, PeopleKey::ImportHint) }</p> },
                    Read::Refused(why) => html! { <p class="trouble">{ why }</p> },
                    Read::Planned(plan) => html! {
                        <Preview plan={Rc::clone(plan)} scenario={&props.scenario} dispatch={&props.dispatch}
                            {replan} on_close={&props.on_close} />
                    },
                } }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    plan: Rc<PeoplePlan>,
    scenario: Rc<Scenario>,
    dispatch: Callback<Intent>,
    replan: Callback<PeoplePlan>,
    on_close: Callback<()>,
}

#[component]
fn Preview(props: &PreviewProps) -> Html {
    let words = use_words();
    let plan = &props.plan;
    let any = !props.scenario.people.is_empty();
    let counting = use_state_eq(|| Filling::Fill);
    let units = use_state_eq(|| NewUnits::Leave);
    let imported =
        use_memo((plan.clone(), props.scenario.clone()), |(plan, scenario)| plan.imported(scenario));
    let headed = {
        let (plan, replan) = (plan.clone(), props.replan.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let first_row = if input.checked() { FirstRow::Headings } else { FirstRow::Unit };
            replan.emit((*plan).clone().with_first_row(first_row));
        })
    };
    let fill = ticked(&counting, Filling::Fill, Filling::Leave);
    let new_units = ticked(&units, NewUnits::Add, NewUnits::Leave);
    let finish = |placing: Placing| {
        let (imported, counting, units) = (imported.clone(), *counting, *units);
        let (dispatch, on_close) = (props.dispatch.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Intent::Do(Action::People(imported.action(placing, units, counting))));
            on_close.emit(());
        })
    };
    let refused =
        |placing: Placing| imported.drafts.is_empty() || !imported.fits(&props.scenario.people, placing);
    html! {
        <div class="preview">
            <label class="check">
                <input type="checkbox" checked={plan.first_row() == FirstRow::Headings} onchange={headed} />
                { words.key(Key::FirstRowHeadings) }
            </label>
            <div class="table-scroll" tabindex="0" role="region" aria-label={words.key(Key::Preview)}>
                <table class="plain-table">
                    <thead>
                        <tr>{ for (0..plan.columns().len()).map(|column| mapping(words, plan, column, &props.replan)) }</tr>
                    </thead>
                    <tbody>
                        { for plan.grid().rows().iter().take(PREVIEW).enumerate().map(|(row, cells)| {
                            let heading = row == 0 && plan.first_row() == FirstRow::Headings;
                            html! {
                                <tr class={heading.then_some("heading")}>
                                    { for cells.iter().map(|cell| html! { <td><bdi>{ cell }</bdi></td> }) }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
            { summary(words, &imported) }
            <label class="check" hidden={imported.unknown_units.is_empty()}>
                <input id="people-add-units" type="checkbox" checked={*units == NewUnits::Add} onchange={new_units} />
                { said(words, &PeopleMsg::AddUnits(imported.unknown_units.len())) }
            </label>
            <label class="check">
                <input id="people-fill" type="checkbox" checked={*counting == Filling::Fill} onchange={fill} />
                { key(words, PeopleKey::FillOnce) }
            </label>
            <p class="trouble" hidden={imported.fits(&props.scenario.people, Placing::Replace)}>{ key(words, PeopleKey::TooLarge) }</p>
            <div class="buttons">
                <button type="button" class="primary" disabled={refused(Placing::Replace)} onclick={finish(Placing::Replace)}>
                    { if any { key(words, PeopleKey::Replace) } else { key(words, PeopleKey::Import) } }
                </button>
                <button type="button" hidden={!any} disabled={refused(Placing::Append)} onclick={finish(Placing::Append)}>
                    { key(words, PeopleKey::Append) }
                </button>
                <button type="button" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ words.key(Key::Cancel) }</button>
            </div>
        </div>
    }
}

/// A tick between two values.
fn ticked<T: Copy + PartialEq + 'static>(state: &UseStateHandle<T>, on: T, off: T) -> Callback<Event> {
    let state = state.setter();
    Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        state.set(if input.checked() { on } else { off });
    })
}

/// The choice of what a column becomes.
fn mapping(words: Words, plan: &Rc<PeoplePlan>, column: usize, replan: &Callback<PeoplePlan>) -> Html {
    let onchange = {
        let (plan, replan) = (plan.clone(), replan.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let index = usize::try_from(select.selected_index()).unwrap_or(0);
            let field = index.checked_sub(1).and_then(|index| PeopleField::ALL.get(index)).copied();
            replan.emit((*plan).clone().with_column(column, field));
        })
    };
    let mapped = plan.columns().get(column).copied().flatten();
    html! {
        <th scope="col">
            <select {onchange} aria-label={words.say(&Msg::ColumnBecomes(column + 1))}>
                <option selected={mapped.is_none()}>{ words.key(Key::LeftOut) }</option>
                { for PeopleField::ALL.iter().map(|field| html! {
                    <option selected={mapped == Some(*field)}>{ said(words, &PeopleMsg::Field(*field)) }</option>
                }) }
            </select>
        </th>
    }
}

/// How many delegates, what does not fit where, which units are new, which names stand twice.
fn summary(words: Words, imported: &ImportedPeople) -> Html {
    html! {
        <div class="summary">
            <p>{ said(words, &PeopleMsg::ImportSummary {
                delegates: imported.drafts.len(),
                left_out: imported.left_out,
                too_many: imported.too_many,
            }) }</p>
            <ul class="trouble">
                { for imported.problems.iter().take(LISTED).map(|problem| html! {
                    <li>{ said(words, &PeopleMsg::ImportProblem(problem)) }</li>
                }) }
                if imported.problems.len() > LISTED {
                    <li>{ words.say(&Msg::More(imported.problems.len() - LISTED)) }</li>
                }
                if !imported.unknown_units.is_empty() {
                    <li>{ said(words, &PeopleMsg::UnknownUnits(&imported.unknown_units)) }</li>
                }
                if !imported.twice.is_empty() {
                    <li>{ said(words, &PeopleMsg::Twice(&imported.twice)) }</li>
                }
            </ul>
        </div>
    }
}
