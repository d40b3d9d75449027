//! The composition step: the categories with their targets, and what each unit should send of them. The matrix is worked
//! out here, while somebody looks at it, and not with every keystroke elsewhere.

mod card;
mod cells;
mod guidelines;
mod row;
mod share_field;
mod table;

use super::errand::Errand;
use super::problems::row_name;
use super::words::{Words, use_words};
use super::working::working;
use crate::effects::announce;
use crate::effects::work::{Answered, Asked as Question, use_work};
use crate::store::Intent;
use card::{ADD, CategoryCard};
use delegate_roster::limits::MAX_CATEGORIES;
use delegate_roster::scenario::{
    Action, CategoryId, CategoryKind, CompositionAction, Issue, Name, Place, Plan, Report, Target, UnitId,
    Usual, Waiting,
};
use delegate_roster::text::{CompositionKey, CompositionMsg, Key, Msg};
use delegate_roster::work::{Answer, Ask};
use guidelines::Guidelines;
use std::rc::Rc;
use table::MatrixTable;
use yew::prelude::*;

/// A cell to go to, or a category, with a counter so that the same one can be asked for twice.
pub type Asked = Errand<(CategoryId, Option<UnitId>)>;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
    pub on_go: Callback<Place>,
    pub asked: Asked,
    /// The field of a text that was refused.
    pub led: Errand<AttrValue>,
}

impl Words {
    /// A fixed word about the composition.
    pub fn composition(self, key: CompositionKey) -> AttrValue {
        self.say(&Msg::Composition(CompositionMsg::Key(key)))
    }

    /// The name of a category, or its place where it has none.
    pub fn category(self, report: &Report, id: CategoryId) -> AttrValue {
        let found = report.scenario.composition.iter().enumerate().find(|(_, category)| category.id == id);
        match found {
            Some((_, category)) if !category.name.is_empty() => category.name.shared().into(),
            Some((at, _)) => self.say(&Msg::Composition(CompositionMsg::Unnamed(at + 1))),
            None => AttrValue::Static(""),
        }
    }
}

#[component]
pub fn CompositionStep(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let ready = !report.scenario.units.is_empty() && !report.scenario.composition.is_empty();
    let work = use_work(ready.then(|| Question { report: Some(report.clone()), ask: Ask::Plan }), 0);
    let found = use_memo((report.clone(), work.answered.clone()), |(report, answered)| {
        shown(report, answered.as_deref())
    });
    let categories = &report.scenario.composition;
    html! {
        <div class="step-composition">
            <section class="categories" aria-labelledby="categories-title">
                <h2 id="categories-title">{ words.composition(CompositionKey::Categories) }</h2>
                <p class="hint">{ words.composition(CompositionKey::Hint) }</p>
                <ol class="category-list">
                    { for categories.iter().enumerate().map(|(at, category)| html! {
                        <CategoryCard key={category.id.0} report={report.clone()} {at} plan={found.clone()} dispatch={&props.dispatch} />
                    }) }
                </ol>
                { adding(words, props) }
                <Guidelines room={categories.len() < MAX_CATEGORIES} dispatch={&props.dispatch} />
            </section>
            <section class="composition-matrix" aria-labelledby="composition-title">
                <h2 id="composition-title">{ words.composition(CompositionKey::Matrix) }</h2>
                { working(words, &work) }
                { match &*found {
                    Ok(plan) => matrix(words, props, plan, &found),
                    Err(Waiting::Seats) => waiting(words, CompositionKey::WaitingSeats),
                    Err(Waiting::Empty) if categories.is_empty() => waiting(words, CompositionKey::NoCategories),
                    Err(Waiting::Empty) => waiting(words, CompositionKey::NoUnits),
                } }
            </section>
        </div>
    }
}

/// The matrix as far as it is known: for the report itself, else that of the report before it, if the units are the same.
fn shown(report: &Report, answered: Option<&Answered>) -> Result<Plan, Waiting> {
    let found = match answered {
        Some(Answered { asked: Question { report: Some(asked), .. }, answer: Answer::Plan(solved) }) => {
            let same = asked.units.len() == report.units.len()
                && asked.units.iter().zip(&report.units).all(|(one, other)| one.id == other.id);
            same.then(|| Plan::of(asked, solved.clone()).ok()).flatten()
        }
        _ => None,
    };
    let empty = Plan::of(report, Vec::new())?;
    Ok(found.unwrap_or(empty))
}

fn waiting(words: Words, key: CompositionKey) -> Html {
    html! { <p class="waiting">{ words.composition(key) }</p> }
}

/// Adds a category.
fn add(name: &AttrValue, kind: CategoryKind, target: Option<Target>) -> Intent {
    let name = Name::new(name).unwrap_or_default();
    Intent::Do(Action::Composition(CompositionAction::Add { name, kind, target }))
}

/// Buttons for the usual categories and for another one.
fn adding(words: Words, props: &Props) -> Html {
    let known = &props.report.scenario.composition;
    let full = known.len() >= MAX_CATEGORIES;
    // The category goes on counting as the last one does.
    let kind = known.last().map_or(CategoryKind::default(), |last| last.kind);
    // A button for a usual category goes with it; what is wanted next is its target.
    let next = props.report.scenario.next(0);
    let button = |id: Option<&'static str>, name: AttrValue, label: AttrValue| {
        let onclick = props.dispatch.reform(move |_: MouseEvent| {
            let field = if name.is_empty() { "name" } else { "limit" };
            if let Some(next) = next {
                announce::focus_soon(format!("category-{next}-{field}"));
            }
            add(&name, kind, None)
        });
        html! { <button type="button" {id} disabled={full} {onclick}>{ label }</button> }
    };
    let usual = Usual::ALL.map(|usual| words.say(&Msg::Composition(CompositionMsg::Usual(usual))));
    let missing =
        usual.into_iter().filter(|name| !known.iter().any(|one| one.name.as_str() == name.as_str()));
    html! {
        <div class="add-category" role="group" aria-label={words.composition(CompositionKey::AddLabel)}>
            <span class="hint" aria-hidden="true">{ words.composition(CompositionKey::AddLabel) }</span>
            { for missing.map(|name| button(None, name.clone(), name)) }
            { button(Some(ADD), AttrValue::Static(""), words.composition(CompositionKey::AddOther)) }
        </div>
    }
}

fn matrix(words: Words, props: &Props, plan: &Plan, found: &Rc<Result<Plan, Waiting>>) -> Html {
    let report = &props.report;
    let overlapping = report.scenario.composition.iter().filter(|one| one.kind == CategoryKind::Overlapping);
    html! {
        <div>
            { contradictions(words, props, &plan.contradictions(&report.scenario)) }
            <p class="hint" hidden={overlapping.count() < 2}>{ words.composition(CompositionKey::OverlapNote) }</p>
            { ties(words, props, plan) }
            <MatrixTable report={report.clone()} plan={found.clone()} dispatch={&props.dispatch} asked={props.asked.clone()} led={props.led.clone()} />
        </div>
    }
}

/// Who contradicts whom; each entry leads to its place.
fn contradictions(words: Words, props: &Props, found: &[Issue]) -> Html {
    html! {
        <div class="contradictions" role="status">
            if !found.is_empty() {
                <h3>{ words.composition(CompositionKey::Contradictions) }</h3>
                <p class="hint">{ words.composition(CompositionKey::ContradictionsHint) }</p>
                <ul class="problems">
                    { for found.iter().take(20).map(|issue| {
                        let place = issue.place;
                        let onclick = props.on_go.reform(move |_: MouseEvent| place);
                        html! {
                            <li class="error"><button type="button" class="plain" {onclick}>
                                <strong><bdi>{ place_name(words, &props.report, place) }</bdi></strong>
                                <span>{ words.say(&Msg::Problem(&issue.problem)) }</span>
                            </button></li>
                        }
                    }) }
                </ul>
            }
        </div>
    }
}

/// The name of a place of the composition.
pub fn place_name(words: Words, report: &Report, place: Place) -> AttrValue {
    match place {
        Place::Category(id) => words.category(report, id),
        Place::CategoryCell(id, unit) => {
            let row = report.scenario.unit(unit).map_or(0, |(row, _)| row);
            format!("{} · {}", words.category(report, id), row_name(words, report, row)).into()
        }
        _ => AttrValue::Static(""),
    }
}

/// What is tied, and the lot that settles it.
fn ties(words: Words, props: &Props, plan: &Plan) -> Html {
    let report = &props.report;
    let tied = report.scenario.composition.iter().any(|category| plan.tie(category.id).is_some());
    let draw = {
        let (dispatch, report, plan) = (props.dispatch.clone(), report.clone(), plan.clone());
        Callback::from(move |_: MouseEvent| {
            // Chance enters here alone; what was drawn stands in the cells from then on.
            let seed = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
            let cells = plan.draw(&report.scenario, seed);
            dispatch.emit(Intent::Do(Action::Composition(CompositionAction::Lock(cells))));
        })
    };
    html! {
        <div class="composition-tie" hidden={!tied}>
            <button type="button" class="draw-composition" onclick={draw}>{ words.composition(CompositionKey::Draw) }</button>
            <span class="hint">{ words.composition(CompositionKey::OpenNote) }{ words.key(Key::BetweenSentences) }{ words.composition(CompositionKey::DrawHint) }</span>
        </div>
    }
}
