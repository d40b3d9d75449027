//! English. One exhaustive match per kind of message: a missing one does not compile.

mod account;
mod apart;
mod calendar;
mod chart;
mod composition;
pub(super) mod explain;
mod grouping;
mod help;
mod library;
mod people;
mod rules;
mod size;
mod table;
mod undo;
mod voting;
mod work;

use super::key::said;
use super::number::{decimal, exact, grouped, signed, whole};
use super::{
    ChartMsg, CompositionKey, CompositionMsg, HelpMsg, Key, LibraryMsg, Msg, PeopleMsg, RulesMsg, SizeMsg,
    TableMsg, TransferMsg,
};
use crate::apportion::biproportional::MatrixError;
use crate::apportion::open_house::{self, CountFrom, KnownKey, Parts};
use crate::apportion::{Divisor, Method, MinimumRule, Printed, Quota, Refusal, Witness};
use crate::codec::document::{At, DocumentError};
use crate::codec::file::FileError;
use crate::codec::link::LinkError;
use crate::codec::payload::PayloadError;
use crate::codec::qr::Qr;
use crate::exchange::{
    BookError, CellError, CellProblem, Encoding, Foreign, GridError, Instead, MAX_CELLS, MatrixTableError,
    NumberError, UntakenColumn, Update,
};
use crate::language::Language;
use crate::limits::{MAX_STROKES, MAX_STROKES_IN_ORDER, MAX_UNITS};
use crate::roster::{Left, Reason};
use crate::scenario::{
    Field, NameError, Problem, Setting, SittingKind, Step, StrokeOrderError, TallyKind, Tier, Votes,
};
use crate::threshold::{
    BallotProblem, Base, Candidates, Confidence, Date, Finding, Known, Level, Measure, Obstacle, Office,
    Purpose, Remedy, Rule, Source, Strictness, Verdict,
};
use std::borrow::Cow;

const fn word(key: Key) -> &'static str {
    match key {
        Key::AppName => "Delegate Roster",
        Key::SkipToMain => "Skip to the main content",
        Key::Title => "Title of the scenario",
        Key::Untitled => "Untitled scenario",
        Key::Document => "Scenario",
        Key::Saved => "Saved",
        Key::Saving => "Saving…",
        Key::Undo => "Undo",
        Key::RulesApplied => "Rules applied",
        Key::RuleOn => "On",
        Key::RuleSays => "Rule",
        Key::RuleFrom => "Source",
        Key::UndoList => "Latest steps",
        Key::Redo => "Redo",
        Key::New => "New",
        Key::OpenTable => "Open table",
        Key::Share => "Share",
        Key::LanguageChoice => "Language 语言",
        Key::Theme => "Theme",
        Key::ThemeSystem => "System",
        Key::ThemeLight => "Light",
        Key::ThemeDark => "Dark",
        Key::Illustrative => {
            "Example data: totals as published, per-unit figures illustrative. They are not real figures of these units."
        }
        Key::Privacy => "Everything is computed in your browser; nothing you enter leaves this device.",
        Key::Chain => "From seats to delegates present",
        Key::Difference => "Difference",
        Key::Seats => "Seats",
        Key::ElectedLong => "Elected",
        Key::Actual => "Actual (due)",
        Key::PresentLong => "Present",
        Key::Unfilled => "Unfilled",
        Key::BeyondBar => "More than one seat: the bar is too short for it and ends as an arrow.",
        Key::BelowZero => {
            "Unfilled below zero: so many more were elected than there are seats. Absent below zero: so many more are present than are due."
        }
        Key::EndedShort => "Ended",
        Key::MandateChanges => "Mandate changes",
        Key::Absent => "Absent",
        Key::Steps => "Steps",
        Key::StepAllocation => "Allocation",
        Key::StepRoster => "Roster",
        Key::StepRules => "Quorum and majorities",
        Key::StepSittings => "Sittings",
        Key::Settings => "Allocation settings",
        Key::HouseSize => "House size (seats)",
        Key::Method => "Method",
        Key::MinimumEach => "Minimum per unit",
        Key::MinimumRule => "How minimum seats apply",
        Key::UnitsTable => "Electoral units",
        Key::ByUnit => "By unit",
        Key::ByDelegation => "By delegation",
        Key::NoDelegation => "No delegation",
        Key::UnitsShort => "Units",
        Key::Total => "Total",
        Key::RowNumber => "Row",
        Key::Quota => "Exact quota",
        Key::MembersPerSeat => "Members per seat",
        Key::Deviation => "Deviation",
        Key::Locked => "Locked by hand; clear the cell to compute it again",
        Key::RowTools => "Rows",
        Key::AddUnit => "Add unit",
        Key::InsertAbove => "Insert a unit above",
        Key::MoveUp => "Move up (Alt+↑)",
        Key::MoveDown => "Move down (Alt+↓)",
        Key::RemoveUnits => "Remove the selected units",
        Key::PasteTable => "Paste table",
        Key::GridHint => {
            "Arrows move, typing replaces, F2 edits, Enter or Tab confirms, Esc cancels, Ctrl+Z undoes, Ctrl+F finds, Ctrl+D fills down. A heading sorts, hides or sizes its column; selected rows are dragged by their numbers. Copy and paste to and from any spreadsheet."
        }
        Key::HowItAddsUp => "How the figures add up",
        Key::IdentitySeats => "Seats = elected + unfilled",
        Key::IdentityActual => "Actual = elected + by-elected − ended − suspended",
        Key::IdentityPresent => "Actual = present + absent (on leave or without leave)",
        Key::Close => "Close",
        Key::Cancel => "Cancel",
        Key::Copy => "Copy",
        Key::Copied => "The link is copied.",
        Key::CopyByHand => "The clipboard is out of reach; the link is selected, press Ctrl+C to copy it.",
        Key::ShareTitle => "Share the scenario",
        Key::ShareLink => "Link",
        Key::LinkLong => "Above 2,000 characters some chat programs cut a link off.",
        Key::LinkPrivacy => {
            "The data is in the fragment after #, which is sent to no server; but whoever has the link has the whole scenario, so treat it as the document."
        }
        Key::SharedTitle => "Open a shared scenario",
        Key::OpenShared => "Open as a copy",
        Key::OpenReplaces => "It becomes a scenario of its own; the one that is open stays as it is.",
        Key::NothingChanged => "Your own scenario is unchanged.",
        Key::RulesOfCongress => "The rules that hold",
        Key::Profile => "Rules",
        Key::RegisteredCount => "Registered as attending",
        Key::WhatIsNeeded => "What is needed",
        Key::Quorum => "Quorum",
        Key::MajorityToElect => "Votes to elect",
        Key::UnderEachProfile => "Under each set of rules",
        Key::OwnRule => "Set by the organiser.",
        Key::Colon => ": ",
        Key::FullStop => ".",
        Key::BetweenSentences => " ",
        Key::BetweenItems => ", ",
        Key::StrictnessChoice => "More than or at least",
        Key::Numerator => "Part",
        Key::Denominator => "Of",
        Key::BaseChoice => "Share of whom",
        Key::NoRuleStated => "The sources state no rule.",
        Key::Why => "Why this result",
        Key::LastSeat => "The last seat went to: ",
        Key::NextInLine => "Next in line: ",
        Key::ListComma => ", ",
        Key::BracketOpen => " (",
        Key::BracketClose => ")",
        Key::ForgetLots => "Forget the lots",
        Key::Drawn => "Drawn by lot: ",
        Key::DrawnIdle => "Lot recorded, not applied: ",
        Key::DrawLot => "Draw a lot here",
        Key::EnterLot => "Enter the drawn lot",
        Key::NothingToExplain => "There is no allocation to explain yet.",
        Key::FindTied => "Find a name among those tied",
        Key::LotHint => {
            "Draw here (the seed is recorded, so anybody can check it), or tick the units drawn elsewhere and enter them."
        }
        Key::NotSaved => "Not saved",
        Key::OutOfDate => "Out of date",
        Key::KeepThisTab => "Keep what is in this tab",
        Key::TakeOtherTab => "Load what the other tab saved",
        Key::DamagedSave => "The last save is damaged; this is the one before it.",
        Key::DownloadDamaged => "Download the damaged data",
        Key::ImportTitle => "Import a table of units",
        Key::ImportPaste => "Paste here what you copied in a spreadsheet",
        Key::ImportFile => "Or open a file (a scenario, Excel, CSV, TSV)",
        Key::ImportHint => "You will see a preview first; nothing changes before you confirm.",
        Key::FirstRowHeadings => "The first row holds headings",
        Key::Preview => "Preview",
        Key::ImportReplace => "Replace the units",
        Key::ImportAppend => "Append to the units",
        Key::LeftOut => "Left out",
        Key::LockedSeats => "Seats (locked)",
        Key::MethodsClassic => "Classic methods",
        Key::MethodsDivisor => "Other divisor methods",
        Key::MethodsQuota => "Other quota methods",
        Key::MethodsOther => "Other",
        Key::MethodsSettable => "With settings",
        Key::ModifiedWebster => "Modified Sainte-Laguë",
        Key::FirstDivisor => "First divisor (such as 1.4)",
        Key::StationaryDivisor => "Stationary divisors",
        Key::SplitPoint => "Signpost n + r, r from 0 to 1",
        Key::PowerMeanDivisor => "Power mean",
        Key::PowerMeanExponent => "Exponent (−2 to 2)",
        Key::DegressiveRoot => "Square roots (degressive)",
        Key::InnerMethod => "Method within",
        Key::BasePlus => "Base seats, then proportional",
        Key::BaseSeats => "Base seats per unit",
        Key::CapSeats => "Cap (may be empty)",
        Key::SettingRefused => "This setting makes no method; the method stays as it was.",
        Key::Notices => "Notices",
        Key::StepReport => "Report",
        Key::CredentialsReport => "Report on credentials",
        Key::AllocationTable => "Allocation of seats",
        Key::EndedTable => "Mandates ended",
        Key::ReasonHeading => "Reason",
        Key::NumberHeading => "Number",
        Key::ReportLanguage => "Language of the report",
        Key::CopyText => "Copy as text",
        Key::SaveText => "Save as text",
        Key::Print => "Print",
        Key::NotAllocated => "The seats are not settled yet; the table shows those that are.",
        Key::SittingsHint => {
            "Each meeting at which attendance is counted, in order; the roster and the chain above show one of them."
        }
        Key::AddSitting => "Add a sitting",
        Key::RemoveSitting => "Remove",
        Key::SittingCounted => {
            "Votes were counted at this sitting: take them back, or give them another sitting, first."
        }
        Key::ShowInChain => "Show in roster and chain",
        Key::Earlier => "Earlier",
        Key::Later => "Later",
        Key::SittingName => "Name",
        Key::SittingKindChoice => "Kind",
        Key::PurposeChoice => "Quorum needed to",
        Key::SittingDate => "Day",
        Key::TallyChoice => "Attendance counted",
        Key::EnterInRoster => "Enter attendance in the roster",
        Key::StatedDue => "Due as stated in the credentials report",
        Key::SittingNote => "Note for the minutes",
        Key::Unfreeze => "Follow the roster again",
        Key::StepCompare => "Compare",
        Key::MethodsCompared => "Methods side by side",
        Key::MethodsComparedHint => {
            "What each method gives the same units; + and − against the chosen one. The name of a method chooses it."
        }
        Key::KeyNeedsNoMethod => "Seats follow from a key here, so no method is needed.",
        Key::WorkItOut => "Work it out",
        Key::OnlyDiffering => "Only units that differ",
        Key::ChosenMethod => "chosen",
        Key::UseThisMethod => "Use this method",
        Key::BestMarked => {
            "The best value of each index is marked; for all of them less is nearer to proportion."
        }
        Key::BestOfAll => "(best)",
        Key::IndexLoosemoreHanby => "Loosemore–Hanby",
        Key::IndexGallagher => "Gallagher",
        Key::IndexSainteLague => "Sainte-Laguë χ²",
        Key::IndexDhondt => "D’Hondt (largest s/v)",
        Key::IndexGini => "Gini",
        Key::IndexMaxMin => "Members per seat, most ÷ least",
        Key::HouseSweep => "As the house grows",
        Key::HouseSweepHint => {
            "The seats of one unit over a range of houses. A line marks a house at which some unit loses a seat although the house grew."
        }
        Key::HouseSweepOneTier => "This is worked out for one tier of units with a given house.",
        Key::FromHouse => "From house",
        Key::ToHouse => "To house",
        Key::RangeTooWide => "This range is too wide to be worked out at once.",
        Key::WhatIf => "What if",
        Key::WhatIfHint => "Move a slider to see the consequence at once; nothing changes until you keep it.",
        Key::KeepThis => "Keep this",
        Key::BackToNow => "Back",
        Key::SaveDocument => "Scenario file (JSON)",
        Key::SaveDocumentHint => {
            "The scenario file holds everything; “Open table” opens it again on any machine."
        }
        Key::SaveDocumentNames => {
            "The scenario file holds everything, the list of names included; “Open table” opens it again on any machine."
        }
        Key::CompareWithMine => "Compare with mine",
        Key::Differences => "What differs",
        Key::DifferenceWhere => "Where",
        Key::DifferenceWhat => "What",
        Key::Mine => "Open scenario",
        Key::Theirs => "Other scenario",
        Key::TakeOver => "Take over",
        Key::WholeScenario => "Scenario",
        Key::UnitOnlyTheirs => "Only in the other one",
        Key::UnitOnlyMine => "Only in the open one",
        Key::SeatsByHand => "Seats fixed by hand",
        Key::AttendanceChart => "Attendance and quorum",
        Key::AttendanceChartHint => {
            "The wide bar is who is due, the narrow one in it who is present, the line what the quorum needs."
        }
        Key::NeededShort => "Needed",
        Key::PresentShare => "Present, of due",
        Key::Blocs => "Delegations as blocs",
        Key::VoteShare => "Share of votes",
        Key::Banzhaf => "Banzhaf share",
        Key::BreakingUnknown => {
            "Which delegations could break the quorum cannot be said yet: attendance is not known by delegation, or the quorum is not met."
        }
        Key::Unbreakable => "The quorum would stand even with every delegation away.",
        Key::EndingsHint => {
            "Each entry says how many mandates ended, why and when; together they are the “Ended” of the roster."
        }
        Key::UnitOfEntry => "Unit",
        Key::AddEnding => "Add an entry",
        Key::NoSuchUnit => "No unit has this name.",
        Key::NoMoreLots => {
            "There are as many lots as a scenario can hold. Forget them before you draw another."
        }
        Key::NoMoreEndings => {
            "This unit has as many entries as it can have. Put some of them together first."
        }
        Key::NoteHeading => "Note",
        Key::SchemeLabel => "How seats are allocated",
        Key::SchemeOneTier => "All units share the house",
        Key::SchemeTwoTier => "Delegations first, then their units",
        Key::SchemeKey => "A published key for each unit",
        Key::SchemeSteps => "Your own step scale",
        Key::SchemeOneTierHint => "The number of seats is given; the method below shares it among all units.",
        Key::SchemeTwoTierHint => {
            "A delegation counts with the members of all its units; a unit without one stands for itself."
        }
        Key::SchemeKeyHint => {
            "Each unit’s seats follow from its own members alone, and the total is their sum; seats fixed by hand stay."
        }
        Key::UpperMethod => "Method among the delegations",
        Key::KeyHistorical => "no longer in force",
        Key::KeyUnconfirmed => "not verified: please confirm",
        Key::StepsFirst => "Seats for the first step",
        Key::StepsCovers => "Members in the first step",
        Key::StepsStep => "Seats per further step",
        Key::StepsPer => "Members per further step",
        Key::StepsMost => "Most seats of a unit (may be empty)",
        Key::StepsParts => "An incomplete step counts",
        Key::PartsWhole => "for nothing",
        Key::PartsOrPart => "as a full one",
        Key::PartsNearest => "as a full one from half of it",
        Key::MatrixTitle => "Seats for a matrix, with row and column totals",
        Key::MatrixHint => {
            "Paste a table: names in the first row and column, members between, the seats of each row in the last column and of each column in the last row. Both are kept exactly."
        }
        Key::MatrixTable => "Table",
        Key::MatrixRounding => "Rounding",
        Key::RoundNearest => "to the nearest (Webster)",
        Key::RoundDown => "down (Jefferson)",
        Key::RoundUp => "up (Adams)",
        Key::OfflineReady => "Kept in this browser: works without a network.",
        Key::NewVersion => "A new version is ready.",
        Key::UseNewVersion => "Save and use it",
        Key::StepElections => "Elections",
        Key::CandidateNumbers => "Number of candidates",
        Key::OfficeLabel => "Office",
        Key::SeatsToFill => "Seats to fill",
        Key::NotElected => "Not elected",
        Key::PresidiumTitle => "Presidium and co-signers",
        Key::MotionSigners => "To bring in a motion",
        Key::RecallSigners => "To move a recall",
        Key::MeetingSigners => "To call an extraordinary meeting",
        Key::UnitsColumn => "Units",
        Key::SaveTables => "Save as a table",
        Key::SaveTablesHint => {
            "The workbook has a sheet each for allocation, roster, delegations, sittings, rules, elections and the report, with totals as formulas; the CSV files hold one table each. Names stay text and never become formulas."
        }
        Key::FormulaHint => "A computed number in the active cell is explained here.",
        Key::PresidiumSize => "Size of the presidium",
        Key::ActualAlone => "Actual",
        Key::DueShort => "Due",
    }
}

said!(fn key(Key), of word);

/// What the first screen says, apart from the rest, which can be fetched behind it (`tools/split.py`).
pub(super) fn say(msg: &Msg<'_>) -> Cow<'static, str> {
    match msg {
        Msg::Key(k) => Cow::Borrowed(key(*k)),
        Msg::MinimumRule(rule) => Cow::Borrowed(minimum_rule(*rule)),
        Msg::Field(at) => Cow::Borrowed(field(*at)),
        Msg::Method(which) => Cow::Owned(method(which)),
        Msg::MethodHint(which) => Cow::Borrowed(method_hint(which)),
        Msg::KnownKey(key) => Cow::Owned(known_key(*key)),
        Msg::Difference(what, n) => Cow::Owned(difference(*what, *n)),
        Msg::Quorum(rule, verdict) => Cow::Owned(quorum(*rule, verdict)),
        Msg::Witness(tier, method, witness) => Cow::Owned(self::witness(*tier, method, witness)),
        Msg::Day(day) => Cow::Owned(date(*day)),
        Msg::DifferenceAndOver(what, open, over) => Cow::Owned(difference_and_over(*what, *open, *over)),
        Msg::Size(msg) => size::say(msg),
        Msg::Table(msg) => table::say(msg),
        Msg::Problem(what) => Cow::Owned(problem(what)),
        Msg::Help(HelpMsg::Word(which)) => Cow::Borrowed(help::word(*which)),
        Msg::Help(HelpMsg::See(example)) => Cow::Borrowed(help::see(*example)),
        Msg::Chart(ChartMsg::Word(which)) => Cow::Borrowed(chart::word(*which)),
        Msg::Library(LibraryMsg::Open) => Cow::Borrowed(library::OPEN),
        Msg::Composition(CompositionMsg::Key(CompositionKey::Step)) => Cow::Borrowed(composition::STEP),
        Msg::Problems(_)
        | Msg::Units(_)
        | Msg::Delegations(_)
        | Msg::UndoStep(_)
        | Msg::RedoStep(_)
        | Msg::Done(_)
        | Msg::Undone(_)
        | Msg::Redone(_) => Cow::Owned(soon(msg)),
        _ => later(msg),
    }
}

/// What is said of the table and of its changes.
fn soon(msg: &Msg<'_>) -> String {
    match msg {
        Msg::UndoStep(what) => format!("Undo: {} (Ctrl+Z)", step(*what)),
        Msg::RedoStep(what) => format!("Redo: {} (Ctrl+Y)", step(*what)),
        Msg::Done(what) => format!("Done: {}", step(*what)),
        Msg::Undone(what) => format!("Undone: {}", step(*what)),
        Msg::Redone(what) => format!("Redone: {}", step(*what)),
        Msg::Problems(0) => "Everything adds up".to_owned(),
        Msg::Problems(1) => "1 thing to look at".to_owned(),
        Msg::Problems(n) => format!("{} things to look at", count(*n)),
        Msg::Units(n) => plural(*n, "unit", "units"),
        Msg::Delegations(n) => plural(*n, "delegation", "delegations"),
        _ => String::new(),
    }
}

fn difference(what: Key, n: i64) -> String {
    match what {
        // More elected than there are seats is not a negative number of empty ones.
        Key::Unfilled if n > 0 => say(&Msg::Over(n.unsigned_abs())).into_owned(),
        _ => format!("{} {}", signed(n), key(what).to_ascii_lowercase()),
    }
}

fn difference_and_over(what: Key, open: i64, over: u64) -> String {
    format!("{}; {} over", difference(what, -open), grouped(over))
}

/// Every message: a missing one does not compile.
#[inline(never)]
fn later(msg: &Msg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        Msg::Key(k) => return Cow::Borrowed(key(*k)),
        Msg::MinimumRule(rule) => return Cow::Borrowed(minimum_rule(*rule)),
        Msg::Field(at) => return Cow::Borrowed(field(*at)),
        Msg::Reason(why) => return Cow::Borrowed(reason(*why)),
        Msg::Method(which) => method(which),
        Msg::MethodHint(which) => return Cow::Borrowed(method_hint(which)),
        Msg::Problems(_)
        | Msg::Units(_)
        | Msg::Delegations(_)
        | Msg::UndoStep(_)
        | Msg::RedoStep(_)
        | Msg::Done(_)
        | Msg::Undone(_)
        | Msg::Redone(_) => soon(msg),
        Msg::Problem(what) => problem(what),
        Msg::CellError(error) => cell_error(error),
        Msg::RefusedText(text, why) => format!("“{}”: {why}", short(text)),
        Msg::DraftError(text, error) => format!("“{}”: {}", short(text), cell_error(error)),
        Msg::GridError(error) => grid_error(error),
        Msg::Transfer(about) => transfer(about),
        Msg::ColumnBecomes(column) => format!("Column {column} becomes"),
        Msg::ImportSaid(units, problems) => {
            let units = plural(*units, "unit", "units");
            match problems {
                0 => format!("{units} will be imported."),
                n => format!("{units} will be imported; {}.", plural(*n, "problem", "problems")),
            }
        }
        Msg::ImportSummary { units, left_out, too_many } => import_summary(*units, left_out, *too_many),
        Msg::ImportProblem(problem) => import_problem(problem),
        Msg::More(n) => format!("and {} more", count(*n)),
        Msg::MoreNames(n) => format!("and {} more", count(*n)),
        Msg::UnnamedRow(row) => format!("Row {}", count(*row)),
        Msg::Difference(what, n) => difference(*what, *n),
        Msg::Over(n) => format!("{} over", grouped(*n)),
        Msg::LeftAndOver(open, over) => format!("{}; {} over", whole(*open), grouped(*over)),
        Msg::DifferenceAndOver(what, open, over) => difference_and_over(*what, *open, *over),
        Msg::Witness(tier, method, witness) => self::witness(*tier, method, witness),
        Msg::Swing(swing) => {
            let gain = swing.gain.map_or_else(
                || "No number of further members wins another seat.".to_owned(),
                |gain| match gain {
                    1 => "1 more member wins another seat.".to_owned(),
                    _ => format!("{} more members win another seat.", grouped(gain)),
                },
            );
            match swing.loss {
                None => gain,
                Some(0) => format!("{gain} With one member fewer it can lose a seat."),
                Some(loss) => format!("{gain} It can lose {} and keep its seats.", grouped(loss)),
            }
        }
        Msg::StandingHouses(least, crate::num::Seats::MAX) => {
            format!("These seats stand in every house from {} on.", grouped(least.get().into()))
        }
        Msg::StandingHouses(least, most) if least == most => {
            format!("These seats stand only in a house of {} seats.", grouped(least.get().into()))
        }
        Msg::StandingHouses(least, most) => format!(
            "These seats stand in every house from {} to {}.",
            grouped(least.get().into()),
            grouped(most.get().into())
        ),
        Msg::Seed(seed) => format!(" (seed {seed})"),
        Msg::TieOf { contested, open } => {
            format!("{} tied for {}", plural(*contested, "unit", "units"), plural(*open, "seat", "seats"))
        }
        Msg::Ticked { ticked, open } => format!("{} of {} ticked", count(*ticked), count(*open)),
        Msg::Strictness(how) => return Cow::Borrowed(strictness(*how)),
        Msg::Base(of) => return Cow::Borrowed(base(*of)),
        Msg::Quorum(rule, verdict) => quorum(*rule, verdict),
        Msg::Majority(votes) => majority(votes),
        Msg::Source(at) => source(at),
        Msg::ToConfirm(how) => return Cow::Borrowed(to_confirm(*how)),
        Msg::SweepSummary { unit, least, most, from, to } => {
            let range = |least: u64, most: u64| match least == most {
                true => grouped(least),
                false => format!("{} to {}", grouped(least), grouped(most)),
            };
            let house = range((*from).into(), (*to).into());
            let over = if from == to { "with" } else { "from" };
            format!("{unit}: {} seats {over} {house} in all.", range(*least, *most))
        }
        Msg::Paradoxes(0) => "No unit loses a seat as the house grows.".to_owned(),
        Msg::Paradoxes(n) => {
            format!(
                "At {} a unit loses a seat although the house grew (Alabama paradox).",
                plural(*n, "house", "houses")
            )
        }
        Msg::ParadoxAt(house, names) => format!("{} seats: {}", grouped((*house).into()), list(names)),
        Msg::WouldChange { gain: 0, lose: 0 } => "No unit’s seats would change.".to_owned(),
        Msg::WouldChange { gain, lose } => {
            format!("{} would gain, {} would lose seats:", plural(*gain, "unit", "units"), count(*lose))
        }
        Msg::Setting(setting) => setting_name(*setting).to_owned(),
        Msg::ComparisonSummary { differ: 0, same: 0 } => "There are no units.".to_owned(),
        Msg::ComparisonSummary { differ, same } => {
            format!("{} differ, {} the same.", plural(*differ, "unit", "units"), count(*same))
        }
        Msg::MembersAndSeats(members, seats) => {
            format!(
                "{}, {seats} {}",
                counted(*members, "member"),
                if *seats == "1" { "seat" } else { "seats" }
            )
        }
        Msg::TakeOver(place, what) => format!("Take over: {place}, {what}"),
        Msg::LinkLength(n) => format!("{} characters.", count(*n)),
        Msg::LinkTooLong(n) => {
            format!("This scenario of {} is too large for a link.", plural(*n, "unit", "units"))
        }
        Msg::FileError(FileError::Link(error)) => link_error(error),
        Msg::FileError(FileError::Document(error)) => document_error(error),
        Msg::FileError(FileError::Record(error)) => library::record_error(*error).to_owned(),
        Msg::DocumentError(error) => document_error(error),
        Msg::NotSaved(code) => return Cow::Borrowed(not_saved(code)),
        Msg::Library(said) => return library::say(*said),
        Msg::LinkContains(n) => format!(
            "The link contains the whole scenario: title, settings, rules, calendar, all figures of {}, the composition, the sittings, the agenda, and the elections with the names and votes of candidates.",
            plural(*n, "unit", "units")
        ),
        Msg::MatrixTableError(error) => matrix_table_error(error),
        Msg::MatrixError(error, rows, columns) => matrix_error(error, rows, columns),
        Msg::MatrixTie(n) => format!("{} cells are tied; a lot decides.", count(*n)),
        Msg::Office(office) => return Cow::Borrowed(self::office(*office)),
        Msg::Candidates(seats, found) => candidates(*seats, *found),
        Msg::CandidatesByUnit(by_unit, pooled) => format!(
            "The units, each rounded up by itself, need at least {} candidates together; one pool would need {}.",
            grouped(*by_unit),
            grouped(*pooled)
        ),
        Msg::EmptyBands(names) => format!("No whole number satisfies both bounds in: {}.", list(names)),
        Msg::BallotVoid(issued, returned) => format!(
            "{} ballots returned, more than the {} issued: the vote is void and is held again.",
            grouped(*returned),
            grouped(*issued)
        ),
        Msg::BallotProblem(problem, name) => ballot_problem(problem, name),
        Msg::BallotUndecided(why) => format!("Cannot be decided: {}.", obstacle(*why)),
        Msg::VotesNeeded(1) => "1 vote elects.".to_owned(),
        Msg::VotesNeeded(n) => format!("At least {} votes elect.", grouped(*n)),
        Msg::RunOff(tied, open) => format!(
            "{} candidates have equal votes for {}: not decided yet.",
            count(*tied),
            plural(*open as usize, "seat", "seats")
        ),
        Msg::Shortfall(n) => format!("Seats that nobody won: {}.", grouped((*n).into())),
        Msg::Remedy(remedy) => {
            return Cow::Borrowed(match remedy {
                Remedy::SeparateElection => "A separate election for the remaining seats.",
                Remedy::ReduceSeats => {
                    "Fewer seats, if close to the number and if more than half of the electors, or the presidium, agree."
                }
                Remedy::LeaveVacant => "The seats stay vacant.",
            });
        }
        Msg::Presidium(n) => format!("A presidium of about {}.", grouped(*n)),
        Msg::Signers(level, n) => {
            format!("{}{}.", level.map_or("", self::level), counted(*n, "signature"))
        }
        Msg::KnownKey(key) => known_key(*key),
        Msg::SittingKind(kind) => return Cow::Borrowed(sitting_kind(*kind)),
        Msg::Purpose(purpose) => return Cow::Borrowed(self::purpose(*purpose)),
        Msg::Tally(kind) => return Cow::Borrowed(tally(*kind)),
        Msg::SittingNumber(n) => format!("Sitting {}", count(*n)),
        Msg::Day(day) => date(*day),
        Msg::FreezeAt(n) => format!("Freeze delegates due at {}", whole(*n)),
        Msg::FrozenAt(n) => format!("Delegates due are frozen at {}.", grouped((*n).into())),
        Msg::Amended { stated, now } => format!(
            "The report states {} due; the roster now has {}. If it has changed, say why in the note and amend it.",
            grouped((*stated).into()),
            whole(*now)
        ),
        Msg::BanzhafOf(Some(votes)) => format!(
            "If each delegation comes in full and votes as one, and {} votes elect: how often each one decides, over all combinations.",
            grouped(*votes)
        ),
        Msg::BanzhafOf(None) => {
            "How many votes elect is not known, so there are no Banzhaf shares yet.".to_owned()
        }
        Msg::OutsideBlocs(of) => format!(
            "In the total, but in no bloc: {} of units without a delegation. Votes given one by one are not modelled; the Banzhaf shares are as if none of these were in favour.",
            counted(*of, "delegate")
        ),
        Msg::KeptByUnit(n) => format!(
            "The figures of the units, {} present, are kept and do not count: they do again when attendance is counted by unit.",
            grouped(*n)
        ),
        Msg::CountedAsOne(kind) => format!(
            "Attendance is counted {} now. Kept, it is counted as one figure; {}.",
            tally(*kind),
            match kind {
                TallyKind::ByDelegation => "only undo brings back the figures of the delegations",
                _ => "the figures of the units stay in store",
            }
        ),
        Msg::Uncounted(names, more) => format!(
            "Nobody counts the delegates of {names}{}: no delegation has these units. Give them one in the roster, or the attendance stays incomplete.",
            if *more > 0 { format!(" and {} more", count(*more)) } else { String::new() }
        ),
        Msg::Breaking { size, of, certain, among, open } => breaking(*size, *of, certain, among, *open),
        Msg::ReportSeats(seats, units) => format!(
            "The congress has {} seats, allocated to {}.",
            grouped(*seats),
            plural(*units, "electoral unit", "electoral units")
        ),
        Msg::ReportElected(elected, left, units) => report_elected(*elected, *left, *units),
        Msg::ReportMissing(units) => {
            format!(
                "Units that have not reported yet: {}; the figures leave them out.",
                grouped((*units).into())
            )
        }
        Msg::ReportByElected(n) => format!("Delegates elected later: {}.", whole(*n)),
        Msg::ReportEnded(by_reason) => report_ended(by_reason),
        Msg::ReportSuspended(n) => format!("Mandates suspended: {}.", whole(*n)),
        Msg::ReportActual { actual, represented, units } if represented == units => format!(
            "There are now {} delegates with a valid mandate, from all {}.",
            whole(*actual),
            plural(*units, "unit", "units")
        ),
        Msg::ReportActual { actual, represented, units } => format!(
            "There are now {} delegates with a valid mandate, from {} of {}.",
            whole(*actual),
            count(*represented),
            plural(*units, "unit", "units")
        ),
        Msg::ReportAmended { stated, now } => format!(
            "Those due are the {} that the sitting states; the roster now has {}.",
            grouped(*stated),
            whole(*now)
        ),
        Msg::ReportSitting(name, Some(day)) => format!("{name}, {}: ", date(*day)),
        Msg::ReportSitting(name, None) => format!("{name}: "),
        Msg::ReportAttendance { due, present, over } => report_attendance(*due, *present, *over),
        Msg::ReportQuorum(rule, verdict) => report_quorum(*rule, verdict),
        Msg::People(msg) => return people::say(msg),
        Msg::Account(msg) => account::say(msg),
        Msg::Grouping(what) => return grouping::say(what),
        Msg::Size(msg) => return size::say(msg),
        Msg::Undo(msg) => return undo::say(msg),
        Msg::Work(msg) => return work::say(*msg),
        Msg::Calendar(msg) => return calendar::say(msg),
        Msg::Table(msg) => return table::say(msg),
        Msg::Chart(msg) => return chart::say(msg),
        Msg::Help(msg) => return help::say(*msg),
        Msg::Composition(msg) => composition::say(msg),
        Msg::Rules(msg) => rules::say(*msg),
        Msg::Voting(what) => return voting::say(what),
        Msg::SharedScenario { units, house } => {
            format!("{}, {} seats.", plural(*units, "unit", "units"), grouped(*house))
        }
    })
}

fn document_error(error: &DocumentError) -> String {
    let place = |at: &At| if at.path.is_empty() { "the file".to_owned() } else { at.path.clone() };
    match error {
        DocumentError::TooLarge { bytes } => format!("The file is too large: {} bytes.", count(*bytes)),
        DocumentError::NotJson { line, column } => {
            format!("The file is damaged: line {}, column {} is not JSON.", count(*line), count(*column))
        }
        DocumentError::NotADocument => "The file is JSON, but no scenario of this program.".to_owned(),
        DocumentError::Newer { version } => {
            format!(
                "A newer version of the program wrote this file (version {version}). Update the page, then open it."
            )
        }
        DocumentError::UnknownField(at) => {
            format!(
                "A field in {} is not known ({}). Nothing was opened, so that nothing is dropped.",
                place(at),
                at.detail
            )
        }
        DocumentError::MissingField(at) => format!("A field in {} is missing ({}).", place(at), at.detail),
        DocumentError::WrongValue(at) => format!("The value of {} does not fit ({}).", place(at), at.detail),
        DocumentError::Identity(at) => {
            format!("An identity in {} occurs twice or refers to nothing.", place(at))
        }
        DocumentError::TooMany(at) => format!("There are more {} than a scenario can have.", place(at)),
    }
}

const fn setting_name(setting: Setting) -> &'static str {
    match setting {
        Setting::Title => "Title",
        Setting::House => "House size",
        Setting::Scheme => "How seats are allocated",
        Setting::Method => "Method",
        Setting::MinimumRule => "How minimum seats apply",
        Setting::Minimum => "Fewest seats of each unit",
        Setting::Lots => "Lots drawn",
        Setting::Rules => "Rules",
        Setting::People => "List of delegates",
        Setting::Body => "Rule on the number of delegates",
        Setting::Calendar => "Calendar",
        Setting::Composition => "Composition",
        Setting::Sittings => "Sittings",
        Setting::Agenda => "Agenda",
        Setting::Elections => "Elections",
    }
}

fn count(n: usize) -> String {
    grouped(n as u64)
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

/// A number of what takes an s.
fn counted(n: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(n), if n == 1 { "" } else { "s" })
}

/// The beginning of a text that may be long.
fn short(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(24).collect();
    if chars.next().is_some() { format!("{head}…") } else { head }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Name => "Unit",
        Field::Delegation => "Delegation",
        Field::Members => "Members",
        Field::Seats => "Seats",
        Field::Min => "Min",
        Field::Max => "Max",
        Field::Elected => "Elected",
        Field::ByElected => "By-elected",
        Field::Ended => "Ended",
        Field::Suspended => "Suspended",
        Field::Registered => "Registered",
        Field::OnLeave => "On leave",
        Field::Present => "Present",
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Transferred => "transferred",
        Reason::Resigned => "resigned",
        Reason::Died => "died",
        Reason::Removed => "removed",
        Reason::LostMembership => "lost membership",
        Reason::Other => "other reason",
    }
}

const fn minimum_rule(rule: MinimumRule) -> &'static str {
    match rule {
        MinimumRule::Seed => "Seed: start from the minima",
        MinimumRule::Clamp => "Clamp: raise to the minimum",
        MinimumRule::SetAside => "Set aside: small units leave first",
        MinimumRule::TopUp => "Top up: the house grows",
    }
}

fn step(step: Step) -> String {
    match step {
        Step::Title => "title".to_owned(),
        Step::House => "house size".to_owned(),
        Step::Method => "allocation method".to_owned(),
        Step::Scheme => "how seats are allocated".to_owned(),
        Step::Minimum => "minimum per unit".to_owned(),
        Step::MinimumRule => "how minimum seats apply".to_owned(),
        Step::Refused => "text that does not fit".to_owned(),
        Step::Lot => "lot".to_owned(),
        Step::Rules => "rules".to_owned(),
        Step::Body => "rule on the number of delegates".to_owned(),
        Step::Calendar => "calendar".to_owned(),
        Step::MilestoneAdded => "milestone added".to_owned(),
        Step::MilestoneRemoved => "milestone removed".to_owned(),
        Step::OwnRules(step) => rules::say(RulesMsg::Step(step)),
        Step::Sitting => "sitting".to_owned(),
        Step::Counted(kind) => format!("attendance counted {}", tally(kind)),
        Step::SittingAdded => "sitting added".to_owned(),
        Step::SittingRemoved => "sitting removed".to_owned(),
        Step::Agenda(change) => voting::agenda_step(change).to_owned(),
        Step::Election(change) => voting::election_step(change).to_owned(),
        Step::Cells(n) => format!("{} changed", plural(n, "cell", "cells")),
        Step::Endings => "ended mandate changed".to_owned(),
        Step::Regrouped(n) => format!("{} regrouped", plural(n, "unit", "units")),
        Step::Inserted(n) => format!("{} inserted", plural(n, "unit", "units")),
        Step::Removed(n) => format!("{} removed", plural(n, "unit", "units")),
        Step::Moved(n) => format!("{} moved", plural(n, "unit", "units")),
        Step::Sorted(by) => table::say(&TableMsg::Sorted(by)).into_owned(),
        Step::Delegation => "delegation renamed".to_owned(),
        Step::Composition(step) => composition::step(step),
        Step::People(step) => people::step(step),
        Step::Imported => "table imported".to_owned(),
        Step::Opened => "scenario opened".to_owned(),
        Step::Example => "example opened".to_owned(),
        Step::New => "new scenario".to_owned(),
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoUnits => "There are no units yet. Add one, or paste a table.".to_owned(),
        Problem::TooManyUnits { count: n } => format!("{} units are more than the limit.", count(*n)),
        Problem::NoMembers => "No unit has any members, so no seat can be allocated.".to_owned(),
        Problem::NoSeats => "The house has no seats.".to_owned(),
        Problem::MinimaAboveHouse { minima, house } => format!(
            "The minima and locked seats add up to {}, the house has only {}.",
            grouped(*minima),
            seats_of((*house).into())
        ),
        Problem::MaximaBelowHouse { maxima, house } => format!(
            "The maxima and locked seats add up to {}, so {} of the {} seats find no unit.",
            grouped(*maxima),
            grouped(u64::from(*house).saturating_sub(*maxima)),
            grouped((*house).into())
        ),
        Problem::MinAboveMax { min, max } => {
            format!("The minimum {} is above the maximum {}.", grouped((*min).into()), grouped((*max).into()))
        }
        Problem::LockOutsideBounds { locked, min, max } => format!(
            "{} locked seats lie outside the unit’s bounds, {} to {}.",
            grouped((*locked).into()),
            grouped((*min).into()),
            max.map_or_else(|| "no maximum".to_owned(), |max| grouped(max.into()))
        ),
        Problem::Refused(refusal) => self::refusal(refusal),
        Problem::Tie { contested, open } => {
            let seats = if *open == 1 { "seat" } else { "seats" };
            format!(
                "{} units have exactly equal claims to {} {seats}. A lot has to decide.",
                count(*contested),
                count(*open)
            )
        }
        Problem::DelegationsDoNotFit => {
            "What the units of the delegations must have or can have does not fit the house.".to_owned()
        }
        Problem::IdleBounds { units } => explain::idle_bounds(*units),
        Problem::KeyGivesTooMany => "The key gives more seats than can be counted.".to_owned(),
        Problem::StaleLot => {
            "A recorded lot belongs to a tie that is no longer there. It is not applied.".to_owned()
        }
        Problem::Composition(problem) => composition::problem(problem),
        Problem::WithoutMembers => {
            "The unit has no members entered, so its members give it no seats.".to_owned()
        }
        Problem::Unnamed => "The unit has no name.".to_owned(),
        Problem::SameName { row } => format!("Row {} has the same name.", count(row + 1)),
        Problem::NumberOfDelegates(check) => size::say(&SizeMsg::Check(check)).into_owned(),
        Problem::ElectedAboveSeats { elected, seats } => {
            format!("{} elected, but only {}.", whole(*elected), seats_of(*seats))
        }
        Problem::EndedAboveElected { ended, elected } => {
            format!(
                "{} ended or suspended, but only {} elected.",
                many(*ended, "mandate", "mandates"),
                many(*elected, "delegate", "delegates")
            )
        }
        Problem::PresentAboveActual { present, actual } => {
            format!("{} present, but only {} due to attend.", whole(*present), whole(*actual))
        }
        Problem::ActualAboveSeats { actual, seats } => {
            format!(
                "{} with those elected later, but only {}.",
                many(*actual, "delegate", "delegates"),
                seats_of(*seats)
            )
        }
        Problem::PresentAboveRegistered { present, registered } => {
            format!("{} present, but only {} registered.", whole(*present), whole(*registered))
        }
        Problem::RegisteredAboveActual { registered, actual } => {
            format!("{} registered, but only {} due to attend.", whole(*registered), whole(*actual))
        }
        Problem::AttendanceOf { name, row, problem: of } => {
            let name =
                if name.is_empty() { format!("Row {}", count(row + 1)) } else { name.as_str().to_owned() };
            [name.as_str(), ": ", &self::problem(of)].concat()
        }
        Problem::Voting(problem) => voting::problem(problem),
        Problem::People(problem) => people::say(&PeopleMsg::Problem(problem)).into_owned(),
        Problem::FiguresContradict(found) => format!("{}.", obstacle(Obstacle::Contradiction(*found))),
        Problem::RegisteredDiffers { stated, by_unit } => {
            format!(
                "{} registered as stated, but the units add up to {}.",
                grouped(*stated),
                grouped(*by_unit)
            )
        }
        Problem::LeaveAboveAbsent { on_leave, absent } => {
            format!("{} on leave, but only {} absent.", whole(*on_leave), whole(*absent))
        }
        Problem::Rule(subject, fault) => rules::say(RulesMsg::Fault(*subject, *fault)),
        Problem::NotStated(base) => rules::say(RulesMsg::NotStated(*base)),
    }
}

/// A number with its noun.
fn many(n: i64, one: &str, more: &str) -> String {
    [whole(n).as_str(), " ", if n == 1 { one } else { more }].concat()
}

fn seats_of(n: i64) -> String {
    many(n, "seat", "seats")
}

pub(super) const fn strictness(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::MoreThan => "more than",
        Strictness::AtLeast => "at least",
    }
}

pub(super) const fn base(base: Base) -> &'static str {
    match base {
        Base::Seats => "seats",
        Base::AllMembers => "members of the body",
        Base::CapableMembers => "members with full capacity",
        Base::Owners => "owners",
        Base::Voters => "registered voters",
        Base::Due => "due",
        Base::DueWithVote => "due with voting rights",
        Base::Registered => "registered",
        Base::Present => "present",
        Base::PresentWithVote => "present with voting rights",
        Base::Participants => "taking part",
        Base::BallotsReturned => "ballots returned",
        Base::BallotsValid => "valid ballots",
        Base::VotesCast => "votes cast",
        Base::VotingRights => "voting rights",
        Base::Area => "area",
        Base::ParticipatingArea => "area taking part",
    }
}

/// A base without its number: "those due", "seats".
pub(super) fn those(base_of: Base) -> String {
    let people = match base_of {
        Base::Due
        | Base::DueWithVote
        | Base::Registered
        | Base::Present
        | Base::PresentWithVote
        | Base::Participants => "those ",
        Base::Area | Base::ParticipatingArea | Base::VotesCast => "the ",
        _ => "",
    };
    format!("{people}{}", base(base_of))
}

/// "more than 1/2".
pub(super) fn share(rule: Rule) -> String {
    format!("{} {}/{}", strictness(rule.strictness), rule.share.num(), rule.share.den())
}

/// "484", "120,000 m²".
fn amount(n: u64, of: Base) -> String {
    let unit = if of.measure() == Measure::Area { " m²" } else { "" };
    [grouped(n).as_str(), unit].concat()
}

/// "more than 1/2 of 484 due = 243".
fn sum(rule: Rule, whole: u64, needed: u64) -> String {
    let (whole, needed) = (amount(whole, rule.base), amount(needed, rule.base));
    let of = if rule.base.measure() == Measure::Area { " of" } else { "" };
    format!("{} of {whole}{of} {} = {needed}", share(rule), base(rule.base))
}

fn quorum(rule: Rule, verdict: &Verdict) -> String {
    let people = rule.base.attendance().is_none_or(Base::is_of_delegates);
    let said = |finding: &Finding| {
        let there = if people { " Present" } else { " Taking part:" };
        format!(
            "{}.{there} {}.",
            sum(rule, finding.whole, finding.needed),
            amount(finding.achieved, rule.base)
        )
    };
    match verdict {
        Verdict::Met(finding) if !people => {
            format!("{} Met, with {} to spare.", said(finding), amount(finding.surplus(), rule.base))
        }
        Verdict::Met(finding) => {
            format!("{} Met; {} may still leave.", said(finding), grouped(finding.may_leave()))
        }
        Verdict::NotMet(finding) => {
            format!("{} Not met; {} short.", said(finding), amount(finding.shortage(), rule.base))
        }
        Verdict::SoFar(finding) => {
            let sum = sum(rule, finding.whole, finding.needed);
            let so_far = grouped(finding.achieved);
            match finding.is_met() {
                true => format!(
                    "{sum}. Met in any case: at least {so_far} present, though not all have reported."
                ),
                false if finding.achieved == 0 => {
                    format!("{sum}: cannot be decided, not everybody has reported who is present.")
                }
                false => format!(
                    "{sum}: cannot be decided, not everybody has reported who is present ({so_far} so far)."
                ),
            }
        }
        Verdict::Undecided(why) => {
            format!("{} of {}: cannot be decided, {}.", share(rule), those(rule.base), obstacle(*why))
        }
    }
}

/// "The units elected 495 delegates; seats not filled: 11; 6 units elected 6 more than they have seats."
fn report_elected(elected: i64, left: Left, units: usize) -> String {
    let elected = format!("The units elected {} delegates", whole(elected));
    match (left.open, left.over) {
        (0, 0) => format!("{elected}."),
        (0, over) => format!("{elected}, {} more than there are seats.", whole(over)),
        (open, 0) => format!("{elected}; seats not filled: {}.", whole(open)),
        (open, over) => {
            let (units, have) =
                (plural(units, "unit", "units"), if units == 1 { "it has" } else { "they have" });
            format!(
                "{elected}; seats not filled: {}; {units} elected {} more than {have} seats.",
                whole(open),
                whole(over)
            )
        }
    }
}

/// "Mandates ended since the election: 3 (transferred 3)."
fn report_ended(by_reason: &[(Reason, u64)]) -> String {
    let total = by_reason.iter().map(|(_, n)| n).sum();
    let reasons: Vec<_> = by_reason
        .iter()
        .map(|(why, n)| format!("{} {}", say(&Msg::Reason(*why)).to_ascii_lowercase(), grouped(*n)))
        .collect();
    format!("Mandates ended since the election: {} ({}).", grouped(total), reasons.join(", "))
}

fn are(n: u64) -> String {
    grouped(n) + if n == 1 { " is" } else { " are" }
}

/// "Of 484 delegates due to attend, 470 are present and 14 absent."
fn report_attendance(due: u64, present: Known, over: u64) -> String {
    let said = grouped(due);
    match present {
        Known::Exactly(present) if over > 0 && due + over > present => format!(
            "Of {said} delegates due to attend, {} absent. {} present, {} of them beyond the number due from a unit or delegation.",
            are(due + over - present),
            are(present),
            grouped(over)
        ),
        Known::Exactly(present) if present > due => {
            format!("{said} delegates are due to attend, {} are present.", grouped(present))
        }
        Known::Exactly(present) => format!(
            "Of {said} delegates due to attend, {} are present and {} absent.",
            grouped(present),
            grouped(due - present)
        ),
        Known::AtLeast(present) => format!(
            "{said} delegates are due to attend; at least {} are present, though not all have reported.",
            grouped(present)
        ),
    }
}

/// "The quorum is more than 1/2 of 484 due = 243: it is met."
fn report_quorum(rule: Rule, verdict: &Verdict) -> String {
    let people = rule.base.attendance().is_none_or(Base::is_of_delegates);
    let said = |finding: &Finding| {
        let sum = sum(rule, finding.whole, finding.needed);
        match people {
            true => sum,
            // The sentence on those present is about delegates.
            false => format!("{sum}; {} took part", amount(finding.achieved, rule.base)),
        }
    };
    match verdict {
        Verdict::Met(finding) => format!("The quorum is {}: it is met.", said(finding)),
        Verdict::NotMet(finding) => {
            let short = amount(finding.shortage(), rule.base);
            format!("The quorum is {}: it is not met; {short} short.", said(finding))
        }
        Verdict::SoFar(finding) if finding.is_met() => {
            let so_far = grouped(finding.achieved);
            format!("The quorum is {}: it is met in any case, with at least {so_far} present.", said(finding))
        }
        Verdict::SoFar(finding) => format!(
            "The quorum is {}; whether it is met cannot be decided: not everybody has reported who is present.",
            said(finding)
        ),
        Verdict::Undecided(why) => {
            format!("Whether there is a quorum cannot be decided: {}.", obstacle(*why))
        }
    }
}

const fn sitting_kind(kind: SittingKind) -> &'static str {
    match kind {
        SittingKind::Preparatory => "Preparatory meeting",
        SittingKind::Opening => "Opening",
        SittingKind::Session => "Session",
        SittingKind::Election => "Election meeting",
        SittingKind::Closing => "Closing",
    }
}

const fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Open => "open",
        Purpose::Elect => "elect",
        Purpose::Adopt => "adopt resolutions",
        Purpose::Plenum => "hold a plenum",
    }
}

const fn tally(kind: TallyKind) -> &'static str {
    match kind {
        TallyKind::ByUnit => "by unit",
        TallyKind::ByDelegation => "by delegation",
        TallyKind::Whole => "as one figure",
    }
}

pub(super) fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

fn month(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

fn list<T: AsRef<str>>(names: &[T]) -> String {
    super::list(Language::English, names)
}

fn breaking(size: usize, of: usize, certain: &[String], among: &[String], open: usize) -> String {
    let mut away = list(certain);
    if open > 0 {
        if !certain.is_empty() {
            away.push_str(", and ");
        }
        away.push_str(&format!("any {} of {}", count(open), list(among)));
    }
    format!(
        "Of {} delegations, it takes at least {} away to break the quorum, for instance the largest: {away}.",
        count(of),
        count(size)
    )
}

fn known_key(key: KnownKey) -> String {
    let parts = |parts: Parts| match parts {
        Parts::Whole => "whole steps only",
        Parts::OrPart => "or part of a step",
        Parts::Nearest => "from half a step",
    };
    match key {
        KnownKey::UkLabourConstituency => "Labour Party (UK): constituency parties".to_owned(),
        KnownKey::UkLabourUnion => "Labour Party (UK): affiliated unions".to_owned(),
        KnownKey::NzLabourBranch => "Labour Party (New Zealand): branches".to_owned(),
        KnownKey::TaiwanUnion(how) => format!("Taiwanese union federation: unions ({})", parts(how)),
        KnownKey::ShanghaiStaff => "Staff congress, Shanghai".to_owned(),
        KnownKey::ZhejiangStaff(CountFrom::Zero) => "Staff congress, Zhejiang (counted from zero)".to_owned(),
        KnownKey::ZhejiangStaff(CountFrom::BracketStart) => {
            "Staff congress, Zhejiang (counted within the class)".to_owned()
        }
        KnownKey::RepublicanBonus => "Republican Party (US): bonus delegates".to_owned(),
        KnownKey::Deputies(level, how) => {
            let level = match level {
                open_house::Level::Province => "province",
                open_house::Level::Municipality => "municipality",
                open_house::Level::Prefecture => "prefecture-level city",
                open_house::Level::County => "county",
                open_house::Level::Township => "township",
            };
            format!("Deputies of a people’s congress: {level} ({})", parts(how))
        }
    }
}

fn matrix_table_error(error: &MatrixTableError) -> String {
    match error {
        MatrixTableError::TooSmall => {
            "The table needs headings, at least one row and one row of totals, one column and one of totals."
                .to_owned()
        }
        MatrixTableError::TooManyCells { rows, columns } => {
            matrix_error(&MatrixError::TooManyCells { rows: *rows, columns: *columns }, &[], &[])
        }
        MatrixTableError::Cell { row, column, text, error } => {
            format!("Row {row}, column {column}: “{}”: {}", short(text), cell_error(error))
        }
    }
}

fn matrix_error(error: &MatrixError, rows: &[String], columns: &[String]) -> String {
    let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
    let names = |all: &[String], which: &[usize]| -> String {
        list(&which.iter().map(|&at| name(all, at)).collect::<Vec<_>>())
    };
    match error {
        MatrixError::TooManyCells { rows, columns } => {
            format!(
                "{} rows by {} columns are more than the page computes at once.",
                count(*rows),
                count(*columns)
            )
        }
        MatrixError::TotalsDiffer { rows, columns } => {
            format!(
                "The rows have {} seats, the columns {}: they must be the same.",
                grouped(*rows),
                grouped(*columns)
            )
        }
        MatrixError::RowTooSmall { row, needed, seats } => {
            format!(
                "Row {} needs at least {} seats and has {}.",
                name(rows, *row),
                grouped(*needed),
                grouped(*seats)
            )
        }
        MatrixError::ColumnTooSmall { column, needed, seats } => format!(
            "Column {} needs at least {} seats and has {}.",
            name(columns, *column),
            grouped(*needed),
            grouped(*seats)
        ),
        MatrixError::Infeasible { rows: some, columns: into, needed, available } => format!(
            "There is no distribution: the {} seats of {} fit only into {}, which have {}.",
            grouped(*needed),
            names(rows, some),
            names(columns, into),
            grouped(*available)
        ),
        MatrixError::TooManySeats { seats } => format!("{} seats are too many.", grouped(*seats)),
        MatrixError::Empty
        | MatrixError::RowSeatsLength { .. }
        | MatrixError::RowLength { .. }
        | MatrixError::LockedOutside { .. }
        | MatrixError::LockedTwice { .. } => "Rows, columns and totals do not fit together.".to_owned(),
    }
}

pub(super) const fn office(office: Office) -> &'static str {
    match office {
        Office::Delegates => "Delegates",
        Office::Committee => "Members of the committee",
        Office::Alternates => "Alternate members",
        Office::Discipline => "Members of the discipline commission",
        Office::StandingCommittee => "Members of the standing committee",
        Office::Secretaries => "Secretaries and deputy secretaries",
        Office::Heads => "Heads",
        Office::DeputyHeads => "Deputy heads",
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::National => "National: ",
        Level::Province => "Province: ",
        Level::BelowProvince => "Below the province: ",
        Level::CountyAndAbove => "County and above: ",
        Level::Township => "Township: ",
    }
}

fn candidates(seats: u64, found: Candidates) -> String {
    let seats = plural(seats as usize, "seat", "seats");
    match found {
        Candidates::Range { lowest, highest: Some(highest) } if lowest == highest => {
            format!("For {seats}: {}.", plural(lowest as usize, "candidate", "candidates"))
        }
        Candidates::Range { lowest, highest: Some(highest) } => {
            format!("For {seats}: {} to {} candidates.", grouped(lowest), grouped(highest))
        }
        Candidates::Range { lowest, highest: None } => {
            format!("For {seats}: at least {}.", plural(lowest as usize, "candidate", "candidates"))
        }
        Candidates::Empty { lowest, highest } => format!(
            "For {seats} no whole number satisfies both bounds: at least {}, at most {}.",
            grouped(lowest),
            grouped(highest)
        ),
    }
}

fn ballot_problem(problem: &BallotProblem, name: &str) -> String {
    match *problem {
        BallotProblem::IssuedAbovePresent { issued, present } => {
            format!(
                "{} ballots issued, but only {} present or taking part.",
                grouped(issued),
                grouped(present)
            )
        }
        BallotProblem::ReturnedAboveIssued { returned, issued } => {
            format!("{} ballots returned, but only {} issued.", grouped(returned), grouped(issued))
        }
        BallotProblem::PapersDoNotAddUp { returned, sum } => format!(
            "Valid, invalid and blank ballots are {} together, but {} were returned.",
            grouped(sum),
            grouped(returned)
        ),
        BallotProblem::VotesAboveValid { votes, valid, .. } => {
            format!("{name} has {} votes, but only {} ballots are valid.", grouped(votes), grouped(valid))
        }
        BallotProblem::VotesAboveChoices { votes, choices } => {
            format!(
                "{} votes in all, but the valid ballots hold {} at most.",
                grouped(votes),
                grouped(choices)
            )
        }
    }
}

fn majority(votes: &Votes) -> String {
    match votes.needed {
        Ok(needed) => format!("{}.", sum(votes.rule, votes.whole, needed)),
        Err(why) => format!("{} of {}: {}.", share(votes.rule), those(votes.rule.base), obstacle(why)),
    }
}

fn obstacle(obstacle: Obstacle) -> String {
    match obstacle {
        Obstacle::Missing(of) if Base::STATED.contains(&of) && !of.is_of_delegates() => {
            format!("the sitting does not state {}", rules::figure(of))
        }
        Obstacle::Missing(Base::Present | Base::PresentWithVote) => {
            "not everybody has reported who is present".to_owned()
        }
        Obstacle::Unbegun => "there are no electoral units yet".to_owned(),
        Obstacle::Missing(Base::Due | Base::DueWithVote | Base::AllMembers) => {
            "not every unit has reported who was elected".to_owned()
        }
        Obstacle::Missing(of) => format!("the number of {} is not known", those(of)),
        Obstacle::EmptyBase(of) => format!("nobody is counted among {}", those(of)),
        Obstacle::Contradiction(c) => format!(
            "{} {} are more than {} {}",
            grouped(c.part_count),
            base(c.part),
            grouped(c.whole_count),
            base(c.whole)
        ),
        Obstacle::VotesAbove { votes, bound, bound_count } => {
            format!("{} votes are more than {} {}", grouped(votes), grouped(bound_count), base(bound))
        }
        Obstacle::NoAttendance(of) => format!("attendance cannot be measured by {}", those(of)),
        Obstacle::AboveWhole(of) => format!("more than all of {} is met by no number", those(of)),
        Obstacle::AreaInFavour(needed) => {
            format!("heads were counted, not the area in favour; {} m² are needed", grouped(needed))
        }
    }
}

fn source(source: &Source) -> String {
    let year = source.year.map_or_else(String::new, |year| format!(" ({year})"));
    let article = source.article.map_or_else(String::new, |article| format!(", Art. {article}"));
    format!("{}{year}{article}. ", source.law.en)
}

const fn to_confirm(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified | Confidence::Own => "",
        Confidence::VerifiedOld => "Read only in an older version: please confirm.",
        Confidence::Unverified => "Not verified: please confirm.",
    }
}

fn witness(tier: Tier, method: &Method, witness: &Witness) -> String {
    let one = match tier {
        Tier::Units => "unit",
        Tier::Delegations => "delegation",
    };
    let divisor = match method {
        Method::BaseProportional(plan) => {
            let rest = self::witness(tier, plan.inner(), witness);
            let base = plural(plan.base().get() as usize, "seat", "seats");
            return format!("Every {one} has {base} first; for the others: {rest}");
        }
        Method::EqualShares => {
            return format!("Every {one} has the same number of seats, within its bounds.");
        }
        Method::Divisor(divisor) | Method::Degressive(divisor) => Some(divisor),
        Method::Remainders(_) | Method::QuotaMethod => None,
    };
    match witness {
        Witness::Divisor { .. } if divisor == Some(&Divisor::Macau) => format!(
            "Each seat goes to the {one} whose members, halved once for every seat it has already, are the most."
        ),
        Witness::Divisor { .. } => {
            let rounding = match divisor {
                Some(Divisor::Webster) => "round to the nearest whole number",
                Some(Divisor::Adams) => "round up",
                Some(Divisor::Jefferson) => "round down",
                Some(Divisor::HuntingtonHill) => "round at the geometric mean",
                Some(Divisor::Dean) => "round at the harmonic mean",
                _ => "round at the method’s own points",
            };
            let members = match method {
                Method::Degressive(_) => "the square root of the members",
                _ => "the members",
            };
            match witness.printed() {
                Printed::Divisor(divisor) => format!(
                    "Divide {members} of each {one} by {} and {rounding}: these are the seats, but for those that bounds or a hand have fixed.",
                    exact(divisor)
                ),
                none => account::undivided(one, rounding, none),
            }
        }
        Witness::Remainder { quota, next, last } => {
            let quota = quota.map_or_else(|| "–".to_owned(), super::number::quota);
            let edge = match (last, next) {
                // Where a bound is in the way, or no seat is left over, no remainder decides.
                (Some(last), Some(next)) if last.whole == 0 && next.whole == 0 => format!(
                    " The smallest remainder that won a seat is {}, the largest that did not is {}.",
                    decimal(last.rest, 4),
                    decimal(next.rest, 4)
                ),
                _ => String::new(),
            };
            let left = match last {
                Some(last) if last.whole < 0 => {
                    "minima take more than is left over, so the smallest remainders give back a seat each."
                }
                _ => "the seats left over go to the largest remainders.",
            };
            format!("One seat for every {quota} members, what is fixed by hand aside; {left}{edge}")
        }
        Witness::UpperQuota { quota } => {
            let quota = quota.map_or_else(|| "–".to_owned(), super::number::quota);
            format!(
                "No {one} has more than its members over {quota}, rounded up; the seats follow one by one."
            )
        }
    }
}

const NOT_SAVED: &str =
    "Not saved: the browser did not take it. Editing goes on; share a link to keep your work.";

fn not_saved(code: &str) -> &'static str {
    match code {
        "storage-quota" => {
            "Not saved: the browser has no room left. Editing goes on; share a link to keep your work."
        }
        "storage-unavailable" => {
            "Not saved: this browser keeps nothing here (a private window?). Editing goes on; share a link to keep your work."
        }
        "storage-blocked" => {
            "Not saved: a tab with an older version of this page holds the storage. Close it; editing goes on here."
        }
        "storage-silent" => {
            "Not saved: the browser’s storage does not answer. Editing goes on; share a link to keep your work."
        }
        "storage-deleted" => "Not saved: the scenario was deleted in another tab.",
        "behind-conflict" => "The scenario was changed in another tab since it was loaded here.",
        "behind-deleted" => "The scenario was deleted in another tab.",
        "storage-conflict" => "Not saved: the scenario was changed in another tab.",
        "storage-too-long" => {
            "Not saved: the scenario takes more than a browser keeps of one (64 MiB). Save it as a file under Share."
        }
        "storage-newer" => "Not saved: a newer version of this page has saved here. Reload to use it.",
        _ => NOT_SAVED,
    }
}

fn grid_error(error: &GridError) -> String {
    match error {
        GridError::Empty => "There is nothing in this table.".to_owned(),
        GridError::TooLarge { bytes } => {
            format!("{} bytes are more than a table may have (16 MiB).", count(*bytes))
        }
        GridError::TooManyRows => format!("The table has more than {} rows.", count(MAX_UNITS)),
        GridError::TooManyColumns { row } => format!("Row {} has more than 256 columns.", count(*row)),
        GridError::TooManyCells => format!("The table has more than {} cells.", count(MAX_CELLS)),
        GridError::NotText => {
            "This is not a text file. Save the sheet as CSV, or copy and paste it.".to_owned()
        }
    }
}

/// What a table put over the units of the same names comes to.
fn updates(update: &Update) -> String {
    let mut said = vec![format!(
        "Updating changes what the table tells of {} with a name that is here already.",
        plural(update.known, "unit", "units")
    )];
    if !update.fresh.is_empty() {
        said.push(match update.fresh.len() {
            1 => "1 unit is added at the end.".to_owned(),
            n => format!("{} units are added at the end.", count(n)),
        });
    }
    if update.others > 0 {
        said.push(match update.others {
            1 => "1 unit that is not in the table stays.".to_owned(),
            n => format!("{} units that are not in the table stay.", count(n)),
        });
    }
    if update.unfit > 0 {
        said.push(match update.unfit {
            1 => "1 cell whose text does not fit stays as it is.".to_owned(),
            n => format!("{} cells whose texts do not fit stay as they are.", count(n)),
        });
    }
    if update.too_many > 0 {
        said.push(match update.too_many {
            1 => "1 row past the largest number of units is left out.".to_owned(),
            n => format!("{} rows past the largest number of units are left out.", count(n)),
        });
    }
    said.push("Replacing takes away all that was entered about the units here.".to_owned());
    said.join(" ")
}

/// What is said about files that come and go.
fn transfer(about: &TransferMsg<'_>) -> String {
    match about {
        TransferMsg::EmptyFile => "There is nothing in this file.".to_owned(),
        TransferMsg::BookError(error) => book_error(*error).to_owned(),
        TransferMsg::ReadAs(Encoding::Gb18030) => {
            "Read as GB 18030. If the names look wrong, save the file as UTF-8.".to_owned()
        }
        TransferMsg::ReadAs(encoding) => format!("Read as {}.", encoding.name()),
        TransferMsg::NoMembers(column, heading) => {
            let heading = heading.map(|text| format!(" (“{}”)", short(text))).unwrap_or_default();
            format!(
                "No column becomes Members. Column {column}{heading} holds whole numbers and is left out: if it is the members, choose so above it."
            )
        }
        TransferMsg::RowsShown(shown, all) => {
            format!("{} of {} shown.", count(*shown), plural(*all, "row", "rows"))
        }
        TransferMsg::Untaken(columns) => untaken(columns),
        TransferMsg::Update => "Update units of the same name".to_owned(),
        TransferMsg::Updates(update) => updates(update),
        TransferMsg::NoNames => {
            "No column becomes Unit, so the units will have no names: choose Unit above the column that holds them."
                .to_owned()
        }
        TransferMsg::HeadingRow(row) => format!("Row {} holds headings", count(*row)),
        TransferMsg::SheetChoice => "Sheet".to_owned(),
        TransferMsg::Reading => "Reading the file…".to_owned(),
        TransferMsg::DropHere => "Drop the file to look at it".to_owned(),
        TransferMsg::DropHint => "A file can also be dropped anywhere on the page.".to_owned(),
        TransferMsg::SeveralFiles(n) => format!("{} files were dropped. Open them one at a time.", count(*n)),
        TransferMsg::Folder => "This is a folder. Open one of the files in it.".to_owned(),
        TransferMsg::PastedTable => {
            "What was pasted has headings, so it is looked at as a table here; no cell has changed yet."
                .to_owned()
        }
        TransferMsg::NoFile => "What was dropped is not a file.".to_owned(),
        TransferMsg::SaveWorkbook => "Excel workbook (XLSX)".to_owned(),
        TransferMsg::Writing => "Writing the workbook…".to_owned(),
        TransferMsg::Written => "The workbook was handed to the browser.".to_owned(),
        TransferMsg::QrTitle => "QR code of the link".to_owned(),
        TransferMsg::QrFigures(qr) => format!(
            "Version {}: {1} × {1} modules; restores up to {2}% of damage.",
            qr.version(),
            qr.modules(),
            qr.correction().percent()
        ),
        TransferMsg::QrDense(qr) => format!(
            "With {0} × {0} modules this code is too fine for most cameras to read from a screen; up to {1} × {1} (version {2}) works well. Print it at least 8 cm wide, or send the link.",
            qr.modules(),
            Qr::modules_of(Qr::PRACTICAL),
            Qr::PRACTICAL
        ),
        TransferMsg::QrTooLong(bytes) => format!(
            "The link has {} bytes; a QR code holds at most {}. Send the link itself, or save a file.",
            count(*bytes),
            count(Qr::MAX_BYTES)
        ),
        TransferMsg::QrLocal => {
            "This page runs on this device only, so the code does not lead another device to it.".to_owned()
        }
        TransferMsg::SaveQr => "Save as SVG".to_owned(),
        TransferMsg::QrAlternative => "QR code of the link above".to_owned(),
        TransferMsg::Item => "Item".to_owned(),
        TransferMsg::Figure => "Number".to_owned(),
        TransferMsg::Unlisted(n) => {
            format!("{} more are not listed here; the copied text has all.", count(*n))
        }
        TransferMsg::TextCopied => "Copied.".to_owned(),
        TransferMsg::TextByHand => {
            "The clipboard is out of reach; select the text in the field below and copy it.".to_owned()
        }
    }
}

const fn book_error(error: BookError) -> &'static str {
    match error {
        BookError::Foreign(Foreign::OldExcel) => {
            "This is a workbook of Excel 97–2003 (.xls), whatever it is called. Open it in Excel or WPS and save it as .xlsx."
        }
        BookError::Foreign(Foreign::Encrypted) => {
            "This workbook is locked with a password. Save it without one and open it again."
        }
        BookError::Foreign(Foreign::BinaryExcel) => {
            "This is a binary workbook (.xlsb). Open it in Excel or WPS and save it as .xlsx."
        }
        BookError::Foreign(Foreign::OpenDocument) => {
            "This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV."
        }
        BookError::Foreign(Foreign::Markup) => {
            "This is a web page or XML. A table in it can be saved as .xlsx from Excel or WPS; a link in it can be copied and opened."
        }
        BookError::Foreign(Foreign::NotATable) => {
            "This file is not a table. Excel (.xlsx), CSV, TSV and text can be opened."
        }
        BookError::Foreign(Foreign::OtherArchive) => {
            "This is a packed file or a document, and there is no workbook in it."
        }
        BookError::TooLarge => {
            "The workbook is larger than 12 MiB. Save the sheet you need by itself, or as CSV."
        }
        BookError::TooManyParts => "The file consists of more parts than any workbook. It was not opened.",
        BookError::Bomb => {
            "Unpacked, this file is larger than any table this page can hold. It was not opened."
        }
        BookError::Lies => {
            "What the file says about its own contents (sizes or numbers) is not true. It was not opened."
        }
        BookError::OddPath => "The file holds parts that would lie outside of it. It was not opened.",
        BookError::Declaration => {
            "The file declares entities, which no spreadsheet writes. It was not opened."
        }
        BookError::Damaged => {
            "The workbook is damaged or incomplete. Open it in Excel or WPS, save it again, and try that one."
        }
        BookError::NoSheet => "There is no sheet with cells in this workbook.",
        BookError::Unavailable => {
            "The part of this page that reads and writes workbooks could not be loaded. Try again with a connection; CSV works without it."
        }
        BookError::Stopped => {
            "This workbook could not be dealt with. Save the sheet as CSV, or copy and paste it."
        }
    }
}

fn import_summary(units: usize, left_out: &[usize], too_many: usize) -> String {
    let mut text = format!("{} will be imported.", plural(units, "unit", "units"));
    text += &rows_left_out(left_out);
    if too_many > 0 {
        text +=
            &format!(" {} past the limit of {} are not.", plural(too_many, "row", "rows"), count(MAX_UNITS));
    }
    text
}

/// Which columns of a table become nothing; the first few.
fn untaken(columns: &[UntakenColumn]) -> String {
    const SHOWN: usize = 8;
    let column = |UntakenColumn { column, heading }: &UntakenColumn| match heading {
        Some(heading) => format!("{column} (“{}”)", short(heading)),
        None => column.to_string(),
    };
    let listed = columns.iter().take(SHOWN).map(column).collect::<Vec<_>>().join(", ");
    let more = match columns.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {} more", count(more)),
    };
    let word = if columns.len() == 1 { "Column" } else { "Columns" };
    format!("{word} left out: {listed}{more}. To take one, choose above it what it becomes.")
}

/// Which rows of a table are none of its lines; the first few by number.
fn rows_left_out(rows: &[usize]) -> String {
    const SHOWN: usize = 8;
    if rows.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = rows.iter().take(SHOWN).map(|row| count(*row)).collect();
    let more = match rows.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {} more", count(more)),
    };
    let word = if rows.len() == 1 { "row" } else { "rows" };
    format!(" Left out: {word} {}{more} (a title, empty or a total).", numbers.join(", "))
}

fn import_problem(problem: &CellProblem) -> String {
    let instead = match problem.instead() {
        Instead::Nothing => "The cell stays empty.",
        Instead::Zero => "The cell becomes 0.",
        Instead::Computed => "No seats are locked there; they are computed.",
    };
    format!(
        "Row {}, column {} ({}): “{}”. {} {instead}",
        count(problem.row),
        problem.column,
        field(problem.field),
        short(&problem.text),
        cell_error(&problem.error)
    )
}

fn link_error(error: &LinkError) -> String {
    match error {
        LinkError::NotALink => "The part of the address after # is not a scenario.".to_owned(),
        LinkError::NewerVersion { .. } | LinkError::Payload(PayloadError::Newer { .. }) => {
            "The link was made by a newer version of this page. Open it with that version.".to_owned()
        }
        LinkError::TooLong => "The link is longer, or holds more, than any this page makes.".to_owned(),
        LinkError::Incomplete => {
            "The link is incomplete or was changed on the way; its checksum does not agree.".to_owned()
        }
        LinkError::Payload(_) => "The link is damaged: what it holds is not a scenario.".to_owned(),
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::OverAward { awarded } => {
            format!(
                "Under this quota the whole shares alone take {} seats, more than the house has. Choose another method.",
                grouped(*awarded)
            )
        }
        Refusal::BaseAboveHouse { sum } => {
            format!(
                "The base seats with minima and locked seats add up to {}, more than the house.",
                grouped(*sum)
            )
        }
        Refusal::CapBelowHouse { sum } => {
            format!("Under the cap only {} seats find a unit, fewer than the house.", grouped(*sum))
        }
    }
}

/// A limit in bytes, and what that is in characters.
pub(super) fn too_long(bytes: usize, limit: usize) -> String {
    format!(
        "The text is too long: at most {} bytes, about {} Chinese characters or {} Latin letters; this one has {} bytes.",
        count(limit),
        count(limit / 3),
        count(limit),
        count(bytes)
    )
}

fn cell_error(error: &CellError) -> String {
    match error {
        CellError::Number(NumberError::NotANumber) => "Not a number.".to_owned(),
        CellError::Number(NumberError::NotWhole) => {
            "Whole numbers only, without decimals or exponent.".to_owned()
        }
        CellError::Number(NumberError::Negative) => "A number below zero has no meaning here.".to_owned(),
        CellError::Number(NumberError::Grouping) => {
            "Separators must stand between groups of three digits.".to_owned()
        }
        CellError::Number(NumberError::TooSmall { least }) => format!("At least {}.", grouped(*least)),
        CellError::Number(NumberError::TooLarge { limit }) => format!("At most {}.", grouped(*limit)),
        CellError::Name(NameError::TooLong { bytes, limit }) => too_long(*bytes, *limit),
        CellError::StrokeOrder(StrokeOrderError::NotAStroke) => {
            "Digits from 1 to 5 only (横 1, 竖 2, 撇 3, 点 4, 折 5), or the strokes themselves, with a space between characters."
                .to_owned()
        }
        CellError::StrokeOrder(StrokeOrderError::TooManyOfOne) => format!(
            "A character has {} strokes at most: put a space between characters.",
            grouped(MAX_STROKES.into())
        ),
        CellError::StrokeOrder(StrokeOrderError::TooMany) => {
            format!("A stroke order has {} strokes at most.", grouped(MAX_STROKES_IN_ORDER.into()))
        }
        CellError::Follows(leader) => table::leader(leader).into_owned(),
        CellError::SeveralEntries => {
            "Ended mandates are kept here in several entries; edit them one by one below the roster."
                .to_owned()
        }
    }
}

fn method(method: &Method) -> String {
    match method {
        Method::Remainders(quota) => match quota {
            Quota::Hare => "Hamilton (largest remainders)".to_owned(),
            Quota::Droop => "Largest remainders, Droop quota".to_owned(),
            Quota::HagenbachBischoff => "Largest remainders, Hagenbach-Bischoff quota".to_owned(),
            Quota::Imperiali => "Largest remainders, Imperiali quota".to_owned(),
        },
        Method::Divisor(which) => divisor(which),
        Method::Degressive(which) => format!("Square roots of the members, {}", divisor(which)),
        Method::QuotaMethod => "Quota method (Balinski-Young)".to_owned(),
        Method::BaseProportional(plan) => format!(
            "{} base seats each, then {}",
            grouped(plan.base().get().into()),
            self::method(plan.inner())
        ),
        Method::EqualShares => "Equal shares".to_owned(),
    }
}

fn divisor(divisor: &Divisor) -> String {
    match divisor {
        Divisor::Adams => "Adams (rounding up)".to_owned(),
        Divisor::Dean => "Dean (harmonic mean)".to_owned(),
        Divisor::HuntingtonHill => "Huntington-Hill (geometric mean)".to_owned(),
        Divisor::Webster => "Webster (Sainte-Laguë)".to_owned(),
        Divisor::Jefferson => "Jefferson (D’Hondt)".to_owned(),
        Divisor::Danish => "Danish".to_owned(),
        Divisor::Condorcet => "Condorcet".to_owned(),
        Divisor::Imperiali => "Imperiali (divisors)".to_owned(),
        Divisor::Macau => "Macau".to_owned(),
        Divisor::ModifiedFirst(_) => {
            format!("Modified Sainte-Laguë (first divisor {})", divisor.setting().unwrap_or_default())
        }
        Divisor::Stationary(_) => {
            format!("Stationary (split point {})", divisor.setting().unwrap_or_default())
        }
        Divisor::PowerMean(_) => format!("Power mean (exponent {})", divisor.setting().unwrap_or_default()),
    }
}

const fn method_hint(method: &Method) -> &'static str {
    match method {
        Method::Remainders(_) => {
            "Whole quotas first, then the largest remainders. Stays within the quota; can show the Alabama paradox."
        }
        Method::Divisor(Divisor::Webster) => "Standard rounding; favours neither large nor small units.",
        Method::Divisor(Divisor::HuntingtonHill) => {
            "Rounds at the geometric mean; slightly favours small units. US House since 1941."
        }
        Method::Divisor(Divisor::Dean) => "Rounds at the harmonic mean; slightly favours small units.",
        Method::Divisor(Divisor::Adams) => {
            "Rounds up; favours small units, every unit with members gets a seat."
        }
        Method::Divisor(Divisor::Jefferson) => "Rounds down; favours large units.",
        Method::Divisor(_) => "A divisor method: members per divisor, rounded at the method’s own points.",
        Method::Degressive(_) => {
            "Shares by the square root of the members: larger units get fewer seats per member."
        }
        Method::QuotaMethod => "Jefferson’s order, but never above the quota rounded up.",
        Method::BaseProportional(_) => {
            "Every unit gets the base seats first, then a share of the rest by members."
        }
        Method::EqualShares => "The same for every unit, whatever its members.",
    }
}
