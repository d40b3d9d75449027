//! English for how the seats were allocated.

use super::{count, known_key, list, method, minimum_rule, plural};
use crate::apportion::{Printed, open_house::Parts};
use crate::text::AccountMsg;
use crate::text::number::{decimal, grouped};

pub(super) fn say(msg: &AccountMsg<'_>) -> String {
    match msg {
        AccountMsg::TwoTier(upper, lower) => format!(
            "The seats go to the delegations first ({}), and those of each delegation to its units ({}).",
            method(upper),
            method(lower)
        ),
        AccountMsg::Key(key) => {
            format!(
                "The seats of each unit follow from its own members by a published key: {}.",
                known_key(*key)
            )
        }
        AccountMsg::Steps(scale) => {
            let parts = match scale.parts {
                Parts::Whole => "whole steps only",
                Parts::OrPart => "or part of it",
                Parts::Nearest => "from half a step",
            };
            let most = scale
                .most
                .map_or_else(String::new, |most| format!(", at most {}", grouped(most.get().into())));
            format!(
                "The seats of each unit follow from its own members by steps: {} for the first {} members, {} more for every further {} ({parts}){most}.",
                grouped(scale.first.get().into()),
                grouped(scale.covers.get()),
                grouped(scale.step.get().into()),
                grouped(scale.per.get())
            )
        }
        AccountMsg::Minimum(seats, rule) => format!(
            "Every unit with members has at least {} ({}).",
            plural(*seats as usize, "seat", "seats"),
            minimum_rule(*rule)
        ),
        AccountMsg::Bounds(units) => {
            format!("With bounds of their own: {}.", plural(*units, "unit", "units"))
        }
        AccountMsg::Fixed(units, more) => format!("Fixed by hand: {}.", listed(units, *more)),
        AccountMsg::Drawn(names, more, seed) => {
            let seed = seed.map_or_else(String::new, |seed| format!(" (seed {seed})"));
            format!("Drawn by lot among those tied: {}{seed}.", listed(names, *more))
        }
        AccountMsg::OpenEdge(open, rest) => format!(
            "{} among equal remainders of {}.",
            if *open == 1 {
                "One seat is open".to_owned()
            } else {
                format!("{} seats are open", count(*open))
            },
            decimal(*rest, 4)
        ),
        AccountMsg::Impossible => {
            "No allocation fits what is entered; seats shown are those of before, or fixed by hand."
                .to_owned()
        }
    }
}

/// Why no divisor is printed. Seldom said, so not among what comes first.
#[inline(never)]
pub(super) fn undivided(one: &str, rounding: &str, printed: Printed) -> String {
    match printed {
        Printed::Tied => format!("At the divisor several {one}s stand exactly on a rounding point."),
        Printed::Bounds => format!("Bounds and seats fixed by hand leave every {one} only these seats."),
        Printed::FirstSeats => format!(
            "No divisor gives these seats: there is not a first one for every {one}, and those with most members have one each, but for what bounds or a hand have fixed."
        ),
        Printed::TooLong | Printed::Divisor(_) => {
            format!("A divisor gives these seats, but it takes too many digits to print: {rounding}.")
        }
    }
}

fn listed(names: &[String], more: usize) -> String {
    let names = list(names);
    if more == 0 { names } else { format!("{names} and {} more", count(more)) }
}
