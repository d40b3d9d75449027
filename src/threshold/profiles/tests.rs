//! The table of profiles against `docs/RULES.md`: neither may say what the other does not.

use std::fmt::Write;

use crate::threshold::*;

const RULES: &str = include_str!("../../../docs/RULES.md");

#[test]
fn the_document_states_exactly_the_data() {
    for id in ProfileId::ALL {
        let profile = profile(id);
        let heading = format!("### {} · {} (`{}`)\n", profile.name.zh, profile.name.en, id.code());
        let section = RULES.split_once(&heading).map(|(_, rest)| rest.split("\n#").next().unwrap());
        let section = section.unwrap_or_else(|| panic!("no heading {heading}"));
        let written: String =
            section.lines().filter(|line| line.starts_with('|')).map(|line| format!("{line}\n")).collect();
        let expected = table(profile);
        assert_eq!(written, expected, "the table of `{}` should be\n{expected}", id.code());
    }
    assert_eq!(RULES.matches("\n### ").count(), ProfileId::ALL.len(), "a section without a profile");
}

#[test]
fn every_value_says_where_it_is_from() {
    for id in ProfileId::ALL {
        for (rule, _, citation) in rows(profile(id)) {
            let source_needed = matches!(citation.confidence, Confidence::Verified | Confidence::VerifiedOld);
            assert!(!source_needed || !citation.sources.is_empty(), "{}: {rule}", id.code());
            assert_eq!(
                citation.confidence == Confidence::Own,
                id == ProfileId::Custom,
                "{}: {rule}",
                id.code()
            );
        }
    }
}

#[test]
fn codes_lead_back() {
    for id in ProfileId::ALL {
        assert_eq!(ProfileId::from_code(id.code()), Some(id));
        assert_eq!(profile(id).id, id);
    }
    for base in Base::ALL {
        assert_eq!(Base::from_code(base.code()), Some(base));
    }
    assert_eq!(ProfileId::from_code("cpc-local-2099"), None);
}

/// Data-derived rows: the rule, its value, its citation.
type Row = (String, String, Citation);

fn table(profile: &Profile) -> String {
    let mut text = String::from("| Rule | Value | Source | Confidence |\n|---|---|---|---|\n");
    for (rule, value, citation) in rows(profile) {
        let sources: Vec<_> = citation.sources.iter().map(source).collect();
        let sources = if sources.is_empty() { "none".to_owned() } else { sources.join("; ") };
        writeln!(text, "| {rule} | {value} | {sources} | {} |", citation.confidence.code()).unwrap();
    }
    text
}

fn source(source: &Source) -> String {
    let mut text = source.law.zh.to_owned();
    if let Some(year) = source.year {
        write!(text, " {year}").unwrap();
    }
    match source.article {
        // Robert's Rules count paragraphs, as 44:1.
        Some(article) if article.contains(':') => write!(text, ", {article}").unwrap(),
        Some(article) => write!(text, ", Art. {article}").unwrap(),
        None => {}
    }
    text
}

fn rows(profile: &Profile) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for row in profile.quorums.iter() {
        rows.push((words("Quorum", row.purpose), both(row.rule, row.second), row.citation));
    }
    for row in profile.majorities.iter() {
        rows.push((words("Majority", row.decision), both(row.rule, row.second), row.citation));
    }
    for row in profile.differentials.iter() {
        rows.push((words("Candidates", row.office), band(row.band), row.citation));
    }
    ballot_rows(profile, &mut rows);
    if let Some(tie) = profile.tie {
        rows.push(("Tie".to_owned(), plain(tie.value), tie.citation));
    }
    for row in profile.remedies.iter() {
        rows.push(("Seats nobody won".to_owned(), plain(row.value), row.citation));
    }
    for row in profile.orders.iter() {
        rows.push((words("List", row.office), plain(row.order), row.citation));
    }
    for row in profile.signers.iter() {
        let level = row.level.map_or(String::new(), |level| format!(", {}", plain(level)));
        let signers = match row.signers {
            Signers::Persons(persons) => persons.to_string(),
            Signers::DelegationOr(persons) => format!("a delegation or {persons}"),
            Signers::Of(share) => format!("at least {} of the members", fraction(share)),
        };
        rows.push((words("Signers", row.initiative) + &level, signers, row.citation));
    }
    if let Some(presidium) = profile.presidium {
        rows.push((
            "Presidium".to_owned(),
            format!("about {} of the delegates", fraction(presidium.value)),
            presidium.citation,
        ));
    }
    for row in profile.deadlines.iter() {
        let level = row.level.map_or(String::new(), |level| format!(", {}", plain(level)));
        let before = match row.before {
            Span::Days(days) => counted(days.into(), "day"),
            Span::Months(months) => counted(months.into(), "month"),
        };
        rows.push((words("Deadline", row.milestone) + &level, before, row.citation));
    }
    rows
}

fn ballot_rows(profile: &Profile, rows: &mut Vec<Row>) {
    let ballot = profile.ballot;
    for (rule, value, citation) in [
        ("More ballots than issued", "void", ballot.over_returned_voids),
        ("More names than seats", "invalid", ballot.over_chosen_invalid),
    ] {
        rows.extend(citation.map(|citation| (rule.to_owned(), value.to_owned(), citation)));
    }
    for (rule, cited) in [("Blank ballots", ballot.blank), ("Illegal votes", ballot.illegal)] {
        rows.extend(cited.map(|cited| (rule.to_owned(), plain(cited.value), cited.citation)));
    }
}

fn words(kind: &str, noun: impl std::fmt::Debug) -> String {
    format!("{kind}: {}", plain(noun))
}

/// The name of a variant as words: `VotesThenStrokes` is "votes then strokes".
fn plain(noun: impl std::fmt::Debug) -> String {
    let mut words = String::new();
    for letter in format!("{noun:?}").chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

fn counted(count: u32, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn fraction(share: Share) -> String {
    if share == Share::WHOLE { "1".to_owned() } else { format!("{}/{}", share.num(), share.den()) }
}

fn both(first: Rule, second: Option<Rule>) -> String {
    let one = |rule: Rule| {
        let strictness = match rule.strictness {
            Strictness::MoreThan => "more than",
            Strictness::AtLeast => "at least",
        };
        format!("{strictness} {} of {}", fraction(rule.share), plain(rule.base))
    };
    second.map_or_else(|| one(first), |second| format!("{} and {}", one(first), one(second)))
}

fn band(band: Band) -> String {
    let excess = |excess| match excess {
        Excess::Of(share) => fraction(share),
        Excess::Persons(persons) => counted(persons, "person"),
    };
    match band.most {
        None => format!("at least {} more than seats", excess(band.least)),
        Some(_) if band == Band::EQUAL => "as many as seats".to_owned(),
        Some(most) => format!("{} to {} more than seats", excess(band.least), excess(most)),
    }
}
