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
#[macro_export]
macro_rules! code {
    ($( $(#[doc = $doc:literal])+ $constant:ident = $id:literal $name:literal $level:ident; )+) => {
        $(
            $(#[doc = $doc])+
            pub const $constant: &$crate::Code = &$crate::Code {
                id: $id,
                name: $name,
                level: $crate::code!(@level $level),
                page: concat!($($doc, "\n"),+),
            };
        )+
    };
    (@level Off) => { $crate::Level::Off };
    (@level $severity:ident) => { $crate::Level::At($crate::Severity::$severity) };
}

/// Declares codes as [`code!`] does, and lists them as `CODES`.
#[macro_export]
macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $constant:ident = $id:literal $name:literal $level:ident; )+) => {
        $crate::code! { $( $(#[doc = $doc])+ $constant = $id $name $level; )+ }

        /// The codes of this file, in order.
        pub const CODES: &[&$crate::Code] = &[$($constant),+];
    };
}

// Inside this package by way of this file; `codes` at the root is also the module of the codes.
pub(crate) use codes;
