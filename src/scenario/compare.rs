//! What differs between two scenarios: units, cells and settings, each with the action that takes it over.
//!
//! Knows no bytes and no words. A unit is the same in both where its name is; one that was renamed is recognised by its
//! identity as long as its members are the same, because identities are shared by copies only.

mod inside;

pub use inside::{Aspect, Fact, Inside, More, Thing, Where};

use super::cells::{Cells, cell};
use super::{
    Action, CalendarEdit, DelegationId, ElectionId, Field, Report, Scenario, SittingId, Step, Tally, Unit,
    UnitId,
};
use crate::num::Seats;
use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

/// A setting of the scenario as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The title.
    Title,
    /// The number of seats.
    House,
    /// The scheme: one tier, two tiers, a key.
    Scheme,
    /// The method.
    Method,
    /// How minima enter.
    MinimumRule,
    /// The fewest seats of any unit.
    Minimum,
    /// The lots that were drawn.
    Lots,
    /// The rules of the congress.
    Rules,
    /// The rule on the number of delegates.
    Body,
    /// The calendar: the first day, the level, milestones.
    Calendar,
    /// The categories of the composition, with their targets and cells.
    Composition,
    /// The sittings: their order, facts and attendance, but for what the cells of units show.
    Sittings,
    /// The agenda.
    Agenda,
    /// The elections.
    Elections,
    /// The list of delegates.
    People,
}

/// What became of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitChange {
    /// It is in the other scenario only, in this row.
    Added {
        /// The row in the other scenario.
        theirs: usize,
        /// The cells that come with it; those of attendance only to the sitting at which they were counted.
        fields: Vec<Field>,
    },
    /// It is in one's own only, in this row.
    Removed {
        /// The row in one's own scenario.
        mine: usize,
    },
    /// It is in both.
    Changed {
        /// The row in one's own scenario.
        mine: usize,
        /// The row in the other.
        theirs: usize,
        /// The cells that differ, as entered; none where only the seats do.
        fields: Vec<Field>,
    },
}

/// Two scenarios, one's own and another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Settings that differ.
    pub settings: Vec<Setting>,
    /// What differs within them, where they hold more than one value.
    pub inside: Vec<Inside>,
    /// Units that differ in what was entered or in their seats: in the order of the other scenario, then those that it does
    /// not have.
    pub units: Vec<UnitChange>,
    /// Units that are the same in both.
    pub same: usize,
}

/// What differs between one's own scenario and another.
pub fn compare(mine: &Report, theirs: &Report) -> Comparison {
    let pairs = pair(&mine.scenario, &theirs.scenario);
    let sides = Side::both(&mine.scenario, &theirs.scenario, &pairs);
    let (settings, inside) = settings(&sides);
    let counted = sides.iter().all(|side| side.in_cells.is_some());
    let compared: Vec<_> = Field::ALL.into_iter().filter(|field| counted || !field.is_attendance()).collect();
    let mut found = Comparison { settings, inside, ..Comparison::default() };
    let (own_cells, cells) = (Cells::of(&mine.scenario), Cells::of(&theirs.scenario));
    let mut met = vec![false; mine.units.len()];
    for (at, (unit, mate)) in theirs.scenario.units.iter().zip(&pairs).enumerate() {
        let own = mate.and_then(|row| Some((row, mine.scenario.units.get(row)?)));
        let Some((row, own)) = own else {
            found.units.push(UnitChange::Added { theirs: at, fields: compared.clone() });
            continue;
        };
        if let Some(met) = met.get_mut(row) {
            *met = true;
        }
        let differs = |field: &Field| own_cells.entered(own, *field) != cells.entered(unit, *field);
        let fields: Vec<_> = compared.iter().copied().filter(differs).collect();
        if fields.is_empty() && seats(mine, row) == seats(theirs, at) {
            found.same += 1;
        } else {
            found.units.push(UnitChange::Changed { mine: row, theirs: at, fields });
        }
    }
    let gone = met.iter().enumerate().filter(|(_, met)| !**met);
    found.units.extend(gone.map(|(mine, _)| UnitChange::Removed { mine }));
    found
}

/// So many units are looked up by name where a step of the history is told: lists are opened in no time.
const UNITS_TOLD: usize = 2_000;

/// What differs within a setting between two states of one scenario with the same units; nothing where that would take long.
pub(super) fn within(setting: Setting, before: &Scenario, after: &Scenario) -> Vec<Inside> {
    let names_units = !matches!(
        setting,
        Setting::Scheme | Setting::Rules | Setting::Body | Setting::Agenda | Setting::Elections
    );
    if !Rc::ptr_eq(&before.units, &after.units) || (names_units && before.units.len() > UNITS_TOLD) {
        return Vec::new();
    }
    let looked_at = |scenario: &Scenario| match names_units {
        true => scenario.clone(),
        false => Scenario { units: Rc::default(), ..scenario.clone() },
    };
    let (before, after) = (looked_at(before), looked_at(after));
    let pairs: Vec<_> = (0..before.units.len()).map(Some).collect();
    let [was, is] = &Side::both(&before, &after, &pairs);
    inside::differences(setting, &inside::facts(was, setting), &inside::facts(is, setting))
}

fn seats(report: &Report, row: usize) -> Option<Seats> {
    report.units.get(row).map(|unit| unit.seats)
}

/// For each unit of `theirs` the row of the same unit in `mine`, at most one for each.
fn pair(mine: &Scenario, theirs: &Scenario) -> Vec<Option<usize>> {
    // A unit without a name is known by its members.
    let key = |unit: &Rc<Unit>| (unit.name.clone(), unit.name.is_empty().then_some(unit.members));
    let mut named: HashMap<_, Vec<usize>> = HashMap::new();
    for (row, unit) in mine.units.iter().enumerate().rev() {
        named.entry(key(unit)).or_default().push(row);
    }
    let mut free = vec![true; mine.units.len()];
    let mut take = |row: usize| free.get_mut(row).is_some_and(std::mem::take);
    // Of several units of one name the first meets the first.
    let by_name = |unit: &Rc<Unit>| named.get_mut(&key(unit))?.pop();
    let mut pairs: Vec<_> = theirs.units.iter().map(by_name).collect();
    for row in pairs.iter().flatten() {
        take(*row);
    }
    let by_id: HashMap<UnitId, usize> =
        mine.units.iter().enumerate().map(|(row, unit)| (unit.id, row)).collect();
    for (unit, mate) in theirs.units.iter().zip(&mut pairs) {
        let Some(&row) = by_id.get(&unit.id).filter(|_| mate.is_none()) else { continue };
        if mine.units.get(row).is_some_and(|own| own.members == unit.members) && take(row) {
            *mate = Some(row);
        }
    }
    pairs
}

/// One of the scenarios, and what its identities stand for: what is in both has the name that it has in one's own, so that a new name
/// is told once.
struct Side<'a> {
    scenario: &'a Scenario,
    /// The units that are in both, by their rows in one's own.
    rows: HashMap<UnitId, usize>,
    units: HashMap<UnitId, Where>,
    sittings: HashMap<SittingId, Where>,
    elections: HashMap<ElectionId, Where>,
    /// By the names that they have here: a delegation is named in the cells of its units.
    delegations: HashMap<DelegationId, Where>,
    /// The sitting whose attendance is compared cell by cell.
    in_cells: Option<SittingId>,
}

impl<'a> Side<'a> {
    fn both(mine: &'a Scenario, theirs: &'a Scenario, pairs: &[Option<usize>]) -> [Self; 2] {
        let shared = || theirs.units.iter().zip(pairs).filter_map(|(unit, row)| Some((unit.id, (*row)?)));
        let own = shared().filter_map(|(_, row)| Some((mine.units.get(row)?.id, row)));
        let units = [mine, theirs]
            .map(|of| Where::things(Thing::Unit, of.units.iter().map(|one| (one.id, &one.name))));
        let sittings = [mine, theirs]
            .map(|of| Where::things(Thing::Sitting, of.sittings.iter().map(|one| (one.id, &one.name))));
        let elections = [mine, theirs]
            .map(|of| Where::things(Thing::Election, of.elections.iter().map(|one| (one.id, &one.title))));
        let delegations = [mine, theirs]
            .map(|of| Where::things(Thing::Delegation, of.delegations.iter().map(|one| (one.id, &one.name))));
        let found = (
            in_own(units, pairs),
            named(sittings, |id| id.0),
            named(elections, |id| id.0),
            delegations.map(HashMap::from_iter),
        );
        let ([own_units, units], [own_sittings, sittings], [own_elections, elections], delegations) = found;
        let [own_delegations, delegations] = delegations;
        let [own_in_cells, in_cells] = shown_alike([(mine, &own_sittings), (theirs, &sittings)]);
        [
            Self {
                scenario: mine,
                rows: own.collect(),
                units: own_units,
                sittings: own_sittings,
                elections: own_elections,
                delegations: own_delegations,
                in_cells: own_in_cells,
            },
            Self {
                scenario: theirs,
                rows: shared().collect(),
                units,
                sittings,
                elections,
                delegations,
                in_cells,
            },
        ]
    }
}

/// The sitting that is shown on each side, if it is the same one and counted by unit on both: only then do cells of attendance mean
/// the same. Which one is shown is a way of looking, and no difference.
fn shown_alike(sides: [(&Scenario, &HashMap<SittingId, Where>); 2]) -> [Option<SittingId>; 2] {
    let shown = sides.map(|(scenario, names)| {
        let sitting = scenario.sitting().filter(|sitting| sitting.tally == Tally::ByUnit)?;
        Some((sitting.id, names.get(&sitting.id)?))
    });
    let [own, other] = shown.map(|shown| shown.map(|(_, at)| at));
    shown.map(|shown| shown.filter(|_| own == other).map(|(id, _)| id))
}

/// What identities stand for on both sides, where `pairs` has for each of theirs the place of the same in one's own.
fn in_own<T: Copy + Eq + Hash>(
    [mine, theirs]: [Vec<(T, Where)>; 2],
    pairs: &[Option<usize>],
) -> [HashMap<T, Where>; 2] {
    let others = theirs.into_iter().zip(pairs).map(|((id, at), mate)| {
        let own = mate.and_then(|place| mine.get(place));
        (id, own.map_or(at, |(_, own)| own.clone()))
    });
    let others = others.collect();
    [mine.into_iter().collect(), others]
}

/// The same for things that are paired by their names.
fn named<T: Copy + Eq + Hash>(both: [Vec<(T, Where)>; 2], key: fn(T) -> u32) -> [HashMap<T, Where>; 2] {
    let [own, others] =
        both.each_ref().map(|list| list.iter().map(|(id, at)| (at, Some(key(*id)))).collect::<Vec<_>>());
    let pairs = inside::mates(&own, &others);
    in_own(both, &pairs)
}

/// Whether identities stand for the same on both sides, as in a copy in which none of these was added or renamed.
fn are_aligned([mine, theirs]: &[Side<'_>; 2]) -> bool {
    let units = |side: &Side<'_>| side.scenario.units.len() == side.rows.len();
    units(mine)
        && units(theirs)
        && mine.rows == theirs.rows
        && mine.sittings == theirs.sittings
        && mine.elections == theirs.elections
        && mine.scenario.delegations == theirs.scenario.delegations
}

/// Whether what was entered is equal down to the identities: then nothing has to be looked for, which in long lists is felt.
fn as_entered(setting: Setting, mine: &Scenario, theirs: &Scenario) -> bool {
    match setting {
        Setting::Composition => mine.composition == theirs.composition,
        Setting::People => mine.people == theirs.people,
        Setting::Sittings => mine.sittings == theirs.sittings,
        Setting::Agenda => mine.agenda == theirs.agenda,
        Setting::Elections => mine.elections == theirs.elections,
        _ => false,
    }
}

fn settings(sides: &[Side<'_>; 2]) -> (Vec<Setting>, Vec<Inside>) {
    let [mine, theirs] = sides.each_ref().map(|side| side.scenario);
    let (a, b) = (&mine.allocating, &theirs.allocating);
    let aligned = are_aligned(sides);
    let mut all_inside = Vec::new();
    let settings = Setting::ALL.into_iter().filter(|setting| {
        let found = if aligned && as_entered(*setting, mine, theirs) {
            Vec::new()
        } else {
            let [own, other] = sides.each_ref().map(|side| inside::facts(side, *setting));
            inside::differences(*setting, &own, &other)
        };
        let differs = match setting {
            Setting::Title => mine.title != theirs.title,
            Setting::House => a.house != b.house,
            Setting::Scheme => a.scheme != b.scheme,
            Setting::Method => a.method != b.method,
            Setting::MinimumRule => a.minimum_rule != b.minimum_rule,
            Setting::Minimum => a.minimum != b.minimum,
            Setting::Rules => mine.rules != theirs.rules,
            Setting::Body => mine.body != theirs.body,
            Setting::Calendar => !mine.calendar.says_as(&theirs.calendar),
            // Made of things that are known by identities, which mean nothing beyond their scenario.
            Setting::Lots
            | Setting::Composition
            | Setting::People
            | Setting::Sittings
            | Setting::Agenda
            | Setting::Elections => !found.is_empty(),
        };
        all_inside.extend(found);
        differs
    });
    (settings.collect(), all_inside)
}

impl UnitChange {
    /// The action on one's own scenario that takes this change over; `None` where there is nothing to take over but seats,
    /// which follow from the rest.
    pub fn take_over(&self, mine: &Scenario, theirs: &Scenario) -> Option<Action> {
        match self {
            Self::Added { theirs: row, fields } => {
                let unit = theirs.units.get(*row)?;
                let draft = fields.iter().map(|field| cell(theirs, unit, *field)).collect();
                Some(Action::Insert { at: *row, drafts: vec![draft] })
            }
            Self::Removed { mine: row } => Some(Action::Remove(vec![mine.units.get(*row)?.id])),
            Self::Changed { mine: own, theirs: row, fields } => {
                let (own, unit) = (mine.units.get(*own)?, theirs.units.get(*row)?);
                let edits: Vec<_> = fields.iter().map(|field| (own.id, cell(theirs, unit, *field))).collect();
                (!edits.is_empty()).then_some(Action::Edit(edits))
            }
        }
    }
}

impl Setting {
    /// All, in the order in which they are compared.
    pub const ALL: [Self; 15] = [
        Self::Title,
        Self::House,
        Self::Scheme,
        Self::Method,
        Self::MinimumRule,
        Self::Minimum,
        Self::Lots,
        Self::Rules,
        Self::Body,
        Self::Calendar,
        Self::Composition,
        Self::People,
        Self::Sittings,
        Self::Agenda,
        Self::Elections,
    ];

    /// The action on one's own scenario that takes this setting over; `None` where it can only come with the whole (lots and
    /// categories name units by identity, sittings units and delegations, the agenda and the elections sittings).
    pub fn take_over(self, theirs: &Scenario) -> Option<Action> {
        let allocating = &theirs.allocating;
        Some(match self {
            Self::Title => Action::SetTitle(theirs.title.clone()),
            Self::House => Action::SetHouse(allocating.house),
            Self::Scheme => Action::SetScheme(allocating.scheme.clone()),
            Self::Method => Action::SetMethod(allocating.method.clone()),
            Self::MinimumRule => Action::SetMinimumRule(allocating.minimum_rule),
            Self::Minimum => Action::SetMinimum(allocating.minimum),
            Self::Rules => Action::SetRules(theirs.rules.clone()),
            Self::Body => Action::SetBody(theirs.body),
            Self::Calendar => Action::EditCalendar(CalendarEdit::Take(theirs.calendar.clone())),
            Self::Lots
            | Self::Sittings
            | Self::Agenda
            | Self::Elections
            | Self::Composition
            | Self::People => return None,
        })
    }
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.settings.is_empty() && self.units.is_empty()
    }

    /// The action that takes the whole other scenario.
    pub fn take_all(theirs: &Scenario) -> Action {
        Action::Replace(Box::new(theirs.clone()), Step::Opened)
    }
}

#[cfg(test)]
mod tests;
