//! What the page says about the number of delegates of a body.

use crate::apportion::open_house::{Counted, NumberRule};
use crate::scenario::NumberCheck;

/// A word or a sentence about the number of delegates.
#[derive(Clone, Copy, Debug)]
pub enum SizeMsg<'a> {
    /// A fixed word or sentence.
    Word(SizeWord),
    /// The name of a rule.
    Rule(NumberRule),
    /// Where a rule is written.
    Source(NumberRule),
    /// The field for those whom a rule counts.
    Counted(Counted),
    /// The members of all units stand in for a figure that was not entered.
    Instead(u64),
    /// The house beside the number that the rule asks for, as a sentence that can be checked.
    Check(&'a NumberCheck),
    /// How the number was found, to be redone by hand.
    Working(&'a NumberCheck),
    /// Take this number as the house size.
    Use(u32),
}

/// A fixed word or sentence about the number of delegates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SizeWord {
    /// How many delegates?
    Title,
    /// What the section is for.
    Hint,
    /// Rule on the number.
    Rule,
    /// None.
    NoRule,
    /// An incomplete part counts.
    Parts,
    /// Counting begins.
    From,
    /// At the start of the class.
    FromClass,
    /// At zero.
    FromZero,
    /// The text leaves this open.
    LeftOpen,
    /// Added by decision, percent.
    Uplift,
    /// More than the law allows.
    UpliftHint,
}

#[cfg(test)]
mod tests {
    use super::SizeMsg;
    use crate::apportion::open_house::{CountFrom, Level, NumberRule, Parts, RangeRule, Uplift};
    use crate::language::Language;
    use crate::num::Weight;
    use crate::scenario::{Body, NumberCheck};
    use crate::text::{Msg, say};

    fn checked(rule: NumberRule, counted: u64, house: u64) -> NumberCheck {
        let counted = Weight::new(counted).unwrap();
        NumberCheck {
            body: Body::new(rule),
            counted,
            house,
            grown: false,
            number: rule.number(counted, Uplift::NONE),
        }
    }

    fn said(check: &NumberCheck, language: Language) -> [String; 2] {
        [SizeMsg::Check(check), SizeMsg::Working(check)]
            .map(|msg| say(language, &Msg::Size(msg)).into_owned())
    }

    /// What people read, so that they can redo it by hand.
    #[test]
    fn sentences_can_be_checked() {
        let prefecture = NumberRule::Deputies(Level::Prefecture, Parts::Whole);
        let county = NumberRule::Deputies(Level::County, Parts::OrPart);
        let range = NumberRule::Range;
        let zhejiang = NumberRule::ZhejiangStaff(CountFrom::BracketStart, Parts::Whole);
        for (check, [en, working], [zh, reckoned]) in [
            (
                checked(range(RangeRule::PrefecturalCongress), 380_000, 500),
                [
                    "300 to 500 for a party congress of a prefecture-level city: 500 is at the upper end.",
                    "More or fewer are possible where there are very many or very few organisations or members.",
                ],
                [
                    "设区的市、自治州党代会 300 至 500 名；名额总数 500 名，处于上限。",
                    "党组织、党员数量特别多或者特别少的，可以适当增减。",
                ],
            ),
            (
                checked(prefecture, 6_645_243, 500),
                [
                    "240 + 1 per 25,000 of 6,645,243 inhabitants = 505; the house is 500: 5 fewer.",
                    "6,645,243 ÷ 25,000 = 265; the remainder of 20,243 counts for nothing. 240 + 265 = 505. \
                     The most, 650, holds only above 10,000,000 inhabitants.",
                ],
                [
                    "基数 240 名，人口 6,645,243 人，每 25,000 人增加 1 名，共 505 名；名额总数 500 名，少 5 名。",
                    "6,645,243 ÷ 25,000 = 265，余 20,243，余数不计。240 + 265 = 505。\
                     人口超过 10,000,000 人时，总名额才以 650 名为限。",
                ],
            ),
            (
                checked(NumberRule::Deputies(Level::Province, Parts::Whole), 126_012_510, 1_000),
                [
                    "350 + 1 per 150,000 of 126,012,510 inhabitants = 1,190, at most 1,000; the house is 1,000: exactly that.",
                    "126,012,510 ÷ 150,000 = 840; the remainder of 12,510 counts for nothing. 350 + 840 = 1,190. \
                     At most 1,000.",
                ],
                [
                    "基数 350 名，人口 126,012,510 人，每 150,000 人增加 1 名，共 1,190 名，不得超过 1,000 名；\
                     名额总数 1,000 名，正好相符。",
                    "126,012,510 ÷ 150,000 = 840，余 12,510，余数不计。350 + 840 = 1,190。总名额不得超过 1,000 名。",
                ],
            ),
            (
                checked(county, 30_001, 100),
                [
                    "140 + 1 per 5,000 of 30,001 inhabitants = 147, or fewer below 50,000: 100 is within that.",
                    "30,001 ÷ 5,000 = 6; the remainder of 1 counts as a full part. 140 + 7 = 147. \
                     The most, 450, holds only above 1,550,000 inhabitants. Below 50,000 inhabitants the number may be less than 140.",
                ],
                [
                    "基数 140 名，人口 30,001 人，每 5,000 人增加 1 名，共 147 名，不足 50,000 人的可以少于基数；\
                     名额总数 100 名，在规定范围内。",
                    "30,001 ÷ 5,000 = 6，余 1，余数按一级计。140 + 7 = 147。\
                     人口超过 1,550,000 人时，总名额才以 450 名为限。人口不足 50,000 人的，总名额可以少于 140 名。",
                ],
            ),
            (
                checked(zhejiang, 1_234, 99),
                [
                    "At least 100 + 20 per 1,000 of 234 staff beyond the first 1,000 = 100; the house is 99: 1 fewer.",
                    "234 ÷ 1,000 = 0; the remainder of 234 counts for nothing. 100 + 0 × 20 = 100.",
                ],
                [
                    "基数 100 名，职工超过 1,000 人的 234 人，每 1,000 人增加 20 名，不少于 100 名；\
                     名额总数 99 名，低于下限 1 名。",
                    "234 ÷ 1,000 = 0，余 234，余数不计。100 + 0 × 20 = 100。",
                ],
            ),
            (
                checked(range(RangeRule::GrassrootsCongress), 0, 301),
                [
                    "100 to 200 as a rule and 300 at most for a party congress of a grass-roots organisation; \
                     the house is 301: 101 more. It is also above 300, which may not be passed.",
                    "",
                ],
                [
                    "基层党代会一般为 100 至 200 名，最多不超过 300 名；名额总数 301 名，高于上限 101 名，并超过不得超过的 300 名。",
                    "",
                ],
            ),
            (
                checked(range(RangeRule::UnionCongress1984), 60_000, 200),
                ["200 to 350 for 50,001 to 300,000 members: 200 is at the lower end.", ""],
                ["会员 50,001 至 300,000 人的，200 至 350 名；名额总数 200 名，处于下限。", ""],
            ),
            (
                checked(range(RangeRule::GrassrootsUnion2019), 60, 30),
                ["The rule has a number from 100 members on; there are 60.", ""],
                ["该规定自会员 100 人起才有名额，现为 60 人。", ""],
            ),
            (
                checked(NumberRule::National, 0, 2_980),
                ["At most 3,000 for the National People’s Congress: 2,980 is within that.", ""],
                ["全国人民代表大会不超过 3,000 名；名额总数 2,980 名，在规定范围内。", ""],
            ),
            (
                checked(NumberRule::Cooperative(Parts::Whole), 1_234, 120),
                [
                    "As a rule a tenth of 1,234 members, never fewer than 51 = 123; the house is 120: 3 fewer.",
                    "1,234 ÷ 10 = 123; the remainder of 4 counts for nothing.",
                ],
                [
                    "成员 1,234 人，一般为百分之十，最低 51 名，即 123 名；名额总数 120 名，少 3 名。",
                    "1,234 ÷ 10 = 123，余 4，余数不计。",
                ],
            ),
            (
                checked(NumberRule::RuralCollective, 100, 21),
                [
                    "1 per 5 to 15 of 100 households, and more than 20 = at least 21; the house is 21: the least.",
                    "100 ÷ 15, rounded up, = 7; 100 ÷ 5, rounded down, = 20.",
                ],
                [
                    "100 户，每 5 至 15 户 1 名，并应多于 20 名，即不少于 21 名；名额总数 21 名，处于下限。",
                    "100 ÷ 15，进一，得 7；100 ÷ 5，舍去余数，得 20。",
                ],
            ),
        ] {
            assert_eq!(said(&check, Language::English), [en, working]);
            assert_eq!(said(&check, Language::Chinese), [zh, reckoned]);
        }
    }

    /// 选举法 (2020) Art. 12, last paragraph.
    #[test]
    fn an_uplift_is_named() {
        let rule = NumberRule::Deputies(Level::County, Parts::Whole);
        let (counted, uplift) = (Weight::from(800_000), Uplift::MOST);
        let body = Body { rule, counted: None, uplift };
        let check =
            NumberCheck { body, counted, house: 315, grown: false, number: rule.number(counted, uplift) };
        let [en, working] = said(&check, Language::English);
        assert_eq!(
            en,
            "140 + 1 per 5,000 of 800,000 inhabitants = 300, and 15 more by decision = 315; the house is 315: exactly that."
        );
        assert!(working.ends_with("5% of that, whole deputies: 15 more."), "{working}");
        let [zh, _] = said(&check, Language::Chinese);
        assert!(zh.contains("共 300 名，经决定另加 15 名，为 315 名；名额总数 315 名，正好相符。"), "{zh}");
    }

    /// The house entered is 258; minima that are topped up make it 266.
    #[test]
    fn a_house_that_has_grown_is_not_called_the_one_entered() {
        let mut check = checked(NumberRule::Deputies(Level::County, Parts::Whole), 590_000, 266);
        let [en, _] = said(&check, Language::English);
        assert!(en.ends_with("= 258; the house is 266: 8 more."), "{en}");
        check.grown = true;
        let [en, _] = said(&check, Language::English);
        assert!(en.ends_with("= 258; with those added the house is 266: 8 more."), "{en}");
        let [zh, _] = said(&check, Language::Chinese);
        assert!(zh.ends_with("共 258 名；增加后共 266 名，多 8 名。"), "{zh}");
    }
}
