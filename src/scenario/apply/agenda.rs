//! What actions do to the agenda.

use super::take_id;
use crate::limits::MAX_AGENDA;
use crate::scenario::{AgendaAction, AgendaEdit, AgendaId, AgendaItem, Needs, Scenario, SittingId, Vote};

pub(super) fn act(scenario: &mut Scenario, action: &AgendaAction) {
    match action {
        AgendaAction::Add(title) => {
            if scenario.agenda.len() < MAX_AGENDA
                && let Some(id) = take_id(scenario).map(AgendaId)
            {
                scenario.agenda.push(AgendaItem { title: title.clone(), ..AgendaItem::blank(id) });
            }
        }
        AgendaAction::Edit(id, change) => edit(scenario, *id, change),
        AgendaAction::Move(id, to) => {
            if let Some(from) = scenario.agenda.iter().position(|item| item.id == *id) {
                let item = scenario.agenda.remove(from);
                scenario.agenda.insert((*to).min(scenario.agenda.len()), item);
            }
        }
        AgendaAction::Remove(id) => scenario.agenda.retain(|item| item.id != *id),
    }
}

/// Items that were voted on at no sitting in particular belong to this one from now on.
pub(super) fn bind_counted(scenario: &mut Scenario, shown: SittingId) {
    for item in &mut scenario.agenda {
        if matches!(item.needs, Needs::Vote(vote) if vote.is_counted()) {
            item.sitting.get_or_insert(shown);
        }
    }
}

/// Items of a sitting that is gone belong to none.
pub(super) fn forget_sitting(scenario: &mut Scenario, id: SittingId) {
    for item in &mut scenario.agenda {
        item.sitting = item.sitting.filter(|sitting| *sitting != id);
    }
}

fn edit(scenario: &mut Scenario, id: AgendaId, change: &AgendaEdit) {
    let known = match change {
        AgendaEdit::Sitting(Some(sitting)) => scenario.sittings.iter().any(|one| one.id == *sitting),
        AgendaEdit::Needs(Needs::Election(Some(election))) => {
            scenario.elections.iter().any(|one| one.id == *election)
        }
        _ => true,
    };
    let Some(item) = scenario.agenda.iter_mut().find(|item| item.id == id).filter(|_| known) else { return };
    match change {
        AgendaEdit::Title(title) => item.title = title.clone(),
        AgendaEdit::Sitting(sitting) => item.sitting = *sitting,
        AgendaEdit::Needs(needs) => item.needs = needed(item.needs, *needs),
        AgendaEdit::Favour(count) => voting(item, |vote| vote.favour = *count),
        AgendaEdit::Against(count) => voting(item, |vote| vote.against = *count),
        AgendaEdit::Abstaining(count) => voting(item, |vote| vote.abstaining = *count),
        AgendaEdit::Area(area) => voting(item, |vote| vote.area = *area),
    }
}

/// What is needed now. Another kind of decision on the same vote keeps the votes.
const fn needed(before: Needs, now: Needs) -> Needs {
    match (before, now) {
        (Needs::Vote(vote), Needs::Vote(next)) => Needs::Vote(Vote { decision: next.decision, ..vote }),
        _ => now,
    }
}

fn voting(item: &mut AgendaItem, put: impl FnOnce(&mut Vote)) {
    if let Needs::Vote(vote) = &mut item.needs {
        put(vote);
    }
}
