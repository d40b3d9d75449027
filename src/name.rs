//! `Name`: a short text a person typed: a title, the name of a unit, a delegation or a sitting.
//!
//! A name is text and nothing else: it is never interpreted, only shown. Line breaks and control characters become
//! spaces, so that one name stays one line in every table and file.

use crate::limits::{MAX_NAME_BYTES, MAX_TITLE_BYTES};
use std::rc::Rc;

/// One line of text, at most [`MAX_NAME_BYTES`] (a title: [`MAX_TITLE_BYTES`]) bytes of UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Rc<str>);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameError {
    /// Longer than the limit, both in bytes of UTF-8.
    TooLong {
        /// The bytes given.
        bytes: usize,
        /// The bytes allowed.
        limit: usize,
    },
}

impl Name {
    /// A name from what was typed: trimmed, control characters and runs of them made into one space.
    ///
    /// # Errors
    /// [`NameError::TooLong`] beyond [`MAX_NAME_BYTES`].
    pub fn new(text: &str) -> Result<Self, NameError> {
        Self::within(text, MAX_NAME_BYTES)
    }

    /// A title: a name with more room.
    ///
    /// # Errors
    /// [`NameError::TooLong`] beyond [`MAX_TITLE_BYTES`].
    pub fn title(text: &str) -> Result<Self, NameError> {
        Self::within(text, MAX_TITLE_BYTES)
    }

    /// A title as typed, cut where it passes the limit: a title is worth less than a dialog about its length.
    pub fn cut_title(text: &str) -> Self {
        let mut text = text.trim();
        loop {
            match Self::title(text) {
                Ok(name) => return name,
                Err(_) => {
                    let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
                    text = text.get(..end).unwrap_or("");
                }
            }
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, shared.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn within(text: &str, limit: usize) -> Result<Self, NameError> {
        let text = text.trim();
        if text.len() > limit {
            return Err(NameError::TooLong { bytes: text.len(), limit });
        }
        if !text.contains(char::is_control) {
            return Ok(Self(text.into()));
        }
        let parts = text.split(char::is_control).filter(|part| !part.is_empty());
        Ok(Self(parts.collect::<Vec<_>>().join(" ").trim().into()))
    }
}

impl Default for Name {
    fn default() -> Self {
        Self("".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_trimmed_line() {
        for (typed, name) in
            [("  衡阳县 ", "衡阳县"), ("a\tb", "a b"), ("a\r\n\0b\n", "a b"), ("", ""), ("\u{7f}", "")]
        {
            assert_eq!(Name::new(typed).unwrap().as_str(), name);
        }
    }

    #[test]
    fn a_name_past_the_limit_is_refused_with_both_figures() {
        let text = "衡".repeat(MAX_NAME_BYTES / 3 + 1);
        assert_eq!(
            Name::new(&text),
            Err(NameError::TooLong { bytes: MAX_NAME_BYTES + 3, limit: MAX_NAME_BYTES })
        );
        assert!(Name::title(&text).is_ok());
        let long = "衡".repeat(MAX_TITLE_BYTES);
        assert_eq!(Name::cut_title(&long).as_str(), "衡".repeat(MAX_TITLE_BYTES / 3));
        assert_eq!(Name::cut_title(" a\tb ").as_str(), "a b");
    }
}
