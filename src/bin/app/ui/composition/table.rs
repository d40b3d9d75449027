//! The matrix as a table: units by categories, totals with the targets beside them. Events are handled once, on the table;
//! long tables show their first rows, those found by a name, and more on demand.

use super::Asked;
use super::cells::{Cells, Draft, Drafts, View, cell_id, pasted, place_of, shown, use_drafts};
use super::row::MatrixRow;
use crate::effects::announce;
use crate::effects::typing::is_composing;
use crate::store::Intent;
use crate::ui::errand::Errand;
use crate::ui::explained::{explained, explained_cell};
use crate::ui::problems::row_name;
use crate::ui::refused::{Unread, Why, use_kept_within, use_refusals};
use crate::ui::words::{Words, use_words};
use delegate_roster::language::small;
use delegate_roster::scenario::{
    Action, CategoryId, CategoryKind, CompositionAction, Field, Figure, LineFigure, Plan, Report, UnitId,
    Waiting, Whose,
};
use delegate_roster::text::explain::explanation;
use delegate_roster::text::number::grouped;
use delegate_roster::text::{CompositionKey, CompositionMsg, Key, Msg};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Rows shown at first, and with each press of "more".
const PAGE: usize = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub plan: Rc<Result<Plan, Waiting>>,
    pub dispatch: Callback<Intent>,
    pub asked: Asked,
    pub led: Errand<AttrValue>,
}

#[component]
pub fn MatrixTable(props: &Props) -> Html {
    let words = use_words();
    let kept = use_kept_within("cell-");
    let view = use_state_eq(|| {
        kept.first().and_then(|kept| place_of(&kept.id)).map_or(View::default(), |(view, ..)| view)
    });
    let wanted = use_state_eq(String::new);
    let most = use_state_eq(|| PAGE);
    let drafts = use_drafts(&kept);
    let focused = use_state_eq(|| None::<(UnitId, CategoryId)>);
    let report = &props.report;
    use_effect_with(props.asked.clone(), {
        let (report, most, wanted, view) = (report.clone(), most.clone(), wanted.clone(), view.clone());
        move |asked| {
            if let Some((category, unit)) = asked.take() {
                let row = unit.and_then(|unit| report.scenario.unit(unit)).map_or(0, |(row, _)| row);
                most.set((*most).max(row + 1));
                wanted.set(String::new());
                view.set(View::default());
                announce::focus_soon(match unit {
                    Some(unit) => cell_id((View::default(), category, unit)),
                    None => format!("category-{}-name", category.0),
                });
            }
        }
    });
    // A text that was refused stands in one of the views alone.
    use_effect_with(props.led.clone(), {
        let view = view.setter();
        move |led| {
            if let Some((to, ..)) = led.take().and_then(|id| place_of(&id)) {
                view.set(to);
            }
        }
    });
    let there: Vec<Draft> =
        drafts.of(&report.scenario).into_iter().filter(|draft| draft.view == *view).collect();
    let unread = Callback::from({
        let (drafts, report) = (drafts.clone(), report.clone());
        move |()| drafts.of(&report.scenario).iter().map(|draft| unread(words, &report, draft)).collect()
    });
    let end = Callback::from({
        let drafts = drafts.clone();
        move |id: AttrValue| drafts.end(place_of(&id).as_slice())
    });
    use_refusals(&[], unread, end);
    let Ok(plan) = &*props.plan else { return html! { <div></div> } };
    let found = rows_named(report, &wanted);
    let mut rows: Vec<usize> = found.iter().copied().take(*most).collect();
    // The problem of a text that was refused leads to its cell, whatever is looked for.
    for (row, _) in there.iter().filter_map(|draft| report.scenario.unit(draft.unit)) {
        if let Err(place) = rows.binary_search(&row) {
            rows.insert(place, row);
        }
    }
    let listed = found.len().min(*most);
    let categories: Vec<CategoryId> = report.scenario.composition.iter().map(|one| one.id).collect();
    let hand = Hand {
        view: *view,
        units: rows.iter().filter_map(|row| report.units.get(*row)).map(|unit| unit.id).collect(),
        categories,
        drafts: drafts.clone(),
        dispatch: props.dispatch.clone(),
    };
    let onchange = hand.on(|hand, event: Event| hand.change(&event));
    let onpaste = hand.on(|hand, event: Event| hand.paste(&event));
    let onkeydown = hand.on(|hand, event: KeyboardEvent| hand.key(&event));
    let onfocusin = {
        let focused = focused.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some((input, unit, category)) = cell_of(&event) {
                input.select();
                focused.set(Some((unit, category)));
            }
        })
    };
    let onfilter = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            wanted.set(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + PAGE))
    };
    let exclusive = report.scenario.composition.iter().any(|one| one.kind == CategoryKind::Exclusive);
    let exclusive = exclusive && *view == View::Seats;
    let counted = if *view == View::Seats { LineFigure::Seats } else { LineFigure::Members };
    let names: Vec<AttrValue> =
        report.scenario.composition.iter().map(|one| words.category(report, one.id)).collect();
    html! {
        <div class="composition-table">
            { tools(words, props, &view, (&wanted, onfilter)) }
            <div class="composition-scroll" tabindex="0" role="group" aria-labelledby="composition-title">
                <table class="plain-table composition-grid" {onchange} {onpaste} {onkeydown} {onfocusin}>
                    <thead><tr>
                        <th scope="col" class="col-name">{ words.say(&Msg::Field(Field::Name)) }</th>
                        <th scope="col" class="col-count">{ words.say(&Msg::Field(if *view == View::Seats { Field::Seats } else { Field::Members })) }</th>
                        { for names.iter().map(|name| html! { <th scope="col" class="col-count"><bdi>{ name }</bdi></th> }) }
                        if exclusive { <th scope="col" class="col-count">{ words.composition(CompositionKey::Others) }</th> }
                    </tr></thead>
                    <tbody>
                        { for rows.iter().filter_map(|row| Some((*row, report.units.get(*row)?))).map(|(row, unit)| {
                            let cell = |category| shown(words, report, plan, *view, (row, unit.id), category, &there);
                            let all = match *view {
                                View::Seats => u64::from(unit.seats.get()),
                                View::Members => report.scenario.units.get(row).map_or(0, |unit| unit.members.get()),
                            };
                            html! {
                                <MatrixRow key={unit.id.0} view={*view} unit={unit.id} name={row_name(words, report, row)} seats={grouped(all)} {counted}
                                    cells={report.scenario.composition.iter().map(cell).collect::<Vec<_>>()} names={names.clone()}
                                    others={exclusive.then(|| others(plan, row))} />
                            }
                        }) }
                    </tbody>
                    <tfoot>{ totals(words, report, plan, *view, exclusive) }</tfoot>
                </table>
            </div>
            <p class="hint" hidden={!found.is_empty()}>{ words.composition(CompositionKey::NothingFound) }</p>
            <div class="buttons" hidden={listed == found.len()}>
                <button type="button" onclick={more}>{ words.composition(CompositionKey::More) }</button>
                <span class="hint">{ words.say(&Msg::Composition(CompositionMsg::Shown(listed, found.len()))) }</span>
            </div>
            <p class="cell-status" role="status">{ status(words, report, plan, &there, *focused, *view) }</p>
        </div>
    }
}

/// A text that does not fit, as it is listed with the problems.
fn unread(words: Words, report: &Report, draft: &Draft) -> Unread {
    let row = report.scenario.unit(draft.unit).map_or(0, |(row, _)| row);
    let name = row_name(words, report, row);
    let label = format!("{name} · {} · {}", words.category(report, draft.category), draft.view.name(words));
    Unread {
        id: cell_id(draft.place()).into(),
        label: label.into(),
        over: AttrValue::default(),
        text: draft.text.clone(),
        why: Why::Cell(draft.error.clone()),
    }
}

/// The rows of the units with a text in their name.
fn rows_named(report: &Report, wanted: &str) -> Vec<usize> {
    let wanted = small(wanted.trim());
    let units = report.scenario.units.iter().enumerate();
    let named = units.filter(|(_, unit)| wanted.is_empty() || small(unit.name.as_str()).contains(&wanted));
    named.map(|(row, _)| row).collect()
}

fn tools(
    words: Words,
    props: &Props,
    view: &UseStateHandle<View>,
    (wanted, onfilter): (&str, Callback<InputEvent>),
) -> Html {
    let tab = |to: View| {
        let setter = view.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(to));
        html! { <button type="button" aria-pressed={(**view == to).to_string()} {onclick}>{ to.name(words) }</button> }
    };
    let unlock =
        props.dispatch.reform(|_: MouseEvent| Intent::Do(Action::Composition(CompositionAction::UnlockAll)));
    let locked = props.report.composition.iter().zip(&props.report.scenario.composition);
    let locked = locked.filter(|(_, category)| !category.locks.is_empty()).count() > 0;
    let hint = match **view {
        View::Seats => CompositionKey::MatrixHint,
        View::Members => CompositionKey::MembersHint,
    };
    html! {
        <div class="composition-tools">
            <div class="choice" role="group" aria-label={words.composition(CompositionKey::ViewLabel)}>
                { tab(View::Seats) }
                { tab(View::Members) }
            </div>
            <div class="field">
                <label for="composition-filter">{ words.composition(CompositionKey::Filter) }</label>
                <input id="composition-filter" type="search" value={wanted.to_owned()} oninput={onfilter} />
            </div>
            <button type="button" class="quiet" hidden={!locked} onclick={unlock}>{ words.composition(CompositionKey::UnlockAll) }</button>
            <p class="hint">{ words.composition(hint) }</p>
        </div>
    }
}

fn others(plan: &Plan, row: usize) -> AttrValue {
    match plan.others(row) {
        Some(cell) if cell.contested => format!("{} +1?", grouped(cell.seats.get().into())).into(),
        Some(cell) => grouped(cell.seats.get().into()).into(),
        None => AttrValue::Static("–"),
    }
}

/// The totals, and the targets under them.
fn totals(words: Words, report: &Report, plan: &Plan, view: View, exclusive: bool) -> Html {
    let dash = || "–".to_owned();
    let sum = |category: CategoryId, members: u64| match view {
        View::Seats => plan.planned(category).map_or_else(dash, grouped),
        View::Members => grouped(members),
    };
    let all = match view {
        View::Seats => report.allocation.allocated,
        View::Members => report.members,
    };
    let counted = if view == View::Seats { LineFigure::Seats } else { LineFigure::Members };
    let planned = |category: Option<CategoryId>, text: String| match view {
        View::Seats => explained_cell(&Figure::Planned(category), text),
        View::Members => html! { { text } },
    };
    let met = |at: usize, category: CategoryId| {
        let needed = report.composition.get(at).and_then(|row| row.needed)?;
        Some(if needed.is_met(plan.planned(category)?) { "met" } else { "not-met" })
    };
    html! {
        <>
            <tr>
                <th scope="row" class="col-name">{ words.composition(CompositionKey::PlannedRow) }</th>
                <td class="col-count">{ explained(&Figure::Line(Whose::Total, counted), grouped(all)) }</td>
                { for report.composition.iter().map(|row| html! { <td class="col-count">{ planned(Some(row.id), sum(row.id, row.figures.sum)) }</td> }) }
                if exclusive { <td class="col-count">{ planned(None, plan.planned_others().map_or_else(dash, grouped)) }</td> }
            </tr>
            <tr hidden={view == View::Members}>
                <th scope="row" class="col-name">{ words.composition(CompositionKey::TargetRow) }</th>
                <td class="col-count"></td>
                { for report.composition.iter().enumerate().map(|(at, row)| html! {
                    <td class={classes!("col-count", met(at, row.id))}>
                        { explained_cell(&Figure::Target(row.id), row.needed.as_ref().map_or_else(|| "–".into(), |needed| words.say(&Msg::Composition(CompositionMsg::Aim(needed))))) }
                    </td>
                }) }
                if exclusive { <td class="col-count"></td> }
            </tr>
        </>
    }
}

/// The cell at hand in words, or why a text does not fit.
fn status(
    words: Words,
    report: &Report,
    plan: &Plan,
    drafts: &[Draft],
    focused: Option<(UnitId, CategoryId)>,
    view: View,
) -> Html {
    let plain = |text: AttrValue| html! { { text } };
    let named = |unit: UnitId, category: CategoryId, text: AttrValue| {
        let row = report.scenario.unit(unit).map_or(0, |(row, _)| row);
        format!(
            "{} · {}{}{text}",
            row_name(words, report, row),
            words.category(report, category),
            words.key(Key::Colon)
        )
        .into()
    };
    // The reason at the cell at hand, else the one that came last: the hand has gone on from it.
    let at_hand = drafts.iter().find(|draft| focused == Some((draft.unit, draft.category)));
    if let Some(draft) = at_hand.or(drafts.last()) {
        let error = words.say(&Msg::DraftError(&draft.text, &draft.error));
        return plain(named(draft.unit, draft.category, error));
    }
    let Some((unit, category)) = focused.filter(|_| view == View::Seats) else {
        return plain(AttrValue::Static(""));
    };
    let found =
        report.scenario.unit(unit).zip(report.scenario.composition.iter().find(|one| one.id == category));
    let Some(((row, _), found)) = found else { return plain(AttrValue::Static("")) };
    let cell = shown(words, report, plan, view, (row, unit), found, &[]);
    // A cell that is not worked out shows nothing, but says so.
    let said = [cell.text.as_str(), cell.title.as_str()].into_iter().filter(|part| !part.is_empty());
    let text = named(unit, category, said.collect::<Vec<_>>().join(" · ").into());
    let told = explanation(report, Some(plan), &Figure::Cell(Some(category), unit), words.0);
    html! {
        <>
            { text }
            { for told.iter().flat_map(|told| &told.lines).map(|line| html! { <span class="told-line">{ " " }{ line.clone() }</span> }) }
        </>
    }
}

/// The field of a cell that an event came from.
fn cell_of(event: &Event) -> Option<(HtmlInputElement, UnitId, CategoryId)> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let number = |name: &str| input.get_attribute(name)?.parse().ok();
    Some((input.clone(), UnitId(number("data-unit")?), CategoryId(number("data-category")?)))
}

/// The hand on the table.
#[derive(Clone)]
struct Hand {
    view: View,
    units: Vec<UnitId>,
    categories: Vec<CategoryId>,
    drafts: Drafts,
    dispatch: Callback<Intent>,
}

impl Hand {
    fn on<E: 'static>(&self, handle: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let hand = self.clone();
        Callback::from(move |event: E| handle(&hand, event))
    }

    fn change(&self, event: &Event) {
        let Some((input, unit, category)) = cell_of(event) else { return };
        let text = input.value();
        let mut cells = Cells::of(self.view);
        match cells.enter(category, unit, &text) {
            Ok(()) => {
                self.drafts.end(&cells.places());
                self.dispatch.emit(Intent::Do(cells.action()));
            }
            Err(error) => self.drafts.put(Draft { view: self.view, unit, category, text, error }),
        }
    }

    fn paste(&self, event: &Event) {
        let Some((_, unit, category)) = cell_of(event) else { return };
        let Some(data) = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(|event| event.clipboard_data())
        else {
            return;
        };
        let Ok(text) = data.get_data("text/plain") else { return };
        let rows = self.units.iter().position(|one| *one == unit).and_then(|at| self.units.get(at..));
        let columns = self.categories.iter().position(|one| *one == category);
        let columns = columns.and_then(|at| self.categories.get(at..));
        let Some(found) = pasted(&text, self.view, rows.unwrap_or_default(), columns.unwrap_or_default())
        else {
            return;
        };
        event.prevent_default();
        match found {
            Ok(cells) => {
                self.drafts.end(&cells.places());
                self.dispatch.emit(Intent::Do(cells.action()));
            }
            Err((unit, category, text, error)) => {
                self.drafts.put(Draft { view: self.view, unit, category, text, error })
            }
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        if is_composing(event) || event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Some((input, unit, category)) = cell_of(event) else { return };
        let row = self.units.iter().position(|one| *one == unit);
        let to = match event.key().as_str() {
            "Enter" | "ArrowDown" => row.map(|row| row + 1),
            "ArrowUp" => row.and_then(|row| row.checked_sub(1)),
            "Escape" => return self.drafts.end(&[(self.view, category, unit)]),
            _ => return,
        };
        event.prevent_default();
        // The computed number, typed, is no change to the browser, and yet a lock.
        let same = input.get_attribute("data-shown") == Some(input.value());
        if event.key() == "Enter" && same && input.has_attribute("data-typed") {
            self.change(event);
        }
        match to.and_then(|row| self.units.get(row)) {
            Some(unit) => announce::focus_id(&cell_id((self.view, category, *unit))),
            // At an edge of the table the field is left and taken again, so that what was typed counts.
            None => {
                if let Ok(field) = input.dyn_into::<HtmlElement>() {
                    let _ = field.blur();
                    let _ = field.focus();
                }
            }
        }
    }
}
