//! Known answers, each from the text its key names, and properties of all keys.

use super::*;
use crate::num::Ratio;
use proptest::prelude::*;
use std::num::NonZeroU64;

fn seats(key: &Key, members: u64) -> u32 {
    key.seats(Weight::new(members).unwrap()).unwrap().get()
}

#[track_caller]
fn check(known: KnownKey, rows: &[(u64, u32)]) {
    let key = known.key();
    for &(members, expected) in rows {
        assert_eq!(seats(&key, members), expected, "{known:?} with {members}");
    }
}

/// 选举法 (2020) Art. 12, whole parts.
#[test]
fn deputies_by_law() {
    use Level::*;
    for (level, rows) in [
        (Province, vec![(66_444_864, 792), (97_499_999, 999), (97_500_000, 1000), (126_012_510, 1000)]),
        (Municipality, vec![(13_866_009, 904), (16_250_000, 1000)]),
        (
            Prefecture,
            vec![
                (2_500_000, 340),
                (6_645_243, 505),
                (10_000_000, 640),
                (10_249_999, 649),
                (10_250_000, 650),
                (12_000_000, 650),
            ],
        ),
        (County, vec![(50_000, 150), (800_000, 300), (1_550_000, 450), (1_600_000, 450)]),
        (Township, vec![(2_000, 46), (50_000, 78), (172_500, 160)]),
    ] {
        check(KnownKey::Deputies(level, Parts::Whole), &rows);
    }
}

/// What the law leaves open: an incomplete part, the addition of 5 %, a number below the base.
#[test]
fn deputies_by_option() {
    let county = |parts| Level::County.formula(parts);
    let number = |formula: DeputyFormula, people: u32| formula.number(people.into()).unwrap();
    assert_eq!(number(county(Parts::OrPart), 800_001).seats.get(), 301);
    assert_eq!(number(county(Parts::Nearest), 802_500).seats.get(), 301);
    assert_eq!(number(county(Parts::Nearest), 802_499).seats.get(), 300);
    let more = DeputyFormula { uplift: Uplift::MOST, ..county(Parts::Whole) };
    assert_eq!(number(more, 800_000).seats.get(), 315);
    assert_eq!(number(more, 805_000).seats.get(), 316); // 301 and 15.05 more
    let below = BaseRule::MayBeLessBelow(Weight::from(50_000));
    assert_eq!(number(county(Parts::Whole), 49_999).base_rule, below);
    assert_eq!(number(county(Parts::Whole), 50_000).base_rule, BaseRule::Least);
    assert_eq!(number(Level::Province.formula(Parts::Whole), 126_012_510).uncapped, 1190);
}

/// Labour Party Rule Book 2022, C3.I.1.B.
#[test]
fn british_labour() {
    let rows = [
        (0, 0),
        (1, 1),
        (749, 1),
        (750, 2),
        (999, 2),
        (1000, 3),
        (1249, 3),
        (1250, 4),
        (1749, 5),
        (1750, 6),
        (5000, 6),
    ];
    check(KnownKey::UkLabourConstituency, &rows);
    check(KnownKey::UkLabourUnion, &[(0, 0), (1, 1), (5_000, 1), (5_001, 2), (10_000, 2)]);
}

#[test]
fn bracket_tables() {
    let rows = [
        (9, 0),
        (10, 1),
        (20, 1),
        (21, 2),
        (50, 2),
        (51, 4),
        (125, 4),
        (126, 6),
        (200, 6),
        (201, 8),
        (300, 8),
        (301, 9),
        (400, 9),
        (401, 10),
    ];
    check(KnownKey::NzLabourBranch, &rows);
    let rows = [
        (1, 2),
        (10_000, 2),
        (10_001, 4),
        (19_999, 4),
        (20_000, 6),
        (39_999, 8),
        (49_999, 10),
        (60_000, 11),
        (100_000, 15),
        (120_000, 16),
        (300_000, 25),
        (350_000, 26),
        (500_000, 29),
        (600_000, 30),
        (1_000_000, 34),
    ];
    check(KnownKey::TaiwanUnion(Parts::Whole), &rows);
    check(KnownKey::TaiwanUnion(Parts::OrPart), &[(50_000, 10), (50_001, 11), (100_001, 16)]);
}

/// 《上海市职工代表大会条例》(2017), 《浙江省企业民主管理条例》(2010).
#[test]
fn staff_congresses() {
    check(KnownKey::ShanghaiStaff, &[(99, 30), (100, 30), (1000, 75), (2999, 170), (3000, 175)]);
    let rows = [(99, 30), (100, 40), (999, 96), (1000, 100), (4999, 160), (5000, 200)];
    check(KnownKey::ZhejiangStaff(CountFrom::BracketStart), &rows);
    let rows = [(99, 30), (100, 47), (999, 103), (1000, 120), (4999, 180), (5000, 200)];
    check(KnownKey::ZhejiangStaff(CountFrom::Zero), &rows);
}

/// Rules of the Republican Party, Rule 14: 4.5 plus 60 % of the electoral votes, rounded upward.
#[test]
fn republican_bonus() {
    let rows = [(3, 7), (4, 7), (5, 8), (6, 9), (10, 11), (11, 12), (16, 15), (38, 28), (40, 29)];
    check(KnownKey::RepublicanBonus, &rows);
}

/// Democratic delegates: allocation factor ½·(SDV/TDV + EV/538) of 3,200 base delegates, three quarters by district, one
/// quarter at large, 15 % party leaders more. Rounding the parts one by one seats one delegate too many.
#[test]
fn democratic_base_and_its_rounding_trap() {
    let nearest = |num, den| {
        Key::Linear(Linear {
            base: Ratio::ZERO,
            per_member: Ratio::new(num, den).unwrap(),
            parts: Parts::Nearest,
        })
    };
    // SDV 5 M, TDV 200 M, EV 16: 1/2 (1/40 + 16/538) = 1178/43040.
    assert_eq!(Ratio::new(1178, 43_040).unwrap().to_decimal(8), "0.02736989");
    assert_eq!(seats(&nearest(1178, 43_040), 3200), 88);
    assert_eq!(
        [seats(&nearest(3, 4), 88), seats(&nearest(1, 4), 88), seats(&nearest(3, 20), 88)],
        [66, 22, 13]
    );
    assert_eq!([seats(&nearest(3, 4), 22), seats(&nearest(1, 4), 22)], [17, 6], "23 of 22");
}

/// "1 per x % of the members or fraction thereof", exactly: 0.09725 % of 20,000 members is 19.45.
#[test]
fn a_percentage_or_fraction_thereof() {
    let key = Key::Linear(Linear {
        base: Ratio::ZERO,
        per_member: Ratio::new(100, 1945).unwrap(),
        parts: Parts::OrPart,
    });
    for (members, expected) in [(0, 0), (1, 1), (19, 1), (20, 2), (38, 2), (39, 3), (1945, 100), (1946, 101)]
    {
        assert_eq!(seats(&key, members), expected, "{members}");
    }
}

#[test]
fn ranges_of_congresses() {
    use RangeRule::*;
    for (rule, members, least, most) in [
        (ProvincialCongress, 1, 400, 800),
        (PrefecturalCongress, 380_000, 300, 500),
        (CountyCongress, 1, 200, 400),
        (GrassrootsCongress, 500, 100, 200),
        (UnionCongress1984, 50_000, 100, 200),
        (UnionCongress1984, 50_001, 200, 350),
        (UnionCongress1984, 4_000_001, 800, 1200),
        (GrassrootsUnion2019, 100, 30, 40),
        (GrassrootsUnion2019, 50_001, 180, 240),
        (UnionCommittee, 25, 3, 3),
        (UnionCommittee, 26, 3, 5),
        (UnionCommittee, 50_001, 37, 45),
    ] {
        let range = rule.range(Weight::from(members)).unwrap();
        assert_eq!((range.least.get(), range.most.get()), (least, most), "{rule:?} with {members}");
    }
    assert_eq!(GrassrootsUnion2019.range(Weight::from(99)), None);
    assert_eq!(GrassrootsUnion2019.source().standing, Standing::Unconfirmed);
    assert_eq!(GrassrootsCongress.absolute_most(), Some(Seats::from(300)));
    let hengyang = PrefecturalCongress.range(Weight::from(380_000)).unwrap();
    let positions = [299, 300, 500, 501].map(|s| hengyang.position(Seats::from(s)));
    assert_eq!(positions, [Position::Below, Position::LowerEnd, Position::UpperEnd, Position::Above]);
}

#[test]
fn a_house_names_the_unit_that_breaks_it() {
    let key = KnownKey::UkLabourConstituency.key();
    let house = key.house(&[749, 750, 0, 5000].map(Weight::from)).unwrap();
    assert_eq!(house.seats.iter().map(|s| s.get()).collect::<Vec<_>>(), [1, 2, 0, 6]);
    assert_eq!(house.total.get(), 9);
    let one_each = Key::Linear(Linear { base: Ratio::ZERO, per_member: Ratio::from(1), parts: Parts::Whole });
    let (most, more) = (Weight::from(Seats::MAX.get()), Weight::from(Seats::MAX.get() + 1));
    assert_eq!(one_each.house(&[most, most]), Err(OpenHouseError::TotalTooLarge { unit: 1 }));
    assert_eq!(one_each.house(&[most, more]), Err(OpenHouseError::TooManySeats { unit: 1 }));
    assert_eq!(one_each.house(&[Weight::MAX]), Err(OpenHouseError::TooManySeats { unit: 0 }));
}

#[test]
fn tables_ascend() {
    for known in [
        KnownKey::NzLabourBranch,
        KnownKey::TaiwanUnion(Parts::Whole),
        KnownKey::ShanghaiStaff,
        KnownKey::ZhejiangStaff(CountFrom::Zero),
    ] {
        let Key::Bracket(table) = known.key() else { panic!("{known:?} is a table") };
        assert!(!table.brackets().is_empty() && table.brackets().is_sorted_by(|a, b| a.from < b.from));
    }
}

fn any_parts() -> impl Strategy<Value = Parts> {
    prop_oneof![Just(Parts::Whole), Just(Parts::OrPart), Just(Parts::Nearest)]
}

proptest! {
    /// More inhabitants never mean fewer deputies; the reading of an incomplete part matters by one seat at most.
    #[test]
    fn deputies_grow_with_population(level in 0usize..5, parts in any_parts(), a in 0u32..200_000_000, b in 0u32..200_000_000) {
        let number = |parts, n: u32| Level::ALL[level].formula(parts).number(n.into()).unwrap().seats.get();
        prop_assert!(number(parts, a.min(b)) <= number(parts, a.max(b)));
        let (whole, or_part) = (number(Parts::Whole, a), number(Parts::OrPart, a));
        prop_assert!(whole <= number(parts, a) && number(parts, a) <= or_part && or_part <= whole + 1);
    }

    /// A step scale is the least number of steps that covers the members.
    #[test]
    fn steps_cover_all_members(covers in 0u32..2000, per in 1u64..500, members in 1u32..20_000) {
        let scale = StepScale {
            first: Seats::from(1), covers: covers.into(), step: Seats::from(1),
            per: NonZeroU64::new(per).unwrap(), parts: Parts::OrPart, most: None,
        };
        let steps = u64::from(scale.seats(members.into()).unwrap().get()) - 1;
        let covered = |steps: u64| u64::from(covers) + steps * per >= u64::from(members);
        prop_assert!(covered(steps) && (steps == 0 || !covered(steps - 1)));
    }
}
