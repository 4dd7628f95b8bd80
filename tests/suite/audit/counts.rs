//! Coverage: do the verdicts follow from the proofs, and are they counted rightly?

use std::collections::BTreeMap;

use serde_json::Value;

use super::auditor::{Auditor, framework_of, list, text};
use super::sets::{ANY, APART, AROUND, EQUAL, Possible, SHARES, WITHIN, converse, implies, parse};

impl<'d> Auditor<'d> {
    /// The coverage of one framework by another.
    pub fn coverage(&mut self, coverage: &'d Value) {
        let (of, by) = (text(coverage, "of"), text(coverage, "by"));
        let pairs: Vec<&Value> = list(self.document, "proved")
            .iter()
            .filter(|pair| {
                let ends = ["source", "target"].map(|end| framework_of(text(pair, end)));
                ends == [of, by] || ends == [by, of]
            })
            .collect();
        let mixed = pairs.iter().filter(|pair| pair["mixed_rationales"] == true);
        let counts = [pairs.len(), mixed.count()].map(|count| Some(count as u64));
        let told = ["pairs", "mixed_rationales"].map(|member| coverage["proofs"][member].as_u64());
        self.expect(counts == told, &coverage["proofs"], "counts other proofs");
        let known = Known::of(&pairs, by);
        for line in list(coverage, "verdicts") {
            let name = format!("{of}:{}", text(line, "control"));
            if self.controls[&name].control["assessable"] == true {
                let proved = text(&line["proved"], "verdict");
                let better = known.verdict(&name, text(&line["stated"], "verdict"));
                let explained = proved == better || self.explains(coverage, &name, line);
                self.expect(explained, line, &format!("is {better}"));
            }
        }
        for basis in ["stated", "proved"] {
            self.tallies(coverage, basis);
        }
    }

    /// What has to be assessed only once.
    pub fn overlap(&mut self, overlap: &'d Value) {
        let assessable = self.controls.values();
        let assessable = assessable.filter(|control| control.control["assessable"] == true);
        let assessable = assessable.count();
        let mut spared = 0;
        for class in list(overlap, "classes") {
            let names = list(class, "controls").iter().filter_map(Value::as_str);
            let names: Vec<&str> = names.collect();
            spared += names.len() - 1;
            let ends = names.windows(2).map(|ends| (ends[0], ends[1]));
            let across = ends.filter(|(a, b)| framework_of(a) < framework_of(b));
            let equal = across
                .map(|(a, b)| self.known(a, b))
                .all(|known| known.contains(&EQUAL));
            self.expect(equal, class, "is not one thing");
        }
        for covers in list(overlap, "covers") {
            let control = text(covers, "control");
            let names = list(covers, "covers").iter().filter_map(Value::as_str);
            let contains = names.map(|name| {
                let known = if framework_of(control) < framework_of(name) {
                    self.known(control, name)
                } else {
                    let known = self.known(name, control).into_iter();
                    known.map(converse).collect()
                };
                known.into_iter().any(|known| implies(known, AROUND))
            });
            let contains = contains.collect::<Vec<_>>();
            let contains = contains.into_iter().all(|contains| contains);
            self.expect(contains, covers, "does not cover that");
        }
        let counts = [assessable, assessable - spared, spared].map(|count| Some(count as u64));
        let told = ["assessable", "distinct", "spared"].map(|member| overlap[member].as_u64());
        self.expect(counts == told, overlap, "counts otherwise");
    }

    /// Whether a verdict rests on more than single pairs: on a union, on what is below, or on being apart from all.
    fn explains(&self, coverage: &Value, name: &str, line: &Value) -> bool {
        let cell = &line["proved"];
        let mut rows = list(cell, "rows").iter().filter_map(Value::as_str);
        match text(cell, "verdict") {
            "full" => {
                rows.any(|id| {
                    let claim = &self.rows[id];
                    claim.source.len() + claim.target.len() > 2
                }) || self
                    .controls
                    .values()
                    .any(|control| control.nesting == "whole")
            }
            "gap" => {
                let by = text(coverage, "by");
                let others = self.controls.iter().filter(|(_, other)| {
                    other.framework == by && other.control["assessable"] == true
                });
                let mut others = others.map(|(other, _)| other);
                others.all(|other| self.is_apart(name, other))
            }
            "related" => {
                let by = text(coverage, "by");
                let named = rows.flat_map(|id| {
                    let claim = &self.rows[id];
                    let relates =
                        claim.relation == ANY && text(claim.row, "relation") != "contrary";
                    match (claim.source.as_slice(), claim.target.as_slice()) {
                        ([one], [other]) if relates => vec![(one, other), (other, one)],
                        _ => Vec::new(),
                    }
                });
                let named: Vec<(&String, &String)> = named.collect();
                let ends = named.iter().filter(|(one, _)| self.is_equal(name, one));
                let mut others = ends.map(|(_, other)| other);
                others.any(|other| {
                    let mut covering = self.controls.iter();
                    covering.any(|(covering, control)| {
                        control.framework == by
                            && self.is_equal(covering, other)
                            && !self.is_apart(name, covering)
                    })
                })
            }
            // What is stated as related, and every such pair proved to share nothing.
            "not-reviewed" => {
                let ends = rows.flat_map(|id| {
                    let claim = &self.rows[id];
                    claim.source.iter().chain(&claim.target)
                });
                let mut others = ends.filter(|end| framework_of(end) == text(coverage, "by"));
                // What follows of one that is not assessed from the hierarchy at its ends is not listed.
                let is_listed = |other: &String| self.controls[other].control["assessable"] == true;
                text(&line["stated"], "verdict") == "related"
                    && others.all(|other| self.is_apart(name, other) || !is_listed(other))
            }
            _ => false,
        }
    }

    /// Whether two controls, of whatever frameworks, are one and the same or known to be equal.
    fn is_equal(&self, one: &str, other: &str) -> bool {
        if one == other {
            return true;
        }
        // Of two controls of one framework nothing is listed: both equal one of another.
        if framework_of(one) == framework_of(other) {
            let pairs = list(self.document, "proved").iter();
            let pairs = pairs.map(|pair| [text(pair, "source"), text(pair, "target")]);
            let rows = self.rows.values();
            let rows = rows.flat_map(|row| {
                let sources = row.source.iter();
                sources
                    .flat_map(|source| row.target.iter().map(move |target| [&**source, &**target]))
            });
            let mut ends = pairs.chain(rows).filter(|ends| ends.contains(&one));
            return ends.any(|[source, target]| {
                let third = if source == one { target } else { source };
                self.controls.contains_key(third)
                    && framework_of(third) != framework_of(one)
                    && self.is_equal(one, third)
                    && self.is_equal(third, other)
            });
        }
        let (first, second) = match framework_of(one) < framework_of(other) {
            true => (one, other),
            false => (other, one),
        };
        self.known(first, second).contains(&EQUAL)
    }

    /// Whether two controls, or what they lie within, are known to share nothing. What follows from the hierarchy alone is not
    /// listed of controls that are not assessed.
    fn is_apart(&self, name: &str, other: &str) -> bool {
        let (around, others) = (self.around(name), self.around(other));
        let mut pairs = around
            .iter()
            .flat_map(|one| others.iter().map(move |other| (*one, *other)));
        pairs.any(|(one, other)| self.is_itself_apart(one, other))
    }

    /// A control and all that it lies within.
    fn around<'n>(&'n self, name: &'n str) -> Vec<&'n str> {
        let mut around = vec![name];
        let mut at = name;
        while let Some(control) = self.controls.get(at)
            && control.nesting != "group"
            && let Some(parent) = &control.parent
        {
            around.push(parent);
            at = parent;
        }
        around
    }

    fn is_itself_apart(&self, name: &str, other: &str) -> bool {
        let known = if framework_of(name) < framework_of(other) {
            self.known(name, other)
        } else {
            self.known(other, name)
        };
        known.contains(&APART)
    }

    /// The counts of the whole, of each level and of each section.
    fn tallies(&mut self, coverage: &'d Value, basis: &str) {
        let of = text(coverage, "of");
        let mut verdicts = Vec::new();
        for line in list(coverage, "verdicts") {
            let name = format!("{of}:{}", text(line, "control"));
            if self.controls[&name].control["assessable"] == true {
                verdicts.push((name, text(&line[basis], "verdict")));
            }
        }
        let count = |counts: &dyn Fn(&str) -> bool| -> Vec<u64> {
            let verdicts: Vec<&str> = verdicts
                .iter()
                .filter(|(name, _)| counts(name))
                .map(|(_, verdict)| *verdict)
                .collect();
            ["full", "overlap", "related", "gap", "not-reviewed"]
                .map(|one| verdicts.iter().filter(|verdict| **verdict == one).count() as u64)
                .into()
        };
        let told = |tally: &Value| -> Vec<u64> {
            ["full", "overlap", "related", "gap", "not_reviewed"]
                .map(|member| tally[member].as_u64().unwrap_or(u64::MAX))
                .into()
        };
        let mut wrong = Vec::new();
        if told(&coverage[basis]) != count(&|_| true) {
            wrong.push(&coverage[basis]);
        }
        for section in list(coverage, "sections") {
            let top = format!("{of}:{}", text(section, "control"));
            let counted = count(&|name| self.lies_in(name, &top));
            if told(&section[basis]) != counted {
                wrong.push(section);
            }
        }
        for level in list(coverage, "levels") {
            let counted = count(&|name| self.controls[name].control["level"] == level["name"]);
            if told(&level[basis]) != counted {
                wrong.push(level);
            }
        }
        for tally in wrong {
            self.expect(false, tally, "counts otherwise");
        }
    }

    fn lies_in(&self, name: &str, top: &str) -> bool {
        let parent = self.controls[name].parent.as_deref();
        name == top || parent.is_some_and(|parent| self.lies_in(parent, top))
    }
}

/// What the pairs say of the controls of one framework towards another.
struct Known(BTreeMap<String, Vec<Possible>>);

impl Known {
    fn of(pairs: &[&Value], by: &str) -> Self {
        let mut known: BTreeMap<String, Vec<Possible>> = BTreeMap::new();
        for pair in pairs {
            let (source, target) = (text(pair, "source"), text(pair, "target"));
            let relation = parse(text(pair, "relation"));
            let (control, relation) = if framework_of(target) == by {
                (source, relation)
            } else {
                (target, converse(relation))
            };
            known.entry(control.to_owned()).or_default().push(relation);
        }
        Self(known)
    }

    /// The verdict that single pairs give, if it is better than the stated one.
    fn verdict<'v>(&self, name: &str, stated: &'v str) -> &'v str {
        let of_one = self.0.get(name).map_or(&[][..], Vec::as_slice);
        let any = |label| of_one.iter().any(|relation| implies(*relation, label));
        match stated {
            "full" => "full",
            _ if any(WITHIN) => "full",
            "overlap" => "overlap",
            _ if any(SHARES) => "overlap",
            stated => stated,
        }
    }
}
