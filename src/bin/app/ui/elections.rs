//! The elections step: the agenda, the elections that settle some of its items, and what the rules say of candidates, the
//! presidium and co-signers.

use super::agenda::Agenda;
use super::election_card::{ElectionCard, field_id, to_seats};
use super::explained::explained;
use super::fields::Choice;
use super::number_field::NumberField;
use super::rules::source;
use super::words::{Words, use_words};
use crate::effects::announce;
use crate::store::Intent;
use delegate_roster::limits::{MAX_ELECTIONS, MAX_SEATS};
use delegate_roster::scenario::{
    Action, CandidateKeys, ElectionAction, ElectionField, ElectionId, Figure, Name, OFFICES, Report,
};
use delegate_roster::text::{Key, Msg, VotingMsg, VotingWord};
use delegate_roster::threshold::{Base, Initiative, Office, Profile, SignerRule, Spread};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub keys: Rc<CandidateKeys>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn ElectionsStep(props: &Props) -> Html {
    let words = use_words();
    html! {
        <div class="step-grid step-elections">
            <div class="main-column">
                <Agenda report={props.report.clone()} dispatch={&props.dispatch} />
                { elections(words, props) }
            </div>
            <aside class="side-column">
                <CandidateNumbers report={props.report.clone()} />
                { bodies(words, props, &props.report.rules) }
            </aside>
        </div>
    }
}

fn say(words: Words, word: VotingWord) -> AttrValue {
    words.say(&Msg::Voting(VotingMsg::Word(word)))
}

fn elections(words: Words, props: &Props) -> Html {
    let scenario = &props.report.scenario;
    let count = scenario.elections.len();
    let add = {
        let (dispatch, next) = (props.dispatch.clone(), scenario.next(0).map(ElectionId));
        // The next body that is not elected yet, in the order of the menu.
        let used = |office: &Office| scenario.elections.iter().any(|election| election.office == *office);
        let office = OFFICES.into_iter().find(|office| !used(office)).unwrap_or(Office::Committee);
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Intent::Do(Action::Election(ElectionAction::Add(Name::default(), office))));
            if let Some(next) = next {
                announce::focus_soon(field_id(next, ElectionField::Title));
            }
        })
    };
    html! {
        <section aria-labelledby="elections-title">
            <h2 id="elections-title">{ say(words, VotingWord::Elections) }</h2>
            <p class="hint">{ say(words, if count == 0 { VotingWord::NoElections } else { VotingWord::ElectionsHint }) }</p>
            <ol class="elections">
                { for (0..count).map(|at| {
                    let id = scenario.elections.get(at).map_or(0, |election| election.id.0);
                    html! { <ElectionCard key={id} report={props.report.clone()} {at} keys={props.keys.clone()} dispatch={&props.dispatch} /> }
                }) }
            </ol>
            <button type="button" id="add-election" onclick={add} disabled={count >= MAX_ELECTIONS}>{ say(words, VotingWord::AddElection) }</button>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct NumbersProps {
    report: Rc<Report>,
}

/// How many candidates for how many seats, to look up before an election is prepared. Keeps nothing.
#[component]
fn CandidateNumbers(props: &NumbersProps) -> Html {
    let words = use_words();
    let chosen = use_state_eq(|| 0usize);
    let seats = use_state_eq(|| 0u64);
    let rules = &props.report.rules;
    let offices: Vec<_> = rules.differentials.iter().map(|row| words.say(&Msg::Office(row.office))).collect();
    let row = rules.differentials.get(*chosen).or(rules.differentials.first());
    let (choose, fill) = (chosen.setter(), seats.setter());
    html! {
        <section aria-labelledby="candidates-title">
            <h2 id="candidates-title">{ words.key(Key::CandidateNumbers) }</h2>
            if let Some(row) = row {
                <Choice id="office" label={words.key(Key::OfficeLabel)} options={offices}
                    chosen={rules.differentials.iter().position(|one| one.office == row.office)}
                    on_choose={Callback::from(move |at| choose.set(at))} />
                <NumberField id="office-seats" label={words.key(Key::SeatsToFill)} value={(*seats > 0).then_some(*seats)}
                    limit={u64::from(MAX_SEATS)} on_commit={Callback::from(move |n| fill.set(n))} />
                <p class="sentence" hidden={*seats == 0}>{ explained(&Figure::Candidates(row.office, to_seats(*seats)), words.say(&Msg::Candidates(*seats, row.band.candidates(to_seats(*seats))))) }</p>
                if row.office == Office::Delegates {
                    { by_unit(words, &props.report, row.office, row.band.spread(props.report.units.iter().map(|unit| unit.seats))) }
                }
                // Without a number nothing is said that it would be the source of.
                if *seats > 0 || row.office == Office::Delegates { { source(words, Some(row.citation)) } }
            } else {
                <p>{ words.key(Key::NoRuleStated) }</p>
            }
        </section>
    }
}

/// The candidates that all units need together, and what one pool would need.
fn by_unit(words: Words, report: &Report, office: Office, spread: Spread) -> Html {
    let empty = spread.units.iter().zip(report.scenario.units.iter()).filter(|(unit, _)| unit.is_empty());
    let names: Vec<String> = empty.map(|(_, unit)| unit.name.as_str().to_owned()).collect();
    html! {
        <div class="spread">
            <p class="sentence">{ explained(&Figure::CandidatesByUnit(office), words.say(&Msg::CandidatesByUnit(spread.lowest_by_unit, spread.pooled.lowest()))) }</p>
            if !names.is_empty() { <p class="trouble">{ words.say(&Msg::EmptyBands(&names)) }</p> }
        </div>
    }
}

/// The presidium and the co-signers.
fn bodies(words: Words, props: &Props, rules: &Profile) -> Html {
    let due = props.report.gates.figures.get(Base::Due);
    let lacking = Msg::BallotUndecided(props.report.gates.figures.lacking(Base::Due));
    let presidium = match (rules.presidium, due.and_then(|due| rules.presidium_size(due))) {
        (None, _) => words.key(Key::NoRuleStated),
        (Some(_), None) => words.say(&lacking),
        (Some(_), Some(n)) => words.say(&Msg::Presidium(n)),
    };
    let labelled = rules.presidium.is_none() || due.is_none();
    let needed = |row: &SignerRule| due.map(|due| row.needed(due));
    let initiative = |row: &SignerRule| match row.initiative {
        Initiative::Motion => Key::MotionSigners,
        Initiative::Recall => Key::RecallSigners,
        Initiative::ExtraordinaryMeeting => Key::MeetingSigners,
    };
    html! {
        <section aria-labelledby="bodies-title">
            <h2 id="bodies-title">{ words.key(Key::PresidiumTitle) }</h2>
            <p class="sentence">
                if labelled { { words.key(Key::PresidiumSize) }{ words.key(Key::Colon) } }
                { explained(&Figure::Presidium, presidium) }
            </p>
            { rules.presidium.map(|share| source(words, Some(share.citation))) }
            <dl>
                { for (0..).zip(rules.signers.iter()).filter_map(|(at, row)| Some((at, row, needed(row)?))).map(|(at, row, n)| html! {
                    <div>
                        <dt>{ words.key(initiative(row)) }</dt>
                        <dd>{ explained(&Figure::Signers(at), words.say(&Msg::Signers(row.level, n))) }{ source(words, Some(row.citation)) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}
