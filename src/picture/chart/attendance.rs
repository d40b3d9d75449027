//! Attendance against the quorum, sitting by sitting.

use super::{Chart, Title, headed, told, words};
use crate::language::Language;
use crate::picture::bars::{self, Bar, MOST_BARS, Met};
use crate::scenario::{Apart, Figure, Headcount, Report, SittingReport};
use crate::text::number::{grouped, known, percent};
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, Key, Msg, headcount};
use crate::threshold::{Base, Known, Verdict};

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
            due: whole(result),
            present: achieved(result).map(Known::count),
            needed: needed(result),
            met: met(result),
            figures: told(language, ChartMsg::AgainstNeeded(achieved(result), needed(result))),
        })
        .collect();
    let reached = bars.iter().filter(|bar| bar.met == Some(Met::Yes)).count();
    let open = bars.iter().filter(|bar| bar.met.is_none()).count();
    chart.sentence = told(language, ChartMsg::Quorums { met: reached, open, of: bars.len() });
    chart.about = Some(Figure::Apart(Apart::QuorumsMet));
    if bars.len() > MOST_BARS {
        chart.notes.push(told(language, ChartMsg::BarsDrawn(MOST_BARS, bars.len())));
    }
    chart.picture = bars::draw(&bars, &bars::WIDE);
    chart.narrow = Some(bars::draw(&bars, &bars::NARROW));
    let figure = |n: Option<u64>| n.map_or_else(|| "–".to_owned(), grouped);
    let share = |result: &SittingReport| percent(result.present()?, result.due()?, 1);
    let row = |(bar, result): (&Bar, &SittingReport)| {
        vec![
            bar.name.clone(),
            figure(result.due()),
            figure(bar.needed),
            result.attended().map_or_else(|| "–".to_owned(), known),
            share(result).unwrap_or_else(|| "–".to_owned()),
        ]
    };
    let [due, present, part] = Headcount::ALL.map(headcount);
    let heads = [Key::SittingName, due, Key::NeededShort, present, part];
    chart.table = Table {
        caption: String::new(),
        head: heads.into_iter().map(|key| words(language, &Msg::Key(key))).collect(),
        rows: bars.iter().zip(&report.sittings).map(row).collect(),
        asked: Asked::Attendance,
        ..Table::default()
    };
    chart
}

/// What the quorum of a sitting needs, known before those who are there are; a second measure counts something else.
fn needed(sitting: &SittingReport) -> Option<u64> {
    let (rule, verdict) = sitting.gate.quorum.first()?;
    match verdict {
        Verdict::Met(found) | Verdict::NotMet(found) | Verdict::SoFar(found) => Some(found.needed),
        // Where somebody is counted all the same, something contradicts itself, and nothing is compared.
        Verdict::Undecided(_) => match sitting.figures.known(rule.base.attendance()?) {
            None => rule.needed_of(&sitting.figures).ok(),
            Some(_) => None,
        },
    }
}

/// The bar behind: those due, or the owners or voters where the quorum is of them.
fn whole(sitting: &SittingReport) -> Option<u64> {
    match sitting.gate.quorum.first() {
        Some((rule, _)) if !rule.base.attendance().is_none_or(Base::is_of_delegates) => {
            sitting.figures.get(rule.base)
        }
        _ => sitting.due(),
    }
}

/// How many stand against what is needed: a quorum of owners or of voters is not measured by the delegates in the hall.
fn achieved(sitting: &SittingReport) -> Option<Known> {
    let measured = sitting.gate.quorum.first().and_then(|(rule, _)| rule.base.attendance());
    sitting.figures.known(measured.unwrap_or(Base::Present))
}

fn met(sitting: &SittingReport) -> Option<Met> {
    match sitting.gate.quorum.first()?.1 {
        verdict if verdict.is_met() => Some(Met::Yes),
        Verdict::NotMet(_) => Some(Met::No),
        _ => None,
    }
}
