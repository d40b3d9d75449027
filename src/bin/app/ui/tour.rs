//! The guided tour: a few stops along the chain from seats to votes, in a panel that leaves the page in use. What a stop is
//! about is marked by the style sheet, which knows the stop by `data-stop` on the page.

use super::words::Words;
use crate::effects::{announce, help, location};
use crate::place::Place;
use crate::prefs;
use delegate_roster::text::help::Stop;
use delegate_roster::text::{HelpMsg, HelpWord, Key, Msg};
use yew::prelude::*;

/// Which stop is shown; `None` off the tour.
pub type At = Option<usize>;

/// The tour: where it is, whether it is offered, and the way to another stop or, with `None`, out of it.
#[derive(Clone, PartialEq)]
pub struct Tour {
    pub at: At,
    pub offered: bool,
    pub on_go: Callback<At>,
}

/// The tour, offered to those who come for the first time.
#[hook]
pub fn use_tour(place: UseStateSetter<Place>, first_visit: bool) -> Tour {
    let at = use_state_eq(|| None);
    let offered = use_state_eq(|| first_visit && !prefs::tour_seen());
    let on_go = use_callback((at.setter(), offered.setter(), place), |to: At, (at, offered, place)| {
        prefs::set_tour_seen();
        offered.set(false);
        at.set(to);
        let Some(stop) = to.and_then(|at| Stop::ALL.get(at)) else {
            announce::focus_soon("open-help".to_owned());
            return;
        };
        place.set(step(*stop));
        location::replace(step(*stop));
        announce::focus_soon("tour-next".to_owned());
        help::show_soon(target(*stop));
    });
    Tour { at: *at, offered: *offered, on_go }
}

impl Tour {
    /// The name of the stop, for the style sheet.
    pub fn stop(&self) -> Option<&'static str> {
        self.at.and_then(|at| Stop::ALL.get(at)).map(|stop| name(*stop))
    }

    /// The line that offers the tour; it blocks nothing.
    pub fn offer(&self, words: Words, on_examples: &Callback<()>) -> Html {
        if !self.offered {
            return html! { <div></div> };
        }
        let word = |word: HelpWord| words.say(&Msg::Help(HelpMsg::Word(word)));
        let go = |to: At| self.on_go.reform(move |_: MouseEvent| to);
        html! {
            <p class="offer">
                { word(HelpWord::Offer) }
                <span class="choices">
                    <button type="button" class="primary" onclick={go(Some(0))}>{ word(HelpWord::Tour) }</button>
                    <button type="button" onclick={on_examples.reform(|_: MouseEvent| ())}>{ word(HelpWord::Examples) }</button>
                    <button type="button" onclick={go(None)}>{ word(HelpWord::NotNow) }</button>
                </span>
            </p>
        }
    }

    /// The panel of the stop, or nothing.
    pub fn panel(&self, words: Words) -> Html {
        match self.at.and_then(|at| Some((at, *Stop::ALL.get(at)?))) {
            Some((at, stop)) => self.at_stop(words, at, stop),
            None => html! { <div></div> },
        }
    }

    /// The panel of a stop. The optimiser must not make it a part of the page around it, which comes before it.
    #[inline(never)]
    fn at_stop(&self, words: Words, at: usize, stop: Stop) -> Html {
        let say = |msg: HelpMsg| words.say(&Msg::Help(msg));
        let go = |to: At| self.on_go.reform(move |_: MouseEvent| to);
        let next = Some(at + 1).filter(|next| *next < Stop::ALL.len());
        let onkeydown = {
            let on_go = self.on_go.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    on_go.emit(None);
                }
            })
        };
        html! {
            <section class="tour" aria-label={say(HelpMsg::Word(HelpWord::Tour))} {onkeydown}>
                <div id="tour-text" aria-live="polite">
                    <p class="hint">{ say(HelpMsg::StopOf(at + 1, Stop::ALL.len())) }</p>
                    <h2>{ say(HelpMsg::Stop(stop)) }</h2>
                    <p>{ say(HelpMsg::StopText(stop)) }</p>
                </div>
                <div class="buttons">
                    <button type="button" disabled={at == 0} onclick={go(at.checked_sub(1))}>{ say(HelpMsg::Word(HelpWord::Back)) }</button>
                    <button type="button" id="tour-next" class="primary" aria-describedby="tour-text" onclick={go(next)}>
                        { say(HelpMsg::Word(if next.is_some() { HelpWord::Next } else { HelpWord::Done })) }
                    </button>
                    <button type="button" class="quiet tour-end" onclick={go(None)} aria-label={say(HelpMsg::Word(HelpWord::EndTour))}
                        title={words.key(Key::Close)}>{ "✕" }</button>
                </div>
            </section>
        }
    }
}

const fn step(stop: Stop) -> Place {
    match stop {
        Stop::Units | Stop::Method => Place::Allocation,
        Stop::Roster => Place::Roster,
        Stop::Quorum => Place::Sittings,
        Stop::Elections => Place::Elections,
        Stop::Share => Place::Report,
    }
}

const fn name(stop: Stop) -> &'static str {
    match stop {
        Stop::Units => "units",
        Stop::Method => "method",
        Stop::Roster => "roster",
        Stop::Quorum => "quorum",
        Stop::Elections => "elections",
        Stop::Share => "share",
    }
}

/// What is brought into sight; the style sheet marks the same.
const fn target(stop: Stop) -> &'static str {
    match stop {
        Stop::Units | Stop::Roster => ".grid-scroll",
        Stop::Method => ".settings",
        Stop::Quorum | Stop::Share => ".page-head",
        Stop::Elections => "#main-content",
    }
}
