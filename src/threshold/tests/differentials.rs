//! Numbers of candidates.

use super::*;

const NONE: Candidates = Candidates::Empty { lowest: 2, highest: 1 };

const fn from(lowest: u64) -> Candidates {
    Candidates::Range { lowest, highest: None }
}

const fn range(lowest: u64, highest: u64) -> Candidates {
    Candidates::Range { lowest, highest: Some(highest) }
}

const fn empty(lowest: u64, highest: u64) -> Candidates {
    Candidates::Empty { lowest, highest }
}

fn share(num: u32, den: u32) -> Excess {
    Excess::Of(Share::new(num, den).unwrap())
}

/// Seats and then at least 10 %, 15 %, 20 %; 1/3 to 1, 1/5 to 1/2 (Electoral Law 2020, Article 31), 1/10 to 1/5
/// (Organic Law 2022, Article 27). Source: computed with exact rational arithmetic, outside this program.
#[test]
fn candidates_for_seats() {
    let bands = [
        Band::at_least(share(1, 10)),
        Band::at_least(share(3, 20)),
        Band::at_least(share(1, 5)),
        Band::between(share(1, 3), share(1, 1)),
        Band::between(share(1, 5), share(1, 2)),
        Band::between(share(1, 10), share(1, 5)),
    ];
    for (seats, least, [direct, indirect, standing]) in [
        (1u16, [2, 2, 2], [range(2, 2), NONE, NONE]),
        (3, [4, 4, 4], [range(4, 6), range(4, 4), empty(4, 3)]),
        (5, [6, 6, 6], [range(7, 10), range(6, 7), range(6, 6)]),
        (7, [8, 9, 9], [range(10, 14), range(9, 10), range(8, 8)]),
        (10, [11, 12, 12], [range(14, 20), range(12, 15), range(11, 12)]),
        (17, [19, 20, 21], [range(23, 34), range(21, 25), range(19, 20)]),
        (37, [41, 43, 45], [range(50, 74), range(45, 55), range(41, 44)]),
        (50, [55, 58, 60], [range(67, 100), range(60, 75), range(55, 60)]),
        (61, [68, 71, 74], [range(82, 122), range(74, 91), range(68, 73)]),
        (500, [550, 575, 600], [range(667, 1000), range(600, 750), range(550, 600)]),
    ] {
        let [tenth, three_twentieths, fifth] = least.map(from);
        let found = bands.map(|band| band.candidates(Seats::from(seats)));
        assert_eq!(found, [tenth, three_twentieths, fifth, direct, indirect, standing], "{seats} seats");
    }
}

/// Organic Law 2022, Article 27: a tenth to a fifth is empty for one to four seats.
#[test]
fn an_empty_band_names_the_statutory_minimum() {
    let standing = profile(ProfileId::PeoplesCongress).differential(Office::StandingCommittee).unwrap().band;
    for seats in 1..=4 {
        let found = standing.candidates(Seats::from(seats));
        assert!(found.is_empty() && !found.contains(found.lowest()));
        assert_eq!(found.lowest(), u64::from(seats) + 1);
    }
    assert!(!standing.candidates(Seats::from(5)).is_empty());
    assert_eq!(standing.candidates(Seats::ZERO), range(0, 0));
}

/// Linfen, city organs: 37 seats and a differential of 22 % as announced, 45 candidates (mtqpdj.com).
/// A school of the Youth League: 6 seats take 8 candidates, 7 take 9.
#[test]
fn candidates_in_practice() {
    let grassroots = profile(ProfileId::CpcGrassroots).differential(Office::Delegates).unwrap().band;
    for (seats, candidates) in [(37u16, 45), (6, 8), (7, 9)] {
        assert_eq!(grassroots.candidates(Seats::from(seats)).lowest(), candidates);
    }
}

/// Central committees: the 16th had 208 candidates for 198 seats, the 17th 221 for 204; alternates 167 for 158 and
/// 183 for 167. All were above 5 %, and none reached 10 %.
#[test]
fn published_differentials_of_central_committees() {
    for (candidates, seats) in [(208, 198u16), (221, 204), (167, 158), (183, 167)] {
        assert!(Band::at_least(share(1, 20)).candidates(Seats::from(seats)).contains(candidates));
        assert!(!Band::at_least(share(1, 10)).candidates(Seats::from(seats)).contains(candidates));
    }
}

/// Officials of people's congresses: one or two for a chair, one to three more for deputies; secretaries as many
/// as seats.
#[test]
fn candidates_by_persons() {
    let congress = profile(ProfileId::PeoplesCongress);
    let of = |profile: &Profile, office, seats| {
        profile.differential(office).unwrap().band.candidates(Seats::from(seats))
    };
    assert_eq!(of(congress, Office::Heads, 1), range(1, 2));
    assert_eq!(of(congress, Office::DeputyHeads, 5), range(6, 8));
    assert_eq!(of(profile(ProfileId::CpcPlenum), Office::Secretaries, 3), range(3, 3));
    assert_eq!(of(profile(ProfileId::CpcPlenum), Office::StandingCommittee, 11), range(12, 13));
}

/// The example congress: 500 seats need 600 candidates in one pool and 613 unit by unit.
#[test]
fn rounding_each_unit_costs_candidates() {
    let table = include_str!("../../../tests/data/hengyang2021_synthetic.csv");
    let seats: Vec<Seats> = table
        .lines()
        .skip(1)
        // From the right, because a name may hold a comma.
        .map(|line| Seats::new(line.rsplit(',').nth(4).unwrap().parse().unwrap()).unwrap())
        .collect();
    let spread = Band::at_least(share(1, 5)).spread(seats.iter().copied());
    assert_eq!((spread.units.len(), spread.lowest_by_unit, spread.pooled), (30, 613, from(600)));
}

proptest! {
    /// The band by its definition: every number of candidates whose excess lies between the two shares, and no other.
    #[test]
    fn a_band_holds_what_its_shares_say(n in 1u16..200, (p, q) in (1u32..=12, 1u32..=12), (r, s) in (1u32..=12, 1u32..=12)) {
        prop_assume!(p <= q && r <= s);
        let found = Band::between(share(p, q), share(r, s)).candidates(Seats::from(n));
        let n = u64::from(n);
        for candidates in n..=2 * n + 1 {
            let excess = candidates - n;
            let inside = excess * u64::from(q) >= u64::from(p) * n && excess * u64::from(s) <= u64::from(r) * n;
            prop_assert_eq!(found.contains(candidates), inside);
        }
    }

    #[test]
    fn units_never_need_fewer_than_the_pool(seats in prop::collection::vec(0u16..300, 0..40)) {
        let spread = Band::at_least(share(1, 5)).spread(seats.into_iter().map(Seats::from));
        prop_assert!(spread.lowest_by_unit >= spread.pooled.lowest());
    }
}
