//! What an acceptance changes in exports, and what it does not.

use super::{HOUSE, MAPPING, accepted, built, folder, verdicts};
use crate::posture_export::errors;
use crate::program::{write, xwalk};
use crate::seal::{Forger, signers_file};
use serde_json::Value;

#[test]
fn drafts_of_an_accepted_mapping_count_and_nothing_else_does() {
    let (export, told) = built(&folder(MAPPING), &[]);
    assert_eq!(
        verdicts(&export),
        ["cannot-tell-draft", "cannot-tell", "cannot-tell"]
    );
    let held_back = &export["verdicts"][1]["held_back"];
    assert_eq!(held_back["verdicts"], 1);
    assert_eq!(held_back["mappings"][0], "house-law");
    let note = "note: law@1: 1 verdict is held back, since it rests on draft rows of house-law\n";
    assert!(told.contains(note), "{told}");
    assert!(told.contains("`xwalk accept`"), "{told}");

    // A condition that does not hold and a withdrawn row stay what they are.
    let (export, told) = built(&accepted(MAPPING), &[]);
    assert_eq!(verdicts(&export), ["met", "cannot-tell", "cannot-tell"]);
    assert_eq!(errors(&export), Vec::<String>::new());
    assert!(!told.contains("held back"), "{told}");
    assert!(export["verdicts"][1].get("held_back").is_none());
    let mapping = &export["mappings"][0];
    // The status is the author's.
    assert_eq!(mapping["status"], "draft");
    assert_eq!(
        export["verdicts"][1]["controls"][0]["grounds"][0]["status"],
        "draft"
    );
    assert_eq!(mapping["accepted"]["by"], "porter");
    assert_eq!(mapping["accepted"]["on"], "2026-11-20");
    assert_eq!(mapping["accepted"]["why"], "Read aloud");
}

#[test]
fn contradicted_rows_of_an_accepted_mapping_stay_disputed() {
    let disputed = MAPPING.replace(
        "H-3  equal  L-3  status withdrawn",
        "H-1  no-relationship  L-1",
    );
    let folder = accepted(MAPPING);
    write(folder.path(), "mapping.xwalk", &disputed);
    write(
        folder.path(),
        "xwalk.toml",
        "[levels]\nconflicting-rows = \"off\"\ncontradiction = \"off\"\n",
    );
    write(folder.path(), "club.xwalk", super::ORGANIZATION);
    xwalk(folder.path(), super::ACCEPT).ended(0);
    let (export, _) = built(&folder, &[]);
    assert_eq!(verdicts(&export)[0], "cannot-tell");
}

#[test]
fn a_mapping_that_claims_something_else_is_not_accepted_any_more() {
    let folder = accepted(MAPPING);
    let other = MAPPING.replace("The same doors", "Other doors");
    write(folder.path(), "mapping.xwalk", &other);
    let (export, told) = built(&folder, &[]);
    assert_eq!(verdicts(&export)[0], "cannot-tell-draft");
    assert!(export["mappings"][0].get("accepted").is_none());
    let shown = xwalk(folder.path(), &["show", "house-law", "--format", "json"]).ended(0);
    let digest = shown.json()["mapping"]["claims_sha256"].clone();
    assert_eq!(shown.json()["mapping"]["accepted"][0]["unchanged"], false);
    let digest = digest.as_str().unwrap();
    assert!(told.contains("warning XW0850"), "{told}");
    assert!(told.contains(digest), "{told}");
}

#[test]
fn an_acceptance_counts_from_its_day_on() {
    let folder = accepted(MAPPING);
    for (day, verdict) in [("2026-11-19", "cannot-tell-draft"), ("2026-11-20", "met")] {
        let (export, _) = built(&folder, &["--date", day]);
        assert_eq!(verdicts(&export)[0], verdict, "{day}");
        let told = xwalk(folder.path(), &["check", "--date", day]).ended(0).err;
        assert_eq!(told.contains("XW0851"), verdict != "met", "{told}");
    }
}

#[test]
fn a_floor_of_the_settings_lets_the_accepted_in_and_one_asked_for_by_name_does_not() {
    let folder = accepted(MAPPING);
    for (floor, more, verdict) in [
        ("", &[][..], "met"),
        ("", &["--status", "draft"], "met"),
        ("", &["--status", "reviewed"], "cannot-tell"),
        ("reviewed", &[], "met"),
        ("final", &[], "met"),
        ("final", &["--status", "final"], "cannot-tell"),
    ] {
        let settings = match floor {
            "" => String::new(),
            floor => format!("[build]\nstatus = \"{floor}\"\n"),
        };
        write(folder.path(), "xwalk.toml", &settings);
        let (export, _) = built(&folder, more);
        assert_eq!(verdicts(&export)[0], verdict, "{floor} {more:?}");
    }
}

#[test]
fn a_chain_counts_if_each_of_its_rows_is_reviewed_or_accepted() {
    let through = HOUSE.to_owned() + "framework code@1 \"Code\" {\n  C-1 \"Doors\"\n}\n";
    let mappings = MAPPING.replace("law@1", "code@1").replace("L-1", "C-1");
    let mappings = mappings
        .lines()
        .filter(|line| !line.contains("H-2") && !line.contains("H-3"))
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    for (status, verdict) in [("reviewed", "met"), ("draft", "cannot-tell-draft")] {
        let folder = folder(&mappings);
        let second = format!(
            "mapping code-law \"Code and law\" from code@1 to law@1 {{\n  status {status}\n  rationale functional\n  reviewer \"Eve\"\n  C-1 equal L-1\n}}\n"
        );
        write(folder.path(), "house.xwalk", &through);
        write(folder.path(), "second.xwalk", &second);
        xwalk(folder.path(), super::ACCEPT).ended(0);
        let (export, told) = built(&folder, &[]);
        assert_eq!(verdicts(&export)[0], verdict, "{told}");
        if verdict != "met" {
            // What is accepted is not to be accepted again.
            let held_back = &export["verdicts"][1]["held_back"]["mappings"];
            assert_eq!(held_back.to_string(), "[\"code-law\"]");
        }
    }
}

#[test]
fn what_an_audience_must_not_see_of_an_acceptance_is_hidden() {
    let seed = "00112233445566778899aabbccddeeff3b7f10c9e264a85d91fe07d34c6ab82f";
    let more = ["--audience", "regulator", "--salt-seed", seed];
    let (export, _) = built(&accepted(MAPPING), &more);
    let accepted = &export["mappings"][0]["accepted"];
    for hidden in ["by", "why"] {
        assert!(accepted[hidden]["hidden"].is_string(), "{accepted}");
    }
    assert_eq!(accepted["on"], "2026-11-20");
    assert_eq!(errors(&export), Vec::<String>::new());
}

#[test]
fn whoever_verifies_an_export_is_told_what_it_holds_back() {
    let folder = folder(MAPPING);
    built(&folder, &[]);
    let path = folder.path().join("out/posture.json");
    let verified = |form: &str| {
        let document = std::fs::read(&path).unwrap();
        let signature = Forger::of_document(&document).text();
        write(folder.path(), "out/posture.json.sig", &signature);
        write(folder.path(), "signers", &signers_file());
        let verify = ["verify", "out/posture.json", "--signers", "signers"];
        let verify = [&verify[..], &["--date", "2026-12-02", "--format", form]].concat();
        xwalk(folder.path(), &verify).ended(0).out
    };
    let page = verified("human");
    let line = "law@1: 1 verdict is held back, since it rests on draft rows of house-law\n";
    assert!(page.contains(line), "{page}");
    let answer: Value = serde_json::from_str(&verified("json")).unwrap();
    let expected = "[{\"framework\":\"law@1\",\"verdicts\":1,\"mappings\":[\"house-law\"]}]";
    let expected: Value = serde_json::from_str(expected).unwrap();
    assert_eq!(answer["export"]["held_back"], expected);
}
