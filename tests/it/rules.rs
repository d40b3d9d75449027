//! Rules as somebody uses the library: copied, edited, decided by, carried in a link. Real reports with their sources.

use delegate_roster::codec::link;
use delegate_roster::language::Language;
use delegate_roster::num::Count;
use delegate_roster::scenario::{
    Action, Name, Report, Rules, RulesAction, Scenario, SittingEdit, TallyKind, apply, derive, example,
};
use delegate_roster::text::{Msg, RulesMsg, rules_name, say};
use delegate_roster::threshold::{
    Base, Decision, Measures, ProfileId, Provision, Purpose, Rule, Share, ShareError, Strictness, Subject,
    Verdict,
};
use std::rc::Rc;

/// A link with rules of one's own and stated figures, made by version 1; never changed.
const LINK: &str = include_str!("../data/links/v1-rules.txt");

fn act(scenario: &Scenario, action: Action) -> Scenario {
    apply(scenario, &action).unwrap_or_else(|| scenario.clone())
}

fn sit(scenario: &Scenario, edit: SittingEdit) -> Scenario {
    act(scenario, Action::EditSitting(scenario.shown, edit))
}

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

/// A sitting of `due` delegates of whom `present` are there, by one figure each.
fn sitting(rules: ProfileId, due: u32, present: u32) -> Scenario {
    let scenario = act(&Scenario::blank(), Action::SetRules(Rules::Profile(rules)));
    let scenario = sit(&scenario, SittingEdit::Tally(TallyKind::Whole));
    let scenario = sit(&scenario, SittingEdit::StatedDue(Count::new(due)));
    sit(&scenario, SittingEdit::Present(Count::new(present)))
}

/// Some whole and then > 1/2, >= 1/2, >= 2/3, > 2/3, >= 3/4, > 3/4, >= 4/5, > 4/5 of it.
/// Source: computed with exact rational arithmetic, outside this program.
const THRESHOLDS: [(u32, [u64; 8]); 11] = [
    (484, [243, 242, 323, 323, 363, 364, 388, 388]),
    (470, [236, 235, 314, 314, 353, 353, 376, 377]),
    (500, [251, 250, 334, 334, 375, 376, 400, 401]),
    (487, [244, 244, 325, 325, 366, 366, 390, 390]),
    (485, [243, 243, 324, 324, 364, 364, 388, 389]),
    (480, [241, 240, 320, 321, 360, 361, 384, 385]),
    (685, [343, 343, 457, 457, 514, 514, 548, 549]),
    (818, [410, 409, 546, 546, 614, 614, 655, 655]),
    (2379, [1190, 1190, 1586, 1587, 1785, 1785, 1904, 1904]),
    (5, [3, 3, 4, 4, 4, 4, 4, 5]),
    (3, [2, 2, 2, 3, 3, 3, 3, 3]),
];

/// Every threshold of the table as the quorum of an edited copy, decided at a sitting with exactly enough, and one less.
#[test]
fn thresholds_hold_through_edited_rules() {
    use Strictness::{AtLeast, MoreThan};
    let columns = [(1, 2, MoreThan), (1, 2, AtLeast), (2, 3, AtLeast), (2, 3, MoreThan)];
    let columns =
        columns.into_iter().chain([(3, 4, AtLeast), (3, 4, MoreThan), (4, 5, AtLeast), (4, 5, MoreThan)]);
    for (column, (num, den, strictness)) in columns.enumerate() {
        let rule = Rule { share: Share::new(num, den).unwrap(), strictness, base: Base::Due };
        for (due, expected) in THRESHOLDS {
            let scenario = sitting(ProfileId::OwnersAssembly, due, 0);
            let scenario = act(&scenario, Action::Rules(RulesAction::Copy(Name::default())));
            let row = Provision::Quorum(Purpose::Elect, Measures::one(rule));
            let scenario = act(&scenario, Action::Rules(RulesAction::Add(row)));
            let needed = u32::try_from(expected[column]).unwrap();
            for (present, met) in [(needed, true), (needed - 1, false)] {
                let verdict =
                    report(&sit(&scenario, SittingEdit::Present(Count::new(present)))).gates.own.quorum[0].1;
                assert_eq!(verdict.is_met(), met, "{present} of {due} under {num}/{den}");
                assert_eq!(verdict.finding().unwrap().needed, expected[column], "{due} under {num}/{den}");
            }
        }
    }
}

/// Source: 484 due and 470 present as published; the rest computed from it outside this program.
#[test]
fn the_gates_of_the_example_congress() {
    for (id, needed, surplus, absences) in [
        (ProfileId::CpcLocal, 243, 227, 241),
        (ProfileId::CpcPlenum, 323, 147, 161),
        (ProfileId::CpcGrassroots, 388, 82, 96),
    ] {
        let scenario = Scenario { rules: Rules::Profile(id), ..example(Language::English) };
        let found = report(&scenario).gates.own.quorum[0].1.finding().unwrap();
        assert_eq!((found.needed, found.surplus(), found.may_miss()), (needed, surplus, absences));
    }
    // Two leave for good: 482 due, and quorum and majority are 242.
    let gate = report(&sitting(ProfileId::CpcLocal, 482, 470)).gates.own;
    assert_eq!(gate.quorum[0].1.finding().unwrap().needed, 242);
    assert_eq!(gate.majority[0].needed, Ok(242));
}

/// Congresses as they were reported: the 20th national congress 2022 (yicai.com), Shanghai 2022 with eight invited
/// delegates and a presidium of 81 (whb.cn), Shaanxi 2022, the unit of the city organs of Linfen (mtqpdj.com).
#[test]
fn real_congresses_through_a_scenario() {
    for (due, present, needed, presidium) in
        [(2379, 2310, 1190, 238), (818, 806, 410, 82), (685, 652, 343, 69), (189, 163, 95, 19)]
    {
        let report = report(&sitting(ProfileId::CpcLocal, due, present));
        let Verdict::Met(found) = report.gates.own.quorum[0].1 else { panic!("{due}") };
        assert_eq!(found.needed, needed);
        assert_eq!(report.rules.presidium_size(due.into()), Some(presidium));
    }
    // Of 810 delegates without those invited, the presidium was 81.
    assert_eq!(report(&sitting(ProfileId::CpcLocal, 810, 806)).rules.presidium_size(810), Some(81));
    // Linfen: 45 candidates for 37 seats.
    let local = report(&sitting(ProfileId::CpcLocal, 189, 163)).rules;
    let band = local.differential(delegate_roster::threshold::Office::Delegates).unwrap().band;
    assert_eq!(band.candidates(delegate_roster::num::Seats::from(37)).lowest(), 45);
    // Republican national convention 2020 (thewellnews): 1276 of 2550.
    let rule = Provision::Majority(Decision::Elect, Measures::one(Rule::more_than(Share::HALF, Base::Due)));
    let convention = act(
        &sitting(ProfileId::RonrConvention, 2550, 2550),
        Action::Rules(RulesAction::Copy(Name::default())),
    );
    let convention = act(&convention, Action::Rules(RulesAction::Change(rule)));
    assert_eq!(report(&convention).gates.own.majority[0].needed, Ok(1276));
}

#[test]
fn a_share_above_the_whole_is_refused_and_said() {
    assert_eq!(Share::new(3, 2), Err(ShareError::AboveWhole { num: 3, den: 2 }));
    for error in [ShareError::Zero, ShareError::ZeroDenominator, ShareError::AboveWhole { num: 3, den: 2 }] {
        for language in Language::ALL {
            assert!(!say(language, &Msg::Rules(RulesMsg::ShareError(error))).is_empty());
        }
    }
    let said =
        say(Language::English, &Msg::Rules(RulesMsg::ShareError(ShareError::AboveWhole { num: 3, den: 2 })));
    assert_eq!(said, "3/2 is more than the whole: nobody could meet it.");
}

/// An owners' assembly under a copy of Article 278 with a severer quorum.
fn carried() -> Scenario {
    let mut scenario = sitting(ProfileId::OwnersAssembly, 3, 2);
    scenario = act(&scenario, Action::Rules(RulesAction::Copy(Name::new("本小区议事规则").unwrap())));
    let rules = Measures {
        first: Rule::at_least(Share::THREE_QUARTERS, Base::Owners),
        second: Some(Rule::more_than(Share::TWO_THIRDS, Base::Area)),
    };
    let rows = [
        RulesAction::Change(Provision::Quorum(Purpose::Adopt, rules)),
        RulesAction::Add(Provision::blank(Subject::Presidium)),
        RulesAction::Remove(Subject::Majority(Decision::Charter)),
    ];
    for action in rows {
        scenario = act(&scenario, Action::Rules(action));
    }
    for (base, figure) in [
        (Base::Owners, 1000),
        (Base::Area, 120_000),
        (Base::Participants, 750),
        (Base::ParticipatingArea, 80_000),
    ] {
        scenario = sit(&scenario, SittingEdit::Stated(base, Some(figure)));
    }
    scenario
}

#[test]
fn a_link_carries_own_rules_whole() {
    let scenario = carried();
    let gate = report(&scenario).gates.own;
    let verdicts: Vec<bool> = gate.quorum.iter().map(|(_, verdict)| verdict.is_met()).collect();
    assert_eq!(
        verdicts,
        [true, false],
        "750 owners are enough, and 80,000 m² are exactly two thirds, not more"
    );
    assert_eq!(rules_name(&scenario.rules, Language::English), "本小区议事规则");
    let opened = link::decode(LINK.trim());
    assert_eq!(opened, Ok(scenario.clone()), "{:?}", link::encode(&scenario));
    // A copy of which nothing is changed costs the few characters that say so.
    let example = example(Language::Chinese);
    let copy = act(&example, Action::Rules(RulesAction::Copy(Name::default())));
    let cost = link::encode(&copy).unwrap().len() - link::encode(&example).unwrap().len();
    assert!(cost <= 8, "{cost}");
    assert_eq!(link::decode(&link::encode(&copy).unwrap()), Ok(copy));
}
