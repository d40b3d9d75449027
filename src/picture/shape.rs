//! `Picture`: shapes on a ground, each with a paint that the screen gives a theme and a file a colour.

use super::label::{ISOLATES, width};

/// Shapes on a ground of so many units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The width of the ground.
    pub width: f64,
    /// The height of the ground.
    pub height: f64,
    /// From the back to the front.
    pub(super) shapes: Vec<Shape>,
}

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Words and axes.
    Ink,
    /// Less important words.
    Muted,
    /// Thin lines.
    Rule,
    /// The ground itself.
    Ground,
    /// The colour of the house.
    Accent,
    /// Its light tint, for areas.
    Soft,
    /// Between the two.
    Middle,
    /// Grey.
    Grey,
    /// What is marked.
    Mark,
    /// What is amiss.
    Warn,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Circle {
        x: f64,
        y: f64,
        r: f64,
        fill: Paint,
        stroke: Option<Paint>,
    },
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        fill: Paint,
    },
    Line {
        from: (f64, f64),
        to: (f64, f64),
        stroke: Paint,
        look: Look,
    },
    Path {
        d: String,
        fill: Option<Paint>,
        stroke: Option<Paint>,
    },
    Text {
        x: f64,
        y: f64,
        anchor: Anchor,
        size: Size,
        fill: Paint,
        text: String,
    },
    /// Shapes that belong together, and what they are.
    Group {
        title: String,
        shapes: Vec<Shape>,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Thin,
    Strong,
    Dashed,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The size of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Plain,
    Bold,
    Large,
}

/// A shape as an element of SVG without its paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Element<'a> {
    /// The name of the element.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What it is filled with; `None` for nothing.
    pub fill: Option<Paint>,
    /// What it is drawn with.
    pub stroke: Option<Paint>,
    /// Its text.
    pub text: &'a str,
    /// What is inside.
    pub children: Vec<Element<'a>>,
}

impl Paint {
    /// The class of the page's style sheet for something filled with it.
    pub const fn fill(self) -> &'static str {
        match self {
            Self::Ink => "fill-ink",
            Self::Muted => "fill-muted",
            Self::Rule => "fill-rule",
            Self::Ground => "fill-ground",
            Self::Accent => "fill-accent",
            Self::Soft => "fill-soft",
            Self::Middle => "fill-middle",
            Self::Grey => "fill-grey",
            Self::Mark => "fill-mark",
            Self::Warn => "fill-warn",
        }
    }

    /// The class for something drawn with it.
    pub const fn stroke(self) -> &'static str {
        match self {
            Self::Ink => "stroke-ink",
            Self::Muted => "stroke-muted",
            Self::Rule => "stroke-rule",
            Self::Ground => "stroke-ground",
            Self::Accent => "stroke-accent",
            Self::Soft => "stroke-soft",
            Self::Middle => "stroke-middle",
            Self::Grey => "stroke-grey",
            Self::Mark => "stroke-mark",
            Self::Warn => "stroke-warn",
        }
    }

    /// The colour in a file, which is always light.
    pub const fn light(self) -> &'static str {
        match self {
            Self::Ink => "#1d2126",
            Self::Muted => "#5a626b",
            Self::Rule => "#d9d6cf",
            Self::Ground => "#ffffff",
            Self::Accent => "#1f4e79",
            Self::Soft => "#e4edf5",
            Self::Middle => "#5b8db8",
            Self::Grey => "#8f958f",
            Self::Mark => "#b8680a",
            Self::Warn => "#a3341d",
        }
    }
}

impl Size {
    /// In units of the ground.
    pub(super) const fn units(self) -> f64 {
        match self {
            Self::Plain | Self::Bold => 13.0,
            Self::Large => 30.0,
        }
    }
}

/// A coordinate with at most two decimals; what is no number is nought.
pub(super) fn coordinate(x: f64) -> String {
    let hundredths = (x * 100.0).round() as i64;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    let mut text = [sign, &whole.to_string()].concat();
    if rest > 0 {
        text.push('.');
        text.push(char::from(b'0' + (rest / 10) as u8));
        if rest % 10 > 0 {
            text.push(char::from(b'0' + (rest % 10) as u8));
        }
    }
    text
}

/// Appends a command with its numbers to the data of a path.
pub(super) fn command(d: &mut String, letter: char, numbers: &[f64]) {
    d.push(letter);
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            d.push(' ');
        }
        d.push_str(&coordinate(*number));
    }
}

impl Picture {
    /// The elements, from the back to the front.
    pub fn elements(&self) -> Vec<Element<'_>> {
        self.shapes.iter().map(Shape::element).collect()
    }

    /// Writes a text; one that would reach over an edge is moved in, since what is beyond is cut off.
    pub(super) fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, size: Size, fill: Paint, text: String) {
        let wide = width(text.trim_matches(ISOLATES), size.units());
        let (before, behind) = match anchor {
            Anchor::Start => (0.0, wide),
            Anchor::Middle => (wide / 2.0, wide / 2.0),
            Anchor::End => (wide, 0.0),
        };
        let x = x.min(self.width - behind).max(before);
        self.shapes.push(Shape::Text { x, y, anchor, size, fill, text });
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Paint, look: Look) {
        self.shapes.push(Shape::Line { from, to, stroke, look });
    }
}

impl Shape {
    fn element(&self) -> Element<'_> {
        let plain = |tag| Element {
            tag,
            attributes: Vec::new(),
            fill: None,
            stroke: None,
            text: "",
            children: Vec::new(),
        };
        let numbers = |list: &[(&'static str, f64)]| {
            list.iter().map(|(name, number)| (*name, coordinate(*number))).collect::<Vec<_>>()
        };
        match self {
            Self::Circle { x, y, r, fill, stroke } => Element {
                attributes: numbers(&[("cx", *x), ("cy", *y), ("r", *r)]),
                fill: Some(*fill),
                stroke: *stroke,
                ..plain("circle")
            },
            Self::Rect { x, y, width, height, fill } => Element {
                attributes: numbers(&[("x", *x), ("y", *y), ("width", *width), ("height", *height)]),
                fill: Some(*fill),
                ..plain("rect")
            },
            Self::Line { from, to, stroke, look } => {
                let mut attributes = numbers(&[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)]);
                match look {
                    Look::Thin => {}
                    Look::Strong => attributes.push(("stroke-width", "2".to_owned())),
                    Look::Dashed => attributes.push(("stroke-dasharray", "4 3".to_owned())),
                }
                Element { attributes, stroke: Some(*stroke), ..plain("line") }
            }
            Self::Path { d, fill, stroke } => {
                let mut attributes = vec![("d", d.clone())];
                if stroke.is_some() {
                    attributes.push(("stroke-width", "2".to_owned()));
                }
                Element { attributes, fill: *fill, stroke: *stroke, ..plain("path") }
            }
            Self::Text { x, y, anchor, size, fill, text } => {
                let mut attributes = numbers(&[("x", *x), ("y", *y), ("font-size", size.units())]);
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                attributes.push(("text-anchor", anchor.to_owned()));
                if *size != Size::Plain {
                    attributes.push(("font-weight", "600".to_owned()));
                }
                Element { attributes, fill: Some(*fill), text, ..plain("text") }
            }
            Self::Group { title, shapes } => {
                let title = Element { text: title, ..plain("title") };
                let children = std::iter::once(title).chain(shapes.iter().map(Self::element)).collect();
                Element { children, ..plain("g") }
            }
        }
    }
}
