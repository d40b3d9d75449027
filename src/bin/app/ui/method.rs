//! The choice of the method, with the settings that some methods have.
//!
//! A method is named by its stable text (`modified-webster:7/5`), so a setting is a part of that text; what does not
//! make a method stays in its field, marked, and the method stays as it was.

use super::words::{Words, use_words};
use crate::store::Intent;
use delegate_roster::apportion::Method;
use delegate_roster::scenario::Action;
use delegate_roster::text::{Key, Msg};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The methods without settings, by family.
const FAMILIES: [(Key, &[&str]); 4] = [
    (Key::MethodsClassic, &["hamilton", "webster", "huntington-hill", "dean", "adams", "jefferson"]),
    (Key::MethodsDivisor, &["danish", "condorcet", "imperiali", "macau"]),
    (Key::MethodsQuota, &["droop", "hagenbach-bischoff", "imperiali-quota", "quota-method"]),
    (Key::MethodsOther, &["equal-shares"]),
];

/// A setting: what it is, and what it is at first.
type Setting = (Key, &'static str);

/// The methods with settings.
const SETTABLE: [(Key, &str, &[Setting]); 5] = [
    (Key::ModifiedWebster, "modified-webster", &[(Key::FirstDivisor, "7/5")]),
    (Key::StationaryDivisor, "stationary", &[(Key::SplitPoint, "1/2")]),
    (Key::PowerMeanDivisor, "power-mean", &[(Key::PowerMeanExponent, "-1")]),
    (Key::DegressiveRoot, "degressive", &[(Key::InnerMethod, "webster")]),
    (
        Key::BasePlus,
        "base-proportional",
        &[(Key::BaseSeats, "4"), (Key::InnerMethod, "hamilton"), (Key::CapSeats, "")],
    ),
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub method: Method,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn MethodChoice(props: &Props) -> Html {
    let words = use_words();
    let text = props.method.to_string();
    let (family, given) = text.split_once(':').unwrap_or((&text, ""));
    let settable = SETTABLE.iter().find(|(_, id, _)| *id == family);
    let choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let id = select.value();
            let text = match SETTABLE.iter().find(|(_, known, _)| *known == id) {
                Some((_, _, settings)) => {
                    written(&id, &settings.iter().map(|(_, first)| (*first).to_owned()).collect::<Vec<_>>())
                }
                None => id,
            };
            if let Some(method) = Method::parse(&text) {
                dispatch.emit(Intent::Do(Action::SetMethod(method)));
            }
        })
    };
    html! {
        <div class="field">
            <label for="method">{ words.key(Key::Method) }</label>
            <select id="method" onchange={choose}>
                { for FAMILIES.iter().map(|(name, ids)| html! {
                    <optgroup label={words.key(*name)}>
                        { for ids.iter().filter_map(|id| Some((id, Method::parse(id)?))).map(|(id, method)| html! {
                            <option value={*id} selected={method == props.method}>{ words.say(&Msg::Method(&method)) }</option>
                        }) }
                    </optgroup>
                }) }
                <optgroup label={words.key(Key::MethodsSettable)}>
                    { for SETTABLE.iter().map(|(name, id, _)| html! {
                        <option value={*id} selected={*id == family}>{ words.key(*name) }</option>
                    }) }
                </optgroup>
            </select>
            <div class="method-settings">
                if let Some((_, id, settings)) = settable {
                    <MethodSettings key={*id} id={*id} settings={*settings} values={values(id, given)} dispatch={&props.dispatch} />
                }
            </div>
            <p class="hint">{ words.say(&Msg::MethodHint(&props.method)) }</p>
        </div>
    }
}

/// The settings in the text of a method.
fn values(id: &str, given: &str) -> Vec<String> {
    if id != "base-proportional" {
        return vec![given.to_owned()];
    }
    let (base, rest) = given.split_once(':').unwrap_or((given, ""));
    let capped = rest.rsplit_once(':').filter(|(_, cap)| cap.bytes().all(|b| b.is_ascii_digit()));
    let (inner, cap) = capped.unwrap_or((rest, ""));
    vec![base.to_owned(), inner.to_owned(), cap.to_owned()]
}

/// The text of a method with these settings; an empty one is left out.
fn written(id: &str, values: &[String]) -> String {
    let mut parts = vec![id];
    parts.extend(values.iter().map(String::as_str).filter(|value| !value.is_empty()));
    parts.join(":")
}

#[derive(Properties, PartialEq)]
struct SettingsProps {
    id: &'static str,
    settings: &'static [Setting],
    values: Vec<String>,
    dispatch: Callback<Intent>,
}

#[component]
fn MethodSettings(props: &SettingsProps) -> Html {
    let words = use_words();
    let draft = use_state_eq(|| None::<Vec<String>>);
    let shown = draft.as_ref().cloned().unwrap_or_else(|| props.values.clone());
    let refused = draft.as_ref().is_some_and(|values| Method::parse(&written(props.id, values)).is_none());
    let change = |at: usize| {
        let (draft, shown, id, dispatch) = (draft.clone(), shown.clone(), props.id, props.dispatch.clone());
        Callback::from(move |value: String| {
            let mut values = shown.clone();
            if let Some(slot) = values.get_mut(at) {
                *slot = value.trim().to_owned();
            }
            match Method::parse(&written(id, &values)) {
                Some(method) => {
                    draft.set(None);
                    dispatch.emit(Intent::Do(Action::SetMethod(method)));
                }
                None => draft.set(Some(values)),
            }
        })
    };
    html! {
        <>
            { for props.settings.iter().zip(&shown).enumerate().map(|(at, ((name, _), value))| {
                let held = props.values.get(at).cloned().unwrap_or_default();
                setting(words, *name, held, value, refused, &change(at))
            }) }
            <p class="field-error" role="status">{ if refused { words.key(Key::SettingRefused) } else { AttrValue::Static("") } }</p>
        </>
    }
}

fn setting(
    words: Words,
    name: Key,
    held: String,
    value: &str,
    refused: bool,
    change: &Callback<String>,
) -> Html {
    if name == Key::InnerMethod {
        let onchange =
            change.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
        return html! {
            <label class="setting">
                <span>{ words.key(name) }</span>
                <select {onchange}>
                    { for Method::CLASSIC.iter().map(|method| html! {
                        <option value={method.to_string()} selected={method.to_string() == value}>{ words.say(&Msg::Method(method)) }</option>
                    }) }
                </select>
            </label>
        };
    }
    let onchange = change.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <label class="setting">
            <span>{ words.key(name) }</span>
            <input class="number" type="text" autocomplete="off" data-undo={held} value={value.to_owned()} {onchange}
                aria-invalid={refused.then_some("true")} />
        </label>
    }
}
