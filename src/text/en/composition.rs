//! English: the composition of the congress.

use super::{grouped, list, plural};
use crate::exchange::ShareTextError;
use crate::num::Ratio;
use crate::scenario::{
    Amount, CategoryKind, CompositionProblem, CompositionStep, Guideline, Limit, MemberFigures, Name, Needed,
    Target, Usual,
};
use crate::text::msg::{CompositionKey, CompositionMsg};
use crate::text::number::{self, decimal};
use crate::threshold::ShareError;

/// On the first screen.
pub(super) const STEP: &str = "Composition";

pub(super) fn say(msg: &CompositionMsg<'_>) -> String {
    match msg {
        CompositionMsg::Key(key) => self::key(*key).to_owned(),
        CompositionMsg::Usual(usual) => self::usual(*usual).to_owned(),
        CompositionMsg::Guideline(guideline) => self::guideline(*guideline).to_owned(),
        CompositionMsg::Kind(CategoryKind::Overlapping) => "A delegate may count for several".to_owned(),
        CompositionMsg::Kind(CategoryKind::Exclusive) => "A seat counts for one only".to_owned(),
        CompositionMsg::Limit(limit) => self::limit(*limit).to_owned(),
        CompositionMsg::Target(target) => self::target(*target),
        CompositionMsg::Needed(needed) => self::needed(needed),
        CompositionMsg::Aim(needed) => format!("{} {}", sign(needed.target.limit), grouped(needed.number)),
        CompositionMsg::Planned(planned, needed) => self::planned(*planned, needed),
        CompositionMsg::Members(figures) => members(figures),
        CompositionMsg::Tie { names, units, open } => tie(names, *units, *open),
        CompositionMsg::Fair(fair) => self::fair(*fair),
        CompositionMsg::Departures(n) => format!(
            "{} neither the floor nor the ceiling of the exact share: locked cells and targets leave no other way.",
            if *n == 1 { "1 cell is".to_owned() } else { format!("{} cells are", grouped(*n as u64)) }
        ),
        CompositionMsg::Shown(shown, all) => {
            format!("{} of {} shown", grouped(*shown as u64), plural(*all, "unit", "units"))
        }
        CompositionMsg::ShareRefused(error) => share_refused(*error),
        CompositionMsg::Unnamed(at) => format!("Category {at}"),
    }
}

const fn key(key: CompositionKey) -> &'static str {
    match key {
        CompositionKey::Step => STEP,
        CompositionKey::Hint => {
            "What parts of the delegates the congress asks for, and how many of them each unit should send, worked out exactly."
        }
        CompositionKey::Categories => "Categories",
        CompositionKey::AddLabel => "Add a category",
        CompositionKey::AddOther => "Another",
        CompositionKey::Guidelines => "What rules and practice say",
        CompositionKey::GuidelinesHint => {
            "Examples with their sources, not rules for your congress; a number is taken over only if you use it."
        }
        CompositionKey::UseTarget => "Use",
        CompositionKey::Name => "Name",
        CompositionKey::KindLabel => "Counting",
        CompositionKey::LimitLabel => "Target",
        CompositionKey::NoTarget => "No target yet",
        CompositionKey::AmountLabel => "Given as",
        CompositionKey::AmountShare => "Share of the seats",
        CompositionKey::AmountNumber => "Number of seats",
        CompositionKey::AmountMembers => "Share among the members",
        CompositionKey::NumberLabel => "Seats",
        CompositionKey::ShareLabel => "Share",
        CompositionKey::MembersLabel => "Members in the category",
        CompositionKey::MembersNeeded => {
            "This target rests on the members of the category: enter them here, or by unit in the table."
        }
        CompositionKey::Remove => "Remove",
        CompositionKey::Matrix => "Seats by unit and category",
        CompositionKey::MatrixHint => {
            "Type a number to lock a cell, clear it to compute it again. Each cell is its exact share rounded down or up."
        }
        CompositionKey::OverlapNote => {
            "A delegate may count for several of these categories, so their columns are worked out one by one and do not add up to the seats of a unit."
        }
        CompositionKey::ViewLabel => "Cells show",
        CompositionKey::ViewSeats => "Seats",
        CompositionKey::ViewMembers => "Members in the category",
        CompositionKey::MembersHint => {
            "Once every unit has its figure, a category is shared in proportion to its members, not to the seats. A column copied in a spreadsheet can be pasted."
        }
        CompositionKey::Filter => "Find a unit",
        CompositionKey::More => "Show more units",
        CompositionKey::Others => "Others",
        CompositionKey::PlannedRow => "Planned",
        CompositionKey::TargetRow => "Target",
        CompositionKey::WaitingSeats => "The matrix waits until the seats of all units are settled.",
        CompositionKey::NoUnits => "There are no units yet: enter them in the allocation.",
        CompositionKey::NoCategories => "No category yet, so there is nothing to share out among the units.",
        CompositionKey::Contradictions => "This contradicts itself",
        CompositionKey::ContradictionsHint => {
            "No matrix keeps all of it. Change a target or clear a locked cell; the other categories are worked out."
        }
        CompositionKey::Draw => "Draw lots",
        CompositionKey::DrawHint => {
            "The lots lock the cells they decide; undo takes them back. Or type the numbers drawn elsewhere."
        }
        CompositionKey::UnlockAll => "Clear all locked cells",
        CompositionKey::Locked => "locked by hand",
        CompositionKey::Computed => "computed",
        CompositionKey::Contested => "tied: one more is open",
        CompositionKey::Departed => "off the floor and the ceiling of its share",
        CompositionKey::NothingFound => "No unit has this in its name.",
        CompositionKey::Table => "Composition planned",
        CompositionKey::OpenNote => {
            "“+1?”: one more seat may fall here by lot; the totals contain the open seats."
        }
        CompositionKey::NotComputed => "not worked out",
    }
}

const fn usual(usual: Usual) -> &'static str {
    match usual {
        Usual::Women => "Women",
        Usual::FrontLine => "Front line",
        Usual::Minorities => "Ethnic minorities",
        Usual::LeadingCadres => "Leading cadres",
        Usual::Professionals => "Professionals",
        Usual::Young => "Young delegates",
    }
}

const fn guideline(guideline: Guideline) -> &'static str {
    match guideline {
        Guideline::WomenLocal => {
            "Local party congresses: women generally not below their share among the local members."
        }
        Guideline::WomenVillage => "Villagers’ representatives: women at least 1/3.",
        Guideline::WomenSpd => "SPD party conference: women and men at least 40% each.",
        Guideline::FrontLineLocal => {
            "Local party congresses: the share of the front line is secured; the rules name no number."
        }
        Guideline::FrontLineGrassroots => {
            "Grass-roots party congresses: the share of the front line is secured; the rules name no number."
        }
        Guideline::FrontLineNational => "20th national party congress: front line at least 1/3.",
        Guideline::MinoritiesLocal => {
            "Local party congresses in autonomous areas: minorities generally not below a share that we have not read to its end."
        }
        Guideline::CadresNational => "20th national party congress: leading cadres at most 2/3.",
        Guideline::ManagersShanghai => {
            "Employees’ congresses in Shanghai: middle and senior managers at most 20%."
        }
        Guideline::ManagersZhejiang => "Employees’ congresses in Zhejiang: managers at most 20%.",
        Guideline::ProfessionalsProvince => {
            "Provincial party congresses: professionals and models at least 25%."
        }
    }
}

const fn limit(limit: Limit) -> &'static str {
    match limit {
        Limit::AtLeast => "At least",
        Limit::AtMost => "At most",
        Limit::Exactly => "Exactly",
    }
}

const fn sign(limit: Limit) -> &'static str {
    match limit {
        Limit::AtLeast => "≥",
        Limit::AtMost => "≤",
        Limit::Exactly => "=",
    }
}

/// "At least 1/3 of the seats", "At most 3 seats".
fn target(target: Target) -> String {
    let limit = limit(target.limit);
    match target.amount {
        Amount::Share(share) => format!("{limit} {} of the seats", number::share(share)),
        Amount::Number(seats) => format!("{limit} {}", plural(seats.get() as usize, "seat", "seats")),
        Amount::MemberShare => format!("{limit} the share among the members"),
    }
}

/// "At least 1/3 of 500 = 167."
fn needed(needed: &Needed) -> String {
    let (limit, whole, number) = (limit(needed.target.limit), grouped(needed.whole), grouped(needed.number));
    match (needed.target.amount, needed.among) {
        (Amount::Number(_), _) => format!("{limit} {number} of {whole}."),
        (Amount::Share(share), _) => {
            format!("{limit} {} of {whole} = {number}.", number::share(share))
        }
        (Amount::MemberShare, Some((part, all))) => format!(
            "{limit} the share among the members, {}/{} of {whole} = {number}.",
            grouped(part),
            grouped(all)
        ),
        (Amount::MemberShare, None) => format!("{limit} the share among the members."),
    }
}

fn planned(planned: u64, needed: &Needed) -> String {
    let gap = grouped(planned.abs_diff(needed.number));
    let verdict = match needed.is_met(planned) {
        true => "met".to_owned(),
        false if planned < needed.number => format!("not met, {gap} short"),
        false => format!("not met, {gap} too many"),
    };
    format!("Planned {}: {verdict}.", grouped(planned))
}

fn members(figures: &MemberFigures) -> String {
    match figures.missing {
        0 => format!("By unit: {} in all.", grouped(figures.sum)),
        missing => {
            format!(
                "By unit: {} so far, {} still without a figure.",
                grouped(figures.sum),
                plural(missing, "unit", "units")
            )
        }
    }
}

fn tie(names: &[String], units: usize, open: u32) -> String {
    let more = units.saturating_sub(names.len());
    let rest = if more > 0 { format!(" and {} more", grouped(more as u64)) } else { String::new() };
    format!(
        "{} tied for {}: {}{rest}. A lot decides.",
        plural(units, "unit is", "units are"),
        plural(open as usize, "seat", "seats"),
        list(names)
    )
}

fn fair(fair: Ratio) -> String {
    if fair.den() == 1 {
        return format!("exact share {}", grouped(fair.num()));
    }
    format!("exact share {}/{} ≈ {}", grouped(fair.num()), grouped(fair.den()), decimal(fair, 3))
}

pub(super) fn problem(problem: &CompositionProblem) -> String {
    let names = |names: &[Name]| list(&names.iter().map(Name::as_str).collect::<Vec<_>>());
    match problem {
        CompositionProblem::Unnamed => "The category has no name.".to_owned(),
        CompositionProblem::MembersUnknown => {
            "The target is the share among the members, and the members of this category are not known."
                .to_owned()
        }
        CompositionProblem::MembersAboveAll { members, all } => {
            format!("{} members in the category, but only {} in all.", grouped(*members), grouped(*all))
        }
        CompositionProblem::MembersDiffer { total, sum } => {
            format!("{} members in all, but the units add up to {}.", grouped(*total), grouped(*sum))
        }
        CompositionProblem::LockAboveSeats { locked, seats } => {
            format!(
                "Locked at {}, but the unit has {}.",
                grouped((*locked).into()),
                plural(*seats as usize, "seat", "seats")
            )
        }
        CompositionProblem::LocksAboveSeats { locked, seats } => format!(
            "The locked cells of the unit come to {}, but it has {}.",
            grouped(*locked),
            plural(*seats as usize, "seat", "seats")
        ),
        CompositionProblem::TargetsAboveSeats { needs, seats } => {
            let each: Vec<_> =
                needs.iter().map(|(name, n)| format!("{} {}", name.as_str(), grouped(*n))).collect();
            let sum = needs.iter().map(|(_, n)| n).sum();
            format!(
                "A seat counts for one of these categories only: {} = {} seats, but there are {}.",
                each.join(" + "),
                grouped(sum),
                grouped(*seats)
            )
        }
        CompositionProblem::LocksAboveTarget { locked, most } => {
            format!(
                "The locked cells come to {}, but the target allows at most {}.",
                grouped(*locked),
                grouped(*most)
            )
        }
        CompositionProblem::Short { names: some, needed, possible } if some.is_empty() => {
            format!("{} are needed, but the units can give only {}.", grouped(*needed), grouped(*possible))
        }
        CompositionProblem::Short { names: some, needed, possible } => format!(
            "{} need {} seats together, but beside the locked cells the units can give only {}.",
            names(some),
            grouped(*needed),
            grouped(*possible)
        ),
        CompositionProblem::TooLarge => {
            "These are more seats to exchange than the page works out at once.".to_owned()
        }
        CompositionProblem::TooFine => {
            "The member figures of these categories cannot be compared exactly: count fewer of them by unit."
                .to_owned()
        }
    }
}

pub(super) fn step(step: CompositionStep) -> String {
    match step {
        CompositionStep::Added => "category added".to_owned(),
        CompositionStep::Removed => "category removed".to_owned(),
        CompositionStep::Changed => "composition changed".to_owned(),
        CompositionStep::Locked(n) => format!("{} of the composition", plural(n, "cell", "cells")),
        CompositionStep::Members => "members of a category".to_owned(),
    }
}

fn share_refused(error: ShareTextError) -> String {
    match error {
        ShareTextError::NotAShare => {
            "Write a fraction such as 1/3, or a percentage such as 40%; at most the whole.".to_owned()
        }
        ShareTextError::TooManyDecimals => format!(
            "A percentage has at most {} decimals here; a fraction such as 1/3 is exact.",
            ShareTextError::MOST_DECIMALS
        ),
        ShareTextError::Share(ShareError::ZeroDenominator) => {
            "A share of 0 parts is none: the number below the stroke must be at least 1.".to_owned()
        }
        ShareTextError::Share(ShareError::Zero) => {
            "A share of nothing is none: it must be above 0.".to_owned()
        }
        ShareTextError::Share(ShareError::AboveWhole { .. }) => {
            "That is more than the whole: a share is at most 100%.".to_owned()
        }
    }
}
