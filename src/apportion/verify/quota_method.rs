//! The quota method, checked without going through the houses one by one.
//!
//! Seat number `n + 1` of a unit is a job that may be done from time floor(n V / v) on, the first house at which the
//! unit is below its upper quota, and is worth v / (n + 1). Taking the most valuable job at every time does the most
//! valuable set of jobs that can be done at all (the jobs are a matroid: unit jobs with release times). So the seats
//! are right if and only if no job left out can take the place of a less valuable one. A job can do so unless every
//! time up to its release is needed for jobs released as late: from the last such *tight* time on.

use super::super::Quotient;
use super::Rejected;
use super::case::{Case, Row, Standing};

/// The standing of settled seats. Memory: one number per seat of the house.
pub(super) fn examine(case: &Case) -> Result<Standing, Rejected> {
    if case.open > 0 {
        return Ok(Standing::SomeTie);
    }
    let timeline = Timeline::of(case);
    // The least valuable job done among those released from each tight time on; within a unit that is its last.
    let mut least = vec![None; timeline.tight.len()];
    for (unit, row) in case.rows.iter().enumerate().filter(|(_, row)| row.held > row.lo) {
        let job = (worth(row, row.held - 1), unit);
        if let Some(least) = least.get_mut(timeline.section(row, row.held - 1)) {
            *least = Some(least.map_or(job, |least: (Quotient, usize)| least.min(job)));
        }
    }
    let mut running = None;
    for least in least.iter_mut().rev() {
        running = match (running, *least) {
            (Some(a), Some(b)) => Some(std::cmp::min::<(Quotient, usize)>(a, b)),
            (a, b) => a.or(b),
        };
        *least = running;
    }
    let mut standing = Standing::Clear;
    let latest = case.rows.iter().enumerate().filter(|(_, row)| row.held > row.lo);
    let latest =
        latest.max_by_key(|(_, row)| timeline.release_by_quota(row, row.held - 1)).map(|(unit, _)| unit);
    for (gains, row) in case.rows.iter().enumerate().filter(|(_, row)| row.held < row.hi) {
        // The quota is waived only once everybody below it was served.
        if let Some(loses) = latest.filter(|_| timeline.release_by_quota(row, row.held) <= timeline.waived)
            && timeline.waived < u64::MAX
        {
            return Err(Rejected::Claim { gains, loses });
        }
        if timeline.release(row, row.held) >= case.house {
            continue;
        }
        let Some(Some((least, loses))) = least.get(timeline.section(row, row.held)) else { continue };
        match worth(row, row.held).cmp(least) {
            std::cmp::Ordering::Greater => return Err(Rejected::Claim { gains, loses: *loses }),
            std::cmp::Ordering::Equal => standing = Standing::SomeTie,
            std::cmp::Ordering::Less => {}
        }
    }
    Ok(standing)
}

fn worth(row: &Row, held: u32) -> Quotient {
    Quotient::new(row.weight.into(), u128::from(held) + 1)
}

/// When jobs are released, and which times are tight.
struct Timeline {
    members: u64,
    /// The house at which the method starts: the minima.
    start: u64,
    /// From here on nobody is below its upper quota, and the quota is waived.
    waived: u64,
    /// Tight times, ascending; the start is one of them.
    tight: Vec<u64>,
}

impl Timeline {
    fn of(case: &Case) -> Self {
        let start = case.rows.iter().map(|row| u64::from(row.lo)).sum();
        let members = case.rows.iter().map(|row| row.weight).sum();
        let mut timeline = Self { members, start, waived: u64::MAX, tight: Vec::new() };
        let house = case.house;
        let mut released = vec![0u64; usize::try_from(house - start).unwrap_or(0) + 1];
        for row in &case.rows {
            for held in row.lo..row.held {
                let at = usize::try_from(timeline.release(row, held).min(house) - start).unwrap_or(0);
                if let Some(count) = released.get_mut(at) {
                    *count += 1;
                }
            }
        }
        let mut before = 0;
        for (time, count) in (start..house).zip(&released) {
            if before == time - start {
                timeline.tight.push(time);
            }
            before += count;
            if before <= time - start {
                timeline.waived = time;
                break;
            }
        }
        if timeline.tight.is_empty() {
            timeline.tight.push(start);
        }
        timeline
    }

    /// The number of seats given from which seat `held + 1` of a unit is within its upper quota.
    fn release_by_quota(&self, row: &Row, held: u32) -> u64 {
        let exact = u128::from(held) * u128::from(self.members) / u128::from(row.weight.max(1));
        u64::try_from(exact).unwrap_or(u64::MAX).max(self.start)
    }

    /// The number of seats given from which seat `held + 1` of a unit may be given.
    fn release(&self, row: &Row, held: u32) -> u64 {
        self.release_by_quota(row, held).min(self.waived)
    }

    /// Which tight time is the last one up to the release of seat `held + 1`.
    fn section(&self, row: &Row, held: u32) -> usize {
        let release = self.release(row, held);
        self.tight.partition_point(|time| *time <= release).saturating_sub(1)
    }
}
