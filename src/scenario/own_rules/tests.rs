//! Copies of every profile hold as the profile does; an edit changes one row and nothing else.

use crate::language::Language;
use crate::num::Count;
use crate::scenario::arbitrary::{own_rules, provision};
use crate::scenario::*;
use crate::threshold::*;
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn act(scenario: &Scenario, action: RulesAction) -> Scenario {
    apply(scenario, &Action::Rules(action)).unwrap()
}

fn state(scenario: &Scenario, base: Base, figure: u64) -> Scenario {
    let edit = SittingEdit::Stated(base, Some(figure));
    apply(scenario, &Action::EditSitting(scenario.shown, edit)).unwrap()
}

fn under(id: ProfileId) -> Scenario {
    Scenario { rules: Rules::Profile(id), ..example(Language::English) }
}

fn needed(gate: &Gate) -> Vec<u64> {
    gate.quorum.iter().filter_map(|(_, verdict)| verdict.finding()).map(|found| found.needed).collect()
}

fn votes(gate: &Gate, decision: Decision) -> Vec<u64> {
    let row = gate.decisions.iter().find(|(of, _)| *of == decision).unwrap();
    row.1.iter().map(|votes| votes.needed.unwrap()).collect()
}

const QUORUM: Subject = Subject::Quorum(Purpose::Elect);

#[test]
fn a_profile_is_its_provisions() {
    for id in ProfileId::ALL {
        let whole = profile(id);
        let rows = whole.provisions();
        assert_eq!(&whole.with_provisions(rows.clone()), whole, "{id:?}");
        for row in &rows {
            assert_eq!(whole.provision(row.value.subject()), Some(*row), "{id:?}: one row on each subject");
            assert_eq!(row.value.fault(), None, "{id:?}");
            assert!(row.value.subject().chapter().subjects().contains(&row.value.subject()));
            assert_eq!(Provision::blank(row.value.subject()).subject(), row.value.subject());
        }
        let chapters: Vec<_> = rows.iter().map(|row| row.value.subject().chapter()).collect();
        assert!(chapters.is_sorted(), "{id:?}: rows stand in the order of the chapters");
    }
}

#[test]
fn a_copy_of_any_profile_holds_as_the_profile_does() {
    for id in ProfileId::ALL {
        let named = under(id);
        let copy = act(&named, RulesAction::Copy(Name::new("ours").unwrap()));
        let (was, is) = (report(&named), report(&copy));
        assert!(matches!(copy.rules, Rules::Own(_)));
        assert_eq!((&was.gates, &was.sittings, &was.issues), (&is.gates, &is.sittings, &is.issues), "{id:?}");
        assert_eq!(*is.rules, *profile(id), "{id:?}: every citation is kept");
        assert_eq!(act(&copy, RulesAction::Return), named);
    }
}

#[test]
fn a_changed_row_is_the_organisations_own_and_the_others_keep_their_source() {
    let copy = act(&under(ProfileId::CpcLocal), RulesAction::Copy(Name::default()));
    let four_fifths = Rule::at_least(Share::FOUR_FIFTHS, Base::Due);
    let row = Provision::Quorum(Purpose::Elect, Measures::one(four_fifths));
    let changed = act(&copy, RulesAction::Change(row));
    assert_eq!(needed(&report(&changed).gates.own), [388], "at least 4/5 of 484");
    assert_eq!(needed(&report(&changed).sittings[0].gate), [388]);
    let rules = report(&changed).rules;
    assert_eq!(rules.quorum(Purpose::Elect).unwrap().citation, Citation::OWN);
    let plenum = rules.quorum(Purpose::Plenum).unwrap();
    assert_eq!(plenum, profile(ProfileId::CpcLocal).quorum(Purpose::Plenum).unwrap());
    // The value of the source is the source's again, however it was entered.
    let back =
        act(&changed, RulesAction::Change(profile(ProfileId::CpcLocal).provision(QUORUM).unwrap().value));
    assert_eq!(back, copy);
    assert_eq!(act(&changed, RulesAction::Reset(QUORUM)), copy);
}

#[test]
fn a_row_that_was_taken_out_is_not_made_up() {
    let mut scenario = act(&under(ProfileId::RonrConvention), RulesAction::Copy(Name::default()));
    scenario = act(&scenario, RulesAction::Remove(Subject::Quorum(Purpose::Open)));
    let without = report(&scenario);
    assert_eq!(without.gates.own.quorum, []);
    let Rules::Own(own) = &scenario.rules else { panic!() };
    assert_eq!(own.descent(Subject::Quorum(Purpose::Open)), Some(Descent::Removed));
    scenario = act(&scenario, RulesAction::Add(Provision::blank(QUORUM)));
    assert_eq!(needed(&report(&scenario).gates.own), [243]);
    let Rules::Own(own) = &scenario.rules else { panic!() };
    assert_eq!(own.descent(QUORUM), Some(Descent::Added));
    scenario = act(&scenario, RulesAction::Remove(QUORUM));
    let Rules::Own(own) = &scenario.rules else { panic!() };
    assert_eq!((own.descent(QUORUM), own.changes().len()), (None, 1));
}

#[test]
fn only_a_copy_is_changed() {
    let named = under(ProfileId::CpcLocal);
    for action in [
        RulesAction::Change(Provision::blank(QUORUM)),
        RulesAction::Remove(QUORUM),
        RulesAction::Reset(QUORUM),
        RulesAction::Rename(Name::new("ours").unwrap()),
        RulesAction::Return,
    ] {
        assert_eq!(apply(&named, &Action::Rules(action)), None);
    }
    let copy = act(&named, RulesAction::Copy(Name::default()));
    assert_eq!(apply(&copy, &Action::Rules(RulesAction::Copy(Name::new("again").unwrap()))), None);
    let changed = act(&copy, RulesAction::Remove(QUORUM));
    let history = History::new(named.clone());
    let history = history.apply(&Action::Rules(RulesAction::Copy(Name::default()))).unwrap();
    let history = history.apply(&Action::Rules(RulesAction::Remove(QUORUM))).unwrap();
    assert_eq!(**history.present(), changed);
    assert_eq!(**history.undo().unwrap().undo().unwrap().present(), named, "two steps of undo");
}

/// Two bare rules, as older links hold them, mean what they meant, also once somebody edits them.
#[test]
fn bare_rules_become_rows() {
    let quorum = Rule::at_least(Share::TWO_THIRDS, Base::Due);
    let majority = Rule::more_than(Share::HALF, Base::Present);
    let bare = Scenario { rules: Rules::Custom { quorum, majority }, ..under(ProfileId::Custom) };
    for purpose in Purpose::ALL {
        let edit = SittingEdit::Purpose(purpose);
        let bare = apply(&bare, &Action::EditSitting(bare.shown, edit)).unwrap_or(bare.clone());
        let gate = report(&bare).gates.own;
        assert_eq!((needed(&gate), gate.borrowed), (vec![323], None), "{purpose:?}");
        assert_eq!(gate.majority[0].needed, Ok(236));
        let named = act(&bare, RulesAction::Rename(Name::new("ours").unwrap()));
        assert_eq!(needed(&report(&named).gates.own), [323]);
        assert_eq!(report(&named).gates.own.majority, gate.majority);
    }
}

/// Civil Code, Article 278: 1000 owners of 120,000 m². 667 owners and 80,000 m² must take part; of 700 owners with
/// 85,000 m² an ordinary decision takes 351 and more than 42,500, a special one 525 and 63,750.
#[test]
fn owners_are_measured_by_heads_and_area() {
    let mut scenario = under(ProfileId::OwnersAssembly);
    let issues = |scenario: &Scenario| -> Vec<_> {
        let of = |issue: Issue| (issue.place, issue.problem);
        report(scenario).issues.into_iter().map(of).collect()
    };
    let sitting = Place::Sitting(scenario.shown);
    assert_eq!(
        issues(&scenario),
        [(sitting, Problem::NotStated(Base::Owners)), (sitting, Problem::NotStated(Base::Area))]
    );
    scenario = state(&state(&scenario, Base::Owners, 1000), Base::Area, 120_000);
    let undecided = |scenario: &Scenario| {
        report(scenario).gates.own.quorum.iter().all(|(_, verdict)| matches!(verdict, Verdict::Undecided(_)))
    };
    assert!(undecided(&scenario), "nobody has said who takes part");
    scenario = state(&state(&scenario, Base::Participants, 700), Base::ParticipatingArea, 85_000);
    assert_eq!(issues(&scenario), []);
    let gate = report(&scenario).gates.own;
    assert_eq!(needed(&gate), [667, 80_000]);
    assert!(gate.quorum.iter().all(|(_, verdict)| verdict.is_met()));
    assert_eq!(votes(&gate, Decision::Adopt), [351, 42_501]);
    assert_eq!(votes(&gate, Decision::Charter), [525, 63_750]);
    // Enough owners, not enough area: one measure of the two.
    let small = report(&state(&scenario, Base::ParticipatingArea, 79_999)).gates.own;
    assert_eq!(small.quorum.iter().map(|(_, verdict)| verdict.is_met()).collect::<Vec<_>>(), [true, false]);
    // More area than there is.
    let above = state(&scenario, Base::ParticipatingArea, 120_001);
    let quorum = &report(&above).gates.own.quorum;
    assert!(matches!(quorum[1].1, Verdict::Undecided(Obstacle::Contradiction(_))));
    let part = Contradiction {
        part: Base::ParticipatingArea,
        part_count: 120_001,
        whole: Base::Area,
        whole_count: 120_000,
    };
    assert_eq!(issues(&above), [(sitting, Problem::FiguresContradict(part))]);
}

/// Robert's Rules: of 100 on the roll 51; of 485 registered 243, and not 244.
#[test]
fn a_convention_counts_those_registered() {
    let mut scenario = under(ProfileId::RonrConvention);
    for (registered, quorum) in [(480, 241), (485, 243), (484, 243)] {
        let edit = SittingEdit::Registered(Count::new(registered));
        scenario = apply(&scenario, &Action::EditSitting(scenario.shown, edit)).unwrap();
        assert_eq!(needed(&report(&scenario).gates.own), [quorum]);
    }
    let borrowed = report(&scenario).gates.own.borrowed;
    assert_eq!(borrowed, Some((Purpose::Elect, Purpose::Open)), "the page says whose quorum it uses");
}

#[test]
fn alternates_without_a_vote_are_stated() {
    let scenario = under(ProfileId::CpcLocal);
    let stated = state(&scenario, Base::DueWithVote, 480);
    let gate = report(&stated).gates.own;
    assert_eq!(gate.majority[0].needed, Ok(241), "more than half of 480, not of 484");
    assert_eq!(report(&stated).gates.figures.get(Base::PresentWithVote), None, "not presumed");
    // Bases that are counted elsewhere are not stated.
    let edit = SittingEdit::Stated(Base::Present, Some(3));
    assert_eq!(apply(&scenario, &Action::EditSitting(scenario.shown, edit)), None);
    let edit = SittingEdit::Stated(Base::Area, Some(u64::MAX));
    assert_eq!(apply(&scenario, &Action::EditSitting(scenario.shown, edit)), None);
}

#[test]
fn a_row_that_decides_nothing_is_an_issue_at_its_place_and_no_verdict() {
    let copy = act(&under(ProfileId::CpcLocal), RulesAction::Copy(Name::default()));
    let quorum = |rule| Provision::Quorum(Purpose::Elect, Measures::one(rule));
    let above = Rule::more_than(Share::WHOLE, Base::Due);
    let crossed = Band::between(Excess::Of(Share::HALF), Excess::Of(Share::FIFTH));
    let candidates = Provision::Candidates(Office::Delegates, crossed);
    for (row, fault) in [
        (quorum(Rule::more_than(Share::HALF, Base::Present)), Fault::NoAttendance(Base::Present)),
        (quorum(Rule::at_least(Share::HALF, Base::BallotsValid)), Fault::NoAttendance(Base::BallotsValid)),
        (quorum(above), Fault::AboveWhole(Base::Due)),
        (candidates, Fault::EmptyBand),
    ] {
        let report = report(&act(&copy, RulesAction::Change(row)));
        let subject = row.subject();
        let issue = Issue { place: Place::Rule(subject), problem: Problem::Rule(subject, fault) };
        assert_eq!(report.issues, [issue], "{}", fault.code());
        if matches!(row, Provision::Quorum(..)) {
            assert!(matches!(report.gates.own.quorum[0].1, Verdict::Undecided(_)), "{}", fault.code());
        }
    }
    // At least the whole is severe, and possible.
    assert_eq!(quorum(Rule::at_least(Share::WHOLE, Base::Due)).fault(), None);
    assert_eq!(
        Provision::Majority(Decision::Adopt, Measures::one(above)).fault(),
        Some(Fault::AboveWhole(Base::Due))
    );
    // Shares and persons cross only for some seats.
    let mixed = Band::between(Excess::Persons(3), Excess::Of(Share::FIFTH));
    assert_eq!(Provision::Candidates(Office::Heads, mixed).fault(), None);
}

/// Every other table of a copy takes effect where it is asked for.
#[test]
fn own_rules_take_effect_everywhere() {
    let mut scenario = act(&under(ProfileId::CpcLocal), RulesAction::Copy(Name::default()));
    for row in [
        Provision::Presidium(Share::TWENTIETH),
        Provision::Candidates(Office::Committee, Band::at_least(Excess::Persons(4))),
        Provision::Tie(TieRule::Lot),
        Provision::Remedy(Remedy::LeaveVacant),
        Provision::Signers(Initiative::Motion, None, Signers::Persons(20)),
        Provision::Order(Office::Delegates, ListOrder::VotesThenStrokes),
        Provision::Blank(crate::threshold::Counting::Counts),
        Provision::Deadline(Milestone::CandidateRequest, None, Span::Days(10)),
        Provision::Majority(Decision::Charter, Measures::one(Rule::at_least(Share::TWO_THIRDS, Base::Due))),
    ] {
        scenario = act(&scenario, RulesAction::Change(row));
    }
    let report = report(&scenario);
    let rules = &report.rules;
    assert_eq!(rules.presidium_size(484), Some(24));
    let seats = crate::num::Seats::from(10);
    assert_eq!(rules.differential(Office::Committee).unwrap().band.candidates(seats).lowest(), 14);
    assert_eq!(rules.tie.unwrap().value, TieRule::Lot);
    assert_eq!(rules.remedies.last().unwrap().value, Remedy::LeaveVacant);
    assert_eq!(rules.signer(Initiative::Motion, Some(Level::Township)).unwrap().needed(484), 20);
    assert_eq!(rules.ballot.blank.unwrap().value, crate::threshold::Counting::Counts);
    let latest = |rules: &Profile| {
        let row = rules.deadlines.iter().find(|row| row.milestone == Milestone::CandidateRequest);
        row.unwrap().latest(Date::new(2021, 9, 27).unwrap())
    };
    assert_eq!(latest(rules), Date::new(2021, 9, 17));
    assert_eq!(latest(profile(ProfileId::CpcLocal)), Date::new(2021, 8, 27));
    assert_eq!(votes(&report.gates.own, Decision::Charter), [323]);
}

proptest! {
    /// However rows are put and taken, exactly the subject named changes, and the source keeps its order.
    #[test]
    fn an_edit_changes_one_row(own in own_rules(), row in provision(), take in any::<bool>()) {
        let mut edited = own.clone();
        if take { edited.remove(row.subject()) } else { edited.put(row) }
        let others = |own: &OwnRules| {
            let rows = own.profile().provisions();
            rows.into_iter().filter(|other| other.value.subject() != row.subject()).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&own), others(&edited));
        let now = edited.profile().provision(row.subject());
        prop_assert_eq!(now.map(|now| now.value), (!take).then_some(row));
        edited.reset(row.subject());
        let source = profile(own.from()).provision(row.subject());
        prop_assert_eq!(edited.profile().provision(row.subject()), source);
        let count = edited.changes().filter(|(subject, _)| *subject == row.subject()).count();
        prop_assert_eq!(count, 0);
    }

    /// A row is cited as the source's exactly where it says what the source says.
    #[test]
    fn what_was_changed_is_marked_and_nothing_else(own in own_rules()) {
        let source = profile(own.from());
        for row in own.profile().provisions() {
            match source.provision(row.value.subject()) {
                Some(copied) if copied.value == row.value => prop_assert_eq!(row, copied),
                _ => prop_assert_eq!(row.citation, Citation::OWN),
            }
        }
        let rules = Rules::Own(Rc::new(own.clone()));
        prop_assert_eq!(&OwnRules::of(&rules), &own);
    }
}
