//! The header: the title, whether the work is safe, undo and redo, documents, language and theme.

use super::typed::use_typed;
use super::words::{Words, use_words};
use crate::effects::autosave::Saving;
use crate::effects::heirs::use_heirs;
use crate::prefs::Theme;
use crate::store::Intent;
use delegate_roster::language::Language;
use delegate_roster::scenario::{Action, Name, Step};
use delegate_roster::text::{HelpMsg, HelpWord, Key, LibraryMsg, Msg};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The button of the list of steps.
pub const STEPS: &str = "open-steps";
const UNDO: &str = "undo";
const REDO: &str = "redo";

/// A dialog or a list that the header can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    Share,
    Library,
    Import,
    New,
    Examples,
    Help,
    Steps,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: Name,
    pub undo: Option<Step>,
    pub redo: Option<Step>,
    /// Whether there is a step to list.
    pub steps: bool,
    /// Whether the list of steps is open.
    pub listed: bool,
    pub saving: Saving,
    pub theme: Theme,
    pub dispatch: Callback<Intent>,
    pub on_ask: Callback<Ask>,
    pub on_language: Callback<Language>,
    pub on_theme: Callback<Theme>,
}

#[component]
pub fn Header(props: &Props) -> Html {
    let words = use_words();
    // After the last step there is only the way back.
    use_heirs(&[(UNDO, &[REDO]), (REDO, &[UNDO])]);
    let title = use_typed({
        let (dispatch, now) = (props.dispatch.clone(), props.title.clone());
        Callback::from(move |text: String| {
            let title = Name::cut_title(&text);
            if title != now {
                dispatch.emit(Intent::Do(Action::SetTitle(title)));
            }
            true
        })
    });
    let undo = props.dispatch.reform(|_: MouseEvent| Intent::Undo);
    let redo = props.dispatch.reform(|_: MouseEvent| Intent::Redo);
    let ask = |what: Ask| props.on_ask.reform(move |_: MouseEvent| what);
    let language = props.on_language.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Language::of_tag(&select.value())
    });
    let theme = props.on_theme.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Theme::of_id(&select.value()).unwrap_or_default()
    });
    let undo_label = props.undo.map_or_else(|| words.key(Key::Undo), |step| words.say(&Msg::UndoStep(step)));
    let redo_label = props.redo.map_or_else(|| words.key(Key::Redo), |step| words.say(&Msg::RedoStep(step)));
    let (state, class) = match &props.saving {
        Saving::Saved => (words.key(Key::Saved), "saved"),
        Saving::Pending => (words.key(Key::Saving), "pending"),
        Saving::Untouched => (AttrValue::Static(""), "untouched"),
        Saving::Failed(_) => (words.key(Key::NotSaved), "failed"),
        Saving::Behind(_) => (words.key(Key::OutOfDate), "failed"),
    };
    html! {
        <header class="page-head">
            <div class="brand">
                <h1>{ words.key(Key::AppName) }</h1>
                <p class={classes!("save-state", class)} role="status">{ state }</p>
            </div>
            <input class="title" type="text" data-undo={props.title.shared()} value={title.shown(props.title.shared())}
                oninput={title.oninput()} onblur={title.onblur()} onkeydown={title.onkeydown()} aria-label={words.key(Key::Title)} placeholder={words.key(Key::Untitled)} autocomplete="off" />
            <div class="actions" role="toolbar" aria-label={words.key(Key::Document)}>
                <button type="button" id={UNDO} class="icon" onclick={undo} disabled={props.undo.is_none()}
                    aria-label={undo_label.clone()} title={undo_label}>{ "↶" }</button>
                <button type="button" id={REDO} class="icon" onclick={redo} disabled={props.redo.is_none()}
                    aria-label={redo_label.clone()} title={redo_label}>{ "↷" }</button>
                { steps_button(words, props, ask(Ask::Steps)) }
                <button type="button" onclick={ask(Ask::New)}>{ words.key(Key::New) }</button>
                <button type="button" id="open-examples" onclick={ask(Ask::Examples)} aria-haspopup="dialog">{ words.say(&Msg::Help(HelpMsg::Word(HelpWord::Examples))) }</button>
                <button type="button" id="open-library" onclick={ask(Ask::Library)} aria-haspopup="dialog">{ words.say(&Msg::Library(LibraryMsg::Open)) }</button>
                <button type="button" onclick={ask(Ask::Import)}>{ words.key(Key::OpenTable) }</button>
                <button type="button" class="primary" onclick={ask(Ask::Share)}>{ words.key(Key::Share) }</button>
                { help_button(words, ask(Ask::Help)) }
                <select class="language" onchange={language} aria-label={words.key(Key::LanguageChoice)}>
                    <option value="zh-CN" lang="zh-CN" selected={words.0 == Language::Chinese}>{ "中文" }</option>
                    <option value="en" lang="en" selected={words.0 == Language::English}>{ "English" }</option>
                </select>
                <select class="theme" onchange={theme} aria-label={words.key(Key::Theme)}>
                    { for Theme::ALL.iter().map(|theme| html! {
                        <option value={theme.id()} selected={*theme == props.theme}>{ words.key(theme_name(*theme)) }</option>
                    }) }
                </select>
            </div>
        </header>
    }
}

fn steps_button(words: Words, props: &Props, onclick: Callback<MouseEvent>) -> Html {
    let label = words.key(Key::UndoList);
    // The press does not take the focus out of the open list: it is the click that closes it.
    let onmousedown = props.listed.then(|| Callback::from(|event: MouseEvent| event.prevent_default()));
    html! {
        <button type="button" id={STEPS} class="icon" {onclick} {onmousedown} aria-label={label.clone()} title={label}
            disabled={!props.steps}
            aria-haspopup="menu" aria-expanded={if props.listed { "true" } else { "false" }}>{ "▾" }</button>
    }
}

fn help_button(words: Words, onclick: Callback<MouseEvent>) -> Html {
    let label = words.say(&Msg::Help(HelpMsg::Word(HelpWord::HelpKey)));
    html! {
        <button type="button" id="open-help" class="icon" {onclick} aria-label={label.clone()} title={label}
            aria-haspopup="dialog" aria-keyshortcuts="F1">{ "?" }</button>
    }
}

const fn theme_name(theme: Theme) -> Key {
    match theme {
        Theme::System => Key::ThemeSystem,
        Theme::Light => Key::ThemeLight,
        Theme::Dark => Key::ThemeDark,
    }
}
