//! `judge`: was a rule satisfied? A missing or contradictory number is an answer of its own, never a guess.

use super::{Base, Rule};

/// The numbers of a sitting that a share can be taken of; `None` where nobody has counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bases {
    /// Seats.
    pub seats: Option<u32>,
    /// Due to attend.
    pub due: Option<u32>,
    /// Registered.
    pub registered: Option<u32>,
    /// Present.
    pub present: Option<u32>,
    /// Votes cast.
    pub votes_cast: Option<u32>,
}

/// The answer to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Satisfied.
    Met {
        /// The number of the base.
        of: u32,
        /// The number needed.
        needed: u64,
        /// How many are above it: so many may still leave, where the base does not change with them.
        spare: u64,
    },
    /// Not satisfied.
    NotMet {
        /// The number of the base.
        of: u32,
        /// The number needed.
        needed: u64,
        /// How many are lacking.
        short: u64,
    },
    /// No answer.
    Undecided(Undecided),
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// The base has not been counted.
    NoBase(Base),
    /// The base is zero: there is nobody of whom a share could be taken.
    EmptyBase(Base),
    /// Nobody has counted those who would have to reach the number.
    NotCounted,
    /// More present than due.
    PresentAboveDue {
        /// Present.
        present: u32,
        /// Due.
        due: u32,
    },
}

impl Bases {
    /// The number of a base.
    pub const fn get(&self, base: Base) -> Option<u32> {
        match base {
            Base::Seats => self.seats,
            Base::Due => self.due,
            Base::Registered => self.registered,
            Base::Present => self.present,
            Base::VotesCast => self.votes_cast,
        }
    }
}

/// Whether `achieved` people satisfy `rule`.
pub fn judge(rule: Rule, bases: &Bases, achieved: Option<u32>) -> Verdict {
    if let (Some(present), Some(due)) = (bases.present, bases.due)
        && present > due
    {
        return Verdict::Undecided(Undecided::PresentAboveDue { present, due });
    }
    let Some(of) = bases.get(rule.base) else { return Verdict::Undecided(Undecided::NoBase(rule.base)) };
    if of == 0 {
        return Verdict::Undecided(Undecided::EmptyBase(rule.base));
    }
    let Some(achieved) = achieved.map(u64::from) else { return Verdict::Undecided(Undecided::NotCounted) };
    let needed = rule.needed(of);
    match achieved.checked_sub(needed) {
        Some(spare) => Verdict::Met { of, needed, spare },
        None => Verdict::NotMet { of, needed, short: needed - achieved },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threshold::{Share, Strictness};

    /// The stage gate of the 2021 congress, 484 due and 470 present, under three rules. Source: computed by hand;
    /// the newspaper page of 2021-09-28 says only that the number "meets the requirement".
    #[test]
    fn seed_stage_gate() {
        let bases = Bases { due: Some(484), present: Some(470), ..Bases::default() };
        for (p, q, strictness, needed, spare) in [
            (1, 2, Strictness::MoreThan, 243, 227),
            (2, 3, Strictness::MoreThan, 323, 147),
            (4, 5, Strictness::AtLeast, 388, 82),
        ] {
            let rule = Rule { share: Share::new(p, q).unwrap(), strictness, base: Base::Due };
            assert_eq!(judge(rule, &bases, bases.present), Verdict::Met { of: 484, needed, spare });
        }
    }

    #[test]
    fn the_base_decides_whether_242_votes_elect() {
        let bases = Bases { due: Some(484), present: Some(470), ..Bases::default() };
        let elected = |base| matches!(judge(Rule::majority_of(base), &bases, Some(242)), Verdict::Met { .. });
        assert!(!elected(Base::Due), "more than half of 484 due is 243");
        assert!(elected(Base::Present), "more than half of 470 present is 236");
    }

    #[test]
    fn what_is_missing_or_contradictory_is_said() {
        let rule = Rule::majority_of(Base::Registered);
        let none = Bases::default();
        assert_eq!(judge(rule, &none, Some(1)), Verdict::Undecided(Undecided::NoBase(Base::Registered)));
        let zero = Bases { registered: Some(0), ..none };
        assert_eq!(judge(rule, &zero, Some(0)), Verdict::Undecided(Undecided::EmptyBase(Base::Registered)));
        let ten = Bases { registered: Some(10), ..none };
        assert_eq!(judge(rule, &ten, None), Verdict::Undecided(Undecided::NotCounted));
        assert_eq!(judge(rule, &ten, Some(5)), Verdict::NotMet { of: 10, needed: 6, short: 1 });
        let wrong = Bases { due: Some(3), present: Some(4), ..none };
        let expected = Verdict::Undecided(Undecided::PresentAboveDue { present: 4, due: 3 });
        assert_eq!(judge(Rule::majority_of(Base::Due), &wrong, Some(4)), expected);
    }
}
