//! Sentences that people stumbled over, as they are said now, in both languages.

use super::*;
use crate::apportion::open_house::{Parts, StepScale};
use crate::exchange::{CellError, UntakenColumn};
use crate::language::Language::{Chinese, English};
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Reason};
use crate::scenario::{
    Action, ElectionAction, ElectionEdit, Field, History, HouseKey, Leader, Leap, Name, NameError, Paper,
    Problem, Scheme, SittingEdit, Step, Taken, TallyKind, Touched, UnitEdit, UnitSwing, VotingProblem,
    example,
};
use crate::threshold::{Base, Figures, Known, ProfileId, Rule, Share, TieRule, profile};
use std::num::NonZeroU64;

/// What a message is in English and in Chinese.
fn both(msg: &Msg<'_>) -> [String; 2] {
    [English, Chinese].map(|language| say(language, msg).into_owned())
}

#[test]
fn one_of_a_thing_is_singular() {
    let problem = |problem: Problem| both(&Msg::Problem(&problem));
    let [en, _] = problem(Problem::ElectedAboveSeats { elected: 2, seats: 1 });
    assert_eq!(en, "2 elected, but only 1 seat.");
    let [en, _] = problem(Problem::EndedAboveElected { ended: 2, elected: 1 });
    assert_eq!(en, "2 mandates ended or suspended, but only 1 delegate elected.");
    let [en, _] = problem(Problem::MinimaAboveHouse { minima: 2, house: 1 });
    assert_eq!(en, "The minima and locked seats add up to 2, the house has only 1 seat.");
}

/// Owners and area take part, delegates are present; only people leave.
#[test]
fn a_quorum_says_who_is_counted() {
    let said = |of, there, whole: u64, met: u64| {
        let rule = Rule::at_least(Share::TWO_THIRDS, of);
        both(&Msg::Quorum(rule, rule.quorum(&Figures::new().with(of, whole).with(there, met))))
    };
    let [en, zh] = said(Base::Due, Base::Present, 300, 210);
    assert!(en.ends_with("Present 210. Met; 10 may still leave."), "{en}");
    assert!(zh.ends_with("实到 210，符合规定人数；还可离席 10 人。"), "{zh}");
    for (of, there, name, m2, metres) in [
        (Base::Owners, Base::Participants, "参加表决人数", "", ""),
        (Base::Area, Base::ParticipatingArea, "参加表决的专有部分面积", " m²", " 平方米"),
    ] {
        let [en, zh] = said(of, there, 300, 210);
        assert!(en.ends_with(&format!("Taking part: 210{m2}. Met, with 10{m2} to spare.")), "{en}");
        assert!(zh.ends_with(&format!("{name} 210{metres}，达到规定；超出 10{metres}。")), "{zh}");
        let [en, zh] = said(of, there, 300, 190);
        assert!(en.ends_with(&format!("Taking part: 190{m2}. Not met; 10{m2} short.")), "{en}");
        assert!(zh.ends_with(&format!("{name} 190{metres}，未达到规定，还差 10{metres}。")), "{zh}");
    }
}

#[test]
fn a_limit_in_bytes_is_told_in_characters_too() {
    let error = CellError::Name(NameError::TooLong { bytes: 294, limit: 240 });
    let [en, zh] = both(&Msg::CellError(&error));
    assert_eq!(
        en,
        "The text is too long: at most 240 bytes, about 80 Chinese characters or 240 Latin letters; this one has 294 bytes."
    );
    assert_eq!(zh, "文字过长：最多 240 字节（约 80 个汉字或 240 个英文字母），现有 294 字节。");
}

#[test]
fn a_unit_without_seats_has_none_to_lose() {
    let swing = |loss| both(&Msg::Swing(&UnitSwing { gain: Some(7), loss }));
    assert_eq!(swing(None), ["7 more members win another seat.", "再增加 7 人可多得一个名额。"]);
    let [en, zh] = swing(Some(0));
    assert!(
        en.ends_with("With one member fewer it can lose a seat.")
            && zh.ends_with("；减少 1 人就可能失去一个名额。")
    );
    let [en, zh] = swing(Some(5));
    assert!(en.ends_with("It can lose 5 and keep its seats.") && zh.ends_with("；减少 5 人以内名额不变。"));
}

#[test]
fn the_largest_house_there_can_be_is_no_figure_for_people() {
    let seats = |n| Seats::new(n).unwrap();
    let [en, zh] = both(&Msg::StandingHouses(seats(56), Seats::MAX));
    assert_eq!(en, "These seats stand in every house from 56 on.");
    assert_eq!(zh, "名额总数不少于 56 时，其名额不变。");
    let [en, zh] = both(&Msg::StandingHouses(seats(56), seats(60)));
    assert!(en.ends_with("from 56 to 60.") && zh.contains("56 至 60"));
    let [en, zh] = both(&Msg::StandingHouses(seats(299), seats(299)));
    assert_eq!(en, "These seats stand only in a house of 299 seats.");
    assert_eq!(zh, "仅当名额总数为 299 时，其名额才是这样。");
    let [en, zh] = both(&Msg::SweepSummary { unit: "North", least: 58, most: 58, from: 1_299, to: 1_299 });
    assert_eq!([&*en, &*zh], ["North: 58 seats with 1,299 in all.", "North：名额总数 1,299 时，名额为 58。"]);
}

#[test]
fn only_the_rules_say_how_a_tie_is_broken() {
    for text in both(&Msg::RunOff(3, 1)) {
        assert!(!text.contains("further ballot") && !text.contains("再次投票"), "{text}");
    }
    let [en, zh] = both(&Msg::Voting(VotingMsg::TieBroken(TieRule::Revote)));
    assert!(en.contains("further ballot") && zh.contains("再次投票"));
}

#[test]
fn a_quorum_that_is_met_in_any_case_says_so_and_one_that_is_open_what_it_needs() {
    let rule = Rule::at_least(Share::TWO_THIRDS, Base::Due);
    let figures = Figures::new().with(Base::Due, 83);
    let said = |figures: Figures| {
        let verdict = rule.quorum(&figures);
        both(&Msg::Quorum(rule, verdict)).into_iter().zip(both(&Msg::ReportQuorum(rule, verdict)))
    };
    let parts = |figures, en: [&str; 2], zh: [&str; 2]| {
        for ((line, report), parts) in said(figures).zip([en, zh]) {
            assert!(line.contains(parts[0]) && line.contains("56"), "{line}");
            assert!(report.contains(parts[1]) && report.contains("56"), "{report}");
        }
    };
    parts(
        figures.so_far(73),
        ["Met in any case: at least 73 present", "met in any case, with at least 73 present"],
        ["无论如何已符合规定人数：至少实到 73 名", "至少实到 73 名，无论如何已符合规定人数"],
    );
    parts(figures.so_far(40), ["(40 so far)", "cannot be decided"], ["已报 40 名", "无法判定"]);
    parts(
        figures.with(Base::Present, 70),
        ["Present 70.", "it is met"],
        ["实到 70", "即 56 名；实到 70 名，符合规定人数。"],
    );
    let seats = Rule::more_than(Share::HALF, Base::AllMembers);
    for (figures, parts) in [
        (Figures::new(), ["not every unit has reported who was elected", "尚有单位未报选举结果"]),
        (Figures::new().unbegun(), ["there are no electoral units yet", "尚无选举单位"]),
    ] {
        for (text, part) in both(&Msg::Quorum(seats, seats.quorum(&figures))).into_iter().zip(parts) {
            assert!(text.contains(part), "{text}");
        }
    }
}

#[test]
fn a_comma_within_a_name_does_not_end_it() {
    let plain = ["North", "South"];
    let with_commas = ["Local 12, Denver", "Local 7, Boise"];
    assert_eq!(Language::ALL.map(|language| list(language, &plain)), ["North、South", "North, South"]);
    let listed = "Local 12, Denver; Local 7, Boise";
    assert_eq!(list(English, &with_commas), listed);
    assert_eq!(list(Chinese, &["一、二", "三"]), "一、二；三");
    let names = with_commas.map(str::to_owned);
    assert!(both(&Msg::EmptyBands(&names))[0].contains(listed));
    assert!(both(&Msg::ParadoxAt(9, &names))[0].contains(listed));
}

#[test]
fn as_many_candidates_as_seats_is_no_excess_of_nobody() {
    let rules = profile(ProfileId::PeoplesCongress).provisions().into_iter();
    let said: Vec<_> = rules.map(|row| both(&Msg::Rules(RulesMsg::Provision(row.value)))).collect();
    let wanted = ["As many candidates as seats, or one more.", "等额，或多 1 人。"].map(str::to_owned);
    assert!(said.contains(&wanted), "{said:?}");
}

#[test]
fn another_reason_for_a_mandate_that_ended_is_a_step_with_a_name() {
    let said = |was: Vec<Ending>, is: Vec<Ending>| {
        let name = Name::new("A").unwrap();
        let touched = Touched::Cell(name, UnitEdit::Endings(was), UnitEdit::Endings(is));
        both(&Msg::Undo(UndoMsg::Line(&Taken { to: Leap::Back(1), step: Step::Endings, touched })))
    };
    let ended = |reason| vec![Ending::new(reason, Count::from(1u16))];
    let [en, zh] = said(ended(Reason::Died), ended(Reason::Resigned));
    assert_eq!((en.as_str(), zh.as_str()), ("Ended mandate changed: A", "修改终止记录：A"));
    let [en, zh] = said(Vec::new(), ended(Reason::Died));
    assert_eq!((en.as_str(), zh.as_str()), ("A, Ended: 0 → 1", "A，终止：0 → 1"));
}

/// Steps of one kind are told apart by what they changed.
#[test]
fn a_step_within_a_setting_names_what_it_changed() {
    let mut history = History::new(example(English));
    let start = history.present().clone();
    let (shown, election) = (start.shown, start.elections[0].id);
    let count = |n: u16| Some(Count::from(n));
    let steps = |parts| {
        let scale = StepScale {
            first: Seats::from(1u16),
            covers: Weight::from(0),
            step: Seats::from(1u16),
            per: NonZeroU64::new(parts).unwrap(),
            parts: Parts::Whole,
            most: None,
        };
        Action::SetScheme(Scheme::Key(HouseKey::Steps(scale)))
    };
    for action in [
        Action::EditSitting(shown, SittingEdit::StatedDue(count(485))),
        Action::Election(ElectionAction::Edit(election, ElectionEdit::Paper(Paper::Issued, count(470)))),
        Action::AddSitting(Name::new("Second").unwrap()),
        steps(1_000),
        steps(2_000),
    ] {
        history = history.apply(&action).unwrap();
    }
    let said: Vec<_> =
        history.trail(20).iter().map(|taken| both(&Msg::Undo(UndoMsg::Line(taken)))[0].clone()).collect();
    let title = start.elections[0].title.as_str();
    let sitting = start.sittings[0].name.as_str();
    let parts: Vec<_> = said[0].split(" → ").collect();
    assert!(parts.len() == 2 && parts[0].contains("1,000") && parts[1].contains("2,000"), "{said:?}");
    assert_eq!(said[1], "How seats are allocated: Your own step scale");
    assert_eq!(said[2], "Sitting added: Second");
    assert!(said[3].starts_with(&format!("Election: {title} · ")) && said[3].ends_with("Issued: – → 470"));
    assert_eq!(said[4], format!("Sitting: {sitting} · Due as stated in the credentials report: – → 485"));
}

#[test]
fn a_cell_that_follows_says_from_what() {
    let said = |name: &str, tally| {
        let name = Name::new(name).unwrap();
        both(&Msg::CellError(&CellError::Follows(Leader::Sitting { name, at: 1, tally })))
    };
    let [en, zh] = said("Opening", TallyKind::ByDelegation);
    assert!(en.starts_with("Attendance at “Opening” is counted by delegation"), "{en}");
    assert!(zh.starts_with("“Opening”的实到人数统计方式为“按代表团”"), "{zh}");
    let [en, zh] = said("", TallyKind::Whole);
    assert!(en.starts_with("Attendance at Sitting 2 is counted as one figure"), "{en}");
    assert!(zh.starts_with("第 2 次会议的实到人数统计方式为“只记总数”"), "{zh}");
}

#[test]
fn a_sitting_counted_otherwise_is_a_step_that_says_who_is_present() {
    let said = |was, is| {
        let touched = Touched::Present(was, is);
        let step = Step::Counted(TallyKind::ByDelegation);
        both(&Msg::Undo(UndoMsg::Line(&Taken { to: Leap::Back(1), step, touched })))
    };
    for (was, is, en, zh) in [
        (Some(31), Some(33), ": present 31 → 33", "：实到 31 → 33"),
        (Some(31), Some(31), ": present 31", "：实到 31"),
        (Some(31), None, ": present 31 → not known", "：实到 31 → 未知"),
        (None, None, "", ""),
    ] {
        let lines = [["Attendance counted by delegation", en], ["实到人数统计方式改为“按代表团”", zh]];
        assert_eq!(said(was, is), lines.map(|line| line.concat()));
    }
}

#[test]
fn bounds_without_effect_are_called_by_the_headings_of_their_columns() {
    for units in [1, 2] {
        let said = both(&Msg::Problem(&Problem::IdleBounds { units }));
        for field in [Field::Min, Field::Max] {
            let names = both(&Msg::Field(field));
            assert!(said.iter().zip(&names).all(|(said, name)| said.contains(name.as_str())), "{said:?}");
        }
    }
}

#[test]
fn a_hint_calls_buttons_by_their_names() {
    let hint = both(&Msg::Chart(ChartMsg::OtherEmpty));
    for button in [LibraryMsg::Open, LibraryMsg::Duplicate] {
        for (hint, name) in hint.iter().zip(both(&Msg::Library(button))) {
            assert!(hint.contains(&format!("“{name}”")), "{hint}");
        }
    }
}

#[test]
fn more_elected_than_seats_are_over() {
    assert_eq!(both(&Msg::Difference(Key::Unfilled, 4)), ["4 over", "超 4"]);
    assert_eq!(both(&Msg::Difference(Key::Unfilled, -13)), ["−13 unfilled", "−13 未选出"]);
    assert_eq!(Language::ALL.map(|language| left(language, -1_200)), ["超 1,200", "1,200 over"]);
    assert_eq!(Language::ALL.map(|language| left(language, 13)), ["13", "13"]);
    let mixed = Left { open: 11, over: 6 };
    assert_eq!(Language::ALL.map(|language| left(language, mixed)), ["11；超 6", "11; 6 over"]);
    assert_eq!(
        both(&Msg::DifferenceAndOver(Key::Unfilled, 11, 6)),
        ["−11 unfilled; 6 over", "−11 未选出；超 6"]
    );
    assert_eq!(both(&Msg::DifferenceAndOver(Key::Absent, 12, 1)), ["−12 absent; 1 over", "−12 缺席；超 1"]);
    let attended = |over| both(&Msg::ReportAttendance { due: 46, present: Known::Exactly(35), over });
    assert_eq!(attended(0)[0], "Of 46 delegates due to attend, 35 are present and 11 absent.");
    assert_eq!(
        attended(1),
        [
            "Of 46 delegates due to attend, 12 are absent. 35 are present, 1 of them beyond the number due from a unit or delegation.",
            "应到代表 46 名，实到 35 名，其中超出所在单位或代表团应到人数 1 名；缺席 12 名。",
        ]
    );
    for (left, en, zh) in [
        (Left::from(0), ".", "。"),
        (Left::from(13), "; seats not filled: 13.", "，未选出 13 名。"),
        (Left::from(-2), ", 2 more than there are seats.", "，超出名额 2 名。"),
        (
            mixed,
            "; seats not filled: 11; 5 units elected 6 more than they have seats.",
            "，未选出 11 名，另有 5 个单位共超出 6 名。",
        ),
    ] {
        let whole = [
            ["The units elected 502 delegates", en].concat(),
            format!("各选举单位共选举产生代表 502 名{zh}"),
        ];
        assert_eq!(both(&Msg::ReportElected(502, left, 5)), whole);
    }
}

#[test]
fn a_quorum_that_is_still_open_is_counted_apart() {
    let said = |met, open, of| both(&Msg::Chart(ChartMsg::Quorums { met, open, of }));
    assert_eq!(said(1, 0, 1), ["Quorum met at 1 of 1 sitting.", "这次会议达到法定人数。"]);
    assert_eq!(
        said(1, 1, 3),
        [
            "Quorum met at 1 of 3 sittings; 1 not yet decided.",
            "3 次会议中有 1 次达到法定人数，1 次尚未判定。"
        ]
    );
    let [en, zh] = said(0, 1, 1);
    assert_eq!(en, "Whether there is a quorum is not yet decided at 1 sitting.");
    assert_eq!(zh, "1 次会议是否达到法定人数尚未判定。");
    let counted = Base::Present;
    let told = |there, needed| both(&Msg::Chart(ChartMsg::AgainstNeeded { counted, there, needed }));
    assert_eq!(told(None, Some(243)), ["open; 243 needed", "尚未报告，需 243"]);
    assert_eq!(told(None, None), ["not reported", "尚未报告"]);
    assert_eq!(told(Some(Known::AtLeast(144)), None), ["at least 144 present", "至少实到 144"]);
}

#[test]
fn the_attendance_of_a_delegation_bears_its_name() {
    let above = || Box::new(Problem::PresentAboveActual { present: 13, actual: 12 });
    let name = Name::new("甲").unwrap();
    let [en, zh] = both(&Msg::Problem(&Problem::AttendanceOf { name, row: 4, problem: above() }));
    assert_eq!(en, "甲: 13 present, but only 12 due to attend.");
    assert_eq!(zh, "甲：实到 13 名，但应到只有 12 名。");
    let nameless = Problem::AttendanceOf { name: Name::default(), row: 4, problem: above() };
    let [en, zh] = both(&Msg::Problem(&nameless));
    assert!(en.starts_with("Row 5: ") && zh.starts_with("第 5 行："));
}

/// Who has it otherwise than who, so that nobody has to look for it in a long list.
#[test]
fn one_character_with_two_orders_is_told_with_the_persons() {
    let names = |names: &[&str]| names.iter().map(|name| Name::new(name).unwrap()).collect::<Vec<_>>();
    let (some, other) = (names(&["王小明", "王某"]), names(&["王大年"]));
    let told = vec![("1121".to_owned(), some.clone()), ("1211".to_owned(), other.clone())];
    let problem = VotingProblem::StrokeOrdersDiffer { character: '王', told };
    let [en, zh] = both(&Msg::Problem(&Problem::Voting(problem)));
    assert!(en.contains("for 王: 1121 (王小明, 王某), 1211 (王大年)."), "{en}");
    assert!(zh.contains("“王”字的笔顺填得不一致：1121（王小明、王某），1211（王大年）。"), "{zh}");
    let problem = VotingProblem::StrokesDiffer { character: '王', told: vec![(4, some), (5, other)] };
    let [en, zh] = both(&Msg::Problem(&Problem::Voting(problem)));
    assert!(en.contains("for 王: 4 (王小明, 王某), 5 (王大年)."), "{en}");
    assert!(zh.contains("4 画（王小明、王某），5 画（王大年）。"), "{zh}");
}

/// Where a Chinese text has a comma or a bracket of half width, or a space where full width leaves room already.
fn strays(text: &str) -> Vec<String> {
    let full = |c: char| "，。；：、（）“”".contains(c);
    let chars: Vec<char> = text.chars().collect();
    let stray = |pair: &[char]| matches!(pair, [a, b] if ",;()".contains(*a) || full(*a) && *b == ' ');
    chars.windows(2).filter(|pair| stray(pair)).map(|pair| pair.iter().collect()).collect()
}

#[test]
fn chinese_rules_are_set_in_chinese_punctuation() {
    for id in ProfileId::ALL {
        for row in profile(id).provisions() {
            let sources = row.citation.sources.iter().map(Msg::Source);
            let texts = std::iter::once(Msg::Rules(RulesMsg::Provision(row.value))).chain(sources);
            for text in texts.map(|msg| say(Chinese, &msg)) {
                assert_eq!(strays(&text), [""; 0], "{text}");
                assert!(!text.contains("人 至"), "{text}");
            }
        }
    }
    let papers = [(Paper::Returned, 33), (Paper::Blank, 0)];
    let [_, zh] = both(&Msg::Voting(VotingMsg::Papers(&papers)));
    assert_eq!(zh, "收回选票 33 张，弃权票（空白）0 张。");
}

#[test]
fn columns_that_become_nothing_are_told_by_their_headings() {
    let column = |column: usize| UntakenColumn { column, heading: (column < 3).then(|| "性别".to_owned()) };
    let said = |columns: &[UntakenColumn]| both(&Msg::Transfer(TransferMsg::Untaken(columns)));
    let [en, zh] = said(&[column(2)]);
    assert_eq!(en, "Column left out: 2 (“性别”). To take one, choose above it what it becomes.");
    assert_eq!(zh, "不导入的列：第 2 列（“性别”）。如需导入，请在该列上方选定。");
    let [en, zh] = said(&(2..12).map(column).collect::<Vec<_>>());
    assert!(en.starts_with("Columns left out: 2 (“性别”), 3, 4, 5, 6, 7, 8, 9 and 2 more."), "{en}");
    assert!(
        zh.starts_with("不导入的列：第 2 列（“性别”）、第 3 列、") && zh.contains("第 9 列等 10 列。"),
        "{zh}"
    );
    let [en, zh] = both(&Msg::Transfer(TransferMsg::RowsShown(5, 12)));
    assert_eq!((en.as_str(), zh.as_str()), ("5 of 12 rows shown.", "共 12 行，显示前 5 行。"));
}
