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
use super::{Allocation, Instance, Method, MinimumRule, Outcome, Tie, apportion};
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
    let (final_seats, tie) = match &allocation.outcome {
        Outcome::Refused(_) => return asked_again(instance, method, allocation, Rejected::Refusal),
        Outcome::Settled(seats) => (seats, None),
        // What is claimed may be any number: it is counted only once it could be a tie.
        Outcome::Tied(tie) if !(1..tie.contested.len()).contains(&tie.open) => return Err(Rejected::Tie),
        Outcome::Tied(tie) => (&tie.certain, Some(tie)),
    };
    if final_seats.len() != instance.entries().len() {
        return Err(Rejected::Length);
    }
    let seats = before_top_up(instance, allocation, final_seats)?;
    let witness = allocation.witness.as_ref().ok_or(Rejected::Witness)?;
    let case = Case::of(instance, seats, tie)?;
    let open = case.open;
    match (tie, case.examine(method, witness)?) {
        (_, Standing::SomeTie) => asked_again(instance, method, allocation, Rejected::Tie),
        _ if !allocation.later.is_empty() => Err(Rejected::Tie),
        (None, Standing::Clear) if open == 0 && allocation.lots.is_empty() => Ok(()),
        (None, Standing::Tied { winners, losers }) => check_lot(instance, allocation, seats, winners, losers),
        (_, Standing::Open { contested }) if open < contested.len() as u64 && allocation.lots.is_empty() => {
            let is_raised = |unit: &usize| seats.get(*unit) < final_seats.get(*unit);
            check_tie(tie, &contested, contested.iter().all(is_raised))
        }
        _ => Err(Rejected::Tie),
    }
}

/// An open tie: exactly the units with the best claim not met. None where topping up has raised all of them by as much as they
/// could win: whoever is drawn, they have that.
fn check_tie(tie: Option<&Tie>, contested: &[usize], all_raised: bool) -> Result<(), Rejected> {
    let is_told = tie.map_or(all_raised, |tie| !all_raised && tie.contested == contested);
    if is_told { Ok(()) } else { Err(Rejected::Tie) }
}

/// A tie that was settled: by a lot among exactly these units, with the seats they were certain of.
fn check_lot(
    instance: &Instance,
    allocation: &Allocation,
    seats: &[Seats],
    winners: Vec<usize>,
    losers: Vec<usize>,
) -> Result<(), Rejected> {
    let [lot] = allocation.lots.as_slice() else { return Err(Rejected::Tie) };
    let mut tied = [winners.as_slice(), &losers].concat();
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
    if winners == lot.drawn() && is_same && is_certain { Ok(()) } else { Err(Rejected::Tie) }
}

/// The seats the method itself gave, after checking that topping up made `final_seats` of them.
fn before_top_up<'a>(
    instance: &Instance,
    allocation: &'a Allocation,
    final_seats: &'a [Seats],
) -> Result<&'a [Seats], Rejected> {
    match (instance.minimum(), &allocation.before_top_up) {
        (MinimumRule::TopUp, Some(before)) => {
            let raised = instance.entries().iter().zip(before).map(|(entry, seats)| entry.min.max(*seats));
            let agrees = before.len() == final_seats.len() && raised.eq(final_seats.iter().copied());
            if agrees { Ok(before) } else { Err(Rejected::TopUp) }
        }
        (MinimumRule::TopUp, None) | (_, Some(_)) => Err(Rejected::TopUp),
        (_, None) => Ok(final_seats),
    }
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
