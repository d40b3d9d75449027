//! The curve of Lorenz on its square, the line of equal shares beside it, the figure of Gini next to it.

use super::shape::{Anchor, Look, Paint, Picture, Shape, Size, command};
use crate::index::{Lorenz, LorenzPoint};

/// Points of the curve that are drawn.
pub(super) const MOST_POINTS: usize = 1_000;

/// Where things stand.
pub(super) struct Ground {
    width: f64,
    height: f64,
    left: f64,
    top: f64,
    /// The side of the square.
    side: f64,
    /// Where the words of the captions begin.
    up: (f64, f64),
    equal: (f64, f64),
    name: (f64, f64),
    gini: (f64, f64),
}

/// Words beside the square.
pub(super) const WIDE: Ground = Ground {
    width: 800.0,
    height: 444.0,
    left: 70.0,
    top: 16.0,
    side: 380.0,
    up: (486.0, 28.0),
    equal: (486.0, 54.0),
    name: (486.0, 146.0),
    gini: (486.0, 182.0),
};

/// As wide as a telephone shows without making words smaller: words above and below the square.
pub(super) const NARROW: Ground = Ground {
    width: 320.0,
    height: 430.0,
    left: 48.0,
    top: 34.0,
    side: 256.0,
    up: (0.0, 14.0),
    equal: (48.0, 356.0),
    name: (48.0, 386.0),
    gini: (48.0, 418.0),
};

/// What stands in the picture.
pub(super) struct Captions<'a> {
    pub(super) across: &'a str,
    pub(super) up: &'a str,
    pub(super) equal: &'a str,
    pub(super) gini: &'a str,
    pub(super) name: &'a str,
}

/// The picture, and how many points there are.
pub(super) fn draw(curve: &Lorenz, words: &Captions<'_>, ground: &Ground) -> (Picture, usize) {
    let Ground { left, top, side, .. } = *ground;
    let points = curve.points();
    let whole = points.last().copied().unwrap_or(LorenzPoint { members: 0, seats: 0 });
    let share = |part: u64, all: u64| if all == 0 { 0.0 } else { part as f64 / all as f64 };
    let on_ground = |point: &LorenzPoint| {
        let (x, y) = (share(point.members, whole.members), share(point.seats, whole.seats));
        (left + side * x, top + side * (1.0 - y))
    };
    let every = points.len().div_ceil(MOST_POINTS).max(1);
    let last = points.len().saturating_sub(1);
    let drawn = points.iter().enumerate().filter(|(at, _)| at.is_multiple_of(every) || *at == last);
    let drawn: Vec<(f64, f64)> = drawn.map(|(_, point)| on_ground(point)).collect();
    let mut picture = Picture { width: ground.width, height: ground.height, shapes: Vec::new() };
    for (step, text) in ["0%", "25%", "50%", "75%", "100%"].into_iter().enumerate() {
        let away = side * step as f64 / 4.0;
        let (x, y) = (left + away, top + side - away);
        picture.line((x, top), (x, top + side), Paint::Rule, Look::Thin);
        picture.line((left, y), (left + side, y), Paint::Rule, Look::Thin);
        picture.text((x, top + side + 18.0), Anchor::Middle, Size::Plain, Paint::Muted, text.to_owned());
        picture.text((left - 8.0, y + 4.5), Anchor::End, Size::Plain, Paint::Muted, text.to_owned());
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
        let (from, to) = ((left, top + side), (left + side, top));
        picture.line(from, to, Paint::Muted, Look::Dashed);
        picture.shapes.push(Shape::Path { d: line, fill: None, stroke: Some(Paint::Accent) });
    }
    let middle = left + side / 2.0;
    picture.text(
        (middle, top + side + 40.0),
        Anchor::Middle,
        Size::Plain,
        Paint::Ink,
        words.across.to_owned(),
    );
    for (place, size, paint, words) in [
        (ground.up, Size::Plain, Paint::Ink, words.up),
        (ground.equal, Size::Plain, Paint::Muted, words.equal),
        (ground.name, Size::Plain, Paint::Muted, words.name),
        (ground.gini, Size::Large, Paint::Ink, words.gini),
    ] {
        picture.text(place, Anchor::Start, size, paint, words.to_owned());
    }
    (picture, drawn.len())
}
