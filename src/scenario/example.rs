//! The examples: whole scenarios to learn from, each as a person could have entered it. What each shows, and where its figures
//! are from, is said in `text`; those that are made up say so in their titles, which go wherever they go.

mod congress;
mod owners;
mod states;
mod union;

use super::{Name, Scenario, Unit, UnitId};
use crate::language::Language;
use std::rc::Rc;

/// An example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Example {
    /// A municipal party congress of 2021: every step.
    Congress,
    /// The US House after the census of 2020.
    House2020,
    /// The US House after the census of 1880: the Alabama paradox.
    House1880,
    /// A union conference: a step scale, a narrow quorum, a tie in an election. Made up.
    Union,
    /// An owners' assembly: two measures. Made up.
    Owners,
    /// Nothing yet.
    Blank,
}

impl Example {
    /// Every example, in the order of the gallery.
    pub const ALL: [Self; 6] =
        [Self::Congress, Self::House2020, Self::House1880, Self::Union, Self::Owners, Self::Blank];

    /// The example as a scenario.
    pub fn scenario(self, language: Language) -> Scenario {
        let title = self.title(language);
        match self {
            Self::Congress => congress::scenario(language, title),
            Self::House2020 => states::scenario(language, title, states::Census::Of2020),
            Self::House1880 => states::scenario(language, title, states::Census::Of1880),
            Self::Union => union::scenario(language, title),
            Self::Owners => owners::scenario(language, title),
            Self::Blank => Scenario::blank(),
        }
    }

    /// Its title; a blank one has none.
    pub fn title(self, language: Language) -> Name {
        let (zh, en) = match self {
            Self::Congress => {
                ("中国共产党衡阳市第十二次代表大会（2021年）", "12th Hengyang municipal party congress, 2021")
            }
            Self::House2020 => {
                ("美国众议院席位分配（2020年人口普查）", "US House of Representatives, census of 2020")
            }
            Self::House1880 => {
                ("美国众议院席位分配（1880年人口普查）", "US House of Representatives, census of 1880")
            }
            Self::Union => ("某市工会代表大会（虚构数据）", "Union conference of a city (made-up figures)"),
            Self::Owners => {
                ("某小区业主大会（虚构数据）", "Assembly of the owners of an estate (made-up figures)")
            }
            Self::Blank => ("", ""),
        };
        pick(language, zh, en)
    }

    /// The example that bears this title, in either language.
    pub fn of_title(title: &Name) -> Option<Self> {
        let bears = |example: &Self| Language::ALL.iter().any(|language| example.title(*language) == *title);
        Self::ALL.into_iter().filter(|_| !title.is_empty()).find(bears)
    }

    /// Whether what is said about it holds: of the censuses, what to try with them; of the others, what their figures come to as long as
    /// nobody has changed any.
    pub fn is_as_told(self, scenario: &Scenario) -> bool {
        match self {
            Self::House2020 | Self::House1880 => true,
            _ => Language::ALL.iter().any(|language| self.scenario(*language) == *scenario),
        }
    }
}

/// The example that the page opens on.
pub fn example(language: Language) -> Scenario {
    Example::Congress.scenario(language)
}

/// The text of the language.
fn pick(language: Language, zh: &str, en: &str) -> Name {
    let text = match language {
        Language::Chinese => zh,
        Language::English => en,
    };
    Name::title(text).unwrap_or_default()
}

/// The lines of a table: a name in both languages, then figures. Written as one text, which packs far better than a table
/// of texts; a test reads every line.
fn rows(language: Language, table: &'static str) -> impl Iterator<Item = (Name, Vec<u32>)> {
    table.lines().map(move |line| {
        let mut fields = line.split(',');
        let (zh, en) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        (pick(language, zh, en), fields.map(|figure| figure.parse().unwrap_or_default()).collect())
    })
}

/// Units with identities from `first` on, and the next identity to give out.
fn numbered(first: u32, fill: impl Iterator<Item = impl FnOnce(Unit) -> Unit>) -> (Vec<Rc<Unit>>, u32) {
    let units: Vec<_> =
        (first..).map(UnitId).zip(fill).map(|(id, fill)| Rc::new(fill(Unit::blank(id)))).collect();
    let next = first + units.len() as u32;
    (units, next)
}

#[cfg(test)]
mod tests;
