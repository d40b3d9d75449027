//! Shares that an organiser set, word for word: as they were typed, in the explanation and in the report.

use super::*;
use crate::exchange::parse_share;
use crate::scenario::{Amount, CategoryKind, CompositionAction, Limit, Name, Target};
use crate::text::paper::Paper;

/// The example has 500 seats.
#[test]
fn a_share_is_told_as_an_organiser_writes_it() {
    for (typed, language, calculated, said) in [
        ("25%", Language::English, "500 seats in all × 25% = 125", "At least 25% of 500 = 125."),
        ("12.5%", Language::Chinese, "名额总数 500 × 12.5% = 62.50", "不少于名额 500 的 12.5%，即 63 名。"),
        ("1/3", Language::English, "500 seats in all × 1/3 ≈ 166.67", "At least 1/3 of 500 = 167."),
    ] {
        let amount = Amount::Share(parse_share(typed).unwrap());
        let target = Some(Target { limit: Limit::AtLeast, amount });
        let (name, kind) = (Name::new("Women").unwrap(), CategoryKind::Overlapping);
        let add = CompositionAction::Add { name, kind, target };
        let report = changed(&[Action::Composition(add)]);
        let figure = Figure::Target(report.composition[0].id);
        assert_eq!(lines(&report, &figure, language), [calculated, said].join(" "));
        let paper = Paper::allocation(&report, language).to_text();
        assert!(paper.contains(said), "{paper}");
    }
}
