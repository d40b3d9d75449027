//! What a person prefers on this device: language and theme. Small and not part of any document, so localStorage does.

use delegate_roster::language::Language;
use web_sys::{Storage, window};

/// Light, dark, or whatever the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

const LANGUAGE: &str = "delegate-roster.language";
const THEME: &str = "delegate-roster.theme";

/// The language chosen before, else the browser's.
pub fn language() -> Language {
    let chosen = storage().and_then(|s| s.get_item(LANGUAGE).ok().flatten());
    let browser = || window().and_then(|w| w.navigator().language());
    Language::of_tag(&chosen.or_else(browser).unwrap_or_default())
}

/// The theme chosen before, else the system's.
pub fn theme() -> Theme {
    let chosen = storage().and_then(|s| s.get_item(THEME).ok().flatten());
    chosen.and_then(|id| Theme::of_id(&id)).unwrap_or_default()
}

/// Remembers the language and tells the document, for screen readers, hyphenation and fonts.
pub fn set_language(language: Language) {
    remember(LANGUAGE, language.tag());
    root_attribute("lang", language.tag());
}

/// Remembers the theme and tells the style sheet.
pub fn set_theme(theme: Theme) {
    remember(THEME, theme.id());
    root_attribute("data-theme", theme.id());
}

/// `None` where the browser keeps nothing, as in some private windows.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// A preference that cannot be kept is not worth a message: it holds until the page is closed.
fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

fn root_attribute(name: &str, value: &str) {
    if let Some(root) = window().and_then(|w| w.document()).and_then(|d| d.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}
