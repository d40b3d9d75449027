//! The section on elections and votes: only what was counted, from the derived report.

use super::{Section, Table};
use crate::language::Language;
use crate::scenario::{
    AgendaItem, AgendaReport, Assembly, CandidateStanding, Counted, Election, ElectionReport, Figure, Issue,
    ItemOutcome, Needs, Outcome, Paper, Place, Problem, Report, RunOffResult, VotingProblem,
};
use crate::text::number::grouped;
use crate::text::{Key, Msg, VotingMsg, VotingWord, list, say};
use crate::threshold::TieRule;

/// The section; `None` where nothing was counted.
pub(super) fn section(report: &Report, language: Language) -> Option<Section> {
    let writer = Writer { language, tie: report.rules.tie.map(|row| row.value) };
    let scenario = &report.scenario;
    let items = scenario.agenda.iter().zip(&report.agenda).enumerate();
    let items = items.filter_map(|(row, (item, result))| {
        Some((writer.item(row, item, result)?, Some(Figure::Item(item.id, 0))))
    });
    let (mut paragraphs, mut asked): (Vec<String>, Vec<Option<Figure>>) = items.unzip();
    let elections = scenario.elections.iter().zip(&report.elections).enumerate();
    let mut tables = Vec::new();
    for (row, (election, result)) in elections.filter(|(_, (election, _))| election.is_counted()) {
        let problems = problems(report, election);
        paragraphs.push(writer.election(row, election, result, &problems));
        asked.push(Some(match result.outcome {
            Outcome::Counted(_) => Figure::Elected(election.id),
            _ => Figure::Votes(Assembly::Election(election.id), None, 0),
        }));
        tables.extend(writer.candidates(row, election, result));
    }
    let title = writer.word(VotingWord::Report);
    (!paragraphs.is_empty()).then_some(Section { title, paragraphs, asked, tables })
}

/// What the rules and the figures of an election have against it, besides what its outcome says.
fn problems<'a>(report: &'a Report, election: &Election) -> Vec<&'a Problem> {
    let of_election = |issue: &&Issue| matches!(issue.place, Place::Election(id, _) if id == election.id);
    let problems = report.issues.iter().filter(of_election).map(|issue| &issue.problem);
    let said = |problem: &Problem| match problem {
        Problem::Voting(problem) => problem.is_outcome() || *problem == VotingProblem::Nameless,
        _ => false,
    };
    problems.filter(|problem| !said(problem)).collect()
}

/// Writes in one language.
struct Writer {
    language: Language,
    /// How the rules break a tie for the last seats.
    tie: Option<TieRule>,
}

impl Writer {
    fn say(&self, msg: &VotingMsg<'_>) -> String {
        say(self.language, &Msg::Voting(*msg)).into_owned()
    }

    fn msg(&self, msg: &Msg<'_>) -> String {
        say(self.language, msg).into_owned()
    }

    fn list(&self, names: &[String]) -> String {
        list(self.language, names)
    }

    fn word(&self, word: VotingWord) -> String {
        self.say(&VotingMsg::Word(word))
    }

    /// A heading within a line: the words, then the colon of the language.
    fn headed(&self, words: &str, rest: &str) -> String {
        format!("{words}{}{rest}", self.msg(&Msg::Key(Key::Colon)))
    }

    /// Sentences one after the other; those that can be checked begin small in English elsewhere.
    fn join(&self, sentences: &[String]) -> String {
        let gap = self.msg(&Msg::Key(Key::BetweenSentences));
        if gap.is_empty() {
            return sentences.concat();
        }
        let begun = |sentence: &String| {
            let mut letters = sentence.chars();
            letters.next().map_or_else(String::new, |first| {
                std::iter::once(first.to_ascii_uppercase()).chain(letters).collect()
            })
        };
        sentences.iter().map(begun).collect::<Vec<String>>().join(&gap)
    }

    fn end(&self, sentence: &str) -> String {
        sentence.to_owned() + &self.msg(&Msg::Key(Key::FullStop))
    }

    /// An item that was voted on.
    fn item(&self, row: usize, item: &AgendaItem, result: &AgendaReport) -> Option<String> {
        let Needs::Vote(vote) = item.needs else { return None };
        if !vote.is_counted() {
            return None;
        }
        let title = match item.title.is_empty() {
            true => self.say(&VotingMsg::ItemNumber(row + 1)),
            false => item.title.as_str().to_owned(),
        };
        let count = |count: Option<crate::num::Count>| count.map(|count| u64::from(count.get()));
        let votes = VotingMsg::Votes {
            favour: count(vote.favour),
            against: count(vote.against),
            abstaining: count(vote.abstaining),
            area: vote.area.map(crate::num::Weight::get),
        };
        let mut sentences = vec![self.end(&self.say(&votes))];
        match &result.outcome {
            ItemOutcome::Voted(verdicts) => {
                let msg = VotingMsg::against(verdicts.len());
                sentences.extend(verdicts.iter().map(|(rule, verdict)| self.say(&msg(*rule, *verdict))));
                let whole = result.outcome.carried().filter(|_| verdicts.len() > 1);
                sentences.extend(whole.map(|carried| self.end(&self.say(&VotingMsg::Carried(carried)))));
            }
            ItemOutcome::Contradictory(_) => sentences.push(self.word(VotingWord::Contradictory)),
            ItemOutcome::NoQuorum(_) => sentences.push(self.word(VotingWord::NoQuorum)),
            ItemOutcome::NoRule => sentences.push(self.word(VotingWord::NoMajority)),
            ItemOutcome::Open(needed) => {
                sentences.extend(needed.iter().map(|votes| self.msg(&Msg::Majority(votes))));
            }
            ItemOutcome::Heard | ItemOutcome::Election(_) => {}
        }
        Some(self.headed(&title, &self.join(&sentences)))
    }

    fn title(&self, row: usize, election: &Election) -> String {
        match election.title.is_empty() {
            true => self.say(&VotingMsg::ElectionNumber(row + 1)),
            false => election.title.as_str().to_owned(),
        }
    }

    fn election(
        &self,
        row: usize,
        election: &Election,
        result: &ElectionReport,
        problems: &[&Problem],
    ) -> String {
        let mut sentences = Vec::new();
        if election.seats.get() > 0 {
            sentences.push(self.say(&VotingMsg::SeatsToFill(election.seats.get())));
        }
        let papers = Paper::ALL.into_iter();
        let papers = papers.filter_map(|paper| Some((paper, u64::from(election.papers.get(paper)?.get()))));
        let papers: Vec<(Paper, u64)> = papers.collect();
        if !papers.is_empty() {
            sentences.push(self.say(&VotingMsg::Papers(&papers)));
        }
        sentences.extend(result.gate.majority.iter().map(|votes| self.msg(&Msg::Majority(votes))));
        match &result.outcome {
            Outcome::Open(_) => {}
            Outcome::NoRule => sentences.push(self.msg(&Msg::Key(Key::NoRuleStated))),
            Outcome::Void { issued, returned } => {
                sentences.push(self.msg(&Msg::BallotVoid(*issued, *returned)));
            }
            Outcome::Contradictory => sentences.push(self.word(VotingWord::Contradictory)),
            Outcome::NoQuorum => sentences.push(self.word(VotingWord::NoQuorum)),
            Outcome::Undecided(obstacle) => sentences.push(self.msg(&Msg::BallotUndecided(*obstacle))),
            Outcome::Counted(counted) => self.counted(&mut sentences, election, counted),
        }
        sentences.extend(problems.iter().map(|problem| self.msg(&Msg::Problem(problem))));
        self.headed(&self.title(row, election), &self.join(&sentences))
    }

    fn counted(&self, sentences: &mut Vec<String>, election: &Election, counted: &Counted) {
        let name = |row: &usize| election.candidates.get(*row).map_or("", |one| one.name.as_str()).to_owned();
        let elected = self.say(&VotingMsg::ElectedCount(counted.elected.len(), election.seats.get()));
        if counted.list.is_empty() {
            sentences.push(self.end(&elected));
        } else {
            let list = counted.list.iter().flat_map(|place| &place.candidates).map(name);
            let list = self.list(&list.collect::<Vec<_>>());
            sentences.push(self.end(&self.headed(&elected, &list)));
            sentences.push(match counted.order {
                Some(order) => self.say(&VotingMsg::Order(order)),
                None => self.word(VotingWord::NoOrder),
            });
        }
        if let Some(finer) = counted.finer {
            sentences.push(self.word(VotingWord::FinerOrder));
            let sources = finer.sources.iter().map(|source| self.msg(&Msg::Source(source)).trim().to_owned());
            sentences.extend(sources);
            sentences.push(self.msg(&Msg::ToConfirm(finer.confidence)));
        }
        for place in &counted.list {
            if let Some(why) = place.unsettled {
                let names: Vec<String> = place.candidates.iter().map(name).collect();
                sentences.push(self.say(&VotingMsg::Unsettled(why, &names)));
            }
        }
        if let Some(tie) = counted.open_tie() {
            let tied = self.list(&tie.candidates.iter().map(name).collect::<Vec<_>>());
            sentences.push(self.end(&self.headed(&self.word(VotingWord::Tied), &tied)));
            sentences.push(self.msg(&Msg::RunOff(tie.candidates.len(), tie.open.get())));
            sentences.push(match self.tie {
                Some(how) => self.say(&VotingMsg::TieBroken(how)),
                None => self.word(VotingWord::NoTieRule),
            });
        }
        if counted.unfilled.get() > 0 {
            sentences.push(self.msg(&Msg::Shortfall(counted.unfilled.get())));
        }
    }

    /// Everybody with votes, in the order of the table, and how they stand.
    fn candidates(&self, row: usize, election: &Election, result: &ElectionReport) -> Option<Table> {
        let (counted, rounds) = match &result.outcome {
            Outcome::Counted(counted) => {
                let held = |result: &RunOffResult| !matches!(result, RunOffResult::Open);
                (Some(counted), counted.run_offs.iter().filter(|run_off| held(&run_off.result)).count())
            }
            _ => (None, 0),
        };
        let figure = |n: Option<crate::num::Count>| n.map_or_else(String::new, |n| grouped(n.get().into()));
        let standing = |row: usize| {
            let standing = counted.and_then(|counted| counted.standing(row));
            standing.map_or_else(String::new, |standing| self.standing(standing))
        };
        let people = election.candidates.iter().enumerate().filter(|(_, candidate)| !candidate.is_blank());
        let rows: Vec<Vec<String>> = people
            .map(|(row, candidate)| {
                let mut line = vec![candidate.name.as_str().to_owned(), figure(candidate.votes)];
                line.extend(candidate.run_offs.iter().take(rounds).map(|votes| figure(*votes)));
                line.push(standing(row));
                line
            })
            .collect();
        let mut head = vec![self.word(VotingWord::Name), self.word(VotingWord::Votes)];
        head.extend((1..=rounds).map(|ballot| self.say(&VotingMsg::FurtherBallot(ballot))));
        head.push(self.word(VotingWord::Result));
        let caption = self.title(row, election);
        (!rows.is_empty()).then_some(Table { caption, head, rows, ..Table::default() })
    }

    fn standing(&self, standing: CandidateStanding) -> String {
        self.say(&VotingMsg::Standing(standing))
    }
}
