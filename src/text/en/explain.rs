//! How a number came about, in English.

use super::{apart, base, count, grouped, majority, plural, quorum, table};
use crate::apportion::Scale;
use crate::apportion::open_house::{Parts, StepScale};
use crate::num::{Ratio, Seats};
use crate::scenario::{HouseKey, Indicator, Leader, LineFigure, Note, What, rounding_limit};
use crate::text::number::{decimal, exact, whole};
use crate::text::{CompositionMsg, Msg, RulesMsg, SizeMsg};
use crate::threshold::{Base, Finding, Strictness};

/// What a figure counts: "487 elected".
pub(in crate::text) const fn noun(what: What) -> &'static str {
    match what {
        What::Line(figure) => match figure {
            LineFigure::Units => "units",
            LineFigure::Delegations => "delegations",
            LineFigure::Members => "members",
            LineFigure::Quota => "exact quota",
            LineFigure::Seats => "seats",
            LineFigure::PerSeat => "members per seat",
            LineFigure::Deviation => "deviation",
            LineFigure::Unfilled => "unfilled",
            LineFigure::Elected => "elected",
            LineFigure::ByElected => "by-elected",
            LineFigure::Ended => "ended",
            LineFigure::Suspended => "suspended",
            LineFigure::Losses => "lost",
            LineFigure::Actual => "actual",
            LineFigure::Registered => "registered",
            LineFigure::Absent => "absent",
            LineFigure::OnLeave => "on leave",
            LineFigure::Present => "present",
        },
        What::AllMembers => "members in all",
        What::House | What::AllSeats => "seats in all",
        What::Divisor => "divisor",
        What::Price => "quota",
        What::Unlocked => "without the lock",
        What::Base(of) => base(of),
        What::Needed => "needed",
        What::CategoryMembers => "members of the category",
        What::ToFill => "seats to fill",
        What::Winners => "elected",
        What::Left => "left",
        What::Excess => "more",
        What::Apart(what) => apart::noun(what),
        What::Reason(_) | What::Unit(_) | What::Delegation(_) | What::Planned(_) | What::Bare => "",
    }
}

/// A limit where a method rounds: "37.5", "37.497".
fn limit(of: (Ratio, Scale)) -> String {
    match of.1 {
        Scale::Plain => exact(of.0),
        Scale::Squared => decimal(rounding_limit(of), 3),
    }
}

/// A step scale as a sentence.
fn steps(scale: &StepScale) -> String {
    let StepScale { first, covers, step, per, parts, most } = *scale;
    let n = |seats: Seats| grouped(seats.get().into());
    let parts = match parts {
        Parts::Whole => "whole steps only",
        Parts::OrPart => "or part of it",
        Parts::Nearest => "from half of it",
    };
    let most = most.map_or_else(String::new, |most| format!("; at most {}", n(most)));
    format!(
        "{} for the first {} members, {} more per further {} ({parts}){most}.",
        n(first),
        grouped(covers.get()),
        n(step),
        grouped(per.get())
    )
}

/// Bounds that a key does not know.
#[inline(never)]
pub(super) fn idle_bounds(units: usize) -> String {
    format!(
        "Min and Max have no effect where each unit’s seats follow from a key: {} with one entered.",
        plural(units, "unit", "units")
    )
}

pub(in crate::text) fn note(note: &Note) -> String {
    let n = |n: &u64| grouped(*n);
    let seats = |n: &u32| grouped((*n).into());
    let say = |msg: &Msg<'_>| super::say(msg).into_owned();
    match note {
        Note::Entered => "Entered by hand.".to_owned(),
        Note::Follows(Leader::List) => "Follows from the list of delegates.".to_owned(),
        Note::Follows(leader) => table::leader(leader).into_owned(),
        Note::Counted => "Counted in the table of units.".to_owned(),
        Note::Over(LineFigure::Absent, n) => {
            format!("More are present than are due to attend: {} over.", grouped(*n))
        }
        Note::Over(_, n) => format!("More were elected than there are seats: {} over.", grouped(*n)),
        Note::SomeOver(LineFigure::Absent, open, over) => format!(
            "Each unit or delegation by itself: {} absent, and {} more than are due.",
            whole(*open),
            grouped(*over)
        ),
        Note::SomeOver(_, open, over) => format!(
            "Each unit by itself: {} unfilled, and {} more than there are seats.",
            whole(*open),
            grouped(*over)
        ),
        Note::SumOfUnits(units) => format!("The sum over {}.", plural(*units, "unit", "units")),
        Note::SumOfDelegations(of) => format!("The sum over {}.", plural(*of, "delegation", "delegations")),
        Note::NotReported(1) => "One has not reported yet and is not in it.".to_owned(),
        Note::NotReported(of) => format!("{} have not reported yet and are not in it.", seats(of)),
        Note::Stated => "As the credentials report states it, whatever the roster has now.".to_owned(),
        Note::LastGood => "The settings allow no allocation now: this is the last good one.".to_owned(),
        Note::Locked => "Fixed by hand; the rest is worked out around it.".to_owned(),
        Note::LockedAlone => "Fixed by hand.".to_owned(),
        Note::OpenHouse => "The sum of what the key gives to each unit; no house is entered.".to_owned(),
        Note::OpenSeats(1) => "One seat is still open between those tied.".to_owned(),
        Note::OpenSeats(of) => format!("{} seats are still open between those tied.", n(of)),
        Note::Grown => "More than the house: units below their minimum are topped up.".to_owned(),
        Note::NoMembers => "Without members it has no claim beyond its minimum.".to_owned(),
        Note::Key(HouseKey::Known(known)) => format!("{}.", say(&Msg::KnownKey(*known))),
        Note::Key(HouseKey::Steps(scale)) => steps(scale),
        Note::Method(method) => {
            format!("{}. {}", say(&Msg::Method(method)), say(&Msg::MethodHint(method)))
        }
        Note::Within(1) => "It is the only unit of its delegation.".to_owned(),
        Note::Within(units) => {
            format!("The seats of the delegation, shared among its {} units:", count(*units))
        }
        Note::Rounded { lower: Some(lower), upper: Some(upper), seats: to } => {
            format!("Between {} and {} the method rounds to {}.", limit(*lower), limit(*upper), seats(to))
        }
        Note::Rounded { upper: Some(upper), seats: to, .. } => {
            format!("Below {} the method rounds to {}.", limit(*upper), seats(to))
        }
        Note::Rounded { seats: to, .. } => format!("The method rounds it to {}.", seats(to)),
        Note::FirstSeat => {
            "There is not a first seat for everybody: those with most members have one each.".to_owned()
        }
        Note::Whole(rest, _) if *rest == Ratio::ZERO => "A whole number; there is no remainder.".to_owned(),
        Note::Whole(rest, Some(least)) => format!(
            "The whole part counts; the remainder {} won no seat: the least that did is {}.",
            decimal(*rest, 4),
            decimal(least.rest, 4)
        ),
        Note::Whole(rest, None) => {
            format!("The whole part counts; the remainder {} won no seat.", decimal(*rest, 4))
        }
        Note::Remainder(rest, Some(most)) => format!(
            "The whole part, and one seat for the remainder {}: the most that won none is {}.",
            decimal(*rest, 4),
            decimal(most.rest, 4)
        ),
        Note::Remainder(rest, None) => {
            format!("The whole part, and one seat for the remainder {}.", decimal(*rest, 4))
        }
        Note::Shifted { whole, seats: to } if u64::from(*to) < *whole => {
            format!("The whole part is {}, but minima of other units leave it {}.", n(whole), seats(to))
        }
        Note::Shifted { whole, seats: to } => {
            format!("The whole part is {}, and maxima of other units leave it {}.", n(whole), seats(to))
        }
        Note::MinimumBinds(of) => format!("The minimum of {} raises it.", seats(of)),
        Note::MinimumFree(of) => format!("The minimum of {} did not bind.", seats(of)),
        Note::MaximumBinds(of) => format!("The maximum of {} holds it down.", seats(of)),
        Note::MaximumFree(of) => format!("The maximum of {} did not bind.", seats(of)),
        Note::Contested => "Tied: one seat more depends on a lot.".to_owned(),
        Note::Waiting => "Its delegation is tied; that lot comes first.".to_owned(),
        Note::ByLot => "Claims to the last seats were equal; a lot decided.".to_owned(),
        Note::Bar(rule, part, needed) => bar(rule.strictness, *part, *needed),
        Note::Verdict(finding) => verdict(finding),
        Note::Quorum(rule, verdict) => sentence(&quorum(*rule, verdict)),
        Note::Majority(votes) => sentence(&majority(votes)),
        Note::Borrowed(wanted, used) => say(&Msg::Rules(RulesMsg::Borrowed { wanted: *wanted, used: *used })),
        Note::RoundedUp(part, to) => rounded(*part, *to, "rounded up"),
        Note::RoundedDown(part, to) => rounded(*part, *to, "rounded down"),
        Note::RoundedNearest(part, to) => rounded(*part, *to, "rounded to the nearest"),
        Note::Named(of) => format!("The rule names the number itself: {}.", n(of)),
        Note::NoUpperBound => "The rule sets no highest number.".to_owned(),
        Note::EmptyBand(least, most) => format!(
            "At least {} and at most {}: no whole number is both; the least is {}.",
            n(least),
            n(most),
            n(least)
        ),
        Note::Pooled(pool) => {
            format!("Each unit is rounded up for itself; all seats in one pool would need {}.", n(pool))
        }
        Note::Reached(1, needed) => format!("One candidate has the {} votes that elect.", n(needed)),
        Note::Reached(of, needed) => {
            format!("{} candidates have the {} votes that elect.", count(*of), n(needed))
        }
        Note::LargestFirst(1) => "The largest delegation alone is enough:".to_owned(),
        Note::LargestFirst(of) => {
            format!("The largest first: the fewest that exceed this are {}:", count(*of))
        }
        Note::Banzhaf(needed) => format!(
            "With {} votes needed: of all the times that a delegation alone turns a losing side into a winning one, the part that falls to this one.",
            n(needed)
        ),
        Note::OutsideBlocs(of) => say(&Msg::OutsideBlocs(*of)),
        Note::Index(index) => self::index(*index).to_owned(),
        Note::NumberCheck(check) => {
            let parts = [SizeMsg::Check(check), SizeMsg::Working(check)].map(|msg| say(&Msg::Size(msg)));
            parts.join(" ").trim_end().to_owned()
        }
        Note::Target(needed) => say(&Msg::Composition(CompositionMsg::Needed(needed))),
        Note::Fair(cell) => match cell.fair {
            Some(fair) if cell.departs() => format!(
                "The fair share of {} is neither rounded down nor up: locked cells and targets leave no other way.",
                decimal(fair, 3)
            ),
            Some(fair) if fair.den() == 1 => "The fair share is a whole number.".to_owned(),
            Some(fair) => format!(
                "The fair share of {} is rounded so that units and categories add up, nearest to all fair shares.",
                decimal(fair, 3)
            ),
            None => "No unit has a share in it.".to_owned(),
        },
        Note::Apart(note) => apart::note(*note),
        Note::Chosen(seats) => format!("The chosen method gives {}.", whole(*seats)),
    }
}

/// What meets a rule: "more than 242: at least 243".
fn bar(strictness: Strictness, part: Ratio, needed: u64) -> String {
    let (part_text, needed) = (decimal(part, part.telling_digits()), grouped(needed));
    match strictness {
        Strictness::MoreThan => format!("More than {part_text} is needed, so at least {needed}."),
        Strictness::AtLeast if part.den() == 1 => format!("At least {needed} is needed."),
        Strictness::AtLeast => format!("At least {part_text} is needed, so {needed}."),
    }
}

fn verdict(finding: &Finding) -> String {
    if !finding.is_met() {
        return format!("Not met: {} short.", grouped(finding.shortage()));
    }
    match finding.rule.base.attendance().is_none_or(Base::is_of_delegates) {
        true => format!("Met; {} may still leave.", grouped(finding.may_leave())),
        false => format!("Met, with {} to spare.", grouped(finding.surplus())),
    }
}

fn rounded(part: Ratio, to: u64, how: &str) -> String {
    if part.den() == 1 {
        String::new()
    } else {
        format!("{}, {how}: {}.", decimal(part, part.telling_digits()), grouped(to))
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const fn index(index: Indicator) -> &'static str {
    match index {
        Indicator::LoosemoreHanby => {
            "Half the sum, over all units, of the distances between share of seats and share of members: the share of seats in the wrong place. 0 is exact proportion."
        }
        Indicator::Gallagher => {
            "The root of half the sum of the squared distances between share of seats and share of members, in percent."
        }
        Indicator::SainteLague => {
            "The sum, over all units, of the squared distance between share of seats and share of members, over the share of members."
        }
        Indicator::Dhondt => {
            "The largest share of seats over share of members: how far the best represented unit is over-represented."
        }
        Indicator::Gini => {
            "Twice the area between the curve of seats over members and the diagonal: 0 where every member counts alike."
        }
        Indicator::MaxMin => "The most members per seat of any unit over the fewest.",
    }
}
