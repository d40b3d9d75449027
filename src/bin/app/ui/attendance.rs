//! Attendance against what is needed, sitting by sitting: a bar beside its figures. Decides nothing; lengths are drawn from
//! the figures of the report.

use super::explained::{explained, explained_cell};
use super::sitting_card::title;
use super::words::{Words, use_words};
use delegate_roster::scenario::{Assembly, Figure, Headcount, Report, SittingReport};
use delegate_roster::text::number::{grouped, percent};
use delegate_roster::text::{Key, Msg};
use delegate_roster::threshold::Verdict;
use std::rc::Rc;
use yew::prelude::*;

/// The length of the scale in the units of the drawing; the width on the screen follows the table.
const LENGTH: u64 = 1000;
const HEIGHT: u64 = 20;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Attendance(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let figures = |sitting: &SittingReport| [sitting.due(), sitting.present(), needed(sitting)];
    let scale = report.sittings.iter().flat_map(figures).flatten().max().unwrap_or(0);
    html! {
        <section class="attendance" aria-labelledby="attendance-title">
            <h2 id="attendance-title">{ words.key(Key::AttendanceChart) }</h2>
            <p class="hint">{ words.key(Key::AttendanceChartHint) }</p>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="attendance-title">
                <table class="plain-table">
                    <thead><tr>
                        <th scope="col" class="col-name">{ words.key(Key::SittingName) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::Actual) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::NeededShort) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::PresentLong) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::PresentShare) }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>
                        { for report.scenario.sittings.iter().zip(&report.sittings).enumerate().map(|(at, (sitting, result))| html! {
                            <tr>
                                <th scope="row" class="col-name"><bdi>{ title(words, sitting, at) }</bdi></th>
                                <td class="col-count">{ ask(Figure::Sitting(result.id, Headcount::Due), at == 0, figure(result.due())) }</td>
                                <td class="col-count">{ ask(Figure::Quorum(Assembly::Sitting(result.id), 0), false, figure(needed(result))) }</td>
                                <td class="col-count">{ ask(Figure::Sitting(result.id, Headcount::Present), false, figure(result.present())) }</td>
                                <td class="col-count">{ ask(Figure::Sitting(result.id, Headcount::Share), false, result.present().zip(result.due()).and_then(|(part, whole)| percent(part, whole, 1)).unwrap_or_else(|| "–".into())) }</td>
                                <td class="col-bar">{ bar(words, result, scale) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// A figure that can be asked about; the first of the table is reached by Tab, the others by arrows.
fn ask(figure: Figure, first: bool, text: String) -> Html {
    if first { explained(&figure, text) } else { explained_cell(&figure, text) }
}

/// What the quorum of a sitting needs, where it counts those who are due; a second measure counts something else.
fn needed(sitting: &SittingReport) -> Option<u64> {
    sitting.gate.quorum.first().and_then(|(_, verdict)| verdict.finding()).map(|finding| finding.needed)
}

fn figure(n: Option<u64>) -> String {
    n.map_or_else(|| "–".to_owned(), grouped)
}

/// Those due as the ground, those present on it, and a mark where the quorum begins.
fn bar(words: Words, sitting: &SittingReport, scale: u64) -> Html {
    let length = |n: Option<u64>| match scale {
        0 => 0,
        _ => u64::try_from(u128::from(n.unwrap_or(0)) * u128::from(LENGTH) / u128::from(scale))
            .unwrap_or(LENGTH),
    };
    let met = matches!(sitting.gate.quorum.first(), Some((_, Verdict::Met(_))));
    let present = if met { "bar-present met" } else { "bar-present" };
    let mark = length(needed(sitting)).to_string();
    let label = sitting.gate.quorum.first().map(|(rule, verdict)| words.say(&Msg::Quorum(*rule, *verdict)));
    html! {
        <svg class="attendance-bar" viewBox={format!("0 0 {LENGTH} {HEIGHT}")} preserveAspectRatio="none" role="img"
            aria-label={label.unwrap_or_else(|| words.key(Key::NoRuleStated))}>
            <rect class="bar-due" x="0" y="0" width={length(sitting.due()).to_string()} height={HEIGHT.to_string()} />
            <rect class={present} x="0" y="4" width={length(sitting.present()).to_string()} height={(HEIGHT - 8).to_string()} />
            if needed(sitting).is_some() {
                <line class="bar-needed" x1={mark.clone()} x2={mark} y1="0" y2={HEIGHT.to_string()} />
            }
        </svg>
    }
}
