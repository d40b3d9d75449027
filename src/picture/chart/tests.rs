//! What the sentences of the charts say.

use super::*;
use crate::num::Count;
use crate::picture::shape::Shape;
use crate::picture::svg::file;
use crate::picture::tests::{table, texts};
use crate::scenario::{
    Action, Assembly, Example, Name, SittingEdit, UnitEdit, Value, apply, derive, example, reckon,
};
use crate::threshold::Base;
use std::rc::Rc;

/// Quotas 1.25, 1.25, 2.5 of five seats give 1, 1, 3 by largest remainders and by Webster, so two units are equally far below.
#[test]
fn equal_ends_are_not_one_unit() {
    let rows = [("A", 100), ("B", 100), ("C", 200)].map(|(name, n)| (name.to_owned(), n));
    let report = table(rows.into_iter(), 5);
    let said = |kind, language| Chart::of(&report, kind, language).sentence;
    let far = said(Kind::Deviations, Language::English);
    assert!(far.contains("C (+0.500); lowest: A and one more (−0.250)"), "{far}");
    let heavy = said(Kind::PerSeat, Language::English);
    assert!(heavy.contains("66.7 in C to 100.0 in A and one more"), "{heavy}");
    assert!(said(Kind::PerSeat, Language::Chinese).contains("最多为A等 2 个单位的 100.0 人"));
}

#[test]
fn what_a_quorum_needs_is_said_before_anybody_is_counted() {
    let scenario = apply(&example(Language::English), &Action::AddSitting(Name::default())).unwrap();
    let chart = Chart::attendance(&derive(&Rc::new(scenario), None), Language::English);
    assert_eq!(chart.sentence, "Quorum met at 1 of 2 sittings; 1 not yet decided.");
    assert_eq!(chart.table.rows[1][2..4], ["243", "–"]);
    let mut drawn = texts(&chart.picture).into_iter().map(|(_, _, text)| text);
    assert!(drawn.any(|text| text == "open; 243 needed"), "{:?}", texts(&chart.picture));
}

/// A sitting may state who is due, and then that is not who has a mandate.
#[test]
fn who_is_due_at_a_sitting_is_called_so() {
    for (language, due) in [(Language::English, "Due"), (Language::Chinese, "应到")] {
        let scenario = example(language);
        let stated = SittingEdit::StatedDue(Count::new(485));
        let scenario = apply(&scenario, &Action::EditSitting(scenario.shown, stated)).unwrap();
        let table = Chart::attendance(&derive(&Rc::new(scenario), None), language).table;
        assert_eq!((table.head[1].as_str(), table.rows[0][1].as_str()), (due, "485"));
    }
}

/// Those who take part, not the delegates in the hall, are held against a quorum of voters.
#[test]
fn a_quorum_is_drawn_with_what_it_measures() {
    let scenario = Example::Owners.scenario(Language::English);
    let chart = Chart::attendance(&derive(&Rc::new(scenario), None), Language::English);
    assert_eq!(chart.sentence, "Quorum met at 1 of 1 sitting.");
    let drawn: Vec<String> = texts(&chart.picture).into_iter().map(|(_, _, text)| text).collect();
    assert!(drawn.contains(&"700 ≥ 667, met".to_owned()), "{drawn:?}");
}

/// The quorum of owners has two measures. Either of them has its bar, on its own scale, with its own figures under it.
#[test]
fn a_quorum_is_met_where_all_its_measures_are() {
    let chart = |area, language| {
        let scenario = Example::Owners.scenario(language);
        let edit = SittingEdit::Stated(Base::ParticipatingArea, area);
        let scenario = apply(&scenario, &Action::EditSitting(scenario.shown, edit)).unwrap();
        let report = derive(&Rc::new(scenario), None);
        let chart = Chart::attendance(&report, language);
        let about = chart.about.as_ref().and_then(|about| reckon(&report, None, about)).unwrap();
        assert_eq!(about.value, Value::Whole(0));
        let asked = |row, column| chart.table.figure(&report, Some(row), column);
        let quorum = |which| Figure::Quorum(Assembly::Sitting(report.scenario.shown), which);
        assert_eq!([asked(0, 2), asked(1, 2)], [Some(quorum(0)), Some(quorum(1))]);
        assert_eq!([asked(0, 1), asked(0, 3), asked(1, 4)], [None, None, None]);
        chart
    };
    let drawn = |chart: &Chart| texts(&chart.picture).into_iter().map(|(.., text)| text).collect::<Vec<_>>();
    let short = chart(Some(79_999), Language::English);
    assert_eq!(short.sentence, "Quorum met at 0 of 1 sitting.");
    let said = drawn(&short);
    let whole = |name: &str| format!("\u{2068}{name}\u{2069}");
    let (owners, area) = (whole("Assembly: owners"), whole("Assembly: area (m²)"));
    assert_eq!(said, [&owners, "700 ≥ 667, met", &area, "79,999 < 80,000, not met"]);
    let widths = |chart: &Chart| -> Vec<f64> {
        let all = chart.picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Group { shapes, .. } => shapes.first(),
            _ => None,
        });
        all.filter_map(|shape| if let Shape::Rect { width, .. } = shape { Some(*width) } else { None })
            .collect()
    };
    let [owners, area] = widths(&short)[..] else { panic!("two measures") };
    assert_eq!(owners, area, "each on a scale of its own");
    assert_eq!(short.table.rows[0], ["Assembly: owners", "1,000", "667", "700", "70.0%"]);
    assert_eq!(short.table.rows[1], ["Assembly: area (m²)", "120,000", "80,000", "79,999", "66.7%"]);
    assert_eq!(short.table.head[1..], ["In all", "Needed", "Taking part", "Share of all"]);
    assert!(
        short.notes.iter().all(|note| !note.contains("due") && !note.contains("seats")),
        "{:?}",
        short.notes
    );
    let open = chart(None, Language::English);
    assert_eq!(open.sentence, "Whether there is a quorum is not yet decided at 1 sitting.");
    let chinese = chart(Some(79_999), Language::Chinese);
    assert_eq!(chinese.sentence, "这次会议未达到法定人数。");
    // A name that has no room gives way to what is measured.
    let [owners, area] =
        [0, 2].map(|at| drawn(&chinese)[at].trim_matches(['\u{2068}', '\u{2069}']).to_owned());
    assert!(
        owners.ends_with("：全体业主") && area.contains('…') && area.ends_with("：面积（平方米）"),
        "{owners} {area}"
    );
    assert_eq!(chinese.table.rows[1][0], "业主大会会议：面积（平方米）");
}

/// What is met whoever else comes, the drawing, its file and its numbers say as the card of the sitting does.
#[test]
fn a_sitting_that_not_all_have_reported_on_says_how_many_are_there_at_least() {
    let chart = |reported: fn(usize) -> bool, language| {
        let scenario = example(language);
        let silent = scenario.units.iter().enumerate().filter(|(at, _)| !reported(*at));
        let silence = Action::Edit(silent.map(|(_, unit)| (unit.id, UnitEdit::Present(None))).collect());
        Chart::attendance(&derive(&Rc::new(apply(&scenario, &silence).unwrap()), None), language)
    };
    for (language, met, open) in [
        (Language::English, "at least 413 ≥ 243, met", "57 so far; 243 needed"),
        (Language::Chinese, "至少 413 ≥ 243，达到", "已报 57，需 243"),
    ] {
        let enough = chart(|at| at > 0, language);
        let drawn: Vec<String> = texts(&enough.picture).into_iter().map(|(.., text)| text).collect();
        assert!(drawn.contains(&met.to_owned()), "{drawn:?}");
        assert_eq!(enough.table.rows[0][1..], ["484", "243", "≥ 413", "–"]);
        assert!(file(&enough, language).0.contains(met));
        let few = chart(|at| at == 0, language);
        let drawn: Vec<String> = texts(&few.picture).into_iter().map(|(.., text)| text).collect();
        assert!(drawn.contains(&open.to_owned()), "{drawn:?}");
        let none = chart(|_| false, language);
        assert_eq!(none.table.rows[0][1..], ["484", "243", "–", "–"]);
    }
}
