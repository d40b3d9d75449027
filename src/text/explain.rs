//! How a number came about, in words: the calculation with its figures, what the rule makes of it, and where the rule is
//! from. Writes what `scenario::reckon` found; computes nothing.

mod apart;

use super::number::{self, decimal, deviation, exact, percent, signed, whole};
use super::{
    CalendarMsg, CompositionKey, CompositionMsg, Key, Msg, RulesMsg, SizeMsg, SizeWord, VotingMsg,
    VotingWord, actual, en, headcount, left, say, zh,
};
use crate::apportion::open_house::Standing;
use crate::apportion::{Divisor, Method};
use crate::language::Language;
use crate::num::Ratio;
use crate::scenario::{
    AgendaId, Assembly, Authority, CategoryId, DelegationId, ElectionId, Figure, Indicator, LineFigure, Op,
    Plan, Reckoning, ReckoningStep, Report, SittingId, Sum, Term, UnitId, Value, What, Whose, reckon,
};
use crate::threshold::{Citation, Confidence};

/// The answer to somebody who asks about a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What the number is.
    pub title: String,
    /// The number, as the page shows it.
    pub value: String,
    /// How it came about, sentence by sentence.
    pub lines: Vec<String>,
    /// Where the rules are from.
    pub sources: Vec<String>,
    /// A request to confirm what was not read in a current source; empty where there is none.
    pub confirm: String,
}

/// How `figure` came about; `None` where the page shows no such number.
pub fn explanation(
    report: &Report,
    matrix: Option<&Plan>,
    figure: &Figure,
    language: Language,
) -> Option<Told> {
    let found = reckon(report, matrix, figure)?;
    let teller = Teller { report, language };
    Some(teller.tell(figure, &found))
}

/// A number as the page shows it.
pub fn shown(value: Value, language: Language) -> String {
    match value {
        Value::Whole(n) => whole(n),
        Value::Change(n) => signed(n),
        Value::Left(n) => left(language, n),
        Value::Ratio(ratio, digits) => decimal(ratio, digits),
        Value::Exact(ratio) => exact(ratio),
        Value::Fraction(ratio) => [ratio.num().to_string(), ratio.den().to_string()].join("/"),
        Value::Share(share) => number::share(share),
        Value::Deviation(side, distance) => deviation((side, distance), 3),
        Value::Percent(part, all) => percent(part, all, 1).unwrap_or_default(),
        Value::Between(low, high) => [whole(low), whole(high)].join("–"),
        Value::Waiting => "…".to_owned(),
        Value::Index(index) => number::index(index),
        Value::InPercent(ratio) => [&decimal(ratio, 1), "%"].concat(),
        Value::Day(day) => day.to_string(),
    }
}

/// Whether a number is shown whole, or rounded to its decimals.
fn is_exact(value: Value) -> bool {
    let fits = |ratio: Ratio, digits: u32| 10u64.pow(digits).is_multiple_of(ratio.den());
    match value {
        Value::Ratio(ratio, digits) => fits(ratio, digits),
        Value::Deviation(_, distance) => fits(distance, 3),
        Value::Percent(part, all) => {
            part.checked_mul(100).and_then(|part| Ratio::new(part, all)).is_some_and(|ratio| fits(ratio, 1))
        }
        _ => true,
    }
}

struct Teller<'a> {
    report: &'a Report,
    language: Language,
}

impl Teller<'_> {
    fn say(&self, msg: &Msg<'_>) -> String {
        say(self.language, msg).into_owned()
    }

    fn key(&self, key: Key) -> String {
        self.say(&Msg::Key(key))
    }

    fn tell(&self, figure: &Figure, found: &Reckoning) -> Told {
        let lines = found.steps.iter().map(|step| match step {
            ReckoningStep::Sum(sum) => self.sum(sum),
            ReckoningStep::Note(note) => match self.language {
                Language::Chinese => zh::explain::note(note),
                Language::English => en::explain::note(note),
            },
        });
        let mut told = Told {
            title: self.title(figure),
            value: match found.value {
                Value::Day(day) => self.say(&Msg::Calendar(CalendarMsg::Day(day))),
                value => shown(value, self.language),
            },
            lines: lines.filter(|line| !line.is_empty()).collect(),
            ..Told::default()
        };
        found.authorities.iter().for_each(|one| self.cite(one, &mut told));
        told
    }

    /// "28,400 members × 500 seats ÷ 380,000 members = 37.368".
    fn sum(&self, sum: &Sum) -> String {
        let mut text = String::new();
        for (at, term) in sum.terms.iter().enumerate() {
            text.push_str(match (term.op, at) {
                (Op::Plus, 0) => "",
                (Op::Minus, 0) => "−",
                (Op::Plus, _) => " + ",
                (Op::Minus, _) => " − ",
                (Op::Times, _) => " × ",
                (Op::Over, _) => " ÷ ",
            });
            text.push_str(&self.term(term));
        }
        text.push_str(if is_exact(sum.result) { " = " } else { " ≈ " });
        text.push_str(&shown(sum.result, self.language));
        text
    }

    fn term(&self, term: &Term) -> String {
        let value = shown(term.value, self.language);
        let named = |name: String| [name.as_str(), " ", value.as_str()].concat();
        match (term.what, self.language) {
            (What::Bare, _) => value,
            (What::Unit(id), _) => named(self.unit(id)),
            (What::Delegation(id), _) => named(self.delegation(Some(id))),
            (What::Reason(reason), _) => named(self.say(&Msg::Reason(reason)).to_lowercase()),
            (What::Planned(id), _) => named(self.category(id)),
            (What::Divisor | What::Price, Language::English) => {
                named(en::explain::noun(term.what).to_owned())
            }
            (what, Language::English) => [value.as_str(), " ", en::explain::noun(what)].concat(),
            (what, Language::Chinese) => named(zh::explain::noun(what).to_owned()),
        }
    }

    fn unit(&self, id: UnitId) -> String {
        match self.report.scenario.unit(id) {
            Some((_, unit)) if !unit.name.is_empty() => unit.name.as_str().to_owned(),
            found => self.say(&Msg::UnnamedRow(found.map_or(0, |(at, _)| at + 1))),
        }
    }

    fn delegation(&self, id: Option<DelegationId>) -> String {
        let found = id.and_then(|id| self.report.scenario.delegation(id));
        found.map_or_else(|| self.key(Key::NoDelegation), |delegation| delegation.name.as_str().to_owned())
    }

    fn category(&self, id: Option<CategoryId>) -> String {
        let Some(id) = id else { return self.composition(CompositionKey::Others) };
        let found = self.report.scenario.composition.iter().enumerate().find(|(_, one)| one.id == id);
        match found {
            Some((_, one)) if !one.name.is_empty() => one.name.as_str().to_owned(),
            found => self.say(&Msg::Composition(CompositionMsg::Unnamed(found.map_or(0, |(at, _)| at + 1)))),
        }
    }

    fn composition(&self, key: CompositionKey) -> String {
        self.say(&Msg::Composition(CompositionMsg::Key(key)))
    }

    fn voting(&self, msg: VotingMsg<'_>) -> String {
        self.say(&Msg::Voting(msg))
    }

    fn sitting(&self, id: SittingId) -> String {
        let found = self.report.scenario.sittings.iter().enumerate().find(|(_, one)| one.id == id);
        match found {
            Some((_, one)) if !one.name.is_empty() => one.name.as_str().to_owned(),
            found => self.say(&Msg::SittingNumber(found.map_or(0, |(at, _)| at + 1))),
        }
    }

    fn election(&self, id: ElectionId) -> String {
        let found = self.report.scenario.elections.iter().enumerate().find(|(_, one)| one.id == id);
        match found {
            Some((_, one)) if !one.title.is_empty() => one.title.as_str().to_owned(),
            found => self.voting(VotingMsg::ElectionNumber(found.map_or(0, |(at, _)| at + 1))),
        }
    }

    fn item(&self, id: AgendaId) -> String {
        let found = self.report.scenario.agenda.iter().enumerate().find(|(_, one)| one.id == id);
        match found {
            Some((_, one)) if !one.title.is_empty() => one.title.as_str().to_owned(),
            found => self.voting(VotingMsg::ItemNumber(found.map_or(0, |(at, _)| at + 1))),
        }
    }

    fn whose(&self, whose: Whose) -> String {
        match whose {
            Whose::Unit(id) => self.unit(id),
            Whose::Delegation(id) => self.delegation(Some(id)),
            Whose::Loose => self.delegation(None),
            Whose::Total => self.key(Key::Total),
        }
    }

    fn assembly(&self, assembly: Assembly) -> String {
        match assembly {
            Assembly::Shown => String::new(),
            Assembly::Sitting(id) => self.sitting(id),
            Assembly::Election(id) => self.election(id),
            Assembly::Profile(id) => crate::threshold::profile(id).name.pick(self.language).to_owned(),
            Assembly::Purpose(purpose) => self.say(&Msg::Purpose(purpose)),
        }
    }

    /// What the number is, and whose.
    fn title(&self, figure: &Figure) -> String {
        let (what, whose) = match figure {
            // The shares of all units are the house.
            Figure::Line(whose @ Whose::Total, LineFigure::Quota) => {
                (self.say(&Msg::Key(Key::HouseSize)), self.whose(*whose))
            }
            Figure::Line(whose, one) => (self.say(&heading(self.report, *one)), self.whose(*whose)),
            Figure::Sitting(id, one) => (self.key(headcount(*one)), self.sitting(*id)),
            Figure::Quorum(assembly, _) => (self.key(Key::Quorum), self.assembly(*assembly)),
            Figure::Votes(assembly, None, _) => (self.key(Key::MajorityToElect), self.assembly(*assembly)),
            Figure::Votes(assembly, Some(decision), _) => {
                (self.say(&Msg::Rules(RulesMsg::Decision(*decision))), self.assembly(*assembly))
            }
            Figure::Item(id, _) => (self.voting(VotingMsg::Word(VotingWord::Votes)), self.item(*id)),
            Figure::Candidates(office, _) | Figure::CandidatesByUnit(office) => {
                (self.key(Key::CandidateNumbers), self.say(&Msg::Office(*office)))
            }
            Figure::Elected(id) => (self.key(Key::ElectedLong), self.election(*id)),
            Figure::NotFilled(id) => (self.key(Key::Unfilled), self.election(*id)),
            Figure::Open(id) => (self.voting(VotingMsg::Word(VotingWord::Tied)), self.election(*id)),
            Figure::Presidium | Figure::Signers(_) => (self.key(Key::PresidiumTitle), String::new()),
            Figure::VoteShare(id) => (self.key(Key::VoteShare), self.delegation(Some(*id))),
            Figure::Banzhaf(id) => (self.key(Key::Banzhaf), self.delegation(Some(*id))),
            Figure::Breaking => (self.key(Key::Blocs), String::new()),
            Figure::Target(id) => (self.composition(CompositionKey::TargetRow), self.category(Some(*id))),
            Figure::Planned(id) => (self.composition(CompositionKey::PlannedRow), self.category(*id)),
            Figure::Cell(id, unit) => (self.category(*id), self.unit(*unit)),
            Figure::Rival(method, unit) => (self.say(&Msg::Method(method)), self.unit(*unit)),
            Figure::Index(method, index) => (self.key(index_name(*index)), self.say(&Msg::Method(method))),
            Figure::NumberCheck => (self.say(&Msg::Size(SizeMsg::Word(SizeWord::Title))), String::new()),
            Figure::Apart(one) => apart::title(self, one),
        };
        if whose.is_empty() { what } else { [what.as_str(), " · ", whose.as_str()].concat() }
    }

    fn cite(&self, authority: &Authority, told: &mut Told) {
        let plain = match authority {
            Authority::Citation(citation) => return self.citation(citation, told),
            Authority::Key(known) => {
                let source = known.source();
                match source.standing {
                    Standing::Read => {}
                    Standing::Historical => told.confirm = self.key(Key::KeyHistorical),
                    Standing::Unconfirmed => told.confirm = self.key(Key::KeyUnconfirmed),
                }
                source.citation
            }
            Authority::Number(rule) => {
                let source = self.say(&Msg::Size(SizeMsg::Source(*rule)));
                return told.sources.push(source.trim_end().to_owned());
            }
            Authority::Method(method) => method_source(method),
            Authority::Index(index) => index_source(*index),
            Authority::Banzhaf => {
                "J. F. Banzhaf, “Weighted voting doesn’t work”, Rutgers Law Review 19 (1965)"
            }
            Authority::Composition => {
                "M. Bacharach, “Matrix rounding problems” (1966); L. H. Cox, “A constructive procedure for unbiased controlled rounding” (1987)"
            }
        };
        if !plain.is_empty() {
            told.sources.push(plain.to_owned());
        }
    }

    fn citation(&self, citation: &Citation, told: &mut Told) {
        if citation.confidence == Confidence::Own {
            return told.sources.push(self.key(Key::OwnRule));
        }
        let sources =
            citation.sources.iter().map(|source| self.say(&Msg::Source(source)).trim_end().to_owned());
        told.sources.extend(sources);
        told.confirm = self.say(&Msg::ToConfirm(citation.confidence));
    }
}

fn heading(report: &Report, figure: LineFigure) -> Msg<'static> {
    use crate::scenario::Field;
    match figure {
        LineFigure::Units => Msg::Key(Key::UnitsShort),
        LineFigure::Delegations => Msg::Field(Field::Delegation),
        LineFigure::Members => Msg::Field(Field::Members),
        LineFigure::Quota => Msg::Key(Key::Quota),
        LineFigure::Seats => Msg::Field(Field::Seats),
        LineFigure::PerSeat => Msg::Key(Key::MembersPerSeat),
        LineFigure::Deviation => Msg::Key(Key::Deviation),
        LineFigure::Unfilled => Msg::Key(Key::Unfilled),
        LineFigure::Elected => Msg::Field(Field::Elected),
        LineFigure::ByElected => Msg::Field(Field::ByElected),
        LineFigure::Ended => Msg::Field(Field::Ended),
        LineFigure::Suspended => Msg::Field(Field::Suspended),
        LineFigure::Losses => Msg::Key(Key::MandateChanges),
        LineFigure::Actual => Msg::Key(actual(report)),
        LineFigure::Registered => Msg::Field(Field::Registered),
        LineFigure::Absent => Msg::Key(Key::Absent),
        LineFigure::OnLeave => Msg::Field(Field::OnLeave),
        LineFigure::Present => Msg::Field(Field::Present),
    }
}

const fn index_name(index: Indicator) -> Key {
    match index {
        Indicator::LoosemoreHanby => Key::IndexLoosemoreHanby,
        Indicator::Gallagher => Key::IndexGallagher,
        Indicator::SainteLague => Key::IndexSainteLague,
        Indicator::Dhondt => Key::IndexDhondt,
        Indicator::Gini => Key::IndexGini,
        Indicator::MaxMin => Key::IndexMaxMin,
    }
}

/// Where a method is defined, as in `docs/METHODS.md`; nothing where no text is named there.
const fn method_source(method: &Method) -> &'static str {
    match method {
        Method::Divisor(Divisor::Condorcet | Divisor::Stationary(_) | Divisor::PowerMean(_)) => {
            "F. Pukelsheim, Proportional Representation, 2nd ed. (2017)"
        }
        Method::Divisor(
            Divisor::Adams | Divisor::Dean | Divisor::HuntingtonHill | Divisor::Webster | Divisor::Jefferson,
        )
        | Method::Remainders(crate::apportion::Quota::Hare) => {
            "M. Balinski, H. P. Young, Fair Representation, 2nd ed. (2001)"
        }
        Method::QuotaMethod => {
            "M. Balinski, H. P. Young, “The quota method of apportionment”, American Mathematical Monthly 82 (1975)"
        }
        Method::BaseProportional(_) => {
            "G. Grimmett et al., The allocation between the EU Member States of the seats in the European Parliament (2011)"
        }
        _ => "",
    }
}

/// Where an index is defined, as in `src/index`.
const fn index_source(index: Indicator) -> &'static str {
    match index {
        Indicator::LoosemoreHanby => {
            "D. Samuels, R. Snyder, “The value of a vote”, British Journal of Political Science 31 (2001); M. Gallagher, Electoral Studies 10 (1991)"
        }
        Indicator::Gallagher | Indicator::SainteLague | Indicator::Dhondt => {
            "M. Gallagher, “Proportionality, disproportionality and electoral systems”, Electoral Studies 10 (1991)"
        }
        Indicator::Gini => "M. O. Lorenz, “Methods of measuring the concentration of wealth” (1905)",
        Indicator::MaxMin => "",
    }
}

#[cfg(test)]
mod tests;
