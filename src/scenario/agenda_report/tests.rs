//! Votes on items of the agenda of the example congress (484 due, 470 present) under several profiles, and its own agenda.

use super::*;
use crate::language::Language;
use crate::num::{Count, Seats};
use crate::scenario::{Action, AgendaAction, AgendaEdit, Report, Rules, Tally, apply, derive, example};
use crate::threshold::{Decision, ProfileId};
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn decided(rules: ProfileId, decision: Decision, votes: [Option<u16>; 3]) -> (Option<Carried>, Report) {
    let mut scenario = example(Language::English);
    scenario.rules = Rules::Profile(rules);
    let id = scenario.agenda[0].id;
    let [favour, against, abstaining] = votes.map(|votes| votes.map(Count::from));
    let vote = Vote { favour, against, abstaining, ..Vote::uncounted(decision) };
    let needs = AgendaEdit::Needs(Needs::Vote(vote));
    let scenario = apply(&scenario, &Action::Agenda(AgendaAction::Edit(id, needs))).unwrap();
    let report = report(&scenario);
    (report.agenda[0].outcome.carried(), report)
}

/// The method of election needs more than half of 484 due at a local congress (text of 1994, Article 43).
#[test]
fn a_vote_on_an_item_meets_the_rule_for_its_decision() {
    let carried = |rules, decision, votes| decided(rules, decision, votes).0;
    let favour = |n| [Some(n), None, None];
    let local = ProfileId::CpcLocal;
    assert_eq!(carried(local, Decision::Method, favour(243)), Some(Carried::Carried));
    assert_eq!(carried(local, Decision::Method, favour(242)), Some(Carried::NotCarried));
    assert_eq!(carried(ProfileId::CpcGrassroots, Decision::Adopt, favour(236)), Some(Carried::Carried));
    assert_eq!(carried(ProfileId::CpcGrassroots, Decision::Adopt, favour(235)), Some(Carried::NotCarried));
    assert_eq!(
        carried(ProfileId::PeoplesCongress, Decision::Charter, favour(322)),
        Some(Carried::NotCarried)
    );
    assert_eq!(carried(ProfileId::PeoplesCongress, Decision::Charter, favour(323)), Some(Carried::Carried));
    // Robert's Rules count votes cast: without those against they are not known. Abstentions are no votes.
    let robert = ProfileId::RonrConvention;
    assert_eq!(carried(robert, Decision::Adopt, favour(200)), Some(Carried::Undecided));
    assert_eq!(carried(robert, Decision::Adopt, [Some(200), Some(199), Some(60)]), Some(Carried::Carried));
    assert_eq!(carried(robert, Decision::Adopt, [Some(200), Some(200), Some(60)]), Some(Carried::NotCarried));
    // Heads alone do not decide where area counts as well.
    assert_eq!(carried(ProfileId::OwnersAssembly, Decision::Charter, favour(400)), Some(Carried::Undecided));
}

#[test]
fn where_no_rule_is_stated_nothing_is_decided() {
    let (carried, report) = decided(ProfileId::CpcLocal, Decision::Adopt, [Some(400), None, None]);
    assert_eq!((carried, &report.agenda[0].outcome), (None, &ItemOutcome::NoRule));
    let (carried, report) = decided(ProfileId::CpcLocal, Decision::Method, [None, Some(3), None]);
    let ItemOutcome::Open(needed) = &report.agenda[0].outcome else { panic!("open") };
    assert_eq!((carried, needed[0].needed), (None, Ok(243)));
}

#[test]
fn more_votes_than_people_are_located_and_decide_nothing() {
    let (carried, report) = decided(ProfileId::CpcLocal, Decision::Method, [Some(400), Some(60), Some(11)]);
    assert_eq!(carried, Some(Carried::Undecided));
    let place = Place::Agenda(report.agenda[0].id, AgendaField::Favour);
    let problem = VotingProblem::VotesAboveVoters { votes: 471, base: Base::PresentWithVote, voters: 470 };
    assert_eq!(report.issues, [Issue { place, problem: Problem::Voting(problem) }]);
}

#[test]
fn nothing_is_decided_without_a_quorum() {
    let (_, report) = decided(ProfileId::CpcLocal, Decision::Method, [Some(242), None, None]);
    let mut scenario = (*report.scenario).clone();
    scenario.sittings[0].tally = Tally::Whole(Some(Count::from(242u16)));
    let report = self::report(&scenario);
    let ItemOutcome::NoQuorum(needed) = &report.agenda[0].outcome else { panic!("no quorum") };
    assert_eq!(needed[0].needed, Ok(243));
    assert_eq!(report.agenda[0].outcome.carried(), Some(Carried::Undecided));
}

/// Owners: more than half of the 700 who take part, 351, and of their area.
#[test]
fn those_stated_to_take_part_are_the_base_of_a_vote() {
    let carried = |votes| {
        let (_, report) = decided(ProfileId::OwnersAssembly, Decision::Adopt, votes);
        let mut scenario = (*report.scenario).clone();
        scenario.sittings[0].stated = Rc::new([(Base::Participants, 700)].into_iter().collect());
        self::report(&scenario)
    };
    let heads = |report: &Report| match &report.agenda[0].outcome {
        ItemOutcome::Voted(verdicts) => verdicts[0].1,
        other => panic!("{other:?}"),
    };
    for votes in [[Some(310), Some(290), Some(0)], [Some(310), Some(290), None]] {
        let Verdict::NotMet(found) = heads(&carried(votes)) else { panic!("351 are needed") };
        assert_eq!((found.whole, found.needed, found.achieved), (700, 351, 310));
    }
    assert!(heads(&carried([Some(351), Some(290), None])).is_met());
    // More in favour than the 470 in the hall: those who take part need not be there.
    assert!(heads(&carried([Some(500), None, None])).is_met());
    let report = carried([Some(701), None, None]);
    let problem = VotingProblem::VotesAboveVoters { votes: 701, base: Base::Participants, voters: 700 };
    assert!(report.issues.iter().any(|issue| issue.problem == Problem::Voting(problem.clone())));
}

/// In a cooperative some have more than one vote (Farmers' Cooperatives Law, Art. 22): the votes are bounded by all voting rights,
/// not by the people in the hall.
#[test]
fn votes_may_be_more_than_people() {
    let carried = |rights: u64, favour: u16| {
        let (_, report) = decided(ProfileId::FarmersCooperative, Decision::Adopt, [Some(favour), None, None]);
        let mut scenario = (*report.scenario).clone();
        scenario.sittings[0].stated = Rc::new([(Base::VotingRights, rights)].into());
        let report = self::report(&scenario);
        let problems: Vec<_> = report.issues.into_iter().map(|issue| issue.problem).collect();
        (report.agenda[0].outcome.carried(), problems)
    };
    assert_eq!(carried(560, 281), (Some(Carried::Carried), vec![]));
    assert_eq!(carried(560, 480), (Some(Carried::Carried), vec![]));
    assert_eq!(carried(560, 280), (Some(Carried::NotCarried), vec![]));
    let above = VotingProblem::VotesAboveVoters { votes: 561, base: Base::VotingRights, voters: 560 };
    assert_eq!(carried(560, 561), (Some(Carried::Undecided), vec![Problem::Voting(above)]));
}

#[test]
fn the_example_has_its_agenda_and_no_invented_numbers() {
    for language in Language::ALL {
        let scenario = example(language);
        assert_eq!((scenario.agenda.len(), scenario.elections.len()), (5, 3));
        assert!(scenario.elections.iter().all(|one| one.seats == Seats::ZERO && !one.is_counted()));
        let report = report(&scenario);
        let chosen =
            report.agenda.iter().filter(|item| matches!(item.outcome, ItemOutcome::Election(Some(_))));
        assert_eq!((chosen.count(), report.issues.len()), (3, 0));
        for (item, found) in scenario.agenda.iter().zip(&report.agenda) {
            if let (Needs::Election(Some(id)), ItemOutcome::Election(Some(place))) =
                (item.needs, &found.outcome)
            {
                assert_eq!(scenario.elections[*place].id, id, "each item leads to its own election");
            }
        }
    }
}

/// Owners vote by heads and by area (Civil Code, Art. 278), members of a cooperative by their votes, delegates by heads.
#[test]
fn a_vote_tells_what_it_counts() {
    let counts = |rules, votes| {
        let (_, report) = decided(rules, Decision::Adopt, votes);
        let outcome = &report.agenda[0].outcome;
        [Measure::Heads, Measure::Votes, Measure::Area].map(|measure| outcome.counts(measure))
    };
    for votes in [[None; 3], [Some(300), None, None], [Some(471), None, None]] {
        assert_eq!(counts(ProfileId::OwnersAssembly, votes), [true, false, true], "{votes:?}");
        assert_eq!(counts(ProfileId::FarmersCooperative, votes), [false, true, false], "{votes:?}");
        assert_eq!(counts(ProfileId::CpcGrassroots, votes), [true, false, false], "{votes:?}");
        assert_eq!(counts(ProfileId::CpcLocal, votes), [false; 3], "no rule is stated");
    }
}
