//! Rules of one's own, as text: the profile that was copied, the rows that were changed or added, and those taken out.

use super::rules::RuleText;
use super::{capped, plain};
use crate::scenario::{Name, OwnRules};
use crate::threshold::{
    Band, Counting, Decision, Excess, Initiative, Level, ListOrder, Measures, Milestone, Office, ProfileId,
    Provision, Purpose, Remedy, Share, Signers, Span, Subject, TieRule,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Rows of one copy: more than there are subjects, each of which has one.
const MAX_ROWS: usize = 256;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct OwnText {
    #[serde(default, with = "plain::name", skip_serializing_if = "Name::is_empty")]
    name: Name,
    #[serde(with = "plain::profile")]
    copied_from: ProfileId,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_ROWS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    changed: Vec<RowText>,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_ROWS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    removed: Vec<SubjectText>,
}

/// What a row says.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum RowText {
    Quorum {
        #[serde(with = "plain::purpose")]
        purpose: Purpose,
        rule: RuleText,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second: Option<RuleText>,
    },
    Majority {
        #[serde(with = "plain::decision")]
        decision: Decision,
        rule: RuleText,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second: Option<RuleText>,
    },
    Candidates {
        #[serde(with = "plain::office")]
        office: Office,
        least: ExcessText,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<ExcessText>,
    },
    OverReturned,
    OverChosen,
    Blank(#[serde(with = "plain::counting")] Counting),
    Illegal(#[serde(with = "plain::counting")] Counting),
    Tie(#[serde(with = "plain::tie")] TieRule),
    Remedy(#[serde(with = "plain::remedy")] Remedy),
    Order {
        #[serde(with = "plain::office")]
        office: Office,
        #[serde(with = "plain::list_order")]
        order: ListOrder,
    },
    Signers {
        #[serde(with = "plain::initiative")]
        initiative: Initiative,
        #[serde(default, with = "plain::level::option", skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
        signers: SignersText,
    },
    Presidium(#[serde(with = "plain::share")] Share),
    Deadline {
        #[serde(with = "plain::milestone")]
        milestone: Milestone,
        #[serde(default, with = "plain::level::option", skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
        before: SpanText,
    },
}

/// What a row is about.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum SubjectText {
    Quorum(#[serde(with = "plain::purpose")] Purpose),
    Majority(#[serde(with = "plain::decision")] Decision),
    Candidates(#[serde(with = "plain::office")] Office),
    OverReturned,
    OverChosen,
    Blank,
    Illegal,
    Tie,
    Remedy(#[serde(with = "plain::remedy")] Remedy),
    Order(#[serde(with = "plain::office")] Office),
    Signers {
        #[serde(with = "plain::initiative")]
        initiative: Initiative,
        #[serde(default, with = "plain::level::option", skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
    },
    Presidium,
    Deadline {
        #[serde(with = "plain::milestone")]
        milestone: Milestone,
        #[serde(default, with = "plain::level::option", skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
    },
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum ExcessText {
    Share(#[serde(with = "plain::share")] Share),
    Persons(u32),
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum SignersText {
    Persons(u32),
    DelegationOrPersons(u32),
    Share(#[serde(with = "plain::share")] Share),
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum SpanText {
    Days(u16),
    Months(u16),
}

impl OwnText {
    pub(super) fn of(own: &OwnRules) -> Self {
        let removed = own.changes().filter(|(_, change)| change.is_none());
        Self {
            name: own.name().clone(),
            copied_from: own.from(),
            changed: own.changes().filter_map(|(_, change)| change.map(RowText::of)).collect(),
            removed: removed.map(|(subject, _)| SubjectText::of(subject)).collect(),
        }
    }

    pub(super) fn is_about_each_once(&self) -> bool {
        let changed = self.changed.iter().map(|row| row.row().subject());
        let mut seen = HashSet::new();
        changed.chain(self.removed.iter().map(|one| one.subject())).all(|subject| seen.insert(subject))
    }

    pub(super) fn rules(self) -> OwnRules {
        let mut own = OwnRules::copy(self.copied_from, self.name);
        self.changed.into_iter().for_each(|row| own.put(row.row()));
        self.removed.into_iter().for_each(|one| own.remove(one.subject()));
        own
    }
}

impl RowText {
    fn of(row: Provision) -> Self {
        let both = |of: Measures| (RuleText::of(&of.first), of.second.map(|second| RuleText::of(&second)));
        match row {
            Provision::Quorum(purpose, of) => {
                let (rule, second) = both(of);
                Self::Quorum { purpose, rule, second }
            }
            Provision::Majority(decision, of) => {
                let (rule, second) = both(of);
                Self::Majority { decision, rule, second }
            }
            Provision::Candidates(office, Band { least, most }) => {
                Self::Candidates { office, least: ExcessText::of(least), most: most.map(ExcessText::of) }
            }
            Provision::OverReturned => Self::OverReturned,
            Provision::OverChosen => Self::OverChosen,
            Provision::Blank(how) => Self::Blank(how),
            Provision::Illegal(how) => Self::Illegal(how),
            Provision::Tie(how) => Self::Tie(how),
            Provision::Remedy(how) => Self::Remedy(how),
            Provision::Order(office, order) => Self::Order { office, order },
            Provision::Signers(initiative, level, of) => Self::Signers {
                initiative,
                level,
                signers: match of {
                    Signers::Persons(n) => SignersText::Persons(n),
                    Signers::DelegationOr(n) => SignersText::DelegationOrPersons(n),
                    Signers::Of(share) => SignersText::Share(share),
                },
            },
            Provision::Presidium(share) => Self::Presidium(share),
            Provision::Deadline(milestone, level, span) => Self::Deadline {
                milestone,
                level,
                before: match span {
                    Span::Days(n) => SpanText::Days(n),
                    Span::Months(n) => SpanText::Months(n),
                },
            },
        }
    }

    fn row(self) -> Provision {
        let both = |rule: RuleText, second: Option<RuleText>| Measures {
            first: rule.rule(),
            second: second.map(RuleText::rule),
        };
        match self {
            Self::Quorum { purpose, rule, second } => Provision::Quorum(purpose, both(rule, second)),
            Self::Majority { decision, rule, second } => Provision::Majority(decision, both(rule, second)),
            Self::Candidates { office, least, most } => Provision::Candidates(
                office,
                Band { least: least.excess(), most: most.map(ExcessText::excess) },
            ),
            Self::OverReturned => Provision::OverReturned,
            Self::OverChosen => Provision::OverChosen,
            Self::Blank(how) => Provision::Blank(how),
            Self::Illegal(how) => Provision::Illegal(how),
            Self::Tie(how) => Provision::Tie(how),
            Self::Remedy(how) => Provision::Remedy(how),
            Self::Order { office, order } => Provision::Order(office, order),
            Self::Signers { initiative, level, signers } => Provision::Signers(
                initiative,
                level,
                match signers {
                    SignersText::Persons(n) => Signers::Persons(n),
                    SignersText::DelegationOrPersons(n) => Signers::DelegationOr(n),
                    SignersText::Share(share) => Signers::Of(share),
                },
            ),
            Self::Presidium(share) => Provision::Presidium(share),
            Self::Deadline { milestone, level, before } => Provision::Deadline(
                milestone,
                level,
                match before {
                    SpanText::Days(n) => Span::Days(n),
                    SpanText::Months(n) => Span::Months(n),
                },
            ),
        }
    }
}

impl ExcessText {
    const fn of(excess: Excess) -> Self {
        match excess {
            Excess::Of(share) => Self::Share(share),
            Excess::Persons(n) => Self::Persons(n),
        }
    }

    const fn excess(self) -> Excess {
        match self {
            Self::Share(share) => Excess::Of(share),
            Self::Persons(n) => Excess::Persons(n),
        }
    }
}

impl SubjectText {
    const fn of(subject: Subject) -> Self {
        match subject {
            Subject::Quorum(at) => Self::Quorum(at),
            Subject::Majority(at) => Self::Majority(at),
            Subject::Candidates(at) => Self::Candidates(at),
            Subject::OverReturned => Self::OverReturned,
            Subject::OverChosen => Self::OverChosen,
            Subject::Blank => Self::Blank,
            Subject::Illegal => Self::Illegal,
            Subject::Tie => Self::Tie,
            Subject::Remedy(at) => Self::Remedy(at),
            Subject::Order(at) => Self::Order(at),
            Subject::Signers(initiative, level) => Self::Signers { initiative, level },
            Subject::Presidium => Self::Presidium,
            Subject::Deadline(milestone, level) => Self::Deadline { milestone, level },
        }
    }

    const fn subject(self) -> Subject {
        match self {
            Self::Quorum(at) => Subject::Quorum(at),
            Self::Majority(at) => Subject::Majority(at),
            Self::Candidates(at) => Subject::Candidates(at),
            Self::OverReturned => Subject::OverReturned,
            Self::OverChosen => Subject::OverChosen,
            Self::Blank => Subject::Blank,
            Self::Illegal => Subject::Illegal,
            Self::Tie => Subject::Tie,
            Self::Remedy(at) => Subject::Remedy(at),
            Self::Order(at) => Subject::Order(at),
            Self::Signers { initiative, level } => Subject::Signers(initiative, level),
            Self::Presidium => Subject::Presidium,
            Self::Deadline { milestone, level } => Subject::Deadline(milestone, level),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threshold::Chapter;

    #[test]
    fn every_subject_has_room() {
        assert!(Chapter::ALL.into_iter().flat_map(Chapter::subjects).count() <= MAX_ROWS);
    }
}
