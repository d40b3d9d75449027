//! The sheet of the elections: a row for each candidate, so that it can be sorted and counted by whoever gets it.

use super::{plain, text, whole, words};
use crate::exchange::{Cell, Sheet};
use crate::language::Language;
use crate::num::Count;
use crate::scenario::{Candidate, Election, ElectionReport, Outcome, Paper, Report};
use crate::text::{Key, Msg, VotingMsg, VotingWord};

/// Every election, row by row with its candidates; nothing where there are no elections.
pub(super) fn elections(report: &Report, language: Language) -> Option<Sheet> {
    let word = |word| Msg::Voting(VotingMsg::Word(word));
    let rounds = report.scenario.elections.iter().flat_map(|election| &election.candidates);
    let rounds = rounds.map(|candidate| candidate.run_offs.len()).max().unwrap_or_default();
    let head = [word(VotingWord::Title), Msg::Key(Key::OfficeLabel), Msg::Key(Key::SeatsToFill)].into_iter();
    let head = head.chain(Paper::ALL.map(|paper| Msg::Voting(VotingMsg::Paper(paper))));
    let head = head.chain([word(VotingWord::Name), word(VotingWord::Votes)]);
    let head = head.chain((1..=rounds).map(|ballot| Msg::Voting(VotingMsg::FurtherBallot(ballot))));
    let head: Vec<Msg<'_>> = head.chain([word(VotingWord::Result)]).collect();
    let all = report.scenario.elections.iter().zip(&report.elections).enumerate();
    let rows = all.flat_map(|(at, (election, result))| {
        let of_all = facts(at, election, language);
        let people = election.candidates.iter().enumerate().filter(|(_, candidate)| !candidate.is_blank());
        let mut rows: Vec<Vec<Cell>> = people
            .map(|(row, candidate)| [of_all.clone(), line(candidate, row, result, rounds, language)].concat())
            .collect();
        if rows.is_empty() {
            rows.push(of_all);
        }
        for row in &mut rows {
            row.resize(head.len(), Cell::Empty);
        }
        rows
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| plain(language, Key::StepElections, &head, rows))
}

fn counted(count: Option<Count>) -> Cell {
    count.map_or(Cell::Empty, |count| whole(count.get().into()))
}

/// What holds of the election as a whole.
fn facts(at: usize, election: &Election, language: Language) -> Vec<Cell> {
    let title = match election.title.is_empty() {
        true => words(language, &Msg::Voting(VotingMsg::ElectionNumber(at + 1))),
        false => election.title.as_str().to_owned(),
    };
    let office = words(language, &Msg::Office(election.office));
    let seats = Some(election.seats.get()).filter(|seats| *seats > 0);
    let mut cells = vec![text(&title), text(&office), seats.map_or(Cell::Empty, |seats| whole(seats.into()))];
    cells.extend(Paper::ALL.map(|paper| counted(election.papers.get(paper))));
    cells
}

fn line(
    candidate: &Candidate,
    row: usize,
    result: &ElectionReport,
    rounds: usize,
    language: Language,
) -> Vec<Cell> {
    let standing = match &result.outcome {
        Outcome::Counted(counted) => counted.standing(row),
        _ => None,
    };
    let mut cells = vec![text(candidate.name.as_str()), counted(candidate.votes)];
    cells.extend(
        (0..rounds).map(|ballot| counted(candidate.run_offs.get(ballot).copied().unwrap_or_default())),
    );
    cells.push(
        standing.map_or(Cell::Empty, |standing| {
            text(&words(language, &Msg::Voting(VotingMsg::Standing(standing))))
        }),
    );
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::Seats;
    use crate::scenario::{Name, Scenario, derive, example};
    use std::rc::Rc;

    #[test]
    fn a_candidate_is_a_row_with_votes_and_result() {
        let mut scenario = example(Language::English);
        let count = |n: u16| Some(Count::from(n));
        let election = Rc::make_mut(&mut scenario.elections[0]);
        election.title = Name::new("Committee").unwrap();
        election.seats = Seats::from(1u16);
        for (paper, n) in [(Paper::Issued, 470), (Paper::Returned, 470), (Paper::Valid, 470)] {
            election.papers.set(paper, count(n));
        }
        let person = |name: &str, votes| Candidate {
            name: Name::new(name).unwrap(),
            votes: count(votes),
            ..Candidate::default()
        };
        election.candidates = vec![person("A", 300), person("=B", 100)];
        let others = scenario.elections.len() - 1;
        let sheet = elections(&derive(&Rc::new(scenario), None), Language::English).unwrap();
        assert_eq!(sheet.name, "Elections");
        assert_eq!(sheet.rows.len(), 2 + others, "an election without candidates is a row too");
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()));
        let of = |row: usize, head: &str| {
            let column = sheet.head.iter().position(|one| one == head).unwrap();
            sheet.rows[row][column].clone()
        };
        assert_eq!([of(0, "Title"), of(1, "Title")], [text("Committee"), text("Committee")]);
        assert_eq!([of(0, "Issued"), of(0, "Votes"), of(1, "Votes")], [whole(470), whole(300), whole(100)]);
        assert_eq!([of(0, "Result"), of(1, "Result")], [text("Elected"), text("Not elected")]);
        // A blank scenario has no elections, and no such sheet.
        assert_eq!(elections(&derive(&Rc::new(Scenario::blank()), None), Language::English), None);
    }
}
