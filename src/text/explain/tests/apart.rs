//! Numbers beside the tables: word for word for the example, and for any scenario what the page shows there.

use super::*;
use crate::scenario::{Apart, LineFigure, Part, TakenSeats, UnitsCounted, houses};

/// What the page shows; `Err` for figures whose number is compared elsewhere.
pub(super) fn page(report: &Report, figure: &Apart) -> Result<Option<String>, ()> {
    let list = &report.people.total;
    Ok(match figure {
        Apart::Shown(one, sums) => match one {
            LineFigure::Units => Some(grouped(sums.units.into())),
            LineFigure::Quota => Ratio::new(sums.members, report.members)
                .map(|_| decimal(Ratio::from(report.allocation.house), 3)),
            LineFigure::PerSeat => {
                let seats = u64::try_from(sums.row.seats).unwrap();
                Ratio::new(sums.members, seats).map(|ratio| decimal(ratio, 1))
            }
            LineFigure::Deviation => None,
            one => on_page(report, Whose::Total, *one),
        },
        Apart::SeatsAt(unit, size) => {
            let (row, _) = report.scenario.unit(*unit).unwrap();
            let found = houses(report, row, size.get()..=size.get());
            let Some((least, most)) = found.first().and_then(|house| house.seats) else { return Err(()) };
            let (least, most) = (grouped(least.get().into()), grouped(most.get().into()));
            Some(if least == most { least } else { [least, most].join("–") })
        }
        Apart::Listed(Whose::Total, LineFigure::Actual) => Some(grouped(list.counts.actual().into())),
        Apart::Listed(Whose::Total, LineFigure::Present) => list.roll.complete().map(|n| grouped(n.into())),
        Apart::Listed(_, LineFigure::Members | LineFigure::Seats | LineFigure::Absent) => None,
        Apart::Roll => Some(grouped(list.roll.present.into())),
        Apart::Deadline(at) => {
            let due = report.calendar.due.get(*at as usize);
            due.and_then(|due| due.latest).map(|day| day.to_string())
        }
        Apart::Share(Whose::Unit(id), Part::Members) => {
            let (_, unit) = report.scenario.unit(*id).unwrap();
            percent(unit.members.get(), report.members, 1)
        }
        Apart::Seats(TakenSeats::All) => {
            let tied = matches!(report.allocation.state, crate::scenario::AllocationState::Tied(_));
            tied.then(|| grouped(report.allocation.allocated + report.open_seats()))
        }
        Apart::PerSeat(None, UnitsCounted::Number) => {
            Some(grouped(report.units.iter().filter(|unit| unit.seats > Seats::ZERO).count() as u64))
        }
        _ => return Err(()),
    })
}

/// Known answers: the figures of the example, see above; 505 seats by Webster give six units one seat more, none loses any.
#[test]
fn numbers_beside_the_tables_word_for_word() {
    let report = report();
    let apart = |one: Apart| Figure::Apart(one);
    let first = report.scenario.delegations[0].id;
    for (figure, en, zh) in [
        (
            apart(Apart::Shown(LineFigure::Actual, figures::sums(&report))),
            "487 elected − 3 ended = 484 The sum over the 30 units on show.",
            "选举产生 487 − 资格终止 3 = 484 所显示的 30 个单位之和。",
        ),
        (
            apart(Apart::OtherPresence(0, 240)),
            "484 due × 1/2 = 242 More than 242 is needed, so at least 243. 240 present − 243 needed = −3 Not met: 3 short. Worked out for 240 present, all else unchanged.",
            "应到人数 484 × 1/2 = 242 须超过 242，即至少 243。 实到人数 240 − 需要 243 = −3 不足规定人数，还差 3 人。 按实到 240 人计算，其余不变。",
        ),
        (
            apart(Apart::Paradoxes(Seats::from(475), Seats::from(525), 0)),
            "From a house of 475 to one of 525, seat by seat: counted is each house at which a unit has fewer seats than in the house one smaller (Alabama paradox).",
            "名额总数由 475 逐个增至 525，每增加一个名额，若有单位的名额反而减少，记为一处（阿拉巴马悖论）。",
        ),
        (
            apart(Apart::PerSeat(Some((Ratio::from(750), Ratio::from(760))), UnitsCounted::Number)),
            "Counted in the table of units. Units with at least 750 members per seat, and fewer than 760.",
            "按单位表统计。 每名额人数不少于 750、少于 760 的单位。",
        ),
    ] {
        assert_eq!(lines(&report, &figure, Language::English), en);
        assert_eq!(lines(&report, &figure, Language::Chinese), zh);
    }
    let share =
        lines(&report, &apart(Apart::Share(Whose::Delegation(first), Part::Seats)), Language::English);
    assert_eq!(share, "61 seats ÷ 500 seats in all = 12.2%");
    let house = lines(&report, &apart(Apart::OtherHouse(Seats::from(505))), Language::English);
    assert!(house.starts_with("505 seats tried − 500 seats in all = +5 "), "{house}");
    assert!(house.contains("5 seats gained = +5"), "{house}");
    let seats = Apart::SeatsAt(report.units[0].id, Seats::from(100));
    let told = lines(&report, &apart(seats), Language::English);
    assert!(
        told.contains("rounds to 12") && told.ends_with("for a house of 100, all else unchanged."),
        "{told}"
    );
    let held = explanation(&report, None, &apart(Apart::Held(10)), Language::English).unwrap();
    assert_eq!(held.value, "100.0%");
    assert!(held.sources[0].contains("Lorenz"), "{held:?}");
}

/// A deadline names the day, the span and the article; one of the organiser's own says so.
#[test]
fn a_deadline_says_how_long_before_which_day() {
    use crate::scenario::CalendarEdit;
    use crate::threshold::Date;
    let day = Date::new(2021, 9, 27).unwrap();
    let report = changed(&[Action::EditCalendar(CalendarEdit::Day(Some(day)))]);
    let told = explanation(&report, None, &Figure::Apart(Apart::Deadline(0)), Language::Chinese).unwrap();
    assert_eq!(told.value, "2021年7月27日（星期二）");
    assert!(told.lines[0].contains("2021年9月27日") && told.lines[0].contains("提前 2 个月"), "{told:?}");
    assert!(!told.sources.is_empty(), "{told:?}");
    assert_eq!(explanation(&report, None, &Figure::Apart(Apart::Deadline(99)), Language::Chinese), None);
}
