//! What the page says about pictures, and about another scenario beside the open one. Knows no words; each language has them.

use super::key::keys;
use crate::threshold::{Base, Known};

/// A word or a sentence about a picture.
#[derive(Clone, Copy, Debug)]
pub enum ChartMsg<'a> {
    /// A fixed word or sentence.
    Word(ChartWord),
    /// Where the figures come from: the scenario of this title.
    Source(&'a str),
    /// So many seats in so many groups, and the largest of them.
    Assembly {
        /// All seats drawn.
        seats: u64,
        /// Delegations or units with seats.
        groups: usize,
        /// Whether the groups are units.
        by_unit: bool,
        /// The largest, and its seats, where one alone is.
        largest: Option<(&'a str, u64)>,
    },
    /// The largest so many of so many groups are drawn one by one.
    GroupsDrawn(usize, usize),
    /// So many of so many groups have their label in the picture.
    Labelled(usize, usize),
    /// The units with the highest and the lowest deviation.
    Deviations {
        /// The name and the deviation.
        most: (&'a str, &'a str),
        /// The name and the deviation.
        least: (&'a str, &'a str),
    },
    /// One of so many that are equal, with its name.
    Among(&'a str, usize),
    /// Of so many units some have their names, and so many a dot.
    DotsDrawn {
        /// With names.
        named: usize,
        /// With dots.
        drawn: usize,
        /// In all.
        of: usize,
    },
    /// The average members per seat, the unit with the fewest and the one with the most.
    PerSeat {
        /// The average.
        average: &'a str,
        /// The name and the figure.
        fewest: (&'a str, &'a str),
        /// The name and the figure.
        most: (&'a str, &'a str),
    },
    /// So many units have no seats and are not in the picture.
    WithoutSeats(usize),
    /// The average, in the picture.
    Average(&'a str),
    /// From one figure to below another.
    FromBelow(&'a str, &'a str),
    /// The coefficient of Gini in a sentence.
    Gini(&'a str),
    /// So many of so many points of the curve are drawn.
    PointsDrawn(usize, usize),
    /// A measure of the quorum of a sitting: its name, and what a share is taken of.
    MeasureOf(&'a str, Base),
    /// Those present or taking part against those needed, in short.
    AgainstNeeded {
        /// What is counted.
        counted: Base,
        /// How many there are.
        there: Option<Known>,
        /// How many must be.
        needed: Option<u64>,
    },
    /// At how many sittings the quorum is met.
    Quorums {
        /// At so many.
        met: usize,
        /// At so many that cannot be said yet.
        open: usize,
        /// Of so many.
        of: usize,
    },
    /// The first so many of so many sittings are drawn.
    BarsDrawn(usize, usize),
    /// The first so many of so many paradoxes are marked.
    MarksDrawn(usize, usize),
    /// The first so many of so many rows are shown.
    RowsShown(usize, usize),
    /// Save this picture as SVG, said with its title.
    SaveSvg(&'a str),
    /// Save this picture as PNG, said with its title.
    SavePng(&'a str),
    /// An entry of the list of other scenarios: its title and when it was saved.
    OtherEntry(&'a str, &'a str),
    /// So many scenarios kept here cannot be read.
    OthersUnreadable(usize),
    /// There is no other scenario in this browser.
    OtherEmpty,
    /// A setting differs in so many places, which follow; in brackets, behind its value.
    DiffersIn(usize),
    /// The lot of this number.
    LotNumber(usize),
    /// The open scenario is compared with this one.
    ComparedWith(&'a str),
}

keys! {
    /// A fixed word or sentence about pictures.
    ChartWord
    first {
        /// Pictures.
        Title,
        /// Which picture.
        Which,
        /// What the section is for.
        Hint,
        /// The short name of the arc, of the dots, of the bins and of the curve: on their buttons.
        ShortAssembly,
        /// See [`ShortAssembly`](Self::ShortAssembly).
        ShortDeviations,
        /// See [`ShortAssembly`](Self::ShortAssembly).
        ShortPerSeat,
        /// See [`ShortAssembly`](Self::ShortAssembly).
        ShortLorenz,
        /// The list of scenarios kept in this browser.
        OtherFrom,
        /// Something is there, in the one scenario and not in the other.
        IsThere,
        /// Who was drawn.
        Drawn,
    }
    later {
        /// Seats by delegation.
        Assembly,
        /// Seats by unit.
        AssemblyByUnit,
        /// Deviation from the exact share.
        Deviations,
        /// Members per seat.
        PerSeat,
        /// The curve of Lorenz.
        Lorenz,
        /// The seats are not settled.
        NotSettled,
        /// There are no seats yet.
        NoSeats,
        /// There are no members or no seats yet.
        NoShares,
        /// Open in a tie.
        OpenSeats,
        /// Houses with the Alabama paradox.
        Paradoxes,
        /// All other groups.
        Others,
        /// Share of the members.
        ShareOfMembers,
        /// Share of the seats.
        ShareOfSeats,
        /// Share of the units.
        ShareOfUnits,
        /// Every unit has exactly its share.
        AllExact,
        /// How to read the dots.
        DeviationsHint,
        /// How to read the bars of quorums that no delegates meet.
        MeasuresHint,
        /// All of whom the quorum is a share.
        Whole,
        /// Those of them who take part.
        TakingPart,
        /// Those taking part as a share of all.
        ShareOfWhole,
        /// How to read the histogram.
        PerSeatHint,
        /// How to read the curve.
        LorenzHint,
        /// Members, from the least represented on.
        MembersSoFar,
        /// Seats that they have.
        SeatsSoFar,
        /// The dashed line.
        EqualShares,
        /// The least represented … of the members.
        LeastRepresented,
        /// … have … of the seats.
        HoldSeats,
        /// How to read the marks of the sweep.
        SweepHint,
        /// Units that lose a seat here.
        LoseSeat,
        /// The numbers of the picture.
        Numbers,
        /// Save as SVG.
        Svg,
        /// Save as PNG.
        Png,
        /// The picture was handed over.
        Saved,
        /// The browser could not make a PNG.
        NoPng,
        /// With pictures: in the report.
        WithPictures,
        /// Another scenario.
        OtherTitle,
        /// What the comparison is for.
        OtherHint,
        /// The first line of the list.
        OtherNone,
        /// A scenario file.
        OtherFile,
        /// The list is being read.
        OtherListing,
        /// The scenario is being read.
        OtherReading,
        /// The last save was damaged, and the one before it is compared.
        OtherPrevious,
        /// No save of it can be read.
        OtherDamaged,
        /// The file is a table, not a scenario.
        OtherTable,
        /// Open the other one and compare this one with it.
        OtherSwitch,
        /// What that does.
        OtherSwitchHint,
        /// End the comparison.
        OtherEnd,
        /// The order of several things.
        OrderOf,
        /// The rules that others were copied from.
        CopiedFrom,
        /// The seed of a lot.
        Seed,
        /// The house follows from a key, so there is no other to try.
        KeyedHouse,
        /// Who is due is not known, so there is no attendance to try.
        DueUnknown,
        /// This can only come with the whole scenario.
        OnlyWhole,
    }
}
