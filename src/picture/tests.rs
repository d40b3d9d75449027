//! Known places first, then what must hold for every size, then hostile scenarios: every chart draws, and its file is XML.

mod narrow;
mod reach;

use super::arc::{self, Belongs, Group};
use super::axis::number;
use super::bars::{Bar, Met};
use super::shape::{Paint, Shape};
use super::steps::{self, Paradox, Step};
use super::*;
use crate::index::{Lorenz, Shares};
use crate::language::Language;
use crate::num::{Ratio, Seats, Weight};
use crate::scenario::arbitrary::scenario as any_scenario;
use crate::scenario::{Action, Name, Report, Scenario, UnitEdit, apply, derive, example, houses};
use crate::threshold::Measure;
use proptest::prelude::*;
use std::cmp::Ordering;
use std::rc::Rc;

fn report(scenario: Scenario) -> Report {
    derive(&Rc::new(scenario), None)
}

/// A scenario of units with members and, where given, seats by hand.
pub(super) fn table(rows: impl Iterator<Item = (String, u64)>, house: u32) -> Report {
    let draft = |(name, members): (String, u64)| {
        vec![
            UnitEdit::Name(Name::new(&name).unwrap_or_default()),
            UnitEdit::Members(Weight::new(members).unwrap()),
        ]
    };
    let drafts = rows.map(draft).collect();
    let scenario = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts }).unwrap();
    let house = Action::SetHouse(Seats::new(house).unwrap());
    report(apply(&scenario, &house).unwrap_or(scenario))
}

fn group(name: &str, seats: u64) -> Group {
    Group { name: name.to_owned(), seats, belongs: Belongs::Together }
}

/// Every shape, those in groups too.
fn flat(picture: &Picture) -> Vec<&Shape> {
    fn walk<'a>(shapes: &'a [Shape], out: &mut Vec<&'a Shape>) {
        for shape in shapes {
            out.push(shape);
            if let Shape::Group { shapes, .. } = shape {
                walk(shapes, out);
            }
        }
    }
    let mut out = Vec::new();
    walk(&picture.shapes, &mut out);
    out
}

fn circles(picture: &Picture) -> Vec<(f64, f64, f64)> {
    let circle = |shape: &&Shape| match shape {
        Shape::Circle { x, y, r, .. } => Some((*x, *y, *r)),
        _ => None,
    };
    flat(picture).iter().filter_map(circle).collect()
}

/// The circles of each group.
fn by_group(picture: &Picture) -> Vec<(String, usize)> {
    let one = |shape: &Shape| match shape {
        Shape::Group { title, shapes } => Some((title.clone(), shapes.len())),
        _ => None,
    };
    picture.shapes.iter().filter_map(one).collect()
}

/// The two coordinates of every text.
pub(super) fn texts(picture: &Picture) -> Vec<(f64, f64, String)> {
    let text = |shape: &&Shape| match shape {
        Shape::Text { x, y, text, .. } => Some((*x, *y, text.clone())),
        _ => None,
    };
    flat(picture).iter().filter_map(text).collect()
}

#[test]
fn seats_stand_where_they_must() {
    let (one, r) = arc::WIDE.dots(1);
    assert_eq!(one.len(), 1);
    assert!(
        (one[0].0 - 400.0).abs() < 1e-9 && (one[0].1 - 52.0).abs() < 1e-9 && r > 0.0,
        "one seat stands on top: {one:?}"
    );
    let (two, _) = arc::WIDE.dots(2);
    assert!(two[0].0 < 400.0 && two[1].0 > 400.0 && (two[0].0 + two[1].0 - 800.0).abs() < 1e-9, "{two:?}");
    assert!(arc::WIDE.dots(0).0.is_empty());
    let (picture, labelled) =
        arc::draw(&[group("A", 3), group("None", 0), group("B", 1)], "seats", &arc::WIDE);
    assert_eq!(by_group(&picture), [("A · 3".to_owned(), 3), ("B · 1".to_owned(), 1)]);
    assert_eq!(labelled, 2);
    let left = circles(&picture);
    assert!(left[..3].iter().all(|a| a.0 < left[3].0), "the first group is on the left: {left:?}");
}

#[test]
fn beyond_dots_every_group_is_a_sector_that_begins_where_the_last_one_ended() {
    let groups: Vec<Group> = (1..=40).map(|n| group(&format!("G{n}"), n * 50)).collect();
    let (picture, _) = arc::draw(&groups, "seats", &arc::WIDE);
    let numbers = |d: &str| -> Vec<f64> {
        d.split(|c: char| c.is_ascii_alphabetic() || c == ' ').filter_map(|part| part.parse().ok()).collect()
    };
    let mut before = None;
    let mut sectors = 0;
    for shape in flat(&picture) {
        let Shape::Path { d, .. } = shape else { continue };
        let numbers = numbers(d);
        let (from, to) = ((numbers[0], numbers[1]), (numbers[7], numbers[8]));
        assert!(before.is_none_or(|before| before == from), "{d}");
        before = Some(to);
        sectors += 1;
    }
    assert_eq!(sectors, 40);
    assert_eq!(before, Some((630.0, 282.0)), "the last one ends at the right");
    assert_eq!(by_group(&picture).len(), 40);
}

#[test]
fn a_hundred_thousand_units_are_one_picture_that_says_what_it_left_out() {
    let crowd = table((0..100_000).map(|n| (format!("Unit {n}"), 1 + n * 7919 % 5000)), 1 << 20);
    for kind in Kind::ALL {
        let chart = Chart::of(&crowd, kind, Language::English);
        let shapes = flat(&chart.picture).len();
        assert!(shapes < 2_500, "{kind:?}: {shapes}");
        assert!(chart.table.rows.len() <= 300);
        assert!(!chart.notes.is_empty() && !chart.sentence.is_empty());
        let (text, _) = file(&chart, Language::English);
        assert!(text.len() < 400_000, "{kind:?}: {}", text.len());
    }
    let arc = Chart::of(&crowd, Kind::Assembly, Language::English);
    assert!(
        arc.notes.iter().any(|note| note.starts_with("The 59 largest of ") && note.contains("groups")),
        "{:?}",
        arc.notes
    );
    let dots = Chart::of(&crowd, Kind::Deviations, Language::English);
    assert!(circles(&dots.picture).len() <= 1_012);
    assert!(dots.notes.iter().any(|note| note.contains("of 100,000 units are drawn")), "{:?}", dots.notes);
}

#[test]
fn nothing_is_drawn_where_there_is_nothing_and_words_say_so() {
    let empty = report(Scenario::blank());
    let without_members = table([("A", 0), ("B", 0)].map(|(name, n)| (name.to_owned(), n)).into_iter(), 10);
    for report in [&empty, &without_members] {
        for kind in [Kind::Deviations, Kind::Lorenz] {
            for language in Language::ALL {
                let chart = Chart::of(report, kind, language);
                assert!(chart.is_empty() && !chart.sentence.is_empty(), "{kind:?}");
            }
        }
    }
    assert!(Chart::of(&empty, Kind::Assembly, Language::Chinese).is_empty());
    assert!(Chart::of(&empty, Kind::PerSeat, Language::Chinese).is_empty());
}

#[test]
fn the_example_draws_with_its_published_numbers() {
    for language in Language::ALL {
        let report = report(example(language));
        let arc = Chart::of(&report, Kind::Assembly, language);
        assert_eq!(circles(&arc.picture).len(), 500);
        assert_eq!(by_group(&arc.picture).len(), 15);
        let label = |name: &str| texts(&arc.picture).iter().any(|(_, _, text)| text.contains(name));
        let row = |at: usize| arc.table.rows[at][0].chars().take(4).collect::<String>();
        assert!((0..15).all(|at| label(&row(at))), "every delegation has its label");
        let dots = Chart::of(&report, Kind::Deviations, language);
        assert_eq!(circles(&dots.picture).len(), 30);
        let lorenz = Chart::of(&report, Kind::Lorenz, language);
        assert_eq!(lorenz.table.rows.last().unwrap()[1], "100.0%");
        assert!(lorenz.sentence.contains("0.0"), "{}", lorenz.sentence);
        let attendance = Chart::attendance(&report, language);
        assert!(texts(&attendance.picture).iter().any(|(_, _, text)| text.contains("470 ≥ 243")));
        assert!(arc.notes.len() == 1, "the figures are an example, and the picture says so");
    }
}

#[test]
fn labels_do_not_touch() {
    let groups: Vec<Group> = (0..60).map(|n| group("A delegation of some length", 1 + n % 3)).collect();
    let (picture, labelled) = arc::draw(&groups, "seats", &arc::WIDE);
    assert_eq!(labelled, 34, "seventeen on each side");
    let mut labels: Vec<(bool, f64)> = texts(&picture)
        .into_iter()
        .filter(|(_, _, text)| text.contains("delegation"))
        .map(|(x, y, _)| (x < 400.0, y))
        .collect();
    labels.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    for pair in labels.windows(2) {
        assert!(pair[0].0 != pair[1].0 || pair[1].1 - pair[0].1 >= 15.9, "{pair:?}");
    }
    assert!(labels.iter().all(|(_, y)| *y > 8.0 && *y < picture.height), "{labels:?}");
}

#[test]
fn dots_stand_at_their_deviation_on_a_symmetric_scale() {
    let values: Vec<super::dots::Deviating> = vec![
        (0, Ordering::Less, Ratio::new(1, 2).unwrap()),
        (1, Ordering::Greater, Ratio::new(1, 4).unwrap()),
        (2, Ordering::Equal, Ratio::ZERO),
    ];
    let drawn = super::dots::draw(&values, &|row| format!("Unit {row}"), &super::dots::WIDE);
    assert_eq!(drawn.order, [1, 2, 0]);
    let at: Vec<f64> = circles(&drawn.picture).iter().map(|(x, _, _)| *x).collect();
    // The scale reaches 0.6 in three steps of 0.2; nought lies at 497.5, each side is 227.5 wide.
    for (x, expected) in at.iter().zip([497.5 + 227.5 * 0.25 / 0.6, 497.5, 497.5 - 227.5 * 0.5 / 0.6]) {
        assert!((x - expected).abs() < 1e-6, "{at:?}");
    }
    let words: Vec<String> = texts(&drawn.picture).into_iter().map(|(_, _, text)| text).collect();
    for tick in ["−0.6", "−0.2", "0", "+0.4", "+0.6", "−0.500", "+0.250"] {
        assert!(words.iter().any(|text| text == tick), "{tick} in {words:?}");
    }
}

#[test]
fn the_curve_of_equal_shares_is_the_diagonal() {
    let of = |members: &[u32], seats: &[u16]| {
        let members: Vec<_> = members.iter().map(|n| Weight::from(*n)).collect();
        let seats: Vec<_> = seats.iter().map(|n| Seats::from(*n)).collect();
        Lorenz::of(&Shares::new(&members, &seats).unwrap())
    };
    let equal = of(&[10, 20], &[1, 2]);
    assert_eq!(equal.gini_decimal(5), "0.00000");
    assert_eq!(equal.seats_of(3, 10), Ratio::new(30, 1));
    let half = of(&[10, 10], &[0, 4]);
    assert_eq!(half.gini_decimal(5), "0.50000");
    assert_eq!(
        (half.seats_of(5, 10), half.seats_of(6, 10), half.seats_of(10, 10)),
        (Some(Ratio::ZERO), Ratio::new(20, 1), Ratio::new(100, 1))
    );
    // A third, rounded by integers.
    assert_eq!(of(&[1, 2], &[2, 1]).gini_decimal(4), "0.3333");
}

#[test]
fn a_paradox_is_marked_and_the_own_one_otherwise() {
    let step = |house, seats, paradox| Step { house, seats: Some((seats, seats)), paradox };
    let steps = [
        step(10, 2, Paradox::None),
        step(11, 1, Paradox::Own),
        step(12, 1, Paradox::Other),
        Step { house: 13, seats: None, paradox: Paradox::None },
        Step { house: 14, seats: Some((2, 3)), paradox: Paradox::None },
    ];
    let drawn = steps::draw(&steps, "House", &steps::WIDE);
    assert_eq!((drawn.marks, by_group(&drawn.picture).len()), (2, 2));
    let paths: Vec<(Option<Paint>, Option<Paint>)> = flat(&drawn.picture)
        .into_iter()
        .filter_map(|shape| match shape {
            Shape::Path { fill, stroke, .. } => Some((*fill, *stroke)),
            _ => None,
        })
        .collect();
    let heads = [(Some(Paint::Warn), Some(Paint::Warn)), (Some(Paint::Ground), Some(Paint::Mark))];
    assert_eq!(paths, [heads[0], heads[1], (Some(Paint::Soft), None), (None, Some(Paint::Accent))]);
    assert!(steps::draw(&[], "House", &steps::WIDE).marks == 0);
    let million: Vec<Step> = (1..=1_000_000).map(|house| step(house, house / 3, Paradox::Other)).collect();
    let drawn = steps::draw(&million, "House", &steps::WIDE);
    assert!(drawn.marks == steps::MOST_MARKS && flat(&drawn.picture).len() < 1_000);
}

#[test]
fn attendance_is_a_bar_and_a_mark_on_one_scale() {
    let bar = Bar {
        name: "Opening".to_owned(),
        measure: String::new(),
        counts: Measure::Heads,
        due: Some(400),
        present: Some(200),
        needed: Some(201),
        met: Some(Met::No),
        figures: "200 < 201".to_owned(),
    };
    let picture = super::bars::draw(&[bar], &super::bars::WIDE);
    let widths: Vec<(f64, Paint)> = flat(&picture)
        .into_iter()
        .filter_map(|shape| match shape {
            Shape::Rect { width, fill, .. } => Some((*width, *fill)),
            _ => None,
        })
        .collect();
    let [(all, Paint::Rule), (half, Paint::Warn)] = widths.as_slice() else { panic!("{widths:?}") };
    assert!(*all > 200.0 && half * 2.0 == *all, "{widths:?}");
}

#[test]
fn the_sweep_of_alabama_is_marked() {
    let table = table([("A", 6), ("B", 6), ("C", 2)].map(|(name, n)| (name.to_owned(), n)).into_iter(), 10);
    let found = houses(&table, 2, 1..=11);
    let chart = Chart::sweep(&table, 2, &found, Language::English);
    assert!(by_group(&chart.picture).len() == 2, "{:?}", by_group(&chart.picture));
    assert!(
        chart.table.rows.iter().any(|row| row[0] == "4" && row[2].contains('C')),
        "{:?}",
        chart.table.rows
    );
    assert!(Chart::sweep(&table, 2, &[], Language::English).is_empty());
}

/// The names of elements and whether they close; panics where it is no XML that this understands.
fn parsed(text: &str) -> Vec<String> {
    let (mut open, mut names, mut rest) = (Vec::new(), Vec::new(), text);
    while let Some(at) = rest.find('<') {
        let words = &rest[..at];
        assert!(!words.contains('>'), "{words}");
        for entity in words.split('&').skip(1) {
            assert!(
                ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| entity.starts_with(known)),
                "{words}"
            );
        }
        let end = rest[at..].find('>').unwrap() + at;
        let tag = &rest[at + 1..end];
        assert!(!tag.contains('<'));
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None => {
                let name = tag.split(' ').next().unwrap().to_owned();
                names.push(name.clone());
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{open:?}");
    names
}

#[test]
fn hostile_names_are_words_in_the_file() {
    let names = ["</title><script>alert(1)</script>", "\"'&amp;<![CDATA[", "\u{202e}abc", "]]>"];
    let report = table(names.into_iter().map(|name| (name.to_owned(), 10)), 8);
    for kind in Kind::ALL {
        let chart = Chart::of(&report, kind, Language::English);
        let (text, (width, height)) = file(&chart, Language::English);
        let known = ["svg", "title", "desc", "rect", "text", "g", "circle", "line", "path"];
        let strange: Vec<String> =
            parsed(&text).into_iter().filter(|name| !known.contains(&&**name)).collect();
        assert!(strange.is_empty(), "{strange:?}");
        assert!(!text.contains("<script") && !text.contains("href") && !text.contains("url("));
        assert!(width == 848 && height > 200);
        assert!(text.contains("xml:lang=\"en\""));
    }
}

/// Sizes that people and the hostile choose.
fn sizes() -> impl Strategy<Value = u64> {
    prop_oneof![0..20u64, 0..600u64, 0..1u64 << 20]
}

proptest! {
    #[test]
    fn every_seat_is_drawn_once_and_none_touches_another(seats in 0..=600usize) {
        let (places, r) = arc::WIDE.dots(seats);
        prop_assert_eq!(places.len(), seats);
        for (at, a) in places.iter().enumerate() {
            prop_assert!(a.0 >= 150.0 && a.0 <= 650.0 && a.1 > 30.0 && a.1 < 283.0);
            for b in &places[..at] {
                let apart = (a.0 - b.0).hypot(a.1 - b.1);
                prop_assert!(apart >= 2.0 * r, "{a:?} {b:?} {r}");
            }
        }
    }

    #[test]
    fn an_arc_of_any_groups_draws_each_of_them(seats in proptest::collection::vec(sizes(), 0..60)) {
        let groups: Vec<Group> = seats.iter().map(|n| group("G", *n)).collect();
        let (picture, labelled) = arc::draw(&groups, "seats", &arc::WIDE);
        let held = seats.iter().filter(|n| **n > 0).count();
        prop_assert_eq!(by_group(&picture).len(), held);
        prop_assert!(labelled <= held);
        let all: u64 = seats.iter().sum();
        if all <= arc::MOST_DOTS {
            prop_assert_eq!(circles(&picture).len() as u64, all);
        }
    }

    #[test]
    fn bins_hold_every_value_once(values in proptest::collection::vec((0..1u64 << 43, 1..1u64 << 20), 1..80)) {
        let values: Vec<Ratio> = values.into_iter().filter_map(|(n, d)| Ratio::new(n, d)).collect();
        let bins = super::histogram::bins(&values);
        prop_assert!(bins.len() <= 12);
        for bin in &bins {
            let inside = values.iter().filter(|value| **value >= bin.from && **value < bin.to).count() as u64;
            prop_assert_eq!(inside, bin.count);
        }
        prop_assert_eq!(bins.iter().map(|bin| bin.count).sum::<u64>(), values.len() as u64);
    }

    #[test]
    fn gini_in_integers_is_the_one_in_floats(units in proptest::collection::vec((0..1u32 << 31, 0..u16::MAX), 1..40)) {
        let members: Vec<_> = units.iter().map(|(n, _)| Weight::from(*n)).collect();
        let seats: Vec<_> = units.iter().map(|(_, n)| Seats::from(*n)).collect();
        if let Ok(shares) = Shares::new(&members, &seats) {
            let curve = Lorenz::of(&shares);
            let text: f64 = curve.gini_decimal(6).parse().unwrap();
            prop_assert!((text - curve.gini()).abs() <= 6e-7);
            let mut before = Ratio::ZERO;
            for tenth in 1..=10 {
                let share = curve.seats_of(tenth, 10).unwrap();
                prop_assert!(share >= before && number(share) <= 10.0 * tenth as f64 + 0.06, "{share:?}");
                before = share;
            }
        }
    }

    /// Whatever was entered: a picture whose coordinates are numbers, and a file that is XML.
    #[test]
    fn any_scenario_draws(scenario in any_scenario(8), row in 0..9usize) {
        let report = report(scenario);
        let found = houses(&report, row, 1..=12);
        for language in Language::ALL {
            let mut charts: Vec<Chart> = Kind::ALL.iter().map(|kind| Chart::of(&report, *kind, language)).collect();
            charts.push(Chart::attendance(&report, language));
            charts.push(Chart::sweep(&report, row, &found, language));
            for chart in charts {
                let (text, _) = file(&chart, language);
                parsed(&text);
                prop_assert!(!text.contains("NaN") && !text.contains("inf\""));
                prop_assert!(chart.picture.height < 5_000.0 && chart.picture.width < 900.0);
                if let Some(drawn) = &chart.narrow {
                    prop_assert!(drawn.height < 5_000.0 && drawn.width < 340.0);
                    prop_assert!(narrow::beyond(drawn).is_empty(), "{:?}", narrow::beyond(drawn));
                }
            }
        }
    }
}
