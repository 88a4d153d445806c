//! The names by which the program knows things: authored once, never positions in a list.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

macro_rules! authored_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// An id from its text.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same, to be shared.
            #[must_use]
            pub fn text(&self) -> &Arc<str> {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    };
}

authored_id! {
    /// An entity's id: `ian-levy`. Unique over the whole dossier, also when case is ignored.
    EntityId
}

authored_id! {
    /// A kind's id: `person`. The kind of plain pages is `page`.
    KindId
}

authored_id! {
    /// A relation's id, which is the field an editor writes: `works_for`.
    RelationId
}
