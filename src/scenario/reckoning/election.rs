//! Candidates for seats, who is elected and what is left, and what a delegation's votes are worth.

use super::{Authority, Note, Op, Reckoning, Term, Value, What};
use crate::index::VotingGame;
use crate::num::{Ratio, Seats};
use crate::scenario::{Counted, DelegationId, Election, ElectionId, LineFigure, Outcome, Report};
use crate::threshold::{Candidates, DifferentialRule, Excess, Office};

/// How many candidates so many seats take.
pub(super) fn candidates(report: &Report, office: Office, seats: Seats) -> Option<Reckoning> {
    let row: &DifferentialRule = report.rules.differential(office)?;
    let found = row.band.candidates(seats);
    let lowest = found.lowest();
    let whole = u64::from(seats.get());
    if whole == 0 {
        return None;
    }
    let reckoning = Reckoning::new(Value::of(lowest));
    let reckoning = excess(reckoning, row.band.least, whole, lowest, Note::RoundedUp);
    let highest = match found {
        Candidates::Range { highest, .. } => highest,
        Candidates::Empty { highest, .. } => Some(highest),
    };
    let reckoning = match row.band.most.zip(highest) {
        Some((most, highest)) => excess(reckoning, most, whole, highest, Note::RoundedDown),
        None => reckoning.note(Note::NoUpperBound),
    };
    let empty = match found {
        Candidates::Empty { lowest, highest } => Some(Note::EmptyBand(lowest, highest)),
        Candidates::Range { .. } => None,
    };
    Some(reckoning.note_if(empty).based(Some(Authority::Citation(row.citation))))
}

/// Seats, and what one end of the band puts on top.
fn excess(
    reckoning: Reckoning,
    of: Excess,
    seats: u64,
    candidates: u64,
    rounded: fn(Ratio, u64) -> Note,
) -> Reckoning {
    let more = candidates.saturating_sub(seats);
    let seats_term = Term { op: Op::Plus, value: Value::of(seats), what: What::ToFill };
    let reckoning = match of {
        Excess::Of(share) => {
            let share = Ratio::new(share.num().into(), share.den().into()).unwrap_or(Ratio::ZERO);
            match share.times(seats) {
                Some(part) => reckoning
                    .then(
                        Value::Ratio(part, if part.den() == 1 { 0 } else { 2 }),
                        vec![seats_term, Term::times(Value::Fraction(share), What::Bare)],
                    )
                    .note(rounded(part, more)),
                None => reckoning,
            }
        }
        Excess::Persons(_) => reckoning.note(Note::Named(more)),
    };
    let excess = Term { op: Op::Plus, value: Value::of(more), what: What::Excess };
    reckoning.then(Value::of(candidates), vec![seats_term, excess])
}

/// The candidates that all units need together: each for its own seats.
pub(super) fn by_unit(report: &Report, office: Office) -> Option<Reckoning> {
    let row = report.rules.differential(office)?;
    let spread = row.band.spread(report.units.iter().map(|unit| unit.seats));
    Some(
        Reckoning::new(Value::of(spread.lowest_by_unit))
            .note(Note::SumOfUnits(report.units.len()))
            .note(Note::Pooled(spread.pooled.lowest()))
            .based(Some(Authority::Citation(row.citation))),
    )
}

fn counted(report: &Report, id: ElectionId) -> Option<(&Election, &Counted)> {
    let election = report.scenario.elections.iter().find(|election| election.id == id)?;
    let result = report.elections.iter().find(|result| result.id == id)?;
    match &result.outcome {
        Outcome::Counted(counted) => Some((election, counted)),
        _ => None,
    }
}

/// Candidates elected: those with votes enough, as many as there are seats.
pub(super) fn elected(report: &Report, id: ElectionId) -> Option<Reckoning> {
    let (election, counted) = counted(report, id)?;
    let enough = |votes: crate::num::Count| u64::from(votes.get()) >= counted.needed;
    let reached = election.candidates.iter().filter(|one| one.votes.is_some_and(enough)).count();
    let citation = report.rules.majority_to_elect().map(|row| Authority::Citation(row.citation));
    let seats = i64::from(election.seats.get());
    let elected = counted.elected.len() as i64;
    let left = Term::minus(seats - elected, What::Left);
    Some(
        Reckoning::new(Value::Whole(elected))
            .note(Note::Reached(reached, counted.needed))
            .then(Value::Whole(elected), vec![Term::plus(seats, What::ToFill), left])
            .based(citation),
    )
}

/// Seats that no candidate with votes enough is left for.
pub(super) fn not_filled(report: &Report, id: ElectionId) -> Option<Reckoning> {
    let (election, counted) = counted(report, id)?;
    let unfilled = i64::from(counted.unfilled.get());
    Some(rest(election, counted, unfilled, open_seats(counted)))
}

/// Seats over which candidates are tied.
pub(super) fn open(report: &Report, id: ElectionId) -> Option<Reckoning> {
    let (election, counted) = counted(report, id)?;
    let open = open_seats(counted);
    (open > 0).then(|| rest(election, counted, open, counted.unfilled.get().into()))
}

fn open_seats(counted: &Counted) -> i64 {
    counted.open_tie().map_or(0, |tie| i64::from(tie.open.get()))
}

/// Seats less those filled and those left otherwise.
fn rest(election: &Election, counted: &Counted, rest: i64, otherwise: i64) -> Reckoning {
    Reckoning::sum(
        Value::Whole(rest),
        vec![
            Term::plus(election.seats.get().into(), What::ToFill),
            Term::minus(counted.elected.len() as i64, What::Winners),
            Term::minus(otherwise, What::Left),
        ],
    )
}

/// The share of a delegation in all votes.
pub(super) fn vote_share(report: &Report, id: DelegationId) -> Option<Reckoning> {
    let row = report.delegations.iter().find(|row| row.id == Some(id))?;
    let part = u64::try_from(row.ledger.actual()).ok()?;
    let whole = u64::try_from(report.total.actual()).ok()?;
    Ratio::new(part, whole)?;
    let terms = vec![
        Term { op: Op::Plus, value: Value::of(part), what: What::Line(LineFigure::Actual) },
        Term::over(whole, What::Line(LineFigure::Actual)),
    ];
    Some(Reckoning::sum(Value::Percent(part, whole), terms))
}

/// The share of a delegation in the power to decide, were each to vote as one.
pub(super) fn banzhaf(report: &Report, id: DelegationId) -> Option<Reckoning> {
    let needed = report.gates.own.majority.first()?.needed.ok()?;
    let rows: Vec<_> = report.delegations.iter().filter(|row| row.id.is_some()).collect();
    let at = rows.iter().position(|row| row.id == Some(id))?;
    let weights: Vec<u32> = rows.iter().map(|row| u32::try_from(row.ledger.actual()).unwrap_or(0)).collect();
    let permille = VotingGame::new(needed, &weights).ok()?.banzhaf().permille(at)?;
    let outside = Some(report.outside_blocs()).filter(|outside| *outside > 0);
    Some(
        Reckoning::new(Value::Percent(permille, 1000))
            .note(Note::Banzhaf(needed))
            .note_if(outside.map(Note::OutsideBlocs))
            .based(Some(Authority::Banzhaf)),
    )
}
