//! What the numbers beside the tables are called when somebody asks about them.

use super::{Teller, heading};
use crate::scenario::{Apart, Part, TakenSeats, UnitsCounted};
use crate::text::{CalendarMsg, CalendarWord, ChartMsg, ChartWord, Key, Msg, PeopleKey, PeopleMsg, TableMsg};
use crate::text::{number::exact, timetable};

/// What a number is, and whose.
#[inline(never)]
pub(super) fn title(teller: &Teller<'_>, figure: &Apart) -> (String, String) {
    let chart = |word| teller.say(&Msg::Chart(ChartMsg::Word(word)));
    match figure {
        Apart::Shown(one, sums) => {
            let rows = TableMsg::TotalShown(usize::try_from(sums.units).unwrap_or(usize::MAX));
            (teller.say(&heading(teller.report, *one)), teller.say(&Msg::Table(rows)))
        }
        Apart::OtherHouse(_) | Apart::OtherPresence(..) => (teller.key(Key::WhatIf), String::new()),
        Apart::SeatsAt(unit, _) => {
            (teller.say(&Msg::Field(crate::scenario::Field::Seats)), teller.unit(*unit))
        }
        Apart::Paradoxes(..) => (chart(ChartWord::Paradoxes), String::new()),
        Apart::Listed(whose, one) => (teller.say(&heading(teller.report, *one)), teller.whose(*whose)),
        Apart::Roll => {
            (teller.key(Key::PresentLong), teller.say(&Msg::People(PeopleMsg::Key(PeopleKey::Title))))
        }
        Apart::Deadline(at) => {
            let calendar = &teller.report.calendar;
            let due = usize::try_from(*at).ok().and_then(|at| calendar.due.get(at));
            let task = due.map(|due| timetable::task(calendar, due, teller.language).to_string());
            let latest = Msg::Calendar(CalendarMsg::Word(CalendarWord::Latest));
            (teller.say(&latest), task.unwrap_or_default())
        }
        Apart::Share(whose, part) => {
            let word = match part {
                Part::Members => ChartWord::ShareOfMembers,
                Part::Seats => ChartWord::ShareOfSeats,
            };
            (chart(word), teller.whose(*whose))
        }
        Apart::Seats(TakenSeats::Open) => (chart(ChartWord::OpenSeats), String::new()),
        Apart::Seats(TakenSeats::Share) => (chart(ChartWord::ShareOfSeats), chart(ChartWord::OpenSeats)),
        Apart::Seats(TakenSeats::All) => (teller.key(Key::Seats), teller.key(Key::Total)),
        Apart::PerSeat(range, counted) => {
            let word = match counted {
                UnitsCounted::Number => teller.key(Key::UnitsShort),
                UnitsCounted::Share => chart(ChartWord::ShareOfUnits),
            };
            let range = range
                .map(|(from, to)| teller.say(&Msg::Chart(ChartMsg::FromBelow(&exact(from), &exact(to)))));
            (word, range.unwrap_or_default())
        }
        Apart::Held(_) => (chart(ChartWord::HoldSeats), String::new()),
        Apart::QuorumsMet => (teller.key(Key::AttendanceChart), String::new()),
    }
}
