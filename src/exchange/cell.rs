//! One cell of the table of units, as text: parsed on the way in, written on the way out.
//!
//! The same rules serve typing, pasting and files, so a cell means the same wherever it comes from.

use super::NumberError;
use super::number::entry_within;
use crate::limits::{MAX_COUNT, MAX_SEATS, MAX_WEIGHT};
use crate::num::{Count, Seats, Weight};
use crate::roster::Reason;
use crate::scenario::{Field, Leader, Name, NameError, Scenario, StrokeOrderError, Unit, UnitEdit};

/// Why a text does not fit a cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CellError {
    /// Not a number that fits.
    Number(NumberError),
    /// Not a name that fits.
    Name(NameError),
    /// Not a stroke order that fits.
    StrokeOrder(StrokeOrderError),
    /// The ended mandates of this unit are kept in several entries; they are edited entry by entry.
    SeveralEntries,
    /// The figure follows from elsewhere.
    Follows(Leader),
}

/// What typing `text` into the cell `field` of `unit` asks for.
pub fn parse_cell(unit: &Unit, field: Field, text: &str) -> Result<UnitEdit, CellError> {
    Ok(match field {
        Field::Name => UnitEdit::Name(Name::new(text).map_err(CellError::Name)?),
        Field::Delegation => UnitEdit::Delegation(Name::new(text).map_err(CellError::Name)?),
        Field::Members => UnitEdit::Members(members(text)?),
        Field::Seats => UnitEdit::Locked(seats(text)?),
        Field::Min => UnitEdit::Min(seats(text)?),
        Field::Max => UnitEdit::Max(seats(text)?),
        Field::Elected => UnitEdit::Elected(count(text)?),
        Field::ByElected => UnitEdit::ByElected(count(text)?.unwrap_or(Count::ZERO)),
        Field::Suspended => UnitEdit::Suspended(count(text)?.unwrap_or(Count::ZERO)),
        Field::Ended => UnitEdit::Ended(sole_reason(unit)?, count(text)?.unwrap_or(Count::ZERO)),
        Field::Registered => UnitEdit::Registered(count(text)?),
        Field::OnLeave => UnitEdit::OnLeave(count(text)?.unwrap_or(Count::ZERO)),
        Field::Present => UnitEdit::Present(count(text)?),
    })
}

/// The text of a cell as a person would type it: plain digits, nothing for what is not entered.
pub fn cell_text(scenario: &Scenario, unit: &Unit, field: Field) -> String {
    let seats = |s: Option<Seats>| s.map_or_else(String::new, |s| s.get().to_string());
    let count = |c: Option<Count>| c.map_or_else(String::new, |c| c.get().to_string());
    match field {
        Field::Name => unit.name.as_str().to_owned(),
        Field::Delegation => {
            let delegation = unit.delegation.and_then(|id| scenario.delegation(id));
            delegation.map_or_else(String::new, |d| d.name.as_str().to_owned())
        }
        Field::Members => unit.members.get().to_string(),
        Field::Seats => seats(unit.locked),
        Field::Min => seats(unit.min),
        Field::Max => seats(unit.max),
        Field::Elected => count(unit.mandates.elected),
        Field::ByElected => count(Some(unit.mandates.by_elected)),
        Field::Suspended => count(Some(unit.mandates.suspended)),
        Field::Ended => unit.mandates.ended().to_string(),
        Field::Registered => count(scenario.presence(unit.id).registered),
        Field::OnLeave => count(Some(scenario.presence(unit.id).on_leave)),
        Field::Present => count(scenario.presence(unit.id).present),
    }
}

/// The reason under which a bare number of ended mandates is kept: that of the unit's only entry, else transfer.
fn sole_reason(unit: &Unit) -> Result<Reason, CellError> {
    match unit.mandates.endings.as_slice() {
        [] => Ok(Reason::Transferred),
        [only] => Ok(only.reason),
        _ => Err(CellError::SeveralEntries),
    }
}

fn number(text: &str, limit: u64) -> Result<Option<u64>, CellError> {
    entry_within(text, 0..=limit).map_err(CellError::Number)
}

fn members(text: &str) -> Result<Weight, CellError> {
    Ok(number(text, MAX_WEIGHT)?.and_then(Weight::new).unwrap_or(Weight::ZERO))
}

fn seats(text: &str) -> Result<Option<Seats>, CellError> {
    let seats = number(text, MAX_SEATS.into())?;
    Ok(seats.and_then(|n| u32::try_from(n).ok()).and_then(Seats::new))
}

fn count(text: &str) -> Result<Option<Count>, CellError> {
    let count = number(text, MAX_COUNT.into())?;
    Ok(count.and_then(|n| u32::try_from(n).ok()).and_then(Count::new))
}
