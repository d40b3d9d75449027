//! What actions do to the rules.

use crate::scenario::{OwnRules, Rules, RulesAction, Scenario};
use std::rc::Rc;

/// Copies the rules or changes the copy. Two bare rules, which older links hold, are somebody's own already.
pub(super) fn change(scenario: &mut Scenario, action: &RulesAction) {
    let copying = matches!(action, RulesAction::Copy(_));
    if matches!(scenario.rules, Rules::Profile(_)) != copying {
        return;
    }
    let mut own = OwnRules::of(&scenario.rules);
    match action {
        RulesAction::Copy(name) | RulesAction::Rename(name) => own.rename(name.clone()),
        RulesAction::Add(row) | RulesAction::Change(row) => own.put(*row),
        RulesAction::Remove(subject) => own.remove(*subject),
        RulesAction::Reset(subject) => own.reset(*subject),
        RulesAction::Return => {
            scenario.rules = Rules::Profile(own.from());
            return;
        }
    }
    scenario.rules = Rules::Own(Rc::new(own));
}
