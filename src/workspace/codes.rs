//! All diagnostic codes, found by number or name.

use xwalk_diagnostic::{Code, codes, nearest};

/// All codes, in order of their numbers.
#[must_use]
pub fn all() -> Vec<&'static Code> {
    let mut all: Vec<_> = codes::all().chain(xwalk_rules::codes()).collect();
    all.sort_by_key(|code| code.id);
    all
}

/// The code with this number or name.
///
/// # Errors
///
/// A sentence for the user, with the nearest.
pub fn find(text: &str) -> Result<&'static Code, String> {
    let all = all();
    let named =
        |code: &&&Code| code.id.eq_ignore_ascii_case(text) || code.name.eq_ignore_ascii_case(text);
    if let Some(code) = all.iter().find(named) {
        return Ok(code);
    }
    let hint = match nearest(text, all.iter().flat_map(|code| [code.name, code.id])) {
        Some(near) => format!("the nearest is `{near}`"),
        None => "`xwalk explain` lists all".to_owned(),
    };
    Err(format!("there is no diagnostic code `{text}`; {hint}"))
}
