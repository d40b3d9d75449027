//! The chain, always in sight: seats, elected, actual, present, with the differences between, and the verdict beside.

use super::explained::{explained, explained_cell};
use super::words::use_words;
use delegate_roster::scenario::{Figure, LineFigure, Report, Whose};
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
    // Tab leads to the first number, arrows to the others.
    let ask = |one: LineFigure, text: String| {
        let figure = Figure::Line(Whose::Total, one);
        if one == LineFigure::Quota { explained(&figure, text) } else { explained_cell(&figure, text) }
    };
    let link = |key: Key, one: LineFigure, text: String, kind: &'static str| {
        html! {
            <div class={classes!("link", kind)}>
                <dt>{ words.key(key) }</dt>
                <dd>{ ask(one, text) }</dd>
            </div>
        }
    };
    let step = |missing: u32, n: i64, key: Key, one: LineFigure| {
        let text =
            if none(missing) { String::new() } else { words.say(&Msg::Difference(key, -n)).to_string() };
        html! { <div class="difference"><dt class="visually-hidden">{ words.key(Key::Difference) }</dt><dd>{ ask(one, text) }</dd></div> }
    };
    let missing = total.elected_missing;
    let seats = grouped(report.allocation.house);
    html! {
        <section class="chain" aria-label={words.key(Key::Chain)} data-numbers="true">
            <dl>
                { link(Key::Seats, LineFigure::Quota, seats, "first") }
                { step(missing, total.unfilled(), Key::Unfilled, LineFigure::Unfilled) }
                { link(Key::ElectedLong, LineFigure::Elected, figure(missing, total.elected), "") }
                { step(missing, total.ended + total.suspended - total.by_elected, Key::EndedShort, LineFigure::Losses) }
                { link(Key::Actual, LineFigure::Actual, figure(missing, total.actual()), "") }
                { step(missing.max(total.present_missing), total.absent(), Key::Absent, LineFigure::Absent) }
                { link(Key::PresentLong, LineFigure::Present, figure(total.present_missing, total.present), "last") }
            </dl>
            <p class="verdict">{ super::rules::verdict_line(words, report) }</p>
        </section>
    }
}
