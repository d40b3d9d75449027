//! Indices of an allocation, and thresholds under a rule or a profile.

use super::answer::{Failure, Whole};
use crate::index::{Disproportion, Inequality, Shares};
use crate::num::{Seats, Weight};
use crate::threshold::{Base, Figures, ProfileId, Purpose, Rule, Share, Strictness, Verdict, profile};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Distribution {
    weights: Vec<Whole>,
    seats: Vec<Whole>,
}

/// The indices; `null` where one is infinite.
#[derive(Serialize)]
pub(super) struct Indices {
    loosemore_hanby: f64,
    rae: f64,
    grofman: f64,
    lijphart: f64,
    gallagher: f64,
    sainte_lague: Option<f64>,
    dhondt: Option<f64>,
    gini: f64,
    dauer_kelsay: f64,
    max_min_ratio: Option<f64>,
    variation: f64,
    effective_by_seats: f64,
    effective_by_members: f64,
}

/// The indices of a distribution.
pub(super) fn indices(given: Distribution) -> Result<Indices, Failure> {
    let too_large =
        |name: &str, at: usize| Failure::new("too-large", format!("{name}[{at}]"), "Above the limit.");
    let weights = given
        .weights
        .iter()
        .enumerate()
        .map(|(at, n)| Weight::new(n.get()).ok_or_else(|| too_large("weights", at)));
    let seats = given.seats.iter().enumerate().map(|(at, n)| {
        u32::try_from(n.get()).ok().and_then(Seats::new).ok_or_else(|| too_large("seats", at))
    });
    let (weights, seats) = (weights.collect::<Result<Vec<_>, _>>()?, seats.collect::<Result<Vec<_>, _>>()?);
    let shares = Shares::new(&weights, &seats)
        .map_err(|error| Failure::new(error.code(), "", format!("{error:?}")))?;
    let (d, i) = (Disproportion::of(&shares), Inequality::of(&shares));
    Ok(Indices {
        loosemore_hanby: d.loosemore_hanby,
        rae: d.rae,
        grofman: d.grofman,
        lijphart: d.lijphart,
        gallagher: d.gallagher,
        sainte_lague: d.sainte_lague,
        dhondt: d.dhondt,
        gini: i.gini,
        dauer_kelsay: i.dauer_kelsay,
        max_min_ratio: i.max_min_ratio,
        variation: i.variation,
        effective_by_seats: i.effective_by_seats,
        effective_by_members: i.effective_by_members,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    profile: Option<String>,
    rule: Option<RuleText>,
    seats: Option<Whole>,
    due: Option<Whole>,
    registered: Option<Whole>,
    present: Option<Whole>,
    votes_cast: Option<Whole>,
}

/// A rule: `{share: [1, 2], strict: true, base: "due"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    share: (u32, u32),
    strict: bool,
    base: String,
}

/// Quorum and majority under the rules asked for; two rules where two measures must both be met.
#[derive(Serialize)]
pub(super) struct Thresholds {
    quorum: Vec<Threshold>,
    majority: Vec<Threshold>,
}

#[derive(Serialize)]
struct Threshold {
    share: (u32, u32),
    strict: bool,
    base: &'static str,
    of: Option<f64>,
    needed: Option<f64>,
    /// `met`, `not-met`, or why it cannot be decided.
    verdict: &'static str,
    /// For a quorum that is met: how many may still leave.
    may_leave: Option<f64>,
}

/// Quorum and votes needed.
pub(super) fn thresholds(question: Question) -> Result<Thresholds, Failure> {
    let mut figures = Figures::new();
    for (base, number) in [
        (Base::Seats, question.seats),
        (Base::Due, question.due),
        (Base::AllMembers, question.due),
        (Base::Registered, question.registered),
        (Base::Present, question.present),
        (Base::VotesCast, question.votes_cast),
    ] {
        figures.set(base, number.map(Whole::get));
    }
    let figures = figures.everyone_votes();
    let (quorum, majority) = match (&question.profile, &question.rule) {
        (Some(id), None) => of_profile(id)?,
        (None, Some(rule)) => {
            let rule = rule.rule()?;
            (vec![rule], vec![rule])
        }
        _ => return Err(Failure::new("missing", "profile", "Either a profile or a rule.")),
    };
    let quorum = quorum.into_iter().map(|rule| threshold(rule, &figures, Some(rule.quorum(&figures))));
    Ok(Thresholds {
        quorum: quorum.collect(),
        majority: majority.into_iter().map(|rule| threshold(rule, &figures, None)).collect(),
    })
}

fn of_profile(id: &str) -> Result<(Vec<Rule>, Vec<Rule>), Failure> {
    let id = ProfileId::from_code(id)
        .ok_or_else(|| Failure::new("unknown-profile", "profile", format!("There is no profile {id:?}.")))?;
    let profile = profile(id);
    let (quorum, majority) = (profile.quorum_for(Purpose::Elect), profile.majority_to_elect());
    let quorum = quorum.into_iter().flat_map(|row| [Some(row.rule), row.second]).flatten().collect();
    Ok((quorum, majority.into_iter().flat_map(|row| [Some(row.rule), row.second]).flatten().collect()))
}

impl RuleText {
    fn rule(&self) -> Result<Rule, Failure> {
        let (num, den) = self.share;
        let share = Share::new(num, den).map_err(|error| {
            Failure::new(error.code(), "rule.share", "A share above zero and at most one.")
        })?;
        let base = Base::from_code(&self.base).ok_or_else(|| {
            Failure::new("unknown-base", "rule.base", format!("There is no base {:?}.", self.base))
        })?;
        let strictness = if self.strict { Strictness::MoreThan } else { Strictness::AtLeast };
        Ok(Rule { share, strictness, base })
    }
}

fn threshold(rule: Rule, figures: &Figures, verdict: Option<Verdict>) -> Threshold {
    let needed = rule.needed_of(figures);
    let number = |n: u64| n as f64;
    Threshold {
        share: (rule.share.num(), rule.share.den()),
        strict: rule.strictness == Strictness::MoreThan,
        base: rule.base.code(),
        of: figures.get(rule.base).map(number),
        needed: needed.ok().map(number),
        verdict: match (verdict, needed) {
            (Some(verdict), _) if verdict.is_met() => "met",
            (Some(Verdict::Met(_) | Verdict::SoFar(_)), _) => "figure-missing",
            (Some(Verdict::NotMet(_)), _) => "not-met",
            (Some(Verdict::Undecided(why)), _) | (None, Err(why)) => why.code(),
            (None, Ok(_)) => "open",
        },
        may_leave: verdict
            .filter(|v| v.is_met())
            .and_then(Verdict::finding)
            .map(|found| number(found.may_leave())),
    }
}
