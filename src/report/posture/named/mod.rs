//! What a posture names: a document shows the name alone, and whatever else is known comes along, so that nobody has to
//! look it up by the name.

mod control;
mod declared;
mod framework;
mod table;

pub use self::control::{Named, NamedControl};
pub use self::declared::Declared;
pub use self::framework::NamedFramework;
pub(super) use self::table::NameTable;

/// Makes a type, generic over the lifetimes given, be its name: what it is compared by, printed as and written as.
macro_rules! by_name {
    ($named:ty $(, $lifetime:lifetime)?) => {
        impl$(<$lifetime>)? std::ops::Deref for $named {
            type Target = str;

            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        impl$(<$lifetime>)? AsRef<str> for $named {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl$(<$lifetime>)? std::borrow::Borrow<str> for $named {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl$(<$lifetime>)? PartialEq for $named {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl$(<$lifetime>)? Eq for $named {}

        impl$(<$lifetime>)? PartialEq<str> for $named {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl$(<$lifetime>)? PartialEq<&str> for $named {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl$(<$lifetime>)? PartialOrd for $named {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl$(<$lifetime>)? Ord for $named {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl$(<$lifetime>)? std::hash::Hash for $named {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl$(<$lifetime>)? std::fmt::Display for $named {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl$(<$lifetime>)? std::fmt::Debug for $named {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.as_str(), formatter)
            }
        }

        impl$(<$lifetime>)? serde::Serialize for $named {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

use by_name;
