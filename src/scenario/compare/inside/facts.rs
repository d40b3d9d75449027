//! The facts of each setting, as a tree. Whatever can be entered in a setting is here: what is not cannot differ.

use super::{Aspect, Fact, More, Node, Thing, Where};
use crate::apportion::open_house::Uplift;
use crate::name::Name;
use crate::num::{Count, Seats};
use crate::scenario::compare::Side;
use crate::scenario::{
    AgendaItem, Attending, Category, Delegate, DelegateId, DelegationId, Draw, Election, Field, HouseKey,
    Mandate, Needs, Paper, PartyId, Rules, Scheme, Setting, Sitting, SittingId, Tally, Tenure, Told, UnitId,
};
use std::collections::HashMap;
use std::rc::Rc;

/// The facts of a setting; none where it is one value by itself.
pub(in crate::scenario::compare) fn facts<'a>(side: &'a Side<'a>, setting: Setting) -> Vec<Node<'a>> {
    let scenario = side.scenario;
    match setting {
        Setting::Scheme => match &scenario.allocating.scheme {
            Scheme::OneTier => Vec::new(),
            Scheme::TwoTier { upper } => vec![Node::aspect(Aspect::Upper, Fact::Method(upper.clone()))],
            Scheme::Key(key @ HouseKey::Known(_)) => vec![Node::aspect(Aspect::Key, Fact::Key(*key))],
            Scheme::Key(key @ HouseKey::Steps(_)) => vec![Node::aspect(Aspect::Steps, Fact::Key(*key))],
        },
        Setting::Lots => {
            let lots = scenario.allocating.lots.iter().enumerate();
            lots.map(|(place, draw)| lot(side, place, draw)).collect()
        }
        Setting::Rules => rules(&scenario.rules),
        Setting::Body => scenario.body.map_or_else(Vec::new, |body| {
            let uplift = Some(body.uplift).filter(|uplift| *uplift != Uplift::NONE);
            vec![
                Node::aspect(Aspect::Parts, Fact::of(body.rule.parts(), Fact::Parts)),
                Node::aspect(Aspect::CountFrom, Fact::of(body.rule.count_from(), Fact::CountFrom)),
                Node::aspect(Aspect::Uplift, Fact::of(uplift, Fact::Uplift)),
            ]
        }),
        Setting::Composition => {
            let all = Where::things(Thing::Category, scenario.composition.iter().map(|one| (one, &one.name)));
            all.into_iter().map(|(one, at)| category(side, at, one)).collect()
        }
        Setting::People => people(side),
        Setting::Sittings => {
            let all = Where::things(Thing::Sitting, scenario.sittings.iter().map(|one| (one, &one.name)));
            all.into_iter().map(|(one, at)| sitting(side, at, one)).collect()
        }
        Setting::Agenda => {
            let all = Where::things(Thing::Item, scenario.agenda.iter().map(|one| (one, &one.title)));
            all.into_iter().map(|(one, at)| item(side, at, one)).collect()
        }
        Setting::Elections => {
            let elections = scenario.elections.iter().map(|one| (&**one, &one.title));
            let all = Where::things(Thing::Election, elections);
            all.into_iter().map(|(one, at)| election(side, at, one)).collect()
        }
        Setting::Title
        | Setting::House
        | Setting::Method
        | Setting::MinimumRule
        | Setting::Minimum
        | Setting::Calendar => Vec::new(),
    }
}

fn count<'a>(aspect: Aspect, count: Option<Count>) -> Node<'a> {
    Node::aspect(aspect, Fact::of(count, |count| Fact::whole(count.get())))
}

impl Side<'_> {
    fn unit(&self, id: UnitId) -> Where {
        self.units.get(&id).cloned().unwrap_or_else(|| Where::thing(Thing::Unit, &Name::default(), 0))
    }

    fn delegation(&self, id: DelegationId) -> Where {
        let found = self.delegations.get(&id).cloned();
        found.unwrap_or_else(|| Where::thing(Thing::Delegation, &Name::default(), 0))
    }

    /// The sitting that something belongs to.
    fn sitting(&self, id: Option<SittingId>) -> Fact {
        id.map_or(Fact::Shown, |id| self.sittings.get(&id).cloned().map_or(Fact::Nothing, Fact::Of))
    }
}

fn lot<'a>(side: &'a Side<'a>, place: usize, draw: &'a Draw) -> Node<'a> {
    let party = |PartyId(id): &PartyId| {
        let delegation = side.delegations.get(&DelegationId(*id)).cloned();
        delegation.unwrap_or_else(|| side.unit(UnitId(*id)))
    };
    Node::thing(Where::thing(Thing::Lot, &Name::default(), place), None, move || {
        let contenders = draw.contenders.iter();
        let contenders =
            contenders.map(|(id, seats)| Node::figure(party(id), None, Fact::whole(seats.get())));
        let drawn = Fact::Things(draw.drawn.iter().map(party).collect(), More::None);
        let seed = Fact::of(draw.seed, Fact::whole);
        contenders.chain([Node::aspect(Aspect::Drawn, drawn), Node::aspect(Aspect::Seed, seed)]).collect()
    })
}

fn rules<'a>(rules: &Rules) -> Vec<Node<'a>> {
    let rows = rules.profile().provisions();
    let rows = rows
        .into_iter()
        .map(|row| Node::aspect(Aspect::Rule(row.value.subject()), Fact::Provision(row.value)));
    let copied = match rules {
        Rules::Own(own) => Fact::Profile(own.from()),
        Rules::Profile(_) | Rules::Custom { .. } => Fact::Nothing,
    };
    rows.chain([Node::aspect(Aspect::CopiedFrom, copied)]).collect()
}

fn category<'a>(side: &'a Side<'a>, at: Where, category: &'a Category) -> Node<'a> {
    Node::thing(at, Some(category.id.0), move || {
        let mut within = vec![
            Node::aspect(Aspect::CategoryKind, Fact::CategoryKind(category.kind)),
            Node::aspect(Aspect::Target, Fact::of(category.target, Fact::Target)),
            Node::aspect(Aspect::Members, Fact::of(category.members, Fact::members)),
        ];
        let mut units: Vec<UnitId> = category.by_unit.keys().chain(category.locks.keys()).copied().collect();
        units.sort_unstable();
        units.dedup();
        within.extend(units.into_iter().map(|id| {
            Node::thing(side.unit(id), None, move || {
                let members = Fact::of(category.by_unit.get(&id).copied(), Fact::members);
                let locked = Fact::of(category.locks.get(&id), |seats: &Seats| Fact::whole(seats.get()));
                vec![Node::aspect(Aspect::Members, members), Node::aspect(Aspect::Locked, locked)]
            })
        }));
        within
    })
}

fn people<'a>(side: &'a Side<'a>) -> Vec<Node<'a>> {
    let people = &side.scenario.people;
    let basis = Node::aspect(Aspect::Basis, Fact::Basis(people.basis));
    let marks = Rc::new(marks(side));
    let delegates = Where::things(Thing::Delegate, people.delegates.iter().map(|one| (&**one, &one.name)));
    let delegates = delegates.into_iter().map(|(one, at)| {
        let marks = Rc::clone(&marks);
        Node::thing(at, Some(one.id.0), move || delegate(side, one, &marks))
    });
    std::iter::once(basis).chain(delegates).collect()
}

/// The marks of each delegate, in the order of the sittings.
type Marks<'a> = HashMap<DelegateId, Vec<(&'a Where, Attending)>>;

fn marks<'a>(side: &'a Side<'a>) -> Marks<'a> {
    let mut marks = Marks::new();
    for sitting in &side.scenario.sittings {
        let roll = side.scenario.people.rolls.get(&sitting.id);
        if let Some((roll, at)) = roll.zip(side.sittings.get(&sitting.id)) {
            for (id, mark) in roll.iter() {
                marks.entry(*id).or_default().push((at, *mark));
            }
        }
    }
    marks
}

fn delegate<'a>(side: &'a Side<'a>, delegate: &Delegate, marks: &Marks<'a>) -> Vec<Node<'a>> {
    let unit = match &delegate.unit {
        Told::Known(id) => Fact::Of(side.unit(*id)),
        Told::Unclear(text) if text.is_empty() => Fact::Nothing,
        Told::Unclear(text) => Fact::Unclear(text.clone()),
    };
    let mandate = match &delegate.mandate {
        Told::Known(mandate) => Fact::Mandate(dateless(*mandate)),
        Told::Unclear(text) => Fact::Unclear(text.clone()),
    };
    let ended = delegate.mandate.known().and_then(|mandate| mandate.tenure.date());
    let categories = Fact::Categories(delegate.categories.clone());
    let told = [
        Node::aspect(Aspect::Unit, unit),
        Node::aspect(Aspect::Mandate, mandate),
        Node::aspect(Aspect::EndedOn, Fact::of(ended, Fact::Day)),
        Node::aspect(Aspect::Categories, categories),
        Node::aspect(Aspect::Note, Fact::text(&delegate.note)),
    ];
    let marks = marks.get(&delegate.id).into_iter().flatten();
    let marks = marks.map(|(at, mark)| Node::figure((*at).clone(), None, Fact::Attending(*mark)));
    told.into_iter().chain(marks).collect()
}

/// A mandate without the day on which it ended, which is told by itself.
fn dateless(mandate: Mandate) -> Mandate {
    let tenure = match mandate.tenure {
        Tenure::Ended { reason, .. } => Tenure::Ended { reason, date: None },
        tenure => tenure,
    };
    Mandate { tenure, ..mandate }
}

fn sitting<'a>(side: &'a Side<'a>, at: Where, sitting: &'a Sitting) -> Node<'a> {
    Node::thing(at, Some(sitting.id.0), move || {
        let mut within = vec![
            Node::aspect(Aspect::SittingKind, Fact::SittingKind(sitting.kind)),
            Node::aspect(Aspect::Purpose, Fact::Purpose(sitting.purpose)),
            Node::aspect(Aspect::Day, Fact::of(sitting.date, Fact::Day)),
            Node::aspect(Aspect::Tally, Fact::Tally(sitting.tally.kind())),
            count(Aspect::Registered, sitting.registered),
            count(Aspect::StatedDue, sitting.stated_due),
            Node::aspect(Aspect::Note, Fact::text(&sitting.note)),
        ];
        let stated = sitting.stated.iter();
        within.extend(stated.map(|(base, n)| Node::aspect(Aspect::Stated(*base), Fact::Whole(*n))));
        match &sitting.tally {
            Tally::ByUnit => {}
            Tally::ByDelegation(figures) => within.extend(
                figures
                    .iter()
                    .map(|(id, n)| Node::figure(side.delegation(*id), Some(id.0), Fact::whole(n.get()))),
            ),
            Tally::Whole(figure) => within.push(count(Aspect::Present, *figure)),
        }
        // Units that only one side has are told as such, and what cells show is told cell by cell.
        let told = sitting.attendance.iter().filter(|_| side.in_cells != Some(sitting.id));
        let told = told.filter(|(id, _)| side.rows.contains_key(id));
        within.extend(told.map(|(id, presence)| {
            Node::thing(side.unit(*id), None, move || {
                let on_leave = Some(presence.on_leave).filter(|n| *n > Count::ZERO);
                vec![
                    count(Aspect::Reported(Field::Registered), presence.registered),
                    count(Aspect::Reported(Field::OnLeave), on_leave),
                    count(Aspect::Reported(Field::Present), presence.present),
                ]
            })
        }));
        within
    })
}

fn item<'a>(side: &'a Side<'a>, at: Where, item: &'a AgendaItem) -> Node<'a> {
    Node::thing(at, Some(item.id.0), move || {
        let needs = match item.needs {
            Needs::Hearing => Fact::Hearing,
            Needs::Vote(vote) => Fact::Decision(vote.decision),
            Needs::Election(id) => {
                let chosen = id.and_then(|id| side.elections.get(&id).cloned());
                chosen.map_or(Fact::AnElection, Fact::Of)
            }
        };
        let sitting = Node::aspect(Aspect::Sitting, side.sitting(item.sitting));
        let mut within = vec![sitting, Node::aspect(Aspect::Needs, needs)];
        if let Needs::Vote(vote) = item.needs {
            within.extend([
                count(Aspect::Favour, vote.favour),
                count(Aspect::Against, vote.against),
                count(Aspect::Abstaining, vote.abstaining),
                Node::aspect(Aspect::Area, Fact::of(vote.area, Fact::members)),
            ]);
        }
        within
    })
}

fn election<'a>(side: &'a Side<'a>, at: Where, election: &'a Election) -> Node<'a> {
    Node::thing(at, Some(election.id.0), move || {
        // Its field is empty until a number is entered.
        let entered = Some(election.seats).filter(|seats| *seats > Seats::ZERO);
        let facts = [
            Node::aspect(Aspect::Office, Fact::Office(election.office)),
            Node::aspect(Aspect::Sitting, side.sitting(election.sitting)),
            Node::aspect(Aspect::SeatsToFill, Fact::of(entered, |seats| Fact::whole(seats.get()))),
        ];
        let papers = Paper::ALL.map(|paper| count(Aspect::Paper(paper), election.papers.get(paper)));
        let candidates =
            Where::things(Thing::Candidate, election.candidates.iter().map(|one| (one, &one.name)));
        let candidates = candidates.into_iter().map(|(one, at)| {
            Node::thing(at, None, move || {
                let strokes = Fact::of(one.strokes, |strokes| Fact::whole(strokes.get()));
                let further = (0..).zip(one.run_offs).map(|(at, votes)| count(Aspect::RunOff(at), votes));
                let order = Fact::of(one.stroke_order.clone(), Fact::Strokes);
                let own = [
                    count(Aspect::Votes, one.votes),
                    Node::aspect(Aspect::Strokes, strokes),
                    Node::aspect(Aspect::StrokeOrder, order),
                ];
                own.into_iter().chain(further).collect()
            })
        });
        facts.into_iter().chain(papers).chain(candidates).collect()
    })
}
