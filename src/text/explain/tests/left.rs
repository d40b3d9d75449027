//! What is left of a number, word for word: empty seats as a number, those over it in words.

use super::*;

/// 61 seats and 63 elected: two over, said in the same words in the grid, the papers and here.
#[test]
fn more_than_there_are_seats_is_said_in_words() {
    let id = report().units[0].id;
    let elected = |n: u16| changed(&[Action::Edit(vec![(id, UnitEdit::Elected(Some(n.into())))])]);
    let figure = Figure::Line(Whose::Unit(id), LineFigure::Unfilled);
    for (n, language, value, told) in [
        (59, Language::English, "2", "61 seats − 59 elected = 2"),
        (59, Language::Chinese, "2", "名额 61 − 选举产生 59 = 2"),
        (
            63,
            Language::English,
            "2 over",
            "61 seats − 63 elected = −2 More were elected than there are seats: 2 over.",
        ),
        (63, Language::Chinese, "超 2", "名额 61 − 选举产生 63 = −2 选出人数多于名额，超 2 名。"),
    ] {
        let report = elected(n);
        let found = explanation(&report, None, &figure, language).unwrap();
        assert_eq!((found.value.as_str(), found.lines.join(" ").as_str()), (value, told));
    }
}
