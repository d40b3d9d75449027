//! The rules in English.

use crate::scenario::{Descent, RulesStep};
use crate::text::en::{base, counted, date, office, share, strictness, those};
use crate::text::number::grouped;
use crate::text::{RulesMsg, RulesWord};
use crate::threshold::{
    Band, Base, Chapter, Counting, Decision, Excess, Fault, Initiative, Level, ListOrder, Measure, Measures,
    Milestone, Provision, Purpose, Remedy, Rule, Share, ShareError, Signers, Span, Subject, TieRule,
};

pub(super) fn say(msg: RulesMsg) -> String {
    match msg {
        RulesMsg::Word(word) => self::word(word).to_owned(),
        RulesMsg::Chapter(chapter) => self::chapter(chapter).to_owned(),
        RulesMsg::Subject(about) => subject(about),
        RulesMsg::Provision(row) => capital(&provision(row)),
        RulesMsg::Decision(what) => decision(what).to_owned(),
        RulesMsg::Descent(descent) => match descent {
            Descent::Copied => "As in the source.",
            Descent::Changed => "Changed by the organisation.",
            Descent::Added => "Added by the organisation.",
            Descent::Removed => "Taken out by the organisation.",
        }
        .to_owned(),
        RulesMsg::CopiedFrom(name) => format!("Copied from: {}.", name.en),
        RulesMsg::ReturnTo(name) => format!("Back to “{}”", name.en),
        RulesMsg::CopyOf(name) => format!("{} – own rules", name.en),
        RulesMsg::Edit(about) => format!("Change: {}", subject(about)),
        RulesMsg::Done(about) => format!("Done: {}", subject(about)),
        RulesMsg::Remove(about) => format!("Remove: {}", subject(about)),
        RulesMsg::Reset(about) => format!("As in the source: {}", subject(about)),
        RulesMsg::SourceSays(row) => format!("The source says: {}", provision(row)),
        RulesMsg::Fault(about, fault) => format!("{}: {}", subject(about), self::fault(fault)),
        RulesMsg::ShareError(error) => share_error(error),
        RulesMsg::NotStated(of) => {
            format!("The sitting does not state {}, which its quorum needs.", figure(of))
        }
        RulesMsg::Stated(of) => stated(of).to_owned(),
        RulesMsg::Borrowed { wanted, used } => format!(
            "These rules state no quorum to {}; the one to {} is used.",
            purpose(wanted),
            purpose(used)
        ),
        RulesMsg::SignersHere(n) => format!("Here: {}.", counted(n, "signature")),
        RulesMsg::PresidiumHere(n) => format!("Here: about {}.", grouped(n)),
        RulesMsg::Latest(day) => format!("Here: by {}.", date(day)),
        RulesMsg::Step(step) => match step {
            RulesStep::Copied => "rules copied",
            RulesStep::Renamed => "rules renamed",
            RulesStep::Added => "rule added",
            RulesStep::Changed => "rule changed",
            RulesStep::Removed => "rule removed",
            RulesStep::Reset => "rule as in the source",
            RulesStep::Returned => "back to the named rules",
        }
        .to_owned(),
        RulesMsg::Counting(how) => counting(how).to_owned(),
        RulesMsg::Tie(how) => capital(tie(how)),
        RulesMsg::Order(how) => capital(order(how)),
        RulesMsg::Excess(of) => excess(of),
        RulesMsg::Share(of) => fraction(of),
    }
}

const fn word(word: RulesWord) -> &'static str {
    match word {
        RulesWord::Whole => "The rules, whole",
        RulesWord::WholeHint => {
            "Each rule with the source it was read in. What the sources leave open is not here, and is not decided."
        }
        RulesWord::Copy => "Copy and edit these rules",
        RulesWord::CopyHint => {
            "The scenario then carries its own rules; rows you leave alone go on citing their source."
        }
        RulesWord::OwnHint => {
            "What you change counts as the organisation’s own. No copy is law: where a law binds the body, it holds all the same."
        }
        RulesWord::Name => "Name of the rules",
        RulesWord::About => "For",
        RulesWord::Says => "Rule",
        RulesWord::From => "Source",
        RulesWord::Edit => "Change",
        RulesWord::Remove => "Remove",
        RulesWord::Reset => "As in the source",
        RulesWord::Done => "Done",
        RulesWord::Add => "Add",
        RulesWord::AddWhat => "Rule to add",
        RulesWord::FirstMeasure => "Measure",
        RulesWord::SecondMeasure => "Second measure, to be met as well",
        RulesWord::AddSecond => "Add a second measure",
        RulesWord::RemoveSecond => "Remove the second measure",
        RulesWord::Least => "At least, above the seats",
        RulesWord::Most => "At most, above the seats",
        RulesWord::NoBound => "No bound",
        RulesWord::ShareOfSeats => "A share of the seats",
        RulesWord::Persons => "Persons",
        RulesWord::ShareOfMembers => "A share of the members",
        RulesWord::DelegationOrPersons => "A delegation, or persons",
        RulesWord::Days => "Days",
        RulesWord::Months => "Months",
        RulesWord::Before => "How long before",
        RulesWord::Kind => "Counted in",
        RulesWord::HowMany => "How many",
        RulesWord::Counted => "In the base of the votes",
        RulesWord::TieChoice => "A tie is broken",
        RulesWord::OrderChoice => "Order of the list",
        RulesWord::Nothing => "Nothing is stated.",
        RulesWord::NoValue => "This rule has nothing to set: it holds or is removed.",
        RulesWord::Here => "At the sitting that is shown",
        RulesWord::ByDecision => "Votes by kind of decision",
        RulesWord::StatedFigures => "Figures that the rules count and the roster does not",
        RulesWord::StatedHint => {
            "Whole numbers, in the same unit on both sides: an area in whole square metres."
        }
        RulesWord::VotingFigures => "Some delegates have no vote",
        RulesWord::SilentOn => "Nothing is stated on: ",
    }
}

/// "the number of owners", "the area".
pub(super) fn figure(of: Base) -> String {
    match of.measure() {
        Measure::Area => those(of),
        Measure::Heads | Measure::Votes => format!("the number of {}", those(of)),
    }
}

const fn stated(of: Base) -> &'static str {
    match of {
        Base::CapableMembers => "Members with full legal capacity",
        Base::Owners => "Owners in all",
        Base::Participants => "Owners or voters taking part",
        Base::Area => "Exclusive area in all (m²)",
        Base::ParticipatingArea => "Area of those taking part (m²)",
        Base::Voters => "Registered voters",
        Base::VotingRights => "Voting rights in all",
        Base::DueWithVote => "Due with a vote",
        Base::PresentWithVote => "Present with a vote",
        other => base(other),
    }
}

const fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Quorums => "Quorum",
        Chapter::Majorities => "Majority",
        Chapter::Candidates => "Number of candidates",
        Chapter::Ballots => "Ballots",
        Chapter::Ties => "Ties",
        Chapter::Shortfall => "Seats that nobody won",
        Chapter::Lists => "Order of lists",
        Chapter::Signers => "Co-signers",
        Chapter::Presidium => "Presidium",
        Chapter::Deadlines => "Deadlines",
    }
}

/// "A motion (township)".
fn subject(about: Subject) -> String {
    let at = |what: &str, at: Option<Level>| match at {
        Some(at) => format!("{what} ({})", level(at)),
        None => what.to_owned(),
    };
    match about {
        Subject::Quorum(of) => format!("To {}", purpose(of)),
        Subject::Majority(of) => decision(of).to_owned(),
        Subject::Candidates(of) | Subject::Order(of) => office(of).to_owned(),
        Subject::OverReturned => "More ballots than issued".to_owned(),
        Subject::OverChosen => "More names than seats".to_owned(),
        Subject::Blank => "Blank ballots".to_owned(),
        Subject::Illegal => "Illegal votes".to_owned(),
        Subject::Tie => "A tie over the last seats".to_owned(),
        Subject::Remedy(of) => match of {
            Remedy::SeparateElection => "A separate election",
            Remedy::ReduceSeats => "Fewer seats",
            Remedy::LeaveVacant => "A vacancy",
        }
        .to_owned(),
        Subject::Signers(of, level) => at(
            match of {
                Initiative::Motion => "A motion",
                Initiative::Recall => "A recall",
                Initiative::ExtraordinaryMeeting => "An extraordinary meeting",
            },
            level,
        ),
        Subject::Presidium => "Size of the presidium".to_owned(),
        Subject::Deadline(of, level) => at(
            match of {
                Milestone::CongressRequest => "Request to hold the congress",
                Milestone::CandidateRequest => "Request to approve the candidates",
                Milestone::VoterList => "List of voters",
                Milestone::PreliminaryCandidates => "Preliminary list of candidates",
                Milestone::FinalCandidates => "Final list of candidates",
                Milestone::Nomination => "Nomination and deliberation",
            },
            level,
        ),
    }
}

fn provision(row: Provision) -> String {
    match row {
        Provision::Quorum(_, of) | Provision::Majority(_, of) => measures(of),
        Provision::Candidates(_, of) => band(of),
        Provision::OverReturned => "more ballots returned than issued: the vote is void.".to_owned(),
        Provision::OverChosen => "a ballot with more names than seats is invalid.".to_owned(),
        Provision::Blank(how) => format!("blank ballots are {} the base.", counting(how)),
        Provision::Illegal(how) => {
            format!("illegal votes of those entitled are {} the base.", counting(how))
        }
        Provision::Tie(how) => format!("{}.", tie(how)),
        Provision::Remedy(Remedy::SeparateElection) => {
            "a separate election for the remaining seats.".to_owned()
        }
        Provision::Remedy(Remedy::ReduceSeats) => {
            "fewer seats, if close to the number and if more than half of the electors, or the presidium, agree."
                .to_owned()
        }
        Provision::Remedy(Remedy::LeaveVacant) => "the seats stay vacant.".to_owned(),
        Provision::Order(_, how) => format!("{}.", order(how)),
        Provision::Signers(_, _, of) => match of {
            Signers::Persons(n) => format!("{}.", persons(n)),
            Signers::DelegationOr(n) => format!("a delegation, or {}.", persons(n)),
            Signers::Of(share) => format!("at least {} of the members.", fraction(share)),
        },
        Provision::Presidium(share) => format!("about {} of the delegates.", fraction(share)),
        Provision::Deadline(_, _, Span::Days(n)) => format!("at least {} before.", counted(n.into(), "day")),
        Provision::Deadline(_, _, Span::Months(n)) => {
            format!("at least {} before.", counted(n.into(), "month"))
        }
    }
}

fn measures(of: Measures) -> String {
    let one = |rule: Rule| match rule.share {
        Share::WHOLE => format!("{} all of {}", strictness(rule.strictness), those(rule.base)),
        _ => format!("{} of {}", share(rule), those(rule.base)),
    };
    let rules: Vec<String> = of.rules().map(one).collect();
    format!("{}.", rules.join(", and "))
}

fn band(of: Band) -> String {
    match of.most {
        Some(_) if of == Band::EQUAL => "as many candidates as seats.".to_owned(),
        Some(Excess::Persons(1)) if of.least == Excess::Persons(0) => {
            "as many candidates as seats, or one more.".to_owned()
        }
        Some(Excess::Persons(most)) if of.least == Excess::Persons(0) => {
            format!("as many candidates as seats, or up to {} more.", grouped(most.into()))
        }
        None if of.least == Excess::Persons(0) => "at least as many candidates as seats.".to_owned(),
        None => format!("at least {} more candidates than seats.", excess(of.least)),
        Some(most) if most == of.least => format!("exactly {} more candidates than seats.", excess(most)),
        Some(most) => format!("{} to {} more candidates than seats.", excess(of.least), excess(most)),
    }
}

fn excess(of: Excess) -> String {
    match of {
        Excess::Of(Share::WHOLE) => "as many again".to_owned(),
        Excess::Of(share) => fraction(share),
        Excess::Persons(n) => persons(n),
    }
}

fn persons(n: u32) -> String {
    format!("{} {}", grouped(n.into()), if n == 1 { "person" } else { "persons" })
}

fn fraction(share: Share) -> String {
    format!("{}/{}", share.num(), share.den())
}

const fn purpose(of: Purpose) -> &'static str {
    match of {
        Purpose::Open => "open the meeting",
        Purpose::Elect => "elect",
        Purpose::Adopt => "adopt resolutions",
        Purpose::Plenum => "hold a plenum of the committee",
    }
}

const fn decision(of: Decision) -> &'static str {
    match of {
        Decision::Adopt => "A resolution",
        Decision::Method => "The method of election",
        Decision::Elect => "An election",
        Decision::Charter => "The charter, and what ranks with it",
        Decision::Recall => "A recall or removal",
        Decision::Rerun => "A second election",
    }
}

const fn level(of: Level) -> &'static str {
    match of {
        Level::National => "national",
        Level::Province => "province",
        Level::BelowProvince => "below the province",
        Level::CountyAndAbove => "county and above",
        Level::Township => "township",
    }
}

const fn counting(how: Counting) -> &'static str {
    match how {
        Counting::Counts => "counted in",
        Counting::Ignored => "left out of",
    }
}

const fn tie(how: TieRule) -> &'static str {
    match how {
        TieRule::Revote => "by a further ballot among the tied",
        TieRule::Lot => "by lot",
        TieRule::Chair => "by the chair",
    }
}

const fn order(how: ListOrder) -> &'static str {
    match how {
        ListOrder::Strokes => "by the strokes of the surname",
        ListOrder::VotesThenStrokes => "by votes, and with equal votes by the strokes of the surname",
        ListOrder::AsApproved => "as approved by the body above",
    }
}

fn fault(fault: Fault) -> String {
    match fault {
        Fault::NoAttendance(of) => {
            format!("attendance cannot be measured by {}; choose another base.", those(of))
        }
        Fault::AboveWhole(of) => format!("more than all {}: nobody can meet it.", base(of)),
        Fault::EmptyBand => "the least number of candidates is above the most.".to_owned(),
    }
}

fn share_error(error: ShareError) -> String {
    match error {
        ShareError::ZeroDenominator => {
            "A share of 0 parts is none: the lower number must be at least 1.".to_owned()
        }
        ShareError::Zero => {
            "A share of nothing is met by nobody’s absence: the upper number must be at least 1.".to_owned()
        }
        ShareError::AboveWhole { num, den } => {
            format!(
                "{}/{} is more than the whole: nobody could meet it.",
                grouped(num.into()),
                grouped(den.into())
            )
        }
    }
}

/// The first letter large.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_uppercase()).chain(letters).collect()
    })
}
