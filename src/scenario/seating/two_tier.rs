//! Seats by way of the delegations: they first, then the units of each. A unit without a delegation stands among them for itself.

use super::{applied, entries, instance, issues_of, last_good, lot, refused, sum, tied, undecided};
use crate::apportion::two_tier::{self, TwoTier, TwoTierLots, Within};
use crate::apportion::{Allocation, Method, MinimumRule, Outcome};
use crate::num::Seats;
use crate::scenario::{
    AllocationReport, AllocationState, DelegationId, Issue, PartyId, Place, Problem, Report, Scenario,
    Undecided,
};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Delegations first, then their units. Where delegations are tied, the others' units have their seats already; where
/// units are tied in several delegations, the first of these ties is shown.
#[inline(never)] // not the example's scheme: the page need not wait for it
pub(super) fn allocate(
    scenario: &Scenario,
    upper: &Method,
    last: Option<&Report>,
    issues: &mut Vec<Issue>,
) -> (AllocationReport, Vec<Seats>) {
    // What is wrong with the units is wrong in any scheme.
    if let Err(error) = instance(scenario) {
        issues.extend(issues_of(scenario, &error));
        return last_good(scenario, last, AllocationState::Impossible);
    }
    let groups = Groups::of(scenario);
    let Some(problem) = groups.problem(scenario, upper) else {
        issues.push(Issue { place: Place::Method, problem: Problem::DelegationsDoNotFit });
        return last_good(scenario, last, AllocationState::Impossible);
    };
    let Lots { lots, places, unknown } = groups.lots(scenario);
    let two_tier::TwoTierAllocation { upper, within } = problem.apportion(&lots);
    if let Outcome::Refused(refusal) = upper.outcome {
        return refused(scenario, last, refusal, issues);
    }
    let mut stale = unknown || !upper.stale.is_empty();
    let mut drawn = applied(&places.upper, &upper);
    let waiting = Waiting::of(scenario, &groups, &problem, &upper);
    let mut state = match upper.tie().filter(|_| !waiting.is_idle()) {
        Some(tie) => tied(tie, |group| groups.parties.get(group).copied(), issues),
        None => AllocationState::Settled,
    };
    let mut open = Undecided { parties: Vec::new(), seats: waiting.open(scenario, &upper) };
    let mut seats = vec![Seats::ZERO; scenario.units.len()];
    let all = groups.rows.iter().zip(&groups.parties).zip(&places.within).zip(within);
    for (at, (((rows, group), places), within)) in all.enumerate() {
        let found = match within {
            Within::Waiting => {
                let Some(waits) = waiting.0.iter().find(|waits| waits.group == at) else { continue };
                open.parties.extend((!waits.is_idle()).then_some(*group));
                waits.shown.clone()
            }
            Within::Minima(seats) => seats,
            Within::Apportioned(allocation) => {
                stale |= !allocation.stale.is_empty();
                drawn.extend(applied(places, &allocation));
                let party = |at: usize| scenario.units.get(*rows.get(at)?).map(|unit| unit.id.into());
                let given = upper.range(at).map_or(0, |(given, _)| given.get());
                let own = undecided(&allocation, given.into(), party);
                open.parties.extend(own.parties);
                open.seats += own.seats;
                match allocation.outcome {
                    Outcome::Settled(seats) => seats,
                    Outcome::Tied(tie) => {
                        if state == AllocationState::Settled {
                            state = tied(&tie, party, issues);
                        }
                        tie.certain
                    }
                    Outcome::Refused(refusal) => return refused(scenario, last, refusal, issues),
                }
            }
        };
        for (row, found) in rows.iter().zip(found) {
            if let Some(seats) = seats.get_mut(*row) {
                *seats = found;
            }
        }
    }
    if stale {
        issues.push(Issue { place: Place::Method, problem: Problem::StaleLot });
    }
    open.parties.sort_unstable();
    drawn.sort_unstable();
    let house = scenario.allocating.house.get().into();
    let (witness, allocated) = (upper.witness, sum(&seats));
    let report =
        AllocationReport { state, house, witness, front: None, allocated, undecided: open, applied: drawn };
    (report, seats)
}

/// The seats that a delegation was given by the upper tier, before its units were topped up; `None` while a lot decides them.
pub(in crate::scenario) fn given(
    scenario: &Scenario,
    upper: &Method,
    delegation: DelegationId,
) -> Option<Seats> {
    let groups = Groups::of(scenario);
    let at = groups.parties.iter().position(|party| *party == delegation.into())?;
    let upper = groups.problem(scenario, upper)?.apportion(&groups.lots(scenario).lots).upper;
    let (fewest, most) = upper.range(at)?;
    (fewest == most).then_some(fewest)
}

/// The groups whose seats hang on a lot among groups.
struct Waiting(Vec<Waits>);

/// One of them.
struct Waits {
    group: usize,
    /// A unit that stands for itself.
    alone: bool,
    /// What is shown of its units meanwhile: what a unit by itself is certain of, and what is fixed by hand.
    shown: Vec<Seats>,
    /// What its units come to if it wins nothing, and if it wins a seat, ties of their own and topping up included.
    least: u64,
    most: u64,
}

impl Waiting {
    fn of(scenario: &Scenario, groups: &Groups, problem: &TwoTier, upper: &Allocation) -> Self {
        let waits = |(group, rows): (usize, &Vec<usize>)| {
            let (fewest, most) = upper.range(group).filter(|(fewest, most)| fewest < most)?;
            let comes_to = |seats| match scenario.allocating.minimum_rule {
                MinimumRule::TopUp => topped_up(problem, group, seats),
                _ => seats.get().into(),
            };
            let (least, most) = (comes_to(fewest), comes_to(most));
            let units = || rows.iter().filter_map(|row| scenario.units.get(*row));
            let alone = units().all(|unit| unit.delegation.is_none());
            let certain = if alone { u32::try_from(least).ok().and_then(Seats::new) } else { None };
            let shown = units().map(|unit| unit.locked.or(certain).unwrap_or_default()).collect();
            Some(Waits { group, alone, shown, least, most })
        };
        Self(groups.rows.iter().enumerate().filter_map(waits).collect())
    }

    /// Whether the tie decides nothing.
    fn is_idle(&self) -> bool {
        self.0.iter().all(Waits::is_idle)
    }

    /// The most seats that the lots among groups hand out, beyond those that are shown. Where one tie comes up behind another, who
    /// wins nothing by the first may win by the second.
    fn open(&self, scenario: &Scenario, upper: &Allocation) -> u64 {
        let Some(tie) = upper.tie() else { return 0 };
        let left = u64::from(scenario.allocating.house.get()).saturating_sub(sum(&tie.certain));
        let mut gains: Vec<u64> = self.0.iter().map(|waits| waits.most.saturating_sub(waits.least)).collect();
        gains.sort_unstable_by_key(|gain| Reverse(*gain));
        let hidden: u64 = self.0.iter().map(|waits| waits.least.saturating_sub(sum(&waits.shown))).sum();
        hidden + gains.into_iter().zip(0..left).map(|(gain, _)| gain).sum::<u64>()
    }
}

impl Waits {
    /// A unit by itself may be raised to its minimum by as much as it could win.
    fn is_idle(&self) -> bool {
        self.alone && self.least == self.most
    }
}

/// What a group's units come to by so many seats, once they are topped up; the most where they are tied themselves.
fn topped_up(problem: &TwoTier, group: usize, seats: Seats) -> u64 {
    match problem.with_seats(group, seats) {
        Some(Within::Minima(seats)) => sum(&seats),
        Some(Within::Apportioned(allocation)) => match &allocation.outcome {
            Outcome::Settled(seats) => sum(seats),
            Outcome::Tied(tie) => {
                sum(&tie.certain)
                    + undecided(&allocation, seats.get().into(), |at| Some(PartyId(at as u32))).seats
            }
            Outcome::Refused(_) => seats.get().into(),
        },
        Some(Within::Waiting) | None => seats.get().into(),
    }
}

/// The recorded lots, each for the tier and the group whose parties it names.
struct Lots {
    lots: TwoTierLots,
    /// The place of each of them among all.
    places: Places,
    /// Whether one names others.
    unknown: bool,
}

/// Places in the order of [`TwoTierLots`].
struct Places {
    upper: Vec<usize>,
    within: Vec<Vec<usize>>,
}

/// The units by delegation, as the upper tier sees them.
struct Groups {
    /// Who stands for each group: the delegation, or a unit that has none.
    parties: Vec<PartyId>,
    /// The rows of each group's units.
    rows: Vec<Vec<usize>>,
}

impl Groups {
    fn of(scenario: &Scenario) -> Self {
        let mut groups = Self { parties: Vec::new(), rows: Vec::new() };
        let mut known: HashMap<DelegationId, usize> = HashMap::new();
        for (row, unit) in scenario.units.iter().enumerate() {
            let fresh = groups.rows.len();
            let at = unit.delegation.map_or(fresh, |id| *known.entry(id).or_insert(fresh));
            match groups.rows.get_mut(at) {
                Some(rows) => rows.push(row),
                None => {
                    groups.parties.push(unit.delegation.map_or(unit.id.into(), PartyId::from));
                    groups.rows.push(vec![row]);
                }
            }
        }
        groups
    }

    /// The problem they pose; `None` where delegations and house do not fit.
    fn problem(&self, scenario: &Scenario, upper: &Method) -> Option<TwoTier> {
        let allocating = &scenario.allocating;
        let methods = two_tier::Methods { upper: upper.clone(), lower: allocating.method.clone() };
        let entries = entries(scenario);
        let delegation = |rows: &Vec<usize>| two_tier::Delegation {
            units: rows.iter().filter_map(|&row| entries.get(row).copied()).collect(),
            min: Seats::ZERO,
            max: Seats::MAX,
            fixed: None,
        };
        let delegations = self.rows.iter().map(delegation).collect();
        TwoTier::new(delegations, allocating.house, allocating.minimum_rule, methods).ok()
    }

    fn lots(&self, scenario: &Scenario) -> Lots {
        let mut lots = TwoTierLots { upper: Vec::new(), within: vec![Vec::new(); self.rows.len()] };
        let mut placed = Places { upper: Vec::new(), within: vec![Vec::new(); self.rows.len()] };
        let mut unknown = false;
        if scenario.allocating.lots.is_empty() {
            return Lots { lots, places: placed, unknown };
        }
        let above: HashMap<PartyId, usize> = self.parties.iter().copied().zip(0..).collect();
        let unit = |row: &usize| scenario.units.get(*row).map(|unit| PartyId::from(unit.id));
        let places = |(at, rows): (usize, &Vec<usize>)| {
            let parties: Vec<_> = rows.iter().filter_map(unit).collect();
            parties.into_iter().zip((0..).map(move |place| (at, place)))
        };
        let within: HashMap<_, (usize, usize)> = self.rows.iter().enumerate().flat_map(places).collect();
        for (place, draw) in scenario.allocating.lots.iter().enumerate() {
            let first = draw.contenders.first().and_then(|(party, _)| within.get(party));
            let inside = |party| within.get(&party).filter(|(at, _)| first.is_some_and(|(own, _)| own == at));
            if let Some(lot) = lot(draw, |party| above.get(&party).copied()) {
                lots.upper.push(lot);
                placed.upper.push(place);
            } else if let Some(lot) = lot(draw, |party| inside(party).map(|(_, place)| *place))
                && let Some((at, _)) = first
            {
                lots.within.get_mut(*at).into_iter().for_each(|lots| lots.push(lot.clone()));
                placed.within.get_mut(*at).into_iter().for_each(|places| places.push(place));
            } else {
                unknown = true;
            }
        }
        Lots { lots, places: placed, unknown }
    }
}
