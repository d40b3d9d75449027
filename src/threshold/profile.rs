//! `Profile`: a named set of rules with the source of each. Data, not code: `docs/RULES.md` shows the same table.
//!
//! What is not read in a source is marked [`Confidence::Unverified`], and the page asks the organiser to confirm it.
//! Nothing here is invented law.

use super::{Base, Rule, Share, Strictness};
use crate::language::Bilingual;

/// How well a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Read in the source named.
    Verified,
    /// Read only in an older version of the rule.
    VerifiedOld,
    /// General knowledge: please confirm.
    Unverified,
}

/// A value with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Law, article, year.
    pub source: Bilingual,
    /// How well it is known.
    pub confidence: Confidence,
}

/// A named set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileId {
    /// Local congress of the Communist Party of China.
    CpcLocal2020,
    /// Grass-roots congress of the Communist Party of China.
    CpcGrassroots2020,
    /// People's congress.
    PeoplesCongress,
    /// Convention of delegates under Robert's Rules of Order.
    RonrConvention,
}

/// The rules of a kind of assembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Which one.
    pub id: ProfileId,
    /// Its name.
    pub name: Bilingual,
    /// What makes a sitting able to elect.
    pub quorum: Sourced<Rule>,
    /// What elects a candidate.
    pub majority: Sourced<Rule>,
}

impl ProfileId {
    /// Every profile.
    pub const ALL: [Self; 4] =
        [Self::CpcLocal2020, Self::CpcGrassroots2020, Self::PeoplesCongress, Self::RonrConvention];

    /// The stable identifier used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CpcLocal2020 => "cpc-local-2020",
            Self::CpcGrassroots2020 => "cpc-grassroots-2020",
            Self::PeoplesCongress => "peoples-congress",
            Self::RonrConvention => "ronr-convention",
        }
    }

    /// The profile with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.id() == id)
    }

    /// Its rules.
    pub const fn profile(self) -> Profile {
        match self {
            Self::CpcLocal2020 => CPC_LOCAL_2020,
            Self::CpcGrassroots2020 => CPC_GRASSROOTS_2020,
            Self::PeoplesCongress => PEOPLES_CONGRESS,
            Self::RonrConvention => RONR_CONVENTION,
        }
    }
}

const fn rule(share: Share, strictness: Strictness, base: Base) -> Rule {
    Rule { share, strictness, base }
}

const CPC_LOCAL_2020: Profile = Profile {
    id: ProfileId::CpcLocal2020,
    name: Bilingual { zh: "党的地方代表大会（2020）", en: "Party congress, local (2020)" },
    quorum: Sourced {
        value: rule(Share::HALF, Strictness::MoreThan, Base::Due),
        source: Bilingual {
            zh: "《中国共产党地方组织选举工作条例》（2020）第二十四条",
            en: "Rules on elections of local Party organisations (2020), Art. 24",
        },
        confidence: Confidence::Verified,
    },
    majority: Sourced {
        value: rule(Share::HALF, Strictness::MoreThan, Base::Due),
        source: Bilingual {
            zh: "《中国共产党地方组织选举工作条例》（2020），赞成票超过应到会有选举权人数的半数",
            en: "Rules on elections of local Party organisations (2020): more than half of those due with voting rights",
        },
        confidence: Confidence::Verified,
    },
};

const CPC_GRASSROOTS_2020: Profile = Profile {
    id: ProfileId::CpcGrassroots2020,
    name: Bilingual { zh: "党的基层代表大会（2020）", en: "Party congress, grass-roots (2020)" },
    quorum: Sourced {
        value: rule(Share::FOUR_FIFTHS, Strictness::AtLeast, Base::Due),
        source: Bilingual {
            zh: "《中国共产党基层组织选举工作条例》（2020），有选举权的到会人数不少于应到会人数的五分之四",
            en: "Rules on elections of grass-roots Party organisations (2020): at least 4/5 of those due with voting rights",
        },
        confidence: Confidence::Verified,
    },
    majority: Sourced {
        value: rule(Share::HALF, Strictness::MoreThan, Base::Present),
        source: Bilingual {
            zh: "《中国共产党基层组织选举工作条例》（2020），赞成票超过实到会有选举权人数的一半",
            en: "Rules on elections of grass-roots Party organisations (2020): more than half of those present with voting rights",
        },
        confidence: Confidence::Verified,
    },
};

const PEOPLES_CONGRESS: Profile = Profile {
    id: ProfileId::PeoplesCongress,
    name: Bilingual { zh: "人民代表大会", en: "People’s congress" },
    quorum: Sourced {
        value: rule(Share::TWO_THIRDS, Strictness::AtLeast, Base::Due),
        source: Bilingual {
            zh: "《全国人民代表大会议事规则》第四条；《地方组织法》（2022）第十四条",
            en: "Rules of procedure of the NPC, Art. 4; Organic law of local people’s congresses (2022), Art. 14",
        },
        confidence: Confidence::Verified,
    },
    majority: Sourced {
        value: rule(Share::HALF, Strictness::MoreThan, Base::Due),
        source: Bilingual {
            zh: "《全国人民代表大会议事规则》第五十九条；《地方组织法》（2022）第二十五条：全体代表的过半数",
            en: "Rules of procedure of the NPC, Art. 59; Organic law (2022), Art. 25: more than half of all deputies",
        },
        confidence: Confidence::Verified,
    },
};

const RONR_CONVENTION: Profile = Profile {
    id: ProfileId::RonrConvention,
    name: Bilingual {
        zh: "罗伯特议事规则：代表大会", en: "Robert’s Rules: convention of delegates"
    },
    quorum: Sourced {
        value: rule(Share::HALF, Strictness::MoreThan, Base::Registered),
        source: Bilingual {
            zh: "《罗伯特议事规则》第4版（1915）：报到登记代表的过半数；第12版 40:2",
            en: "Robert’s Rules of Order, 4th ed. (1915): a majority of those registered as attending; 12th ed. 40:2",
        },
        confidence: Confidence::VerifiedOld,
    },
    majority: Sourced {
        value: rule(Share::HALF, Strictness::MoreThan, Base::VotesCast),
        source: Bilingual {
            zh: "《罗伯特议事规则》第12版 44:1：所投票数（不计空白票和弃权）的过半数",
            en: "Robert’s Rules of Order, 12th ed., 44:1: more than half of the votes cast, blanks and abstentions excluded",
        },
        confidence: Confidence::Unverified,
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_found_by_their_ids() {
        for id in ProfileId::ALL {
            assert_eq!(ProfileId::from_id(id.id()), Some(id));
            assert_eq!(id.profile().id, id);
        }
        assert_eq!(ProfileId::from_id("martial-law"), None);
    }
}
