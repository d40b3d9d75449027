//! Fields for a name, a day and a choice, each with its label. What does not fit stays in the field, with the reason.

use super::refused::{Why, use_kept, use_refusal};
use super::typed::use_typed_from;
use super::words::use_words;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::Name;
use delegate_roster::text::Msg;
use delegate_roster::threshold::Date;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TextProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: Name,
    pub on_commit: Callback<Name>,
}

/// A field for a name or a short note, taken over when it is left.
#[component]
pub fn TextField(props: &TextProps) -> Html {
    let words = use_words();
    let over = AttrValue::default();
    let kept = use_kept(&props.id, &over);
    let typed = use_typed_from(kept, {
        let (on_commit, value) = (props.on_commit.clone(), props.value.clone());
        Callback::from(move |text: String| {
            let parsed = Name::new(&text);
            let fits = parsed.is_ok();
            if let Some(name) = parsed.ok().filter(|name| *name != value) {
                on_commit.emit(name);
            }
            fits
        })
    });
    let error = typed.refused().and_then(|text| Name::new(&text).err());
    let refused = typed.refusal(|text| Some(Why::Cell(CellError::Name(Name::new(text).err()?))));
    use_refusal(&props.id, &props.label, &over, refused);
    let described = format!("{}-error", props.id);
    html! {
        <div class="field text-field" data-paper={props.value.shared()}>
            <label for={&props.id}>{ &props.label }</label>
            <input id={&props.id} type="text" autocomplete="off" data-undo={props.value.shared()} value={typed.shown(props.value.shared())}
                oninput={typed.oninput()} onchange={typed.onchange()} onblur={typed.onblur()} onkeydown={typed.onkeydown()}
                aria-invalid={error.map(|_| "true")} aria-describedby={error.map(|_| described.clone())} />
            <p class="field-error" id={described}>
                if let Some(error) = error { { words.say(&Msg::CellError(&CellError::Name(error))) } }
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct DateProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: Option<Date>,
    pub on_commit: Callback<Option<Date>>,
}

/// A field for a day, or none.
#[component]
pub fn DateField(props: &DateProps) -> Html {
    let onchange = props.on_commit.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Date::parse(&input.value())
    });
    let value: AttrValue = props.value.map(|date| date.to_string()).unwrap_or_default().into();
    html! {
        <div class="field date-field" data-paper={value.clone()}>
            <label for={&props.id}>{ &props.label }</label>
            <input id={&props.id} type="date" data-undo={&value} min="0001-01-01" max="9999-12-31"
                value={&value} {onchange} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub options: Vec<AttrValue>,
    /// The place of the option that is chosen.
    pub chosen: Option<usize>,
    pub on_choose: Callback<usize>,
}

/// One of a few.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.on_choose.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        usize::try_from(select.selected_index()).unwrap_or(0)
    });
    html! {
        <div class="field">
            <label for={&props.id}>{ &props.label }</label>
            <select id={&props.id} {onchange}>
                { for props.options.iter().enumerate().map(|(at, option)| html! {
                    <option selected={props.chosen == Some(at)}>{ option }</option>
                }) }
            </select>
        </div>
    }
}
