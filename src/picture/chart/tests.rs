//! What the sentences of the charts say.

use super::*;
use crate::num::Count;
use crate::picture::svg::file;
use crate::picture::tests::{table, texts};
use crate::scenario::{Action, Example, Name, SittingEdit, UnitEdit, apply, derive, example};
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
