//! Who is due at a sitting that states it, and who has a mandate.

use super::*;
use crate::num::Count;
use crate::scenario::SittingEdit;

#[test]
fn who_is_due_is_not_called_actual() {
    let shown = example(Language::English).shown;
    let of_sitting = |one| Figure::Sitting(shown, one);
    let actual = Figure::Line(Whose::Total, LineFigure::Actual);
    let stated = Action::EditSitting(shown, SittingEdit::StatedDue(Count::new(485)));
    for (report, headings, due) in
        [(report(), ["Actual (due)", "实有（应到）"], 484), (changed(&[stated]), ["Actual", "实有"], 485)]
    {
        let said = [
            (Language::English, "Due", format!("{due} due ")),
            (Language::Chinese, "应到", format!("应到人数 {due} ")),
        ];
        for (heading, (language, due_heading, noun)) in headings.into_iter().zip(said) {
            let of = |figure: &Figure| explanation(&report, None, figure, language).unwrap().title;
            let is = |title: String, heading: &str| {
                let rest = title.strip_prefix(heading);
                assert!(
                    rest.is_some_and(|rest| !rest.starts_with([' ', '（']) || rest.starts_with(" · ")),
                    "{title}"
                );
            };
            is(of(&of_sitting(Headcount::Due)), due_heading);
            is(of(&actual), heading);
            for figure in [of_sitting(Headcount::Share), Figure::Presidium] {
                let sum = lines(&report, &figure, language);
                assert!(sum.contains(&noun), "{sum}");
            }
        }
    }
}
