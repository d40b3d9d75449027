//! `OwnRules`: a profile as somebody copied and changed it. Holds what was changed and nothing else, so that every row
//! left alone goes on citing the law it was read in; a row that was changed is the organisation's own.

use super::{Name, Rules};
use crate::threshold::{
    Citation, Cited, Measures, Profile, ProfileId, Provision, Purpose, Rule, Subject, profile,
};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Rules that were copied from a named profile, with what was changed in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRules {
    name: Name,
    from: ProfileId,
    /// What differs from the profile: another or an added row, or `None` for one that was taken out.
    changes: BTreeMap<Subject, Option<Provision>>,
}

/// How a row of own rules stands to the profile they were copied from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Descent {
    /// As in the profile.
    Copied,
    /// The profile says something else.
    Changed,
    /// The profile says nothing.
    Added,
    /// The profile says something, these rules do not.
    Removed,
}

impl OwnRules {
    /// The rules of a profile, nothing changed yet.
    pub fn copy(from: ProfileId, name: Name) -> Self {
        Self { name, from, changes: BTreeMap::new() }
    }

    /// The rules that hold, as somebody's own: a named profile unchanged, the two bare rules for every purpose.
    pub fn of(rules: &Rules) -> Self {
        match rules {
            Rules::Profile(id) => Self::copy(*id, Name::default()),
            Rules::Own(own) => (**own).clone(),
            Rules::Custom { quorum, majority } => {
                let mut own = Self::copy(ProfileId::Custom, Name::default());
                bare(*quorum, *majority).into_iter().for_each(|row| own.put(row));
                own
            }
        }
    }

    /// Their name; empty until somebody gives them one.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// The profile they were copied from.
    pub const fn from(&self) -> ProfileId {
        self.from
    }

    /// What differs from it, by subject: another or an added row, or `None` for one that was taken out.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = (Subject, Option<Provision>)> + '_ {
        self.changes.iter().map(|(subject, change)| (*subject, *change))
    }

    /// Gives them a name.
    pub fn rename(&mut self, name: Name) {
        self.name = name;
    }

    /// Puts in a row in place of the one on its subject, or adds it.
    pub fn put(&mut self, row: Provision) {
        let subject = row.subject();
        let copied = profile(self.from).provision(subject);
        if copied.is_some_and(|copied| copied.value == row) {
            self.changes.remove(&subject);
        } else {
            self.changes.insert(subject, Some(row));
        }
    }

    /// Takes out the row on a subject.
    pub fn remove(&mut self, subject: Subject) {
        if profile(self.from).provision(subject).is_some() {
            self.changes.insert(subject, None);
        } else {
            self.changes.remove(&subject);
        }
    }

    /// Lets a subject be as in the profile again.
    pub fn reset(&mut self, subject: Subject) {
        self.changes.remove(&subject);
    }

    /// How the row on a subject stands to the profile; `None` where neither has one.
    pub fn descent(&self, subject: Subject) -> Option<Descent> {
        let copied = profile(self.from).provision(subject).is_some();
        match (copied, self.changes.get(&subject)) {
            (true, None) => Some(Descent::Copied),
            (true, Some(Some(_))) => Some(Descent::Changed),
            (true, Some(None)) => Some(Descent::Removed),
            (false, Some(Some(_))) => Some(Descent::Added),
            (false, _) => None,
        }
    }

    /// The rules whole: the rows of the profile in their order, then those that were added.
    pub fn profile(&self) -> Profile {
        let copied = profile(self.from);
        let own = |value| Cited { value, citation: Citation::OWN };
        let rows = copied.provisions();
        let known: Vec<Subject> = rows.iter().map(|row| row.value.subject()).collect();
        let kept = rows.into_iter().filter_map(|row| match self.changes.get(&row.value.subject()) {
            None => Some(row),
            Some(change) => change.map(own),
        });
        let added = self.changes.iter().filter(|(subject, _)| !known.contains(subject));
        let added = added.filter_map(|(_, change)| change.map(own));
        copied.with_provisions(kept.chain(added))
    }
}

impl Rules {
    /// The rules whole, whatever they come from: what holds wherever the scenario is asked for its rules.
    pub fn profile(&self) -> Cow<'static, Profile> {
        match self {
            Self::Profile(id) => Cow::Borrowed(profile(*id)),
            Self::Own(own) => Cow::Owned(own.profile()),
            Self::Custom { quorum, majority } => {
                let own = |value| Cited { value, citation: Citation::OWN };
                let rows = bare(*quorum, *majority).into_iter().map(own);
                Cow::Owned(profile(ProfileId::Custom).with_provisions(rows))
            }
        }
    }

    /// The named profile that the rules are, or were copied from.
    pub fn named(&self) -> ProfileId {
        match self {
            Self::Profile(id) => *id,
            Self::Own(own) => own.from,
            Self::Custom { .. } => ProfileId::Custom,
        }
    }
}

/// The rows of two bare rules: one quorum for every purpose, one majority to elect and to decide.
fn bare(quorum: Rule, majority: Rule) -> Vec<Provision> {
    use crate::threshold::Decision::{Adopt, Elect};
    let quorums = Purpose::ALL.map(|purpose| Provision::Quorum(purpose, Measures::one(quorum)));
    let majorities = [Adopt, Elect].map(|decision| Provision::Majority(decision, Measures::one(majority)));
    quorums.into_iter().chain(majorities).collect()
}

#[cfg(test)]
mod tests;
