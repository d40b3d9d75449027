//! English for the agenda and the elections.

use super::{
    amount, ballot_problem, candidates, cell_error, count, list, obstacle, plural, share, short, sum, those,
};
use crate::exchange::{CandidateColumn, CandidateLeftOut, CandidateLine, CandidateLineError, LeftOutPart};
use crate::limits::MAX_CANDIDATES;
use crate::scenario::{CandidateStanding, Carried, Change, Gap, Name, Paper, Unsettled, VotingProblem};
use crate::text::number::grouped;
use crate::text::{VotingMsg, VotingWord};
use crate::threshold::{Decision, Finding, ListOrder, Rule, TieRule, Verdict};
use std::borrow::Cow;

const fn word(word: VotingWord) -> &'static str {
    match word {
        VotingWord::Agenda => "Agenda",
        VotingWord::AgendaHint => {
            "In the order of the congress. An item is heard, decided by vote, or settled by one of the elections below."
        }
        VotingWord::NoItems => "No items yet. Add the first; it can be moved later.",
        VotingWord::AddItem => "Add an item",
        VotingWord::Item => "Item",
        VotingWord::Sitting => "Sitting",
        VotingWord::SittingShown => "The one shown",
        VotingWord::Needs => "Needs",
        VotingWord::Hearing => "nothing: it is heard",
        VotingWord::AnElection => "an election",
        VotingWord::WhichElection => "Which election",
        VotingWord::NotChosen => "Not chosen yet",
        VotingWord::Favour => "In favour",
        VotingWord::Against => "Against",
        VotingWord::Abstaining => "Abstaining",
        VotingWord::AreaInFavour => "Area in favour",
        VotingWord::NoMajority => {
            "The sources state no majority for this. The method that the congress adopts decides; choose your own rules to have it counted."
        }
        VotingWord::SeeElection => "Go to the election",
        VotingWord::Elections => "Elections",
        VotingWord::ElectionsHint => {
            "Each is counted by the rules chosen and the attendance of its sitting. It is kept and shared with the scenario."
        }
        VotingWord::NoElections => "No elections yet. Add one for each body that the congress elects.",
        VotingWord::AddElection => "Add an election",
        VotingWord::Title => "Title",
        VotingWord::Papers => "Ballot papers",
        VotingWord::Candidates => "Candidates",
        VotingWord::Name => "Name",
        VotingWord::Votes => "Votes",
        VotingWord::Strokes => "Strokes",
        VotingWord::StrokeOrder => "Stroke order",
        VotingWord::Result => "Result",
        VotingWord::StrokesHint => {
            "Strokes of the surname are entered by hand, because the page has no stroke dictionary. They order the list where the rules ask for it."
        }
        VotingWord::StrokeOrderHint => {
            "Where surnames have equally many strokes, the stroke order tells them apart: 横 1, 竖 2, 撇 3, 点 and 捺 4, 折 5, as they are written and as many as are needed; 王 is 1121. Under one surname go on behind a space with the given name, every character whole: 王小明 may be 1121 234 25113511."
        }
        VotingWord::FinerOrder => {
            "Equally many strokes are ordered by the stroke order: 横, 竖, 撇, 点, 折. Under one surname, given names of one character come first, then the given names are compared character by character, by strokes and stroke order. The rules do not say this; the method that the congress adopts decides."
        }
        VotingWord::AddCandidate => "Add a candidate",
        VotingWord::Remove => "Remove",
        VotingWord::MoveUp => "Move up",
        VotingWord::MoveDown => "Move down",
        VotingWord::PasteRows => "Rows from a spreadsheet",
        VotingWord::PasteHint => {
            "One candidate a line: name, votes, strokes, stroke order, with tabs between, or as headings above them say. Rows can also be pasted into the table."
        }
        VotingWord::PutRows => "Add these candidates",
        VotingWord::UndoPaste => "Undo the paste",
        VotingWord::Tied => "Tied",
        VotingWord::StillToEnter => "Still to enter",
        VotingWord::List => "List of those elected",
        VotingWord::NoOrder => "The rules state no order of the list; it stands by votes.",
        VotingWord::NoTieRule => "The sources do not say how such a tie is broken.",
        VotingWord::RemediesAre => "What the rules allow:",
        VotingWord::NoRemedy => "The sources recorded on this page state nothing for seats that nobody won.",
        VotingWord::NoBand => "The sources state no number of candidates for this office.",
        VotingWord::NoFurtherBallot => "No further ballot can be entered here.",
        VotingWord::NoQuorum => "The sitting has no quorum: nobody is elected and nothing is decided.",
        VotingWord::Contradictory => "Cannot be decided: the figures contradict each other.",
        VotingWord::Report => "Elections and votes",
    }
}

pub(super) fn say(msg: &VotingMsg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        VotingMsg::Word(which) => return Cow::Borrowed(word(*which)),
        VotingMsg::Decision(which) => return Cow::Borrowed(decision(*which)),
        VotingMsg::Verdict(rule, found) => verdict(*rule, found, ["carried", "not carried"]),
        VotingMsg::Measure(rule, found) => verdict(*rule, found, ["reached", "not reached"]),
        VotingMsg::Carried(how) => return Cow::Borrowed(carried(*how)),
        VotingMsg::Votes { favour, against, abstaining, area } => {
            let parts = [(favour, "in favour"), (against, "against"), (abstaining, "abstaining")].into_iter();
            let parts = parts.chain([(area, "m² of area in favour")]);
            let known = parts.filter_map(|(n, of)| n.map(|n| format!("{} {of}", grouped(n))));
            known.collect::<Vec<_>>().join(", ")
        }
        VotingMsg::Gap(what) => gap(*what),
        VotingMsg::Paper(which) => return Cow::Borrowed(paper(*which)),
        VotingMsg::Problem(what) => problem(what),
        VotingMsg::Line(what) => line(what),
        VotingMsg::PastedRows(n) => format!("Read: {}.", plural(*n, "candidate", "candidates")),
        VotingMsg::TookRows(n) => format!("Pasted: {}.", plural(*n, "candidate", "candidates")),
        VotingMsg::LeftOut(what) => left_out(what),
        VotingMsg::Order(order) => return Cow::Borrowed(self::order(*order)),
        VotingMsg::Unsettled(why, names) => unsettled(*why, names),
        VotingMsg::ItemNumber(n) => format!("Item {}", count(*n)),
        VotingMsg::ElectionNumber(n) => format!("Election {}", count(*n)),
        VotingMsg::CandidateNumber(n) => format!("candidate {}", count(*n)),
        VotingMsg::Of(column, name) => format!("{}: {name}", word(*column)),
        VotingMsg::RunOff { ballot, tied, open } => format!(
            "Further ballot {}: {} with equal votes for {}",
            count(*ballot),
            plural(*tied, "candidate", "candidates"),
            plural(*open as usize, "seat", "seats")
        ),
        VotingMsg::TieBroken(how) => {
            return Cow::Borrowed(match how {
                TieRule::Revote => "A further ballot among the tied decides.",
                TieRule::Lot => "A lot decides.",
                TieRule::Chair => "The chair decides.",
            });
        }
        VotingMsg::FurtherBallot(n) => format!("Further ballot {}", count(*n)),
        VotingMsg::Standing(how) => return Cow::Borrowed(standing(*how)),
        VotingMsg::ElectedCount(elected, seats) => {
            format!("Elected: {} of {}", count(*elected), plural(*seats as usize, "seat", "seats"))
        }
        VotingMsg::Papers(papers) => {
            let parts = papers
                .iter()
                .map(|(which, n)| format!("{} {}", paper(*which).to_ascii_lowercase(), grouped(*n)));
            format!("Ballots: {}.", parts.collect::<Vec<_>>().join(", "))
        }
        VotingMsg::SeatsToFill(seats) => format!("Seats to fill: {}.", grouped((*seats).into())),
        VotingMsg::AgendaStep(change) => return Cow::Borrowed(agenda_step(*change)),
        VotingMsg::ElectionStep(change) => return Cow::Borrowed(election_step(*change)),
    })
}

pub(super) const fn agenda_step(change: Change) -> &'static str {
    match change {
        Change::Added => "item added to the agenda",
        Change::Edited => "agenda",
        Change::Moved => "item of the agenda moved",
        Change::Removed => "item of the agenda removed",
    }
}

pub(super) const fn election_step(change: Change) -> &'static str {
    match change {
        Change::Added => "election added",
        Change::Edited => "election",
        Change::Moved => "election moved",
        Change::Removed => "election removed",
    }
}

const fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Adopt => "a resolution",
        Decision::Method => "the method of election",
        Decision::Elect => "an election",
        Decision::Charter => "a change of the charter",
        Decision::Recall => "a recall",
        Decision::Rerun => "a second election",
    }
}

/// "More than 1/2 of 484 due = 243; 300 in favour: carried."
fn verdict(rule: Rule, verdict: &Verdict, [met, not_met]: [&str; 2]) -> String {
    let said = |finding: &Finding| {
        let sum = sum(rule, finding.whole, finding.needed);
        format!("{sum}; {} in favour", amount(finding.achieved, rule.base))
    };
    match verdict {
        Verdict::Met(finding) => format!("{}: {met}.", said(finding)),
        // Votes are all counted, or none is.
        Verdict::NotMet(finding) | Verdict::SoFar(finding) => {
            format!("{}: {not_met}, {} short.", said(finding), amount(finding.shortage(), rule.base))
        }
        Verdict::Undecided(why) => {
            format!("{} of {}: cannot be decided, {}.", share(rule), those(rule.base), obstacle(*why))
        }
    }
}

const fn carried(carried: Carried) -> &'static str {
    match carried {
        Carried::Carried => "Carried",
        Carried::NotCarried => "Not carried",
        Carried::Undecided => "Cannot be decided",
    }
}

const fn standing(standing: CandidateStanding) -> &'static str {
    match standing {
        CandidateStanding::Elected => "Elected",
        CandidateStanding::ElectedInRunOff => "Elected in a further ballot",
        CandidateStanding::Tied => "Tied",
        CandidateStanding::NotElected => "Not elected",
    }
}

const fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::Issued => "Issued",
        Paper::Returned => "Returned",
        Paper::Valid => "Valid",
        Paper::Invalid => "Invalid",
        Paper::Blank => "Blank",
    }
}

fn gap(gap: Gap) -> String {
    match gap {
        Gap::Seats => "the seats to fill".to_owned(),
        Gap::Candidates => "the candidates".to_owned(),
        Gap::Paper(which) => format!("ballots {}", paper(which).to_ascii_lowercase()),
        Gap::Votes(n) => format!("the votes of {}", plural(n, "candidate", "candidates")),
    }
}

const fn order(order: ListOrder) -> &'static str {
    match order {
        ListOrder::Strokes => "By the strokes of the surname.",
        ListOrder::VotesThenStrokes => "By votes, equal votes by the strokes of the surname.",
        ListOrder::AsApproved => "In the order approved, which is that of the table.",
    }
}

fn unsettled(why: Unsettled, names: &[String]) -> String {
    let names = list(names);
    match why {
        Unsettled::EqualStrokes => {
            format!(
                "{names}: equally many strokes, so the order among them is open. Enter the stroke order of their surnames until it tells them apart."
            )
        }
        Unsettled::EqualForms => format!(
            "{names}: other characters, but the same strokes in the same order, so the order among them is open. Settle it by hand, with the standard."
        ),
        Unsettled::GivenNames => format!(
            "{names}: the same surname, so the order among them is open. Go on in their stroke order, behind a space, with every stroke of each character of the given name."
        ),
        Unsettled::SameName => format!("{names}: the same name, so the order among them is open."),
        Unsettled::StrokesMissing => {
            format!("{names}: strokes are missing, so the order among them is open.")
        }
    }
}

pub(super) fn problem(problem: &VotingProblem) -> String {
    match problem {
        VotingProblem::Ballot(problem, name) => ballot_problem(problem, name.as_str()),
        VotingProblem::Void { issued, returned } => format!(
            "{} ballots returned, more than the {} issued: the vote is void and is held again.",
            grouped(*returned),
            grouped(*issued)
        ),
        VotingProblem::CandidatesOutsideBand { count, seats, band } => {
            format!(
                "{} entered. {}",
                plural(*count as usize, "candidate", "candidates"),
                candidates(*seats, *band)
            )
        }
        VotingProblem::NoQuorum => {
            "Its sitting has no quorum, so nothing can be elected or decided there.".to_owned()
        }
        VotingProblem::VotesAboveVoters { votes, base, voters } => format!(
            "{} votes and abstentions, but only {} {}.",
            grouped(*votes),
            grouped(*voters),
            super::base(*base)
        ),
        VotingProblem::AreaAbove { area, base, whole } => format!(
            "{} of area in favour, but only {} {}.",
            grouped(*area),
            grouped(*whole),
            super::base(*base)
        ),
        VotingProblem::RunOffAboveBallots { name, votes, ballots } => format!(
            "{} has {} votes in the further ballot, but there are {} ballots at most.",
            name.as_str(),
            grouped(*votes),
            grouped(*ballots)
        ),
        VotingProblem::RunOffAboveChoices { votes, choices } => format!(
            "{} votes in the further ballot, but its ballots hold {} at most.",
            grouped(*votes),
            grouped(*choices)
        ),
        VotingProblem::AboveSeats { votes, choices } => format!(
            "{} votes in all, but with one for each seat the ballots hold only {}. The rules do not say that a ballot with more names is invalid, so they are counted.",
            grouped(*votes),
            grouped(*choices)
        ),
        VotingProblem::RunOffUnused { name, ballot } => format!(
            "{} has votes of further ballot {ballot} without standing in it. They are not counted.",
            name.as_str()
        ),
        VotingProblem::FormsAboveStrokes { name, forms, strokes } => format!(
            "The stroke order of the surname of {} has {}, but the surname only {}: it is not used. The given name goes behind a space.",
            name.as_str(),
            plural(*forms as usize, "stroke", "strokes"),
            grouped(*strokes)
        ),
        VotingProblem::StrokesDiffer { character, told } => format!(
            "Different numbers of strokes were entered for {character}: {}. A character has one; correct the others.",
            told_of(told.iter().map(|(strokes, names)| (grouped(*strokes), &**names)))
        ),
        VotingProblem::StrokeOrdersDiffer { character, told } => format!(
            "Different stroke orders were entered for {character}: {}. A character has one; correct the others.",
            told_of(told.iter().map(|(forms, names)| (forms.clone(), &**names)))
        ),
        VotingProblem::SameName(name) => format!("Two candidates are called {}.", name.as_str()),
        VotingProblem::Nameless => "The candidate has no name.".to_owned(),
    }
}

/// What was entered, each with the candidates for whom it was.
fn told_of<'a>(told: impl Iterator<Item = (String, &'a [Name])>) -> String {
    let names = |names: &[Name]| list(&names.iter().map(Name::as_str).collect::<Vec<_>>());
    told.map(|(what, of)| format!("{what} ({})", names(of))).collect::<Vec<_>>().join(", ")
}

fn line(line: &CandidateLine) -> String {
    let column = |column: CandidateColumn| match column {
        CandidateColumn::Name => word(VotingWord::Name),
        CandidateColumn::Votes => word(VotingWord::Votes),
        CandidateColumn::Strokes => word(VotingWord::Strokes),
        CandidateColumn::StrokeOrder => word(VotingWord::StrokeOrder),
    };
    match &line.error {
        CandidateLineError::Cell(of, text, error) => format!(
            "Line {}, {}: “{}”: {}",
            count(line.line),
            column(*of).to_ascii_lowercase(),
            short(text),
            cell_error(error)
        ),
        CandidateLineError::TooManyCells => {
            format!("Line {}: more than name, votes, strokes and stroke order.", count(line.line))
        }
        CandidateLineError::TooManyLines => {
            format!("Line {}: an election takes {} candidates.", count(line.line), count(MAX_CANDIDATES))
        }
    }
}

fn left_out(left: &CandidateLeftOut) -> String {
    let quoted = |texts: &[String]| {
        texts.iter().map(|text| format!("“{}”", short(text))).collect::<Vec<_>>().join(", ")
    };
    let line = count(left.line);
    match &left.part {
        LeftOutPart::Title(texts) => format!("Line {line} is a title and left out: {}.", quoted(texts)),
        LeftOutPart::Headings(texts) => format!("Line {line} is taken for headings: {}.", quoted(texts)),
        LeftOutPart::Total(texts) => format!("Line {line} is a total and left out: {}.", quoted(texts)),
        LeftOutPart::Serial(column) => {
            format!("From line {line} on, the serial numbers in column {} are left out.", count(*column))
        }
        LeftOutPart::Cells(cells) => {
            let cell = |(heading, text): &(String, String)| match heading.as_str() {
                "" => format!("“{}”", short(text)),
                heading => format!("{} “{}”", short(heading), short(text)),
            };
            let cells = cells.iter().map(cell).collect::<Vec<_>>().join(", ");
            format!("Line {line}: left out, being neither name, votes, strokes nor stroke order: {cells}.")
        }
    }
}
