//! `Report`: everything that follows from a scenario. The page, the printed report and the exports all read this one
//! value, so their numbers cannot disagree.

use super::{
    AgendaReport, CalendarReport, CategoryId, DelegationId, Draw, ElectionReport, Gates, Issue,
    MemberFigures, Needed, NumberCheck, PartyId, PeopleReport, Scenario, Scheme, SittingReport, Unit, UnitId,
};
use crate::apportion::{Front, Method, Refusal, Tie, Witness};
use crate::num::{Ratio, Seats};
use crate::roster::{Ending, Left, Reason, Row};
use crate::threshold::Profile;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::rc::Rc;

/// Everything derived from one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// All members. The first fields are the first to be compared: a change of one cell tells itself here, and not after a
    /// hundred thousand units.
    pub members: u64,
    /// The whole congress.
    pub total: Row,
    /// The scenario it was derived from.
    pub scenario: Rc<Scenario>,
    /// The allocation.
    pub allocation: AllocationReport,
    /// Per unit, in the order of the table.
    pub units: Vec<UnitRow>,
    /// Per delegation; units without one stand together at the end.
    pub delegations: Vec<DelegationRow>,
    /// Every entry of ended mandates, in the order of the table: what explains the difference between the
    /// delegates elected and those who are due.
    pub endings: Vec<EndedLine>,
    /// The rules that hold, whole, whether named or of its own.
    pub rules: Cow<'static, Profile>,
    /// Quorum and majorities at the sitting that is shown.
    pub gates: Gates,
    /// Per sitting.
    pub sittings: Vec<SittingReport>,
    /// The house beside the number that the body's rule asks for, if it goes by one.
    pub number: Option<NumberCheck>,
    /// The timetable before the congress.
    pub calendar: CalendarReport,
    /// Per item of the agenda.
    pub agenda: Vec<AgendaReport>,
    /// Per election.
    pub elections: Vec<ElectionReport>,
    /// Per category of the composition, in the order of the table; the matrix is `plan`'s.
    pub composition: Vec<CategoryRow>,
    /// What the list of delegates adds up to.
    pub people: PeopleReport,
    /// What does not add up, graver ones first.
    pub issues: Vec<Issue>,
}

/// The allocation as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllocationReport {
    /// What came of it.
    pub state: AllocationState,
    /// The seats there are to fill: the number entered, or what a key makes of the members.
    pub house: u64,
    /// What it can be checked with; with two tiers, that of the delegations.
    pub witness: Option<Witness>,
    /// Who holds the last seat and who is next in line, by row.
    pub front: Option<Front>,
    /// Seats handed out: the house, less open ones, or more where minima let it grow.
    pub allocated: u64,
    /// What lots decide yet, in all ties that are open.
    pub undecided: Undecided,
    /// The recorded lots that settled a tie, by their place among all; the tie of another is not there, or no longer.
    pub applied: Vec<usize>,
}

/// What lots decide yet. A tie that is shown may be one of several, and where minima let the house grow not all in it hang on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// The units and delegations whose seats hang on them, in the order of their identities: every unit is looked up here.
    pub parties: Vec<PartyId>,
    /// The most seats that they hand out, beyond those that are allocated; where ties of the quota method come up one behind another
    /// and minima are topped up, there may be fewer.
    pub seats: u64,
}

impl Undecided {
    /// Whether the seats of a unit are what they will be.
    pub(super) fn standing(&self, unit: &Unit) -> Standing {
        let hangs = |party: PartyId| self.parties.binary_search(&party).is_ok();
        if self.parties.is_empty() || unit.locked.is_some() {
            Standing::Settled
        } else if unit.delegation.is_some_and(|id| hangs(id.into())) {
            Standing::Waiting
        } else if hangs(unit.id.into()) {
            Standing::Contested
        } else {
            Standing::Settled
        }
    }
}

impl AllocationReport {
    /// The seats handed out, or those to be handed out while that is not settled.
    pub fn seats(&self) -> u64 {
        match self.state {
            AllocationState::Settled => self.allocated,
            _ => self.house,
        }
    }
}

/// Whose seats a witness is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tier {
    /// The units'.
    Units,
    /// The delegations', where they come first.
    Delegations,
}

/// An open tie, in terms of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTie {
    /// The tied units or delegations, and the seats each is certain of.
    pub contenders: Vec<(PartyId, Seats)>,
    /// How many seats are open between them.
    pub open: usize,
}

impl OpenTie {
    /// Who is drawn by `seed`: the same seed draws the same from the same tie, on every machine.
    pub fn draw(&self, seed: u32) -> Draw {
        let certain = self.contenders.iter().map(|(_, seats)| *seats).collect();
        let tie = Tie { certain, contested: (0..self.contenders.len()).collect(), open: self.open };
        let drawn = tie.draw(seed.into());
        let party = |at: &usize| self.contenders.get(*at).map(|(party, _)| *party);
        Draw {
            contenders: self.contenders.clone(),
            drawn: drawn.drawn().iter().filter_map(party).collect(),
            seed: Some(seed),
        }
    }
}

/// What came of the allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllocationState {
    /// Every seat has its unit.
    Settled,
    /// Units or delegations are tied; rows show the certain seats.
    Tied(OpenTie),
    /// The method gives no allocation; rows show the last good one.
    Refused(Refusal),
    /// The constraints contradict each other; rows show the last good allocation.
    Impossible,
}

/// Mandates of one unit that ended for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedLine {
    /// The unit, by row.
    pub row: usize,
    /// Its place among the entries of the unit.
    pub entry: usize,
    /// The entry.
    pub ending: Ending,
}

/// Whether the seats of a unit are what they will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// They are.
    Settled,
    /// It is in a tie, and may win one seat more by lot.
    Contested,
    /// It has none until the tie of its delegation is settled.
    Waiting,
}

/// What follows for one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub id: UnitId,
    /// Its exact share of the house, not reduced: `members * house`, and all members; two zeros where that does not fit.
    pub(super) share: (u64, u64),
    /// Its seats.
    pub seats: Seats,
    /// The seats it would have without being locked, if it is locked.
    pub unlocked: Option<Seats>,
    /// Whether its seats are what they will be.
    pub standing: Standing,
    /// Its line of the ledger.
    pub ledger: Row,
}

/// What follows for one delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DelegationRow {
    /// The delegation, or `None` for the units without one.
    pub id: Option<DelegationId>,
    /// How many units it has.
    pub units: usize,
    /// Its members.
    pub members: u64,
    /// Its line of the ledger.
    pub ledger: Row,
}

/// What follows for one category of the composition without working out the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryRow {
    /// The category.
    pub id: CategoryId,
    /// What is known of its members.
    pub figures: MemberFigures,
    /// The number that its target comes to; `None` without a target, or where the members it rests on are not known.
    pub needed: Option<Needed>,
    /// What its cells are fixed at together.
    pub locked: u64,
}

impl Report {
    /// The ended mandates by reason, in the order in which reports list reasons; only those that occur.
    pub fn ended_by_reason(&self) -> Vec<(Reason, u64)> {
        let sum = |reason| {
            let lines = self.endings.iter().filter(move |line| line.ending.reason == reason);
            lines.map(|line| u64::from(line.ending.count.get())).sum()
        };
        Reason::ALL.into_iter().map(|reason| (reason, sum(reason))).filter(|(_, sum)| *sum > 0).collect()
    }

    /// The seats of the congress; see [`AllocationReport::seats`].
    pub fn seats(&self) -> u64 {
        self.allocation.seats()
    }

    /// The recorded lots that settled a tie.
    pub fn applied_lots(&self) -> impl Iterator<Item = &Draw> {
        self.allocation.applied.iter().filter_map(|at| self.scenario.allocating.lots.get(*at))
    }

    /// Seats that nobody has yet because of ties: as many as lots can hand out.
    pub fn open_seats(&self) -> u64 {
        self.allocation.undecided.seats
    }

    /// The method that the witness belongs to: with two tiers, the one among the delegations.
    pub fn decisive(&self) -> (Tier, &Method) {
        match &self.scenario.allocating.scheme {
            Scheme::TwoTier { upper } => (Tier::Delegations, upper),
            _ => (Tier::Units, &self.scenario.allocating.method),
        }
    }

    /// What the seats can be redone from. While a lot decides between equal remainders, none of them has won a seat or not.
    pub fn witness(&self) -> Option<Witness> {
        match self.allocation.witness? {
            Witness::Remainder { quota, next: Some(_), last } if self.open_edge().is_some() => {
                Some(Witness::Remainder { quota, next: None, last })
            }
            witness => Some(witness),
        }
    }

    /// The seats for which equal remainders are tied, and the remainder; `None` where another tie is open, or none.
    pub fn open_edge(&self) -> Option<(usize, Ratio)> {
        let AllocationState::Tied(tie) = &self.allocation.state else { return None };
        let Some(Witness::Remainder { next: Some(next), last: Some(last), .. }) = self.allocation.witness
        else {
            return None;
        };
        // The witness is of the delegations, where there are two tiers; within one of them units may be tied.
        let (tier, _) = self.decisive();
        let is_within = |party: PartyId| {
            let mut units = self.scenario.units.iter();
            units.any(|unit| PartyId::from(unit.id) == party && unit.delegation.is_some())
        };
        let within =
            tier == Tier::Delegations && tie.contenders.first().is_some_and(|(party, _)| is_within(*party));
        (next == last && next.whole == 0 && !within).then_some((tie.open, next.rest))
    }

    /// What those elected leave of the seats; while seats are open yet, which units are over is not known.
    pub fn left(&self) -> Left {
        match self.allocation.state {
            AllocationState::Settled => self.total.left(),
            _ => Left::from(i64::try_from(self.seats()).unwrap_or(i64::MAX) - self.total.elected),
        }
    }

    /// Delegates due at the sitting that is shown, by the roster as it is now and as the sitting states them, where these differ.
    pub fn amended(&self) -> Option<(i64, u64)> {
        let shown = self.sittings.iter().find(|sitting| sitting.id == self.scenario.shown)?;
        shown.amended.zip(shown.due())
    }

    /// Delegates due of units without a delegation: they count in the total, and vote in no bloc.
    pub fn outside_blocs(&self) -> u64 {
        let rest = self.delegations.iter().find(|row| row.id.is_none());
        rest.map_or(0, |row| u64::try_from(row.ledger.actual()).unwrap_or(0))
    }

    /// How many units have at least one delegate due to attend.
    pub fn units_represented(&self) -> usize {
        self.units.iter().filter(|unit| unit.ledger.actual() > 0).count()
    }
}

impl UnitRow {
    /// Its exact share of the house, `members * house / all members`; `None` while nobody has members. Reduced when it is
    /// asked for: of a hundred thousand units a few are looked at.
    pub fn quota(&self) -> Option<Ratio> {
        Ratio::new(self.share.0, self.share.1)
    }

    /// Members per seat, `None` without seats.
    pub fn per_seat(&self, members: u64) -> Option<Ratio> {
        Ratio::new(members, self.seats.get().into())
    }

    /// How far the seats are from the exact share: above (`Greater`), below or equal, and by how much.
    pub fn deviation(&self) -> Option<(Ordering, Ratio)> {
        Ratio::from(u64::from(self.seats.get())).distance(self.quota()?)
    }
}
