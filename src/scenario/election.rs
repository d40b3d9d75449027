//! `Election`: one vote for one list of seats, as entered: the office, the seats, the ballot papers, the candidates.
//! Computes nothing, and knows no rule.

use super::{Name, SittingId, StrokeOrder};
use crate::limits::{MAX_RUN_OFFS, MAX_STROKES};
use crate::num::{Count, Seats};
use crate::threshold::Office;

/// Identifies an election; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElectionId(pub u32);

/// What an election can be for, in the order of the menu.
pub const OFFICES: [Office; 8] = [
    Office::Delegates,
    Office::Committee,
    Office::Alternates,
    Office::Discipline,
    Office::StandingCommittee,
    Office::Secretaries,
    Office::Heads,
    Office::DeputyHeads,
];

/// The strokes of a surname (姓氏笔画), counted by a person: from 1 to [`MAX_STROKES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Strokes(u8);

/// A kind of ballot paper, as tellers count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// Issued (发出).
    Issued,
    /// Returned (收回).
    Returned,
    /// Valid, with at least one choice (有效).
    Valid,
    /// Invalid (无效).
    Invalid,
    /// Blank (弃权).
    Blank,
}

/// The ballot papers as far as they were entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BallotPapers {
    counts: [Option<Count>; Paper::ALL.len()],
}

/// A candidate and the votes in favour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// The name.
    pub name: Name,
    /// The votes in the first ballot.
    pub votes: Option<Count>,
    /// The strokes of the surname, for lists that are ordered by them.
    pub strokes: Option<Strokes>,
    /// The forms of the strokes in writing order, for those with equally many.
    pub stroke_order: Option<StrokeOrder>,
    /// The votes in each further ballot among those tied.
    pub run_offs: [Option<Count>; MAX_RUN_OFFS],
}

/// One vote for one list of seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// Its identity.
    pub id: ElectionId,
    /// Its title.
    pub title: Name,
    /// What the candidates stand for.
    pub office: Office,
    /// The sitting whose attendance it rests on; `None` for the one that is shown.
    pub sitting: Option<SittingId>,
    /// The seats to fill; none while nobody has entered them.
    pub seats: Seats,
    /// The ballot papers.
    pub papers: BallotPapers,
    /// The candidates, in the order in which they were entered or approved.
    pub candidates: Vec<Candidate>,
}

impl Strokes {
    /// `count` strokes, or `None` where no surname has so many.
    pub const fn new(count: u8) -> Option<Self> {
        if count >= 1 && count <= MAX_STROKES { Some(Self(count)) } else { None }
    }

    /// The number of strokes.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Paper {
    /// Every kind, in the order of a tellers' report.
    pub const ALL: [Self; 5] = [Self::Issued, Self::Returned, Self::Valid, Self::Invalid, Self::Blank];
}

impl BallotPapers {
    /// How many of a kind were counted, if that was entered.
    pub fn get(&self, paper: Paper) -> Option<Count> {
        self.counts.get(paper as usize).copied().flatten()
    }

    /// Says how many of a kind were counted, or that it is not known.
    pub fn set(&mut self, paper: Paper, count: Option<Count>) {
        if let Some(slot) = self.counts.get_mut(paper as usize) {
            *slot = count;
        }
    }

    /// Whether none was entered.
    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(Option::is_none)
    }
}

impl Candidate {
    /// Whether nothing was entered: a row that waits to be filled in.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The strokes as a number to order by.
    pub(super) fn stroke_count(&self) -> Option<u8> {
        self.strokes.map(Strokes::get)
    }

    /// The forms of the surname; `None` where none were entered, or more than it has strokes.
    pub(super) fn surname_forms(&self) -> Option<&str> {
        let forms = self.stroke_order.as_ref()?.character(0)?;
        (self.forms_above_strokes().is_none()).then_some(forms)
    }

    /// How many forms were entered for the surname, where that is more than its strokes, and those.
    pub(super) fn forms_above_strokes(&self) -> Option<(u64, u64)> {
        let forms = self.stroke_order.as_ref()?.character(0)?.len() as u64;
        let strokes = self.stroke_count()?.into();
        (forms > strokes).then_some((forms, strokes))
    }
}

impl Election {
    /// An election without figures.
    pub fn blank(id: ElectionId, office: Office) -> Self {
        Self {
            id,
            title: Name::default(),
            office,
            sitting: None,
            seats: Seats::ZERO,
            papers: BallotPapers::default(),
            candidates: Vec::new(),
        }
    }

    /// Whether anything was counted: ballot papers or votes.
    pub fn is_counted(&self) -> bool {
        !self.papers.is_empty() || self.candidates.iter().any(|candidate| candidate.votes.is_some())
    }
}
