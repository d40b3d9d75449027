//! `Case`: seats beside the claims they should follow from. Knows the definitions, not the engines.

use std::collections::BinaryHeap;

use super::super::{
    BaseProportional, Divisor, Entry, Instance, Method, MinimumRule, Quota, Surplus, Tie, Witness,
    signpost::Signpost,
};
use super::{Rejected, quota_method};
use crate::num::{Ratio, Seats, Weight};

/// Seats under examination.
pub(super) struct Case {
    pub(super) rows: Vec<Row>,
    pub(super) house: u64,
    /// Seats of the house nobody holds yet.
    pub(super) open: u64,
    minimum: MinimumRule,
}

/// One unit: its claim, its bounds and what it holds.
pub(super) struct Row {
    pub(super) weight: u64,
    pub(super) lo: u32,
    pub(super) hi: u32,
    pub(super) held: u32,
}

/// How the smallest claim met and the largest claim not met stand to each other.
pub(super) enum Standing {
    /// Every claim met is larger than every claim not met.
    Clear,
    /// The last seats went to `winners`, whose claims equal those of `losers`.
    Tied { winners: Vec<usize>, losers: Vec<usize> },
    /// Seats are open, and `contested` have the largest claims not met.
    Open { contested: Vec<usize> },
    /// There is a tie that this check does not resolve.
    SomeTie,
}

/// The largest claim not met and the smallest claim met.
struct Margin<C> {
    next: Option<C>,
    last: Option<C>,
}

impl Case {
    /// Seats beside the instance's bounds, which they must keep, and its house, which they must fill but for the
    /// open seats of a tie. Before topping up there may be a tie that nobody names, since it decides nothing.
    pub(super) fn of(instance: &Instance, seats: &[Seats], tie: Option<&Tie>) -> Result<Self, Rejected> {
        let given = seats.iter().map(|seats| u64::from(seats.get())).sum::<u64>();
        let house = u64::from(instance.house().get());
        let tops_up = instance.minimum() == MinimumRule::TopUp;
        let unnamed = if tops_up { house.saturating_sub(given) } else { 0 };
        let open = tie.map_or(unnamed, |tie| tie.open as u64);
        let sum = open + given;
        // A tie of the quota method may leave more than its open seats to later ties.
        if sum > house || (sum < house && tie.is_none()) {
            return Err(Rejected::Total { sum });
        }
        let row = |(entry, held): (&Entry, &Seats)| {
            let (lo, hi) = limits(instance, entry);
            Row { weight: entry.weight.get(), lo, hi, held: held.get() }
        };
        let rows: Vec<Row> = instance.entries().iter().zip(seats).map(row).collect();
        Self { rows, house, open, minimum: instance.minimum() }.within_bounds()
    }

    fn within_bounds(self) -> Result<Self, Rejected> {
        match self.rows.iter().position(|row| row.held < row.lo || row.held > row.hi) {
            Some(unit) => Err(Rejected::Bounds { unit }),
            None => Ok(self),
        }
    }

    /// The witness that the seats make, and whether they follow from the method.
    pub(super) fn examine(self, method: &Method) -> Result<(Witness, Standing), Rejected> {
        match method {
            Method::BaseProportional(plan) => self.without_base(plan)?.examine(plan.inner()),
            Method::Divisor(divisor) => self.by_divisor(divisor.signpost()),
            Method::Degressive(divisor) => self.by_divisor(divisor.signpost().on_roots()),
            Method::EqualShares => self.with_equal_claims().by_divisor(Divisor::Webster.signpost()),
            Method::Remainders(quota) => self.by_quota(*quota),
            Method::QuotaMethod => {
                let members = self.rows.iter().map(|row| row.weight).sum();
                let quota = Ratio::new(members, self.house);
                Ok((Witness::UpperQuota { quota }, quota_method::examine(&self)?))
            }
        }
    }

    /// What is left of the seats, the bounds and the house without base seats.
    fn without_base(mut self, plan: &BaseProportional) -> Result<Self, Rejected> {
        for (unit, row) in self.rows.iter_mut().enumerate().filter(|(_, row)| row.weight > 0) {
            let base = plan.base().get().min(row.hi);
            let cap = row.hi.min(plan.cap().get()).max(row.lo).max(base);
            row.held = row.held.checked_sub(base).ok_or(Rejected::Bounds { unit })?;
            (row.lo, row.hi) = (row.lo.saturating_sub(base), cap - base);
            self.house = self.house.checked_sub(base.into()).ok_or(Rejected::Refusal)?;
        }
        self.within_bounds()
    }

    fn with_equal_claims(mut self) -> Self {
        self.rows.iter_mut().for_each(|row| row.weight = 1);
        self
    }

    fn by_divisor(self, signpost: Signpost) -> Result<(Witness, Standing), Rejected> {
        let (Margin { next, last }, standing) =
            self.compare(|weight, held| signpost.quotient(weight, held))?;
        Ok((Witness::Divisor { lowest: next, highest: last, scale: signpost.scale() }, standing))
    }

    fn by_quota(self, quota: Quota) -> Result<(Witness, Standing), Rejected> {
        let (members, house) = self.rest(quota).ok_or(Rejected::Refusal)?;
        let (members, parts) = price_of(quota, members, house);
        if self.whole_quotas(members, parts) > u128::from(self.house) {
            return Err(Rejected::Refusal);
        }
        // Quota less seats held, in parts of 1 / members; none once the whole house is set aside, since nobody has members left.
        let claim = |weight: u64, held: u32| {
            i128::from(weight) * i128::from(parts) - i128::from(held) * i128::from(members)
        };
        let surplus = |claim: i128| {
            let one = i128::from(members.max(1));
            let rest = Ratio::new(u64::try_from(claim.rem_euclid(one)).ok()?, members)?;
            Some(Surplus { whole: i64::try_from(claim.div_euclid(one)).ok()?, rest })
        };
        let (Margin { next, last }, standing) = self.compare(claim)?;
        let [next, last] = [next, last].map(|claim| claim.and_then(surplus));
        Ok((Witness::Remainder { quota: Ratio::new(members, parts), next, last }, standing))
    }

    /// Seats that the whole quotas add up to, within the bounds. Minima above them are not the quota's doing.
    fn whole_quotas(&self, members: u64, parts: u64) -> u128 {
        let whole = |row: &Row| {
            let is_raised = row.lo == row.hi || self.minimum == MinimumRule::SetAside;
            let least = if is_raised { row.lo } else { 0 };
            let quotas = u128::from(row.weight) * u128::from(parts) / u128::from(members.max(1));
            quotas.clamp(least.into(), row.hi.into())
        };
        self.rows.iter().map(whole).sum()
    }

    /// Members and seats left once those have left who can win and lose nothing and, where minima are set aside, everybody who
    /// comes out below the minimum.
    fn rest(&self, quota: Quota) -> Option<(u64, u64)> {
        let (mut rest, fixed): (Vec<&Row>, Vec<&Row>) = self.rows.iter().partition(|row| row.lo < row.hi);
        let mut house = self.house.checked_sub(fixed.iter().map(|row| u64::from(row.lo)).sum())?;
        loop {
            let members = rest.iter().map(|row| row.weight).sum();
            if self.minimum != MinimumRule::SetAside {
                return Some((members, house));
            }
            let most = most_seats(&rest, price_of(quota, members, house), house)?;
            let (leave, stay): (Vec<_>, Vec<_>) =
                rest.into_iter().zip(most).partition(|(row, most)| *most < row.lo);
            if leave.is_empty() {
                return Some((members, house));
            }
            house = house.checked_sub(leave.iter().map(|(row, _)| u64::from(row.lo)).sum())?;
            rest = stay.into_iter().map(|(row, _)| row).collect();
        }
    }

    /// The max-min inequality, for a claim that falls with every seat held.
    fn compare<C: Ord + Copy>(
        &self,
        claim: impl Fn(u64, u32) -> C,
    ) -> Result<(Margin<C>, Standing), Rejected> {
        let (mut next, mut last) = (None, None);
        for (unit, row) in self.rows.iter().enumerate() {
            if row.held < row.hi {
                next = next.max(Some((claim(row.weight, row.held), unit)));
            }
            if row.held > row.lo {
                let met = (claim(row.weight, row.held - 1), unit);
                last = Some(last.map_or(met, |last| met.min(last)));
            }
        }
        if let (Some((best, gains)), Some((worst, loses))) = (next, last)
            && best > worst
        {
            return Err(Rejected::Claim { gains, loses });
        }
        let (next, last) = (next.map(|(claim, _)| claim), last.map(|(claim, _)| claim));
        let gaining = || self.units(|row| row.held < row.hi && Some(claim(row.weight, row.held)) == next);
        let is_tied = next.is_some() && next == last;
        if self.open > 0 {
            let sum = self.open + self.rows.iter().map(|row| u64::from(row.held)).sum::<u64>();
            if sum != self.house {
                return Err(Rejected::Total { sum });
            }
            // Nobody may hold a seat by the very claim that is open to others.
            let standing = if is_tied { Standing::Clear } else { Standing::Open { contested: gaining() } };
            return Ok((Margin { next, last: next }, standing));
        }
        if !is_tied {
            return Ok((Margin { next, last }, Standing::Clear));
        }
        let winners = self.units(|row| row.held > row.lo && Some(claim(row.weight, row.held - 1)) == last);
        Ok((Margin { next, last }, Standing::Tied { winners, losers: gaining() }))
    }

    /// The units for which `is_in`, ascending.
    fn units(&self, is_in: impl Fn(&Row) -> bool) -> Vec<usize> {
        self.rows.iter().enumerate().filter(|(_, row)| is_in(row)).map(|(unit, _)| unit).collect()
    }
}

/// The bounds a unit has before topping up: fixed seats, else its minimum to its maximum, else, without members, its
/// minimum only.
fn limits(instance: &Instance, entry: &Entry) -> (u32, u32) {
    let min = if instance.minimum() == MinimumRule::TopUp { Seats::ZERO } else { entry.min };
    let (lo, hi) = match (entry.fixed, entry.weight) {
        (Some(fixed), _) => (fixed, fixed),
        (None, Weight::ZERO) => (min, min),
        (None, _) => (min, entry.max),
    };
    (lo.get(), hi.get())
}

/// What a seat costs, as members and parts.
const fn price_of(quota: Quota, members: u64, house: u64) -> (u64, u64) {
    match quota {
        Quota::Hare => (members, house),
        Quota::Droop => (members / (house + 1) + 1, 1),
        Quota::HagenbachBischoff => (members, house + 1),
        Quota::Imperiali => (members, house + 2),
    }
}

/// The most seats each row can have by largest remainders without minima, ties included: whole quotas, then one seat
/// after the other. `None` if the whole quotas exceed the house.
fn most_seats(rows: &[&Row], (members, parts): (u64, u64), house: u64) -> Option<Vec<u32>> {
    let mut left = house;
    let mut most = Vec::with_capacity(rows.len());
    let mut claims = BinaryHeap::new();
    for (i, row) in rows.iter().enumerate() {
        let product = u128::from(row.weight) * u128::from(parts);
        let whole = u32::try_from(product / u128::from(members.max(1))).unwrap_or(u32::MAX).min(row.hi);
        left = left.checked_sub(whole.into())?;
        most.push(whole);
        if whole < row.hi {
            claims.push((i128::try_from(product).ok()? - i128::from(whole) * i128::from(members), i));
        }
    }
    let mut cut = None;
    while let Some((claim, i)) = claims.pop() {
        if left == 0 && cut != Some(claim) {
            break;
        }
        // With no seat left this claim equals the last one met, and might have been met instead.
        left = left.saturating_sub(1);
        cut = Some(claim);
        let seats = most.get_mut(i)?;
        *seats += 1;
        if *seats < rows.get(i)?.hi {
            claims.push((claim - i128::from(members), i));
        }
    }
    Some(most)
}
