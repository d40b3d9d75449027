//! The allocation: how the seats were handed out, from settings to lots, and every unit with its seats.

use super::{Asked, Paper, Table, composition};
use crate::apportion::open_house::Standing as InForce;
use crate::language::Language;
use crate::num::Seats;
use crate::scenario::{
    AllocationState, Draw, Field, HouseKey, LineFigure, PartyId, Report, Scheme, Standing, UnitRow,
};
use crate::text::number::{decimal, deviation, grouped};
use crate::text::{AccountMsg, Key, Msg, SizeMsg, say};

/// Names listed before the rest is counted.
const LISTED: usize = 20;

impl Paper {
    /// The allocation: how it came about, and every unit with its members, exact quota and seats.
    pub fn allocation(report: &Report, language: Language) -> Self {
        let say = |msg: &Msg<'_>| say(language, msg).into_owned();
        let mut paper = Self::headed(report, language);
        paper.title = say(&Msg::Key(Key::AllocationTable));
        paper.notes.extend(unsettled(report, language));
        paper.paragraphs = Account { report, language }.paragraphs();
        if let Some(check) = &report.number {
            let number = say(&Msg::Size(SizeMsg::Check(check)));
            let source = say(&Msg::Size(SizeMsg::Source(check.body.rule)));
            let gap = say(&Msg::Key(Key::BetweenSentences));
            paper.paragraphs.push([number.as_str(), &gap, source.trim_end()].concat());
        }
        let head = [
            Msg::Field(Field::Name),
            Msg::Field(Field::Members),
            Msg::Key(Key::Quota),
            Msg::Field(Field::Seats),
            Msg::Key(Key::Deviation),
        ];
        let rows = report.scenario.units.iter().zip(&report.units).map(|(unit, row)| {
            let settled = row.standing == Standing::Settled;
            vec![
                unit.name.as_str().to_owned(),
                grouped(unit.members.get()),
                row.quota().map_or_else(String::new, |quota| decimal(quota, 3)),
                seats(row),
                row.deviation().filter(|_| settled).map_or_else(String::new, |d| deviation(d, 3)),
            ]
        });
        paper.tables.push(Table {
            caption: say(&Msg::Key(Key::AllocationTable)),
            head: head.iter().map(say).collect(),
            rows: rows.collect(),
            foot: vec![
                say(&Msg::Key(Key::Total)),
                grouped(report.members),
                String::new(),
                grouped(report.allocation.allocated),
                String::new(),
            ],
            asked: Asked::Units(vec![
                LineFigure::Members,
                LineFigure::Quota,
                LineFigure::Seats,
                LineFigure::Deviation,
            ]),
        });
        paper.tables.extend(composition::tables(report, language));
        paper
    }
}

/// The seats of a unit; one in a tie has these or one more.
fn seats(row: &UnitRow) -> String {
    let certain = u64::from(row.seats.get());
    match row.standing {
        Standing::Contested => format!("{}–{}", grouped(certain), grouped(certain + 1)),
        Standing::Settled | Standing::Waiting => grouped(certain),
    }
}

/// What a reader must know of the seats before anything else: that they are not settled, or that there are none.
pub(super) fn unsettled(report: &Report, language: Language) -> Option<String> {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    match report.allocation.state {
        AllocationState::Settled => None,
        AllocationState::Tied(_) => Some(say(&Msg::Key(Key::NotAllocated))),
        AllocationState::Refused(_) | AllocationState::Impossible => {
            Some(say(&Msg::Account(AccountMsg::Impossible)))
        }
    }
}

/// How the seats came about.
struct Account<'a> {
    report: &'a Report,
    language: Language,
}

impl Account<'_> {
    fn say(&self, msg: &Msg<'_>) -> String {
        say(self.language, msg).into_owned()
    }

    fn account(&self, msg: AccountMsg<'_>) -> String {
        self.say(&Msg::Account(msg))
    }

    /// The scheme and its method, what the seats can be redone from, minima, what a hand has fixed, and lots.
    fn paragraphs(&self) -> Vec<String> {
        let allocating = &self.report.scenario.allocating;
        let mut said = vec![self.scheme(&allocating.scheme)];
        if let Some(witness) = &self.report.witness() {
            let (tier, method) = self.report.decisive();
            said.push(self.say(&Msg::Witness(tier, method, witness)));
        }
        said.extend(
            self.report.open_edge().map(|(open, rest)| self.account(AccountMsg::OpenEdge(open, rest))),
        );
        let bounds = self.bounds();
        if !bounds.is_empty() {
            said.push(bounds.join(&self.say(&Msg::Key(Key::BetweenSentences))));
        }
        said.extend(self.report.applied_lots().map(|draw| self.lot(draw)));
        said
    }

    fn scheme(&self, scheme: &Scheme) -> String {
        let method = &self.report.scenario.allocating.method;
        match scheme {
            Scheme::OneTier => self.say(&Msg::Method(method)),
            Scheme::TwoTier { upper } => self.account(AccountMsg::TwoTier(upper, method)),
            Scheme::Key(HouseKey::Steps(scale)) => self.account(AccountMsg::Steps(scale)),
            Scheme::Key(HouseKey::Known(known)) => {
                let source = known.source();
                let confirm = match source.standing {
                    InForce::Read => None,
                    InForce::Historical => Some(Key::KeyHistorical),
                    InForce::Unconfirmed => Some(Key::KeyUnconfirmed),
                };
                let confirm = confirm.map(|key| {
                    [Key::BracketOpen, key, Key::BracketClose].map(|key| self.say(&Msg::Key(key))).concat()
                });
                let gap = self.say(&Msg::Key(Key::BetweenSentences));
                let key = self.account(AccountMsg::Key(*known));
                [key.as_str(), &gap, source.citation, &confirm.unwrap_or_default()].concat()
            }
        }
    }

    /// The least seats, and what a hand has fixed. A key knows no minimum.
    fn bounds(&self) -> Vec<String> {
        let scenario = &self.report.scenario;
        let allocating = &scenario.allocating;
        let mut said = Vec::new();
        if !matches!(allocating.scheme, Scheme::Key(_)) {
            if allocating.minimum > Seats::ZERO {
                said.push(
                    self.account(AccountMsg::Minimum(allocating.minimum.get(), allocating.minimum_rule)),
                );
            }
            let own = scenario.units.iter().filter(|unit| unit.min.is_some() || unit.max.is_some()).count();
            if own > 0 {
                said.push(self.account(AccountMsg::Bounds(own)));
            }
        }
        let fixed = scenario.units.iter().filter_map(|unit| Some((unit, unit.locked?)));
        let fixed: Vec<String> = fixed
            .map(|(unit, seats)| format!("{} {}", unit.name.as_str(), grouped(seats.get().into())))
            .collect();
        if let Some((shown, more)) = some_of(&fixed) {
            said.push(self.account(AccountMsg::Fixed(shown, more)));
        }
        said
    }

    /// Who was drawn, and the seed where the page drew.
    fn lot(&self, draw: &Draw) -> String {
        // As many may be drawn as there are units, and each is looked for: no more than are listed.
        let names: Vec<String> = draw.drawn.iter().take(LISTED).map(|party| self.name(*party)).collect();
        let more = draw.drawn.len() - names.len();
        self.account(AccountMsg::Drawn(&names, more, draw.seed))
    }

    fn name(&self, party: PartyId) -> String {
        let scenario = &self.report.scenario;
        let delegation = scenario.delegations.iter().find(|one| PartyId::from(one.id) == party);
        let unit = || scenario.units.iter().enumerate().find(|(_, unit)| PartyId::from(unit.id) == party);
        match delegation {
            Some(delegation) => delegation.name.as_str().to_owned(),
            None => unit().map_or_else(String::new, |(row, unit)| match unit.name.is_empty() {
                true => self.say(&Msg::UnnamedRow(row + 1)),
                false => unit.name.as_str().to_owned(),
            }),
        }
    }
}

/// The first of many, and how many more there are; `None` of none.
fn some_of(names: &[String]) -> Option<(&[String], usize)> {
    let (shown, more) = names.split_at(names.len().min(LISTED));
    (!shown.is_empty()).then_some((shown, more.len()))
}

#[cfg(test)]
mod tests;
