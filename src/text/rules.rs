//! `RulesMsg`: what the page says about the rows of rules, and about rules somebody copied and changed.

use super::{Msg, say};
use crate::language::{Bilingual, Language};
use crate::scenario::{Descent, Rules, RulesStep};
use crate::threshold::{
    Base, Chapter, Counting, Date, Decision, Excess, Fault, ListOrder, ProfileId, Provision, Purpose, Share,
    ShareError, Subject, TieRule, profile,
};

/// A word or a sentence about rules.
#[derive(Clone, Copy, Debug)]
pub enum RulesMsg {
    /// A fixed word or sentence.
    Word(RulesWord),
    /// The name of a table.
    Chapter(Chapter),
    /// What a row is about.
    Subject(Subject),
    /// What a row says.
    Provision(Provision),
    /// What a decision is.
    Decision(Decision),
    /// How a row stands to the profile it was copied from.
    Descent(Descent),
    /// The profile that rules were copied from.
    CopiedFrom(Bilingual),
    /// A way back to that profile.
    ReturnTo(Bilingual),
    /// The name that a copy begins with.
    CopyOf(Bilingual),
    /// Change the row about something.
    Edit(Subject),
    /// Done with changing the row about something.
    Done(Subject),
    /// Take out the row about something.
    Remove(Subject),
    /// Let it be as in the source again.
    Reset(Subject),
    /// What a row would have to say: the value of the source that was taken out or changed.
    SourceSays(Provision),
    /// Why a row decides nothing.
    Fault(Subject, Fault),
    /// Why two numbers are no share.
    ShareError(ShareError),
    /// A figure is missing at a sitting.
    NotStated(Base),
    /// The label of a figure that a sitting states.
    Stated(Base),
    /// The quorum that is used, where none is stated for the purpose of the sitting.
    Borrowed {
        /// The purpose of the sitting.
        wanted: Purpose,
        /// The purpose that the quorum is stated for.
        used: Purpose,
    },
    /// So many must sign, here.
    SignersHere(u64),
    /// About so many form the presidium, here.
    PresidiumHere(u64),
    /// The latest day, for a congress that begins on the day of its first sitting.
    Latest(Date),
    /// What a step did to the rules.
    Step(RulesStep),
    /// The name of a counting.
    Counting(Counting),
    /// The name of a way to break ties.
    Tie(TieRule),
    /// The name of an order.
    Order(ListOrder),
    /// The name of an excess of candidates.
    Excess(Excess),
    /// A share by itself.
    Share(Share),
}

/// A fixed word or sentence about rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RulesWord {
    /// The rules, whole.
    Whole,
    /// What the tables are.
    WholeHint,
    /// Copy and edit these rules.
    Copy,
    /// What a copy is.
    CopyHint,
    /// What an edited copy is never.
    OwnHint,
    /// Name of the rules.
    Name,
    /// About what.
    About,
    /// What it says.
    Says,
    /// Where it is from.
    From,
    /// Change.
    Edit,
    /// Remove.
    Remove,
    /// As in the source.
    Reset,
    /// Done.
    Done,
    /// Add.
    Add,
    /// A rule to add.
    AddWhat,
    /// The first measure.
    FirstMeasure,
    /// The second measure.
    SecondMeasure,
    /// Add a second measure.
    AddSecond,
    /// Remove the second measure.
    RemoveSecond,
    /// Least.
    Least,
    /// Most.
    Most,
    /// No bound.
    NoBound,
    /// A share of the seats.
    ShareOfSeats,
    /// Persons.
    Persons,
    /// A share of the members.
    ShareOfMembers,
    /// A delegation, or persons.
    DelegationOrPersons,
    /// Days.
    Days,
    /// Months.
    Months,
    /// How long before.
    Before,
    /// Kind.
    Kind,
    /// How many.
    HowMany,
    /// Counting.
    Counted,
    /// How ties are broken.
    TieChoice,
    /// Order of the list.
    OrderChoice,
    /// Nothing is stated here.
    Nothing,
    /// The row has no value of its own.
    NoValue,
    /// The figures at the sitting that is shown.
    Here,
    /// Votes by kind of decision.
    ByDecision,
    /// Figures that no roster counts.
    StatedFigures,
    /// How to state them.
    StatedHint,
    /// Some delegates have no vote.
    VotingFigures,
    /// What the rules are silent on.
    SilentOn,
}

/// The name of the rules of a scenario: the profile's, or the one somebody gave to a copy.
pub fn rules_name(rules: &Rules, language: Language) -> String {
    match rules {
        Rules::Own(own) if !own.name().is_empty() => own.name().as_str().to_owned(),
        Rules::Own(own) if own.from() != ProfileId::Custom => {
            let copied = profile(own.from()).name;
            say(language, &Msg::Rules(RulesMsg::CopyOf(copied))).into_owned()
        }
        other => profile(other.named()).name.pick(language).to_owned(),
    }
}
