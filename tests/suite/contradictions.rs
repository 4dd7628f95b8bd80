//! What an author reads whose rows cannot all be true: chains made wrong on purpose.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use xwalk::compile::compile;
use xwalk::diagnostic::render::{Format, Look, render};
use xwalk::diagnostic::{Diagnostic, Levels};
use xwalk::model::RowId;
use xwalk::source::{Origin, Place, Source, SourceMap};

use crate::harness::sources;

/// Three frameworks that map each other.
const FRAMEWORKS: &str = r#"
framework csf@2 "CSF" {
  PR.AA-01 "Identities and credentials are managed"
  PR.AA-02 "Identities are proofed"
  PR.AA-05 "Access rights are managed"
}
framework iso@2022 "ISO" {
  nesting subset
  A.5 "Organizational controls" #assessable {
    A.5.15 "Access control"
    A.5.16 "Identity management"
  }
}
framework scf@1 "SCF" {
  IAC-01 "Identity and access management"
  IAC-02 "Identification of users"
  IAC-28 "Identity proofing"
}
"#;

/// What a person reads about these rows.
fn told(rows: &str) -> String {
    rendered(&sources([
        ("frameworks.xwalk", FRAMEWORKS),
        ("rows.xwalk", rows),
    ]))
}

fn rendered(sources: &SourceMap) -> String {
    let found = compile(sources, &Levels::default()).diagnostics;
    render(Format::Human, &found, sources, Look::default())
}

#[test]
fn a_chain_of_subsets_back_onto_itself() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale functional
  PR.AA-01 subset-of A.5.16
}
mapping iso-scf from iso@2022 to scf@1 {
  rationale functional
  A.5.16 subset-of IAC-01
}
mapping scf-csf from scf@1 to csf@2 {
  rationale functional
  IAC-01 subset-of PR.AA-01
}
"#), @r"
      error XW0515: `PR.AA-01` contains `IAC-01`, which contains `A.5.16`, yet `PR.AA-01` is declared to
      │ be contained in `A.5.16`
       ╭─[rows.xwalk:4:22]
     3 │   rationale functional
     4 │   PR.AA-01 subset-of A.5.16
       ·                      ───┬──
       ·                         ╰── yet this row says that `PR.AA-01` is contained in `A.5.16`
     5 │ }
       ╰────
       ╭─[rows.xwalk:8:20]
     7 │   rationale functional
     8 │   A.5.16 subset-of IAC-01
       ·                    ───┬──
       ·                       ╰── 2. `IAC-01` contains `A.5.16`
     9 │ }
       ╰────
        ╭─[rows.xwalk:12:20]
     11 │   rationale functional
     12 │   IAC-01 subset-of PR.AA-01
        ·                    ────┬───
        ·                        ╰── 1. `PR.AA-01` contains `IAC-01`
     13 │ }
        ╰────
      help: at least one of these rows is wrong: `IAC-01 subset-of PR.AA-01` in `scf-csf`, `A.5.16
            subset-of IAC-01` in `iso-scf` and `PR.AA-01 subset-of A.5.16` in `csf-iso`

    1 error; `xwalk explain XW0515` says more
    ");
}

#[test]
fn equal_controls_one_of_which_only_intersects_the_last() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale functional
  PR.AA-01 equal A.5.16
}
mapping iso-scf from iso@2022 to scf@1 {
  rationale functional
  A.5.16 equal IAC-02
}
mapping scf-csf from scf@1 to csf@2 {
  rationale functional
  IAC-02 intersects-with PR.AA-01
}
"#), @r"
      error XW0515: `IAC-02` is equal to `A.5.16`, which is equal to `PR.AA-01`, yet `IAC-02` is
      │ declared to intersect with `PR.AA-01`
       ╭─[rows.xwalk:4:18]
     3 │   rationale functional
     4 │   PR.AA-01 equal A.5.16
       ·                  ───┬──
       ·                     ╰── 2. `A.5.16` is equal to `PR.AA-01`
     5 │ }
       ╰────
       ╭─[rows.xwalk:8:16]
     7 │   rationale functional
     8 │   A.5.16 equal IAC-02
       ·                ───┬──
       ·                   ╰── 1. `IAC-02` is equal to `A.5.16`
     9 │ }
       ╰────
        ╭─[rows.xwalk:12:26]
     11 │   rationale functional
     12 │   IAC-02 intersects-with PR.AA-01
        ·                          ────┬───
        ·                              ╰── yet this row says that `IAC-02` intersects with `PR.AA-01`
     13 │ }
        ╰────
      help: at least one of these rows is wrong: `A.5.16 equal IAC-02` in `iso-scf`, `PR.AA-01 equal
            A.5.16` in `csf-iso` and `IAC-02 intersects-with PR.AA-01` in `scf-csf`; if
            `intersects-with` is read as `overlaps`, there is no contradiction

    1 error; `xwalk explain XW0515` says more
    ");
}

#[test]
fn overlapping_controls_within_controls_that_share_nothing() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale functional
  PR.AA-02 subset-of       A.5.16
  PR.AA-01 no-relationship A.5.16
}
mapping csf-scf from csf@2 to scf@1 {
  rationale functional
  PR.AA-01 superset-of     IAC-02
  PR.AA-02 intersects-with IAC-02
}
"#), @r"
      error XW0515: `PR.AA-01` contains `IAC-02`, which intersects with `PR.AA-02`, which is contained
      │ in `A.5.16`, yet `PR.AA-01` is declared to have nothing in common with `A.5.16`
       ╭─[rows.xwalk:5:28]
     3 │   rationale functional
     4 │   PR.AA-02 subset-of       A.5.16
       ·                            ───┬──
       ·                               ╰── 3. `PR.AA-02` is contained in `A.5.16`
     5 │   PR.AA-01 no-relationship A.5.16
       ·                            ───┬──
       ·                               ╰── yet this row says that `PR.AA-01` has nothing in common with `A.5.16`
     6 │ }
       ╰────
        ╭─[rows.xwalk:9:28]
      8 │   rationale functional
      9 │   PR.AA-01 superset-of     IAC-02
        ·                            ───┬──
        ·                               ╰── 1. `PR.AA-01` contains `IAC-02`
     10 │   PR.AA-02 intersects-with IAC-02
        ·                            ───┬──
        ·                               ╰── 2. `IAC-02` intersects with `PR.AA-02`
     11 │ }
        ╰────
      help: at least one of these rows is wrong: `PR.AA-01 superset-of IAC-02` in `csf-scf`, `PR.AA-02
            intersects-with IAC-02` in `csf-scf`, `PR.AA-02 subset-of A.5.16` in `csf-iso` and `PR.AA-01
            no-relationship A.5.16` in `csf-iso`

    1 error; `xwalk explain XW0515` says more
    ");
}

#[test]
fn nothing_corresponds_and_yet_an_overlap_is_proved() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale functional
  PR.AA-02 no-relationship *  "ISO says nothing of proofing"
}
mapping csf-scf from csf@2 to scf@1 {
  rationale functional
  PR.AA-02 equal IAC-28
}
mapping scf-iso from scf@1 to iso@2022 {
  rationale functional
  IAC-28 intersects-with A.5.16
}
"#), @r#"
      error XW0515: `PR.AA-02` is equal to `IAC-28`, which intersects with `A.5.16`, which is part of
      │ `A.5`, which is part of all of `iso@2022`, yet `PR.AA-02` is declared to have
      │ nothing in common with all of `iso@2022`
       ╭─[rows.xwalk:4:28]
     3 │   rationale functional
     4 │   PR.AA-02 no-relationship *  "ISO says nothing of proofing"
       ·                            ┬
       ·                            ╰── yet this row says that `PR.AA-02` has nothing in common with all of `iso@2022`
     5 │ }
       ╰────
       ╭─[rows.xwalk:8:18]
     7 │   rationale functional
     8 │   PR.AA-02 equal IAC-28
       ·                  ───┬──
       ·                     ╰── 1. `PR.AA-02` is equal to `IAC-28`
     9 │ }
       ╰────
        ╭─[rows.xwalk:12:26]
     11 │   rationale functional
     12 │   IAC-28 intersects-with A.5.16
        ·                          ───┬──
        ·                             ╰── 2. `IAC-28` intersects with `A.5.16`
     13 │ }
        ╰────
      help: at least one of these rows is wrong: `PR.AA-02 equal IAC-28` in `csf-scf`, `IAC-28
            intersects-with A.5.16` in `scf-iso` and `PR.AA-02 no-relationship *` in `csf-iso`

    1 error; `xwalk explain XW0515` says more
    "#);
}

#[test]
fn a_part_that_is_declared_to_contain_its_whole() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale functional
  PR.AA-05 equal A.5.15
}
mapping scf-iso from scf@1 to iso@2022 {
  rationale functional
  IAC-01 equal A.5
}
mapping scf-csf from scf@1 to csf@2 {
  rationale functional
  IAC-01 subset-of PR.AA-05
}
"#), @r"
      error XW0515: `IAC-01` is equal to `A.5`, which has the part `A.5.15`, which is equal to
      │ `PR.AA-05`, yet `IAC-01` is declared to be contained in `PR.AA-05`
       ╭─[rows.xwalk:4:18]
     3 │   rationale functional
     4 │   PR.AA-05 equal A.5.15
       ·                  ───┬──
       ·                     ╰── 2. `A.5.15` is equal to `PR.AA-05`
     5 │ }
       ╰────
       ╭─[rows.xwalk:8:16]
     7 │   rationale functional
     8 │   IAC-01 equal A.5
       ·                ─┬─
       ·                 ╰── 1. `IAC-01` is equal to `A.5`
     9 │ }
       ╰────
        ╭─[rows.xwalk:12:20]
     11 │   rationale functional
     12 │   IAC-01 subset-of PR.AA-05
        ·                    ────┬───
        ·                        ╰── yet this row says that `IAC-01` is contained in `PR.AA-05`
     13 │ }
        ╰────
      help: at least one of these rows is wrong: `IAC-01 equal A.5` in `scf-iso`, `PR.AA-05 equal
            A.5.15` in `csf-iso` and `IAC-01 subset-of PR.AA-05` in `scf-csf`

    1 error; `xwalk explain XW0515` says more
    ");
}

#[test]
fn claims_of_two_rationales() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale semantic
  PR.AA-01 equal A.5.16
}
mapping iso-scf from iso@2022 to scf@1 {
  A.5.16 subset-of IAC-01
}
mapping scf-csf from scf@1 to csf@2 {
  rationale functional
  IAC-01 equal PR.AA-01
}
"#), @r"
      note XW0512: `iso-scf` gives no rationale for 1 claim
       ╭─[rows.xwalk:6:9]
     5 │ }
     6 │ mapping iso-scf from iso@2022 to scf@1 {
       ·         ───────
     7 │   A.5.16 subset-of IAC-01
       ·   ───────────┬───────────
       ·              ╰── the first of them
     8 │ }
       ╰────
      help: write `rationale functional` (or `semantic`, `syntactic`) in the header; a row that differs
            names its own

      warning XW0516: `A.5.16` is equal to `PR.AA-01` (semantic), which is equal to `IAC-01`
      │ (functional), yet `A.5.16` is declared to be contained in `IAC-01` (no rationale)
       ╭─[rows.xwalk:7:20]
     3 │   rationale semantic
     4 │   PR.AA-01 equal A.5.16
       ·                  ───┬──
       ·                     ╰── 1. `A.5.16` is equal to `PR.AA-01`
     5 │ }
     6 │ mapping iso-scf from iso@2022 to scf@1 {
     7 │   A.5.16 subset-of IAC-01
       ·                    ───┬──
       ·                       ╰── yet this row says that `A.5.16` is contained in `IAC-01`
     8 │ }
       ╰────
        ╭─[rows.xwalk:11:16]
     10 │   rationale functional
     11 │   IAC-01 equal PR.AA-01
        ·                ────┬───
        ·                    ╰── 2. `PR.AA-01` is equal to `IAC-01`
     12 │ }
        ╰────
      help: claims with different rationales are about different things, so perhaps all are right; if
            not, at least one of these rows is wrong: `PR.AA-01 equal A.5.16` in `csf-iso`, `IAC-01
            equal PR.AA-01` in `scf-csf` and `A.5.16 subset-of IAC-01` in `iso-scf`

    1 warning, 1 note; `xwalk explain XW0512` says more
    ");
}

#[test]
fn one_row_through_which_most_contradictions_go() {
    insta::assert_snapshot!(told(r#"
mapping csf-iso from csf@2 to iso@2022 {
  rationale functional
  PR.AA-01 equal A.5.16
}
mapping csf-scf from csf@2 to scf@1 {
  rationale functional
  PR.AA-01 subset-of       IAC-01
  PR.AA-01 intersects-with IAC-28
}
mapping iso-scf from iso@2022 to scf@1 {
  rationale functional
  A.5.16 superset-of IAC-01
  A.5.16 equal       IAC-28
}
"#), @r"
      error XW0515: `PR.AA-01` is equal to `A.5.16`, which contains `IAC-01`, yet `PR.AA-01` is declared
      │ to be contained in `IAC-01`
       ╭─[rows.xwalk:4:18]
     3 │   rationale functional
     4 │   PR.AA-01 equal A.5.16
       ·                  ───┬──
       ·                     ╰── 1. `PR.AA-01` is equal to `A.5.16`
     5 │ }
       ╰────
       ╭─[rows.xwalk:8:28]
     7 │   rationale functional
     8 │   PR.AA-01 subset-of       IAC-01
       ·                            ───┬──
       ·                               ╰── yet this row says that `PR.AA-01` is contained in `IAC-01`
     9 │   PR.AA-01 intersects-with IAC-28
       ╰────
        ╭─[rows.xwalk:13:22]
     12 │   rationale functional
     13 │   A.5.16 superset-of IAC-01
        ·                      ───┬──
        ·                         ╰── 2. `A.5.16` contains `IAC-01`
     14 │   A.5.16 equal       IAC-28
        ╰────
      help: both contradictions involve `PR.AA-01 equal A.5.16` in `csf-iso`: look at that row first

      error XW0515: `PR.AA-01` is equal to `A.5.16`, which is equal to `IAC-28`, yet `PR.AA-01` is
      │ declared to intersect with `IAC-28`
       ╭─[rows.xwalk:4:18]
     3 │   rationale functional
     4 │   PR.AA-01 equal A.5.16
       ·                  ───┬──
       ·                     ╰── 1. `PR.AA-01` is equal to `A.5.16`
     5 │ }
       ╰────
        ╭─[rows.xwalk:9:28]
      8 │   PR.AA-01 subset-of       IAC-01
      9 │   PR.AA-01 intersects-with IAC-28
        ·                            ───┬──
        ·                               ╰── yet this row says that `PR.AA-01` intersects with `IAC-28`
     10 │ }
        ╰────
        ╭─[rows.xwalk:14:22]
     13 │   A.5.16 superset-of IAC-01
     14 │   A.5.16 equal       IAC-28
        ·                      ───┬──
        ·                         ╰── 2. `A.5.16` is equal to `IAC-28`
     15 │ }
        ╰────
      help: both contradictions involve `PR.AA-01 equal A.5.16` in `csf-iso`: look at that row first; if
            `intersects-with` is read as `overlaps`, there is no contradiction

    2 errors; `xwalk explain XW0515` says more
    ");
}

#[test]
fn a_long_chain_is_told_from_both_ends() {
    let frameworks = (1..=13).map(|at| format!("framework f{at}@1 \"F\" {{ K.{at} \"K\" }}\n"));
    let mappings = (1..=12).map(|at| {
        let next = at + 1;
        format!(
            "mapping m{at} from f{at}@1 to f{next}@1 {{\n  rationale functional\n  K.{at} subset-of|equal K.{next}\n}}\n"
        )
    });
    let last = "mapping back from f13@1 to f1@1 {\n  rationale functional\n  K.13 no-relationship K.1\n}\n";
    let text: String = frameworks
        .chain(mappings)
        .chain([last.to_owned()])
        .collect();
    insta::assert_snapshot!(told(&text), @r"
      error XW0515: `K.13` contains or equals `K.12`, which contains or equals `K.11`, which contains or
      │ equals `K.10`, and so on for 6 more steps to `K.4`, which contains or equals `K.3`,
      │ which contains or equals `K.2`, which contains or equals `K.1`, yet `K.13` is
      │ declared to have nothing in common with `K.1`
        ╭─[rows.xwalk:16:23]
     15 │   rationale functional
     16 │   K.1 subset-of|equal K.2
        ·                       ─┬─
        ·                        ╰── 12. `K.2` contains or equals `K.1`
     17 │ }
        ╰────
        ╭─[rows.xwalk:20:23]
     19 │   rationale functional
     20 │   K.2 subset-of|equal K.3
        ·                       ─┬─
        ·                        ╰── 11. `K.3` contains or equals `K.2`
     21 │ }
        ╰────
        ╭─[rows.xwalk:24:23]
     23 │   rationale functional
     24 │   K.3 subset-of|equal K.4
        ·                       ─┬─
        ·                        ╰── 10. `K.4` contains or equals `K.3`
     25 │ }
        ╰────
        ╭─[rows.xwalk:52:24]
     51 │   rationale functional
     52 │   K.10 subset-of|equal K.11
        ·                        ──┬─
        ·                          ╰── 3. `K.11` contains or equals `K.10`
     53 │ }
        ╰────
        ╭─[rows.xwalk:56:24]
     55 │   rationale functional
     56 │   K.11 subset-of|equal K.12
        ·                        ──┬─
        ·                          ╰── 2. `K.12` contains or equals `K.11`
     57 │ }
        ╰────
        ╭─[rows.xwalk:60:24]
     59 │   rationale functional
     60 │   K.12 subset-of|equal K.13
        ·                        ──┬─
        ·                          ╰── 1. `K.13` contains or equals `K.12`
     61 │ }
        ╰────
        ╭─[rows.xwalk:64:24]
     63 │   rationale functional
     64 │   K.13 no-relationship K.1
        ·                        ─┬─
        ·                         ╰── yet this row says that `K.13` has nothing in common with `K.1`
     65 │ }
        ╰────
      help: at least one of the 13 rows is wrong

    1 error; `xwalk explain XW0515` says more
    ");
}

#[test]
fn controls_of_one_name_are_told_apart() {
    let text = r#"
framework a@1 "A" { K.1 "One" }
framework b@1 "B" { K.1 "One" }
framework c@1 "C" { K.1 "One" }
mapping a-b from a@1 to b@1 {
  rationale functional
  K.1 equal K.1
}
mapping b-c from b@1 to c@1 {
  rationale functional
  K.1 equal K.1
}
mapping a-c from a@1 to c@1 {
  rationale functional
  K.1 no-relationship *
}
"#;
    insta::assert_snapshot!(told(text), @r"
      error XW0515: `a@1:K.1` is equal to `b@1:K.1`, which is equal to `c@1:K.1`, which is part of all
      │ of `c@1`, yet `a@1:K.1` is declared to have nothing in common with all of `c@1`
       ╭─[rows.xwalk:7:13]
     6 │   rationale functional
     7 │   K.1 equal K.1
       ·             ─┬─
       ·              ╰── 1. `a@1:K.1` is equal to `b@1:K.1`
     8 │ }
       ╰────
        ╭─[rows.xwalk:11:13]
     10 │   rationale functional
     11 │   K.1 equal K.1
        ·             ─┬─
        ·              ╰── 2. `b@1:K.1` is equal to `c@1:K.1`
     12 │ }
        ╰────
        ╭─[rows.xwalk:15:23]
     14 │   rationale functional
     15 │   K.1 no-relationship *
        ·                       ┬
        ·                       ╰── yet this row says that `a@1:K.1` has nothing in common with all of `c@1`
     16 │ }
        ╰────
      help: at least one of these rows is wrong: `K.1 equal K.1` in `a-b`, `K.1 equal K.1` in `b-c` and
            `K.1 no-relationship *` in `a-c`

    1 error; `xwalk explain XW0515` says more
    ");
}

#[test]
fn it_stands_where_the_reader_can_mend_it() {
    let published = "mapping published from csf@2 to scf@1 {\n  rationale functional\n  PR.AA-01 no-relationship IAC-01\n}\n";
    let own = r#"
mapping own from csf@2 to iso@2022 {
  rationale functional
  PR.AA-01 equal A.5.16
}
mapping own-too from iso@2022 to scf@1 {
  rationale semantic
  A.5.16 equal IAC-01
}
"#;
    let files = [
        ("frameworks.xwalk", FRAMEWORKS, Origin::Bundled),
        ("published.xwalk", published, Origin::Bundled),
        ("own.xwalk", own, Origin::Workspace),
    ];
    let files = files.map(|(name, text, origin)| Source::new(name, text.to_owned(), origin));
    let sources = SourceMap::new(files.into());
    insta::assert_snapshot!(rendered(&sources), @r"
      warning XW0516: `PR.AA-01` is equal to `A.5.16` (functional), which is equal to `IAC-01`
      │ (semantic), yet `PR.AA-01` is declared to have nothing in common with `IAC-01`
      │ (functional)
       ╭─[own.xwalk:4:18]
     3 │   rationale functional
     4 │   PR.AA-01 equal A.5.16
       ·                  ───┬──
       ·                     ╰── 1. `PR.AA-01` is equal to `A.5.16`
     5 │ }
       ╰────
       ╭─[own.xwalk:8:16]
     7 │   rationale semantic
     8 │   A.5.16 equal IAC-01
       ·                ───┬──
       ·                   ╰── 2. `A.5.16` is equal to `IAC-01`
     9 │ }
       ╰────
      note: yet this row says that `PR.AA-01` has nothing in common with `IAC-01`
       ╭─[published.xwalk:3:28]
     2 │   rationale functional
     3 │   PR.AA-01 no-relationship IAC-01
       ·                            ──────
     4 │ }
       ╰────
      help: claims with different rationales are about different things, so perhaps all are right; if
            not, at least one of these rows is wrong: `PR.AA-01 equal A.5.16` in `own`, `A.5.16 equal
            IAC-01` in `own-too` and `PR.AA-01 no-relationship IAC-01` in `published`

    1 warning; `xwalk explain XW0516` says more
    ");
}

#[test]
fn every_pair_of_rows_is_told_once() {
    let codes = |rows: &str| {
        let sources = sources([("frameworks.xwalk", FRAMEWORKS), ("rows.xwalk", rows)]);
        let found = compile(&sources, &Levels::default()).diagnostics;
        found.iter().map(|found| found.code.id).collect::<Vec<_>>()
    };
    let one = |rows: &str| {
        codes(&format!(
            "mapping m from csf@2 to iso@2022 {{\n  rationale functional\n{rows}\n}}\n"
        ))
    };
    assert_eq!(
        one("PR.AA-01 equal A.5.15\nPR.AA-01 subset-of A.5.15"),
        ["XW0502"]
    );
    assert_eq!(
        one("PR.AA-01 equal A.5.15\nPR.AA-01 subset-of A.5.15 semantic"),
        ["XW0516"]
    );
    assert_eq!(
        one("PR.AA-01 equal A.5.15\nPR.AA-01 no-relationship *"),
        ["XW0505"]
    );
    assert_eq!(
        one("PR.AA-01 equal A.5.15\nPR.AA-01 no-relationship * semantic"),
        ["XW0516"]
    );
    // The first row says too little to contradict either.
    assert_eq!(
        one("PR.AA-01 overlaps A.5.15\nPR.AA-01 equal A.5.15\nPR.AA-01 subset-of A.5.15"),
        ["XW0503", "XW0502", "XW0503"]
    );
    assert_eq!(
        one("PR.AA-01 superset-of A.5.15 + A.5.16\nPR.AA-01 equal A.5.15"),
        ["XW0515"]
    );

    let two = |rows: &str, second: &str| {
        codes(&format!(
            "mapping m from csf@2 to iso@2022 {{\n  rationale functional\n{rows}\n}}\nmapping n from iso@2022 to csf@2 {{\n  rationale functional\n{second}\n}}\n"
        ))
    };
    let equal = "PR.AA-01 equal A.5.15";
    assert_eq!(two(equal, "A.5.15 subset-of PR.AA-01"), ["XW0504"]);
    assert_eq!(two(equal, "A.5.15 subset-of PR.AA-01 semantic"), ["XW0516"]);
    assert_eq!(two(equal, "* no-relationship PR.AA-01"), ["XW0504"]);
    assert_eq!(
        two(equal, "* no-relationship PR.AA-01 semantic"),
        ["XW0516"]
    );
    // What contradicts itself in one rationale is told first, and then nothing is left that the other one contradicts.
    let both = "PR.AA-01 equal A.5.15 syntactic\nPR.AA-01 subset-of A.5.15";
    assert_eq!(two(both, "A.5.15 equal PR.AA-01"), ["XW0504"]);
}

#[test]
fn a_policy_that_fails_for_want_of_contradicted_rows_says_so() {
    let rows = r#"
mapping m from csf@2 to iso@2022 {
  rationale functional
  PR.AA-01 equal     A.5.16
  PR.AA-01 subset-of A.5.16
}
policy p for m {
  require coverage csf@2 by iso@2022 full >= 1%
}
"#;
    let sources = sources([("frameworks.xwalk", FRAMEWORKS), ("rows.xwalk", rows)]);
    let found = compile(&sources, &Levels::default()).diagnostics;
    let policy = found.iter().find(|found| found.code.id == "XW0604");
    assert_eq!(
        policy.unwrap().help.as_deref(),
        Some(
            "not full: `PR.AA-01`, `PR.AA-02` and `PR.AA-05`; rows do not count because others contradict them: at `PR.AA-01`"
        )
    );
}

/// Rows of a few mappings, in some order: `K.2 subset-of K.3 semantic`.
#[derive(Clone, Debug)]
struct Workspace {
    mappings: Vec<Vec<String>>,
}

const ENDS: [(&str, &str); 4] = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "b")];

impl Workspace {
    /// Each mapping in a file of its own.
    fn sources(&self, order: &[usize]) -> SourceMap {
        let frameworks = ["a", "b", "c"].map(|name| {
            format!(
                "framework {name}@1 \"F\" {{\n  nesting subset\n  K.1 \"K\" #assessable {{\n K.2 \"K\"\n }}\n  K.3 \"K\"\n}}\n"
            )
        });
        let mut files = vec![("frameworks.xwalk".to_owned(), frameworks.concat())];
        for at in order {
            let (from, to) = ENDS[*at];
            let rows = self.mappings[*at].join("\n");
            files.push((
                format!("m{at}.xwalk"),
                format!(
                    "mapping m{at} from {from}@1 to {to}@1 {{\nrationale functional\n{rows}\n}}\n"
                ),
            ));
        }
        let files = files.into_iter();
        let files = files.map(|(name, text)| Source::new(name, text, Origin::Workspace));
        SourceMap::new(files.collect())
    }
}

fn workspaces() -> impl Strategy<Value = Workspace> {
    let relation = select(
        &[
            "equal",
            "subset-of",
            "superset-of",
            "intersects-with",
            "subset-of|equal",
            "no-relationship",
        ][..],
    );
    let rationale = select(&["functional", "functional", "functional", "semantic"][..]);
    let row = (1..4, relation, 1..4, rationale)
        .prop_map(|(a, relation, b, rationale)| format!("K.{a} {relation} K.{b} {rationale}"));
    let rows = vec(row, 1..5).prop_map(|mut rows| {
        rows.sort();
        rows.dedup();
        rows
    });
    vec(rows, ENDS.len()).prop_map(|mappings| Workspace { mappings })
}

/// What is told of more than pairs: each with the text of the lines that it marks.
fn arguments(sources: &SourceMap) -> Vec<String> {
    let found = compile(sources, &Levels::default()).diagnostics;
    let found = found.iter();
    let found = found.filter(|found| ["XW0515", "XW0516"].contains(&found.code.id));
    let mut told: Vec<String> = found
        .map(|found| {
            let labels = std::iter::once(&found.primary).chain(&found.others);
            let lines = labels.map(|label| (line(sources, label.place), &label.text));
            format!(
                "{} {:?} {:?}",
                found.message,
                lines.collect::<Vec<_>>(),
                found.help
            )
        })
        .collect();
    told.sort();
    told
}

fn line(sources: &SourceMap, place: Place) -> String {
    let source = sources.get(place.source).unwrap();
    let text = source.text();
    let start = text[..place.span.start as usize]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap();
    format!("{}: {line}", source.name)
}

#[test]
fn of_two_sets_of_rows_that_are_as_small_the_same_one_is_told_in_whatever_order_they_are_written() {
    let rows = [
        "K.1 equal K.1 functional",
        "K.2 equal K.2 functional",
        "K.2 no-relationship K.1 semantic",
    ];
    let workspace = |rows: Vec<&str>| {
        let [first, others @ ..] = [
            rows,
            vec!["K.2 equal K.2 functional"],
            vec!["K.1 no-relationship K.1 functional"],
            vec!["K.1 equal K.2 functional"],
        ];
        let mappings = std::iter::once(first).chain(others);
        let owned = |rows: Vec<&str>| rows.into_iter().map(str::to_owned).collect();
        Workspace {
            mappings: mappings.map(owned).collect(),
        }
        .sources(&[0, 1, 2, 3])
    };
    let straight = arguments(&workspace(rows.to_vec()));
    assert_eq!(straight.len(), 3, "{straight:#?}");
    let reversed = rows.into_iter().rev().collect();
    assert_eq!(straight, arguments(&workspace(reversed)));
}

proptest! {
    #[test]
    fn no_order_of_files_or_rows_changes_an_argument(
        workspace in workspaces(),
        order in Just((0..ENDS.len()).collect::<Vec<_>>()).prop_shuffle(),
        seed in any::<prop::sample::Index>(),
    ) {
        let mut other = workspace.clone();
        for rows in &mut other.mappings {
            let by = seed.index(rows.len());
            rows.rotate_left(by);
            rows.reverse();
        }
        let straight: Vec<usize> = (0..ENDS.len()).collect();
        prop_assert_eq!(
            arguments(&workspace.sources(&straight)),
            arguments(&other.sources(&order))
        );
    }

    #[test]
    fn every_contradiction_is_told_once(workspace in workspaces()) {
        let order: Vec<usize> = (0..ENDS.len()).collect();
        let sources = workspace.sources(&order);
        let compilation = compile(&sources, &Levels::default());
        let model = &compilation.model;
        let marks = |found: &Diagnostic| -> BTreeSet<Place> {
            let labels = std::iter::once(&found.primary).chain(&found.others);
            labels.map(|label| label.place).collect()
        };
        let place = |row: &RowId| {
            let row = &model.rows[*row];
            row.target_span.in_source(row.place.source)
        };
        let told = |codes: &[&str]| -> Vec<BTreeSet<Place>> {
            let found = compilation.diagnostics.iter();
            found.filter(|found| codes.contains(&found.code.id)).map(marks).collect()
        };
        let pairs = told(&["XW0502", "XW0504"]);
        let mut arguments = told(&["XW0515", "XW0516"]);
        for found in &compilation.logic.contradictions {
            let marked: BTreeSet<Place> = found.rows.iter().map(place).collect();
            if let Some(at) = arguments.iter().position(|marks| *marks == marked) {
                arguments.swap_remove(at);
            } else {
                prop_assert_eq!(marked.len(), 2);
                prop_assert!(!found.merit.mixes_rationales());
                prop_assert!(pairs.iter().any(|marks| !marks.is_disjoint(&marked)));
            }
        }
        prop_assert_eq!(arguments, Vec::new());
    }
}
