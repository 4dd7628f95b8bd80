//! What is proved and what contradicts itself, in the workbook.

use xwalk::report::Verdict;

use super::{BUNDLED, book, sample, workbook};
use crate::bundled_report::with_bundled;
use crate::proof_report::with_proofs;

/// A table of a sheet: its headers, and its lines.
struct Lines {
    headers: Vec<String>,
    lines: Vec<Vec<String>>,
}

impl Lines {
    fn of(bytes: &[u8], sheet: &str) -> Self {
        let mut cells = book::sheet(bytes, sheet);
        let lines = cells.split_off(5);
        let headers = cells.pop().unwrap();
        Self { headers, lines }
    }

    fn column(&self, header: &str) -> usize {
        let found = self.headers.iter().position(|known| known == header);
        found.unwrap_or_else(|| panic!("no column `{header}` in {:?}", self.headers))
    }

    /// The cells under some headers, of all lines.
    fn under<const N: usize>(&self, headers: [&str; N]) -> Vec<[&str; N]> {
        let columns = headers.map(|header| self.column(header));
        let lines = self.lines.iter();
        lines
            .map(|line| columns.map(|column| line[column].as_str()))
            .collect()
    }

    /// The cells under some headers, of the lines that begin so.
    fn of_line<const N: usize>(&self, begin: &[&str], headers: [&str; N]) -> [&str; N] {
        let begins = |line: &[String]| line.iter().zip(begin).all(|(cell, text)| cell == text);
        let mut lines = self.lines.iter().zip(self.under(headers));
        let found = lines.find(|(line, _)| begins(line));
        found.unwrap_or_else(|| panic!("no line {begin:?}")).1
    }
}

/// The line and the sheet that a cell leads to.
fn led(bytes: &[u8], sheet: &str, line: usize, header: &str) -> (String, Vec<String>) {
    let column = Lines::of(bytes, sheet).column(header);
    let links = book::links(bytes)(sheet);
    let from = (
        u32::try_from(line + 5).unwrap(),
        u32::try_from(column).unwrap(),
    );
    let (_, place) = links.iter().find(|(cell, _)| *cell == from).unwrap();
    let (sheet, cell) = place.rsplit_once('!').unwrap();
    let sheet = sheet.trim_matches('\'').to_owned();
    let number: usize = cell.trim_start_matches('A').parse().unwrap();
    let line = book::sheet(bytes, &sheet)[number - 1].clone();
    (sheet, line)
}

#[test]
fn every_proved_pair_has_a_line_with_its_proof_in_words() {
    let bytes = with_proofs(workbook);
    let lines = Lines::of(&bytes, "Proved");
    let found = lines.under(["Source", "Proved relation", "Target", "Proof"]);
    let one_chain = |source, relation, target, proof| [source, relation, target, proof];
    assert_eq!(
        found,
        [
            one_chain(
                "A.1",
                "⊢ subset-of",
                "F.1",
                "A.1 is contained in H.1, which is equal to N.1, which is contained in F.1, so A.1 is contained in F.1."
            ),
            one_chain(
                "A.1",
                "⊢ subset-of",
                "N.1",
                "A.1 is contained in H.1, which is equal to N.1, so A.1 is contained in N.1."
            ),
            one_chain(
                "A.2",
                "⊢ subset-of",
                "N.2",
                "A.2 is equal to H.2, which is contained in N.2, so A.2 is contained in N.2."
            ),
            one_chain(
                "A.3",
                "⊢ superset-of",
                "N.3",
                "A.3 is equal to H.3, which contains N.3, so A.3 contains N.3."
            ),
            [
                "A.8",
                "⊢ equal",
                "H.8",
                "1. A.8 is contained in or equals H.8.\n\
                 2. A.8 contains or equals H.9, which is equal to N.8, which is equal to H.8, so A.8 contains or \
                 equals H.8.\n\
                 Together: equal.",
            ],
            [
                "A.8",
                "⊢ equal",
                "H.9",
                "1. A.8 contains or equals H.9.\n\
                 2. A.8 is contained in or equals H.8, which is equal to N.8, which is equal to H.9, so A.8 is contained in or \
                 equals H.9.\n\
                 Together: equal.",
            ],
            [
                "A.8",
                "⊢ equal",
                "N.8",
                "1. A.8 is contained in or equals H.8, which is equal to N.8, so A.8 is contained in or equals N.8.\n\
                 2. A.8 contains or equals H.9, which is equal to N.8, so A.8 contains or equals N.8.\n\
                 Together: equal.",
            ],
            one_chain(
                "F.1",
                "⊢ superset-of",
                "H.1",
                "F.1 contains N.1, which is equal to H.1, so F.1 contains H.1."
            ),
        ]
    );
}

#[test]
fn a_proved_pair_has_the_merits_of_its_weakest_row_and_what_is_stated_beside_it() {
    let bytes = with_proofs(workbook);
    let lines = Lines::of(&bytes, "Proved");
    let merits = |source: &str, target: &str| {
        let found = lines.under([
            "Source",
            "Target",
            "Rows on the pair itself say",
            "Status",
            "Rationales",
            "Mixed",
            "Strength",
            "Confidence",
            "Rows of the proof",
            "Places of these rows",
        ]);
        let [
            ..,
            stated,
            status,
            rationales,
            mixed,
            strength,
            confidence,
            rows,
            places,
        ] = found
            .into_iter()
            .find(|line| line[..2] == [source, target])
            .unwrap();
        [
            stated, status, rationales, mixed, strength, confidence, rows, places,
        ]
        .map(str::to_owned)
    };
    assert_eq!(
        merits("A.1", "N.1"),
        [
            "overlaps",
            "draft",
            "functional",
            "no",
            "7",
            "medium",
            "2",
            "proofs.xwalk:40\nproofs.xwalk:59"
        ]
    );
    assert_eq!(
        merits("A.3", "N.3"),
        [
            "nothing",
            "draft",
            "mixed: semantic, functional",
            "yes",
            "",
            "",
            "2",
            "proofs.xwalk:42\nproofs.xwalk:61"
        ]
    );
}

#[test]
fn a_proof_leads_to_its_rows_and_to_its_controls() {
    let bytes = with_proofs(workbook);
    let (sheet, line) = led(&bytes, "Proved", 0, "Rows of the proof");
    assert_eq!(
        (sheet.as_str(), line[1].as_str(), line[5].as_str()),
        ("Rows", "A.1", "H.1")
    );
    let (sheet, line) = led(&bytes, "Proved", 0, "Target");
    assert_eq!((sheet.as_str(), line[1].as_str()), ("Frameworks", "F.1"));
}

#[test]
fn all_that_is_proved_of_the_bundled_content_is_there() {
    with_bundled(|report| {
        let lines = Lines::of(&BUNDLED, "Proved");
        assert!(report.proved.len() > 800);
        let expected: Vec<[String; 4]> = (report.proved.values())
            .map(|pair| {
                [
                    report.controls[pair.source].identifier.to_owned(),
                    format!("⊢ {}", pair.relation),
                    report.controls[pair.target].identifier.to_owned(),
                    if pair.rationales.len() > 1 {
                        "yes"
                    } else {
                        "no"
                    }
                    .to_owned(),
                ]
            })
            .collect();
        let found = lines.under(["Source", "Proved relation", "Target", "Mixed"]);
        assert_eq!(found, expected);
        assert!(
            lines
                .under(["Proof"])
                .iter()
                .all(|[proof]| proof.ends_with('.') && !proof.contains('`'))
        );
    });
}

#[test]
fn contradictions_are_told_with_their_rows_in_order_and_what_to_do() {
    let bytes = with_proofs(workbook);
    let lines = Lines::of(&bytes, "Contradictions");
    let found = lines.under([
        "No.",
        "Step",
        "What is said",
        "Rationale",
        "In the loose reading",
        "What to do",
    ]);
    // Which contradiction comes first is not this sheet's to say.
    let mut arguments: Vec<&[&str; 6]> =
        found.iter().filter(|line| line[1] == "argument").collect();
    assert_eq!(
        arguments.iter().map(|line| line[0]).collect::<Vec<_>>(),
        ["1", "2", "3"]
    );
    arguments.sort_by_key(|line| line[2]);
    let told: Vec<&[&str]> = arguments.iter().map(|line| &line[2..]).collect();
    assert_eq!(
        told,
        [
            [
                "A.4 is equal to N.4, which is equal to H.4, yet A.4 is declared to be contained in H.4.",
                "functional",
                "stands",
                "Correct the row that is wrong, or withdraw it.",
            ],
            [
                "A.5 is equal to N.5, yet A.5 is declared to have nothing in common with N.5.",
                "mixed: semantic, functional",
                "stands",
                "Claims with different rationales are different claims, so perhaps all of them are right. Otherwise: \
                 Correct the row that is wrong, or withdraw it.",
            ],
            [
                "A.6 is contained in N.6, which is equal to H.6, yet A.6 is declared to intersect with H.6.",
                "functional",
                "vanishes",
                "Correct the row that is wrong, or withdraw it. Where an author meant no more than that two controls \
                 share something, overlaps says so, and the contradiction is gone.",
            ],
        ]
    );
    let mixed = arguments[1][0];
    let rows = found
        .iter()
        .filter(|line| line[0] == mixed && line[1] != "argument");
    let rows: Vec<&[&str]> = rows.map(|line| &line[1..4]).collect();
    assert_eq!(
        rows,
        [
            ["row 1", "Acme 1 A.5 equal Norm 1 N.5", "functional"],
            [
                "row 2, denies it",
                "Acme 1 A.5 no-relationship Norm 1 N.5",
                "semantic"
            ],
        ]
    );
    let first = found.iter().position(|line| line[2] == rows[0][1]).unwrap();
    let (sheet, line) = led(&bytes, "Contradictions", first, "What is said");
    assert_eq!(
        (sheet.as_str(), line[1].as_str(), line[3].as_str()),
        ("Rows", "A.5", "equal")
    );
}

#[test]
fn contradicted_rows_are_marked_and_lead_to_their_contradiction() {
    let bytes = with_proofs(workbook);
    let rows = Lines::of(&bytes, "Rows");
    let disputed: Vec<usize> = (rows
        .under(["Counts", "Why it does not count"])
        .iter()
        .enumerate())
    .filter(|(_, cells)| **cells == ["no", "contradicted by other rows"])
    .map(|(line, _)| line)
    .collect();
    assert_eq!(disputed.len(), 6);
    for line in disputed {
        let (sheet, contradiction) = led(&bytes, "Rows", line, "Why it does not count");
        assert_eq!(
            (sheet.as_str(), contradiction[1].as_str()),
            ("Contradictions", "argument")
        );
    }
}

#[test]
fn the_crosswalk_keeps_stated_and_proved_apart() {
    let bytes = with_proofs(workbook);
    let lines = Lines::of(&bytes, "Crosswalk");
    assert_eq!(
        lines.headers[3..],
        [
            "Acme 1",
            "Verdict, Acme 1",
            "⊢ Acme 1, proved",
            "Proofs, Acme 1",
            "Verdict with proofs, Acme 1",
            "⊢ Far 1, proved",
            "Proofs, Far 1",
            "Verdict with proofs, Far 1",
            "Norm 1",
            "Verdict, Norm 1",
        ]
    );
    let of_acme = [
        "Acme 1",
        "Verdict, Acme 1",
        "⊢ Acme 1, proved",
        "Verdict with proofs, Acme 1",
    ];
    assert_eq!(
        lines.of_line(&["H.8"], of_acme),
        ["equal|superset-of A.8", "overlap", "⊢ equal A.8", "full"]
    );
    assert_eq!(
        lines.of_line(&["H.2"], of_acme),
        ["equal A.2", "full", "", "full"]
    );
    let of_far = [
        "⊢ Far 1, proved",
        "Proofs, Far 1",
        "Verdict with proofs, Far 1",
    ];
    assert_eq!(
        lines.of_line(&["H.1"], of_far),
        ["⊢ subset-of F.1", "1", "full"]
    );
}

#[test]
fn verdicts_are_counted_once_as_stated_and_once_with_proofs() {
    with_proofs(|report| {
        let lines = Lines::of(&workbook(report), "Coverage");
        let mut changed = 0;
        for coverage in &report.coverage {
            let [of, by] =
                [coverage.of, coverage.by].map(|at| report.frameworks[at].short.as_str());
            let found = lines.of_line(
                &[of, by, "all"],
                [
                    "Full",
                    "Overlap",
                    "Related",
                    "Gap",
                    "Not reviewed",
                    "Full with proofs",
                    "Overlap with proofs",
                    "Related with proofs",
                    "Gap with proofs",
                    "Not reviewed with proofs",
                ],
            );
            let tallies = [coverage.stated, coverage.proved.unwrap()];
            let expected =
                tallies.map(|tally| Verdict::ALL.map(|verdict| tally.of(verdict).to_string()));
            assert_eq!(found.to_vec(), expected.concat(), "{of} by {by}");
            changed += usize::from(tallies[0] != tallies[1]);
        }
        assert_eq!(changed, 7);
        let change = lines.of_line(
            &["Acme 1", "Far 1", "all"],
            ["What proofs change", "Proved pairs"],
        );
        assert_eq!(change, ["full +1, not reviewed −1", "1"]);
    });
}

#[test]
fn an_open_control_has_its_verdict_with_proofs_beside_it() {
    let lines = Lines::of(&with_proofs(workbook), "Gaps");
    let found = lines.of_line(
        &["Acme 1", "Far 1", "A.1"],
        [
            "Verdict",
            "Reason",
            "Verdict with proofs",
            "Reason with proofs",
        ],
    );
    assert_eq!(
        found,
        [
            "not reviewed",
            "No row names it",
            "full",
            "Proved to be contained in F.1"
        ]
    );
    let found = lines.of_line(
        &["Acme 1", "Far 1", "A.7"],
        ["Verdict with proofs", "Reason with proofs"],
    );
    assert_eq!(found, ["not reviewed", ""]);
}

#[test]
fn a_matrix_marks_the_letters_of_what_is_proved() {
    let bytes = with_proofs(workbook);
    let lines = Lines::of(&bytes, "Acme 1 x Norm 1");
    let first = lines.column("N.1");
    let above = &book::sheet(&bytes, "Acme 1 x Norm 1")[3];
    assert_eq!(above[first..], ["O", "–", "–", "–", "F", "–", "–"]);
    assert_eq!(lines.of_line(&["A.1"], ["N.1"]), ["O⊢S"]);
    assert_eq!(lines.of_line(&["A.2"], ["N.2"]), ["⊢S"]);
    assert_eq!(lines.of_line(&["A.4"], ["N.4"]), ["e"]);
}

#[test]
fn what_is_equal_stands_before_what_is_covered() {
    let bytes = with_proofs(workbook);
    let cells = book::sheet(&bytes, "Assess once");
    assert_eq!(
        cells[1][0],
        "25 assessable controls ask for 18 different things: controls that ask for the same thing need only one assessment, \
         which saves 7."
    );
    let lines = Lines::of(&bytes, "Assess once");
    let found = lines.under([
        "Kind",
        "Control",
        "Saved",
        "Other controls",
        "Acme 1",
        "House 1",
        "Norm 1",
    ]);
    assert_eq!(
        found[..7],
        [
            ["the same", "A.2", "1", "1", "", "H.2", ""],
            ["the same", "A.3", "1", "1", "", "H.3", ""],
            // Equal by their results, although the meaning of their words has nothing in common.
            ["the same", "A.5", "1", "1", "", "", "N.5"],
            ["the same", "A.8", "3", "3", "", "H.8, H.9", "N.8"],
            ["the same", "H.1", "1", "1", "", "", "N.1"],
            ["covers", "A.8", "", "3", "", "H.8, H.9", "N.8"],
            ["covers", "F.1", "", "3", "A.1", "H.1", "N.1"],
        ]
    );
}

#[test]
fn the_first_page_counts_rows_proofs_and_contradictions_apart() {
    let cells = book::sheet(&with_proofs(workbook), "Summary");
    let fact = |name: &str| {
        let line = cells.iter().find(|line| line[0] == name).unwrap();
        line[1].clone()
    };
    assert_eq!(fact("Stated"), "Rows: 20. Counted: 14.");
    assert!(
        fact("Proved").contains(
            "any row says: 8. Resting on one row and the hierarchy: 0; mixing rationales: 1."
        ),
        "{}",
        fact("Proved")
    );
    assert!(
        fact("Contradictions").starts_with("3, among 8 rows."),
        "{}",
        fact("Contradictions")
    );
    let added = cells
        .iter()
        .position(|line| line[0] == "What proofs add")
        .unwrap();
    let lines = cells[added + 3..].iter().map(|line| &line[..7]);
    assert_eq!(
        lines.take(4).collect::<Vec<_>>(),
        [
            [
                "Acme 1",
                "Far 1",
                "0",
                "1",
                "0",
                "full +1\nnot reviewed −1",
                "overlap +1\nnot reviewed −1"
            ],
            [
                "Acme 1",
                "House 1",
                "7",
                "2",
                "0",
                "unchanged",
                "full +1\noverlap −1"
            ],
            [
                "Acme 1",
                "Norm 1",
                "5",
                "4",
                "1",
                "full +3\ngap −3",
                "full +2\noverlap +1\nnot reviewed −3"
            ],
            [
                "Far 1",
                "House 1",
                "0",
                "1",
                "0",
                "overlap +1\nnot reviewed −1",
                "full +1\nnot reviewed −1"
            ],
        ]
    );
}

#[test]
fn where_nothing_is_proved_or_contradicted_there_are_no_columns_and_sheets_for_it() {
    let bytes = workbook(&sample());
    let sheets = book::sheets(&bytes);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    for absent in ["Proved", "Contradictions", "Assess once"] {
        assert!(!names.contains(&absent), "{names:?}");
    }
    for (_, _, _, headers) in book::tables(&bytes) {
        assert!(
            headers.iter().all(
                |header| !header.to_lowercase().contains("proof") && !header.contains("Proved")
            ),
            "{headers:?}"
        );
    }
    let summary = &sheets[0].1;
    let fact = |name: &str| summary.iter().find(|line| line[0] == name).unwrap()[1].clone();
    assert!(fact("Proved").starts_with("none"));
    assert!(fact("Contradictions").starts_with("none"));
}
