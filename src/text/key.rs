//! Fixed words and sentences: those of the first screen, and all others, which come with the rest of the program
//! (`tools/split.py`).

/// Makes an enum of two lists, of which the first screen says the first.
macro_rules! keys {
    ($(#[$doc:meta])* $name:ident first { $($(#[$first_doc:meta])* $first:ident,)* } later { $($(#[$later_doc:meta])* $later:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$first_doc])* $first,)*
            $($(#[$later_doc])* $later,)*
        }

        impl $name {
            /// What the first screen says.
            pub(in crate::text) const FIRST: [Self; [$(Self::$first),*].len()] = [$(Self::$first),*];
            /// What it does not.
            pub(in crate::text) const LATER: [Self; [$(Self::$later),*].len()] = [$(Self::$later),*];
        }
    };
}

/// The words of a language for some of the keys, in their order. A function that knows all words would be compiled as one
/// table, which comes as a whole.
macro_rules! words {
    ($keys:expr, $word:path) => {{
        let mut words = [""; $keys.len()];
        let (mut keys, mut places): (&[_], &mut [&str]) = (&$keys, &mut words);
        while let ([key, other_keys @ ..], [place, other_places @ ..]) = (keys, places) {
            *place = $word(*key);
            (keys, places) = (other_keys, other_places);
        }
        words
    }};
}

/// A function that gives the word of a key from one that knows all: those that the first screen does not say stand in a table
/// of their own, which is asked by a function of its own.
macro_rules! said {
    ($visible:vis fn $said:ident($keys:ident), of $every:ident) => {
        static FIRST: [&str; $keys::FIRST.len()] = $crate::text::key::words!($keys::FIRST, $every);
        static LATER: [&str; $keys::LATER.len()] = $crate::text::key::words!($keys::LATER, $every);

        $visible fn $said(key: $keys) -> &'static str {
            FIRST.get(key as usize).copied().unwrap_or_else(|| other(key))
        }

        #[inline(never)]
        fn other(key: $keys) -> &'static str {
            LATER.get(key as usize - FIRST.len()).copied().unwrap_or_default()
        }

        #[test]
        fn every_key_has_its_own_word() {
            for key in $keys::FIRST.into_iter().chain($keys::LATER) {
                assert_eq!($said(key), $every(key), "{key:?}");
            }
        }
    };
}
pub(super) use {keys, said, words};

keys! {
    /// A fixed word or sentence.
    Key
    first {
        /// Delegate Roster.
        AppName,
        /// Skip to the main content.
        SkipToMain,
        /// Title of the scenario.
        Title,
        /// Untitled scenario.
        Untitled,
        /// Scenario.
        Document,
        /// Saved.
        Saved,
        /// Saving….
        Saving,
        /// Undo.
        Undo,
        /// Redo.
        Redo,
        /// What a rule says.
        RuleSays,
        /// Where a rule is from.
        RuleFrom,
        /// The latest steps.
        UndoList,
        /// New.
        New,
        /// Open table.
        OpenTable,
        /// Share.
        Share,
        /// Language 语言.
        LanguageChoice,
        /// Theme.
        Theme,
        /// System.
        ThemeSystem,
        /// Light.
        ThemeLight,
        /// Dark.
        ThemeDark,
        /// Example data: totals as published, per-unit figures illustrative. They are not real figures of th…
        Illustrative,
        /// Everything is computed in your browser; nothing you enter leaves this device.
        Privacy,
        /// From seats to delegates present.
        Chain,
        /// Difference.
        Difference,
        /// Seats.
        Seats,
        /// Elected.
        ElectedLong,
        /// Actual (due).
        Actual,
        /// Present.
        PresentLong,
        /// Unfilled.
        Unfilled,
        /// Ended.
        EndedShort,
        /// Absent.
        Absent,
        /// Steps.
        Steps,
        /// Allocation.
        StepAllocation,
        /// Roster.
        StepRoster,
        /// Quorum and majorities.
        StepRules,
        /// Sittings.
        StepSittings,
        /// Allocation settings.
        Settings,
        /// House size (seats).
        HouseSize,
        /// Method.
        Method,
        /// Minimum per unit.
        MinimumEach,
        /// How minima enter.
        MinimumRule,
        /// Electoral units.
        UnitsTable,
        /// Total.
        Total,
        /// Row.
        RowNumber,
        /// Exact quota.
        Quota,
        /// Members per seat.
        MembersPerSeat,
        /// Deviation.
        Deviation,
        /// Rows.
        RowTools,
        /// Add unit.
        AddUnit,
        /// Insert a unit above.
        InsertAbove,
        /// Move up (Alt+↑).
        MoveUp,
        /// Move down (Alt+↓).
        MoveDown,
        /// Remove the selected units.
        RemoveUnits,
        /// Paste table.
        PasteTable,
        /// Arrows move, typing replaces, F2 edits, Enter or Tab confirms, Esc cancels, Ctrl+Z undoes; copy a…
        GridHint,
        /// Cancel.
        Cancel,
        /// Copy.
        Copy,
        /// Quorum.
        Quorum,
        /// : .
        Colon,
        /// . .
        FullStop,
        /// What stands between two sentences.
        BetweenSentences,
        /// What stands between the items of a list.
        BetweenItems,
        /// Part.
        Numerator,
        /// Why this result.
        Why,
        /// The last seat went to: .
        LastSeat,
        /// Next in line: .
        NextInLine,
        /// , .
        ListComma,
        /// What opens a bracket behind a word.
        BracketOpen,
        /// What closes it.
        BracketClose,
        /// Classic methods.
        MethodsClassic,
        /// Other divisor methods.
        MethodsDivisor,
        /// Other quota methods.
        MethodsQuota,
        /// Other.
        MethodsOther,
        /// With settings.
        MethodsSettable,
        /// Modified Sainte-Laguë.
        ModifiedWebster,
        /// Stationary divisors.
        StationaryDivisor,
        /// Power mean.
        PowerMeanDivisor,
        /// Square roots (degressive).
        DegressiveRoot,
        /// Method within.
        InnerMethod,
        /// Base seats, then proportional.
        BasePlus,
        /// Notices.
        Notices,
        /// Report.
        StepReport,
        /// Number.
        NumberHeading,
        /// Remove.
        RemoveSitting,
        /// Name.
        SittingName,
        /// The compare step.
        StepCompare,
        /// Start a longer computation.
        WorkItOut,
        /// The last house.
        ToHouse,
        /// What differs there.
        DifferenceWhat,
        /// The scenario as a whole.
        WholeScenario,
        /// Unit.
        UnitOfEntry,
        /// How the seats hang together.
        SchemeLabel,
        /// All units share one house.
        SchemeOneTier,
        /// Delegations first, then their units.
        SchemeTwoTier,
        /// A published key.
        SchemeKey,
        /// A step scale of one’s own.
        SchemeSteps,
        /// The number of seats is given.
        SchemeOneTierHint,
        /// Seats for a matrix.
        MatrixTitle,
        /// Table.
        MatrixTable,
        /// Kept in this browser; works without a network.
        OfflineReady,
        /// Elections.
        StepElections,
        /// What the line over the grid is for.
        FormulaHint,
        /// Actual, where those due are another number.
        ActualAlone,
        /// Due.
        DueShort,
    }
    later {
        /// The rules that were applied.
        RulesApplied,
        /// What a rule is about.
        RuleOn,
        /// What the arrow of a bar means.
        BeyondBar,
        /// What a number below zero means in a file.
        BelowZero,
        /// By-elections, suspensions and ends of mandates together.
        MandateChanges,
        /// By unit.
        ByUnit,
        /// By delegation.
        ByDelegation,
        /// No delegation.
        NoDelegation,
        /// Units.
        UnitsShort,
        /// Locked by hand; clear the cell to compute it again.
        Locked,
        /// How the figures add up.
        HowItAddsUp,
        /// Seats = elected + unfilled.
        IdentitySeats,
        /// Actual = elected + by-elected − ended − suspended.
        IdentityActual,
        /// Actual = present + absent.
        IdentityPresent,
        /// Close.
        Close,
        /// The link is copied.
        Copied,
        /// The clipboard is out of reach; the link is selected, press Ctrl+C to copy it.
        CopyByHand,
        /// Share the scenario.
        ShareTitle,
        /// Link.
        ShareLink,
        /// Above 2,000 characters some chat programs cut a link off.
        LinkLong,
        /// The data is in the fragment after #, which is sent to no server; but whoever has the link has the…
        LinkPrivacy,
        /// Open a shared scenario.
        SharedTitle,
        /// Open as a copy.
        OpenShared,
        /// Your own scenario is not lost: Undo brings it back.
        OpenReplaces,
        /// Your own scenario is unchanged.
        NothingChanged,
        /// The rules that hold.
        RulesOfCongress,
        /// Rules.
        Profile,
        /// Registered as attending (0: not counted).
        RegisteredCount,
        /// What is needed.
        WhatIsNeeded,
        /// Votes to elect.
        MajorityToElect,
        /// Under each set of rules.
        UnderEachProfile,
        /// Set by the organiser.
        OwnRule,
        /// More than or at least.
        StrictnessChoice,
        /// Of.
        Denominator,
        /// Share of whom.
        BaseChoice,
        /// The sources state no rule.
        NoRuleStated,
        /// Forget the lots.
        ForgetLots,
        /// Drawn by lot: .
        Drawn,
        /// Drawn by lot, for a tie that is not there: .
        DrawnIdle,
        /// Draw a lot here.
        DrawLot,
        /// Enter the drawn lot.
        EnterLot,
        /// Draw here (the seed is recorded, so anybody can check it), or tick the units drawn elsewhere and …
        LotHint,
        /// No allocation to explain yet.
        NothingToExplain,
        /// Find a name among those tied.
        FindTied,
        /// Not saved.
        NotSaved,
        /// What is on the screen is older than what is saved.
        OutOfDate,
        /// Keep what is in this tab.
        KeepThisTab,
        /// Load what the other tab saved.
        TakeOtherTab,
        /// The last save is damaged; this is the one before it.
        DamagedSave,
        /// Download the damaged data.
        DownloadDamaged,
        /// Import a table of units.
        ImportTitle,
        /// Paste here what you copied in a spreadsheet.
        ImportPaste,
        /// Or open a file (CSV, TSV).
        ImportFile,
        /// You will see a preview first; nothing changes before you confirm.
        ImportHint,
        /// The first row holds headings.
        FirstRowHeadings,
        /// Preview.
        Preview,
        /// Replace the units.
        ImportReplace,
        /// Append to the units.
        ImportAppend,
        /// Left out.
        LeftOut,
        /// Seats (locked).
        LockedSeats,
        /// First divisor (such as 1.4).
        FirstDivisor,
        /// Signpost n + r, r from 0 to 1.
        SplitPoint,
        /// Exponent (−2 to 2).
        PowerMeanExponent,
        /// Base seats per unit.
        BaseSeats,
        /// Cap (may be empty).
        CapSeats,
        /// This setting makes no method; the method stays as it was.
        SettingRefused,
        /// Credentials report.
        CredentialsReport,
        /// Allocation of seats.
        AllocationTable,
        /// Mandates ended, line by line.
        EndedTable,
        /// Reason.
        ReasonHeading,
        /// Language of the report.
        ReportLanguage,
        /// Copy as text.
        CopyText,
        /// Save as text.
        SaveText,
        /// Print.
        Print,
        /// The seats are not settled yet.
        NotAllocated,
        /// Attendance is counted at each sitting; the roster and the chain show one of them.
        SittingsHint,
        /// Add a sitting.
        AddSitting,
        /// Why a sitting cannot be removed: votes were counted at it.
        SittingCounted,
        /// Show in the roster and the chain.
        ShowInChain,
        /// Earlier.
        Earlier,
        /// Later.
        Later,
        /// Kind.
        SittingKindChoice,
        /// Quorum needed to.
        PurposeChoice,
        /// Day.
        SittingDate,
        /// Attendance counted.
        TallyChoice,
        /// Enter attendance in the roster.
        EnterInRoster,
        /// Due as the credentials report states.
        StatedDue,
        /// Note for the minutes.
        SittingNote,
        /// Count the roster again.
        Unfreeze,
        /// Delegations as blocs.
        Blocs,
        /// All methods side by side.
        MethodsCompared,
        /// What the table of methods shows.
        MethodsComparedHint,
        /// Under a key there is no method.
        KeyNeedsNoMethod,
        /// Leave out units that have the same seats everywhere.
        OnlyDiffering,
        /// The chosen method.
        ChosenMethod,
        /// Choose a method.
        UseThisMethod,
        /// What the mark at an index means.
        BestMarked,
        /// The best value of an index.
        BestOfAll,
        /// An index.
        IndexLoosemoreHanby,
        /// An index.
        IndexGallagher,
        /// An index.
        IndexSainteLague,
        /// An index.
        IndexDhondt,
        /// An index.
        IndexGini,
        /// An index.
        IndexMaxMin,
        /// The sweep over houses.
        HouseSweep,
        /// What the sweep shows.
        HouseSweepHint,
        /// Where the sweep does not apply.
        HouseSweepOneTier,
        /// The first house.
        FromHouse,
        /// The range asks for too much.
        RangeTooWide,
        /// What if.
        WhatIf,
        /// What the sliders do.
        WhatIfHint,
        /// Keep what was tried.
        KeepThis,
        /// Go back to what is.
        BackToNow,
        /// Save the scenario as a document.
        SaveDocument,
        /// What the document holds.
        SaveDocumentHint,
        /// What it holds where there is a list of names.
        SaveDocumentNames,
        /// Compare the scenario of a link with one's own.
        CompareWithMine,
        /// What differs.
        Differences,
        /// Where something differs.
        DifferenceWhere,
        /// One's own.
        Mine,
        /// The other one's.
        Theirs,
        /// Take a change over.
        TakeOver,
        /// A unit that one's own scenario does not have.
        UnitOnlyTheirs,
        /// A unit that the other scenario does not have.
        UnitOnlyMine,
        /// Seats fixed by hand.
        SeatsByHand,
        /// Attendance against the quorum, as bars.
        AttendanceChart,
        /// What the bars are.
        AttendanceChartHint,
        /// What the quorum needs.
        NeededShort,
        /// Those present as a share of those due.
        PresentShare,
        /// Share of votes.
        VoteShare,
        /// Banzhaf share.
        Banzhaf,
        /// Which delegations could break the quorum…
        BreakingUnknown,
        /// Even without all delegations…
        Unbreakable,
        /// Each entry explains …
        EndingsHint,
        /// Add an entry.
        AddEnding,
        /// No unit has this name.
        NoSuchUnit,
        /// There are as many lots as a scenario can hold.
        NoMoreLots,
        /// The unit has as many entries as it can.
        NoMoreEndings,
        /// Note.
        NoteHeading,
        /// A delegation counts with all members…
        SchemeTwoTierHint,
        /// Each unit’s seats follow from its own members…
        SchemeKeyHint,
        /// Method among the delegations.
        UpperMethod,
        /// No longer in force.
        KeyHistorical,
        /// Please confirm.
        KeyUnconfirmed,
        /// Seats for the first step.
        StepsFirst,
        /// Members that the first step covers.
        StepsCovers,
        /// Seats per further step.
        StepsStep,
        /// Members per further step.
        StepsPer,
        /// Most seats of a unit.
        StepsMost,
        /// An incomplete step counts.
        StepsParts,
        /// Nothing.
        PartsWhole,
        /// As a full one.
        PartsOrPart,
        /// As a full one from half.
        PartsNearest,
        /// Paste a table …
        MatrixHint,
        /// Rounding.
        MatrixRounding,
        /// To the nearest (Webster).
        RoundNearest,
        /// Down (Jefferson).
        RoundDown,
        /// Up (Adams).
        RoundUp,
        /// A new version is ready.
        NewVersion,
        /// Save and use it.
        UseNewVersion,
        /// Candidates.
        CandidateNumbers,
        /// Office.
        OfficeLabel,
        /// Seats to fill.
        SeatsToFill,
        /// Not elected.
        NotElected,
        /// Presidium and co-signers.
        PresidiumTitle,
        /// Motion.
        MotionSigners,
        /// Recall.
        RecallSigners,
        /// Extraordinary meeting.
        MeetingSigners,
        /// Units, as a heading of their number.
        UnitsColumn,
        /// Save as a table.
        SaveTables,
        /// CSV for Excel, WPS and LibreOffice…
        SaveTablesHint,
        /// The size of the presidium.
        PresidiumSize,
    }
}
