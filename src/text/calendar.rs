//! What the page says about the calendar before a congress.

use crate::scenario::Timing;
use crate::threshold::{Date, Level, Milestone, Span};

/// A word or a sentence about the calendar.
#[derive(Clone, Copy, Debug)]
pub enum CalendarMsg {
    /// A fixed word or sentence.
    Word(CalendarWord),
    /// What the rules state to be due, and for which level.
    Stated(Milestone, Option<Level>),
    /// The so-manieth milestone of one's own, until it has a name.
    Own(usize),
    /// A level.
    Level(Level),
    /// The level that follows from the kind of body.
    LevelOfBody(Level),
    /// How long before the congress.
    Before(Span),
    /// A day with its day of the week.
    Day(Date),
    /// How a deadline stands to the day on which the page is read.
    Timing(Timing),
    /// The day of the congress is that of its earliest sitting.
    FromSitting(Date),
    /// What is due, how long before which day: the text beside an event.
    BeforeDay(Span, Date),
}

/// A fixed word or sentence about the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarWord {
    /// Calendar.
    Title,
    /// What the section is for.
    Hint,
    /// First day of the congress or election.
    Day,
    /// Level of the body.
    Level,
    /// Not stated: all levels.
    AnyLevel,
    /// What is due.
    What,
    /// Latest day.
    Latest,
    /// How long before.
    HowLong,
    /// The congress or election begins.
    Begins,
    /// The rules state no deadlines.
    NoneStated,
    /// Enter the day to see the latest days.
    NoDay,
    /// Milestones of one's own.
    OwnTitle,
    /// Set by the organiser.
    OwnSource,
    /// Add a milestone.
    Add,
    /// Name.
    Name,
    /// How many.
    Amount,
    /// Unit.
    Unit,
    /// Days before.
    Days,
    /// Months before.
    Months,
    /// Remove.
    Remove,
    /// Save for a calendar program.
    Save,
    /// How months are counted.
    MonthEnds,
    /// Timetable.
    Paper,
}
