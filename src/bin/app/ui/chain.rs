//! The chain, always in sight: seats, elected, actual, present, with the differences between, and the verdict beside.

use super::words::use_words;
use delegate_roster::scenario::Report;
use delegate_roster::text::number::{grouped, whole};
use delegate_roster::text::{Key, Msg};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Chain(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let total = &report.total;
    let units = report.units.len();
    let none = |missing: u32| units == 0 || missing as usize == units;
    let figure = |missing: u32, n: i64| if none(missing) { "–".to_owned() } else { whole(n) };
    let link = |key: Key, text: String, kind: &'static str| {
        html! {
            <div class={classes!("link", kind)}>
                <dt>{ words.key(key) }</dt>
                <dd>{ text }</dd>
            </div>
        }
    };
    let step = |missing: u32, n: i64, key: Key| {
        let text =
            if none(missing) { String::new() } else { words.say(&Msg::Difference(key, -n)).to_string() };
        html! { <div class="difference"><dt class="visually-hidden">{ words.key(Key::Difference) }</dt><dd>{ text }</dd></div> }
    };
    let missing = total.elected_missing;
    let seats = grouped(report.allocation.house);
    html! {
        <section class="chain" aria-label={words.key(Key::Chain)}>
            <dl>
                { link(Key::Seats, seats, "first") }
                { step(missing, total.unfilled(), Key::Unfilled) }
                { link(Key::ElectedLong, figure(missing, total.elected), "") }
                { step(missing, total.ended + total.suspended - total.by_elected, Key::EndedShort) }
                { link(Key::Actual, figure(missing, total.actual()), "") }
                { step(missing.max(total.present_missing), total.absent(), Key::Absent) }
                { link(Key::PresentLong, figure(total.present_missing, total.present), "last") }
            </dl>
            <p class="verdict">{ super::rules::verdict_line(words, report) }</p>
        </section>
    }
}
