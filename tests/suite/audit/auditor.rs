//! An auditor who has `crosswalk.json` and nothing else, and checks every proof, contradiction and count in it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::sets::{ANY, AROUND, EQUAL, Possible, WITHIN, converse, implies, parse};

/// What an auditor reads out of the document first.
pub struct Auditor<'d> {
    pub document: &'d Value,
    /// By id.
    pub rows: BTreeMap<&'d str, Claim<'d>>,
    /// By full name.
    pub controls: BTreeMap<String, Control<'d>>,
    /// The rows that no argument joins with rows of another rationale.
    pub apart: BTreeSet<&'d str>,
    /// What is said to be proved, by the full names of its two ends.
    pairs: BTreeMap<[&'d str; 2], Vec<Possible>>,
    /// The rows that count, by the full names at their ends.
    naming: BTreeMap<String, Vec<&'d str>>,
    complaints: Vec<String>,
}

/// A row with the full names at its ends.
pub struct Claim<'d> {
    pub source: Vec<String>,
    pub target: Vec<String>,
    pub relation: Possible,
    pub row: &'d Value,
}

/// A control with the full name of its parent, and what the nesting of its framework is.
pub struct Control<'d> {
    pub framework: &'d str,
    pub parent: Option<String>,
    pub nesting: &'d str,
    pub control: &'d Value,
}

/// The text of a member; empty if there is none.
pub fn text<'d>(value: &'d Value, member: &str) -> &'d str {
    value[member].as_str().unwrap_or_default()
}

pub fn list<'d>(value: &'d Value, member: &str) -> &'d [Value] {
    value[member].as_array().map_or(&[], Vec::as_slice)
}

/// `nist-csf@2.0` of `nist-csf@2.0:PR.AA-05`.
pub fn framework_of(name: &str) -> &str {
    name.split_once(':').unwrap().0
}

impl<'d> Auditor<'d> {
    pub fn new(document: &'d Value) -> Self {
        let mut auditor = Self {
            document,
            rows: BTreeMap::new(),
            controls: BTreeMap::new(),
            apart: BTreeSet::new(),
            pairs: BTreeMap::new(),
            naming: BTreeMap::new(),
            complaints: Vec::new(),
        };
        for framework in list(document, "frameworks") {
            auditor.read_framework(framework);
        }
        for mapping in list(document, "mappings") {
            auditor.read_mapping(mapping);
        }
        for pair in list(document, "proved") {
            let ends = ["source", "target"].map(|end| text(pair, end));
            let relation = parse(text(pair, "relation"));
            auditor.pairs.entry(ends).or_default().push(relation);
        }
        auditor.apart = auditor.find_apart();
        auditor
    }

    fn read_framework(&mut self, framework: &'d Value) {
        let key = text(framework, "key");
        for control in list(framework, "controls") {
            let parent = control["parent"].as_str();
            let read = Control {
                framework: key,
                parent: parent.map(|parent| format!("{key}:{parent}")),
                nesting: text(framework, "nesting"),
                control,
            };
            let name = format!("{key}:{}", text(control, "identifier"));
            self.controls.insert(name, read);
        }
    }

    fn read_mapping(&mut self, mapping: &'d Value) {
        let end = |row: &Value, member, side| -> Vec<String> {
            let names = list(row, member).iter();
            names
                .map(|name| format!("{}:{}", text(mapping, side), name.as_str().unwrap()))
                .collect()
        };
        for row in list(mapping, "rows") {
            let claim = Claim {
                source: end(row, "source", "from"),
                target: end(row, "target", "to"),
                relation: parse(text(row, "relation")),
                row,
            };
            let id = text(row, "id");
            if row.get("left_out").is_none() {
                for name in claim.source.iter().chain(&claim.target) {
                    self.naming.entry(name.clone()).or_default().push(id);
                }
            }
            self.rows.insert(id, claim);
        }
    }

    /// Checks everything. What is wrong, and nothing if all is well.
    pub fn audit(mut self) -> Vec<String> {
        for pair in list(self.document, "proved") {
            self.proved(pair);
        }
        for found in list(self.document, "contradictions") {
            self.contradiction(found);
        }
        for coverage in list(self.document, "coverage") {
            self.coverage(coverage);
        }
        self.overlap(&self.document["overlap"]);
        self.complaints
    }

    /// Complains of something unless all is well with it.
    pub fn expect(&mut self, holds: bool, about: &Value, what: &str) {
        if !holds {
            self.complaints.push(format!("{what}: {about:#}"));
        }
    }

    /// What the hierarchy says of two names.
    pub fn nesting(&self, at: &str, to: &str) -> Option<Possible> {
        let within = |part: &str, whole: &str| {
            let Some(control) = self.controls.get(part) else {
                return false;
            };
            let nested = control.nesting != "group" && control.parent.as_deref() == Some(whole);
            nested || whole == format!("{}:*", control.framework)
        };
        match (within(at, to), within(to, at)) {
            (true, _) => Some(WITHIN),
            (_, true) => Some(AROUND),
            _ => None,
        }
    }

    /// What a row says of two names.
    pub fn says(&self, row: &str, at: &str, to: &str) -> Option<Possible> {
        let claim = self.rows.get(row)?;
        let Claim {
            source,
            target,
            relation,
            ..
        } = claim;
        let is = |end: &[String], name: &str| end.iter().any(|part| part == name);
        let (relation, ends) = if is(source, at) && is(target, to) {
            (*relation, [source, target])
        } else if is(target, at) && is(source, to) {
            (converse(*relation), [target, source])
        } else {
            return None;
        };
        Some(match ends.map(Vec::len) {
            [1, 1] => relation,
            [1, _] => to_part(relation),
            _ => converse(to_part(converse(relation))),
        })
    }

    /// All that is known of two controls of two frameworks, lower one first: several things, where rows of one rationale say
    /// what those of another do not.
    pub fn known(&self, first: &str, second: &str) -> Vec<Possible> {
        let proved = self.pairs.get(&[first, second]);
        let mut known: Vec<Possible> = proved.cloned().unwrap_or_default();
        if known.is_empty() || !self.apart.is_empty() {
            known.extend(self.stated(first, second));
        }
        known
    }

    /// What the rows that count say of two controls: those together that contradict none of another rationale, then those of
    /// each rationale by itself.
    pub fn stated(&self, source: &str, target: &str) -> Vec<Possible> {
        let together = self.stated_by(source, target, |id, _| !self.apart.contains(id));
        if self.apart.is_empty() {
            return vec![together];
        }
        let rationales = ["syntactic", "semantic", "functional", ""];
        let of_one = rationales.map(|rationale| {
            self.stated_by(source, target, |_, row| text(row, "rationale") == rationale)
        });
        std::iter::once(together).chain(of_one).collect()
    }

    /// The rows that contradict rows of another rationale, and those that say the same of the same pair as one of them.
    fn find_apart(&self) -> BTreeSet<&'d str> {
        let found = list(self.document, "contradictions").iter();
        let mixed = found.filter(|found| found["mixed_rationales"] == true);
        let rows = mixed.flat_map(|found| list(found, "rows"));
        let rows: Vec<&str> = rows.filter_map(Value::as_str).collect();
        let says = |id: &str| {
            let claim = &self.rows[id];
            let mut pairs = BTreeSet::new();
            for (a, b) in claim
                .source
                .iter()
                .flat_map(|a| claim.target.iter().map(move |b| (a, b)))
            {
                let said = self.says(id, a, b);
                pairs.insert((a, b, said));
                pairs.insert((b, a, said.map(converse)));
            }
            (text(claim.row, "rationale"), pairs)
        };
        let said: Vec<_> = rows.iter().map(|id| says(id)).collect();
        let repeats = |id: &str| {
            let (rationale, pairs) = says(id);
            let mut said = said.iter();
            said.any(|(other, others)| *other == rationale && !others.is_disjoint(&pairs))
        };
        if rows.is_empty() {
            return BTreeSet::new();
        }
        let ids = self.rows.keys().copied();
        ids.filter(|id| rows.contains(id) || repeats(id)).collect()
    }

    fn stated_by(
        &self,
        source: &str,
        target: &str,
        is_wanted: impl Fn(&str, &Value) -> bool,
    ) -> Possible {
        let everything = |name: &str| format!("{}:*", framework_of(name));
        let ends = [
            (source.to_owned(), target.to_owned()),
            (source.to_owned(), everything(target)),
            (everything(source), target.to_owned()),
        ];
        let said = ends.iter().flat_map(|(a, b)| {
            let rows = self.naming.get(a).into_iter().flatten();
            let rows = rows.filter(|id| is_wanted(id, self.rows[*id].row));
            rows.filter_map(|id| self.says(id, a, b))
        });
        said.fold(ANY, |known, said| known & said)
    }
}

/// What `whole RELATION part + part` says of the whole and one part.
fn to_part(relation: Possible) -> Possible {
    match relation {
        relation if !implies(relation, AROUND) => ANY,
        relation if relation & EQUAL != 0 => AROUND,
        _ => parse("superset-of"),
    }
}
