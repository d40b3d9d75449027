//! `Guideline`: what rules and practice say about the composition of a congress, each with its source. Data, not law of
//! every body: a number is offered only where the source states one, and taken over only by hand.

use super::{Amount, Limit, Target};
use crate::language::Bilingual;
use crate::threshold::{Citation, Confidence, Share, Source};

/// A category that congresses often ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Usual {
    /// Women (妇女代表).
    Women,
    /// Delegates of the front line of production and work (生产和工作一线代表).
    FrontLine,
    /// Ethnic minorities (少数民族代表).
    Minorities,
    /// Leading cadres (领导干部).
    LeadingCadres,
    /// Professionals (专业技术人员).
    Professionals,
    /// Young delegates (青年代表).
    Young,
}

/// What a source says about a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guideline {
    /// Local party congresses: the share of women generally not below that among the members.
    WomenLocal,
    /// Villagers' representatives: women at least a third.
    WomenVillage,
    /// SPD: both sexes at least 40 %.
    WomenSpd,
    /// Local party congresses: the share of the front line is secured; no number.
    FrontLineLocal,
    /// Grass-roots party congresses: the same.
    FrontLineGrassroots,
    /// The 20th national congress: front line at least a third.
    FrontLineNational,
    /// Local party congresses in autonomous areas: minorities; the clause was not read to its end.
    MinoritiesLocal,
    /// The 20th national congress: leading cadres at most two thirds.
    CadresNational,
    /// Employees' congresses of Shanghai: middle and senior managers at most 20 %.
    ManagersShanghai,
    /// Employees' congresses of Zhejiang: managers at most 20 %.
    ManagersZhejiang,
    /// Provincial party congresses, 1994: professionals and models at least 25 %.
    ProfessionalsProvince,
}

impl Usual {
    /// All, in the order in which the page offers them.
    pub const ALL: [Self; 6] = [
        Self::Women,
        Self::FrontLine,
        Self::Minorities,
        Self::LeadingCadres,
        Self::Professionals,
        Self::Young,
    ];
}

const fn source(zh: &'static str, en: &'static str, year: u16, article: Option<&'static str>) -> Source {
    Source { law: Bilingual { zh, en }, article, year: Some(year) }
}

const LOCAL: &[Source] = &[source(
    "中国共产党地方组织选举工作条例",
    "CPC Regulations on Elections in Local Organisations",
    2020,
    None,
)];
const LOCAL_1994: &[Source] = &[source(
    "中国共产党地方组织选举工作条例",
    "CPC Regulations on Elections in Local Organisations",
    1994,
    None,
)];
const GRASSROOTS: &[Source] = &[source(
    "中国共产党基层组织选举工作条例",
    "CPC Regulations on Elections in Grass-roots Organisations",
    2020,
    Some("8"),
)];
const NATIONAL_20: &[Source] = &[source(
    "二十大代表选举工作有关情况新闻发布",
    "Press conference on the election of delegates to the 20th National Congress of the CPC",
    2022,
    None,
)];
const VILLAGES: &[Source] =
    &[source("村民委员会组织法", "Organic Law of Villagers' Committees", 2018, Some("25"))];
const SHANGHAI: &[Source] =
    &[source("上海市职工代表大会条例", "Shanghai Regulations on Employees' Congresses", 2017, None)];
const ZHEJIANG: &[Source] = &[source(
    "浙江省企业民主管理条例",
    "Zhejiang Regulations on Democratic Management of Enterprises",
    2010,
    None,
)];
const SPD: &[Source] = &[Source {
    law: Bilingual { zh: "德国社会民主党组织章程", en: "Organisational statute of the SPD" },
    article: Some("15"),
    year: None,
}];

impl Guideline {
    /// All, in the order of the categories.
    pub const ALL: [Self; 11] = [
        Self::WomenLocal,
        Self::WomenVillage,
        Self::WomenSpd,
        Self::FrontLineLocal,
        Self::FrontLineGrassroots,
        Self::FrontLineNational,
        Self::MinoritiesLocal,
        Self::CadresNational,
        Self::ManagersShanghai,
        Self::ManagersZhejiang,
        Self::ProfessionalsProvince,
    ];

    /// The category it speaks of.
    pub const fn usual(self) -> Usual {
        match self {
            Self::WomenLocal | Self::WomenVillage | Self::WomenSpd => Usual::Women,
            Self::FrontLineLocal | Self::FrontLineGrassroots | Self::FrontLineNational => Usual::FrontLine,
            Self::MinoritiesLocal => Usual::Minorities,
            Self::CadresNational | Self::ManagersShanghai | Self::ManagersZhejiang => Usual::LeadingCadres,
            Self::ProfessionalsProvince => Usual::Professionals,
        }
    }

    /// The target that the source states, if it states one.
    pub fn target(self) -> Option<Target> {
        let share = |limit, num, den| {
            let amount = Share::new(num, den).ok().map(Amount::Share)?;
            Some(Target { limit, amount })
        };
        match self {
            Self::WomenLocal => Some(Target { limit: Limit::AtLeast, amount: Amount::MemberShare }),
            Self::WomenVillage | Self::FrontLineNational => share(Limit::AtLeast, 1, 3),
            Self::WomenSpd => share(Limit::AtLeast, 2, 5),
            Self::FrontLineLocal | Self::FrontLineGrassroots | Self::MinoritiesLocal => None,
            Self::CadresNational => share(Limit::AtMost, 2, 3),
            Self::ManagersShanghai | Self::ManagersZhejiang => share(Limit::AtMost, 1, 5),
            Self::ProfessionalsProvince => share(Limit::AtLeast, 1, 4),
        }
    }

    /// Where it is written, and how sure it is.
    pub const fn citation(self) -> Citation {
        let (sources, confidence) = match self {
            Self::WomenLocal | Self::FrontLineLocal => (LOCAL, Confidence::Verified),
            Self::WomenVillage => (VILLAGES, Confidence::Verified),
            Self::WomenSpd => (SPD, Confidence::Verified),
            Self::FrontLineGrassroots => (GRASSROOTS, Confidence::Verified),
            Self::FrontLineNational | Self::CadresNational => (NATIONAL_20, Confidence::Verified),
            Self::MinoritiesLocal => (LOCAL, Confidence::Unverified),
            Self::ManagersShanghai => (SHANGHAI, Confidence::Verified),
            Self::ManagersZhejiang => (ZHEJIANG, Confidence::Verified),
            Self::ProfessionalsProvince => (LOCAL_1994, Confidence::VerifiedOld),
        };
        Citation { sources, confidence }
    }
}
