//! The second judgements in `mappings/reviews`, one folder a pass: complete, settled, and carried over into the rows.

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

/// One crosswalk in one pass of second judgements.
struct Review {
    /// The folder in `mappings/reviews`: passes are numbered, and later ones judged the rows as they then were.
    pass: String,
    mapping: &'static str,
    items: Vec<Item>,
}

impl Review {
    /// Its items on rows, without the pairs that have none.
    fn rows(&self) -> Vec<&Item> {
        let rows = self.items.iter().filter(|item| item.drawn == "row");
        rows.collect()
    }

    /// Whether pairs without a row were drawn as well, as in every pass that measures agreement.
    fn measures(&self) -> bool {
        self.rows().len() < self.items.len()
    }
}

/// All passes over the authored crosswalks, in order of passes and of crosswalks.
fn reviews() -> Vec<Review> {
    let folder = std::fs::read_dir(path("mappings/reviews")).unwrap();
    let mut passes: Vec<String> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    passes.sort();
    let mut reviews = Vec::new();
    for pass in passes {
        for (id, mapping) in authored() {
            let place = model().rows_of(id).next().unwrap().1.place;
            let name = xwalk::bundled::sources()
                .nth(place.source.0 as usize)
                .unwrap()
                .name;
            let stem = name.rsplit('/').next().unwrap().replace(".xwalk", ".csv");
            let file = path("mappings/reviews").join(&pass).join(stem);
            if file.exists() {
                reviews.push(Review {
                    pass: pass.clone(),
                    mapping: mapping.name,
                    items: items(&file),
                });
            }
        }
    }
    reviews
}

fn items(file: &std::path::Path) -> Vec<Item> {
    let mut reader = ::csv::Reader::from_path(file).unwrap();
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
    items.collect()
}

/// The last pass over each crosswalk in which agreement was measured.
fn last_measured() -> Vec<Review> {
    let mut last = BTreeMap::new();
    for review in reviews().into_iter().filter(Review::measures) {
        last.insert(review.mapping, review);
    }
    last.into_values().collect()
}

#[test]
fn sixty_rows_and_forty_pairs_without_one_were_judged_twice() {
    for review in reviews() {
        let told = format!("{} of pass {}", review.mapping, review.pass);
        let drawn = |what: &str| {
            review
                .items
                .iter()
                .filter(|item| item.drawn == what)
                .count()
        };
        let drawn = [
            drawn("row"),
            drawn("no row, related categories"),
            drawn("no row, other categories"),
        ];
        let expected = if review.measures() {
            [60, 20, 20]
        } else {
            [40, 0, 0]
        };
        assert_eq!(drawn, expected, "{told}");
        for item in &review.items {
            assert!(
                JUDGEMENTS.contains(&item.second.as_str()),
                "{}",
                item.second
            );
            let same = item.first.split('|').any(|first| first == item.second);
            assert_eq!(same, item.agreed, "{told}: {} {}", item.source, item.target);
            assert_eq!(item.agreed, item.settlement.is_empty(), "{told}");
        }
    }
}

#[test]
fn the_readers_agree_well_enough() {
    for review in last_measured() {
        let items: Vec<&Item> = review.items.iter().collect();
        assert!(kappa(&items) >= 0.75, "{}", review.mapping);
        // The crosswalks were gone through again after the first pass.
        let kappa = kappa(&review.rows());
        let is_first = review.pass == "1";
        assert!(is_first || kappa >= 0.75, "{}: {kappa:.2}", review.mapping);
    }
}

#[test]
fn what_was_settled_is_what_the_rows_say() {
    let mut wrong = Vec::new();
    for (id, mapping) in authored() {
        // Rows under a condition are not drawn after the first pass; beside one, the pair may have a row in doubt.
        let rows = model().rows_of(id);
        let rows = rows.filter(|(_, row)| row.condition().is_none());
        let rows = rows.map(|(_, row)| {
            let ends = [&row.source, &row.target].map(written);
            (ends, row.relation_text())
        });
        let said: BTreeMap<_, _> = rows.collect();
        // The crosswalks were gone through again after the first pass; of later ones the last word on a pair counts.
        let mut settled = BTreeMap::new();
        for review in reviews() {
            if review.mapping == mapping.name && review.pass != "1" {
                let pairs = review.items.into_iter();
                settled.extend(pairs.map(|item| ([item.source, item.target], item.settled)));
            }
        }
        for (ends, settled) in settled {
            let now = said.get(&ends).map_or("none", |relation| relation);
            // A claim in doubt may be written with its relations in another order.
            let words = |text: &str| text.split('|').map(str::to_owned).collect::<BTreeSet<_>>();
            if words(now) != words(&settled) {
                wrong.push(format!(
                    "{}: {ends:?} {now}, settled {settled}",
                    mapping.name
                ));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// How often each first judgement met each second one.
fn table(items: &[&Item]) -> [[usize; 5]; 5] {
    let mut table = [[0; 5]; 5];
    let at = |word: &str| JUDGEMENTS.iter().position(|known| *known == word).unwrap();
    for item in items {
        table[at(item.first())][at(&item.second)] += 1;
    }
    table
}

/// Cohen's kappa: agreement beyond what two readers with these habits would reach by chance.
fn kappa(items: &[&Item]) -> f64 {
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

/// How well the judgements agree, on all that was drawn and on rows alone, as a table.
pub fn agreement() -> String {
    let head = [
        "pass",
        "crosswalk",
        "judged twice",
        "agreed",
        "kappa",
        "rows among them",
        "agreed on rows",
        "kappa on rows",
        "changed in settling",
    ];
    let lines = reviews().into_iter().map(|review| {
        let all: Vec<&Item> = review.items.iter().collect();
        let rows = review.rows();
        let agreed = |items: &[&Item]| {
            let agreed = items.iter().filter(|item| item.agreed);
            agreed.count().to_string()
        };
        let changed = all.iter().filter(|item| item.settled != item.first);
        vec![
            review.pass.clone(),
            format!("`{}`", review.mapping),
            all.len().to_string(),
            agreed(&all),
            format!("{:.2}", kappa(&all)),
            rows.len().to_string(),
            agreed(&rows),
            format!("{:.2}", kappa(&rows)),
            changed.count().to_string(),
        ]
    });
    markdown(&head, lines)
}

/// What met what in the last pass that measured agreement, as a table.
pub fn confusion() -> String {
    let mut lines = Vec::new();
    for review in last_measured() {
        let items: Vec<&Item> = review.items.iter().collect();
        for (first, counts) in JUDGEMENTS.iter().zip(table(&items)) {
            if counts.iter().sum::<usize>() > 0 {
                let cells = counts.iter().map(ToString::to_string);
                let start = [format!("`{}`", review.mapping), format!("`{first}`")];
                lines.push(start.into_iter().chain(cells).collect::<Vec<_>>());
            }
        }
    }
    let columns = JUDGEMENTS.map(|judgement| format!("second: `{judgement}`"));
    let head = ["crosswalk", "first"].into_iter();
    let head: Vec<&str> = head.chain(columns.iter().map(String::as_str)).collect();
    markdown(&head, lines)
}
