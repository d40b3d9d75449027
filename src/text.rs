//! L3: every word a person reads, in Chinese and English. `Msg` lists them; each language is one room with one exhaustive
//! match, so a missing message does not compile. Terms come from `docs/GLOSSARY.md`.

mod account;
mod calendar;
mod chart;
mod due;
mod en;
pub mod explain;
mod grouping;
pub mod help;
pub mod inside;
mod key;
mod library;
mod msg;
pub mod number;
pub mod paper;
pub mod people;
mod rules;
pub mod sheets;
mod size;
mod table;
pub mod timetable;
mod transfer;
mod undo;
mod voting;
mod work;
mod zh;

pub use account::AccountMsg;
pub use calendar::{CalendarMsg, CalendarWord};
pub use chart::{ChartMsg, ChartWord};
pub use due::{actual, headcount};
pub use grouping::{GroupingMsg, GroupingWord};
pub use help::{HelpMsg, HelpWord};
pub use key::Key;
pub use library::LibraryMsg;
pub use msg::{CompositionKey, CompositionMsg, Msg};
pub use people::{PeopleKey, PeopleMsg};
pub use rules::{RulesMsg, RulesWord, rules_name};
pub use size::{SizeMsg, SizeWord};
pub use table::{TableMsg, TableWord, heading};
pub use transfer::TransferMsg;
pub use undo::UndoMsg;
pub use voting::{VotingMsg, VotingWord};
pub use work::{WorkMsg, WorkWord};

use crate::language::Language;
use crate::roster::Left;
use std::borrow::Cow;

/// The words of a message.
pub fn say(language: Language, msg: &Msg<'_>) -> Cow<'static, str> {
    match language {
        Language::Chinese => zh::say(msg),
        Language::English => en::say(msg),
    }
}

/// What is left of a number, seats that are empty or delegates who are absent: so many, and in words where there are more
/// than the number has, since a sign would be read as a change.
pub fn left(language: Language, left: impl Into<Left>) -> String {
    let left = left.into();
    match (left.open, left.over.unsigned_abs()) {
        (open, 0) => number::whole(open),
        (0, over) => say(language, &Msg::Over(over)).into_owned(),
        (open, over) => say(language, &Msg::LeftAndOver(open, over)).into_owned(),
    }
}

/// Names one after the other, so that a comma within one does not end it.
pub fn list<T: AsRef<str>>(language: Language, names: &[T]) -> String {
    let between = say(language, &Msg::Key(Key::ListComma));
    let comma = between.trim().chars().next();
    let within = names.iter().any(|name| comma.is_some_and(|comma| name.as_ref().contains(comma)));
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match (within, language) {
        (false, _) => names.join(&between),
        (true, Language::Chinese) => names.join("；"),
        (true, Language::English) => names.join("; "),
    }
}

#[cfg(test)]
mod tests;
