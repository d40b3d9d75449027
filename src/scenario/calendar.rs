//! `Calendar`: the day of the congress and the milestones of one's own, as entered, and the timetable planned back from it.
//!
//! Knows no clock: what is overdue is a question with a day in it. A span of months ends on the same day of the earlier
//! month, or on its last day where it has none such (31 May less one month is 30 April).

use super::{Name, Scenario};
use crate::limits::{MAX_DAYS_BEFORE, MAX_MONTHS_BEFORE};
use crate::threshold::{Citation, Date, Deadline, Level, Milestone, Span};

/// Identifies a milestone of one's own; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MilestoneId(pub u32);

/// Something of one's own that is due before the congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMilestone {
    /// Its identity.
    pub id: MilestoneId,
    /// What is due.
    pub name: Name,
    /// How long before.
    pub before: Span,
}

/// What people entered about the time of the congress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The day on which the congress or election begins; `None` takes the earliest day of a sitting.
    pub day: Option<Date>,
    /// The level, where deadlines differ by level; `None` takes that of the body.
    pub level: Option<Level>,
    /// Milestones of one's own, in the order in which they were added.
    pub own: Vec<OwnMilestone>,
}

/// A change of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarEdit {
    /// The day of the congress.
    Day(Option<Date>),
    /// The level.
    Level(Option<Level>),
    /// A milestone more.
    Add(Name, Span),
    /// Another name of a milestone.
    Name(MilestoneId, Name),
    /// Another span of a milestone.
    Before(MilestoneId, Span),
    /// A milestone less.
    Remove(MilestoneId),
    /// All of another calendar; its milestones get identities of this scenario.
    Take(Calendar),
}

/// The timetable of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarReport {
    /// The day on which the congress begins, if it is known.
    pub day: Option<Date>,
    /// Where that day is from.
    pub from: DayFrom,
    /// The level that deadlines are chosen by; `None` shows those of every level.
    pub level: Option<Level>,
    /// The levels that the deadlines of the rules differ by.
    pub levels: Vec<Level>,
    /// What is due, the earliest first; without a day in the order in which it is stated.
    pub due: Vec<Due>,
}

/// Where the day of the congress is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DayFrom {
    /// It was entered, or is not known.
    #[default]
    Entered,
    /// It is the earliest day of a sitting.
    Sitting,
}

/// Something that is due, and when at the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub task: Task,
    /// How long before.
    pub before: Span,
    /// The latest day; `None` without a day of the congress.
    pub latest: Option<Date>,
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// A deadline of the rules.
    Stated {
        /// What.
        milestone: Milestone,
        /// The level it is for.
        level: Option<Level>,
        /// Where it is from.
        citation: Citation,
    },
    /// A milestone of one's own.
    Own(OwnMilestone),
}

/// How a deadline stands to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timing {
    /// So many days are left.
    Left(u64),
    /// It is on this day.
    Today,
    /// It was so many days ago.
    Past(u64),
}

impl Calendar {
    /// Whether it says the same as another, whatever the identities of the milestones.
    pub fn says_as(&self, other: &Self) -> bool {
        let own = |calendar: &Self| -> Vec<(Name, Span)> {
            calendar.own.iter().map(|own| (own.name.clone(), own.before)).collect()
        };
        (self.day, self.level, own(self)) == (other.day, other.level, own(other))
    }
}

impl OwnMilestone {
    /// Whether a span is one that a milestone of one's own can have: at least one day, at most ten years.
    pub const fn fits(before: Span) -> bool {
        match before {
            Span::Days(days) => 0 < days && days <= MAX_DAYS_BEFORE,
            Span::Months(months) => 0 < months && months <= MAX_MONTHS_BEFORE,
        }
    }
}

impl Due {
    /// How it stands to `today` while the congress of `day` is still to come; afterwards nobody has to hurry.
    pub fn timing(&self, day: Date, today: Date) -> Option<Timing> {
        let days = today.days_until(self.latest?);
        (today <= day).then_some(match days {
            0 => Timing::Today,
            1.. => Timing::Left(days.unsigned_abs()),
            _ => Timing::Past(days.unsigned_abs()),
        })
    }
}

impl CalendarReport {
    /// The timetable of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let calendar = &scenario.calendar;
        let sitting = scenario.sittings.iter().filter_map(|sitting| sitting.date).min();
        let (day, from) = match calendar.day {
            None if sitting.is_some() => (sitting, DayFrom::Sitting),
            entered => (entered, DayFrom::Entered),
        };
        let rules = scenario.rules.profile();
        let deadlines: &[Deadline] = &rules.deadlines;
        let mut levels: Vec<Level> = deadlines.iter().filter_map(|deadline| deadline.level).collect();
        levels.sort_unstable();
        levels.dedup();
        // A level that the rules do not speak of chooses nothing.
        let level = calendar.level.or(scenario.body.and_then(|body| body.level()));
        let level = level.filter(|level| levels.contains(level));
        let holds =
            |deadline: &&Deadline| deadline.level.is_none() || level.is_none() || deadline.level == level;
        let stated = deadlines.iter().filter(holds).map(|deadline| Due {
            task: Task::Stated {
                milestone: deadline.milestone,
                level: deadline.level,
                citation: deadline.citation,
            },
            before: deadline.before,
            latest: day.and_then(|day| deadline.before.before(day)),
        });
        let own = calendar.own.iter().map(|own| Due {
            task: Task::Own(own.clone()),
            before: own.before,
            latest: day.and_then(|day| own.before.before(day)),
        });
        let mut due: Vec<_> = stated.chain(own).collect();
        due.sort_by_key(|due| due.latest);
        Self { day, from, level, levels, due }
    }
}

#[cfg(test)]
mod tests;
