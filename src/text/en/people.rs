//! English.

use super::{count, list, plural};
use crate::exchange::{CountedDay, FewerListed, PeopleField, PersonError, PersonProblem};
use crate::limits::{MAX_DELEGATE_CATEGORIES, MAX_DELEGATES};
use crate::scenario::{
    Attending, Basis, Entry, Mandate, Name, NameError, PeopleProblem, PeopleStep, Placing, Tenure,
};
use crate::text::number::grouped;
use crate::text::{Msg, PeopleKey, PeopleMsg};
use std::borrow::Cow;

const fn key(key: PeopleKey) -> &'static str {
    match key {
        PeopleKey::Title => "Delegates by name",
        PeopleKey::Hint => {
            "A list of names fills the figures of the roster and checks them. It stays on this machine: links leave it out unless you tick it in the share dialog."
        }
        PeopleKey::Paste => "Paste or open a list",
        PeopleKey::Add => "Add a delegate",
        PeopleKey::Search => "Search by name, unit or category",
        PeopleKey::Order => "Order",
        PeopleKey::OrderListed => "as listed",
        PeopleKey::OrderPinyin => "by name (alphabetical, pinyin)",
        PeopleKey::OrderStrokes => "by name (strokes)",
        PeopleKey::OrderUnit => "by unit",
        PeopleKey::Unmarked => "not known yet",
        PeopleKey::Unmark => "Clear the marks",
        PeopleKey::UnclearStatus => "not understood",
        PeopleKey::BasisChoice => "When list and table differ",
        PeopleKey::FollowsHint => {
            "The figures of the units named in the list follow from it and cannot be typed; other units are entered as before."
        }
        PeopleKey::Fill => "Fill the table from the list",
        PeopleKey::RemoveAll => "Remove the list",
        PeopleKey::Remove => "Remove",
        PeopleKey::ByUnit => "List and table by unit",
        PeopleKey::NoMatch => "Nobody matches.",
        PeopleKey::Save => "Save the list (CSV)",
        PeopleKey::ImportTitle => "Import a list of delegates",
        PeopleKey::ImportHint => {
            "Columns that are understood: name, unit, categories, status, ended on, attendance, note. You will see a preview first; nothing changes before you confirm."
        }
        PeopleKey::Replace => "Replace the list",
        PeopleKey::Append => "Add to the list",
        PeopleKey::FillOnce => "Fill the figures of the units named from the list, once",
        PeopleKey::TooLarge => "The texts of this list are longer than a list may be.",
        PeopleKey::Annex => "List of delegates",
        PeopleKey::AttendanceHint => "Attendance goes to the sitting that the roster shows.",
        PeopleKey::TextRefused => "Too long, or too many categories.",
        PeopleKey::Import => "Import the list",
    }
}

pub(super) fn say(msg: &PeopleMsg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        PeopleMsg::Key(k) => return Cow::Borrowed(key(*k)),
        PeopleMsg::Field(at) => return Cow::Borrowed(field(*at)),
        PeopleMsg::Entry(Entry::Elected) => return Cow::Borrowed("elected"),
        PeopleMsg::Entry(Entry::ByElected) => return Cow::Borrowed("by-elected"),
        PeopleMsg::Tenure(tenure) => self::tenure(*tenure),
        PeopleMsg::Mandate(mandate) => self::mandate(*mandate),
        PeopleMsg::Attending(mark) => return Cow::Borrowed(attending(*mark)),
        PeopleMsg::Basis(Basis::Table) => return Cow::Borrowed("the table leads, the list is a check"),
        PeopleMsg::Basis(Basis::List) => return Cow::Borrowed("the list leads, the table follows it"),
        PeopleMsg::Problem(what) => problem(what),
        PeopleMsg::ImportProblem(what) => import_problem(what),
        PeopleMsg::ImportSaid(delegates, problems) => {
            let delegates = people(*delegates);
            match problems {
                0 => format!("{delegates} will be imported."),
                n => format!("{delegates} will be imported; {}.", plural(*n, "problem", "problems")),
            }
        }
        PeopleMsg::ImportSummary { delegates, unclear, left_out, too_many } => {
            let mut text = format!("{} will be imported.", people(*delegates));
            if *unclear > 0 {
                let has = if *unclear == 1 { "has" } else { "have" };
                let unclear = count(*unclear);
                text += &format!(
                    " {unclear} of them {has} a status that is not understood: in the list, but in no figure until it is mended."
                );
            }
            text += &super::rows_left_out(left_out);
            if *too_many > 0 {
                let rows = plural(*too_many, "row", "rows");
                text += &format!(" {rows} past the limit of {} are not.", count(MAX_DELEGATES));
            }
            text
        }
        PeopleMsg::UnknownUnits(units) => {
            format!("Not in the table of units: {}.", listed(units))
        }
        PeopleMsg::Twice(names) => format!("Several times in one unit: {}.", listed(names)),
        PeopleMsg::AddUnits(n) => format!("Add {} to the table", plural(*n, "missing unit", "missing units")),
        PeopleMsg::CountedDay(CountedDay { row, text, date }) => {
            format!("Row {} (Ended on): “{text}” is read as {date}, as spreadsheets count days.", count(*row))
        }
        PeopleMsg::ReadAs(date) => format!("read as {date}"),
        PeopleMsg::FewerUnits(n, placing, basis) => {
            let list = match placing {
                None => "The list has",
                Some(Placing::Replace) => "In place of the present list, this one has",
                Some(Placing::Append) => "With this one added, the list has",
            };
            let advice = match basis {
                Basis::Table => "If it is not the whole list, do not fill the figures from it.",
                Basis::List => "The list leads, so the figures of the table will fall.",
            };
            format!("{list} fewer delegates than the table in {}. {advice}", plural(*n, "unit", "units"))
        }
        PeopleMsg::Fewer(FewerListed { unit, list, unclear, table }) => {
            let (list, table) = (grouped((*list).into()), grouped(*table));
            format!("{}: the list has {list}{}, the table {table}.", unit.as_str(), uncounted(*unclear))
        }
        PeopleMsg::Summary { all, due, ended, suspended, unclear } => {
            let mut text = format!("{}, {} due to attend", people(*all), grouped((*due).into()));
            if *ended > 0 {
                text += &format!(", {} ended", grouped((*ended).into()));
            }
            if *suspended > 0 {
                text += &format!(", {} suspended", grouped((*suspended).into()));
            }
            if *unclear > 0 {
                text += &format!(", {} with a status that is not understood", grouped((*unclear).into()));
            }
            text + "."
        }
        PeopleMsg::RollSummary(sitting, roll) => format!(
            "{sitting}: {} present, {} on leave, {} absent, {} not known yet.",
            grouped(roll.present.into()),
            grouped(roll.on_leave.into()),
            grouped(roll.absent.into()),
            grouped(roll.unmarked.into())
        ),
        PeopleMsg::Matches(n) => format!("{} shown by this search.", people(*n)),
        PeopleMsg::ShowMore(n) => format!("Show {} more", count(*n)),
        PeopleMsg::MarkPresent(n) => format!("Mark {} present", count(*n)),
        PeopleMsg::MarkAbsent(n) => format!("Mark the other {} absent", count(*n)),
        PeopleMsg::CellOf(at, name) => format!("{}, {name}", field(*at)),
        PeopleMsg::MarkOf(mark, name) => format!("{}, {name}", attending(*mark)),
        PeopleMsg::BesideTable(list, table) => match table {
            Some(table) => format!("{} (table {})", grouped((*list).into()), grouped(*table)),
            None => format!("{} (table –)", grouped((*list).into())),
        },
        PeopleMsg::IncludeNames(n) => format!("Include the {}", plural(*n, "name", "names")),
        PeopleMsg::NamesLeftOut(n) => format!(
            "The list of {} stays on this machine. All figures are in the link.",
            plural(*n, "name", "names")
        ),
        PeopleMsg::NamesIncluded(n) => format!(
            "Whoever has the link reads the {} with units, statuses, categories, notes and attendance. Be sure that they may.",
            plural(*n, "name", "names")
        ),
        PeopleMsg::WithAnnex(n) => format!("With the list of {}", people(*n)),
        PeopleMsg::SharedNames(n) => format!("It holds a list of {}.", plural(*n, "name", "names")),
        PeopleMsg::RemoveOne(name) => format!("Remove {name}"),
    })
}

fn tenure(tenure: Tenure) -> String {
    match tenure {
        Tenure::Holding => "holds the mandate".to_owned(),
        Tenure::Suspended => "suspended".to_owned(),
        Tenure::Ended { reason, .. } => {
            format!("ended: {}", super::say(&Msg::Reason(reason)))
        }
    }
}

fn mandate(mandate: Mandate) -> String {
    let entry = say(&PeopleMsg::Entry(mandate.entry));
    match mandate.tenure {
        Tenure::Holding => entry.into_owned(),
        other => format!("{entry}, {}", tenure(other)),
    }
}

const fn attending(mark: Attending) -> &'static str {
    match mark {
        Attending::Present => "present",
        Attending::OnLeave => "on leave",
        Attending::Absent => "absent",
    }
}

const fn field(field: PeopleField) -> &'static str {
    match field {
        PeopleField::Name => "Name",
        PeopleField::Unit => "Unit",
        PeopleField::Categories => "Categories",
        PeopleField::Status => "Status",
        PeopleField::Date => "Ended on",
        PeopleField::Attendance => "Attendance",
        PeopleField::Note => "Note",
    }
}

pub(super) fn step(step: PeopleStep) -> String {
    match step {
        PeopleStep::Imported(n) => format!("{} imported", people(n)),
        PeopleStep::Added => "delegate added".to_owned(),
        PeopleStep::Edited => "delegate changed".to_owned(),
        PeopleStep::Removed(n) => format!("{} removed", people(n)),
        PeopleStep::RemovedAll => "list of delegates removed".to_owned(),
        PeopleStep::Marked(n) => format!("attendance of {}", people(n)),
        PeopleStep::Filled => "figures filled from the list".to_owned(),
        PeopleStep::Basis => "what leads, table or list".to_owned(),
        PeopleStep::Units => "units added".to_owned(),
    }
}

fn problem(problem: &PeopleProblem) -> String {
    match problem {
        PeopleProblem::Differs { list, unclear, table } => {
            let table = table.map_or("nothing yet".to_owned(), grouped);
            let list = grouped((*list).into());
            format!("The list of delegates has {list}{}, the table says {table}.", uncounted(*unclear))
        }
        PeopleProblem::UnknownUnit { name, delegates } => {
            format!("No unit is called “{}”; {} it.", name.as_str(), names(*delegates))
        }
        PeopleProblem::NoUnit { delegates } => format!("{} no unit.", names(*delegates)),
        PeopleProblem::UnclearStatus { text, delegates } => format!(
            "“{}” is not a status ({}): not counted until it is mended.",
            text.as_str(),
            people(*delegates)
        ),
        PeopleProblem::Nameless { delegates } => format!("{} without a name.", people(*delegates)),
        PeopleProblem::Twice { name, delegates } => {
            format!("{} stands {} times in one unit.", name.as_str(), count(*delegates))
        }
        PeopleProblem::PresentWithoutMandate { name } => {
            format!("{} is marked present without holding a mandate.", name.as_str())
        }
    }
}

fn import_problem(problem: &PersonProblem) -> String {
    let PersonProblem { row, column, field, text, error } = problem;
    let text: String = text.chars().take(24).collect();
    let why = match error {
        PersonError::Text(NameError::TooLong { bytes, limit }) => {
            format!("{} The cell stays empty.", super::too_long(*bytes, *limit))
        }
        PersonError::ManyCategories => {
            format!("More than {MAX_DELEGATE_CATEGORIES} categories. The cell stays empty.")
        }
        PersonError::Status => {
            "Not a status. The delegate comes into the list with it, and into no figure until it is mended."
                .to_owned()
        }
        PersonError::Date => "Not a day such as 2021-09-27. The cell stays empty.".to_owned(),
        PersonError::NothingEnded => "A day, but the mandate has not ended. The cell stays empty.".to_owned(),
        PersonError::Attendance => "Not a mark of attendance. The cell stays empty.".to_owned(),
    };
    format!("Row {}, column {column} ({}): “{text}”. {why}", count(*row), self::field(*field))
}

/// Those who are not among a figure because their status was not understood.
fn uncounted(unclear: u32) -> String {
    if unclear == 0 {
        return String::new();
    }
    format!(" (and {} not counted, with a status that is not understood)", grouped(unclear.into()))
}

/// The first few names with their numbers.
fn listed(names: &[(Name, usize)]) -> String {
    const SHOWN: usize = 8;
    let name = |(name, n): &(Name, usize)| format!("{} ({})", name.as_str(), count(*n));
    let mut text = list(&names.iter().take(SHOWN).map(name).collect::<Vec<_>>());
    if names.len() > SHOWN {
        text += &format!(" and {} more", count(names.len() - SHOWN));
    }
    text
}

fn names(n: usize) -> String {
    format!("{} {}", people(n), if n == 1 { "names" } else { "name" })
}

fn people(n: usize) -> String {
    plural(n, "delegate", "delegates")
}
