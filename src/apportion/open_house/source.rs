//! `Source`: where a published rule stands, and how far the text has been checked.

/// A citation and its standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The text that sets the rule, in its own language.
    pub citation: &'static str,
    /// How far it has been checked.
    pub standing: Standing,
}

/// How far a rule has been checked against its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Read in the source named.
    Read,
    /// Read there; the rule is a proposal, or no longer in force.
    Historical,
    /// Known at second hand: the user has to confirm it.
    Unconfirmed,
}
