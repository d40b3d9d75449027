//! One delegation on the board: its name, its size against the others, its units.

use super::groups::{Board, Group, Target};
use super::hand::{Opened, chip_id};
use super::name::NameOf;
use crate::ui::words::{Words, use_words};
use delegate_roster::scenario::regroup::{Balance, Figure};
use delegate_roster::scenario::{DelegationId, Name, Report, UnitId};
use delegate_roster::text::number::grouped;
use delegate_roster::text::{GroupingMsg, GroupingWord, Key, Msg};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub board: Rc<Board>,
    /// Its place on the board.
    pub at: usize,
    /// The rows of its units that are shown.
    pub units: Vec<usize>,
    /// The unit that Tab leads to.
    pub tab_stop: Option<UnitId>,
    pub chosen: Rc<BTreeSet<UnitId>>,
    /// Whether something is dragged over it.
    pub over: bool,
    /// The choice that stands open in it, and its form.
    pub opened: Option<Opened>,
    pub form: Option<Html>,
    pub on_more: Callback<Target>,
    pub on_open: Callback<Opened>,
    pub on_rename: Callback<(DelegationId, Name)>,
}

#[component]
pub fn Card(props: &Props) -> Html {
    let words = use_words();
    let Some(group) = props.board.groups.get(props.at) else { return html! { <li class="group"></li> } };
    // Delegations stand on the board in their order.
    let delegation = props.report.scenario.delegations.get(props.at);
    let delegation = delegation.filter(|one| group.target == Target::Delegation(one.id));
    let title = delegation.map_or_else(|| words.key(Key::NoDelegation), |one| one.name.shared().into());
    let hidden = group.rows.len().saturating_sub(props.units.len());
    let form = |opened: bool| props.form.clone().filter(|_| opened);
    let dissolving = matches!(props.opened, Some(Opened::Dissolve(_)));
    let target = group.target;
    html! {
        <li class={classes!("group", props.over.then_some("over"))} data-target={target.code()}>
            <div class="group-head">
                if let Some(delegation) = delegation {
                    <NameOf id={delegation.id} name={delegation.name.clone()} report={props.report.clone()} on_rename={&props.on_rename} />
                } else {
                    <p class="group-title">{ &title }</p>
                }
                { size(words, group, props.board.balance.filter(|_| delegation.is_some())) }
            </div>
            <ul class="units" aria-label={title.clone()}>
                { for props.units.iter().map(|row| chip(words, props, *row)) }
                if group.rows.is_empty() {
                    <li key="empty" class="hint">{ words.say(&Msg::Grouping(GroupingMsg::Word(GroupingWord::NobodyLeft))) }</li>
                }
            </ul>
            <div class="group-foot">
                if hidden > 0 {
                    <button type="button" class="quiet" onclick={props.on_more.reform(move |_: MouseEvent| target)}>
                        { words.say(&Msg::Grouping(GroupingMsg::ShowMore(hidden))) }
                    </button>
                }
                if let Some(delegation) = delegation {
                    <button type="button" class="quiet dissolve" id={format!("delegation-{}-dissolve", delegation.id.0)}
                        aria-expanded={if dissolving { "true" } else { "false" }}
                        aria-label={words.say(&Msg::Grouping(GroupingMsg::Dissolve(delegation.name.as_str())))}
                        onclick={props.on_open.reform({
                            let id = delegation.id;
                            move |_: MouseEvent| Opened::Dissolve(id)
                        })}>
                        { words.say(&Msg::Grouping(GroupingMsg::Word(GroupingWord::Dissolve))) }{ "…" }
                    </button>
                }
            </div>
            <div class="group-form">{ form(dissolving) }</div>
        </li>
    }
}

/// A unit, and the choice of where it goes if that is open. Keys keep the unit, and its focus, when the choice comes.
fn chip(words: Words, props: &Props, row: usize) -> Html {
    let found = props.report.scenario.units.get(row).zip(props.report.units.get(row));
    let Some((unit, figures)) = found else { return html! {} };
    let (id, open) = (unit.id, props.opened == Some(Opened::Move(unit.id)));
    let chosen = props.chosen.contains(&id);
    let name = match unit.name.is_empty() {
        true => words.say(&Msg::UnnamedRow(row + 1)),
        false => unit.name.shared().into(),
    };
    html! {
        <li key={id.0} class={open.then_some("open")}>
            <span key="unit" class={classes!("unit", chosen.then_some("chosen"))} id={chip_id(id)} data-unit={id.0.to_string()} role="button"
                tabindex={if props.tab_stop == Some(id) { "0" } else { "-1" }} draggable="true"
                aria-pressed={if chosen { "true" } else { "false" }} aria-expanded={if open { "true" } else { "false" }}
                aria-describedby="regroup-hint">
                <bdi>{ name }</bdi>{ " " }<span class="unit-size">{ grouped(Figure::Actual.of_unit(figures).into()) }</span>
            </span>
            { props.form.clone().filter(|_| open) }
        </li>
    }
}

/// The size, its share of all, and a bar with the average marked.
fn size(words: Words, group: &Group, balance: Option<Balance>) -> Html {
    let Some(balance) = balance else {
        return html! { <p class="group-size"><strong>{ grouped(group.size) }</strong></p> };
    };
    // Drawing only.
    let part = |n: f64| (100.0 * n / (balance.largest.max(1) as f64)).to_string();
    let average = part(balance.total as f64 / balance.delegations as f64);
    let mark = |is: bool, word| {
        is.then(|| html! { <span class="mark">{ words.say(&Msg::Grouping(GroupingMsg::Word(word))) }</span> })
    };
    let uneven = balance.largest > balance.smallest;
    html! {
        <div class="group-size">
            <p>
                <strong>{ grouped(group.size) }</strong>{ " " }
                <span class="share">{ words.say(&Msg::Grouping(GroupingMsg::Share(group.size, balance.total))) }</span>{ " " }
                { mark(uneven && group.size == balance.largest, GroupingWord::Largest) }
                { mark(uneven && group.size == balance.smallest, GroupingWord::Smallest) }
            </p>
            <svg class="size-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="track" width="100" height="8" />
                <rect class="fill" width={part(group.size as f64)} height="8" />
                <line class="average" x1={average.clone()} x2={average} y1="0" y2="8" />
            </svg>
        </div>
    }
}
