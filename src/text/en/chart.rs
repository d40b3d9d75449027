//! English: pictures, and another scenario beside the open one.

use super::{base, library};
use crate::text::key::said;
use crate::text::number::grouped;
use crate::text::{ChartMsg, ChartWord};
use crate::threshold::{Base, Known};
use std::borrow::Cow;

pub(super) fn say(msg: &ChartMsg<'_>) -> Cow<'static, str> {
    let n = |n: usize| grouped(n as u64);
    let sittings = |of: usize| [n(of).as_str(), if of == 1 { " sitting" } else { " sittings" }].concat();
    Cow::Owned(match msg {
        ChartMsg::Word(which) => return Cow::Borrowed(word(*which)),
        ChartMsg::Source(title) => format!("Figures: {title}. Drawn by Delegate Roster from exact numbers."),
        ChartMsg::Assembly { seats, groups, by_unit, largest } => {
            let kind = match (by_unit, groups) {
                (true, 1) => "unit",
                (true, _) => "units",
                (false, 1) => "delegation",
                (false, _) => "delegations",
            };
            let largest = largest
                .map(|(name, seats)| format!("; the largest, {name}, has {}", grouped(seats)))
                .unwrap_or_default();
            let seat = if *seats == 1 { "seat" } else { "seats" };
            format!("{} {seat} in {} {kind}{largest}.", grouped(*seats), n(*groups))
        }
        ChartMsg::GroupsDrawn(drawn, of) => {
            format!("The {} largest of {} groups are drawn; the others stand together.", n(*drawn), n(*of))
        }
        ChartMsg::Labelled(labelled, of) => {
            format!(
                "The {} largest of {} have their label in the picture; the numbers name all.",
                n(*labelled),
                n(*of)
            )
        }
        ChartMsg::Deviations { most, least } => {
            format!("Highest deviation: {} ({}); lowest: {} ({}).", most.0, most.1, least.0, least.1)
        }
        ChartMsg::Among(name, 2) => format!("{name} and one more"),
        ChartMsg::Among(name, of) => format!("{name} and {} more", n(of.saturating_sub(1))),
        ChartMsg::DotsDrawn { named, drawn, of } if drawn == of => {
            format!("{} units, all drawn; the {} extremes are named.", n(*of), n(*named))
        }
        ChartMsg::DotsDrawn { named, drawn, of } => {
            format!(
                "{} of {} units are drawn, evenly chosen and with all extremes; {} are named.",
                n(*drawn),
                n(*of),
                n(*named)
            )
        }
        ChartMsg::PerSeat { average, fewest, most } => format!(
            "A seat stands for {average} members on average: from {} in {} to {} in {}.",
            fewest.1, fewest.0, most.1, most.0
        ),
        ChartMsg::WithoutSeats(1) => "One unit has no seats and is not in the picture.".to_owned(),
        ChartMsg::WithoutSeats(units) => {
            format!("{} units have no seats and are not in the picture.", n(*units))
        }
        ChartMsg::Average(figure) => format!("average {figure}"),
        ChartMsg::FromBelow(from, to) => format!("{from} to below {to}"),
        ChartMsg::Gini(figure) => {
            format!(
                "Gini coefficient {figure}: 0 where every member weighs the same, near 1 where few have all seats."
            )
        }
        ChartMsg::PointsDrawn(drawn, of) => {
            format!("{} of {} points of the curve are drawn.", n(*drawn), n(*of))
        }
        ChartMsg::MeasureOf(sitting, Base::Area) => format!("{sitting}: area (m²)"),
        ChartMsg::MeasureOf(sitting, of) => format!("{sitting}: {}", base(*of)),
        ChartMsg::AgainstNeeded { counted, there, needed } => against_needed(*counted, *there, *needed),
        ChartMsg::Quorums { open, of, .. } if open == of => {
            format!("Whether there is a quorum is not yet decided at {}.", sittings(*of))
        }
        ChartMsg::Quorums { met, open: 0, of } => format!("Quorum met at {} of {}.", n(*met), sittings(*of)),
        ChartMsg::Quorums { met, open, of } => {
            format!("Quorum met at {} of {}; {} not yet decided.", n(*met), sittings(*of), n(*open))
        }
        ChartMsg::BarsDrawn(drawn, of) => {
            format!("The first {} of {} sittings are drawn.", n(*drawn), n(*of))
        }
        ChartMsg::MarksDrawn(drawn, of) => {
            format!("The first {} of {} paradoxes are marked.", n(*drawn), n(*of))
        }
        ChartMsg::RowsShown(shown, of) => {
            format!("The first {} of {} rows of numbers are shown.", n(*shown), n(*of))
        }
        ChartMsg::SaveSvg(title) => format!("Save as SVG: {title}"),
        ChartMsg::SavePng(title) => format!("Save as PNG: {title}"),
        ChartMsg::OtherEntry(title, when) => format!("{title} · {when}"),
        ChartMsg::OtherEmpty => format!(
            "No other scenario is kept in this browser. “{}”, under “{}”, makes a copy of this one to try a variant; or choose a file.",
            library::DUPLICATE,
            library::OPEN
        ),
        ChartMsg::OthersUnreadable(1) => {
            "One scenario kept in this browser is damaged and cannot be compared; Open shows it.".to_owned()
        }
        ChartMsg::OthersUnreadable(count) => format!(
            "{} scenarios kept in this browser are damaged and cannot be compared; Open shows them.",
            n(*count)
        ),
        ChartMsg::DiffersIn(1) => " (differs in 1 place, see below)".to_owned(),
        ChartMsg::DiffersIn(places) => format!(" (differs in {} places, see below)", n(*places)),
        ChartMsg::LotNumber(number) => format!("Lot {}", n(*number)),
        ChartMsg::ComparedWith(title) => format!("Compared with: {title}"),
    })
}

/// "470 ≥ 243, met"; where not all have reported, what those who did are enough for.
fn against_needed(counted: Base, present: Option<Known>, needed: Option<u64>) -> String {
    let needed = needed.map(|needed| (needed, grouped(needed)));
    match (present, needed) {
        (Some(present), Some((needed, bar))) if present.count() >= needed => {
            format!("{} ≥ {bar}, met", known(present))
        }
        (Some(Known::Exactly(present)), Some((_, bar))) => format!("{} < {bar}, not met", grouped(present)),
        (Some(Known::AtLeast(present)), Some((_, bar))) => {
            format!("{} so far; {bar} needed", grouped(present))
        }
        (Some(present), None) if counted.is_of_delegates() => format!("{} present", known(present)),
        (Some(present), None) => format!("{} taking part", known(present)),
        (None, Some((_, bar))) => format!("open; {bar} needed"),
        (None, None) => "not reported".to_owned(),
    }
}

fn known(known: Known) -> String {
    match known {
        Known::Exactly(count) => grouped(count),
        Known::AtLeast(count) => format!("at least {}", grouped(count)),
    }
}

const fn every(word: ChartWord) -> &'static str {
    match word {
        ChartWord::Title => "Pictures",
        ChartWord::Which => "Which picture",
        ChartWord::Hint => "Drawn from the numbers of this table. Each can be saved as a file of its own.",
        ChartWord::Assembly => "Seats by delegation",
        ChartWord::AssemblyByUnit => "Seats by unit",
        ChartWord::Deviations => "Deviation from the exact quota",
        ChartWord::PerSeat => "Members per seat, by unit",
        ChartWord::Lorenz => "Seats over members (Lorenz curve)",
        ChartWord::ShortAssembly => "Assembly",
        ChartWord::ShortDeviations => "Deviations",
        ChartWord::ShortPerSeat => "Members per seat",
        ChartWord::ShortLorenz => "Lorenz curve",
        ChartWord::NotSettled => "The seats are not settled yet; the picture shows those that are.",
        ChartWord::NoSeats => "There is nothing to draw yet: no unit has a seat.",
        ChartWord::NoShares => "There is nothing to draw yet: enter members and seats.",
        ChartWord::OpenSeats => "Open in a tie",
        ChartWord::Paradoxes => "Alabama paradoxes",
        ChartWord::Others => "All others",
        ChartWord::ShareOfMembers => "Share of members",
        ChartWord::ShareOfSeats => "Share of seats",
        ChartWord::ShareOfUnits => "Share of units",
        ChartWord::AllExact => "Every unit has exactly its share.",
        ChartWord::DeviationsHint => {
            "Seats less exact quota, sorted: to the right of the line a unit has more than its share, to the left less."
        }
        ChartWord::MeasuresHint => {
            "The wide bar is the whole of which the quorum is a share, the narrow one in it who takes part, the line what the quorum needs. People and area have a scale each."
        }
        ChartWord::Whole => "In all",
        ChartWord::TakingPart => "Taking part",
        ChartWord::ShareOfWhole => "Share of all",
        ChartWord::PerSeatHint => {
            "How many units have so many members for each of their seats; the line marks the average of all seats."
        }
        ChartWord::LorenzHint => {
            "Units from the least to the best represented. The nearer the curve is to the dashed line, the more equal a member’s weight."
        }
        ChartWord::MembersSoFar => "Members, least represented first",
        ChartWord::SeatsSoFar => "Upwards: the seats they have",
        ChartWord::EqualShares => "Dashed: equal shares",
        ChartWord::LeastRepresented => "Least represented members",
        ChartWord::HoldSeats => "Seats they have",
        ChartWord::SweepHint => {
            "A mark stands where the house grows and some unit loses a seat: filled where it is this unit, hollow where it is another."
        }
        ChartWord::LoseSeat => "Lose a seat here",
        ChartWord::Numbers => "The numbers of this picture",
        ChartWord::Svg => "Save as SVG",
        ChartWord::Png => "Save as PNG",
        ChartWord::Saved => "The picture was handed to the browser.",
        ChartWord::NoPng => "This browser could not make a PNG. The SVG holds the same picture.",
        ChartWord::WithPictures => "With pictures",
        ChartWord::OtherTitle => "Another scenario",
        ChartWord::OtherHint => {
            "What another scenario does differently from the open one, change by change. Nothing changes until you take something over, and each is one step to undo."
        }
        ChartWord::OtherFrom => "Kept in this browser",
        ChartWord::OtherNone => "Choose a scenario",
        ChartWord::OtherFile => "Or a scenario file (JSON)",
        ChartWord::OtherListing => "Looking for scenarios…",
        ChartWord::OtherReading => "Reading the scenario…",
        ChartWord::OtherPrevious => "Its last save is damaged; it is compared as it was saved before that.",
        ChartWord::OtherDamaged => {
            "No save of this scenario can be read. It is kept until you delete it under Open."
        }
        ChartWord::OtherTable => "This file is not a scenario. Tables are opened with “Open table”.",
        ChartWord::OtherSwitch => "Switch the two",
        ChartWord::OtherSwitchHint => {
            "Opens the other scenario and compares it with this one, which is kept."
        }
        ChartWord::OtherEnd => "End the comparison",
        ChartWord::IsThere => "is there",
        ChartWord::OrderOf => "Order",
        ChartWord::CopiedFrom => "Copied from",
        ChartWord::Drawn => "Drawn",
        ChartWord::Seed => "Seed of the lot",
        ChartWord::KeyedHouse => {
            "Under a key the house follows from the members; there is no other house to try."
        }
        ChartWord::DueUnknown => "Attendance can be tried once every unit has reported whom it elected.",
        ChartWord::OnlyWhole => "with the whole scenario only",
    }
}

said!(pub(super) fn word(ChartWord), of every);
