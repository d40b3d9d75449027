//! What the sentences of the charts say.

use super::*;
use crate::picture::tests::table;

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
