//! Why the seats are as they are: the tie and its lot, or the divisor or quota from which anybody can redo them.

use super::words::use_words;
use crate::store::Intent;
use delegate_roster::scenario::{AllocationState, Report};
use delegate_roster::text::{Key, Msg};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Why(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    html! {
        <section class="why" aria-labelledby="why-title">
            <h2 id="why-title">{ words.key(Key::Why) }</h2>
            <div>
                if let AllocationState::Tied(tie) = &report.allocation.state {
                    <p>{ words.key(Key::TiedUnits) }</p>
                    <ul>
                        { for tie.contested.iter().take(20).filter_map(|row| report.units.get(*row)).map(|row| html! {
                            <li><bdi>{ super::problems::unit_name(words, report, row.id) }</bdi></li>
                        }) }
                    </ul>
                }
                if let Some(witness) = &report.allocation.witness {
                    <p>{ words.say(&Msg::Witness(&report.scenario.allocating.method, witness)) }</p>
                }
            </div>
        </section>
    }
}
