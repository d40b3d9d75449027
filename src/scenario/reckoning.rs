//! `Reckoning`: how a number of the page came about: the calculation with its figures, what the rule made of it, and
//! where the rule is from. Worked out for one number at a time, when somebody asks; decides nothing and repeats no rule:
//! every figure in it is one of the report's.

mod apart;
mod composition;
mod election;
mod line;
mod method;
mod seats;
mod threshold;

pub use apart::{ApartNote, ApartWhat};
pub use seats::limit;

use super::{
    CategoryId, DelegationId, Figure, HouseKey, Indicator, Leader, LineFigure, Needed, NumberCheck, Plan,
    PlanCell, Report, UnitId, Votes,
};
use crate::apportion::open_house::{KnownKey, NumberRule};
use crate::apportion::{Method, Scale, Surplus};
use crate::index::Shown;
use crate::num::Ratio;
use crate::roster::{Left, Reason};
use crate::threshold::{Base, Citation, Date, Finding, Purpose, Rule, Share, Verdict};
use std::cmp::Ordering;

/// How a number came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Reckoning {
    /// The number, as the page shows it.
    pub value: Value,
    /// How, in order.
    pub steps: Vec<Step>,
    /// Where the rules are from.
    pub authorities: Vec<Authority>,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A calculation.
    Sum(Sum),
    /// What a rule makes of it, or where a figure is from.
    Note(Note),
}

/// A calculation: its terms from left to right, and what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The terms; all are added or taken away, or all multiplied or divided.
    pub terms: Vec<Term>,
    /// What they come to.
    pub result: Value,
}

/// A figure in a calculation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// What is done with it.
    pub op: Op,
    /// The figure.
    pub value: Value,
    /// What it counts.
    pub what: What,
}

/// What is done with a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
    /// Multiplied.
    Times,
    /// Divided by.
    Over,
}

/// A number, with the form in which the page shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A whole number.
    Whole(i64),
    /// A change, with its sign.
    Change(i64),
    /// What is left of a number, and how many there are over it.
    Left(Left),
    /// A fraction, with so many decimals.
    Ratio(Ratio, u32),
    /// A fraction in as many decimals as it has.
    Exact(Ratio),
    /// A fraction as it is written: 1/2.
    Fraction(Ratio),
    /// A share that an organiser set.
    Share(Share),
    /// A distance with its side.
    Deviation(Ordering, Ratio),
    /// A part of a whole, in percent with one decimal.
    Percent(u64, u64),
    /// One of two whole numbers, the lot decides which.
    Between(i64, i64),
    /// Not worked out until something else is settled.
    Waiting,
    /// An index, with so many decimals; no decision reads it.
    Index(Shown),
    /// A part that is in percent already, with one decimal.
    InPercent(Ratio),
    /// A day.
    Day(Date),
}

/// What a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A figure of a line.
    Line(LineFigure),
    /// All members.
    AllMembers,
    /// The house.
    House,
    /// The seats of all units.
    AllSeats,
    /// The divisor.
    Divisor,
    /// The quota: members per seat.
    Price,
    /// Seats as they would be without being locked.
    Unlocked,
    /// So many of a base.
    Base(Base),
    /// What is needed.
    Needed,
    /// Mandates that ended for a reason.
    Reason(Reason),
    /// The figure of a unit.
    Unit(UnitId),
    /// The figure of a delegation.
    Delegation(DelegationId),
    /// Seats planned for a category.
    Planned(Option<CategoryId>),
    /// Members of a category.
    CategoryMembers,
    /// Seats to fill.
    ToFill,
    /// Candidates elected.
    Winners,
    /// Seats that are open or that nobody won.
    Left,
    /// Candidates above the seats.
    Excess,
    /// Nothing: the bare number.
    Bare,
    /// What stands beside the tables.
    Apart(ApartWhat),
}

/// What a rule makes of a calculation, or where a figure is from.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// Entered by hand.
    Entered,
    /// Follows from elsewhere.
    Follows(Leader),
    /// Counted in the table.
    Counted,
    /// So many more than there can be of a figure that says what is left.
    Over(LineFigure, u64),
    /// So many are left in some lines, and others have so many more than there can be.
    SomeOver(LineFigure, i64, u64),
    /// The sum over so many units.
    SumOfUnits(usize),
    /// The sum over so many delegations.
    SumOfDelegations(usize),
    /// The figures of so many units or delegations are missing.
    NotReported(u32),
    /// The number that the credentials report states, and not the roster.
    Stated,
    /// The last good allocation: the settings allow none.
    LastGood,
    /// Fixed by hand.
    Locked,
    /// Fixed by hand, where nothing else depends on it.
    LockedAlone,
    /// What the seats of the units come to; the house is not entered.
    OpenHouse,
    /// Seats that are still open between those tied.
    OpenSeats(u64),
    /// The total grew above the house, as minima are topped up.
    Grown,
    /// A unit without members.
    NoMembers,
    /// The seats follow from the unit's own members by a key.
    Key(HouseKey),
    /// What the method does.
    Method(Method),
    /// A delegation's seats are shared among so many of its units.
    Within(usize),
    /// Between these limits the method rounds to so many seats.
    Rounded {
        /// The lower limit; none below the first seat.
        lower: Option<(Ratio, Scale)>,
        /// The upper limit.
        upper: Option<(Ratio, Scale)>,
        /// The seats.
        seats: u32,
    },
    /// There are too few seats for a first one each: those with most members have one.
    FirstSeat,
    /// The whole part counts; the rest won nothing, less than the least that did.
    Whole(Ratio, Option<Surplus>),
    /// The whole part, and a seat for the rest, more than the most that won none.
    Remainder(Ratio, Option<Surplus>),
    /// So many whole quotas and so many seats: minima of others leave fewer, or maxima of others leave more.
    Shifted {
        /// The whole quotas.
        whole: u64,
        /// The seats.
        seats: u32,
    },
    /// The minimum gives it more.
    MinimumBinds(u32),
    /// The minimum changes nothing.
    MinimumFree(u32),
    /// The maximum gives it less.
    MaximumBinds(u32),
    /// The maximum changes nothing.
    MaximumFree(u32),
    /// A seat more depends on a lot.
    Contested,
    /// The delegation's tie comes first.
    Waiting,
    /// A lot was drawn for the last seats.
    ByLot,
    /// What a share of a base comes to, and the whole number that meets it.
    Bar(Rule, Ratio, u64),
    /// Enough or too few were there.
    Verdict(Finding),
    /// A quorum that cannot be decided.
    Quorum(Rule, Verdict),
    /// A majority that cannot be worked out.
    Majority(Votes),
    /// The quorum of another purpose is used.
    Borrowed(Purpose, Purpose),
    /// Rounded up.
    RoundedUp(Ratio, u64),
    /// Rounded down.
    RoundedDown(Ratio, u64),
    /// Rounded to the nearest.
    RoundedNearest(Ratio, u64),
    /// The rule names the number itself.
    Named(u64),
    /// The rule sets no upper bound.
    NoUpperBound,
    /// No whole number satisfies both bounds.
    EmptyBand(u64, u64),
    /// Each unit is rounded by itself; one pool would need so many.
    Pooled(u64),
    /// So many of so many candidates have the votes that elect.
    Reached(usize, u64),
    /// The fewest delegations, the largest first.
    LargestFirst(usize),
    /// What the Banzhaf share is, at so many votes.
    Banzhaf(u64),
    /// So many delegates are in no bloc.
    OutsideBlocs(u64),
    /// What an index is.
    Index(Indicator),
    /// How the number of delegates was found.
    NumberCheck(NumberCheck),
    /// The target as a sentence.
    Target(Needed),
    /// The fair share of a cell, and what it was rounded to.
    Fair(PlanCell),
    /// What the method that is chosen gives.
    Chosen(i64),
    /// Of a number beside the tables.
    Apart(ApartNote),
}

/// Where a rule is from.
#[derive(Clone, Debug, PartialEq)]
pub enum Authority {
    /// A row of the rules.
    Citation(Citation),
    /// A method.
    Method(Method),
    /// An index.
    Index(Indicator),
    /// The index of power.
    Banzhaf,
    /// Controlled rounding.
    Composition,
    /// A published key.
    Key(KnownKey),
    /// A rule on the number of delegates.
    Number(NumberRule),
}

/// How `figure` came about; `None` where the page shows no such number. Whoever has the matrix of the composition hands it
/// in, so that it is not worked out again.
pub fn reckon(report: &Report, matrix: Option<&Plan>, figure: &Figure) -> Option<Reckoning> {
    match figure {
        Figure::Line(whose, one) => line::line(report, *whose, *one),
        Figure::Sitting(id, one) => line::sitting(report, *id, *one),
        Figure::Quorum(assembly, at) => threshold::quorum(report, *assembly, *at),
        Figure::Votes(assembly, decision, at) => threshold::votes(report, *assembly, *decision, *at),
        Figure::Item(id, at) => threshold::item(report, *id, *at),
        Figure::Candidates(office, seats) => election::candidates(report, *office, *seats),
        Figure::CandidatesByUnit(office) => election::by_unit(report, *office),
        Figure::Elected(id) => election::elected(report, *id),
        Figure::NotFilled(id) => election::not_filled(report, *id),
        Figure::Open(id) => election::open(report, *id),
        Figure::Presidium => threshold::presidium(report),
        Figure::Signers(at) => threshold::signers(report, *at),
        Figure::VoteShare(id) => election::vote_share(report, *id),
        Figure::Banzhaf(id) => election::banzhaf(report, *id),
        Figure::Breaking => threshold::breaking(report),
        Figure::Target(id) => composition::target(report, *id),
        Figure::Planned(id) => composition::planned(report, matrix, *id),
        Figure::Cell(id, unit) => composition::cell(report, matrix, *id, *unit),
        Figure::Rival(method, unit) => method::rival(report, method, *unit),
        Figure::Index(method, index) => method::index(report, method, *index),
        Figure::NumberCheck => method::number(report),
        Figure::Apart(apart) => apart::apart(report, apart),
    }
}

impl Value {
    /// A whole number that is not negative.
    fn of(n: u64) -> Self {
        Self::Whole(i64::try_from(n).unwrap_or(i64::MAX))
    }

    fn is_zero(self) -> bool {
        matches!(self, Self::Whole(0))
    }
}

impl Term {
    fn plus(n: i64, what: What) -> Self {
        Self { op: Op::Plus, value: Value::Whole(n), what }
    }

    fn minus(n: i64, what: What) -> Self {
        Self { op: Op::Minus, value: Value::Whole(n), what }
    }

    fn times(value: Value, what: What) -> Self {
        Self { op: Op::Times, value, what }
    }

    fn over(n: u64, what: What) -> Self {
        Self { op: Op::Over, value: Value::of(n), what }
    }
}

impl Reckoning {
    fn new(value: Value) -> Self {
        Self { value, steps: Vec::new(), authorities: Vec::new() }
    }

    /// A number that is what one calculation comes to.
    fn sum(value: Value, terms: Vec<Term>) -> Self {
        Self::new(value).then(value, terms)
    }

    /// What is left of a number, and in words how many there are over it.
    fn left(figure: LineFigure, left: Left, terms: Vec<Term>) -> Self {
        let note = match (left.open, left.over.unsigned_abs()) {
            (_, 0) => None,
            (0, over) => Some(Note::Over(figure, over)),
            (open, over) => Some(Note::SomeOver(figure, open, over)),
        };
        Self::new(Value::Left(left)).then(Value::Whole(left.net()), terms).note_if(note)
    }

    /// One more calculation; terms of nothing are left out, unless nothing would be left.
    fn then(mut self, result: Value, mut terms: Vec<Term>) -> Self {
        if terms.iter().all(|term| matches!(term.op, Op::Plus | Op::Minus)) {
            let first = terms.first().copied();
            terms.retain(|term| !term.value.is_zero());
            terms.extend(first.filter(|_| terms.is_empty()));
        }
        self.steps.push(Step::Sum(Sum { terms, result }));
        self
    }

    fn note(mut self, note: Note) -> Self {
        self.steps.push(Step::Note(note));
        self
    }

    fn note_if(self, note: Option<Note>) -> Self {
        match note {
            Some(note) => self.note(note),
            None => self,
        }
    }

    fn based(mut self, authority: Option<Authority>) -> Self {
        self.authorities.extend(authority);
        self
    }
}
