//! Contradictions: one character of several names, entered with different strokes or in different orders. A character has one, so
//! that a list which rests on both rests on a mistake. Which of them it is, nothing here knows.
//!
//! What was entered of a surname may be the beginning of its order, and agrees with whatever goes on from it; of a given name each
//! character is entered whole, as `forms` asks.

use super::forms::characters;
use crate::scenario::{Candidate, ElectionField, Name, VotingProblem};
use std::collections::{BTreeMap, BTreeSet};

/// What was entered of one character: each way, with the persons of whom it was, by their places.
type Ways<T> = BTreeMap<T, Vec<usize>>;
type Way<T> = (T, Vec<usize>);

/// The stroke orders of one character, and which of them are all of it.
#[derive(Default)]
struct Orders<'a> {
    ways: Ways<&'a str>,
    whole: BTreeSet<&'a str>,
}

/// Where the candidates of these rows contradict each other, at the field that contradicts an earlier one.
pub(in crate::scenario) fn contradictions(
    candidates: &[Candidate],
    rows: &[usize],
) -> Vec<(ElectionField, VotingProblem)> {
    let people = rows.iter().filter_map(|row| Some((*row, candidates.get(*row)?)));
    let entered: Vec<_> =
        people.filter(|(_, one)| one.strokes.is_some() || one.stroke_order.is_some()).collect();
    if entered.is_empty() { Vec::new() } else { among(&entered) }
}

/// The contradictions among those of whom strokes were entered.
#[inline(never)] // nothing was in the example: the page need not wait for it
fn among(people: &[(usize, &Candidate)]) -> Vec<(ElectionField, VotingProblem)> {
    let (mut strokes, mut orders) = (BTreeMap::<char, Ways<u8>>::new(), BTreeMap::<char, Orders<'_>>::new());
    for (place, (_, candidate)) in people.iter().enumerate() {
        let count = candidate.stroke_count();
        for (at, character) in characters(candidate.name.as_str()).into_iter().enumerate() {
            let forms = match at {
                0 => candidate.surname_forms(),
                _ => candidate.stroke_order.as_ref().and_then(|order| order.character(at)),
            };
            if let Some(count) = count.filter(|_| at == 0) {
                note(strokes.entry(character).or_default(), count, place);
            }
            if let Some(forms) = forms {
                let orders = orders.entry(character).or_default();
                note(&mut orders.ways, forms, place);
                if at > 0 || count.is_some_and(|count| forms.len() == usize::from(count)) {
                    orders.whole.insert(forms);
                }
            }
        }
    }
    let names = |places: Vec<usize>| -> Vec<Name> {
        places.into_iter().filter_map(|place| Some(people.get(place)?.1.name.clone())).collect()
    };
    let row = |place: usize| people.get(place).map(|(row, _)| *row);
    let strokes = strokes.into_iter().filter_map(|(character, ways)| {
        let (first, ways) = in_turn(ways)?;
        let row = row(first)?;
        let told = ways.into_iter().map(|(count, places)| (count.into(), names(places))).collect();
        Some((row, ElectionField::Strokes(row), VotingProblem::StrokesDiffer { character, told }))
    });
    let orders = orders.into_iter().filter_map(|(character, orders)| {
        let (first, ways) = in_turn(orders.apart()?)?;
        let row = row(first)?;
        let told = ways.into_iter().map(|(forms, places)| (forms.to_owned(), names(places))).collect();
        Some((row, ElectionField::StrokeOrder(row), VotingProblem::StrokeOrdersDiffer { character, told }))
    });
    let mut found: Vec<_> = strokes.chain(orders).collect();
    found.sort_by_key(|(row, ..)| *row);
    found.into_iter().map(|(_, field, problem)| (field, problem)).collect()
}

impl<'a> Orders<'a> {
    /// The orders that are not one and the same; beginnings that go on in one of them are left out.
    fn apart(mut self) -> Option<Ways<&'a str>> {
        let longest = *self.ways.keys().max_by_key(|forms| forms.len())?;
        let is_one = self.ways.keys().all(|forms| longest.starts_with(forms))
            && self.whole.iter().all(|forms| *forms == longest);
        if is_one {
            return None;
        }
        // What goes on from a beginning stands right behind it.
        let next = self.ways.keys().zip(self.ways.keys().skip(1));
        let goes_on: BTreeSet<&str> =
            next.filter(|(forms, next)| next.starts_with(**forms)).map(|(forms, _)| *forms).collect();
        self.ways.retain(|forms, _| self.whole.contains(forms) || !goes_on.contains(forms));
        Some(self.ways)
    }
}

/// Notes a way of a person: once, where the name has the character twice.
fn note<T: Ord>(ways: &mut Ways<T>, way: T, place: usize) {
    let places = ways.entry(way).or_default();
    if places.last() != Some(&place) {
        places.push(place);
    }
}

/// The ways in the order of the persons, and the first place that is not like those before; `None` where all are alike.
fn in_turn<T>(ways: Ways<T>) -> Option<(usize, Vec<Way<T>>)> {
    let mut ways: Vec<_> = ways.into_iter().collect();
    ways.sort_by_key(|(_, places)| places.first().copied());
    let place = *ways.get(1)?.1.first()?;
    Some((place, ways))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{StrokeOrder, Strokes};

    /// The rows of the fields with what was entered there: a name, the strokes of the surname, the stroke order.
    fn found(people: &[(&str, u8, &str)]) -> Vec<(ElectionField, char, Vec<String>)> {
        let person = |(name, strokes, order): &(&str, u8, &str)| Candidate {
            name: Name::new(name).unwrap(),
            strokes: Strokes::new(*strokes),
            stroke_order: StrokeOrder::parse(order).unwrap(),
            ..Candidate::default()
        };
        let people: Vec<Candidate> = people.iter().map(person).collect();
        let rows: Vec<usize> = (0..people.len()).collect();
        let names = |names: &[Name]| names.iter().map(Name::as_str).collect::<Vec<_>>().join(" ");
        let told = |(field, problem)| match problem {
            VotingProblem::StrokesDiffer { character, told } => {
                (field, character, told.iter().map(|(n, all)| format!("{n} {}", names(all))).collect())
            }
            VotingProblem::StrokeOrdersDiffer { character, told } => (
                field,
                character,
                told.iter().map(|(forms, all)| format!("{forms} {}", names(all))).collect(),
            ),
            other => panic!("{other:?}"),
        };
        contradictions(&people, &rows).into_iter().map(told).collect()
    }

    #[test]
    fn one_character_with_two_orders_is_told_with_the_persons() {
        let (order, strokes) = (ElectionField::StrokeOrder, ElectionField::Strokes);
        for (people, expected) in [
            (
                &[("王小明", 4, "1121"), ("方某", 4, "4153"), ("王大年", 4, "1211"), ("王某", 4, "1121")][..],
                vec![(order(2), '王', vec!["1121 王小明 王某", "1211 王大年"])],
            ),
            // A beginning of one of them is no third.
            (
                &[("王甲", 4, "11"), ("王乙", 4, "121"), ("王丙", 0, "112")],
                vec![(order(2), '王', vec!["121 王乙", "112 王丙"])],
            ),
            // All strokes of it, and more than all.
            (
                &[("王甲", 4, "1121"), ("王乙", 0, "11215")],
                vec![(order(1), '王', vec!["1121 王甲", "11215 王乙"])],
            ),
            (
                &[("王甲", 4, ""), ("王乙", 5, ""), ("王丙", 4, "")],
                vec![(strokes(1), '王', vec!["4 王甲 王丙", "5 王乙"])],
            ),
            // Of a given name a part is not enough, wherever the character stands.
            (
                &[("王 明", 4, "1121 2511"), ("李明", 7, "1 25113511"), ("明王", 8, "2511 1121")],
                vec![(order(1), '明', vec!["2511 王 明 明王", "25113511 李明"])],
            ),
            (
                &[("丁木木", 2, "12 1234 1234"), ("丁木", 2, "12 1243")],
                vec![(order(1), '木', vec!["1234 丁木木", "1243 丁木"])],
            ),
        ] {
            let told = found(people);
            let told: Vec<_> = told
                .iter()
                .map(|(at, one, all)| (*at, *one, all.iter().map(String::as_str).collect()))
                .collect();
            assert_eq!(told, expected, "{people:?}");
        }
    }

    #[test]
    fn what_agrees_is_not_told() {
        for people in [
            &[("王甲", 4, "11"), ("王乙", 4, "1121"), ("王丙", 0, ""), ("大王", 3, "134 1121")][..],
            // More forms than strokes are told as that, and used for nothing.
            &[("王甲", 4, "1121"), ("王乙", 4, "12115")],
            // No characters whose strokes anybody counts.
            &[("Wang", 4, "1121"), ("Weber", 5, "1211"), ("", 7, "5")],
            &[],
        ] {
            assert_eq!(found(people), [], "{people:?}");
        }
    }
}
