//! Deviations as dots on both sides of nought, sorted; every one with its name while there is room for the names, the
//! extremes alone beyond.

use super::axis::{Scale, ordered, signed_order};
use super::label::{cut_name, isolated};
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size};
use crate::num::Ratio;
use crate::text::number::{deviation, exact};
use std::cmp::Ordering;

/// Dots that have their names beside them.
pub(super) const MOST_NAMED: usize = 60;

/// Dots that are drawn; beyond, every so-manieth and the extremes.
pub(super) const MOST_DOTS: usize = 1_000;

/// Extremes that have their names at each end where not all have.
pub(super) const EXTREMES: usize = 6;

const WIDTH: f64 = 800.0;
const LEFT: f64 = 270.0;
const RIGHT: f64 = 725.0;
const ZERO: f64 = (LEFT + RIGHT) / 2.0;
const TOP: f64 = 34.0;
const ROW: f64 = 19.0;
/// The height of the field in which dots stand without names.
const FIELD: f64 = 420.0;

/// A deviation: its row in the table, its side and how far.
pub(super) type Deviating = (usize, Ordering, Ratio);

/// What was drawn.
pub(super) struct Drawn {
    pub(super) picture: Picture,
    /// The places in the list, from the highest to the lowest deviation.
    pub(super) order: Vec<usize>,
    /// How many dots there are.
    pub(super) dots: usize,
}

/// The picture; `name` gives the name of a row.
pub(super) fn draw(values: &[Deviating], name: &dyn Fn(usize) -> String) -> Drawn {
    let signed = |at: usize| values.get(at).map(|(_, side, distance)| (*side, *distance));
    let order = ordered(values.len(), &|a, b| match (signed(a), signed(b)) {
        (Some(a), Some(b)) => signed_order(b, a),
        _ => Ordering::Equal,
    });
    let sorted: Vec<&Deviating> = order.iter().filter_map(|at| values.get(*at)).collect();
    let far = values.iter().map(|(_, _, distance)| *distance).max().unwrap_or(Ratio::ZERO);
    let scale = Scale::reaching(far, 4, Ratio::ZERO);
    let named = sorted.len() <= MOST_NAMED;
    let height = if named { ROW * sorted.len().max(1) as f64 } else { FIELD };
    let mut picture = Picture { width: WIDTH, height: TOP + height + 8.0, shapes: Vec::new() };
    axis(&mut picture, scale, TOP + height);
    let dots = if named {
        for (at, value) in sorted.iter().enumerate() {
            with_name(&mut picture, value, scale, TOP + ROW * (at as f64 + 0.5), name);
        }
        sorted.len()
    } else {
        extremes(&mut picture, &sorted, scale, name);
        crowd(&mut picture, &sorted, scale)
    };
    Drawn { picture, order, dots }
}

/// Where a deviation lies.
fn x(side: Ordering, distance: Ratio, scale: Scale) -> f64 {
    let away = scale.place(distance) * (RIGHT - ZERO);
    match side {
        Ordering::Less => ZERO - away,
        _ => ZERO + away,
    }
}

/// The steps on both sides, and nought.
fn axis(picture: &mut Picture, scale: Scale, bottom: f64) {
    for step in 1..=scale.steps {
        for (side, sign) in [(Ordering::Less, "−"), (Ordering::Greater, "+")] {
            let at = x(side, scale.at(step), scale);
            picture.line((at, TOP - 6.0), (at, bottom), Paint::Rule, Look::Thin);
            let figure = [sign, &exact(scale.at(step))].concat();
            picture.text((at, TOP - 14.0), Anchor::Middle, Size::Plain, Paint::Muted, figure);
        }
    }
    picture.line((ZERO, TOP - 6.0), (ZERO, bottom), Paint::Ink, Look::Thin);
    picture.text((ZERO, TOP - 14.0), Anchor::Middle, Size::Plain, Paint::Ink, "0".to_owned());
}

fn dot(value: &Deviating, x: f64, y: f64, r: f64) -> Shape {
    let fill = if value.1 == Ordering::Less { Paint::Mark } else { Paint::Accent };
    Shape::Circle { x, y, r, fill, stroke: None }
}

fn with_name(picture: &mut Picture, value: &Deviating, scale: Scale, y: f64, name: &dyn Fn(usize) -> String) {
    let (row, side, distance) = *value;
    let at = x(side, distance, scale);
    let words = isolated(&cut_name(&name(row), Size::Plain.units(), LEFT - 60.0));
    picture.text((0.0, y + 4.5), Anchor::Start, Size::Plain, Paint::Ink, words);
    picture.line(
        (ZERO, y),
        (at, y),
        if side == Ordering::Less { Paint::Mark } else { Paint::Accent },
        Look::Thin,
    );
    picture.shapes.push(dot(value, at, y, 4.5));
    let (beside, anchor) =
        if side == Ordering::Less { (at - 9.0, Anchor::End) } else { (at + 9.0, Anchor::Start) };
    picture.text((beside, y + 4.5), anchor, Size::Plain, Paint::Muted, deviation((side, distance), 3));
}

/// The names of the extremes on the left, each with a line to its dot.
fn extremes(picture: &mut Picture, sorted: &[&Deviating], scale: Scale, name: &dyn Fn(usize) -> String) {
    let ends = (0..EXTREMES).flat_map(|at| [(at, at, true), (sorted.len() - 1 - at, at, false)]);
    for (place, at, top) in ends {
        let Some((row, side, distance)) = sorted.get(place) else { continue };
        let y = if top { TOP + 6.0 + 17.0 * at as f64 } else { TOP + FIELD - 6.0 - 17.0 * at as f64 };
        let figure = deviation((*side, *distance), 3);
        let to = (x(*side, *distance, scale), height_of(place, sorted.len()));
        picture.line((LEFT - 40.0, y - 4.0), to, Paint::Grey, Look::Thin);
        let words = isolated(&cut_name(&name(*row), Size::Plain.units(), LEFT - 105.0));
        picture.text((0.0, y), Anchor::Start, Size::Plain, Paint::Ink, words);
        picture.text((LEFT - 44.0, y), Anchor::End, Size::Plain, Paint::Muted, figure);
    }
}

fn height_of(place: usize, of: usize) -> f64 {
    TOP + FIELD * (place as f64 + 0.5) / of as f64
}

/// A dot for each, or for every so-manieth with all extremes; how many there are.
fn crowd(picture: &mut Picture, sorted: &[&Deviating], scale: Scale) -> usize {
    let every = sorted.len().div_ceil(MOST_DOTS);
    let drawn = |at: &usize| at.is_multiple_of(every) || *at < EXTREMES || *at + EXTREMES >= sorted.len();
    let places: Vec<usize> = (0..sorted.len()).filter(drawn).collect();
    for place in &places {
        if let Some(value) = sorted.get(*place) {
            let at = x(value.1, value.2, scale);
            picture.shapes.push(dot(value, at, height_of(*place, sorted.len()), 2.0));
        }
    }
    places.len()
}
