//! The document: one scenario as JSON, readable and editable by hand, the same in every later version. `docs/FORMAT.md` has
//! its schema.
//!
//! What a file says and what the program runs on are two types: the texts here never follow a change of the model by
//! themselves. A field that is not known is refused with its place rather than dropped, because what was dropped would be
//! missing from the next save.

mod allocating;
mod capped;
mod composition;
mod own_rules;
mod people;
mod plain;
mod planned;
mod rules;
mod sittings;
mod units;
mod voting;

#[cfg(test)]
mod tests;

use super::payload::{self, Part, PayloadError};
use crate::limits::{MAX_AGENDA, MAX_CATEGORIES, MAX_DOCUMENT_BYTES, MAX_ELECTIONS, MAX_SITTINGS, MAX_UNITS};
use crate::scenario::{List, Origin, People, Scenario, SittingId, Spot, Unsound, Wrong, settle};
use allocating::AllocatingText;
use composition::CategoryText;
use people::PeopleText;
use planned::{BodyText, CalendarText};
use rules::RulesText;
use serde::{Deserialize, Serialize};
use sittings::SittingText;
use std::rc::Rc;
use units::{DelegationText, UnitText};
use voting::{AgendaText, ElectionText};

/// What the file says it is.
const FORMAT: &str = "delegate-roster";

/// The version that is written. Version 1 is the first.
const VERSION: u64 = 1;

/// Why a text is not a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentError {
    /// Longer than a document may be.
    TooLarge {
        /// Its bytes.
        bytes: usize,
    },
    /// Not JSON at all.
    NotJson {
        /// The line of the mistake, from 1.
        line: usize,
        /// The column of the mistake, from 1.
        column: usize,
    },
    /// JSON, but no document of this program.
    NotADocument,
    /// A later version of the program wrote it.
    Newer {
        /// The version it says.
        version: u64,
    },
    /// A field that no document has.
    UnknownField(At),
    /// A field that every document has is not there.
    MissingField(At),
    /// A value of another kind, or above its limit.
    WrongValue(At),
    /// An identity that occurs twice, or refers to nothing.
    Identity(At),
    /// A list above its limit, or longer texts in it than a scenario can keep; a next identity above the limit.
    TooMany(At),
}

/// A place in a document, such as `units[3].members`, and what a programmer would want to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The place.
    pub path: String,
    /// The detail, in English.
    pub detail: String,
}

impl At {
    fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), detail: String::new() }
    }
}

impl From<Unsound> for DocumentError {
    fn from(unsound: Unsound) -> Self {
        let wrong = unsound.wrong;
        let path = match unsound.spot {
            Spot::All(list) => field(list).to_owned(),
            Spot::One(list, at) => {
                let within = match (list, wrong) {
                    (_, Wrong::Identity) => ".id",
                    (_, Wrong::Name) => ".name",
                    (List::Units, Wrong::Dangling) => ".delegation",
                    (List::Elections, Wrong::Dangling) => ".sitting",
                    (List::Delegates, Wrong::Dangling) => ".unit",
                    (List::Sittings, Wrong::Void) => ".attendance",
                    _ => "",
                };
                format!("{}[{at}]{within}", field(list))
            }
            Spot::Endings(at) => format!("units[{at}].ended"),
            Spot::Candidates(at) => format!("elections[{at}].candidates"),
            Spot::Shown => "shown".to_owned(),
            Spot::Body => "body".to_owned(),
            Spot::NextId => "nextId".to_owned(),
        };
        let at = At::new(path);
        match wrong {
            Wrong::TooMany => Self::TooMany(at),
            Wrong::Missing => Self::MissingField(at),
            Wrong::Identity | Wrong::Dangling => Self::Identity(at),
            Wrong::Name => {
                Self::WrongValue(At { detail: "each delegation has a name of its own".to_owned(), ..at })
            }
            Wrong::Void => Self::WrongValue(At { detail: "nothing follows from it".to_owned(), ..at }),
        }
    }
}

/// Where a list stands.
const fn field(list: List) -> &'static str {
    match list {
        List::Delegations => "delegations",
        List::Units => "units",
        List::Sittings => "sittings",
        List::Delegates => "people.delegates",
        List::Milestones => "calendar.milestones",
        List::Agenda => "agenda",
        List::Elections => "elections",
        List::Categories => "composition",
        List::Lots => "allocation.lots",
        List::Marks => "people.marks",
    }
}

impl DocumentError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "document-too-large",
            Self::NotJson { .. } => "document-not-json",
            Self::NotADocument => "document-other",
            Self::Newer { .. } => "document-newer",
            Self::UnknownField(_) => "document-unknown-field",
            Self::MissingField(_) => "document-missing-field",
            Self::WrongValue(_) => "document-wrong-value",
            Self::Identity(_) => "document-identity",
            Self::TooMany(_) => "document-too-many",
        }
    }
}

/// The document.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Document {
    format: String,
    version: u64,
    #[serde(with = "plain::title")]
    title: crate::scenario::Name,
    #[serde(default, with = "plain::origin", skip_serializing_if = "plain::is_default")]
    origin: Origin,
    allocation: AllocatingText,
    rules: RulesText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<BodyText>,
    #[serde(default, skip_serializing_if = "plain::is_default")]
    calendar: CalendarText,
    #[serde(default, deserialize_with = "capped::list::<MAX_UNITS, _, _>")]
    delegations: Vec<DelegationText>,
    #[serde(deserialize_with = "capped::list::<MAX_UNITS, _, _>")]
    units: Vec<UnitText>,
    #[serde(deserialize_with = "capped::list::<MAX_SITTINGS, _, _>")]
    sittings: Vec<SittingText>,
    /// The delegates by name, where there is such a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<PeopleText>,
    /// The sitting that the roster shows.
    shown: u32,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_AGENDA, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    agenda: Vec<AgendaText>,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_ELECTIONS, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    elections: Vec<ElectionText>,
    /// The categories of the composition.
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_CATEGORIES, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    composition: Vec<CategoryText>,
    /// The next identity to give out.
    next_id: u32,
}

/// What is looked at before anything else is understood.
#[derive(Deserialize)]
struct Envelope {
    format: Option<String>,
    version: Option<u64>,
}

/// The document of a scenario: indented, so that it can be read and compared line by line, where it is not too large for that.
///
/// # Errors
/// [`DocumentError::TooLarge`] if it could not be read back.
pub fn write(scenario: &Scenario) -> Result<String, DocumentError> {
    written(scenario, MAX_DOCUMENT_BYTES)
}

fn written(scenario: &Scenario, most: usize) -> Result<String, DocumentError> {
    let document = Document {
        format: FORMAT.to_owned(),
        version: VERSION,
        title: scenario.title.clone(),
        origin: scenario.origin,
        allocation: AllocatingText::of(&scenario.allocating),
        rules: RulesText::of(&scenario.rules),
        body: scenario.body.as_ref().map(BodyText::of),
        calendar: CalendarText::of(&scenario.calendar),
        delegations: scenario.delegations.iter().map(DelegationText::of).collect(),
        units: scenario.units.iter().map(|unit| UnitText::of(unit)).collect(),
        sittings: scenario.sittings.iter().map(SittingText::of).collect(),
        people: PeopleText::of(&scenario.people),
        shown: scenario.shown.0,
        agenda: scenario.agenda.iter().map(AgendaText::of).collect(),
        elections: scenario.elections.iter().map(|election| ElectionText::of(election)).collect(),
        composition: scenario.composition.iter().map(CategoryText::of).collect(),
        next_id: scenario.next_id,
    };
    // Plain structs of strings, numbers and lists: there is nothing that could fail to be written.
    let indented = serde_json::to_string_pretty(&document).unwrap_or_default();
    if indented.len() <= most {
        return Ok(indented);
    }
    drop(indented);
    let text = serde_json::to_string(&document).unwrap_or_default();
    if text.len() <= most { Ok(text) } else { Err(DocumentError::TooLarge { bytes: text.len() }) }
}

/// The scenario of a document.
pub fn read(text: &str) -> Result<Scenario, DocumentError> {
    if text.len() > MAX_DOCUMENT_BYTES {
        return Err(DocumentError::TooLarge { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}');
    envelope(text)?;
    let document: Document = {
        let mut json = serde_json::Deserializer::from_str(text);
        let read = serde_path_to_error::deserialize(&mut json);
        read.map_err(|error| refused(&error.path().to_string(), error.inner()))?
    };
    document.scenario()
}

/// Whether a file begins like a document, for telling files apart: no table begins with a brace.
pub fn is_document(file: &[u8]) -> bool {
    file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file).trim_ascii_start().starts_with(b"{")
}

fn envelope(text: &str) -> Result<(), DocumentError> {
    let envelope: Envelope = serde_json::from_str(text)
        .map_err(|error| if error.is_data() { DocumentError::NotADocument } else { not_json(&error) })?;
    match (envelope.format.as_deref(), envelope.version) {
        (Some(FORMAT), Some(VERSION)) => Ok(()),
        (Some(FORMAT), Some(version)) if version > VERSION => Err(DocumentError::Newer { version }),
        _ => Err(DocumentError::NotADocument),
    }
}

fn not_json(error: &serde_json::Error) -> DocumentError {
    DocumentError::NotJson { line: error.line(), column: error.column() }
}

/// What serde found, by kind. It tells kinds apart by the beginning of its message only; tests hold these beginnings.
fn refused(path: &str, error: &serde_json::Error) -> DocumentError {
    if !error.is_data() {
        return not_json(error);
    }
    let detail = error.to_string();
    let at = At { path: if path == "." { String::new() } else { path.to_owned() }, detail };
    if at.detail.starts_with("unknown field") {
        DocumentError::UnknownField(at)
    } else if at.detail.starts_with(capped::TOO_MANY) {
        DocumentError::TooMany(At::new(at.path))
    } else if at.detail.starts_with("missing field") {
        DocumentError::MissingField(at)
    } else {
        DocumentError::WrongValue(at)
    }
}

impl Document {
    fn scenario(self) -> Result<Scenario, DocumentError> {
        self.check()?;
        let mut scenario = Scenario {
            title: self.title,
            origin: self.origin,
            allocating: self.allocation.allocating(),
            rules: self.rules.rules(),
            body: self.body.map(BodyText::body),
            calendar: self.calendar.calendar(),
            delegations: Rc::new(self.delegations.into_iter().map(DelegationText::delegation).collect()),
            units: Rc::new(self.units.into_iter().map(|unit| Rc::new(unit.unit())).collect()),
            sittings: self.sittings.into_iter().map(SittingText::sitting).collect(),
            shown: SittingId(self.shown),
            agenda: self.agenda.into_iter().map(AgendaText::item).collect(),
            elections: self.elections.into_iter().map(|one| Rc::new(one.election())).collect(),
            composition: self.composition.into_iter().map(CategoryText::category).collect(),
            people: self.people.map_or_else(People::default, PeopleText::people),
            next_id: self.next_id,
        };
        settle(None, &mut scenario);
        scenario.check()?;
        // Records and links hold every scenario that is one; what they could not hold would be lost at the next save.
        match payload::read(&payload::write(&scenario), MAX_UNITS) {
            Ok(kept) if kept.scenario == scenario => Ok(scenario),
            // The one limit of the record that is none of the document: the texts of all delegates together.
            Err(PayloadError::Damaged { part: Part::PeopleTexts, .. }) => {
                Err(DocumentError::TooMany(At::new(field(List::Delegates))))
            }
            _ => Err(DocumentError::Identity(At::new(""))),
        }
    }

    /// What a scenario could no longer tell: nothing is said twice.
    fn check(&self) -> Result<(), DocumentError> {
        let once = |good: bool, path: String| {
            if good { Ok(()) } else { Err(DocumentError::Identity(At::new(path))) }
        };
        for (at, sitting) in self.sittings.iter().enumerate() {
            once(sitting.is_about_each_once(), format!("sittings[{at}]"))?;
        }
        for (at, category) in self.composition.iter().enumerate() {
            once(category.is_about_each_once(), format!("composition[{at}]"))?;
        }
        if let Some(people) = &self.people {
            people.check(&self.sittings.iter().map(|sitting| sitting.id).collect())?;
        }
        once(self.rules.is_about_each_once(), "rules.own".to_owned())
    }
}
