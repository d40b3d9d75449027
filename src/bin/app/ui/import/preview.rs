//! The preview of a table: what each column becomes, what does not fit, and the two ways to take it.

use super::{PREVIEW, unshown};
use crate::store::Intent;
use crate::ui::listing::Listing;
use crate::ui::words::{Words, use_words};
use delegate_roster::exchange::{FirstRow, ImportPlan, Imported, MAPPABLE};
use delegate_roster::scenario::{Action, Field, Scenario, Step};
use delegate_roster::text::{Key, Msg, TransferMsg};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub plan: Rc<ImportPlan>,
    /// What it comes to.
    pub imported: Rc<Imported>,
    pub scenario: Rc<Scenario>,
    pub dispatch: Callback<Intent>,
    pub replan: Callback<ImportPlan>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Preview(props: &Props) -> Html {
    let words = use_words();
    let plan = &props.plan;
    let imported = &props.imported;
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
    let update = use_memo((plan.clone(), props.scenario.clone()), |(plan, scenario)| plan.updating(scenario));
    let put_over = {
        let (update, scenario) = (update.clone(), props.scenario.clone());
        let (dispatch, on_close) = (props.dispatch.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            let updated = Box::new(update.apply(&scenario));
            dispatch.emit(Intent::Do(Action::Replace(updated, Step::Imported)));
            on_close.emit(());
        })
    };
    // Most of the table is here already: it comes back, with other figures.
    let returns = update.known > update.fresh.len();
    let main = |is_main: bool| is_main.then_some("primary");
    let nothing = imported.units.is_empty();
    let rows = plan.grid().rows();
    let shown = rows.len().min(plan.heading_row() + PREVIEW);
    let top = plan.heading().map_or(0, |row| row + 1);
    html! {
        <div class="preview">
            <label class="check">
                <input type="checkbox" checked={plan.first_row() == FirstRow::Headings} onchange={headed} />
                { match plan.heading_row() {
                    0 => words.key(Key::FirstRowHeadings),
                    row => words.say(&Msg::Transfer(TransferMsg::HeadingRow(row + 1))),
                } }
            </label>
            <div class="table-scroll" tabindex="0" role="region" aria-label={words.key(Key::Preview)}>
                <table class="plain-table">
                    <thead>
                        <tr>{ for (0..plan.columns().len()).map(|column| mapping(words, plan, column, &props.replan)) }</tr>
                    </thead>
                    <tbody>
                        { for rows.iter().take(shown).enumerate().map(|(row, cells)| {
                            let heading = plan.heading() == Some(row);
                            html! {
                                <tr class={heading.then_some("heading")}>
                                    { for cells.iter().map(|cell| html! { <td><bdi>{ cell }</bdi></td> }) }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
            { unshown(words, shown - top, rows.len() - top, &imported.untaken) }
            { missed(words, plan) }
            { summary(words, imported) }
            <p class="hint update" hidden={update.known == 0}>{ words.say(&Msg::Transfer(TransferMsg::Updates(&update))) }</p>
            <div class="buttons">
                <button type="button" class={main(returns)} hidden={update.known == 0} onclick={put_over}>{ words.say(&Msg::Transfer(TransferMsg::Update)) }</button>
                <button type="button" class={main(!returns)} disabled={nothing} onclick={replace}>{ words.key(Key::ImportReplace) }</button>
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

/// Whether no unit would have a name, or the members may be in a column that is left out: without them nothing can be allocated.
fn missed(words: Words, plan: &ImportPlan) -> Html {
    let text = plan.members_left_out().map(|column| {
        let heading = plan.heading().and_then(|row| plan.grid().rows().get(row)?.get(column));
        words.say(&Msg::Transfer(TransferMsg::NoMembers(column + 1, heading.map(String::as_str))))
    });
    let nameless = plan.is_nameless().then(|| words.say(&Msg::Transfer(TransferMsg::NoNames)));
    html! {
        <div role="status">
            <p class="trouble">{ nameless.unwrap_or_default() }</p>
            <p class="trouble">{ text.unwrap_or_default() }</p>
        </div>
    }
}

/// How many units, and what does not fit where.
fn summary(words: Words, imported: &Rc<Imported>) -> Html {
    let problem = {
        let imported = imported.clone();
        Callback::from(move |at: usize| {
            let problem = imported.problems.get(at);
            problem.map(|problem| words.say(&Msg::ImportProblem(problem))).unwrap_or_default()
        })
    };
    html! {
        <div class="summary">
            <p>{ words.say(&Msg::ImportSummary { units: imported.units.len(), left_out: &imported.left_out, too_many: imported.too_many }) }</p>
            <Listing id="import-problems" class="trouble" count={imported.problems.len()} text={problem} />
        </div>
    }
}
