//! The figures that the rules count and no roster of delegates has: owners, voters, area, voting rights, and how many
//! have a vote where not all do. Entered sitting by sitting; a figure once stated stays in sight.

use super::number_field::NumberField;
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::limits::MAX_WEIGHT;
use delegate_roster::scenario::{Action, Report, Sitting, SittingEdit};
use delegate_roster::text::{Msg, RulesMsg, RulesWord};
use delegate_roster::threshold::{Base, Profile};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    /// The place of the sitting.
    pub at: usize,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn StatedFigures(props: &Props) -> Html {
    let words = use_words();
    let Some(sitting) = props.report.scenario.sittings.get(props.at) else { return html! { <div></div> } };
    let wanted = wanted(&props.report.rules, sitting);
    let (voting, needed): (Vec<Base>, Vec<Base>) =
        wanted.into_iter().partition(|base| base.is_of_delegates());
    let any = voting.iter().any(|base| sitting.stated.contains_key(base));
    let word = |word: RulesWord| words.say(&Msg::Rules(RulesMsg::Word(word)));
    html! {
        <div class="stated">
            if !needed.is_empty() {
                <fieldset class="by-delegation-fields">
                    <legend>{ word(RulesWord::StatedFigures) }</legend>
                    { for needed.iter().map(|base| field(words, props, sitting, *base)) }
                    <p class="hint">{ word(RulesWord::StatedHint) }</p>
                </fieldset>
            }
            if !voting.is_empty() {
                <details open={any}>
                    <summary>{ word(RulesWord::VotingFigures) }</summary>
                    <div class="sitting-fields">{ for voting.iter().map(|base| field(words, props, sitting, *base)) }</div>
                </details>
            }
        </div>
    }
}

/// The figures that can be stated and that the rules use, and those that were stated.
fn wanted(rules: &Profile, sitting: &Sitting) -> Vec<Base> {
    let quorums = rules.quorums.iter().flat_map(|row| [Some(row.rule), row.second]);
    let majorities = rules.majorities.iter().flat_map(|row| [Some(row.rule), row.second]);
    let used: Vec<Base> = quorums
        .flatten()
        .flat_map(|rule| [Some(rule.base), rule.base.attendance()])
        .chain(majorities.flatten().map(|rule| Some(rule.base)))
        .flatten()
        .collect();
    // With and without a vote go together: one of them alone would leave the other unknown.
    let voting = used.iter().any(|base| matches!(base, Base::DueWithVote | Base::PresentWithVote));
    let is_wanted = |base: &Base| {
        used.contains(base)
            || sitting.stated.contains_key(base)
            || (voting && matches!(base, Base::DueWithVote | Base::PresentWithVote))
    };
    Base::STATED.into_iter().filter(is_wanted).collect()
}

fn field(words: Words, props: &Props, sitting: &Sitting, base: Base) -> Html {
    let sitting_id = sitting.id;
    let edit = move |figure: Option<u64>| {
        Intent::Do(Action::EditSitting(sitting_id, SittingEdit::Stated(base, figure)))
    };
    let on_commit = props.dispatch.reform(move |n: u64| edit(Some(n)));
    let on_clear = props.dispatch.reform(move |()| edit(None));
    html! {
        <NumberField id={format!("sitting-{}-{}", sitting_id.0, base.code())}
            label={words.say(&Msg::Rules(RulesMsg::Stated(base)))} value={sitting.stated.get(&base).copied()}
            limit={MAX_WEIGHT} {on_commit} on_clear={Some(on_clear)} />
    }
}
