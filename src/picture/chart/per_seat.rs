//! Members per seat, unit by unit, as a histogram.

use super::{Chart, Title, among, chart_word, headed, told, unit_name, words};
use crate::language::Language;
use crate::num::Ratio;
use crate::picture::histogram;
use crate::scenario::{Apart, Figure, LineFigure, Report, UnitsCounted, Whose};
use crate::text::number::{decimal, exact, grouped, percent};
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, ChartWord, Key, Msg};

pub(super) fn chart(report: &Report, language: Language) -> Chart {
    let mut chart = headed(report, language, Title::Word(ChartWord::PerSeat));
    let units = report.units.iter().zip(report.scenario.units.iter()).enumerate();
    let ratios: Vec<(usize, Ratio)> = units
        .filter_map(|(row, (unit, entered))| Some((row, unit.per_seat(entered.members.get())?)))
        .collect();
    let seats: u64 = report.units.iter().map(|unit| u64::from(unit.seats.get())).sum();
    let ends = (
        ratios.iter().min_by_key(|(_, ratio)| *ratio),
        ratios.iter().max_by_key(|(_, ratio)| *ratio),
        Ratio::new(report.members, seats),
    );
    let (Some(fewest), Some(most), Some(average)) = ends else {
        chart.sentence = chart_word(language, ChartWord::NoSeats);
        return chart;
    };
    let end = |(row, ratio): &(usize, Ratio)| {
        // The first of the table stands for those that have as many.
        let mut equal = ratios.iter().filter(|(_, other)| other == ratio).map(|(row, _)| *row);
        let (row, more) = (equal.next().unwrap_or(*row), equal.count());
        (among(language, unit_name(report, language, row), more + 1), decimal(*ratio, 1))
    };
    let (fewest, most, mean) = (end(fewest), end(most), decimal(average, 1));
    chart.sentence = told(
        language,
        ChartMsg::PerSeat { average: &mean, fewest: (&fewest.0, &fewest.1), most: (&most.0, &most.1) },
    );
    chart.notes.push(chart_word(language, ChartWord::PerSeatHint));
    let without = report.units.len() - ratios.len();
    if without > 0 {
        chart.notes.push(told(language, ChartMsg::WithoutSeats(without)));
    }
    let values: Vec<Ratio> = ratios.iter().map(|(_, ratio)| *ratio).collect();
    let bins = histogram::bins(&values);
    let named = told(language, ChartMsg::Average(&mean));
    let across = words(language, &Msg::Key(Key::MembersPerSeat));
    let average = Some((average, named));
    let drawn = |ground| histogram::draw(&bins, average.as_ref(), &across, ground);
    (chart.picture, chart.narrow) = (drawn(&histogram::WIDE), Some(drawn(&histogram::NARROW)));
    let row = |bin: &histogram::Bin| {
        vec![
            told(language, ChartMsg::FromBelow(&exact(bin.from), &exact(bin.to))),
            grouped(bin.count),
            percent(bin.count, values.len() as u64, 1).unwrap_or_default(),
        ]
    };
    let asked = |range: Option<(Ratio, Ratio)>| {
        let count = |counted| Some(Figure::Apart(Apart::PerSeat(range, counted)));
        vec![count(UnitsCounted::Number), range.and_then(|_| count(UnitsCounted::Share))]
    };
    chart.about = Some(Figure::Line(Whose::Total, LineFigure::PerSeat));
    chart.table = Table {
        asked: Asked::Each(bins.iter().map(|bin| asked(Some((bin.from, bin.to)))).collect(), asked(None)),
        caption: String::new(),
        head: vec![
            across,
            words(language, &Msg::Key(Key::UnitsShort)),
            chart_word(language, ChartWord::ShareOfUnits),
        ],
        rows: bins.iter().map(row).collect(),
        foot: vec![words(language, &Msg::Key(Key::Total)), grouped(values.len() as u64), String::new()],
    };
    chart
}
