//! What the cells of the matrix show and what a person may type into them.

use crate::ui::refused::{Refusal, Why};
use crate::ui::words::Words;
use delegate_roster::exchange::{CellError, Grid, entry_within};
use delegate_roster::limits::{MAX_SEATS, MAX_WEIGHT};
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::{
    Action, Category, CategoryId, CompositionAction, Plan, Report, Scenario, UnitId,
};
use delegate_roster::text::number::grouped;
use delegate_roster::text::{CompositionKey, CompositionMsg, Msg};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What the cells hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Seats, computed or locked.
    #[default]
    Seats,
    /// Members of the category, as entered.
    Members,
}

/// A cell as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    pub category: CategoryId,
    pub text: AttrValue,
    /// What would be shown without a text that does not fit.
    pub held: AttrValue,
    pub class: Classes,
    /// The exact share and how the cell came about.
    pub title: AttrValue,
    pub invalid: bool,
}

/// A text that does not fit its cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub view: View,
    pub unit: UnitId,
    pub category: CategoryId,
    pub text: String,
    pub error: CellError,
}

/// A cell in one of the views.
pub type Place = (View, CategoryId, UnitId);

/// The texts that do not fit, one for each cell in each view, in the order in which they were typed.
#[derive(Clone)]
pub struct Drafts {
    // Not a state: the text of a cell that is taken out of the page is drawn no more.
    held: Rc<RefCell<Vec<Draft>>>,
    redraw: UseForceUpdateHandle,
}

/// Beginning with those that were refused before the step was left.
#[hook]
pub fn use_drafts(kept: &[Refusal]) -> Drafts {
    let held = use_mut_ref(|| kept.iter().filter_map(Draft::of).collect());
    Drafts { held, redraw: use_force_update() }
}

impl Drafts {
    /// Those of cells that are there.
    pub fn of(&self, scenario: &Scenario) -> Vec<Draft> {
        let there = |draft: &&Draft| {
            let category = scenario.composition.iter().any(|one| one.id == draft.category);
            category && scenario.unit(draft.unit).is_some()
        };
        self.held.borrow().iter().filter(there).cloned().collect()
    }

    pub fn put(&self, draft: Draft) {
        self.held.borrow_mut().retain(|one| one.place() != draft.place());
        self.held.borrow_mut().push(draft);
        self.redraw.force_update();
    }

    /// Drops those of cells that hold something else now.
    pub fn end(&self, places: &[Place]) {
        self.held.borrow_mut().retain(|one| !places.contains(&one.place()));
        self.redraw.force_update();
    }
}

impl View {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::Members => "members",
        }
    }

    pub fn name(self, words: Words) -> AttrValue {
        words.composition(match self {
            Self::Seats => CompositionKey::ViewSeats,
            Self::Members => CompositionKey::ViewMembers,
        })
    }

    fn of_id(id: &str) -> Option<Self> {
        [Self::Seats, Self::Members].into_iter().find(|view| view.id() == id)
    }
}

impl Draft {
    pub const fn place(&self) -> Place {
        (self.view, self.category, self.unit)
    }

    /// A text that was refused before the step was left.
    fn of(kept: &Refusal) -> Option<Self> {
        let (view, category, unit) = place_of(&kept.id)?;
        let Why::Cell(error) = kept.why.clone() else { return None };
        Some(Self { view, unit, category, text: kept.text.clone(), error })
    }
}

/// The identity of the field of a cell: another one in each view, so that no text is taken for one of the other.
pub fn cell_id((view, category, unit): Place) -> String {
    format!("cell-{}-{}-{}", view.id(), category.0, unit.0)
}

/// The cell of an identity.
pub fn place_of(id: &str) -> Option<Place> {
    let (view, rest) = id.strip_prefix("cell-")?.split_once('-')?;
    let (category, unit) = rest.split_once('-')?;
    Some((View::of_id(view)?, CategoryId(category.parse().ok()?), UnitId(unit.parse().ok()?)))
}

/// A change of some cells, as one action.
pub enum Cells {
    Seats(Vec<(CategoryId, UnitId, Option<Seats>)>),
    Members(Vec<(CategoryId, UnitId, Option<Weight>)>),
}

impl Cells {
    pub fn of(view: View) -> Self {
        match view {
            View::Seats => Self::Seats(Vec::new()),
            View::Members => Self::Members(Vec::new()),
        }
    }

    /// Takes a text for a cell; an empty one, or one that says so, empties it.
    pub fn enter(&mut self, category: CategoryId, unit: UnitId, text: &str) -> Result<(), CellError> {
        let number = |most: u64| entry_within(text, 0..=most).map_err(CellError::Number);
        match self {
            Self::Seats(cells) => {
                let seats = number(MAX_SEATS.into())?;
                let seats = seats.and_then(|n| u32::try_from(n).ok()).and_then(Seats::new);
                cells.push((category, unit, seats));
            }
            Self::Members(cells) => cells.push((category, unit, number(MAX_WEIGHT)?.and_then(Weight::new))),
        }
        Ok(())
    }

    /// The cells that are changed.
    pub fn places(&self) -> Vec<Place> {
        match self {
            Self::Seats(cells) => cells.iter().map(|(at, unit, _)| (View::Seats, *at, *unit)).collect(),
            Self::Members(cells) => cells.iter().map(|(at, unit, _)| (View::Members, *at, *unit)).collect(),
        }
    }

    pub fn action(self) -> Action {
        Action::Composition(match self {
            Self::Seats(cells) => CompositionAction::Lock(cells),
            Self::Members(cells) => CompositionAction::Members(cells),
        })
    }
}

/// A pasted rectangle, down and to the right from a cell; `None` if it is one text like any other.
pub fn pasted(
    text: &str,
    view: View,
    rows: &[UnitId],
    categories: &[CategoryId],
) -> Option<Result<Cells, (UnitId, CategoryId, String, CellError)>> {
    if !text.trim_end().contains(['\n', '\t']) {
        return None;
    }
    let grid = Grid::from_clipboard(text).ok()?;
    let mut cells = Cells::of(view);
    for (line, unit) in grid.rows().iter().zip(rows) {
        for (text, category) in line.iter().zip(categories) {
            if let Err(error) = cells.enter(*category, *unit, text) {
                return Some(Err((*unit, *category, text.clone(), error)));
            }
        }
    }
    Some(Ok(cells))
}

/// A cell of a category in a row.
pub fn shown(
    words: Words,
    report: &Report,
    plan: &Plan,
    view: View,
    (row, unit): (usize, UnitId),
    category: &Category,
    drafts: &[Draft],
) -> CellView {
    let mut cell = match view {
        View::Seats => seats(words, plan, (row, unit), category),
        View::Members => members(report, (row, unit), category),
    };
    if let Some(draft) = drafts.iter().find(|draft| draft.place() == (view, category.id, unit)) {
        cell.text = draft.text.clone().into();
        cell.invalid = true;
        cell.title = words.say(&Msg::CellError(&draft.error));
    }
    cell
}

fn seats(words: Words, plan: &Plan, (row, unit): (usize, UnitId), category: &Category) -> CellView {
    let locked = category.locks.get(&unit).copied();
    let computed = plan.cell(row, category.id);
    let contested = computed.is_some_and(|cell| cell.contested) && locked.is_none();
    let departs = computed.is_some_and(|cell| cell.departs());
    let text = match (locked, computed) {
        (Some(seats), _) => grouped(seats.get().into()),
        (None, Some(cell)) if contested => format!("{} +1?", grouped(cell.seats.get().into())),
        (None, Some(cell)) => grouped(cell.seats.get().into()),
        (None, None) => String::new(),
    };
    let state = match (locked, computed) {
        (Some(_), _) => CompositionKey::Locked,
        (None, Some(_)) if contested => CompositionKey::Contested,
        (None, Some(_)) if departs => CompositionKey::Departed,
        (None, Some(_)) => CompositionKey::Computed,
        (None, None) => CompositionKey::NotComputed,
    };
    let fair = computed
        .and_then(|cell| cell.fair)
        .map(|fair| words.say(&Msg::Composition(CompositionMsg::Fair(fair))));
    let title = match fair {
        Some(fair) => format!("{fair} · {}", words.composition(state)).into(),
        None => words.composition(state),
    };
    let class = classes!(
        locked.is_some().then_some("locked"),
        contested.then_some("contested"),
        (departs && locked.is_none()).then_some("departed"),
    );
    let text = AttrValue::from(text);
    CellView { category: category.id, held: text.clone(), text, class, title, invalid: false }
}

fn members(report: &Report, (row, unit): (usize, UnitId), category: &Category) -> CellView {
    let known = category.by_unit.get(&unit).map(|members| grouped(members.get()));
    let known = AttrValue::from(known.unwrap_or_default());
    let all = report.scenario.units.get(row).map_or(0, |unit| unit.members.get());
    CellView {
        category: category.id,
        text: known.clone(),
        held: known,
        class: Classes::new(),
        title: format!("≤ {}", grouped(all)).into(),
        invalid: false,
    }
}
