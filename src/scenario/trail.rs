//! `Taken`: a step of the history as a line of a list, with what it touched. Found by looking at the states before and after
//! it, when somebody asks: the history itself keeps no descriptions.

use super::attendance::Attendance;
use super::cells::cell;
use super::compare::within;
use super::{Fact, Field, Leap, Name, Scenario, Scheme, Setting, Step, Unit, UnitEdit, Where};
use crate::apportion::{Method, MinimumRule};
use crate::num::Seats;
use std::rc::Rc;

/// A step of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The way to the state after it.
    pub to: Leap,
    /// What it was.
    pub step: Step,
    /// What it touched.
    pub touched: Touched,
}

/// What a step touched, as far as a few words can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// What the name of the step says, and no more.
    Much,
    /// One unit, by its name.
    Unit(Name),
    /// One column of several units.
    Column(Field),
    /// One cell: whose, what stood in it, and what stands in it now.
    Cell(Name, UnitEdit, UnitEdit),
    /// The seats of a setting before and after: of the house, or the minimum.
    Seats(Seats, Seats),
    /// The new method.
    Method(Method),
    /// The new way in which the seats hang together.
    Scheme(Scheme),
    /// The new way in which minima are kept.
    MinimumRule(MinimumRule),
    /// The new title.
    Title(Name),
    /// The one thing or value that all it changed belongs to: the way to it; and of a single value what it was and what it is.
    Inside(Vec<Where>, Option<(Fact, Fact)>),
    /// The delegates present at a sitting, counted in another way: before and after, where all have reported.
    Present(Option<u64>, Option<u64>),
}

impl Touched {
    /// What a step touched, from the states before and after it.
    pub fn between(step: Step, before: &Scenario, after: &Scenario) -> Self {
        match step {
            Step::Title => Self::Title(after.title.clone()),
            Step::House => Self::Seats(before.allocating.house, after.allocating.house),
            Step::Minimum => Self::Seats(before.allocating.minimum, after.allocating.minimum),
            Step::Method => Self::Method(after.allocating.method.clone()),
            Step::Scheme => match inside(Setting::Scheme, before, after) {
                Self::Inside(path, Some((was, is))) if was != Fact::Nothing && is != Fact::Nothing => {
                    Self::Inside(path, Some((was, is)))
                }
                _ => Self::Scheme(after.allocating.scheme.clone()),
            },
            Step::Sitting | Step::SittingAdded | Step::SittingRemoved => {
                inside(Setting::Sittings, before, after)
            }
            Step::Agenda(_) => inside(Setting::Agenda, before, after),
            Step::Election(_) => inside(Setting::Elections, before, after),
            Step::OwnRules(_) => inside(Setting::Rules, before, after),
            Step::Composition(_) => inside(Setting::Composition, before, after),
            Step::MinimumRule => Self::MinimumRule(after.allocating.minimum_rule),
            Step::Cells(_) | Step::Endings | Step::Regrouped(_) => cells(before, after),
            Step::Counted(_) => counted(before, after),
            Step::Inserted(1) => named(odd_one(after, before)),
            Step::Removed(1) => named(odd_one(before, after)),
            Step::Moved(1) => moved(before, after),
            _ => Self::Much,
        }
    }
}

/// What differs within a setting, as far as it is one thing.
fn inside(setting: Setting, before: &Scenario, after: &Scenario) -> Touched {
    let found = within(setting, before, after);
    if let [one] = found.as_slice() {
        // Of a thing that came or went the name of the step tells that it did.
        let came = [&one.mine, &one.theirs].contains(&&Fact::There);
        let values = (!came).then(|| (one.mine.clone(), one.theirs.clone()));
        return Touched::Inside(one.path.clone(), values);
    }
    let mut paths = found.iter().map(|one| one.path.as_slice());
    let first = paths.next().unwrap_or_default();
    let shared = paths.fold(first.len(), |most, path| {
        first.iter().zip(path).take(most).take_while(|(one, other)| one == other).count()
    });
    match first.get(..shared) {
        Some(path) if !path.is_empty() => Touched::Inside(path.to_vec(), None),
        _ => Touched::Much,
    }
}

/// Which cells differ. Units keep their rows when cells change.
fn cells(before: &Scenario, after: &Scenario) -> Touched {
    if before.units.len() != after.units.len() {
        return Touched::Much;
    }
    // Marks of attendance are no part of the units, which steps share.
    let attended = before.sittings != after.sittings;
    let changed = |(old, new): &(&Rc<Unit>, &Rc<Unit>)| {
        !Rc::ptr_eq(old, new) || (attended && before.presence(old.id) != after.presence(new.id))
    };
    let mut found: Option<(&Unit, UnitEdit, UnitEdit)> = None;
    let (mut one_unit, mut one_column) = (true, true);
    for (old, new) in before.units.iter().zip(after.units.iter()).filter(changed) {
        for field in Field::ALL {
            let (was, is) = (cell(before, old, field), cell(after, new, field));
            if was == is {
                continue;
            }
            match &found {
                None => found = Some((new, was, is)),
                Some((first, edit, _)) => {
                    one_unit &= first.id == new.id;
                    one_column &= edit.field() == field;
                }
            }
        }
        if !one_unit && !one_column {
            return Touched::Much;
        }
    }
    match found {
        Some((unit, was, is)) if one_unit && one_column => Touched::Cell(unit.name.clone(), was, is),
        Some((unit, ..)) if one_unit => Touched::Unit(unit.name.clone()),
        Some((_, was, _)) => Touched::Column(was.field()),
        None => Touched::Much,
    }
}

/// Those present at the sitting that differs. Sittings keep their places when one is counted otherwise.
fn counted(before: &Scenario, after: &Scenario) -> Touched {
    let mut pairs = before.sittings.iter().zip(&after.sittings);
    let present = |scenario, sitting| Attendance::of(scenario, sitting).complete();
    pairs
        .find(|(was, is)| was.tally != is.tally)
        .map_or(Touched::Much, |(was, is)| Touched::Present(present(before, was), present(after, is)))
}

/// The unit that one of two scenarios has in a place where the other has another one, or none.
fn odd_one<'a>(one: &'a Scenario, other: &Scenario) -> Option<(usize, &'a Rc<Unit>)> {
    let there = |at: usize| other.units.get(at).map(|unit| unit.id);
    one.units.iter().enumerate().find(|(at, unit)| there(*at) != Some(unit.id))
}

fn named(found: Option<(usize, &Rc<Unit>)>) -> Touched {
    found.map_or(Touched::Much, |(_, unit)| Touched::Unit(unit.name.clone()))
}

/// The unit that was moved: the first one out of place went down, unless it stands just below the one that came.
fn moved(before: &Scenario, after: &Scenario) -> Touched {
    let (gone, come) = (odd_one(before, after), odd_one(after, before));
    let next = gone.and_then(|(at, _)| before.units.get(at + 1)).map(|unit| unit.id);
    let went_down = come.map(|(_, unit)| unit.id) == next;
    named(if went_down { gone } else { come })
}

#[cfg(test)]
mod tests;
