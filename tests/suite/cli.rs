//! The program as its users run it.

use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{command, finished, workspace, write, xwalk};

/// One control is unknown, on line 8.
const BROKEN: &str = "\
framework a@1 \"A\" {
  licence \"own\"
  levels rule
  A.1 \"One\"
}
mapping m from a@1 to nist-csf@2.0 {
  style crosswalk
  A.1 related-to GV.OC-99, GV.OC-01
}
";

/// A workspace with an error.
fn broken() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "maps/broken.xwalk", BROKEN);
    folder
}

fn read(folder: &Path, name: &str) -> String {
    crate::harness::read(&folder.join(name))
}

#[test]
fn a_new_workspace_passes_its_check_and_builds_at_once() {
    let folder = TempDir::new().unwrap();
    let begun = xwalk(folder.path(), &["init", "new"]).ended(0);
    assert!(begun.out.contains("wrote new/xwalk.toml"), "{}", begun.out);
    let new = folder.path().join("new");
    let checked = xwalk(&new, &["check", "--deny", "warnings"]).ended(0);
    assert_eq!(checked.out, "");
    assert!(checked.err.contains("nothing to report"), "{}", checked.err);
    let built = xwalk(&new, &["build"]).ended(0);
    assert!(built.out.contains("out/manifest.json"), "{}", built.out);
    assert!(new.join("out/report.html").is_file());
}

#[test]
fn init_overwrites_nothing() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "policy.xwalk", "// mine\n");
    let refused = xwalk(folder.path(), &["init"]).ended(2);
    assert!(
        refused.err.contains("policy.xwalk` exists already"),
        "{}",
        refused.err
    );
    assert_eq!(read(folder.path(), "policy.xwalk"), "// mine\n");
    assert!(!folder.path().join("xwalk.toml").exists(), "all or nothing");
}

#[test]
fn exit_codes_tell_findings_from_failures() {
    let good = workspace();
    xwalk(good.path(), &["check"]).ended(0);
    xwalk(broken().path(), &["check"]).ended(1);
    let missing = xwalk(good.path(), &["check", "nowhere"]).ended(2);
    assert!(
        missing
            .err
            .contains("cannot read nowhere: it does not exist"),
        "{}",
        missing.err
    );
    xwalk(good.path(), &["check", "--nonsense"]).ended(2);
    xwalk(good.path(), &["frobnicate"]).ended(2);
    let help = xwalk(good.path(), &["--help"]).ended(0);
    assert!(help.out.contains("Exit codes:"), "{}", help.out);
}

#[test]
fn every_command_explains_itself() {
    let folder = TempDir::new().unwrap();
    let help = xwalk(folder.path(), &["--help"]).ended(0).out;
    for name in [
        "init",
        "check",
        "build",
        "coverage",
        "gaps",
        "show",
        "why",
        "suggest",
        "overlap",
        "derive",
        "migrate",
        "posture",
        "sign",
        "verify",
        "accept",
        "pin",
        "fmt",
        "explain",
        "templates",
        "schema",
        "completions",
        "man",
    ] {
        assert!(help.contains(&format!("\n  {name} ")), "{help}");
        xwalk(folder.path(), &[name, "--help"]).ended(0);
    }
}

#[test]
fn a_file_that_is_not_utf_8_is_a_finding_and_the_rest_is_read() {
    let folder = workspace();
    std::fs::write(folder.path().join("latin.xwalk"), b"// caf\xe9\n").unwrap();
    let checked = xwalk(folder.path(), &["check"]).ended(1);
    assert!(checked.err.contains("XW0101"), "{}", checked.err);
    assert!(checked.err.contains("latin.xwalk:1:7"), "{}", checked.err);
    std::fs::write(folder.path().join("xwalk.toml"), b"# caf\xe9\n").unwrap();
    let settings = xwalk(folder.path(), &["check"]).ended(2);
    assert!(
        settings
            .err
            .contains("xwalk.toml is not UTF-8 text: line 1"),
        "{}",
        settings.err
    );
}

#[test]
fn diagnostics_go_to_the_standard_error_and_machine_forms_to_the_standard_output() {
    let folder = broken();
    let human = xwalk(folder.path(), &["check"]).ended(1);
    assert_eq!(human.out, "");
    assert!(
        human.err.contains("maps/broken.xwalk:8:18"),
        "{}",
        human.err
    );

    let json = xwalk(folder.path(), &["check", "-q", "--format", "json"]).ended(1);
    assert_eq!(json.err, "");
    assert_eq!(json.json()["diagnostics"][0]["file"], "maps/broken.xwalk");
    assert_eq!(json.json()["counts"]["errors"], 1);

    let sarif = xwalk(folder.path(), &["check", "--format", "sarif"]).ended(1);
    assert_eq!(sarif.json()["runs"][0]["results"][0]["level"], "error");

    let github = xwalk(folder.path(), &["check", "--format", "github"]).ended(1);
    assert!(
        github
            .out
            .starts_with("::error file=maps/broken.xwalk,line=8,"),
        "{}",
        github.out
    );
}

#[test]
fn json_is_valid_against_its_schema_whatever_the_outcome() {
    let schema = xwalk(Path::new("."), &["schema", "diagnostics"])
        .ended(0)
        .json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good = workspace();
    for (folder, arguments, status) in [
        (good.path(), &["check", "--format", "json"][..], "complete"),
        (broken().path(), &["check", "--format", "json"], "complete"),
        (
            good.path(),
            &["check", "--format", "json", "nowhere"],
            "failed",
        ),
    ] {
        let document = xwalk(folder, arguments).json();
        assert_eq!(document["status"], status);
        let wrong: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(wrong, Vec::<String>::new());
    }
}

#[test]
fn colour_follows_the_flag_then_no_color_then_clicolor_force() {
    let folder = broken();
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(folder.path(), arguments);
        command.envs(variables.iter().copied());
        finished(command).err.contains('\u{1b}')
    };
    assert!(!coloured(&["check"], &[]), "no terminal");
    assert!(coloured(
        &["check", "--color", "always"],
        &[("NO_COLOR", "1")]
    ));
    assert!(coloured(&["check"], &[("CLICOLOR_FORCE", "1")]));
    assert!(
        coloured(&["check"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]),
        "an empty variable says nothing"
    );
    assert!(!coloured(
        &["check"],
        &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]
    ));
    assert!(!coloured(
        &["check", "--color", "never"],
        &[("CLICOLOR_FORCE", "1")]
    ));
}

#[test]
fn levels_of_the_command_line_win_over_those_of_the_settings() {
    let folder = workspace();
    write(
        folder.path(),
        "empty.xwalk",
        "mapping empty from house-rules@1.0 to nist-csf@2.0 {}\n",
    );
    let check = |arguments: &[&str]| {
        let all = [&["check"], arguments].concat();
        xwalk(folder.path(), &all)
    };
    assert!(check(&[]).ended(0).err.contains("XW0602"));
    let silent = check(&["--allow", "empty-mapping"]).ended(0);
    assert!(!silent.err.contains("XW0602"), "{}", silent.err);
    check(&["--deny", "XW0602"]).ended(1);
    check(&["--deny", "warnings"]).ended(1);
    write(
        folder.path(),
        "xwalk.toml",
        "[levels]\nempty-mapping = \"error\"\n",
    );
    check(&[]).ended(1);
    check(&["--warn", "xw0602"]).ended(0);
}

#[test]
fn what_means_that_a_claim_is_lost_stays_an_error() {
    let folder = broken();
    let said = "`XW0303` stays an error: it means that a claim or another entry is lost";
    for flag in ["--allow", "--warn"] {
        for command in ["check", "build"] {
            let refused = xwalk(folder.path(), &[command, flag, "unknown-control"]).ended(2);
            assert!(refused.err.contains(said), "{}", refused.err);
        }
    }
    xwalk(folder.path(), &["check", "--deny", "XW0303"]).ended(1);
    xwalk(folder.path(), &["check", "--allow", "XW0217"]).ended(1);
    write(folder.path(), "xwalk.toml", "[levels]\nXW0303 = \"note\"\n");
    let refused = xwalk(folder.path(), &["check"]).ended(2);
    assert!(refused.err.contains("xwalk.toml:2:10: "), "{}", refused.err);
    assert!(refused.err.contains(said), "{}", refused.err);
}

#[test]
fn files_that_are_not_read_are_named() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "maps/broken.xwalk", BROKEN);
    let hint = "note: 1 .xwalk file in this folder is not read; run `xwalk check .`";
    for command in ["check", "build"] {
        let err = xwalk(folder.path(), &[command]).ended(0).err;
        assert!(err.contains(hint), "{err}");
    }
    let err = xwalk(folder.path(), &["check", "."]).ended(1).err;
    assert!(!err.contains("note: "), "{err}");

    let folder = workspace();
    write(folder.path(), "map.xwalk.txt", "framework {");
    let err = xwalk(folder.path(), &["check"]).ended(0).err;
    assert!(err.contains("note: map.xwalk.txt is not read"), "{err}");
    write(folder.path(), "MAP.XWALK", "framework {");
    let err = xwalk(folder.path(), &["check"]).ended(1).err;
    assert!(err.contains("MAP.XWALK:1:"), "{err}");
}

#[test]
fn a_workspace_ends_where_another_begins() {
    let folder = workspace();
    xwalk(folder.path(), &["init", "-q", "inner"]).ended(0);
    write(folder.path(), "inner/broken.xwalk", "framework {");
    xwalk(folder.path(), &["check"]).ended(0);
    xwalk(folder.path(), &["check", "."]).ended(0);
    xwalk(folder.path(), &["check", "inner"]).ended(1);
}

#[test]
fn a_code_that_does_not_exist_is_a_usage_error_with_the_nearest() {
    let folder = workspace();
    let wrong = xwalk(folder.path(), &["check", "--deny", "unknown-contol"]).ended(2);
    assert!(
        wrong.err.contains("the nearest is `unknown-control`"),
        "{}",
        wrong.err
    );
    let wrong = xwalk(folder.path(), &["explain", "XW03033"]).ended(2);
    assert!(wrong.err.contains("the nearest is"), "{}", wrong.err);
}

#[test]
fn everything_wrong_with_the_settings_is_told_at_once_with_its_place() {
    let folder = TempDir::new().unwrap();
    write(
        folder.path(),
        "xwalk.toml",
        "[level]\n\n[levels]\nXW0303 = \"fatal\"\nnonsense = \"off\"\n\n[build]\nemti = [\"csv\"]\npublic = \"yes\"\ndate = \"2026-02-30\"\n\n[pins]\nm = \"sha256:1\"\n",
    );
    let wrong = xwalk(folder.path(), &["check"]).ended(2).err;
    insta::assert_snapshot!(wrong);
    write(folder.path(), "xwalk.toml", "[levels\n");
    let wrong = xwalk(folder.path(), &["check"]).ended(2).err;
    assert!(wrong.contains("xwalk.toml:1:"), "{wrong}");
}

#[test]
fn a_pin_that_no_longer_holds_names_both_digests() {
    let folder = workspace();
    let pinned = xwalk(folder.path(), &["pin"]).ended(0);
    assert!(
        pinned.out.contains("pinned   nist-csf@2.0: sha256:"),
        "{}",
        pinned.out
    );
    let settings = read(folder.path(), "xwalk.toml");
    assert!(
        settings.contains("# The level of each finding"),
        "comments stay"
    );
    xwalk(folder.path(), &["check"]).ended(0);

    let name = "frameworks/house-rules.xwalk";
    let rules = read(folder.path(), name);
    write(
        folder.path(),
        name,
        &rules.replace("one person", "one human being"),
    );
    write(
        folder.path(),
        "empty.xwalk",
        "mapping empty from house-rules@1.0 to nist-csf@2.0 {}\n",
    );
    let changed = xwalk(folder.path(), &["check"]).ended(1).err;
    let said = "XW0607: `house-rules@1.0` is not what was pinned";
    assert!(changed.contains(said), "{changed}");
    assert!(changed.contains(&format!("{name}:")), "{changed}");
    assert_eq!(changed.matches("sha256:").count(), 2, "{changed}");
    assert!(
        changed.contains("XW0602"),
        "the rest is told too: {changed}"
    );
    xwalk(folder.path(), &["build"]).ended(1);
    let pair = ["coverage", "house-rules@1.0", "nist-csf@2.0"];
    let answered = xwalk(folder.path(), &pair).ended(1);
    assert!(answered.err.contains(said), "{}", answered.err);
    std::fs::remove_file(folder.path().join("empty.xwalk")).unwrap();

    let again = xwalk(folder.path(), &["pin"]).ended(0);
    assert!(
        again.out.starts_with("changed  house-rules@1.0: sha256:"),
        "{}",
        again.out
    );
    xwalk(folder.path(), &["check"]).ended(0);
    assert_eq!(xwalk(folder.path(), &["pin", "-q"]).ended(0).out, "");
    let nothing = xwalk(folder.path(), &["pin"]).ended(0);
    assert_eq!(nothing.out, "everything in use is pinned already\n");
}

#[test]
fn a_pin_is_the_sum_that_other_tools_compute_of_the_file() {
    let folder = workspace();
    let name = "frameworks/house-rules.xwalk";
    let text = format!("\u{feff}{}", read(folder.path(), name));
    write(folder.path(), name, &text);
    xwalk(folder.path(), &["pin"]).ended(0);
    assert!(read(folder.path(), "xwalk.toml").contains(&sha256(text.as_bytes())));
}

#[test]
fn a_pin_on_what_is_gone_is_an_error() {
    let folder = workspace();
    write(
        folder.path(),
        "xwalk.toml",
        &format!("[pins]\nolder = \"sha256:{}\"\n", "0".repeat(64)),
    );
    let gone = xwalk(folder.path(), &["check"]).ended(2);
    assert!(
        gone.err
            .contains("xwalk.toml:2: `older` is pinned, but nothing of that name is there"),
        "{}",
        gone.err
    );
}

#[test]
fn a_build_lists_what_it_wrote_and_from_what() {
    let folder = workspace();
    xwalk(
        folder.path(),
        &["build", "--date", "2026-11-23", "--emit", "csv,json"],
    )
    .ended(0);
    let manifest: Value = serde_json::from_str(&read(folder.path(), "out/manifest.json")).unwrap();
    assert_eq!(
        (&manifest["date"], &manifest["date_from"]),
        (&Value::from("2026-11-23"), &Value::from("--date"))
    );
    let files = manifest["files"].as_array().unwrap();
    assert!(
        !files.is_empty() && files.iter().all(|file| file["path"] != "report.html"),
        "only what was asked for"
    );
    for file in files {
        let bytes = std::fs::read(
            folder
                .path()
                .join("out")
                .join(file["path"].as_str().unwrap()),
        )
        .unwrap();
        assert_eq!(file["sha256"], Value::from(sha256(&bytes)));
        assert_eq!(file["bytes"], Value::from(bytes.len()));
    }
    let inputs = manifest["inputs"].as_array().unwrap();
    let policy = inputs
        .iter()
        .find(|input| input["name"] == "policy.xwalk")
        .unwrap();
    assert_eq!(
        policy["sha256"],
        Value::from(sha256(read(folder.path(), "policy.xwalk").as_bytes()))
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_wherever_the_program_is_started() {
    let folder = workspace();
    let built = |start: &Path, arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(start, arguments);
        command.envs(variables.iter().copied());
        finished(command).ended(0);
        tree(&folder.path().join("out"))
    };
    let first = built(folder.path(), &["build", "--date", "2026-11-23"], &[]);
    let elsewhere = built(
        &folder.path().join("frameworks"),
        &["build", "--date", "2026-11-23"],
        &[("TZ", "Asia/Tokyo")],
    );
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        elsewhere.keys().collect::<Vec<_>>()
    );
    assert!(first == elsewhere);
    let epoch = built(
        folder.path(),
        &["build"],
        &[("SOURCE_DATE_EPOCH", "1795392000")],
    );
    let named = |tree: &Tree| String::from_utf8(tree["manifest.json"].clone()).unwrap();
    assert!(
        named(&epoch).contains("\"date\": \"2026-11-23\""),
        "{}",
        named(&epoch)
    );
    assert!(named(&epoch).contains("SOURCE_DATE_EPOCH"));
    let mut wrong = command(folder.path(), &["build"]);
    wrong.env("SOURCE_DATE_EPOCH", "yesterday");
    assert!(
        finished(wrong)
            .ended(2)
            .err
            .contains("not a number of seconds")
    );
}

#[test]
fn a_build_takes_away_only_what_an_earlier_one_wrote() {
    let folder = workspace();
    let out = folder.path().join("out");
    write(&out, ".gitignore", "*\n");
    xwalk(folder.path(), &["build", "--emit", "csv"]).ended(0);
    assert!(out.join("csv/rows.csv").exists());
    write(&out, "notes.txt", "mine");
    xwalk(folder.path(), &["build", "--emit", "json"]).ended(0);
    assert!(
        !out.join("csv").exists(),
        "the earlier build's folder is gone"
    );
    assert_eq!(
        (read(&out, "notes.txt"), read(&out, ".gitignore")),
        ("mine".to_owned(), "*\n".to_owned())
    );
    let left: Vec<String> = tree(&out)
        .into_keys()
        .filter(|name| name.contains(".xwalk-"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "nothing temporary stays");
}

#[test]
fn a_folder_of_somebody_elses_is_not_written_into() {
    let folder = workspace();
    write(folder.path(), "theirs/letter.txt", "dear");
    let refused = xwalk(folder.path(), &["build", "-o", "theirs"]).ended(2);
    assert!(
        refused.err.contains("theirs holds `letter.txt`"),
        "{}",
        refused.err
    );
    assert_eq!(tree(&folder.path().join("theirs")).len(), 1);
    write(
        folder.path(),
        "theirs/manifest.json",
        "{\"name\": \"web app\"}",
    );
    let refused = xwalk(folder.path(), &["build", "-o", "theirs"]).ended(2);
    assert!(
        refused.err.contains("is not the manifest of a build"),
        "{}",
        refused.err
    );
}

#[test]
fn a_file_in_the_way_stops_the_build_and_leaves_the_earlier_one_whole() {
    let folder = workspace();
    let out = folder.path().join("out");
    xwalk(folder.path(), &["build", "--emit", "csv"]).ended(0);
    write(&out, "crosswalk.json", "mine");
    let before = tree(&out);
    let refused = xwalk(folder.path(), &["build"]).ended(2);
    assert!(
        refused.err.contains("crosswalk.json is in the way"),
        "{}",
        refused.err
    );
    assert!(before == tree(&out));
}

#[test]
fn a_build_that_fails_half_way_puts_everything_back() {
    let folder = workspace();
    let out = folder.path().join("out");
    xwalk(folder.path(), &["build", "--emit", "json"]).ended(0);
    // The folder `csv` cannot be made, which shows only when the earlier files have been moved away.
    write(&out, "csv", "mine");
    let before = tree(&out);
    let failed = xwalk(
        folder.path(),
        &["build", "--emit", "json,csv", "--date", "2001-01-01"],
    )
    .ended(2);
    assert!(failed.err.contains("cannot write"), "{}", failed.err);
    assert!(before == tree(&out));
}

#[test]
fn findings_at_error_level_leave_the_earlier_build_untouched() {
    let folder = workspace();
    xwalk(folder.path(), &["build", "--emit", "csv"]).ended(0);
    let before = tree(&folder.path().join("out"));
    write(
        folder.path(),
        "broken.xwalk",
        "mapping m from nist-csf@2.0 to nowhere@1 {\n}\n",
    );
    let failed = xwalk(folder.path(), &["build"]).ended(1);
    assert!(failed.err.contains("nothing was written"), "{}", failed.err);
    assert!(before == tree(&folder.path().join("out")));
}

#[test]
fn what_a_build_cannot_make_is_a_usage_error() {
    let folder = workspace();
    xwalk(folder.path(), &["build", "--emit", "pdf"]).ended(2);
    let wrong = xwalk(folder.path(), &["build", "--only", "nist-cfs@2.0"]).ended(2);
    assert!(
        wrong.err.contains("the nearest is `nist-csf@2.0`"),
        "{}",
        wrong.err
    );
    xwalk(folder.path(), &["build", "--date", "2026-02-30"]).ended(2);
    xwalk(folder.path(), &["build", "--status", "withdrawn"]).ended(2);
    let only = "house-rules@1.0,nist-csf@2.0";
    let pivot = ["build", "--only", only, "--pivot", "iso-27001@2022"];
    let wrong = xwalk(folder.path(), &pivot).ended(2).err;
    assert!(
        wrong.contains("is not among the frameworks to keep"),
        "{wrong}"
    );
    let mut late = command(folder.path(), &["build"]);
    late.env("SOURCE_DATE_EPOCH", "253402300800");
    assert!(finished(late).ended(2).err.contains("up to the year 9999"));
    write(folder.path(), "xwalk.toml", "[build]\nemit = [\"xslx\"]\n");
    let wrong = xwalk(folder.path(), &["check"]).ended(2).err;
    let said = "xwalk.toml:2:9: there is no output `xslx`; write xlsx";
    assert!(wrong.contains(said), "{wrong}");
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_path_after_the_frameworks_to_keep_is_a_path() {
    let folder = workspace();
    let only = "house-rules@1.0,nist-csf@2.0";
    xwalk(folder.path(), &["build", "--only", only, "."]).ended(0);
}

#[test]
fn show_gives_titles_as_the_outputs_do() {
    let folder = workspace();
    write(
        folder.path(),
        "wording.xwalk",
        "overlay ours of house-rules@1.0 {\n  HR-A.1 \"Unsere Worte\"\n}\n",
    );
    let page = xwalk(folder.path(), &["show", "HR-A.1"]).ended(0).out;
    assert!(
        page.starts_with("house-rules@1.0:HR-A.1  Unsere Worte\n"),
        "{page}"
    );
    assert!(page.contains("its title"), "{page}");
}

#[test]
fn coverage_names_only_mappings_of_which_a_row_counts() {
    let folder = workspace();
    let pair = [
        "coverage",
        "house-rules@1.0",
        "nist-csf@2.0",
        "--status",
        "final",
    ];
    let covered = xwalk(folder.path(), &pair).ended(0).out;
    assert!(
        covered.contains("No row of house-csf counts here."),
        "{covered}"
    );
}

#[test]
fn a_public_build_says_whose_wording_it_leaves_out() {
    let folder = workspace();
    write(
        folder.path(),
        "wording.xwalk",
        "overlay ours \"Ours\" of house-rules@1.0 {\n  licensed \"us alone\"\n  HR-A.1 \"A secret wording\"\n}\n",
    );
    xwalk(folder.path(), &["build"]).ended(0);
    assert!(read(folder.path(), "out/csv/controls.csv").contains("A secret wording"));
    let public = xwalk(folder.path(), &["build", "--public"]).ended(0);
    assert!(public.err.contains("XW0605"), "{}", public.err);
    xwalk(folder.path(), &["build", "--public", "--deny", "XW0605"]).ended(1);
    for (name, bytes) in tree(&folder.path().join("out")) {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("A secret wording"),
            "{name}"
        );
    }
}

#[test]
fn diagnostics_name_files_from_where_the_program_was_started_with_forward_slashes() {
    let above = TempDir::new().unwrap();
    write(above.path(), "t/ten/xwalk.toml", "");
    write(above.path(), "t/ten/maps/broken.xwalk", BROKEN);
    write(above.path(), "t/other/readme.md", "");
    for (start, given, name) in [
        ("", "t/ten", "t/ten/maps/broken.xwalk"),
        ("", "t/ten/maps/broken.xwalk", "t/ten/maps/broken.xwalk"),
        ("t/ten", ".", "maps/broken.xwalk"),
        ("t/ten/maps", "..", "broken.xwalk"),
        ("t/other", "../ten", "../ten/maps/broken.xwalk"),
    ] {
        let check = |format| {
            let arguments = ["check", "--format", format, given];
            xwalk(&above.path().join(start), &arguments).ended(1)
        };
        assert_eq!(check("json").json()["diagnostics"][0]["file"], name);
        let located = &check("sarif").json()["runs"][0]["results"][0]["locations"][0];
        let location = &located["physicalLocation"]["artifactLocation"];
        assert_eq!(location["uri"], name);
        let annotation = check("github").out;
        assert!(
            annotation.contains(&format!("file={name},")),
            "{annotation}"
        );
        let human = check("human").err;
        assert!(human.contains(&format!("[{name}:8:")), "{human}");
    }
}

#[test]
fn outputs_name_files_from_the_workspace() {
    let folder = workspace();
    for start in ["", "frameworks"] {
        xwalk(&folder.path().join(start), &["build", "--emit", "csv"]).ended(0);
        let rows = read(folder.path(), "out/csv/rows.csv");
        assert!(
            rows.contains("crosswalks/house-rules-to-csf.xwalk:"),
            "{rows}"
        );
        assert!(!rows.contains("../"), "{rows}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_circles_or_nowhere_or_twice_to_one_file_do_no_harm() {
    let folder = broken();
    let link =
        |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    link("..", "maps/up");
    link("broken.xwalk", "maps/same.xwalk");
    link("nothing.xwalk", "maps/dangling.xwalk");
    let json = xwalk(folder.path(), &["check", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 1, "{json}");
    assert_eq!(json["diagnostics"][0]["file"], "maps/broken.xwalk");
}

#[test]
fn ignored_and_hidden_files_are_no_part_of_a_workspace() {
    let folder = workspace();
    write(folder.path(), ".gitignore", "old/\n");
    write(folder.path(), "old/broken.xwalk", "framework {");
    write(folder.path(), ".hidden/broken.xwalk", "framework {");
    write(folder.path(), "notes.txt", "framework {");
    xwalk(folder.path(), &["check"]).ended(0);
    xwalk(folder.path(), &["check", "old/broken.xwalk"]).ended(1);
}

#[test]
fn without_a_workspace_the_bundled_mappings_are_what_is_meant() {
    let folder = TempDir::new().unwrap();
    let checked = xwalk(folder.path(), &["check"]).ended(0);
    assert!(
        checked.err.contains("these come with the program"),
        "{}",
        checked.err
    );
    let covered = xwalk(folder.path(), &["coverage", "iso-27001", "nist-csf@2.0"]).ended(0);
    assert!(
        covered
            .out
            .starts_with("Coverage of iso-27001@2022 by nist-csf@2.0\n"),
        "{}",
        covered.out
    );
    assert!(
        covered
            .out
            .contains("\nCoverage of nist-csf@2.0 by iso-27001@2022\n"),
        "both ways"
    );
}

#[test]
fn coverage_and_gaps_are_told_to_people_and_to_programs() {
    let folder = workspace();
    let pair = ["house-rules@1.0", "nist-csf@2.0"];
    insta::assert_snapshot!(
        xwalk(folder.path(), &["coverage", pair[0], pair[1]])
            .ended(0)
            .out
    );
    let json = xwalk(
        folder.path(),
        &["coverage", "--format", "json", pair[0], pair[1]],
    )
    .ended(0)
    .json();
    assert_eq!(json["directions"][0]["stated"]["full"], 4);
    assert_eq!(json["directions"][1]["stated"]["assessable"], 106);

    let text = read(folder.path(), "crosswalks/house-rules-to-csf.xwalk");
    let without: String = text
        .lines()
        .filter(|line| !line.contains("HR-A.3"))
        .map(|line| format!("{line}\n"))
        .collect();
    write(
        folder.path(),
        "crosswalks/house-rules-to-csf.xwalk",
        &without,
    );
    insta::assert_snapshot!(
        xwalk(folder.path(), &["gaps", pair[0], pair[1]])
            .ended(0)
            .out
    );
    let json = xwalk(
        folder.path(),
        &["gaps", "--format", "json", pair[0], pair[1]],
    )
    .ended(0)
    .json();
    assert_eq!(json["gaps"][0]["identifier"], "HR-A.3");

    let none = xwalk(folder.path(), &["gaps", pair[0], "pci-dss"]).ended(2);
    assert!(
        none.err.contains(
            "neither a mapping nor a proof connects `house-rules@1.0` and `pci-dss@4.0.1`"
        ),
        "{}",
        none.err
    );
}

#[test]
fn coverage_and_gaps_say_what_proofs_change_and_answer_where_only_proofs_connect() {
    let folder = crate::harness::path("tests/golden/chains");
    let pair = ["office@1", "city@1"];
    let answer = |command| xwalk(&folder, &[command, pair[0], pair[1]]).ended(0).out;
    insta::assert_snapshot!(answer("coverage"));
    insta::assert_snapshot!(answer("gaps"));
    let json = |command| {
        let arguments = [command, "--format", "json", pair[0], pair[1]];
        xwalk(&folder, &arguments).ended(0).json()
    };
    let coverage = json("coverage");
    let office = &coverage["directions"][0];
    assert_eq!(
        (&office["stated"]["full"], &office["proved"]["full"]),
        (&0.into(), &2.into())
    );
    assert_eq!(office["sections"][0]["proved"]["full"], 2);
    assert_eq!(office["proofs"], coverage["directions"][1]["proofs"]);
    assert_eq!(office["proofs"]["mixed_rationales"], 1);
    let gaps = json("gaps");
    let doors = &gaps["not_reviewed"][0];
    assert_eq!(doors["proved"]["verdict"], "full");
    assert_eq!(
        doors["proved"]["rows"].as_array().unwrap().len(),
        2,
        "{doors}"
    );
}

#[test]
fn show_tells_everything_known_of_a_control() {
    let folder = workspace();
    insta::assert_snapshot!(xwalk(folder.path(), &["show", "HR-A.2"]).ended(0).out);
    let qualified = xwalk(folder.path(), &["show", "nist-csf@2.0:PR.AA-05"])
        .ended(0)
        .out;
    assert!(
        qualified.contains("HR-A.3  subset-of  PR.AA-05"),
        "{qualified}"
    );
    let withdrawn = xwalk(folder.path(), &["show", "PR.AC-04"]).ended(0).out;
    assert!(
        withdrawn.contains("withdrawn") && withdrawn.contains("PR.AA-05"),
        "{withdrawn}"
    );
}

#[test]
fn show_tells_apart_what_is_proved_of_a_control() {
    let folder = workspace();
    let page = xwalk(folder.path(), &["show", "hipaa-security@2013:164.312(d)"]);
    let page = page.ended(0).out;
    let (stated, proved) = page.split_once("\nProved by rows together").unwrap();
    assert!(!stated.contains("A.5.22"), "{stated}");
    let pair = proved.lines().find(|line| line.contains("A.5.22"));
    let pair: Vec<&str> = pair
        .unwrap()
        .split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    assert_eq!(pair[1..3], ["no-relationship", "iso-27001@2022:A.5.22"]);
    assert_eq!(pair[4..], ["draft, mixed rationales", "by 2 rows"]);
}

#[test]
fn show_names_rows_that_others_contradict() {
    let folder = workspace();
    let more = "mapping more from house-rules@1.0 to nist-csf@2.0 {\n  rationale functional\n  HR-A.3 equal PR.AA-05\n}\n";
    write(folder.path(), "more.xwalk", more);
    let page = xwalk(folder.path(), &["show", "HR-A.3"]).ended(0).out;
    let row = page.lines().find(|line| line.contains("equal")).unwrap();
    assert!(
        row.contains("functional, contradicted by other rows"),
        "{row}"
    );
}

#[test]
fn show_asks_back_where_a_name_is_not_enough() {
    let folder = workspace();
    let several = xwalk(folder.path(), &["show", "PR.DS"]).ended(2).err;
    assert!(
        several.contains("`nist-csf@1.1:PR.DS`") && several.contains(" or `"),
        "{several}"
    );
    let near = xwalk(folder.path(), &["show", "HR-A.22"]).ended(2).err;
    assert!(
        near.contains("no framework has a control `HR-A.22`; the nearest is `HR-A.2"),
        "{near}"
    );
    let near = xwalk(folder.path(), &["show", "house-rules@1.0:HR-C"])
        .ended(2)
        .err;
    assert!(
        near.contains("house-rules@1.0 has no control `HR-C`"),
        "{near}"
    );
}

#[test]
fn fmt_aligns_rows_and_keeps_comments() {
    let folder = workspace();
    xwalk(folder.path(), &["fmt", "--check"]).ended(0);
    let name = "crosswalks/house-rules-to-csf.xwalk";
    let canonical = read(folder.path(), name);
    write(
        folder.path(),
        name,
        &canonical.replace("HR-A.1  subset-of        PR", "HR-A.1 subset-of PR"),
    );
    let listed = xwalk(folder.path(), &["fmt", "--check"]).ended(1);
    assert!(
        listed.out.starts_with(&format!("{name}\n  line ")),
        "{}",
        listed.out
    );
    let formatted = xwalk(folder.path(), &["fmt"]).ended(0);
    assert_eq!(formatted.out, format!("formatted {name}\n"));
    assert_eq!(read(folder.path(), name), canonical);
    let broken = broken();
    write(broken.path(), "nonsense.xwalk", "framework {{{\n");
    let failed = xwalk(broken.path(), &["fmt"]).ended(1);
    assert!(
        failed
            .err
            .contains("nonsense.xwalk: line 1 is not understood"),
        "{}",
        failed.err
    );
    assert_eq!(read(broken.path(), "nonsense.xwalk"), "framework {{{\n");
    xwalk(TempDir::new().unwrap().path(), &["fmt"]).ended(2);
}

#[test]
fn explain_prints_a_page_or_lists_all_codes() {
    let folder = TempDir::new().unwrap();
    let page = xwalk(folder.path(), &["explain", "unknown-control"])
        .ended(0)
        .out;
    assert!(
        page.starts_with("XW0303 unknown-control (error)\n\n"),
        "{page}"
    );
    assert_eq!(
        page,
        xwalk(folder.path(), &["explain", "xw0303"]).ended(0).out
    );
    let list = xwalk(folder.path(), &["explain"]).ended(0).out;
    for code in xwalk::workspace::codes::all() {
        assert!(
            list.contains(code.id) && list.contains(code.name),
            "{}",
            code.id
        );
    }
}

#[test]
fn completions_and_manual_pages_are_printed() {
    let folder = TempDir::new().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            xwalk(folder.path(), &["completions", shell])
                .ended(0)
                .out
                .contains("coverage")
        );
    }
    let page = xwalk(folder.path(), &["man"]).ended(0).out;
    assert!(
        page.contains(".TH xwalk 1") && page.contains("Exit codes"),
        "{page}"
    );
    xwalk(folder.path(), &["man", "-o", "man"]).ended(0);
    let pages = tree(&folder.path().join("man"));
    assert!(
        pages.contains_key("xwalk.1") && pages.contains_key("xwalk-check.1"),
        "{:?}",
        pages.keys()
    );
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = broken();
    for (arguments, code) in [
        (&["explain"][..], 0),
        (&["check", "--format", "json"], 1),
        (&["--help"], 0),
    ] {
        let mut command = command(folder.path(), arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(!err.contains("panicked"), "{err}");
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {err}");
    }
}

#[test]
fn verbose_names_the_settings_and_files_that_are_read() {
    let folder = workspace();
    let err = xwalk(folder.path(), &["check", "-v"]).ended(0).err;
    assert!(
        err.contains("xwalk.toml\nreading crosswalks/house-rules-to-csf.xwalk\n"),
        "{err}"
    );
}

#[test]
fn every_output_that_has_a_schema_prints_it() {
    for name in ["diagnostics", "crosswalk", "posture", "disclosure"] {
        let schema = xwalk(Path::new("."), &["schema", name]).ended(0).json();
        assert!(jsonschema::validator_for(&schema).is_ok(), "{name}");
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert!(schema["title"].is_string(), "{name}");
    }
}

#[test]
fn quiet_leaves_only_what_is_wrong_and_then_nothing() {
    let good = workspace();
    assert_eq!(xwalk(good.path(), &["check", "-q"]).ended(0).err, "");
    assert_eq!(xwalk(good.path(), &["build", "-q"]).ended(0).out, "");
    let bad = broken();
    assert!(
        xwalk(bad.path(), &["check", "-q"])
            .ended(1)
            .err
            .contains("XW0303")
    );
    assert_eq!(xwalk(bad.path(), &["check", "-qq"]).ended(1).err, "");
}

type Tree = std::collections::BTreeMap<String, Vec<u8>>;

/// All files below a folder, by name.
fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                tree.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    tree
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
