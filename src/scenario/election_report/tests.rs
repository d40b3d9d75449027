//! The ballots of the example congress (484 due, 470 present) under each profile, ties and further ballots,
//! located problems, and the outcome against a definition by brute force.

use super::*;
use crate::language::Language;
use crate::num::Count as People;
use crate::scenario::{Action, Report, Rules, Strokes, Tally, apply, derive, example};
use crate::threshold::{Office, ProfileId, Rule, Share};
use proptest::prelude::*;
use std::rc::Rc;

mod list;

/// Issued, returned, valid, invalid, blank.
type Tellers = [u16; 5];

/// Source: domain scenario of 484 due and 470 present: 470 issued, 468 returned, 4 of them blank.
const TELLERS: Tellers = [470, 468, 464, 0, 4];

/// The example congress with one election.
fn congress(rules: Rules, office: Office, seats: u16, tellers: Tellers, votes: &[u16]) -> Scenario {
    let mut scenario = example(Language::English);
    let mut election =
        Election { seats: Seats::from(seats), ..Election::blank(scenario.elections[0].id, office) };
    for (paper, count) in Paper::ALL.into_iter().zip(tellers) {
        election.papers.set(paper, Some(People::from(count)));
    }
    let person = |(at, votes): (usize, &u16)| Candidate {
        name: Name::new(&format!("C{at}")).unwrap(),
        votes: Some(People::from(*votes)),
        ..Candidate::default()
    };
    election.candidates = votes.iter().enumerate().map(person).collect();
    scenario.rules = rules;
    scenario.elections = vec![Rc::new(election)];
    scenario
}

fn local(seats: u16, votes: &[u16]) -> Scenario {
    congress(Rules::Profile(ProfileId::CpcLocal), Office::Committee, seats, TELLERS, votes)
}

fn change(scenario: &mut Scenario, put: impl FnOnce(&mut Election)) {
    put(Rc::make_mut(&mut scenario.elections[0]));
}

fn run_off(scenario: &mut Scenario, round: usize, votes: &[(usize, u16)]) {
    change(scenario, |election| {
        for (row, votes) in votes {
            election.candidates[*row].run_offs[round] = Some(People::from(*votes));
        }
    });
}

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn outcome(scenario: &Scenario) -> Outcome {
    report(scenario).elections[0].outcome.clone()
}

fn counted(scenario: &Scenario) -> Counted {
    match outcome(scenario) {
        Outcome::Counted(counted) => *counted,
        other => panic!("{other:?}"),
    }
}

/// The problems of the election, with the field that each leads to; candidate numbers apart.
fn problems(scenario: &Scenario) -> Vec<(ElectionField, VotingProblem)> {
    let issues = report(scenario).issues.into_iter();
    let of_elections = issues.filter_map(|issue| match (issue.place, issue.problem) {
        (Place::Election(_, field), Problem::Voting(problem)) => Some((field, problem)),
        _ => None,
    });
    of_elections
        .filter(|(_, problem)| !matches!(problem, VotingProblem::CandidatesOutsideBand { .. }))
        .collect()
}

/// 243 of 484 due elects, 236 of 470 present, 233 of 464 cast.
#[test]
fn the_same_votes_under_each_profile() {
    for (id, needed, elected) in [
        (ProfileId::CpcLocal, 243, [true, false, false, false]),
        (ProfileId::PeoplesCongress, 243, [true, false, false, false]),
        (ProfileId::CpcGrassroots, 236, [true, true, false, false]),
        (ProfileId::RonrConvention, 233, [true, true, true, false]),
    ] {
        for (votes, elected) in [243, 242, 235, 232].into_iter().zip(elected) {
            let scenario = congress(Rules::Profile(id), Office::Committee, 1, TELLERS, &[votes]);
            let counted = counted(&scenario);
            assert_eq!(
                (counted.needed, counted.elected.len()),
                (needed, usize::from(elected)),
                "{id:?} {votes}"
            );
            assert_eq!(counted.unfilled.get(), u32::from(!elected), "{id:?} {votes}");
            let expected = if elected { CandidateStanding::Elected } else { CandidateStanding::NotElected };
            assert_eq!(counted.standing(0), Some(expected));
        }
    }
    // Rules of one's own: at least two thirds of those present.
    let majority = Rule::at_least(Share::TWO_THIRDS, Base::Present);
    let rules = Rules::Custom { quorum: Rule::more_than(Share::HALF, Base::Due), majority };
    assert_eq!(counted(&congress(rules, Office::Committee, 1, TELLERS, &[314])).needed, 314);
    // Area is a second measure that nobody counts here, so nothing is decided on heads alone.
    let owners = Rules::Profile(ProfileId::OwnersAssembly);
    assert!(matches!(
        outcome(&congress(owners, Office::Committee, 1, TELLERS, &[400])),
        Outcome::Undecided(_)
    ));
}

/// 468 of 470 returned is valid; 471 voids the vote where the rules say so, and contradicts itself elsewhere.
#[test]
fn more_ballots_than_issued() {
    for id in [ProfileId::CpcLocal, ProfileId::CpcGrassroots, ProfileId::PeoplesCongress] {
        let scenario = congress(Rules::Profile(id), Office::Committee, 1, [470, 471, 471, 0, 0], &[300]);
        assert_eq!(outcome(&scenario), Outcome::Void { issued: 470, returned: 471 }, "{id:?}");
        let problem = VotingProblem::Void { issued: 470, returned: 471 };
        assert_eq!(problems(&scenario), [(ElectionField::Paper(Paper::Returned), problem)]);
    }
    let robert = Rules::Profile(ProfileId::RonrConvention);
    let scenario = congress(robert, Office::Committee, 1, [470, 471, 471, 0, 0], &[300]);
    assert_eq!(outcome(&scenario), Outcome::Contradictory);
}

#[test]
fn what_contradicts_itself_is_found_at_its_field() {
    let with = |tellers, votes: &[u16]| {
        let rules = Rules::Profile(ProfileId::CpcLocal);
        problems(&congress(rules, Office::Committee, 2, tellers, votes))
    };
    let ballot = |problem| VotingProblem::Ballot(problem, Name::default());
    let field = ElectionField::Paper;
    assert_eq!(with(TELLERS, &[300, 250]), []);
    assert_eq!(
        with([471, 468, 464, 0, 4], &[300, 250]),
        [(field(Paper::Issued), ballot(BallotProblem::IssuedAbovePresent { issued: 471, present: 470 }))]
    );
    assert_eq!(
        with([470, 468, 464, 1, 4], &[300, 250]),
        [(field(Paper::Returned), ballot(BallotProblem::PapersDoNotAddUp { returned: 468, sum: 469 }))]
    );
    let above = BallotProblem::VotesAboveValid { candidate: 1, votes: 465, valid: 464 };
    let name = Name::new("C1").unwrap();
    assert_eq!(with(TELLERS, &[300, 465]), [(ElectionField::Votes(1), VotingProblem::Ballot(above, name))]);
    assert_eq!(
        with(TELLERS, &[464, 464, 1]),
        [(field(Paper::Valid), ballot(BallotProblem::VotesAboveChoices { votes: 929, choices: 928 }))]
    );
}

/// Where no rule makes a ballot with more names than seats invalid, votes may be more than one for each seat; that is counted, and said.
#[test]
fn more_votes_than_seats_on_the_ballots_are_told_where_no_rule_forbids_them() {
    let union =
        |votes: &[u16]| congress(Rules::Profile(ProfileId::TradeUnion), Office::Committee, 2, TELLERS, votes);
    let above = |votes, choices| VotingProblem::AboveSeats { votes, choices };
    let scenario = union(&[464, 464, 1]);
    assert_eq!(problems(&scenario), [(ElectionField::Paper(Paper::Valid), above(929, 928))]);
    assert_eq!(counted(&scenario).elected, [0, 1]);
    assert_eq!(problems(&union(&[464, 463, 1])), []);
    let mut scenario = union(&[250, 250, 250]);
    run_off(&mut scenario, 0, &[(0, 400), (1, 400), (2, 141)]);
    assert_eq!(problems(&scenario), [(ElectionField::RunOff(0, 0), above(941, 940))]);
    assert_eq!(counted(&scenario).elected, [0, 1]);
}

#[test]
fn what_is_missing_is_named_and_what_is_wrong_already_is_said() {
    let mut scenario = local(0, &[300, 0]);
    change(&mut scenario, |election| {
        election.candidates[1].votes = None;
        election.papers.set(Paper::Valid, None);
        // A row that nobody has filled in stands for nobody.
        election.candidates.insert(0, Candidate::default());
    });
    let gaps = vec![Gap::Seats, Gap::Votes(1), Gap::Paper(Paper::Valid)];
    assert_eq!(outcome(&scenario), Outcome::Open(gaps));
    assert_eq!(problems(&scenario), []);
    change(&mut scenario, |election| election.papers.set(Paper::Returned, Some(People::from(471))));
    assert_eq!(outcome(&scenario), Outcome::Void { issued: 470, returned: 471 });
    change(&mut scenario, |election| election.candidates.clear());
    change(&mut scenario, |election| election.papers = Default::default());
    let papers = [Paper::Issued, Paper::Returned, Paper::Valid].map(Gap::Paper);
    assert_eq!(outcome(&scenario), Outcome::Open([&[Gap::Seats, Gap::Candidates], &papers[..]].concat()));
}

/// 300 votes of 290 valid ballots are too many before the other candidate has any, and 290 + 4 are not the 468 returned.
#[test]
fn a_ballot_that_is_half_entered_is_held_to_the_rules_of_a_whole_one() {
    let mut scenario = local(1, &[300, 0]);
    change(&mut scenario, |election| {
        election.candidates[1].votes = None;
        election.papers.set(Paper::Valid, Some(People::from(290)));
    });
    assert_eq!(outcome(&scenario), Outcome::Open(vec![Gap::Votes(1)]));
    let codes = || problems(&scenario).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    assert!(codes().contains(&ElectionField::Votes(0)), "{:?}", codes());
    assert!(codes().contains(&ElectionField::Paper(Paper::Returned)), "{:?}", codes());
}

#[test]
fn a_row_that_nobody_filled_in_moves_no_result() {
    let mut scenario = local(1, &[300, 150]);
    change(&mut scenario, |election| election.candidates.insert(0, Candidate::default()));
    let counted = counted(&scenario);
    assert_eq!((counted.elected, counted.not_elected), (vec![1], vec![2]));
}

#[test]
fn a_tie_at_the_boundary_waits_for_a_further_ballot_and_for_another() {
    let mut scenario = local(3, &[250, 300, 250, 250, 245]);
    let open = counted(&scenario);
    let tie = open.open_tie().unwrap();
    assert_eq!(
        (open.elected.as_slice(), tie.candidates.as_slice(), tie.open.get()),
        (&[1][..], &[0, 2, 3][..], 2)
    );
    assert_eq!(
        (open.standing(0), open.standing(4)),
        (Some(CandidateStanding::Tied), Some(CandidateStanding::NotElected))
    );
    // Two of three are not all of them.
    run_off(&mut scenario, 0, &[(0, 100), (2, 200)]);
    assert!(counted(&scenario).open_tie().is_some());
    // One is ahead, two are tied again.
    run_off(&mut scenario, 0, &[(3, 100)]);
    let again = counted(&scenario);
    assert_eq!(again.elected, [1, 2]);
    assert_eq!(again.open_tie().map(|tie| (tie.candidates.clone(), tie.open.get())), Some((vec![0, 3], 1)));
    run_off(&mut scenario, 1, &[(0, 120), (3, 130)]);
    let settled = counted(&scenario);
    assert_eq!((settled.elected.as_slice(), settled.not_elected.as_slice()), (&[1, 2, 3][..], &[0, 4][..]));
    assert_eq!((settled.open_tie(), settled.run_offs.len()), (None, 2));
    assert_eq!(settled.standing(3), Some(CandidateStanding::ElectedInRunOff));
    assert_eq!(problems(&scenario), []);
    // Equal for ever: after the last ballot the tie stands, and rows do not break it.
    run_off(&mut scenario, 1, &[(3, 120)]);
    run_off(&mut scenario, 2, &[(0, 7), (3, 7)]);
    let never = counted(&scenario);
    assert_eq!((never.run_offs.len(), never.elected.len()), (MAX_RUN_OFFS + 1, 2));
    assert!(never.open_tie().is_some());
}

#[test]
fn a_further_ballot_is_held_to_the_people_present() {
    let mut scenario = local(2, &[250, 250, 250]);
    run_off(&mut scenario, 0, &[(0, 471), (1, 300), (2, 3)]);
    let name = Name::new("C0").unwrap();
    let above = VotingProblem::RunOffAboveBallots { name, votes: 471, ballots: 470 };
    assert_eq!(problems(&scenario), [(ElectionField::RunOff(0, 0), above)]);
    assert!(matches!(counted(&scenario).run_offs[0].result, RunOffResult::Contradictory));
    run_off(&mut scenario, 0, &[(0, 400), (1, 400), (2, 141)]);
    let above = VotingProblem::RunOffAboveChoices { votes: 941, choices: 940 };
    assert_eq!(problems(&scenario), [(ElectionField::RunOff(0, 0), above)]);
    run_off(&mut scenario, 0, &[(2, 140)]);
    assert_eq!((problems(&scenario), counted(&scenario).elected), (vec![], vec![0, 1]));
    // The tie is gone: what its ballot said is not counted, and that is said.
    change(&mut scenario, |election| election.candidates[2].votes = Some(People::from(249)));
    let unused = |round: usize, at: usize| {
        let name = Name::new(&format!("C{at}")).unwrap();
        (ElectionField::RunOff(round, at), VotingProblem::RunOffUnused { name, ballot: round + 1 })
    };
    let mut fields = [0, 1, 2].map(|at| unused(0, at)).to_vec();
    assert_eq!(problems(&scenario), fields);
    // One of a second further ballot is told apart from the first.
    run_off(&mut scenario, 1, &[(2, 5)]);
    fields.push(unused(1, 2));
    assert_eq!(problems(&scenario), fields);
}

#[test]
fn the_number_of_candidates_is_held_to_the_band() {
    let found = |rules, office, seats, people: usize| {
        let scenario = congress(Rules::Profile(rules), office, seats, TELLERS, &vec![1; people]);
        let report = report(&scenario);
        let outside = report
            .issues
            .iter()
            .any(|issue| issue.place == Place::Election(scenario.elections[0].id, ElectionField::Candidates));
        (report.elections[0].band, outside)
    };
    let at_least = |lowest| Some(Candidates::Range { lowest, highest: None });
    // 37 delegates at 20 per cent: 45.
    assert_eq!(found(ProfileId::CpcLocal, Office::Delegates, 37, 45), (at_least(45), false));
    assert_eq!(found(ProfileId::CpcLocal, Office::Delegates, 37, 44), (at_least(45), true));
    // Secretaries: as many as seats.
    let equal = Some(Candidates::Range { lowest: 2, highest: Some(2) });
    assert_eq!(found(ProfileId::CpcLocal, Office::Secretaries, 2, 3), (equal, true));
    // One seat of a people's congress: 2 at least, 1 at most; no number fits.
    let empty = Some(Candidates::Empty { lowest: 2, highest: 1 });
    assert_eq!(found(ProfileId::PeoplesCongress, Office::Delegates, 1, 2), (empty, true));
    assert_eq!(found(ProfileId::CpcLocal, Office::Committee, 0, 5), (None, false), "seats not entered");
    assert!(!found(ProfileId::CpcLocal, Office::Committee, 5, 0).1, "nobody entered yet");
    assert_eq!(found(ProfileId::RonrConvention, Office::Committee, 5, 5), (None, false), "no rule");
}

#[test]
fn an_election_rests_on_its_own_sitting() {
    let scenario = local(1, &[250]);
    let mut scenario = apply(&scenario, &Action::AddSitting(Name::default())).unwrap();
    let (first, second) = (scenario.sittings[0].id, scenario.sittings[1].id);
    scenario.sittings[1].tally = Tally::Whole(Some(People::from(242)));
    // It was counted at the first one, and stays there although another one is shown.
    assert_eq!((scenario.shown, scenario.elections[0].sitting), (second, Some(first)));
    assert_eq!((problems(&scenario), counted(&scenario).elected), (vec![], vec![0]));
    // The second has no quorum, 243, and fewer people than ballots.
    let no_quorum = (ElectionField::Sitting, VotingProblem::NoQuorum);
    change(&mut scenario, |election| election.sitting = Some(second));
    assert!(problems(&scenario).contains(&no_quorum));
    assert_eq!(outcome(&scenario), Outcome::Contradictory);
    let uncounted = apply(&example(Language::English), &Action::AddSitting(Name::default())).unwrap();
    assert!(uncounted.elections.iter().all(|election| election.sitting.is_none()));
}

/// Figures that agree with one another elect nobody where 242 of 484 are present and 243 are needed.
#[test]
fn nobody_is_elected_without_a_quorum() {
    let tellers = [242, 242, 242, 0, 0];
    let rules = Rules::Profile(ProfileId::CpcLocal);
    let mut scenario = congress(rules, Office::Committee, 2, tellers, &[241, 240]);
    scenario.sittings[0].tally = Tally::Whole(Some(People::from(242)));
    assert_eq!(outcome(&scenario), Outcome::NoQuorum);
    assert_eq!(problems(&scenario), [(ElectionField::Sitting, VotingProblem::NoQuorum)]);
    scenario.sittings[0].tally = Tally::Whole(Some(People::from(243)));
    assert_ne!(outcome(&scenario), Outcome::NoQuorum);
}

/// A direct election is held among voters, who are not the delegates present.
#[test]
fn ballots_go_to_those_who_take_part() {
    let rules = Rules::Profile(ProfileId::DirectElection);
    let tellers = [501, 501, 500, 1, 0];
    let mut scenario = congress(rules, Office::Delegates, 1, tellers, &[250, 240]);
    let stated = [(Base::Voters, 1_000), (Base::Participants, 501)];
    scenario.sittings[0].stated = Rc::new(stated.into_iter().collect());
    let problem = |scenario: &Scenario| {
        problems(scenario).into_iter().find(|(at, _)| *at == ElectionField::Paper(Paper::Issued))
    };
    assert_eq!(problem(&scenario), None);
    // 480 votes are more than the 470 delegates in the hall, and so are 471 of a further ballot.
    change(&mut scenario, |election| {
        election.candidates[0].votes = Some(People::from(480));
        election.candidates[1].votes = Some(People::from(20));
    });
    let Outcome::Counted(counted) = outcome(&scenario) else { panic!("480 of 501") };
    assert_eq!((counted.needed, counted.elected), (251, vec![0]));
    let mut tied = scenario.clone();
    tied.elections =
        congress(scenario.rules.clone(), Office::Delegates, 2, tellers, &[400, 300, 300]).elections;
    run_off(&mut tied, 0, &[(1, 471), (2, 30)]);
    let Outcome::Counted(counted) = outcome(&tied) else { panic!("300 of 501 each") };
    assert_eq!(counted.standing(1), Some(CandidateStanding::ElectedInRunOff));
    change(&mut scenario, |election| election.papers.set(Paper::Issued, Some(People::from(502))));
    let above = BallotProblem::IssuedAbovePresent { issued: 502, present: 501 };
    assert_eq!(problem(&scenario).unwrap().1, VotingProblem::Ballot(above, Name::default()));
}

#[test]
fn names_are_looked_at() {
    let mut scenario = local(2, &[300, 250, 10]);
    change(&mut scenario, |election| {
        election.candidates[1].name = election.candidates[0].name.clone();
        election.candidates[2].name = Name::default();
    });
    let same = VotingProblem::SameName(Name::new("C0").unwrap());
    assert_eq!(
        problems(&scenario),
        [(ElectionField::Name(1), same), (ElectionField::Name(2), VotingProblem::Nameless)]
    );
}

proptest! {
    /// A candidate is elected where, with enough votes, no more than the seats are as good or better; tied where the
    /// seats end among equals; not elected otherwise. Nothing depends on the order of rows.
    #[test]
    fn the_outcome_is_the_one_by_definition(
        // 243 of 484 due, and 233 of 464 cast, where more names than seats are not forbidden.
        (rules, needed) in proptest::sample::select(vec![(ProfileId::CpcLocal, 243), (ProfileId::RonrConvention, 233)]),
        seats in 1..4u16,
        votes in proptest::collection::vec(0..14u16, 1..7),
    ) {
        let votes: Vec<u16> = votes.into_iter().map(|n| needed - 7 + n).collect();
        let scenario = congress(Rules::Profile(rules), Office::Committee, seats, TELLERS, &votes);
        let counted = match outcome(&scenario) {
            Outcome::Counted(counted) => *counted,
            // More votes than the ballots hold: no such ballot can be.
            Outcome::Contradictory => {
                prop_assert!(rules == ProfileId::CpcLocal && votes.iter().map(|n| u64::from(*n)).sum::<u64>() > 464 * u64::from(seats));
                return Ok(());
            }
            other => panic!("{other:?}"),
        };
        let enough = |votes: u16| votes >= needed;
        for (row, own) in votes.iter().enumerate() {
            let better = votes.iter().filter(|n| enough(**n) && *n > own).count();
            let as_good = votes.iter().filter(|n| enough(**n) && *n >= own).count();
            let expected = if !enough(*own) || better >= usize::from(seats) {
                CandidateStanding::NotElected
            } else if as_good <= usize::from(seats) {
                CandidateStanding::Elected
            } else {
                CandidateStanding::Tied
            };
            prop_assert_eq!(counted.standing(row), Some(expected), "{:?} of {:?}", row, votes);
        }
        let filled = votes.iter().filter(|n| enough(**n)).count().min(usize::from(seats));
        prop_assert_eq!(counted.unfilled.get() as usize, usize::from(seats) - filled);
    }

    /// Everybody who stands has one standing; the list holds the elected once; rows that trade places trade results.
    #[test]
    fn rows_decide_nothing(
        seats in 2..5u16,
        people in proptest::collection::vec((240..247u16, 0..4u8, [0..4u16, 0..4u16, 0..4u16]), 1..6),
        turn in 0..6usize,
    ) {
        let votes: Vec<u16> = people.iter().map(|(votes, ..)| *votes).collect();
        let build = |turn: usize| {
            let mut scenario = congress(Rules::Profile(ProfileId::CpcLocal), Office::Alternates, seats, TELLERS, &votes);
            change(&mut scenario, |election| {
                for (candidate, (_, strokes, run_offs)) in election.candidates.iter_mut().zip(&people) {
                    candidate.strokes = Strokes::new(*strokes);
                    candidate.run_offs = run_offs.map(|votes| Some(People::from(votes)));
                }
                election.candidates.rotate_left(turn % people.len());
            });
            scenario
        };
        let (one, other) = (build(0), build(turn));
        let standings = |scenario: &Scenario| -> std::collections::BTreeMap<String, Option<CandidateStanding>> {
            let outcome = outcome(scenario);
            let of = |row: usize| match &outcome {
                Outcome::Counted(counted) => counted.standing(row),
                _ => None,
            };
            let people = scenario.elections[0].candidates.iter().enumerate();
            people.map(|(row, candidate)| (candidate.name.as_str().to_owned(), of(row))).collect()
        };
        prop_assert_eq!(standings(&one), standings(&other));
        if let Outcome::Counted(counted) = outcome(&one) {
            prop_assert!((0..people.len()).all(|row| counted.standing(row).is_some()));
            let mut listed: Vec<usize> = counted.list.iter().flat_map(|place| place.candidates.clone()).collect();
            let mut elected = counted.elected.clone();
            listed.sort_unstable();
            elected.sort_unstable();
            prop_assert_eq!(listed, elected);
            prop_assert!(counted.elected.len() <= usize::from(seats));
        }
    }
}
