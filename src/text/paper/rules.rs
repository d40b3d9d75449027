//! The rules by which a report says that a number is met: what each asks for and where it is from. Only those that were
//! applied: the quorums of the sittings held, the majorities of what was voted on, what the text on an election goes by.

use super::Table;
use crate::language::Language;
use crate::num::{Count, Seats};
use crate::scenario::{Election, Needs, Outcome, Paper, Report};
use crate::text::{Key, Msg, RulesMsg, rules_name, say};
use crate::threshold::{Citation, Cited, Confidence, Provision, Remedy, Subject};

/// The table; `None` where no rule was applied.
pub(super) fn table(report: &Report, language: Language) -> Option<Table> {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    let applied = applied(report);
    let rules = report.rules.provisions();
    let row = |Cited { value, citation }: &Cited<Provision>| {
        vec![
            [RulesMsg::Chapter(value.subject().chapter()), RulesMsg::Subject(value.subject())]
                .map(|msg| say(&Msg::Rules(msg)))
                .join(" · "),
            say(&Msg::Rules(RulesMsg::Provision(*value))),
            source(citation, language),
        ]
    };
    let rows: Vec<_> = rules.iter().filter(|rule| applied.contains(&rule.value.subject())).map(row).collect();
    let name = rules_name(&report.scenario.rules, language);
    let heads = [Key::RuleOn, Key::RuleSays, Key::RuleFrom];
    (!rows.is_empty()).then(|| Table {
        caption: [say(&Msg::Key(Key::RulesApplied)), say(&Msg::Key(Key::Colon)), name].concat(),
        head: heads.map(|key| say(&Msg::Key(key))).to_vec(),
        rows,
        ..Table::default()
    })
}

/// What the rules that were applied are about.
fn applied(report: &Report) -> Vec<Subject> {
    let rules = &report.rules;
    let scenario = &report.scenario;
    let quorums = scenario.sittings.iter().filter_map(|sitting| rules.quorum_for(sitting.purpose));
    let mut subjects: Vec<_> = quorums.map(|row| Subject::Quorum(row.purpose)).collect();
    let elections = scenario.elections.iter().zip(&report.elections);
    for (election, result) in elections.filter(|(election, _)| election.is_counted()) {
        subjects.push(Subject::Candidates(election.office));
        subjects.extend(rules.majority_to_elect().map(|row| Subject::Majority(row.decision)));
        subjects.extend(ballots(election, &result.outcome));
    }
    for item in &scenario.agenda {
        if let Needs::Vote(vote) = &item.needs
            && vote.is_counted()
        {
            subjects.push(Subject::Majority(vote.decision));
        }
    }
    subjects
}

/// The rules on ballots that the text on an election goes by.
fn ballots(election: &Election, outcome: &Outcome) -> Vec<Subject> {
    let any = |paper| election.papers.get(paper).is_some_and(|count| count > Count::ZERO);
    let mut subjects = Vec::new();
    match outcome {
        Outcome::Void { .. } => subjects.push(Subject::OverReturned),
        Outcome::Counted(counted) => {
            let applied = [
                (any(Paper::Blank), Subject::Blank),
                (any(Paper::Invalid), Subject::Illegal),
                (!counted.run_offs.is_empty(), Subject::Tie),
                (!counted.list.is_empty(), Subject::Order(election.office)),
            ];
            subjects.extend(applied.into_iter().filter_map(|(applies, subject)| applies.then_some(subject)));
            if counted.unfilled > Seats::ZERO {
                subjects.extend(Remedy::ALL.map(Subject::Remedy));
            }
        }
        _ => {}
    }
    subjects
}

/// Where a rule is from, and whether that is to be confirmed.
fn source(citation: &Citation, language: Language) -> String {
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    if citation.confidence == Confidence::Own {
        return say(&Msg::Key(Key::OwnRule));
    }
    let mut text: String = citation.sources.iter().map(|source| say(&Msg::Source(source))).collect();
    text.truncate(text.trim_end().len());
    let confirm = say(&Msg::ToConfirm(citation.confidence));
    if !confirm.is_empty() {
        text.push_str(if language == Language::Chinese { "" } else { " " });
        text.push_str(&confirm);
    }
    text
}
