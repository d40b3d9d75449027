//! The seats of one unit as the house grows: a line in steps, a band where a tie leaves them open, and a mark at every
//! house at which some unit loses a seat.

use super::axis::Scale;
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size, command};
use crate::num::Ratio;
use crate::text::number::{exact, grouped};

/// Steps and marks that are drawn.
pub(super) const MOST_STEPS: usize = 2_000;
pub(super) const MOST_MARKS: usize = 200;

const TOP: f64 = 26.0;
const BOTTOM: f64 = 270.0;

/// Where things stand.
pub(super) struct Ground {
    width: f64,
    left: f64,
    right: f64,
    /// The most houses that are named across.
    named: u64,
}

pub(super) const WIDE: Ground = Ground { width: 800.0, left: 60.0, right: 780.0, named: 8 };

/// As wide as a telephone shows without making words smaller.
pub(super) const NARROW: Ground = Ground { width: 320.0, left: 48.0, right: 312.0, named: 4 };

/// One house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) house: u64,
    /// The fewest and the most seats of the unit.
    pub(super) seats: Option<(u64, u64)>,
    pub(super) paradox: Paradox,
}

/// Whether some unit has fewer seats than in the house one smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paradox {
    None,
    /// Another unit.
    Other,
    /// The one that is followed.
    Own,
}

/// What was drawn.
pub(super) struct Drawn {
    pub(super) picture: Picture,
    pub(super) marks: usize,
}

/// The picture of houses in ascending order; `axis` names what lies across.
pub(super) fn draw(steps: &[Step], axis: &str, ground: &Ground) -> Drawn {
    let Ground { left, right, .. } = *ground;
    let mut picture = Picture { width: ground.width, height: BOTTOM + 44.0, shapes: Vec::new() };
    let (first, last) = match (steps.first(), steps.last()) {
        (Some(first), Some(last)) => (first.house, last.house + 1),
        _ => (0, 1),
    };
    let most = steps.iter().filter_map(|step| step.seats).map(|(_, most)| most).max().unwrap_or(0);
    let least = steps.iter().filter_map(|step| step.seats).map(|(least, _)| least).min().unwrap_or(0);
    let scale = Scale::reaching(Ratio::from((most - least).max(1)), 6, Ratio::from(1));
    let reach = scale.at(scale.steps).floor().max(1);
    let x = |house: u64| left + (right - left) * (house - first) as f64 / (last - first) as f64;
    let y = |seats: u64| BOTTOM - 10.0 - (BOTTOM - TOP - 10.0) * (seats - least) as f64 / reach as f64;
    for step in 0..=scale.steps {
        let seats = least + scale.at(step).floor();
        picture.line((left, y(seats)), (right, y(seats)), Paint::Rule, Look::Thin);
        picture.text((left - 8.0, y(seats) + 4.5), Anchor::End, Size::Plain, Paint::Muted, grouped(seats));
    }
    picture.line((left, BOTTOM), (right, BOTTOM), Paint::Ink, Look::Thin);
    let across = Scale::reaching(Ratio::from(last - first), ground.named, Ratio::from(1));
    let step = across.step.floor().max(1);
    for house in (first.div_ceil(step)..=(last - 1) / step).map(|n| n * step) {
        let middle = (x(house) + x(house + 1)) / 2.0;
        picture.line((middle, BOTTOM), (middle, BOTTOM + 5.0), Paint::Ink, Look::Thin);
        let figure = exact(Ratio::from(house));
        picture.text((middle, BOTTOM + 19.0), Anchor::Middle, Size::Plain, Paint::Muted, figure);
    }
    picture.text((right, BOTTOM + 40.0), Anchor::End, Size::Plain, Paint::Muted, axis.to_owned());
    let marks = marks(&mut picture, steps, &x);
    line(&mut picture, steps, &x, &y);
    Drawn { picture, marks }
}

/// A dashed line with a hollow head where another unit loses a seat, a full one where it is the one that is followed.
fn marks(picture: &mut Picture, steps: &[Step], x: &dyn Fn(u64) -> f64) -> usize {
    let all = steps.iter().filter(|step| step.paradox != Paradox::None);
    let mut count = 0;
    for step in all.take(MOST_MARKS) {
        let at = x(step.house);
        let own = step.paradox == Paradox::Own;
        let (stroke, look) = if own { (Paint::Warn, Look::Strong) } else { (Paint::Mark, Look::Dashed) };
        let mut head = String::new();
        command(&mut head, 'M', &[at - 5.0, TOP - 16.0]);
        command(&mut head, 'L', &[at + 5.0, TOP - 16.0]);
        command(&mut head, 'L', &[at, TOP - 7.0]);
        head.push('Z');
        let fill = Some(if own { Paint::Warn } else { Paint::Ground });
        let line = Shape::Line { from: (at, TOP - 7.0), to: (at, BOTTOM), stroke, look };
        let shapes = vec![line, Shape::Path { d: head, fill, stroke: Some(stroke) }];
        picture.shapes.push(Shape::Group { title: grouped(step.house), shapes });
        count += 1;
    }
    count
}

/// Runs of houses in which the seats stay are one line each; a gap where the method gives none.
fn line(picture: &mut Picture, steps: &[Step], x: &dyn Fn(u64) -> f64, y: &dyn Fn(u64) -> f64) {
    let (mut d, mut bands) = (String::new(), String::new());
    let mut connected = false;
    let mut runs = 0;
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let mut end = at;
        while steps
            .get(end + 1)
            .is_some_and(|next| next.seats == step.seats && next.house == step.house + (end + 1 - at) as u64)
        {
            end += 1;
        }
        let to = step.house + (end - at) as u64 + 1;
        at = end + 1;
        let Some((least, most)) = step.seats else {
            connected = false;
            continue;
        };
        runs += 1;
        if runs > MOST_STEPS {
            break;
        }
        command(&mut d, if connected { 'L' } else { 'M' }, &[x(step.house), y(least)]);
        command(&mut d, 'L', &[x(to), y(least)]);
        // Houses that the bounds cannot fill are left out.
        connected = steps.get(at).is_some_and(|next| next.house == to);
        if most > least {
            command(&mut bands, 'M', &[x(step.house), y(least)]);
            command(&mut bands, 'L', &[x(to), y(least)]);
            command(&mut bands, 'L', &[x(to), y(most)]);
            command(&mut bands, 'L', &[x(step.house), y(most)]);
            bands.push('Z');
        }
    }
    if !bands.is_empty() {
        picture.shapes.push(Shape::Path { d: bands, fill: Some(Paint::Soft), stroke: None });
    }
    if !d.is_empty() {
        picture.shapes.push(Shape::Path { d, fill: None, stroke: Some(Paint::Accent) });
    }
}
