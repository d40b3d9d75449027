//! The steps of the congress as tabs, each with its own address.

use super::words::use_words;
use crate::place::Place;
use delegate_roster::text::{CompositionKey, CompositionMsg, Key, Msg};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub place: Place,
}

#[component]
pub fn Steps(props: &Props) -> Html {
    let words = use_words();
    html! {
        <nav class="steps" aria-label={words.key(Key::Steps)}>
            <ol>
                { for Place::ALL.iter().map(|place| html! {
                    <li>
                        <a href={place.fragment()} aria-current={(*place == props.place).then_some("page")}>
                            { words.say(&name(*place)) }
                        </a>
                    </li>
                }) }
            </ol>
        </nav>
    }
}

/// The name of a step.
pub const fn name(place: Place) -> Msg<'static> {
    Msg::Key(match place {
        Place::Composition => return Msg::Composition(CompositionMsg::Key(CompositionKey::Step)),
        Place::Allocation => Key::StepAllocation,
        Place::Roster => Key::StepRoster,
        Place::Rules => Key::StepRules,
        Place::Sittings => Key::StepSittings,
        Place::Elections => Key::StepElections,
        Place::Compare => Key::StepCompare,
        Place::Report => Key::StepReport,
    })
}
