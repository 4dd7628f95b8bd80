//! An assessed control behind which no clause follows.

use xwalk_diagnostic::codes::posture::MISSING_CLAUSE;
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_source::Place;

/// What may follow an assessed control.
const CLAUSES: [&str; 6] = [
    "tier",
    "not-applicable",
    "risk",
    "effort",
    "owner",
    "evidence",
];

/// Says that nothing behind a control says where it stands.
pub fn no_tier(place: Place, written: &str) -> Diagnostic {
    if written.is_empty() {
        return Diagnostic::new(MISSING_CLAUSE, place, "this control has no tier")
            .help("give its current and target tiers, as in `PR.AC.a tier 2 -> 4`");
    }
    let message = format!("`{written}` does not say which tier the control has");
    let number = written.starts_with(|first: char| first.is_ascii_digit());
    let near = nearest(written.trim_end_matches(':'), CLAUSES);
    let help = match near {
        _ if number => "write `tier` before it, as in `PR.AC.a tier 2 -> 4`".to_owned(),
        Some(near) => format!("write `{near}`, as in `PR.AC.a tier 2 -> 4 owner ciso`"),
        None => {
            "write `tier`, the current one and the one that is wanted, as in `PR.AC.a tier 2 -> 4`"
                .to_owned()
        }
    };
    Diagnostic::new(MISSING_CLAUSE, place, message).help(help)
}
