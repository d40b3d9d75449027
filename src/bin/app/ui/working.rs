//! What is said of work that is on its way: how far it is, and the way to stop it.

use super::words::Words;
use crate::effects::work::{Stand, Work};
use delegate_roster::text::{Key, Msg, WorkMsg, WorkWord};
use yew::prelude::*;

/// Nothing within the first moment; the element itself stays, so that what comes into it is read out.
pub fn working(words: Words, work: &Work) -> Html {
    let say = |word| words.say(&Msg::Work(WorkMsg::Word(word)));
    let going = match work.answered {
        Some(_) => say(WorkWord::WorkingAnew),
        None => say(WorkWord::Working),
    };
    let (said, act) = match work.stand {
        Stand::Idle | Stand::Begun => (AttrValue::Static(""), html! { <span></span> }),
        Stand::Going(progress) => {
            let (value, max) = (progress.done.to_string(), progress.of.to_string());
            let known = progress.of > 1;
            let act = html! {
                <span class="working-acts">
                    if known {
                        <progress {value} {max} aria-label={say(WorkWord::Working)} />
                        <span class="figures" aria-hidden="true">{ words.say(&Msg::Work(WorkMsg::Steps(progress.done, progress.of))) }</span>
                    } else {
                        <progress aria-label={say(WorkWord::Working)} />
                    }
                    <button type="button" class="stop-work" onclick={&work.on_stop}>{ say(WorkWord::Stop) }</button>
                </span>
            };
            (going, act)
        }
        Stand::Stopped => (say(WorkWord::Stopped), again(words, work)),
        Stand::Failed => (say(WorkWord::Failed), again(words, work)),
    };
    html! {
        <div class="working">
            <p role="status">{ said }</p>
            { act }
            <p class="hint" hidden={!work.here}>{ say(WorkWord::Here) }</p>
        </div>
    }
}

fn again(words: Words, work: &Work) -> Html {
    html! { <button type="button" class="again" onclick={&work.on_again}>{ words.key(Key::WorkItOut) }</button> }
}
