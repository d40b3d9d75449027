//! L2: one scenario: what people entered, what they can do to it, and everything that follows from it.
//!
//! The loop is `Action -> apply -> Scenario -> derive -> Report`. All of it is pure and total: no clock, no chance,
//! no screen. Ids, lots and times enter in the action, so a scenario and its actions replay exactly.

mod action;
mod agenda;
mod agenda_report;
mod apply;
#[cfg(test)]
pub(crate) mod arbitrary;
mod attendance;
mod body;
mod calendar;
mod candidate_keys;
mod cells;
mod check;
mod compare;
mod composition;
mod deciding;
mod derive;
mod election;
mod election_issue;
mod election_report;
mod example;
mod explain;
mod figure;
mod filter;
mod followed;
mod gates;
mod history;
mod issue;
mod list_order;
mod model;
mod own_rules;
mod people;
mod reckoning;
pub mod regroup;
mod report;
mod rivals;
mod rules_action;
mod scheme;
mod seating;
mod sitting;
mod sorting;
mod stroke_order;
mod trail;

pub use crate::name::{Name, NameError};
pub use crate::roster::Presence;
pub use action::{
    Action, AgendaAction, AgendaEdit, CandidateDraft, CandidateEdit, CategoryEdit, Change, CompositionAction,
    CompositionStep, ElectionAction, ElectionEdit, SittingEdit, Step, UnitDraft, UnitEdit,
};
pub use agenda::{AgendaId, AgendaItem, DECISIONS, Needs, Vote};
pub use agenda_report::{AgendaReport, Carried, ItemOutcome};
pub use apply::apply;
pub use attendance::SittingReport;
pub use body::{Body, NumberCheck};
pub use calendar::{
    Calendar, CalendarEdit, CalendarReport, DayFrom, Due, MilestoneId, OwnMilestone, Task, Timing,
};
pub use candidate_keys::CandidateKeys;
pub use check::{List, Spot, Unsound, Wrong, entries_fit};
pub use compare::{Aspect, Comparison, Fact, Inside, More, Setting, Thing, UnitChange, Where, compare};
pub(crate) use composition::groups;
pub use composition::{
    Amount, Category, CategoryId, CategoryKind, CompositionProblem, Group, Guideline, Limit, MemberFigures,
    Needed, Plan, PlanCell, Solved, Target, Usual, Waiting, plan,
};
pub use deciding::Deciding;
pub use derive::derive;
pub use election::{BallotPapers, Candidate, Election, ElectionId, OFFICES, Paper, Strokes};
pub use election_issue::{AgendaField, ElectionField, VotingProblem};
pub use election_report::{CandidateStanding, Counted, ElectionReport, Gap, Outcome, RunOff, RunOffResult};
pub use example::{Example, example};
pub use explain::{EXPLAINED_UNITS, Explanation, UnitSwing, explain};
pub use figure::{
    Apart, Assembly, Counted as UnitsCounted, Figure, Headcount, Indicator, LineFigure, Part, Sums,
    TakenSeats, Whose,
};
pub use filter::{Filter, Wanted, folded};
pub use followed::{Followed, Leader, Led};
pub use gates::{Gate, Gates, Votes};
pub use history::{History, Leap};
pub use issue::{Field, Issue, Place, Problem, Severity};
pub use list_order::{ListPlace, Unsettled};
pub use model::{Allocating, Delegation, DelegationId, Draw, Origin, PartyId, Rules, Scenario, Unit, UnitId};
pub use own_rules::{Descent, OwnRules};
pub(crate) use people::settle;
pub use people::{
    Attending, Basis, Categories, Delegate, DelegateDraft, DelegateEdit, DelegateId, Entry, Filling,
    ListCounts, Mandate, NewUnits, People, PeopleAction, PeopleProblem, PeopleReport, PeopleStep, Placing,
    Roll, RollCounts, Tenure, Told, TooManyCategories, UnitPeople,
};
pub use reckoning::{
    ApartNote, ApartWhat, Authority, Note, Op, Reckoning, Step as ReckoningStep, Sum, Term, Value, What,
    limit as rounding_limit, reckon,
};
pub use report::{
    AllocationReport, AllocationState, CategoryRow, DelegationRow, EndedLine, OpenTie, Report, Standing,
    Tier, Undecided, UnitRow,
};
pub use rivals::{Given, House, RIVAL_WORK, Rival, houses, rivals};
pub(crate) use rivals::{Houses, packed_houses, rival};
pub use rules_action::{RulesAction, RulesStep};
pub use scheme::{HouseKey, Scheme};
pub use sitting::{Sitting, SittingId, SittingKind, Tally, TallyKind};
pub use sorting::{Direction, Measure, NameOrder, SortKey, Sorting, among_hidden, arranged};
pub use stroke_order::{StrokeOrder, StrokeOrderError};
pub use trail::{Taken, Touched};

#[cfg(test)]
mod tests;
