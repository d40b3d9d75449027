//! What a person prefers on this device: language and theme; and which scenario this tab has open. Small and not part of
//! any document, so localStorage does.

use delegate_roster::codec::library::EntryId;
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
const TOUR: &str = "delegate-roster.tour";
const ASKED: &str = "delegate-roster.asked-to-persist";
/// Followed by the name of the grid.
const COLUMNS: &str = "delegate-roster.columns.";
/// Bytes kept of the columns of a grid: two dozen columns with their widths take a few hundred.
const MAX_COLUMNS: usize = 2_000;
/// In the session's storage: each tab has a scenario of its own, and keeps it over a reload.
const SCENARIO: &str = "delegate-roster.scenario";

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

/// Whether the browser was asked to keep the storage.
pub fn asked_to_persist() -> bool {
    storage().is_some_and(|s| s.get_item(ASKED).ok().flatten().is_some())
}

pub fn set_asked_to_persist() {
    remember(ASKED, "yes");
}

/// What was kept of the columns of a grid; nothing where that is longer than anything this page keeps of them.
pub fn columns(grid: &str) -> Option<String> {
    let kept = storage()?.get_item(&[COLUMNS, grid].concat()).ok().flatten()?;
    (kept.len() <= MAX_COLUMNS).then_some(kept)
}

/// Remembers the columns of a grid; nothing of them where all is as usual.
pub fn set_columns(grid: &str, columns: &str) {
    let key = [COLUMNS, grid].concat();
    match columns {
        "" => drop(storage().map(|storage| storage.remove_item(&key))),
        _ => remember(&key, columns),
    }
}

/// Whether the tour was taken or declined.
pub fn tour_seen() -> bool {
    storage().is_some_and(|s| s.get_item(TOUR).ok().flatten().is_some())
}

pub fn set_tour_seen() {
    remember(TOUR, "seen");
}

/// The scenario that this tab had open before it was loaded anew.
pub fn scenario() -> Option<EntryId> {
    EntryId::parse(&session()?.get_item(SCENARIO).ok().flatten()?)
}

pub fn set_scenario(id: EntryId) {
    if let Some(session) = session() {
        let _ = session.set_item(SCENARIO, &id.to_string());
    }
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
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
