//! One delegate of the list: every cell a field. Skipped by the renderer unless the delegate or the mark changed.

use super::{key, said};
use crate::store::Intent;
use crate::ui::refused::{Why, use_kept, use_refusal};
use crate::ui::typed::use_typed_from;
use crate::ui::words::{Words, use_words};
use delegate_roster::exchange::PeopleField;
use delegate_roster::scenario::{
    Action, Attending, Categories, Delegate, DelegateEdit, DelegateId, Entry, Mandate, Name, PeopleAction,
    Tenure, Told,
};
use delegate_roster::text::{PeopleKey, PeopleMsg};
use delegate_roster::threshold::Date;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub delegate: Rc<Delegate>,
    /// The unit by name.
    pub unit: Name,
    /// Whether the table has that unit.
    pub known: bool,
    /// What to call the delegate.
    pub called: AttrValue,
    /// The mark at the sitting that is shown.
    pub mark: Option<Attending>,
    pub dispatch: Callback<Intent>,
    pub on_remove: Callback<DelegateId>,
}

#[component]
pub fn PersonRow(props: &Props) -> Html {
    let words = use_words();
    let delegate = &props.delegate;
    let id = delegate.id;
    let text = |field: PeopleField, value: AttrValue, faulty: bool, parse: Parse| {
        let name = field_name(field);
        html! {
            <TextCell id={format!("person-{}-{name}", id.0)} label={said(words, &PeopleMsg::CellOf(field, &props.called))}
                {value} list={(field == PeopleField::Unit).then_some("people-units")} {faulty} {parse}
                on_commit={edit(props)} />
        }
    };
    let remove = props.on_remove.reform(move |_: MouseEvent| id);
    let label = said(words, &PeopleMsg::RemoveOne(&props.called));
    html! {
        <tr>
            <th scope="row">{ text(PeopleField::Name, delegate.name.shared().into(), delegate.name.is_empty(), parse_name) }</th>
            <td>{ text(PeopleField::Unit, props.unit.shared().into(), !props.known, parse_unit) }</td>
            <td>{ text(PeopleField::Categories, delegate.categories.to_string().into(), false, parse_categories) }</td>
            <td>{ status(props, words) }</td>
            <td>{ attendance(props, words) }</td>
            <td>{ text(PeopleField::Note, delegate.note.shared().into(), false, parse_note) }</td>
            <td>
                <button id={format!("person-{}-remove", id.0)} type="button" class="icon quiet" title={label.clone()}
                    aria-label={label} onclick={remove}>{ "✕" }</button>
            </td>
        </tr>
    }
}

const fn field_name(field: PeopleField) -> &'static str {
    match field {
        PeopleField::Name => "name",
        PeopleField::Unit => "unit",
        PeopleField::Categories => "categories",
        PeopleField::Status => "status",
        PeopleField::Date => "date",
        PeopleField::Attendance => "attendance",
        PeopleField::Note => "note",
    }
}

fn edit(props: &Props) -> Callback<DelegateEdit> {
    let id = props.delegate.id;
    props.dispatch.reform(move |change| Intent::Do(Action::People(PeopleAction::Edit(id, change))))
}

/// The status as one choice: how the mandate was won and what became of it; and the day on which it ended.
fn status(props: &Props, words: Words) -> Html {
    let id = props.delegate.id.0;
    let now = props.delegate.mandate.known().copied();
    let all: Vec<Mandate> = Mandate::all().collect();
    // A text that was not understood stands first, until something else is chosen.
    let unclear = usize::from(now.is_none());
    let onchange = edit(props).reform({
        let all = all.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).unwrap_or(0).saturating_sub(unclear);
            let chosen = all.get(at).copied().unwrap_or_default();
            let date = now.and_then(|now| now.tenure.date());
            DelegateEdit::Mandate(Mandate { tenure: chosen.tenure.dated(date), ..chosen })
        }
    });
    let group = |entry: Entry| {
        let label = said(words, &PeopleMsg::Entry(entry));
        html! {
            <optgroup {label}>
                { for all.iter().filter(|mandate| mandate.entry == entry).map(|mandate| {
                    let text = match mandate.tenure {
                        Tenure::Holding => said(words, &PeopleMsg::Entry(entry)),
                        tenure => said(words, &PeopleMsg::Tenure(tenure)),
                    };
                    html! { <option selected={now.map(Mandate::undated) == Some(*mandate)}>{ text }</option> }
                }) }
            </optgroup>
        }
    };
    let on_day = edit(props).reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let now = now.unwrap_or_default();
        DelegateEdit::Mandate(Mandate { tenure: now.tenure.dated(Date::parse(&input.value())), ..now })
    });
    let day = now.and_then(|now| now.tenure.date()).map(|date| date.to_string());
    let day = AttrValue::from(day.unwrap_or_default());
    let ended = now.is_some_and(|now| matches!(now.tenure, Tenure::Ended { .. }));
    html! {
        <div class="person-status">
            <select id={format!("person-{id}-status")} class={now.is_none().then_some("invalid")} {onchange}
                aria-invalid={now.is_none().then_some("true")}
                aria-label={said(words, &PeopleMsg::CellOf(PeopleField::Status, &props.called))}>
                if let Told::Unclear(text) = &props.delegate.mandate {
                    <option selected=true>{ format!("“{}” – {}", text.as_str(), key(words, PeopleKey::UnclearStatus)) }</option>
                }
                { group(Entry::Elected) }
                { group(Entry::ByElected) }
            </select>
            if ended {
                <input type="date" data-undo={&day} min="0001-01-01" max="9999-12-31" onchange={on_day} value={&day}
                    aria-label={said(words, &PeopleMsg::CellOf(PeopleField::Date, &props.called))} />
            }
        </div>
    }
}

/// Present by a tick, anything else by choice. Who is not due has nothing to attend, but keeps an old mark.
fn attendance(props: &Props, words: Words) -> Html {
    let id = props.delegate.id;
    if !props.delegate.is_due() && props.mark.is_none() {
        return html! { <div class="person-attendance">{ "–" }</div> };
    }
    let mark = move |attending: Option<Attending>| {
        Intent::Do(Action::People(PeopleAction::Mark(vec![id], attending)))
    };
    let tick = props.dispatch.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        mark(Some(if input.checked() { Attending::Present } else { Attending::Absent }))
    });
    let choose = props.dispatch.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let at = usize::try_from(select.selected_index()).unwrap_or(0);
        mark(at.checked_sub(1).and_then(|at| Attending::ALL.get(at)).copied())
    });
    html! {
        <div class="person-attendance">
            <input type="checkbox" id={format!("person-{}-present", id.0)} checked={props.mark == Some(Attending::Present)}
                aria-label={said(words, &PeopleMsg::MarkOf(Attending::Present, &props.called))} onchange={tick} />
            <select id={format!("person-{}-attendance", id.0)} onchange={choose}
                aria-label={said(words, &PeopleMsg::CellOf(PeopleField::Attendance, &props.called))}>
                <option selected={props.mark.is_none()}>{ key(words, PeopleKey::Unmarked) }</option>
                { for Attending::ALL.map(|one| html! {
                    <option selected={props.mark == Some(one)}>{ said(words, &PeopleMsg::Attending(one)) }</option>
                }) }
            </select>
        </div>
    }
}

/// What a text of a cell asks for.
type Parse = fn(&str) -> Option<DelegateEdit>;

fn parse_name(text: &str) -> Option<DelegateEdit> {
    Name::new(text).ok().map(DelegateEdit::Name)
}

fn parse_unit(text: &str) -> Option<DelegateEdit> {
    Name::new(text).ok().map(DelegateEdit::Unit)
}

fn parse_note(text: &str) -> Option<DelegateEdit> {
    Name::new(text).ok().map(DelegateEdit::Note)
}

fn parse_categories(text: &str) -> Option<DelegateEdit> {
    Categories::parse(text).ok().map(DelegateEdit::Categories)
}

#[derive(Properties, PartialEq)]
struct TextCellProps {
    id: AttrValue,
    label: AttrValue,
    value: AttrValue,
    #[prop_or_default]
    list: Option<AttrValue>,
    /// Whether what stands here is a problem.
    faulty: bool,
    parse: Fits,
    on_commit: Callback<DelegateEdit>,
}

/// A function as a property: compared by where it is.
#[derive(Clone, Copy)]
struct Fits(Parse);

impl PartialEq for Fits {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl From<Parse> for Fits {
    fn from(parse: Parse) -> Self {
        Self(parse)
    }
}

impl yew::html::IntoPropValue<Fits> for Parse {
    fn into_prop_value(self) -> Fits {
        Fits(self)
    }
}

/// A field for a text, taken over when it is left. What does not fit stays in it, marked.
#[component]
fn TextCell(props: &TextCellProps) -> Html {
    let words = use_words();
    let kept = use_kept(&props.id, &props.value);
    let typed = use_typed_from(kept, {
        let (on_commit, parse, value) = (props.on_commit.clone(), props.parse, props.value.clone());
        Callback::from(move |text: String| {
            let change = (parse.0)(&text);
            let fits = change.is_some();
            if let Some(change) = change.filter(|_| *value != *text) {
                on_commit.emit(change);
            }
            fits
        })
    });
    use_refusal(&props.id, &props.label, &props.value, typed.refusal(|_| Some(Why::Text)));
    let refused = typed.refused().is_some();
    let wrong = refused || props.faulty;
    let described = format!("{}-error", props.id);
    html! {
        <div class="person-text">
            <input id={&props.id} type="text" autocomplete="off" spellcheck="false" data-undo={&props.value} value={typed.shown(&props.value)} list={props.list.clone()}
                oninput={typed.oninput()} onchange={typed.onchange()} onblur={typed.onblur()} onkeydown={typed.onkeydown()}
                aria-label={&props.label} aria-invalid={wrong.then_some("true")} aria-describedby={refused.then(|| described.clone())} />
            <p class="field-error" id={described} role="alert">
                if refused { { super::too_long(words) } }
            </p>
        </div>
    }
}
