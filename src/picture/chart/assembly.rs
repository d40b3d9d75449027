//! Seats by delegation, those of units without one apart; by unit where there are no delegations at all.

use super::{Chart, Title, chart_word, headed, shown, told, unit_name, words};
use crate::language::Language;
use crate::picture::arc::{self, Belongs, Group, MOST_GROUPS};
use crate::picture::axis::ordered;
use crate::scenario::{AllocationState, Apart, Field, Figure, LineFigure, Part, Report, TakenSeats, Whose};
use crate::text::number::{grouped, percent};
use crate::text::paper::{Asked, Table};
use crate::text::{ChartMsg, ChartWord, Key, Msg};

/// A group with what the table says of it.
struct Line {
    group: Group,
    members: u64,
    /// Whose it is; nobody's where seats are open.
    whose: Option<Whose>,
}

pub(super) fn chart(report: &Report, language: Language) -> Chart {
    let by_unit = report.scenario.delegations.is_empty();
    let title = if by_unit { ChartWord::AssemblyByUnit } else { ChartWord::Assembly };
    let mut chart = headed(report, language, Title::Word(title));
    let lines = lines(report, language, by_unit);
    let seats: u64 = lines.iter().map(|line| line.group.seats).sum();
    if seats == 0 {
        chart.sentence = chart_word(language, ChartWord::NoSeats);
        return chart;
    }
    let held = || lines.iter().filter(|line| line.group.seats > 0);
    let together = || held().filter(|line| line.group.belongs == Belongs::Together);
    let most = together().map(|line| line.group.seats).max();
    // Among equals none is the largest.
    let mut equals = together().filter(|line| Some(line.group.seats) == most);
    let largest = equals.next().filter(|_| equals.next().is_none());
    let largest = largest.map(|line| (line.group.name.as_str(), line.group.seats));
    let apart = held().filter(|line| line.group.belongs == Belongs::Apart).count();
    let groups = held().count() - apart;
    chart.sentence = told(language, ChartMsg::Assembly { seats, groups, by_unit, largest });
    let drawn = drawn(&lines, language);
    let unit = words(language, &Msg::Key(Key::Seats));
    let (picture, labelled) = arc::draw(&drawn, &unit, &arc::WIDE);
    chart.narrow = Some(arc::draw(&drawn, &unit, &arc::NARROW).0);
    if drawn.len() < held().count() {
        let largest = drawn.len() - 1;
        chart.notes.push(told(language, ChartMsg::GroupsDrawn(largest, held().count())));
    }
    if labelled < drawn.len() {
        chart.notes.push(told(language, ChartMsg::Labelled(labelled, drawn.len())));
    }
    chart.picture = picture;
    let name = if by_unit { Field::Name } else { Field::Delegation };
    let all = match report.allocation.state {
        AllocationState::Tied(_) => Figure::Apart(Apart::Seats(TakenSeats::All)),
        _ => Figure::Line(Whose::Total, LineFigure::Seats),
    };
    chart.about = Some(all.clone());
    chart.table = table(&lines, name, (seats, report.members), language);
    let members = Figure::Line(Whose::Total, LineFigure::Members);
    let foot = vec![Some(members), None, Some(all), None];
    chart.table.asked = Asked::Each(lines.iter().map(asked).collect(), foot);
    shown(&mut chart, language);
    chart
}

fn lines(report: &Report, language: Language, by_unit: bool) -> Vec<Line> {
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let mut lines: Vec<Line> = if by_unit {
        let units = report.units.iter().zip(report.scenario.units.iter()).enumerate();
        let line = |(row, (unit, entered)): (
            usize,
            (&crate::scenario::UnitRow, &std::rc::Rc<crate::scenario::Unit>),
        )| {
            let (name, seats) = (unit_name(report, language, row), unit.seats.get().into());
            let group = Group { name, seats, belongs: Belongs::Together };
            Line { group, members: entered.members.get(), whose: Some(Whose::Unit(unit.id)) }
        };
        units.map(line).collect()
    } else {
        let names = report.scenario.delegation_names();
        let line = |row: &crate::scenario::DelegationRow| {
            let name = row.id.and_then(|id| names.get(&id)).map(|name| name.as_str().to_owned());
            let belongs = if name.is_some() { Belongs::Together } else { Belongs::Apart };
            let name = name.unwrap_or_else(|| words(language, &Msg::Key(Key::NoDelegation)));
            let group = Group { name, seats: whole(row.ledger.seats), belongs };
            let whose = Some(row.id.map_or(Whose::Loose, Whose::Delegation));
            Line { group, members: row.members, whose }
        };
        report.delegations.iter().map(line).collect()
    };
    if let AllocationState::Tied(_) = report.allocation.state {
        let open = report.open_seats();
        let name = chart_word(language, ChartWord::OpenSeats);
        let group = Group { name, seats: open, belongs: Belongs::Apart };
        lines.push(Line { group, members: 0, whose: None });
    }
    lines
}

/// The groups in their order; of very many the largest, and all others as one.
fn drawn(lines: &[Line], language: Language) -> Vec<Group> {
    let held: Vec<&Group> = lines.iter().map(|line| &line.group).filter(|group| group.seats > 0).collect();
    if held.len() <= MOST_GROUPS {
        return held.into_iter().cloned().collect();
    }
    let seats = |at: usize| held.get(at).map_or(0, |group| group.seats);
    let mut kept: Vec<usize> =
        ordered(held.len(), &|a, b| seats(b).cmp(&seats(a))).into_iter().take(MOST_GROUPS - 1).collect();
    let all: u64 = held.iter().map(|group| group.seats).sum();
    let rest = all - kept.iter().map(|at| seats(*at)).sum::<u64>();
    kept.sort_unstable();
    let others =
        Group { name: chart_word(language, ChartWord::Others), seats: rest, belongs: Belongs::Apart };
    kept.iter().filter_map(|at| held.get(*at)).map(|group| (*group).clone()).chain([others]).collect()
}

/// What can be asked about a line: its members, their part, its seats, their part.
fn asked(line: &Line) -> Vec<Option<Figure>> {
    let Some(whose) = line.whose else {
        let open = |taken| Some(Figure::Apart(Apart::Seats(taken)));
        return vec![None, None, open(TakenSeats::Open), open(TakenSeats::Share)];
    };
    let share = |part| Some(Figure::Apart(Apart::Share(whose, part)));
    let of = |figure| Some(Figure::Line(whose, figure));
    vec![of(LineFigure::Members), share(Part::Members), of(LineFigure::Seats), share(Part::Seats)]
}

fn table(lines: &[Line], name: Field, (seats, members): (u64, u64), language: Language) -> Table {
    let share = |part: u64, whole: u64| percent(part, whole, 1).unwrap_or_default();
    let row = |line: &Line| {
        let group = &line.group;
        // Open seats are nobody's, so nobody stands behind them.
        let behind = line.whose.map(|_| (grouped(line.members), share(line.members, members)));
        let (held, part) = behind.unwrap_or_default();
        vec![group.name.clone(), held, part, grouped(group.seats), share(group.seats, seats)]
    };
    Table {
        caption: String::new(),
        head: vec![
            words(language, &Msg::Field(name)),
            words(language, &Msg::Field(Field::Members)),
            chart_word(language, ChartWord::ShareOfMembers),
            words(language, &Msg::Field(Field::Seats)),
            chart_word(language, ChartWord::ShareOfSeats),
        ],
        rows: lines.iter().map(row).collect(),
        foot: vec![
            words(language, &Msg::Key(Key::Total)),
            grouped(members),
            String::new(),
            grouped(seats),
            String::new(),
        ],
        ..Table::default()
    }
}

#[cfg(test)]
mod tests;
