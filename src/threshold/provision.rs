//! `Provision`: one row of a profile by itself: what it is about, and what it says. Knows no numbers and no page.
//!
//! A profile is its provisions: taken apart and put together again it is the same. That is what lets somebody copy a
//! profile and change one row without touching another.

use std::borrow::Cow;

use super::{
    BallotRules, Band, Base, Cited, Counting, Deadline, Decision, DifferentialRule, Excess, Initiative,
    Level, ListOrder, MajorityRule, Milestone, Office, OrderRule, Profile, Purpose, QuorumRule, Remedy, Rule,
    Share, SignerRule, Signers, Span, Strictness, TieRule,
};

/// One rule, or two that must both be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measures {
    /// The rule.
    pub first: Rule,
    /// The second measure, where there is one: the area beside the heads of the owners.
    pub second: Option<Rule>,
}

/// One row of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provision {
    /// The quorum for a purpose.
    Quorum(Purpose, Measures),
    /// The majority for a kind of decision.
    Majority(Decision, Measures),
    /// How many candidates an office takes.
    Candidates(Office, Band),
    /// More ballots returned than issued make the vote void.
    OverReturned,
    /// A ballot with more names than seats is invalid.
    OverChosen,
    /// Whether blank ballots count in the base.
    Blank(Counting),
    /// Whether illegal votes by those entitled count in the base.
    Illegal(Counting),
    /// How a tie over the last seats is broken.
    Tie(TieRule),
    /// What may be done about seats that nobody won.
    Remedy(Remedy),
    /// The order of the list of an office.
    Order(Office, ListOrder),
    /// The co-signers of an initiative.
    Signers(Initiative, Option<Level>, Signers),
    /// The share of the delegates who form the presidium, about.
    Presidium(Share),
    /// How long before the congress or election something is due.
    Deadline(Milestone, Option<Level>, Span),
}

/// What a provision is about. A profile has at most one provision on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The quorum for a purpose.
    Quorum(Purpose),
    /// The majority for a kind of decision.
    Majority(Decision),
    /// The candidates of an office.
    Candidates(Office),
    /// More ballots returned than issued.
    OverReturned,
    /// More names than seats.
    OverChosen,
    /// Blank ballots.
    Blank,
    /// Illegal votes.
    Illegal,
    /// A tie over the last seats.
    Tie,
    /// One way to treat seats that nobody won.
    Remedy(Remedy),
    /// The list of an office.
    Order(Office),
    /// The co-signers of an initiative, at a level.
    Signers(Initiative, Option<Level>),
    /// The presidium.
    Presidium,
    /// A deadline, at a level.
    Deadline(Milestone, Option<Level>),
}

/// The tables of a profile, in the order in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chapter {
    /// Quorums.
    Quorums,
    /// Majorities.
    Majorities,
    /// Candidates.
    Candidates,
    /// Ballots.
    Ballots,
    /// Ties.
    Ties,
    /// Seats that nobody won.
    Shortfall,
    /// The order of lists.
    Lists,
    /// Co-signers.
    Signers,
    /// The presidium.
    Presidium,
    /// Deadlines.
    Deadlines,
}

/// What makes a provision one that nothing can be decided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A quorum on a base that attendance cannot be measured by.
    NoAttendance(Base),
    /// More than the whole of a base: nobody can meet it.
    AboveWhole(Base),
    /// The least number of candidates is above the most, whatever the seats.
    EmptyBand,
}

impl Fault {
    /// The stable code of the fault.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoAttendance(_) => "rule-without-attendance",
            Self::AboveWhole(_) => "rule-above-whole",
            Self::EmptyBand => "rule-empty-band",
        }
    }
}

impl Measures {
    /// One rule only.
    pub const fn one(first: Rule) -> Self {
        Self { first, second: None }
    }

    /// The rules, one or two.
    pub fn rules(self) -> impl Iterator<Item = Rule> {
        [Some(self.first), self.second].into_iter().flatten()
    }
}

impl Provision {
    /// What it is about.
    pub const fn subject(self) -> Subject {
        match self {
            Self::Quorum(purpose, _) => Subject::Quorum(purpose),
            Self::Majority(decision, _) => Subject::Majority(decision),
            Self::Candidates(office, _) => Subject::Candidates(office),
            Self::OverReturned => Subject::OverReturned,
            Self::OverChosen => Subject::OverChosen,
            Self::Blank(_) => Subject::Blank,
            Self::Illegal(_) => Subject::Illegal,
            Self::Tie(_) => Subject::Tie,
            Self::Remedy(remedy) => Subject::Remedy(remedy),
            Self::Order(office, _) => Subject::Order(office),
            Self::Signers(initiative, level, _) => Subject::Signers(initiative, level),
            Self::Presidium(_) => Subject::Presidium,
            Self::Deadline(milestone, level, _) => Subject::Deadline(milestone, level),
        }
    }

    /// Where somebody begins who adds a provision on a subject; a value to be changed, from no law.
    pub const fn blank(subject: Subject) -> Self {
        let half = Measures::one(Rule::more_than(Share::HALF, Base::Due));
        match subject {
            Subject::Quorum(purpose) => Self::Quorum(purpose, half),
            Subject::Majority(decision) => Self::Majority(decision, half),
            Subject::Candidates(office) => Self::Candidates(office, Band::at_least(Excess::Of(Share::FIFTH))),
            Subject::OverReturned => Self::OverReturned,
            Subject::OverChosen => Self::OverChosen,
            Subject::Blank => Self::Blank(Counting::Ignored),
            Subject::Illegal => Self::Illegal(Counting::Counts),
            Subject::Tie => Self::Tie(TieRule::Revote),
            Subject::Remedy(remedy) => Self::Remedy(remedy),
            Subject::Order(office) => Self::Order(office, ListOrder::Strokes),
            Subject::Signers(initiative, level) => {
                Self::Signers(initiative, level, Signers::Of(Share::TENTH))
            }
            Subject::Presidium => Self::Presidium(Share::TENTH),
            Subject::Deadline(milestone, level) => Self::Deadline(milestone, level, Span::Months(1)),
        }
    }

    /// What makes it one that nothing can be decided by.
    pub fn fault(self) -> Option<Fault> {
        match self {
            Self::Quorum(_, measures) => measures.rules().find_map(|rule| {
                let attended = rule.base.attendance().is_some();
                if attended { above_whole(rule) } else { Some(Fault::NoAttendance(rule.base)) }
            }),
            Self::Majority(_, measures) => measures.rules().find_map(above_whole),
            Self::Candidates(_, Band { least, most: Some(most) }) => {
                // Shares and persons can only be compared for a number of seats; within a kind it needs none.
                let crossed = match (least, most) {
                    (Excess::Of(least), Excess::Of(most)) => {
                        u64::from(least.num()) * u64::from(most.den())
                            > u64::from(most.num()) * u64::from(least.den())
                    }
                    (Excess::Persons(least), Excess::Persons(most)) => least > most,
                    _ => false,
                };
                crossed.then_some(Fault::EmptyBand)
            }
            _ => None,
        }
    }
}

/// More than all is one above all.
fn above_whole(rule: Rule) -> Option<Fault> {
    (rule.share == Share::WHOLE && rule.strictness == Strictness::MoreThan)
        .then_some(Fault::AboveWhole(rule.base))
}

impl Subject {
    /// The table that it stands in.
    pub const fn chapter(self) -> Chapter {
        match self {
            Self::Quorum(_) => Chapter::Quorums,
            Self::Majority(_) => Chapter::Majorities,
            Self::Candidates(_) => Chapter::Candidates,
            Self::OverReturned | Self::OverChosen | Self::Blank | Self::Illegal => Chapter::Ballots,
            Self::Tie => Chapter::Ties,
            Self::Remedy(_) => Chapter::Shortfall,
            Self::Order(_) => Chapter::Lists,
            Self::Signers(..) => Chapter::Signers,
            Self::Presidium => Chapter::Presidium,
            Self::Deadline(..) => Chapter::Deadlines,
        }
    }
}

impl Chapter {
    /// Every chapter, in the order in which a profile is read.
    pub const ALL: [Self; 10] = [
        Self::Quorums,
        Self::Majorities,
        Self::Candidates,
        Self::Ballots,
        Self::Ties,
        Self::Shortfall,
        Self::Lists,
        Self::Signers,
        Self::Presidium,
        Self::Deadlines,
    ];

    /// Everything that a provision of this chapter can be about.
    pub fn subjects(self) -> Vec<Subject> {
        let levels = || std::iter::once(None).chain(Level::ALL.map(Some));
        match self {
            Self::Quorums => Purpose::ALL.map(Subject::Quorum).to_vec(),
            Self::Majorities => Decision::ALL.map(Subject::Majority).to_vec(),
            Self::Candidates => Office::ALL.map(Subject::Candidates).to_vec(),
            Self::Ballots => {
                vec![Subject::OverReturned, Subject::OverChosen, Subject::Blank, Subject::Illegal]
            }
            Self::Ties => vec![Subject::Tie],
            Self::Shortfall => Remedy::ALL.map(Subject::Remedy).to_vec(),
            Self::Lists => Office::ALL.map(Subject::Order).to_vec(),
            Self::Signers => {
                let at = |what| levels().map(move |level| Subject::Signers(what, level));
                Initiative::ALL.into_iter().flat_map(at).collect()
            }
            Self::Presidium => vec![Subject::Presidium],
            Self::Deadlines => {
                let at = |what| levels().map(move |level| Subject::Deadline(what, level));
                Milestone::ALL.into_iter().flat_map(at).collect()
            }
        }
    }
}

impl Profile {
    /// Every row, in the order of the tables.
    pub fn provisions(&self) -> Vec<Cited<Provision>> {
        let mut rows = Vec::new();
        let mut row = |value, citation| rows.push(Cited { value, citation });
        for one in self.quorums.iter() {
            let measures = Measures { first: one.rule, second: one.second };
            row(Provision::Quorum(one.purpose, measures), one.citation);
        }
        for one in self.majorities.iter() {
            let measures = Measures { first: one.rule, second: one.second };
            row(Provision::Majority(one.decision, measures), one.citation);
        }
        for one in self.differentials.iter() {
            row(Provision::Candidates(one.office, one.band), one.citation);
        }
        let BallotRules { over_returned_voids, over_chosen_invalid, blank, illegal } = self.ballot;
        if let Some(citation) = over_returned_voids {
            row(Provision::OverReturned, citation);
        }
        if let Some(citation) = over_chosen_invalid {
            row(Provision::OverChosen, citation);
        }
        if let Some(one) = blank {
            row(Provision::Blank(one.value), one.citation);
        }
        if let Some(one) = illegal {
            row(Provision::Illegal(one.value), one.citation);
        }
        if let Some(one) = self.tie {
            row(Provision::Tie(one.value), one.citation);
        }
        for one in self.remedies.iter() {
            row(Provision::Remedy(one.value), one.citation);
        }
        for one in self.orders.iter() {
            row(Provision::Order(one.office, one.order), one.citation);
        }
        for one in self.signers.iter() {
            row(Provision::Signers(one.initiative, one.level, one.signers), one.citation);
        }
        if let Some(one) = self.presidium {
            row(Provision::Presidium(one.value), one.citation);
        }
        for one in self.deadlines.iter() {
            row(Provision::Deadline(one.milestone, one.level, one.before), one.citation);
        }
        rows
    }

    /// The row on a subject, where there is one.
    pub fn provision(&self, subject: Subject) -> Option<Cited<Provision>> {
        self.provisions().into_iter().find(|row| row.value.subject() == subject)
    }

    /// A profile of the same kind of body with these rows and no others.
    #[must_use]
    pub fn with_provisions(&self, rows: impl IntoIterator<Item = Cited<Provision>>) -> Self {
        let mut made = Self {
            id: self.id,
            name: self.name,
            source: self.source,
            quorums: Cow::Borrowed(&[]),
            majorities: Cow::Borrowed(&[]),
            differentials: Cow::Borrowed(&[]),
            ballot: BallotRules::default(),
            tie: None,
            remedies: Cow::Borrowed(&[]),
            orders: Cow::Borrowed(&[]),
            signers: Cow::Borrowed(&[]),
            presidium: None,
            deadlines: Cow::Borrowed(&[]),
        };
        rows.into_iter().for_each(|row| made.enter(row));
        made
    }

    fn enter(&mut self, row: Cited<Provision>) {
        let citation = row.citation;
        match row.value {
            Provision::Quorum(purpose, Measures { first: rule, second }) => {
                self.quorums.to_mut().push(QuorumRule { purpose, rule, second, citation });
            }
            Provision::Majority(decision, Measures { first: rule, second }) => {
                self.majorities.to_mut().push(MajorityRule { decision, rule, second, citation });
            }
            Provision::Candidates(office, band) => {
                self.differentials.to_mut().push(DifferentialRule { office, band, citation });
            }
            Provision::OverReturned => self.ballot.over_returned_voids = Some(citation),
            Provision::OverChosen => self.ballot.over_chosen_invalid = Some(citation),
            Provision::Blank(value) => self.ballot.blank = Some(Cited { value, citation }),
            Provision::Illegal(value) => self.ballot.illegal = Some(Cited { value, citation }),
            Provision::Tie(value) => self.tie = Some(Cited { value, citation }),
            Provision::Remedy(value) => self.remedies.to_mut().push(Cited { value, citation }),
            Provision::Order(office, order) => {
                self.orders.to_mut().push(OrderRule { office, order, citation });
            }
            Provision::Signers(initiative, level, signers) => {
                self.signers.to_mut().push(SignerRule { initiative, level, signers, citation });
            }
            Provision::Presidium(value) => self.presidium = Some(Cited { value, citation }),
            Provision::Deadline(milestone, level, before) => {
                self.deadlines.to_mut().push(Deadline { milestone, level, before, citation });
            }
        }
    }
}
