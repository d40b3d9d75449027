//! What stands over the page: nothing, or one dialog.
//!
//! A dialog closes in its own time (the browser tells of it in a later task), so "closed" names the dialog that it is
//! about: a late word from one that has gone must not close its successor.

use crate::effects::location::Link;
use std::rc::Rc;
use yew::Reducible;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Over {
    #[default]
    Nothing,
    Share,
    Library,
    Import,
    /// The gallery of examples.
    Examples,
    Help,
    /// A link somebody opened.
    Shared(Rc<Link>),
}

/// What stands over the page, and how many things did before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    pub over: Over,
    pub turn: u32,
}

/// What can happen to it.
pub enum Turn {
    Show(Over),
    /// This dialog was closed.
    Closed(Over),
}

impl Over {
    /// The link that is looked at.
    pub fn link(&self) -> Option<Rc<Link>> {
        match self {
            Self::Shared(link) => Some(Rc::clone(link)),
            _ => None,
        }
    }
}

impl Reducible for Stage {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        match turn {
            Turn::Show(over) => Rc::new(Self { over, turn: self.turn.wrapping_add(1) }),
            Turn::Closed(over) if over == self.over => Rc::new(Self { over: Over::Nothing, turn: self.turn }),
            Turn::Closed(_) => self,
        }
    }
}
