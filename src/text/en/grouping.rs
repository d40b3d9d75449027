//! English for grouping units into delegations.

use super::{count, plural};
use crate::language::Language;
use crate::roster::grouping::{Claim, Unfit, Why};
use crate::scenario::regroup::{Balance, Figure};
use crate::text::number::{decimal, grouped, percent};
use crate::text::{GroupingMsg, GroupingWord, list};
use std::borrow::Cow;

pub(super) fn say(msg: &GroupingMsg<'_>) -> Cow<'static, str> {
    let what = |name: &str, n: usize| match n {
        1 => name.to_owned(),
        n => plural(n, "unit", "units"),
    };
    Cow::Owned(match msg {
        GroupingMsg::Word(word) => return Cow::Borrowed(fixed(*word)),
        GroupingMsg::Balance(balance) => evenness(balance),
        GroupingMsg::Share(part, whole) => percent(*part, *whole, 1).unwrap_or_default(),
        GroupingMsg::Chosen(n) => format!("{} chosen", plural(*n, "unit", "units")),
        GroupingMsg::MoveTo(name, n) => format!("Move {} to", what(name, *n)),
        GroupingMsg::Moved(name, n, Some(to)) => format!("{} → {to}", what(name, *n)),
        GroupingMsg::Moved(name, n, None) => format!("{} → no delegation", what(name, *n)),
        GroupingMsg::Founded([name]) => format!("New delegation: {name}."),
        GroupingMsg::Founded(names) => format!("New delegations: {}.", list(Language::English, names)),
        GroupingMsg::FiguresStay(n) => {
            let (figures, stay) = match n {
                1 => ("1 figure of attendance that was counted for a whole delegation".to_owned(), "stays"),
                n => (
                    format!("{} figures of attendance that were counted for whole delegations", count(*n)),
                    "stay",
                ),
            };
            format!("{figures} {stay} as counted: look at the sittings.")
        }
        GroupingMsg::Dissolve(name) => format!("Dissolve {name} into"),
        GroupingMsg::NameOf(name) => format!("Name of the delegation {name}"),
        GroupingMsg::NameTaken(name) => {
            format!("There is a delegation “{name}” already: the two will become one.")
        }
        GroupingMsg::ShowMore(n) => format!("{} more", plural(*n, "unit", "units")),
        GroupingMsg::ShowMoreDelegations(n) => {
            format!("Show {} more", plural(*n, "delegation", "delegations"))
        }
        GroupingMsg::Figure(Figure::Actual) => "Delegates actual (due)".to_owned(),
        GroupingMsg::Figure(Figure::Seats) => "Seats".to_owned(),
        GroupingMsg::Moves(1) => "1 unit would move.".to_owned(),
        GroupingMsg::Moves(n) => format!("{} units would move.", count(*n)),
        GroupingMsg::Unchanged(1) => "1 delegation stays as it is.".to_owned(),
        GroupingMsg::Unchanged(n) => format!("{} delegations stay as they are.", count(*n)),
        GroupingMsg::Largest(claim, groups, name) => largest(claim, *groups, name),
        GroupingMsg::Others(claim, apart) => others(claim, *apart),
        GroupingMsg::Smallest(claim) => match claim.gap() {
            0 => format!("With that, none has a larger smallest delegation than {}.", grouped(claim.value)),
            gap => format!(
                "The smallest has {}, at most {} below what is possible with that.",
                grouped(claim.value),
                grouped(gap)
            ),
        },
        GroupingMsg::Unfit(unfit, name) => refused(unfit, name),
    })
}

const fn fixed(word: GroupingWord) -> &'static str {
    match word {
        GroupingWord::Views => "What is shown",
        GroupingWord::ViewFigures => "Figures",
        GroupingWord::ViewUnits => "Units by delegation",
        GroupingWord::Hint => {
            "Drag a unit to another delegation, or click it (on a touch screen, tap it) to choose one. With the keyboard: the arrows go from unit to unit, Enter opens the choice, Space picks several to move together, Esc lets them go. Names can be changed in place; two delegations of one name become one."
        }
        GroupingWord::NoUnits => "There are no units yet.",
        GroupingWord::NoDelegations => "No unit has a delegation yet.",
        GroupingWord::Move => "Move",
        GroupingWord::Target => "To",
        GroupingWord::NewDelegation => "New delegation",
        GroupingWord::NewHint => "Drop a unit here to begin a delegation with its name.",
        GroupingWord::NobodyLeft => "Every unit has a delegation.",
        GroupingWord::Dissolve => "Dissolve",
        GroupingWord::Largest => "largest",
        GroupingWord::Smallest => "smallest",
        GroupingWord::Suggest => "Suggest a grouping",
        GroupingWord::SuggestTitle => "Suggest a grouping of the units",
        GroupingWord::Wanted => "Number of delegations",
        GroupingWord::Least => "Least size (may be empty)",
        GroupingWord::Most => "Greatest size (may be empty)",
        GroupingWord::Counts => "What counts",
        GroupingWord::LeaveLarge => "Leave delegations of one large unit as they are",
        GroupingWord::LeaveLargeHint => "Large is what has at least the average of all delegations.",
        GroupingWord::Before => "Now",
        GroupingWord::After => "Suggested",
        GroupingWord::Joins => "Units that come",
        GroupingWord::Leaves => "Units that leave",
        GroupingWord::New => "new",
        GroupingWord::Dissolved => "dissolved",
        GroupingWord::NothingMoves => "The units are grouped so already.",
        GroupingWord::Several => "Other groupings are just as good.",
        GroupingWord::TakeOver => "Take over",
        GroupingWord::Unnamed => "Delegation",
    }
}

fn evenness(balance: &Balance) -> String {
    let times = balance.times().map_or_else(
        || "the smallest has nobody".to_owned(),
        |times| format!("the largest is {} times the smallest", decimal(times, 2)),
    );
    format!(
        "{} with {} in all: the largest has {}, the smallest {}, on average {}; {times}.",
        plural(balance.delegations, "delegation", "delegations"),
        grouped(balance.total),
        grouped(balance.largest),
        grouped(balance.smallest),
        decimal(balance.average(), 2)
    )
}

fn because(why: Why, bound: u64, name: &str) -> String {
    match why {
        Why::Unit(_) => format!("{name} alone has {}", grouped(bound)),
        Why::Average { apart: 0 } => {
            format!("shared equally it would be {}, rounded to whole delegates", grouped(bound))
        }
        Why::Average { apart } => format!(
            "beside the {} the others would have {} each",
            plural(apart, "largest unit", "largest units"),
            grouped(bound)
        ),
        Why::Crowd { units, together } => {
            format!("of the {} largest units, {} must share a delegation", count(units), count(together))
        }
        Why::Few { units, .. } => {
            format!(
                "there are so few units that one delegation gets at most {}",
                plural(units, "unit", "units")
            )
        }
        Why::Search => "a complete search found none".to_owned(),
    }
}

fn largest(claim: &Claim, groups: usize, name: &str) -> String {
    match claim.gap() {
        0 => format!(
            "Optimal: no grouping into {} has a smaller largest delegation than {}; {}.",
            count(groups),
            grouped(claim.value),
            because(claim.why, claim.bound, name)
        ),
        gap => format!(
            "The largest delegation has {}, at most {} above the best possible; below {} is impossible: {}.",
            grouped(claim.value),
            grouped(gap),
            grouped(claim.bound),
            because(claim.why, claim.bound, name)
        ),
    }
}

fn others(claim: &Claim, apart: usize) -> String {
    let beside = format!(
        "Beside {} that one unit fills, the largest has {}",
        plural(apart, "delegation", "delegations"),
        grouped(claim.value)
    );
    match claim.gap() {
        0 => format!("{beside}, which is the best possible too."),
        gap => format!("{beside}, at most {} above the best possible.", grouped(gap)),
    }
}

fn refused(unfit: &Unfit, name: &str) -> String {
    match unfit {
        Unfit::NoGroups => "Enter how many delegations there are to be.".to_owned(),
        Unfit::TooManyUnits(n) => format!("{} units are more than the limit.", count(*n)),
        Unfit::FewerUnits { units, groups } => format!(
            "{} for {}: every delegation needs a unit.",
            plural(*units, "unit", "units"),
            plural(*groups, "delegation", "delegations")
        ),
        Unfit::FewerGroups { needed, groups } => format!(
            "The units that stay as they are leave too little: at least {} are needed, not {}.",
            plural(*needed, "delegation", "delegations"),
            count(*groups)
        ),
        Unfit::Crossed { least, most } => {
            format!("The least size {} is above the greatest, {}.", grouped(*least), grouped(*most))
        }
        Unfit::UnitAbove { size, most, .. } => {
            format!("{name} alone has {}, above the greatest size {}.", grouped(*size), grouped(*most))
        }
        Unfit::AloneBelow { size, least, .. } => {
            format!("{name} stays alone with {}, below the least size {}.", grouped(*size), grouped(*least))
        }
        Unfit::MostTooLow { bound, why, most } => format!(
            "No grouping keeps to the greatest size {}: the largest has at least {}, because {}.",
            grouped(*most),
            grouped(*bound),
            because(*why, *bound, name)
        ),
        Unfit::LeastTooHigh { bound, why, least } => format!(
            "No grouping reaches the least size {}: the smallest has at most {}, because {}.",
            grouped(*least),
            grouped(*bound),
            because(*why, *bound, name)
        ),
        Unfit::NoneWithin => "A complete search found no grouping within these sizes.".to_owned(),
        Unfit::NotFound => {
            "No grouping within these sizes was found, and there are too many to rule all of them out. Allow a wider range."
                .to_owned()
        }
    }
}
