//! Attendance against the quorum, sitting by sitting.

use super::{Chart, Title, headed, told, words};
use crate::language::Language;
use crate::picture::bars::{self, Bar, MOST_BARS, Met};
use crate::scenario::{Apart, Figure, Report, SittingReport};
use crate::text::number::{grouped, percent};
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, Key, Msg};
use crate::threshold::Verdict;

pub(super) fn chart(report: &Report, language: Language) -> Chart {
    let mut chart = headed(report, language, Title::Key(Key::AttendanceChart));
    chart.notes.push(words(language, &Msg::Key(Key::AttendanceChartHint)));
    let sittings = report.scenario.sittings.iter().zip(&report.sittings).enumerate();
    let bars: Vec<Bar> = sittings
        .map(|(at, (sitting, result))| Bar {
            name: if sitting.name.is_empty() {
                words(language, &Msg::SittingNumber(at + 1))
            } else {
                sitting.name.as_str().to_owned()
            },
            due: result.due(),
            present: result.present(),
            needed: needed(result),
            met: met(result),
            figures: told(language, ChartMsg::AgainstNeeded(result.present(), needed(result))),
        })
        .collect();
    let reached = bars.iter().filter(|bar| bar.met == Some(Met::Yes)).count();
    chart.sentence = told(language, ChartMsg::Quorums(reached, bars.len()));
    chart.about = Some(Figure::Apart(Apart::QuorumsMet));
    if bars.len() > MOST_BARS {
        chart.notes.push(told(language, ChartMsg::BarsDrawn(MOST_BARS, bars.len())));
    }
    chart.picture = bars::draw(&bars);
    let figure = |n: Option<u64>| n.map_or_else(|| "–".to_owned(), grouped);
    let share = |bar: &Bar| percent(bar.present?, bar.due?, 1);
    let row = |bar: &Bar| {
        vec![
            bar.name.clone(),
            figure(bar.due),
            figure(bar.needed),
            figure(bar.present),
            share(bar).unwrap_or_else(|| "–".to_owned()),
        ]
    };
    let heads = [Key::SittingName, Key::Actual, Key::NeededShort, Key::PresentLong, Key::PresentShare];
    chart.table = Table {
        caption: String::new(),
        head: heads.into_iter().map(|key| words(language, &Msg::Key(key))).collect(),
        rows: bars.iter().map(row).collect(),
        asked: Asked::Attendance,
        ..Table::default()
    };
    chart
}

/// What the quorum of a sitting needs, where it counts those who are due; a second measure counts something else.
fn needed(sitting: &SittingReport) -> Option<u64> {
    sitting.gate.quorum.first().and_then(|(_, verdict)| verdict.finding()).map(|finding| finding.needed)
}

fn met(sitting: &SittingReport) -> Option<Met> {
    match sitting.gate.quorum.first()?.1 {
        Verdict::Met(_) => Some(Met::Yes),
        Verdict::NotMet(_) => Some(Met::No),
        _ => None,
    }
}
