//! Equally many strokes, told apart by the forms of the strokes (笔形) in writing order, and the same surname by the given
//! name. No rule that was read says how; this is the practice of printed lists, and the page asks to confirm it.
//!
//! - Surnames: the forms in turn, as many as were entered (GF 3003-1999: 横, 竖, 撇, 点, 折). Where one is the beginning of
//!   another or the same, the rest is needed, and the order is open until it is entered.
//! - The same surname, which is the same first character of the names: a given name of one character before longer ones, as
//!   in the list of delegates to the 20th national congress of the party; then character by character, strokes before forms.
//!   The strokes of a given name are counted nowhere else, so its characters are entered whole.
//!
//! Characters that differ and have the same strokes in the same forms (田, 由) stay open.

use super::{ListPlace, Unsettled};
use crate::scenario::{Candidate, StrokeOrder};
use std::collections::BTreeMap;

/// What tells one candidate from another.
struct Person<'a> {
    /// The place among those given, in which they are named while their order is open.
    place: usize,
    row: usize,
    strokes: u8,
    /// The forms of the surname.
    forms: &'a str,
    order: Option<&'a StrokeOrder>,
    /// The characters of the name.
    name: Vec<char>,
}

/// The places of `rows`, whose surnames have equally many strokes.
pub(super) fn by_forms(candidates: &[Candidate], rows: &[usize]) -> Vec<ListPlace> {
    let person = |(place, &row): (usize, &usize)| {
        let candidate = candidates.get(row)?;
        Some(Person {
            place,
            row,
            strokes: candidate.stroke_count()?,
            forms: candidate.surname_forms().unwrap_or_default(),
            order: candidate.stroke_order.as_ref(),
            name: characters(candidate.name.as_str()),
        })
    };
    let mut people: Vec<Person<'_>> = rows.iter().enumerate().filter_map(person).collect();
    people.sort_by_key(|person| (person.forms, person.place));
    // Whoever begins with the forms of the first of a run stands right behind it.
    let mut runs: Vec<(&str, Vec<Person<'_>>)> = Vec::new();
    for person in people {
        match runs.last_mut() {
            Some((beginning, run)) if person.forms.starts_with(*beginning) => run.push(person),
            _ => runs.push((person.forms, vec![person])),
        }
    }
    runs.into_iter().flat_map(|(beginning, run)| alike(beginning, run)).collect()
}

/// Those whose surnames begin with the same forms.
fn alike(beginning: &str, mut people: Vec<Person<'_>>) -> Vec<ListPlace> {
    people.sort_by_key(|person| person.place);
    if same_character(&people, 0) {
        // No character stands for the one that a short given name lacks.
        let (short, long): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| person.name.len() <= 2);
        return [short, long].into_iter().flat_map(|people| given_names(people, 1)).collect();
    }
    let whole =
        |person: &Person<'_>| person.forms == beginning && beginning.len() == usize::from(person.strokes);
    let why = if people.iter().all(whole) { Unsettled::EqualForms } else { Unsettled::EqualStrokes };
    vec![open(&people, why)]
}

/// Those whose names are the same up to the character `at`; who has no more of it comes first.
fn given_names(people: Vec<Person<'_>>, at: usize) -> Vec<ListPlace> {
    let (ended, people): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| person.name.len() <= at);
    let mut places = Vec::new();
    if !ended.is_empty() {
        places.push(open(&ended, Unsettled::SameName));
    }
    let rest = if same_character(&people, at) { given_names(people, at + 1) } else { apart(people, at) };
    places.extend(rest);
    places
}

/// Those whose names part at the character `at`.
fn apart(people: Vec<Person<'_>>, at: usize) -> Vec<ListPlace> {
    if people.iter().any(|person| person.character(at).is_none()) {
        return vec![open(&people, Unsettled::GivenNames)];
    }
    let mut groups: BTreeMap<(usize, &str), Vec<Person<'_>>> = BTreeMap::new();
    for person in people {
        let forms = person.character(at).unwrap_or_default();
        groups.entry((forms.len(), forms)).or_default().push(person);
    }
    let places = |group: Vec<Person<'_>>| match same_character(&group, at) {
        true => given_names(group, at + 1),
        false => vec![open(&group, Unsettled::EqualForms)],
    };
    groups.into_values().flat_map(places).collect()
}

impl<'a> Person<'a> {
    /// The forms of a character of the name.
    fn character(&self, at: usize) -> Option<&'a str> {
        self.order?.character(at)
    }
}

/// Whether all have the same character here; nobody has none.
fn same_character(people: &[Person<'_>], at: usize) -> bool {
    let mut all = people.iter().map(|person| person.name.get(at));
    let first = all.next().flatten();
    first.is_some() && all.all(|other| other == first)
}

fn open(people: &[Person<'_>], why: Unsettled) -> ListPlace {
    ListPlace::of(people.iter().map(|person| person.row).collect(), Some(why))
}

/// The Chinese characters that a name begins with; spaces are for looks, and behind anything else stands no name (“（女）”).
pub(super) fn characters(name: &str) -> Vec<char> {
    let written = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '·' | '•' | '・'));
    written.take_while(|c| is_chinese(*c)).collect()
}

/// The blocks of unified ideographs, their compatibility forms, and 〇.
const fn is_chinese(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
