//! Values in their debug form, taken apart.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use memchr::memmem;
use xwalk::report::posture::{Because, DoubtReason};
use xwalk::syntax::ast::Date;

/// The titles of what has a name, by that: people read the title.
pub type Titles = BTreeMap<String, BTreeSet<String>>;

/// What stands at the end of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaf {
    /// A text.
    Text(String),
    /// A number.
    Number(String),
    /// A variant of an enum without anything in it.
    Variant(String),
    /// A day.
    Day(Date),
}

/// A text in small letters.
pub struct Said {
    text: String,
    numbers: HashSet<String>,
}

impl Said {
    pub fn new(text: String) -> Self {
        let numbers = text.split(|letter: char| !letter.is_ascii_digit());
        let numbers = numbers.map(str::to_owned).collect();
        Self { text, numbers }
    }

    /// The texts are long and the questions many: the search of the standard library is slow unless optimized.
    fn contains(&self, words: &str) -> bool {
        memmem::find(self.text.as_bytes(), words.as_bytes()).is_some()
    }
}

impl Leaf {
    /// Whether a text says it.
    pub fn is_in(&self, text: &Said, titles: &Titles) -> bool {
        match self {
            Self::Text(said) => {
                let spaced = said.split_whitespace().collect::<Vec<_>>().join(" ");
                let said = spaced.to_lowercase();
                let short = said.split_once(':');
                let short = short.map_or(&*said, |(_, identifier)| identifier);
                let row = said.rsplit_once('/');
                let row = row.map(|(mapping, row)| format!("row {row} of {mapping}"));
                let mut titles = titles.get(&spaced).into_iter().flatten();
                text.contains(&said)
                    || text.contains(short)
                    || row.is_some_and(|row| text.contains(&row))
                    || titles.any(|title| text.contains(&title.to_lowercase()))
            }
            Self::Number(number) => text.numbers.contains(number),
            Self::Variant(name) => {
                let words = apart(name);
                phrases(name).any(|phrase| text.contains(phrase))
                    || text.contains(&words.join(" "))
                    || text.contains(&words.join("-"))
                    || text.contains(&words.join("_"))
            }
            // What is over on a day was done the day before, which is what people read.
            Self::Day(day) => {
                text.contains(&day.to_string()) || text.contains(&day.plus_days(-1).to_string())
            }
        }
    }
}

/// The words of people for what a verdict rests on, where they are not those of its name.
fn phrases(name: &str) -> impl Iterator<Item = &'static str> {
    let grounds = Because::ALL
        .into_iter()
        .filter(move |ground| format!("{ground:?}") == name);
    let doubts = DoubtReason::ALL
        .into_iter()
        .filter(move |doubt| format!("{doubt:?}") == name);
    let grounds = grounds.flat_map(|ground| [ground.phrase(), ground.meaning()]);
    grounds.chain(doubts.flat_map(|doubt| [doubt.phrase(), doubt.meaning()]))
}

/// `NotMet` as `not`, `met`.
fn apart(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_uppercase() => word.push(letter),
            _ => words.push(letter.to_lowercase().to_string()),
        }
    }
    words
}

/// The values at every path of a debug form: `risks[].title`.
pub fn leaves(debug: &str) -> (BTreeMap<String, BTreeSet<Leaf>>, Titles) {
    let mut reader = Reader {
        rest: debug,
        leaves: BTreeMap::new(),
        titles: Titles::new(),
        name: String::new(),
    };
    reader.value("");
    assert_eq!(reader.rest, "");
    (reader.leaves, reader.titles)
}

struct Reader<'d> {
    rest: &'d str,
    leaves: BTreeMap<String, BTreeSet<Leaf>>,
    titles: Titles,
    /// The last name that was read: that of the title that follows.
    name: String,
}

impl Reader<'_> {
    fn value(&mut self, path: &str) {
        match self.rest.chars().next().unwrap() {
            '"' => {
                let text = self.text();
                if !text.is_empty() {
                    self.found(path, Leaf::Text(text));
                }
            }
            '[' | '(' | '{' => self.parts(path),
            letter if letter.is_ascii_digit() || letter == '-' => {
                let number = self.word();
                self.found(path, Leaf::Number(number));
            }
            _ => self.named(path),
        }
    }

    /// A struct, a variant, `Some(…)`, or a word alone.
    fn named(&mut self, path: &str) {
        let name = self.word();
        let holds = self.rest.trim_start().starts_with(['{', '(']);
        if name == "Date" && self.rest.starts_with(" {") {
            let numbers = self.take(self.rest.find('}').unwrap() + 1);
            let numbers = numbers.split(|letter: char| !letter.is_ascii_digit());
            let mut numbers = numbers.filter_map(|number| number.parse::<u16>().ok());
            let mut next = || numbers.next().unwrap();
            let day = Date::new(
                next(),
                next().try_into().unwrap(),
                next().try_into().unwrap(),
            )
            .unwrap();
            self.found(path, Leaf::Day(day));
        } else if holds {
            self.rest = self.rest.trim_start();
            if !["Some", "Tally"].contains(&&*name)
                && name.starts_with(char::is_uppercase)
                && self.rest.starts_with('(')
            {
                self.found(path, Leaf::Variant(name));
            }
            self.parts(path);
        } else if !["None", "true", "false"].contains(&&*name) && !path.ends_with(".unit") {
            self.found(path, Leaf::Variant(name));
        }
    }

    /// What stands within brackets: fields with names, or values without.
    fn parts(&mut self, path: &str) {
        let open = self.take(1);
        let close = match &*open {
            "[" => "]",
            "(" => ")",
            _ => "}",
        };
        let mut at = 0;
        loop {
            self.rest = self.rest.trim_start_matches([',', ' ']);
            if self.rest.starts_with(close) {
                self.take(1);
                return;
            }
            let below = match close {
                "}" => {
                    let name = self.word();
                    self.take(2);
                    if path.is_empty() {
                        name
                    } else {
                        format!("{path}.{name}")
                    }
                }
                "]" => format!("{path}[]"),
                _ if at == 0 && self.alone() => path.to_owned(),
                _ => format!("{path}.{at}"),
            };
            self.value(&below);
            at += 1;
        }
    }

    /// Whether the value within round brackets is the only one.
    fn alone(&self) -> bool {
        let mut depth = 0;
        let mut quoted = false;
        let mut escaped = false;
        for letter in self.rest.chars() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => quoted = !quoted,
                _ if quoted => {}
                '(' | '[' | '{' => depth += 1,
                ')' if depth == 0 => return true,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => return false,
                _ => {}
            }
        }
        true
    }

    fn word(&mut self) -> String {
        let end = self
            .rest
            .find(|letter: char| !(letter.is_alphanumeric() || "_-.".contains(letter)));
        let end = end.unwrap_or(self.rest.len());
        self.take(end)
    }

    fn text(&mut self) -> String {
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, letter)| {
            let ends = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            ends
        });
        let quoted = self.take(end.unwrap().0 + 1);
        serde_json::from_str(&quoted.replace("\\'", "'")).unwrap_or(quoted)
    }

    fn take(&mut self, length: usize) -> String {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken.to_owned()
    }

    fn found(&mut self, path: &str, leaf: Leaf) {
        match &leaf {
            Leaf::Text(name) if path.ends_with(".name") => self.name.clone_from(name),
            Leaf::Text(title) if path.ends_with(".title") => {
                let titles = self.titles.entry(self.name.clone()).or_default();
                titles.insert(title.clone());
            }
            _ => {}
        }
        self.leaves.entry(path.to_owned()).or_default().insert(leaf);
    }
}
