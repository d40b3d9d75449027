//! The roster by delegation: the same figures as by unit, added up; or the units themselves, to be moved.

use super::explained::{explained, explained_cell};
use super::grid::Column;
use super::regroup::{Regroup, Suggest};
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::scenario::{DelegationRow, Figure, LineFigure, Report, Whose};
use delegate_roster::text::{GroupingMsg, GroupingWord, Key, Msg};
use std::rc::Rc;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column::Members,
    Column::SeatsFixed,
    Column::Unfilled,
    Column::Elected,
    Column::ByElected,
    Column::Ended,
    Column::Suspended,
    Column::Actual,
    Column::Registered,
    Column::Absent,
    Column::OnLeave,
    Column::Present,
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

/// What is shown by delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Figures,
    Units,
}

#[component]
pub fn Delegations(props: &Props) -> Html {
    let words = use_words();
    let view = use_state_eq(|| View::Figures);
    let choice = |to: View, label: GroupingWord| {
        let view = view.clone();
        let pressed = if *view == to { "true" } else { "false" };
        html! {
            <button type="button" aria-pressed={pressed} onclick={move |_: MouseEvent| view.set(to)}>
                { words.say(&Msg::Grouping(GroupingMsg::Word(label))) }
            </button>
        }
    };
    html! {
        <section class="by-delegation" aria-labelledby="by-delegation-title">
            <div class="section-head">
                <h2 id="by-delegation-title">{ words.key(Key::ByDelegation) }</h2>
                <div class="choice" role="group" aria-label={words.say(&Msg::Grouping(GroupingMsg::Word(GroupingWord::Views)))}>
                    { choice(View::Figures, GroupingWord::ViewFigures) }
                    { choice(View::Units, GroupingWord::ViewUnits) }
                    <Suggest report={props.report.clone()} dispatch={&props.dispatch} />
                </div>
            </div>
            { match *view {
                View::Figures => figures(words, &props.report),
                View::Units => html! { <Regroup report={props.report.clone()} dispatch={&props.dispatch} /> },
            } }
        </section>
    }
}

/// The figures, added up.
fn figures(words: Words, report: &Report) -> Html {
    let names = report.scenario.delegation_names();
    let name = |row: &DelegationRow| {
        let name = row.id.and_then(|id| names.get(&id));
        name.map_or_else(|| words.key(Key::NoDelegation), |name| AttrValue::from(name.shared()))
    };
    let whose = |row: &DelegationRow| row.id.map_or(Whose::Loose, Whose::Delegation);
    let ask = |whose: Whose, one: LineFigure, text: String| explained_cell(&Figure::Line(whose, one), text);
    let ask_column = |whose: Whose, column: Column, text: String| match column.figure() {
        Some(one) => ask(whose, one, text),
        None => html! { { text } },
    };
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="by-delegation-title">
            <table class="plain-table">
                <thead>
                    <tr>
                        <th scope="col" class="col-name">{ words.say(&Msg::Field(delegate_roster::scenario::Field::Delegation)) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::UnitsShort) }</th>
                        { for COLUMNS.iter().map(|column| html! {
                            <th scope="col" class={column.class()}>{ words.say(&column.heading(report)) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for report.delegations.iter().map(|row| html! {
                        <tr>
                            <th scope="row" class="col-name"><bdi>{ name(row) }</bdi></th>
                            <td class="col-count">{ ask(whose(row), LineFigure::Units, row.units.to_string()) }</td>
                            { for COLUMNS.iter().map(|column| html! {
                                <td class={column.class()}>{ ask_column(whose(row), *column, column.of_delegation(row, words.0)) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" class="col-name">{ words.key(Key::Total) }</th>
                        <td class="col-count">{ explained(&Figure::Line(Whose::Total, LineFigure::Units), report.units.len().to_string()) }</td>
                        { for COLUMNS.iter().map(|column| html! {
                            <td class={column.class()}>{ ask_column(Whose::Total, *column, column.total(report, words.0)) }</td>
                        }) }
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}
