//! `xwalk posture` on the example that comes with the program.

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Run, write, xwalk};

/// A folder with the example.
fn example() -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "--posture"]).ended(0);
    folder
}

fn posture(folder: &TempDir, arguments: &[&str]) -> Run {
    let all = [&["posture", "--date", "2026-11-24"], arguments].concat();
    xwalk(folder.path(), &all)
}

#[test]
fn the_page_tells_profile_verdicts_gaps_and_indicators() {
    let page = posture(&example(), &[]).ended(0).out;
    let headings = [
        "Acme Health: where it stands on 2026-11-24",
        "\nProfile of iso-ts-27103@2026\n",
        "\nTiers that evidence does not bear out",
        "\nWhat follows for the baseline and for each framework that is adopted\n",
        "ranked by risk x (target - current) / effort",
        "\nMaturity indicators: ",
        "\nKey activities: ",
    ];
    let places = headings.map(|heading| page.find(heading).unwrap_or_else(|| panic!("{page}")));
    assert!(places.is_sorted(), "{page}");
    assert!(page.contains(" more; `--all` shows them."));
    let all = posture(&example(), &["acme-health", "--all"]).ended(0).out;
    assert!(!all.contains(" more; `--all` shows them."));
}

#[test]
fn every_verdict_of_a_framework_names_what_it_rests_on() {
    let page = posture(&example(), &["--framework", "iso-27001@2022"])
        .ended(0)
        .out;
    for heading in ["\nmet\n", "\npartly evidenced\n", "\ncannot tell\n"] {
        assert!(page.contains(heading), "{page}");
    }
    assert!(page.contains("lies within"), "{page}");
    assert!(page.contains(" [draft], by "), "{page}");
}

#[test]
fn programs_read_counts_that_add_up_and_rows_behind_every_verdict() {
    let document = posture(&example(), &["--format", "json"]).ended(0).json();
    assert_eq!(document["schema"], "xwalk-posture");
    assert_eq!(document["evidence_required"], false);
    let frameworks = document["frameworks"].as_array().unwrap();
    assert_eq!(frameworks[0]["framework"], document["baseline"]);
    for framework in frameworks {
        let controls = framework["controls"].as_array().unwrap();
        let tally = framework["tally"].as_object().unwrap();
        assert_eq!(tally["assessable"], controls.len());
        for (word, count) in tally.iter().filter(|(word, _)| *word != "assessable") {
            let with = controls
                .iter()
                .filter(|control| control["verdict"] == word.replace('_', " "));
            assert_eq!(*count, with.count(), "{word}");
        }
        for control in controls {
            let grounds = control["grounds"].as_array().map_or(0, Vec::len);
            let expected = match control["verdict"].as_str().unwrap() {
                "contradiction" => 2,
                "cannot tell" => 0,
                _ => 1,
            };
            assert_eq!(grounds, expected, "{control}");
            assert_eq!(control["doubt"].is_string(), grounds == 0, "{control}");
        }
    }
    let thresholds = |at: usize| frameworks[at]["thresholds"]["acme-2026"].clone();
    assert_eq!(
        [thresholds(0), thresholds(4)],
        [Value::from(3), Value::from(4)]
    );
}

#[test]
fn whom_it_is_about_has_to_be_clear() {
    let folder = example();
    let other = posture(&folder, &["acme-helth"]).ended(2);
    assert!(
        other.err.contains("`acme-health` comes nearest"),
        "{}",
        other.err
    );
    let foreign = posture(&folder, &["--framework", "nist-csf@1.1"]).ended(2);
    assert!(
        foreign.err.contains("does not adopt `nist-csf@1.1`"),
        "{}",
        foreign.err
    );
    let second = "organization other { baseline iso-ts-27103@2026 }\n";
    write(folder.path(), "other.xwalk", second);
    let several = posture(&folder, &[]).ended(2);
    assert!(
        several.err.contains("write acme-health, other"),
        "{}",
        several.err
    );
    let nothing = posture(&folder, &["other"]).ended(1).out;
    assert!(nothing.contains("Nothing is assessed yet"), "{nothing}");
}

#[test]
fn without_an_organization_there_is_no_posture() {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init"]).ended(0);
    let refused = posture(&folder, &[]).ended(2);
    assert!(
        refused.err.contains("there is no organization"),
        "{}",
        refused.err
    );
}
