//! The drawings for narrow screens.

use super::{circles, flat, houses, report, table, texts};
use crate::language::Language;
use crate::picture::Chart;
use crate::picture::arc::{self, Belongs, Group};
use crate::picture::bars::{self, Bar, Met};
use crate::picture::chart::Kind;
use crate::picture::label::{ISOLATES, width};
use crate::picture::shape::{Anchor, Paint, Picture, Shape, Size};
use crate::scenario::example;
use crate::threshold::Measure;

fn bar(name: &str, figures: &str) -> Bar {
    let (due, present, needed) = (Some(400), Some(200), Some(201));
    let counts = Measure::Heads;
    Bar {
        name: name.to_owned(),
        measure: String::new(),
        counts,
        due,
        present,
        needed,
        met: Some(Met::No),
        figures: figures.to_owned(),
    }
}

/// The words that reach over an edge.
pub(super) fn beyond(picture: &Picture) -> Vec<(f64, f64, String)> {
    let reach = |shape: &Shape| match shape {
        Shape::Text { x, anchor, size, text, .. } => {
            let wide = width(text.trim_matches(ISOLATES), size.units());
            let from = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - wide / 2.0,
                Anchor::End => x - wide,
            };
            Some((from, from + wide, text.clone()))
        }
        _ => None,
    };
    let reaching = flat(picture).into_iter().filter_map(reach);
    reaching.filter(|(from, to, _)| *from < -1.0 || *to > picture.width + 1.0).collect()
}

/// Each group has its name and seats in a line, and its number both there and at the arc, in the order around it.
#[test]
fn groups_of_an_assembly_are_listed_by_number() {
    let group = |n: u64| Group {
        name: format!("Delegation {n} of the city"),
        seats: 10 + n,
        belongs: Belongs::Together,
    };
    let groups: Vec<Group> = (1..=15).map(group).collect();
    let (picture, labelled) = arc::draw(&groups, "seats", &arc::NARROW);
    assert_eq!((labelled, beyond(&picture)), (15, vec![]));
    let drawn = texts(&picture);
    for n in 1..=15u64 {
        let line = drawn.iter().find(|(_, _, text)| text.contains(&format!("Delegation {n} of"))).unwrap();
        let beside: Vec<&String> =
            drawn.iter().filter(|(_, y, _)| *y == line.1).map(|(.., text)| text).collect();
        assert_eq!(beside, [&n.to_string(), &line.2, &(10 + n).to_string()]);
    }
    // At the arc from the left to the right.
    let mut at_arc: Vec<(f64, u64)> = drawn
        .iter()
        .filter(|(_, y, _)| *y < 158.0)
        .filter_map(|(x, _, text)| Some((*x, text.parse().ok()?)))
        .filter(|(_, n)| *n <= 15)
        .collect();
    at_arc.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert_eq!(at_arc.iter().map(|(_, n)| *n).collect::<Vec<_>>(), (1..=15).collect::<Vec<_>>());
}

/// Of many units the extremes are named above all dots and below them, each with its figure.
#[test]
fn extremes_of_many_stand_over_their_field() {
    let units = (0..200).map(|n| (format!("Unit of the {n}th district of the city"), 100 + n * n));
    let report = table(units, 400);
    let chart = Chart::of(&report, Kind::Deviations, Language::English);
    let narrow = chart.narrow.as_ref().unwrap();
    assert_eq!(beyond(narrow), []);
    let named: Vec<f64> =
        texts(narrow).iter().filter(|(_, _, text)| text.contains("city")).map(|(_, y, _)| *y).collect();
    let dots: Vec<f64> = circles(narrow).iter().map(|(_, y, _)| *y).collect();
    let (first, last) =
        (dots.iter().copied().fold(f64::MAX, f64::min), dots.iter().copied().fold(0.0, f64::max));
    assert_eq!((named.len(), dots.len()), (12, 200));
    assert_eq!(named.iter().filter(|y| **y < first).count(), 6);
    assert_eq!(named.iter().filter(|y| **y > last).count(), 6);
    assert!(named.iter().all(|y| *y < narrow.height), "{named:?}");
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

/// Both drawings of a chart say the same words, whole; of a scale the narrow one may name fewer steps.
#[test]
fn the_narrow_drawing_says_what_the_wide_one_says() {
    for language in Language::ALL {
        let report = report(example(language));
        let said = |picture: &Picture| texts(picture).into_iter().map(|(.., text)| text).collect::<Vec<_>>();
        for chart in [Chart::attendance(&report, language), Chart::of(&report, Kind::Lorenz, language)] {
            let narrow = chart.narrow.as_ref().unwrap();
            assert_eq!(said(narrow), said(&chart.picture));
            assert_eq!((narrow.width, beyond(narrow)), (320.0, vec![]));
        }
        let houses = houses(&report, 0, 490..=510);
        for chart in [Kind::Deviations, Kind::PerSeat]
            .map(|kind| Chart::of(&report, kind, language))
            .into_iter()
            .chain([Chart::sweep(&report, 0, &houses, language)])
        {
            let narrow = chart.narrow.as_ref().unwrap();
            let (narrow_said, wide) = (said(narrow), said(&chart.picture));
            let words = |text: &&String| text.chars().any(char::is_alphabetic);
            assert_eq!(
                narrow_said.iter().filter(words).collect::<Vec<_>>(),
                wide.iter().filter(words).collect::<Vec<_>>()
            );
            assert_eq!((narrow.width, beyond(narrow)), (320.0, vec![]));
        }
    }
}
