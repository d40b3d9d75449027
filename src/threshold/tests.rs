//! Known answers of the whole room, each with its source, and the thresholds against their definitions.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::*;
use crate::num::Seats;

mod ballots;
mod differentials;

/// The seed of the product: a newspaper page of 2021-09-28 on the 12th municipal party congress of Hengyang.
fn seed() -> Figures {
    Figures::new().with(Base::Seats, 500).with(Base::Due, 484).with(Base::Present, 470).everyone_votes()
}

fn finding(rule: Rule, figures: &Figures) -> Finding {
    rule.quorum(figures).finding().unwrap()
}

/// N and then > 1/2, >= 1/2, >= 2/3, > 2/3, >= 3/4, > 3/4, >= 4/5, > 4/5.
/// Source: computed with exact rational arithmetic, outside this program.
const THRESHOLDS: [(u64, [u64; 8]); 11] = [
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

#[test]
fn thresholds_of_real_congresses() {
    use Strictness::{AtLeast, MoreThan};
    let columns = [
        (Share::HALF, MoreThan),
        (Share::HALF, AtLeast),
        (Share::TWO_THIRDS, AtLeast),
        (Share::TWO_THIRDS, MoreThan),
        (Share::THREE_QUARTERS, AtLeast),
        (Share::THREE_QUARTERS, MoreThan),
        (Share::FOUR_FIFTHS, AtLeast),
        (Share::FOUR_FIFTHS, MoreThan),
    ];
    for (whole, expected) in THRESHOLDS {
        assert_eq!(columns.map(|(share, strictness)| share.needed(strictness, whole)), expected, "{whole}");
    }
}

/// Source: the seed page says only that 470 of 484 "meets the required number" (符合规定人数); it does under all.
#[test]
fn the_seed_meets_every_quorum_it_could_be_under() {
    for (id, needed, surplus, may_miss) in [
        (ProfileId::CpcLocal, 243, 227, 241),
        (ProfileId::CpcPlenum, 323, 147, 161),
        (ProfileId::CpcGrassroots, 388, 82, 96),
    ] {
        let found = finding(profile(id).principal_quorum().unwrap().rule, &seed());
        assert_eq!((found.needed, found.may_leave(), found.may_miss()), (needed, surplus, may_miss));
        assert!(found.is_met() && found.shortage() == 0);
    }
}

/// Due and present as reported: the 20th national congress 2022 (yicai.com), Shanghai 2022 with eight invited
/// delegates (whb.cn), Shaanxi 2022, and the unit of the city organs of Linfen (mtqpdj.com).
/// All reported that the quorum was met.
#[test]
fn real_congresses_had_their_quorum() {
    let local = profile(ProfileId::CpcLocal).quorum(Purpose::Elect).unwrap().rule;
    for (due, present, needed) in [(2379, 2310, 1190), (818, 806, 410), (685, 652, 343), (189, 163, 95)] {
        let figures = Figures::new().with(Base::Due, due).with(Base::Present, present);
        let found = finding(local, &figures);
        assert!(found.is_met(), "{due}");
        assert_eq!((found.needed, found.surplus()), (needed, present - needed));
    }
    // Linfen, 86.2 %: also under the rule of the grass roots, 152 of 189.
    let figures = Figures::new().with(Base::Due, 189).with(Base::Present, 163).everyone_votes();
    assert_eq!(
        finding(profile(ProfileId::CpcGrassroots).principal_quorum().unwrap().rule, &figures).needed,
        152
    );
}

/// 83 due, of whom 56 are two thirds: with 73 present and two units still to report it is met, whoever comes.
#[test]
fn a_quorum_is_met_as_soon_as_enough_have_reported() {
    let rule = Rule::at_least(Share::TWO_THIRDS, Base::Due);
    let due = Figures::new().with(Base::Due, 83);
    let verdict = |present| rule.quorum(&due.so_far(present));
    for (present, met) in [(73, true), (56, true), (55, false), (0, false)] {
        let found = verdict(present).finding().unwrap();
        assert_eq!((verdict(present).is_met(), found.needed, found.achieved), (met, 56, present));
        assert!(matches!(verdict(present), Verdict::SoFar(_)));
    }
    // Who is due has to be known, and what is known must not contradict it.
    let undecided = |rule: Rule, figures: Figures| match rule.quorum(&figures) {
        Verdict::Undecided(why) => why,
        verdict => panic!("{verdict:?}"),
    };
    assert_eq!(undecided(rule, Figures::new().so_far(73)), Obstacle::Missing(Base::Due));
    assert_eq!(undecided(rule, Figures::new().unbegun()), Obstacle::Unbegun);
    assert!(matches!(undecided(rule, due.so_far(84)), Obstacle::Contradiction(_)));
    assert!(matches!(undecided(rule, due.with(Base::Registered, 60).so_far(73)), Obstacle::Contradiction(_)));
    // A share of those present moves with them.
    let of_present = Rule::more_than(Share::HALF, Base::Present);
    assert_eq!(undecided(of_present, due.so_far(73)), Obstacle::NoAttendance(Base::Present));
    assert_eq!(of_present.needed_of(&due.so_far(73)), Err(Obstacle::Missing(Base::Present)));
    // Of those present some may have no vote.
    let with_vote = Rule::at_least(Share::TWO_THIRDS, Base::DueWithVote);
    assert!(with_vote.quorum(&due.so_far(73).everyone_votes()).is_met());
    // Nobody said how many are due, let alone that all of them have a vote.
    assert_eq!(Figures::new().so_far(73).least(Base::PresentWithVote), None);
    assert_eq!(
        undecided(with_vote, due.with(Base::DueWithVote, 80).so_far(73).everyone_votes()),
        Obstacle::Missing(Base::PresentWithVote)
    );
}

proptest! {
    /// What is met so far is met whoever comes on top, as long as nothing contradicts itself.
    #[test]
    fn what_is_met_so_far_stays_met(due in 1..200u64, some in 0..200u64, more in 0..200u64, share in 0..3usize) {
        let share = [Share::HALF, Share::TWO_THIRDS, Share::WHOLE][share];
        let rule = Rule::at_least(share, Base::Due);
        let figures = Figures::new().with(Base::Due, due);
        let (so_far, in_the_end) = (rule.quorum(&figures.so_far(some)), rule.quorum(&figures.with(Base::Present, some + more)));
        prop_assert!(!so_far.is_met() || in_the_end.is_met() || some + more > due);
    }
}

/// Shanghai 2022: a presidium of 81 for 810 delegates (whb.cn); the seed: about a tenth of 484.
#[test]
fn a_presidium_is_about_a_tenth() {
    let local = profile(ProfileId::CpcLocal);
    assert_eq!([810, 484, 685].map(|n| local.presidium_size(n)), [Some(81), Some(48), Some(69)]);
    assert_eq!(profile(ProfileId::RonrConvention).presidium_size(500), None);
}

/// Republican national convention 2020: 2550 delegates, 1276 for a majority (thewellnews).
/// Robert's Rules: of 100 on the roll 51, even if 200 were elected.
#[test]
fn majorities_of_conventions() {
    assert_eq!(Rule::more_than(Share::HALF, Base::AllMembers).needed(2550), 1276);
    let quorum = profile(ProfileId::RonrConvention).principal_quorum().unwrap().rule;
    let figures =
        Figures::new().with(Base::AllMembers, 200).with(Base::Registered, 100).with(Base::Present, 51);
    assert_eq!(finding(quorum, &figures).may_leave(), 0);
    // "50 % + 1" of 485 would be 243.5.
    assert_eq!(quorum.needed(485), 243);
}

/// Two delegates more leave for good: 482 due, and quorum and majority are 242.
#[test]
fn the_threshold_follows_a_base_that_is_amended() {
    assert_eq!(Rule::more_than(Share::HALF, Base::Due).needed(482), 242);
}

/// Civil Code, Article 278: 1000 owners of 120,000 m²; 700 owners of 85,000 m² take part.
#[test]
fn owners_are_measured_twice() {
    let owners = profile(ProfileId::OwnersAssembly);
    let figures = Figures::new()
        .with(Base::Owners, 1000)
        .with(Base::Area, 120_000)
        .with(Base::Participants, 700)
        .with(Base::ParticipatingArea, 85_000);
    let quorum = owners.principal_quorum().unwrap();
    let needed = |rule: Rule| rule.needed_of(&figures).unwrap();
    assert_eq!((needed(quorum.rule), needed(quorum.second.unwrap())), (667, 80_000));
    assert!(quorum.rule.quorum(&figures).is_met() && quorum.second.unwrap().quorum(&figures).is_met());
    for (decision, heads, area) in [(Decision::Adopt, 351, 42_501), (Decision::Charter, 525, 63_750)] {
        let row = owners.majority(decision).unwrap();
        assert_eq!((needed(row.rule), needed(row.second.unwrap())), (heads, area));
    }
    // Enough heads, not enough area.
    let row = owners.majority(Decision::Adopt).unwrap();
    assert!(row.rule.majority(&figures, 351).is_met());
    assert!(!row.second.unwrap().majority(&figures, 42_500).is_met());
}

/// The same 484 due and 470 present decide differently under different rules.
#[test]
fn the_base_decides_who_is_elected() {
    let elected = |id: ProfileId, votes| {
        profile(id).majority(Decision::Elect).unwrap().rule.majority(&seed(), votes).is_met()
    };
    for (votes, local, grassroots) in
        [(243, true, true), (242, false, true), (236, false, true), (235, false, false)]
    {
        assert_eq!(elected(ProfileId::CpcLocal, votes), local, "{votes}");
        assert_eq!(elected(ProfileId::CpcGrassroots, votes), grassroots, "{votes}");
    }
}

#[test]
fn what_is_not_known_or_contradicts_itself_is_not_decided() {
    let half = Rule::more_than(Share::HALF, Base::Due);
    let undecided = |verdict| match verdict {
        Verdict::Undecided(obstacle) => obstacle,
        other => panic!("{other:?}"),
    };
    let due = Figures::new().with(Base::Due, 484);
    assert_eq!(undecided(half.quorum(&Figures::new())), Obstacle::Missing(Base::Due));
    assert_eq!(undecided(half.quorum(&due)), Obstacle::Missing(Base::Present));
    assert_eq!(
        undecided(half.majority(&Figures::new().with(Base::Due, 0), 0)),
        Obstacle::EmptyBase(Base::Due)
    );
    let above = Contradiction { part: Base::Present, part_count: 485, whole: Base::Due, whole_count: 484 };
    assert_eq!(undecided(half.quorum(&due.with(Base::Present, 485))), Obstacle::Contradiction(above));
    // A figure that the rule does not use may be wrong without stopping it, one that it uses may not.
    let registered = due.with(Base::Present, 470).with(Base::Registered, 400);
    assert_eq!(undecided(half.quorum(&registered)).code(), "figures-contradict");
    assert!(half.majority(&registered, 243).is_met());
    // All members do not bound those present in general, but they do as the base of a quorum.
    let members = Figures::new().with(Base::AllMembers, 3).with(Base::Present, 4);
    assert_eq!(
        undecided(Rule::at_least(Share::TWO_THIRDS, Base::AllMembers).quorum(&members)).code(),
        "figures-contradict"
    );
    assert_eq!(
        undecided(half.majority(&seed(), 471)),
        Obstacle::VotesAbove { votes: 471, bound: Base::Present, bound_count: 470 }
    );
    assert_eq!(
        undecided(Rule::more_than(Share::HALF, Base::Present).quorum(&seed())),
        Obstacle::NoAttendance(Base::Present)
    );
}

/// Those stated to take part need not be delegates: the hall bounds neither their votes nor their ballots, its own bases still do.
#[test]
fn those_who_take_part_are_bounded_by_themselves() {
    let figures = seed().with(Base::Participants, 501).with(Base::BallotsReturned, 500);
    let half = Rule::more_than(Share::HALF, Base::Participants);
    assert!(half.majority(&figures, 480).is_met());
    assert_eq!(Rule::more_than(Share::HALF, Base::BallotsReturned).needed_of(&figures), Ok(251));
    let above = |base, votes| match Rule::more_than(Share::HALF, base).majority(&figures, votes) {
        Verdict::Undecided(Obstacle::VotesAbove { bound, .. }) => bound,
        other => panic!("{other:?}"),
    };
    assert_eq!(above(Base::Participants, 502), Base::Participants);
    assert_eq!(above(Base::Present, 480), Base::Present);
    let returned = Contradiction {
        part: Base::BallotsReturned,
        part_count: 502,
        whole: Base::Participants,
        whole_count: 501,
    };
    assert!(figures.with(Base::BallotsReturned, 502).contradictions().any(|found| found == returned));
}

/// Nothing is filled in: without the word that everybody may vote, a rule on those with a vote is not decided.
#[test]
fn a_vote_is_not_presumed() {
    let rule = profile(ProfileId::CpcLocal).majority(Decision::Elect).unwrap().rule;
    let figures = Figures::new().with(Base::Due, 484).with(Base::Present, 470);
    assert_eq!(rule.needed_of(&figures), Err(Obstacle::Missing(Base::DueWithVote)));
    assert_eq!(rule.needed_of(&figures.everyone_votes()), Ok(243));
    // What is known is kept: two of those due have no vote.
    assert_eq!(rule.needed_of(&figures.with(Base::DueWithVote, 482).everyone_votes()), Ok(242));
}

#[test]
fn shares_that_are_none_are_refused() {
    for (num, den, code) in
        [(1, 0, "share-zero-denominator"), (0, 2, "share-zero"), (3, 2, "share-above-whole")]
    {
        assert_eq!(Share::new(num, den).unwrap_err().code(), code);
    }
    assert_eq!(Share::new(u32::MAX, u32::MAX), Ok(Share::WHOLE));
    // More than all is more than there are, and at most the largest number.
    assert_eq!(Share::WHOLE.needed(Strictness::MoreThan, 7), 8);
    assert_eq!(Share::WHOLE.needed(Strictness::MoreThan, u64::MAX), u64::MAX);
}

/// A copy of a profile is the organisation's own.
#[test]
fn a_profile_can_be_copied_and_changed() {
    let mut own = profile(ProfileId::CpcLocal).clone();
    own.quorums.to_mut()[0].rule = Rule::at_least(Share::FOUR_FIFTHS, Base::Due);
    own.quorums.to_mut()[0].citation = Citation::OWN;
    assert_eq!(finding(own.principal_quorum().unwrap().rule, &seed()).needed, 388);
    assert_eq!(finding(profile(ProfileId::CpcLocal).principal_quorum().unwrap().rule, &seed()).needed, 243);
}

/// Co-signers of people's congresses, by level.
#[test]
fn signers_differ_by_level() {
    let congress = profile(ProfileId::PeoplesCongress);
    for (initiative, level, members, expected) in [
        (Initiative::Motion, Level::National, 2980, Some(30)),
        (Initiative::Motion, Level::CountyAndAbove, 484, Some(10)),
        (Initiative::Motion, Level::Township, 60, Some(5)),
        (Initiative::Recall, Level::CountyAndAbove, 484, Some(49)),
        (Initiative::Recall, Level::Township, 61, Some(13)),
        (Initiative::ExtraordinaryMeeting, Level::Province, 792, Some(159)),
    ] {
        assert_eq!(congress.signer(initiative, Some(level)).map(|row| row.needed(members)), expected);
    }
    assert_eq!(congress.signer(Initiative::Motion, None), None);
}

/// A row for one level stands before the one for all others, wherever it is in the rules.
#[test]
fn a_level_of_its_own_goes_before_all_others() {
    let mut own = profile(ProfileId::PeoplesCongress).clone();
    let motion = *own.signer(Initiative::Motion, Some(Level::Township)).unwrap();
    let general = SignerRule { level: None, signers: Signers::Persons(7), ..motion };
    own.signers.to_mut().insert(0, general);
    let needed = |level| own.signer(Initiative::Motion, level).map(|row| row.needed(60));
    assert_eq!([Some(Level::Township), Some(Level::Province), None].map(needed), [Some(5), Some(7), Some(7)]);
}

/// Where not all those due have a vote, nobody knows how many of those tried have one.
#[test]
fn a_presence_that_is_tried_has_the_votes_that_are_presumed() {
    let tried = |figures: Figures| figures.if_present(400).get(Base::PresentWithVote);
    assert_eq!(tried(seed()), Some(400));
    let stated = seed().with(Base::DueWithVote, 480).with(Base::PresentWithVote, 466);
    assert_eq!((tried(stated), stated.if_present(400).get(Base::Present)), (None, Some(400)));
}

fn share() -> impl Strategy<Value = Share> {
    (1u32..=60).prop_flat_map(|den| (1..=den).prop_map(move |num| Share::new(num, den).unwrap()))
}

proptest! {
    /// The definitions: the smallest k with q·k > p·n, and with q·k >= p·n, found by trying.
    #[test]
    fn thresholds_are_the_smallest_that_satisfy(share in share(), n in 0u64..600) {
        let (p, q) = (u64::from(share.num()), u64::from(share.den()));
        let first = |holds: &dyn Fn(u64) -> bool| (0..).find(|&k| holds(k)).unwrap();
        prop_assert_eq!(share.needed(Strictness::MoreThan, n), first(&|k| q * k > p * n));
        prop_assert_eq!(share.needed(Strictness::AtLeast, n), first(&|k| q * k >= p * n));
        prop_assert_eq!(share.floor(n), (0..=n).rev().find(|&k| q * k <= p * n).unwrap());
        let distance = |k: u64| (q * k).abs_diff(p * n);
        let about = share.about(n);
        prop_assert!((0..=n).all(|k| distance(about) < distance(k) || (distance(about) == distance(k) && about >= k)));
    }

    #[test]
    fn thresholds_hold_at_any_size(num in 1u32.., den in 1u32.., n: u64) {
        if let Ok(share) = Share::new(num, den) {
            let (p, q) = (u128::from(share.num()), u128::from(share.den()));
            let least = u128::from(share.needed(Strictness::AtLeast, n));
            prop_assert!(q * least >= p * u128::from(n) && (least == 0 || q * (least - 1) < p * u128::from(n)));
            let more = share.needed(Strictness::MoreThan, n);
            prop_assert!(more == u64::MAX || q * u128::from(more) > p * u128::from(n));
            prop_assert!(q * u128::from(more - 1) <= p * u128::from(n));
        }
    }

    /// As many as may leave can leave and the quorum stands; one more, and it falls.
    #[test]
    fn a_quorum_stands_until_one_too_many_leaves(share in share(), due in 1u64..600, absent in 0u64..600) {
        let rule = Rule::at_least(share, Base::Due);
        let present = due.saturating_sub(absent);
        let after = |left: u64| rule.quorum(&Figures::new().with(Base::Due, due).with(Base::Present, left));
        if let Verdict::Met(found) = after(present) {
            prop_assert!(after(present - found.may_leave()).is_met());
            if let Some(fallen) = (present - found.may_leave()).checked_sub(1) {
                prop_assert!(!after(fallen).is_met());
            }
            prop_assert_eq!(found.may_miss(), absent.min(due) + found.may_leave());
        } else {
            prop_assert_eq!(after(present).finding().unwrap().shortage(), rule.needed(due) - present);
        }
    }
}
