//! Identifiers as types: UUIDv7, minted from the clock and random source in scope.

use std::{fmt, sync::Arc};

/// An identifier that can be minted by a [`Scope`](crate::Scope).
pub trait Id: Copy {
    /// Wraps a raw UUID.
    fn from_uuid(raw: uuid::Uuid) -> Self;
    /// The raw UUID.
    fn uuid(self) -> uuid::Uuid;
}

/// Declares identifier types: `id! { /// A message. MessageId }`.
#[macro_export]
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($crate::Uuid);

        impl $crate::id::Id for $name {
            fn from_uuid(raw: $crate::Uuid) -> Self { Self(raw) }
            fn uuid(self) -> $crate::Uuid { self.0 }
        }
        impl ::std::convert::From<$name> for $crate::Value {
            fn from(id: $name) -> Self { Self::from(id.0) }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { self.0.fmt(f) }
        }
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { self.0.fmt(f) }
        }
        impl ::std::str::FromStr for $name {
            type Err = $crate::id::NotAnId;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                text.parse().map(Self).map_err(|_| $crate::id::NotAnId)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> ::std::result::Result<Self, D::Error> {
                <$crate::Uuid as ::serde::Deserialize>::deserialize(d).map(Self)
            }
        }
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> ::std::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.0, s)
            }
        }
    )+};
}

/// The text is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

id! {
    /// A natural person with (or invited to) an account in one organisation.
    PersonId,
    /// One request or one run of a job; ties log lines together.
    RequestId,
}

/// The short name under which an installation knows an organisation, such as `campus`.
///
/// Lower-case letters, digits and hyphens; it names the data folder and the PostgreSQL schema.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisationKey(Arc<str>);

impl OrganisationKey {
    /// Accepts 1 to 40 signs of `a-z`, `0-9` and `-`, beginning with a letter.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=40).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        fits.then(|| Self(text.into()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrganisationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OrganisationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
