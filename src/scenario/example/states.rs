//! The House of Representatives of the United States, 2020 and 1880: one table of states for both.
//!
//! Sources: US Census Bureau, apportionment populations of 2020; census of 1880, of which the total and the figures of
//! Alabama, Illinois and Texas were checked against a source and the others were not: the gallery asks to confirm them.
//! Only the allocation is an example; nothing is said of those elected.

use super::{numbered, pick, rows};
use crate::apportion::{Method, MinimumRule};
use crate::language::Language;
use crate::num::{Seats, Weight};
use crate::scenario::{Allocating, Name, Rules, Scenario, Unit};
use crate::threshold::{Base, Rule, Share};
use std::rc::Rc;

/// A census.
#[derive(Clone, Copy)]
pub(super) enum Census {
    /// Of 2020: the method in force, Huntington and Hill's.
    Of2020,
    /// Of 1880: largest remainders, as the law then was, one seat below the Alabama paradox.
    Of1880,
}

/// The House after a census.
pub(super) fn scenario(language: Language, title: Name, census: Census) -> Scenario {
    let (column, house, method, rule) = match census {
        Census::Of2020 => (0, 435, Method::HUNTINGTON_HILL, MinimumRule::Seed),
        Census::Of1880 => (1, 299, Method::HAMILTON, MinimumRule::Clamp),
    };
    let units = rows(language, STATES).filter_map(|(name, figures)| {
        // A state that did not exist has no figure.
        let members = Weight::from(*figures.get(column)?);
        let name = format!("{}{}", name.as_str(), pick(language, "州", "").as_str());
        Some(move |unit: Unit| Unit { name: Name::new(&name).unwrap_or_default(), members, ..unit })
    });
    let (units, next_id) = numbered(1, units);
    let blank = Scenario::blank();
    Scenario {
        title,
        allocating: Allocating {
            house: Seats::from(house),
            method,
            minimum_rule: rule,
            minimum: Seats::from(1),
            ..blank.allocating
        },
        rules: Rules::Custom {
            quorum: Rule::more_than(Share::HALF, Base::Due),
            majority: Rule::more_than(Share::HALF, Base::VotesCast),
        },
        units: Rc::new(units),
        next_id,
        ..blank
    }
}

/// State (zh, en), its population of 2020, and that of 1880 where it was a state.
const STATES: &str = "\
阿拉巴马,Alabama,5030053,1262505
阿拉斯加,Alaska,736081
亚利桑那,Arizona,7158923
阿肯色,Arkansas,3013756,802525
加利福尼亚,California,39576757,864694
科罗拉多,Colorado,5782171,194327
康涅狄格,Connecticut,3608298,622700
特拉华,Delaware,990837,146608
佛罗里达,Florida,21570527,269493
佐治亚,Georgia,10725274,1542180
夏威夷,Hawaii,1460137
爱达荷,Idaho,1841377
伊利诺伊,Illinois,12822739,3077871
印第安纳,Indiana,6790280,1978301
艾奥瓦,Iowa,3192406,1624615
堪萨斯,Kansas,2940865,996096
肯塔基,Kentucky,4509342,1648690
路易斯安那,Louisiana,4661468,939946
缅因,Maine,1363582,648936
马里兰,Maryland,6185278,934943
马萨诸塞,Massachusetts,7033469,1783085
密歇根,Michigan,10084442,1636937
明尼苏达,Minnesota,5709752,780773
密西西比,Mississippi,2963914,1131597
密苏里,Missouri,6160281,2168380
蒙大拿,Montana,1085407
内布拉斯加,Nebraska,1963333,452402
内华达,Nevada,3108462,62266
新罕布什尔,New Hampshire,1379089,346991
新泽西,New Jersey,9294493,1131116
新墨西哥,New Mexico,2120220
纽约,New York,20215751,5082871
北卡罗来纳,North Carolina,10453948,1399750
北达科他,North Dakota,779702
俄亥俄,Ohio,11808848,3198062
俄克拉何马,Oklahoma,3963516
俄勒冈,Oregon,4241500,174768
宾夕法尼亚,Pennsylvania,13011844,4282891
罗得岛,Rhode Island,1098163,276531
南卡罗来纳,South Carolina,5124712,995577
南达科他,South Dakota,887770
田纳西,Tennessee,6916897,1542359
得克萨斯,Texas,29183290,1591749
犹他,Utah,3275252
佛蒙特,Vermont,643503,332286
弗吉尼亚,Virginia,8654542,1512565
华盛顿,Washington,7715946
西弗吉尼亚,West Virginia,1795045,618457
威斯康星,Wisconsin,5897473,1315497
怀俄明,Wyoming,577719";
