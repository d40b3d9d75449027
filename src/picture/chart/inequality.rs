//! The curve of Lorenz of seats over members, and the coefficient of Gini.

use super::{Chart, Title, chart_word, headed, told, words};
use crate::index::{Lorenz, Shares};
use crate::language::Language;
use crate::picture::lorenz::{self, Captions};
use crate::scenario::{Apart, Figure, Indicator, Report};
use crate::text::number::decimal;
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, ChartWord, Key, Msg};

pub(super) fn chart(report: &Report, language: Language) -> Chart {
    let mut chart = headed(report, language, Title::Word(ChartWord::Lorenz));
    let members: Vec<_> = report.scenario.units.iter().map(|unit| unit.members).collect();
    let seats: Vec<_> = report.units.iter().map(|unit| unit.seats).collect();
    let Ok(shares) = Shares::new(&members, &seats) else {
        chart.sentence = chart_word(language, ChartWord::NoShares);
        return chart;
    };
    let curve = Lorenz::of(&shares);
    let gini = curve.gini_decimal(5);
    chart.sentence = told(language, ChartMsg::Gini(&gini));
    chart.notes.push(chart_word(language, ChartWord::LorenzHint));
    let word = |word| chart_word(language, word);
    let (across, up) = (word(ChartWord::MembersSoFar), word(ChartWord::SeatsSoFar));
    let captions = Captions {
        across: &across,
        up: &up,
        equal: &word(ChartWord::EqualShares),
        gini: &gini,
        name: &words(language, &Msg::Key(Key::IndexGini)),
    };
    let (picture, points) = lorenz::draw(&curve, &captions, &lorenz::WIDE);
    chart.picture = picture;
    chart.narrow = Some(lorenz::draw(&curve, &captions, &lorenz::NARROW).0);
    if points < curve.points().len() {
        chart.notes.push(told(language, ChartMsg::PointsDrawn(points, curve.points().len())));
    }
    let row = |tenth: u64| {
        let seats = curve.seats_of(tenth, 10).map(|share| decimal(share, 1) + "%").unwrap_or_default();
        vec![[&(10 * tenth).to_string(), "%"].concat(), seats]
    };
    chart.about = Some(Figure::Index(report.scenario.allocating.method.clone(), Indicator::Gini));
    chart.table = Table {
        asked: Asked::Each(
            (1..=10).map(|tenths| vec![Some(Figure::Apart(Apart::Held(tenths)))]).collect(),
            Vec::new(),
        ),
        caption: String::new(),
        head: vec![word(ChartWord::LeastRepresented), word(ChartWord::HoldSeats)],
        rows: (1..=10).map(row).collect(),
        ..Table::default()
    };
    chart
}
