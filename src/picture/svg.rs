//! The standalone file: one SVG with title, picture, source figures and notes, light, in the language of its words, without
//! anything from elsewhere. Source: W3C, "Scalable Vector Graphics (SVG) 2"; XML 1.0 for the characters a text may hold.

use super::chart::Chart;
use super::label::lines;
use super::shape::{Anchor, Element, Paint, Picture, Shape, Size};
use crate::language::Language;

/// The fonts of the page, all of the system.
const FONTS: &str = "Segoe UI, Helvetica Neue, Arial, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif";

/// The margin around everything, and the distance of lines.
const MARGIN: f64 = 24.0;
const LINE: f64 = 19.0;

/// The file as text, and its size in pixels.
pub fn file(chart: &Chart, language: Language) -> (String, (u32, u32)) {
    let picture = &chart.picture;
    let room = picture.width;
    let mut head = Picture::default();
    let mut y = MARGIN;
    let mut write = |texts: &[&str], size: Size, fill: Paint, y: &mut f64| {
        for line in texts.iter().flat_map(|text| lines(text, size.units(), room)) {
            *y += LINE;
            head.text((MARGIN, *y), Anchor::Start, size, fill, line);
        }
    };
    write(&[&chart.title], Size::Bold, Paint::Ink, &mut y);
    write(&[&chart.congress], Size::Plain, Paint::Muted, &mut y);
    y += 14.0;
    let top = y;
    y += picture.height + 4.0;
    write(&[&chart.sentence], Size::Plain, Paint::Ink, &mut y);
    let notes: Vec<&str> = chart.notes.iter().map(String::as_str).chain([chart.source.as_str()]).collect();
    write(&notes, Size::Plain, Paint::Muted, &mut y);
    let (width, height) = (room + 2.0 * MARGIN, y + MARGIN);
    let mut out = String::new();
    let size = |n: f64| (n.ceil() as u32).to_string();
    let (w, h) = (size(width), size(height));
    let root = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"",
        language.tag(),
        "\" lang=\"",
        language.tag(),
        "\" width=\"",
        &w,
        "\" height=\"",
        &h,
        "\" viewBox=\"0 0 ",
        &w,
        " ",
        &h,
        "\" role=\"img\" font-family=\"",
        FONTS,
        "\">\n<title>",
    ];
    root.iter().for_each(|part| out.push_str(part));
    escape(&mut out, &chart.title);
    out.push_str("</title>\n<desc>");
    escape(&mut out, &chart.figures());
    out.push_str("</desc>\n");
    let ground =
        Shape::Rect { x: 0.0, y: 0.0, width: width.ceil(), height: height.ceil(), fill: Paint::Ground };
    let ground = Picture { shapes: vec![ground], ..Picture::default() };
    ground.elements().iter().chain(head.elements().iter()).for_each(|element| element.write(&mut out));
    let place = [super::shape::coordinate(MARGIN), super::shape::coordinate(top)].join(" ");
    out.push_str(&["<g transform=\"translate(", &place, ")\">\n"].concat());
    picture.elements().iter().for_each(|element| element.write(&mut out));
    out.push_str("</g>\n</svg>\n");
    (out, (width.ceil() as u32, height.ceil() as u32))
}

/// Appends a text as XML: marks escaped, characters that XML has no place for left out.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

/// Appends an attribute.
fn attribute(out: &mut String, name: &str, value: &str) {
    out.push_str(&[" ", name, "=\""].concat());
    escape(out, value);
    out.push('"');
}

impl Element<'_> {
    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            attribute(out, name, value);
        }
        match (self.fill, self.stroke) {
            (Some(fill), _) => attribute(out, "fill", fill.light()),
            (None, Some(_)) => attribute(out, "fill", "none"),
            (None, None) => {}
        }
        if let Some(stroke) = self.stroke {
            attribute(out, "stroke", stroke.light());
        }
        out.push('>');
        escape(out, self.text);
        self.children.iter().for_each(|child| child.write(out));
        out.push_str(&["</", self.tag, ">\n"].concat());
    }
}
