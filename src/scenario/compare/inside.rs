//! `Inside`: what differs within a setting that holds more than one value: the way to it, and both values. Knows no words.
//!
//! Each setting is a tree of facts without identities. What has a name is the same on both sides where its name is; what
//! was renamed is recognised by its identity. What names another thing (the sitting of an election) names that of one's own
//! scenario, so that a new name is told once.

mod facts;
mod taking;

use crate::apportion::Method;
use crate::apportion::open_house::{CountFrom, Parts, Uplift};
use crate::name::Name;
use crate::num::Weight;
use crate::scenario::{
    Attending, Basis, Categories, CategoryKind, Field, HouseKey, Mandate, Paper, Setting, SittingKind,
    StrokeOrder, TallyKind, Target,
};
use crate::threshold::{Base, Date, Decision, Office, ProfileId, Provision, Purpose, Subject};
use std::collections::{HashMap, VecDeque};

pub(super) use facts::facts;

/// Names of a changed order that are told.
const NAMED: usize = 4;

/// A difference within a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The setting.
    pub setting: Setting,
    /// The way from it to what differs.
    pub path: Vec<Where>,
    /// The value in one's own scenario.
    pub mine: Fact,
    /// The value in the other.
    pub theirs: Fact,
}

/// A step on the way to what differs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Where {
    /// One of several things, by its name and how many of that name stand before it; by its place where it has none.
    Thing(Thing, Name, usize),
    /// A side of the thing, or of the whole.
    Aspect(Aspect),
}

/// What there is several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A sitting.
    Sitting,
    /// An item of the agenda.
    Item,
    /// An election.
    Election,
    /// A candidate.
    Candidate,
    /// A category of the composition.
    Category,
    /// A delegate of the list.
    Delegate,
    /// A unit.
    Unit,
    /// A delegation.
    Delegation,
    /// A lot.
    Lot,
}

/// What is told of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Its name.
    Name,
    /// The order of the things.
    Order,
    /// The method among the delegations.
    Upper,
    /// The published key.
    Key,
    /// The step scale of one's own.
    Steps,
    /// How an incomplete part counts.
    Parts,
    /// Where counting begins.
    CountFrom,
    /// What is added by decision.
    Uplift,
    /// The profile that rules were copied from.
    CopiedFrom,
    /// The rule about something.
    Rule(Subject),
    /// The kind of a sitting.
    SittingKind,
    /// What its quorum is needed for.
    Purpose,
    /// The day.
    Day,
    /// How its attendance is counted.
    Tally,
    /// Registered as attending.
    Registered,
    /// Present.
    Present,
    /// Due, as stated.
    StatedDue,
    /// A figure that a sitting states.
    Stated(Base),
    /// What a unit reported.
    Reported(Field),
    /// The note.
    Note,
    /// The sitting that something belongs to.
    Sitting,
    /// What an item needs.
    Needs,
    /// In favour.
    Favour,
    /// Against.
    Against,
    /// Abstaining.
    Abstaining,
    /// The area of those in favour.
    Area,
    /// What an election is for.
    Office,
    /// The seats to fill.
    SeatsToFill,
    /// Ballot papers.
    Paper(Paper),
    /// Votes of a candidate.
    Votes,
    /// Strokes of the surname.
    Strokes,
    /// The stroke order.
    StrokeOrder,
    /// Votes in a further ballot, counted from 0.
    RunOff(usize),
    /// Whether a delegate may count for several categories.
    CategoryKind,
    /// The target.
    Target,
    /// Members of a category.
    Members,
    /// A cell fixed by hand.
    Locked,
    /// The unit of a delegate.
    Unit,
    /// The mandate.
    Mandate,
    /// The day on which it ended.
    EndedOn,
    /// The categories of a delegate.
    Categories,
    /// What leads, table or list.
    Basis,
    /// Who was drawn.
    Drawn,
    /// The seed of a lot.
    Seed,
}

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fact {
    /// Nothing: not there, or not entered.
    #[default]
    Nothing,
    /// It is there.
    There,
    /// A text.
    Text(Name),
    /// A text that was not understood.
    Unclear(Name),
    /// The strokes of a name in their order.
    Strokes(StrokeOrder),
    /// A number.
    Whole(u64),
    /// A day.
    Day(Date),
    /// Another thing of the scenario.
    Of(Where),
    /// The sitting that is shown.
    Shown,
    /// These things, and whether there are more.
    Things(Vec<Where>, More),
    /// A method.
    Method(Method),
    /// A key.
    Key(HouseKey),
    /// How an incomplete part counts.
    Parts(Parts),
    /// Where counting begins.
    CountFrom(CountFrom),
    /// What is added by decision.
    Uplift(Uplift),
    /// A profile.
    Profile(ProfileId),
    /// What a rule says.
    Provision(Provision),
    /// A kind of sitting.
    SittingKind(SittingKind),
    /// What a quorum is needed for.
    Purpose(Purpose),
    /// How attendance is counted.
    Tally(TallyKind),
    /// It is heard.
    Hearing,
    /// It is decided by a vote.
    Decision(Decision),
    /// An election that nobody has chosen.
    AnElection,
    /// What an election is for.
    Office(Office),
    /// Whether a delegate may count for several categories.
    CategoryKind(CategoryKind),
    /// A target.
    Target(Target),
    /// A mandate.
    Mandate(Mandate),
    /// Categories of a delegate.
    Categories(Categories),
    /// A mark of attendance.
    Attending(Attending),
    /// What leads.
    Basis(Basis),
}

/// Whether a row of names goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum More {
    /// It ends here.
    None,
    /// It goes on.
    Some,
}

impl Where {
    /// A thing that stands alone with its name, if it has one.
    pub(super) fn thing(thing: Thing, name: &Name, place: usize) -> Self {
        Self::Thing(thing, name.clone(), if name.is_empty() { place } else { 0 })
    }

    /// All things of a kind, in their order, each with what goes along.
    pub(super) fn things<'n, T>(thing: Thing, all: impl Iterator<Item = (T, &'n Name)>) -> Vec<(T, Self)> {
        let mut met: HashMap<&Name, usize> = HashMap::new();
        let told = all.enumerate().map(|(place, (one, name))| {
            let before = met.entry(name).or_default();
            let nth = if name.is_empty() { place } else { *before };
            *before += 1;
            (one, Self::Thing(thing, name.clone(), nth))
        });
        told.collect()
    }
}

impl Thing {
    /// Whether the order of such things is entered.
    const fn is_ordered(self) -> bool {
        !matches!(self, Self::Unit | Self::Delegation | Self::Lot)
    }
}

impl Fact {
    fn of<T>(value: Option<T>, fact: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, fact)
    }

    fn whole(value: impl Into<u64>) -> Self {
        Self::Whole(value.into())
    }

    fn members(value: Weight) -> Self {
        Self::Whole(value.get())
    }

    fn text(name: &Name) -> Self {
        if name.is_empty() { Self::Nothing } else { Self::Text(name.clone()) }
    }
}

/// A fact, with what belongs to it: worked out when it is asked for, since lists of delegates and units are long.
pub(super) struct Node<'a> {
    at: Where,
    id: Option<u32>,
    fact: Fact,
    within: Option<Box<dyn Fn() -> Vec<Node<'a>> + 'a>>,
}

impl<'a> Node<'a> {
    fn aspect(aspect: Aspect, fact: Fact) -> Self {
        Self { at: Where::Aspect(aspect), id: None, fact, within: None }
    }

    /// A thing with a figure of its own.
    fn figure(at: Where, id: Option<u32>, fact: Fact) -> Self {
        Self { at, id, fact, within: None }
    }

    fn thing(at: Where, id: Option<u32>, within: impl Fn() -> Vec<Self> + 'a) -> Self {
        Self { at, id, fact: Fact::Nothing, within: Some(Box::new(within)) }
    }

    fn within(&self) -> Vec<Self> {
        self.within.as_ref().map_or_else(Vec::new, |within| within())
    }

    /// Whether its place among others was entered: a figure of a thing stands where the thing does.
    fn is_ordered(&self) -> bool {
        self.within.is_some() && matches!(self.at, Where::Thing(thing, ..) if thing.is_ordered())
    }

    /// Whether it holds what differs and is nothing by itself.
    fn only_leads(&self) -> bool {
        self.fact == Fact::Nothing && matches!(self.at, Where::Thing(Thing::Unit, ..))
    }
}

/// For each of `theirs` the place of the same in `mine`: by name, the first with the first, then by identity.
pub(super) fn mates(mine: &[(&Where, Option<u32>)], theirs: &[(&Where, Option<u32>)]) -> Vec<Option<usize>> {
    // As most lists are: then nothing has to be looked for, which in long ones is felt.
    if mine.len() == theirs.len() && mine.iter().zip(theirs).all(|((own, _), (at, _))| own == at) {
        return (0..mine.len()).map(Some).collect();
    }
    let mut named: HashMap<&Where, VecDeque<usize>> = HashMap::new();
    for (place, (at, _)) in mine.iter().enumerate() {
        named.entry(at).or_default().push_back(place);
    }
    let mut pairs: Vec<_> = theirs.iter().map(|(at, _)| named.get_mut(at)?.pop_front()).collect();
    let free = named.into_values().flatten();
    let by_id = free.filter_map(|place| Some((mine.get(place)?.1?, place)));
    let mut by_id: HashMap<u32, usize> = by_id.collect();
    for ((at, id), mate) in theirs.iter().zip(&mut pairs) {
        let kind = |of: &Where| match of {
            Where::Thing(thing, ..) => Some(*thing),
            Where::Aspect(_) => None,
        };
        let Some(id) = id.filter(|_| mate.is_none()) else { continue };
        let found = by_id.get(&id).copied();
        let same = found.filter(|place| mine.get(*place).is_some_and(|(own, _)| kind(own) == kind(at)));
        if same.is_some() {
            by_id.remove(&id);
            *mate = same;
        }
    }
    pairs
}

/// What differs between two trees of a setting.
pub(super) fn differences(setting: Setting, mine: &[Node<'_>], theirs: &[Node<'_>]) -> Vec<Inside> {
    let mut told = Teller { setting, path: Vec::new(), found: Vec::new() };
    told.lists(mine, theirs);
    told.found
}

struct Teller {
    setting: Setting,
    path: Vec<Where>,
    found: Vec<Inside>,
}

impl Teller {
    fn tell(&mut self, last: Option<Aspect>, mine: Fact, theirs: Fact) {
        if mine != theirs {
            let path = self.path.iter().cloned().chain(last.map(Where::Aspect)).collect();
            self.found.push(Inside { setting: self.setting, path, mine, theirs });
        }
    }

    fn lists(&mut self, mine: &[Node<'_>], theirs: &[Node<'_>]) {
        let own: Vec<_> = mine.iter().map(|node| (&node.at, node.id)).collect();
        let other: Vec<_> = theirs.iter().map(|node| (&node.at, node.id)).collect();
        let pairs = mates(&own, &other);
        let mut met = vec![false; mine.len()];
        for (node, mate) in theirs.iter().zip(&pairs) {
            let Some((place, own)) = mate.and_then(|place| Some((place, mine.get(place)?))) else {
                self.alone(node, |fact| (Fact::Nothing, fact));
                continue;
            };
            if let Some(met) = met.get_mut(place) {
                *met = true;
            }
            self.path.push(own.at.clone());
            if let (Where::Thing(_, before, _), Where::Thing(_, after, _)) = (&own.at, &node.at) {
                self.tell(Some(Aspect::Name), Fact::text(before), Fact::text(after));
            }
            self.tell(None, own.fact.clone(), node.fact.clone());
            self.lists(&own.within(), &node.within());
            self.path.pop();
        }
        for (own, _) in mine.iter().zip(met).filter(|(_, met)| !met) {
            self.alone(own, |fact| (fact, Fact::Nothing));
        }
        self.order(mine, theirs, &pairs);
    }

    /// What is on one side only.
    fn alone(&mut self, node: &Node<'_>, sides: fn(Fact) -> (Fact, Fact)) {
        self.path.push(node.at.clone());
        if node.only_leads() {
            node.within().iter().for_each(|one| self.alone(one, sides));
        } else {
            let fact = match (&node.at, &node.fact) {
                (Where::Thing(..), Fact::Nothing) => Fact::There,
                (_, fact) => fact.clone(),
            };
            let (mine, theirs) = sides(fact);
            self.tell(None, mine, theirs);
        }
        self.path.pop();
    }

    /// Whether the things that are on both sides stand in another order.
    fn order(&mut self, mine: &[Node<'_>], theirs: &[Node<'_>], pairs: &[Option<usize>]) {
        let met = theirs.iter().zip(pairs).filter(|(node, _)| node.is_ordered());
        let after: Vec<usize> = met.filter_map(|(_, mate)| *mate).collect();
        let mut before = after.clone();
        before.sort_unstable();
        let Some(first) = before.iter().zip(&after).position(|(own, other)| own != other) else { return };
        let names = |places: &[usize]| {
            let rest = places.get(first..).unwrap_or_default();
            let named = rest.iter().take(NAMED).filter_map(|place| Some(mine.get(*place)?.at.clone()));
            let more = if rest.len() > NAMED { More::Some } else { More::None };
            Fact::Things(named.collect(), more)
        };
        self.tell(Some(Aspect::Order), names(&before), names(&after));
    }
}

#[cfg(test)]
mod tests;
