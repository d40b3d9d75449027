//! What the votes of a delegation are worth, word for word, and who is left out of it.

use super::*;
use crate::scenario::Name;

/// Only where some unit has no delegation there is somebody to leave out.
#[test]
fn delegates_outside_every_bloc_are_counted_where_there_are_some() {
    let example = report();
    let delegation = example.delegations.last().unwrap().id.unwrap();
    let figure = Figure::Banzhaf(delegation);
    let loose = changed(&[Action::Edit(vec![(example.units[0].id, UnitEdit::Delegation(Name::default()))])]);
    let outside = example.units[0].ledger.actual();
    assert_eq!((example.outside_blocs(), loose.outside_blocs()), (0, outside.unsigned_abs()));
    for (language, said) in [
        (
            Language::English,
            format!(
                "In the total, but in no bloc: {outside} delegates of units without a delegation. Votes given one by one are not modelled; the Banzhaf shares are as if none of these were in favour."
            ),
        ),
        (
            Language::Chinese,
            format!(
                "未编入代表团的单位有代表 {outside} 名，计入总数，但不属于任何一团；其各自投票未作推算，班扎夫指数视同其均未投赞成票。"
            ),
        ),
    ] {
        let without = lines(&example, &figure, language);
        assert!(!without.contains(&said), "{without}");
        let told = lines(&loose, &figure, language);
        assert!(told.ends_with(&said), "{told}");
    }
}
