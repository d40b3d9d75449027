//! Which rows of the rules hold texts that a field of their form could not read: a form goes with its text, so none is closed over one.

use super::row_id;
use crate::ui::refused::Refused;
use delegate_roster::threshold::{Chapter, Subject};
use yew::prelude::*;

/// Asked when something is done: the texts come and go without a drawing of the rows.
#[derive(Clone)]
pub struct Held(Option<Refused>);

#[hook]
pub fn use_held() -> Held {
    Held(use_context::<Refused>())
}

impl Held {
    /// The rows.
    pub fn rows(&self) -> Vec<Subject> {
        self.fields().into_iter().map(|(row, _)| row).collect()
    }

    /// A field of this row with such a text.
    pub fn field(&self, row: Subject) -> Option<AttrValue> {
        self.fields().into_iter().find(|(one, _)| *one == row).map(|(_, field)| field)
    }

    fn fields(&self) -> Vec<(Subject, AttrValue)> {
        let kept = self.0.as_ref().map(|refused| refused.within("rule-")).unwrap_or_default();
        kept.into_iter().filter_map(|kept| Some((row_of(&kept.id)?, kept.id))).collect()
    }
}

/// The row of a field: the one with the longest identity that that of the field begins with.
fn row_of(field: &str) -> Option<Subject> {
    let begins = |row: &Subject| field.strip_prefix(&row_id(*row)).is_some_and(|rest| rest.starts_with('-'));
    let rows = Chapter::ALL.into_iter().flat_map(|chapter| chapter.subjects());
    rows.filter(begins).max_by_key(|row| row_id(*row).len())
}
