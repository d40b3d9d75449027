//! Members per seat as a histogram: bins of a round size, counted exactly, with the average marked.

use super::axis::{Scale, times};
use super::label::width;
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size};
use crate::num::Ratio;
use crate::text::number::{exact, grouped};

/// Bins in one picture.
pub(super) const MOST_BINS: u64 = 12;

const TOP: f64 = 46.0;

/// Where things stand.
pub(super) struct Ground {
    width: f64,
    left: f64,
    right: f64,
    bottom: f64,
}

pub(super) const WIDE: Ground = Ground { width: 800.0, left: 60.0, right: 780.0, bottom: 300.0 };

/// As wide as a telephone shows without making words smaller.
pub(super) const NARROW: Ground = Ground { width: 320.0, left: 40.0, right: 304.0, bottom: 246.0 };

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
pub(super) fn draw(bins: &[Bin], average: Option<&(Ratio, String)>, axis: &str, ground: &Ground) -> Picture {
    let Ground { left, right, bottom, .. } = *ground;
    let mut picture = Picture { width: ground.width, height: bottom + 48.0, shapes: Vec::new() };
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0);
    let scale = Scale::reaching(Ratio::from(most.max(1)), 4, Ratio::from(1));
    for step in 0..=scale.steps {
        let y = bottom - (bottom - TOP) * step as f64 / scale.steps as f64;
        picture.line((left, y), (right, y), if step == 0 { Paint::Ink } else { Paint::Rule }, Look::Thin);
        picture.text((left - 8.0, y + 4.5), Anchor::End, Size::Plain, Paint::Muted, exact(scale.at(step)));
    }
    let wide = (right - left) / bins.len().max(1) as f64;
    let edges = bins.iter().map(|bin| bin.from).chain(bins.last().map(|bin| bin.to));
    // Every edge has its figure where there is room, else every second, third …
    let widest = edges.clone().map(|edge| width(&exact(edge), Size::Plain.units())).fold(0.0, f64::max);
    let every = ((widest + 8.0) / wide).ceil().max(1.0) as usize;
    for (at, bin) in bins.iter().enumerate() {
        let height = scale.place(Ratio::from(bin.count)) * (bottom - TOP);
        let x = left + wide * at as f64;
        let shape =
            Shape::Rect { x: x + 1.0, y: bottom - height, width: wide - 2.0, height, fill: Paint::Middle };
        let title = [&exact(bin.from), " – ", &exact(bin.to), ": ", &grouped(bin.count)].concat();
        picture.shapes.push(Shape::Group { title, shapes: vec![shape] });
        let count = grouped(bin.count);
        // Beside its neighbours' it has the room of its bar; what is left out stands in the table.
        if bin.count > 0 && width(&count, Size::Plain.units()) <= wide {
            let middle = (x + wide / 2.0, bottom - height - 5.0);
            picture.text(middle, Anchor::Middle, Size::Plain, Paint::Ink, count);
        }
    }
    for (at, edge) in edges.enumerate().step_by(every) {
        let x = left + wide * at as f64;
        picture.text((x, bottom + 18.0), Anchor::Middle, Size::Plain, Paint::Muted, exact(edge));
    }
    picture.text((right, bottom + 40.0), Anchor::End, Size::Plain, Paint::Muted, axis.to_owned());
    if let (Some((value, words)), Some(first), Some(last)) = (average, bins.first(), bins.last()) {
        let inside = *value >= first.from && *value <= last.to;
        let parts = |ratio: Ratio| ratio.num() as f64 / ratio.den() as f64;
        let x = left
            + (right - left) * (parts(*value) - parts(first.from)) / (parts(last.to) - parts(first.from));
        if inside {
            picture.line((x, 24.0), (x, bottom), Paint::Mark, Look::Strong);
        }
        let x = if inside { x } else { right };
        // On the side where there is more room.
        let (x, anchor) =
            if x < ground.width / 2.0 { (x + 6.0, Anchor::Start) } else { (x - 6.0, Anchor::End) };
        picture.text((x, 30.0), anchor, Size::Bold, Paint::Ink, words.clone());
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_are_counted_exactly_at_their_edges() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        let values = [ratio(10, 1), ratio(20, 1), ratio(59, 3), ratio(120, 1), ratio(119, 1)];
        let found = bins(&values);
        let counted: Vec<(u64, u64)> = found.iter().map(|bin| (bin.from.floor(), bin.count)).collect();
        assert_eq!(found[0].to, ratio(20, 1));
        assert_eq!(
            (counted[0], counted[1], counted[10], counted[11]),
            ((10, 2), (20, 1), (110, 1), (120, 1))
        );
        assert!(bins(&[]).is_empty());
    }
}
