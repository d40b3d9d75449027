//! The elections step: how many candidates an office takes, and who is elected by the votes counted, under the rules of
//! the scenario and the attendance of the sitting that is shown. The figures of a ballot live as long as the page is
//! open; what came of it belongs into the minutes.

use super::fields::Choice;
use super::number_field::NumberField;
use super::rules::source;
use super::words::{Words, use_words};
use delegate_roster::exchange::{Grid, parse_number};
use delegate_roster::limits::{MAX_COUNT, MAX_SEATS};
use delegate_roster::num::Seats;
use delegate_roster::scenario::Report;
use delegate_roster::text::{Key, Msg};
use delegate_roster::threshold::{
    Ballot, BallotOutcome, Base, Count, Initiative, Office, Papers, Profile, SignerRule,
};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What is being counted. Kept by the application, so that going to another step loses nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counting {
    office: usize,
    seats: u64,
    papers: Papers,
    /// A candidate a line, with the votes.
    votes: String,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub counting: UseStateHandle<Counting>,
}

#[component]
pub fn ElectionsStep(props: &Props) -> Html {
    let words = use_words();
    let rules = &*props.report.rules;
    html! {
        <div class="step-rules step-elections">
            { candidates(words, props, rules) }
            { ballot(words, props, rules) }
            { bodies(words, props, rules) }
        </div>
    }
}

/// A callback that changes what is being counted.
fn edit<T: 'static>(props: &Props, put: impl Fn(&mut Counting, T) + 'static) -> Callback<T> {
    let counting = props.counting.clone();
    Callback::from(move |value: T| {
        let mut next = (*counting).clone();
        put(&mut next, value);
        counting.set(next);
    })
}

fn to_seats(n: u64) -> Seats {
    u32::try_from(n).ok().and_then(Seats::new).unwrap_or(Seats::MAX)
}

/// How many candidates for how many seats.
fn candidates(words: Words, props: &Props, rules: &Profile) -> Html {
    let counting = &*props.counting;
    let offices: Vec<_> = rules.differentials.iter().map(|row| words.say(&Msg::Office(row.office))).collect();
    let row = rules.differentials.get(counting.office).or(rules.differentials.first());
    html! {
        <section aria-labelledby="candidates-title">
            <h2 id="candidates-title">{ words.key(Key::CandidateNumbers) }</h2>
            if let Some(row) = row {
                <Choice id="office" label={words.key(Key::OfficeLabel)} options={offices}
                    chosen={rules.differentials.iter().position(|one| one.office == row.office)}
                    on_choose={edit(props, |counting, at| counting.office = at)} />
                <NumberField id="office-seats" label={words.key(Key::SeatsToFill)} value={Some(counting.seats)}
                    limit={u64::from(MAX_SEATS)} on_commit={edit(props, |counting, n| counting.seats = n)} />
                <p class="sentence" hidden={counting.seats == 0}>{ words.say(&Msg::Candidates(counting.seats, row.band.candidates(to_seats(counting.seats)))) }</p>
                if row.office == Office::Delegates {
                    { by_unit(words, &props.report, row.band.spread(props.report.units.iter().map(|unit| unit.seats))) }
                }
                { source(words, Some(row.citation)) }
            } else {
                <p>{ words.key(Key::NoRuleStated) }</p>
            }
        </section>
    }
}

/// The candidates that all units need together, and what one pool would need.
fn by_unit(words: Words, report: &Report, spread: delegate_roster::threshold::Spread) -> Html {
    let empty = spread.units.iter().zip(report.scenario.units.iter()).filter(|(unit, _)| unit.is_empty());
    let names: Vec<String> = empty.map(|(_, unit)| unit.name.as_str().to_owned()).collect();
    html! {
        <div class="spread">
            <p class="sentence">{ words.say(&Msg::CandidatesByUnit(spread.lowest_by_unit, spread.pooled.lowest())) }</p>
            if !names.is_empty() { <p class="trouble">{ words.say(&Msg::EmptyBands(&names)) }</p> }
        </div>
    }
}

/// The papers, the votes, and who is elected.
fn ballot(words: Words, props: &Props, rules: &Profile) -> Html {
    let counting = &*props.counting;
    let paper = |id: &'static str, key: Key, value: u64, put: fn(&mut Papers, u64)| {
        html! {
            <NumberField {id} label={words.key(key)} value={Some(value)} limit={u64::from(MAX_COUNT)}
                on_commit={edit(props, move |counting, n| put(&mut counting.papers, n))} />
        }
    };
    let papers = counting.papers;
    let on_votes = edit(props, |counting, text| counting.votes = text)
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <section class="ballot" aria-labelledby="ballot-title">
            <h2 id="ballot-title">{ words.key(Key::BallotTitle) }</h2>
            <p class="hint">{ words.key(Key::BallotHint) }</p>
            <div class="sitting-fields">
                { paper("issued", Key::BallotsIssued, papers.issued, |papers, n| papers.issued = n) }
                { paper("returned", Key::BallotsReturned, papers.returned, |papers, n| papers.returned = n) }
                { paper("valid", Key::BallotsValid, papers.valid, |papers, n| papers.valid = n) }
                { paper("invalid", Key::BallotsInvalid, papers.invalid, |papers, n| papers.invalid = n) }
                { paper("blank", Key::BallotsBlank, papers.blank, |papers, n| papers.blank = n) }
            </div>
            <div class="field">
                <label for="votes">{ words.key(Key::CandidateVotes) }</label>
                <textarea id="votes" rows="8" spellcheck="false" value={counting.votes.clone()} oninput={on_votes} />
            </div>
            <div class="ballot-result" role="status">{ result(words, props, rules) }</div>
        </section>
    }
}

/// The candidates and their votes, or the line that has none.
fn read(text: &str) -> Result<Vec<(String, u64)>, usize> {
    let Ok(grid) = Grid::from_table(text) else { return Ok(Vec::new()) };
    let line = |(at, row): (usize, &Vec<String>)| {
        let [name, .., votes] = row.as_slice() else { return Err(at + 1) };
        let votes = parse_number(votes, MAX_COUNT.into()).map_err(|_| at + 1)?;
        Ok((name.trim().to_owned(), votes))
    };
    grid.rows().iter().enumerate().map(line).collect()
}

fn result(words: Words, props: &Props, rules: &Profile) -> Html {
    let counting = &*props.counting;
    let gates = &props.report.gates;
    let candidates = match read(&counting.votes) {
        Ok(candidates) if candidates.is_empty() => return html! { <p>{ words.key(Key::NoVotesYet) }</p> },
        Ok(candidates) => candidates,
        Err(line) => return html! { <p class="trouble">{ words.say(&Msg::VotesLine(line)) }</p> },
    };
    let Some(majority) = gates.own.majority.first() else {
        return html! { <p>{ words.key(Key::NoRuleStated) }</p> };
    };
    let votes: Vec<u64> = candidates.iter().map(|(_, votes)| *votes).collect();
    let ballot = Ballot { seats: to_seats(counting.seats), papers: counting.papers, votes: &votes };
    let name =
        |at: &usize| candidates.get(*at).map(|(name, votes)| format!("{name} ({votes})")).unwrap_or_default();
    match ballot.count(majority.rule, &rules.ballot, &gates.figures) {
        BallotOutcome::Void { issued, returned } => {
            html! { <p class="trouble">{ words.say(&Msg::BallotVoid(issued, returned)) }</p> }
        }
        BallotOutcome::Contradictory(problems) => html! {
            <ul>{ for problems.iter().map(|problem| html! { <li class="trouble">{ words.say(&Msg::BallotProblem(*problem, &candidates)) }</li> }) }</ul>
        },
        BallotOutcome::Undecided(obstacle) => {
            html! { <p class="trouble">{ words.say(&Msg::BallotUndecided(obstacle)) }</p> }
        }
        BallotOutcome::Counted(count) => elected(words, rules, &count, name),
    }
}

fn elected(words: Words, rules: &Profile, count: &Count, name: impl Fn(&usize) -> String) -> Html {
    let list = |key: Key, places: &[usize]| {
        html! {
            if !places.is_empty() {
                <p><strong>{ words.key(key) }{ words.key(Key::Colon) }</strong><bdi>{ places.iter().map(&name).collect::<Vec<_>>().join(words.key(Key::ListComma).as_str()) }</bdi></p>
            }
        }
    };
    html! {
        <div>
            <p class="sentence">{ words.say(&Msg::VotesNeeded(count.needed)) }</p>
            { list(Key::ElectedLong, &count.elected) }
            if let Some(tie) = &count.tie {
                { list(Key::TiedAtBoundary, &tie.candidates) }
                <p class="trouble">{ words.say(&Msg::RunOff(tie.candidates.len(), tie.open.get())) }</p>
            }
            if count.unfilled > Seats::ZERO {
                <p class="trouble">{ words.say(&Msg::Shortfall(count.unfilled.get())) }</p>
                <ul>{ for rules.remedies.iter().map(|remedy| html! { <li>{ words.say(&Msg::Remedy(remedy.value)) }{ source(words, Some(remedy.citation)) }</li> }) }</ul>
            }
            { list(Key::NotElected, &count.not_elected) }
        </div>
    }
}

/// The presidium and the co-signers.
fn bodies(words: Words, props: &Props, rules: &Profile) -> Html {
    let due = props.report.gates.figures.get(Base::Due);
    let presidium = due.and_then(|due| rules.presidium_size(due));
    let needed = |row: &SignerRule| due.map(|due| row.needed(due));
    let initiative = |row: &SignerRule| match row.initiative {
        Initiative::Motion => Key::MotionSigners,
        Initiative::Recall => Key::RecallSigners,
        Initiative::ExtraordinaryMeeting => Key::MeetingSigners,
    };
    html! {
        <section aria-labelledby="bodies-title">
            <h2 id="bodies-title">{ words.key(Key::PresidiumTitle) }</h2>
            <p class="sentence">{ presidium.map_or_else(|| words.key(Key::NoRuleStated), |n| words.say(&Msg::Presidium(n))) }</p>
            { rules.presidium.map(|share| source(words, Some(share.citation))) }
            <dl>
                { for rules.signers.iter().filter_map(|row| Some((row, needed(row)?))).map(|(row, n)| html! {
                    <div>
                        <dt>{ words.key(initiative(row)) }</dt>
                        <dd>{ words.say(&Msg::Signers(row.level, n)) }{ source(words, Some(row.citation)) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}
