//! A union conference: delegates by a step scale, a quorum with one to spare, an election that ends in a tie.
//!
//! The branches and every figure are made up, the title says so. The scale (1 delegate for the first 749 members, 1 more per
//! further 250 or part of them, at most 6) is that of constituency parties in the British Labour Party's rule book of 2022,
//! C3.I.1.B; several branches stand just below or just above a step. Its rules are those of `ProfileId::TradeUnion`.

use super::{numbered, pick, rows};
use crate::apportion::open_house::{Parts, StepScale};
use crate::language::Language;
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Mandates, Presence, Reason};
use crate::scenario::{
    AgendaId, AgendaItem, Allocating, Candidate, Delegation, DelegationId, Election, ElectionId, HouseKey,
    Name, Needs, Paper, Rules, Scenario, Scheme, Sitting, SittingId, SittingKind, Unit, UnitId,
};
use crate::threshold::{Office, ProfileId};
use std::num::NonZeroU64;
use std::rc::Rc;

pub(super) fn scenario(language: Language, title: Name) -> Scenario {
    let delegations: Vec<_> = (1..)
        .map(DelegationId)
        .zip(rows(language, DELEGATIONS))
        .map(|(id, (name, _))| Delegation { id, name })
        .collect();
    let first = 1 + delegations.len() as u32;
    let count = |n: u32| Count::new(n).unwrap_or_default();
    let branches: Vec<_> = rows(language, BRANCHES)
        .filter_map(|(name, figures)| Some((name, <[u32; 5]>::try_from(figures).ok()?)))
        .collect();
    let attendance = (first..).map(UnitId).zip(&branches).map(|(id, (_, [.., present]))| {
        (id, Presence { present: Some(count(*present)), ..Presence::default() })
    });
    let attendance = Rc::new(attendance.collect());
    let fill = branches.into_iter().map(|(name, [delegation, members, elected, resigned, _])| {
        let ended = (resigned > 0).then(|| Ending::new(Reason::Resigned, count(resigned)));
        let mandates = Mandates {
            elected: Some(count(elected)),
            endings: ended.into_iter().collect(),
            ..Mandates::default()
        };
        let delegation = Some(DelegationId(delegation));
        move |unit: Unit| Unit { name, delegation, members: Weight::from(members), mandates, ..unit }
    });
    let (units, next) = numbered(first, fill);
    let (sitting, election) = (SittingId(next), ElectionId(next + 1));
    let item =
        |at: u32, title: Name, needs| AgendaItem { title, needs, ..AgendaItem::blank(AgendaId(next + at)) };
    let blank = Scenario::blank();
    Scenario {
        title,
        allocating: Allocating {
            house: Seats::from(49),
            scheme: Scheme::Key(HouseKey::Steps(StepScale {
                first: Seats::from(1),
                covers: Weight::from(749u32),
                step: Seats::from(1),
                per: NonZeroU64::MIN.saturating_add(249),
                parts: Parts::OrPart,
                most: Some(Seats::from(6)),
            })),
            ..blank.allocating
        },
        rules: Rules::Profile(ProfileId::TradeUnion),
        delegations: Rc::new(delegations),
        units: Rc::new(units),
        sittings: vec![Sitting {
            name: pick(language, "选举会议", "Election meeting"),
            kind: SittingKind::Election,
            attendance,
            ..Sitting::blank(sitting)
        }],
        shown: sitting,
        agenda: vec![
            item(
                2,
                pick(language, "听取工会委员会工作报告", "Hear the report of the committee"),
                Needs::Hearing,
            ),
            item(
                3,
                pick(language, "选举新一届委员会", "Elect the committee"),
                Needs::Election(Some(election)),
            ),
        ],
        elections: vec![Rc::new(committee(language, election))],
        next_id: next + 4,
        ..blank
    }
}

/// Seven seats; the seventh and the eighth candidate have equal votes, and all 32 ballots have seven names.
fn committee(language: Language, id: ElectionId) -> Election {
    let mut election = Election {
        title: pick(language, "工会委员会委员选举", "Election of the committee"),
        seats: Seats::from(7),
        candidates: rows(language, CANDIDATES)
            .map(|(name, votes)| Candidate {
                name,
                votes: votes.first().copied().and_then(Count::new),
                ..Candidate::default()
            })
            .collect(),
        ..Election::blank(id, Office::Committee)
    };
    for (paper, papers) in [
        (Paper::Issued, 33),
        (Paper::Returned, 33),
        (Paper::Valid, 32),
        (Paper::Invalid, 1),
        (Paper::Blank, 0),
    ] {
        election.papers.set(paper, Count::new(papers));
    }
    election
}

const DELEGATIONS: &str = "\
产业代表团,Industry delegation
公共服务代表团,Public services delegation
商贸服务代表团,Trade and services delegation";

/// Branch (zh, en), its delegation, its members, elected, resigned since, present.
const BRANCHES: &str = "\
教育工会,Education,2,2310,5,0,4
医务工会,Health,2,1750,6,0,4
交通运输工会,Transport,1,1749,5,0,3
建筑工会,Construction,1,1250,4,0,2
机械工会,Engineering,1,1249,3,0,2
电子工会,Electronics,1,1000,3,0,2
纺织工会,Textiles,1,999,2,0,2
零售工会,Retail,3,750,2,0,1
邮政工会,Post,2,749,1,0,1
电力工会,Electricity,1,620,1,0,1
供水工会,Water,2,410,1,0,0
金融工会,Finance,3,1430,4,1,2
餐饮工会,Catering,3,880,2,0,1
环卫工会,Sanitation,2,530,1,0,1
出版工会,Publishing,3,260,1,0,1
文化工会,Arts,3,345,1,0,1
机关工会,Municipal staff,2,1610,5,0,4
快递工会,Couriers,3,96,1,0,1";

/// Candidate (zh, en) and votes.
const CANDIDATES: &str = "\
候选人甲,Candidate A,31
候选人乙,Candidate B,30
候选人丙,Candidate C,29
候选人丁,Candidate D,28
候选人戊,Candidate E,27
候选人己,Candidate F,26
候选人庚,Candidate G,25
候选人辛,Candidate H,25
候选人壬,Candidate I,3";
