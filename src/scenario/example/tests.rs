//! The examples against the files they come from, and against what is known to come out.

use super::*;
use crate::limits::MAX_TITLE_BYTES;
use crate::num::{Count, Seats, Weight};
use crate::scenario::{
    AgendaField, Carried, Issue, ItemOutcome, Needs, Outcome, Paper, Place, Problem, Report, Rules, Severity,
    VotingProblem, derive,
};
use crate::threshold::{Base, Obstacle, ProfileId, Verdict};

fn report(example: Example, language: Language) -> Report {
    derive(&Rc::new(example.scenario(language)), None)
}

fn seats(report: &Report) -> Vec<(String, i64)> {
    let names = report.scenario.units.iter().map(|unit| unit.name.as_str().replace(' ', ""));
    names.zip(report.units.iter().map(|row| row.ledger.seats)).collect()
}

/// The state, a figure, and a column of seats of a data file.
fn file(text: &str, column: usize) -> Vec<(String, u64, i64)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| (row[0].replace(' ', ""), row[1].parse().unwrap(), row[column].parse().unwrap())).collect()
}

fn assert_is(report: &Report, file: &[(String, u64, i64)]) {
    let members = report.scenario.units.iter().map(|unit| unit.members.get());
    let found: Vec<_> =
        seats(report).into_iter().zip(members).map(|((name, seats), n)| (name, n, seats)).collect();
    assert_eq!(found, file);
}

#[test]
fn the_house_of_2020_is_the_official_one() {
    let official = file(include_str!("../../../tests/data/us2020.csv"), 2);
    assert_is(&report(Example::House2020, Language::English), &official);
    let zh = report(Example::House2020, Language::Chinese);
    assert_eq!(zh.members, 331_108_434);
    assert!(zh.scenario.units.iter().all(|unit| unit.name.as_str().ends_with('州')));
}

#[test]
fn one_seat_more_and_alabama_has_one_less() {
    let text = include_str!("../../../tests/data/us1880.csv");
    let mut scenario = Example::House1880.scenario(Language::English);
    for (house, column) in [(299, 2), (300, 3), (301, 4), (325, 5)] {
        scenario.allocating.house = Seats::from(house);
        assert_is(&derive(&Rc::new(scenario.clone()), None), &file(text, column));
    }
    assert_eq!(report(Example::House1880, Language::Chinese).members, 49_371_340);
    assert_eq!(Example::House1880.scenario(Language::English).allocating.house, Seats::from(299));
}

#[test]
fn the_union_conference_has_its_steps_its_quorum_and_its_tie() {
    for language in Language::ALL {
        let report = report(Example::Union, language);
        let found: Vec<i64> = report.units.iter().map(|row| row.ledger.seats).collect();
        assert_eq!(found, [6, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1, 4, 2, 1, 1, 1, 5, 1]);
        let total = report.total;
        assert_eq!((total.seats, total.elected, total.actual(), total.present), (49, 48, 47, 33));
        assert_eq!(report.allocation.house, u64::from(report.scenario.allocating.house.get()));
        let Some((_, Verdict::Met(quorum))) = report.gates.own.quorum.first() else { panic!("met") };
        assert_eq!((quorum.whole, quorum.needed, quorum.may_leave()), (47, 32, 1));
        let Some(Outcome::Counted(counted)) = report.elections.first().map(|election| &election.outcome)
        else {
            panic!("counted: {:?}", report.elections)
        };
        let [run_off] = counted.run_offs.as_slice() else { panic!("one tie: {counted:?}") };
        assert_eq!((counted.needed, counted.elected.len(), counted.run_offs.len()), (24, 6, 1));
        assert_eq!((run_off.tie.candidates.as_slice(), run_off.tie.open), (&[6, 7][..], Seats::from(1)));
        // The tellers could have counted it: no more names than ballots with seven each.
        let ballot = &report.scenario.elections[0];
        let votes: u32 = ballot.candidates.iter().filter_map(|one| one.votes).map(Count::get).sum();
        let valid = ballot.papers.get(Paper::Valid).unwrap().get();
        assert!(votes <= valid * ballot.seats.get(), "{votes} votes on {valid} ballots");
    }
}

/// Source of the numbers needed: Civil Code, Art. 278, on 1,000 owners and 120,000 m².
#[test]
fn the_owners_assembly_needs_two_measures() {
    for language in Language::ALL {
        let report = report(Example::Owners, language);
        let needed: Vec<_> =
            report.gates.own.quorum.iter().filter_map(|(_, verdict)| verdict.finding()).collect();
        let needed: Vec<_> = needed.iter().map(|finding| (finding.needed, finding.achieved)).collect();
        assert_eq!(needed, [(667, 700), (80_000, 85_000)]);
        let votes: Vec<Vec<u64>> = report
            .gates
            .own
            .decisions
            .iter()
            .map(|(_, votes)| votes.iter().map(|votes| votes.needed.unwrap()).collect())
            .collect();
        assert_eq!(votes, [[351, 42_501], [525, 63_750]]);
        assert_eq!(report.members, 1_000);
    }
}

/// Heads are not area: 380 owners in favour are enough of them, and say nothing of their area.
#[test]
fn a_vote_by_heads_does_not_decide_by_area() {
    let mut scenario = Example::Owners.scenario(Language::English);
    let Needs::Vote(vote) = &mut scenario.agenda[0].needs else { panic!("a vote") };
    (vote.favour, vote.against, vote.abstaining) = (Count::new(380), Count::new(300), Count::new(20));
    let outcome = &derive(&Rc::new(scenario), None).agenda[0].outcome;
    let ItemOutcome::Voted(verdicts) = outcome else { panic!("{outcome:?}") };
    assert!(verdicts[0].1.is_met(), "{verdicts:?}");
    assert_eq!(verdicts[1].1, Verdict::Undecided(Obstacle::AreaInFavour(42_501)));
    assert_eq!(outcome.carried(), Some(Carried::Undecided));
}

/// More than half of the 700 owners and of the 85,000 m² that take part, 351 and 42,501; for the charter three quarters, 525 and
/// 63,750 (Civil Code, Art. 278). Both must be met, and neither stands for the other.
#[test]
fn owners_decide_by_heads_and_by_area() {
    let outcome = |at: usize, favour: u16, area: u64| {
        let mut scenario = Example::Owners.scenario(Language::English);
        let Needs::Vote(vote) = &mut scenario.agenda[at].needs else { panic!("a vote") };
        (vote.favour, vote.area) = (Some(Count::from(favour)), Weight::new(area));
        let report = derive(&Rc::new(scenario), None);
        let issues = report.issues.into_iter().filter(|issue| matches!(issue.place, Place::Agenda(..)));
        (report.agenda[at].outcome.carried(), issues.collect::<Vec<_>>())
    };
    for (at, heads, area) in [(0, 351, 42_501), (1, 525, 63_750)] {
        assert_eq!(outcome(at, heads, area), (Some(Carried::Carried), vec![]));
        assert_eq!(outcome(at, heads - 1, area).0, Some(Carried::NotCarried));
        assert_eq!(outcome(at, heads, area - 1).0, Some(Carried::NotCarried));
    }
    let (carried, issues) = outcome(0, 351, 85_001);
    let above = VotingProblem::AreaAbove { area: 85_001, base: Base::ParticipatingArea, whole: 85_000 };
    let [Issue { place: Place::Agenda(_, AgendaField::Area), problem: Problem::Voting(found) }] = &issues[..]
    else {
        panic!("{issues:?}")
    };
    assert_eq!((carried, found), (Some(Carried::Undecided), &above));
}

/// Rules that count no area are not held up by one that was entered under others.
#[test]
fn an_area_that_nobody_counts_decides_nothing() {
    let mut scenario = Example::Owners.scenario(Language::English);
    scenario.rules = Rules::Profile(ProfileId::RonrConvention);
    let Needs::Vote(vote) = &mut scenario.agenda[0].needs else { panic!("a vote") };
    (vote.favour, vote.area) = (Some(Count::from(351u16)), Weight::new(85_001));
    let report = derive(&Rc::new(scenario), None);
    assert!(
        !matches!(report.agenda[0].outcome, ItemOutcome::Contradictory(_)),
        "{:?}",
        report.agenda[0].outcome
    );
    assert!(!report.issues.iter().any(|issue| matches!(issue.place, Place::Agenda(_, AgendaField::Area))));
}

#[test]
fn every_example_is_whole_in_both_languages() {
    for example in Example::ALL {
        let [zh, en] = [Language::Chinese, Language::English].map(|language| report(example, language));
        assert_eq!(seats(&zh).len(), seats(&en).len());
        assert_eq!(
            zh.units.iter().map(|row| row.ledger).collect::<Vec<_>>(),
            en.units.iter().map(|row| row.ledger).collect::<Vec<_>>()
        );
        for report in [&zh, &en] {
            let errors = report.issues.iter().filter(|issue| issue.problem.severity() == Severity::Error);
            assert!(example == Example::Blank || errors.count() == 0, "{example:?}: {:?}", report.issues);
            let scenario = &report.scenario;
            assert!(scenario.units.iter().all(|unit| !unit.name.is_empty() && unit.members.get() > 0));
            assert!(scenario.title.as_str().len() < MAX_TITLE_BYTES);
            // What is made up says so in its title, in both languages; nothing else does.
            let made_up = ["made-up", "虚构"].iter().any(|word| scenario.title.as_str().contains(word));
            assert_eq!(made_up, matches!(example, Example::Union | Example::Owners), "{example:?}");
            let known = (example != Example::Blank).then_some(example);
            assert_eq!(Example::of_title(&scenario.title), known);
            assert!(example.is_as_told(scenario));
            let mut changed = (**scenario).clone();
            changed.allocating.minimum = Seats::from(9u16);
            let says_what_to_try = matches!(example, Example::House2020 | Example::House1880);
            assert_eq!(example.is_as_told(&changed), says_what_to_try, "{example:?}");
        }
    }
}

#[test]
fn identities_are_given_out_once() {
    for example in Example::ALL {
        let scenario = example.scenario(Language::English);
        let mut ids: Vec<u32> = scenario.units.iter().map(|unit| unit.id.0).collect();
        ids.extend(scenario.delegations.iter().map(|delegation| delegation.id.0));
        ids.extend(scenario.sittings.iter().map(|sitting| sitting.id.0));
        ids.extend(scenario.agenda.iter().map(|item| item.id.0));
        ids.extend(scenario.elections.iter().map(|election| election.id.0));
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{example:?}");
        assert!(ids.last().is_none_or(|last| *last < scenario.next_id), "{example:?}");
    }
}
