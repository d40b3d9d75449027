//! The assembly as a half circle: every seat a dot while they can be counted, a sector for each group beyond.
//!
//! Knows no delegations: groups have a name and seats. A group is told from its neighbours by its tone and by the label at
//! its middle; what belongs to no group, and what is open, is hollow.

use super::axis::ordered;
use super::label::{cut_name, isolated, width};
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size, command};
use crate::text::number::grouped;
use std::f64::consts::PI;

/// Seats that are drawn as dots.
pub(super) const MOST_DOTS: u64 = 600;

/// Groups that are drawn: beyond, sectors become lines.
pub(super) const MOST_GROUPS: usize = 60;

/// Labels on one side.
const LABELS: usize = 17;

const WIDTH: f64 = 800.0;
const OUTER: f64 = 230.0;
const INNER: f64 = 0.4 * OUTER;
const CENTRE: (f64, f64) = (WIDTH / 2.0, 282.0);
const LINE: f64 = 16.0;

/// Between a name, which may end in a number itself, and its figure.
const BETWEEN: &str = " · ";

/// A group of seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) seats: u64,
    pub(super) belongs: Belongs,
}

/// Whether seats belong to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Belongs {
    /// To this group.
    Together,
    /// To no group.
    Apart,
}

/// The picture, and how many groups have their label in it.
pub(super) fn draw(groups: &[Group], unit: &str) -> (Picture, usize) {
    let groups: Vec<&Group> = groups.iter().filter(|group| group.seats > 0).collect();
    let all: u64 = groups.iter().map(|group| group.seats).sum();
    let mut picture = Picture { width: WIDTH, height: CENTRE.1 + 24.0, shapes: Vec::new() };
    let mut places = if all <= MOST_DOTS { dots(all as usize) } else { (Vec::new(), 0.0) };
    let mut from = 0;
    for (at, group) in groups.iter().enumerate() {
        let (fill, stroke) = paint(group, at);
        let shapes = if all <= MOST_DOTS {
            let own: Vec<_> = places.0.drain(..group.seats as usize).collect();
            let dot = |(x, y)| Shape::Circle { x, y, r: places.1, fill, stroke };
            own.into_iter().map(dot).collect()
        } else {
            let stroke = Some(stroke.unwrap_or(Paint::Ground));
            vec![Shape::Path { d: sector(from, group.seats, all), fill: Some(fill), stroke }]
        };
        from += group.seats;
        picture.shapes.push(Shape::Group { title: label(group), shapes });
    }
    let labelled = labels(&groups, all, &mut picture);
    picture.text((CENTRE.0, CENTRE.1 - 20.0), Anchor::Middle, Size::Large, Paint::Ink, grouped(all));
    picture.text(CENTRE, Anchor::Middle, Size::Plain, Paint::Muted, unit.to_owned());
    (picture, labelled)
}

/// Neighbours have different tones.
fn paint(group: &Group, at: usize) -> (Paint, Option<Paint>) {
    match (group.belongs, at % 4) {
        (Belongs::Apart, _) => (Paint::Ground, Some(Paint::Muted)),
        (_, 0) => (Paint::Accent, None),
        (_, 1) => (Paint::Grey, None),
        (_, 2) => (Paint::Middle, None),
        (_, _) => (Paint::Muted, None),
    }
}

fn label(group: &Group) -> String {
    [group.name.as_str(), BETWEEN, &grouped(group.seats)].concat()
}

/// Where the dots are, from the left to the right, and their radius.
pub(super) fn dots(seats: usize) -> (Vec<(f64, f64)>, f64) {
    let best = (1..=20usize).map(|rows| rows_of(seats, rows)).max_by(|a, b| a.1.total_cmp(&b.1));
    let (rows, apart) = best.unwrap_or_default();
    let mut places: Vec<(f64, f64)> = Vec::with_capacity(seats);
    for (row, seats) in rows.iter().enumerate() {
        let radius = radius(row, rows.len());
        let angle = |seat: usize| match seats {
            1 => PI / 2.0,
            _ => PI * (1.0 - seat as f64 / (seats - 1) as f64),
        };
        places.extend((0..*seats).map(|seat| (angle(seat), radius)));
    }
    let order = |a: usize, b: usize| match (places.get(a), places.get(b)) {
        (Some(a), Some(b)) => b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)),
        _ => a.cmp(&b),
    };
    let on_ground =
        |(angle, radius): &(f64, f64)| (CENTRE.0 + radius * angle.cos(), CENTRE.1 - radius * angle.sin());
    let order = ordered(places.len(), &order);
    (order.iter().filter_map(|at| places.get(*at)).map(on_ground).collect(), (0.42 * apart).min(13.0))
}

/// The radius of a row, the innermost first.
fn radius(row: usize, rows: usize) -> f64 {
    if rows == 1 { OUTER } else { INNER + (OUTER - INNER) * row as f64 / (rows - 1) as f64 }
}

/// How many seats are in each of so many rows, longer rows having more, and how far two seats are apart at least.
fn rows_of(seats: usize, rows: usize) -> (Vec<usize>, f64) {
    // The inner radius is 2/5 of the outer one, so the rows are to each other as these whole numbers.
    let weight = |row: usize| if rows == 1 { 1 } else { 2 * (rows - 1) + 3 * row };
    let whole: usize = (0..rows).map(weight).sum();
    let mut each: Vec<usize> = (0..rows).map(|row| seats * weight(row) / whole).collect();
    let rest = seats - each.iter().sum::<usize>();
    each.iter_mut().rev().take(rest).for_each(|row| *row += 1);
    let between_rows = if rows == 1 { OUTER } else { (OUTER - INNER) / (rows - 1) as f64 };
    let chord = |(row, seats): (usize, &usize)| match seats {
        0 | 1 => OUTER,
        _ => 2.0 * radius(row, rows) * (PI / (2 * (seats - 1)) as f64).sin(),
    };
    let apart = each.iter().enumerate().map(chord).fold(between_rows, f64::min);
    (each, apart)
}

/// The point at so many seats from the left.
fn point(seats: u64, all: u64, radius: f64) -> (f64, f64) {
    let angle = PI * (1.0 - seats as f64 / all.max(1) as f64);
    (CENTRE.0 + radius * angle.cos(), CENTRE.1 - radius * angle.sin())
}

/// The sector of `seats` seats after the first `from`.
fn sector(from: u64, seats: u64, all: u64) -> String {
    let mut d = String::new();
    let (a, b) = (point(from, all, OUTER), point(from + seats, all, OUTER));
    let (c, e) = (point(from + seats, all, INNER), point(from, all, INNER));
    command(&mut d, 'M', &[a.0, a.1]);
    command(&mut d, 'A', &[OUTER, OUTER, 0.0, 0.0, 1.0, b.0, b.1]);
    command(&mut d, 'L', &[c.0, c.1]);
    command(&mut d, 'A', &[INNER, INNER, 0.0, 0.0, 0.0, e.0, e.1]);
    d.push('Z');
    d
}

/// A label that waits for its place: the group, and the height it would best stand at.
struct Waiting {
    group: usize,
    /// The seats before the middle of the group, twice.
    middle: u64,
    y: f64,
}

/// Labels around the arc, those of the larger groups where there is no room for all; how many there are.
fn labels(groups: &[&Group], all: u64, picture: &mut Picture) -> usize {
    let mut before = 0;
    let middles = groups.iter().map(|group| {
        let middle = 2 * before + group.seats;
        before += group.seats;
        middle
    });
    let middles: Vec<u64> = middles.collect();
    let (left, right): (Vec<usize>, Vec<usize>) =
        (0..groups.len()).partition(|at| middles.get(*at).is_some_and(|middle| *middle <= all));
    let mut labelled = 0;
    for (side, anchor, sign) in [(left, Anchor::End, -1.0), (right, Anchor::Start, 1.0)] {
        let seats = |at: usize| side.get(at).and_then(|group| groups.get(*group)).map_or(0, |g| g.seats);
        let largest = ordered(side.len(), &|a, b| seats(b).cmp(&seats(a)));
        let mut kept: Vec<usize> =
            largest.into_iter().take(LABELS).filter_map(|at| side.get(at).copied()).collect();
        kept.sort_unstable();
        // From the bottom up on both sides.
        if sign > 0.0 {
            kept.reverse();
        }
        let waiting = kept.into_iter().filter_map(|group| {
            let middle = *middles.get(group)?;
            Some(Waiting { group, middle, y: point(middle, 2 * all, OUTER + 18.0).1 + 4.0 })
        });
        for label_at in apart(waiting.collect()) {
            let Some(group) = groups.get(label_at.group) else { continue };
            place(group, &label_at, all, (anchor, sign), picture);
            labelled += 1;
        }
    }
    labelled
}

/// Moves labels up until none touches the one below it, then down from the top edge.
fn apart(mut labels: Vec<Waiting>) -> Vec<Waiting> {
    let mut below = CENTRE.1 + LINE;
    for label in &mut labels {
        label.y = label.y.min(below - LINE);
        below = label.y;
    }
    let mut above = 12.0 - LINE;
    for label in labels.iter_mut().rev() {
        label.y = label.y.max(above + LINE);
        above = label.y;
    }
    labels
}

/// A label with the line that leads to its group.
fn place(group: &Group, at: &Waiting, all: u64, (anchor, sign): (Anchor, f64), picture: &mut Picture) {
    let (edge, off) = (point(at.middle, 2 * all, OUTER + 14.0), point(at.middle, 2 * all, OUTER + 18.0));
    // Beside the arc at this height, and never nearer to the middle than the group itself.
    let height = CENTRE.1 - at.y + 4.0;
    let beside = ((OUTER + 20.0).powi(2) - height.powi(2)).max(0.0).sqrt();
    let out = beside.max((off.0 - CENTRE.0).abs()) + 4.0;
    let x = CENTRE.0 + sign * out;
    let figure = [BETWEEN, &grouped(group.seats)].concat();
    let room = WIDTH / 2.0 - out - 2.0 - width(&figure, Size::Plain.units());
    let name = cut_name(&group.name, Size::Plain.units(), room);
    picture.line(edge, (x - sign * 3.0, at.y - 4.0), Paint::Grey, Look::Thin);
    picture.text((x, at.y), anchor, Size::Plain, Paint::Ink, [isolated(&name), figure].concat());
}
