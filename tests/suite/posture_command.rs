//! `xwalk posture` on the example that comes with the program.

use serde_json::Value;
use tempfile::TempDir;
use xwalk::syntax::ast::Date;

use crate::program::{Run, write, xwalk};

/// A folder with the example.
fn example() -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "--posture"]).ended(0);
    folder
}

fn posture(folder: &TempDir, arguments: &[&str]) -> Run {
    let all = [&["posture", "--date", "2026-12-02"], arguments].concat();
    xwalk(folder.path(), &all)
}

#[test]
fn the_page_tells_profile_verdicts_gaps_and_indicators() {
    let page = posture(&example(), &[]).ended(0).out;
    let headings = [
        "Acme Health: where it stands on 2026-12-02",
        "\nProfile of iso-ts-27103@2026\n",
        "\nTiers that evidence does not bear out",
        "\nWhat follows for the baseline and for each framework that is adopted\n",
        "ranked by risk x (target - current) / effort",
        "\nMaturity indicators: ",
        "\nKey activities: ",
        "\nTechnology that supports something in each function, by kind\n",
        "\nPlaybooks\n",
        "\nHow long incidents took to be detected",
    ];
    let places = headings.map(|heading| page.find(heading).unwrap_or_else(|| panic!("{page}")));
    assert!(places.is_sorted(), "{page}");
    assert!(page.contains(" more; `--all` shows them."));
    let all = posture(&example(), &["acme-health", "--all"]).ended(0).out;
    assert!(!all.contains(" more; `--all` shows them."));
}

/// The cells of the line of a page that begins with some words.
fn cells<'p>(page: &'p str, begins: &str) -> Vec<&'p str> {
    let mut lines = page.lines().map(str::trim);
    let line = lines.find(|line| line.starts_with(begins));
    let cells = line
        .unwrap_or_else(|| panic!("{begins}: {page}"))
        .split("  ");
    cells
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

#[test]
fn technology_is_told_by_kind_and_playbooks_by_what_was_measured() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let incidents = "began,seen,over
2026-05-01T08:00:00Z,2026-05-01T08:10:00Z,2026-05-01T09:10:00Z
2026-05-02T08:00:00Z,2026-05-02T08:20:00Z,2026-05-02T10:20:00Z
2026-05-03T08:00:00Z,2026-05-03T09:00:00Z,
";
    write(folder.path(), "incidents.csv", incidents);
    let text = r#"organization acme "Acme" {
  baseline iso-ts-27103@2026
}
role desk { }
technology scanner { kind vulnerability-management
  supports ID.AM.a, ID.RA.c
}
technology sensor { kind edr
  supports ID.AM.a, DE.CM.c
}
playbook contain "Containment" {
  supports  RS.MI.a
  step      "Isolate" automated by sensor
  step      "Call" manual by desk
  exercised 2026-05-11
  detect    within 30min
  respond   within 2h
  measured  "incidents.csv" occurred "began" detected "seen" responded "over"
}
assessment now of iso-ts-27103@2026 {
  assessed 2026-09-30
  achieved-from 3
  ID.AM.a tier 3
}
"#;
    write(folder.path(), "acme.xwalk", text);
    let page = posture(&folder, &[]).ended(0).out;
    let identify = "edr: sensor; vulnerability-management: scanner";
    let by_kind = page.split("by kind\n").nth(1).unwrap();
    assert_eq!(cells(by_kind, "ID "), ["ID", "Identify", identify]);
    assert_eq!(cells(by_kind, "RC "), ["RC", "Recover", "none"]);
    let playbook = ["contain", "Containment", "2", "1", "2026-05-11"];
    assert_eq!(cells(&page, "contain  C"), playbook);
    // Three were detected after 10, 20 and 60 minutes, and two of them responded to after one and two hours; the third is open
    // for longer than that.
    let detect = [
        "contain", "detect", "missed", "30min", "3 of 3", "-", "30min", "20min", "1h",
    ];
    assert_eq!(cells(&page, "contain  detect"), detect);
    let respond = [
        "contain",
        "respond",
        "missed",
        "2h",
        "2 of 3",
        "1, 1 over the limit",
        "1h 30min",
        "1h 30min",
        "2h",
    ];
    assert_eq!(cells(&page, "contain  respond"), respond);
}

#[test]
fn every_verdict_of_a_framework_names_what_it_rests_on() {
    let page = posture(&example(), &["--framework", "iso-27001@2022"])
        .ended(0)
        .out;
    for heading in ["\nmet\n", "\npartly evidenced\n", "\ncannot tell\n"] {
        assert!(page.contains(heading), "{page}");
    }
    assert!(page.contains("is contained in"), "{page}");
    assert!(page.contains(" [draft], by "), "{page}");
}

#[test]
fn programs_read_counts_that_add_up_and_rows_behind_every_verdict() {
    let document = posture(&example(), &["--format", "json"]).ended(0).json();
    // Not that of the export, in which drafts are held back.
    assert_eq!(document["schema"], "xwalk-posture-answer");
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
        other.err.contains("the nearest is `acme-health`"),
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

#[test]
fn the_newest_assessment_is_measured_by_the_tiers_of_another() {
    let folder = example();
    let page = posture(&folder, &["--against", "acme-2025"]).ended(0).out;
    let heading = "Acme Health: acme-2026 of 2026-09-30, measured by the tiers of acme-2025 of ";
    assert!(page.starts_with(heading), "{page}");
    let json = ["--against", "acme-2025", "--format", "json"];
    let document = posture(&folder, &json).ended(0).json();
    // The assessment before is what the benchmark compares with anyway.
    assert_eq!(document["against"], document["benchmarks"][0]);
    assert_eq!(document["against"]["by"], "tiers");
    for moved in document["against"]["moved"].as_array().unwrap() {
        let (_, control) = moved["control"].as_str().unwrap().split_once(':').unwrap();
        assert!(
            page.contains(&format!("\n  {control} ")),
            "{control}: {page}"
        );
    }
}

#[test]
fn the_newest_assessment_is_measured_by_what_it_aims_at() {
    let folder = example();
    let targets = ["--against", "acme-2026", "--targets"];
    let page = posture(&folder, &targets).ended(0).out;
    assert!(
        page.contains("Every control that is not at its target"),
        "{page}"
    );
    let json = [&targets[..], &["--format", "json"]].concat();
    let document = posture(&folder, &json).ended(0).json();
    // By the profile, which is computed elsewhere: its tiers and targets, one control after another.
    let controls = document["profiles"][0]["controls"].as_array().unwrap();
    let apart = |sign: fn(&std::cmp::Ordering) -> bool| {
        let controls = controls.iter();
        let order = controls.filter_map(|control| {
            let [current, target] = ["current", "target"].map(|at| control[at].as_u64());
            Some(current?.cmp(&target?))
        });
        order.filter(sign).count()
    };
    let against = &document["against"];
    assert_eq!(against["by"], "targets");
    assert_eq!(against["lowered"], apart(|order| order.is_lt()));
    assert_eq!(against["same"], apart(|order| order.is_eq()));
    assert_eq!(against["raised"], apart(|order| order.is_gt()));
    let functions = against["functions"].as_array().unwrap();
    let sum = |of: &str| {
        functions
            .iter()
            .map(|it| it[of].as_u64().unwrap())
            .sum::<u64>()
    };
    assert_eq!(sum("below"), against["lowered"]);
    assert_eq!(sum("same"), against["same"]);
    assert_eq!(functions.len(), 5);
    assert!(sum("below") > 0);
}

#[test]
fn another_organization_gives_a_measure_too_and_wrong_names_are_told() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let organization = |name: &str, assessments: &str| {
        let text =
            format!("organization {name} {{\n  baseline iso-ts-27103@2026\n}}\n{assessments}");
        write(folder.path(), &format!("{name}.xwalk"), &text);
    };
    let assessment = |header: &str, rows: &str| {
        format!("assessment {header} {{\n  assessed 2026-01-01\n  achieved-from 3\n{rows}}}\n")
    };
    let iso = "iso-ts-27103@2026 for";
    let own = assessment(
        &format!("acme-2026 of {iso} acme"),
        "  ID.AM.a tier 2 -> 3\n  RC.RP.a tier 3 -> 3\n",
    );
    let profile = assessment(
        &format!("profile of {iso} sector"),
        "  ID.AM.a tier 1 -> 4\n  ID.AM.b tier 1 -> 2\n  RC.RP.a tier 1 -> 1\n",
    );
    let other = assessment("other of nist-csf@2.0 for sector", "  GV.OC-01 tier 1\n");
    organization("acme", &own);
    organization("sector", &[profile, other].concat());
    let ask = |arguments: &[&str]| posture(&folder, &[&["acme", "--against"], arguments].concat());

    let json = ["sector/profile", "--targets", "--format", "json"];
    let against = ask(&json).ended(0).json()["against"].clone();
    let function = |name: &str, [above, below, without_tier]: [usize; 3]| {
        serde_json::json!({
            "function": format!("iso-ts-27103@2026:{name}"),
            "above": above, "same": 0, "below": below,
            "without_tier": without_tier, "without_measure": 0,
        })
    };
    let expected = [function("ID", [0, 1, 1]), function("RC", [1, 0, 0])];
    assert_eq!(against["functions"], Value::from(expected.to_vec()));
    let page = ask(&["sector/profile", "--targets"]).ended(0).out;
    let heading = "measured by the targets of sector/profile of 2026-01-01";
    assert!(page.contains(heading), "{page}");
    assert!(page.contains("  4     2          -2\n"), "{page}");

    let cases = [
        (
            &["acme-2025"][..],
            "there is no assessment `acme-2025`; the nearest is `acme-2026`",
        ),
        (
            &["acme-2026"],
            "`acme-2026` is the newest assessment itself",
        ),
        (&["sector/other"], "which `acme` does not"),
    ];
    for (arguments, said) in cases {
        let refused = ask(arguments).ended(2);
        assert!(refused.err.contains(said), "{}", refused.err);
    }
    posture(&folder, &["acme", "--targets"]).ended(2);
}

#[test]
fn people_read_the_last_day_of_work_and_programs_the_day_after() {
    let folder = example();
    let roadmap = |arguments: &[&str]| xwalk(folder.path(), &[&["roadmap"], arguments].concat());
    let text = roadmap(&["--all"]).ended(0).out;
    let document = roadmap(&["--format", "json"]).ended(0).json();
    let last_day = |over: &Value| {
        let over = Date::parse(over.as_str().unwrap()).unwrap();
        over.plus_days(-1).to_string()
    };
    let whole = &document["whole"];
    let (begins, ends) = (whole["begins"].as_str().unwrap(), last_day(&whole["over"]));
    assert!(
        text.contains(&format!("from {begins} to {ends}\n")),
        "{text}"
    );
    let phases = document["phases"].as_array().unwrap().iter();
    let initiatives = phases.flat_map(|phase| phase["initiatives"].as_array().unwrap());
    for initiative in initiatives {
        let name = initiative["name"].as_str().unwrap();
        let dates = &initiative["dates"];
        let mut days = vec![
            last_day(&dates["earliest"]["over"]),
            last_day(&dates["latest"]["over"]),
        ];
        let lines = text
            .lines()
            .filter(|line| line.split_whitespace().any(|word| word == name));
        let line = lines
            .clone()
            .find(|line| line.contains(&days[1]))
            .expect(name);
        assert!(line.contains(&days[0]), "{line}");
        // Once for each framework below "Verdicts on", and once in the burn-up.
        let end = days.swap_remove(0);
        let steps = lines.filter(|line| line.trim_start().starts_with(&end));
        assert_eq!(
            steps.count(),
            1 + document["now"].as_object().unwrap().len(),
            "{name}"
        );
    }
    xwalk(
        folder.path(),
        &["build", "--emit", "posture-html", "--date", "2026-12-02"],
    )
    .ended(0);
    let page = std::fs::read_to_string(folder.path().join("out/posture.html")).unwrap();
    assert!(
        page.contains(&format!("from {begins} to {ends} (")),
        "the picture's description"
    );
    let over = whole["over"].as_str().unwrap();
    assert!(!page.contains(&format!("to {over}")));
}
