//! `Categories`: the short texts by which the composition of a congress is counted (类别): women, front line, minority.
//!
//! One category holds none of the signs that stand between categories, so that a cell of a table says which they are.

use crate::limits::MAX_DELEGATE_CATEGORIES;
use crate::name::{Name, NameError};

/// What stands between two categories.
const SIGNS: [char; 6] = [',', '，', ';', '；', '、', '|'];

/// The categories of one delegate: each once, none empty, at most [`MAX_DELEGATE_CATEGORIES`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Categories(Vec<Name>);

/// Why a text is not a row of categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TooManyCategories {
    /// More than [`MAX_DELEGATE_CATEGORIES`].
    Many,
    /// One of them is too long.
    Long(NameError),
}

impl Categories {
    /// The categories in a text: `女、少数民族` or `women; front line`.
    ///
    /// # Errors
    /// [`TooManyCategories`] past the limits.
    ///
    /// ```
    /// # use delegate_roster::scenario::Categories;
    /// let categories = Categories::parse("女、少数民族；女").unwrap();
    /// assert_eq!(categories.to_string(), "女; 少数民族");
    /// ```
    pub fn parse(text: &str) -> Result<Self, TooManyCategories> {
        let mut all = Vec::new();
        for part in text.split(SIGNS) {
            let name = Name::new(part).map_err(TooManyCategories::Long)?;
            if name.is_empty() || all.contains(&name) {
                continue;
            }
            if all.len() == MAX_DELEGATE_CATEGORIES {
                return Err(TooManyCategories::Many);
            }
            all.push(name);
        }
        Ok(Self(all))
    }

    /// Those and these.
    ///
    /// # Errors
    /// [`TooManyCategories`] past the limits.
    pub fn and(&self, others: &Self) -> Result<Self, TooManyCategories> {
        let mut all = self.0.clone();
        for other in &others.0 {
            if !all.contains(other) {
                all.push(other.clone());
            }
        }
        if all.len() > MAX_DELEGATE_CATEGORIES { Err(TooManyCategories::Many) } else { Ok(Self(all)) }
    }

    /// Each category.
    pub fn iter(&self) -> impl Iterator<Item = &Name> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes of all of them.
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|name| name.as_str().len()).sum()
    }
}

impl std::fmt::Display for Categories {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, name) in self.0.iter().enumerate() {
            let sign = if at == 0 { "" } else { "; " };
            write!(f, "{sign}{}", name.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_too_much_is_refused() {
        let many: Vec<String> = (0..=MAX_DELEGATE_CATEGORIES).map(|n| n.to_string()).collect();
        assert_eq!(Categories::parse(&many.join(",")), Err(TooManyCategories::Many));
        assert!(Categories::parse(&many[1..].join(",")).is_ok());
        assert!(matches!(Categories::parse(&"x".repeat(241)), Err(TooManyCategories::Long(_))));
        assert!(Categories::parse(" ,;、 ").unwrap().is_empty());
        let all = Categories::parse(&many[1..].join(",")).unwrap();
        assert_eq!(all.and(&Categories::parse("more").unwrap()), Err(TooManyCategories::Many));
        assert_eq!(all.and(&all), Ok(all));
    }

    proptest! {
        #[test]
        fn categories_are_what_their_text_says(text in "[a-c女 ,;、|，；]{0,30}|\\PC{0,20}") {
            if let Ok(categories) = Categories::parse(&text) {
                prop_assert_eq!(Categories::parse(&categories.to_string()), Ok(categories));
            }
        }
    }
}
