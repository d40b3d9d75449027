//! A scenario as a plain document, both ways, its link and its report.

use super::answer::{Failure, Whole};
use crate::apportion::{Method, MinimumRule};
use crate::codec::link;
use crate::language::Language;
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Reason, Row};
use crate::scenario::{
    self, Action, AllocationState, Name, Rules, Scenario, Step, UnitDraft, UnitEdit, apply, derive,
};
use crate::text::{Msg, say};
use crate::threshold::{ProfileId, Verdict};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The version of the document that this program writes and reads.
const VERSION: u32 = 1;

/// A scenario as plain data.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    version: u32,
    title: String,
    seats: Whole,
    method: String,
    minimum_rule: String,
    minimum: Whole,
    /// The code of a profile: the one that holds, or the one that rules of one's own were copied from.
    profile: String,
    /// Rules of one's own, as the link of an empty scenario that has them; left out for a named profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own_rules: Option<String>,
    units: Vec<UnitText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct UnitText {
    name: String,
    #[serde(default)]
    delegation: String,
    members: Whole,
    min: Option<Whole>,
    max: Option<Whole>,
    locked: Option<Whole>,
    elected: Option<Whole>,
    #[serde(default)]
    ended: Vec<EndingText>,
    present: Option<Whole>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EndingText {
    reason: String,
    count: Whole,
}

#[derive(Serialize)]
pub(super) struct Link {
    fragment: String,
    length: usize,
}

/// What follows from a scenario.
#[derive(Serialize)]
pub(super) struct ReportText {
    status: &'static str,
    totals: Line,
    units: Vec<Line>,
    delegations: Vec<Line>,
    quorum: Vec<String>,
    majority: Vec<String>,
    issues: Vec<String>,
}

#[derive(Serialize)]
struct Line {
    name: String,
    seats: i64,
    elected: i64,
    unfilled: i64,
    ended: i64,
    actual: i64,
    present: i64,
    absent: i64,
}

/// The example congress.
pub(super) fn example() -> Document {
    Document::of(&scenario::example(Language::English))
}

/// The link of a scenario.
pub(super) fn encode_link(document: Document) -> Result<Link, Failure> {
    let fragment = link::encode(&document.scenario()?);
    let fragment = fragment.map_err(|error| Failure::new(error.code(), "units", "Too long for a link."))?;
    Ok(Link { length: fragment.len(), fragment })
}

/// The scenario of a link.
pub(super) fn decode_link(text: String) -> Result<Document, Failure> {
    let scenario =
        link::decode(&text).map_err(|error| Failure::new(error.code(), "", format!("{error:?}")))?;
    Ok(Document::of(&scenario))
}

/// What follows from a scenario.
pub(super) fn report(document: Document) -> Result<ReportText, Failure> {
    let report = derive(&Rc::new(document.scenario()?), None);
    let words = |msg: &Msg<'_>| say(Language::English, msg).into_owned();
    let delegation =
        |id| report.scenario.delegation(id).map_or_else(String::new, |d| d.name.as_str().to_owned());
    let units = report.scenario.units.iter().zip(&report.units);
    Ok(ReportText {
        status: match report.allocation.state {
            AllocationState::Settled => "settled",
            AllocationState::Tied(_) => "tied",
            AllocationState::Refused(_) => "refused",
            AllocationState::Impossible => "impossible",
        },
        totals: Line::of(report.scenario.title.as_str(), &report.total),
        units: units.map(|(unit, row)| Line::of(unit.name.as_str(), &row.ledger)).collect(),
        delegations: report
            .delegations
            .iter()
            .map(|row| Line::of(&row.id.map_or_else(String::new, delegation), &row.ledger))
            .collect(),
        quorum: report
            .gates
            .own
            .quorum
            .iter()
            .map(|(rule, verdict)| sentence(&words, *rule, *verdict))
            .collect(),
        majority: report.gates.own.majority.iter().map(|votes| words(&Msg::Majority(votes))).collect(),
        issues: report.issues.iter().map(|issue| words(&Msg::Problem(&issue.problem))).collect(),
    })
}

fn sentence(words: &impl Fn(&Msg<'_>) -> String, rule: crate::threshold::Rule, verdict: Verdict) -> String {
    words(&Msg::Quorum(rule, verdict))
}

impl Line {
    fn of(name: &str, row: &Row) -> Self {
        Self {
            name: name.to_owned(),
            seats: row.seats,
            elected: row.elected,
            unfilled: row.unfilled(),
            ended: row.ended,
            actual: row.actual(),
            present: row.present,
            absent: row.absent(),
        }
    }
}

impl Document {
    fn of(scenario: &Scenario) -> Self {
        let allocating = &scenario.allocating;
        Self {
            version: VERSION,
            title: scenario.title.as_str().to_owned(),
            seats: u64::from(allocating.house.get()).into(),
            method: allocating.method.to_string(),
            minimum_rule: MINIMUM_RULES
                .into_iter()
                .find(|(_, rule)| *rule == allocating.minimum_rule)
                .map_or("seed", |(id, _)| id)
                .to_owned(),
            minimum: u64::from(allocating.minimum.get()).into(),
            profile: scenario.rules.named().code().to_owned(),
            own_rules: own_rules(&scenario.rules),
            units: scenario.units.iter().map(|unit| UnitText::of(scenario, unit)).collect(),
        }
    }

    /// The scenario of the document, built by the same actions a person would take.
    fn scenario(&self) -> Result<Scenario, Failure> {
        if self.version != VERSION {
            return Err(Failure::new("unsupported-version", "version", "This package reads version 1."));
        }
        let mut scenario = Scenario::blank();
        scenario.title = Name::title(&self.title)
            .map_err(|_| Failure::new("name-too-long", "title", "At most 480 bytes."))?;
        scenario.allocating.house = seats(self.seats, "seats")?;
        scenario.allocating.minimum = seats(self.minimum, "minimum")?;
        scenario.allocating.method = Method::parse(&self.method)
            .ok_or_else(|| Failure::new("unknown-method", "method", "There is no such method."))?;
        let rule = MINIMUM_RULES.into_iter().find(|(id, _)| *id == self.minimum_rule);
        let (_, rule) =
            rule.ok_or_else(|| Failure::new("unknown-minimum", "minimum_rule", "There is no such rule."))?;
        scenario.allocating.minimum_rule = rule;
        let profile = ProfileId::from_code(&self.profile)
            .ok_or_else(|| Failure::new("unknown-profile", "profile", "There is no such profile."))?;
        scenario.rules = match &self.own_rules {
            None => Rules::Profile(profile),
            Some(text) => {
                let own = link::decode(text).map(|scenario| scenario.rules);
                own.map_err(|error| Failure::new(error.code(), "own_rules", format!("{error:?}")))?
            }
        };
        if self.units.len() > crate::limits::MAX_UNITS {
            return Err(Failure::new("too-many-units", "units", "At most 100,000 units."));
        }
        let drafts = self.units.iter().enumerate().map(|(at, unit)| unit.draft(at));
        let insertion = Action::Insert { at: 0, drafts: drafts.collect::<Result<_, _>>()? };
        debug_assert_eq!(insertion.step(), Step::Inserted(self.units.len()));
        Ok(apply(&scenario, &insertion).unwrap_or(scenario))
    }
}

/// Rules of one's own as text: the link of a scenario that has nothing else.
fn own_rules(rules: &Rules) -> Option<String> {
    match rules {
        Rules::Profile(_) => None,
        own => link::encode(&Scenario { rules: own.clone(), ..Scenario::blank() }).ok(),
    }
}

const MINIMUM_RULES: [(&str, MinimumRule); 4] = [
    ("seed", MinimumRule::Seed),
    ("clamp", MinimumRule::Clamp),
    ("set-aside", MinimumRule::SetAside),
    ("top-up", MinimumRule::TopUp),
];

impl UnitText {
    fn of(scenario: &Scenario, unit: &scenario::Unit) -> Self {
        let whole = |n: u32| Whole::from(u64::from(n));
        let delegation = unit.delegation.and_then(|id| scenario.delegation(id));
        let ending = |ending: &Ending| EndingText {
            reason: ending.reason.id().to_owned(),
            count: whole(ending.count.get()),
        };
        Self {
            name: unit.name.as_str().to_owned(),
            delegation: delegation.map_or_else(String::new, |d| d.name.as_str().to_owned()),
            members: unit.members.get().into(),
            min: unit.min.map(|s| whole(s.get())),
            max: unit.max.map(|s| whole(s.get())),
            locked: unit.locked.map(|s| whole(s.get())),
            elected: unit.mandates.elected.map(|c| whole(c.get())),
            ended: unit.mandates.endings.iter().map(ending).collect(),
            present: scenario.presence(unit.id).present.map(|c| whole(c.get())),
        }
    }

    fn draft(&self, at: usize) -> Result<UnitDraft, Failure> {
        let path = |field: &str| format!("units[{at}].{field}");
        let name = |text: &str, field: &str| {
            Name::new(text).map_err(|_| Failure::new("name-too-long", path(field), "At most 240 bytes."))
        };
        let bound = |number: Option<Whole>, field: &str| number.map(|n| seats(n, &path(field))).transpose();
        let people = |number: Whole, field: &str| {
            let count = u32::try_from(number.get()).ok().and_then(Count::new);
            count.ok_or_else(|| Failure::new("too-large", path(field), "Above 2^20 people."))
        };
        let members = Weight::new(self.members.get())
            .ok_or_else(|| Failure::new("too-large", path("members"), "Above 2^43 - 1."))?;
        let mut draft = vec![
            UnitEdit::Name(name(&self.name, "name")?),
            UnitEdit::Delegation(name(&self.delegation, "delegation")?),
            UnitEdit::Members(members),
            UnitEdit::Min(bound(self.min, "min")?),
            UnitEdit::Max(bound(self.max, "max")?),
            UnitEdit::Locked(bound(self.locked, "locked")?),
            UnitEdit::Elected(self.elected.map(|n| people(n, "elected")).transpose()?),
            UnitEdit::Present(self.present.map(|n| people(n, "present")).transpose()?),
        ];
        for ending in &self.ended {
            let reason = Reason::from_id(&ending.reason)
                .ok_or_else(|| Failure::new("unknown-reason", path("ended"), "There is no such reason."))?;
            draft.push(UnitEdit::Ended(reason, people(ending.count, "ended")?));
        }
        Ok(draft)
    }
}

fn seats(number: Whole, path: &str) -> Result<Seats, Failure> {
    let seats = u32::try_from(number.get()).ok().and_then(Seats::new);
    seats.ok_or_else(|| Failure::new("too-large", path, "Above 2^20 seats."))
}
