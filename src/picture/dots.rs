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

const TOP: f64 = 34.0;
/// The height of the field in which dots stand without names.
const FIELD: f64 = 420.0;
/// The height of a line of words.
const LINE: f64 = 17.0;

/// Where things stand.
pub(super) struct Ground {
    width: f64,
    /// How far dots lie to both sides.
    left: f64,
    right: f64,
    /// The most steps of the axis on a side.
    steps: u64,
    /// The height of a dot with its name, and how far below the name the dot is.
    row: f64,
    below: f64,
    /// The most that a name may take, and one that stands before its figure.
    name: f64,
    extreme: f64,
    /// Where the figure of an extreme ends.
    figure: f64,
    /// The room for the extremes over the field and under it.
    over: f64,
}

/// Names beside the dots.
pub(super) const WIDE: Ground = Ground {
    width: 800.0,
    left: 270.0,
    right: 725.0,
    steps: 4,
    row: 19.0,
    below: 0.0,
    name: 210.0,
    extreme: 165.0,
    figure: 226.0,
    over: 0.0,
};

/// As wide as a telephone shows without making words smaller: each name above its dot, extremes above and below all others.
pub(super) const NARROW: Ground = Ground {
    width: 320.0,
    left: 64.0,
    right: 256.0,
    steps: 2,
    row: 40.0,
    below: 18.0,
    name: 320.0,
    extreme: 240.0,
    figure: 320.0,
    over: LINE * EXTREMES as f64 + 12.0,
};

impl Ground {
    const fn zero(&self) -> f64 {
        (self.left + self.right) / 2.0
    }
}

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
pub(super) fn draw(values: &[Deviating], name: &dyn Fn(usize) -> String, ground: &Ground) -> Drawn {
    let signed = |at: usize| values.get(at).map(|(_, side, distance)| (*side, *distance));
    let order = ordered(values.len(), &|a, b| match (signed(a), signed(b)) {
        (Some(a), Some(b)) => signed_order(b, a),
        _ => Ordering::Equal,
    });
    let sorted: Vec<&Deviating> = order.iter().filter_map(|at| values.get(*at)).collect();
    let far = values.iter().map(|(_, _, distance)| *distance).max().unwrap_or(Ratio::ZERO);
    let named = sorted.len() <= MOST_NAMED;
    let (over, height) =
        if named { (0.0, ground.row * sorted.len().max(1) as f64) } else { (ground.over, FIELD) };
    let plot = Plot { ground, scale: Scale::reaching(far, ground.steps, Ratio::ZERO), top: over + TOP };
    let bottom = plot.top + height;
    let mut picture = Picture { width: ground.width, height: bottom + over + 8.0, shapes: Vec::new() };
    plot.axis(&mut picture, bottom);
    let dots = if named {
        for (at, value) in sorted.iter().enumerate() {
            plot.with_name(&mut picture, value, plot.top + ground.row * at as f64, name);
        }
        sorted.len()
    } else {
        plot.extremes(&mut picture, &sorted, name);
        plot.crowd(&mut picture, &sorted)
    };
    Drawn { picture, order, dots }
}

/// Where deviations lie.
struct Plot<'a> {
    ground: &'a Ground,
    scale: Scale,
    /// Where the dots begin.
    top: f64,
}

impl Plot<'_> {
    fn x(&self, side: Ordering, distance: Ratio) -> f64 {
        let zero = self.ground.zero();
        let away = self.scale.place(distance) * (self.ground.right - zero);
        match side {
            Ordering::Less => zero - away,
            _ => zero + away,
        }
    }

    /// The steps on both sides, and nought.
    fn axis(&self, picture: &mut Picture, bottom: f64) {
        let (zero, top) = (self.ground.zero(), self.top);
        for step in 1..=self.scale.steps {
            for (side, sign) in [(Ordering::Less, "−"), (Ordering::Greater, "+")] {
                let at = self.x(side, self.scale.at(step));
                picture.line((at, top - 6.0), (at, bottom), Paint::Rule, Look::Thin);
                let figure = [sign, &exact(self.scale.at(step))].concat();
                picture.text((at, top - 14.0), Anchor::Middle, Size::Plain, Paint::Muted, figure);
            }
        }
        picture.line((zero, top - 6.0), (zero, bottom), Paint::Ink, Look::Thin);
        picture.text((zero, top - 14.0), Anchor::Middle, Size::Plain, Paint::Ink, "0".to_owned());
    }

    /// A dot from this height on, with its name and its figure.
    fn with_name(&self, picture: &mut Picture, value: &Deviating, y: f64, name: &dyn Fn(usize) -> String) {
        let (row, side, distance) = *value;
        let words = isolated(&cut_name(&name(row), Size::Plain.units(), self.ground.name));
        picture.text((0.0, y + 14.0), Anchor::Start, Size::Plain, Paint::Ink, words);
        let (at, y) = (self.x(side, distance), y + 9.5 + self.ground.below);
        let stroke = if side == Ordering::Less { Paint::Mark } else { Paint::Accent };
        picture.line((self.ground.zero(), y), (at, y), stroke, Look::Thin);
        picture.shapes.push(dot(value, at, y, 4.5));
        let (beside, anchor) =
            if side == Ordering::Less { (at - 9.0, Anchor::End) } else { (at + 9.0, Anchor::Start) };
        picture.text((beside, y + 4.5), anchor, Size::Plain, Paint::Muted, deviation((side, distance), 3));
    }

    /// The names of the extremes on the left, each with a line to its dot; on a narrow ground those above all dots and those below.
    fn extremes(&self, picture: &mut Picture, sorted: &[&Deviating], name: &dyn Fn(usize) -> String) {
        let Ground { left, over, figure: end, .. } = *self.ground;
        let beside = over == 0.0;
        let (first, last) =
            if beside { (self.top + 6.0, self.top + FIELD - 6.0) } else { (14.0, self.top + FIELD + over) };
        let ends = (0..EXTREMES).flat_map(|at| [(at, at, true), (sorted.len() - 1 - at, at, false)]);
        for (place, at, top) in ends {
            let Some((row, side, distance)) = sorted.get(place) else { continue };
            let y = if top { first + LINE * at as f64 } else { last - LINE * at as f64 };
            let figure = deviation((*side, *distance), 3);
            if beside {
                let to = (self.x(*side, *distance), self.height_of(place, sorted.len()));
                picture.line((left - 40.0, y - 4.0), to, Paint::Grey, Look::Thin);
            }
            let words = isolated(&cut_name(&name(*row), Size::Plain.units(), self.ground.extreme));
            picture.text((0.0, y), Anchor::Start, Size::Plain, Paint::Ink, words);
            picture.text((end, y), Anchor::End, Size::Plain, Paint::Muted, figure);
        }
    }

    fn height_of(&self, place: usize, of: usize) -> f64 {
        self.top + FIELD * (place as f64 + 0.5) / of as f64
    }

    /// A dot for each, or for every so-manieth with all extremes; how many there are.
    fn crowd(&self, picture: &mut Picture, sorted: &[&Deviating]) -> usize {
        let every = sorted.len().div_ceil(MOST_DOTS);
        let drawn = |at: &usize| at.is_multiple_of(every) || *at < EXTREMES || *at + EXTREMES >= sorted.len();
        let places: Vec<usize> = (0..sorted.len()).filter(drawn).collect();
        for place in &places {
            if let Some(value) = sorted.get(*place) {
                let at = self.x(value.1, value.2);
                picture.shapes.push(dot(value, at, self.height_of(*place, sorted.len()), 2.0));
            }
        }
        places.len()
    }
}

fn dot(value: &Deviating, x: f64, y: f64, r: f64) -> Shape {
    let fill = if value.1 == Ordering::Less { Paint::Mark } else { Paint::Accent };
    Shape::Circle { x, y, r, fill, stroke: None }
}
