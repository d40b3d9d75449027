//! The sections of the rule on the number of delegates and of the calendar, written and read.

use super::Flaw;
use super::read::date;
use crate::apportion::open_house::{CountFrom, Level as DeputyLevel, NumberRule, Parts, RangeRule, Uplift};
use crate::codec::bytes::{Reader, Writer};
use crate::limits::MAX_MILESTONES;
use crate::num::Weight;
use crate::scenario::{Body, Calendar, MilestoneId, Name, OwnMilestone};
use crate::threshold::{Level, Span};
use std::collections::HashSet;

/// The numbers of the rules. Frozen.
const RULES: [(u64, NumberRule); 18] = [
    (1, NumberRule::Range(RangeRule::ProvincialCongress)),
    (2, NumberRule::Range(RangeRule::PrefecturalCongress)),
    (3, NumberRule::Range(RangeRule::CountyCongress)),
    (4, NumberRule::Range(RangeRule::GrassrootsCongress)),
    (5, NumberRule::National),
    (6, NumberRule::Deputies(DeputyLevel::Province, Parts::Whole)),
    (7, NumberRule::Deputies(DeputyLevel::Municipality, Parts::Whole)),
    (8, NumberRule::Deputies(DeputyLevel::Prefecture, Parts::Whole)),
    (9, NumberRule::Deputies(DeputyLevel::County, Parts::Whole)),
    (10, NumberRule::Deputies(DeputyLevel::Township, Parts::Whole)),
    (11, NumberRule::ShanghaiStaff(Parts::Whole)),
    (12, NumberRule::ZhejiangStaff(CountFrom::BracketStart, Parts::Whole)),
    (13, NumberRule::Range(RangeRule::UnionCongress1984)),
    (14, NumberRule::Range(RangeRule::GrassrootsUnion2019)),
    (15, NumberRule::Range(RangeRule::UnionCommittee)),
    (16, NumberRule::Cooperative(Parts::Whole)),
    (17, NumberRule::RuralCollective),
    (18, NumberRule::Village),
];

/// The numbers of the levels; 0 is none. Frozen.
const LEVELS: [(u64, Option<Level>); 6] = [
    (0, None),
    (1, Some(Level::National)),
    (2, Some(Level::Province)),
    (3, Some(Level::BelowProvince)),
    (4, Some(Level::CountyAndAbove)),
    (5, Some(Level::Township)),
];

const DAYS: u64 = 0;
const MONTHS: u64 = 1;

/// What the readings of a rule are as one number: how incomplete parts count, and 3 more where counting begins at zero.
const fn reading(rule: NumberRule) -> u64 {
    let parts = match rule.parts() {
        None | Some(Parts::Whole) => 0,
        Some(Parts::OrPart) => 1,
        Some(Parts::Nearest) => 2,
    };
    let from = match rule.count_from() {
        None | Some(CountFrom::BracketStart) => 0,
        Some(CountFrom::Zero) => 3,
    };
    parts + from
}

/// Rule, reading, those counted, uplift.
pub(super) fn write_body(out: &mut Writer, body: &Body) {
    let kind = body.rule.kind();
    out.varint(RULES.iter().find(|(_, rule)| *rule == kind).map_or(0, |(number, _)| *number));
    out.varint(reading(body.rule));
    out.varint(body.counted.map_or(0, |counted| counted.get() + 1));
    out.varint(body.uplift.percent().into());
}

pub(super) fn read_body(input: &mut Reader<'_>) -> Result<Body, Flaw> {
    let number = input.varint()?;
    let (_, kind) = RULES.into_iter().find(|(known, _)| *known == number).ok_or(Flaw::OutOfRange)?;
    let read = input.varint()?;
    let parts = match read % 3 {
        0 => Parts::Whole,
        1 => Parts::OrPart,
        _ => Parts::Nearest,
    };
    let from = if read < 3 { CountFrom::BracketStart } else { CountFrom::Zero };
    let rule = kind.with_parts(parts).with_count_from(from);
    let counted =
        input.varint()?.checked_sub(1).map(|n| Weight::new(n).ok_or(Flaw::OutOfRange)).transpose()?;
    let percent = u8::try_from(input.varint()?).map_err(|_| Flaw::OutOfRange)?;
    let body = Body { rule, counted, uplift: Uplift::new(percent).ok_or(Flaw::OutOfRange)? };
    // A reading or a figure that the rule has no use for was never written.
    if reading(rule) == read && body.fitted() == body { Ok(body) } else { Err(Flaw::OutOfRange) }
}

/// Day, level; then per milestone: identity, days or months, how many, name.
pub(super) fn write_calendar(out: &mut Writer, calendar: &Calendar) {
    if *calendar == Calendar::default() {
        return;
    }
    out.varint(calendar.day.map_or(0, |day| day.packed().into()));
    out.varint(LEVELS.iter().find(|(_, level)| *level == calendar.level).map_or(0, |(number, _)| *number));
    let mut before = 0;
    for own in &calendar.own {
        let id = i64::from(own.id.0);
        out.signed(id - std::mem::replace(&mut before, id));
        let (unit, amount) = match own.before {
            Span::Days(days) => (DAYS, days),
            Span::Months(months) => (MONTHS, months),
        };
        out.varint(unit);
        out.varint(amount.into());
        out.block(own.name.as_str().as_bytes());
    }
}

pub(super) fn read_calendar(input: &mut Reader<'_>, next_id: u32) -> Result<Calendar, Flaw> {
    let day = date(input.varint()?)?;
    let number = input.varint()?;
    let (_, level) = LEVELS.into_iter().find(|(known, _)| *known == number).ok_or(Flaw::OutOfRange)?;
    let (mut own, mut seen, mut before) = (Vec::new(), HashSet::new(), 0i64);
    while !input.is_empty() {
        if own.len() >= MAX_MILESTONES {
            return Err(Flaw::OutOfRange);
        }
        before = before.checked_add(input.signed()?).ok_or(Flaw::Dangling)?;
        let id = u32::try_from(before).ok().filter(|id| *id < next_id).ok_or(Flaw::Dangling)?;
        if !seen.insert(id) {
            return Err(Flaw::Repeated);
        }
        let unit = input.varint()?;
        let amount = u16::try_from(input.varint()?).map_err(|_| Flaw::OutOfRange)?;
        let span = match unit {
            DAYS => Span::Days(amount),
            MONTHS => Span::Months(amount),
            _ => return Err(Flaw::OutOfRange),
        };
        if !OwnMilestone::fits(span) {
            return Err(Flaw::OutOfRange);
        }
        let text = std::str::from_utf8(input.block()?).map_err(|_| Flaw::NotAName)?;
        let name = Name::new(text).ok().filter(|name| name.as_str() == text).ok_or(Flaw::NotAName)?;
        own.push(OwnMilestone { id: MilestoneId(id), name, before: span });
    }
    let calendar = Calendar { day, level, own };
    // A calendar that says nothing is left out.
    if calendar == Calendar::default() { Err(Flaw::OutOfRange) } else { Ok(calendar) }
}

#[cfg(test)]
mod tests {
    use super::super::{Part, PayloadError, read, write};
    use super::*;
    use crate::scenario::Scenario;
    use crate::threshold::Date;

    fn with(part: Part, section: &[u8]) -> Result<Scenario, PayloadError> {
        let mut out = Writer::default();
        out.raw(&write(&Scenario { next_id: 10, ..Scenario::blank() }));
        out.varint(part.tag());
        out.block(section);
        read(&out.into_bytes(), 10).map(|decoded| decoded.scenario)
    }

    #[test]
    fn every_rule_has_its_number() {
        for rule in NumberRule::ALL {
            assert!(RULES.iter().any(|(_, known)| *known == rule), "{rule:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let blank = write(&Scenario::blank());
        let body = Scenario { body: Some(Body::new(NumberRule::National)), ..Scenario::blank() };
        // Tag 70, four bytes: the rule and nothing else.
        assert_eq!(write(&body).strip_prefix(blank.as_slice()), Some(&[70, 4, 5, 0, 0, 0][..]));
        let calendar = Calendar { day: Date::new(2021, 9, 27), ..Calendar::default() };
        let dated = write(&Scenario { calendar, ..Scenario::blank() });
        // Tag 72: 2021 × 512 + 9 × 32 + 27 = 1035067.
        assert_eq!(dated.strip_prefix(blank.as_slice()), Some(&[72, 4, 0xBB, 0x96, 0x3F, 0][..]));
    }

    #[test]
    fn damaged_sections_are_refused_with_their_flaw() {
        for (section, flaw) in [
            (&[0, 0, 0, 0][..], Flaw::OutOfRange),
            (&[19, 0, 0, 0], Flaw::OutOfRange),
            // A reading, those counted, an uplift that the rule does not have.
            (&[2, 1, 0, 0], Flaw::OutOfRange),
            (&[2, 0, 5, 0], Flaw::OutOfRange),
            (&[8, 0, 0, 5], Flaw::OutOfRange),
            (&[9, 0, 0, 6], Flaw::OutOfRange),
            (&[9, 3, 0, 0], Flaw::OutOfRange),
            (&[12, 6, 0, 0], Flaw::OutOfRange),
            (&[9, 0, 0], Flaw::Ended),
            (&[9, 0, 0, 5, 0], Flaw::Trailing),
        ] {
            let refused = PayloadError::Damaged { part: Part::Body, flaw };
            assert_eq!(with(Part::Body, section), Err(refused), "{section:?}");
        }
        for (section, flaw) in [
            (&[0, 0][..], Flaw::OutOfRange),
            (&[1, 0], Flaw::OutOfRange),
            (&[0, 6], Flaw::OutOfRange),
            (&[0], Flaw::Ended),
            // Identity 10 is the next to give out; -1 was never one.
            (&[0, 0, 20, 0, 1, 0], Flaw::Dangling),
            (&[0, 0, 1, 0, 1, 0], Flaw::Dangling),
            (&[0, 0, 4, 0, 1, 0, 0, 0, 1, 0], Flaw::Repeated),
            (&[0, 0, 4, 2, 1, 0], Flaw::OutOfRange),
            (&[0, 0, 4, 0, 0, 0], Flaw::OutOfRange),
            (&[0, 0, 4, 1, 121, 0], Flaw::OutOfRange),
            (&[0, 0, 4, 0, 0xCD, 0x1C, 0], Flaw::OutOfRange),
            (&[0, 0, 4, 0, 1, 1, b' '], Flaw::NotAName),
            (&[0, 0, 4, 0, 1, 1, 0xFF], Flaw::NotAName),
            (&[0, 0, 4, 0, 1, 2, b'x'], Flaw::Ended),
        ] {
            let refused = PayloadError::Damaged { part: Part::Calendar, flaw };
            assert_eq!(with(Part::Calendar, section), Err(refused), "{section:?}");
        }
    }

    #[test]
    fn more_milestones_than_the_limit_are_refused() {
        let mut section = vec![0, 0];
        for _ in 0..=MAX_MILESTONES {
            section.extend([2, 0, 1, 0]);
        }
        let most = section.len() - 4;
        for (bytes, fits) in [(&section[..most], true), (&section[..], false)] {
            let mut out = Writer::default();
            out.raw(&write(&Scenario { next_id: 1_000, ..Scenario::blank() }));
            out.varint(Part::Calendar.tag());
            out.block(bytes);
            assert_eq!(read(&out.into_bytes(), 10).is_ok(), fits);
        }
    }
}
