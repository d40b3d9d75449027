//! `verify`: checks an allocation against the definition of its method.
//!
//! Independent: it shares the signposts with the engines, because they are the definition, and nothing else but where
//! [`verify`] says that it asks again. It starts from the seats and asks whether any unit has a better claim to a seat
//! than its holder: a seating within the bounds that fills the house is right if and only if the largest claim not met
//! is at most the smallest claim met (the max-min inequality, Balinski and Young 1982, appendix A; Pukelsheim 2017,
//! theorem 4.5). One pass over the units; the quota method also counts the seats of the house once.

mod case;
mod quota_method;

use self::case::{Case, Standing};
use super::{Allocation, Instance, Lot, Method, MinimumRule, Outcome, Tie, Witness, apportion};
use crate::num::Seats;

/// What is wrong with an allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// There are more or fewer seat counts than units.
    Length,
    /// This unit is outside its bounds.
    Bounds {
        /// The unit.
        unit: usize,
    },
    /// The seats do not add up to the house.
    Total {
        /// What they add up to.
        sum: u64,
    },
    /// The first unit has a better claim to a seat than the second has to its last.
    Claim {
        /// The unit to gain.
        gains: usize,
        /// The unit to lose.
        loses: usize,
    },
    /// The tie is not the one these members make, or there is none, or a lot decided something else.
    Tie,
    /// The witness does not belong to these seats.
    Witness,
    /// The seats before and after topping up do not agree.
    TopUp,
    /// The method does not refuse this instance, or refuses it.
    Refusal,
}

impl Rejected {
    /// The stable name of the objection.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Bounds { .. } => "bounds",
            Self::Total { .. } => "total",
            Self::Claim { .. } => "claim",
            Self::Tie => "tie",
            Self::Witness => "witness",
            Self::TopUp => "top-up",
            Self::Refusal => "refusal",
        }
    }
}

/// Whether `allocation` is what `method` makes of `instance`: seats, tie, lots, witness and refusal.
///
/// Ties of the quota method, and refusals, are checked by asking the engine again: what is independent there is only
/// the rest.
///
/// # Errors
/// The first objection found, see [`Rejected`]. Moving a single seat of a right allocation is always found.
pub fn verify(instance: &Instance, method: &Method, allocation: &Allocation) -> Result<(), Rejected> {
    let Some(claim) = Claim::of(instance, &allocation.outcome)? else {
        return asked_again(instance, method, allocation, Rejected::Refusal);
    };
    let seats = claim.before_top_up(instance, allocation.before_top_up.as_deref())?;
    let (witness, basis) = claim.follow(instance, method, seats, &allocation.lots)?;
    if allocation.witness != Some(witness) {
        return Err(Rejected::Witness);
    }
    match basis {
        Basis::Asked => asked_again(instance, method, allocation, Rejected::Tie),
        Basis::Lots(used) if used == allocation.lots.len() && allocation.later.is_empty() => Ok(()),
        Basis::Lots(_) => Err(Rejected::Tie),
    }
}

/// Whether `outcome` is what `method` makes of `instance` with those of `lots` that settle something: for seats that came from
/// elsewhere, without a witness.
///
/// Asks the engine where [`verify`] does, and for the seats before topping up, which those after it do not tell.
///
/// # Errors
/// The first objection found, see [`Rejected`].
pub fn verify_outcome(
    instance: &Instance,
    method: &Method,
    outcome: &Outcome,
    lots: &[Lot],
) -> Result<(), Rejected> {
    let engine = || apportion(instance, method, lots);
    let ask = |objection: Rejected| if engine().outcome == *outcome { Ok(()) } else { Err(objection) };
    let Some(claim) = Claim::of(instance, outcome)? else { return ask(Rejected::Refusal) };
    let before = match instance.minimum() {
        MinimumRule::TopUp => Some(engine().before_top_up.ok_or(Rejected::Refusal)?),
        _ => None,
    };
    let seats = claim.before_top_up(instance, before.as_deref())?;
    match claim.follow(instance, method, seats, lots)? {
        (_, Basis::Asked) => ask(Rejected::Tie),
        (_, Basis::Lots(_)) => Ok(()),
    }
}

/// Seats, and the tie that they leave open.
struct Claim<'a> {
    seats: &'a [Seats],
    tie: Option<&'a Tie>,
}

/// What the seats rest on beside the members.
enum Basis {
    /// So many of the lots.
    Lots(usize),
    /// A tie that only the engine resolves.
    Asked,
}

impl<'a> Claim<'a> {
    /// `None` for a refusal.
    fn of(instance: &Instance, outcome: &'a Outcome) -> Result<Option<Self>, Rejected> {
        let claim = match outcome {
            Outcome::Refused(_) => return Ok(None),
            Outcome::Settled(seats) => Self { seats, tie: None },
            // What is claimed may be any number: it is counted only once it could be a tie.
            Outcome::Tied(tie) if !(1..tie.contested.len()).contains(&tie.open) => return Err(Rejected::Tie),
            Outcome::Tied(tie) => Self { seats: &tie.certain, tie: Some(tie) },
        };
        let fits = claim.seats.len() == instance.entries().len();
        if fits { Ok(Some(claim)) } else { Err(Rejected::Length) }
    }

    /// The seats the method itself gave, after checking that topping up made these of them.
    fn before_top_up(
        &self,
        instance: &Instance,
        before: Option<&'a [Seats]>,
    ) -> Result<&'a [Seats], Rejected> {
        match (instance.minimum(), before) {
            (MinimumRule::TopUp, Some(before)) => {
                let raised =
                    instance.entries().iter().zip(before).map(|(entry, seats)| entry.min.max(*seats));
                let agrees = before.len() == self.seats.len() && raised.eq(self.seats.iter().copied());
                if agrees { Ok(before) } else { Err(Rejected::TopUp) }
            }
            (MinimumRule::TopUp, None) | (_, Some(_)) => Err(Rejected::TopUp),
            (_, None) => Ok(self.seats),
        }
    }

    /// The witness of the seats before topping up, and what they rest on.
    fn follow(
        &self,
        instance: &Instance,
        method: &Method,
        seats: &[Seats],
        lots: &[Lot],
    ) -> Result<(Witness, Basis), Rejected> {
        let case = Case::of(instance, seats, self.tie)?;
        let open = case.open;
        let (witness, standing) = case.examine(method)?;
        let used = match (self.tie, standing) {
            (_, Standing::SomeTie) => return Ok((witness, Basis::Asked)),
            (None, Standing::Clear) if open == 0 => Some(0),
            (None, Standing::Tied { winners, losers }) => {
                lots.iter().any(|lot| settles(instance, lot, seats, &winners, &losers)).then_some(1)
            }
            (tie, Standing::Open { contested }) if open < contested.len() as u64 => {
                let is_raised = |unit: &usize| seats.get(*unit) < self.seats.get(*unit);
                let is_told = is_told(tie, &contested, contested.iter().all(is_raised));
                let is_drawn = tie.is_some_and(|tie| tie.is_drawn(lots));
                (is_told && !is_drawn).then_some(0)
            }
            _ => None,
        };
        Ok((witness, Basis::Lots(used.ok_or(Rejected::Tie)?)))
    }
}

/// An open tie: exactly the units with the best claim not met. None where topping up has raised all of them by as much as they
/// could win: whoever is drawn, they have that.
fn is_told(tie: Option<&Tie>, contested: &[usize], all_raised: bool) -> bool {
    tie.map_or(all_raised, |tie| !all_raised && tie.contested == contested)
}

/// Whether a tie was settled by this lot: among exactly these units, with the seats they were certain of.
fn settles(instance: &Instance, lot: &Lot, seats: &[Seats], winners: &[usize], losers: &[usize]) -> bool {
    let mut tied = [winners, losers].concat();
    tied.sort_unstable();
    let certain = |unit: usize| {
        let held = seats.get(unit)?.get() - u32::from(winners.binary_search(&unit).is_ok());
        let min = instance.entries().get(unit)?.min;
        let tops_up = instance.minimum() == MinimumRule::TopUp;
        Some(Seats::new(held)?.max(if tops_up { min } else { Seats::ZERO }))
    };
    let is_same = tied.iter().copied().eq(lot.contenders().iter().map(|contender| contender.unit));
    let is_certain =
        lot.contenders().iter().all(|contender| certain(contender.unit) == Some(contender.certain));
    winners == lot.drawn() && is_same && is_certain
}

fn asked_again(
    instance: &Instance,
    method: &Method,
    allocation: &Allocation,
    objection: Rejected,
) -> Result<(), Rejected> {
    let again = apportion(instance, method, &allocation.lots);
    let is_same = again.outcome == allocation.outcome
        && again.lots == allocation.lots
        && again.witness == allocation.witness
        && again.before_top_up == allocation.before_top_up
        && again.later == allocation.later;
    if is_same { Ok(()) } else { Err(objection) }
}
