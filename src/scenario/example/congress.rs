//! The congress of 2021: the example that the page opens on.
//!
//! Source of the totals: the newspaper page of 2021-09-28 on the 12th Hengyang municipal party congress: 500 seats
//! over 30 electoral units, 487 delegates elected, 3 transferred away, 484 actual, 15 delegations, 470 present at
//! the preparatory meeting, more than 380,000 members, five items of the agenda. The figures per unit are **not published**: those here are
//! made up to add up to the published totals, and the page says so wherever they are shown.

use crate::apportion::open_house::{NumberRule, RangeRule};
use crate::apportion::{Method, MinimumRule};
use crate::language::Language;
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Mandates, Reason};
use crate::scenario::{
    AgendaId, AgendaItem, Allocating, Body, Calendar, Delegation, DelegationId, Election, ElectionId, Name,
    Needs, Origin, People, Presence, Rules, Scenario, Scheme, Sitting, SittingId, Unit, UnitId,
};
use crate::threshold::{Date, Office, ProfileId};
use std::rc::Rc;

/// The congress in one language.
pub(super) fn scenario(language: Language, title: Name) -> Scenario {
    let pick = |zh: &str, en: &str| super::pick(language, zh, en);
    let delegations: Vec<_> = (1..)
        .map(DelegationId)
        .zip(DELEGATIONS)
        .map(|(id, (zh, en))| Delegation { id, name: pick(zh, en) })
        .collect();
    let first_unit = 1 + DELEGATIONS.len() as u32;
    let units: Vec<_> = (first_unit..)
        .map(UnitId)
        .zip(UNITS)
        .map(|(id, (zh, en, delegation, members, elected, transferred, _))| Unit {
            name: pick(zh, en),
            delegation: Some(DelegationId(delegation + 1)),
            members: Weight::from(members),
            mandates: Mandates {
                elected: Some(Count::from(elected)),
                endings: ending(transferred),
                ..Mandates::default()
            },
            ..Unit::blank(id)
        })
        .map(Rc::new)
        .collect();
    let attendance = (first_unit..)
        .map(UnitId)
        .zip(UNITS)
        .map(|(id, unit)| (id, Presence { present: Some(unit.6.into()), ..Presence::default() }));
    let sitting = SittingId(first_unit + UNITS.len() as u32);
    let first_item = sitting.0 + 1;
    let first_election = first_item + AGENDA.len() as u32;
    // Committee, discipline commission and delegates; how many of each the page does not say.
    let elections: Vec<_> = (first_election..)
        .map(ElectionId)
        .zip(AGENDA.iter().filter_map(|(_, _, elected)| *elected))
        .map(|(id, (office, zh, en))| Election { title: pick(zh, en), ..Election::blank(id, office) })
        .map(Rc::new)
        .collect();
    let mut elected = elections.iter().map(|election| election.id);
    let mut needs = |item: Option<_>| item.map_or(Needs::Hearing, |_| Needs::Election(elected.next()));
    let agenda = (first_item..).map(AgendaId).zip(AGENDA).map(|(id, (zh, en, election))| AgendaItem {
        title: pick(zh, en),
        needs: needs(election),
        ..AgendaItem::blank(id)
    });
    let agenda = agenda.collect();
    let next_id = first_election + elections.len() as u32;
    Scenario {
        composition: Vec::new(),
        title,
        origin: Origin::Illustrative,
        allocating: Allocating {
            house: Seats::from(500),
            scheme: Scheme::default(),
            method: Method::WEBSTER,
            minimum_rule: MinimumRule::default(),
            minimum: Seats::ZERO,
            lots: Vec::new(),
        },
        rules: Rules::Profile(ProfileId::CpcLocal),
        // 500 is the upper end of what a prefecture-level city may have; the preparatory meeting was on that Monday.
        body: Some(Body::new(NumberRule::Range(RangeRule::PrefecturalCongress))),
        calendar: Calendar { day: Date::new(2021, 9, 27), ..Calendar::default() },
        delegations: Rc::new(delegations),
        units: Rc::new(units),
        people: People::default(),
        sittings: vec![Sitting {
            name: pick("预备会议", "Preparatory meeting"),
            attendance: Rc::new(attendance.collect()),
            ..Sitting::blank(sitting)
        }],
        shown: sitting,
        agenda,
        elections,
        next_id,
    }
}

fn ending(transferred: u16) -> Vec<Ending> {
    match transferred {
        0 => Vec::new(),
        _ => vec![Ending::new(Reason::Transferred, transferred.into())],
    }
}

#[rustfmt::skip]
const DELEGATIONS: [(&str, &str); 15] = [
    ("衡阳县代表团", "Hengyang County delegation"),
    ("耒阳市代表团", "Leiyang City delegation"),
    ("衡南县代表团", "Hengnan County delegation"),
    ("常宁市代表团", "Changning City delegation"),
    ("祁东县代表团", "Qidong County delegation"),
    ("衡东县代表团", "Hengdong County delegation"),
    ("衡山县代表团", "Hengshan County delegation"),
    ("蒸湘区代表团", "Zhengxiang District delegation"),
    ("石鼓区代表团", "Shigu District delegation"),
    ("雁峰区代表团", "Yanfeng District delegation"),
    ("珠晖区代表团", "Zhuhui District delegation"),
    ("南岳区代表团", "Nanyue District delegation"),
    ("市直一团", "Municipal delegation 1"),
    ("市直二团", "Municipal delegation 2"),
    ("市直三团", "Municipal delegation 3"),
];

/// An item of the agenda (zh, en), and what it elects, if it elects: the office and the title of the election.
type Item = (&'static str, &'static str, Option<(Office, &'static str, &'static str)>);

const AGENDA: [Item; 5] = [
    ("听取和审查市委工作报告", "Hear and review the report of the committee", None),
    ("审查市纪委工作报告", "Review the report of the discipline commission", None),
    (
        "选举新一届市委",
        "Elect the committee",
        Some((Office::Committee, "市委委员选举", "Election of the committee")),
    ),
    (
        "选举新一届市纪委",
        "Elect the discipline commission",
        Some((Office::Discipline, "市纪委委员选举", "Election of the discipline commission")),
    ),
    (
        "选举出席省党代会代表",
        "Elect delegates to the provincial congress",
        Some((Office::Delegates, "出席省党代会代表选举", "Election of delegates to the provincial congress")),
    ),
];

/// Unit (zh, en), delegation, members, elected, transferred away, present at the preparatory meeting.
#[rustfmt::skip]
const UNITS: [(&str, &str, u32, u32, u16, u16, u16); 30] = [
    ("衡阳县", "Hengyang County", 0, 46210, 59, 0, 57),
    ("耒阳市", "Leiyang City", 1, 41830, 53, 0, 51),
    ("衡南县", "Hengnan County", 2, 38540, 50, 0, 49),
    ("常宁市", "Changning City", 3, 35920, 46, 1, 45),
    ("祁东县", "Qidong County", 4, 33110, 42, 0, 41),
    ("衡东县", "Hengdong County", 5, 21480, 27, 0, 26),
    ("衡山县", "Hengshan County", 6, 18760, 25, 0, 24),
    ("蒸湘区", "Zhengxiang District", 7, 15240, 19, 0, 19),
    ("石鼓区", "Shigu District", 8, 13980, 18, 0, 17),
    ("雁峰区", "Yanfeng District", 9, 12650, 17, 0, 17),
    ("珠晖区", "Zhuhui District", 10, 11320, 15, 0, 14),
    ("南岳区", "Nanyue District", 11, 9870, 13, 0, 13),
    ("市直机关", "Municipal organs", 12, 14250, 18, 1, 17),
    ("教育系统", "Education system", 12, 9640, 12, 0, 11),
    ("卫生健康系统", "Health system", 12, 8410, 11, 0, 10),
    ("公安系统", "Public security system", 12, 7350, 9, 0, 9),
    ("国资系统", "State-owned enterprises", 12, 6520, 8, 0, 8),
    ("农业农村系统", "Agriculture and rural affairs", 12, 5480, 7, 0, 7),
    ("交通运输系统", "Transport system", 13, 4760, 6, 0, 5),
    ("住建系统", "Housing and construction", 13, 3980, 5, 0, 5),
    ("工信系统", "Industry and information", 13, 3420, 4, 0, 4),
    ("商务系统", "Commerce", 13, 2860, 4, 0, 4),
    ("文旅广体系统", "Culture, tourism and sport", 13, 2310, 3, 0, 3),
    ("金融系统", "Finance", 13, 1940, 3, 0, 3),
    ("军分区", "Military sub-district", 14, 1620, 2, 0, 1),
    ("高新区", "High-tech zone", 14, 1380, 2, 0, 2),
    ("松木经开区", "Songmu economic zone", 14, 1050, 1, 0, 1),
    ("综合保税区", "Bonded zone", 14, 860, 1, 0, 1),
    ("中央省属驻衡单位", "Central and provincial units", 14, 640, 1, 0, 1),
    ("在衡高校", "Universities", 14, 4620, 6, 1, 5),
];
