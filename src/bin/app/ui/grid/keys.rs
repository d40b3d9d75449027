//! The keys of the grid: which key asks for what. Pure, so that the table can be read, and tested, in one piece.

use super::cursor::{Arrows, Move, Side};
use crate::effects::typing::is_composing;
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Move the hand.
    Go(Move),
    /// Stretch the selection.
    Stretch(Move),
    /// Finish typing, then move the hand.
    Finish(Move),
    /// To the next cell.
    Next,
    /// To the cell before.
    Previous,
    /// Open the cell for editing.
    Open,
    /// Drop what was typed; without typing, let go of the grid so that Tab leaves it.
    Escape,
    /// Empty the selected cells.
    Clear,
    /// Select everything.
    SelectAll,
    /// Fill the selection from its first row.
    FillDown,
    /// Move the rows up.
    RowsUp,
    /// Move the rows down.
    RowsDown,
    /// Select the rows of the selection.
    WholeRows,
    /// Select the columns of the selection.
    WholeColumns,
    /// Insert rows above.
    InsertRows,
    /// Remove the rows.
    RemoveRows,
    /// Open the search.
    Find,
    /// To the next found, or the one before.
    Again(Turn),
    /// Open the menu of the column.
    Menu,
}

/// A direction of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Forward,
    Backward,
}

/// The command of a key press; `typing` says what the arrows do while a text is open.
pub fn command(event: &KeyboardEvent, typing: Option<Arrows>) -> Option<Command> {
    // While an input method composes, every key belongs to it.
    if is_composing(event) {
        return None;
    }
    let key = event.key();
    let (ctrl, shift, alt) = (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key());
    match (key.as_str(), typing) {
        ("Tab", _) => return Some(if shift { Command::Previous } else { Command::Next }),
        ("Enter", _) => return Some(Command::Finish(if shift { Move::Up } else { Move::Down })),
        ("Escape", _) => return Some(Command::Escape),
        ("f" | "F", _) if ctrl && !shift && !alt => return Some(Command::Find),
        ("F3", _) => return Some(Command::Again(if shift { Turn::Backward } else { Turn::Forward })),
        ("ContextMenu", _) => return Some(Command::Menu),
        ("F10", _) if shift => return Some(Command::Menu),
        (_, Some(Arrows::Stay)) => return None,
        _ => {}
    }
    let step = arrow(&key, ctrl);
    if typing.is_some() {
        // Home, End and letters belong to the text; arrows finish it.
        return step.filter(|_| key.starts_with("Arrow") && !shift).map(Command::Finish);
    }
    match key.as_str() {
        "ArrowUp" if alt => Some(Command::RowsUp),
        "ArrowDown" if alt => Some(Command::RowsDown),
        "Insert" if alt => Some(Command::InsertRows),
        "Delete" if alt => Some(Command::RemoveRows),
        " " if ctrl => Some(Command::WholeColumns),
        " " if shift => Some(Command::WholeRows),
        "F2" => Some(Command::Open),
        "Delete" | "Backspace" => Some(Command::Clear),
        "a" | "A" if ctrl => Some(Command::SelectAll),
        "d" | "D" if ctrl => Some(Command::FillDown),
        _ if shift => step.map(Command::Stretch),
        _ => step.map(Command::Go),
    }
}

fn arrow(key: &str, ctrl: bool) -> Option<Move> {
    Some(match (key, ctrl) {
        ("ArrowUp", false) => Move::Up,
        ("ArrowDown", false) => Move::Down,
        ("ArrowLeft", false) => Move::Left,
        ("ArrowRight", false) => Move::Right,
        ("ArrowUp", true) => Move::Edge(Side::Up),
        ("ArrowDown", true) => Move::Edge(Side::Down),
        ("ArrowLeft", true) => Move::Edge(Side::Left),
        ("ArrowRight", true) => Move::Edge(Side::Right),
        ("Home", false) => Move::RowStart,
        ("End", false) => Move::RowEnd,
        ("PageUp", _) => Move::PageUp,
        ("PageDown", _) => Move::PageDown,
        ("Home", true) => Move::First,
        ("End", true) => Move::Last,
        _ => return None,
    })
}
