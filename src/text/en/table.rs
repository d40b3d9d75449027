//! English: the table of units as a table.

use super::{count, key, plural, say as said};
use crate::limits::MAX_UNITS;
use crate::scenario::{Direction, Leader, NameOrder, SortKey, Sorting, Wanted};
use crate::text::key::said;
use crate::text::table::heading;
use crate::text::{Key, Msg, TableMsg, TableWord};
use std::borrow::Cow;

pub(super) fn say(msg: &TableMsg<'_>) -> Cow<'static, str> {
    match msg {
        TableMsg::Word(which) => Cow::Borrowed(word(*which)),
        TableMsg::Menu(column) => Cow::Owned(format!("{column}: sort and column")),
        TableMsg::Sort(by) => Cow::Borrowed(choice(*by)),
        TableMsg::InsertAbove(1) => Cow::Borrowed(key(Key::InsertAbove)),
        _ => Cow::Owned(seldom(msg)),
    }
}

/// What the first screen does not say.
#[inline(never)]
fn seldom(msg: &TableMsg<'_>) -> String {
    match msg {
        TableMsg::Word(_) | TableMsg::Menu(_) | TableMsg::Sort(_) | TableMsg::InsertAbove(1) => {
            say(msg).into_owned()
        }
        TableMsg::Sorted(by) => format!("sorted by {}", sorted(*by)),
        TableMsg::Wanted(which) => wanted(*which).to_owned(),
        TableMsg::Found(0, 0) => "not found".to_owned(),
        TableMsg::Found(0, total) => format!("{} found", count(*total)),
        TableMsg::Found(at, total) => format!("{} of {}", count(*at), count(*total)),
        TableMsg::Shown(shown, all) => {
            format!("{} of {} shown", count(*shown), plural(*all, "unit", "units"))
        }
        TableMsg::TotalAll(all) => format!("All {}", plural(*all, "unit", "units")),
        TableMsg::TotalShown(shown) => format!("{} shown", plural(*shown, "unit", "units")),
        TableMsg::Width(column, pixels) => format!("Column {column}: {pixels} pixels wide"),
        TableMsg::SortedAlready(by) => format!("Already sorted by {}.", sorted(*by)),
        TableMsg::InsertAbove(n) => format!("Insert {} units above", count(*n)),
        TableMsg::LeftOut { heading, total } => match (heading, total) {
            (true, true) => "The row of headings and the row of totals were left out.",
            (true, false) => "The row of headings was left out.",
            (false, _) => "The row of totals was left out.",
        }
        .to_owned(),
        TableMsg::NoRoom(rows) => format!(
            "The table is full with {} units; {} left out.",
            count(MAX_UNITS),
            plural(*rows, "row was", "rows were")
        ),
        TableMsg::Unfit(1) => "1 cell did not fit; its text is kept and marked.".to_owned(),
        TableMsg::Unfit(n) => format!("{} cells did not fit; their texts are kept and marked.", count(*n)),
    }
}

const fn every(word: TableWord) -> &'static str {
    match word {
        TableWord::Find => "Find (Ctrl+F)",
        TableWord::FindLabel => "Find in the table",
        TableWord::Next => "Next (Enter)",
        TableWord::Previous => "Previous (Shift+Enter)",
        TableWord::CloseFind => "Close the search (Esc)",
        TableWord::Filter => "Filter",
        TableWord::FilterText => "Unit or delegation contains",
        TableWord::FilterRows => "Show only",
        TableWord::Again => "Filter again",
        TableWord::ShowAll => "Show all",
        TableWord::FilterHint => {
            "A filter changes what you see, not the data. Edits, pasting, filling, moving and removing apply to the rows shown; new rows are always shown."
        }
        TableWord::NoneShown => "No unit is like that.",
        TableWord::Sort => "Sort",
        TableWord::Columns => "Columns",
        TableWord::ColumnsShown => "Columns shown",
        TableWord::SelectColumn => "Select the column (Ctrl+Space)",
        TableWord::HideColumn => "Hide the column",
        TableWord::Narrower => "Narrower",
        TableWord::Wider => "Wider",
        TableWord::Fit => "Fit the width to the contents",
        TableWord::Reset => "All columns in their usual width",
        TableWord::Fill => "Fill down (Ctrl+D)",
        TableWord::LetGo => "Tab leaves the table now.",
        TableWord::NotPasted => "The clipboard holds no table, or one that is too large; nothing was pasted.",
    }
}

said!(fn word(TableWord), of every);

fn sorted(Sorting { by, direction }: Sorting) -> String {
    let up = direction == Direction::Ascending;
    let names = |of: &str, order: NameOrder| match (order, up) {
        (NameOrder::Alphabet, true) => format!("{of}, A to Z"),
        (NameOrder::Alphabet, false) => format!("{of}, Z to A"),
        (NameOrder::Pinyin, true) => format!("the pinyin of the {of}, A to Z"),
        (NameOrder::Pinyin, false) => format!("the pinyin of the {of}, Z to A"),
        (NameOrder::Strokes, true) => format!("the strokes of the {of}, fewest first"),
        (NameOrder::Strokes, false) => format!("the strokes of the {of}, most first"),
    };
    match by {
        SortKey::Name(order) => names("name of the unit", order),
        SortKey::Delegation(order) => names("delegation", order),
        SortKey::Measure(which) => {
            let first = if up { "smallest" } else { "largest" };
            format!("{}, {first} first", said(&heading(which)).to_ascii_lowercase())
        }
    }
}

const fn choice(Sorting { by, direction }: Sorting) -> &'static str {
    match (by, direction) {
        (SortKey::Measure(_), Direction::Ascending) => "Sort, smallest first",
        (SortKey::Measure(_), Direction::Descending) => "Sort, largest first",
        (SortKey::Name(order) | SortKey::Delegation(order), Direction::Ascending) => match order {
            NameOrder::Alphabet => "Sort A to Z",
            NameOrder::Pinyin => "Sort by pinyin, A to Z",
            NameOrder::Strokes => "Sort by strokes, fewest first",
        },
        (SortKey::Name(order) | SortKey::Delegation(order), Direction::Descending) => match order {
            NameOrder::Alphabet => "Sort Z to A",
            NameOrder::Pinyin => "Sort by pinyin, Z to A",
            NameOrder::Strokes => "Sort by strokes, most first",
        },
    }
}

/// Why nothing is typed into a cell that follows from elsewhere.
pub(super) fn leader(leader: &Leader) -> Cow<'static, str> {
    match leader {
        Leader::List => Cow::Borrowed(
            "This figure follows from the list of delegates: change it there, or let the table lead.",
        ),
        Leader::Sitting { name, at, tally } => {
            let sitting = match name.is_empty() {
                true => said(&Msg::SittingNumber(at + 1)),
                false => Cow::Owned(["“", name.as_str(), "”"].concat()),
            };
            let way = said(&Msg::Tally(*tally));
            Cow::Owned(format!(
                "Attendance at {sitting} is counted {way}, so figures of units do not count: enter it under Sittings, or count it by unit there."
            ))
        }
    }
}

const fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::All => "All units",
        Wanted::Faulty => "With problems",
        Wanted::Locked => "With locked seats",
        Wanted::Tied => "In a tie",
        Wanted::Seatless => "Without seats",
        Wanted::Undelegated => "In no delegation",
        Wanted::ElectedMissing => "Elected not entered",
        Wanted::Unfilled => "With unfilled seats",
        Wanted::Ended => "With ended or suspended mandates",
        Wanted::PresentMissing => "Attendance not entered",
        Wanted::Absent => "With delegates absent",
    }
}
