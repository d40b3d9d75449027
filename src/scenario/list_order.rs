//! The order of the list of those elected, as the rules of the congress ask. What cannot be ordered by what was
//! entered stands together and says why: rows never decide, and names only tell who has the same surname.

mod contradiction;
mod forms;

pub(super) use contradiction::contradictions;

use super::{Candidate, RunOff};
use crate::language::Bilingual;
use crate::threshold::{Citation, Confidence, ListOrder, Source, rank};
use forms::by_forms;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

/// One place of the list, or several that nothing entered tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPlace {
    /// The candidates, by row.
    pub candidates: Vec<usize>,
    /// Why they stand together; `None` for a settled place.
    pub unsettled: Option<Unsettled>,
}

/// Why candidates have no order among themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unsettled {
    /// Their surnames have equally many strokes, and what was entered of the stroke order does not tell them apart yet.
    EqualStrokes,
    /// The characters differ, and their strokes do not, neither in number nor in form.
    EqualForms,
    /// They have the same surname, and the stroke order of a given name was not entered.
    GivenNames,
    /// They have the same name.
    SameName,
    /// The strokes of a surname were not entered.
    StrokesMissing,
}

/// The list of `elected`, who are rows of `candidates`; by votes where no order is stated, those of the further ballots next. Equal
/// ones stand together then: nothing asks for an order among them.
pub(super) fn listed(
    order: Option<ListOrder>,
    candidates: &[Candidate],
    elected: &[usize],
    run_offs: &[RunOff],
) -> Vec<ListPlace> {
    match order {
        Some(ListOrder::AsApproved) => {
            let mut rows = elected.to_vec();
            rows.sort_unstable();
            rows.into_iter().map(|row| ListPlace::of(vec![row], None)).collect()
        }
        Some(ListOrder::Strokes) => by_strokes(candidates, elected),
        Some(ListOrder::VotesThenStrokes) => {
            by_votes(candidates, elected).into_iter().flat_map(|tied| by_strokes(candidates, &tied)).collect()
        }
        None => {
            let groups = by_votes(candidates, elected).into_iter();
            let groups = groups.flat_map(|tied| by_further_votes(candidates, &tied, run_offs));
            groups.map(|equal| ListPlace::of(equal, None)).collect()
        }
    }
}

/// Where the order of equally many strokes is from, if some of `elected` have equally many.
pub(super) fn finer(
    order: Option<ListOrder>,
    candidates: &[Candidate],
    elected: &[usize],
) -> Option<Citation> {
    let groups = match order? {
        ListOrder::Strokes => vec![elected.to_vec()],
        ListOrder::VotesThenStrokes => by_votes(candidates, elected),
        ListOrder::AsApproved => return None,
    };
    let mut groups = groups.into_iter().filter_map(|group| same_strokes(candidates, &group)).flatten();
    groups.any(|(_, equal)| equal.len() > 1).then_some(FINER)
}

/// The order of characters as the standard has it. The rules of congresses say nothing of it that was read.
const FINER: Citation = Citation {
    sources: &[Source {
        law: Bilingual {
            zh: "GB 13000.1 字符集汉字字序（笔画序）规范（GF 3003-1999）",
            en: "Order of the characters of GB 13000.1 by strokes (GF 3003-1999)",
        },
        article: None,
        year: None,
    }],
    confidence: Confidence::Unverified,
};

impl ListPlace {
    /// A place; one candidate alone is settled.
    fn of(candidates: Vec<usize>, why: Option<Unsettled>) -> Self {
        let unsettled = why.filter(|_| candidates.len() > 1);
        Self { candidates, unsettled }
    }
}

/// More votes first, in groups of equal votes.
fn by_votes(candidates: &[Candidate], rows: &[usize]) -> Vec<Vec<usize>> {
    let votes = |row: &usize| candidates.get(*row).and_then(|c| c.votes).map_or(0, |n| u64::from(n.get()));
    let votes: Vec<u64> = rows.iter().map(votes).collect();
    let groups = rank(&votes, |_, _| Ordering::Equal).into_iter();
    groups.map(|group| group.into_iter().filter_map(|at| rows.get(at).copied()).collect()).collect()
}

/// More votes in the further ballots first, as far as they stood in them.
fn by_further_votes(candidates: &[Candidate], rows: &[usize], run_offs: &[RunOff]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<Reverse<Vec<u64>>, Vec<usize>> = BTreeMap::new();
    for row in rows {
        let stood = run_offs.iter().enumerate().filter(|(_, run_off)| run_off.tie.candidates.contains(row));
        let votes = |round: usize| candidates.get(*row)?.run_offs.get(round).copied().flatten();
        let votes = stood.map(|(round, _)| votes(round).map_or(0, |n| n.get().into())).collect();
        groups.entry(Reverse(votes)).or_default().push(*row);
    }
    groups.into_values().collect()
}

/// Fewer strokes first. Where some are missing, nobody can say who comes before whom.
fn by_strokes(candidates: &[Candidate], rows: &[usize]) -> Vec<ListPlace> {
    match same_strokes(candidates, rows) {
        Some(groups) => groups.into_values().flat_map(|group| by_forms(candidates, &group)).collect(),
        None => vec![ListPlace::of(rows.to_vec(), Some(Unsettled::StrokesMissing))],
    }
}

/// The rows by the strokes of their surnames; `None` where some are missing.
fn same_strokes(candidates: &[Candidate], rows: &[usize]) -> Option<BTreeMap<u8, Vec<usize>>> {
    let mut groups: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for row in rows {
        let strokes = candidates.get(*row).and_then(Candidate::stroke_count)?;
        groups.entry(strokes).or_default().push(*row);
    }
    Some(groups)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::{Count, Seats};
    use crate::scenario::{RunOffResult, Strokes};
    use crate::threshold::BoundaryTie;

    fn candidates(of: &[(u16, u8)]) -> Vec<Candidate> {
        let candidate = |&(votes, strokes): &(u16, u8)| Candidate {
            votes: Some(Count::from(votes)),
            strokes: Strokes::new(strokes),
            ..Candidate::default()
        };
        of.iter().map(candidate).collect()
    }

    /// Source: regulations of 1994, Article 39: lists by the strokes of the surname; alternates by votes, equal votes
    /// by strokes; standing committee and secretaries as approved.
    #[test]
    fn each_order_is_the_one_of_the_rules() {
        // Votes and strokes: 丁 has 2, 王 4, 李 7, 张 7, 戴 17.
        let people = candidates(&[(300, 7), (280, 2), (300, 17), (280, 4), (250, 7)]);
        let rows = |order| -> Vec<Vec<usize>> {
            listed(order, &people, &[0, 2, 1, 3, 4], &[]).into_iter().map(|place| place.candidates).collect()
        };
        assert_eq!(rows(Some(ListOrder::Strokes)), [vec![1], vec![3], vec![0, 4], vec![2]]);
        assert_eq!(rows(Some(ListOrder::VotesThenStrokes)), [[0], [2], [1], [3], [4]]);
        assert_eq!(rows(Some(ListOrder::AsApproved)), [[0], [1], [2], [3], [4]]);
        assert_eq!(rows(None), [vec![0, 2], vec![1, 3], vec![4]]);
    }

    #[test]
    fn what_nothing_tells_apart_stands_together_and_says_why() {
        let people = candidates(&[(300, 7), (280, 7), (280, 0)]);
        let why = |order: ListOrder, elected: &[usize]| -> Vec<_> {
            listed(Some(order), &people, elected, &[]).into_iter().map(|place| place.unsettled).collect()
        };
        assert_eq!(why(ListOrder::Strokes, &[0, 1]), [Some(Unsettled::EqualStrokes)]);
        assert_eq!(why(ListOrder::Strokes, &[0, 1, 2]), [Some(Unsettled::StrokesMissing)]);
        // By votes the first is alone; the strokes of the third matter only beside the second.
        assert_eq!(why(ListOrder::VotesThenStrokes, &[0, 1, 2]), [None, Some(Unsettled::StrokesMissing)]);
        assert_eq!(why(ListOrder::Strokes, &[2]), [None], "one alone needs no order");
        assert_eq!(listed(None, &people, &[], &[]), []);
        // Where no order is asked for, none is open.
        let places = listed(None, &people, &[0, 1, 2], &[]);
        assert!(places.iter().all(|place| place.unsettled.is_none()), "{places:?}");
    }

    /// Three are tied for two seats: one wins the first further ballot, the next one the second. The one before them won outright.
    #[test]
    fn further_ballots_order_those_they_elected() {
        let votes = |n: u16| Some(Count::from(n));
        let mut people = candidates(&[(280, 2), (280, 3), (300, 4), (280, 5)]);
        people[0].run_offs = [votes(90), votes(60), None];
        people[1].run_offs = [votes(120), None, None];
        // Votes in a ballot for which nobody had asked tell nothing.
        people[2].run_offs = [votes(400), None, None];
        people[3].run_offs = [votes(90), votes(40), None];
        let run_off = |tied: &[usize]| RunOff {
            tie: BoundaryTie { candidates: tied.to_vec(), open: Seats::from(1u16) },
            result: RunOffResult::Open,
        };
        let places = listed(None, &people, &[2, 0, 1], &[run_off(&[0, 1, 3]), run_off(&[0, 3])]);
        let rows: Vec<Vec<usize>> = places.into_iter().map(|place| place.candidates).collect();
        assert_eq!(rows, [[2], [1], [0]]);
    }
}
