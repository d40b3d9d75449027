//! The gallery of examples: what each shows, where its figures are from, how big it is; and, once one is open, what to look at.

use super::dialog::Dialog;
use super::words::{Words, use_words};
use crate::effects::library::Wish;
use delegate_roster::scenario::{Example, Scenario};
use delegate_roster::text::{HelpMsg, HelpWord, Key, Msg};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: bool,
    pub on_wish: Callback<Wish>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Examples(props: &Props) -> Html {
    let words = use_words();
    let say = |msg: HelpMsg| words.say(&Msg::Help(msg));
    // Built only to be looked at.
    let examples = if props.open { &Example::ALL[..] } else { &[] };
    html! {
        <Dialog id="examples" wide=true title={say(HelpMsg::Word(HelpWord::Examples))} open={props.open} on_close={&props.on_close}>
            <div class="library">
                <p class="hint">{ say(HelpMsg::Word(HelpWord::ExamplesHint)) }</p>
                <ul class="library-list">{ for examples.iter().map(|example| card(words, *example, props)) }</ul>
            </div>
        </Dialog>
    }
}

fn card(words: Words, example: Example, props: &Props) -> Html {
    let say = |msg: HelpMsg| words.say(&Msg::Help(msg));
    let scenario = example.scenario(words.0);
    let title: AttrValue = match example {
        Example::Blank => say(HelpMsg::Word(HelpWord::Blank)),
        _ => scenario.title.shared().into(),
    };
    let size = (example != Example::Blank).then(|| {
        words.say(&Msg::SharedScenario {
            units: scenario.units.len(),
            house: scenario.allocating.house.get().into(),
        })
    });
    let open = {
        let (on_wish, on_close) = (props.on_wish.clone(), props.on_close.clone());
        let scenario = Box::new(scenario);
        Callback::from(move |_: MouseEvent| {
            on_close.emit(());
            on_wish.emit(Wish::Begin(scenario.clone()));
        })
    };
    html! {
        <li class="entry">
            <div class="entry-text">
                <h3 class="entry-title">{ title.clone() }</h3>
                <p>{ say(HelpMsg::Shows(example)) }</p>
                <p class="hint">{ size }{ words.key(Key::BetweenSentences) }{ say(HelpMsg::From(example)) }</p>
            </div>
            <div class="entry-actions">
                <button type="button" onclick={open}>
                    { say(HelpMsg::Word(HelpWord::OpenExample)) }<span class="visually-hidden">{ " " }{ title }</span>
                </button>
            </div>
        </li>
    }
}

/// What to look at in the example that is open, until somebody has read it, or has changed what it tells of. The title goes on saying
/// what is made up.
pub fn see(words: Words, scenario: &Scenario, hidden: bool, on_hide: Callback<MouseEvent>) -> Html {
    let say = |msg: HelpMsg| words.say(&Msg::Help(msg));
    let example = Example::of_title(&scenario.title).filter(|_| !hidden);
    let told =
        example.map(|example| (example, say(HelpMsg::See(example)))).filter(|(_, text)| !text.is_empty());
    match told.filter(|(example, _)| example.is_as_told(scenario)) {
        Some((_, text)) => seen(words, text, on_hide),
        None => html! { <div></div> },
    }
}

/// A line with a button that puts it away. The optimiser must not make it a part of the page around it, which comes before it.
#[inline(never)]
fn seen(words: Words, text: AttrValue, on_hide: Callback<MouseEvent>) -> Html {
    let hide = words.say(&Msg::Help(HelpMsg::Word(HelpWord::Hide)));
    html! {
        <p class="see">
            { text }
            <button type="button" class="quiet" onclick={on_hide} aria-label={hide.clone()} title={hide}>{ "✕" }</button>
        </p>
    }
}
