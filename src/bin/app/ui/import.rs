//! stub
use super::dialog::Dialog;
use super::words::use_words;
use crate::store::Intent;
use delegate_roster::scenario::Scenario;
use delegate_roster::text::Key;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: bool,
    pub scenario: Rc<Scenario>,
    pub dispatch: Callback<Intent>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Import(props: &Props) -> Html {
    let words = use_words();
    html! { <Dialog id="import" title={words.key(Key::PasteTable)} open={props.open} on_close={&props.on_close} wide=true></Dialog> }
}
