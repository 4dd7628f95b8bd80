//! What the script reads: the report as compact JSON, with texts that recur kept once.

mod claims;
mod proved;
mod table;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;

use self::claims::{Claim, claims};
use self::proved::{Pairing, pairing};
use self::table::{Table, entry};
use self::words::Words;

use super::anchors::{self, Anchors};
use super::contradictions;
use super::pairs::Pair;
use xwalk_report::{ControlAt, CoverageCell, FrameworkAt, MappingAt, Report, RowAt, Verdict};

/// The whole, by the names under which the script reads it.
#[derive(Serialize)]
struct Data<'r> {
    frameworks: Table<FrameworkEntry<'r>>,
    controls: Table<ControlEntry<'r>>,
    /// The `id` of a control where it is not its key, `:` and identifier.
    anchors: BTreeMap<ControlAt, &'r str>,
    mappings: Table<MappingEntry<'r>>,
    rows: Table<Claim<'r>>,
    proved: Table<Pairing>,
    /// The contradiction in which each disputed row stands, by row.
    disputed: BTreeMap<RowAt, usize>,
    coverage: Table<CoverageEntry>,
    pairs: Table<PairEntry<'r>>,
    /// The `id` of the definition of every relation that occurs.
    relations: BTreeMap<&'r str, String>,
    /// The texts that other entries name by number; 0 is none.
    words: Vec<&'r str>,
}

entry! {
    struct FrameworkEntry<'r> {
        key: &'r str,
        short: &'r str,
        /// The first control, and one past the last.
        first: ControlAt,
        end: ControlAt,
    }
}

entry! {
    struct ControlEntry<'r> {
        framework: FrameworkAt,
        identifier: &'r str,
        title: &'r str,
        /// The control at the top of its branch.
        section: ControlAt,
        assessable: bool,
        file: usize,
        line: u32,
    }
}

entry! {
    struct MappingEntry<'r> {
        name: &'r str,
        title: &'r str,
        from: FrameworkAt,
        to: FrameworkAt,
        /// The first row, and one past the last.
        first: RowAt,
        end: RowAt,
    }
}

entry! {
    struct CoverageEntry {
        of: FrameworkAt,
        by: FrameworkAt,
        /// A letter for the verdict of each control.
        stated: String,
        /// The same with proofs; empty where nothing was reasoned.
        proved: String,
    }
}

entry! {
    struct PairEntry<'r> {
        left: FrameworkAt,
        right: FrameworkAt,
        mappings: &'r [MappingAt],
    }
}

/// The data of the page, fit to stand inside a `script` element.
pub(super) fn json(
    report: &Report<'_>,
    anchors: &Anchors,
    pairs: &[Pair<'_, '_>],
) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string(&data(report, anchors, pairs))?;
    Ok(within_script(&text))
}

fn data<'r>(report: &'r Report<'_>, anchors: &'r Anchors, pairs: &'r [Pair<'_, '_>]) -> Data<'r> {
    let mut words = Words::new();
    let controls: Table<_> = report
        .controls
        .values()
        .map(|control| {
            let (file, line) = words.place(&control.place);
            let title: &str = &control.title;
            ControlEntry {
                framework: control.framework,
                identifier: control.identifier,
                title,
                section: control.section,
                assessable: control.assessable,
                file,
                line,
            }
        })
        .collect();
    let rows = claims(report, &mut words);
    let proved = report
        .proved
        .values()
        .map(|pair| pairing(pair, &mut words))
        .collect();
    let stated = report.rows.values();
    let stated = stated.flat_map(|row| [row.relation.as_ref(), row.converse.as_ref()]);
    let forced = report.proved.values();
    let forced = forced.flat_map(|pair| [pair.relation.as_str(), pair.converse.as_str()]);
    Data {
        frameworks: report
            .frameworks
            .values()
            .map(|framework| {
                let range = &framework.controls;
                FrameworkEntry {
                    key: &framework.key,
                    short: &framework.short,
                    first: range.first,
                    end: range.end,
                }
            })
            .collect(),
        anchors: report
            .controls
            .iter()
            .map(|(at, control)| (at, control.identifier, anchors.control(at)))
            .filter(|(_, identifier, anchor)| !anchor.ends_with(&format!(":{identifier}")))
            .map(|(at, _, anchor)| (at, anchor))
            .collect(),
        controls,
        mappings: report
            .mappings
            .values()
            .map(|mapping| {
                let range = &mapping.rows;
                MappingEntry {
                    name: mapping.name,
                    title: mapping.title,
                    from: mapping.from,
                    to: mapping.to,
                    first: range.first,
                    end: range.end,
                }
            })
            .collect(),
        rows,
        proved,
        disputed: contradictions::disputed(report),
        coverage: report
            .coverage
            .iter()
            .map(|entry| {
                let stated = entry.verdicts.iter().map(|line| Some(&line.stated));
                let proved = entry.verdicts.iter().map(|line| line.proved.as_ref());
                let proved = if entry.proved.is_some() {
                    letters(proved)
                } else {
                    String::new()
                };
                CoverageEntry {
                    of: entry.of,
                    by: entry.by,
                    stated: letters(stated),
                    proved,
                }
            })
            .collect(),
        pairs: pairs
            .iter()
            .map(|pair| PairEntry {
                left: pair.left,
                right: pair.right,
                mappings: &pair.mappings,
            })
            .collect(),
        relations: stated
            .chain(forced)
            .map(|word| (word, anchors::relation(report, word)))
            .collect(),
        words: words.finish(),
    }
}

/// One letter per verdict.
fn letters<'r>(cells: impl Iterator<Item = Option<&'r CoverageCell>>) -> String {
    cells
        .map(|cell| match cell.map(|cell| cell.verdict) {
            Some(Verdict::Full) => 'F',
            Some(Verdict::Overlap) => 'O',
            Some(Verdict::Related) => 'R',
            Some(Verdict::Gap) => 'G',
            Some(Verdict::NotReviewed) => 'N',
            None => '-',
        })
        .collect()
}

/// Escapes what could end a `script` element or a line of script. Outside its strings JSON has none of it.
fn within_script(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + json.len() / 64);
    let mut rest = json;
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        let (plain, tail) = rest.split_at(at);
        safe.push_str(plain);
        let mut tail = tail.chars();
        safe.push_str(match tail.next() {
            Some('<') => "\\u003c",
            Some('>') => "\\u003e",
            Some('&') => "\\u0026",
            Some('\u{2028}') => "\\u2028",
            _ => "\\u2029",
        });
        rest = tail.as_str();
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use super::within_script;

    #[test]
    fn nothing_in_the_data_can_end_the_script_element() {
        let safe = within_script("[\"</script><!--&\u{2028}\u{2029}ü\"]");
        assert_eq!(
            safe,
            "[\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029ü\"]"
        );
    }
}
