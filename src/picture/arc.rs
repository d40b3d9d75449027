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

const LINE: f64 = 16.0;

/// The height of a line of the list.
const ROW: f64 = 20.0;

/// Where things stand.
pub(super) struct Ground {
    width: f64,
    /// The radius of the half circle.
    outer: f64,
    centre: (f64, f64),
    named: Named,
}

/// Where the groups are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// Around the arc, with a line to each.
    Around,
    /// In a list below, by a number that stands at the group as well.
    Below,
}

pub(super) const WIDE: Ground =
    Ground { width: 800.0, outer: 230.0, centre: (400.0, 282.0), named: Named::Around };

/// As wide as a telephone shows without making words smaller.
pub(super) const NARROW: Ground =
    Ground { width: 320.0, outer: 134.0, centre: (160.0, 158.0), named: Named::Below };

impl Ground {
    fn inner(&self) -> f64 {
        0.4 * self.outer
    }

    /// Where an angle and a radius are on the ground.
    fn on(&self, angle: f64, radius: f64) -> (f64, f64) {
        (self.centre.0 + radius * angle.cos(), self.centre.1 - radius * angle.sin())
    }

    /// Where the dots are, from the left to the right, and their radius.
    pub(super) fn dots(&self, seats: usize) -> (Vec<(f64, f64)>, f64) {
        let best = (1..=20usize).map(|rows| self.rows_of(seats, rows)).max_by(|a, b| a.1.total_cmp(&b.1));
        let (rows, apart) = best.unwrap_or_default();
        let mut places: Vec<(f64, f64)> = Vec::with_capacity(seats);
        for (row, seats) in rows.iter().enumerate() {
            let radius = self.radius(row, rows.len());
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
        let on_ground = |(angle, radius): &(f64, f64)| self.on(*angle, *radius);
        let order = ordered(places.len(), &order);
        (order.iter().filter_map(|at| places.get(*at)).map(on_ground).collect(), (0.42 * apart).min(13.0))
    }

    /// The radius of a row, the innermost first.
    fn radius(&self, row: usize, rows: usize) -> f64 {
        let (inner, outer) = (self.inner(), self.outer);
        if rows == 1 { outer } else { inner + (outer - inner) * row as f64 / (rows - 1) as f64 }
    }

    /// How many seats are in each of so many rows, longer rows having more, and how far two seats are apart at least.
    fn rows_of(&self, seats: usize, rows: usize) -> (Vec<usize>, f64) {
        // The inner radius is 2/5 of the outer one, so the rows are to each other as these whole numbers.
        let weight = |row: usize| if rows == 1 { 1 } else { 2 * (rows - 1) + 3 * row };
        let whole: usize = (0..rows).map(weight).sum();
        let mut each: Vec<usize> = (0..rows).map(|row| seats * weight(row) / whole).collect();
        let rest = seats - each.iter().sum::<usize>();
        each.iter_mut().rev().take(rest).for_each(|row| *row += 1);
        let between_rows =
            if rows == 1 { self.outer } else { (self.outer - self.inner()) / (rows - 1) as f64 };
        let chord = |(row, seats): (usize, &usize)| match seats {
            0 | 1 => self.outer,
            _ => 2.0 * self.radius(row, rows) * (PI / (2 * (seats - 1)) as f64).sin(),
        };
        let apart = each.iter().enumerate().map(chord).fold(between_rows, f64::min);
        (each, apart)
    }

    /// The point at so many seats from the left.
    fn point(&self, seats: u64, all: u64, radius: f64) -> (f64, f64) {
        let angle = PI * (1.0 - seats as f64 / all.max(1) as f64);
        self.on(angle, radius)
    }

    /// The sector of `seats` seats after the first `from`.
    fn sector(&self, from: u64, seats: u64, all: u64) -> String {
        let (outer, inner) = (self.outer, self.inner());
        let mut d = String::new();
        let (a, b) = (self.point(from, all, outer), self.point(from + seats, all, outer));
        let (c, e) = (self.point(from + seats, all, inner), self.point(from, all, inner));
        command(&mut d, 'M', &[a.0, a.1]);
        command(&mut d, 'A', &[outer, outer, 0.0, 0.0, 1.0, b.0, b.1]);
        command(&mut d, 'L', &[c.0, c.1]);
        command(&mut d, 'A', &[inner, inner, 0.0, 0.0, 0.0, e.0, e.1]);
        d.push('Z');
        d
    }
}

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
pub(super) fn draw(groups: &[Group], unit: &str, ground: &Ground) -> (Picture, usize) {
    let groups: Vec<&Group> = groups.iter().filter(|group| group.seats > 0).collect();
    let all: u64 = groups.iter().map(|group| group.seats).sum();
    let mut picture = Picture { width: ground.width, height: ground.centre.1 + 24.0, shapes: Vec::new() };
    let mut places = if all <= MOST_DOTS { ground.dots(all as usize) } else { (Vec::new(), 0.0) };
    let mut from = 0;
    for (at, group) in groups.iter().enumerate() {
        let (fill, stroke) = paint(group, at);
        let shapes = if all <= MOST_DOTS {
            let own: Vec<_> = places.0.drain(..group.seats as usize).collect();
            let dot = |(x, y)| Shape::Circle { x, y, r: places.1, fill, stroke };
            own.into_iter().map(dot).collect()
        } else {
            let stroke = Some(stroke.unwrap_or(Paint::Ground));
            vec![Shape::Path { d: ground.sector(from, group.seats, all), fill: Some(fill), stroke }]
        };
        from += group.seats;
        picture.shapes.push(Shape::Group { title: label(group), shapes });
    }
    let labelled = labels(&groups, all, ground, &mut picture);
    let total = grouped(all);
    let fits = width(&total, Size::Large.units()) < 1.8 * ground.inner();
    let (x, y) = ground.centre;
    let size = if fits { Size::Large } else { Size::Bold };
    picture.text((x, y - 20.0), Anchor::Middle, size, Paint::Ink, total);
    picture.text((x, y), Anchor::Middle, Size::Plain, Paint::Muted, unit.to_owned());
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

/// A label that waits for its place: the group, and the height it would best stand at.
struct Waiting {
    group: usize,
    /// The seats before the middle of the group, twice.
    middle: u64,
    y: f64,
}

/// Names of the groups, those of the larger ones where there is no room for all; how many there are.
fn labels(groups: &[&Group], all: u64, ground: &Ground, picture: &mut Picture) -> usize {
    let mut before = 0;
    let middles = groups.iter().map(|group| {
        let middle = 2 * before + group.seats;
        before += group.seats;
        middle
    });
    let middles: Vec<u64> = middles.collect();
    let (left, right): (Vec<usize>, Vec<usize>) =
        (0..groups.len()).partition(|at| middles.get(*at).is_some_and(|middle| *middle <= all));
    let largest = |side: Vec<usize>| {
        let seats = |at: usize| side.get(at).and_then(|group| groups.get(*group)).map_or(0, |g| g.seats);
        let largest = ordered(side.len(), &|a, b| seats(b).cmp(&seats(a)));
        let mut kept: Vec<usize> =
            largest.into_iter().take(LABELS).filter_map(|at| side.get(at).copied()).collect();
        kept.sort_unstable();
        kept
    };
    let (left, mut right) = (largest(left), largest(right));
    let labelled = left.len() + right.len();
    let named = |group: usize| Some((group, *groups.get(group)?, *middles.get(group)?));
    match ground.named {
        Named::Around => {
            // From the bottom up on both sides.
            right.reverse();
            for (side, anchor, sign) in [(left, Anchor::End, -1.0), (right, Anchor::Start, 1.0)] {
                let waiting = side.into_iter().filter_map(named).map(|(group, _, middle)| {
                    let y = ground.point(middle, 2 * all, ground.outer + 18.0).1 + 4.0;
                    Waiting { group, middle, y }
                });
                for label in apart(waiting.collect(), ground) {
                    if let Some(group) = groups.get(label.group) {
                        place(group, &label, (all, ground), (anchor, sign), picture);
                    }
                }
            }
        }
        Named::Below => {
            let all_named: Vec<_> = left.into_iter().chain(right).filter_map(named).collect();
            list(&all_named, (all, ground), picture);
        }
    }
    labelled
}

/// A list of groups under the arc. The number of each stands at the arc as well, those of the larger ones where they would touch.
fn list(named: &[(usize, &Group, u64)], (all, ground): (u64, &Ground), picture: &mut Picture) {
    let first = ground.centre.1 + 46.0;
    for (at, (_, group, _)) in named.iter().enumerate() {
        let (y, seats) = (first + ROW * at as f64, grouped(group.seats));
        let room = ground.width - 28.0 - 12.0 - width(&seats, Size::Plain.units());
        let name = isolated(&cut_name(&group.name, Size::Plain.units(), room));
        picture.text((20.0, y), Anchor::End, Size::Plain, Paint::Muted, grouped(at as u64 + 1));
        picture.text((28.0, y), Anchor::Start, Size::Plain, Paint::Ink, name);
        picture.text((ground.width, y), Anchor::End, Size::Plain, Paint::Ink, seats);
        picture.height = y + 8.0;
    }
    let seats = |at: usize| named.get(at).map_or(0, |(_, group, _)| group.seats);
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for at in ordered(named.len(), &|a, b| seats(b).cmp(&seats(a))) {
        let Some((_, _, middle)) = named.get(at) else { continue };
        let (x, y) = ground.point(*middle, 2 * all, ground.outer + 11.0);
        if placed.iter().all(|other| (x - other.0).hypot(y - other.1) >= LINE) {
            placed.push((x, y));
            picture.text((x, y + 4.0), Anchor::Middle, Size::Plain, Paint::Muted, grouped(at as u64 + 1));
        }
    }
}

/// Moves labels up until none touches the one below it, then down from the top edge.
fn apart(mut labels: Vec<Waiting>, ground: &Ground) -> Vec<Waiting> {
    let mut below = ground.centre.1 + LINE;
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
fn place(
    group: &Group,
    at: &Waiting,
    (all, ground): (u64, &Ground),
    (anchor, sign): (Anchor, f64),
    picture: &mut Picture,
) {
    let (outer, centre) = (ground.outer, ground.centre);
    let off = |away: f64| ground.point(at.middle, 2 * all, outer + away);
    // Beside the arc at this height, and never nearer to the middle than the group itself.
    let height = centre.1 - at.y + 4.0;
    let beside = ((outer + 20.0).powi(2) - height.powi(2)).max(0.0).sqrt();
    let out = beside.max((off(18.0).0 - centre.0).abs()) + 4.0;
    let x = centre.0 + sign * out;
    let figure = [BETWEEN, &grouped(group.seats)].concat();
    let room = ground.width / 2.0 - out - 2.0 - width(&figure, Size::Plain.units());
    let name = cut_name(&group.name, Size::Plain.units(), room);
    picture.line(off(14.0), (x - sign * 3.0, at.y - 4.0), Paint::Grey, Look::Thin);
    picture.text((x, at.y), anchor, Size::Plain, Paint::Ink, [isolated(&name), figure].concat());
}
