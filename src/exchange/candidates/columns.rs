//! Which column of pasted candidates is what: by headings above them, or by the order in which the page has them, with
//! serial numbers before them or not; titles may stand above the headings. Reads no candidate.

use super::CandidateColumn;
use crate::exchange::number::parse_entry;
use crate::exchange::plan::{is_total, normal};

/// Headings, in lower case without spaces, points and brackets.
const HEADINGS: [(Option<CandidateColumn>, &[&str]); 5] = [
    (
        Some(CandidateColumn::Name),
        &[
            "姓名",
            "名字",
            "候选人",
            "候选人姓名",
            "人选",
            "人选姓名",
            "name",
            "candidate",
            "candidatename",
            "fullname",
        ],
    ),
    (
        Some(CandidateColumn::Votes),
        &[
            "得票",
            "得票数",
            "票数",
            "选票",
            "赞成",
            "赞成票",
            "赞成票数",
            "同意",
            "同意票",
            "同意票数",
            "votes",
            "vote",
            "numberofvotes",
            "noofvotes",
            "votesfor",
            "votesinfavour",
            "votesinfavor",
            "infavour",
            "infavor",
        ],
    ),
    (
        Some(CandidateColumn::Strokes),
        &[
            "笔画",
            "笔划",
            "笔画数",
            "笔划数",
            "姓氏笔画",
            "姓氏笔划",
            "姓氏笔画数",
            "姓氏笔划数",
            "姓笔画",
            "strokes",
            "strokecount",
            "surnamestrokes",
            "strokesofsurname",
            "strokesofthesurname",
            "numberofstrokes",
        ],
    ),
    (
        Some(CandidateColumn::StrokeOrder),
        &[
            "笔顺",
            "姓氏笔顺",
            "姓名笔顺",
            "笔顺编码",
            "笔顺码",
            "笔形",
            "笔形顺序",
            "strokeorder",
            "orderofstrokes",
            "strokesequence",
            "strokeforms",
        ],
    ),
    (
        None,
        &["序号", "序", "编号", "号", "行", "no", "#", "number", "row", "serial", "serialno", "serialnumber"],
    ),
];

/// What a column of a paste is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Taken(CandidateColumn),
    /// It counts the rows.
    Serial,
    /// Nobody takes it.
    Untaken,
}

/// What the columns of a paste are.
pub(super) struct Columns {
    columns: Vec<Use>,
    /// The headings, as they are written.
    headings: Vec<String>,
    /// How many lines of a title stand above them.
    titles: usize,
    headed: Headed,
}

/// How many lines a title has at most: of what election, of what body, the day.
const TITLES: usize = 5;

/// Whether headings stand above the candidates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Headed {
    Yes,
    No,
}

impl Columns {
    /// The columns of a paste, of which the empty lines are gone, that begins in `first`.
    pub(super) fn of(lines: &[(usize, Vec<&str>)], first: CandidateColumn) -> Self {
        let titles = lines.iter().take(TITLES).take_while(|(_, cells)| is_title(cells)).count();
        let headed =
            (0..=titles).find_map(|titles| Some((titles, below_titles(lines.get(titles..)?, titles)?)));
        if let Some((titles, (columns, heading))) = headed {
            let headings = heading.iter().map(|text| (*text).to_owned()).collect();
            return Self { columns, headings, titles, headed: Headed::Yes };
        }
        let serial = (first == CandidateColumn::Name && has_serial(lines)).then_some(Use::Serial);
        let own = CandidateColumn::ALL.into_iter().filter(|column| *column >= first).map(Use::Taken);
        let columns = serial.into_iter().chain(own).collect();
        Self { columns, headings: Vec::new(), titles: 0, headed: Headed::No }
    }

    /// How many lines are a title.
    pub(super) const fn titles(&self) -> usize {
        self.titles
    }

    /// How many lines below it are headings.
    pub(super) fn headings(&self) -> usize {
        (self.headed == Headed::Yes).into()
    }

    /// What a column is, if only one that is left out; `None` past the last.
    pub(super) fn at(&self, column: usize) -> Option<Use> {
        // Below headings, what has none is like what has an unknown one.
        let past = (self.headed == Headed::Yes).then_some(Use::Untaken);
        self.columns.get(column).copied().or(past)
    }

    /// The column of the serial numbers, from 0.
    pub(super) fn serial(&self) -> Option<usize> {
        self.columns.iter().position(|column| *column == Use::Serial)
    }

    /// The cells of a line that nobody takes, each below its heading.
    pub(super) fn untaken(&self, cells: &[&str]) -> Vec<(String, String)> {
        let cells = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let untaken = cells.filter(|(column, _)| self.at(*column) == Some(Use::Untaken));
        let headed = untaken.map(|(column, cell)| {
            (self.headings.get(column).cloned().unwrap_or_default(), (*cell).to_owned())
        });
        headed.collect()
    }

    /// Whether a line adds the others up: its word stands for the name, or before it. Without headings an English word may be a name.
    pub(super) fn is_total(&self, cells: &[&str]) -> bool {
        let Some(name) = self.columns.iter().position(|column| *column == Use::Taken(CandidateColumn::Name))
        else {
            return false;
        };
        let mut cells = cells.iter().take(name + 1);
        cells.any(|cell| is_total(cell) && (self.headed == Headed::Yes || !cell.is_ascii()))
    }
}

/// Whether a line may be one of a title: one text, and no figure.
fn is_title(cells: &[&str]) -> bool {
    cells.iter().filter(|cell| !cell.is_empty()).count() == 1 && !cells.iter().any(|cell| is_number(cell))
}

/// What headings in the first of these lines say, and they; below a title one heading alone is enough only where figures follow, or
/// where the title is one line: in a list of names it may be a name.
fn below_titles<'a>(lines: &'a [(usize, Vec<&'a str>)], titles: usize) -> Option<(Vec<Use>, &'a [&'a str])> {
    let [(_, heading), (_, next), ..] = lines else { return None };
    let columns = by_heading(heading)?;
    let several = heading.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let figures = || next.iter().any(|cell| is_number(cell));
    (titles < 2 || several || figures()).then_some((columns, heading))
}

/// What headings say; `None` for a row that is none. Two known ones are enough, or one alone in its row.
fn by_heading(row: &[&str]) -> Option<Vec<Use>> {
    let said = |cell: &&str| {
        let bare = cell.split(['(', '（']).next().unwrap_or_default();
        let name = normal(bare);
        HEADINGS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
    };
    let known: Vec<Option<Option<CandidateColumn>>> = row.iter().map(said).collect();
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let count = known.iter().flatten().count();
    if row.iter().any(|cell| is_number(cell)) || count == 0 || (count == 1 && filled > 1) {
        return None;
    }
    let mut used = Vec::new();
    let columns = known.into_iter().map(|said| {
        let of = said.map_or(Use::Untaken, |column| column.map_or(Use::Serial, Use::Taken));
        if used.contains(&of) {
            return Use::Untaken;
        }
        used.push(of);
        of
    });
    let columns: Vec<_> = columns.collect();
    columns.iter().any(|column| matches!(column, Use::Taken(_))).then_some(columns)
}

/// Whether every line begins with its number and goes on with a name. Votes in the first of two cells are no such number, so one line
/// alone must go on behind the name.
fn has_serial(lines: &[(usize, Vec<&str>)]) -> bool {
    let lines = || lines.iter().filter(|(_, cells)| !cells.iter().take(2).any(|cell| is_total(cell)));
    let counted = lines().zip(1..).all(|((_, cells), n)| match cells.as_slice() {
        [serial, name, ..] => counts(serial, n) && !name.is_empty() && !is_number(name),
        _ => false,
    });
    let goes_on = lines().any(|(_, cells)| cells.iter().skip(2).any(|cell| !cell.is_empty()));
    counted && (goes_on || lines().count() > 1)
}

/// Whether a cell says that its line is this one: 1, 1. or 1、, 一、 or （一）.
fn counts(cell: &str, n: u64) -> bool {
    let bare = cell.trim_start_matches(['(', '（']).trim_end_matches(['.', '．', '、', ')', '）']);
    parse_entry(bare, u64::MAX) == Ok(Some(n)) || numeral(n).is_some_and(|numeral| numeral == bare)
}

/// A number below a hundred in Chinese.
fn numeral(n: u64) -> Option<String> {
    let digit = |n: u64| "一二三四五六七八九".chars().nth(usize::try_from(n.checked_sub(1)?).ok()?);
    let tens = match n / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", digit(tens)?),
    };
    Some(tens.chars().chain(digit(n % 10)).collect())
}

fn is_number(cell: &str) -> bool {
    matches!(parse_entry(cell, u64::MAX), Ok(Some(_)))
}
