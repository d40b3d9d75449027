//! The name of a delegation, changed in place. Says so while a name is typed that another delegation has.

use super::hand::name_id;
use crate::ui::words::use_words;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{DelegationId, Name, Report};
use delegate_roster::text::{GroupingMsg, Msg};
use std::rc::Rc;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: DelegationId,
    pub name: Name,
    pub report: Rc<Report>,
    pub on_rename: Callback<(DelegationId, Name)>,
}

#[component]
pub fn NameOf(props: &Props) -> Html {
    let words = use_words();
    let draft = use_state_eq(|| None::<String>);
    let id = props.id;
    let typed = draft.as_deref().map(Name::new);
    let twin = match &typed {
        Some(Ok(name)) => {
            props.report.scenario.delegations.iter().any(|one| one.id != id && one.name == *name)
        }
        _ => false,
    };
    let note = match &typed {
        Some(Err(error)) => words.say(&Msg::CellError(&CellError::Name(*error))),
        Some(Ok(name)) if twin => words.say(&Msg::Grouping(GroupingMsg::NameTaken(name.as_str()))),
        _ => AttrValue::default(),
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
        })
    };
    let onchange = {
        let (draft, on_rename, now) = (draft.clone(), props.on_rename.clone(), props.name.clone());
        Callback::from(move |event: Event| {
            let parsed = Name::new(&event.target_unchecked_into::<HtmlInputElement>().value());
            if let Ok(name) = parsed {
                draft.set(None);
                if !name.is_empty() && name != now {
                    on_rename.emit((id, name));
                }
            }
        })
    };
    let onkeydown = {
        let draft = draft.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                draft.set(None);
            }
        })
    };
    let value = draft.as_ref().map_or_else(|| props.name.as_str().to_owned(), Clone::clone);
    let described = format!("{}-note", name_id(id));
    html! {
        <div class="group-name">
            <input id={name_id(id)} class="group-title" type="text" autocomplete="off" {value} {oninput} {onchange} {onkeydown}
                aria-label={words.say(&Msg::Grouping(GroupingMsg::NameOf(props.name.as_str())))}
                aria-invalid={matches!(typed, Some(Err(_))).then_some("true")} aria-describedby={described.clone()} />
            <p class="field-error" id={described} role="status">{ note }</p>
        </div>
    }
}
