//! What the script reads: the report as compact JSON, with texts that recur kept once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::anchors::{self, Anchors};
use super::pairs::Pair;
use crate::report::{CoverageCell, End, Report, Verdict};

/// The whole, in the order in which the script names its parts.
#[derive(Serialize)]
struct Data<'r> {
    /// Key, short name, first control, one past the last.
    frameworks: Vec<(&'r str, &'r str, usize, usize)>,
    /// Framework, identifier, title, section, assessable (1), place.
    controls: Vec<(usize, &'r str, &'r str, usize, u8, usize, u32)>,
    /// The `id` of a control where it is not its key, `:` and identifier.
    anchors: BTreeMap<usize, &'r str>,
    /// Name, title, source framework, target framework, first row, one past the last.
    mappings: Vec<(&'r str, &'r str, usize, usize, usize, usize)>,
    rows: Vec<Claim<'r>>,
    /// Covered, covering, stated verdicts, proved verdicts (empty without): a letter per control.
    coverage: Vec<(usize, usize, String, String)>,
    /// Left, right, mappings.
    pairs: Vec<(usize, usize, &'r [usize])>,
    /// The `id` of the definition of every relation that occurs.
    relations: BTreeMap<&'r str, String>,
    /// The texts that other entries name by number; 0 is none.
    words: Vec<&'r str>,
}

/// A row as an array; numbers name `words` unless said otherwise. Author, reviewer and document are there only where
/// they are the row's own.
#[derive(Serialize)]
struct Claim<'r>(
    usize,           // mapping
    Side<'r>,        // source
    Side<'r>,        // target
    usize,           // relation
    usize,           // relation read from the target
    usize,           // rationale
    Option<u8>,      // strength
    usize,           // confidence
    usize,           // status
    usize,           // property
    Option<&'r str>, // note
    usize,           // author
    usize,           // reviewer
    usize,           // document
    usize,           // condition
    usize,           // why it is left out
    usize,           // file
    u32,             // line
);

/// A control, a list of controls that stand for their union, or -1 for the whole framework.
#[derive(Serialize)]
#[serde(untagged)]
enum Side<'r> {
    Control(usize),
    Union(&'r [usize]),
    Everything(i8),
}

impl<'r> From<&'r End> for Side<'r> {
    fn from(end: &'r End) -> Self {
        match end {
            End::Control(control) => Self::Control(*control),
            End::Union(parts) => Self::Union(parts),
            End::Everything => Self::Everything(-1),
        }
    }
}

/// The texts that recur, numbered in the order of their first use.
struct Words<'r> {
    numbers: BTreeMap<&'r str, usize>,
    list: Vec<&'r str>,
}

impl<'r> Words<'r> {
    fn number(&mut self, word: Option<&'r str>) -> usize {
        let next = self.list.len();
        let number = *self.numbers.entry(word.unwrap_or("")).or_insert(next);
        if number == next {
            self.list.extend(word);
        }
        number
    }

    /// File and line of `file:line`.
    fn place(&mut self, place: &'r str) -> (usize, u32) {
        let (file, line) = place.rsplit_once(':').unwrap_or((place, ""));
        (self.number(Some(file)), line.parse().unwrap_or(0))
    }
}

/// The data of the page, fit to stand inside a `script` element.
pub(super) fn json(
    report: &Report<'_>,
    anchors: &Anchors,
    pairs: &[Pair<'_, '_>],
) -> Result<String, serde_json::Error> {
    let mut words = Words {
        numbers: BTreeMap::from([("", 0)]),
        list: vec![""],
    };
    let text = serde_json::to_string(&data(report, anchors, pairs, &mut words))?;
    Ok(within_script(&text))
}

fn data<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    pairs: &'r [Pair<'_, '_>],
    words: &mut Words<'r>,
) -> Data<'r> {
    let controls: Vec<_> = report
        .controls
        .iter()
        .map(|control| {
            let (file, line) = words.place(&control.place);
            let title: &str = &control.title;
            let assessable = u8::from(control.assessable);
            (
                control.framework,
                control.identifier,
                title,
                control.section,
                assessable,
                file,
                line,
            )
        })
        .collect();
    let rows = claims(report, words);
    let used = report
        .rows
        .iter()
        .flat_map(|row| [&row.relation, &row.converse]);
    Data {
        frameworks: report
            .frameworks
            .iter()
            .map(|framework| {
                let range = &framework.controls;
                (
                    framework.key.as_str(),
                    framework.short.as_str(),
                    range.start,
                    range.end,
                )
            })
            .collect(),
        anchors: anchors
            .controls()
            .iter()
            .zip(&report.controls)
            .enumerate()
            .filter(|(_, (anchor, control))| !anchor.ends_with(&format!(":{}", control.identifier)))
            .map(|(at, (anchor, _))| (at, anchor.as_str()))
            .collect(),
        controls,
        mappings: report
            .mappings
            .iter()
            .map(|mapping| {
                let range = &mapping.rows;
                (
                    mapping.name,
                    mapping.title,
                    mapping.from,
                    mapping.to,
                    range.start,
                    range.end,
                )
            })
            .collect(),
        rows,
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
                (entry.of, entry.by, letters(stated), proved)
            })
            .collect(),
        pairs: pairs
            .iter()
            .map(|pair| (pair.left, pair.right, pair.mappings.as_slice()))
            .collect(),
        relations: used
            .map(|word| (word.as_ref(), anchors::relation(report, word)))
            .collect(),
        words: std::mem::take(&mut words.list),
    }
}

fn claims<'r>(report: &'r Report<'_>, words: &mut Words<'r>) -> Vec<Claim<'r>> {
    report
        .rows
        .iter()
        .map(|row| {
            let (file, line) = words.place(&row.place);
            // The mapping says once what holds for all of its rows.
            let mapping = report.mappings.get(row.mapping);
            let author = mapping.and_then(|mapping| mapping.author.as_deref());
            let reviewer = mapping.and_then(|mapping| mapping.reviewer.as_deref());
            let document = mapping.and_then(|mapping| mapping.source);
            let own = |word: Option<&'r str>, common| word.filter(|_| word != common);
            Claim(
                row.mapping,
                Side::from(&row.source),
                Side::from(&row.target),
                words.number(Some(&row.relation)),
                words.number(Some(&row.converse)),
                words.number(row.rationale),
                row.strength,
                words.number(row.confidence.as_deref()),
                words.number(Some(row.status)),
                words.number(row.property),
                row.note,
                words.number(own(row.author.as_deref(), author)),
                words.number(own(row.reviewer.as_deref(), reviewer)),
                words.number(own(row.source_document, document)),
                words.number(row.condition),
                words.number(row.left_out),
                file,
                line,
            )
        })
        .collect()
}

/// One letter per verdict.
fn letters<'r>(cells: impl Iterator<Item = Option<&'r CoverageCell>>) -> String {
    cells
        .map(|cell| match cell.map(|cell| cell.verdict) {
            Some(Verdict::Full) => 'F',
            Some(Verdict::Overlap) => 'O',
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
