//! The chain, always in sight: seats, elected, actual, present, with the differences between, and the verdict beside.

use super::explained::{explained, explained_cell};
use super::words::use_words;
use delegate_roster::roster::Left;
use delegate_roster::scenario::{AllocationState, Figure, LineFigure, Report, Whose};
use delegate_roster::text::number::{grouped, reported};
use delegate_roster::text::{Key, Msg, actual};
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
    // An empty table has nothing to report; what rests on a figure that is not there yet stays empty.
    let gap = |missing: u32| missing.max(report.units.is_empty().into());
    let figure = |missing: u32, n: i64| reported(gap(missing), n);
    let settled = report.allocation.state == AllocationState::Settled;
    let first = if settled { LineFigure::Seats } else { LineFigure::Quota };
    // Tab leads to the first number, arrows to the others.
    let ask = |one: LineFigure, text: String| {
        let figure = Figure::Line(Whose::Total, one);
        if one == first { explained(&figure, text) } else { explained_cell(&figure, text) }
    };
    let link = |key: Key, one: LineFigure, text: String, kind: &'static str| {
        html! {
            <div class={classes!("link", kind)}>
                <dt>{ words.key(key) }</dt>
                <dd>{ ask(one, text) }</dd>
            </div>
        }
    };
    let step = |missing: u32, difference: Msg<'_>, one: LineFigure| {
        let text = if gap(missing) > 0 { String::new() } else { words.say(&difference).to_string() };
        html! { <div class="difference"><dt class="visually-hidden">{ words.key(Key::Difference) }</dt><dd>{ ask(one, text) }</dd></div> }
    };
    let missing = total.elected_missing;
    let seats = grouped(report.seats());
    // How many seats are not filled is known once all are handed out.
    let open = if settled { missing } else { u32::MAX };
    let changes = total.ended + total.suspended - total.by_elected;
    let ended = if changes == total.ended { Key::EndedShort } else { Key::MandateChanges };
    let short = |what: Key, left: Left| match left {
        Left { open: open @ 1.., over: over @ 1.. } => {
            Msg::DifferenceAndOver(what, open, over.unsigned_abs())
        }
        left => Msg::Difference(what, -left.net()),
    };
    // Where the sitting states another number of those due, who is absent is not what the roster leaves.
    let amended = report.amended();
    // More than are due are said among the problems, where nobody is absent.
    let absences = total.absences();
    let uncounted = amended.is_some() || absences.open == 0 && absences.over > 0;
    let absent = if uncounted { u32::MAX } else { missing.max(total.present_missing) };
    html! {
        <section class="chain" aria-label={words.key(Key::Chain)} data-numbers="true">
            <dl>
                { link(Key::Seats, first, seats, "first") }
                { step(open, short(Key::Unfilled, total.left()), LineFigure::Unfilled) }
                { link(Key::ElectedLong, LineFigure::Elected, figure(missing, total.elected), "") }
                { step(missing, Msg::Difference(ended, -changes), LineFigure::Losses) }
                { link(actual(report), LineFigure::Actual, figure(missing, total.actual()), "") }
                { step(absent, short(Key::Absent, absences), LineFigure::Absent) }
                { link(Key::PresentLong, LineFigure::Present, figure(total.present_missing, total.present), "last") }
            </dl>
            <p class="verdict">
                { super::rules::verdict_line(words, report) }
                if let Some((now, stated)) = amended {
                    <span class="trouble">{ words.say(&Msg::ReportAmended { stated, now }) }</span>
                }
            </p>
        </section>
    }
}
