//! Proofs and contradictions: is each what follows from its rows?

use serde_json::Value;

use super::auditor::{Auditor, framework_of, list, text};
use super::sets::{ANY, APART, EQUAL, Possible, SHARES, compose, converse, implies, parse};

impl<'d> Auditor<'d> {
    /// A pair that is proved.
    pub fn proved(&mut self, pair: &'d Value) {
        let (source, target) = (text(pair, "source"), text(pair, "target"));
        let relation = parse(text(pair, "relation"));
        let mut together = ANY;
        let mut rows = Vec::new();
        for chain in list(pair, "chains") {
            let (end, known) = self.follow(chain, &mut rows);
            self.expect(text(chain, "from") == source, pair, "starts elsewhere");
            self.expect(end == target, pair, "ends elsewhere");
            together &= known;
        }
        self.expect(together == relation, pair, "does not follow");
        let worth = relation == APART || implies(relation, SHARES);
        self.expect(relation != 0 && worth, pair, "says nothing");
        let converse = converse(relation) == parse(text(pair, "converse"));
        self.expect(converse, pair, "reads otherwise from the other side");
        let apart = framework_of(source) < framework_of(target);
        self.expect(apart, pair, "of one framework, or the wrong way round");
        let stated = pair["stated"].as_str().map_or(ANY, parse);
        let sharper = implies(relation, stated) && relation != stated;
        self.expect(sharper, pair, "a row says as much");
        self.expect(
            self.stated(source, target).contains(&stated),
            pair,
            "rows say otherwise",
        );
        self.merit(pair, &rows);
    }

    /// Walks along a chain, and notes its rows: where it ends, and what follows for its two ends.
    fn follow(&mut self, chain: &'d Value, rows: &mut Vec<&'d str>) -> (&'d str, Possible) {
        let mut at = text(chain, "from");
        let mut known = EQUAL;
        for step in list(chain, "steps") {
            let to = text(step, "to");
            let row = step["row"].as_str();
            let said = match (text(step, "ground"), row) {
                ("nesting", None) => self.nesting(at, to),
                ("row", Some(row)) => self.says(row, at, to),
                _ => None,
            };
            self.expect(
                said == Some(parse(text(step, "says"))),
                step,
                "nobody says so",
            );
            known = compose(known, said.unwrap_or(ANY));
            self.expect(
                known == parse(text(step, "known")),
                step,
                "is composed wrongly",
            );
            rows.extend(row);
            at = to;
        }
        self.expect(
            known == parse(text(chain, "relation")),
            chain,
            "ends in something else",
        );
        (at, known)
    }

    /// What a proof carries of its rows.
    fn merit(&mut self, pair: &'d Value, rows: &[&'d str]) {
        let claims: Vec<&Value> = rows
            .iter()
            .filter_map(|id| Some(self.rows.get(id)?.row))
            .collect();
        let count = claims.iter().all(|row| row.get("left_out").is_none());
        let statuses = ["withdrawn", "draft", "reviewed", "final"];
        let rank = |word: &str| statuses.iter().position(|status| *status == word);
        let weakest = claims.iter().map(|row| rank(text(row, "status"))).min();
        let strengths: Option<Vec<u64>> =
            claims.iter().map(|row| row["strength"].as_u64()).collect();
        let least = strengths.and_then(|all| all.into_iter().min());
        let confident = claims.iter().all(|row| row.get("confidence").is_some());
        let rationales = self.rationales(rows);
        self.expect(
            !rows.is_empty() && count,
            pair,
            "rests on rows that do not count",
        );
        self.expect(
            weakest == Some(rank(text(pair, "status"))),
            pair,
            "has another status",
        );
        self.expect(
            least == pair["strength"].as_u64(),
            pair,
            "has another strength",
        );
        self.expect(
            confident == pair.get("confidence").is_some(),
            pair,
            "has another confidence",
        );
        self.expect(
            rationales_of(pair) == rationales,
            pair,
            "has other rationales",
        );
        let mixed = pair["mixed_rationales"].as_bool() == Some(rationales.len() > 1);
        self.expect(mixed, pair, "is mixed or is not");
    }

    fn rationales(&self, rows: &[&str]) -> Vec<&'d str> {
        let rows = rows.iter().filter_map(|id| self.rows.get(id));
        let mut found: Vec<&str> = rows
            .map(|claim| claim.row["rationale"].as_str().unwrap_or("none-given"))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Rows that cannot all be true.
    pub fn contradiction(&mut self, found: &'d Value) {
        let (chain, denial) = (&found["chain"], &found["denial"]);
        let mut rows = Vec::new();
        let (end, known) = self.follow(chain, &mut rows);
        let row = text(denial, "row");
        let denied = self.says(row, text(chain, "from"), end);
        self.expect(
            denied == Some(parse(text(denial, "says"))),
            found,
            "is not denied so",
        );
        self.expect(known & denied.unwrap_or(ANY) == 0, found, "can all be true");
        rows.retain(|other| *other != row);
        rows.push(row);
        let mut seen = Vec::new();
        rows.retain(|row| {
            !seen.contains(row) && {
                seen.push(*row);
                true
            }
        });
        let listed: Vec<_> = list(found, "rows")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        self.expect(rows == listed, found, "lists other rows");
        self.expect(
            rationales_of(found) == self.rationales(&rows),
            found,
            "has other rationales",
        );
        // Rows of several rationales may be about different things, so that none of them is set aside.
        let mixes = rationales_of(found).len() > 1;
        let left_out = rows.iter().map(|id| text(self.rows[id].row, "left_out"));
        let mut as_told = left_out.map(|reason| match mixes {
            true => reason.is_empty(),
            false => reason.starts_with("contradicted"),
        });
        let as_told = as_told.all(|told| told);
        self.expect(as_told, found, "has rows that count, or rows that do not");
    }
}

fn rationales_of(value: &Value) -> Vec<&str> {
    let words = list(value, "rationales").iter();
    let mut words: Vec<&str> = words.filter_map(Value::as_str).collect();
    words.sort_unstable();
    words
}
