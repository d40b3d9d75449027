//! Quorums, majorities, the presidium and signatures: a share of a base, and the whole number that meets it.

use super::{Authority, Note, Reckoning, Term, Value, What};
use crate::num::Ratio;
use crate::scenario::{AgendaId, Assembly, Deciding, Gate, ItemOutcome, Report, Votes};
use crate::threshold::{
    Base, Citation, Decision, Finding, Profile, ProfileId, Purpose, Rule, Share, SignerRule, Signers,
    Verdict, profile,
};
use std::borrow::Cow;

/// The gate that is asked about, and the rules and purpose it was worked out under.
struct Asked<'a> {
    gate: Cow<'a, Gate>,
    rules: &'a Profile,
    purpose: Purpose,
}

impl<'a> Asked<'a> {
    fn of(report: &'a Report, assembly: Assembly) -> Option<Self> {
        let shown = report.scenario.sitting().map_or(Purpose::Elect, |sitting| sitting.purpose);
        let own = |gate, purpose| Self { gate: Cow::Borrowed(gate), rules: &report.rules, purpose };
        Some(match assembly {
            Assembly::Shown => own(&report.gates.own, shown),
            Assembly::Sitting(id) => {
                let sitting = report.scenario.sittings.iter().find(|sitting| sitting.id == id)?;
                let result = report.sittings.iter().find(|result| result.id == id)?;
                own(&result.gate, sitting.purpose)
            }
            Assembly::Election(id) => {
                let result = report.elections.iter().find(|result| result.id == id)?;
                own(&result.gate, Purpose::Elect)
            }
            Assembly::Profile(id) => {
                let gate = (id != ProfileId::Custom).then(|| report.gates.under(id))?;
                Self { gate: Cow::Owned(gate), rules: profile(id), purpose: shown }
            }
            Assembly::Purpose(purpose) => {
                let gate = Cow::Owned(Gate::under(&report.rules, purpose, &report.gates.figures));
                Self { gate, rules: &report.rules, purpose }
            }
        })
    }
}

/// A share of a base as a calculation, and the whole number that meets the rule.
fn bar(rule: Rule, whole: u64, needed: u64) -> Reckoning {
    let share = fraction(rule.share);
    let reckoning = Reckoning::new(Value::of(needed));
    match part(rule.share, whole) {
        Some(part) => {
            let terms = vec![
                Term { op: super::Op::Plus, value: Value::of(whole), what: What::Base(rule.base) },
                Term::times(Value::Fraction(share), What::Bare),
            ];
            reckoning
                .then(Value::Ratio(part, part.telling_digits()), terms)
                .note(Note::Bar(rule, part, needed))
        }
        // Too fine for 64 bits: the rule as a sentence.
        None => reckoning.note(Note::Majority(Votes { rule, whole, needed: Ok(needed) })),
    }
}

fn fraction(share: Share) -> Ratio {
    Ratio::new(share.num().into(), share.den().into()).unwrap_or(Ratio::ZERO)
}

fn part(share: Share, whole: u64) -> Option<Ratio> {
    fraction(share).times(whole)
}

fn achieved(reckoning: Reckoning, finding: Finding) -> Reckoning {
    let attended = finding.rule.base.attendance().map_or(What::Bare, What::Base);
    let terms = vec![
        Term { op: super::Op::Plus, value: Value::of(finding.achieved), what: attended },
        Term { op: super::Op::Minus, value: Value::of(finding.needed), what: What::Needed },
    ];
    let rest = i64::try_from(finding.achieved).unwrap_or(i64::MAX)
        - i64::try_from(finding.needed).unwrap_or(i64::MAX);
    reckoning.then(Value::Whole(rest), terms).note(Note::Verdict(finding))
}

fn cited(citation: Option<Citation>) -> Option<Authority> {
    citation.map(Authority::Citation)
}

/// What a quorum needs, and whether it is met.
pub(super) fn quorum(report: &Report, assembly: Assembly, at: u32) -> Option<Reckoning> {
    let asked = Asked::of(report, assembly)?;
    let (rule, verdict) = asked.gate.quorum.get(usize::try_from(at).ok()?)?;
    let borrowed = asked.gate.borrowed.map(|(wanted, used)| Note::Borrowed(wanted, used));
    let reckoning = match verdict {
        Verdict::Met(found) | Verdict::NotMet(found) => {
            achieved(bar(*rule, found.whole, found.needed), *found)
        }
        Verdict::SoFar(found) => bar(*rule, found.whole, found.needed).note(Note::Quorum(*rule, *verdict)),
        Verdict::Undecided(_) => Reckoning::new(Value::Waiting).note(Note::Quorum(*rule, *verdict)),
    };
    let citation = asked.rules.quorum_for(asked.purpose).map(|row| row.citation);
    Some(reckoning.note_if(borrowed).based(cited(citation)))
}

/// What becomes of a measure of the quorum of the sitting that is shown, if so many were present.
pub(super) fn tried(report: &Report, at: u32, present: u32) -> Option<Reckoning> {
    let asked = Asked::of(report, Assembly::Shown)?;
    let (rule, _) = asked.gate.quorum.get(usize::try_from(at).ok()?)?;
    let figures = report.gates.figures.if_present(present.into());
    let reckoning = match rule.quorum(&figures) {
        Verdict::Met(found) | Verdict::NotMet(found) => {
            achieved(bar(*rule, found.whole, found.needed), found)
        }
        verdict => Reckoning::new(Value::Waiting).note(Note::Quorum(*rule, verdict)),
    };
    let citation = asked.rules.quorum_for(asked.purpose).map(|row| row.citation);
    Some(reckoning.based(cited(citation)))
}

fn needed(votes: &Votes) -> Reckoning {
    match votes.needed {
        Ok(needed) => bar(votes.rule, votes.whole, needed),
        Err(_) => Reckoning::new(Value::Waiting).note(Note::Majority(*votes)),
    }
}

/// The votes that elect, or that a decision needs.
pub(super) fn votes(
    report: &Report,
    assembly: Assembly,
    decision: Option<Decision>,
    at: u32,
) -> Option<Reckoning> {
    let asked = Asked::of(report, assembly)?;
    let at = usize::try_from(at).ok()?;
    let (votes, citation) = match decision {
        None => (asked.gate.majority.get(at)?, asked.rules.majority_to_elect()),
        Some(one) => {
            let (_, votes) = asked.gate.decisions.iter().find(|(known, _)| *known == one)?;
            (votes.get(at)?, asked.rules.majority(one))
        }
    };
    Some(needed(votes).based(cited(citation.map(|row| row.citation))))
}

/// The votes that an item needs, and whether it has them.
pub(super) fn item(report: &Report, id: AgendaId, at: u32) -> Option<Reckoning> {
    let result = report.agenda.iter().find(|result| result.id == id)?;
    let at = usize::try_from(at).ok()?;
    let reckoning = match &result.outcome {
        ItemOutcome::Open(rules) | ItemOutcome::Contradictory(rules) | ItemOutcome::NoQuorum(rules) => {
            needed(rules.get(at)?)
        }
        ItemOutcome::Voted(verdicts) => {
            let (rule, verdict) = verdicts.get(at)?;
            match verdict {
                Verdict::Met(found) | Verdict::NotMet(found) | Verdict::SoFar(found) => {
                    let terms = vec![
                        Term { op: super::Op::Plus, value: Value::of(found.achieved), what: What::Bare },
                        Term { op: super::Op::Minus, value: Value::of(found.needed), what: What::Needed },
                    ];
                    let rest = i64::try_from(found.achieved).ok()? - i64::try_from(found.needed).ok()?;
                    bar(*rule, found.whole, found.needed).then(Value::Whole(rest), terms)
                }
                Verdict::Undecided(why) => {
                    let votes = Votes { rule: *rule, whole: 0, needed: Err(*why) };
                    Reckoning::new(Value::Waiting).note(Note::Majority(votes))
                }
            }
        }
        ItemOutcome::Heard | ItemOutcome::Election(_) | ItemOutcome::NoRule => return None,
    };
    let decision = match report.scenario.agenda.iter().find(|item| item.id == id)?.needs {
        crate::scenario::Needs::Vote(vote) => Deciding::of(&report.rules, vote.decision),
        _ => None,
    };
    Some(reckoning.based(cited(result.citation.or(decision.map(|deciding| deciding.citation)))))
}

/// About how many form the presidium.
pub(super) fn presidium(report: &Report) -> Option<Reckoning> {
    let due = report.gates.figures.get(Base::Due)?;
    let share = report.rules.presidium?;
    let size = report.rules.presidium_size(due)?;
    let part = part(share.value, due)?;
    let terms = vec![
        Term { op: super::Op::Plus, value: Value::of(due), what: What::Base(Base::Due) },
        Term::times(Value::Fraction(fraction(share.value)), What::Bare),
    ];
    let reckoning = Reckoning::new(Value::of(size)).then(Value::Ratio(part, part.telling_digits()), terms);
    Some(reckoning.note(Note::RoundedNearest(part, size)).based(cited(Some(share.citation))))
}

/// The signatures of an initiative.
pub(super) fn signers(report: &Report, at: u32) -> Option<Reckoning> {
    let due = report.gates.figures.get(Base::Due)?;
    let rule: &SignerRule = report.rules.signers.get(usize::try_from(at).ok()?)?;
    let needed = rule.needed(due);
    let reckoning = Reckoning::new(Value::of(needed));
    let reckoning = match rule.signers {
        Signers::Persons(_) | Signers::DelegationOr(_) => reckoning.note(Note::Named(needed)),
        Signers::Of(share) => {
            let part = part(share, due)?;
            let terms = vec![
                Term { op: super::Op::Plus, value: Value::of(due), what: What::Base(Base::Due) },
                Term::times(Value::Fraction(fraction(share)), What::Bare),
            ];
            reckoning
                .then(Value::Ratio(part, part.telling_digits()), terms)
                .note(Note::RoundedUp(part, needed))
        }
    };
    Some(reckoning.based(cited(Some(rule.citation))))
}

/// The fewest delegations whose absence breaks the quorum of the sitting that is shown.
pub(super) fn breaking(report: &Report) -> Option<Reckoning> {
    let rows: Vec<_> = report.delegations.iter().filter(|row| row.id.is_some()).collect();
    if rows.iter().any(|row| row.ledger.present_missing > 0) {
        return None;
    }
    let finding = report.gates.own.quorum.iter().find_map(|(_, verdict)| match verdict {
        Verdict::Met(finding) => Some(*finding),
        _ => None,
    })?;
    let sizes: Vec<u64> = rows.iter().map(|row| u64::try_from(row.ledger.present).unwrap_or(0)).collect();
    let found = finding.breaking(&sizes)?;
    let taken = found.certain.iter().chain(found.among.iter().take(found.open));
    let term = |place: &usize| {
        let row = rows.get(*place)?;
        Some(Term::plus(row.ledger.present, What::Delegation(row.id?)))
    };
    let terms: Vec<Term> = taken.filter_map(term).collect();
    let away: i64 = terms
        .iter()
        .map(|term| match term.value {
            Value::Whole(n) => n,
            _ => 0,
        })
        .sum();
    let size = found.size();
    let reckoning = achieved(Reckoning::new(Value::of(size as u64)), finding);
    let reckoning = reckoning.note(Note::LargestFirst(size)).then(Value::Whole(away), terms);
    let purpose = report.scenario.sitting().map_or(Purpose::Elect, |sitting| sitting.purpose);
    Some(reckoning.based(cited(report.rules.quorum_for(purpose).map(|row| row.citation))))
}
