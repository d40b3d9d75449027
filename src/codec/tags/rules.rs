//! Rows of rules as numbers: what each is about, and what it says. Frozen like every number of [`super`].

use super::{TagError, decision, decision_of, office, office_of, purpose, purpose_of, read_rule, write_rule};
use crate::codec::bytes::{Reader, Writer};
use crate::threshold::{
    Band, Counting, Excess, Initiative, Level, ListOrder, Measures, Milestone, Provision, Remedy, Share,
    Signers, Span, Subject, TieRule,
};

tags!(counting, counting_of, Counting { 0 => Counting::Counts, 1 => Counting::Ignored });

tags!(tie, tie_of, TieRule { 0 => TieRule::Revote, 1 => TieRule::Lot, 2 => TieRule::Chair });

tags!(remedy, remedy_of, Remedy {
    0 => Remedy::SeparateElection,
    1 => Remedy::ReduceSeats,
    2 => Remedy::LeaveVacant,
});

tags!(order, order_of, ListOrder {
    0 => ListOrder::Strokes,
    1 => ListOrder::VotesThenStrokes,
    2 => ListOrder::AsApproved,
});

tags!(initiative, initiative_of, Initiative {
    0 => Initiative::Motion,
    1 => Initiative::Recall,
    2 => Initiative::ExtraordinaryMeeting,
});

tags!(level, level_of, Level {
    1 => Level::National,
    2 => Level::Province,
    3 => Level::BelowProvince,
    4 => Level::CountyAndAbove,
    5 => Level::Township,
});

tags!(milestone, milestone_of, Milestone {
    0 => Milestone::CongressRequest,
    1 => Milestone::CandidateRequest,
    2 => Milestone::VoterList,
    3 => Milestone::PreliminaryCandidates,
    4 => Milestone::FinalCandidates,
    5 => Milestone::Nomination,
});

/// All levels alike, in place of the number of one.
const EVERY_LEVEL: u64 = 0;

fn write_level(out: &mut Writer, at: Option<Level>) {
    out.varint(at.map_or(EVERY_LEVEL, level));
}

fn read_level(input: &mut Reader<'_>) -> Result<Option<Level>, TagError> {
    match input.varint()? {
        EVERY_LEVEL => Ok(None),
        number => level_of(number).map(Some),
    }
}

pub(in crate::codec) fn write_subject(out: &mut Writer, subject: Subject) {
    match subject {
        Subject::Quorum(at) => pair(out, 0, purpose(at)),
        Subject::Majority(at) => pair(out, 1, decision(at)),
        Subject::Candidates(at) => pair(out, 2, office(at)),
        Subject::OverReturned => out.varint(3),
        Subject::OverChosen => out.varint(4),
        Subject::Blank => out.varint(5),
        Subject::Illegal => out.varint(6),
        Subject::Tie => out.varint(7),
        Subject::Remedy(at) => pair(out, 8, remedy(at)),
        Subject::Order(at) => pair(out, 9, office(at)),
        Subject::Signers(at, level) => {
            pair(out, 10, initiative(at));
            write_level(out, level);
        }
        Subject::Presidium => out.varint(11),
        Subject::Deadline(at, level) => {
            pair(out, 12, milestone(at));
            write_level(out, level);
        }
    }
}

fn pair(out: &mut Writer, kind: u64, which: u64) {
    out.varint(kind);
    out.varint(which);
}

pub(in crate::codec) fn read_subject(input: &mut Reader<'_>) -> Result<Subject, TagError> {
    Ok(match input.varint()? {
        0 => Subject::Quorum(purpose_of(input.varint()?)?),
        1 => Subject::Majority(decision_of(input.varint()?)?),
        2 => Subject::Candidates(office_of(input.varint()?)?),
        3 => Subject::OverReturned,
        4 => Subject::OverChosen,
        5 => Subject::Blank,
        6 => Subject::Illegal,
        7 => Subject::Tie,
        8 => Subject::Remedy(remedy_of(input.varint()?)?),
        9 => Subject::Order(office_of(input.varint()?)?),
        10 => Subject::Signers(initiative_of(input.varint()?)?, read_level(input)?),
        11 => Subject::Presidium,
        12 => Subject::Deadline(milestone_of(input.varint()?)?, read_level(input)?),
        _ => return Err(TagError::Unknown),
    })
}

/// What a row says; what it is about stands before it.
pub(in crate::codec) fn write_value(out: &mut Writer, row: Provision) {
    match row {
        Provision::Quorum(_, measures) | Provision::Majority(_, measures) => {
            out.varint(measures.rules().count() as u64);
            measures.rules().for_each(|rule| write_rule(out, &rule));
        }
        Provision::Candidates(_, band) => {
            write_excess(out, Some(band.least));
            write_excess(out, band.most);
        }
        Provision::OverReturned | Provision::OverChosen | Provision::Remedy(_) => {}
        Provision::Blank(value) | Provision::Illegal(value) => out.varint(counting(value)),
        Provision::Tie(value) => out.varint(tie(value)),
        Provision::Order(_, value) => out.varint(order(value)),
        Provision::Signers(_, _, Signers::Persons(persons)) => pair(out, 0, persons.into()),
        Provision::Signers(_, _, Signers::DelegationOr(persons)) => pair(out, 1, persons.into()),
        Provision::Signers(_, _, Signers::Of(share)) => {
            out.varint(2);
            write_share(out, share);
        }
        Provision::Presidium(share) => write_share(out, share),
        Provision::Deadline(_, _, Span::Days(days)) => pair(out, 0, days.into()),
        Provision::Deadline(_, _, Span::Months(months)) => pair(out, 1, months.into()),
    }
}

pub(in crate::codec) fn read_value(input: &mut Reader<'_>, subject: Subject) -> Result<Provision, TagError> {
    Ok(match subject {
        Subject::Quorum(at) => Provision::Quorum(at, read_measures(input)?),
        Subject::Majority(at) => Provision::Majority(at, read_measures(input)?),
        Subject::Candidates(at) => {
            let least = read_excess(input)?.ok_or(TagError::Unknown)?;
            Provision::Candidates(at, Band { least, most: read_excess(input)? })
        }
        Subject::OverReturned => Provision::OverReturned,
        Subject::OverChosen => Provision::OverChosen,
        Subject::Blank => Provision::Blank(counting_of(input.varint()?)?),
        Subject::Illegal => Provision::Illegal(counting_of(input.varint()?)?),
        Subject::Tie => Provision::Tie(tie_of(input.varint()?)?),
        Subject::Remedy(at) => Provision::Remedy(at),
        Subject::Order(at) => Provision::Order(at, order_of(input.varint()?)?),
        Subject::Signers(at, level) => Provision::Signers(
            at,
            level,
            match input.varint()? {
                0 => Signers::Persons(narrow(input)?),
                1 => Signers::DelegationOr(narrow(input)?),
                2 => Signers::Of(read_share(input)?),
                _ => return Err(TagError::Unknown),
            },
        ),
        Subject::Presidium => Provision::Presidium(read_share(input)?),
        Subject::Deadline(at, level) => Provision::Deadline(
            at,
            level,
            match input.varint()? {
                0 => Span::Days(narrow(input)?),
                1 => Span::Months(narrow(input)?),
                _ => return Err(TagError::Unknown),
            },
        ),
    })
}

fn read_measures(input: &mut Reader<'_>) -> Result<Measures, TagError> {
    let second = match input.varint()? {
        1 => false,
        2 => true,
        _ => return Err(TagError::Unknown),
    };
    let first = read_rule(input)?;
    Ok(Measures { first, second: second.then(|| read_rule(input)).transpose()? })
}

/// 0 for no bound, 1 and a number of persons, 2 and a share.
fn write_excess(out: &mut Writer, excess: Option<Excess>) {
    match excess {
        None => out.varint(0),
        Some(Excess::Persons(persons)) => pair(out, 1, persons.into()),
        Some(Excess::Of(share)) => {
            out.varint(2);
            write_share(out, share);
        }
    }
}

fn read_excess(input: &mut Reader<'_>) -> Result<Option<Excess>, TagError> {
    Ok(match input.varint()? {
        0 => None,
        1 => Some(Excess::Persons(narrow(input)?)),
        2 => Some(Excess::Of(read_share(input)?)),
        _ => return Err(TagError::Unknown),
    })
}

fn write_share(out: &mut Writer, share: Share) {
    out.varint(share.num().into());
    out.varint(share.den().into());
}

fn read_share(input: &mut Reader<'_>) -> Result<Share, TagError> {
    Share::new(narrow(input)?, narrow(input)?).map_err(|_| TagError::Unknown)
}

fn narrow<T: TryFrom<u64>>(input: &mut Reader<'_>) -> Result<T, TagError> {
    T::try_from(input.varint()?).map_err(|_| TagError::Unknown)
}
