//! Attendance against what is needed: a bar for each measure of a sitting, a mark where the quorum begins, the figures in words.
//! Bars that count the same stand on one scale. On a narrow ground name and figures stand above their bar, so that nothing has to be
//! made smaller there.

use super::label::{cut, cut_name, isolated, width};
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size};
use crate::threshold::Measure;

/// Bars that are drawn.
pub(super) const MOST_BARS: usize = 60;

/// Where things stand.
pub(super) struct Ground {
    width: f64,
    /// Where the bars begin, and how far the longest reaches.
    left: f64,
    right: f64,
    /// The height of a sitting.
    row: f64,
    /// How far below its words a bar stands.
    below: f64,
    /// The most that a name and figures may take.
    name: f64,
    figures: f64,
}

/// Name, bar and figures beside each other.
pub(super) const WIDE: Ground =
    Ground { width: 580.0, left: 164.0, right: 390.0, row: 32.0, below: 0.0, name: 150.0, figures: 180.0 };

/// As wide as a telephone shows without making words smaller.
pub(super) const NARROW: Ground =
    Ground { width: 320.0, left: 0.0, right: 320.0, row: 60.0, below: 24.0, name: 320.0, figures: 200.0 };

/// One measure of a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) name: String,
    /// What the name ends with where it tells measures of a sitting apart: that is never cut; else empty.
    pub(super) measure: String,
    /// What it counts, and so which others it is as long as.
    pub(super) counts: Measure,
    pub(super) due: Option<u64>,
    pub(super) present: Option<u64>,
    pub(super) needed: Option<u64>,
    /// Whether those present suffice; `None` where that cannot be said.
    pub(super) met: Option<Met>,
    /// The figures in words.
    pub(super) figures: String,
}

/// Whether a quorum is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    Yes,
    No,
}

/// The picture.
pub(super) fn draw(bars: &[Bar], ground: &Ground) -> Picture {
    let bars = bars.get(..MOST_BARS.min(bars.len())).unwrap_or_default();
    let longest = |counts: Measure| {
        let alike = bars.iter().filter(|bar| bar.counts == counts);
        alike.flat_map(|bar| [bar.due, bar.present, bar.needed]).flatten().max().unwrap_or(0)
    };
    let height = ground.row * bars.len().max(1) as f64 + 8.0;
    let mut picture = Picture { width: ground.width, height, shapes: Vec::new() };
    let size = Size::Plain.units();
    for (at, bar) in bars.iter().enumerate() {
        let longest = longest(bar.counts).max(1);
        let long = |n: u64| (ground.right - ground.left) * n as f64 / longest as f64;
        let words = 4.0 + ground.row * at as f64;
        let y = words + ground.below;
        let figures = cut(&bar.figures, size, ground.figures);
        let room = ground.name.min(ground.width - width(&figures, size) - 16.0);
        let sitting = bar.name.strip_suffix(&bar.measure).unwrap_or(&bar.name);
        let sitting = cut_name(sitting, size, room - width(&bar.measure, size));
        let name = isolated(&[&*sitting, &bar.measure].concat());
        picture.text((0.0, words + 18.0), Anchor::Start, Size::Plain, Paint::Ink, name);
        let fill = match bar.met {
            Some(Met::Yes) => Paint::Accent,
            Some(Met::No) => Paint::Warn,
            None => Paint::Middle,
        };
        let mut shapes = Vec::new();
        if let Some(due) = bar.due {
            let width = long(due);
            shapes.push(Shape::Rect { x: ground.left, y: y + 3.0, width, height: 22.0, fill: Paint::Rule });
        }
        if let Some(present) = bar.present {
            let width = long(present);
            shapes.push(Shape::Rect { x: ground.left, y: y + 8.0, width, height: 12.0, fill });
        }
        let title = [&bar.name, ": ", &bar.figures].concat();
        picture.shapes.push(Shape::Group { title, shapes });
        if let Some(needed) = bar.needed {
            let x = ground.left + long(needed);
            picture.line((x, y), (x, y + 28.0), Paint::Ink, Look::Strong);
        }
        picture.text((ground.width, words + 18.0), Anchor::End, Size::Plain, Paint::Ink, figures);
    }
    picture
}
