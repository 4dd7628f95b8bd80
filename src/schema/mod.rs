//! `JsonSchema` for builds that make no schemas, which are all but that of `tools/schemas`.
//!
//! A room whose types are published derives `JsonSchema`: with its feature `schemas` that of schemars, else this one, which
//! accepts the same attributes and makes nothing of them. So nobody builds schemars to run the program; the schemas that
//! it prints are files, written by `tools/schemas`.

use proc_macro::{Delimiter, TokenStream, TokenTree};

/// Makes nothing. The types that stand in `#[schemars(with = "…")]` are named, so that their imports are used as they are
/// where schemas are made.
#[proc_macro_derive(JsonSchema, attributes(schemars))]
pub fn json_schema(item: TokenStream) -> TokenStream {
    let mut named = String::new();
    name_types(item, false, &mut named);
    let used = match named.is_empty() {
        true => String::new(),
        false => format!("const _: fn() = || {{ {named} }};"),
    };
    // What was a type in quotation marks is one without them.
    used.parse().unwrap_or_default()
}

/// Names each type that a `with = "…"` within `schemars(…)` gives a field.
fn name_types(tokens: TokenStream, within: bool, named: &mut String) {
    let mut before = [None, None];
    for token in tokens {
        match &token {
            TokenTree::Group(group) => {
                let is_schemars = group.delimiter() == Delimiter::Parenthesis
                    && before[1].as_deref() == Some("schemars");
                name_types(group.stream(), within || is_schemars, named);
            }
            TokenTree::Literal(literal)
                if within && before == [Some("with".to_owned()), Some("=".to_owned())] =>
            {
                let quoted = literal.to_string();
                named.push_str(&format!("let _: {};", quoted.trim_matches('"')));
            }
            _ => {}
        }
        let [_, last] = before;
        before = [last, Some(token.to_string())];
    }
}
