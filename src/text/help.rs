//! Help, the gallery of examples and the guided tour: what is said, and the few marks in which a page of help is written.
//! Knows no layout: the page draws blocks.

use crate::scenario::Example;

/// A word or a text of help.
#[derive(Clone, Copy, Debug)]
pub enum HelpMsg {
    /// A fixed word or sentence.
    Word(HelpWord),
    /// What an example shows.
    Shows(Example),
    /// Where its figures are from.
    From(Example),
    /// What to look at once it is open; empty where the page says so itself.
    See(Example),
    /// The heading of a topic that is no step.
    Topic(Topic),
    /// A page of help, to be read with [`blocks`].
    Page(Topic),
    /// The heading of a stop of the tour.
    Stop(Stop),
    /// What is said at it.
    StopText(Stop),
    /// This stop of so many, counted from 1.
    StopOf(usize, usize),
    /// So many rows of a table are not on paper.
    RowsLeft(usize),
}

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpWord {
    /// Examples.
    Examples,
    /// What the gallery is for.
    ExamplesHint,
    /// Open, said of an example.
    OpenExample,
    /// A blank scenario.
    Blank,
    /// Help.
    Help,
    /// Help, with its key.
    HelpKey,
    /// On which step.
    Topic,
    /// Heading of what to do.
    WhatToDo,
    /// Heading of the terms.
    Terms,
    /// Heading of the sources.
    Sources,
    /// Heading of the keys.
    Keys,
    /// The offer at the first visit.
    Offer,
    /// Take the tour.
    Tour,
    /// Not now.
    NotNow,
    /// Back.
    Back,
    /// Next.
    Next,
    /// End the tour.
    EndTour,
    /// The last stop was seen.
    Done,
    /// Hide this note.
    Hide,
}

/// A page of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Seats for units.
    Allocation,
    /// From seats to delegates present.
    Roster,
    /// Quorum and majorities.
    Rules,
    /// Meetings.
    Sittings,
    /// Agenda, candidates and ballots.
    Elections,
    /// What parts of the delegates are asked for.
    Composition,
    /// Other methods and houses.
    Compare,
    /// The papers of the credentials committee.
    Report,
    /// Every key.
    Keyboard,
}

impl Topic {
    /// Every topic: the steps in the order of a congress, then the keys.
    pub const ALL: [Self; 9] = [
        Self::Allocation,
        Self::Roster,
        Self::Rules,
        Self::Sittings,
        Self::Elections,
        Self::Composition,
        Self::Compare,
        Self::Report,
        Self::Keyboard,
    ];
}

/// A stop of the tour, along the chain from seats to votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// Units and their exact quotas.
    Units,
    /// The method, and what happens at a tie.
    Method,
    /// The ledger.
    Roster,
    /// A sitting and its quorum.
    Quorum,
    /// Elections.
    Elections,
    /// Keeping and sharing.
    Share,
}

impl Stop {
    /// Every stop, in order.
    pub const ALL: [Self; 6] =
        [Self::Units, Self::Method, Self::Roster, Self::Quorum, Self::Elections, Self::Share];
}

/// What the lines of a block are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sentences; what the step is for.
    Text,
    /// What to do, point by point.
    Points,
    /// Terms: Chinese, English, meaning.
    Terms,
    /// Where the rules come from.
    Sources,
    /// Keys and what they do.
    Keys,
}

/// Lines of one kind that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What they are.
    pub kind: Kind,
    /// The lines, each cut at its bars.
    pub lines: Vec<Vec<&'static str>>,
}

/// The blocks of a page of help. A line begins with `-` (a point), `=` (a term), `@` (a source), `+` (keys) or nothing (text).
pub fn blocks(page: &'static str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in page.lines() {
        let marks = [('-', Kind::Points), ('=', Kind::Terms), ('@', Kind::Sources), ('+', Kind::Keys)];
        let marked = marks.into_iter().find_map(|(mark, kind)| Some((kind, line.strip_prefix(mark)?)));
        let (kind, rest) = marked.unwrap_or((Kind::Text, line));
        let fields = rest.split('|').map(str::trim).collect();
        match blocks.last_mut().filter(|block| block.kind == kind) {
            Some(block) => block.lines.push(fields),
            None => blocks.push(Block { kind, lines: vec![fields] }),
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::text::{Msg, say};
    use std::borrow::Cow;

    fn said(language: Language, msg: HelpMsg) -> &'static str {
        match say(language, &Msg::Help(msg)) {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => panic!("{text}"),
        }
    }

    fn shape(page: &'static str) -> Vec<(Kind, Vec<usize>)> {
        blocks(page)
            .into_iter()
            .map(|block| (block.kind, block.lines.iter().map(Vec::len).collect()))
            .collect()
    }

    #[test]
    fn lines_become_blocks() {
        assert_eq!(
            blocks("For this.\n- a\n- b\n=名额|seat|a place"),
            [
                Block { kind: Kind::Text, lines: vec![vec!["For this."]] },
                Block { kind: Kind::Points, lines: vec![vec!["a"], vec!["b"]] },
                Block { kind: Kind::Terms, lines: vec![vec!["名额", "seat", "a place"]] },
            ]
        );
    }

    #[test]
    fn both_languages_say_the_same_things() {
        for topic in Topic::ALL {
            let [zh, en] = Language::ALL.map(|language| said(language, HelpMsg::Page(topic)));
            assert_eq!(shape(zh), shape(en), "{topic:?}");
            assert!(!shape(en).is_empty() && !zh.contains("\n\n") && !en.contains("\n\n"), "{topic:?}");
            for (kind, lines) in shape(en) {
                let fields = match kind {
                    Kind::Terms => 3,
                    Kind::Keys => 2,
                    Kind::Text | Kind::Points | Kind::Sources => 1,
                };
                assert!(lines.iter().all(|found| *found == fields), "{topic:?} {kind:?}");
            }
            let keys = |page| {
                let keys = blocks(page).into_iter().filter(|block| block.kind == Kind::Keys);
                keys.flat_map(|block| block.lines).map(|line| line[0].to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(keys(zh).len(), keys(en).len());
        }
    }

    /// A term of help is a term of the glossary: the same pair in both.
    #[test]
    fn terms_are_those_of_the_glossary() {
        let glossary = include_str!("../../docs/GLOSSARY.md");
        let rows: Vec<(Vec<&str>, Vec<&str>)> = glossary
            .lines()
            .filter_map(|line| {
                let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
                Some((cells.next()?.split(['、', '（', '）']).collect(), cells.next()?.split(", ").collect()))
            })
            .collect();
        let mut count = 0;
        for language in Language::ALL {
            for topic in Topic::ALL {
                let terms = blocks(said(language, HelpMsg::Page(topic)));
                for term in
                    terms.into_iter().filter(|block| block.kind == Kind::Terms).flat_map(|block| block.lines)
                {
                    let known = rows.iter().any(|(zh, en)| zh.contains(&term[0]) && en.contains(&term[1]));
                    assert!(known, "{topic:?}: {} | {} is not in the glossary", term[0], term[1]);
                    count += 1;
                }
            }
        }
        assert!(count >= 40, "{count} terms");
    }

    #[test]
    fn every_example_says_what_it_shows_and_where_it_is_from() {
        for example in Example::ALL {
            for language in Language::ALL {
                let [shows, from, see] =
                    [HelpMsg::Shows, HelpMsg::From, HelpMsg::See].map(|msg| said(language, msg(example)));
                assert!(!shows.is_empty(), "{example:?}");
                assert_eq!(from.is_empty(), example == Example::Blank, "{example:?}");
                assert_eq!(
                    see.is_empty(),
                    matches!(example, Example::Blank | Example::Congress),
                    "{example:?}"
                );
                // What is made up is said to be, where it is chosen and while it is open.
                let made_up = |text: &str| ["Made up", "虚构"].iter().any(|word| text.contains(word));
                let is = matches!(example, Example::Union | Example::Owners);
                assert_eq!((made_up(from), made_up(see)), (is, is), "{example:?}");
            }
        }
    }
}
