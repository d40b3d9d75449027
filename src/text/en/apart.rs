//! How a number beside the tables came about, in English.

use super::{calendar, grouped, plural};
use crate::scenario::{ApartNote, ApartWhat};
use crate::text::number::exact;
use crate::text::{CalendarMsg, CalendarWord};

pub(super) const fn noun(what: ApartWhat) -> &'static str {
    match what {
        ApartWhat::TriedHouse => "seats tried",
        ApartWhat::Gaining => "that would gain",
        ApartWhat::Losing => "that would lose",
        ApartWhat::Gained => "seats gained",
        ApartWhat::Lost => "seats lost",
        ApartWhat::ByList => "by the list",
        ApartWhat::ByTable => "in the table",
        ApartWhat::MarkedAbsent => "absent",
        ApartWhat::Unmarked => "not marked",
        ApartWhat::Units => "units",
        ApartWhat::UnitsWithSeats => "units with seats",
        ApartWhat::Open => "still open",
        ApartWhat::Met => "with a quorum",
        ApartWhat::NotMet => "without",
        ApartWhat::Undecided => "undecided",
    }
}

pub(super) fn note(note: ApartNote) -> String {
    let n = |n: u32| grouped(n.into());
    let units = |units: u64| plural(usize::try_from(units).unwrap_or(usize::MAX), "unit", "units");
    let day = |msg: &CalendarMsg| calendar::say(msg).into_owned();
    match note {
        ApartNote::SumOfRows(rows) => format!("The sum over the {} on show.", units(rows.into())),
        ApartNote::TriedHouse(size) => format!("Worked out for a house of {}, all else unchanged.", n(size)),
        ApartNote::TriedPresence(present) => {
            format!("Worked out for {} present, all else unchanged.", n(present))
        }
        ApartNote::Paradoxes(from, to) => format!(
            "From a house of {} to one of {}, seat by seat: counted is each house at which a unit has fewer seats than in the house one smaller (Alabama paradox).",
            n(from),
            n(to)
        ),
        ApartNote::OnList(persons) => format!("Counted person by person; {} on the list.", n(persons)),
        ApartNote::Unclear(persons) => {
            format!("The status of {} of them is not understood, and is not counted.", n(persons))
        }
        ApartNote::Before(span, date) => day(&CalendarMsg::BeforeDay(span, date)),
        ApartNote::FromSitting => {
            "No first day was entered, so that of the earliest sitting is taken.".to_owned()
        }
        ApartNote::Months => day(&CalendarMsg::Word(CalendarWord::MonthEnds)),
        ApartNote::Own => day(&CalendarMsg::Word(CalendarWord::OwnSource)),
        ApartNote::Range(from, to) => {
            format!("Units with at least {} members per seat, and fewer than {}.", exact(from), exact(to))
        }
        ApartNote::Held(count, seats) => format!(
            "Added up from the unit with the most members per seat: the first {} whole, with {} seats together; the next one in proportion to its members.",
            units(count),
            grouped(seats)
        ),
    }
}
