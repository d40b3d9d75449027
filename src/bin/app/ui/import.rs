//! Importing a table: pasted or from a file, looked at before anything changes, then one step.

use super::dialog::Dialog;
use super::words::{Words, use_words};
use crate::effects::files;
use crate::store::Intent;
use delegate_roster::exchange::{FirstRow, Grid, ImportPlan, Imported, MAPPABLE};
use delegate_roster::scenario::{Action, Field, Scenario, Step};
use delegate_roster::text::{Key, Msg};
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
    pub open: bool,
    pub scenario: Rc<Scenario>,
    pub dispatch: Callback<Intent>,
    pub on_close: Callback<()>,
}

/// What has been read so far.
#[derive(Clone, Debug, PartialEq)]
enum Read {
    Nothing,
    Refused(AttrValue),
    Planned(Rc<ImportPlan>),
}

#[component]
pub fn Import(props: &Props) -> Html {
    let words = use_words();
    let read = use_state_eq(|| Read::Nothing);
    use_effect_with(props.open, {
        let read = read.clone();
        move |_| read.set(Read::Nothing)
    });
    let take = {
        let read = read.clone();
        Callback::from(move |text: String| {
            read.set(match Grid::from_table(&text) {
                Ok(grid) => Read::Planned(Rc::new(ImportPlan::new(grid, words.0))),
                Err(_) if text.trim().is_empty() => Read::Nothing,
                Err(error) => Read::Refused(words.say(&Msg::GridError(&error))),
            });
        })
    };
    let oninput = take.reform(|event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        area.value()
    });
    let onfile = {
        let (take, read) = (take.clone(), read.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (take, read) = (take.clone(), read.clone());
            spawn_local(async move {
                match files::text_of(&file).await {
                    Ok(text) => take.emit(text),
                    Err(error) => read.set(Read::Refused(words.say(&Msg::GridError(&error)))),
                }
            });
        })
    };
    let replan = {
        let read = read.clone();
        Callback::from(move |plan: ImportPlan| read.set(Read::Planned(Rc::new(plan))))
    };
    html! {
        <Dialog id="import" title={words.key(Key::ImportTitle)} open={props.open} on_close={&props.on_close} wide=true>
            <div class="import">
                <label for="import-text">{ words.key(Key::ImportPaste) }</label>
                <textarea id="import-text" rows="5" spellcheck="false" {oninput} />
                <label for="import-file">{ words.key(Key::ImportFile) }</label>
                <input id="import-file" type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" onchange={onfile} />
                <div class="import-result" aria-live="polite">
                    { match &*read {
                        Read::Nothing => html! { <p class="hint">{ words.key(Key::ImportHint) }</p> },
                        Read::Refused(why) => html! { <p class="trouble">{ why }</p> },
                        Read::Planned(plan) => html! {
                            <Preview plan={Rc::clone(plan)} scenario={&props.scenario} dispatch={&props.dispatch}
                                {replan} on_close={&props.on_close} />
                        },
                    } }
                </div>
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    plan: Rc<ImportPlan>,
    scenario: Rc<Scenario>,
    dispatch: Callback<Intent>,
    replan: Callback<ImportPlan>,
    on_close: Callback<()>,
}

#[component]
fn Preview(props: &PreviewProps) -> Html {
    let words = use_words();
    let plan = &props.plan;
    let imported = use_memo(plan.clone(), |plan| plan.imported());
    let headed = {
        let (plan, replan) = (plan.clone(), props.replan.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let first_row = if input.checked() { FirstRow::Headings } else { FirstRow::Unit };
            replan.emit((*plan).clone().with_first_row(first_row));
        })
    };
    let finish = |action: fn(&ImportPlan, &Scenario) -> Action| {
        let (plan, scenario) = (plan.clone(), props.scenario.clone());
        let (dispatch, on_close) = (props.dispatch.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Intent::Do(action(&plan, &scenario)));
            on_close.emit(());
        })
    };
    let replace =
        finish(|plan, scenario| Action::Replace(Box::new(plan.replacing(scenario)), Step::Imported));
    let append =
        finish(|plan, scenario| Action::Insert { at: scenario.units.len(), drafts: plan.imported().units });
    let nothing = imported.units.is_empty();
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
            <div class="buttons">
                <button type="button" class="primary" disabled={nothing} onclick={replace}>{ words.key(Key::ImportReplace) }</button>
                <button type="button" disabled={nothing} onclick={append}>{ words.key(Key::ImportAppend) }</button>
                <button type="button" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ words.key(Key::Cancel) }</button>
            </div>
        </div>
    }
}

/// The choice of what a column becomes.
fn mapping(words: Words, plan: &Rc<ImportPlan>, column: usize, replan: &Callback<ImportPlan>) -> Html {
    let onchange = {
        let (plan, replan) = (plan.clone(), replan.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let index = usize::try_from(select.selected_index()).unwrap_or(0);
            let field = index.checked_sub(1).and_then(|index| MAPPABLE.get(index)).copied();
            replan.emit((*plan).clone().with_column(column, field));
        })
    };
    let mapped = plan.columns().get(column).copied().flatten();
    html! {
        <th scope="col">
            <select {onchange} aria-label={words.say(&Msg::ColumnBecomes(column + 1))}>
                <option selected={mapped.is_none()}>{ words.key(Key::LeftOut) }</option>
                { for MAPPABLE.iter().map(|field| html! {
                    <option selected={mapped == Some(*field)}>{ field_name(words, *field) }</option>
                }) }
            </select>
        </th>
    }
}

fn field_name(words: Words, field: Field) -> AttrValue {
    match field {
        Field::Seats => words.key(Key::LockedSeats),
        _ => words.say(&Msg::Field(field)),
    }
}

/// How many units, and what does not fit where.
fn summary(words: Words, imported: &Imported) -> Html {
    html! {
        <div class="summary">
            <p>{ words.say(&Msg::ImportSummary { units: imported.units.len(), left_out: imported.left_out.len(), too_many: imported.too_many }) }</p>
            <ul class="trouble">
                { for imported.problems.iter().take(LISTED).map(|problem| html! {
                    <li>{ words.say(&Msg::ImportProblem(problem)) }</li>
                }) }
                if imported.problems.len() > LISTED {
                    <li>{ words.say(&Msg::More(imported.problems.len() - LISTED)) }</li>
                }
            </ul>
        </div>
    }
}
