//! Candidates from a spreadsheet: a place to paste rows into, which says before they are taken what of them is read, what is left
//! out and what cannot be read; and what is said where they were pasted into the table at once.

use crate::store::Intent;
use crate::ui::listing::Listing;
use crate::ui::words::{Words, use_words};
use delegate_roster::exchange::{
    CandidateColumn, CandidateLeftOut, CandidateLine, PastedCandidates, candidates,
};
use delegate_roster::limits::MAX_CANDIDATES;
use delegate_roster::scenario::{ElectionId, Scenario};
use delegate_roster::text::{Msg, VotingMsg, VotingWord};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// A paste that was taken over without some of its text.
pub struct Took {
    rows: usize,
    left_out: Rc<[CandidateLeftOut]>,
    /// What it made of the scenario: told for as long as that is what stands there, so that undo takes back this.
    made: Scenario,
}

impl Took {
    /// What is to be told of a paste; `None` where all of it was taken, or it changed nothing.
    pub fn of(read: PastedCandidates, made: Option<Scenario>) -> Option<Self> {
        let left_out: Rc<[CandidateLeftOut]> = read.left_out.into();
        let made = made.filter(|_| !left_out.is_empty())?;
        Some(Self { rows: read.rows.len(), left_out, made })
    }

    /// Whether it is what was done last.
    pub fn holds(&self, scenario: &Scenario) -> bool {
        self.made == *scenario
    }

    /// What was left out, with the way back.
    pub fn told(&self, words: Words, id: ElectionId, dispatch: &Callback<Intent>) -> Html {
        let undo = dispatch.reform(|_: MouseEvent| Intent::Undo);
        html! {
            <div>
                <p>{ words.say(&Msg::Voting(VotingMsg::TookRows(self.rows))) }</p>
                { left_out(words, format!("election-{}-took", id.0), &self.left_out) }
                <button type="button" onclick={undo}>{ words.say(&Msg::Voting(VotingMsg::Word(VotingWord::UndoPaste))) }</button>
            </div>
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: ElectionId,
    /// How many candidates there are.
    pub end: usize,
    pub pasted: UseStateHandle<String>,
    pub put: Callback<(usize, CandidateColumn, String)>,
}

#[component]
pub fn Pasted(props: &Props) -> Html {
    let words = use_words();
    let (pasted, end) = (&props.pasted, props.end);
    let say = |word: VotingWord| words.say(&Msg::Voting(VotingMsg::Word(word)));
    let field = format!("election-{}-rows", props.id.0);
    let read = use_memo(((**pasted).clone(), end), |(text, end)| {
        let read = candidates(text, CandidateColumn::Name, MAX_CANDIDATES.saturating_sub(*end));
        read.map(|read| (read.rows.len(), Rc::from(read.left_out)))
    });
    let (rows, left, wrong): (usize, Rc<[CandidateLeftOut]>, &[CandidateLine]) = match &*read {
        Ok((rows, left)) => (*rows, Rc::clone(left), &[]),
        Err(wrong) => (0, Rc::default(), wrong),
    };
    let oninput = {
        let pasted = pasted.setter();
        Callback::from(move |event: InputEvent| {
            pasted.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let onclick = {
        let text = (**pasted).clone();
        props.put.reform(move |_: MouseEvent| (end, CandidateColumn::Name, text.clone()))
    };
    let described = format!("{field}-wrong");
    html! {
        <details class="candidate-rows" open={!pasted.is_empty()}>
            <summary>{ say(VotingWord::PasteRows) }</summary>
            <p class="hint" id={format!("{field}-hint")}>{ say(VotingWord::PasteHint) }</p>
            <textarea id={field.clone()} rows="4" spellcheck="false" aria-label={say(VotingWord::PasteRows)}
                aria-invalid={(!wrong.is_empty()).then_some("true")} aria-describedby={described.clone()}
                value={(**pasted).clone()} {oninput} />
            <div class="trouble" id={described} role="status">
                <ul>
                { for wrong.iter().take(20).map(|line| html! { <li>{ words.say(&Msg::Voting(VotingMsg::Line(line))) }</li> }) }
                </ul>
            </div>
            <div class="rows-read" role="status">
                if rows > 0 || !left.is_empty() {
                    <p>{ words.say(&Msg::Voting(VotingMsg::PastedRows(rows))) }</p>
                    { left_out(words, format!("{field}-left"), &left) }
                }
            </div>
            <button type="button" disabled={rows == 0} {onclick}>{ say(VotingWord::PutRows) }</button>
        </details>
    }
}

/// What of the lines is none of the candidates.
fn left_out(words: Words, id: String, left_out: &Rc<[CandidateLeftOut]>) -> Html {
    let text = {
        let left_out = Rc::clone(left_out);
        Callback::from(move |at: usize| {
            let left = left_out.get(at);
            left.map(|left| words.say(&Msg::Voting(VotingMsg::LeftOut(left)))).unwrap_or_default()
        })
    };
    html! { <Listing {id} class="left-out" count={left_out.len()} {text} /> }
}
