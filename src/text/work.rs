//! What the page says about work that takes longer than a moment.

/// A word or a sentence about such work.
#[derive(Clone, Copy, Debug)]
pub enum WorkMsg {
    /// A fixed word or sentence.
    Word(WorkWord),
    /// How many steps of all are done.
    Steps(u32, u32),
}

/// A fixed word or sentence about such work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WorkWord {
    /// It is being worked out.
    Working,
    /// It is being worked out anew; what is shown belongs to what was entered before.
    WorkingAnew,
    /// Stop.
    Stop,
    /// It was stopped.
    Stopped,
    /// It ended without an answer.
    Failed,
    /// The page itself does the work.
    Here,
}
