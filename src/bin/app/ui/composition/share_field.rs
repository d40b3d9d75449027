//! A field for a share: `1/3` or `40%`, and so it is shown. What is no share stays in the field, with the reason.

use crate::ui::refused::{Why, named, use_kept, use_refusal};
use crate::ui::typed::use_typed_from;
use crate::ui::words::use_words;
use delegate_roster::exchange::parse_share;
use delegate_roster::text::number;
use delegate_roster::threshold::Share;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: Option<Share>,
    /// What it is the share of, to be named with the problems.
    pub of: AttrValue,
    /// What the share belongs to, where that is known to the page alone.
    #[prop_or_default]
    pub over: AttrValue,
    pub on_commit: Callback<Share>,
}

#[component]
pub fn ShareField(props: &Props) -> Html {
    let words = use_words();
    let kept = use_kept(&props.id, &props.over);
    let typed = use_typed_from(kept, {
        let (on_commit, value) = (props.on_commit.clone(), props.value);
        Callback::from(move |text: String| {
            let share = parse_share(&text).ok();
            if let Some(share) = share.filter(|share| Some(*share) != value) {
                on_commit.emit(share);
            }
            share.is_some()
        })
    });
    let wrong = typed.refused().and_then(|text| parse_share(&text).err());
    use_refusal(
        &props.id,
        &named(&props.of, &props.label),
        &props.over,
        typed.refusal(|text| Some(Why::ShareText(parse_share(text).err()?))),
    );
    let held = AttrValue::from(props.value.map(number::share).unwrap_or_default());
    let described = format!("{}-error", props.id);
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }</label>
            <input id={&props.id} class="number" type="text" autocomplete="off" data-undo={&held} placeholder="1/3, 40%" value={typed.shown(held.clone())}
                oninput={typed.oninput()} onblur={typed.onblur()} onkeydown={typed.onkeydown()} aria-invalid={wrong.map(|_| "true")} aria-describedby={wrong.map(|_| described.clone())} />
            <p class="field-error" id={described}>
                if let Some(error) = wrong { { Why::ShareText(error).said(words) } }
            </p>
        </div>
    }
}
