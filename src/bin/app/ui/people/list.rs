//! The list itself: searched, ordered, a hundred at a time, each line changed where it stands.

use super::row::PersonRow;
use super::shown::{Order, matches, ordered, unit_names, unit_rows};
use super::{called, key, said};
use crate::effects::announce;
use crate::effects::heirs::use_heirs;
use crate::store::Intent;
use crate::ui::fields::Choice;
use crate::ui::refused::use_kept_within;
use crate::ui::words::use_words;
use delegate_roster::exchange::{CellError, PeopleField};
use delegate_roster::language::small;
use delegate_roster::scenario::{Action, Attending, DelegateId, Name, PeopleAction, Report};
use delegate_roster::text::{Msg, PeopleKey, PeopleMsg};
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Lines shown at first, and with each further wish.
const PORTION: usize = 100;
/// Names of units that a field offers; any other can be typed.
const OFFERED: usize = 500;

/// The buttons that mark those listed, and the one that lists more.
const PRESENT: &str = "people-present";
const ABSENT: &str = "people-absent";
const UNMARK: &str = "people-unmark";
const MORE: &str = "people-more";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
    /// Who stands first whatever is searched for.
    pub first: Option<DelegateId>,
    pub on_first: Callback<Option<DelegateId>>,
}

#[component]
pub fn List(props: &Props) -> Html {
    let words = use_words();
    let scenario = &props.report.scenario;
    let people = &scenario.people;
    // Who has been marked need not be marked again: the button that did it rests.
    use_heirs(&[
        (PRESENT, &[ABSENT, UNMARK]),
        (ABSENT, &[PRESENT, UNMARK]),
        (UNMARK, &[PRESENT, ABSENT]),
        (MORE, &["people-search"]),
    ]);
    let query = use_state_eq(String::new);
    let order = use_state_eq(Order::default);
    let most = use_state_eq(|| PORTION);
    let units = use_memo(scenario.clone(), |scenario| unit_names(scenario));
    // Sorting by name asks the browser for each pair: only when names, units or the order change.
    let names: Vec<Name> = people.delegates.iter().map(|delegate| delegate.name.clone()).collect();
    let places =
        use_memo((names, unit_rows(scenario), *order), |(names, rows, order)| ordered(names, rows, *order));
    let query_words: Vec<String> = query.split_whitespace().map(small).collect();
    let found: Vec<usize> = places
        .iter()
        .copied()
        .filter(|at| {
            let both = people.delegates.get(*at).zip(units.get(*at));
            both.is_some_and(|(delegate, unit)| matches(delegate, unit, &query_words))
        })
        .collect();
    let sitting = scenario.sitting().map(|sitting| sitting.id);
    let roll = sitting.and_then(|sitting| people.rolls.get(&sitting));
    let mark = |id: DelegateId| roll.and_then(|roll| roll.get(&id)).copied();
    let due = || found.iter().filter_map(|at| people.delegates.get(*at)).filter(|d| d.is_due());
    let not_present: Vec<DelegateId> =
        due().map(|d| d.id).filter(|id| mark(*id) != Some(Attending::Present)).collect();
    let unmarked: Vec<DelegateId> = due().map(|d| d.id).filter(|id| mark(*id).is_none()).collect();
    let marked: Vec<DelegateId> = {
        let all = found.iter().filter_map(|at| people.delegates.get(*at)).map(|d| d.id);
        all.filter(|id| mark(*id).is_some()).collect()
    };
    let pinned = props.first.and_then(|id| people.delegate(id)).map(|(at, _)| at);
    let rest = found.iter().copied().filter(|at| Some(*at) != pinned);
    let lines: Vec<usize> = pinned.into_iter().chain(rest).collect();
    let shown = lines.len().min(*most);
    // A text that was refused would go with its row.
    let kept = use_kept_within("person-");
    let mut drawn: Vec<usize> = lines.iter().copied().take(shown).collect();
    let held: BTreeSet<usize> = kept
        .iter()
        .filter_map(|kept| Some(people.delegate(whose(&kept.id)?)?.0))
        .filter(|at| !drawn.contains(at))
        .collect();
    drawn.splice(0..0, held);
    let marks = |ids: &[DelegateId], attending: Option<Attending>| {
        let ids = ids.to_vec();
        props.dispatch.reform(move |_: MouseEvent| {
            Intent::Do(Action::People(PeopleAction::Mark(ids.clone(), attending)))
        })
    };
    let oninput = {
        let (query, most, on_first) = (query.setter(), most.setter(), props.on_first.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
            most.set(PORTION);
            on_first.emit(None);
        })
    };
    let on_choose = {
        let order = order.setter();
        Callback::from(move |at: usize| order.set(Order::ALL.get(at).copied().unwrap_or_default()))
    };
    let show_more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + PORTION))
    };
    // Whoever is removed hands the focus to the next line.
    let visible: Rc<Vec<DelegateId>> =
        Rc::new(drawn.iter().filter_map(|at| people.delegates.get(*at)).map(|d| d.id).collect());
    let on_remove = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |id: DelegateId| {
            let at = visible.iter().position(|one| *one == id).unwrap_or(0);
            let next = visible.get(at + 1).or_else(|| visible.get(at.checked_sub(1)?));
            announce::focus_soon(
                next.map_or("people-search".to_owned(), |next| format!("person-{}-remove", next.0)),
            );
            dispatch.emit(Intent::Do(Action::People(PeopleAction::Remove(vec![id]))));
        })
    };
    let known: HashSet<&Name> = scenario.units.iter().map(|unit| &unit.name).collect();
    let uncounted = scenario.counted_otherwise().map(CellError::Follows);
    let uncounted = uncounted.map(|error| words.say(&Msg::CellError(&error)));
    let searching = !query_words.is_empty();
    html! {
        <div class="people-list">
            <div class="people-tools">
                <div class="field search">
                    <label for="people-search">{ key(words, PeopleKey::Search) }</label>
                    <input id="people-search" type="search" autocomplete="off" value={(*query).clone()} {oninput} />
                </div>
                <Choice id="people-order" label={key(words, PeopleKey::Order)}
                    options={[PeopleKey::OrderListed, PeopleKey::OrderPinyin, PeopleKey::OrderStrokes, PeopleKey::OrderUnit].map(|k| key(words, k)).to_vec()}
                    chosen={Order::ALL.iter().position(|one| *one == *order)} {on_choose} />
                <div class="toolbar">
                    <button type="button" id={PRESENT} disabled={not_present.is_empty()} onclick={marks(&not_present, Some(Attending::Present))}>
                        { said(words, &PeopleMsg::MarkPresent(not_present.len())) }
                    </button>
                    <button type="button" id={ABSENT} disabled={unmarked.is_empty()} onclick={marks(&unmarked, Some(Attending::Absent))}>
                        { said(words, &PeopleMsg::MarkAbsent(unmarked.len())) }
                    </button>
                    <button type="button" id={UNMARK} disabled={marked.is_empty()} onclick={marks(&marked, None)}>{ key(words, PeopleKey::Unmark) }</button>
                </div>
            </div>
            <p class="hint">{ key(words, PeopleKey::AttendanceHint) }</p>
            <p class="hint" hidden={uncounted.is_none()}>{ uncounted }</p>
            <p class="hint" role="status">
                { if searching { said(words, &PeopleMsg::Matches(found.len())) } else { AttrValue::Static("") } }
            </p>
            <datalist id="people-units">
                { for scenario.units.iter().take(OFFERED).map(|unit| html! { <option value={unit.name.shared()} /> }) }
            </datalist>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="people-title">
                <table class="plain-table people-table">
                    <thead>
                        <tr>
                            { for COLUMNS.iter().map(|field| html! {
                                <th scope="col">{ said(words, &PeopleMsg::Field(*field)) }</th>
                            }) }
                            <th scope="col"><span class="visually-hidden">{ key(words, PeopleKey::Remove) }</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        { for drawn.iter().filter_map(|at| {
                            let delegate = people.delegates.get(*at)?;
                            let unit = units.get(*at)?;
                            Some(html! {
                                <PersonRow key={delegate.id.0} delegate={delegate.clone()} unit={unit.clone()}
                                    called={called(words, &delegate.name, *at)}
                                    known={known.contains(unit)} mark={mark(delegate.id)}
                                    dispatch={&props.dispatch} on_remove={&on_remove} />
                            })
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="hint">{ if lines.is_empty() { key(words, PeopleKey::NoMatch) } else { AttrValue::Static("") } }</p>
            <button type="button" id={MORE} hidden={shown == lines.len()} disabled={shown == lines.len()} onclick={show_more}>
                { said(words, &PeopleMsg::ShowMore((lines.len() - shown).min(PORTION))) }
            </button>
        </div>
    }
}

/// The delegate of a field.
fn whose(field: &str) -> Option<DelegateId> {
    let (id, _) = field.strip_prefix("person-")?.split_once('-')?;
    id.parse().ok().map(DelegateId)
}

/// The columns; the day on which a mandate ended stands with its status.
const COLUMNS: [PeopleField; 6] = [
    PeopleField::Name,
    PeopleField::Unit,
    PeopleField::Categories,
    PeopleField::Status,
    PeopleField::Attendance,
    PeopleField::Note,
];
