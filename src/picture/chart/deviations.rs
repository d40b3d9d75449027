//! How far each unit is from its exact share, sorted.

use super::{Chart, Title, among, chart_word, headed, shown, told, unit_name, words};
use crate::language::Language;
use crate::picture::dots::{self, Deviating, EXTREMES};
use crate::scenario::{Field, Figure, LineFigure, Report, Whose};
use crate::text::number::{decimal, deviation, grouped};
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, ChartWord, Key, Msg};
use std::cmp::Ordering;

pub(super) fn chart(report: &Report, language: Language) -> Chart {
    let mut chart = headed(report, language, Title::Word(ChartWord::Deviations));
    let far = report.units.iter().enumerate();
    let values: Vec<Deviating> = far
        .filter_map(|(row, unit)| unit.deviation().map(|(side, distance)| (row, side, distance)))
        .collect();
    if values.is_empty() {
        chart.sentence = chart_word(language, ChartWord::NoShares);
        return chart;
    }
    let name = |row: usize| unit_name(report, language, row);
    let drawn = dots::draw(&values, &name, &dots::WIDE);
    let told_of = |value: Option<&Deviating>| {
        let (_, side, distance) = value.copied()?;
        // The first of the table stands for those that are as far.
        let mut equal = values.iter().filter(|(_, s, d)| (*s, *d) == (side, distance)).map(|(row, ..)| *row);
        let (row, more) = (equal.next()?, equal.count());
        Some((among(language, name(row), more + 1), deviation((side, distance), 3)))
    };
    let sorted = || drawn.order.iter().filter_map(|at| values.get(*at));
    if values.iter().all(|(_, side, _)| *side == Ordering::Equal) {
        chart.sentence = chart_word(language, ChartWord::AllExact);
    } else if let (Some(most), Some(least)) = (told_of(sorted().next()), told_of(sorted().next_back())) {
        chart.sentence =
            told(language, ChartMsg::Deviations { most: (&most.0, &most.1), least: (&least.0, &least.1) });
    }
    let first = sorted().next().and_then(|(row, ..)| report.units.get(*row));
    chart.about = first.map(|unit| Figure::Line(Whose::Unit(unit.id), LineFigure::Deviation));
    chart.notes.push(chart_word(language, ChartWord::DeviationsHint));
    if values.len() > dots::MOST_NAMED {
        chart.notes.push(told(
            language,
            ChartMsg::DotsDrawn { named: 2 * EXTREMES, drawn: drawn.dots, of: values.len() },
        ));
    }
    let row = |(row, side, distance): &Deviating| {
        let unit = report.units.get(*row);
        vec![
            name(*row),
            unit.and_then(|unit| unit.quota()).map_or_else(String::new, |quota| decimal(quota, 3)),
            unit.map_or_else(String::new, |unit| grouped(unit.seats.get().into())),
            deviation((*side, *distance), 3),
        ]
    };
    let rows = sorted().take(super::MOST_ROWS + 1).map(row).collect();
    let unit = |(row, ..): &Deviating| report.units.get(*row).map(|unit| Whose::Unit(unit.id));
    let units = sorted().take(super::MOST_ROWS + 1).filter_map(unit).collect();
    chart.table = Table {
        caption: String::new(),
        head: vec![
            words(language, &Msg::Field(Field::Name)),
            words(language, &Msg::Key(Key::Quota)),
            words(language, &Msg::Field(Field::Seats)),
            words(language, &Msg::Key(Key::Deviation)),
        ],
        rows,
        asked: Asked::Lines(units, vec![LineFigure::Quota, LineFigure::Seats, LineFigure::Deviation]),
        ..Table::default()
    };
    chart.picture = drawn.picture;
    chart.narrow = Some(dots::draw(&values, &name, &dots::NARROW).picture);
    shown(&mut chart, language);
    chart
}
