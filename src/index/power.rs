//! `VotingGame`: weighted voting `[q; w1, w2, …]`, and what each bloc's votes are worth.
//!
//! Knows no ballots: a bloc votes as one, a coalition wins with at least `q` votes. Counts are exact integers by
//! dynamic programming. Sources: J. F. Banzhaf, "Weighted voting doesn't work", Rutgers Law Review 19 (1965);
//! L. S. Shapley and M. Shubik, "A method for evaluating the distribution of power in a committee system", American
//! Political Science Review 48 (1954).

use crate::num::gcd128;
use std::fmt;

/// Most blocs of a game. `lcm(1..=88)` is the last that fits `u128`, and with it every Shapley-Shubik index; the number
/// of coalitions, `2^88`, fits as well.
pub const MAX_BLOCS: usize = 88;

/// Most cells of the table, blocs times quota: 32 MiB. With 40 blocs the quota may be up to 52,428 votes.
pub const MAX_CELLS: usize = 1 << 21;

/// A weighted voting game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VotingGame {
    quota: usize,
    /// No weight above the quota: such a bloc wins alone either way.
    weights: Vec<usize>,
}

/// Parts of one whole; they sum to it unless all are zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExactShares {
    /// One numerator per bloc.
    pub parts: Vec<u128>,
    /// The common denominator, never zero.
    pub whole: u128,
}

/// Why a game is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerError {
    /// No blocs.
    NoBlocs,
    /// More blocs than [`MAX_BLOCS`].
    TooManyBlocs {
        /// The number given.
        blocs: usize,
    },
    /// The quota is zero: the empty coalition would win.
    QuotaZero,
    /// The quota exceeds all votes together: nobody can win.
    QuotaOutOfReach {
        /// The quota given.
        quota: u64,
        /// The sum of the weights.
        votes: u64,
    },
    /// Blocs times quota exceed [`MAX_CELLS`]. Votes with a common factor may be divided by it first.
    TooLarge {
        /// The number of blocs.
        blocs: usize,
        /// The quota given.
        quota: u64,
    },
}

impl PowerError {
    /// A stable identifier for texts and programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoBlocs => "power-no-blocs",
            Self::TooManyBlocs { .. } => "power-too-many-blocs",
            Self::QuotaZero => "power-quota-zero",
            Self::QuotaOutOfReach { .. } => "power-quota-out-of-reach",
            Self::TooLarge { .. } => "power-too-large",
        }
    }
}

impl fmt::Display for PowerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for PowerError {}

impl ExactShares {
    /// A part in thousandths of the whole, rounded half up; `None` past the last part, or where the whole is too large
    /// to be scaled.
    pub fn permille(&self, at: usize) -> Option<u64> {
        let part = *self.parts.get(at)?;
        u64::try_from(
            part.checked_mul(2000)?.checked_add(self.whole)?.checked_div(self.whole.checked_mul(2)?)?,
        )
        .ok()
    }
}

impl VotingGame {
    /// The game in which `quota` of the votes win. A quota of half the votes or less is allowed; then two disjoint
    /// coalitions may both win.
    ///
    /// # Errors
    ///
    /// [`PowerError`] outside the limits of this module, or if the quota is zero or above all votes.
    pub fn new(quota: u64, weights: &[u32]) -> Result<Self, PowerError> {
        let blocs = weights.len();
        let votes: u64 = weights.iter().map(|&w| u64::from(w)).sum();
        let cells = |q: usize| q.checked_mul(blocs).filter(|&cells| cells <= MAX_CELLS);
        match usize::try_from(quota) {
            _ if blocs == 0 => Err(PowerError::NoBlocs),
            _ if blocs > MAX_BLOCS => Err(PowerError::TooManyBlocs { blocs }),
            Ok(0) => Err(PowerError::QuotaZero),
            _ if quota > votes => Err(PowerError::QuotaOutOfReach { quota, votes }),
            Ok(q) if cells(q).is_some() => {
                let cap = |&w: &u32| usize::try_from(w).unwrap_or(q).min(q);
                Ok(Self { quota: q, weights: weights.iter().map(cap).collect() })
            }
            _ => Err(PowerError::TooLarge { blocs, quota }),
        }
    }

    /// In how many coalitions of the others each bloc turns defeat into victory (Banzhaf swings).
    pub fn swings(&self) -> Vec<u128> {
        // losing[k]: coalitions of all blocs with exactly k < q votes.
        let mut losing = vec![0u128; self.quota];
        if let Some(empty) = losing.first_mut() {
            *empty = 1;
        }
        for &weight in &self.weights {
            add_shifted(&mut losing, weight);
        }
        self.per_bloc(|weight| {
            let mut others = losing.clone();
            // A bloc without votes is in half of the coalitions; it has no swings to count.
            if weight > 0 {
                remove_shifted(&mut others, weight);
            }
            swing_window(&others, weight)
        })
    }

    /// The normalised Banzhaf index: each bloc's share of all swings.
    pub fn banzhaf(&self) -> ExactShares {
        let parts = self.swings();
        let whole = parts.iter().sum::<u128>().max(1);
        reduced(ExactShares { parts, whole })
    }

    /// The Shapley-Shubik index: in what share of all orders of the blocs each one is pivotal.
    pub fn shapley_shubik(&self) -> ExactShares {
        let blocs = self.weights.len();
        let table = self.losing_by_size();
        // A swing in a coalition of s others happens in s! (n-1-s)! of n! orders, that is 1 in n·C(n-1, s). The least
        // common multiple of these numbers over s is lcm(1..=n) (B. Farhi, Amer. Math. Monthly 116 (2009)).
        let whole = (1..=blocs as u128).fold(1, |l, k| l / gcd128(l, k) * k);
        let mut orders = vec![blocs as u128];
        for s in 1..blocs as u128 {
            let last = orders.last().copied().unwrap_or(1);
            orders.push(last * (blocs as u128 - s) / s);
        }
        let parts = self.per_bloc(|weight| {
            // Coalitions of one size without the bloc: all of them less those that the bloc has joined.
            let mut others = vec![0u128; self.quota];
            let mut part = 0;
            for (row, &per) in table.iter().zip(&orders) {
                let mut rest = row.clone();
                rest.iter_mut().skip(weight).zip(&others).for_each(|(all, joined)| *all -= joined);
                part += swing_window(&rest, weight) * (whole / per);
                others = rest;
            }
            part
        });
        reduced(ExactShares { parts, whole })
    }

    /// Row s, column k: coalitions of s blocs with exactly k < q votes, s below the number of blocs.
    fn losing_by_size(&self) -> Vec<Vec<u128>> {
        let mut table = vec![vec![0u128; self.quota]; self.weights.len()];
        if let Some(empty) = table.first_mut().and_then(|row| row.first_mut()) {
            *empty = 1;
        }
        for &weight in &self.weights {
            // Sizes downwards, so that a bloc joins each coalition once.
            for size in (1..table.len()).rev() {
                let (smaller, larger) = table.split_at_mut(size);
                if let (Some(from), Some(to)) = (smaller.last(), larger.first_mut()) {
                    to.iter_mut().skip(weight).zip(from).for_each(|(to, from)| *to += from);
                }
            }
        }
        table
    }

    /// Evaluates once per distinct weight: equal blocs have equal power.
    fn per_bloc(&self, mut evaluate: impl FnMut(usize) -> u128) -> Vec<u128> {
        let mut known: Vec<(usize, u128)> = Vec::new();
        let mut out = Vec::with_capacity(self.weights.len());
        for &weight in &self.weights {
            let found = known.iter().find(|(w, _)| *w == weight).map(|(_, value)| *value);
            let value = found.unwrap_or_else(|| {
                let value = evaluate(weight);
                known.push((weight, value));
                value
            });
            out.push(value);
        }
        out
    }
}

/// Adds one bloc of `weight` votes to the coalitions counted by votes.
fn add_shifted(counts: &mut [u128], weight: usize) {
    for k in (weight..counts.len()).rev() {
        let joined = counts.get(k - weight).copied().unwrap_or(0);
        if let Some(count) = counts.get_mut(k) {
            *count += joined;
        }
    }
}

/// Takes one bloc of `weight` votes out again: what remains are the coalitions that never had it.
fn remove_shifted(counts: &mut [u128], weight: usize) {
    for k in weight..counts.len() {
        let joined = counts.get(k - weight).copied().unwrap_or(0);
        if let Some(count) = counts.get_mut(k) {
            *count -= joined;
        }
    }
}

/// Losing coalitions without the bloc that `weight` more votes make winning: `q - weight <= k < q`.
fn swing_window(losing: &[u128], weight: usize) -> u128 {
    losing.iter().rev().take(weight).sum()
}

fn reduced(shares: ExactShares) -> ExactShares {
    let g = shares.parts.iter().fold(shares.whole, |g, &part| gcd128(g, part));
    ExactShares { parts: shares.parts.iter().map(|part| part / g).collect(), whole: shares.whole / g }
}
