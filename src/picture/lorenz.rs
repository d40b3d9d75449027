//! The curve of Lorenz on its square, the line of equal shares beside it, the figure of Gini next to it.

use super::shape::{Anchor, Look, Paint, Picture, Shape, Size, command};
use crate::index::{Lorenz, LorenzPoint};

/// Points of the curve that are drawn.
pub(super) const MOST_POINTS: usize = 1_000;

const WIDTH: f64 = 800.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 16.0;
const SIDE: f64 = 380.0;

/// What stands in the picture.
pub(super) struct Captions<'a> {
    pub(super) across: &'a str,
    pub(super) up: &'a str,
    pub(super) equal: &'a str,
    pub(super) gini: &'a str,
    pub(super) name: &'a str,
}

/// The picture, and how many points there are.
pub(super) fn draw(curve: &Lorenz, words: &Captions<'_>) -> (Picture, usize) {
    let points = curve.points();
    let whole = points.last().copied().unwrap_or(LorenzPoint { members: 0, seats: 0 });
    let share = |part: u64, all: u64| if all == 0 { 0.0 } else { part as f64 / all as f64 };
    let on_ground = |point: &LorenzPoint| {
        let (x, y) = (share(point.members, whole.members), share(point.seats, whole.seats));
        (LEFT + SIDE * x, TOP + SIDE * (1.0 - y))
    };
    let every = points.len().div_ceil(MOST_POINTS).max(1);
    let last = points.len().saturating_sub(1);
    let drawn = points.iter().enumerate().filter(|(at, _)| at.is_multiple_of(every) || *at == last);
    let drawn: Vec<(f64, f64)> = drawn.map(|(_, point)| on_ground(point)).collect();
    let mut picture = Picture { width: WIDTH, height: TOP + SIDE + 48.0, shapes: Vec::new() };
    for (step, text) in ["0%", "25%", "50%", "75%", "100%"].into_iter().enumerate() {
        let away = SIDE * step as f64 / 4.0;
        let (x, y) = (LEFT + away, TOP + SIDE - away);
        picture.line((x, TOP), (x, TOP + SIDE), Paint::Rule, Look::Thin);
        picture.line((LEFT, y), (LEFT + SIDE, y), Paint::Rule, Look::Thin);
        picture.text((x, TOP + SIDE + 18.0), Anchor::Middle, Size::Plain, Paint::Muted, text.to_owned());
        picture.text((LEFT - 8.0, y + 4.5), Anchor::End, Size::Plain, Paint::Muted, text.to_owned());
    }
    let (mut line, mut area) = (String::new(), String::new());
    for (at, (x, y)) in drawn.iter().enumerate() {
        let letter = if at == 0 { 'M' } else { 'L' };
        command(&mut line, letter, &[*x, *y]);
        command(&mut area, letter, &[*x, *y]);
    }
    if !area.is_empty() {
        area.push('Z');
        picture.shapes.push(Shape::Path { d: area, fill: Some(Paint::Soft), stroke: None });
        let (from, to) = ((LEFT, TOP + SIDE), (LEFT + SIDE, TOP));
        picture.line(from, to, Paint::Muted, Look::Dashed);
        picture.shapes.push(Shape::Path { d: line, fill: None, stroke: Some(Paint::Accent) });
    }
    let middle = LEFT + SIDE / 2.0;
    picture.text(
        (middle, TOP + SIDE + 40.0),
        Anchor::Middle,
        Size::Plain,
        Paint::Ink,
        words.across.to_owned(),
    );
    let beside = LEFT + SIDE + 36.0;
    picture.text((beside, TOP + 12.0), Anchor::Start, Size::Plain, Paint::Ink, words.up.to_owned());
    picture.text((beside, TOP + 38.0), Anchor::Start, Size::Plain, Paint::Muted, words.equal.to_owned());
    picture.text((beside, TOP + 130.0), Anchor::Start, Size::Plain, Paint::Muted, words.name.to_owned());
    picture.text((beside, TOP + 166.0), Anchor::Start, Size::Large, Paint::Ink, words.gini.to_owned());
    (picture, drawn.len())
}
