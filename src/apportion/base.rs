//! `BaseProportional`: base seats for every unit, the rest by a method, and a cap on the sum of both.
//!
//! Knows how to split a problem into base seats and the rest, not how the rest is shared. A unit without members gets
//! no base, one held below the base gets what it may hold. Source of the form: Grimmett et al., "The allocation
//! between the EU Member States of the seats in the European Parliament" (Cambridge Compromise, 2011).

use std::fmt;

use super::problem::{Problem, Unit};
use super::{Divisor, Method, Refusal};
use crate::limits::MAX_SEATS;
use crate::num::{Seats, digits};

/// A base, a method for the rest, and a cap.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaseProportional {
    base: Seats,
    inner: Box<Method>,
    cap: Seats,
}

impl BaseProportional {
    /// `base` seats to every unit and the rest by `inner`, up to `cap` seats. `None` if the cap is below the base, or
    /// if `inner` has a base itself.
    pub fn new(base: Seats, inner: Method, cap: Option<Seats>) -> Option<Self> {
        let cap = cap.unwrap_or(Seats::MAX);
        let is_plain = !matches!(inner, Method::BaseProportional(_));
        (is_plain && base <= cap).then(|| Self { base, inner: Box::new(inner), cap })
    }

    /// The Cambridge Compromise: five seats, then Adams (rounding up), at most 96.
    pub fn cambridge() -> Self {
        let inner = Box::new(Method::Divisor(Divisor::Adams));
        Self { base: Seats::from(5), inner, cap: Seats::from(96) }
    }

    /// Seats every unit has before the rest is shared.
    pub const fn base(&self) -> Seats {
        self.base
    }

    /// The method that shares the rest.
    pub const fn inner(&self) -> &Method {
        &self.inner
    }

    /// The most seats a unit may have from base and method together.
    pub const fn cap(&self) -> Seats {
        self.cap
    }

    /// A plan written as "5:adams:96" or "4:hamilton".
    pub(super) fn parse(text: &str) -> Option<Self> {
        let seats =
            |text: &str| digits(text, MAX_SEATS.into()).and_then(|n| Seats::new(u32::try_from(n).ok()?));
        let (base, rest) = text.split_once(':').filter(|(_, rest)| !rest.starts_with("base"))?;
        if let Some(inner) = Method::parse(rest) {
            return Self::new(seats(base)?, inner, None);
        }
        let (inner, cap) = rest.rsplit_once(':')?;
        Self::new(seats(base)?, Method::parse(inner)?, Some(seats(cap)?))
    }

    /// Base seats per unit, and the problem of the rest.
    pub(super) fn split(&self, problem: &Problem) -> Result<(Vec<u32>, Problem), Refusal> {
        let (base, cap) = (self.base.get(), self.cap.get());
        let bases: Vec<u32> =
            problem.units.iter().map(|unit| if unit.weight == 0 { 0 } else { base.min(unit.hi) }).collect();
        let rest = problem.units.iter().zip(&bases).map(|(unit, base)| {
            let lo = unit.lo.max(*base);
            Unit { weight: unit.weight, lo: lo - base, hi: unit.hi.min(cap).max(lo) - base }
        });
        let rest: Vec<Unit> = rest.collect();
        let sum = |seats: fn(&Unit) -> u32| -> u64 {
            rest.iter().zip(&bases).map(|(unit, base)| u64::from(seats(unit) + base)).sum()
        };
        let (lowest, highest) = (sum(|unit| unit.lo), sum(|unit| unit.hi));
        if lowest > problem.house {
            return Err(Refusal::BaseAboveHouse { sum: lowest });
        }
        if highest < problem.house {
            return Err(Refusal::CapBelowHouse { sum: highest });
        }
        let house = problem.house - bases.iter().copied().map(u64::from).sum::<u64>();
        Ok((bases, Problem { units: rest, house }))
    }
}

impl fmt::Display for BaseProportional {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.base.get(), self.inner)?;
        if self.cap < Seats::MAX { write!(f, ":{}", self.cap.get()) } else { Ok(()) }
    }
}
