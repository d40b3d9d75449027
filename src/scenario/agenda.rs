//! `AgendaItem`: one item of the agenda (大会议程), as entered: what is done and what that needs. Computes nothing.

use super::{ElectionId, Name, SittingId};
use crate::num::{Count, Weight};
use crate::threshold::Decision;

/// Identifies an item of the agenda; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgendaId(pub u32);

/// What a vote on an item can decide, in the order of the menu. Elections stand apart.
pub const DECISIONS: [Decision; 4] = [Decision::Adopt, Decision::Method, Decision::Charter, Decision::Recall];

/// What an item needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it is heard (听取).
    #[default]
    Hearing,
    /// A decision by vote.
    Vote(Vote),
    /// One of the elections, or one that nobody has chosen yet.
    Election(Option<ElectionId>),
}

/// A vote on an item, as far as it was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// What is decided.
    pub decision: Decision,
    /// Votes in favour (赞成).
    pub favour: Option<Count>,
    /// Votes against (反对).
    pub against: Option<Count>,
    /// Abstentions (弃权).
    pub abstaining: Option<Count>,
    /// The exclusive area of those in favour (赞成者的专有部分面积), where the rules count it beside the heads.
    pub area: Option<Weight>,
}

/// One item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its identity.
    pub id: AgendaId,
    /// What is done.
    pub title: Name,
    /// The sitting it belongs to; `None` for none in particular, and the one that is shown counts.
    pub sitting: Option<SittingId>,
    /// What it needs.
    pub needs: Needs,
}

impl Vote {
    /// A vote that nobody has counted.
    pub const fn uncounted(decision: Decision) -> Self {
        Self { decision, favour: None, against: None, abstaining: None, area: None }
    }

    /// All votes and abstentions that were counted; `None` where none was.
    pub fn given(&self) -> Option<u64> {
        let counts = [self.favour, self.against, self.abstaining];
        let any = counts.iter().any(Option::is_some);
        any.then(|| counts.iter().flatten().map(|count| u64::from(count.get())).sum())
    }

    /// Whether anything of it was counted.
    pub fn is_counted(&self) -> bool {
        self.given().is_some() || self.area.is_some()
    }
}

impl AgendaItem {
    /// An item without a title, to be heard.
    pub fn blank(id: AgendaId) -> Self {
        Self { id, title: Name::default(), sitting: None, needs: Needs::default() }
    }
}
