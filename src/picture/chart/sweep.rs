//! The seats of one unit as the house grows, with the paradoxes marked.

use super::{Chart, Title, chart_word, headed, shown, told, unit_name, words};
use crate::language::Language;
use crate::picture::steps::{self, Paradox, Step};
use crate::scenario::{Apart, Field, Figure, House, Report};
use crate::text::number::grouped;
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, ChartWord, Key, Msg, list};

/// Units named where they lose a seat.
const NAMED: usize = 12;

pub(super) fn chart(report: &Report, row: usize, houses: &[House], language: Language) -> Chart {
    let mut chart = headed(report, language, Title::Key(Key::HouseSweep));
    let steps: Vec<Step> = houses.iter().map(|house| step(house, row)).collect();
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return chart };
    let seats = || steps.iter().filter_map(|step| step.seats);
    chart.sentence = words(
        language,
        &Msg::SweepSummary {
            unit: &unit_name(report, language, row),
            least: seats().map(|(least, _)| least).min().unwrap_or(0),
            most: seats().map(|(_, most)| most).max().unwrap_or(0),
            from: first.house as u32,
            to: last.house as u32,
        },
    );
    let across = words(language, &Msg::Key(Key::HouseSize));
    let drawn = steps::draw(&steps, &across, &steps::WIDE);
    chart.picture = drawn.picture;
    chart.narrow = Some(steps::draw(&steps, &across, &steps::NARROW).picture);
    let marked: Vec<&House> = houses.iter().filter(|house| !house.losers.is_empty()).collect();
    chart.sentence.push_str(if language == Language::Chinese { "" } else { " " });
    chart.sentence.push_str(&words(language, &Msg::Paradoxes(marked.len())));
    chart.notes.push(chart_word(language, ChartWord::SweepHint));
    if drawn.marks < marked.len() {
        chart.notes.push(told(language, ChartMsg::MarksDrawn(drawn.marks, marked.len())));
    }
    let ends = houses.first().zip(houses.last()).map(|(first, last)| (first.size, last.size));
    let count = u32::try_from(marked.len()).unwrap_or(u32::MAX);
    chart.about = ends.map(|(from, to)| Figure::Apart(Apart::Paradoxes(from, to, count)));
    let changed = |at: usize| match (at.checked_sub(1).and_then(|before| steps.get(before)), steps.get(at)) {
        (Some(before), Some(step)) => before.seats != step.seats || step.paradox != Paradox::None,
        _ => true,
    };
    let rows = || houses.iter().enumerate().filter(|(at, _)| changed(*at)).take(super::MOST_ROWS + 1);
    let unit = report.units.get(row).map(|unit| unit.id);
    let asked =
        |(_, house): (usize, &House)| vec![unit.map(|unit| Figure::Apart(Apart::SeatsAt(unit, house.size)))];
    let line = |(at, house): (usize, &House)| {
        let names = house.losers.iter().take(NAMED).map(|row| unit_name(report, language, *row));
        let mut losers = list(language, &names.collect::<Vec<_>>());
        if house.losers.len() > NAMED {
            losers.push_str(" …");
        }
        let seats = match steps.get(at).and_then(|step| step.seats) {
            None => "–".to_owned(),
            Some((least, most)) if least == most => grouped(least),
            Some((least, most)) => [&grouped(least), "–", &grouped(most)].concat(),
        };
        vec![grouped(house.size.get().into()), seats, losers]
    };
    chart.table = Table {
        caption: String::new(),
        head: vec![
            across,
            words(language, &Msg::Field(Field::Seats)),
            chart_word(language, ChartWord::LoseSeat),
        ],
        rows: rows().map(line).collect(),
        asked: Asked::Each(rows().map(asked).collect(), Vec::new()),
        ..Table::default()
    };
    shown(&mut chart, language);
    chart
}

fn step(house: &House, row: usize) -> Step {
    Step {
        house: house.size.get().into(),
        seats: house.seats.map(|(least, most)| (least.get().into(), most.get().into())),
        paradox: match house.losers.as_slice() {
            [] => Paradox::None,
            losers if losers.contains(&row) => Paradox::Own,
            _ => Paradox::Other,
        },
    }
}
