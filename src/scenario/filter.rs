//! `Filter`: which rows of the table a person wants to see. A way of looking: it changes nothing, and what it leaves out
//! counts as before.

use super::{DelegationId, Place, Report, Standing, UnitId};
use crate::language::small_letter;
use std::collections::HashSet;

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Each word of it stands in the name of the unit or of its delegation.
    pub text: String,
    /// What else holds of them.
    pub wanted: Wanted,
}

/// What holds of the rows that are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Nothing in particular.
    #[default]
    All,
    /// Something does not add up, or does not fit its cell.
    Faulty,
    /// Seats fixed by hand.
    Locked,
    /// In a tie, or waiting for one.
    Tied,
    /// Without a seat.
    Seatless,
    /// In no delegation.
    Undelegated,
    /// The elected are not entered.
    ElectedMissing,
    /// Seats that were not filled.
    Unfilled,
    /// Mandates that ended or are suspended.
    Ended,
    /// Attendance is not entered.
    PresentMissing,
    /// Delegates absent.
    Absent,
}

impl Wanted {
    /// Every one, in the order of a list.
    pub const ALL: [Self; 11] = [
        Self::All,
        Self::Faulty,
        Self::Locked,
        Self::Tied,
        Self::Seatless,
        Self::Undelegated,
        Self::ElectedMissing,
        Self::Unfilled,
        Self::Ended,
        Self::PresentMissing,
        Self::Absent,
    ];
}

impl Filter {
    /// Whether it leaves nothing out.
    pub fn is_open(&self) -> bool {
        self.wanted == Wanted::All && self.text.trim().is_empty()
    }

    /// For every row, whether it is wanted. `marked` are units with a text that does not fit its cell.
    pub fn wanted(&self, report: &Report, marked: &HashSet<UnitId>) -> Vec<bool> {
        let scenario = &report.scenario;
        let text = folded(&self.text);
        let words: Vec<&str> = text.split_whitespace().collect();
        // Names of delegations are read once each, not once for every unit.
        let in_delegations: Vec<HashSet<DelegationId>> = words
            .iter()
            .map(|word| {
                let named = scenario.delegations.iter().filter(|d| folded(d.name.as_str()).contains(word));
                named.map(|delegation| delegation.id).collect()
            })
            .collect();
        let at_fault: HashSet<UnitId> = match self.wanted {
            Wanted::Faulty => {
                let places = report.issues.iter().filter_map(|issue| match issue.place {
                    Place::Unit(id, _) => Some(id),
                    _ => None,
                });
                places.chain(marked.iter().copied()).collect()
            }
            _ => HashSet::new(),
        };
        let rows = scenario.units.iter().zip(&report.units);
        rows.map(|(unit, row)| {
            let ledger = &row.ledger;
            let kind = match self.wanted {
                Wanted::All => true,
                Wanted::Faulty => at_fault.contains(&unit.id),
                Wanted::Locked => unit.locked.is_some(),
                Wanted::Tied => row.standing != Standing::Settled,
                Wanted::Seatless => row.seats.get() == 0,
                Wanted::Undelegated => unit.delegation.is_none(),
                Wanted::ElectedMissing => ledger.elected_missing > 0,
                Wanted::Unfilled => ledger.elected_missing == 0 && ledger.unfilled() > 0,
                Wanted::Ended => ledger.ended + ledger.suspended > 0,
                Wanted::PresentMissing => ledger.present_missing > 0,
                Wanted::Absent => ledger.elected_missing + ledger.present_missing == 0 && ledger.absent() > 0,
            };
            kind && (words.is_empty() || {
                let name = folded(unit.name.as_str());
                words.iter().zip(&in_delegations).all(|(word, delegations)| {
                    name.contains(word) || unit.delegation.is_some_and(|id| delegations.contains(&id))
                })
            })
        })
        .collect()
    }
}

/// A text as it is searched: small letters, and ASCII for the full-width forms of it.
///
/// ```
/// # use delegate_roster::scenario::folded;
/// assert_eq!(folded("Ｎｏｒｔｈ　４２"), "north 42");
/// ```
pub fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).map(small_letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::num::{Count, Seats};
    use crate::scenario::{Action, Name, Scenario, UnitEdit, apply, derive, example};
    use std::rc::Rc;

    fn named(scenario: &Scenario, filter: &Filter, marked: &[UnitId]) -> Vec<String> {
        let report = derive(&Rc::new(scenario.clone()), None);
        let wanted = filter.wanted(&report, &marked.iter().copied().collect());
        assert_eq!(wanted.len(), scenario.units.len());
        let units = scenario.units.iter().zip(wanted).filter(|(_, wanted)| *wanted);
        units.map(|(unit, _)| unit.name.as_str().to_owned()).collect()
    }

    fn edited(scenario: &Scenario, row: usize, edit: UnitEdit) -> Scenario {
        apply(scenario, &Action::Edit(vec![(scenario.units[row].id, edit)])).unwrap()
    }

    fn of(text: &str, wanted: Wanted) -> Filter {
        Filter { text: text.to_owned(), wanted }
    }

    #[test]
    fn words_stand_in_the_name_or_in_the_delegation() {
        let scenario = example(Language::English);
        assert_eq!(named(&scenario, &of("HENGYANG county", Wanted::All), &[])[0], "Hengyang County");
        assert_eq!(named(&scenario, &of("ｌｅｉｙａｎｇ", Wanted::All), &[])[0], "Leiyang City");
        assert!(named(&scenario, &of("nowhere", Wanted::All), &[]).is_empty());
        let joined = Name::new("Northern Group").unwrap();
        let scenario = edited(&scenario, 0, UnitEdit::Delegation(joined));
        assert_eq!(named(&scenario, &of("north county", Wanted::All), &[]), ["Hengyang County"]);
        assert!(of("  ", Wanted::All).is_open() && !of("", Wanted::Locked).is_open());
    }

    #[test]
    fn each_kind_finds_its_rows() {
        let scenario = example(Language::English);
        let first = [scenario.units[0].name.as_str().to_owned()];
        let seats = |n: u16| Some(Seats::from(n));
        for (wanted, edit) in [
            (Wanted::Locked, UnitEdit::Locked(seats(60))),
            (Wanted::Undelegated, UnitEdit::Delegation(Name::default())),
            (Wanted::ElectedMissing, UnitEdit::Elected(None)),
            (Wanted::PresentMissing, UnitEdit::Present(None)),
            (Wanted::Seatless, UnitEdit::Locked(seats(0))),
            (Wanted::Faulty, UnitEdit::Present(Some(Count::from(900)))),
        ] {
            assert_eq!(named(&scenario, &of("", wanted), &[]), [""; 0], "{wanted:?} before");
            assert_eq!(named(&edited(&scenario, 0, edit), &of("", wanted), &[]), first, "{wanted:?}");
        }
        assert_eq!(named(&scenario, &of("", Wanted::Faulty), &[scenario.units[0].id]), first, "a draft");
        assert_eq!(named(&scenario, &of("", Wanted::Ended), &[]).len(), 3, "three were transferred");
        let unfilled = named(&scenario, &of("", Wanted::Unfilled), &[]);
        let absent = named(&scenario, &of("", Wanted::Absent), &[]);
        assert!((1..=13).contains(&unfilled.len()) && (1..=14).contains(&absent.len()));
    }

    #[test]
    fn a_tie_is_found() {
        let draft =
            |name: &str| vec![UnitEdit::Name(Name::new(name).unwrap()), UnitEdit::Members(10u32.into())];
        let insert = Action::Insert { at: 0, drafts: vec![draft("North"), draft("South")] };
        let scenario = apply(&Scenario::blank(), &insert).unwrap();
        let scenario = apply(&scenario, &Action::SetHouse(Seats::from(5))).unwrap();
        assert_eq!(named(&scenario, &of("", Wanted::Tied), &[]), ["North", "South"]);
    }
}
