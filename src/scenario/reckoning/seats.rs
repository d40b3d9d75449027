//! The seats of a unit: members over divisor or quota, rounded by the method, held by the bounds; or by hand, by a key,
//! by way of a delegation.

use super::{Authority, Note, Reckoning, Term, Value, What};
use crate::apportion::{
    Entry, Ground, Instance, Method, MinimumRule, Outcome, Scale, Surplus, Witness, Working, apportion,
    working_of,
};
use crate::num::{Ratio, Seats, Weight};
use crate::scenario::seating::{entries, given, instance};
use crate::scenario::{
    AllocationState, HouseKey, LineFigure, PartyId, Report, Scheme, Standing, Unit, UnitRow,
};

/// What the account of a unit rests on: an instance, its method, and what came of it.
struct Case<'a> {
    instance: &'a Instance,
    method: &'a Method,
    witness: Option<&'a Witness>,
    /// Whether a lot decides yet which of equal remainders win a seat.
    is_open: bool,
}

/// How the seats of the unit in row `at` came about.
pub(super) fn seats(report: &Report, at: usize, unit: &Unit, found: &UnitRow) -> Reckoning {
    let seats = i64::from(found.seats.get());
    let value = match found.standing {
        Standing::Settled => Value::Whole(seats),
        Standing::Contested => Value::Between(seats, seats + 1),
        Standing::Waiting => Value::Waiting,
    };
    let reckoning = Reckoning::new(value);
    if unit.locked.is_some() {
        return locked(reckoning, &report.scenario.allocating.scheme, found);
    }
    if matches!(report.allocation.state, AllocationState::Refused(_) | AllocationState::Impossible) {
        return reckoning.note(Note::LastGood);
    }
    match &report.scenario.allocating.scheme {
        Scheme::Key(key) => by_key(reckoning, report, *key, unit),
        Scheme::TwoTier { upper } => two_tier(reckoning, report, upper, at, unit, found),
        Scheme::OneTier => {
            let Ok(instance) = instance(&report.scenario) else { return reckoning };
            let method = &report.scenario.allocating.method;
            let is_open = report.open_edge().is_some();
            let case =
                Case { instance: &instance, method, witness: report.allocation.witness.as_ref(), is_open };
            let drawn = lot_of(report, unit.id.into());
            case.account(reckoning, at, found).note_if(drawn).based(Some(Authority::Method(method.clone())))
        }
    }
}

/// Fixed by hand, and how far that is from what the method would give.
fn locked(reckoning: Reckoning, scheme: &Scheme, found: &UnitRow) -> Reckoning {
    // Under a key no unit's seats depend on those of another.
    let alone = matches!(scheme, Scheme::Key(_));
    let reckoning = reckoning.note(if alone { Note::LockedAlone } else { Note::Locked });
    let Some(unlocked) = found.unlocked else { return reckoning };
    let (seats, unlocked) = (i64::from(found.seats.get()), i64::from(unlocked.get()));
    let terms = vec![
        Term::plus(seats, What::Line(LineFigure::Seats)),
        Term { op: super::Op::Minus, value: Value::Whole(unlocked), what: What::Unlocked },
    ];
    reckoning.then(Value::Change(seats - unlocked), terms)
}

/// Whether a lot was drawn among parties of whom this is one.
fn lot_of(report: &Report, party: PartyId) -> Option<Note> {
    let settled = report.allocation.state == AllocationState::Settled;
    let named = report.applied_lots().any(|lot| lot.contenders.iter().any(|(id, _)| *id == party));
    (settled && named).then_some(Note::ByLot)
}

/// From the unit's own members.
fn by_key(reckoning: Reckoning, report: &Report, key: HouseKey, unit: &Unit) -> Reckoning {
    let reckoning = match key {
        HouseKey::Steps(scale) if unit.members > Weight::ZERO => {
            let beyond = unit.members.get().saturating_sub(scale.covers.get());
            let parts = Ratio::new(beyond, scale.per.get());
            let terms = vec![
                Term::plus(
                    i64::try_from(unit.members.get()).unwrap_or(i64::MAX),
                    What::Line(LineFigure::Members),
                ),
                Term::minus(i64::try_from(scale.covers.get()).unwrap_or(i64::MAX), What::Bare),
            ];
            match parts.filter(|_| unit.members >= scale.covers) {
                Some(parts) => reckoning.then(Value::of(beyond), terms).then(
                    Value::Ratio(parts, 3),
                    vec![
                        Term::plus(i64::try_from(beyond).unwrap_or(i64::MAX), What::Bare),
                        Term::over(scale.per.get(), What::Bare),
                    ],
                ),
                None => reckoning,
            }
        }
        _ => reckoning,
    };
    let reckoning = reckoning.note(Note::Key(key));
    let reckoning = match report.allocation.state {
        AllocationState::Settled => reckoning,
        _ => reckoning.note(Note::LastGood),
    };
    match key {
        HouseKey::Known(known) => reckoning.based(Some(Authority::Key(known))),
        HouseKey::Steps(_) => reckoning,
    }
}

/// By way of the delegation: its seats, and its units' shares in them.
fn two_tier(
    reckoning: Reckoning,
    report: &Report,
    upper: &Method,
    at: usize,
    unit: &Unit,
    found: &UnitRow,
) -> Reckoning {
    let scenario = &report.scenario;
    let Some(id) = unit.delegation else {
        // It stands for itself among the delegations.
        let quota = Ratio::new(report.allocation.house, report.members);
        let quota = quota.and_then(|one| one.times(unit.members.get()));
        let reckoning = match quota {
            Some(quota) => reckoning.then(
                Value::Ratio(quota, 3),
                vec![
                    Term::plus(
                        i64::try_from(unit.members.get()).unwrap_or(i64::MAX),
                        What::Line(LineFigure::Members),
                    ),
                    Term::times(Value::of(report.allocation.house), What::House),
                    Term::over(report.members, What::AllMembers),
                ],
            ),
            None => reckoning,
        };
        return reckoning.note(Note::Method(upper.clone())).based(Some(Authority::Method(upper.clone())));
    };
    if found.standing == Standing::Waiting {
        return reckoning.note(Note::Waiting).based(Some(Authority::Method(upper.clone())));
    }
    let method = &scenario.allocating.method;
    let all = entries(scenario);
    let rows: Vec<usize> = scenario
        .units
        .iter()
        .enumerate()
        .filter(|(_, one)| one.delegation == Some(id))
        .map(|(row, _)| row)
        .collect();
    let place = rows.iter().position(|row| *row == at);
    let group: Vec<Entry> = rows.iter().filter_map(|row| all.get(*row).copied()).collect();
    let seats = |row: &usize| report.units.get(*row).map_or(0, |one| one.seats.get());
    // Under topping up its units may have more together than it was given.
    let total = match scenario.allocating.minimum_rule {
        MinimumRule::TopUp => given(scenario, upper, id).map(Seats::get),
        _ => None,
    };
    let total: u32 = total.unwrap_or_else(|| rows.iter().map(seats).sum());
    let terms = vec![Term::plus(total.into(), What::Delegation(id))];
    let reckoning = reckoning.then(Value::Whole(total.into()), terms).note(Note::Within(rows.len()));
    let based = Some(Authority::Method(method.clone()));
    let rule = scenario.allocating.minimum_rule;
    let instance = Seats::new(total).and_then(|total| Instance::new(group, total, rule).ok());
    let Some((place, instance)) = place.zip(instance) else {
        return reckoning.note(Note::Method(method.clone())).based(based);
    };
    let allocation = apportion(&instance, method, &[]);
    let agreed = match &allocation.outcome {
        Outcome::Settled(own) => own.iter().map(|seats| seats.get()).eq(rows.iter().map(seats)),
        _ => false,
    };
    let drawn = lot_of(report, unit.id.into());
    if !agreed {
        return reckoning.note(Note::Method(method.clone())).note_if(drawn).based(based);
    }
    let case = Case { instance: &instance, method, witness: allocation.witness.as_ref(), is_open: false };
    case.account(reckoning, place, found).note_if(drawn).based(based)
}

impl Case<'_> {
    /// What the method made of the members, and what the bounds made of that.
    fn account(&self, reckoning: Reckoning, row: usize, found: &UnitRow) -> Reckoning {
        let entry = self.instance.entries().get(row).copied();
        let working = working_of(self.instance, self.method, self.witness, (row, found.seats));
        let Some((entry, working)) = entry.zip(working) else { return reckoning };
        if working.ground == Ground::NoMembers {
            return reckoning.note(Note::NoMembers);
        }
        let reckoning = match (working.quotient, self.price()) {
            (Some(quotient), Some((price, what))) => reckoning.then(
                Value::Ratio(quotient, 3),
                vec![
                    Term::plus(
                        i64::try_from(entry.weight.get()).unwrap_or(i64::MAX),
                        What::Line(LineFigure::Members),
                    ),
                    Term { op: super::Op::Over, value: Value::Exact(price), what },
                ],
            ),
            _ => reckoning,
        };
        let reckoning = self.rounding(reckoning, &entry, &working);
        if found.standing == Standing::Contested { reckoning.note(Note::Contested) } else { reckoning }
    }

    /// The divisor or the quota.
    fn price(&self) -> Option<(Ratio, What)> {
        match self.witness? {
            witness @ Witness::Divisor { .. } => Some((witness.divisor()?, What::Divisor)),
            Witness::Remainder { quota, .. } => Some(((*quota)?, What::Price)),
            Witness::UpperQuota { .. } => None,
        }
    }

    fn rounding(&self, reckoning: Reckoning, entry: &Entry, working: &Working) -> Reckoning {
        let seats = working.seats.get();
        let (low, high) = (entry.min.get(), entry.max.get());
        let free = |reckoning: Reckoning| {
            reckoning
                .note_if((low > 0).then_some(Note::MinimumFree(low)))
                .note_if((entry.max < Seats::MAX).then_some(Note::MaximumFree(high)))
        };
        match (working.ground, self.method, self.witness) {
            (Ground::Rounded, Method::Divisor(divisor), _) if working.quotient.is_some() => {
                let limit = |n: u32| divisor.signpost_at(n);
                let lower = seats.checked_sub(1).and_then(limit);
                free(reckoning.note(Note::Rounded { lower, upper: limit(seats), seats }))
            }
            (Ground::FirstSeat, ..) => reckoning.note(Note::FirstSeat),
            (Ground::Minimum, ..) => reckoning.note(Note::MinimumBinds(low)),
            (Ground::Maximum, ..) => reckoning.note(Note::MaximumBinds(high)),
            (Ground::Whole, _, Some(Witness::Remainder { last, .. })) => {
                let rest = working.quotient.map_or(Ratio::ZERO, Ratio::fract);
                free(reckoning.note(Note::Whole(rest, plain(*last).filter(|_| !self.is_open))))
            }
            // Raised to the minimum after the method was done, although the remainder won nothing.
            (Ground::Remainder, _, Some(Witness::Remainder { last, .. }))
                if self.is_topped_up(entry, working, *last) =>
            {
                reckoning.note(Note::MinimumBinds(low))
            }
            (Ground::Remainder, _, Some(Witness::Remainder { next, .. })) => {
                let rest = working.quotient.map_or(Ratio::ZERO, Ratio::fract);
                free(reckoning.note(Note::Remainder(rest, plain(*next))))
            }
            (Ground::Shifted, ..) => {
                let whole = working.quotient.map_or(0, Ratio::floor);
                free(reckoning.note(Note::Shifted { whole, seats }))
            }
            _ => reckoning.note(Note::Method(self.method.clone())),
        }
    }

    fn is_topped_up(&self, entry: &Entry, working: &Working, last: Option<Surplus>) -> bool {
        let rest = working.quotient.map_or(Ratio::ZERO, Ratio::fract);
        self.instance.minimum() == MinimumRule::TopUp
            && entry.min == working.seats
            && last.is_none_or(|last| last.whole == 0 && rest < last.rest)
    }
}

/// A surplus that is a remainder and nothing else: where bounds bind it says less than it seems to.
fn plain(surplus: Option<Surplus>) -> Option<Surplus> {
    surplus.filter(|surplus| surplus.whole == 0)
}

/// The limit where a method rounds, as a fraction; of a square root, the root to six decimals.
pub fn limit(limit: (Ratio, Scale)) -> Ratio {
    let (ratio, scale) = limit;
    match scale {
        Scale::Plain => ratio,
        Scale::Squared => {
            let million = 1_000_000u128;
            let root = (u128::from(ratio.num()) * million * million / u128::from(ratio.den())).isqrt();
            Ratio::new(u64::try_from(root).unwrap_or(u64::MAX), 1_000_000).unwrap_or(Ratio::ZERO)
        }
    }
}
