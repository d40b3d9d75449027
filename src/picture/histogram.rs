//! Members per seat as a histogram: bins of a round size, counted exactly, with the average marked.

use super::axis::{Scale, times};
use super::label::width;
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size};
use crate::num::Ratio;
use crate::text::number::{exact, grouped};

/// Bins in one picture.
pub(super) const MOST_BINS: u64 = 12;

const WIDTH: f64 = 800.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 780.0;
const TOP: f64 = 46.0;
const BOTTOM: f64 = 300.0;

/// How many values are at least `from` and below `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bin {
    pub(super) from: Ratio,
    pub(super) to: Ratio,
    pub(super) count: u64,
}

/// The bins of the values; none where there are no values.
pub(super) fn bins(values: &[Ratio]) -> Vec<Bin> {
    let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else { return Vec::new() };
    let (step, first, count) = Scale::binning(*least, *most, MOST_BINS);
    let edge = |n: u64| times(step, n).unwrap_or(*most);
    let mut bins: Vec<Bin> =
        (first..first + count).map(|at| Bin { from: edge(at), to: edge(at + 1), count: 0 }).collect();
    for value in values {
        let at = super::axis::steps_in(*value, step).saturating_sub(first);
        if let Some(bin) = usize::try_from(at).ok().and_then(|at| bins.get_mut(at)) {
            bin.count += 1;
        }
    }
    bins
}

/// The picture; `mean` names the average.
pub(super) fn draw(bins: &[Bin], average: Option<(Ratio, String)>, axis: &str) -> Picture {
    let mut picture = Picture { width: WIDTH, height: BOTTOM + 48.0, shapes: Vec::new() };
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0);
    let scale = Scale::reaching(Ratio::from(most.max(1)), 4, Ratio::from(1));
    for step in 0..=scale.steps {
        let y = BOTTOM - (BOTTOM - TOP) * step as f64 / scale.steps as f64;
        picture.line((LEFT, y), (RIGHT, y), if step == 0 { Paint::Ink } else { Paint::Rule }, Look::Thin);
        picture.text((LEFT - 8.0, y + 4.5), Anchor::End, Size::Plain, Paint::Muted, exact(scale.at(step)));
    }
    let wide = (RIGHT - LEFT) / bins.len().max(1) as f64;
    let edges = bins.iter().map(|bin| bin.from).chain(bins.last().map(|bin| bin.to));
    // Every edge has its figure where there is room, else every second, third …
    let widest = edges.clone().map(|edge| width(&exact(edge), Size::Plain.units())).fold(0.0, f64::max);
    let every = ((widest + 8.0) / wide).ceil().max(1.0) as usize;
    for (at, bin) in bins.iter().enumerate() {
        let height = scale.place(Ratio::from(bin.count)) * (BOTTOM - TOP);
        let x = LEFT + wide * at as f64;
        let shape =
            Shape::Rect { x: x + 1.0, y: BOTTOM - height, width: wide - 2.0, height, fill: Paint::Middle };
        let title = [&exact(bin.from), " – ", &exact(bin.to), ": ", &grouped(bin.count)].concat();
        picture.shapes.push(Shape::Group { title, shapes: vec![shape] });
        if bin.count > 0 {
            let middle = (x + wide / 2.0, BOTTOM - height - 5.0);
            picture.text(middle, Anchor::Middle, Size::Plain, Paint::Ink, grouped(bin.count));
        }
    }
    for (at, edge) in edges.enumerate().step_by(every) {
        let x = LEFT + wide * at as f64;
        picture.text((x, BOTTOM + 18.0), Anchor::Middle, Size::Plain, Paint::Muted, exact(edge));
    }
    picture.text((RIGHT, BOTTOM + 40.0), Anchor::End, Size::Plain, Paint::Muted, axis.to_owned());
    if let (Some((value, words)), Some(first), Some(last)) = (average, bins.first(), bins.last()) {
        let inside = value >= first.from && value <= last.to;
        let parts = |ratio: Ratio| ratio.num() as f64 / ratio.den() as f64;
        let x =
            LEFT + (RIGHT - LEFT) * (parts(value) - parts(first.from)) / (parts(last.to) - parts(first.from));
        if inside {
            picture.line((x, 24.0), (x, BOTTOM), Paint::Mark, Look::Strong);
        }
        let x = if inside { x } else { RIGHT };
        // On the side where there is more room.
        let (x, anchor) = if x < WIDTH / 2.0 { (x + 6.0, Anchor::Start) } else { (x - 6.0, Anchor::End) };
        picture.text((x, 30.0), anchor, Size::Bold, Paint::Ink, words);
    }
    picture
}
