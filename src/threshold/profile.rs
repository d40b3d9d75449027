//! `Profile`: the rules of one kind of body, each value with its source and how sure it is. Knows no numbers.
//!
//! A profile is data, not text of the page: names and sources are part of what the law is called. A purpose
//! without a row is one for which the sources state no rule; it is not to be filled in from another row.

use std::borrow::Cow;

use super::{Band, Deadline, Rule, Share};
pub use crate::language::Bilingual;

/// Where a rule is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The law, statute or book.
    pub law: Bilingual,
    /// The article or articles, where they are known ("24", "28, 31").
    pub article: Option<&'static str>,
    /// The year of the version meant, where it has one.
    pub year: Option<u16>,
}

/// How sure a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Read in the source named.
    Verified,
    /// Read only in an older version of the rule.
    VerifiedOld,
    /// Not read in a source: the page asks to confirm it.
    Unverified,
    /// Set by the organisation itself.
    Own,
}

/// The sources of one value and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Where the value is written; empty if it was read nowhere or is the organisation's own.
    pub sources: &'static [Source],
    /// How sure it is.
    pub confidence: Confidence,
}

/// A value with its citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it is from.
    pub citation: Citation,
}

/// What a quorum is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// To open the meeting or the session.
    Open,
    /// To elect.
    Elect,
    /// To adopt decisions.
    Adopt,
    /// For a plenum of the committee, not of the congress.
    Plenum,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 4] = [Self::Open, Self::Elect, Self::Adopt, Self::Plenum];
}

/// What a majority is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// An ordinary resolution.
    Adopt,
    /// The method of election (选举办法).
    Method,
    /// An election.
    Elect,
    /// The charter or constitution, and what the law ranks with it.
    Charter,
    /// A recall or removal.
    Recall,
    /// A second election after one that left seats empty: with a plurality, from this threshold.
    Rerun,
}

impl Decision {
    /// Every kind of decision.
    pub const ALL: [Self; 6] =
        [Self::Adopt, Self::Method, Self::Elect, Self::Charter, Self::Recall, Self::Rerun];
}

/// The quorum for one purpose: one rule, or two that must both be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuorumRule {
    /// What it is for.
    pub purpose: Purpose,
    /// The rule.
    pub rule: Rule,
    /// The second measure, where there is one: the area beside the heads of the owners.
    pub second: Option<Rule>,
    /// Where it is from.
    pub citation: Citation,
}

/// The majority for one kind of decision: one rule, or two that must both be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MajorityRule {
    /// What it is for.
    pub decision: Decision,
    /// The rule.
    pub rule: Rule,
    /// The second measure, where there is one.
    pub second: Option<Rule>,
    /// Where it is from.
    pub citation: Citation,
}

/// What candidates stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// Delegates or deputies.
    Delegates,
    /// Members of the committee.
    Committee,
    /// Alternate members of the committee.
    Alternates,
    /// Members of the discipline commission.
    Discipline,
    /// Members of the standing committee.
    StandingCommittee,
    /// Secretaries and deputy secretaries.
    Secretaries,
    /// Chairs and other heads.
    Heads,
    /// Deputies of the heads.
    DeputyHeads,
}

impl Office {
    /// Every office.
    pub const ALL: [Self; 8] = [
        Self::Delegates,
        Self::Committee,
        Self::Alternates,
        Self::Discipline,
        Self::StandingCommittee,
        Self::Secretaries,
        Self::Heads,
        Self::DeputyHeads,
    ];
}

/// How many candidates an office takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DifferentialRule {
    /// The office.
    pub office: Office,
    /// The band of candidates.
    pub band: Band,
    /// Where it is from.
    pub citation: Citation,
}

/// Whether a kind of ballot counts in the base of the votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// It counts.
    Counts,
    /// It is left out.
    Ignored,
}

/// What becomes of ballots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BallotRules {
    /// More ballots returned than issued make the vote void. `Some` where the rule is known.
    pub over_returned_voids: Option<Citation>,
    /// A ballot with more names than seats is invalid. `Some` where the rule is known.
    pub over_chosen_invalid: Option<Citation>,
    /// Whether blank ballots count in the base.
    pub blank: Option<Cited<Counting>>,
    /// Whether illegal votes by those entitled count in the base.
    pub illegal: Option<Cited<Counting>>,
}

/// How a tie over the last seats is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieRule {
    /// A further ballot among the tied.
    Revote,
    /// By lot.
    Lot,
    /// By the chair.
    Chair,
}

/// What may be done about seats that nobody won.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// A separate election for the remaining seats.
    SeparateElection,
    /// Fewer seats, if close to the number and if more than half of the electors, or the presidium, agree.
    ReduceSeats,
    /// The seats stay vacant.
    LeaveVacant,
}

impl Remedy {
    /// Every remedy.
    pub const ALL: [Self; 3] = [Self::SeparateElection, Self::ReduceSeats, Self::LeaveVacant];
}

/// The order of a list of those elected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListOrder {
    /// By the strokes of the surname (姓氏笔画).
    Strokes,
    /// By votes, ties by the strokes of the surname.
    VotesThenStrokes,
    /// As approved by the body above.
    AsApproved,
}

/// The order of the list of one office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderRule {
    /// The office.
    pub office: Office,
    /// The order of its list.
    pub order: ListOrder,
    /// Where it is from.
    pub citation: Citation,
}

/// What co-signers bring in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Initiative {
    /// A bill or motion.
    Motion,
    /// The recall of an official.
    Recall,
    /// An extraordinary meeting or session.
    ExtraordinaryMeeting,
}

impl Initiative {
    /// Every initiative.
    pub const ALL: [Self; 3] = [Self::Motion, Self::Recall, Self::ExtraordinaryMeeting];
}

/// The level of a body, where its rules differ by level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The whole country.
    National,
    /// A province, autonomous region or municipality.
    Province,
    /// Below the province.
    BelowProvince,
    /// A county or any level above it, below the nation.
    CountyAndAbove,
    /// A township.
    Township,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 5] =
        [Self::National, Self::Province, Self::BelowProvince, Self::CountyAndAbove, Self::Township];
}

/// How many must sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signers {
    /// A number of persons.
    Persons(u32),
    /// A delegation, or a number of persons.
    DelegationOr(u32),
    /// At least a share of the members.
    Of(Share),
}

/// The co-signers that an initiative needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignerRule {
    /// What is brought in.
    pub initiative: Initiative,
    /// The level the rule is for; `None` for all.
    pub level: Option<Level>,
    /// How many sign.
    pub signers: Signers,
    /// Where it is from.
    pub citation: Citation,
}

/// Which profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileId {
    /// Local party congress, 2020.
    CpcLocal,
    /// Plenum of a local party committee, 2020.
    CpcPlenum,
    /// Grass-roots party organisation, 2020.
    CpcGrassroots,
    /// National or local people's congress, elections by deputies.
    PeoplesCongress,
    /// Direct election of deputies by voters.
    DirectElection,
    /// Employees' congress.
    EmployeesCongress,
    /// Trade union congress.
    TradeUnion,
    /// Owners' assembly.
    OwnersAssembly,
    /// Social organisation.
    SocialOrganisation,
    /// Villagers' representatives.
    VillageRepresentatives,
    /// Farmers' cooperative.
    FarmersCooperative,
    /// Rural collective economic organisation.
    RuralCollective,
    /// Convention under Robert's Rules.
    RonrConvention,
    /// The organisation's own rules.
    Custom,
}

/// The rules of one kind of body. To edit one, take its provisions, change some, and put them together again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Which profile.
    pub id: ProfileId,
    /// Its name.
    pub name: Bilingual,
    /// The source the profile as a whole is named after; each value names its own.
    pub source: Option<Source>,
    /// Quorums, the one the body is known for first.
    pub quorums: Cow<'static, [QuorumRule]>,
    /// Majorities by kind of decision.
    pub majorities: Cow<'static, [MajorityRule]>,
    /// Candidate numbers by office.
    pub differentials: Cow<'static, [DifferentialRule]>,
    /// What becomes of ballots.
    pub ballot: BallotRules,
    /// How a tie in an election is broken.
    pub tie: Option<Cited<TieRule>>,
    /// What may be done about seats that nobody won; empty where nothing is stated.
    pub remedies: Cow<'static, [Cited<Remedy>]>,
    /// The order of lists.
    pub orders: Cow<'static, [OrderRule]>,
    /// Co-signers by initiative.
    pub signers: Cow<'static, [SignerRule]>,
    /// The share of the delegates who form the presidium, about.
    pub presidium: Option<Cited<Share>>,
    /// Deadlines before the congress or election.
    pub deadlines: Cow<'static, [Deadline]>,
}

impl Citation {
    /// The organisation's own rule.
    pub const OWN: Self = Self { sources: &[], confidence: Confidence::Own };
    /// A value read in no source.
    pub const UNVERIFIED: Self = Self { sources: &[], confidence: Confidence::Unverified };

    /// Whether the page has to ask for confirmation.
    pub const fn is_to_confirm(self) -> bool {
        matches!(self.confidence, Confidence::Unverified)
    }
}

impl Confidence {
    /// The stable code of the confidence.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::VerifiedOld => "verified-old",
            Self::Unverified => "unverified",
            Self::Own => "own",
        }
    }
}

impl ProfileId {
    /// Every profile, in the order of the menu.
    pub const ALL: [Self; 14] = [
        Self::CpcLocal,
        Self::CpcPlenum,
        Self::CpcGrassroots,
        Self::PeoplesCongress,
        Self::DirectElection,
        Self::EmployeesCongress,
        Self::TradeUnion,
        Self::OwnersAssembly,
        Self::SocialOrganisation,
        Self::VillageRepresentatives,
        Self::FarmersCooperative,
        Self::RuralCollective,
        Self::RonrConvention,
        Self::Custom,
    ];

    /// The stable code of the profile, for links and files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CpcLocal => "cpc-local-2020",
            Self::CpcPlenum => "cpc-plenum-2020",
            Self::CpcGrassroots => "cpc-grassroots-2020",
            Self::PeoplesCongress => "peoples-congress",
            Self::DirectElection => "direct-election",
            Self::EmployeesCongress => "employees-congress",
            Self::TradeUnion => "trade-union",
            Self::OwnersAssembly => "owners-assembly",
            Self::SocialOrganisation => "social-organisation",
            Self::VillageRepresentatives => "village-representatives",
            Self::FarmersCooperative => "farmers-cooperative",
            Self::RuralCollective => "rural-collective",
            Self::RonrConvention => "ronr-convention",
            Self::Custom => "custom",
        }
    }

    /// The profile with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.code() == code)
    }
}

impl Profile {
    /// The quorum for a purpose, where one is stated.
    pub fn quorum(&self, purpose: Purpose) -> Option<&QuorumRule> {
        self.quorums.iter().find(|row| row.purpose == purpose)
    }

    /// The quorum the body is known for.
    pub fn principal_quorum(&self) -> Option<&QuorumRule> {
        self.quorums.first()
    }

    /// The quorum of a sitting held for a purpose: the one stated for it, or else the one the body is known for.
    pub fn quorum_for(&self, purpose: Purpose) -> Option<&QuorumRule> {
        self.quorum(purpose).or(self.principal_quorum())
    }

    /// The majority that elects: the one stated for elections, or else the one for resolutions.
    pub fn majority_to_elect(&self) -> Option<&MajorityRule> {
        self.majority(Decision::Elect).or(self.majority(Decision::Adopt))
    }

    /// The majority for a decision, where one is stated.
    pub fn majority(&self, decision: Decision) -> Option<&MajorityRule> {
        self.majorities.iter().find(|row| row.decision == decision)
    }

    /// The candidate numbers of an office, where they are stated.
    pub fn differential(&self, office: Office) -> Option<&DifferentialRule> {
        self.differentials.iter().find(|row| row.office == office)
    }
}
