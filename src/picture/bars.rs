//! Attendance against what is needed: a bar for each sitting, a mark where the quorum begins, the figures in words.

use super::label::{cut, cut_name, isolated};
use super::shape::{Anchor, Look, Paint, Picture, Shape, Size};

/// Sittings that are drawn.
pub(super) const MOST_BARS: usize = 60;

const WIDTH: f64 = 580.0;
const LEFT: f64 = 150.0;
const RIGHT: f64 = 430.0;
const ROW: f64 = 32.0;

/// One sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) name: String,
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
pub(super) fn draw(bars: &[Bar]) -> Picture {
    let bars = bars.get(..MOST_BARS.min(bars.len())).unwrap_or_default();
    let longest = bars.iter().flat_map(|bar| [bar.due, bar.present, bar.needed]).flatten().max().unwrap_or(0);
    let long = |n: u64| (RIGHT - LEFT) * n as f64 / longest.max(1) as f64;
    let mut picture =
        Picture { width: WIDTH, height: ROW * bars.len().max(1) as f64 + 8.0, shapes: Vec::new() };
    for (at, bar) in bars.iter().enumerate() {
        let y = 4.0 + ROW * at as f64;
        let room = LEFT - 16.0;
        let name = isolated(&cut_name(&bar.name, Size::Plain.units(), room));
        picture.text((0.0, y + 18.0), Anchor::Start, Size::Plain, Paint::Ink, name);
        let fill = match bar.met {
            Some(Met::Yes) => Paint::Accent,
            Some(Met::No) => Paint::Warn,
            None => Paint::Middle,
        };
        let mut shapes = Vec::new();
        if let Some(due) = bar.due {
            let width = long(due);
            shapes.push(Shape::Rect { x: LEFT, y: y + 3.0, width, height: 22.0, fill: Paint::Rule });
        }
        if let Some(present) = bar.present {
            let width = long(present);
            shapes.push(Shape::Rect { x: LEFT, y: y + 8.0, width, height: 12.0, fill });
        }
        let title = [&bar.name, ": ", &bar.figures].concat();
        picture.shapes.push(Shape::Group { title, shapes });
        if let Some(needed) = bar.needed {
            let x = LEFT + long(needed);
            picture.line((x, y), (x, y + 28.0), Paint::Ink, Look::Strong);
        }
        let figures = cut(&bar.figures, Size::Plain.units(), WIDTH - RIGHT - 10.0);
        picture.text((WIDTH, y + 18.0), Anchor::End, Size::Plain, Paint::Ink, figures);
    }
    picture
}
