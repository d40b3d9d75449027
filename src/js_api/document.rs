//! A scenario as its document, its link and its report. The document is the one that the page saves as a file
//! (`codec::document`): one format, with everything that a link or a file may hold.

use super::answer::Failure;
use crate::codec::document::{self, At, DocumentError};
use crate::codec::link;
use crate::language::Language;
use crate::roster::Row;
use crate::scenario::{self, AllocationState, Scenario, derive};
use crate::text::{Msg, say};
use serde::Serialize;
use serde_json::Value;
use std::rc::Rc;

#[derive(Serialize)]
pub(super) struct Link {
    fragment: String,
    length: usize,
    /// Delegates by name, who are in no link unless somebody asks for it on the page.
    names_left_out: usize,
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

/// A line of the ledger at the sitting that is shown. What rests on a figure that was not reported is nothing, not zero.
#[derive(Serialize)]
struct Line {
    name: String,
    seats: i64,
    elected: Option<i64>,
    by_elected: i64,
    unfilled: Option<i64>,
    ended: i64,
    suspended: i64,
    actual: Option<i64>,
    registered: Option<i64>,
    on_leave: i64,
    present: Option<i64>,
    absent: Option<i64>,
    /// How many have not reported who was elected, and who is present.
    elected_missing: u32,
    present_missing: u32,
}

/// The example congress.
pub(super) fn example() -> Result<Value, Failure> {
    written(&scenario::example(Language::English))
}

/// The link of a document.
pub(super) fn encode_link(document: &str) -> Result<Link, Failure> {
    let scenario = read(document)?;
    let fragment = link::encode(&scenario);
    let fragment = fragment.map_err(|error| Failure::new(error.code(), "units", "Too long for a link."))?;
    Ok(Link { length: fragment.len(), fragment, names_left_out: scenario.people.delegates.len() })
}

/// The document of a link.
pub(super) fn decode_link(text: String) -> Result<Value, Failure> {
    let scenario =
        link::decode(&text).map_err(|error| Failure::new(error.code(), "", format!("{error:?}")))?;
    written(&scenario)
}

/// What follows from a document.
pub(super) fn report(document: &str) -> Result<ReportText, Failure> {
    let report = derive(&Rc::new(read(document)?), None);
    let words = |msg: &Msg<'_>| say(Language::English, msg).into_owned();
    let names = report.scenario.delegation_names();
    let delegation = |id| names.get(&id).map_or_else(String::new, |name| name.as_str().to_owned());
    let units = report.scenario.units.iter().zip(&report.units);
    let quorum = report.gates.own.quorum.iter();
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
        quorum: quorum.map(|(rule, verdict)| words(&Msg::Quorum(*rule, *verdict))).collect(),
        majority: report.gates.own.majority.iter().map(|votes| words(&Msg::Majority(votes))).collect(),
        issues: report.issues.iter().map(|issue| words(&Msg::Problem(&issue.problem))).collect(),
    })
}

fn read(document: &str) -> Result<Scenario, Failure> {
    document::read(document).map_err(|error| refused(&error))
}

fn written(scenario: &Scenario) -> Result<Value, Failure> {
    let text = document::write(scenario).map_err(|error| refused(&error))?;
    // It was written a line above.
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

fn refused(error: &DocumentError) -> Failure {
    use DocumentError::{Identity, MissingField, TooMany, UnknownField, WrongValue};
    let path = match error {
        UnknownField(At { path, .. })
        | MissingField(At { path, .. })
        | WrongValue(At { path, .. })
        | Identity(At { path, .. })
        | TooMany(At { path, .. }) => path.as_str(),
        _ => "",
    };
    Failure::new(error.code(), path, say(Language::English, &Msg::DocumentError(error)))
}

impl Line {
    fn of(name: &str, row: &Row) -> Self {
        let known = |missing: u32, figure: i64| (missing == 0).then_some(figure);
        Self {
            name: name.to_owned(),
            seats: row.seats,
            elected: known(row.elected_missing, row.elected),
            by_elected: row.by_elected,
            unfilled: known(row.elected_missing, row.unfilled()),
            ended: row.ended,
            suspended: row.suspended,
            actual: known(row.elected_missing, row.actual()),
            registered: known(row.registered_missing, row.registered),
            on_leave: row.on_leave,
            present: known(row.present_missing, row.present),
            absent: known(row.elected_missing.max(row.present_missing), row.absent()),
            elected_missing: row.elected_missing,
            present_missing: row.present_missing,
        }
    }
}
