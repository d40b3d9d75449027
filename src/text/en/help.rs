//! English: help, the gallery of examples, the guided tour.

use crate::scenario::Example;
use crate::text::help::{HelpMsg, HelpWord, Stop, Topic};
use crate::text::number::grouped;
use std::borrow::Cow;

pub(super) fn say(msg: HelpMsg) -> Cow<'static, str> {
    Cow::Borrowed(match msg {
        HelpMsg::Word(which) => word(which),
        HelpMsg::Shows(example) => shows(example),
        HelpMsg::From(example) => from(example),
        HelpMsg::See(example) => see(example),
        HelpMsg::Topic(_) => "Keyboard",
        HelpMsg::Page(topic) => page(topic),
        HelpMsg::Stop(stop) => self::stop(stop).0,
        HelpMsg::StopText(stop) => self::stop(stop).1,
        HelpMsg::StopOf(at, of) => return Cow::Owned(format!("Stop {at} of {of}")),
        HelpMsg::RowsLeft(n) => {
            let n = grouped(n as u64);
            return Cow::Owned(format!(
                "{n} more rows are not shown here; the saved text and the workbook have them all."
            ));
        }
    })
}

pub(super) const fn word(word: HelpWord) -> &'static str {
    match word {
        HelpWord::Examples => "Examples",
        HelpWord::ExamplesHint => {
            "Each opens as a scenario of its own; what is open now is saved first. Change anything you like."
        }
        HelpWord::OpenExample => "Open",
        HelpWord::Blank => "A blank scenario",
        HelpWord::Help => "Help",
        HelpWord::HelpKey => "Help (F1)",
        HelpWord::Topic => "About",
        HelpWord::WhatToDo => "What to do",
        HelpWord::Terms => "What the words mean",
        HelpWord::Sources => "Where the rules come from",
        HelpWord::Keys => "Keys",
        HelpWord::Offer => "New here? A tour of six stops shows the way from seats to votes.",
        HelpWord::Tour => "Take the tour",
        HelpWord::NotNow => "No, thank you",
        HelpWord::Back => "Back",
        HelpWord::Next => "Next",
        HelpWord::EndTour => "End the tour",
        HelpWord::Done => "Done",
        HelpWord::Hide => "Hide this note",
    }
}

const fn shows(example: Example) -> &'static str {
    match example {
        Example::Congress => {
            "Every step of a congress: seats for 30 units in 15 delegations, 487 elected, 3 mandates ended, 470 present."
        }
        Example::House2020 => {
            "Huntington and Hill’s method: the last seat goes to Minnesota; New York was 89 people short of it."
        }
        Example::House1880 => "The Alabama paradox: the house has one seat more, and Alabama one seat less.",
        Example::Union => {
            "Delegates by a step scale, a quorum with one to spare, and an election that ends in a tie."
        }
        Example::Owners => {
            "Two measures at once, owners and area, for the quorum and for every decision; and a tie that waits for a lot."
        }
        Example::Blank => "An empty table to begin with.",
    }
}

const fn from(example: Example) -> &'static str {
    match example {
        Example::Congress => {
            "Totals: a newspaper page of 28 September 2021. The figures per unit are illustrative, not real."
        }
        Example::House2020 => "US Census Bureau, apportionment populations of 2020.",
        Example::House1880 => {
            "Census of 1880. The total, Alabama, Illinois and Texas were checked against sources; please confirm the others."
        }
        Example::Union => "Made up. The scale: British Labour Party, rule book 2022, C3.I.1.B.",
        Example::Owners => "Made up. The rules: Civil Code of China, Art. 278.",
        Example::Blank => "",
    }
}

pub(super) const fn see(example: Example) -> &'static str {
    match example {
        Example::Congress | Example::Blank => "",
        Example::House2020 => {
            "Select Minnesota or New York and read “Why this result”. Compare shows what other methods would have given."
        }
        Example::House1880 => {
            "Alabama has 8 of 299 seats. Set the house size to 300, and it has 7. Compare marks every house where that happens."
        }
        Example::Union => {
            "Made up. Post has 749 members and 1 delegate, Retail 750 and 2. The quorum holds until two leave. The seventh seat of the committee waits for a further ballot."
        }
        Example::Owners => {
            "Made up. 700 of 1,000 owners take part, with 85,000 of 120,000 m². Elections shows what the two decisions need. Buildings 1, 4, 9 and 10 tie for three seats: draw a lot."
        }
    }
}

const fn stop(stop: Stop) -> (&'static str, &'static str) {
    match stop {
        Stop::Units => (
            "Units and quotas",
            "Each row is an electoral unit with its members. The exact quota is its share of the house, the seats follow from it. Type over anything: every change can be undone.",
        ),
        Stop::Method => (
            "Method and ties",
            "Here you set the size of the house and the method. If units have exactly equal claims to the last seats, the tie is shown here and waits for a lot: nothing is decided behind your back.",
        ),
        Stop::Roster => (
            "Roster",
            "What became of the seats: elected, ended, present. The chain on top and every table add up to the same figures.",
        ),
        Stop::Quorum => (
            "Sitting and quorum",
            "Attendance is counted sitting by sitting. The verdict is a sentence that you can check, under the rules chosen in “Quorum and majorities”.",
        ),
        Stop::Elections => (
            "Elections",
            "The agenda and its elections: how many candidates, how many votes elect, who is elected, and what a tie needs.",
        ),
        Stop::Share => (
            "Save and share",
            "Your work is saved in this browser while you type. Share makes a link or a workbook, the report prints on A4. The “?” beside it has help on every step.",
        ),
    }
}

const fn page(topic: Topic) -> &'static str {
    match topic {
        Topic::Allocation => {
            "\
How many seats each electoral unit gets, and why exactly so many.
- Type the units and their members, or paste or open a table from a spreadsheet; its headings say what its columns are.
- Set the house size and choose a method; the sentence below it says whom it favours.
- Type into Seats to lock a unit by hand; clear the cell to compute it again.
- Where a tie is open, draw a lot here, or enter the one you drew.
- Select a unit and read “Why this result”: who got the last seat, and who is next.
=选举单位|electoral unit|the body that elects delegates
=名额|seat|a place for one delegate
=应得份额|exact quota|members × house ÷ all members, a fraction
=偏差|deviation|seats less exact quota; its bar is full at one seat, an arrow means more
=并列|tie|units with exactly equal claims to the last seats
=最低名额|minimum|the fewest seats of a unit
@Methods: Balinski and Young, Fair Representation (1982); Pukelsheim, Proportional Representation (2017). Keys, scales and ranges name their source beside the choice."
        }
        Topic::Roster => {
            "\
From seats to delegates present: who was elected, whose mandate ended, who is there.
- Enter those elected unit by unit, and those elected later as by-elected.
- Enter ended mandates below the table, with reason, day and note.
- Registered, on leave and present belong to the sitting that the chain shows.
- Put units into delegations by dragging or with Move (on a touch screen tap a unit, then choose where it goes), or let the page suggest even ones.
- Keep a list of names if you need one: it checks the figures, or leads them.
=代表团|delegation|units that sit and are counted together
=未选出|unfilled|seats less elected; more elected than seats are “over”, in files a number below zero
=资格终止|ended mandate|a mandate that is over
=实有|actual|elected + by-elected − ended − suspended
=应到|due to attend|the actual delegates, seen from a sitting
@Deputies: Law on Deputies (2025), Arts. 61 and 62. Party delegates: provisional rules on the tenure of delegates (2008), Arts. 25 to 28."
        }
        Topic::Rules => {
            "\
How many must be present, and how many votes elect or decide.
- Choose the rules of your body; every value names its source.
- “Please confirm” marks what was not read in a current source: check it in your own copy.
- Copy the rules and change them row by row where yours differ.
- The table at the end shows what every other set of rules would say.
=法定人数|quorum|how many must be present
=多数|majority|how many votes elect or decide
=过半数|more than|exactly half does not suffice
=不少于|at least|exactly the share suffices
=基数|base|the number of which a share is taken
@The law or text stands beside each row; where there is none, the organiser set it."
        }
        Topic::Sittings => {
            "\
Every meeting at which attendance is counted, and whether it can decide.
- Add a sitting and say what it is for: opening, elections, decisions.
- Count attendance by unit in the roster, by delegation, or as one figure.
- Choose which sitting the chain shows.
- Freeze those due at the figure of the credentials report; a later change is then an amendment.
- The calendar plans back from the first day.
=会议|sitting|a meeting at which attendance is counted
=实到|present|those in the hall
=报到登记|registered|those who signed in, even if they have left
=筹备事项|milestone|what is due before the congress
@Quorums: as in “Quorum and majorities”. Deadlines name their source."
        }
        Topic::Elections => {
            "\
The agenda with its votes, and every election from candidates to the list of those elected.
- Enter the items of the agenda and what each needs: hearing, a vote, an election.
- For an election enter seats, candidates, ballot papers and votes; the page says who is elected.
- A tie for the last seats asks for a further ballot; enter its votes beside it.
- Paste candidates from a spreadsheet as lines of name, votes, strokes and stroke order.
- Where a list goes by strokes and they are equal, enter the stroke order: 横 1, 竖 2, 撇 3, 点 4, 折 5.
- Where owners vote, enter the area of those in favour beside their number.
=应选名额|seats to fill|how many an election elects
=差额|differential|more candidates than seats
=再次投票|further ballot|a vote among those tied for the last seats
=姓氏笔画|strokes of the surname|what lists are ordered by
=笔顺|stroke order|what orders equally many strokes
@The rule and its source stand beside each result."
        }
        Topic::Composition => {
            "\
What parts of the delegates are asked for (women, front line, minorities …) and how many each unit sends.
- Add a category with its target: at least, at most or exactly.
- The table works out how many each unit should send, so that rows and columns both add up.
- Type into a cell to lock it; contradictions are named.
=代表构成|composition|what parts of the delegates are asked for
=目标|target|at least, at most or exactly so many
=应占份额|fair share|the category’s number in proportion, a fraction
=受控取整|controlled rounding|fair shares into seats that keep rows and columns
@Guidelines are offered with their sources; none is set unasked."
        }
        Topic::Compare => {
            "\
What would be different: other methods, other houses, another attendance, another scenario.
- Compare the methods: who gains, who loses, and what the indices say.
- Sweep over house sizes: every paradox is marked.
- Move the sliders freely; nothing changes until you keep it.
=除数法|divisor method|members ÷ divisor, rounded at signposts
=最大余数法|largest remainders|whole quotas, then the largest remainders
=偏差|deviation|seats less exact quota
@Indices and paradoxes: Balinski and Young (1982); Pukelsheim (2017)."
        }
        Topic::Report => {
            "\
The papers of the credentials committee, from the same figures as the page.
- Choose the paper and its language.
- The rules that were applied stand at its end, each with its source.
- Print it on A4, or copy or save it as text; Share has the Excel workbook.
- Add the list of delegates by name if the paper is to have it.
=代表|delegate|one person of the list
=选举产生|elected|delegates a unit has elected
=暂停执行代表职务|suspended|a mandate that rests and can come back
@The paragraph follows the credentials report printed on 28 September 2021."
        }
        Topic::Keyboard => {
            "\
Everything works without a mouse. Tab goes from part to part.
+↑ ↓ ← →|next cell; with Ctrl to the edge
+Shift + ↑ ↓ ← →|select more cells
+Enter, Tab|confirm and go on
+F2|edit what is in the cell; typing replaces it
+Esc|drop what was typed; once more, and Tab leaves the table; close a dialog; end the tour
+Delete|empty the selected cells
+Home, End|the ends of the row; with Ctrl those of the table
+Page Up, Page Down|a screen up or down
+Ctrl+A|select all
+Ctrl+C, Ctrl+X, Ctrl+V|copy, cut, paste, also from and to a spreadsheet
+Ctrl+D|fill down
+Ctrl+F, F3|find in the table; find the next
+Ctrl+Space, Shift+Space|whole columns, whole rows
+Alt+↑, Alt+↓|move the selected rows
+Alt+Insert, Alt+Delete|insert rows, remove rows
+Shift+F10|sort, hide or size the column
+Ctrl+Z, Ctrl+Y|undo, redo; the button beside them lists the latest steps
+F1, ?|this help; ? where nothing is being typed"
        }
    }
}
