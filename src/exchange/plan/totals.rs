//! The words by which a row says that it adds the others up.

use super::headings::{normal, without_measure};
use crate::exchange::number::parse_entry;

/// Names of a row of totals.
const TOTALS: [&str; 14] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总数",
    "累计",
    "总和",
    "计",
    "total",
    "sum",
    "totals",
    "grandtotal",
    "subtotal",
    "subtotals",
];
/// What such a name ends with where it says of what: 全市合计.
const TOTAL_OF: [&str; 3] = ["合计", "总计", "小计"];

/// Whether the sum stands in the same cell as its name: 合计15人.
fn with_sum(text: &str) -> bool {
    let sums = TOTAL_OF.into_iter().chain(["共计"]);
    let mut sums = sums.filter_map(|word| text.strip_prefix(word));
    sums.any(|sum| {
        matches!(parse_entry(sum.trim_start_matches([':', '：', ' ', '共']), u64::MAX), Ok(Some(_)))
    })
}

/// Whether a text names a row of totals, with or without a unit of measure and a colon. Formulas, which some tables hold as names,
/// are none.
pub(in crate::exchange) fn is_total(text: &str) -> bool {
    let text = text.trim().trim_matches([':', '：', '。', '、', '*', '【', '】']);
    let remarked = text.split(['(', '（']).next().filter(|word| !word.is_ascii());
    let names = [Some(text), without_measure(text), remarked];
    names.into_iter().flatten().map(normal).any(|name| {
        let name = name.as_str();
        TOTALS.contains(&name) || TOTAL_OF.iter().any(|end| name.ends_with(end))
    }) || with_sum(text)
}
