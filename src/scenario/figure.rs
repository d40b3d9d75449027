//! `Figure`: a number that the page shows and somebody can ask about, named by its place. Knows neither its value nor how
//! it comes about; its code is what a page writes beside the number.

mod apart;

pub use apart::{Apart, Counted, Part, Sums, Taken as TakenSeats};

use super::{AgendaId, CategoryId, DelegationId, ElectionId, SittingId, UnitId};
use crate::apportion::Method;
use crate::num::Seats;
use crate::threshold::{Decision, Office, ProfileId, Purpose};

/// A number, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A figure of a line of the tables of units and delegations.
    Line(Whose, LineFigure),
    /// A figure of a sitting.
    Sitting(SittingId, Headcount),
    /// What a quorum needs: the so-manieth measure, counted from 0.
    Quorum(Assembly, u32),
    /// The votes that a decision needs, or those that elect.
    Votes(Assembly, Option<Decision>, u32),
    /// The votes that an item of the agenda needs.
    Item(AgendaId, u32),
    /// How many candidates so many seats of an office take.
    Candidates(Office, Seats),
    /// The candidates of an office that all units need together.
    CandidatesByUnit(Office),
    /// Candidates who are elected.
    Elected(ElectionId),
    /// Seats of an election that nobody won.
    NotFilled(ElectionId),
    /// Seats of an election over which candidates are tied.
    Open(ElectionId),
    /// The size of the presidium.
    Presidium,
    /// The signatures that an initiative needs, by the row of the rules.
    Signers(u32),
    /// The share of a delegation in all votes.
    VoteShare(DelegationId),
    /// The share of a delegation in the power to decide.
    Banzhaf(DelegationId),
    /// The fewest delegations whose absence breaks the quorum.
    Breaking,
    /// The number that the target of a category comes to.
    Target(CategoryId),
    /// The seats planned for a category, or for the others.
    Planned(Option<CategoryId>),
    /// The seats of a unit for a category, or for the others.
    Cell(Option<CategoryId>, UnitId),
    /// The seats of a unit under another method.
    Rival(Method, UnitId),
    /// An index of disproportion under a method.
    Index(Method, Indicator),
    /// The house beside the number that the body's rule asks for.
    NumberCheck,
    /// A number beside the tables.
    Apart(Apart),
}

/// Whose line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// A unit's.
    Unit(UnitId),
    /// A delegation's.
    Delegation(DelegationId),
    /// That of the units without a delegation.
    Loose,
    /// The total.
    Total,
}

/// A figure of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineFigure {
    /// How many units.
    Units,
    /// How many delegations.
    Delegations,
    /// Members.
    Members,
    /// The exact quota; of the total, the house.
    Quota,
    /// Seats.
    Seats,
    /// Members per seat.
    PerSeat,
    /// Seats less exact quota.
    Deviation,
    /// Elected less seats.
    Unfilled,
    /// Elected.
    Elected,
    /// By-elected.
    ByElected,
    /// Mandates ended.
    Ended,
    /// Mandates suspended.
    Suspended,
    /// Actual less elected: what the chain shows between them.
    Losses,
    /// Actual.
    Actual,
    /// Registered.
    Registered,
    /// Present less actual.
    Absent,
    /// On leave.
    OnLeave,
    /// Present.
    Present,
}

/// A figure of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Headcount {
    /// Delegates due.
    Due,
    /// Delegates present.
    Present,
    /// Those present as a share of those due.
    Share,
}

/// At what, or under which rules, a threshold is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assembly {
    /// The sitting that is shown.
    Shown,
    /// A sitting.
    Sitting(SittingId),
    /// An election.
    Election(ElectionId),
    /// The sitting that is shown, under a named profile.
    Profile(ProfileId),
    /// The sitting that is shown, were it held for this.
    Purpose(Purpose),
}

/// An index of disproportion or inequality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Indicator {
    /// Loosemore and Hanby; over units, Samuels and Snyder.
    LoosemoreHanby,
    /// Gallagher's least squares.
    Gallagher,
    /// Sainte-Laguë.
    SainteLague,
    /// D'Hondt.
    Dhondt,
    /// Gini.
    Gini,
    /// Most over fewest members per seat.
    MaxMin,
}

impl LineFigure {
    /// Every figure of a line.
    pub const ALL: [Self; 18] = [
        Self::Units,
        Self::Delegations,
        Self::Members,
        Self::Quota,
        Self::Seats,
        Self::PerSeat,
        Self::Deviation,
        Self::Unfilled,
        Self::Elected,
        Self::ByElected,
        Self::Ended,
        Self::Suspended,
        Self::Losses,
        Self::Actual,
        Self::Registered,
        Self::Absent,
        Self::OnLeave,
        Self::Present,
    ];
}

impl Headcount {
    /// Every figure of a sitting.
    pub const ALL: [Self; 3] = [Self::Due, Self::Present, Self::Share];
}

impl Indicator {
    /// Every index.
    pub const ALL: [Self; 6] =
        [Self::LoosemoreHanby, Self::Gallagher, Self::SainteLague, Self::Dhondt, Self::Gini, Self::MaxMin];
}

/// Where a number stands in a list; the list is short, and what is not in it stands nowhere.
fn place<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().position(|known| known == one).map_or(0, |at| at as u32)
}

fn nth<T: Copy>(all: &[T], at: u32) -> Option<T> {
    all.get(usize::try_from(at).ok()?).copied()
}

impl Whose {
    fn code(self) -> [u32; 2] {
        match self {
            Self::Total => [0, 0],
            Self::Loose => [1, 0],
            Self::Delegation(id) => [2, id.0],
            Self::Unit(id) => [3, id.0],
        }
    }

    fn of_code(kind: u32, id: u32) -> Option<Self> {
        Some(match kind {
            0 => Self::Total,
            1 => Self::Loose,
            2 => Self::Delegation(DelegationId(id)),
            3 => Self::Unit(UnitId(id)),
            _ => return None,
        })
    }
}

impl Assembly {
    fn code(self) -> [u32; 2] {
        match self {
            Self::Shown => [0, 0],
            Self::Sitting(id) => [1, id.0],
            Self::Election(id) => [2, id.0],
            Self::Profile(id) => [3, place(&ProfileId::ALL, &id)],
            Self::Purpose(one) => [4, place(&Purpose::ALL, &one)],
        }
    }

    fn of_code(kind: u32, id: u32) -> Option<Self> {
        Some(match kind {
            0 => Self::Shown,
            1 => Self::Sitting(SittingId(id)),
            2 => Self::Election(ElectionId(id)),
            3 => Self::Profile(nth(&ProfileId::ALL, id)?),
            4 => Self::Purpose(nth(&Purpose::ALL, id)?),
            _ => return None,
        })
    }
}

/// One identity more than there can be: none.
fn some(id: Option<CategoryId>) -> [u32; 2] {
    id.map_or([0, 0], |id| [1, id.0])
}

impl Figure {
    fn numbers(&self) -> [u32; 5] {
        match self {
            Self::Line(whose, entry) => {
                let [kind, id] = whose.code();
                [1, kind, id, place(&LineFigure::ALL, entry), 0]
            }
            Self::Sitting(id, headcount) => [2, id.0, place(&Headcount::ALL, headcount), 0, 0],
            Self::Quorum(assembly, at) => {
                let [kind, id] = assembly.code();
                [3, kind, id, *at, 0]
            }
            Self::Votes(assembly, decision, at) => {
                let [kind, id] = assembly.code();
                let decision = decision.map_or(0, |one| place(&Decision::ALL, &one) + 1);
                [4, kind, id, decision, *at]
            }
            Self::Item(id, at) => [5, id.0, *at, 0, 0],
            Self::Candidates(office, seats) => [6, place(&Office::ALL, office), seats.get(), 0, 0],
            Self::CandidatesByUnit(office) => [7, place(&Office::ALL, office), 0, 0, 0],
            Self::Elected(id) => [8, id.0, 0, 0, 0],
            Self::NotFilled(id) => [9, id.0, 0, 0, 0],
            Self::Open(id) => [10, id.0, 0, 0, 0],
            Self::Presidium => [11, 0, 0, 0, 0],
            Self::Signers(at) => [12, *at, 0, 0, 0],
            Self::VoteShare(id) => [13, id.0, 0, 0, 0],
            Self::Banzhaf(id) => [14, id.0, 0, 0, 0],
            Self::Breaking => [15, 0, 0, 0, 0],
            Self::Target(id) => [16, id.0, 0, 0, 0],
            Self::Planned(category) => {
                let [kind, id] = some(*category);
                [17, kind, id, 0, 0]
            }
            Self::Cell(category, unit) => {
                let [kind, id] = some(*category);
                [18, kind, id, unit.0, 0]
            }
            Self::Rival(_, unit) => [19, unit.0, 0, 0, 0],
            Self::Index(_, index) => [20, place(&Indicator::ALL, index), 0, 0, 0],
            Self::NumberCheck => [21, 0, 0, 0, 0],
            Self::Apart(apart) => {
                let [kind, a, b, c] = apart.numbers();
                [22, kind, a, b, c]
            }
        }
    }

    /// The figure as a short text: numbers, and the name of a method where there is one.
    ///
    /// ```
    /// # use delegate_roster::scenario::{LineFigure, Figure, Whose};
    /// let figure = Figure::Line(Whose::Total, LineFigure::Actual);
    /// assert_eq!(Figure::of_code(&figure.code()), Some(figure));
    /// assert_eq!(Figure::of_code("something else"), None);
    /// ```
    pub fn code(&self) -> String {
        let mut code = String::new();
        for number in self.numbers() {
            code.push_str(&number.to_string());
            code.push(' ');
        }
        match self {
            Self::Rival(method, _) | Self::Index(method, _) => code.push_str(&method.to_string()),
            Self::Apart(apart) => code.push_str(&apart.rest()),
            _ => {}
        }
        code
    }

    /// The figure of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        let mut parts = code.splitn(6, ' ');
        let mut number = || parts.next()?.parse::<u32>().ok();
        let (kind, a, b, c, d) = (number()?, number()?, number()?, number()?, number()?);
        let rest = parts.next()?;
        let category = |kind: u32, id: u32| (kind > 0).then_some(CategoryId(id));
        Some(match kind {
            1 => Self::Line(Whose::of_code(a, b)?, nth(&LineFigure::ALL, c)?),
            2 => Self::Sitting(SittingId(a), nth(&Headcount::ALL, b)?),
            3 => Self::Quorum(Assembly::of_code(a, b)?, c),
            4 => {
                let decision = c.checked_sub(1).map(|at| nth(&Decision::ALL, at));
                let decision = match decision {
                    Some(found) => Some(found?),
                    None => None,
                };
                Self::Votes(Assembly::of_code(a, b)?, decision, d)
            }
            5 => Self::Item(AgendaId(a), b),
            6 => Self::Candidates(nth(&Office::ALL, a)?, Seats::new(b)?),
            7 => Self::CandidatesByUnit(nth(&Office::ALL, a)?),
            8 => Self::Elected(ElectionId(a)),
            9 => Self::NotFilled(ElectionId(a)),
            10 => Self::Open(ElectionId(a)),
            11 => Self::Presidium,
            12 => Self::Signers(a),
            13 => Self::VoteShare(DelegationId(a)),
            14 => Self::Banzhaf(DelegationId(a)),
            15 => Self::Breaking,
            16 => Self::Target(CategoryId(a)),
            17 => Self::Planned(category(a, b)),
            18 => Self::Cell(category(a, b), UnitId(c)),
            19 => Self::Rival(Method::parse(rest)?, UnitId(a)),
            20 => Self::Index(Method::parse(rest)?, nth(&Indicator::ALL, a)?),
            21 => Self::NumberCheck,
            22 => Self::Apart(Apart::of_code([a, b, c, d], rest)?),
            _ => return None,
        })
    }
}
