//! What another scenario does differently from one's own, change by change, each with a way to take it over.

use super::chart::word;
use super::words::{Words, use_words};
use crate::effects::announce;
use crate::store::Intent;
use delegate_roster::scenario::{
    Action, Comparison as Found, Field, Report, Scenario, Setting, UnitChange, compare,
};
use delegate_roster::text::number::{grouped, whole};
use delegate_roster::text::{
    CalendarMsg, ChartMsg, ChartWord, Key, Msg, SizeMsg, SizeWord, inside, rules_name,
};
use std::rc::Rc;
use yew::prelude::*;

/// Changes shown at once; the rest is counted.
const SHOWN: usize = 200;

/// Of these, so many within one setting.
const SHOWN_INSIDE: usize = 40;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Names the parts of the comparison; one of a kind on the page.
    pub id: AttrValue,
    pub mine: Rc<Report>,
    pub theirs: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

/// One line: what differs, mine, theirs, and how to take it over.
struct Line {
    what: AttrValue,
    field: AttrValue,
    mine: String,
    theirs: String,
    take: Take,
}

/// Whether a change can be taken over.
enum Take {
    /// It can, by this.
    Over(Box<Intent>),
    /// It comes with the whole scenario only.
    Whole,
    /// It follows from the rest.
    Follows,
}

impl Take {
    fn of(action: Option<Action>, otherwise: Self) -> Self {
        action.map_or(otherwise, |action| Self::Over(Box::new(Intent::Do(action))))
    }
}

/// Takes a change over and leaves the focus on the next one, or on the sentence after the last.
fn taking(props: &Props, intent: Intent, number: usize, all: usize) -> Callback<MouseEvent> {
    let (dispatch, id) = (props.dispatch.clone(), props.id.clone());
    Callback::from(move |_: MouseEvent| {
        dispatch.emit(intent.clone());
        announce::focus_soon(match all {
            0 | 1 => format!("{id}-differences"),
            _ => format!("{id}-take-{}", number.min(all - 2)),
        });
    })
}

#[component]
pub fn Comparison(props: &Props) -> Html {
    let words = use_words();
    let found = use_memo((props.mine.clone(), props.theirs.clone()), |(mine, theirs)| compare(mine, theirs));
    let lines: Vec<Line> = lines(words, props, &found);
    let count = lines.len();
    let title = format!("{}-title-differences", props.id);
    // Changes that can be taken over, each found again by its number when the one before it has gone.
    let all = lines.iter().take(SHOWN).filter(|line| matches!(line.take, Take::Over(_))).count();
    let mut number = 0;
    html! {
        <section class="comparison-table" aria-labelledby={title.clone()}>
            <h3 id={title.clone()}>{ words.key(Key::Differences) }</h3>
            <p class="sentence" role="status" id={format!("{}-differences", props.id)} tabindex="-1">{ words.say(&Msg::ComparisonSummary { differ: found.units.len(), same: found.same }) }</p>
            { totals(words, &props.mine, &props.theirs) }
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby={title}>
                <table class="plain-table">
                    <thead><tr>
                        <th scope="col" class="col-name">{ words.key(Key::DifferenceWhere) }</th>
                        <th scope="col">{ words.key(Key::DifferenceWhat) }</th>
                        <th scope="col" class="col-text">{ words.key(Key::Mine) }</th>
                        <th scope="col" class="col-text">{ words.key(Key::Theirs) }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>
                        { for lines.into_iter().take(SHOWN).map(|line| html! {
                            <tr>
                                <th scope="row" class="col-name"><bdi>{ line.what.clone() }</bdi></th>
                                <td><bdi>{ line.field.clone() }</bdi></td>
                                <td class="col-text"><bdi>{ line.mine }</bdi></td>
                                <td class="col-text"><bdi>{ line.theirs }</bdi></td>
                                <td>{ match line.take {
                                    Take::Over(intent) => {
                                        number += 1;
                                        let take = taking(props, *intent, number - 1, all);
                                        html! {
                                            <button type="button" class="quiet" id={format!("{}-take-{}", props.id, number - 1)}
                                                aria-label={words.say(&Msg::TakeOver(&line.what, &line.field))} onclick={take}>{ words.key(Key::TakeOver) }</button>
                                        }
                                    }
                                    Take::Whole => html! { <span class="hint">{ word(words, ChartWord::OnlyWhole) }</span> },
                                    Take::Follows => html! { <span></span> },
                                } }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="hint">
                if count > SHOWN { { words.say(&Msg::More(count - SHOWN)) } }
            </p>
        </section>
    }
}

/// The figures that everything comes to, side by side.
fn totals(words: Words, mine: &Report, theirs: &Report) -> Html {
    let needed = |report: &Report| {
        let finding = report.gates.own.quorum.first().and_then(|(_, verdict)| verdict.finding());
        finding.map_or_else(|| "–".to_owned(), |finding| grouped(finding.needed))
    };
    let votes = |report: &Report| {
        let votes = report.gates.own.majority.first().and_then(|votes| votes.needed.ok());
        votes.map_or_else(|| "–".to_owned(), grouped)
    };
    let figures = |report: &Report| {
        [
            (Key::Seats, grouped(report.allocation.house)),
            (Key::ElectedLong, whole(report.total.elected)),
            (Key::ActualAlone, whole(report.total.actual())),
            (Key::PresentLong, whole(report.total.present)),
            (Key::Quorum, needed(report)),
            (Key::MajorityToElect, votes(report)),
        ]
    };
    html! {
        <dl class="side-by-side">
            { for figures(mine).into_iter().zip(figures(theirs)).map(|((key, mine), (_, theirs))| html! {
                <div>
                    <dt>{ words.key(key) }</dt>
                    <dd class={(mine != theirs).then_some("differs")}>{ mine }{ " → " }{ theirs }</dd>
                </div>
            }) }
        </dl>
    }
}

fn lines(words: Words, props: &Props, found: &Found) -> Vec<Line> {
    let (mine, theirs) = (&props.mine.scenario, &props.theirs.scenario);
    let mut lines: Vec<Line> = Vec::new();
    for setting in &found.settings {
        let own = setting_text(words, mine, *setting);
        let mut other = setting_text(words, theirs, *setting);
        let within: Vec<_> = found.inside.iter().filter(|inside| inside.setting == *setting).collect();
        let whole = setting.take_over(theirs).is_some();
        let by_itself = !whole && within.iter().any(|one| one.take_over(mine).is_some());
        // Lists of one length, rules of one name.
        if own == other && !within.is_empty() {
            other.push_str(&words.say(&Msg::Chart(ChartMsg::DiffersIn(within.len()))));
        }
        lines.push(Line {
            what: words.key(Key::WholeScenario),
            field: words.say(&Msg::Setting(*setting)),
            mine: own,
            theirs: other,
            take: Take::of(setting.take_over(theirs), if by_itself { Take::Follows } else { Take::Whole }),
        });
        // What differs in it comes with it, or by itself where the whole does not.
        lines.extend(within.iter().take(SHOWN_INSIDE).map(|one| Line {
            what: words.say(&Msg::Setting(*setting)),
            field: inside::path(words.0, &one.path).into(),
            mine: inside::value(words.0, &one.mine),
            theirs: inside::value(words.0, &one.theirs),
            take: Take::of(one.take_over(mine).filter(|_| !whole), Take::Follows),
        }));
        if within.len() > SHOWN_INSIDE {
            lines.push(Line {
                what: words.say(&Msg::Setting(*setting)),
                field: words.say(&Msg::More(within.len() - SHOWN_INSIDE)),
                mine: String::new(),
                theirs: String::new(),
                take: Take::Follows,
            });
        }
    }
    for change in &found.units {
        unit_lines(words, props, change, &mut lines);
    }
    lines
}

fn unit_lines(words: Words, props: &Props, change: &UnitChange, lines: &mut Vec<Line>) {
    let (mine, theirs) = (&props.mine, &props.theirs);
    let name = |report: &Report, row: usize| super::problems::row_name(words, report, row);
    let seats = |report: &Report, row: usize| {
        report.units.get(row).map_or_else(String::new, |unit| grouped(unit.seats.get().into()))
    };
    let members = |report: &Report, row: usize| {
        let unit = report.scenario.units.get(row);
        unit.map_or_else(String::new, |unit| {
            words.say(&Msg::MembersAndSeats(unit.members.get(), &seats(report, row))).to_string()
        })
    };
    let take =
        |change: &UnitChange| Take::of(change.take_over(&mine.scenario, &theirs.scenario), Take::Follows);
    match change {
        UnitChange::Added { theirs: row, .. } => lines.push(Line {
            what: name(theirs, *row),
            field: words.key(Key::UnitOnlyTheirs),
            mine: String::new(),
            theirs: members(theirs, *row),
            take: take(change),
        }),
        UnitChange::Removed { mine: row } => lines.push(Line {
            what: name(mine, *row),
            field: words.key(Key::UnitOnlyMine),
            mine: members(mine, *row),
            theirs: String::new(),
            take: take(change),
        }),
        UnitChange::Changed { mine: own, theirs: row, fields } => {
            let cell = |report: &Report, row: usize, field: Field| {
                let unit = report.scenario.units.get(row);
                unit.map_or_else(String::new, |unit| inside::cell(&report.scenario, unit, field))
            };
            for field in fields {
                let one = UnitChange::Changed { mine: *own, theirs: *row, fields: vec![*field] };
                let entered = if *field == Field::Seats {
                    words.key(Key::SeatsByHand)
                } else {
                    words.say(&Msg::Field(*field))
                };
                lines.push(Line {
                    what: name(mine, *own),
                    field: entered,
                    mine: cell(mine, *own, *field),
                    theirs: cell(theirs, *row, *field),
                    take: take(&one),
                });
            }
            let (before, after) = (seats(mine, *own), seats(theirs, *row));
            if before != after {
                // Seats follow from the rest; there is nothing to take over.
                lines.push(Line {
                    what: name(mine, *own),
                    field: words.key(Key::Seats),
                    mine: before,
                    theirs: after,
                    take: Take::Follows,
                });
            }
        }
    }
}

fn setting_text(words: Words, scenario: &Scenario, setting: Setting) -> String {
    let allocating = &scenario.allocating;
    match setting {
        Setting::Title => scenario.title.as_str().to_owned(),
        Setting::House => grouped(allocating.house.get().into()),
        Setting::Scheme => words.key(super::scheme::name(&allocating.scheme)).to_string(),
        Setting::Method => words.say(&Msg::Method(&allocating.method)).to_string(),
        Setting::MinimumRule => words.say(&Msg::MinimumRule(allocating.minimum_rule)).to_string(),
        Setting::Minimum => grouped(allocating.minimum.get().into()),
        Setting::Lots => grouped(allocating.lots.len() as u64),
        Setting::People => grouped(scenario.people.delegates.len() as u64),
        Setting::Body => body_text(words, scenario),
        Setting::Calendar => calendar_text(words, scenario),
        Setting::Composition => grouped(scenario.composition.len() as u64),
        Setting::Sittings => grouped(scenario.sittings.len() as u64),
        Setting::Rules => rules_name(&scenario.rules, words.0),
        Setting::Agenda => grouped(scenario.agenda.len() as u64),
        Setting::Elections => grouped(scenario.elections.len() as u64),
    }
}

/// The rule on the number of delegates, and the figure it counts.
fn body_text(words: Words, scenario: &Scenario) -> String {
    let Some(body) = scenario.body else {
        return words.say(&Msg::Size(SizeMsg::Word(SizeWord::NoRule))).to_string();
    };
    let rule = words.say(&Msg::Size(SizeMsg::Rule(body.rule))).to_string();
    body.counted.map_or(rule.clone(), |counted| format!("{rule} · {}", grouped(counted.get())))
}

/// The first day, and the milestones with their spans.
fn calendar_text(words: Words, scenario: &Scenario) -> String {
    let day = scenario.calendar.day.map(|day| words.say(&Msg::Calendar(CalendarMsg::Day(day))).to_string());
    let level = scenario.calendar.level;
    let level = level.map(|level| words.say(&Msg::Calendar(CalendarMsg::Level(level))).to_string());
    let (open, close) = (words.key(Key::BracketOpen), words.key(Key::BracketClose));
    let own = scenario.calendar.own.iter().map(|own| {
        let before = words.say(&Msg::Calendar(CalendarMsg::Before(own.before)));
        format!("{}{open}{before}{close}", own.name.as_str())
    });
    day.into_iter().chain(level).chain(own).collect::<Vec<_>>().join(" · ")
}
