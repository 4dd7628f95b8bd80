//! What published mappings that only relate come to. What stated rows give was counted from `crosswalk.json` independently of
//! the program.

use tempfile::TempDir;
use xwalk::relation::{Label, Relation};
use xwalk::report::{Tally, Verdict};

use crate::bundled_report::with_bundled;
use crate::program::{write, xwalk};

#[test]
fn what_is_only_related_covers_nothing_and_proves_nothing() {
    with_bundled(|report| {
        assert_eq!(report.coverage.len(), 30);
        let (mut stated, mut proved) = (Tally::default(), Tally::default());
        for coverage in &report.coverage {
            stated += coverage.stated;
            proved += coverage.proved.unwrap();
        }
        let counts = |tally: Tally| Verdict::ALL.map(|verdict| tally.of(verdict));
        assert_eq!(counts(stated), [271, 1_131, 405, 46, 2_122]);
        assert_eq!(counts(proved), [331, 1_328, 477, 52, 1_787]);
        assert_eq!(report.proved.len(), 1_995);
        let disjoint = Label::only(Relation::NoRelationship).to_string();
        let disjoint = report
            .proved
            .values()
            .filter(|pair| pair.relation == disjoint);
        assert_eq!(disjoint.count(), 1_765);
    });
}

/// Read as overlap, one achieved register of legal duties partly evidenced all of the Security Rule.
#[test]
fn one_achieved_control_does_not_partly_evidence_a_whole_regulation() {
    let folder = TempDir::new().unwrap();
    let organization = "organization one \"One\" {\n  baseline iso-ts-27103@2026\n  adopts hipaa-security@2013\n}\n";
    let assessment = "assessment now of iso-ts-27103@2026 {\n  assessed 2026-09-30\n  achieved-from 3\n  ID.GV.j tier 3\n}\n";
    write(folder.path(), "xwalk.toml", "");
    write(
        folder.path(),
        "one.xwalk",
        &format!("{organization}{assessment}"),
    );
    let arguments = ["posture", "--date", "2026-11-24", "--format", "json"];
    let answer = xwalk(folder.path(), &arguments).ended(0).json();
    let frameworks = answer["frameworks"].as_array().unwrap();
    let hipaa = frameworks
        .iter()
        .find(|one| one["framework"] == "hipaa-security@2013");
    let tally = &hipaa.unwrap()["tally"];
    let counts = [
        "assessable",
        "met",
        "not_met",
        "partly_evidenced",
        "not_applicable",
        "cannot_tell",
    ];
    let counts = counts.map(|count| tally[count].as_u64().unwrap());
    assert_eq!(counts, [75, 0, 0, 9, 0, 66]);
}
