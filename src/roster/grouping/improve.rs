//! `Level`: a draft of what is left, brought as near to its bounds as the search gets.

use super::fill::{self, Found};
use super::rest::{Draft, Part, Rest};
use super::{Claim, Task, Unfit, Why, bound, even};

/// Units looked at by one search. Reason: the budget then suffices for a few that come to no end.
const SHARE: usize = fill::BUDGET / 8;

/// A rest, its draft, and the bounds that were asked for.
pub(super) struct Level {
    rest: Rest,
    draft: Draft,
    least: u64,
}

impl Level {
    /// A first draft within the bounds asked for, or why there is none.
    pub(super) fn begin(rest: Rest, task: &Task, budget: &mut usize) -> Result<Self, Unfit> {
        let most = task.most.unwrap_or(u64::MAX);
        let (bound, why) = bound::largest(&rest);
        if bound > most {
            return Err(Unfit::MostTooLow { bound, why, most });
        }
        let (bound, why) = bound::smallest(&rest);
        if bound < task.least {
            return Err(Unfit::LeastTooHigh { bound, why, least: task.least });
        }
        let mut draft = even::spread(&rest);
        even::even_out(&rest, &mut draft);
        if draft.largest() > most || draft.smallest() < task.least {
            draft = match fill::within(&rest, task.least, most, *budget / 2, budget) {
                Found::Grouping(draft) => draft,
                Found::None => return Err(Unfit::NoneWithin),
                Found::Unknown => return Err(Unfit::NotFound),
            };
            even::even_out(&rest, &mut draft);
        }
        Ok(Self { rest, draft, least: task.least })
    }

    /// Looks for a grouping with a smaller largest group until none is known to be possible.
    pub(super) fn lower_the_largest(&mut self, budget: &mut usize) -> Claim {
        let (mut bound, mut why) = bound::largest(&self.rest);
        let mut open_below = bound;
        let mut target = bound;
        while target < self.draft.largest() {
            match fill::within(&self.rest, self.least, target, SHARE, budget) {
                Found::Grouping(draft) => self.put(draft),
                Found::None => (bound, why, open_below) = (target + 1, Why::Search, target + 1),
                Found::Unknown => open_below = target + 1,
            }
            // What was not decided at one size may be at a greater one.
            let best = self.draft.largest();
            target = if open_below >= best { best } else { open_below + (best - 1 - open_below) / 2 };
        }
        Claim { value: self.draft.largest(), bound, why }
    }

    /// Takes the groups out of the rest whose size one unit sets.
    pub(super) fn set_apart(&mut self) -> Vec<Part> {
        self.rest.set_apart(&mut self.draft)
    }

    /// Looks for a grouping with a larger smallest group, its largest no larger.
    pub(super) fn raise_the_smallest(&mut self, budget: &mut usize) -> Claim {
        let (mut bound, mut why) = bound::smallest(&self.rest);
        let most = self.draft.largest();
        let mut open_above = bound;
        let mut target = bound;
        while target > self.draft.smallest() {
            match fill::within(&self.rest, target, most, SHARE, budget) {
                Found::Grouping(draft) => self.put(draft),
                Found::None => (bound, why, open_above) = (target - 1, Why::Search, target - 1),
                Found::Unknown => open_above = target - 1,
            }
            let best = self.draft.smallest();
            target = if open_above <= best { best } else { open_above - (open_above - best - 1) / 2 };
        }
        Claim { value: self.draft.smallest(), bound, why }
    }

    pub(super) fn even_out(&mut self) {
        even::even_out(&self.rest, &mut self.draft);
    }

    pub(super) fn largest(&self) -> u64 {
        self.draft.largest()
    }

    pub(super) fn smallest(&self) -> u64 {
        self.draft.smallest()
    }

    /// The groups as they are now.
    pub(super) fn parts(&self) -> Vec<Part> {
        self.rest.parts(&self.draft)
    }

    fn put(&mut self, mut draft: Draft) {
        even::even_out(&self.rest, &mut draft);
        self.draft = draft;
    }
}
