//! What somebody reads who asks about a number of the example, word for word; and for any scenario, that the number an
//! explanation ends with is the one that the page shows, and that every calculation comes to what it says.

mod apart;
mod blocs;
mod due;
mod figures;
mod left;
mod seats;
mod shares;

use super::*;
use crate::apportion::Method;
use crate::num::{Seats, Weight};
use crate::scenario::{
    Action, Headcount, ItemOutcome, Outcome, Rules, Scenario, Standing, Unit, UnitEdit, UnitId, apply,
    arbitrary, derive, example, plan, rivals,
};
use crate::text::number::grouped;
use crate::threshold::{Base, Office, ProfileId, Rule, Share};
use figures::figures;
use proptest::prelude::*;
use std::cmp::Ordering;
use std::rc::Rc;

fn report() -> Report {
    derive(&Rc::new(example(Language::English)), None)
}

fn lines(report: &Report, figure: &Figure, language: Language) -> String {
    let told = explanation(report, None, figure, language).unwrap_or_else(|| panic!("{figure:?}"));
    told.lines.join(" ")
}

fn unit(report: &Report, at: usize) -> Whose {
    Whose::Unit(report.units[at].id)
}

/// The figures of the example: totals as published in 2021 (newspaper page of 2021-09-28), units illustrative.
#[test]
fn the_example_is_explained_word_for_word() {
    let report = report();
    let shown = report.scenario.shown;
    let first = |one| Figure::Line(unit(&report, 0), one);
    let total = |one| Figure::Line(Whose::Total, one);
    for (figure, en, zh) in [
        (
            first(LineFigure::Quota),
            "46,210 members × 500 seats in all ÷ 380,000 members in all ≈ 60.803",
            "人数 46,210 × 名额总数 500 ÷ 总人数 380,000 ≈ 60.803",
        ),
        (first(LineFigure::PerSeat), "46,210 members ÷ 61 seats ≈ 757.5", "人数 46,210 ÷ 名额 61 ≈ 757.5"),
        (
            first(LineFigure::Deviation),
            "61 seats − 60.803 exact quota ≈ +0.197",
            "名额 61 − 应得份额 60.803 ≈ +0.197",
        ),
        (
            total(LineFigure::Unfilled),
            "500 seats − 487 elected = 13 The sum over 30 units.",
            "名额 500 − 选举产生 487 = 13 30 个单位之和。",
        ),
        (
            total(LineFigure::Actual),
            "487 elected − 3 ended = 484 The sum over 30 units.",
            "选举产生 487 − 资格终止 3 = 484 30 个单位之和。",
        ),
        (
            total(LineFigure::Losses),
            "484 actual − 487 elected = −3 The sum over 30 units. −3 ended = −3 transferred 3 = 3",
            "实有 484 − 选举产生 487 = −3 30 个单位之和。 −资格终止 3 = −3 调离 3 = 3",
        ),
        (
            total(LineFigure::Absent),
            "484 actual − 470 present = 14 The sum over 30 units.",
            "实有 484 − 实到 470 = 14 30 个单位之和。",
        ),
        (
            Figure::Quorum(Assembly::Shown, 0),
            "484 due × 1/2 = 242 More than 242 is needed, so at least 243. 470 present − 243 needed = 227 Met; 227 may still leave.",
            "应到人数 484 × 1/2 = 242 须超过 242，即至少 243。 实到人数 470 − 需要 243 = 227 符合规定人数；还可离席 227 人。",
        ),
        (
            Figure::Votes(Assembly::Profile(ProfileId::CpcGrassroots), None, 0),
            "470 present with voting rights × 1/2 = 235 More than 235 is needed, so at least 236.",
            "实到会有选举权人数 470 × 1/2 = 235 须超过 235，即至少 236。",
        ),
        (
            Figure::Sitting(shown, Headcount::Share),
            "470 present ÷ 484 due ≈ 97.1%",
            "实到 470 ÷ 应到人数 484 ≈ 97.1%",
        ),
        (
            Figure::Candidates(Office::Delegates, Seats::from(37)),
            "37 seats to fill × 1/5 = 7.40 7.40, rounded up: 8. 37 seats to fill + 8 more = 45 The rule sets no highest number.",
            "应选名额 37 × 1/5 = 7.40 7.40，进一，得 8。 应选名额 37 + 差额 8 = 45 规则未规定上限。",
        ),
        (
            Figure::Presidium,
            "484 due × 1/10 = 48.40 48.40, rounded to the nearest: 48.",
            "应到人数 484 × 1/10 = 48.40 48.40，四舍五入，得 48。",
        ),
    ] {
        assert_eq!(lines(&report, &figure, Language::English), en);
        assert_eq!(lines(&report, &figure, Language::Chinese), zh);
    }
}

fn changed(actions: &[Action]) -> Report {
    let scenario = actions
        .iter()
        .fold(example(Language::English), |scenario, action| apply(&scenario, action).unwrap_or(scenario));
    derive(&Rc::new(scenario), None)
}

/// 地方组织选举工作条例 (2020) Art. 24 is read; the excess of committee candidates is not, and is to be confirmed.
#[test]
fn rules_are_cited_and_what_was_not_read_is_to_be_confirmed() {
    let report = report();
    let quorum = explanation(&report, None, &Figure::Quorum(Assembly::Shown, 0), Language::English).unwrap();
    assert!(quorum.sources.iter().any(|source| source.contains("Art. 24")), "{quorum:?}");
    assert_eq!(quorum.confirm, "");
    let committee = Figure::Candidates(Office::Committee, Seats::from(30));
    let told = explanation(&report, None, &committee, Language::Chinese).unwrap();
    assert!(!told.confirm.is_empty(), "{told:?}");
    let first = Figure::Line(unit(&report, 0), LineFigure::Seats);
    let told = explanation(&report, None, &first, Language::English).unwrap();
    assert!(told.sources[0].contains("Fair Representation"), "{told:?}");
    assert_eq!(explanation(&report, None, &Figure::Signers(99), Language::English), None);
    assert_eq!(
        explanation(
            &report,
            None,
            &Figure::Line(Whose::Unit(UnitId(9_999)), LineFigure::Seats),
            Language::English
        ),
        None
    );
}

/// What the page shows of a line, by the report; nothing where a unit has not reported.
fn on_page(report: &Report, whose: Whose, one: LineFigure) -> Option<String> {
    let found = |id| report.scenario.unit(id).map(|(at, unit)| (unit, &report.units[at]));
    let delegation = |id| report.delegations.iter().find(|row| row.id == id);
    let (row, members, units) = match whose {
        Whose::Unit(id) => (&found(id)?.1.ledger, found(id)?.0.members.get(), 1),
        Whose::Delegation(id) => delegation(Some(id)).map(|row| (&row.ledger, row.members, row.units))?,
        Whose::Loose => delegation(None).map(|row| (&row.ledger, row.members, row.units))?,
        Whose::Total => (&report.total, report.members, report.units.len()),
    };
    let unit = match whose {
        Whose::Unit(id) => found(id),
        _ => None,
    };
    let lacks = |missing: u32| unit.is_some() && missing > 0;
    Some(match one {
        LineFigure::Units => grouped(units as u64),
        LineFigure::Delegations => grouped(report.scenario.delegations.len() as u64),
        LineFigure::Members => grouped(members),
        LineFigure::Quota => match unit {
            Some((_, row)) => decimal(row.quota()?, 3),
            None => grouped(report.allocation.house),
        },
        LineFigure::Seats => match unit.map(|(unit, row): (&Rc<Unit>, _)| (unit, row.standing)) {
            Some((unit, Standing::Contested)) if unit.locked.is_none() => {
                format!("{}–{}", whole(row.seats), whole(row.seats + 1))
            }
            Some((unit, Standing::Waiting)) if unit.locked.is_none() => "…".to_owned(),
            _ => whole(row.seats),
        },
        LineFigure::PerSeat => match whose {
            Whose::Total => decimal(Ratio::new(members, report.allocation.allocated)?, 1),
            _ => decimal(Ratio::new(members, u64::try_from(row.seats).ok()?)?, 1),
        },
        LineFigure::Deviation => deviation(unit?.1.deviation()?, 3),
        _ if lacks(match one {
            LineFigure::Elected | LineFigure::Unfilled | LineFigure::Actual | LineFigure::Losses => {
                row.elected_missing
            }
            LineFigure::Present => row.present_missing,
            LineFigure::Registered => row.registered_missing,
            LineFigure::Absent => row.elected_missing + row.present_missing,
            _ => 0,
        }) =>
        {
            return None;
        }
        LineFigure::Unfilled => left(Language::English, row.left()),
        LineFigure::Elected => whole(row.elected),
        LineFigure::ByElected => whole(row.by_elected),
        LineFigure::Ended => whole(row.ended),
        LineFigure::Suspended => whole(row.suspended),
        LineFigure::Losses => signed(row.by_elected - row.ended - row.suspended),
        LineFigure::Actual => whole(row.actual()),
        LineFigure::Registered => whole(row.registered),
        LineFigure::Absent => left(Language::English, row.absences()),
        LineFigure::OnLeave => whole(row.on_leave),
        LineFigure::Present => whole(row.present),
    })
}

/// What the page shows; `Err` for figures whose number is compared elsewhere.
fn page(report: &Report, figure: &Figure) -> Result<Option<String>, ()> {
    let figures = &report.gates.figures;
    Ok(match figure {
        Figure::Line(whose, one) => on_page(report, *whose, *one),
        Figure::Sitting(id, one) => {
            let sitting = report.sittings.iter().find(|sitting| sitting.id == *id);
            sitting.and_then(|sitting| match one {
                Headcount::Due => sitting.due().map(grouped),
                Headcount::Present => sitting.attended().map(|known| grouped(known.count())),
                Headcount::Share => percent(sitting.present()?, sitting.due()?, 1),
            })
        }
        Figure::Quorum(Assembly::Shown, at) => {
            report.gates.own.quorum.get(*at as usize).map(|(_, verdict)| {
                verdict.finding().map_or_else(|| "…".to_owned(), |finding| grouped(finding.needed))
            })
        }
        Figure::Votes(Assembly::Election(id), None, at) => {
            let election = report.elections.iter().find(|election| election.id == *id).unwrap();
            let votes = election.gate.majority.get(*at as usize);
            votes.map(|votes| votes.needed.map_or_else(|_| "…".to_owned(), grouped))
        }
        Figure::Item(id, at) => {
            let item = report.agenda.iter().find(|item| item.id == *id).unwrap();
            match &item.outcome {
                ItemOutcome::Voted(verdicts) => verdicts.get(*at as usize).map(|(_, verdict)| {
                    verdict.finding().map_or_else(|| "…".to_owned(), |finding| grouped(finding.needed))
                }),
                ItemOutcome::Open(votes)
                | ItemOutcome::Contradictory(votes)
                | ItemOutcome::NoQuorum(votes) => {
                    votes.get(*at as usize).map(|votes| votes.needed.map_or_else(|_| "…".to_owned(), grouped))
                }
                _ => None,
            }
        }
        Figure::Candidates(office, seats) if *seats > Seats::ZERO => {
            report.rules.differential(*office).map(|row| grouped(row.band.candidates(*seats).lowest()))
        }
        Figure::Elected(id) | Figure::NotFilled(id) => {
            let election = report.elections.iter().find(|election| election.id == *id).unwrap();
            match (&election.outcome, figure) {
                (Outcome::Counted(counted), Figure::Elected(_)) => {
                    Some(grouped(counted.elected.len() as u64))
                }
                (Outcome::Counted(counted), _) => Some(grouped(counted.unfilled.get().into())),
                _ => None,
            }
        }
        Figure::Presidium => {
            figures.get(Base::Due).and_then(|due| report.rules.presidium_size(due)).map(grouped)
        }
        Figure::Target(id) => {
            let row = report.composition.iter().find(|row| row.id == *id);
            row.and_then(|row| row.needed).map(|needed| grouped(needed.number))
        }
        Figure::Planned(Some(id)) => plan(report).ok().and_then(|plan| plan.planned(*id)).map(grouped),
        Figure::Rival(method, unit) => {
            let found = rivals(report, std::slice::from_ref(method));
            let (at, _) = report.scenario.unit(*unit).unwrap();
            let locked = report.scenario.units[at].locked.is_some();
            let good = |rival: &&crate::scenario::Rival| {
                rival.given != crate::scenario::Given::Nothing
                    && (locked || rival.standing[at] == Standing::Settled)
            };
            // Where the method gives no seats the page shows a dash, and there is nothing to ask.
            return found
                .first()
                .filter(good)
                .map(|rival| Some(grouped(rival.seats[at].get().into())))
                .ok_or(());
        }
        Figure::Apart(one) => return apart::page(report, one),
        _ => return Err(()),
    })
}

/// An exact number with its sign; `None` where a result is none, or does not fit.
fn rational(value: Value) -> Option<(i128, i128)> {
    let of = |ratio: Ratio| (i128::from(ratio.num()), i128::from(ratio.den()));
    Some(match value {
        Value::Whole(n) | Value::Change(n) => (n.into(), 1),
        Value::Left(left) => (left.net().into(), 1),
        Value::Ratio(ratio, _) | Value::Exact(ratio) | Value::Fraction(ratio) => of(ratio),
        Value::Share(share) => (share.num().into(), share.den().into()),
        Value::Deviation(Ordering::Less, distance) => (-of(distance).0, of(distance).1),
        Value::Deviation(_, distance) => of(distance),
        Value::Percent(part, all) => (part.into(), all.into()),
        Value::Between(..) | Value::Waiting | Value::Index(..) | Value::InPercent(_) | Value::Day(_) => {
            return None;
        }
    })
}

fn evaluated(sum: &Sum) -> Option<(i128, i128)> {
    sum.terms.iter().try_fold((0i128, 1i128), |(num, den), term| {
        let (n, d) = rational(term.value)?;
        let (num, den) = match term.op {
            Op::Plus => (num.checked_mul(d)?.checked_add(n.checked_mul(den)?)?, den.checked_mul(d)?),
            Op::Minus => (num.checked_mul(d)?.checked_sub(n.checked_mul(den)?)?, den.checked_mul(d)?),
            Op::Times => (num.checked_mul(n)?, den.checked_mul(d)?),
            Op::Over => (num.checked_mul(d)?, den.checked_mul(n)?),
        };
        let gcd = {
            let (mut a, mut b) = (num.unsigned_abs(), den.unsigned_abs());
            while b != 0 {
                (a, b) = (b, a % b);
            }
            i128::try_from(a.max(1)).ok()?
        };
        Some((num / gcd, den / gcd))
    })
}

fn check(scenario: Scenario) -> Result<(), TestCaseError> {
    let report = derive(&Rc::new(scenario), None);
    for figure in figures(&report) {
        prop_assert_eq!(Figure::of_code(&figure.code()), Some(figure.clone()));
        let found = reckon(&report, None, &figure);
        if let Ok(wanted) = page(&report, &figure) {
            let says = found.as_ref().map(|found| shown(found.value, Language::English));
            prop_assert_eq!(says, wanted, "{:?}", figure);
        }
        for step in found.iter().flat_map(|found| &found.steps) {
            let ReckoningStep::Sum(sum) = step else { continue };
            if let (Some((a, b)), Some((c, d))) = (evaluated(sum), rational(sum.result)) {
                let equal = a.checked_mul(d).zip(c.checked_mul(b)).is_none_or(|(left, right)| left == right);
                prop_assert!(equal, "{:?}: {:?}", figure, sum);
            }
        }
        for language in Language::ALL {
            if let Some(told) = explanation(&report, None, &figure, language) {
                let all = told.lines.concat();
                prop_assert!(
                    !told.title.is_empty() && !told.value.is_empty() && !all.is_empty(),
                    "{:?}: {:?}",
                    figure,
                    told
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_explained_is_what_is_shown(scenario in arbitrary::listed(8)) {
        check(scenario)?;
    }
}

/// 997/1000 of 1,001 is 997.997: with two decimals it would read as 998, which "more than" would need one more of.
#[test]
fn a_bar_is_told_as_finely_as_it_takes() {
    let share = Share::new(997, 1_000).unwrap();
    let rule = Rule::more_than(share, Base::Due);
    let rules = Rules::Custom { quorum: rule, majority: rule };
    let mut scenario = example(Language::English);
    scenario.rules = rules;
    scenario.sittings[0].stated_due = Some(1_001u16.into());
    let report = derive(&Rc::new(scenario), None);
    let said = |language| lines(&report, &Figure::Votes(Assembly::Shown, None, 0), language);
    assert!(
        said(Language::English).contains("More than 997.997 is needed, so at least 998."),
        "{}",
        said(Language::English)
    );
    assert!(said(Language::Chinese).contains("须超过 997.997，即至少 998。"), "{}", said(Language::Chinese));
}

#[test]
fn the_example_is_explained_whole() {
    let report = report();
    check((*report.scenario).clone()).unwrap();
    let missing: Vec<_> = figures(&report)
        .into_iter()
        .filter(|figure| matches!(figure, Figure::Line(Whose::Total, _)))
        .filter(|figure| reckon(&report, None, figure).is_none())
        .collect();
    // A total has no distance from its share.
    assert_eq!(missing, [Figure::Line(Whose::Total, LineFigure::Deviation)]);
}
