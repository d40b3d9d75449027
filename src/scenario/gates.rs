//! `Gates`: the quorum and the majority of a scenario, under its own rules and under every named profile.

use super::attendance::{Attendance, registered};
use super::{Rules, Scenario, Sitting};
use crate::roster::Row;
use crate::threshold::{
    Base, Decision, Figures, Obstacle, Profile, ProfileId, Purpose, Rule, Verdict, profile,
};

/// The answers to the rules of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gates {
    /// The numbers they were answered with.
    pub figures: Figures,
    /// Under the scenario's own rules.
    pub own: Gate,
    /// Under every named profile, for comparison.
    pub profiles: Vec<(ProfileId, Gate)>,
}

/// Quorum and majority under one set of rules. Empty where the rules state none; two where two measures must both be
/// met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// What makes a sitting able to elect, and whether those present are enough.
    pub quorum: Vec<(Rule, Verdict)>,
    /// The votes that elect.
    pub majority: Vec<Votes>,
}

/// How many votes elect under a rule, or why that cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Votes {
    /// The rule.
    pub rule: Rule,
    /// The number of the base.
    pub whole: u64,
    /// The votes needed.
    pub needed: Result<u64, Obstacle>,
}

impl Gates {
    /// The answers at one sitting of a scenario whose roster adds up to `total`.
    pub(super) fn of(scenario: &Scenario, house: u64, total: &Row, sitting: &Sitting) -> Self {
        let figures = figures(scenario, house, total, sitting);
        let own = Gate::own(scenario, sitting.purpose, &figures);
        let named = ProfileId::ALL.into_iter().filter(|id| *id != ProfileId::Custom);
        let under = |id| (id, Gate::under(profile(id), sitting.purpose, &figures));
        Self { figures, own, profiles: named.map(under).collect() }
    }
}

impl Gate {
    /// Under the scenario's own rules.
    pub(super) fn own(scenario: &Scenario, purpose: Purpose, figures: &Figures) -> Self {
        match scenario.rules {
            Rules::Profile(id) => Self::under(profile(id), purpose, figures),
            Rules::Custom { quorum, majority } => Self::of([quorum], [majority], figures),
        }
    }

    fn under(profile: &Profile, purpose: Purpose, figures: &Figures) -> Self {
        let quorum = profile.quorum(purpose).or(profile.principal_quorum());
        let majority = profile.majority(Decision::Elect).or(profile.majority(Decision::Adopt));
        let quorum = quorum.into_iter().flat_map(|row| [Some(row.rule), row.second]).flatten();
        let majority = majority.into_iter().flat_map(|row| [Some(row.rule), row.second]).flatten();
        Self::of(quorum, majority, figures)
    }

    fn of(
        quorum: impl IntoIterator<Item = Rule>,
        majority: impl IntoIterator<Item = Rule>,
        figures: &Figures,
    ) -> Self {
        Self {
            quorum: quorum.into_iter().map(|rule| (rule, rule.quorum(figures))).collect(),
            majority: majority.into_iter().map(|rule| Votes::of(rule, figures)).collect(),
        }
    }

    /// Whether a quorum is known not to be met.
    pub fn lacks_quorum(&self) -> bool {
        self.quorum.iter().any(|(_, verdict)| matches!(verdict, Verdict::NotMet(_)))
    }
}

impl Votes {
    /// The votes that a rule needs.
    pub(super) fn of(rule: Rule, figures: &Figures) -> Self {
        Self { rule, whole: figures.get(rule.base).unwrap_or(0), needed: rule.needed_of(figures) }
    }
}

/// The numbers that are known at a sitting: a total to which some unit has not reported is not. All delegates may
/// vote. Delegates due are those that the credentials report stated, or else those of the roster as it is now.
pub(super) fn figures(scenario: &Scenario, house: u64, total: &Row, sitting: &Sitting) -> Figures {
    let complete = total.elected_missing == 0 && !scenario.units.is_empty();
    let actual = complete.then(|| u64::try_from(total.actual()).ok()).flatten();
    let due = sitting.stated_due.map(|count| u64::from(count.get())).or(actual);
    let mut figures = Figures::new().with(Base::Seats, house);
    figures.set(Base::Due, due);
    figures.set(Base::AllMembers, due);
    figures.set(Base::Present, Attendance::of(scenario, sitting).complete());
    figures.set(Base::Registered, registered(scenario, sitting));
    figures.everyone_votes()
}
