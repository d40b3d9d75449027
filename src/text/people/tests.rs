//! What is written about a list is what an import reads; the annex has everybody once.

use super::*;
use crate::exchange::{Grid, PeoplePlan, parse_attending, parse_mandate};
use crate::scenario::{
    Action, Attending, Categories, Filling, NewUnits, Placing, Scenario, Told, apply, arbitrary, derive,
    example,
};
use crate::text::paper::Paper;
use proptest::prelude::*;
use std::rc::Rc;

#[test]
fn every_status_and_mark_is_read_as_it_is_written() {
    for language in Language::ALL {
        for mandate in Mandate::all() {
            let text = words(language, &PeopleMsg::Mandate(mandate));
            assert_eq!(parse_mandate(&text), Some(mandate), "{text}");
        }
        for mark in Attending::ALL {
            let text = words(language, &PeopleMsg::Attending(mark));
            assert_eq!(parse_attending(&text), Ok(Some(mark)), "{text}");
        }
    }
}

/// What a list says, without identities.
type Line = (Name, Name, Told<Mandate>, Categories, Name, Option<Attending>);

fn lines(scenario: &Scenario) -> Vec<Line> {
    let sitting = scenario.sitting().map(|sitting| sitting.id).unwrap();
    let line = |delegate: &Rc<crate::scenario::Delegate>| {
        let unit = match &delegate.unit {
            Told::Known(id) => scenario.unit(*id).map(|(_, unit)| unit.name.clone()).unwrap_or_default(),
            Told::Unclear(name) => name.clone(),
        };
        let mark = scenario.people.attending(sitting, delegate.id);
        let told = delegate.mandate.clone();
        (delegate.name.clone(), unit, told, delegate.categories.clone(), delegate.note.clone(), mark)
    };
    scenario.people.delegates.iter().map(line).collect()
}

proptest! {
    #[test]
    fn a_list_that_is_saved_and_read_again_is_the_same(scenario in arbitrary::listed(8)) {
        // A status that was not understood, told in words that are: only a forged link holds that.
        let read = |told: &Told<Mandate>| match told {
            Told::Unclear(text) => parse_mandate(text.as_str()).is_none(),
            Told::Known(_) => true,
        };
        prop_assume!(scenario.people.delegates.iter().all(|delegate| read(&delegate.mandate)));
        for language in Language::ALL {
            let report = derive(&Rc::new(scenario.clone()), None);
            let file = sheet(&report, language).to_grid().to_csv_file();
            let text = crate::exchange::decode_text(&file).unwrap();
            let plan = PeoplePlan::new(Grid::from_table(&text).unwrap(), &scenario);
            let action = plan.imported(&scenario).action(Placing::Replace, NewUnits::Leave, Filling::Leave);
            let back = apply(&scenario, &Action::People(action));
            // Nothing to read back is nothing to change.
            let back = back.unwrap_or_else(|| scenario.clone());
            prop_assert_eq!(lines(&back), lines(&scenario));
        }
    }

    #[test]
    fn the_annex_has_everybody_once(scenario in arbitrary::listed(8)) {
        let report = derive(&Rc::new(scenario), None);
        for language in Language::ALL {
            let paper = Paper::credentials(&report, language).with_delegates(&report, language);
            let delegates = &report.scenario.people.delegates;
            prop_assert_eq!(paper.annexes.len(), usize::from(!delegates.is_empty()));
            if let Some(annex) = paper.annexes.first() {
                let mut listed: Vec<_> = annex.rows.iter().map(|row| row[0].clone()).collect();
                let mut all: Vec<_> = delegates.iter().map(|d| d.name.as_str().to_owned()).collect();
                listed.sort();
                all.sort();
                prop_assert_eq!(listed, all);
                prop_assert!(annex.rows.iter().all(|row| row.len() == annex.head.len()));
            }
        }
    }
}

#[test]
fn the_annex_goes_by_delegation_and_unit() {
    let scenario = example(Language::English);
    let table = "name,unit,categories,status\nC,Universities,,\nB,Leiyang City,women,by-elected\nA,Hengyang County,,\nZ,Mars,,\n";
    let plan = PeoplePlan::new(Grid::from_table(table).unwrap(), &scenario);
    let action = plan.imported(&scenario).action(Placing::Replace, NewUnits::Leave, Filling::Leave);
    let scenario = apply(&scenario, &Action::People(action)).unwrap();
    let annex = annex(&derive(&Rc::new(scenario), None), Language::English).unwrap();
    assert_eq!(annex.head, ["Name", "Delegation", "Unit", "Categories", "Status"]);
    let rows: Vec<_> = annex.rows.iter().map(|row| row.join("|")).collect();
    assert_eq!(
        rows,
        [
            "A|Hengyang County delegation|Hengyang County||elected",
            "B|Leiyang City delegation|Leiyang City|women|by-elected",
            "C|Municipal delegation 3|Universities||elected",
            "Z||Mars||elected",
        ]
    );
    assert_eq!((annex.foot[0].as_str(), annex.foot[4].as_str()), ("Total", "4"));
}

/// Eight lines make eight delegates: whoever is not among a figure is told beside it.
#[test]
fn a_status_that_is_not_understood_is_missed_nowhere_in_silence() {
    let scenario = example(Language::Chinese);
    let list = "钱二\t衡阳县\t\n".repeat(7);
    let plan = PeoplePlan::new(
        Grid::from_table(&format!("姓名\t单位\t状态\n赵一\t衡阳县\t或许\n{list}")).unwrap(),
        &scenario,
    );
    let imported = plan.imported(&scenario);
    let said = |msg: PeopleMsg<'_>| Language::ALL.map(|language| words(language, &msg)).join(" | ");
    let holds = |text: String, parts: &[&str]| {
        for part in parts {
            assert!(text.contains(part), "{text}: {part}");
        }
    };
    let summary = PeopleMsg::ImportSummary {
        delegates: imported.drafts.len(),
        unclear: imported.unclear(),
        left_out: &imported.left_out,
        too_many: imported.too_many,
    };
    holds(
        said(summary),
        &["代表 8 名。其中 1 名的状态无法识别", "8 delegates will be imported. 1 of them has a status"],
    );
    holds(
        said(PeopleMsg::ImportProblem(&imported.problems[0])),
        &["第 2 行第 3 列（状态）：“或许”", "列入名单", "Row 2, column 3 (Status): “或许”", "into the list"],
    );
    holds(
        said(PeopleMsg::Fewer(&imported.fewer(&scenario, Placing::Replace)[0])),
        &["名单 7 名（另有 1 名状态无法识别，未计入）", "the list has 7 (and 1 not counted"],
    );
    let action = imported.action(Placing::Replace, NewUnits::Leave, Filling::Leave);
    let report = derive(&Rc::new(apply(&scenario, &Action::People(action)).unwrap()), None);
    let differs = report.issues.iter().find_map(|issue| match &issue.problem {
        crate::scenario::Problem::People(problem @ PeopleProblem::Differs { list: 7, .. }) => Some(problem),
        _ => None,
    });
    holds(
        said(PeopleMsg::Problem(differs.unwrap())),
        &["名单为 7 名（另有 1 名状态无法识别，未计入），表中为 ", "has 7 (and 1 not counted"],
    );
}
