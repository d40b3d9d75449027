//! The rules step: which rules hold, what they need here, and what every other set of rules would say.

use super::number_field::NumberField;
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::scenario::{Action, Gate, Report, Rules};
use delegate_roster::text::{Key, Msg};
use delegate_roster::threshold::{
    Base, Citation, Decision, ProfileId, Purpose, Rule, Share, Strictness, Verdict, profile,
};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

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
                Some(ProfileId::Custom) | None => Rules::Custom { quorum, majority },
                Some(id) => Rules::Profile(id),
            };
            dispatch.emit(Intent::Do(Action::SetRules(rules)));
        })
    };
    let chosen = match report.scenario.rules {
        Rules::Profile(id) => Some(id),
        Rules::Custom { .. } => None,
    };
    html! {
        <div class="step-rules">
            <section aria-labelledby="rules-title">
                <h2 id="rules-title">{ words.key(Key::RulesOfCongress) }</h2>
                <div class="field wide-field">
                    <label for="profile">{ words.key(Key::Profile) }</label>
                    <select id="profile" onchange={choose}>
                        { for ProfileId::ALL.iter().map(|id| html! {
                            <option value={id.code()} selected={chosen.unwrap_or(ProfileId::Custom) == *id}>
                                { profile(*id).name.pick(words.0) }
                            </option>
                        }) }
                    </select>
                </div>
                <div class="custom-rules">
                    if let Rules::Custom { quorum, majority } = report.scenario.rules {
                        <RuleEditor id="quorum" label={words.key(Key::Quorum)} rule={quorum}
                            on_change={props.dispatch.reform(move |quorum| Intent::Do(Action::SetRules(Rules::Custom { quorum, majority })))} />
                        <RuleEditor id="majority" label={words.key(Key::MajorityToElect)} rule={majority}
                            on_change={props.dispatch.reform(move |majority| Intent::Do(Action::SetRules(Rules::Custom { quorum, majority })))} />
                    }
                </div>
            </section>
            <section class="sentences" aria-labelledby="sentences-title">
                <h2 id="sentences-title">{ words.key(Key::WhatIsNeeded) }</h2>
                <dl>
                    <div>
                        <dt>{ words.key(Key::Quorum) }</dt>
                        <dd>
                            { quorum_sentences(words, gate) }
                            { source(words, chosen.and_then(|id| {
                                let profile = profile(id);
                                let row = profile.quorum(Purpose::Elect).or(profile.principal_quorum());
                                row.map(|row| row.citation)
                            })) }
                        </dd>
                    </div>
                    <div>
                        <dt>{ words.key(Key::MajorityToElect) }</dt>
                        <dd>
                            { majority_sentences(words, gate) }
                            { source(words, chosen.and_then(|id| {
                                let profile = profile(id);
                                let row = profile.majority(Decision::Elect).or(profile.majority(Decision::Adopt));
                                row.map(|row| row.citation)
                            })) }
                        </dd>
                    </div>
                </dl>
            </section>
            <div class="comparison">
                <h2 id="comparison-title">{ words.key(Key::UnderEachProfile) }</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-labelledby="comparison-title">
                    <table class="plain-table">
                        <thead><tr>
                            <th scope="col">{ words.key(Key::Profile) }</th>
                            <th scope="col">{ words.key(Key::Quorum) }</th>
                            <th scope="col">{ words.key(Key::MajorityToElect) }</th>
                        </tr></thead>
                        <tbody>
                            { for report.gates.profiles.iter().map(|(id, gate)| compared(words, *id, gate)) }
                        </tbody>
                    </table>
                </div>
            </div>
        </div>
    }
}

fn compared(words: Words, id: ProfileId, gate: &Gate) -> Html {
    html! {
        <tr>
            <th scope="row">{ profile(id).name.pick(words.0) }</th>
            <td>{ quorum_sentences(words, gate) }</td>
            <td>{ majority_sentences(words, gate) }</td>
        </tr>
    }
}

/// The rules of a gate as two bare rules to begin one's own with.
fn bare(gate: &Gate) -> (Rule, Rule) {
    let half = Rule::more_than(Share::HALF, Base::Due);
    let quorum = gate.quorum.first().map_or(half, |(rule, _)| *rule);
    (quorum, gate.majority.first().map_or(half, |votes| votes.rule))
}

pub fn quorum_sentences(words: Words, gate: &Gate) -> Html {
    html! {
        <div class="sentence-block">
            { for gate.quorum.iter().map(|(rule, verdict)| html! {
                <p class={classes!("sentence", verdict_class(verdict))}>{ words.say(&Msg::Quorum(*rule, *verdict)) }</p>
            }) }
            if gate.quorum.is_empty() { <p class="sentence">{ words.key(Key::NoRuleStated) }</p> }
        </div>
    }
}

pub fn majority_sentences(words: Words, gate: &Gate) -> Html {
    html! {
        <div class="sentence-block">
            { for gate.majority.iter().map(|votes| html! {
                <p class="sentence">{ words.say(&Msg::Majority(votes)) }</p>
            }) }
            if gate.majority.is_empty() { <p class="sentence">{ words.key(Key::NoRuleStated) }</p> }
        </div>
    }
}

/// Where a rule comes from, and a request to confirm it where it was not read in a source.
pub fn source(words: Words, citation: Option<Citation>) -> Html {
    let Some(citation) = citation else { return html! { <p class="source">{ words.key(Key::OwnRule) }</p> } };
    html! {
        <p class="source">
            { for citation.sources.iter().map(|source| html! { <span>{ words.say(&Msg::Source(source)) }</span> }) }
            if citation.is_to_confirm() {
                <strong class="confirm">{ words.say(&Msg::ToConfirm(citation.confidence)) }</strong>
            }
        </p>
    }
}

const fn verdict_class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Met(_) => "met",
        Verdict::NotMet(_) => "not-met",
        Verdict::Undecided(_) => "undecided",
    }
}

/// The verdict on the quorum as one line, for the chain.
pub fn verdict_line(words: Words, report: &Report) -> Html {
    html! {
        <>
            <strong>{ words.key(Key::Quorum) }{ words.key(Key::Colon) }</strong>
            { for report.gates.own.quorum.iter().map(|(rule, verdict)| html! {
                <span class={verdict_class(verdict)}>{ words.say(&Msg::Quorum(*rule, *verdict)) }</span>
            }) }
        </>
    }
}

/// Both ways to take a share.
const STRICTNESSES: [Strictness; 2] = [Strictness::MoreThan, Strictness::AtLeast];

/// The bases that a congress of delegates has a number for.
const CONGRESS_BASES: [Base; 5] = [Base::Seats, Base::Due, Base::Registered, Base::Present, Base::VotesCast];

#[derive(Properties, PartialEq)]
struct EditorProps {
    id: AttrValue,
    label: AttrValue,
    rule: Rule,
    on_change: Callback<Rule>,
}

/// A rule of one's own: more than or at least, p of q, of whom.
#[component]
fn RuleEditor(props: &EditorProps) -> Html {
    let words = use_words();
    let rule = props.rule;
    let strictness = props.on_change.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let index = usize::try_from(select.selected_index()).unwrap_or(0);
        Rule { strictness: STRICTNESSES.get(index).copied().unwrap_or(rule.strictness), ..rule }
    });
    let base = props.on_change.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Rule { base: Base::from_code(&select.value()).unwrap_or(rule.base), ..rule }
    });
    // A share above one, or with nothing below the line, is no share: the rule stays as it was.
    let share = move |p: u64, q: u64| {
        let share = u32::try_from(p).ok().zip(u32::try_from(q).ok()).and_then(|(p, q)| Share::new(p, q).ok());
        Rule { share: share.unwrap_or(rule.share), ..rule }
    };
    let q = u64::from(rule.share.den());
    let p = u64::from(rule.share.num());
    let numerator = props.on_change.reform(move |n| share(n, q.max(n)));
    let denominator = props.on_change.reform(move |n: u64| share(p.min(n), n));
    let most = 1_000_000;
    html! {
        <fieldset class="rule-editor">
            <legend>{ &props.label }</legend>
            <select aria-label={words.key(Key::StrictnessChoice)} onchange={strictness}>
                { for STRICTNESSES.iter().map(|s| html! {
                    <option selected={*s == rule.strictness}>{ words.say(&Msg::Strictness(*s)) }</option>
                }) }
            </select>
            <NumberField id={format!("{}-p", props.id)} label={words.key(Key::Numerator)} value={Some(p)} limit={most} on_commit={numerator} />
            <NumberField id={format!("{}-q", props.id)} label={words.key(Key::Denominator)} value={Some(q)} limit={most} on_commit={denominator} />
            <select aria-label={words.key(Key::BaseChoice)} onchange={base}>
                { for CONGRESS_BASES.iter().map(|b| html! {
                    <option value={b.code()} selected={*b == rule.base}>{ words.say(&Msg::Base(*b)) }</option>
                }) }
            </select>
        </fieldset>
    }
}
