//! `Gates`: the quorum and the majority of a scenario, under its own rules and under every named profile.

use super::{Rules, Scenario};
use crate::roster::Row;
use crate::threshold::{Bases, Profile, ProfileId, Rule, Undecided, Verdict, judge};

/// The answers to the rules of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gates {
    /// The numbers they were answered with.
    pub bases: Bases,
    /// Under the scenario's own rules.
    pub own: Gate,
    /// Under every named profile, for comparison.
    pub profiles: Vec<(ProfileId, Gate)>,
}

/// Quorum and majority under one set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// What makes a sitting able to elect.
    pub quorum: Rule,
    /// Whether those present are enough.
    pub verdict: Verdict,
    /// What elects.
    pub majority: Rule,
    /// The votes that elect, with the number they are a share of; or why that cannot be said.
    pub votes: Result<Votes, Undecided>,
}

/// How many votes elect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Votes {
    /// The number of the base.
    pub of: u32,
    /// The votes needed.
    pub needed: u64,
}

impl Gates {
    /// The answers for a scenario whose roster adds up to `total`.
    pub(super) fn of(scenario: &Scenario, total: &Row) -> Self {
        let bases = bases(scenario, total);
        let (quorum, majority) = match scenario.rules {
            Rules::Profile(id) => rules_of(id.profile()),
            Rules::Custom { quorum, majority } => (quorum, majority),
        };
        let profile = |id: ProfileId| {
            let (quorum, majority) = rules_of(id.profile());
            (id, Gate::of(quorum, majority, &bases))
        };
        Self {
            bases,
            own: Gate::of(quorum, majority, &bases),
            profiles: ProfileId::ALL.into_iter().map(profile).collect(),
        }
    }
}

impl Gate {
    fn of(quorum: Rule, majority: Rule, bases: &Bases) -> Self {
        let verdict = judge(quorum, bases, bases.present);
        // How many votes are needed follows from the base alone; nobody has to have voted yet.
        let votes = match judge(majority, bases, Some(0)) {
            Verdict::Met { of, needed, .. } | Verdict::NotMet { of, needed, .. } => Ok(Votes { of, needed }),
            Verdict::Undecided(why) => Err(why),
        };
        Self { quorum, verdict, majority, votes }
    }
}

fn rules_of(profile: Profile) -> (Rule, Rule) {
    (profile.quorum.value, profile.majority.value)
}

/// The numbers that are known: a total to which some unit has not reported is not.
fn bases(scenario: &Scenario, total: &Row) -> Bases {
    let known = |missing: u32, n: i64| {
        let complete = missing == 0 && !scenario.units.is_empty();
        complete.then(|| u32::try_from(n).ok()).flatten()
    };
    Bases {
        seats: Some(scenario.allocating.house.get()),
        due: known(total.elected_missing, total.actual()),
        registered: scenario.sitting().and_then(|sitting| sitting.registered).map(crate::num::Count::get),
        present: known(total.present_missing, total.present),
        votes_cast: None,
    }
}
