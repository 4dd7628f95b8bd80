//! How codes are declared: each with its page above it.

/// Declares codes; the doc comment of each is its page, so that page and code cannot drift apart.
///
/// ```text
/// code! {
///     /// Summary sentence.
///     ///
///     /// Why it matters, an example in a fence, how to fix it.
///     UNKNOWN_CONTROL = "XW0302" "unknown-control" Error;
/// }
/// ```
macro_rules! code {
    ($( $(#[doc = $doc:literal])+ $constant:ident = $id:literal $name:literal $level:ident; )+) => {
        $(
            $(#[doc = $doc])+
            pub const $constant: &$crate::diagnostic::Code = &$crate::diagnostic::Code {
                id: $id,
                name: $name,
                level: $crate::diagnostic::code!(@level $level),
                page: concat!($($doc, "\n"),+),
            };
        )+
    };
    (@level Off) => { $crate::diagnostic::Level::Off };
    (@level $severity:ident) => { $crate::diagnostic::Level::At($crate::diagnostic::Severity::$severity) };
}
pub(crate) use code;

/// Declares codes as [`code!`] does, and lists them as `CODES`.
macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $constant:ident = $id:literal $name:literal $level:ident; )+) => {
        $crate::diagnostic::code! { $( $(#[doc = $doc])+ $constant = $id $name $level; )+ }

        /// The codes of this file, in order.
        pub const CODES: &[&$crate::diagnostic::Code] = &[$($constant),+];
    };
}
pub(crate) use codes;
