//! The name of a delegation, changed in place. Says so while a name is typed that another delegation has.

use super::hand::name_id;
use crate::ui::refused::{Why, use_kept, use_refusal};
use crate::ui::typed::use_typed_from;
use crate::ui::words::use_words;
use delegate_roster::exchange::CellError;
use delegate_roster::scenario::{DelegationId, Name, Report};
use delegate_roster::text::{GroupingMsg, Msg};
use std::rc::Rc;
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
    let id = props.id;
    let (field, over) = (AttrValue::from(name_id(id)), AttrValue::from(props.name.shared()));
    let label = words.say(&Msg::Grouping(GroupingMsg::NameOf(props.name.as_str())));
    let kept = use_kept(&field, &over);
    let typed = use_typed_from(kept, {
        let (on_rename, now) = (props.on_rename.clone(), props.name.clone());
        Callback::from(move |text: String| {
            let parsed = Name::new(&text);
            let fits = parsed.is_ok();
            if let Some(name) = parsed.ok().filter(|name| !name.is_empty() && *name != now) {
                on_rename.emit((id, name));
            }
            fits
        })
    });
    let refused = typed.refusal(|text| Some(Why::Cell(CellError::Name(Name::new(text).err()?))));
    use_refusal(&field, &label, &over, refused);
    let wanted = typed.text().map(|text| Name::new(&text));
    let twin = match &wanted {
        Some(Ok(name)) => {
            props.report.scenario.delegations.iter().any(|one| one.id != id && one.name == *name)
        }
        _ => false,
    };
    let note = match &wanted {
        Some(Err(error)) => words.say(&Msg::CellError(&CellError::Name(*error))),
        Some(Ok(name)) if twin => words.say(&Msg::Grouping(GroupingMsg::NameTaken(name.as_str()))),
        _ => AttrValue::default(),
    };
    let described = format!("{}-note", name_id(id));
    html! {
        <div class="group-name">
            <input id={field} class="group-title" type="text" autocomplete="off" data-undo={props.name.shared()}
                value={typed.shown(props.name.shared())} oninput={typed.oninput()} onblur={typed.onblur()} onkeydown={typed.onkeydown()}
                aria-label={label}
                aria-invalid={matches!(wanted, Some(Err(_))).then_some("true")} aria-describedby={described.clone()} />
            <p class="field-error" id={described} role="status">{ note }</p>
        </div>
    }
}
