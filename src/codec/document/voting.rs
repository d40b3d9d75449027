//! The agenda and the elections, as text.

use super::{capped, plain};
use crate::limits::{MAX_CANDIDATES, MAX_RUN_OFFS};
use crate::num::{Count, Seats, Weight};
use crate::scenario::{
    AgendaId, AgendaItem, BallotPapers, Candidate, Election, ElectionId, Name, Needs, Paper, SittingId,
    StrokeOrder, Strokes, Vote,
};
use crate::threshold::{Decision, Office};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct AgendaText {
    pub(super) id: u32,
    #[serde(default, with = "plain::name")]
    title: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sitting: Option<u32>,
    needs: NeedsText,
}

/// What an item needs.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum NeedsText {
    Hearing,
    Vote(VoteText),
    Election(Option<u32>),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VoteText {
    #[serde(with = "plain::decision")]
    decision: Decision,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    favour: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    against: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    abstaining: Option<Count>,
    #[serde(default, with = "plain::weight::option", skip_serializing_if = "Option::is_none")]
    area_in_favour: Option<Weight>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct ElectionText {
    pub(super) id: u32,
    #[serde(default, with = "plain::name")]
    title: Name,
    #[serde(with = "plain::office")]
    office: Office,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sitting: Option<u32>,
    #[serde(default, with = "plain::seats", skip_serializing_if = "plain::is_default")]
    seats: Seats,
    #[serde(default, skip_serializing_if = "plain::is_default")]
    papers: PapersText,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_CANDIDATES, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    candidates: Vec<CandidateText>,
}

#[derive(Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct PapersText {
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    issued: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    returned: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    valid: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    invalid: Option<Count>,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    blank: Option<Count>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct CandidateText {
    #[serde(default, with = "plain::name")]
    name: Name,
    #[serde(default, with = "plain::count::option", skip_serializing_if = "Option::is_none")]
    votes: Option<Count>,
    #[serde(default, with = "plain::strokes::option", skip_serializing_if = "Option::is_none")]
    strokes: Option<Strokes>,
    #[serde(default, with = "plain::stroke_order::option", skip_serializing_if = "Option::is_none")]
    stroke_order: Option<StrokeOrder>,
    #[serde(default, with = "plain::run_offs", skip_serializing_if = "plain::is_default")]
    run_offs: [Option<Count>; MAX_RUN_OFFS],
}

impl AgendaText {
    pub(super) fn of(item: &AgendaItem) -> Self {
        Self {
            id: item.id.0,
            title: item.title.clone(),
            sitting: item.sitting.map(|id| id.0),
            needs: match item.needs {
                Needs::Hearing => NeedsText::Hearing,
                Needs::Vote(Vote { decision, favour, against, abstaining, area }) => {
                    NeedsText::Vote(VoteText { decision, favour, against, abstaining, area_in_favour: area })
                }
                Needs::Election(chosen) => NeedsText::Election(chosen.map(|id| id.0)),
            },
        }
    }

    pub(super) fn item(self) -> AgendaItem {
        AgendaItem {
            id: AgendaId(self.id),
            title: self.title,
            sitting: self.sitting.map(SittingId),
            needs: match self.needs {
                NeedsText::Hearing => Needs::Hearing,
                NeedsText::Vote(VoteText { decision, favour, against, abstaining, area_in_favour: area }) => {
                    Needs::Vote(Vote { decision, favour, against, abstaining, area })
                }
                NeedsText::Election(chosen) => Needs::Election(chosen.map(ElectionId)),
            },
        }
    }
}

impl PapersText {
    fn of(papers: &BallotPapers) -> Self {
        Self {
            issued: papers.get(Paper::Issued),
            returned: papers.get(Paper::Returned),
            valid: papers.get(Paper::Valid),
            invalid: papers.get(Paper::Invalid),
            blank: papers.get(Paper::Blank),
        }
    }

    fn papers(&self) -> BallotPapers {
        let mut papers = BallotPapers::default();
        let counts = [self.issued, self.returned, self.valid, self.invalid, self.blank];
        Paper::ALL.into_iter().zip(counts).for_each(|(paper, count)| papers.set(paper, count));
        papers
    }
}

impl ElectionText {
    pub(super) fn of(election: &Election) -> Self {
        let candidate = |one: &Candidate| {
            let Candidate { name, votes, strokes, stroke_order, run_offs } = one.clone();
            CandidateText { name, votes, strokes, stroke_order, run_offs }
        };
        Self {
            id: election.id.0,
            title: election.title.clone(),
            office: election.office,
            sitting: election.sitting.map(|id| id.0),
            seats: election.seats,
            papers: PapersText::of(&election.papers),
            candidates: election.candidates.iter().map(candidate).collect(),
        }
    }

    pub(super) fn election(self) -> Election {
        let candidate = |one: CandidateText| {
            let CandidateText { name, votes, strokes, stroke_order, run_offs } = one;
            Candidate { name, votes, strokes, stroke_order, run_offs }
        };
        Election {
            id: ElectionId(self.id),
            title: self.title,
            office: self.office,
            sitting: self.sitting.map(SittingId),
            seats: self.seats,
            papers: self.papers.papers(),
            candidates: self.candidates.into_iter().map(candidate).collect(),
        }
    }
}
