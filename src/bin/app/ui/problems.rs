//! Everything that does not add up, in one place, each entry a way to its cell.

use super::composition::place_name;
use super::refused::{Refusal, Refused};
use super::words::{Words, use_words};
use super::{agenda, election_card, steps};
use crate::store::Drafts;
use delegate_roster::scenario::{Field, Place, Report, Severity, SittingId, UnitId};
use delegate_roster::text::{Key, Msg, PeopleKey, PeopleMsg, RulesMsg};
use std::rc::Rc;
use yew::prelude::*;

/// Shown at once; the rest is counted.
const SHOWN: usize = 50;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    /// Texts that other fields could not read.
    pub refused: Rc<Vec<Refusal>>,
    pub on_go: Callback<Place>,
}

#[component]
pub fn Problems(props: &Props) -> Html {
    let words = use_words();
    let drafts = props.drafts.iter().map(|((unit, field), draft)| {
        let place = Place::Unit(*unit, *field);
        (place, Severity::Error, words.say(&Msg::DraftError(&draft.text, &draft.error)))
    });
    let issues = props.report.issues.iter();
    let issues =
        issues.map(|issue| (issue.place, issue.problem.severity(), words.say(&Msg::Problem(&issue.problem))));
    let on_go = |place: Place| props.on_go.reform(move |_: MouseEvent| place);
    let cells = drafts
        .chain(issues)
        .map(|(place, severity, text)| (where_is(words, &props.report, place), severity, text, on_go(place)));
    let all = use_context::<Refused>();
    let fields = props.refused.iter().map(|refusal| {
        let step = words.say(&steps::name(refusal.step));
        // Fields of other steps are not there to say what they are called in the language that was chosen since.
        let name = match refusal.language == words.0 {
            true => format!("{step} · {}", refusal.label).into(),
            false => step,
        };
        let text = words.say(&Msg::RefusedText(&refusal.text, &refusal.why.said(words)));
        let (all, to) = (all.clone(), refusal.clone());
        let go = Callback::from(move |_: MouseEvent| {
            if let Some(all) = &all {
                all.go(&to);
            }
        });
        (name, Severity::Error, text, go)
    });
    let count = props.refused.len() + props.drafts.len() + props.report.issues.len();
    let entries: Vec<(AttrValue, Severity, AttrValue, Callback<MouseEvent>)> =
        fields.chain(cells).take(SHOWN).collect();
    html! {
        <section class={classes!("problems", (count == 0).then_some("none"))} aria-labelledby="problems-title">
            <h2 id="problems-title">{ words.say(&Msg::Problems(count)) }</h2>
            <ul>
                { for entries.into_iter().map(|(name, severity, text, onclick)| {
                    let class = match severity { Severity::Error => "error", Severity::Warning => "warning" };
                    html! {
                        <li {class}>
                            <button type="button" class="plain" {onclick}>
                                <strong>{ name }</strong>
                                <span>{ text }</span>
                            </button>
                        </li>
                    }
                }) }
                if count > SHOWN {
                    <li class="more">{ words.say(&Msg::More(count - SHOWN)) }</li>
                }
            </ul>
        </section>
    }
}

/// The name of a place: a unit and its column, or a setting.
fn where_is(words: Words, report: &Report, place: Place) -> AttrValue {
    match place {
        Place::House => words.key(Key::HouseSize),
        Place::Minimum => words.key(Key::MinimumEach),
        Place::Method => words.key(Key::Method),
        Place::Table => words.key(Key::UnitsTable),
        Place::Sitting(id) => sitting_name(words, report, id),
        Place::Rules => words.key(Key::StepRules),
        Place::Rule(subject) => words.say(&Msg::Rules(RulesMsg::Chapter(subject.chapter()))),
        Place::Delegation(sitting, id) => {
            let delegation = match report.scenario.delegation(id) {
                Some(delegation) => delegation.name.shared().into(),
                None => words.say(&Msg::Field(Field::Delegation)),
            };
            format!("{} · {delegation}", sitting_name(words, report, sitting)).into()
        }
        Place::Category(_) | Place::CategoryCell(..) => place_name(words, report, place),
        Place::Total(field) => words.say(&Msg::Field(field)),
        Place::Agenda(id, _) => agenda::name(words, &report.scenario, id),
        Place::Election(id, _) => election_card::name(words, &report.scenario, id),
        Place::Delegate(id) => {
            let delegate = report.scenario.people.delegate(id).map(|(_, delegate)| &delegate.name);
            match delegate.filter(|name| !name.is_empty()) {
                Some(name) => name.shared().into(),
                None => words.say(&Msg::People(PeopleMsg::Key(PeopleKey::Title))),
            }
        }
        Place::Unit(id, field) => {
            let column = words.say(&Msg::Field(field));
            format!("{} · {column}", unit_name(words, report, id)).into()
        }
    }
}

/// The name of a sitting, or its number where it has none.
fn sitting_name(words: Words, report: &Report, id: SittingId) -> AttrValue {
    let sittings = &report.scenario.sittings;
    let at = sittings.iter().position(|sitting| sitting.id == id).unwrap_or_default();
    match sittings.get(at) {
        Some(sitting) if !sitting.name.is_empty() => sitting.name.shared().into(),
        _ => words.say(&Msg::SittingNumber(at + 1)),
    }
}

/// The name of a unit, or its row where it has none.
pub fn unit_name(words: Words, report: &Report, id: UnitId) -> AttrValue {
    let row = report.scenario.unit(id).map(|(row, _)| row);
    row.map_or(AttrValue::Static(""), |row| row_name(words, report, row))
}

/// The name of the unit of a row, or the row where it has none.
pub fn row_name(words: Words, report: &Report, row: usize) -> AttrValue {
    match report.scenario.units.get(row) {
        Some(unit) if !unit.name.is_empty() => unit.name.shared().into(),
        Some(_) => words.say(&Msg::UnnamedRow(row + 1)),
        None => AttrValue::Static(""),
    }
}
