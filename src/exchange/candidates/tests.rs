//! What is pasted or read as candidates: rows, headings, what is refused, and what is left out.

use super::*;

fn read(text: &str, first: CandidateColumn) -> Vec<(Option<String>, Option<u32>, Option<u8>)> {
    let row = |draft: CandidateDraft| {
        let name = draft.name.map(|name| name.as_str().to_owned());
        (name, draft.votes.flatten().map(Count::get), draft.strokes.flatten().map(Strokes::get))
    };
    candidates(text, first, MAX_CANDIDATES).unwrap().rows.into_iter().map(row).collect()
}

fn refused(text: &str) -> Vec<CandidateLine> {
    candidates(text, CandidateColumn::Name, MAX_CANDIDATES).unwrap_err()
}

#[test]
fn rows_are_read_as_spreadsheets_copy_them() {
    let named = |name: &str, votes, strokes| (Some(name.to_owned()), votes, strokes);
    for (text, rows) in [
        (
            "王某\t300\t4\r\n李某\t1,242\t7\r\n",
            vec![named("王某", Some(300), Some(4)), named("李某", Some(1242), Some(7))],
        ),
        (
            "Alpha, 300\n\n  \nBeta，２４２",
            vec![named("Alpha", Some(300), None), named("Beta", Some(242), None)],
        ),
        ("'=A1\t5\t\t\t", vec![named("=A1", Some(5), None)]),
        (
            "\"红旗\"\t5\n\"A\t6\nB\t7",
            vec![named("\"红旗\"", Some(5), None), named("\"A", Some(6), None), named("B", Some(7), None)],
        ),
        ("\"Two\nlines\"\t5", vec![named("Two lines", Some(5), None)]),
        ("\"Alpha\", 300", vec![named("Alpha", Some(300), None)]),
        // Quotes keep a cell whole; one that does not close keeps nothing.
        (
            "王某,\"1,050\"\n李某，\"1,010\"，7",
            vec![named("王某", Some(1050), None), named("李某", Some(1010), Some(7))],
        ),
        (
            "\"Smith, John\" ,12\n\"王，某\",\"3\", \"4\"",
            vec![named("Smith, John", Some(12), None), named("王，某", Some(3), Some(4))],
        ),
        ("\"Lee \"\"Jo\"\", A\",12", vec![named("Lee \"Jo\", A", Some(12), None)]),
        ("\"A,6\nB,7", vec![named("A", Some(6), None), named("B", Some(7), None)]),
        ("Only a name", vec![named("Only a name", None, None)]),
        ("", vec![]),
    ] {
        assert_eq!(read(text, CandidateColumn::Name), rows, "{text:?}");
    }
    assert_eq!(
        read("300\t4\n\t5", CandidateColumn::Votes),
        [(None, Some(300), Some(4)), (None, None, Some(5))]
    );
    assert_eq!(read("17", CandidateColumn::Strokes), [(None, None, Some(17))]);
    // A column of votes alone: thousands, and no strokes.
    for text in ["1,050\n1,010", "\"1,050\"\n\"1,010\"", "1,050票\n1，010"] {
        let votes = [(None, Some(1050), None), (None, Some(1010), None)];
        assert_eq!(read(text, CandidateColumn::Votes), votes, "{text:?}");
    }
    assert_eq!(read("300,4", CandidateColumn::Votes), [(None, Some(300), Some(4))]);
}

/// The stroke order of each, as it is kept; `-` where the rows do not say.
fn orders(text: &str, first: CandidateColumn) -> Vec<String> {
    let rows = candidates(text, first, MAX_CANDIDATES).unwrap().rows.into_iter().map(|row| row.stroke_order);
    let told = |order: Option<StrokeOrder>| order.map_or(String::new(), |order| order.as_str().to_owned());
    rows.map(|order| order.map_or("-".to_owned(), told)).collect()
}

#[test]
fn stroke_orders_are_the_fourth_column_or_that_of_their_heading() {
    for (text, expected) in [
        (
            "王某\t300\t4\t1121\n方某\t242\t4\t丶一乛丿\n丁某\t241\t2\t\n于某\t240",
            vec!["1121", "4153", "", "-"],
        ),
        (
            "序号\t姓名\t笔画\t笔顺\t得票\n1\t王小明\t4\t1121 234 25113511\t300\n2\t方某\t4\t—\t2",
            vec!["1121 234 25113511", ""],
        ),
        ("Name,Votes,Strokes,Stroke order\nWang,300,4,1121\nFang,242,4,4153", vec!["1121", "4153"]),
        ("1\t王某\t300\t4\t１１\n2\t方某\t242\t4\t4", vec!["11", "4"]),
    ] {
        assert_eq!(orders(text, CandidateColumn::Name), expected, "{text:?}");
    }
    assert_eq!(orders("1121\n\n4153 12", CandidateColumn::StrokeOrder), ["1121", "4153 12"]);
    // A spreadsheet that took seventeen strokes for a number has lost them: the line says so.
    for (cell, error) in [
        ("1.12112E+16", StrokeOrderError::NotAStroke),
        ("1126", StrokeOrderError::NotAStroke),
        ("王", StrokeOrderError::NotAStroke),
        (&"1".repeat(65), StrokeOrderError::TooManyOfOne),
        (&["1"; 257].join(" "), StrokeOrderError::TooMany),
    ] {
        let wrong = refused(&format!("王某\t300\t4\t1121\n方某\t2\t4\t{cell}"));
        let error = CellError::StrokeOrder(error);
        let error = CandidateLineError::Cell(CandidateColumn::StrokeOrder, cell.to_owned(), error);
        assert_eq!(wrong, [CandidateLine { line: 2, error }]);
    }
}

#[test]
fn headings_say_which_column_is_which() {
    let named = |name: &str, votes, strokes| (Some(name.to_owned()), votes, strokes);
    let both = [named("王某", Some(300), Some(4)), named("李某", Some(1242), Some(7))];
    for text in [
        "姓名\t得票\t笔画\n王某\t300\t4\n李某\t1,242\t7",
        "序号\t姓名\t得票\t姓氏笔画\n1\t王某\t300\t4\n2\t李某\t1242\t7\n合计\t\t1542\t",
        "1\t王某\t300\t4\n2\t李某\t1242\t7",
        "笔画\t姓名\t性别\t得票数（票）\n4\t王某\t男\t300票\n7画\t李某\t女\t1,242票\n\t合计\t\t1542",
        "Row\tName\tVotes\tStrokes\n1\t王某\t300\t4\n2\t李某\t1242\t7",
        "No.,Name,Strokes,Votes\n1,王某,4,300\n2,李某,7,1242",
        "\n候选人姓名,赞成票,姓氏笔画数\n王某,300,4\n李某,1242,7",
    ] {
        assert_eq!(read(text, CandidateColumn::Name), both, "{text:?}");
    }
    let votes = [(None, Some(300), None), (None, None, None), (None, Some(12), None)];
    assert_eq!(read("得票\n300\n—\n12人", CandidateColumn::Votes), votes);
    // Without rows below, and with a number, it is none.
    assert_eq!(read("Name", CandidateColumn::Name), [named("Name", None, None)]);
    assert_eq!(
        read("姓名\t5\n王某\t6", CandidateColumn::Name),
        [named("姓名", Some(5), None), named("王某", Some(6), None)]
    );
    for text in ["300\t王某\n242\t李某", "1\t王某", "1\t王某\t300\n3\t李某\t242", "姓名\t单位\n王某\t甲"]
    {
        assert!(candidates(text, CandidateColumn::Name, MAX_CANDIDATES).is_err(), "{text:?}");
    }
    let wrong = refused("姓名\t得票\n王某\t300\n李某\tmany");
    assert_eq!(wrong.first().map(|line| line.line), Some(3));
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_nothing_is_taken() {
    for (text, lines) in [
        ("A\tmany", vec![1]),
        ("A\t1\n\nB\t-1\nC\t2\nD\t1.5", vec![3, 5]),
        ("A\t1\t65", vec![1]),
        ("A\t1\t0", vec![1]),
        ("A\t1\t4\tx", vec![1]),
        ("A\t1\t4\t1\tx", vec![1]),
        ("A\t1048577", vec![1]),
    ] {
        let wrong = refused(text);
        assert_eq!(wrong.iter().map(|line| line.line).collect::<Vec<_>>(), lines, "{text:?}");
    }
    let long = format!("{}\t1", "x".repeat(241));
    assert!(candidates(&long, CandidateColumn::Name, MAX_CANDIDATES).is_err());
    let many = "A\t1\n".repeat(MAX_CANDIDATES + 5);
    let wrong = refused(&many);
    assert_eq!(wrong, [CandidateLine { line: MAX_CANDIDATES + 1, error: CandidateLineError::TooManyLines }]);
}

#[test]
fn what_is_left_out_is_named_by_its_line() {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let cells = |cells: &[(&str, &str)]| {
        LeftOutPart::Cells(cells.iter().map(|(of, cell)| ((*of).to_owned(), (*cell).to_owned())).collect())
    };
    let headings = |cells: &[&str]| LeftOutPart::Headings(texts(cells));
    let total = |cells: &[&str]| LeftOutPart::Total(texts(cells));
    for (text, left_out) in [
        ("王某\t300\t4\n\n李某\t242\t7", vec![]),
        ("姓名\t得票\n王某\t300", vec![(1, headings(&["姓名", "得票"]))]),
        ("1\t王某\t300\n2\t李某\t242", vec![(1, LeftOutPart::Serial(1))]),
        ("王某\t300\n李某\t242\n合计\t542", vec![(3, total(&["合计", "542"]))]),
        (
            "\n笔画\t序号\t姓名\t性别\t得票\t\n4\t1\t王某\t男\t300\n7\t2\t李某\t\t242\t备注\n\t\t合计\t\t542",
            vec![
                (2, headings(&["笔画", "序号", "姓名", "性别", "得票"])),
                (3, LeftOutPart::Serial(2)),
                (3, cells(&[("性别", "男")])),
                (4, cells(&[("", "备注")])),
                (5, total(&["合计", "542"])),
            ],
        ),
        // The second column of names is no candidate's either.
        (
            "姓名,候选人,得票\n王某,Wang,300",
            vec![(1, headings(&["姓名", "候选人", "得票"])), (2, cells(&[("候选人", "Wang")]))],
        ),
    ] {
        let pasted = candidates(text, CandidateColumn::Name, MAX_CANDIDATES).unwrap();
        let found: Vec<_> = pasted.left_out.into_iter().map(|left| (left.line, left.part)).collect();
        assert_eq!(found, left_out, "{text:?}");
    }
}

#[test]
fn titles_above_the_headings_are_left_out_and_told() {
    let both = [(Some("王某".to_owned()), Some(300), Some(4)), (Some("李某".to_owned()), Some(242), Some(7))];
    for (text, titles) in [
        ("市委委员候选人名单\n姓名\t得票\t笔画\n王某\t300\t4\n李某\t242\t7", 1),
        (
            "市委委员候选人名单\t\t\n\n\t2026年8月\t\n序号\t姓名\t得票\t笔画\n1\t王某\t300\t4\n2\t李某\t242\t7",
            2,
        ),
        ("Candidates\nName,Votes,Strokes\n王某,300,4\n李某,242,7", 1),
    ] {
        assert_eq!(read(text, CandidateColumn::Name), both, "{text:?}");
        let left = candidates(text, CandidateColumn::Name, 9).unwrap().left_out;
        let told = left.iter().filter(|left| matches!(left.part, LeftOutPart::Title(_)));
        assert_eq!((told.count(), left[0].line), (titles, 1), "{text:?}");
    }
    let names =
        |text| read(text, CandidateColumn::Name).into_iter().filter_map(|row| row.0).collect::<Vec<_>>();
    assert_eq!(names("候选人名单\n姓名\n王某\n李某"), ["王某", "李某"]);
    // Names and figures are no titles.
    assert_eq!(names("王某\n李某\n姓名\n赵某"), ["王某", "李某", "姓名", "赵某"]);
    assert_eq!(read("300\n得票\n200", CandidateColumn::Name).len(), 3);
}

#[test]
fn serial_numbers_are_known_however_they_are_written() {
    for [one, two] in [["1.", "2."], ["1、", "2、"], ["一、", "二、"], ["（一）", "（二）"], ["1)", "2)"]]
    {
        let text = format!("{one}\t王某\t300\n{two}\t李某\t242");
        let pasted = candidates(&text, CandidateColumn::Name, 9).unwrap();
        assert_eq!(pasted.left_out, [CandidateLeftOut { line: 1, part: LeftOutPart::Serial(1) }], "{text:?}");
    }
    let many: String = (1..)
        .zip(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"])
        .map(|(n, serial)| format!("{serial}、\t某{n}\n"))
        .collect();
    assert_eq!(read(&many, CandidateColumn::Name).len(), 11);
    // A name of one letter is none.
    assert!(candidates("王\t李\n赵\t钱", CandidateColumn::Name, 9).is_err());
}

#[test]
fn rows_for_which_there_is_no_room_are_refused() {
    assert_eq!(candidates("A\nB", CandidateColumn::Name, 2).unwrap().rows.len(), 2);
    let wrong = candidates("A\n\nB\nC", CandidateColumn::Name, 1).unwrap_err();
    assert_eq!(wrong, [CandidateLine { line: 3, error: CandidateLineError::TooManyLines }]);
}
