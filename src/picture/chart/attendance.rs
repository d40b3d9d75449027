//! Attendance against the quorum, sitting by sitting and measure by measure.

use super::{Chart, Title, begun, chart_word, told, words};
use crate::language::Language;
use crate::picture::bars::{self, Bar, MOST_BARS, Met};
use crate::scenario::{Apart, Assembly, Figure, Gate, Headcount, Report, SittingReport};
use crate::text::number::{grouped, known, percent};
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, ChartWord, Key, Msg, headcount};
use crate::threshold::{Base, Known, Rule, Verdict};

pub(super) fn chart(report: &Report, language: Language) -> Chart {
    let mut chart = begun(report, language, Title::Key(Key::AttendanceChart));
    let all = report.sittings.len();
    let measured: Vec<Measured<'_>> = report.sittings.iter().enumerate().flat_map(Measured::all).collect();
    let of_delegates = measured.iter().all(|one| one.counted().is_of_delegates());
    chart.notes.push(match of_delegates {
        true => words(language, &Msg::Key(Key::AttendanceChartHint)),
        false => chart_word(language, ChartWord::MeasuresHint),
    });
    let bars: Vec<Bar> = measured.iter().map(|one| one.bar(report, language)).collect();
    let met = gates(report).filter(|gate| gate.has_quorum()).count();
    let open = all - met - gates(report).filter(|gate| gate.lacks_quorum()).count();
    chart.sentence = told(language, ChartMsg::Quorums { met, open, of: all });
    chart.about = Some(Figure::Apart(Apart::QuorumsMet));
    // A sitting is drawn with all its measures or not at all.
    let drawn = measured.get(MOST_BARS).map_or(all, |next| next.at);
    if drawn < all {
        chart.notes.push(told(language, ChartMsg::BarsDrawn(drawn, all)));
    }
    let fit = bars.get(..measured.partition_point(|one| one.at < drawn)).unwrap_or_default();
    chart.picture = bars::draw(fit, &bars::WIDE);
    chart.narrow = Some(bars::draw(fit, &bars::NARROW));
    let heads = match of_delegates {
        true => Headcount::ALL.map(|one| words(language, &Msg::Key(headcount(one)))),
        false => [ChartWord::Whole, ChartWord::TakingPart, ChartWord::ShareOfWhole]
            .map(|word| chart_word(language, word)),
    };
    let [due, present, part] = heads;
    let [name, needed] = [Key::SittingName, Key::NeededShort].map(|key| words(language, &Msg::Key(key)));
    chart.table = Table {
        caption: String::new(),
        head: vec![name, due, needed, present, part],
        rows: bars.iter().zip(&measured).map(|(bar, one)| one.row(bar)).collect(),
        asked: Asked::Each(measured.iter().map(Measured::asked).collect(), Vec::new()),
        ..Table::default()
    };
    chart
}

fn gates(report: &Report) -> impl Iterator<Item = &Gate> {
    report.sittings.iter().map(|sitting| &sitting.gate)
}

/// One measure of the quorum of a sitting; where the rules state none, who is there.
struct Measured<'a> {
    /// Which sitting of all.
    at: usize,
    sitting: &'a SittingReport,
    /// Which measure of its quorum, and what became of it.
    measure: Option<(u32, Rule, Verdict)>,
}

impl<'a> Measured<'a> {
    fn all((at, sitting): (usize, &'a SittingReport)) -> Vec<Self> {
        let measures = (0..).zip(&sitting.gate.quorum);
        let one = |measure| Self { at, sitting, measure };
        let mut all: Vec<_> =
            measures.map(|(which, (rule, verdict))| one(Some((which, *rule, *verdict)))).collect();
        if all.is_empty() {
            all.push(one(None));
        }
        all
    }

    /// What stands against what is needed: a quorum of owners or of voters is not measured by the delegates in the hall.
    fn counted(&self) -> Base {
        self.measure.and_then(|(_, rule, _)| rule.base.attendance()).unwrap_or(Base::Present)
    }

    fn achieved(&self) -> Option<Known> {
        self.sitting.figures.known(self.counted())
    }

    /// The bar behind: those due, or the owners, the voters or the area of which the quorum is a share.
    fn whole(&self) -> Option<u64> {
        match self.measure {
            Some((_, rule, _)) if self.counted() != Base::Present => self.sitting.figures.get(rule.base),
            _ => self.sitting.due(),
        }
    }

    /// What the quorum needs, known before those who are there are.
    fn needed(&self) -> Option<u64> {
        let (_, rule, verdict) = self.measure?;
        match verdict {
            Verdict::Met(found) | Verdict::NotMet(found) | Verdict::SoFar(found) => Some(found.needed),
            // Where somebody is counted all the same, something contradicts itself, and nothing is compared.
            Verdict::Undecided(_) => match self.sitting.figures.known(rule.base.attendance()?) {
                None => rule.needed_of(&self.sitting.figures).ok(),
                Some(_) => None,
            },
        }
    }

    fn met(&self) -> Option<Met> {
        match self.measure?.2 {
            verdict if verdict.is_met() => Some(Met::Yes),
            Verdict::NotMet(_) => Some(Met::No),
            _ => None,
        }
    }

    /// The sitting and what is counted where that is not one thing alone; and what the second adds to the first.
    fn name(&self, report: &Report, language: Language) -> (String, String) {
        let sitting = match report.scenario.sittings.get(self.at) {
            Some(sitting) if !sitting.name.is_empty() => sitting.name.as_str().to_owned(),
            _ => words(language, &Msg::SittingNumber(self.at + 1)),
        };
        match self.measure {
            Some((_, rule, _)) if self.sitting.gate.quorum.len() > 1 => {
                let name = told(language, ChartMsg::MeasureOf(&sitting, rule.base));
                let measure = name.strip_prefix(&sitting).unwrap_or_default().to_owned();
                (name, measure)
            }
            _ => (sitting, String::new()),
        }
    }

    fn bar(&self, report: &Report, language: Language) -> Bar {
        let (counted, there, needed) = (self.counted(), self.achieved(), self.needed());
        let (name, measure) = self.name(report, language);
        Bar {
            name,
            measure,
            counts: counted.measure(),
            due: self.whole(),
            present: there.map(Known::count),
            needed,
            met: self.met(),
            figures: told(language, ChartMsg::AgainstNeeded { counted, there, needed }),
        }
    }

    /// The figures of its bar.
    fn row(&self, bar: &Bar) -> Vec<String> {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        let there = self.achieved();
        let share = match there {
            Some(Known::Exactly(there)) => bar.due.and_then(|due| percent(there, due, 1)),
            _ => None,
        };
        let figures = [bar.due.map(grouped), bar.needed.map(grouped), there.map(known), share].map(or_none);
        [bar.name.clone()].into_iter().chain(figures).collect()
    }

    /// What the figures of its bar can be asked about: those that no delegate is counted in are as stated.
    fn asked(&self) -> Vec<Option<Figure>> {
        let id = self.sitting.id;
        let due = self.counted().is_of_delegates() && self.whole() == self.sitting.due();
        let present = due && self.achieved() == self.sitting.attended();
        let of = |asked: bool, one| asked.then_some(Figure::Sitting(id, one));
        vec![
            of(due, Headcount::Due),
            self.measure.map(|(which, ..)| Figure::Quorum(Assembly::Sitting(id), which)),
            of(present, Headcount::Present),
            of(present, Headcount::Share),
        ]
    }
}
