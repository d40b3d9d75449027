//! The figures of the list beside those of the table, unit by unit; where they differ, both are said.

use super::{key, more, said, total};
use crate::ui::explained::explained_cell;
use crate::ui::words::use_words;
use delegate_roster::scenario::{Apart, Field, Figure, LineFigure, Report, UnitPeople, Whose};
use delegate_roster::text::number::grouped;
use delegate_roster::text::{Msg, PeopleKey, PeopleMsg, actual};
use std::rc::Rc;
use yew::prelude::*;

/// Units that are shown; the rest is counted.
const SHOWN: usize = 300;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Beside(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let none = UnitPeople::default();
    let list = |row: usize| {
        let unit = report.units.get(row)?;
        Some((unit, report.people.units.get(&unit.id).unwrap_or(&none)))
    };
    let head = [
        Msg::Field(Field::Elected),
        Msg::Field(Field::ByElected),
        Msg::Field(Field::Ended),
        Msg::Field(Field::Suspended),
        Msg::Key(actual(report)),
        Msg::Field(Field::Present),
    ];
    let cell = |whose: Whose, one: LineFigure, list: Option<u32>, table: Option<i64>| {
        let asked = |text: AttrValue| explained_cell(&Figure::Apart(Apart::Listed(whose, one)), text);
        let table = table.and_then(|n| u64::try_from(n).ok());
        match list {
            None => html! { <td class="col-count">{ table.map_or("–".to_owned(), |_| "–".to_owned()) }</td> },
            Some(list) if table == Some(u64::from(list)) => {
                html! { <td class="col-count">{ asked(grouped(list.into()).into()) }</td> }
            }
            Some(list) => html! {
                <td class="col-count differs">{ asked(said(words, &PeopleMsg::BesideTable(list, table))) }</td>
            },
        }
    };
    let line = |whose: Whose, people: &UnitPeople, row: &delegate_roster::roster::Row| {
        let cell = |one, list, table| cell(whose, one, list, table);
        let known = |missing: u32, n: i64| (missing == 0).then_some(n);
        let counts = &people.counts;
        html! {
            <>
                { cell(LineFigure::Elected, Some(counts.elected), known(row.elected_missing, row.elected)) }
                { cell(LineFigure::ByElected, Some(counts.by_elected), Some(row.by_elected)) }
                { cell(LineFigure::Ended, Some(counts.all_ended()), Some(row.ended)) }
                { cell(LineFigure::Suspended, Some(counts.suspended), Some(row.suspended)) }
                { cell(LineFigure::Actual, Some(counts.actual()), known(row.elected_missing, row.actual())) }
                { cell(LineFigure::Present, people.roll.complete(), known(row.present_missing, row.present)) }
            </>
        }
    };
    let rest = report.units.len().saturating_sub(SHOWN);
    html! {
        <details class="people-beside">
            <summary>{ key(words, PeopleKey::ByUnit) }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={key(words, PeopleKey::ByUnit)}>
                <table class="plain-table">
                    <thead>
                        <tr>
                            <th scope="col">{ words.say(&Msg::Field(Field::Name)) }</th>
                            { for head.iter().map(|msg| html! { <th scope="col" class="col-count">{ words.say(msg) }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for report.scenario.units.iter().enumerate().take(SHOWN).filter_map(|(row, unit)| {
                            let (figures, people) = list(row)?;
                            Some(html! {
                                <tr key={unit.id.0}>
                                    <th scope="row"><bdi>{ super::super::problems::row_name(words, report, row) }</bdi></th>
                                    { line(Whose::Unit(unit.id), people, &figures.ledger) }
                                </tr>
                            })
                        }) }
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{ total(words) }</th>
                            { line(Whose::Total, &report.people.total, &report.total) }
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="hint">{ more(words, rest) }</p>
        </details>
    }
}
