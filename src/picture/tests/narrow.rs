//! The drawings for narrow screens.

use super::{flat, report, texts};
use crate::language::Language;
use crate::picture::Chart;
use crate::picture::bars::{self, Bar, Met};
use crate::picture::label::width;
use crate::picture::shape::{Paint, Shape, Size};
use crate::scenario::example;

fn bar(name: &str, figures: &str) -> Bar {
    let (due, present, needed) = (Some(400), Some(200), Some(201));
    Bar { name: name.to_owned(), due, present, needed, met: Some(Met::No), figures: figures.to_owned() }
}

#[test]
fn words_of_a_sitting_stand_above_its_bar() {
    let picture = bars::draw(&[bar("Opening", "200 < 201"), bar("Closing", "200 < 201")], &bars::NARROW);
    let bars: Vec<(f64, f64, f64, Paint)> = flat(&picture)
        .into_iter()
        .filter_map(|shape| match shape {
            Shape::Rect { x, y, width, fill, .. } => Some((*x, *y, *width, *fill)),
            _ => None,
        })
        .collect();
    let across: Vec<_> = bars.iter().map(|(x, _, width, fill)| (*x, *width, *fill)).collect();
    let one = [(0.0, 320.0, Paint::Rule), (0.0, 160.0, Paint::Warn)];
    assert_eq!(across, [one, one].concat());
    let lines: Vec<f64> = texts(&picture).iter().map(|(_, y, _)| *y).collect();
    assert_eq!(lines, [22.0, 22.0, 82.0, 82.0]);
    // The pale bars begin below their own words and end above the next ones.
    assert_eq!((bars[0].1, bars[2].1), (31.0, 91.0));
    assert!(picture.height >= 91.0 + 22.0);
}

/// The figures first; the name has what they leave.
#[test]
fn a_long_name_and_long_figures_do_not_touch() {
    let long = "The second plenary session of the twelfth municipal congress, held in two halls";
    for figures in ["200 < 201", "1,234,567,890 < 1,234,567,891, not met", "尚未报告，需 1,234,567,890"]
    {
        let picture = bars::draw(&[bar(long, figures)], &bars::NARROW);
        let drawn = texts(&picture);
        let wide = |at: usize| {
            let text = drawn[at].2.trim_matches(['\u{2068}', '\u{2069}']);
            width(text, Size::Plain.units())
        };
        assert!(wide(0) + wide(1) <= 320.0 - 16.0 && wide(0) > 60.0, "{drawn:?}");
        assert!(drawn[0].2.contains("alls"), "names differ at their end: {drawn:?}");
    }
}

/// Both drawings of a chart say the same words, whole.
#[test]
fn the_narrow_drawing_says_what_the_wide_one_says() {
    for language in Language::ALL {
        let chart = Chart::attendance(&report(example(language)), language);
        let said = |picture| texts(picture).into_iter().map(|(.., text)| text).collect::<Vec<_>>();
        let narrow = chart.narrow.as_ref().unwrap();
        assert_eq!(said(narrow), said(&chart.picture));
        assert_eq!(narrow.width, 320.0);
    }
}
