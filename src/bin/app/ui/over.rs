//! What stands over the page: nothing, one dialog, or the list of steps.
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
    /// The latest steps, to go back or ahead to.
    Steps,
    /// A link somebody opened.
    Shared(Rc<Link>),
}

/// What stands over the page, how many things did before, and which of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    pub over: Over,
    pub turn: u32,
    pub made: Made,
}

/// Which dialogs were ever asked for. The others need not be in the page; one that was stays, since it gives back the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    pub share: bool,
    pub library: bool,
    pub import: bool,
    pub examples: bool,
    pub help: bool,
    pub shared: bool,
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

impl Stage {
    /// The stage with something over the page.
    pub fn showing(self, over: Over) -> Self {
        let mut made = self.made;
        match over {
            Over::Nothing | Over::Steps => {}
            Over::Share => made.share = true,
            Over::Library => made.library = true,
            Over::Import => made.import = true,
            Over::Examples => made.examples = true,
            Over::Help => made.help = true,
            Over::Shared(_) => made.shared = true,
        }
        Self { over, turn: self.turn.wrapping_add(1), made }
    }
}

impl Reducible for Stage {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        match turn {
            Turn::Show(over) => Rc::new((*self).clone().showing(over)),
            Turn::Closed(over) if over == self.over => {
                Rc::new(Self { over: Over::Nothing, ..(*self).clone() })
            }
            Turn::Closed(_) => self,
        }
    }
}
