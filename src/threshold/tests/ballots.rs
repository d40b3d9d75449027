//! Ballots.

use super::*;

/// 484 due, 470 present and issued, 468 returned.
const PAPERS: Papers = Papers { issued: 470, returned: 468, valid: 464, invalid: 0, blank: 4 };

fn count(id: ProfileId, seats: u16, papers: Papers, votes: &[u64]) -> BallotOutcome {
    let profile = profile(id);
    let rule = profile.majority(Decision::Elect).unwrap().rule;
    let figures = seed().with(Base::Registered, 484).with(Base::AllMembers, 484);
    Ballot { seats: Seats::from(seats), papers, votes }.count(rule, &profile.ballot, &figures)
}

fn counted(id: ProfileId, seats: u16, votes: &[u64]) -> Count {
    match count(id, seats, PAPERS, votes) {
        BallotOutcome::Counted(count) => count,
        other => panic!("{other:?}"),
    }
}

/// 243 is elected everywhere; 242 not where the base is 484 due or deputies; 235 only under Robert's Rules, where
/// four blank ballots leave 464 cast and a majority of 233.
#[test]
fn the_same_votes_under_four_rules() {
    for (id, needed, elected) in [
        (ProfileId::CpcLocal, 243, [true, false, false, false]),
        (ProfileId::PeoplesCongress, 243, [true, false, false, false]),
        (ProfileId::CpcGrassroots, 236, [true, true, false, false]),
        (ProfileId::RonrConvention, 233, [true, true, true, false]),
    ] {
        for (votes, elected) in [243, 242, 235, 232].into_iter().zip(elected) {
            let found = counted(id, 1, &[votes]);
            assert_eq!((found.needed, found.elected.len()), (needed, usize::from(elected)), "{id:?} {votes}");
            assert_eq!(found.unfilled.get(), u32::from(!elected));
        }
    }
}

/// Electoral Law 2020, Article 44, and the grass-roots regulations: more ballots than issued void the vote.
#[test]
fn more_ballots_than_issued_are_void() {
    let papers = Papers { returned: 471, valid: 471, blank: 0, ..PAPERS };
    for id in [ProfileId::CpcLocal, ProfileId::CpcGrassroots, ProfileId::PeoplesCongress] {
        assert_eq!(count(id, 1, papers, &[300]), BallotOutcome::Void { issued: 470, returned: 471 });
    }
    // Where no rule says what follows, nothing is guessed.
    let outcome = count(ProfileId::RonrConvention, 1, papers, &[300]);
    let problem = BallotProblem::ReturnedAboveIssued { returned: 471, issued: 470 };
    assert_eq!(outcome, BallotOutcome::Contradictory(vec![problem]));
}

#[test]
fn too_many_over_half_are_taken_by_votes() {
    let found = counted(ProfileId::CpcLocal, 2, &[250, 300, 110, 260]);
    assert_eq!(found.elected, [1, 3]);
    assert_eq!((found.tie, found.unfilled, found.not_elected), (None, Seats::ZERO, vec![0, 2]));
}

#[test]
fn a_tie_over_the_last_seats_goes_to_a_run_off() {
    let found = counted(ProfileId::CpcLocal, 3, &[250, 300, 250, 250, 245]);
    let tie = found.tie.unwrap();
    assert_eq!((found.elected.as_slice(), tie.candidates.as_slice()), ([1].as_slice(), [0, 2, 3].as_slice()));
    assert_eq!((tie.open.get(), found.unfilled.get(), found.not_elected), (2, 0, vec![4]));
    // The further ballot: one is ahead, two are tied again.
    let (elected, again) = tie.run_off(&[100, 200, 100]);
    assert_eq!(elected, [2]);
    let again = again.unwrap();
    assert_eq!((again.candidates.as_slice(), again.open.get()), ([0, 3].as_slice(), 1));
    assert_eq!(again.run_off(&[120, 130]), (vec![3], None));
}

/// A tie that fits is none, and a tie below the votes needed elects nobody.
#[test]
fn equal_votes_away_from_the_boundary_are_no_tie() {
    let found = counted(ProfileId::CpcLocal, 2, &[250, 250, 244]);
    assert_eq!((found.elected.as_slice(), found.tie), ([0, 1].as_slice(), None));
    let found = counted(ProfileId::CpcLocal, 2, &[300, 242, 242]);
    assert_eq!((found.elected.as_slice(), found.tie, found.unfilled.get()), ([0].as_slice(), None, 1));
}

/// Grass-roots regulations: those without half are not topped up by rank.
#[test]
fn seats_that_nobody_won_stay_open() {
    let found = counted(ProfileId::CpcGrassroots, 5, &[300, 240, 200, 150]);
    assert_eq!((found.elected, found.unfilled.get(), found.not_elected), (vec![0, 1], 3, vec![2, 3]));
    let remedies: Vec<_> =
        profile(ProfileId::CpcGrassroots).remedies.iter().map(|cited| cited.value).collect();
    assert_eq!(remedies, [Remedy::SeparateElection, Remedy::ReduceSeats]);
}

/// Electoral Law 2020, Article 45: in the second vote more votes win, from a third of the ballots.
#[test]
fn a_second_direct_election_needs_a_third() {
    let direct = profile(ProfileId::DirectElection);
    let rule = direct.majority(Decision::Rerun).unwrap().rule;
    let papers = Papers { issued: 1000, returned: 900, valid: 900, ..Papers::default() };
    for (votes, elected) in [([300, 299], vec![0]), ([299, 298], vec![])] {
        let ballot = Ballot { seats: Seats::from(1), papers, votes: &votes };
        let BallotOutcome::Counted(found) = ballot.count(rule, &direct.ballot, &Figures::new()) else {
            panic!()
        };
        assert_eq!((found.needed, found.elected), (300, elected));
    }
}

#[test]
fn contradictions_are_named() {
    let codes = |papers, votes: &[u64]| match count(ProfileId::CpcLocal, 1, papers, votes) {
        BallotOutcome::Contradictory(problems) => problems.iter().map(|p| p.code()).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(codes(PAPERS, &[465]), ["votes-above-valid", "votes-above-choices"]);
    assert_eq!(codes(PAPERS, &[300, 165]), ["votes-above-choices"]);
    assert_eq!(codes(Papers { valid: 463, ..PAPERS }, &[300]), ["ballots-do-not-add-up"]);
    assert_eq!(codes(Papers { issued: 471, ..PAPERS }, &[300]), ["ballots-issued-above-present"]);
}

/// As many issued as present, as many returned as issued, as many votes as valid ballots and as choices: each fits just so.
#[test]
fn what_just_fits_contradicts_nothing() {
    let papers = Papers { returned: 470, valid: 466, ..PAPERS };
    for (seats, votes) in [(1, &[466][..]), (2, &[466, 300, 166])] {
        let BallotOutcome::Counted(found) = count(ProfileId::CpcLocal, seats, papers, votes) else {
            panic!()
        };
        assert_eq!(found.elected.len(), usize::from(seats));
    }
}

#[test]
fn a_ballot_without_its_base_is_not_decided() {
    let local = profile(ProfileId::CpcLocal);
    let rule = local.majority(Decision::Elect).unwrap().rule;
    let ballot = Ballot { seats: Seats::from(1), papers: PAPERS, votes: &[300] };
    let missing = BallotOutcome::Undecided(Obstacle::Missing(Base::DueWithVote));
    assert_eq!(ballot.count(rule, &local.ballot, &Figures::new()), missing);
    let few = Figures::new().with(Base::DueWithVote, 299);
    assert!(matches!(ballot.count(rule, &local.ballot, &few), BallotOutcome::Undecided(_)));
}

/// Robert's Rules: illegal votes by those entitled count in the base, blanks do not; rules may leave both out.
#[test]
fn votes_cast_leave_out_what_the_rules_ignore() {
    let papers = Papers { issued: 470, returned: 468, valid: 450, invalid: 14, blank: 4 };
    let ronr = profile(ProfileId::RonrConvention).ballot;
    assert_eq!(papers.votes_cast(&ronr), 464);
    let cited = |value| Some(Cited { value, citation: Citation::OWN });
    let strict = BallotRules { illegal: cited(Counting::Ignored), ..ronr };
    assert_eq!(papers.votes_cast(&strict), 450);
    assert_eq!(papers.votes_cast(&BallotRules { blank: cited(Counting::Counts), ..strict }), 454);
}

/// Alternates stand by votes; ties are named until the strokes of the surname settle them.
#[test]
fn alternates_stand_by_votes_then_strokes() {
    let votes = [250, 260, 250, 245, 260];
    assert_eq!(rank(&votes, |_, _| Ordering::Equal), [vec![1, 4], vec![0, 2], vec![3]]);
    let strokes = [8, 7, 4, 9, 7];
    let order = rank(&votes, |a, b| strokes[a].cmp(&strokes[b]));
    // Two of seven strokes and 260 votes each remain tied.
    assert_eq!(order, [vec![1, 4], vec![2], vec![0], vec![3]]);
}

proptest! {
    /// What is said of a ballot before it is whole is also said of the whole, unless that is void.
    #[test]
    fn what_is_wrong_early_stays_wrong(
        papers in prop::array::uniform5(0u64..12),
        seats in 1u16..4,
        votes in prop::collection::vec(0u64..9, 0..4),
        hidden in prop::collection::vec(any::<bool>(), 10),
        id in prop::sample::select(ProfileId::ALL.to_vec()),
    ) {
        let ([issued, returned, valid, invalid, blank], rules) = (papers, profile(id).ballot);
        let figures = Figures::new().with(Base::PresentWithVote, 8);
        let codes = |fault: Option<BallotOutcome>| match fault {
            Some(BallotOutcome::Contradictory(problems)) => problems.iter().map(|one| one.code()).collect(),
            Some(BallotOutcome::Void { .. }) => vec!["void"],
            _ => Vec::new(),
        };
        let papers = Papers { issued, returned, valid, invalid, blank };
        let rule = Rule::more_than(Share::HALF, Base::BallotsReturned);
        let whole = Ballot { seats: Seats::from(seats), papers, votes: &votes }.count(rule, &rules, &figures);
        let whole = codes(Some(whole));
        let seen = |at: usize, n: u64| (!hidden[at]).then_some(n);
        let so_far = BallotSoFar {
            seats: (!hidden[9]).then_some(Seats::from(seats)),
            issued: seen(0, issued),
            returned: seen(1, returned),
            valid: seen(2, valid),
            invalid: seen(3, invalid),
            blank: seen(4, blank),
            votes: votes.iter().enumerate().map(|(at, votes)| seen(5 + at, *votes)).collect(),
        };
        let early = codes(so_far.fault(&rules, &figures));
        prop_assert!(whole == ["void"] || early.iter().all(|code| whole.contains(code)), "{early:?} {whole:?}");
        if hidden.iter().all(|hidden| !hidden) {
            prop_assert_eq!(early, whole);
        }
    }

    /// By definition: the elected have enough votes, nobody left has more votes than one of them, the seats are
    /// either filled, tied for or open, and everybody is in exactly one list.
    #[test]
    fn a_count_places_everybody_once(seats in 0u16..8, votes in prop::collection::vec(230u64..260, 0..12)) {
        let rules = profile(ProfileId::RonrConvention).ballot;
        let rule = Rule::more_than(Share::HALF, Base::Due);
        let outcome = Ballot { seats: Seats::from(seats), papers: PAPERS, votes: &votes }.count(rule, &rules, &seed());
        let BallotOutcome::Counted(found) = outcome else { panic!() };
        let tied = found.tie.as_ref().map_or(&[][..], |tie| &tie.candidates);
        let mut all: Vec<_> = [&found.elected[..], tied, &found.not_elected[..]].concat();
        let below = |above: &[usize], below: &[usize]| {
            above.iter().all(|&a| below.iter().all(|&b| votes[a] > votes[b]))
        };
        prop_assert!(below(&found.elected, tied) && below(tied, &found.not_elected));
        prop_assert!(below(&found.elected, &found.not_elected));
        prop_assert!(found.elected.iter().chain(tied).all(|&place| votes[place] >= 243));
        prop_assert!(tied.windows(2).all(|pair| votes[pair[0]] == votes[pair[1]]));
        let open = found.tie.as_ref().map_or(0, |tie| tie.open.get());
        prop_assert!(tied.is_empty() || (1..tied.len()).contains(&(open as usize)));
        prop_assert_eq!(found.elected.len() as u32 + open + found.unfilled.get(), u32::from(seats));
        if found.unfilled > Seats::ZERO {
            prop_assert!(found.not_elected.iter().all(|&place| votes[place] < 243));
        }
        all.sort_unstable();
        prop_assert!(all.into_iter().eq(0..votes.len()));
    }
}
