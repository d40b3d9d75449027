//! Ended mandates entry by entry: which unit, why, how many, when, and a note; so that every missing delegate can be
//! accounted for.

use super::fields::{Choice, DateField, TextField};
use super::number_field::NumberField;
use super::words::use_words;
use crate::effects::announce;
use crate::store::Intent;
use delegate_roster::exchange::CellError;
use delegate_roster::limits::MAX_COUNT;
use delegate_roster::num::Count;
use delegate_roster::roster::{Ending, Reason};
use delegate_roster::scenario::{
    Action, Basis, Field, Leader, Name, Report, Unit, UnitEdit, UnitId, entries_fit, folded,
};
use delegate_roster::text::number::grouped;
use delegate_roster::text::{Key, Msg, PeopleKey, PeopleMsg};
use std::rc::Rc;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

/// Names that the field for a unit offers; any other can be typed.
const OFFERED: usize = 500;

/// Entries that are shown; the rest is in the report.
const SHOWN: usize = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Endings(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let count = report.endings.len();
    html! {
        <section class="endings" aria-labelledby="endings-title">
            <h2 id="endings-title">{ words.key(Key::EndedTable) }</h2>
            <p class="hint">{ words.key(Key::EndingsHint) }</p>
            <p class="hint" hidden={report.scenario.people.basis == Basis::Table}>
                { words.say(&Msg::People(PeopleMsg::Key(PeopleKey::FollowsHint))) }
            </p>
            <ul>
                { for report.endings.iter().take(SHOWN).enumerate().map(|(at, line)| {
                    // By its unit: an entry that goes before it, or a row of the table, is no matter of what is typed here.
                    let unit = report.scenario.units.get(line.row).map_or(0, |unit| unit.id.0);
                    html! {
                        <Entry key={format!("{unit}-{}", line.entry)} report={report.clone()} {at} dispatch={&props.dispatch} />
                    }
                }) }
            </ul>
            <p class="hint">
                if count > SHOWN { { words.say(&Msg::More(count - SHOWN)) } }
            </p>
            <AddEntry report={report.clone()} dispatch={&props.dispatch} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    report: Rc<Report>,
    /// Its place among all entries.
    at: usize,
    dispatch: Callback<Intent>,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let words = use_words();
    let report = &props.report;
    let found = report.endings.get(props.at);
    let Some((line, unit)) = found.and_then(|line| Some((line, report.scenario.units.get(line.row)?))) else {
        return html! { <li></li> };
    };
    let ending = &line.ending;
    let field = |name: &str| AttrValue::from(field_id(unit.id, line.entry, name));
    let heading = field("title");
    let reasons = Reason::ALL.map(|reason| words.say(&Msg::Reason(reason))).to_vec();
    let removed = edits(props, |endings, entry, ()| {
        if entry < endings.len() {
            endings.remove(entry);
        }
    });
    let remove = {
        let (report, at) = (report.clone(), props.at);
        Callback::from(move |_: MouseEvent| {
            removed.emit(());
            announce::focus_soon(beside(&report, at));
        })
    };
    let note = html! {
        <TextField id={field("note")} label={words.key(Key::NoteHeading)} value={ending.note.clone()}
            on_commit={sets(props, |ending, note: Name| ending.note = note)} />
    };
    if report.scenario.followed().holds(unit.id, Field::Ended) {
        let said = [
            words.say(&Msg::Reason(ending.reason)).to_string(),
            grouped(ending.count.get().into()),
            ending.date.map(|date| date.to_string()).unwrap_or_default(),
        ];
        // The note is the table's own: the list has none for it.
        return html! {
            <li class="ending follows" aria-labelledby={heading.clone()}>
                <h3 id={heading}><bdi>{ unit.name.shared() }</bdi></h3>
                <p>{ said.join(" ") }<span class="hint">{ words.say(&Msg::CellError(&CellError::Follows(Leader::List))) }</span></p>
                { note }
            </li>
        };
    }
    html! {
        <li class="ending" aria-labelledby={heading.clone()}>
            <h3 id={heading}><bdi>{ unit.name.shared() }</bdi></h3>
            <Choice id={field("reason")} label={words.key(Key::ReasonHeading)} options={reasons}
                chosen={Reason::ALL.iter().position(|reason| *reason == ending.reason)}
                on_choose={sets(props, |ending, at: usize| ending.reason = Reason::ALL.get(at).copied().unwrap_or(Reason::Other))} />
            <NumberField id={field("count")} label={words.key(Key::NumberHeading)} value={Some(u64::from(ending.count.get()))}
                limit={u64::from(MAX_COUNT)}
                on_commit={sets(props, |ending, n: u64| ending.count = u32::try_from(n).ok().and_then(Count::new).unwrap_or_default())} />
            <DateField id={field("date")} label={words.key(Key::SittingDate)} value={ending.date}
                on_commit={sets(props, |ending, date| ending.date = date)} />
            { note }
            <button type="button" class="quiet" id={remove_id(props.at)} onclick={remove}>{ words.key(Key::RemoveSitting) }</button>
        </li>
    }
}

/// The identity of a field of an entry of a unit.
fn field_id(unit: UnitId, entry: usize, name: &str) -> String {
    format!("ending-{}-{entry}-{name}", unit.0)
}

/// The identity of the button that removes the entry at a place.
fn remove_id(at: usize) -> String {
    format!("ending-{at}-remove")
}

/// Where the focus goes when an entry is removed: to the button of the one that takes its place, else of one before it,
/// else to where entries are added.
fn beside(report: &Report, at: usize) -> String {
    let followed = report.scenario.followed();
    let removable = |place: usize| {
        let unit = report.endings.get(place).and_then(|line| report.scenario.units.get(line.row));
        unit.is_some_and(|unit| !followed.holds(unit.id, Field::Ended))
    };
    // Those behind it move up by one.
    let after = (at + 1..=SHOWN).find(|place| removable(*place)).map(|place| place - 1);
    let place = after.or_else(|| (0..at).rev().find(|place| removable(*place)));
    place.map_or_else(|| "ending-unit".to_owned(), remove_id)
}

/// A callback that puts a changed list in place of the unit's entries.
fn edits<T: 'static>(props: &EntryProps, edit: impl Fn(&mut Vec<Ending>, usize, T) + 'static) -> Callback<T> {
    let (report, at, dispatch) = (props.report.clone(), props.at, props.dispatch.clone());
    Callback::from(move |value: T| {
        let Some(line) = report.endings.get(at) else { return };
        let Some(unit) = report.scenario.units.get(line.row) else { return };
        let mut endings = unit.mandates.endings.clone();
        edit(&mut endings, line.entry, value);
        dispatch.emit(Intent::Do(Action::Edit(vec![(unit.id, UnitEdit::Endings(endings))])));
    })
}

/// A callback that changes one entry.
fn sets<T: 'static>(props: &EntryProps, put: impl Fn(&mut Ending, T) + 'static) -> Callback<T> {
    edits(props, move |endings, entry, value| {
        if let Some(ending) = endings.get_mut(entry) {
            put(ending, value);
        }
    })
}

/// The unit of a name; written in other letters, small for large or wide for narrow, where only one is meant.
fn unit_of<'a>(report: &'a Report, name: &Name) -> Option<&'a Rc<Unit>> {
    let units = || report.scenario.units.iter().filter(|_| !name.is_empty());
    let alike = folded(name.as_str());
    let mut found = units().filter(|unit| folded(unit.name.as_str()) == alike);
    let only = found.next().filter(|_| found.next().is_none());
    units().find(|unit| unit.name == *name).or(only)
}

/// Adds an entry of one mandate to the unit of the name typed.
#[component]
fn AddEntry(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    // Why nothing can be added.
    let refused = use_state_eq(|| AttrValue::Static(""));
    let onsubmit = {
        let (node, refused) = (node.clone(), refused.clone());
        let (report, dispatch) = (props.report.clone(), props.dispatch.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = node.cast::<HtmlInputElement>() else { return };
            let name = Name::new(&input.value()).unwrap_or_default();
            let unit = unit_of(&report, &name);
            let follows = unit.is_some_and(|unit| report.scenario.followed().holds(unit.id, Field::Ended));
            let added = |unit: &Rc<Unit>| {
                let mut endings = unit.mandates.endings.clone();
                endings.push(Ending::new(Reason::Transferred, Count::from(1u16)));
                entries_fit(&endings).then_some((unit.id, endings))
            };
            let added = unit.and_then(added).filter(|_| !follows);
            refused.set(match (unit, &added) {
                (None, _) => words.key(Key::NoSuchUnit),
                (Some(_), _) if follows => words.say(&Msg::CellError(&CellError::Follows(Leader::List))),
                (Some(_), None) => words.key(Key::NoMoreEndings),
                (Some(_), Some(_)) => AttrValue::Static(""),
            });
            if let Some((unit, endings)) = added {
                let reason = field_id(unit, endings.len() - 1, "reason");
                dispatch.emit(Intent::Do(Action::Edit(vec![(unit, UnitEdit::Endings(endings))])));
                input.set_value("");
                announce::focus_soon(reason);
            }
        })
    };
    html! {
        <form class="add-ending" {onsubmit}>
            <div class="field">
                <label for="ending-unit">{ words.key(Key::UnitOfEntry) }</label>
                <input id="ending-unit" ref={node} type="text" list="ending-units" autocomplete="off" data-undo=""
                    aria-invalid={(!refused.is_empty()).then_some("true")} aria-describedby={(!refused.is_empty()).then_some("ending-unit-error")} />
                <datalist id="ending-units">
                    { for props.report.scenario.units.iter().take(OFFERED).map(|unit| html! { <option value={unit.name.shared()} /> }) }
                </datalist>
                <p class="field-error" id="ending-unit-error">
                    { (*refused).clone() }
                </p>
            </div>
            <button type="submit">{ words.key(Key::AddEnding) }</button>
        </form>
    }
}
