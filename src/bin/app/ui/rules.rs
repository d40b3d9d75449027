//! The rules step: which rules hold, what they need here, and what every other set of rules would say.

use super::number_field::NumberField;
use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::limits::MAX_COUNT;
use delegate_roster::num::Count;
use delegate_roster::scenario::{Action, Gate, Report, Rules};
use delegate_roster::text::{Key, Msg};
use delegate_roster::threshold::{Base, Confidence, ProfileId, Rule, Share, Sourced, Strictness, Verdict};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The value of the choice that is no named profile.
const CUSTOM: &str = "custom";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn RulesStep(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let gate = report.gates.own;
    let choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let rules = match ProfileId::from_id(&select.value()) {
                Some(id) => Rules::Profile(id),
                None => Rules::Custom { quorum: gate.quorum, majority: gate.majority },
            };
            dispatch.emit(Intent::Do(Action::SetRules(rules)));
        })
    };
    let chosen = match report.scenario.rules {
        Rules::Profile(id) => Some(id),
        Rules::Custom { .. } => None,
    };
    let register = props.dispatch.reform(|n: u64| {
        let count = u32::try_from(n).ok().and_then(Count::new).filter(|count| *count > Count::ZERO);
        Intent::Do(Action::SetRegistered(count))
    });
    let registered = report.scenario.sitting().and_then(|sitting| sitting.registered).unwrap_or(Count::ZERO);
    html! {
        <div class="step-rules">
            <section aria-labelledby="rules-title">
                <h2 id="rules-title">{ words.key(Key::RulesOfCongress) }</h2>
                <div class="field wide-field">
                    <label for="profile">{ words.key(Key::Profile) }</label>
                    <select id="profile" onchange={choose}>
                        { for ProfileId::ALL.iter().map(|id| html! {
                            <option value={id.id()} selected={chosen == Some(*id)}>{ id.profile().name.pick(words.0) }</option>
                        }) }
                        <option value={CUSTOM} selected={chosen.is_none()}>{ words.key(Key::CustomRules) }</option>
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
                <NumberField id="registered" label={words.key(Key::RegisteredCount)} value={u64::from(registered.get())}
                    limit={u64::from(MAX_COUNT)} on_commit={register} />
            </section>
            <section class="sentences" aria-labelledby="sentences-title">
                <h2 id="sentences-title">{ words.key(Key::WhatIsNeeded) }</h2>
                <dl>
                    <div class={verdict_class(&gate.verdict)}>
                        <dt>{ words.key(Key::Quorum) }</dt>
                        <dd>
                            <p class="sentence">{ words.say(&Msg::Quorum { rule: gate.quorum, verdict: gate.verdict, present: report.gates.bases.present }) }</p>
                            { source(words, chosen.map(|id| id.profile().quorum)) }
                        </dd>
                    </div>
                    <div>
                        <dt>{ words.key(Key::MajorityToElect) }</dt>
                        <dd>
                            <p class="sentence">{ words.say(&Msg::Majority { rule: gate.majority, votes: gate.votes }) }</p>
                            { source(words, chosen.map(|id| id.profile().majority)) }
                        </dd>
                    </div>
                </dl>
            </section>
            <section class="comparison" aria-labelledby="comparison-title">
                <h2 id="comparison-title">{ words.key(Key::UnderEachProfile) }</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-labelledby="comparison-title">
                    <table class="plain-table">
                        <thead><tr>
                            <th scope="col">{ words.key(Key::Profile) }</th>
                            <th scope="col">{ words.key(Key::Quorum) }</th>
                            <th scope="col">{ words.key(Key::MajorityToElect) }</th>
                        </tr></thead>
                        <tbody>
                            { for report.gates.profiles.iter().map(|(id, gate)| compared(words, report, *id, gate)) }
                        </tbody>
                    </table>
                </div>
            </section>
        </div>
    }
}

fn compared(words: Words, report: &Report, id: ProfileId, gate: &Gate) -> Html {
    let present = report.gates.bases.present;
    html! {
        <tr>
            <th scope="row">{ id.profile().name.pick(words.0) }</th>
            <td class={verdict_class(&gate.verdict)}>
                { words.say(&Msg::Quorum { rule: gate.quorum, verdict: gate.verdict, present }) }
            </td>
            <td>{ words.say(&Msg::Majority { rule: gate.majority, votes: gate.votes }) }</td>
        </tr>
    }
}

/// Where a rule comes from, and a request to confirm it where it was not read in a source.
fn source(words: Words, sourced: Option<Sourced<Rule>>) -> Html {
    let Some(sourced) = sourced else { return html! { <p class="source">{ words.key(Key::OwnRule) }</p> } };
    let confirm = match sourced.confidence {
        Confidence::Verified => None,
        Confidence::VerifiedOld => Some(Key::ConfirmOld),
        Confidence::Unverified => Some(Key::PleaseConfirm),
    };
    html! {
        <p class="source">
            { words.key(Key::Source) }{ sourced.source.pick(words.0) }
            if let Some(confirm) = confirm { <strong class="confirm">{ words.key(confirm) }</strong> }
        </p>
    }
}

const fn verdict_class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Met { .. } => "met",
        Verdict::NotMet { .. } => "not-met",
        Verdict::Undecided(_) => "undecided",
    }
}

/// The verdict on the quorum as one sentence, for the chain.
pub fn verdict_line(words: Words, report: &Report) -> Html {
    let gate = &report.gates.own;
    let msg = Msg::Quorum { rule: gate.quorum, verdict: gate.verdict, present: report.gates.bases.present };
    html! {
        <span class={verdict_class(&gate.verdict)}>
            <strong>{ words.key(Key::Quorum) }{ words.key(Key::Colon) }</strong>{ words.say(&msg) }
        </span>
    }
}

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
        Rule { strictness: Strictness::ALL.get(index).copied().unwrap_or(rule.strictness), ..rule }
    });
    let base = props.on_change.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Rule { base: Base::from_id(&select.value()).unwrap_or(rule.base), ..rule }
    });
    // A share above one, or with nothing below the line, is no share: the rule stays as it was.
    let share = move |p: u64, q: u64| {
        let share = u32::try_from(p).ok().zip(u32::try_from(q).ok()).and_then(|(p, q)| Share::new(p, q));
        Rule { share: share.unwrap_or(rule.share), ..rule }
    };
    let q = u64::from(rule.share.q());
    let p = u64::from(rule.share.p());
    let numerator = props.on_change.reform(move |n| share(n, q.max(n)));
    let denominator = props.on_change.reform(move |n: u64| share(p.min(n), n));
    let most = u64::from(Share::MAX_DENOMINATOR);
    html! {
        <fieldset class="rule-editor">
            <legend>{ &props.label }</legend>
            <select aria-label={words.key(Key::StrictnessChoice)} onchange={strictness}>
                { for Strictness::ALL.iter().map(|s| html! {
                    <option selected={*s == rule.strictness}>{ words.say(&Msg::Strictness(*s)) }</option>
                }) }
            </select>
            <NumberField id={format!("{}-p", props.id)} label={words.key(Key::Numerator)} value={p} limit={most} on_commit={numerator} />
            <NumberField id={format!("{}-q", props.id)} label={words.key(Key::Denominator)} value={q} limit={most} on_commit={denominator} />
            <select aria-label={words.key(Key::BaseChoice)} onchange={base}>
                { for Base::ALL.iter().map(|b| html! {
                    <option value={b.id()} selected={*b == rule.base}>{ words.say(&Msg::Base(*b)) }</option>
                }) }
            </select>
        </fieldset>
    }
}
