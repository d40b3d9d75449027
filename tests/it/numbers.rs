//! A rule on the number of delegates and a calendar, from outside: the link that was given out opens for ever.

use delegate_roster::apportion::open_house::{Level, NumberRule, Parts, Uplift};
use delegate_roster::codec::link;
use delegate_roster::num::Weight;
use delegate_roster::scenario::{Body, Calendar, MilestoneId, Name, OwnMilestone, Scenario};
use delegate_roster::threshold::{self, Date, Span};

/// Made by the version that brought sections 70 and 72. Never changed.
const LINK: &str =
    "v1.pAhAAAAE8AGQAAGhhbWlsdG9uBAEBBgEKHgIAAUYGCQGKkTEFSBm_qT8DdgEBDOenn-eUqOS8muWcug8AzBwAXPUNGg";

#[test]
fn a_link_with_a_rule_and_a_calendar_opens_as_it_always_did() {
    let name = |text| Name::new(text).unwrap();
    let scenario = Scenario {
        body: Some(Body {
            rule: NumberRule::Deputies(Level::County, Parts::OrPart),
            counted: Weight::new(805_001),
            uplift: Uplift::MOST,
        }),
        calendar: Calendar {
            day: Date::new(2026, 5, 31),
            level: Some(threshold::Level::BelowProvince),
            own: vec![
                OwnMilestone { id: MilestoneId(59), name: name("租用会场"), before: Span::Months(1) },
                OwnMilestone { id: MilestoneId(51), name: name(""), before: Span::Days(3_660) },
            ],
        },
        next_id: 60,
        ..Scenario::blank()
    };
    assert_eq!(link::encode(&scenario).as_deref(), Ok(LINK));
    assert_eq!(link::decode(LINK), Ok(scenario));
}
