//! Importing a list of delegates: pasted or from a file, looked at before anything changes, then one step.

use super::{key, said};
use crate::effects::files::{self, Content};
use crate::store::Intent;
use crate::ui::import::{ACCEPT, PREVIEW, unshown};
use crate::ui::listing::Listing;
use crate::ui::words::{Words, use_words};
use delegate_roster::exchange::{
    FewerListed, FirstRow, Grid, GridError, ImportedPeople, PeopleField, PeoplePlan, parse_day,
};
use delegate_roster::scenario::{Action, Basis, Filling, Name, NewUnits, Placing, Scenario};
use delegate_roster::text::{Key, Msg, PeopleKey, PeopleMsg, TransferMsg};
use delegate_roster::threshold::Date;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Names that fit into a sentence.
const IN_SENTENCE: usize = 8;

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
    // The plan in which a person last chose something, for when the text is edited; also past what cannot be read.
    let chosen = use_mut_ref(|| None::<Rc<PeoplePlan>>);
    let take = {
        let (read, scenario, chosen) = (read.setter(), props.scenario.clone(), chosen.clone());
        Callback::from(move |table: Result<Grid, GridError>| {
            read.set(match table {
                Ok(grid) => {
                    let plan = PeoplePlan::new(grid, &scenario);
                    Read::Planned(Rc::new(match &*chosen.borrow() {
                        Some(before) => plan.keeping(before),
                        None => plan,
                    }))
                }
                Err(error) => Read::Refused(words.say(&Msg::GridError(&error))),
            });
        })
    };
    let oninput = {
        let (take, read) = (take.clone(), read.setter());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            if text.trim().is_empty() { read.set(Read::Nothing) } else { take.emit(Grid::from_pasted(&text)) }
        })
    };
    let onfile = {
        let (take, read, chosen) = (take.clone(), read.setter(), chosen.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            // Another list.
            chosen.take();
            let (take, read) = (take.clone(), read.clone());
            spawn_local(async move {
                match files::content_of(&file, None).await {
                    Ok(Content::Text(text, _)) => take.emit(Grid::from_table(&text)),
                    Ok(Content::Book(book)) => take.emit(book.table),
                    // A scenario is no list of names; as a table it says so.
                    Ok(Content::Scenario(_)) => take.emit(Err(GridError::NotText)),
                    Err(refusal) => read.set(Read::Refused(words.say(&refusal.msg()))),
                }
            });
        })
    };
    let replan = {
        let read = read.setter();
        Callback::from(move |plan: PeoplePlan| {
            let plan = Rc::new(plan);
            chosen.replace(Some(plan.clone()));
            read.set(Read::Planned(plan));
        })
    };
    let planned = match &*read {
        Read::Planned(plan) => Some(plan.clone()),
        Read::Nothing | Read::Refused(_) => None,
    };
    let imported = use_memo((planned, props.scenario.clone()), |(plan, scenario)| {
        plan.as_ref().map(|plan| Rc::new(plan.imported(scenario)))
    });
    let heard = match (&*read, &*imported) {
        (Read::Refused(why), _) => why.clone(),
        (_, Some(imported)) => {
            said(words, &PeopleMsg::ImportSaid(imported.drafts.len(), imported.problems.len()))
        }
        _ => AttrValue::Static(""),
    };
    html! {
        <div class="import">
            <label for="people-text">{ words.key(Key::ImportPaste) }</label>
            <textarea id="people-text" rows="5" spellcheck="false" {oninput} />
            <label for="people-file">{ words.key(Key::ImportFile) }</label>
            <input id="people-file" type="file" accept={ACCEPT} onchange={onfile} />
            // A preview is too much to be heard as a whole.
            <p class="visually-hidden" role="status">{ heard }</p>
            <div class="import-result">
                { match &*read {
                    Read::Nothing => html! { <p class="hint">{ key(words, PeopleKey::ImportHint) }</p> },
                    Read::Refused(why) => html! { <p class="trouble">{ why }</p> },
                    Read::Planned(plan) => html! {
                        <Preview plan={Rc::clone(plan)} imported={(*imported).clone().unwrap_or_default()} scenario={&props.scenario} dispatch={&props.dispatch}
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
    /// What it comes to.
    imported: Rc<ImportedPeople>,
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
    let chosen = use_state_eq(|| None::<Filling>);
    let units = use_state_eq(|| NewUnits::Leave);
    let imported = &props.imported;
    let lowering = use_memo((imported.clone(), props.scenario.clone()), |(imported, scenario)| {
        let placings: &[Placing] =
            if any { &[Placing::Replace, Placing::Append] } else { &[Placing::Replace] };
        let lowered = placings.iter().map(|placing| (*placing, imported.fewer(scenario, *placing)));
        lowered.filter(|(_, units)| !units.is_empty()).collect::<Vec<_>>()
    });
    // A part of a list must not take the figures of the table down by the way.
    let usual = if lowering.is_empty() { Filling::Fill } else { Filling::Leave };
    let counting = chosen.unwrap_or(usual);
    // What was chosen for one list says nothing about another.
    use_effect_with(lowering.clone(), {
        let chosen = chosen.setter();
        move |_| chosen.set(None)
    });
    let headed = {
        let (plan, replan) = (plan.clone(), props.replan.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let first_row = if input.checked() { FirstRow::Headings } else { FirstRow::Unit };
            replan.emit((*plan).clone().with_first_row(first_row));
        })
    };
    let fill = ticked(&chosen, Some(Filling::Fill), Some(Filling::Leave));
    let new_units = ticked(&units, NewUnits::Add, NewUnits::Leave);
    // Where the list leads, the figures follow whatever is ticked here.
    let follows = any && props.scenario.people.basis == Basis::List;
    let finish = |placing: Placing| {
        let (imported, units) = (imported.clone(), *units);
        let (dispatch, on_close) = (props.dispatch.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Intent::Do(Action::People(imported.action(placing, units, counting))));
            on_close.emit(());
        })
    };
    let refused =
        |placing: Placing| imported.drafts.is_empty() || !imported.fits(&props.scenario.people, placing);
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
                                    { for (0..).zip(cells).map(|(column, cell)| {
                                        let day = read_as(plan, column, cell).filter(|_| !heading);
                                        html! { <td><bdi>{ cell }</bdi>{ day.map(|day| said(words, &PeopleMsg::ReadAs(day))).map(|day| html! { <span class="read-as">{ day }</span> }) }</td> }
                                    }) }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
            { unshown(words, shown - top, rows.len() - top, &imported.untaken) }
            { summary(words, imported) }
            <label class="check" hidden={imported.unknown_units.is_empty()}>
                <input id="people-add-units" type="checkbox" checked={*units == NewUnits::Add} onchange={new_units} />
                { said(words, &PeopleMsg::AddUnits(imported.unknown_units.len())) }
            </label>
            <div class="lowering">
                { for lowering.iter().map(|(placing, units)| fewer(words, &props.scenario, *placing, units)) }
            </div>
            <label class="check" hidden={follows}>
                <input id="people-fill" type="checkbox" checked={counting == Filling::Fill} onchange={fill}
                    aria-describedby={(!lowering.is_empty()).then(|| lowering.iter().map(|(placing, _)| why_id(*placing)).collect::<Vec<_>>().join(" "))} />
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
fn summary(words: Words, imported: &Rc<ImportedPeople>) -> Html {
    html! {
        <div class="summary">
            <p>{ said(words, &PeopleMsg::ImportSummary {
                delegates: imported.drafts.len(),
                unclear: imported.unclear(),
                left_out: &imported.left_out,
                too_many: imported.too_many,
            }) }</p>
            <Listing id="people-problems" class="trouble" count={imported.problems.len()} text={each(imported, move |imported, at| {
                Some(said(words, &PeopleMsg::ImportProblem(imported.problems.get(at)?)))
            })} />
            { names(imported, "people-unknown", |imported| &imported.unknown_units, move |names| said(words, &PeopleMsg::UnknownUnits(names))) }
            { names(imported, "people-twice", |imported| &imported.twice, move |names| said(words, &PeopleMsg::Twice(names))) }
            <Listing id="people-days" count={imported.counted_days.len()} text={each(imported, move |imported, at| {
                Some(said(words, &PeopleMsg::CountedDay(imported.counted_days.get(at)?)))
            })} />
        </div>
    }
}

/// The text at a place of what is to be imported.
fn each(
    imported: &Rc<ImportedPeople>,
    text: impl Fn(&ImportedPeople, usize) -> Option<AttrValue> + 'static,
) -> Callback<usize, AttrValue> {
    let imported = imported.clone();
    Callback::from(move |at| text(&imported, at).unwrap_or_default())
}

/// Names with their numbers: few in one sentence, many one by one.
fn names(
    imported: &Rc<ImportedPeople>,
    id: &'static str,
    of: fn(&ImportedPeople) -> &[(Name, usize)],
    say: impl Fn(&[(Name, usize)]) -> AttrValue + 'static,
) -> Html {
    let count = of(imported).len();
    // All of a few are one text.
    let (texts, wide) = if count > IN_SENTENCE { (count, 1) } else { (count.min(1), count) };
    let text = each(imported, move |imported, at| Some(say(of(imported).get(at..at + wide)?)));
    html! { <Listing {id} class="trouble" count={texts} {text} /> }
}

/// The identity of the sentence that says what a list would lower.
fn why_id(placing: Placing) -> String {
    format!("people-fewer-{}", placing as usize)
}

/// The units whose figures in the table the list would lower.
fn fewer(words: Words, scenario: &Scenario, placing: Placing, units: &[FewerListed]) -> Html {
    let (any, basis) = (!scenario.people.is_empty(), scenario.people.basis);
    let why = why_id(placing);
    let id = format!("{why}-units");
    let text = {
        let units = units.to_vec();
        Callback::from(move |at: usize| {
            units.get(at).map(|unit| said(words, &PeopleMsg::Fewer(unit))).unwrap_or_default()
        })
    };
    html! {
        <div class="fewer">
            <p id={why} class="trouble">{ said(words, &PeopleMsg::FewerUnits(units.len(), any.then_some(placing), basis)) }</p>
            <Listing {id} count={units.len()} {text} />
        </div>
    }
}

/// The day that a cell is read as, where it does not say it in these very characters.
fn read_as(plan: &PeoplePlan, column: usize, cell: &str) -> Option<Date> {
    let is_day = plan.columns().get(column).copied().flatten() == Some(PeopleField::Date);
    let day = if is_day { parse_day(cell).ok()?? } else { return None };
    (day.to_string() != cell.trim()).then_some(day)
}
