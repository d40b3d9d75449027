//! A field for one whole number. What does not fit stays in the field, marked, with the reason under it.

use super::refused::{Why, named, use_kept, use_refusal};
use super::typed::use_typed_from;
use super::words::use_words;
use delegate_roster::exchange::{CellError, NumberError, entry_within, percent_within};
use delegate_roster::text::{Msg, number::grouped};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    /// What a refused text is kept under, where the identity is that of a place and what is in it moves.
    #[prop_or_default]
    pub kept_as: Option<AttrValue>,
    pub label: AttrValue,
    /// Nothing entered is no zero; only a field that can be emptied shows it.
    pub value: Option<u64>,
    /// The smallest number that has a meaning here.
    #[prop_or_default]
    pub least: u64,
    pub limit: u64,
    /// What it is the number of, to be named with the problems beside others of its kind.
    #[prop_or_default]
    pub of: AttrValue,
    /// Whether it is in percent, whose sign may be typed.
    #[prop_or_default]
    pub percent: bool,
    /// What the number belongs to, where that is known to the page alone.
    #[prop_or_default]
    pub over: AttrValue,
    /// Called with every number that fits, when the field is left or Enter is pressed.
    pub on_commit: Callback<u64>,
    /// Called when the field is emptied; without it an empty field is an error.
    #[prop_or_default]
    pub on_clear: Option<Callback<()>>,
}

#[component]
pub fn NumberField(props: &Props) -> Html {
    let words = use_words();
    let (clears, bounds) = (props.on_clear.is_some(), props.least..=props.limit);
    let within = if props.percent { percent_within } else { entry_within };
    let read = move |text: &str| match within(text, bounds.clone()) {
        Ok(None) if !clears => Err(NumberError::NotANumber),
        read => read,
    };
    let kept_as = props.kept_as.as_ref().unwrap_or(&props.id);
    let kept = use_kept(kept_as, &props.over);
    let typed = use_typed_from(kept, {
        let (on_commit, on_clear, value) = (props.on_commit.clone(), props.on_clear.clone(), props.value);
        let read = read.clone();
        Callback::from(move |text: String| {
            let entry = read(&text);
            match (entry, &on_clear) {
                (Ok(entry), _) if entry == value => {}
                (Ok(Some(number)), _) => on_commit.emit(number),
                (Ok(None), Some(on_clear)) => on_clear.emit(()),
                _ => {}
            }
            entry.is_ok()
        })
    });
    let refused = typed.refusal({
        let read = read.clone();
        move |text| Some(Why::Cell(CellError::Number(read(text).err()?)))
    });
    use_refusal(kept_as, &named(&props.of, &props.label), &props.over, refused);
    let error = typed.text().and_then(|text| read(&text).err());
    let held = AttrValue::from(props.value.map(grouped).unwrap_or_default());
    let described = format!("{}-error", props.id);
    html! {
        <div class="field">
            <label for={&props.id}>{&props.label}</label>
            <input
                id={&props.id}
                data-kept={props.kept_as.clone()}
                class={classes!("number", error.map(|_| "invalid"))}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                data-undo={&held}
                value={typed.shown(held.clone())}
                aria-invalid={error.map(|_| "true")}
                aria-describedby={error.map(|_| described.clone())}
                oninput={typed.oninput()}
                onkeydown={typed.onkeydown()}
                onblur={typed.onblur()}
            />
            <p class="field-error" id={described}>
                if let Some(error) = error {
                    { words.say(&Msg::CellError(&CellError::Number(error))) }
                }
            </p>
        </div>
    }
}
