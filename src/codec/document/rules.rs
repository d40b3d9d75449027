//! The rules of the congress, as text: a named profile, a copy of one with what was changed in it, or two bare rules.

use super::own_rules::OwnText;
use super::plain;
use crate::scenario::Rules;
use crate::threshold::{Base, ProfileId, Rule, Share, Strictness};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::rc::Rc;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) enum RulesText {
    Profile(#[serde(with = "plain::profile")] ProfileId),
    Custom { quorum: RuleText, majority: RuleText },
    Own(OwnText),
}

/// A share of a base: more than, or at least.
#[derive(Clone, Copy, Serialize)]
pub(super) struct RuleText {
    share: [u32; 2],
    #[serde(with = "plain::strictness")]
    strictness: Strictness,
    #[serde(with = "plain::base")]
    base: Base,
}

impl<'de> Deserialize<'de> for RuleText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Plain {
            share: [u32; 2],
            #[serde(with = "plain::strictness")]
            strictness: Strictness,
            #[serde(with = "plain::base")]
            base: Base,
        }
        let Plain { share: [num, den], strictness, base } = Plain::deserialize(from)?;
        let share = Share::new(num, den).map_err(|_| D::Error::custom("a share is above 0 and at most 1"))?;
        Ok(Self { share: [share.num(), share.den()], strictness, base })
    }
}

impl RuleText {
    pub(super) fn of(rule: &Rule) -> Self {
        Self { share: [rule.share.num(), rule.share.den()], strictness: rule.strictness, base: rule.base }
    }

    pub(super) fn rule(self) -> Rule {
        let [num, den] = self.share;
        // Checked when it was read.
        let share = Share::new(num, den).unwrap_or(Share::HALF);
        Rule { share, strictness: self.strictness, base: self.base }
    }
}

impl RulesText {
    pub(super) fn of(rules: &Rules) -> Self {
        match rules {
            Rules::Profile(id) => Self::Profile(*id),
            Rules::Custom { quorum, majority } => {
                Self::Custom { quorum: RuleText::of(quorum), majority: RuleText::of(majority) }
            }
            Rules::Own(own) => Self::Own(OwnText::of(own)),
        }
    }

    /// Whether each row of one's own rules is about another subject.
    pub(super) fn is_about_each_once(&self) -> bool {
        match self {
            Self::Own(own) => own.is_about_each_once(),
            Self::Profile(_) | Self::Custom { .. } => true,
        }
    }

    pub(super) fn rules(self) -> Rules {
        match self {
            Self::Profile(id) => Rules::Profile(id),
            Self::Custom { quorum, majority } => {
                Rules::Custom { quorum: quorum.rule(), majority: majority.rule() }
            }
            Self::Own(own) => Rules::Own(Rc::new(own.rules())),
        }
    }
}
