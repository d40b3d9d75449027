//! The rule on the number of delegates and the calendar, as text.

use super::{capped, plain};
use crate::apportion::open_house::{CountFrom, Level as DeputyLevel, NumberRule, Parts, RangeRule, Uplift};
use crate::limits::MAX_MILESTONES;
use crate::num::Weight;
use crate::scenario::{Body, Calendar, MilestoneId, Name, OwnMilestone};
use crate::threshold::{Date, Level, Span};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The codes of the rules. Frozen.
const RULES: [(&str, NumberRule); 18] = [
    ("party-province", NumberRule::Range(RangeRule::ProvincialCongress)),
    ("party-prefecture", NumberRule::Range(RangeRule::PrefecturalCongress)),
    ("party-county", NumberRule::Range(RangeRule::CountyCongress)),
    ("party-grassroots", NumberRule::Range(RangeRule::GrassrootsCongress)),
    ("peoples-congress-national", NumberRule::National),
    ("peoples-congress-province", NumberRule::Deputies(DeputyLevel::Province, Parts::Whole)),
    ("peoples-congress-municipality", NumberRule::Deputies(DeputyLevel::Municipality, Parts::Whole)),
    ("peoples-congress-prefecture", NumberRule::Deputies(DeputyLevel::Prefecture, Parts::Whole)),
    ("peoples-congress-county", NumberRule::Deputies(DeputyLevel::County, Parts::Whole)),
    ("peoples-congress-township", NumberRule::Deputies(DeputyLevel::Township, Parts::Whole)),
    ("staff-shanghai", NumberRule::ShanghaiStaff(Parts::Whole)),
    ("staff-zhejiang", NumberRule::ZhejiangStaff(CountFrom::BracketStart, Parts::Whole)),
    ("union-1984", NumberRule::Range(RangeRule::UnionCongress1984)),
    ("union-grassroots-2019", NumberRule::Range(RangeRule::GrassrootsUnion2019)),
    ("union-committee", NumberRule::Range(RangeRule::UnionCommittee)),
    ("cooperative", NumberRule::Cooperative(Parts::Whole)),
    ("rural-collective", NumberRule::RuralCollective),
    ("village", NumberRule::Village),
];

/// The codes of how an incomplete part counts. Frozen.
const PARTS: [(&str, Parts); 3] =
    [("whole", Parts::Whole), ("or-part", Parts::OrPart), ("nearest", Parts::Nearest)];

/// The codes of where counting begins. Frozen.
const FROM: [(&str, CountFrom); 2] = [("class", CountFrom::BracketStart), ("zero", CountFrom::Zero)];

/// The codes of the levels. Frozen.
const LEVELS: [(&str, Level); 5] = [
    ("national", Level::National),
    ("province", Level::Province),
    ("below-province", Level::BelowProvince),
    ("county-and-above", Level::CountyAndAbove),
    ("township", Level::Township),
];

fn code<T: PartialEq>(table: &[(&str, T)], value: &T) -> String {
    table.iter().find(|(_, known)| known == value).map_or("", |(code, _)| code).to_owned()
}

fn of_code<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    table.iter().find(|(code, _)| *code == text).map(|(_, value)| *value)
}

/// A rule with the readings it leaves open; those it does not leave open are not written, and refused.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BodyText {
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<u64>,
    #[serde(skip_serializing_if = "plain::is_default")]
    uplift_percent: u8,
    #[serde(skip)]
    body: Body,
}

impl<'de> Deserialize<'de> for BodyText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "camelCase")]
        struct Plain {
            rule: String,
            #[serde(default)]
            parts: Option<String>,
            #[serde(default)]
            counted_from: Option<String>,
            #[serde(default, with = "plain::weight::option")]
            counted: Option<Weight>,
            #[serde(default)]
            uplift_percent: u8,
        }
        let plain = Plain::deserialize(from)?;
        let no_code = || D::Error::custom("no such code");
        let mut rule = of_code(&RULES, &plain.rule).ok_or_else(no_code)?;
        if let Some(parts) = &plain.parts {
            rule = rule.with_parts(of_code(&PARTS, parts).ok_or_else(no_code)?);
        }
        if let Some(from) = &plain.counted_from {
            rule = rule.with_count_from(of_code(&FROM, from).ok_or_else(no_code)?);
        }
        let uplift = Uplift::new(plain.uplift_percent)
            .ok_or_else(|| D::Error::custom("at most 5 percent are added"))?;
        let body = Body { rule, counted: plain.counted, uplift };
        let open = plain.parts.is_none_or(|_| rule.parts().is_some())
            && plain.counted_from.is_none_or(|_| rule.count_from().is_some());
        if open && body.fitted() == body {
            Ok(Self::of(&body))
        } else {
            Err(D::Error::custom("the rule has no use for this"))
        }
    }
}

impl BodyText {
    pub(super) fn of(body: &Body) -> Self {
        Self {
            rule: code(&RULES, &body.rule.kind()),
            parts: body.rule.parts().map(|parts| code(&PARTS, &parts)),
            counted_from: body.rule.count_from().map(|from| code(&FROM, &from)),
            counted: body.counted.map(Weight::get),
            uplift_percent: body.uplift.percent(),
            body: *body,
        }
    }

    pub(super) fn body(self) -> Body {
        self.body
    }
}

#[derive(Clone, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct CalendarText {
    #[serde(default, with = "plain::date::option", skip_serializing_if = "Option::is_none")]
    day: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<LevelText>,
    #[serde(
        default,
        deserialize_with = "capped::list::<MAX_MILESTONES, _, _>",
        skip_serializing_if = "Vec::is_empty"
    )]
    milestones: Vec<MilestoneText>,
}

/// A level by its code.
#[derive(Clone, Copy, PartialEq)]
struct LevelText(Level);

impl Serialize for LevelText {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&code(&LEVELS, &self.0))
    }
}

impl<'de> Deserialize<'de> for LevelText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        of_code(&LEVELS, &text).map(Self).ok_or_else(|| D::Error::custom("no such code"))
    }
}

#[derive(Clone, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct MilestoneText {
    id: u32,
    #[serde(with = "plain::name")]
    name: Name,
    before: SpanText,
}

/// `{"days": 30}` or `{"months": 2}`.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum SpanText {
    Days(u16),
    Months(u16),
}

impl<'de> Deserialize<'de> for SpanText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum Plain {
            Days(u16),
            Months(u16),
        }
        let text = match Plain::deserialize(from)? {
            Plain::Days(days) => Self::Days(days),
            Plain::Months(months) => Self::Months(months),
        };
        let fits = OwnMilestone::fits(text.span());
        if fits {
            Ok(text)
        } else {
            Err(D::Error::custom("a milestone is 1 to 3660 days or 1 to 120 months before"))
        }
    }
}

impl SpanText {
    const fn span(self) -> Span {
        match self {
            Self::Days(days) => Span::Days(days),
            Self::Months(months) => Span::Months(months),
        }
    }
}

impl CalendarText {
    pub(super) fn of(calendar: &Calendar) -> Self {
        let milestone = |own: &OwnMilestone| MilestoneText {
            id: own.id.0,
            name: own.name.clone(),
            before: match own.before {
                Span::Days(days) => SpanText::Days(days),
                Span::Months(months) => SpanText::Months(months),
            },
        };
        Self {
            day: calendar.day,
            level: calendar.level.map(LevelText),
            milestones: calendar.own.iter().map(milestone).collect(),
        }
    }

    pub(super) fn calendar(self) -> Calendar {
        let own = |text: MilestoneText| OwnMilestone {
            id: MilestoneId(text.id),
            name: text.name,
            before: text.before.span(),
        };
        Calendar {
            day: self.day,
            level: self.level.map(|LevelText(level)| level),
            own: self.milestones.into_iter().map(own).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::from_str;

    #[test]
    fn every_code_is_in_the_description_of_the_format() {
        let described = include_str!("../../../docs/FORMAT.md");
        let codes = RULES.iter().map(|(code, _)| code).chain(PARTS.iter().map(|(code, _)| code));
        for code in codes.chain(FROM.iter().map(|(code, _)| code)).chain(LEVELS.iter().map(|(code, _)| code))
        {
            assert!(described.contains(&format!("`{code}`")), "{code}");
        }
    }

    #[test]
    fn a_body_says_only_what_its_rule_leaves_open() {
        let text = r#"{"rule":"staff-zhejiang","parts":"whole","countedFrom":"zero","counted":1000}"#;
        let body = from_str::<BodyText>(text).unwrap();
        assert_eq!(serde_json::to_string(&body).unwrap(), text);
        assert_eq!(body.body().rule, NumberRule::ZhejiangStaff(CountFrom::Zero, Parts::Whole));
        for (text, why) in [
            (r#"{"rule":"party-city"}"#, "no such code"),
            (r#"{"rule":"village","parts":"whole"}"#, "has no use"),
            (r#"{"rule":"staff-shanghai","countedFrom":"zero"}"#, "has no use"),
            (r#"{"rule":"party-county","counted":5}"#, "has no use"),
            (r#"{"rule":"peoples-congress-prefecture","upliftPercent":5}"#, "has no use"),
            (r#"{"rule":"peoples-congress-county","upliftPercent":6}"#, "at most 5"),
            (r#"{"rule":"peoples-congress-county","uplift":5}"#, "unknown field"),
        ] {
            let error = from_str::<BodyText>(text).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn a_calendar_is_days_and_codes() {
        let text = r#"{"day":"2021-09-27","level":"below-province","milestones":[{"id":7,"name":"Hall","before":{"months":1}}]}"#;
        let calendar = from_str::<CalendarText>(text).unwrap();
        assert_eq!(serde_json::to_string(&calendar).unwrap(), text);
        for text in [
            r#"{"day":"2021-02-29"}"#,
            r#"{"level":"city"}"#,
            r#"{"milestones":[{"id":7,"name":"Hall","before":{"days":0}}]}"#,
            r#"{"milestones":[{"id":7,"name":"Hall","before":{"months":121}}]}"#,
            r#"{"milestones":[{"id":7,"name":" Hall","before":{"days":1}}]}"#,
            r#"{"milestones":[{"id":7,"name":"Hall","before":{"weeks":1}}]}"#,
        ] {
            assert!(from_str::<CalendarText>(text).is_err(), "{text}");
        }
    }
}
