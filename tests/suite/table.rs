//! Tables and JSON as people have them, through the whole program: each is read, or refused with its cause.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{write, xwalk};

mod laws;

/// A workspace with a framework of four controls, an organization and an assessment.
fn workspace(more: &str, rows: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let text = format!(
        r#"framework house@1 "House rules" {{
  tiers 1 "Started", 2 "In place", 3 "Measured", 4 "Adaptive"
  H-1 "Doors locked"
  H-2 "Keys counted"
  H-3 "Visitors registered"
  H-4 "Windows shut"
}}
organization acme "Acme" {{
  baseline house@1
}}
{more}
assessment now "Now" of house@1 {{
  assessed 2026-09-30
  achieved-from 3
  {rows}
}}
"#
    );
    write(folder.path(), "w.xwalk", &text);
    folder
}

/// Everything that `check` finds: code, message and help.
fn found(folder: &TempDir) -> Vec<String> {
    let arguments = ["check", "--date", "2026-11-24", "--format", "json"];
    let found = xwalk(folder.path(), &arguments).json();
    let found = found["diagnostics"].as_array().unwrap().iter();
    found
        .map(|found| {
            let part = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
            format!("{} {} ({})", part("code"), part("message"), part("help"))
        })
        .collect()
}

/// What is found where a control rests on evidence with this requirement and this file.
fn evidence(name: &str, bytes: impl AsRef<[u8]>, require: &str) -> Vec<String> {
    let more = format!(
        "evidence proof \"Proof\" {{\n  supports H-1\n  file \"{name}\"\n  require {require}\n  collected 2026-10-01\n}}"
    );
    let folder = workspace(&more, "H-1 tier 3 evidence proof");
    fs::write(folder.path().join(name), bytes).unwrap();
    found(&folder)
}

/// What is found where an assessment has these rows, and the tiers of what counts.
fn assessed(name: &str, bytes: impl AsRef<[u8]>) -> (Vec<String>, Vec<String>) {
    let folder = workspace("", &format!("rows from \"{name}\""));
    fs::write(folder.path().join(name), bytes).unwrap();
    let found = found(&folder);
    if found.iter().any(|found| !found.starts_with("XW0717")) {
        return (found, Vec::new());
    }
    let document = posture(&folder);
    let controls = document["assessments"][0]["controls"].as_array().unwrap();
    let tiers = controls.iter().map(|control| {
        let name = control["control"].as_str().unwrap();
        format!(
            "{} {}",
            name.trim_start_matches("house@1:"),
            control["current"]
        )
    });
    (found, tiers.collect())
}

/// The document that a build writes.
fn posture(folder: &TempDir) -> Value {
    let arguments = ["build", "-q", "--date", "2026-11-24", "--emit", "posture"];
    xwalk(folder.path(), &arguments).ended(0);
    let text = fs::read_to_string(folder.path().join("out/posture.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn in_utf16(text: &str) -> Vec<u8> {
    let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// The finding of failing evidence, and the tier that it does not support.
#[track_caller]
fn fails(found: &[String], why: &str) {
    let [failing, unsupported] = found else {
        panic!("{found:#?}");
    };
    assert!(failing.starts_with("XW0827"), "{failing}");
    assert!(failing.contains(why), "{failing}");
    assert!(unsupported.starts_with("XW0828"), "{unsupported}");
}

#[test]
fn a_member_that_stands_twice_bears_nothing_out() {
    let json = r#"{"summary":{"enrolled_percent": 60, "enrolled_percent": 99}}"#;
    let found = evidence("e.json", json, "\"/summary/enrolled_percent\" >= 98");
    fails(
        &found,
        "line 1, column 37: the member `enrolled_percent` appears here twice in one object",
    );
}

#[test]
fn whatever_is_no_json_is_told_by_line_and_column() {
    let ask = |json: &str| evidence("e.json", json, "\"/p\" >= 1");
    fails(
        &ask("{\n \"a\": [1, 2],\n \"p\": NaN\n}"),
        "line 3, column 7: `NaN` is no number of JSON",
    );
    fails(
        &ask("{\"p\":1}\n{\"p\":2}\n"),
        "line 2, column 1: the document is over, and something else begins",
    );
    fails(&ask("{\"p\":1}\r{\"p\":2}\r"), "line 2, column 1");
    let deep = format!(
        "{{\"p\": 1, \"q\": {}{}}}",
        "[".repeat(200),
        "]".repeat(200)
    );
    fails(
        &ask(&deep),
        "lists and objects are 128 levels deep here; fewer than 128 are read",
    );
    fails(&ask("{\"p\": 1"), "the file ends in the middle of a value");
}

#[test]
fn json_is_read_in_every_encoding() {
    for text in ["{\"p\": 1}\r\n", "\u{feff}{\"p\": 1}"] {
        assert_eq!(evidence("e.json", text, "\"/p\" >= 1"), [""; 0]);
    }
    assert_eq!(
        evidence("e.json", in_utf16("{\"p\": 1}\r\n"), "\"/p\" >= 1"),
        [""; 0]
    );
    fails(
        &evidence("e.json", b"{\0\"\0", "\"/p\" >= 1"),
        "it looks like UTF-16, and has no byte order mark that says so",
    );
    fails(
        &evidence("e.json", b"{\"p\": \"M\xFCnchen\"}", "\"/p\" is \"x\""),
        "line 1, column 9: the byte 0xFC belongs to no character of UTF-8",
    );
}

#[test]
fn a_column_is_read_whichever_program_wrote_it() {
    let csv = "name;hours\r\nAda;20\r\nBob;23\r\n";
    for bytes in [
        csv.as_bytes().to_vec(),
        csv.replace(';', ",").into_bytes(),
        csv.replace(';', "\t").into_bytes(),
        csv.replace("\r\n", "\r").into_bytes(),
        format!("\u{feff}sep=;\r\n{csv}").into_bytes(),
        format!("#TYPE System.Management.Automation.PSCustomObject\r\n{csv}").into_bytes(),
        in_utf16(csv),
    ] {
        assert_eq!(evidence("e.csv", bytes, "column \"hours\" <= 24"), [""; 0]);
    }
}

#[test]
fn a_table_that_is_not_understood_bears_nothing_out() {
    let ask = |csv: &str| evidence("e.csv", csv, "column \"hours\" <= 24");
    fails(
        &ask("name;Hours\nAda;20\n"),
        "`e.csv` does not have the column `hours`: its columns, with semicolons between them, are `name` and `Hours`",
    );
    fails(
        &ask("hours,hours\n20,99\n"),
        "line 1, column 7: the column `hours` appears here twice",
    );
    fails(
        &ask("name,hours\nAda,20\nBob\n"),
        "line 3, column 1: this line has 1 cell, and the headings are 2",
    );
    fails(
        &ask("name,hours\nAda,20\n\"Bob,21\n"),
        "line 3, column 1: the quotation mark that begins this cell is never closed",
    );
    fails(
        &ask("sep=|\nname|hours\nAda|20\n"),
        "cells are said to be separated by `|`; commas, semicolons and tabs are read",
    );
    fails(&ask("name,hours\n"), "`e.csv` has no rows");
    fails(&ask(""), "`e.csv` cannot be read as CSV: it is empty");
}

#[test]
fn a_truth_is_one_however_a_spreadsheet_spells_it() {
    let ask = |csv: &str, require: &str| evidence("e.csv", csv, require);
    assert_eq!(
        ask(
            "host,enabled\na,TRUE\nb,True\n",
            "column \"enabled\" is \"true\""
        ),
        [""; 0]
    );
    fails(
        &ask(
            "host,enabled\na,FALSE\n",
            "column \"enabled\" is-not \"false\"",
        ),
        "is `FALSE` in line 2",
    );
}

#[test]
fn an_expression_meets_lines_whatever_ends_them() {
    for text in ["plan 5.2\r\nsigned\r\n", "plan 5.2\rsigned\r"] {
        assert_eq!(
            evidence("e.txt", text, "matches \"(?m)^plan 5.2$\""),
            [""; 0]
        );
    }
    assert_eq!(
        evidence(
            "e.txt",
            in_utf16("plan 5.2\r\n"),
            "matches \"(?m)^plan 5.2$\""
        ),
        [""; 0]
    );
}

#[test]
fn a_workbook_is_refused_by_name() {
    let workbook = b"PK\x03\x04\x14\0\x06\0";
    let told = "it is a workbook, such as `.xlsx`, or another packed file";
    let found = evidence("e.xlsx", workbook, "column \"hours\" <= 24");
    fails(&found, told);
    assert!(found[0].contains("save the sheet as CSV"), "{found:?}");
    let (found, _) = assessed("a.xlsx", workbook);
    assert!(
        found[0].starts_with(&format!(
            "XW0711 the table `a.xlsx` cannot be read as CSV: {told} (save the sheet as CSV"
        )),
        "{found:#?}"
    );
}

#[test]
fn incidents_are_read_as_evidence_is() {
    let more = "playbook contain \"Contain\" {\n  supports H-1\n  exercised 2026-05-11\n  detect within 15min\n  measured \"i.csv\" occurred \"began\" detected \"seen\" responded \"over\"\n}";
    let times = |csv: &str| {
        let folder = workspace(more, "H-1 tier 3");
        fs::write(folder.path().join("i.csv"), csv).unwrap();
        (found(&folder), posture(&folder)["preparedness"].to_string())
    };
    let (found, read) = times(
        "sep=;\ncase;began;seen;over\n1;2026-05-01T08:00:00Z;2026-05-01T08:10:00Z;2026-05-01T09:00:00Z\n",
    );
    assert_eq!(found, [""; 0]);
    assert!(read.contains("\"mean\":600"), "{read}");
    let (found, jira) = times(
        "case,began,seen,over\n1,2026-05-01T08:00:00.000+0200,2026-05-01T08:10:00.000+0200,\n2,2026-05-01T08:00:00+02,2026-05-01T08:10:00+02,\n3,2026-05-01T08:00:00Z,2026-05-01T08:10:00Z,\n",
    );
    assert_eq!(found, [""; 0]);
    assert!(jira.contains("\"incidents\":3,\"mean\":600"), "{jira}");
    let (found, _) = times("case;start;seen;over\n");
    assert!(found[0].contains("`i.csv` does not have the column `began`: its columns, with semicolons between them, are `case`, `start`, `seen` and `over`"), "{found:#?}");
    let (found, _) = times("case,began,seen,over\n1,2026-05-01T08:00:00Z\n");
    assert!(
        found[0].contains(
            "cannot be read as CSV, line 2, column 1: this line has 2 cells, and the headings are 4"
        ),
        "{found:#?}"
    );
}

#[test]
fn not_applicable_is_understood_and_said_once() {
    let (found, tiers) = assessed(
        "a.csv",
        "control,tier\nH-1,N/A\nH-2,Not applicable\nH-3,NOT-APPLICABLE\nH-4,n.a.\n",
    );
    assert_eq!(
        found,
        [
            "XW0717 `N/A` and 3 more cells are taken for `not-applicable` (if nobody has assessed it, leave the cell empty)"
        ]
    );
    assert_eq!(tiers, ["H-1 null", "H-2 null", "H-3 null", "H-4 null"]);
}

#[test]
fn a_tier_that_is_empty_is_not_assessed() {
    let (found, tiers) = assessed(
        "a.csv",
        "control,tier,note\nH-1,3,\nH-2,,Interview on Monday\nH-3,not assessed,\nH-4,2.0,\n",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0]
            .starts_with("XW0717 `H-2` and 1 more control have no tier, and count as not assessed"),
        "{found:#?}"
    );
    assert_eq!(tiers, ["H-1 3", "H-4 2"]);
}

#[test]
fn blanks_around_an_identifier_are_passed_over_and_others_shown() {
    let (found, _) = assessed("a.csv", "control,tier\n H-1,3\n\"H-2\u{a0}\",3\nH -3,3\n");
    let [one, other] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert!(
        one.starts_with("XW0303 `H-2<U+00A0>` is not a control of `house@1` (did you mean `H-2`"),
        "{one}"
    );
    assert!(
        other.starts_with("XW0303 `H -3` is not a control of `house@1` (did you mean `H-3`"),
        "{other}"
    );
}

#[test]
fn a_table_of_rows_may_begin_as_spreadsheets_begin_it() {
    for csv in [
        "sep=;\r\ncontrol;tier\r\nH-1;3\r\n",
        "control\ttier\rH-1\t3\r",
        "#TYPE Row\n\"control\",\"tier\"\n\"H-1\",\"3\"\n",
    ] {
        assert_eq!(
            assessed("a.csv", csv),
            (Vec::new(), vec!["H-1 3".to_owned()])
        );
        assert_eq!(
            assessed("a.csv", in_utf16(csv)),
            (Vec::new(), vec!["H-1 3".to_owned()])
        );
    }
    let (found, tiers) = assessed("a.csv", "\"control\",\"tier\"\n\"H-1\",\"3\"\n\"\",\"\"\n");
    assert_eq!((found, tiers), (Vec::new(), vec!["H-1 3".to_owned()]));
    let (found, _) = assessed("a.csv", "control|tier\nH-1|3\n");
    assert!(
        found[0].contains("commas, semicolons or tabs between them"),
        "{found:#?}"
    );
    let (found, _) = assessed("a.csv", "control;tier\n");
    assert!(
        found[0].starts_with("XW0712 the table has headings and no rows"),
        "{found:#?}"
    );
}

#[test]
fn what_a_spreadsheet_makes_of_an_identifier_counts_for_no_other_control() {
    let pci = |csv: &str| {
        let folder = TempDir::new().unwrap();
        write(folder.path(), "xwalk.toml", "");
        write(
            folder.path(),
            "w.xwalk",
            "organization acme \"Acme\" {\n  baseline pci-dss@4.0.1\n}\nassessment a \"A\" of pci-dss@4.0.1 {\n  assessed 2026-09-30\n  achieved-from 3\n  rows from \"a.csv\"\n}\n",
        );
        write(folder.path(), "a.csv", csv);
        found(&folder)
            .iter()
            .map(|found| found.split(' ').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        pci("control,tier\n12.1,3\n01.02.2003,3\n8.3.1,3\n"),
        ["XW0714", "XW0303"]
    );
    assert_eq!(pci("control,tier\n12.10.1,3\n12.10.1,2\n"), ["XW0704"]);
    // PCI DSS declares no tiers.
    assert_eq!(pci("control,tier\n8.3.1,80\n8.3.4,5\n"), ["XW0705"]);
}

#[test]
fn a_pin_holds_whichever_line_ends_a_checkout_writes() {
    let folder = workspace("", "H-1 tier 3");
    xwalk(folder.path(), &["pin"]).ended(0);
    let text = fs::read_to_string(folder.path().join("w.xwalk")).unwrap();
    write(folder.path(), "w.xwalk", &text.replace('\n', "\r\n"));
    assert_eq!(found(&folder), [""; 0]);
    write(
        folder.path(),
        "w.xwalk",
        &text.replace("Doors locked", "Doors shut"),
    );
    assert!(found(&folder)[0].starts_with("XW0607"));
}
