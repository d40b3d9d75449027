//! `Gates`: the quorum and the majority of a scenario, under its own rules and under every named profile.

use super::attendance::{Attendance, registered};
use super::{Scenario, Sitting};
use crate::roster::Row;
use crate::threshold::{
    Base, Decision, Figures, Measures, Obstacle, Profile, ProfileId, Purpose, Rule, Verdict, profile,
};

/// The answers to the rules of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gates {
    /// The numbers they were answered with.
    pub figures: Figures,
    /// Under the scenario's own rules.
    pub own: Gate,
    /// What the sitting is held for.
    pub purpose: Purpose,
}

/// Quorum and majority under one set of rules. Empty where the rules state none; two where two measures must both be
/// met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// What makes a sitting able to elect, and whether those present are enough.
    pub quorum: Vec<(Rule, Verdict)>,
    /// The purpose of the sitting and the one whose quorum is used, where the rules state none for the former.
    pub borrowed: Option<(Purpose, Purpose)>,
    /// The votes that elect.
    pub majority: Vec<Votes>,
    /// The votes of every kind of decision for which the rules state a majority.
    pub decisions: Vec<(Decision, Vec<Votes>)>,
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
    pub(super) fn of(
        scenario: &Scenario,
        rules: &Profile,
        house: u64,
        total: &Row,
        sitting: &Sitting,
    ) -> Self {
        let figures = figures(scenario, house, total, sitting);
        let own = Gate::under(rules, sitting.purpose, &figures);
        Self { figures, own, purpose: sitting.purpose }
    }

    /// Under a profile instead, for comparison. Worked out when it is asked for: most pages show none.
    pub fn under(&self, id: ProfileId) -> Gate {
        Gate::under(profile(id), self.purpose, &self.figures)
    }

    /// Under every profile that states rules of its own.
    pub fn profiles(&self) -> impl Iterator<Item = (ProfileId, Gate)> {
        let named = ProfileId::ALL.into_iter().filter(|id| *id != ProfileId::Custom);
        named.map(|id| (id, self.under(id)))
    }
}

impl Gate {
    /// Under a set of rules, at a sitting held for a purpose.
    pub(super) fn under(rules: &Profile, purpose: Purpose, figures: &Figures) -> Self {
        let votes = |rule: Rule| Votes::of(rule, figures);
        let both = |first, second| Measures { first, second }.rules();
        let quorum = rules.quorum_for(purpose);
        let verdict = |rule: Rule| (rule, rule.quorum(figures));
        let decisions = rules.majorities.iter();
        Self {
            quorum: quorum.into_iter().flat_map(|row| both(row.rule, row.second)).map(verdict).collect(),
            borrowed: quorum.map(|row| (purpose, row.purpose)).filter(|(wanted, used)| wanted != used),
            majority: rules
                .majority_to_elect()
                .into_iter()
                .flat_map(|row| both(row.rule, row.second))
                .map(votes)
                .collect(),
            decisions: decisions
                .map(|row| (row.decision, both(row.rule, row.second).map(votes).collect()))
                .collect(),
        }
    }

    /// Whether the quorum is known to be met: all its measures are.
    pub fn has_quorum(&self) -> bool {
        !self.quorum.is_empty() && self.quorum.iter().all(|(_, verdict)| verdict.is_met())
    }

    /// Whether a quorum is known not to be met.
    pub fn lacks_quorum(&self) -> bool {
        self.quorum.iter().any(|(_, verdict)| matches!(verdict, Verdict::NotMet(_)))
    }
}

impl Votes {
    /// The votes that a rule needs with these figures.
    pub fn of(rule: Rule, figures: &Figures) -> Self {
        Self { rule, whole: figures.get(rule.base).unwrap_or(0), needed: rule.needed_of(figures) }
    }
}

/// The numbers that are known at a sitting: a total to which some unit has not reported is not. All delegates may
/// vote, unless the sitting states otherwise. Delegates due are those that the credentials report stated, or else those of the roster as it is now.
pub(super) fn figures(scenario: &Scenario, house: u64, total: &Row, sitting: &Sitting) -> Figures {
    let complete = total.elected_missing == 0 && !scenario.units.is_empty();
    let actual = complete.then(|| u64::try_from(total.actual()).ok()).flatten();
    let due = sitting.stated_due.map(|count| u64::from(count.get())).or(actual);
    let mut figures = Figures::new().with(Base::Seats, house);
    figures.set(Base::Due, due);
    figures.set(Base::AllMembers, due);
    let attendance = Attendance::of(scenario, sitting);
    figures.set(Base::Present, attendance.complete());
    if attendance.complete().is_none() {
        figures = figures.so_far(attendance.present);
    }
    if scenario.units.is_empty() {
        figures = figures.unbegun();
    }
    figures.set(Base::Registered, registered(scenario, sitting));
    for (base, figure) in sitting.stated.iter() {
        figures.set(*base, Some(*figure));
    }
    figures.everyone_votes()
}
