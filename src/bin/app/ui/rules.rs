//! The rules step: which rules hold, what they need here, and what every other set of rules would say.

mod form;
mod held;
mod share_field;
mod whole;

use self::whole::WholeRules;
use super::explained::{explained, explained_cell};
use super::fields::TextField;
use super::words::{Words, use_words};
use crate::effects::announce;
use crate::store::Intent;
use delegate_roster::scenario::{
    Action, Assembly, Figure, Gate, Name, OwnRules, Report, Rules, RulesAction, Votes,
};
use delegate_roster::text::{Key, Msg, RulesMsg, RulesWord, rules_name};
use delegate_roster::threshold::{
    Base, Citation, Confidence, Profile, ProfileId, Purpose, Rule, Share, Verdict, profile,
};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub use self::whole::row_id;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

/// The value of the choice that stands for rules of one's own.
const OWN: &str = "own";

#[component]
pub fn RulesStep(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let gate = &report.gates.own;
    let (quorum, majority) = bare(gate);
    let choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let rules = match ProfileId::from_code(&select.value()) {
                // Somebody who begins with an empty sheet begins with what held so far.
                Some(ProfileId::Custom) => {
                    Rules::Own(Rc::new(OwnRules::of(&Rules::Custom { quorum, majority })))
                }
                Some(id) => Rules::Profile(id),
                None => return,
            };
            dispatch.emit(Intent::Do(Action::SetRules(rules)));
        })
    };
    let rules = &report.scenario.rules;
    let own = matches!(rules, Rules::Own(_));
    let purpose = report.scenario.sitting().map_or(Purpose::Elect, |sitting| sitting.purpose);
    let quorum_row = report.rules.quorum_for(purpose);
    html! {
        <div class="step-rules">
            <section aria-labelledby="rules-title">
                <h2 id="rules-title">{ words.key(Key::RulesOfCongress) }</h2>
                <div class="field wide-field">
                    <label for="profile">{ words.key(Key::Profile) }</label>
                    <select id="profile" onchange={choose}>
                        if own { <option value={OWN} selected={true}>{ rules_name(rules, words.0) }</option> }
                        { for ProfileId::ALL.iter().map(|id| html! {
                            <option value={id.code()} selected={!own && rules.named() == *id}>
                                { profile(*id).name.pick(words.0) }
                            </option>
                        }) }
                    </select>
                </div>
                { copying(words, props) }
            </section>
            <section class="sentences" aria-labelledby="sentences-title">
                <h2 id="sentences-title">{ words.key(Key::WhatIsNeeded) }</h2>
                <dl>
                    <div>
                        <dt>{ words.key(Key::Quorum) }</dt>
                        <dd>
                            { quorum_sentences(words, gate, Assembly::Shown) }
                            { borrowed(words, gate) }
                            { source(words, quorum_row.map(|row| row.citation)) }
                        </dd>
                    </div>
                    <div>
                        <dt>{ words.key(Key::MajorityToElect) }</dt>
                        <dd>
                            { majority_sentences(words, gate, Assembly::Shown) }
                            { source(words, report.rules.majority_to_elect().map(|row| row.citation)) }
                        </dd>
                    </div>
                </dl>
            </section>
            <WholeRules report={report.clone()} dispatch={&props.dispatch} />
            <div class="comparison">
                <h2 id="comparison-title">{ words.key(Key::UnderEachProfile) }</h2>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="comparison-title">
                    <table class="plain-table">
                        <thead><tr>
                            <th scope="col">{ words.key(Key::Profile) }</th>
                            <th scope="col">{ words.key(Key::Quorum) }</th>
                            <th scope="col">{ words.key(Key::MajorityToElect) }</th>
                        </tr></thead>
                        <tbody>
                            { for report.gates.profiles().map(|(id, gate)| compared(words, id, purpose, &gate)) }
                        </tbody>
                    </table>
                </div>
            </div>
        </div>
    }
}

/// A way to copy the rules, or the name of the copy and the way back.
fn copying(words: Words, props: &Props) -> Html {
    let word = |word: RulesWord| words.say(&Msg::Rules(RulesMsg::Word(word)));
    let act = |action: RulesAction, focus: &'static str| {
        props.dispatch.reform(move |_: MouseEvent| {
            announce::focus_soon(focus.to_owned());
            Intent::Do(Action::Rules(action.clone()))
        })
    };
    let rules = &props.report.scenario.rules;
    let copied = profile(rules.named()).name;
    html! {
        <div class="own-rules">
            if let Rules::Profile(_) = rules {
                <button type="button" id="copy-rules" class="primary" onclick={act(RulesAction::Copy(Name::default()), "rules-name")}>
                    { word(RulesWord::Copy) }
                </button>
                <p class="hint">{ word(RulesWord::CopyHint) }</p>
            } else {
                <TextField id="rules-name" label={word(RulesWord::Name)} value={OwnRules::of(rules).name().clone()}
                    on_commit={props.dispatch.reform(|name| Intent::Do(Action::Rules(RulesAction::Rename(name))))} />
                if rules.named() != ProfileId::Custom {
                    <p class="hint">{ words.say(&Msg::Rules(RulesMsg::CopiedFrom(copied))) }</p>
                    <button type="button" onclick={act(RulesAction::Return, "copy-rules")}>
                        { words.say(&Msg::Rules(RulesMsg::ReturnTo(copied))) }
                    </button>
                }
            }
        </div>
    }
}

fn compared(words: Words, id: ProfileId, purpose: Purpose, gate: &Gate) -> Html {
    let rules = profile(id);
    let quorum = rules.quorum_for(purpose).map(|row| row.citation);
    let majority = rules.majority_to_elect().map(|row| row.citation);
    html! {
        <tr>
            <th scope="row">{ rules.name.pick(words.0) }</th>
            <td>{ quorum_sentences(words, gate, Assembly::Profile(id)) }{ stated(words, quorum) }</td>
            <td>{ majority_sentences(words, gate, Assembly::Profile(id)) }{ stated(words, majority) }</td>
        </tr>
    }
}

/// The rules of a gate as two bare rules to begin one's own with.
fn bare(gate: &Gate) -> (Rule, Rule) {
    let half = Rule::more_than(Share::HALF, Base::Due);
    let quorum = gate.quorum.first().map_or(half, |(rule, _)| *rule);
    (quorum, gate.majority.first().map_or(half, |votes| votes.rule))
}

pub fn quorum_sentences(words: Words, gate: &Gate, at: Assembly) -> Html {
    html! {
        <div class="sentence-block">
            { for (0..).zip(&gate.quorum).map(|(row, (rule, verdict))| html! {
                <p class={classes!("sentence", verdict_class(verdict))}>{ explained(&Figure::Quorum(at, row), words.say(&Msg::Quorum(*rule, *verdict))) }</p>
            }) }
            if gate.quorum.is_empty() { <p class="sentence">{ words.key(Key::NoRuleStated) }</p> }
        </div>
    }
}

pub fn majority_sentences(words: Words, gate: &Gate, at: Assembly) -> Html {
    html! {
        <div class="sentence-block">
            { for (0..).zip(&gate.majority).map(|(row, votes)| votes_sentence(words, &Figure::Votes(at, None, row), votes)) }
            if gate.majority.is_empty() { <p class="sentence">{ words.key(Key::NoRuleStated) }</p> }
        </div>
    }
}

/// The votes that are needed, as a sentence that can be asked about.
pub fn votes_sentence(words: Words, figure: &Figure, votes: &Votes) -> Html {
    html! { <p class="sentence">{ explained(figure, words.say(&Msg::Majority(votes))) }</p> }
}

/// The votes of every kind of decision for which the rules state a majority.
pub fn decision_sentences(words: Words, rules: &Profile, gate: &Gate, at: Assembly) -> Html {
    html! {
        <dl class="decisions">
            { for gate.decisions.iter().map(|(decision, needed)| html! {
                <div>
                    <dt>{ words.say(&Msg::Rules(RulesMsg::Decision(*decision))) }</dt>
                    <dd>
                        { for (0..).zip(needed).map(|(row, votes)| votes_sentence(words, &Figure::Votes(at, Some(*decision), row), votes)) }
                        { stated(words, rules.majority(*decision).map(|row| row.citation)) }
                    </dd>
                </div>
            }) }
        </dl>
    }
}

/// Which quorum is used where the rules state none for the purpose of the sitting.
pub fn borrowed(words: Words, gate: &Gate) -> Html {
    let said =
        gate.borrowed.map(|(wanted, used)| words.say(&Msg::Rules(RulesMsg::Borrowed { wanted, used })));
    html! { <p class="hint" hidden={said.is_none()}>{ said }</p> }
}

/// Where a rule comes from, and a request to confirm it where it was not read in a source.
pub fn source(words: Words, citation: Option<Citation>) -> Html {
    let Some(citation) = citation.filter(|citation| citation.confidence != Confidence::Own) else {
        return html! { <p class="source">{ words.key(Key::OwnRule) }</p> };
    };
    let confirm = words.say(&Msg::ToConfirm(citation.confidence));
    html! {
        <p class="source">
            { for citation.sources.iter().map(|source| html! { <span>{ words.say(&Msg::Source(source)) }</span> }) }
            if !confirm.is_empty() { <strong class="confirm">{ confirm }</strong> }
        </p>
    }
}

/// The source of a rule that is stated; nothing where none is.
fn stated(words: Words, citation: Option<Citation>) -> Html {
    citation.map_or_else(|| html! {}, |citation| source(words, Some(citation)))
}

pub const fn verdict_class(verdict: &Verdict) -> &'static str {
    match verdict {
        verdict if verdict.is_met() => "met",
        Verdict::NotMet(_) => "not-met",
        _ => "undecided",
    }
}

/// The verdict on the quorum as one line, for the chain.
pub fn verdict_line(words: Words, report: &Report) -> Html {
    html! {
        <>
            <strong>{ words.key(Key::Quorum) }{ words.key(Key::Colon) }</strong>
            { for (0..).zip(&report.gates.own.quorum).map(|(row, (rule, verdict))| html! {
                <>
                    { if row > 0 { words.key(Key::BetweenSentences) } else { AttrValue::Static("") } }
                    <span class={verdict_class(verdict)}>{ explained_cell(&Figure::Quorum(Assembly::Shown, row), words.say(&Msg::Quorum(*rule, *verdict))) }</span>
                </>
            }) }
        </>
    }
}
