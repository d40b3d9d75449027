//! What the page says about the number of delegates of a body.

use crate::apportion::open_house::{Counted, NumberRule};
use crate::scenario::NumberCheck;

/// A word or a sentence about the number of delegates.
#[derive(Clone, Copy, Debug)]
pub enum SizeMsg<'a> {
    /// A fixed word or sentence.
    Word(SizeWord),
    /// The name of a rule.
    Rule(NumberRule),
    /// Where a rule is written.
    Source(NumberRule),
    /// The field for those whom a rule counts.
    Counted(Counted),
    /// The members of all units stand in for a figure that was not entered.
    Instead(u64),
    /// The house beside the number that the rule asks for, as a sentence that can be checked.
    Check(&'a NumberCheck),
    /// How the number was found, to be redone by hand.
    Working(&'a NumberCheck),
    /// Take this number as the house size.
    Use(u32),
}

/// A fixed word or sentence about the number of delegates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SizeWord {
    /// How many delegates?
    Title,
    /// What the section is for.
    Hint,
    /// Rule on the number.
    Rule,
    /// None.
    NoRule,
    /// An incomplete part counts.
    Parts,
    /// Counting begins.
    From,
    /// At the start of the class.
    FromClass,
    /// At zero.
    FromZero,
    /// The text leaves this open.
    LeftOpen,
    /// Added by decision, percent.
    Uplift,
    /// More than the law allows.
    UpliftHint,
}
