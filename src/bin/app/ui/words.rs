//! `Words`: the page's language, handed down by context, and the shortest way to say something in it.

use delegate_roster::language::Language;
use delegate_roster::text::{Key, Msg, say};
use yew::prelude::*;

/// Speaks the page's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

impl Words {
    pub fn say(self, msg: &Msg<'_>) -> AttrValue {
        match say(self.0, msg) {
            std::borrow::Cow::Borrowed(text) => AttrValue::Static(text),
            std::borrow::Cow::Owned(text) => AttrValue::from(text),
        }
    }

    pub fn key(self, key: Key) -> AttrValue {
        self.say(&Msg::Key(key))
    }
}

/// The words of the nearest provider.
#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or(Words(Language::English))
}
