//! What an organization says to hold: its rows count in what is found of it.

use xwalk::analysis::posture::{Files, Present};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;

use crate::harness::sources;
use crate::posture_findings::today;

/// Whether it is told that a control is not applicable in one place and assessed in another.
fn is_told(holds: &str) -> bool {
    let text = format!(
        r#"framework shop@1 "Shop" {{
  S "Card terminals are locked"
}}
framework bank@1 "Bank" {{
  B "Terminals cannot be carried off"
}}
mapping shop-bank from shop@1 to bank@1 {{
  rationale functional
  S equal B when "cards are taken"
}}
organization acme "Acme" {{
  baseline shop@1
  {holds}
}}
assessment of-shop of shop@1 {{
  assessed      2026-09-30
  achieved-from 3
  S not-applicable "There are none"
}}
assessment of-bank of bank@1 {{
  assessed      2026-09-30
  achieved-from 3
  B tier 3
}}
"#
    );
    let sources = sources([("own.xwalk", text)]);
    let levels = Levels::default();
    let mut compilation = compile(&sources, &levels);
    let present = Present {
        today: today(),
        files: Files::default(),
    };
    compilation.look_at(&present, &sources, &levels);
    let mut found = compilation.diagnostics.iter();
    found.any(|found| found.code.name == "applicable-elsewhere")
}

#[test]
fn what_is_assessed_elsewhere_is_looked_for_under_the_conditions_that_hold() {
    assert!(is_told("holds \"cards are taken\""));
    assert!(!is_told("holds \"cash is taken\""));
    assert!(!is_told(""));
}
