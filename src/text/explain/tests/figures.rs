//! Every figure of a report, and some that no report has.

use crate::apportion::Method;
use crate::num::Ratio;
use crate::num::Seats;
use crate::scenario::{
    Apart, Assembly, Figure, Headcount, Indicator, LineFigure, Part, Report, Sums, TakenSeats, UnitsCounted,
    Whose,
};
use crate::threshold::{Decision, Office, ProfileId, Purpose};

/// Every number that the page can be asked about.
pub(super) fn figures(report: &Report) -> Vec<Figure> {
    let scenario = &report.scenario;
    let units = scenario.units.iter().map(|unit| Whose::Unit(unit.id));
    let delegations = report.delegations.iter().map(|row| row.id.map_or(Whose::Loose, Whose::Delegation));
    let whose: Vec<Whose> = units.chain(delegations).chain([Whose::Total]).collect();
    let mut all: Vec<Figure> =
        whose.iter().flat_map(|whose| LineFigure::ALL.map(|one| Figure::Line(*whose, one))).collect();
    let sittings = scenario.sittings.iter().map(|sitting| sitting.id);
    all.extend(sittings.clone().flat_map(|id| Headcount::ALL.map(|one| Figure::Sitting(id, one))));
    let assemblies = [Assembly::Shown].into_iter();
    let assemblies = assemblies
        .chain(sittings.map(Assembly::Sitting))
        .chain(scenario.elections.iter().map(|election| Assembly::Election(election.id)))
        .chain([Assembly::Profile(ProfileId::OwnersAssembly), Assembly::Profile(ProfileId::RonrConvention)])
        .chain(Purpose::ALL.map(Assembly::Purpose));
    for at in assemblies {
        for row in 0..2 {
            all.push(Figure::Quorum(at, row));
            all.push(Figure::Votes(at, None, row));
            all.extend(Decision::ALL.map(|decision| Figure::Votes(at, Some(decision), row)));
        }
    }
    all.extend(scenario.agenda.iter().flat_map(|item| [0, 1].map(|row| Figure::Item(item.id, row))));
    for office in Office::ALL {
        all.push(Figure::CandidatesByUnit(office));
        all.extend([0, 1, 3, 37].map(|seats| Figure::Candidates(office, Seats::from(seats))));
    }
    all.extend(
        scenario
            .elections
            .iter()
            .flat_map(|one| [Figure::Elected(one.id), Figure::NotFilled(one.id), Figure::Open(one.id)]),
    );
    all.extend([Figure::Presidium, Figure::Breaking, Figure::NumberCheck, Figure::Planned(None)]);
    all.extend((0..4).map(Figure::Signers));
    all.extend(
        scenario.delegations.iter().flat_map(|one| [Figure::VoteShare(one.id), Figure::Banzhaf(one.id)]),
    );
    for category in &scenario.composition {
        all.extend([Figure::Target(category.id), Figure::Planned(Some(category.id))]);
        all.extend(scenario.units.iter().map(|unit| Figure::Cell(Some(category.id), unit.id)));
    }
    all.extend(scenario.units.iter().map(|unit| Figure::Cell(None, unit.id)));
    for method in [Method::WEBSTER, scenario.allocating.method.clone()] {
        all.extend(scenario.units.iter().take(2).map(|unit| Figure::Rival(method.clone(), unit.id)));
        all.extend(Indicator::ALL.map(|index| Figure::Index(method.clone(), index)));
    }
    all.extend(apart(report).into_iter().map(Figure::Apart));
    all
}

/// Those beside the tables.
pub(super) fn apart(report: &Report) -> Vec<Apart> {
    let scenario = &report.scenario;
    let sums = sums(report);
    let mut all: Vec<Apart> = LineFigure::ALL.map(|one| Apart::Shown(one, sums)).to_vec();
    let house = scenario.allocating.house.get();
    let sizes = [1, house, house + 1].map(|size| Seats::new(size).unwrap_or(Seats::MAX));
    all.extend(sizes.iter().skip(2).map(|size| Apart::OtherHouse(*size)));
    all.extend(
        [0, 3, 400].into_iter().flat_map(|present| [0, 1].map(|at| Apart::OtherPresence(at, present))),
    );
    all.push(Apart::Paradoxes(Seats::from(1), Seats::from(50), 2));
    let units = scenario.units.iter().take(2).map(|unit| Whose::Unit(unit.id));
    for unit in scenario.units.iter().take(1) {
        all.extend(sizes.map(|size| Apart::SeatsAt(unit.id, size)));
    }
    for whose in units.chain([Whose::Total]) {
        all.extend(LineFigure::ALL.map(|one| Apart::Listed(whose, one)));
    }
    let lines = report.delegations.iter().map(|row| row.id.map_or(Whose::Loose, Whose::Delegation));
    let lines = lines.chain(scenario.units.iter().map(|unit| Whose::Unit(unit.id)));
    all.extend(lines.flat_map(|whose| [Part::Members, Part::Seats].map(|part| Apart::Share(whose, part))));
    all.extend((0..9).map(Apart::Deadline));
    let range = Some((Ratio::from(1), Ratio::new(5, 2).unwrap()));
    for counted in [UnitsCounted::Number, UnitsCounted::Share] {
        all.extend([Apart::PerSeat(None, counted), Apart::PerSeat(range, counted)]);
    }
    all.extend([1, 5, 10].map(Apart::Held));
    all.extend([
        Apart::Roll,
        Apart::QuorumsMet,
        Apart::Seats(TakenSeats::Open),
        Apart::Seats(TakenSeats::All),
        Apart::Seats(TakenSeats::Share),
    ]);
    all
}

/// All rows, as if a filter showed them.
pub(super) fn sums(report: &Report) -> Sums {
    let count = |n: usize| u32::try_from(n).unwrap();
    Sums {
        units: count(report.units.len()),
        delegations: count(report.scenario.delegations.len()),
        members: report.members,
        row: report.total,
    }
}
