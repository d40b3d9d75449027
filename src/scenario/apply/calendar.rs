//! What actions do to the calendar.

use super::take_id;
use crate::limits::MAX_MILESTONES;
use crate::scenario::{Calendar, CalendarEdit, MilestoneId, Name, OwnMilestone, Scenario};
use crate::threshold::Span;

pub(super) fn edit(scenario: &mut Scenario, change: &CalendarEdit) {
    let milestone = |scenario: &mut Scenario, id: MilestoneId, change: &dyn Fn(&mut OwnMilestone)| {
        scenario.calendar.own.iter_mut().filter(|own| own.id == id).for_each(change);
    };
    match change {
        CalendarEdit::Day(day) => scenario.calendar.day = *day,
        CalendarEdit::Level(level) => scenario.calendar.level = *level,
        CalendarEdit::Add(name, before) => add(scenario, name, *before),
        CalendarEdit::Name(id, name) => milestone(scenario, *id, &|own| own.name = name.clone()),
        CalendarEdit::Before(id, before) if OwnMilestone::fits(*before) => {
            milestone(scenario, *id, &|own| own.before = *before);
        }
        CalendarEdit::Before(..) => {}
        CalendarEdit::Remove(id) => scenario.calendar.own.retain(|own| own.id != *id),
        CalendarEdit::Take(other) => {
            if !scenario.calendar.says_as(other) {
                scenario.calendar = Calendar { own: Vec::new(), ..other.clone() };
                for own in &other.own {
                    add(scenario, &own.name, own.before);
                }
            }
        }
    }
}

fn add(scenario: &mut Scenario, name: &Name, before: Span) {
    if scenario.calendar.own.len() < MAX_MILESTONES
        && OwnMilestone::fits(before)
        && let Some(id) = take_id(scenario).map(MilestoneId)
    {
        scenario.calendar.own.push(OwnMilestone { id, name: name.clone(), before });
    }
}
