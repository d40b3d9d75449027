//! The laws, statutes and books that the profiles cite, each named once.

use crate::threshold::{Bilingual, Source};

const fn source(
    zh: &'static str,
    en: &'static str,
    year: Option<u16>,
    article: Option<&'static str>,
) -> Source {
    Source { law: Bilingual { zh, en }, article, year }
}

pub(super) const fn cpc_local(article: Option<&'static str>) -> Source {
    source(
        "中国共产党地方组织选举工作条例",
        "CPC Regulations on Elections in Local Organisations",
        Some(2020),
        article,
    )
}

pub(super) const fn cpc_local_1994(article: Option<&'static str>) -> Source {
    source(
        "中国共产党地方组织选举工作条例",
        "CPC Regulations on Elections in Local Organisations",
        Some(1994),
        article,
    )
}

pub(super) const fn cpc_grassroots(article: Option<&'static str>) -> Source {
    source(
        "中国共产党基层组织选举工作条例",
        "CPC Regulations on Elections in Grass-roots Organisations",
        Some(2020),
        article,
    )
}

pub(super) const fn electoral_law(article: &'static str) -> Source {
    source("选举法", "Electoral Law of the People's Congresses", Some(2020), Some(article))
}

pub(super) const fn organic_law(article: &'static str) -> Source {
    source(
        "地方组织法",
        "Organic Law of Local People's Congresses and Governments",
        Some(2022),
        Some(article),
    )
}

pub(super) const fn npc_rules(article: &'static str) -> Source {
    source(
        "全国人民代表大会议事规则",
        "Rules of Procedure of the National People's Congress",
        Some(2021),
        Some(article),
    )
}

/// What the mirror of the laws gives without an article number.
pub(super) const PEOPLES_CONGRESS_LAWS: Source =
    source("人民代表大会有关法律", "Laws of the people's congresses", None, None);

pub(super) const fn villagers_committees(article: &'static str) -> Source {
    source("村民委员会组织法", "Organic Law of Villagers' Committees", Some(2018), Some(article))
}

pub(super) const STATE_FIRMS: Source =
    source("国有企业职工代表大会规定", "Rules for employees' congresses of state firms", None, Some("18"));

pub(super) const SHANGHAI_EMPLOYEES: Source = source(
    "上海市职工代表大会条例",
    "Shanghai Regulations on Employees' Congresses",
    Some(2017),
    Some("28, 31"),
);

pub(super) const ZHEJIANG_EMPLOYEES: Source = source(
    "浙江省企业民主管理条例",
    "Zhejiang Regulations on Democratic Management of Enterprises",
    Some(2010),
    None,
);

pub(super) const UNION_TEMPLATES: Source =
    source("工会会员代表大会选举办法范本", "Model election methods of trade union congresses", None, None);

pub(super) const UNION_LAW: Source = source("工会法", "Trade Union Law", Some(2021), Some("10, 17, 18"));

pub(super) const CIVIL_CODE_278: Source = source("民法典", "Civil Code", None, Some("278"));

pub(super) const SOCIAL_TEMPLATE: Source =
    source("社会团体章程范本", "Model charter of social organisations", None, None);

pub(super) const fn cooperatives(article: &'static str) -> Source {
    source("农民专业合作社法", "Law on Specialised Farmers' Cooperatives", Some(2017), Some(article))
}

pub(super) const RURAL_COLLECTIVES: Source = source(
    "农村集体经济组织法",
    "Law on Rural Collective Economic Organisations",
    Some(2024),
    Some("27, 28"),
);

pub(super) const ROBERT_1915: Source =
    source("罗伯特议事规则（第4版）", "Robert's Rules of Order Revised, 4th edition", Some(1915), None);

pub(super) const fn ronr_12(paragraph: Option<&'static str>) -> Source {
    source("罗伯特议事规则（第12版）", "Robert's Rules of Order Newly Revised, 12th edition", None, paragraph)
}
