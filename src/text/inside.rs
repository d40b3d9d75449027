//! What differs within a setting of two scenarios, in words: the way to it, and a value. Finds nothing itself:
//! `scenario::compare` does.

use super::number::grouped;
use super::{
    ChartMsg, ChartWord, CompositionKey, CompositionMsg, Key, Msg, PeopleKey, PeopleMsg, RulesMsg, SizeMsg,
    SizeWord, VotingMsg, VotingWord, en, say, zh,
};
use crate::apportion::open_house::{CountFrom, Parts};
use crate::exchange::{PeopleField, cell_text};
use crate::language::Language;
use crate::scenario::{Aspect, Fact, Field, HouseKey, More, Note, Scenario, Thing, Unit, Where};
use crate::threshold::profile;

/// The way to what differs, step by step.
pub fn path(language: Language, path: &[Where]) -> String {
    let before = std::iter::once(None).chain(path.iter().map(Some));
    let step = |(before, step): (Option<&Where>, &Where)| match (before, step) {
        // What the field of a name is called where it is the name of such a thing.
        (Some(Where::Thing(Thing::Item, ..)), Where::Aspect(Aspect::Name)) => {
            voting(language, VotingWord::Item)
        }
        (Some(Where::Thing(Thing::Election, ..)), Where::Aspect(Aspect::Name)) => {
            voting(language, VotingWord::Title)
        }
        _ => at(language, step),
    };
    before.zip(path).map(step).collect::<Vec<_>>().join(" · ")
}

fn voting(language: Language, word: VotingWord) -> String {
    say(language, &Msg::Voting(VotingMsg::Word(word))).into_owned()
}

/// What a cell of a unit holds, for reading: its digits in groups.
pub fn cell(scenario: &Scenario, unit: &Unit, field: Field) -> String {
    let text = cell_text(scenario, unit, field);
    match field {
        Field::Name | Field::Delegation => text,
        _ => text.parse().map_or(text, grouped),
    }
}

fn at(language: Language, step: &Where) -> String {
    let words = |msg: &Msg<'_>| say(language, msg).into_owned();
    match step {
        Where::Thing(thing, name, place) if name.is_empty() => unnamed(language, *thing, place + 1),
        Where::Thing(_, name, 0) => name.as_str().to_owned(),
        // The second of one name, and so on.
        Where::Thing(_, name, before) => bracketed(language, name.as_str(), &grouped(*before as u64 + 1)),
        Where::Aspect(Aspect::Paper(paper)) => {
            let of = [VotingMsg::Word(VotingWord::Papers), VotingMsg::Paper(*paper)];
            of.map(|msg| words(&Msg::Voting(msg))).join(" · ")
        }
        Where::Aspect(aspect) => words(&label(*aspect)),
    }
}

fn bracketed(language: Language, text: &str, within: &str) -> String {
    let [open, close] = [Key::BracketOpen, Key::BracketClose].map(|key| say(language, &Msg::Key(key)));
    [text, &open, within, &close].concat()
}

fn unnamed(language: Language, thing: Thing, number: usize) -> String {
    let msg = match thing {
        Thing::Sitting => Msg::SittingNumber(number),
        Thing::Item => Msg::Voting(VotingMsg::ItemNumber(number)),
        Thing::Election => Msg::Voting(VotingMsg::ElectionNumber(number)),
        Thing::Candidate => Msg::Voting(VotingMsg::CandidateNumber(number)),
        Thing::Category => Msg::Composition(CompositionMsg::Unnamed(number)),
        Thing::Delegate | Thing::Unit => Msg::UnnamedRow(number),
        Thing::Delegation => Msg::Key(Key::NoDelegation),
        Thing::Lot => Msg::Chart(ChartMsg::LotNumber(number)),
    };
    say(language, &msg).into_owned()
}

const fn label(aspect: Aspect) -> Msg<'static> {
    const fn voting(word: VotingWord) -> Msg<'static> {
        Msg::Voting(VotingMsg::Word(word))
    }
    const fn chart(word: ChartWord) -> Msg<'static> {
        Msg::Chart(ChartMsg::Word(word))
    }
    const fn size(word: SizeWord) -> Msg<'static> {
        Msg::Size(SizeMsg::Word(word))
    }
    const fn people(field: PeopleField) -> Msg<'static> {
        Msg::People(PeopleMsg::Field(field))
    }
    const fn composition(key: CompositionKey) -> Msg<'static> {
        Msg::Composition(CompositionMsg::Key(key))
    }
    match aspect {
        Aspect::Name => Msg::Key(Key::SittingName),
        Aspect::Order => chart(ChartWord::OrderOf),
        Aspect::Upper => Msg::Key(Key::UpperMethod),
        Aspect::Key => Msg::Key(Key::SchemeKey),
        Aspect::Steps => Msg::Key(Key::SchemeSteps),
        Aspect::Parts => size(SizeWord::Parts),
        Aspect::CountFrom => size(SizeWord::From),
        Aspect::Uplift => size(SizeWord::Uplift),
        Aspect::CopiedFrom => chart(ChartWord::CopiedFrom),
        Aspect::Rule(subject) => Msg::Rules(RulesMsg::Subject(subject)),
        Aspect::SittingKind => Msg::Key(Key::SittingKindChoice),
        Aspect::Purpose => Msg::Key(Key::PurposeChoice),
        Aspect::Day => Msg::Key(Key::SittingDate),
        Aspect::Tally => Msg::Key(Key::TallyChoice),
        Aspect::Registered => Msg::Key(Key::RegisteredCount),
        Aspect::Present => Msg::Key(Key::PresentLong),
        Aspect::StatedDue => Msg::Key(Key::StatedDue),
        Aspect::Stated(base) => Msg::Rules(RulesMsg::Stated(base)),
        Aspect::Reported(field) => Msg::Field(field),
        Aspect::Note => Msg::Key(Key::NoteHeading),
        Aspect::Sitting => voting(VotingWord::Sitting),
        Aspect::Needs => voting(VotingWord::Needs),
        Aspect::Favour => voting(VotingWord::Favour),
        Aspect::Against => voting(VotingWord::Against),
        Aspect::Abstaining => voting(VotingWord::Abstaining),
        Aspect::Area => voting(VotingWord::AreaInFavour),
        Aspect::Office => Msg::Key(Key::OfficeLabel),
        Aspect::SeatsToFill => Msg::Key(Key::SeatsToFill),
        Aspect::Paper(paper) => Msg::Voting(VotingMsg::Paper(paper)),
        Aspect::Votes => voting(VotingWord::Votes),
        Aspect::Strokes => voting(VotingWord::Strokes),
        Aspect::StrokeOrder => voting(VotingWord::StrokeOrder),
        Aspect::RunOff(at) => Msg::Voting(VotingMsg::FurtherBallot(at + 1)),
        Aspect::CategoryKind => composition(CompositionKey::KindLabel),
        Aspect::Target => composition(CompositionKey::TargetRow),
        Aspect::Members => composition(CompositionKey::MembersLabel),
        Aspect::Locked => Msg::Key(Key::SeatsByHand),
        Aspect::Unit => people(PeopleField::Unit),
        Aspect::Mandate => people(PeopleField::Status),
        Aspect::EndedOn => people(PeopleField::Date),
        Aspect::Categories => people(PeopleField::Categories),
        Aspect::Basis => Msg::People(PeopleMsg::Key(PeopleKey::BasisChoice)),
        Aspect::Drawn => chart(ChartWord::Drawn),
        Aspect::Seed => chart(ChartWord::Seed),
    }
}

/// A value; a dash where there is none.
pub fn value(language: Language, fact: &Fact) -> String {
    let words = |msg: &Msg<'_>| say(language, msg).into_owned();
    let chart = |word| words(&Msg::Chart(ChartMsg::Word(word)));
    let voting = |msg: VotingMsg<'_>| words(&Msg::Voting(msg));
    let people = |msg: PeopleMsg<'_>| words(&Msg::People(msg));
    let size = |word| words(&Msg::Size(SizeMsg::Word(word)));
    match fact {
        Fact::Nothing => "–".to_owned(),
        Fact::There => chart(ChartWord::IsThere),
        Fact::Text(text) => text.as_str().to_owned(),
        Fact::Unclear(text) => {
            bracketed(language, text.as_str(), &people(PeopleMsg::Key(PeopleKey::UnclearStatus)))
        }
        Fact::Strokes(order) => order.as_str().to_owned(),
        Fact::Whole(n) => grouped(*n),
        Fact::Day(date) => words(&Msg::Day(*date)),
        Fact::Of(step) => at(language, step),
        Fact::Shown => voting(VotingMsg::Word(VotingWord::SittingShown)),
        Fact::Things(things, more) => {
            let mut names: Vec<_> = things.iter().map(|step| at(language, step)).collect();
            if *more == More::Some {
                names.push("…".to_owned());
            }
            names.join(match language {
                Language::Chinese => "、",
                Language::English => ", ",
            })
        }
        Fact::Method(method) => words(&Msg::Method(method)),
        Fact::Key(HouseKey::Known(known)) => words(&Msg::KnownKey(*known)),
        Fact::Key(key) => match language {
            Language::Chinese => zh::explain::note(&Note::Key(*key)),
            Language::English => en::explain::note(&Note::Key(*key)),
        },
        Fact::Parts(parts) => words(&Msg::Key(match parts {
            Parts::Whole => Key::PartsWhole,
            Parts::OrPart => Key::PartsOrPart,
            Parts::Nearest => Key::PartsNearest,
        })),
        Fact::CountFrom(CountFrom::BracketStart) => size(SizeWord::FromClass),
        Fact::CountFrom(CountFrom::Zero) => size(SizeWord::FromZero),
        Fact::Uplift(uplift) => grouped(uplift.percent().into()),
        Fact::Profile(id) => profile(*id).name.pick(language).to_owned(),
        Fact::Provision(row) => words(&Msg::Rules(RulesMsg::Provision(*row))),
        Fact::SittingKind(kind) => words(&Msg::SittingKind(*kind)),
        Fact::Purpose(purpose) => words(&Msg::Purpose(*purpose)),
        Fact::Tally(kind) => words(&Msg::Tally(*kind)),
        Fact::Hearing => voting(VotingMsg::Word(VotingWord::Hearing)),
        Fact::Decision(decision) => voting(VotingMsg::Decision(*decision)),
        Fact::AnElection => voting(VotingMsg::Word(VotingWord::AnElection)),
        Fact::Office(office) => words(&Msg::Office(*office)),
        Fact::CategoryKind(kind) => words(&Msg::Composition(CompositionMsg::Kind(*kind))),
        Fact::Target(target) => words(&Msg::Composition(CompositionMsg::Target(*target))),
        Fact::Mandate(mandate) => people(PeopleMsg::Mandate(*mandate)),
        Fact::Categories(categories) if categories.is_empty() => "–".to_owned(),
        Fact::Categories(categories) => categories.to_string(),
        Fact::Attending(mark) => people(PeopleMsg::Attending(*mark)),
        Fact::Basis(basis) => people(PeopleMsg::Basis(*basis)),
    }
}

#[cfg(test)]
mod tests;
