//! An owners' assembly: two measures that must both be met, the owners and their area, and a tie among the buildings for
//! their representatives.
//!
//! The estate and every figure are made up, the title says so. The rules are those of `ProfileId::OwnersAssembly` (Civil
//! Code, Art. 278); the decisions on the agenda are of its items 4 and 6, the latter with three quarters. How owners choose
//! representatives is no law: 50 of them, by largest remainders, is made up like the rest.

use super::{numbered, pick, rows};
use crate::language::Language;
use crate::num::{Seats, Weight};
use crate::scenario::{
    AgendaId, AgendaItem, Allocating, Name, Needs, Rules, Scenario, Sitting, SittingId, SittingKind, Tally,
    Unit, Vote,
};
use crate::threshold::{Base, Decision, ProfileId, Purpose};
use std::rc::Rc;

pub(super) fn scenario(language: Language, title: Name) -> Scenario {
    let fill = rows(language, BUILDINGS).map(|(name, figures)| {
        let members = Weight::from(figures.first().copied().unwrap_or_default());
        move |unit: Unit| Unit { name, members, ..unit }
    });
    let (units, next) = numbered(1, fill);
    let sitting = SittingId(next);
    let item = |at: u32, title: Name, decision| AgendaItem {
        title,
        needs: Needs::Vote(Vote::uncounted(decision)),
        ..AgendaItem::blank(AgendaId(next + at))
    };
    let stated = [
        (Base::Owners, 1_000),
        (Base::Area, 120_000),
        (Base::Participants, 700),
        (Base::ParticipatingArea, 85_000),
    ];
    let blank = Scenario::blank();
    Scenario {
        title,
        allocating: Allocating { house: Seats::from(50), ..blank.allocating },
        rules: Rules::Profile(ProfileId::OwnersAssembly),
        units: Rc::new(units),
        sittings: vec![Sitting {
            name: pick(language, "业主大会会议", "Assembly"),
            kind: SittingKind::Session,
            purpose: Purpose::Adopt,
            tally: Tally::Whole(None),
            stated: Rc::new(stated.into_iter().collect()),
            ..Sitting::blank(sitting)
        }],
        shown: sitting,
        agenda: vec![
            item(1, pick(language, "选聘物业服务企业", "Appoint the property manager"), Decision::Adopt),
            item(2, pick(language, "筹集维修资金", "Raise money for repairs"), Decision::Charter),
        ],
        next_id: next + 3,
        ..blank
    }
}

/// Building (zh, en) and its owners.
const BUILDINGS: &str = "\
1号楼,Building 1,132
2号楼,Building 2,128
3号楼,Building 3,120
4号楼,Building 4,112
5号楼,Building 5,104
6号楼,Building 6,100
7号楼,Building 7,96
8号楼,Building 8,84
9号楼,Building 9,72
10号楼,Building 10,52";
