//! What could not be understood is never counted as if it had been.

use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::{Diagnostic, Levels, Severity};
use xwalk::model::{MappingId, Model};
use xwalk::source::{SourceId, SourceMap};
use xwalk::syntax::ast::{Item, posture};
use xwalk::syntax::parse;
use xwalk::write::{Unformattable, format};

use crate::harness::{all_well, sources};
use crate::syntax::file;

/// Small files that have no finding of reading.
const FILES: [&str; 3] = [
    r#"/// Ours.
framework a@1 "A" {
  levels part > rule // two
  A "One" #core {
    A.1 "Doors"
    A.2 "Keys" { alias A-2 }
  }
}
mapping m "M" from a@1 to b@1 {
  status   draft
  complete source
  scope    A

  A.1  equal  B.1 + B.2,
       B.3  strength 4  when "it rains" "so it is"
  `A 3` no-relationship * {
    when   "in the EU"
    note   """
      Long.
      """
  }
}
"#,
    r#"organization o { baseline a@1 }
evidence e "E" for o {
  supports A.1
  file     "e.json"
  require  "/x" >= 98.5
  collected 2026-10-01
}
assessment s "S" of a@1 for o {
  assessed 2026-09-30
  achieved-from 3
  default risk 4

  A.1 tier 2 -> 4 risk 8 evidence e "seen"
  A.2 {
    not-applicable
    note "no keys"
  }
}
"#,
    "roadmap r for s {\n  phase p {\n    initiative i {\n      raises A.1 to 4\n      effort 3d\n    }\n  }\n}\n\nescalation x {\n  soc -> ciso within 1h\n}\npolicy q for m { require complete m }\n",
];

/// All texts that come of a text by taking out, putting in or replacing one sign, or leaving out or doubling a line.
fn edits(text: &str) -> Vec<String> {
    const SIGNS: &str = "\"{}`/*\n,#;=+-ax1 ";
    let mut edited = Vec::new();
    for (at, sign) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        let behind = &rest[sign.len_utf8()..];
        edited.push(format!("{before}{behind}"));
        for other in SIGNS.chars() {
            edited.push(format!("{before}{other}{rest}"));
            edited.push(format!("{before}{other}{behind}"));
        }
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for at in 0..lines.len() {
        let (before, behind) = (lines[..at].concat(), lines[at + 1..].concat());
        edited.push(format!("{before}{behind}"));
        edited.push(format!("{before}{}{}{behind}", lines[at], lines[at]));
    }
    edited
}

fn is_error(found: &Diagnostic) -> bool {
    found.severity == Severity::Error
}

/// What a file says wrongly of itself, if so.
fn fault(text: &str) -> Option<String> {
    let source = file(text);
    let parsed = parse(SourceId(0), &source);
    let found = &parsed.diagnostics;
    let of_reading = |found: &Diagnostic| found.code.id < "XW03";
    let what = match format(&source) {
        Err(Unformattable::Broken { .. } | Unformattable::Deep) if !found.iter().any(is_error) => {
            "fmt cannot read it, and check says nothing"
        }
        Err(Unformattable::Changed { .. }) => "fmt would change what it says",
        Ok(_) if found.iter().any(of_reading) => "fmt rewrites what is reported",
        _ => {
            let rows = parsed.file.items.iter().flat_map(|item| match item {
                Item::Mapping(mapping) => mapping.rows.iter().map(|row| row.span).collect(),
                Item::Posture(posture::Item::Assessment(assessment)) => {
                    assessment.rows.iter().map(|row| row.span).collect()
                }
                _ => Vec::new(),
            });
            let holds_error = |span: xwalk::source::Span| {
                found.iter().filter(|found| is_error(found)).any(|found| {
                    let at = found.primary.place.span.start;
                    span.start <= at && at < span.end
                })
            };
            let counted = rows.into_iter().find(|span| holds_error(*span))?;
            return Some(format!(
                "a row counts in which something is wrong, at {counted:?}:\n{text}"
            ));
        }
    };
    Some(format!("{what}:\n{text}"))
}

#[test]
fn what_fmt_cannot_read_check_reports_and_fmt_leaves_what_is_reported() {
    for text in FILES {
        let parsed = parse(SourceId(0), &file(text)).diagnostics;
        assert!(parsed.is_empty(), "{parsed:#?}");
        all_well(edits(text).iter().filter_map(|text| fault(text)).take(3));
    }
}

const AROUND: &str = "framework a@1 \"A\" {\n  tiers 1 \"One\", 2 \"Two\", 3 \"Three\"\n  A.1 \"Doors\"\n  A.2 \"Keys\"\n}\nframework b@1 \"B\" {\n  B.1 \"Locks\"\n  B.2 \"Bolts\"\n}\norganization o { baseline a@1 }\n";

fn around(text: &str) -> SourceMap {
    sources([("test.xwalk", format!("{AROUND}{text}"))])
}

fn compiled(sources: &SourceMap) -> Compilation<'_> {
    compile(sources, &Levels::default())
}

/// The mapping of the test.
fn mapping(model: &Model<'_>) -> Option<MappingId> {
    let mut all = model.mappings.iter();
    all.find(|(_, mapping)| mapping.name == "m")
        .map(|(id, _)| id)
}

/// What people write so that a row holds in part only.
const LIMITS: [&str; 14] = [
    "condition \"only in the EU\"",
    "if \"only in the EU\"",
    "unless \"it is a branch\"",
    "only EU",
    "wehn \"only in the EU\"",
    "when EU",
    "when “only in the EU”",
    "status withdrawm",
    "\"note\" if \"only in the EU\"",
    "(only in the EU)",
    "{ condition \"only in the EU\" }",
    "{ when = \"only in the EU\" }",
    "{ when \"x\"\n unless }",
    "{ note \"x\" } unless \"it is a branch\"",
];

#[test]
fn a_row_of_which_something_is_not_understood_counts_nowhere() {
    all_well(LIMITS.iter().filter_map(|limit| {
        let text =
            format!("mapping m from a@1 to b@1 {{\n  A.1 equal B.1 {limit}\n  A.2 equal B.2\n}}\n");
        let sources = around(&text);
        let compilation = compiled(&sources);
        let model = &compilation.model;
        let rows = mapping(model).map(|id| model.rows_of(id));
        let rows = rows.into_iter().flatten();
        let rows: Vec<&str> = rows
            .filter_map(|(_, row)| row.source.controls().first())
            .map(|control| model.controls[*control].identifier)
            .collect();
        let told = compilation.diagnostics.iter().any(is_error);
        (rows != ["A.2"] || !told).then(|| format!("{limit}: {rows:?}, told {told}"))
    }));
}

#[test]
fn an_assessed_control_of_which_something_is_not_understood_counts_nowhere() {
    let limits = [
        "condition \"only in the EU\"",
        "if \"only in the EU\"",
        "tyer 3",
        "risk high",
        "{ sampled \"two of nine\" }",
        "{ owner = ciso }",
        "{ note \"x\" } unless \"it is a branch\"",
    ];
    all_well(limits.iter().filter_map(|limit| {
        let text = format!(
            "assessment s of a@1 {{\n  assessed 2026-09-30\n  achieved-from 2\n  A.1 tier 3 {limit}\n  A.2 tier 3\n}}\n"
        );
        let sources = around(&text);
        let compilation = compiled(&sources);
        let counted = compilation.model.posture.assessments.iter();
        let counted: usize = counted.map(|(_, assessment)| assessment.controls.len()).sum();
        let told = compilation.diagnostics.iter().any(is_error);
        (counted != 1 || !told).then(|| format!("{limit}: {counted}, told {told}"))
    }));
}

/// What people write so that everything in a block holds in part only.
const SCOPES: [&str; 10] = [
    "territory \"European Union\"",
    "condition \"only in the EU\"",
    "if \"only in the EU\"",
    "Condition \"only in the EU\"",
    "condition: \"only in the EU\"",
    "condition = \"only in the EU\"",
    "only { territory \"European Union\" }",
    "only { territory = \"European Union\" }",
    "\"only in the EU\"",
    "limit \"never closed",
];

#[test]
fn a_mapping_and_an_assessment_of_which_something_is_not_understood_count_nowhere() {
    let of_mapping = |before: &str, scope: &str, behind: &str| {
        format!(
            "mapping m from a@1 to b@1 {before}{{\n  complete both\n  {scope}\n  A.1 equal B.1\n}}{behind}\n"
        )
    };
    let of_assessment = |before: &str, scope: &str, behind: &str| {
        format!(
            "assessment s of a@1 {before}{{\n  assessed 2026-09-30\n  achieved-from 2\n  {scope}\n  A.1 tier 3\n}}{behind}\n"
        )
    };
    let mut cases: Vec<(&str, String)> = Vec::new();
    for scope in SCOPES {
        cases.push((scope, of_mapping("", scope, "")));
        cases.push((scope, of_assessment("", scope, "")));
    }
    for limit in [
        "unless \"it is a branch\"",
        "// and\n{ A.2 equal B.2 }",
        "{ if \"so\" }",
    ] {
        if !limit.starts_with("//") {
            cases.push((limit, of_mapping("", "", &format!(" {limit}"))));
            cases.push((limit, of_assessment("", "", &format!(" {limit}"))));
        }
    }
    for limit in ["unless \"it is a branch\" ", "only EU "] {
        cases.push((limit, of_mapping(limit, "", "")));
        cases.push((limit, of_assessment(limit, "", "")));
    }
    for limit in ["scope A.9", "status withdrawm", "when \"only in the EU\""] {
        cases.push((limit, of_mapping("", limit, "")));
    }
    all_well(cases.iter().filter_map(|(what, text)| {
        let sources = around(text);
        let compilation = compiled(&sources);
        let model = &compilation.model;
        let told = compilation.diagnostics.iter().any(is_error);
        let id = mapping(model);
        let rows = id.map_or(0, |id| model.rows_of(id).count());
        let claims = id.is_some_and(|id| model.mappings[id].complete.source());
        let assessments = model.posture.assessments.ids().count();
        // A scope that is not there takes the claim away and no row.
        let rows = if *what == "scope A.9" { 0 } else { rows };
        (rows + assessments > 0 || claims || !told)
            .then(|| format!("{rows} {assessments} {claims}, told {told}: {text}"))
    }));
}

#[test]
fn nothing_at_the_top_of_a_file_vanishes() {
    let cases = [
        ("policy q for m\n{\n  require complete m\n}\n", "XW0205"),
        (
            "policy q for m\n\n// so\n{ require complete m }\n",
            "XW0205",
        ),
        ("role r {} role s {}\n", "XW0201"),
        ("role r {} /* and */ only here\n", "XW0201"),
        ("role r {\n} }\n", "XW0110"),
        ("role r {} { owner x }\n", "XW0201"),
        ("{ role r {} }\n", "XW0201"),
        ("role r {}\n{}\n", "XW0201"),
        ("role r {} /* nothing */ // more\n", ""),
    ];
    all_well(cases.iter().filter_map(|(text, code)| {
        let source = file(text);
        let found = parse(SourceId(0), &source).diagnostics;
        let codes: Vec<&str> = found.iter().map(|found| found.code.id).collect();
        let wanted = if code.is_empty() { vec![] } else { vec![*code] };
        (codes != wanted).then(|| format!("{text}: {codes:?}"))
    }));
}

#[test]
fn what_is_said_of_a_group_counts_nowhere() {
    let sources = sources([(
        "test.xwalk",
        "framework h@1 \"H\" {
  tiers 1 \"One\", 2 \"Two\", 3 \"Three\"
  12 \"Doors\" {
    12.1 \"Locks\" {
      12.1.1 \"Keys\"
    }
    12.2 \"Bolts\" #assessable {
      12.2.1 \"Iron\"
    }
    12.10 \"Alarms\"
  }
}
organization o { baseline h@1 }
evidence e {
  supports 12, 12.10
  file \"e.json\"
  collected 2026-09-01
}
assessment s of h@1 {
  assessed 2026-09-30
  achieved-from 2
  default risk 4 effort 3d
  12.1 tier 1 -> 3
  12.2 tier 1 -> 3
  12.10 tier 1 -> 3
}
roadmap r for s {
  phase p {
    initiative i {
      raises 12.1, 12.2 to 3
      effort 3d
    }
  }
}
",
    )]);
    let compilation = compiled(&sources);
    let model = &compilation.model;
    let name = |control| model.controls[control].identifier;
    let posture = &model.posture;
    let assessed = posture.assessments.iter();
    let assessed = assessed.flat_map(|(_, one)| one.controls.iter().map(|one| name(one.control)));
    assert_eq!(assessed.collect::<Vec<_>>(), ["12.2", "12.10"]);
    let raised = posture.initiatives.iter();
    let raised = raised.flat_map(|(_, one)| one.raises.iter().map(|one| name(one.control)));
    assert_eq!(raised.collect::<Vec<_>>(), ["12.2"]);
    let supported = posture.evidence.iter();
    let supported = supported.flat_map(|(_, one)| one.supports.iter().map(|one| name(one.control)));
    assert_eq!(supported.collect::<Vec<_>>(), ["12.10"]);
    let helps = compilation.diagnostics.iter();
    let helps = helps.filter(|found| found.code.id == "XW0714");
    let helps: Vec<&str> = helps.filter_map(|found| found.help.as_deref()).collect();
    let meant = "write `12.10` if that is meant (spreadsheets drop a zero at the end); else name the controls below it, `12.1.1`, or tag it `#assessable` in the framework if it is assessed itself";
    let below = "name the controls below it, `12.1.1`, `12.2` and `12.10`, or tag it `#assessable` in the framework if it is assessed itself";
    assert_eq!(helps, [below, meant, meant]);
}
