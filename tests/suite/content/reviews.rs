//! The second judgements in `mappings/reviews`: complete, settled, and carried over into the rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundled::model;
use crate::harness::{markdown, path};

use super::{authored, written};

/// The judgements a second reader could give, in the order of the tables.
const JUDGEMENTS: [&str; 5] = [
    "equal",
    "superset-of",
    "subset-of",
    "intersects-with",
    "none",
];

/// One pair that was judged twice.
struct Item {
    drawn: String,
    source: String,
    target: String,
    first: String,
    second: String,
    agreed: bool,
    settled: String,
    settlement: String,
}

impl Item {
    /// What the first judgement counts as: of several relations, the one that the second reader chose, else the weakest.
    fn first(&self) -> &str {
        let mut said = self.first.split('|');
        if self.agreed {
            &self.second
        } else if self.first.contains("intersects-with") {
            "intersects-with"
        } else {
            said.next_back().unwrap()
        }
    }
}

/// The review of each authored crosswalk, by the file that it reviews.
fn reviews() -> Vec<(&'static str, Vec<Item>)> {
    let reviews = authored().map(|(id, mapping)| {
        let place = model().rows_of(id).next().unwrap().1.place;
        let name = xwalk::bundled::sources()
            .nth(place.source.0 as usize)
            .unwrap()
            .name;
        let stem = name.rsplit('/').next().unwrap().replace(".xwalk", ".csv");
        let mut reader = ::csv::Reader::from_path(path("mappings/reviews").join(stem)).unwrap();
        let items = reader.records().map(|record| {
            let record = record.unwrap();
            let field = |at: usize| record.get(at).unwrap().to_owned();
            Item {
                drawn: field(1),
                source: field(2),
                target: field(3),
                first: field(4),
                second: field(5),
                agreed: field(7) == "yes",
                settled: field(8),
                settlement: field(9),
            }
        });
        (mapping.name, items.collect())
    });
    reviews.collect()
}

#[test]
fn sixty_rows_and_forty_pairs_without_one_were_judged_twice() {
    for (name, items) in reviews() {
        let drawn = |what: &str| items.iter().filter(|item| item.drawn == what).count();
        assert_eq!(
            [
                drawn("row"),
                drawn("no row, related categories"),
                drawn("no row, other categories"),
            ],
            [60, 20, 20],
            "{name}"
        );
        for item in &items {
            assert!(
                JUDGEMENTS.contains(&item.second.as_str()),
                "{}",
                item.second
            );
            let same = item.first.split('|').any(|first| first == item.second);
            assert_eq!(same, item.agreed, "{name}: {} {}", item.source, item.target);
            assert_eq!(item.agreed, item.settlement.is_empty(), "{name}");
        }
    }
}

#[test]
fn what_was_settled_is_what_the_rows_say() {
    let mut wrong = Vec::new();
    for ((id, _), (name, items)) in authored().zip(reviews()) {
        let rows = model().rows_of(id).map(|(_, row)| {
            let ends = [&row.source, &row.target].map(written);
            (ends, row.relation_text())
        });
        let said: BTreeMap<_, _> = rows.collect();
        for item in items {
            let ends = [item.source, item.target];
            let now = said.get(&ends).map_or("none", |relation| relation);
            // A claim in doubt may be written with its relations in another order.
            let words = |text: &str| text.split('|').map(str::to_owned).collect::<BTreeSet<_>>();
            if words(now) != words(&item.settled) {
                wrong.push(format!("{name}: {ends:?} {now}, settled {}", item.settled));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_two_judgements_agree_well_enough() {
    for (name, items) in reviews() {
        assert!(kappa(&items) >= 0.6, "{name}");
    }
}

/// How often each first judgement met each second one.
fn table(items: &[Item]) -> [[usize; 5]; 5] {
    let mut table = [[0; 5]; 5];
    let at = |word: &str| JUDGEMENTS.iter().position(|known| *known == word).unwrap();
    for item in items {
        table[at(item.first())][at(&item.second)] += 1;
    }
    table
}

/// Cohen's kappa: agreement beyond what two readers with these habits would reach by chance.
fn kappa(items: &[Item]) -> f64 {
    let table = table(items);
    let all = items.len() as f64;
    let sum = |counts: &mut dyn Iterator<Item = usize>| counts.sum::<usize>() as f64;
    let observed = sum(&mut (0..5).map(|at| table[at][at])) / all;
    let by_chance: f64 = (0..5)
        .map(|at| {
            let first = sum(&mut table[at].iter().copied());
            let second = sum(&mut table.iter().map(|row| row[at]));
            first * second / (all * all)
        })
        .sum();
    (observed - by_chance) / (1.0 - by_chance)
}

/// How well the judgements agree, as a table.
pub fn agreement() -> String {
    let head = [
        "crosswalk",
        "judged twice",
        "agreed",
        "kappa",
        "changed in settling",
    ];
    let lines = reviews().into_iter().map(|(name, items)| {
        let agreed = items.iter().filter(|item| item.agreed).count();
        let before = |item: &&Item| item.settled != item.first;
        vec![
            format!("`{name}`"),
            items.len().to_string(),
            agreed.to_string(),
            format!("{:.2}", kappa(&items)),
            items.iter().filter(before).count().to_string(),
        ]
    });
    markdown(&head, lines)
}

/// What met what, all crosswalks together, as a table.
pub fn confusion() -> String {
    let mut lines = Vec::new();
    for (name, items) in reviews() {
        for (first, counts) in JUDGEMENTS.iter().zip(table(&items)) {
            if counts.iter().sum::<usize>() > 0 {
                let cells = counts.iter().map(ToString::to_string);
                let start = [format!("`{name}`"), format!("`{first}`")];
                lines.push(start.into_iter().chain(cells).collect::<Vec<_>>());
            }
        }
    }
    let columns = JUDGEMENTS.map(|judgement| format!("second: `{judgement}`"));
    let head = ["crosswalk", "first"].into_iter();
    let head: Vec<&str> = head.chain(columns.iter().map(String::as_str)).collect();
    markdown(&head, lines)
}
