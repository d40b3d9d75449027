//! The list of delegates, as text. A document is a file of its owner's, so it has the names.

use super::{At, DocumentError, capped, plain};
use crate::date::Date;
use crate::limits::{MAX_DELEGATES, MAX_MARKS, MAX_SITTINGS};
use crate::roster::Reason;
use crate::scenario::{
    Attending, Basis, Categories, Delegate, DelegateId, Entry, Mandate, Name, People, Roll, SittingId,
    Tenure, Told, UnitId,
};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::HashSet;
use std::rc::Rc;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct PeopleText {
    /// Whether the table or the list leads.
    #[serde(default, with = "plain::basis", skip_serializing_if = "plain::is_default")]
    leads: Basis,
    #[serde(deserialize_with = "capped::list::<MAX_DELEGATES, _, _>")]
    pub(super) delegates: Vec<DelegateText>,
    #[serde(default, deserialize_with = "marks", skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarksText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct DelegateText {
    pub(super) id: u32,
    #[serde(default, with = "plain::name")]
    name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<u32>,
    /// The name of a unit that is not in the table.
    #[serde(default, with = "plain::name", skip_serializing_if = "Name::is_empty")]
    unit_told: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mandate: Option<MandateText>,
    /// A status that was not understood.
    #[serde(default, with = "plain::name", skip_serializing_if = "Name::is_empty")]
    status_told: Name,
    #[serde(default, with = "plain::categories", skip_serializing_if = "Categories::is_empty")]
    categories: Categories,
    #[serde(default, with = "plain::name", skip_serializing_if = "Name::is_empty")]
    note: Name,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct MandateText {
    #[serde(with = "plain::entry")]
    entry: Entry,
    tenure: TenureText,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum TenureText {
    Holding,
    Suspended,
    Ended {
        #[serde(with = "plain::reason")]
        reason: Reason,
        #[serde(default, with = "plain::date::option", skip_serializing_if = "Option::is_none")]
        date: Option<Date>,
    },
}

/// Who was marked how at a sitting.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct MarksText {
    sitting: u32,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_DELEGATES, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    present: Vec<u32>,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_DELEGATES, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    on_leave: Vec<u32>,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_DELEGATES, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    absent: Vec<u32>,
}

/// The marks of each sitting once, and no more than a list can have.
fn marks<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<MarksText>, D::Error> {
    let count = |one: &MarksText| one.present.len() + one.on_leave.len() + one.absent.len();
    capped::read(from, MAX_SITTINGS, (count, MAX_MARKS))
}

impl PeopleText {
    /// The list; none where there is none.
    pub(super) fn of(people: &People) -> Option<Self> {
        let marks = |(sitting, roll): (&SittingId, &Rc<Roll>)| {
            let of = |mark: Attending| roll.iter().filter(move |(_, one)| **one == mark).map(|(id, _)| id.0);
            MarksText {
                sitting: sitting.0,
                present: of(Attending::Present).collect(),
                on_leave: of(Attending::OnLeave).collect(),
                absent: of(Attending::Absent).collect(),
            }
        };
        (!people.is_empty()).then(|| Self {
            leads: people.basis,
            delegates: people.delegates.iter().map(|delegate| DelegateText::of(delegate)).collect(),
            marks: people.rolls.iter().map(marks).collect(),
        })
    }

    /// Nothing is told that is known, each sitting has its marks once, and everybody of the list is marked there once.
    pub(super) fn check(&self, sittings: &HashSet<u32>) -> Result<(), DocumentError> {
        let identity = |path: String| Err(DocumentError::Identity(At::new(path)));
        let wrong = |path: String, detail: &str| {
            Err(DocumentError::WrongValue(At { path, detail: detail.to_owned() }))
        };
        if self.delegates.is_empty() && self.leads != Basis::default() {
            return wrong("people.leads".to_owned(), "there is no list that could lead");
        }
        for (at, one) in self.delegates.iter().enumerate() {
            if one.unit.is_some() && !one.unit_told.is_empty() {
                return wrong(format!("people.delegates[{at}].unitTold"), "the unit is known");
            }
            if one.mandate.is_some() && !one.status_told.is_empty() {
                return wrong(format!("people.delegates[{at}].statusTold"), "the mandate is known");
            }
        }
        let delegates: HashSet<u32> = self.delegates.iter().map(|one| one.id).collect();
        let mut with_marks = HashSet::new();
        for (at, marks) in self.marks.iter().enumerate() {
            if !sittings.contains(&marks.sitting) || !with_marks.insert(marks.sitting) {
                return identity(format!("people.marks[{at}].sitting"));
            }
            let mut marked = HashSet::new();
            for (name, ids) in
                [("present", &marks.present), ("onLeave", &marks.on_leave), ("absent", &marks.absent)]
            {
                let mut good = |id: &u32| delegates.contains(id) && marked.insert(*id);
                if let Some(odd) = ids.iter().position(|id| !good(id)) {
                    return identity(format!("people.marks[{at}].{name}[{odd}]"));
                }
            }
            if marked.is_empty() {
                return wrong(format!("people.marks[{at}]"), "nobody is marked");
            }
        }
        Ok(())
    }

    pub(super) fn people(self) -> People {
        let roll = |marks: MarksText| {
            let of = |ids: Vec<u32>, mark| ids.into_iter().map(move |id| (DelegateId(id), mark));
            let roll = of(marks.present, Attending::Present)
                .chain(of(marks.on_leave, Attending::OnLeave))
                .chain(of(marks.absent, Attending::Absent));
            (SittingId(marks.sitting), Rc::new(roll.collect()))
        };
        People {
            delegates: Rc::new(self.delegates.into_iter().map(|one| Rc::new(one.delegate())).collect()),
            rolls: self.marks.into_iter().map(roll).collect(),
            basis: self.leads,
        }
    }
}

impl DelegateText {
    fn of(delegate: &Delegate) -> Self {
        let (unit, unit_told) = match &delegate.unit {
            Told::Known(id) => (Some(id.0), Name::default()),
            Told::Unclear(text) => (None, text.clone()),
        };
        let (mandate, status_told) = match &delegate.mandate {
            Told::Known(mandate) => (Some(MandateText::of(*mandate)), Name::default()),
            Told::Unclear(text) => (None, text.clone()),
        };
        Self {
            id: delegate.id.0,
            name: delegate.name.clone(),
            unit,
            unit_told,
            mandate,
            status_told,
            categories: delegate.categories.clone(),
            note: delegate.note.clone(),
        }
    }

    fn delegate(self) -> Delegate {
        Delegate {
            id: DelegateId(self.id),
            name: self.name,
            unit: self.unit.map_or(Told::Unclear(self.unit_told), |id| Told::Known(UnitId(id))),
            mandate: match self.mandate {
                Some(mandate) => Told::Known(mandate.mandate()),
                None => Told::Unclear(self.status_told),
            },
            categories: self.categories,
            note: self.note,
        }
    }
}

impl MandateText {
    fn of(mandate: Mandate) -> Self {
        let tenure = match mandate.tenure {
            Tenure::Holding => TenureText::Holding,
            Tenure::Suspended => TenureText::Suspended,
            Tenure::Ended { reason, date } => TenureText::Ended { reason, date },
        };
        Self { entry: mandate.entry, tenure }
    }

    fn mandate(self) -> Mandate {
        let tenure = match self.tenure {
            TenureText::Holding => Tenure::Holding,
            TenureText::Suspended => Tenure::Suspended,
            TenureText::Ended { reason, date } => Tenure::Ended { reason, date },
        };
        Mandate { entry: self.entry, tenure }
    }
}
