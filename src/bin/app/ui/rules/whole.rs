//! The rules whole: every row with what it says, what that comes to here, and where it is from; rows of one's own rules
//! can be changed, removed, added and made as in the source again.

use super::form::RowForm;
use super::held::{Held, use_held};
use super::source;
use crate::effects::announce;
use crate::store::Intent;
use crate::ui::explained::explained;
use crate::ui::words::{Words, use_words};
use delegate_roster::scenario::{
    Action, Assembly, Descent, Figure, OwnRules, Report, Rules, RulesAction, Votes,
};
use delegate_roster::text::{Key, Msg, RulesMsg, RulesWord};
use delegate_roster::threshold::{Base, Chapter, Cited, Deadline, Provision, SignerRule, Subject, profile};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

/// What the rows are drawn from.
struct Sheet<'a> {
    words: Words,
    report: &'a Report,
    /// The rules as somebody's own, if they are.
    own: Option<OwnRules>,
    dispatch: &'a Callback<Intent>,
    /// The rows whose forms are open: the one that was asked for last, and those that hold a text that was refused.
    open: UseStateHandle<Vec<Subject>>,
    held: Held,
}

#[component]
pub fn WholeRules(props: &Props) -> Html {
    let words = use_words();
    let rules = &props.report.scenario.rules;
    let held = use_held();
    let open = use_state_eq(|| held.rows());
    let own = (!matches!(rules, Rules::Profile(_))).then(|| OwnRules::of(rules));
    let sheet = Sheet { words, report: &props.report, own, dispatch: &props.dispatch, open, held };
    let rows = props.report.rules.provisions();
    let chapters = Chapter::ALL.map(|chapter| (chapter, sheet.rows(chapter, &rows)));
    let silent: Vec<_> = chapters.iter().filter(|(_, rows)| rows.is_empty() && sheet.own.is_none()).collect();
    let silent: Vec<_> =
        silent.iter().map(|(chapter, _)| sheet.say(RulesMsg::Chapter(*chapter)).to_string()).collect();
    html! {
        <section class="whole-rules" aria-labelledby="whole-title">
            <h2 id="whole-title">{ sheet.word(RulesWord::Whole) }</h2>
            <p class="hint">{ sheet.word(if sheet.own.is_some() { RulesWord::OwnHint } else { RulesWord::WholeHint }) }</p>
            { for chapters.iter().filter(|(_, rows)| !rows.is_empty() || sheet.own.is_some()).map(|(chapter, rows)| sheet.chapter(*chapter, rows)) }
            <p class="hint" hidden={silent.is_empty()}>
                { sheet.word(RulesWord::SilentOn) }{ silent.join(words.key(Key::ListComma).as_str()) }
            </p>
        </section>
    }
}

/// A row that holds, or one of the source that was taken out.
#[derive(Clone, Copy)]
struct Line {
    row: Cited<Provision>,
    descent: Descent,
}

impl Sheet<'_> {
    fn say(&self, msg: RulesMsg) -> AttrValue {
        self.words.say(&Msg::Rules(msg))
    }

    fn word(&self, word: RulesWord) -> AttrValue {
        self.say(RulesMsg::Word(word))
    }

    /// The rows of a chapter; after them those of the source that were taken out.
    fn rows(&self, chapter: Chapter, rows: &[Cited<Provision>]) -> Vec<Line> {
        let here = |row: &&Cited<Provision>| row.value.subject().chapter() == chapter;
        let descent = |subject| self.own.as_ref().and_then(|own| own.descent(subject));
        let holds = rows
            .iter()
            .filter(here)
            .map(|row| Line { row: *row, descent: descent(row.value.subject()).unwrap_or(Descent::Copied) });
        let source = self.own.as_ref().map(|own| profile(own.from()).provisions()).unwrap_or_default();
        let gone =
            source.iter().filter(here).filter(|row| descent(row.value.subject()) == Some(Descent::Removed));
        holds.chain(gone.map(|row| Line { row: *row, descent: Descent::Removed })).collect()
    }

    fn chapter(&self, chapter: Chapter, lines: &[Line]) -> Html {
        let id = format!("chapter-{}", slug(&chapter));
        let known: Vec<Subject> = lines.iter().map(|line| line.row.value.subject()).collect();
        let free: Vec<Subject> = chapter.subjects().into_iter().filter(|one| !known.contains(one)).collect();
        let (open, held) = (self.open.setter(), self.held.clone());
        let on_add = self.dispatch.reform(move |subject: Subject| {
            open.set(beside(&held, subject));
            announce::focus_soon(row_id(subject));
            Intent::Do(Action::Rules(RulesAction::Add(Provision::blank(subject))))
        });
        html! {
            <section class="chapter" key={id.clone()} aria-labelledby={id.clone()}>
                <h3 id={id.clone()} tabindex="-1">{ self.say(RulesMsg::Chapter(chapter)) }</h3>
                if lines.is_empty() {
                    <p class="hint">{ self.word(RulesWord::Nothing) }</p>
                } else {
                    <table class={classes!("plain-table", "rules-table", self.own.is_some().then_some("editable"))} aria-labelledby={id.clone()}>
                        <thead><tr>
                            <th scope="col">{ self.word(RulesWord::About) }</th>
                            <th scope="col">{ self.word(RulesWord::Says) }</th>
                            <th scope="col">{ self.word(RulesWord::From) }</th>
                            if self.own.is_some() {
                                <th scope="col"><span class="visually-hidden">{ self.word(RulesWord::Edit) }</span></th>
                            }
                        </tr></thead>
                        <tbody>{ for lines.iter().map(|line| self.line(line)) }</tbody>
                    </table>
                }
                if self.own.is_some() && !free.is_empty() {
                    <AddRow id={format!("{id}-add")} {free} {on_add} />
                }
            </section>
        }
    }

    fn line(&self, line: &Line) -> Html {
        let row = line.row.value;
        let subject = row.subject();
        let id = row_id(subject);
        let open = self.own.is_some() && self.open.contains(&subject) && line.descent != Descent::Removed;
        let removed = line.descent == Descent::Removed;
        let on_change =
            self.dispatch.reform(|row: Provision| Intent::Do(Action::Rules(RulesAction::Change(row))));
        html! {
            <tr key={id.clone()} class={classes!(removed.then_some("removed"), open.then_some("open"))}>
                <th scope="row" id={id.clone()} tabindex="-1">{ self.say(RulesMsg::Subject(subject)) }</th>
                <td>
                    if removed {
                        <p class="hint">{ self.say(RulesMsg::SourceSays(row)) }</p>
                    } else {
                        <p class="says">{ self.say(RulesMsg::Provision(row)) }</p>
                        { for self.here(row).into_iter().map(|text| html! { <p class="hint here">{ text }</p> }) }
                        { row.fault().map(|fault| html! {
                            <p class="trouble">{ self.say(RulesMsg::Fault(subject, fault)) }</p>
                        }) }
                    }
                    if open {
                        <RowForm id={id.clone()} {row} {on_change} />
                    }
                </td>
                <td>
                    if line.descent == Descent::Copied {
                        { source(self.words, Some(line.row.citation)) }
                    } else {
                        <p class="source own">{ self.say(RulesMsg::Descent(line.descent)) }</p>
                    }
                    if line.descent == Descent::Changed {
                        { for self.source_says(subject).into_iter().map(|text| html! { <p class="source">{ text }</p> }) }
                    }
                </td>
                if self.own.is_some() { <td>{ self.buttons(line, open) }</td> }
            </tr>
        }
    }

    fn source_says(&self, subject: Subject) -> Option<AttrValue> {
        let own = self.own.as_ref()?;
        Some(self.say(RulesMsg::SourceSays(profile(own.from()).provision(subject)?.value)))
    }

    fn buttons(&self, line: &Line, open: bool) -> Html {
        let subject = line.row.value.subject();
        let act = |action: RulesAction, focus: String| {
            self.dispatch.reform(move |_: MouseEvent| {
                announce::focus_soon(focus.clone());
                Intent::Do(Action::Rules(action.clone()))
            })
        };
        let toggle = {
            let (state, held) = (self.open.clone(), self.held.clone());
            Callback::from(move |_: MouseEvent| match held.field(subject).filter(|_| open) {
                // Nobody is done with it yet.
                Some(field) => announce::focus_id(&field),
                None if open => state.set(state.iter().copied().filter(|one| *one != subject).collect()),
                None => state.set(beside(&held, subject)),
            })
        };
        let label = |msg: RulesMsg| self.say(msg);
        // What is removed or as in the source again may be gone: the focus goes to what stays.
        let chapter = format!("chapter-{}", slug(&subject.chapter()));
        let after_reset = if line.descent == Descent::Added { chapter.clone() } else { row_id(subject) };
        html! {
            <div class="row-buttons">
                if line.descent != Descent::Removed {
                    <button type="button" aria-expanded={open.to_string()} aria-label={label(if open { RulesMsg::Done(subject) } else { RulesMsg::Edit(subject) })} onclick={toggle}>
                        { self.word(if open { RulesWord::Done } else { RulesWord::Edit }) }
                    </button>
                }
                if matches!(line.descent, Descent::Changed | Descent::Removed) {
                    <button type="button" aria-label={label(RulesMsg::Reset(subject))}
                        onclick={act(RulesAction::Reset(subject), after_reset)}>{ self.word(RulesWord::Reset) }</button>
                }
                if line.descent != Descent::Removed {
                    <button type="button" class="quiet" aria-label={label(RulesMsg::Remove(subject))}
                        onclick={act(RulesAction::Remove(subject), chapter)}>{ self.word(RulesWord::Remove) }</button>
                }
            </div>
        }
    }

    /// What a row comes to with the figures of the sitting that is shown.
    fn here(&self, row: Provision) -> Vec<Html> {
        let figures = &self.report.gates.figures;
        let due = figures.get(Base::Due);
        match row {
            Provision::Quorum(purpose, of) => {
                let asked = |(at, rule)| (Figure::Quorum(Assembly::Purpose(purpose), at), rule);
                let said = (0..).zip(of.rules()).map(asked);
                said.map(|(figure, rule)| {
                    explained(&figure, self.words.say(&Msg::Quorum(rule, rule.quorum(figures))))
                })
                .collect()
            }
            Provision::Majority(decision, of) => {
                let votes = (0..).zip(of.rules()).map(|(at, rule)| (at, Votes::of(rule, figures)));
                votes
                    .map(|(at, votes)| {
                        let figure = Figure::Votes(Assembly::Shown, Some(decision), at);
                        explained(&figure, self.words.say(&Msg::Majority(&votes)))
                    })
                    .collect()
            }
            Provision::Signers(initiative, level, signers) => {
                let citation = delegate_roster::threshold::Citation::OWN;
                let rule = SignerRule { initiative, level, signers, citation };
                let known = |one: &SignerRule| (one.initiative, one.level) == (initiative, level);
                let at = self.report.rules.signers.iter().position(known).unwrap_or(0);
                let figure = Figure::Signers(u32::try_from(at).unwrap_or(0));
                let said = due.map(|due| self.say(RulesMsg::SignersHere(rule.needed(due))));
                said.map(|said| explained(&figure, said)).into_iter().collect()
            }
            Provision::Presidium(share) => {
                let said = due.map(|due| self.say(RulesMsg::PresidiumHere(share.about(due))));
                said.map(|said| explained(&Figure::Presidium, said)).into_iter().collect()
            }
            Provision::Deadline(milestone, level, before) => {
                let citation = delegate_roster::threshold::Citation::OWN;
                let first = self.report.scenario.sittings.iter().filter_map(|sitting| sitting.date).min();
                let latest =
                    first.and_then(|day| Deadline { milestone, level, before, citation }.latest(day));
                latest.map(|day| html! { { self.say(RulesMsg::Latest(day)) } }).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// What is open once a row was asked for.
fn beside(held: &Held, subject: Subject) -> Vec<Subject> {
    held.rows().into_iter().chain([subject]).collect()
}

/// The identity of a row in the page: issues lead to it.
pub fn row_id(subject: Subject) -> String {
    format!("rule-{}", slug(&subject))
}

/// A variant as an identity: `Quorum(Elect)` is `quorum-elect`.
fn slug(noun: &impl std::fmt::Debug) -> String {
    let text = format!("{noun:?}");
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

#[derive(Properties, PartialEq)]
struct AddProps {
    id: AttrValue,
    /// What no row is about yet.
    free: Vec<Subject>,
    on_add: Callback<Subject>,
}

/// A choice of what a row can be added about, and the button that adds it.
#[component]
fn AddRow(props: &AddProps) -> Html {
    let words = use_words();
    let select = use_node_ref();
    let add = {
        let (select, free, on_add) = (select.clone(), props.free.clone(), props.on_add.clone());
        Callback::from(move |_: MouseEvent| {
            let at =
                select.cast::<HtmlSelectElement>().and_then(|one| usize::try_from(one.selected_index()).ok());
            if let Some(subject) = at.and_then(|at| free.get(at)) {
                on_add.emit(*subject);
            }
        })
    };
    html! {
        <div class="add-row">
            <label class="visually-hidden" for={&props.id}>{ words.say(&Msg::Rules(RulesMsg::Word(RulesWord::AddWhat))) }</label>
            <select id={&props.id} ref={select}>
                { for props.free.iter().enumerate().map(|(at, one)| html! { <option selected={at == 0}>{ words.say(&Msg::Rules(RulesMsg::Subject(*one))) }</option> }) }
            </select>
            <button type="button" onclick={add}>{ words.say(&Msg::Rules(RulesMsg::Word(RulesWord::Add))) }</button>
        </div>
    }
}
