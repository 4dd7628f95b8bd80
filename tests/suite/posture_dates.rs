//! What `check` says of days, quarters and kinds, in small cases.

use xwalk::analysis::posture::CurrentState;
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::posture::TechnologyKind;
use xwalk::syntax::ast::Date;

use crate::harness::sources;
use crate::posture_findings::{ACME, PRELUDE, codes, today, with};

/// Two roadmaps, each of which the organization could do by itself.
fn two_roadmaps(effort: u32) -> String {
    let roadmap = |name: &str| {
        format!(
            "roadmap {name} \"{name}\" for now {{\n  phase all \"All\" {{\n    initiative {name}-one \"One\" {{\n      effort {effort}d\n      starts 2031-04-05\n    }}\n  }}\n}}\n"
        )
    };
    roadmap("first") + &roadmap("second")
}

#[test]
fn the_capacity_is_that_of_all_roadmaps_and_the_help_names_a_day_behind_the_quarter() {
    let over = |effort: u32| {
        let text = PRELUDE.replace("tolerance 6", "tolerance 6\n  capacity 10d per quarter");
        let sources = sources([("own.xwalk", text + &two_roadmaps(effort))]);
        let found = compile(&sources, &Levels::default()).diagnostics;
        let found = found.into_iter().filter(|found| found.code.id == "XW0803");
        let told = found.map(|found| (found.message, found.help.unwrap_or_default()));
        told.collect::<Vec<_>>()
    };
    assert_eq!(over(5), []);
    let told = over(6);
    let [(message, help)] = told.as_slice() else {
        panic!("{told:?}")
    };
    assert!(
        message.contains("`first` and `second` together take 12d in 2031 Q2"),
        "{message}"
    );
    assert!(help.contains("starts 2031-07-01"), "{help}");
}

#[test]
fn an_assessment_of_a_later_day_does_not_count_yet() {
    let later = "assessment then \"Then\" of small@1 {\n  assessed 2026-11-25\n  achieved-from 2\n  PR.A1 tier 3\n}\n";
    with(later, |compilation, _| {
        let posture = &compilation.model.posture;
        let newest = |day: Date| {
            let newest = CurrentState::newest(posture, ACME, day);
            let names = newest.iter().map(|id| posture.assessments[*id].name);
            names.collect::<Vec<_>>()
        };
        assert_eq!(newest(today()), ["now"]);
        assert_eq!(newest(today().plus_days(1)), ["then"]);
        assert_eq!(newest(Date::new(2026, 9, 29).unwrap()), Vec::<&str>::new());
    });
}

#[test]
fn a_phase_that_begins_early_is_told_once_and_not_where_an_earlier_one_waits_for_it() {
    let found = |second: &str, third: &str| {
        let text = format!(
            "roadmap next \"Next\" for now {{
  phase one \"One\" {{\n    initiative a \"A\" {{\n      effort 10d\n      starts 2027-01-04\n{third}\n    }}\n  }}
  phase two \"Two\" {{\n    initiative b \"B\" {{\n      effort 1d\n{second}\n    }}
    initiative c \"C\" {{\n      effort 1d\n{second}\n    }}\n  }}\n}}\n"
        );
        let mut found = Vec::new();
        with(&text, |compilation, _| {
            found = codes(compilation);
            found.retain(|code| ["XW0802", "XW0839"].contains(code));
        });
        found
    };
    assert_eq!(found("      starts 2027-01-15", ""), ["XW0839"]);
    assert_eq!(found("      starts 2027-01-16", ""), Vec::<&str>::new());
    assert_eq!(found("      after a", ""), Vec::<&str>::new());
    let waits = "      after b, c";
    assert_eq!(
        found("      starts 2027-01-04", waits),
        ["XW0802", "XW0802"]
    );
}

#[test]
fn the_page_of_an_unknown_kind_lists_every_kind_and_the_usual_ones_are_among_them() {
    let codes = xwalk::rules::codes();
    let page = codes
        .filter(|code| code.id == "XW0841")
        .map(|code| code.page);
    let page: String = page.collect();
    for word in TechnologyKind::KNOWN {
        assert!(page.contains(&format!("`{word}`")), "{word}");
    }
    let usual = TechnologyKind::USUAL.iter().flat_map(|(_, words)| *words);
    assert!(
        usual
            .into_iter()
            .all(|word| TechnologyKind::KNOWN.contains(word))
    );
    assert!(TechnologyKind::KNOWN.is_sorted());
}
