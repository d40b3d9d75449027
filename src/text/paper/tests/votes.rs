//! What the credentials report says of elections and votes.

use super::{numbers, report};
use crate::language::Language;
use crate::num::{Count, Seats};
use crate::scenario::{
    Candidate, Name, Needs, Paper as BallotPaper, Scenario, StrokeOrder, Strokes, Vote, example,
};
use crate::text::paper::Paper;
use crate::threshold::Decision;
use std::rc::Rc;

/// The example with one election of two seats that is counted and one vote.
pub(super) fn voted() -> Scenario {
    let mut scenario = example(Language::English);
    let count = |n: u16| Some(Count::from(n));
    let mut election = (*scenario.elections[0]).clone();
    election.seats = Seats::from(2u16);
    let tellers = [
        (BallotPaper::Issued, 470),
        (BallotPaper::Returned, 468),
        (BallotPaper::Valid, 464),
        (BallotPaper::Blank, 4),
    ];
    tellers.into_iter().for_each(|(paper, n)| election.papers.set(paper, count(n)));
    let person = |text: &str, votes, strokes| Candidate {
        name: Name::new(text).unwrap(),
        votes: count(votes),
        strokes: Strokes::new(strokes),
        ..Candidate::default()
    };
    election.candidates = vec![person("Alpha", 300, 9), person("Beta", 242, 4), person("Gamma", 243, 7)];
    scenario.elections[0] = Rc::new(election);
    let vote = Vote { favour: count(300), against: count(100), ..Vote::uncounted(Decision::Method) };
    scenario.agenda[0].needs = Needs::Vote(vote);
    scenario
}

#[test]
fn elections_and_votes_stand_in_the_report_once_they_are_counted() {
    let scenario = voted();
    let [zh, en] =
        [Language::Chinese, Language::English].map(|l| Paper::credentials(&report(scenario.clone()), l));
    let ([zh_section], [en_section]) = (zh.sections.as_slice(), en.sections.as_slice()) else {
        panic!("one each")
    };
    for (a, b) in zh_section.paragraphs.iter().zip(&en_section.paragraphs) {
        // Each language puts the parts of a sentence in its own order; the figures are the same.
        let sorted = |text: &str| {
            let mut numbers = numbers(text);
            numbers.sort_unstable();
            numbers
        };
        assert_eq!(sorted(a), sorted(b), "{a} {b}");
    }
    let text = en.to_text();
    for part in [
        "300 in favour, 100 against. More than 1/2 of 484 due = 243; 300 in favour: carried.",
        "Seats to fill: 2. Ballots: issued 470, returned 468, valid 464, blank 4.",
        // By strokes: Gamma 7, Alpha 9.
        "Elected: 2 of 2 seats: Gamma, Alpha.",
        "Beta\t242\tNot elected",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(
        zh.to_text().contains("应选 2 名，当选 2 名：Gamma、Alpha。按姓氏笔画为序。"),
        "{}",
        zh.to_text()
    );
    assert_eq!(Paper::credentials(&report(example(Language::English)), Language::English).sections, []);
}

/// By the rules of a local congress more candidates stand than there are seats: two for two are too few.
#[test]
fn what_breaks_a_rule_stands_in_the_report() {
    for (language, said) in [
        (Language::Chinese, "已填候选人 2 名。应选 2 名：候选人至少"),
        (Language::English, "2 candidates entered. "),
    ] {
        let mut scenario = voted();
        let section = |scenario: &Scenario| {
            let paper = Paper::credentials(&report(scenario.clone()), language);
            paper.sections[0].paragraphs.join(" ")
        };
        assert!(!section(&scenario).contains(said));
        Rc::make_mut(&mut scenario.elections[0]).candidates.truncate(2);
        let text = section(&scenario);
        assert!(text.contains(said), "{text}");
    }
}

/// What orders equally many strokes is said with its source, and that it was not read; what is open says what to enter.
#[test]
fn a_list_that_rests_on_the_forms_of_strokes_says_so() {
    let told = |orders: [&str; 3]| {
        let mut scenario = voted();
        let election = Rc::make_mut(&mut scenario.elections[0]);
        election.seats = Seats::from(2u16);
        for (candidate, order) in election.candidates.iter_mut().zip(orders) {
            candidate.strokes = Strokes::new(9);
            candidate.stroke_order = StrokeOrder::parse(order).unwrap();
        }
        let report = report(scenario);
        [Language::Chinese, Language::English].map(|l| Paper::credentials(&report, l).to_text())
    };
    let [zh, en] = told(["4", "", "1"]);
    for part in ["Elected: 2 of 2 seats: Gamma, Alpha.", "(GF 3003-1999). Not verified: please confirm."] {
        assert!(en.contains(part), "{part} in {en}");
    }
    for part in ["以大会通过的办法为准。", "（GF 3003-1999）。未经核实，请核实。"] {
        assert!(zh.contains(part), "{part} in {zh}");
    }
    let [zh, en] = told(["1", "", "1"]);
    assert!(en.contains("Alpha, Gamma: equally many strokes, so the order among them is open."), "{en}");
    assert!(zh.contains("Alpha、Gamma：姓氏笔画相同，先后未定；"), "{zh}");
    assert!(!Paper::credentials(&report(voted()), Language::English).to_text().contains("GF 3003"));
}
