//! One category: its name, its target as a sentence that can be checked, and whether the plan meets it.

use super::share_field::ShareField;
use crate::effects::announce;
use crate::effects::heirs;
use crate::store::Intent;
use crate::ui::explained::explained;
use crate::ui::fields::{Choice, TextField};
use crate::ui::number_field::NumberField;
use crate::ui::problems::row_name;
use crate::ui::refused::use_kept_within;
use crate::ui::words::{Words, use_words};
use delegate_roster::limits::{MAX_SEATS, MAX_WEIGHT};
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::{
    Action, Amount, Category, CategoryEdit, CategoryKind, CategoryRow, CompositionAction, Figure, Limit,
    Plan, Report, Target, Waiting,
};
use delegate_roster::text::{CompositionKey, CompositionMsg, Key, Msg};
use std::rc::Rc;
use yew::prelude::*;

/// Names listed in a tie before the rest is counted.
const NAMED: usize = 8;

/// What a target may be given as, in the order of the choice.
const AMOUNTS: [CompositionKey; 3] =
    [CompositionKey::AmountShare, CompositionKey::AmountNumber, CompositionKey::AmountMembers];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    /// Its place among the categories.
    pub at: usize,
    pub plan: Rc<Result<Plan, Waiting>>,
    pub dispatch: Callback<Intent>,
}

/// The button that adds a category: it has the focus where one was taken away.
pub const ADD: &str = "add-category";

#[component]
pub fn CategoryCard(props: &Props) -> Html {
    let words = use_words();
    // A target is chosen in steps: the side and the way stand here until there is a number.
    let report = &props.report;
    let here = report.scenario.composition.get(props.at).map_or(0, |category| category.id.0);
    let share = use_kept_within(&format!("category-{here}-share"));
    let number = use_kept_within(&format!("category-{here}-number"));
    // A number that was refused was one of the side and the way in which its field stood.
    let side = use_state_eq(|| {
        let limit = share.first().or(number.first())?.over.parse::<usize>().ok()?;
        Limit::ALL.get(limit.checked_sub(1)?).copied()
    });
    let way = use_state_eq(|| share.first().map(|_| 0).or(number.first().map(|_| 1)));
    let stood =
        use_mut_ref(|| report.scenario.composition.get(props.at).and_then(|category| category.target));
    let found = report.scenario.composition.get(props.at).zip(report.composition.get(props.at));
    let Some((category, row)) = found else { return html! { <li></li> } };
    // With a target there are none to choose, be it that it was given or that it was taken back.
    use_effect_with(category.target, {
        let (side, way) = (side.setter(), way.setter());
        move |target| {
            if stood.replace(*target) != *target {
                side.set(None);
                way.set(None);
            }
        }
    });
    let (id, at) = (category.id, props.at);
    let movers = ["up", "down"].map(|way| format!("category-{}-{way}", id.0));
    let [up, down] = movers.clone();
    let shifts = |to: usize| {
        let movers = movers.clone();
        props.dispatch.reform(move |_: MouseEvent| {
            heirs::keep(movers.clone());
            Intent::Do(Action::Composition(CompositionAction::Move(id, to)))
        })
    };
    let remove = props.dispatch.reform(move |_: MouseEvent| {
        announce::focus_soon(ADD.to_owned());
        Intent::Do(Action::Composition(CompositionAction::Remove(id)))
    });
    let field = |name: &str| AttrValue::from(format!("category-{}-{name}", id.0));
    let count = report.scenario.composition.len();
    html! {
        <li class="category" aria-labelledby={field("title")}>
            <header class="sitting-head">
                <h3 id={field("title")}><bdi>{ words.category(report, id) }</bdi></h3>
                <div class="buttons">
                    <button type="button" class="quiet" id={up} aria-label={words.key(Key::Earlier)} title={words.key(Key::Earlier)}
                        disabled={at == 0} onclick={shifts(at.saturating_sub(1))}>{ "↑" }</button>
                    <button type="button" class="quiet" id={down} aria-label={words.key(Key::Later)} title={words.key(Key::Later)}
                        disabled={at + 1 == count} onclick={shifts(at + 1)}>{ "↓" }</button>
                    <button type="button" class="quiet" onclick={remove}>{ words.composition(CompositionKey::Remove) }</button>
                </div>
            </header>
            { verdict(words, props, category, row) }
            <div class="category-fields">
                <TextField id={field("name")} label={words.composition(CompositionKey::Name)} value={category.name.clone()}
                    on_commit={edits(props, category, CategoryEdit::Name)} />
                <Choice id={field("limit")} label={words.composition(CompositionKey::LimitLabel)}
                    options={limits(words)} chosen={Some(limit_place(category.target.map(|target| target.limit).or(*side)))}
                    on_choose={choose_limit(props, category, &side)} />
                { amount(words, props, category, &side, &way) }
                <Choice id={field("kind")} label={words.composition(CompositionKey::KindLabel)}
                    options={CategoryKind::ALL.map(|kind| words.say(&Msg::Composition(CompositionMsg::Kind(kind)))).to_vec()}
                    chosen={CategoryKind::ALL.iter().position(|kind| *kind == category.kind)}
                    on_choose={edits(props, category, |at: usize| CategoryEdit::Kind(CategoryKind::ALL.get(at).copied().unwrap_or_default()))} />
                <NumberField id={field("members")} label={words.composition(CompositionKey::MembersLabel)}
                    value={category.members.map(Weight::get)} limit={MAX_WEIGHT}
                    on_commit={edits(props, category, |n: u64| CategoryEdit::Members(Weight::new(n)))}
                    on_clear={Some(edits(props, category, |()| CategoryEdit::Members(None)))} />
            </div>
        </li>
    }
}

/// A callback that changes this category.
fn edits<T: 'static>(
    props: &Props,
    category: &Category,
    edit: impl Fn(T) -> CategoryEdit + 'static,
) -> Callback<T> {
    let id = category.id;
    props
        .dispatch
        .reform(move |value: T| Intent::Do(Action::Composition(CompositionAction::Edit(id, edit(value)))))
}

fn limits(words: Words) -> Vec<AttrValue> {
    let limits = Limit::ALL.map(|limit| words.say(&Msg::Composition(CompositionMsg::Limit(limit))));
    std::iter::once(words.composition(CompositionKey::NoTarget)).chain(limits).collect()
}

fn limit_place(limit: Option<Limit>) -> usize {
    Limit::ALL.iter().position(|one| Some(*one) == limit).map_or(0, |at| at + 1)
}

fn choose_limit(props: &Props, category: &Category, side: &UseStateHandle<Option<Limit>>) -> Callback<usize> {
    let (side, target) = (side.clone(), category.target);
    let set = edits(props, category, CategoryEdit::Target);
    Callback::from(move |at: usize| {
        let limit = at.checked_sub(1).and_then(|at| Limit::ALL.get(at)).copied();
        side.set(limit);
        if let Some(target) = target {
            set.emit(limit.map(|limit| Target { limit, ..target }));
        }
    })
}

/// The way a target is given and its number; nothing until a side is chosen.
fn amount(
    words: Words,
    props: &Props,
    category: &Category,
    side: &UseStateHandle<Option<Limit>>,
    way: &UseStateHandle<Option<usize>>,
) -> Html {
    let Some(limit) = category.target.map(|target| target.limit).or(**side) else {
        return html! { <div class="field" hidden={true}></div> };
    };
    let field = |name: &str| AttrValue::from(format!("category-{}-{name}", category.id.0));
    let now = category.target.map(|target| target.amount);
    let over = AttrValue::from(limit_place(Some(limit)).to_string());
    let set =
        edits(props, category, move |amount: Amount| CategoryEdit::Target(Some(Target { limit, amount })));
    let entered = now.map(|amount| match amount {
        Amount::Share(_) => 0,
        Amount::Number(_) => 1,
        Amount::MemberShare => 2,
    });
    let chosen = (**way).or(entered).unwrap_or(0);
    let on_choose = {
        let (way, set) = (way.clone(), set.clone());
        Callback::from(move |at: usize| {
            way.set(Some(at));
            if at == 2 {
                set.emit(Amount::MemberShare);
            }
        })
    };
    let share = match now {
        Some(Amount::Share(share)) => Some(share),
        _ => None,
    };
    let name = words.category(&props.report, category.id);
    let number = match now {
        Some(Amount::Number(seats)) => Some(u64::from(seats.get())),
        _ => None,
    };
    html! {
        <div class="amount-fields">
            <Choice id={field("way")} label={words.composition(CompositionKey::AmountLabel)}
                options={AMOUNTS.map(|key| words.composition(key)).to_vec()} chosen={Some(chosen)} {on_choose} />
            { match chosen {
                0 => html! {
                    <ShareField id={field("share")} label={words.composition(CompositionKey::ShareLabel)} of={name.clone()} value={share} {over} on_commit={set.reform(Amount::Share)} />
                },
                1 => html! {
                    <NumberField id={field("number")} label={words.composition(CompositionKey::NumberLabel)} of={name} value={number} limit={u64::from(MAX_SEATS)} {over}
                        on_commit={set.reform(|n: u64| Amount::Number(u32::try_from(n).ok().and_then(Seats::new).unwrap_or(Seats::MAX)))} />
                },
                _ => html! { <p class="hint field">{ words.composition(CompositionKey::MembersNeeded) }</p> },
            } }
        </div>
    }
}

/// The target as a sentence, the plan against it, what is tied and what departs.
fn verdict(words: Words, props: &Props, category: &Category, row: &CategoryRow) -> Html {
    let say = |msg: CompositionMsg<'_>| words.say(&Msg::Composition(msg));
    let plan = props.plan.as_ref().as_ref().ok();
    let planned = plan.and_then(|plan| plan.planned(category.id));
    let tie = plan.and_then(|plan| plan.tie(category.id));
    let departing = plan.map_or(0, |plan| {
        let rows = 0..props.report.units.len();
        let free = rows.filter(|row| {
            props.report.units.get(*row).is_some_and(|unit| !category.locks.contains_key(&unit.id))
        });
        free.filter_map(|row| plan.cell(row, category.id)).filter(|cell| cell.departs()).count()
    });
    html! {
        <div class="category-verdict">
            if let Some(needed) = &row.needed {
                <p class="sentence">
                    { explained(&Figure::Target(category.id), say(CompositionMsg::Needed(needed))) }
                    if let Some(planned) = planned {
                        { " " }
                        <span class={if needed.is_met(planned) { "met" } else { "not-met" }}>{ explained(&Figure::Planned(Some(category.id)), say(CompositionMsg::Planned(planned, needed))) }</span>
                    }
                </p>
            } else if category.target.is_some() {
                <p class="trouble">{ words.composition(CompositionKey::MembersNeeded) }</p>
            }
            if let Some((rows, open)) = &tie {
                <p class="tied">{ say(CompositionMsg::Tie {
                    names: &rows.iter().take(NAMED).map(|row| row_name(words, &props.report, *row).to_string()).collect::<Vec<_>>(),
                    units: rows.len(),
                    open: *open,
                }) }</p>
            }
            if departing > 0 {
                <p class="trouble">{ say(CompositionMsg::Departures(departing)) }</p>
            }
            if !category.by_unit.is_empty() {
                <p class="hint">{ say(CompositionMsg::Members(&row.figures)) }</p>
            }
        </div>
    }
}
