//! The example's report against the published figures, and every figure of a paper against the derived ones.

use super::*;
use crate::exchange::guarded;
use crate::num::{Count, Seats, Weight};
use crate::scenario::{
    Candidate, Example, Name, Needs, Paper as BallotPaper, Scenario, SittingId, StrokeOrder, Strokes, Tally,
    Vote, arbitrary::scenario as any_scenario, derive, example,
};
use crate::text::explain::explanation;
use crate::threshold::{Base, Date, Decision};
use proptest::prelude::*;
use std::rc::Rc;

#[path = "../../../tests/data/hostile.rs"]
mod hostile;
use hostile::HOSTILE;

fn report(scenario: Scenario) -> Report {
    derive(&Rc::new(scenario), None)
}

/// The numbers that a text states, grouping taken out.
fn numbers(text: &str) -> Vec<u64> {
    let plain: String = text.replace([',', '\u{202f}', '\u{a0}'], "");
    plain.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// Source: the newspaper page of 2021-09-28: 500 seats, 30 units, 487 elected, 3 transferred and their mandates
/// ended, 484 actual and due, 470 present, the required number met.
#[test]
fn the_example_states_what_the_committee_reported() {
    for language in Language::ALL {
        let paper = Paper::credentials(&report(example(language)), language);
        let [mandates, attendance] = paper.paragraphs.as_slice() else { panic!("two paragraphs") };
        assert_eq!(numbers(mandates), [500, 30, 487, 13, 3, 3, 484, 30], "{mandates}");
        assert!(attendance.contains("484") && attendance.contains("470"), "{attendance}");
        let rows: Vec<usize> = paper.tables.iter().map(|table| table.rows.len()).collect();
        // Units, delegations, mandates ended one by one.
        assert_eq!(rows, [30, 15, 3]);
    }
    let zh = Paper::credentials(&report(example(Language::Chinese)), Language::Chinese).to_text();
    assert!(zh.contains("调离 3 名") && zh.contains("符合规定人数") && !zh.contains("不足规定人数"), "{zh}");
    let en = Paper::credentials(&report(example(Language::English)), Language::English).to_text();
    assert!(en.contains("transferred 3") && en.contains("it is met"), "{en}");
}

/// The first unit of the example has 61 seats: with 63 elected it is two over, in the words of the grid; with 59 two are empty.
#[test]
fn seats_that_are_empty_are_a_number_and_those_over_are_words() {
    for (elected, language, cell) in [
        (59u16, Language::English, "2"),
        (59, Language::Chinese, "2"),
        (63, Language::English, "2 over"),
        (63, Language::Chinese, "超 2"),
    ] {
        let mut scenario = example(language);
        Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[0]).mandates.elected = Some(Count::from(elected));
        let report = report(scenario);
        let table = &Paper::credentials(&report, language).tables[0];
        let column = |key| table.head.iter().position(|head| *head == say(language, &Msg::Key(key))).unwrap();
        assert_eq!(table.rows[0][column(Key::Unfilled)], cell);
        assert_eq!(table.foot[column(Key::Absent)], whole(report.total.absent()));
    }
}

/// Where the sitting states another number of those due than the roster has, each word has one figure on the sheet.
#[test]
fn who_is_due_and_absent_is_one_figure_on_a_sheet() {
    for language in Language::ALL {
        let mut scenario = example(language);
        let shown = scenario.shown;
        let sitting = scenario.sittings.iter_mut().find(|sitting| sitting.id == shown).unwrap();
        sitting.stated_due = Count::new(485);
        let report = report(scenario);
        assert_eq!(report.amended(), Some((484, 485)));
        let paper = Paper::credentials(&report, language);
        let said = |key| say(language, &Msg::Key(key)).into_owned();
        let attendance = numbers(&paper.paragraphs[1]);
        assert!(attendance.windows(3).any(|figures| figures == [485, 470, 15]), "{attendance:?}");
        let head = &paper.tables[0].head;
        assert!(head.contains(&said(Key::ActualAlone)), "{head:?}");
        assert!(!head.contains(&said(Key::Actual)) && !head.contains(&said(Key::Absent)), "{head:?}");
        let (sentence, asked) = &paper.sentences[1][0];
        let figure = asked.as_ref().and_then(|figure| explanation(&report, None, figure, language)).unwrap();
        assert!(sentence.contains(&figure.value), "{sentence}");
    }
}

/// Those known to be present are told where others have not reported, in the sentence and in the table of sittings.
#[test]
fn attendance_that_not_all_have_reported_is_told_as_far_as_it_goes() {
    for (language, sentence) in [
        (
            Language::English,
            "484 delegates are due to attend; at least 413 are present, though not all have reported.",
        ),
        (Language::Chinese, "应到代表 484 名，尚未报齐，至少实到 413 名。"),
    ] {
        let silent = |mut scenario: Scenario, units: usize| {
            let units: Vec<_> = scenario.units.iter().take(units).map(|unit| unit.id).collect();
            let sitting = scenario.sittings.first_mut().unwrap();
            Rc::make_mut(&mut sitting.attendance).retain(|unit, _| !units.contains(unit));
            let other = Sitting { id: SittingId(sitting.id.0 + 1), ..sitting.clone() };
            scenario.sittings.push(other);
            report(scenario)
        };
        let some = silent(example(language), 1);
        let paper = Paper::credentials(&some, language);
        assert!(paper.paragraphs[1].contains(sentence), "{}", paper.paragraphs[1]);
        let sittings = paper.tables.last().unwrap();
        assert_eq!(sittings.rows[0][3], "≥ 413");
        let (_, asked) = &paper.sentences[1][0];
        for figure in [asked.clone(), sittings.figure(&some, Some(0), 3)] {
            let told = explanation(&some, None, &figure.unwrap(), language).unwrap();
            assert!(sentence.contains(&told.value), "{told:?}");
        }
        let none = Paper::credentials(&silent(example(language), 30), language);
        assert_eq!((none.sentences[1].len(), none.tables.last().unwrap().rows[0][3].as_str()), (1, ""));
    }
}

/// Of a single sitting nothing is said.
#[test]
fn attendance_is_that_of_a_sitting_with_a_name_and_a_day() {
    let said =
        |scenario: Scenario, language| Paper::credentials(&report(scenario), language).paragraphs[1].clone();
    let starts = ["筹备会议（2021年9月26日）：应到代表 484 名", "Rehearsal, 26 September 2021: Of 484"];
    for ((language, start), name) in Language::ALL.into_iter().zip(starts).zip(["筹备会议", "Rehearsal"])
    {
        let mut scenario = example(language);
        let mut shown = scenario.sitting().unwrap().clone();
        shown.name = Name::new(name).unwrap();
        shown.date = Date::parse("2021-09-26");
        scenario.sittings = vec![shown.clone()];
        let alone = said(scenario.clone(), language);
        let other = Sitting { id: SittingId(shown.id.0 + 1), ..shown };
        scenario.sittings.push(other);
        let text = said(scenario, language);
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with(&alone), "{text}");
    }
}

/// An empty seat of one unit is not filled by a delegate above the seats of another.
#[test]
fn seats_that_are_empty_and_those_over_are_told_apart() {
    for (language, sentence, cell) in [
        (Language::Chinese, "未选出 14 名，另有 1 个单位共超出 2 名。", "14；超 2"),
        (Language::English, "seats not filled: 14; 1 unit elected 2 more than it has seats.", "14; 2 over"),
    ] {
        let mut scenario = example(language);
        let before = report(scenario.clone());
        let units = Rc::make_mut(&mut scenario.units);
        let elected = |n: i64| Count::new(u32::try_from(n).unwrap());
        Rc::make_mut(&mut units[0]).mandates.elected = elected(before.units[0].ledger.seats + 2);
        let others = before.total.left().open - before.units[0].ledger.left().open;
        let one = (1..units.len()).find(|at| before.units[*at].ledger.elected > 20).unwrap();
        Rc::make_mut(&mut units[one]).mandates.elected =
            elected(before.units[one].ledger.elected - (14 - others));
        let paper = Paper::credentials(&report(scenario), language);
        assert!(paper.paragraphs[0].contains(sentence), "{}", paper.paragraphs[0]);
        assert_eq!(paper.tables[0].foot[2], cell);
    }
}

/// Every line is a cell once it is pasted: none becomes a formula, and each comes back as it was.
#[test]
fn what_is_copied_of_a_report_holds_no_formula() {
    for title in HOSTILE.into_iter().chain(["\"Red\" flag"]) {
        let mut scenario = voted();
        scenario.title = Name::title(title).unwrap();
        let candidate = Candidate { name: Name::new(title).unwrap(), ..Candidate::default() };
        Rc::make_mut(&mut scenario.elections[0]).title = Name::new(title).unwrap();
        Rc::make_mut(&mut scenario.elections[0]).candidates.insert(0, candidate);
        let text = Paper::credentials(&report(scenario.clone()), Language::English).to_text();
        let pasted = Grid::from_clipboard(&text).unwrap();
        assert_eq!(pasted.rows()[0], [scenario.title.as_str()]);
        for cell in text.lines().flat_map(|line| line.split('\t')) {
            assert!(guarded(cell) == cell || cell.starts_with('\''), "{cell}");
        }
    }
}

/// 地方组织选举工作条例 (2020) Art. 24: a quorum is more than half of those due. What was not read is marked.
#[test]
fn the_report_names_the_rules_that_held() {
    let plain = report(example(Language::English));
    for (language, share, article) in
        [(Language::English, "1/2", "Art. 24"), (Language::Chinese, "1/2", "第 24 条")]
    {
        let paper = Paper::credentials(&plain, language);
        let table = paper.rules.as_ref().unwrap();
        let quorum = &table.rows[0];
        assert!(quorum[1].contains(share) && quorum[2].contains(article), "{quorum:?}");
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{table:?}");
        let text = paper.to_text();
        assert!(text.contains(&table.caption) && text.contains(article), "{text}");
    }
    // A majority was applied only where something was counted.
    let rows = |scenario| Paper::credentials(&report(scenario), Language::English).rules.unwrap().rows.len();
    assert!(rows(voted()) > rows(example(Language::English)));
    let mut scenario = example(Language::English);
    scenario.rules = crate::scenario::Rules::Profile(crate::threshold::ProfileId::RonrConvention);
    let paper = Paper::credentials(&report(scenario), Language::English);
    let confirm =
        crate::threshold::profile(crate::threshold::ProfileId::RonrConvention).quorums[0].citation.confidence;
    let asked = say(Language::English, &Msg::ToConfirm(confirm)).into_owned();
    assert!(paper.rules.unwrap().rows[0][2].ends_with(&asked), "{asked}");
}

/// The example with one election of two seats that is counted and one vote.
fn voted() -> Scenario {
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

#[test]
fn a_blank_scenario_states_no_attendance_and_decides_nothing() {
    let paper = Paper::credentials(&report(Scenario::blank()), Language::English);
    assert!(paper.to_text().contains("cannot be decided"), "{}", paper.to_text());
}

/// The example of the owners: 700 of 1,000 take part, with so much of 120,000 m².
fn owners(area: u64, language: Language) -> Scenario {
    let mut scenario = Example::Owners.scenario(language);
    Rc::make_mut(&mut scenario.sittings[0].stated).insert(Base::ParticipatingArea, area);
    scenario
}

/// Who takes part are no delegates, and nobody has reported any: the paper says so many took part, and no number of mandates.
#[test]
fn a_quorum_of_owners_says_who_took_part() {
    for (language, met, short) in [
        (
            Language::English,
            "The quorum is at least 2/3 of 1,000 owners = 667; 700 took part: it is met.",
            "The quorum is at least 2/3 of 120,000 m² of area = 80,000 m²; 79,999 m² took part: it is not met; 1 m² short.",
        ),
        (
            Language::Chinese,
            "按规定，参加表决的须不少于全体业主 1,000 的 2/3，即 667；参加表决人数 700，达到规定。",
            "按规定，参加表决的须不少于专有部分面积 120,000 平方米的 2/3，即 80,000 平方米；参加表决的专有部分面积 79,999 平方米，未达到规定，还差 1 平方米。",
        ),
    ] {
        let paper = Paper::credentials(&report(owners(79_999, language)), language);
        let [mandates, attendance] = paper.paragraphs.as_slice() else { panic!("two paragraphs") };
        assert!(attendance.contains(met) && attendance.contains(short), "{attendance}");
        assert!(!numbers(mandates).contains(&0), "{mandates}");
    }
}

/// Of two measures neither carries alone, so each is reached or not, and a sentence of its own says what comes of the item.
#[test]
fn a_vote_of_two_measures_says_what_becomes_of_the_item() {
    let said = |heads: u16, area, language| {
        let mut scenario = owners(85_000, language);
        let vote = Vote { favour: Some(Count::from(heads)), area, ..Vote::uncounted(Decision::Charter) };
        scenario.agenda[1].needs = Needs::Vote(vote);
        let paper = Paper::credentials(&report(scenario), language);
        paper.sections[0].paragraphs[0].clone()
    };
    let english = |heads, area| said(heads, area, Language::English);
    let lost = english(525, Weight::new(63_749));
    assert!(lost.contains("525 in favour: reached. At least 3/4"), "{lost}");
    assert!(lost.ends_with("63,749 m² in favour: not reached, 1 m² short. Not carried."), "{lost}");
    assert!(english(525, Weight::new(63_750)).ends_with("63,750 m² in favour: reached. Carried."));
    let open = english(525, None);
    assert!(open.contains("525 in favour: reached.") && open.ends_with("Cannot be decided."), "{open}");
    assert!(english(524, None).ends_with("Not carried."));
    let lost = said(525, Weight::new(63_749), Language::Chinese);
    assert!(lost.contains("赞成 525 票：达到。"), "{lost}");
    assert!(lost.ends_with("赞成者面积 63,749 平方米：未达到，还差 1 平方米。未通过。"), "{lost}");
}

proptest! {
    #[test]
    fn both_languages_state_the_derived_figures(scenario in any_scenario(12)) {
        let report = report(scenario);
        let [zh, en] = [Language::Chinese, Language::English].map(|l| Paper::credentials(&report, l));
        let total = &report.total;
        let silent = total.elected_missing as usize == report.units.len() && total.actual() == 0;
        prop_assert_eq!(numbers(&zh.paragraphs[0]), {
            // English says "all 30 units", and puts those represented before all of them.
            let mut stated = numbers(&en.paragraphs[0]);
            if report.units_represented() != report.units.len() && !silent {
                let end = stated.len();
                stated.swap(end - 1, end - 2);
            }
            stated
        });
        let elected = (total.elected_missing == 0 || total.elected > 0).then_some(total.elected.unsigned_abs());
        let actual = (!silent).then_some(total.actual().unsigned_abs());
        for figure in [Some(report.seats()), elected, actual].into_iter().flatten() {
            prop_assert!(numbers(&zh.paragraphs[0]).contains(&figure));
        }
        let ledger = &zh.tables[0];
        let sum = |field: Field| -> u64 {
            let heading = say(Language::Chinese, &Msg::Field(field));
            let column = ledger.head.iter().position(|head| *head == heading).expect("the column is there");
            ledger.rows.iter().flat_map(|row| numbers(&row[column])).sum()
        };
        prop_assert_eq!(sum(Field::Seats), total.seats.unsigned_abs());
        prop_assert_eq!(sum(Field::Ended), total.ended.unsigned_abs());
        // Units have figures of attendance only where it was counted by unit.
        let by_unit = report.scenario.sitting().is_some_and(|sitting| sitting.tally == Tally::ByUnit);
        let counted = |figure: i64| if by_unit { figure } else { 0 };
        for (field, figure) in [
            (Field::ByElected, total.by_elected),
            (Field::Suspended, total.suspended),
            (Field::OnLeave, counted(total.on_leave)),
            (Field::Present, counted(total.present)),
        ] {
            if figure > 0 {
                prop_assert_eq!(sum(field), figure.unsigned_abs());
            }
        }
        let sections = || zh.sections.iter().chain(&en.sections).flat_map(|section| &section.tables);
        for table in zh.tables.iter().chain(&en.tables).chain(sections()) {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        }
    }

    #[test]
    fn the_allocation_table_sums_to_the_seats(scenario in any_scenario(12)) {
        let report = report(scenario);
        let paper = Paper::allocation(&report, Language::English);
        // Of a unit in a tie, those that are certain.
        let seats: u64 = paper.tables[0].rows.iter().filter_map(|row| numbers(&row[3]).first().copied()).sum();
        prop_assert_eq!(seats, report.allocation.allocated);
    }
}
