//! Tests of the order of equally many strokes: lists that were printed, what stays open, and that rows decide nothing.

use super::*;
use crate::num::Count;
use crate::scenario::list_order::{finer, listed};
use crate::scenario::{Name, Strokes};
use crate::threshold::ListOrder;
use proptest::prelude::*;

fn person(name: &str, strokes: u8, order: &str) -> Candidate {
    Candidate {
        name: Name::new(name).unwrap(),
        votes: Some(Count::from(300u16)),
        strokes: Strokes::new(strokes),
        stroke_order: StrokeOrder::parse(order).unwrap(),
        ..Candidate::default()
    }
}

/// The places of all, as names.
fn places(order: ListOrder, people: &[Candidate]) -> Vec<(Vec<&str>, Option<Unsettled>)> {
    let rows: Vec<usize> = (0..people.len()).collect();
    let named = |place: ListPlace| {
        (place.candidates.into_iter().map(|row| people[row].name.as_str()).collect(), place.unsettled)
    };
    listed(Some(order), people, &rows, &[]).into_iter().map(named).collect()
}

/// The names in their order, where all of it is settled; the same from behind, so that no row decides.
fn in_order(mut people: Vec<Candidate>) -> Vec<String> {
    let settled = |people: &[Candidate]| -> Vec<String> {
        let places = places(ListOrder::Strokes, people).into_iter();
        let alone = |(names, why): (Vec<&str>, _)| {
            assert_eq!((names.len(), why), (1, None), "{names:?}");
            names[0].to_owned()
        };
        places.map(alone).collect()
    };
    let forward = settled(&people);
    people.reverse();
    assert_eq!(settled(&people), forward);
    forward
}

/// Four strokes each: 王 一一丨一, 毛 丿一一乚, 方 丶一𠃌丿, 孔 乛亅㇀乚; 横, 竖, 撇, 点, 折.
#[test]
fn surnames_with_equally_many_strokes_go_by_their_forms() {
    let whole = [("方某", "4153"), ("孔某", "5215"), ("王某", "1121"), ("毛某", "3115")];
    let people = |digits: usize| -> Vec<Candidate> {
        whole.iter().map(|(name, order)| person(name, 4, &order[..digits])).collect()
    };
    assert_eq!(in_order(people(4)), ["王某", "毛某", "方某", "孔某"]);
    // The first strokes tell them apart already.
    assert_eq!(in_order(people(1)), ["王某", "毛某", "方某", "孔某"]);
    let nothing = people(0);
    let open = [(vec!["方某", "孔某", "王某", "毛某"], Some(Unsettled::EqualStrokes))];
    assert_eq!(places(ListOrder::Strokes, &nothing), open);
}

/// Source: list of the delegates to the 20th national congress of the party, in the order of the strokes of their surnames
/// (Xinhua, 2022-09-25), from its beginning: surnames of three strokes; under one surname the given names of one character
/// before the others, and both by strokes and forms.
#[test]
fn a_printed_list_comes_out_as_it_was_printed() {
    let printed = [
        ("丁宁", 2, "12 44512"),
        ("丁纯", 2, "12 5511525"),
        ("丁炜", 2, "12 43341152"),
        ("丁铭", 2, "12 31115354251"),
        ("丁小强", 2, "12 234"),
        ("丁中平", 2, "12 2512"),
        ("丁仁彧", 2, "12 3211"),
        ("丁月牙", 2, "12 3511"),
        ("丁向群", 2, "12 325251"),
        ("丁兴农", 2, "12 443134"),
        ("丁赤飚", 2, "12 1213234"),
        ("丁海燕", 2, "12 4413155414"),
        ("丁绣峰", 2, "12 5513123453"),
        ("于波", 3, "112 44153254"),
        ("于洋", 3, "112 441431112"),
        ("于勇", 3, "112 542511253"),
        ("才让太", 3, "123"),
        ("万伟", 3, "153 321152"),
        ("万敏", 3, "153 31554143134"),
        ("万立骏", 3, "153 41431"),
        ("么永波", 3, "354"),
        ("习近平", 3, "541"),
        ("马龙", 3, "55 13534"),
        ("马伟", 3, "55 321152"),
        ("马丽", 3, "55 1254254"),
    ];
    let people = printed.iter().map(|(name, strokes, order)| person(name, *strokes, order)).collect();
    assert_eq!(in_order(people), printed.map(|(name, ..)| name));
}

#[test]
fn what_is_not_told_apart_says_what_to_enter() {
    let open = |people: &[(&str, u8, &str)]| -> Vec<(usize, Option<Unsettled>)> {
        let people: Vec<_> =
            people.iter().map(|(name, strokes, order)| person(name, *strokes, order)).collect();
        let places = places(ListOrder::Strokes, &people).into_iter();
        places.map(|(names, why)| (names.len(), why)).collect()
    };
    let (strokes, forms) = (Some(Unsettled::EqualStrokes), Some(Unsettled::EqualForms));
    let (given, same) = (Some(Unsettled::GivenNames), Some(Unsettled::SameName));
    for (people, expected) in [
        // One is the beginning of the other, or nothing was entered for it: it may belong on either side of a third.
        (
            vec![("王某", 4, "112"), ("方某", 4, "4"), ("韦某", 4, "1152")],
            vec![(1, None), (1, None), (1, None)],
        ),
        (vec![("王某", 4, "11"), ("方某", 4, "4"), ("韦某", 4, "1152")], vec![(2, strokes), (1, None)]),
        (vec![("王某", 4, ""), ("方某", 4, "4"), ("毛某", 4, "3")], vec![(3, strokes)]),
        (vec![("王某", 4, "11"), ("韦某", 4, "11")], vec![(2, strokes)]),
        // Other characters, the same strokes.
        (vec![("田某", 5, "25121"), ("由某", 5, "25121")], vec![(2, forms)]),
        (vec![("田某", 5, "25121"), ("由某", 5, "2512")], vec![(2, strokes)]),
        // The same surname needs no stroke order of its own, but the given names theirs.
        (vec![("王某甲", 4, ""), ("王某乙", 4, "1121")], vec![(2, given)]),
        (vec![("王小明", 4, "1 234 25113511"), ("王小红", 4, "1 234")], vec![(2, given)]),
        (vec![("王小明", 4, "1 234 25113511"), ("王小红", 4, "11 2 551121")], vec![(1, None), (1, None)]),
        (vec![("王田", 4, "1 25121"), ("王由", 4, "1 25121")], vec![(2, forms)]),
        // Nobody knows where the third belongs before its surname is entered.
        (vec![("王一", 4, "1121 1"), ("王二", 4, "1121 11"), ("孔某", 4, "")], vec![(3, strokes)]),
        (vec![("王一", 4, "1121 1"), ("王二", 4, "1121 11"), ("孔某", 4, "5")], vec![(1, None); 3]),
        (vec![("王某", 4, "1121"), ("王 某（女）", 4, "1121")], vec![(2, same)]),
        // A name that goes on comes behind the one that ends.
        (vec![("欧阳一", 8, ""), ("欧阳", 8, "")], vec![(1, None), (1, None)]),
        // Letters are no surname.
        (vec![("Anna", 4, "1 1"), ("Alpha", 4, "1 11")], vec![(2, strokes)]),
        (vec![("", 4, "1"), ("", 4, "1")], vec![(2, strokes)]),
        // More forms than strokes are not believed.
        (vec![("王某", 4, "11211"), ("方某", 4, "4")], vec![(2, strokes)]),
    ] {
        assert_eq!(open(&people), expected, "{people:?}");
    }
}

/// Alternates: votes, then strokes, then forms.
#[test]
fn votes_come_first_where_the_rules_say_so() {
    let mut people =
        [("方某", 4, "4"), ("王某", 4, "1"), ("丁某", 2, "")].map(|(name, n, order)| person(name, n, order));
    people[0].votes = Some(Count::from(301u16));
    let order = |order| -> Vec<Vec<&str>> {
        places(order, &people).into_iter().map(|(names, why)| (names, why).0).collect()
    };
    assert_eq!(order(ListOrder::VotesThenStrokes), [["方某"], ["丁某"], ["王某"]]);
    assert_eq!(order(ListOrder::Strokes), [["丁某"], ["王某"], ["方某"]]);
    // What the order of equal strokes rests on is said where there are any, and it was read in no rule.
    let said = |order| finer(Some(order), &people, &[0, 1, 2]);
    assert_eq!(said(ListOrder::VotesThenStrokes), None);
    assert!(said(ListOrder::Strokes).unwrap().is_to_confirm());
    assert_eq!((said(ListOrder::AsApproved), finer(None, &people, &[0, 1])), (None, None));
}

proptest! {
    /// Whatever was entered, everybody has one place, and rows that trade places trade nothing else.
    #[test]
    fn rows_decide_nothing(
        people in proptest::collection::vec(
            ("[王田由A]?[一二]{0,2}", 0..3u8, "[12]{0,3}( [12]{1,2}){0,2}"), 1..9),
        turn in 0..9usize,
    ) {
        let people: Vec<_> = people.iter().enumerate()
            // The number behind tells those apart here who are the same there.
            .map(|(at, (name, strokes, order))| person(&format!("{name}.{at}"), *strokes, order)).collect();
        let turned = { let mut turned = people.clone(); turned.rotate_left(turn % people.len()); turned };
        let sets = |people: &[Candidate]| -> Vec<(std::collections::BTreeSet<String>, Option<Unsettled>)> {
            let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
            places(ListOrder::Strokes, people).into_iter().map(|(names, why)| (owned(names), why)).collect()
        };
        prop_assert_eq!(sets(&people), sets(&turned));
        let all: usize = sets(&people).iter().map(|(names, _)| names.len()).sum();
        prop_assert_eq!(all, people.len());
    }
}
