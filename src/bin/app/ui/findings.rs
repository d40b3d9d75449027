//! What does not add up in one card, said where it was entered, each a way to its field. Knows no elections and no items.

use super::words::Words;
use crate::effects::announce;
use delegate_roster::scenario::{Place, Problem, Report, Severity};
use delegate_roster::text::Msg;
use yew::prelude::*;

/// The errors at the places for which the card has a field, but what it says of its outcome; advice is listed over the page alone.
pub fn findings(words: Words, report: &Report, field: impl Fn(Place) -> Option<String>) -> Html {
    let said = |problem: &Problem| matches!(problem, Problem::Voting(problem) if problem.is_outcome());
    let errors = report.issues.iter().filter(|issue| issue.problem.severity() == Severity::Error);
    let found: Vec<_> = errors
        .filter(|issue| !said(&issue.problem))
        .filter_map(|issue| Some((field(issue.place)?, &issue.problem)))
        .collect();
    html! {
        if !found.is_empty() {
            <ul class="findings">
                { for found.into_iter().map(|(id, problem)| {
                    let onclick = Callback::from(move |_: MouseEvent| announce::focus_id(&id));
                    html! { <li><button type="button" class="plain" {onclick}>{ words.say(&Msg::Problem(problem)) }</button></li> }
                }) }
            </ul>
        }
    }
}
