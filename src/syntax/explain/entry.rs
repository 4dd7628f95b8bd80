//! An entry that makes no sense at some place.

use std::ops::Range;

use super::relation::no_relation;
use super::tier::no_tier;
use super::unclosed::ditto;
use crate::tree::is_word;
use crate::within::Within;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::syntax::{HASH_COMMENT, NONSENSE, SEMICOLON};
use xwalk_diagnostic::codes::vocabulary::CURLY_QUOTES;
use xwalk_source::{Place, SourceId, Span};

/// An entry that cannot be read.
pub struct Broken<'s> {
    /// Its file.
    pub source: SourceId,
    /// The whole text of the file.
    pub text: &'s str,
    /// Where the entry stands.
    pub range: Range<usize>,
    /// Where it stops making sense.
    pub at: usize,
    /// What the block around it is for.
    pub within: Within,
}

/// The shape of an entry, as far as it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// It begins with a small word.
    Named,
    /// It begins with an identifier, and a title or tag follows.
    Control,
    /// It begins with an identifier, and something else follows.
    Row,
    /// It does not begin as any entry does.
    None,
}

/// What is wrong with an entry.
pub fn entry(broken: &Broken<'_>) -> Diagnostic {
    let (start, rest) = (broken.start(), broken.rest());
    let written = broken.word();
    let place = broken.place(written.len());
    let first = rest.chars().next().unwrap_or('\n');
    let beginning = broken.at <= start;
    if let Some(diagnostic) =
        curly_quotes(place, written).filter(|_| !(beginning && is_ditto(written)))
    {
        return diagnostic;
    }
    match first {
        ';' => semicolon(place, rest),
        '#' if beginning || hash_comment(rest) => hash(place),
        _ if beginning && is_ditto(written) => ditto(broken.source, place.span),
        '{' if beginning => Diagnostic::new(NONSENSE, place, "this block belongs to nothing")
            .help("the brace goes at the end of the line that it belongs to, not on the next one"),
        _ if broken.behind_block() => {
            Diagnostic::new(NONSENSE, place, format!("`{written}` comes after the end of a block"))
                .help("begin a new line after `}`")
        }
        _ => match broken.shape() {
            Shape::None => Diagnostic::new(NONSENSE, place, format!("no entry begins with `{written}`"))
                .help("an entry begins with a word such as `publisher`, or with a control identifier such as `PR.AA-05`"),
            Shape::Named if rest.starts_with("=>") || rest.starts_with("=<") => {
                let meant = if rest.starts_with("=>") { ">=" } else { "<=" };
                Diagnostic::new(NONSENSE, place, nonsense(written)).help(format!("write `{meant}`"))
            }
            Shape::Named if first == '=' && broken.requires() => {
                let message = format!("`{written}` is not a comparison");
                Diagnostic::new(NONSENSE, place, message)
                    .help("write `is`, or one of `>=`, `<=`, `>` and `<`")
            }
            Shape::Named if matches!(first, '=' | ':') => {
                let message = format!("nothing goes between a property and its value, not even `{first}`");
                Diagnostic::new(NONSENSE, place, message).help(format!("remove `{first}`"))
            }
            Shape::Named => Diagnostic::new(NONSENSE, place, nonsense(written))
                .help("a property is a word and its values; texts are written in quotation marks"),
            Shape::Control => Diagnostic::new(NONSENSE, place, nonsense(written)).help(
                "a control is an identifier, a title in quotation marks, tags such as `#core`, and perhaps a block",
            ),
            Shape::Row if broken.at_relation() && broken.within == Within::Assessment => {
                no_tier(place, written)
            }
            Shape::Row if broken.at_relation() => no_relation(place, written),
            Shape::Row => Diagnostic::new(NONSENSE, place, nonsense(written))
                .help("a row is a source, a relation, targets, clauses and a note, as in `PR.AA-05 equal A.5.15 \"note\"`"),
        },
    }
}

/// A control whose title does not stand in quotation marks, or not in straight ones.
pub fn untitled(source: SourceId, at: usize, title: &str) -> Diagnostic {
    let line = title.lines().next().unwrap_or_default().trim_end();
    let place = Span::new(at, at + line.len()).in_source(source);
    let word = line.split_whitespace().next().unwrap_or_default();
    curly_quotes(place, word).unwrap_or_else(|| {
        Diagnostic::new(
            NONSENSE,
            place,
            "the title of a control is written in quotation marks",
        )
        .help("put the title in quotation marks; an identifier with spaces goes into backticks")
    })
}

fn nonsense(written: &str) -> String {
    if written.is_empty() {
        "the entry ends too early".to_owned()
    } else {
        format!("`{written}` is not understood here")
    }
}

fn semicolon(place: Place, rest: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(SEMICOLON, place, "entries are not separated by `;`");
    let last = rest.trim_start_matches(';').trim().is_empty();
    diagnostic.help(if last {
        "remove it: an entry ends with its line, and a comment begins with `//`"
    } else {
        "put a comma between two controls, and begin a new line for another entry"
    })
}

/// A `#` with a blank behind it, or another word after its own, is no tag.
fn hash_comment(rest: &str) -> bool {
    let behind = rest.get(1..).unwrap_or_default();
    !behind.starts_with(|next: char| next.is_ascii_lowercase())
        || behind.split_whitespace().count() > 1
}

fn hash(place: Place) -> Diagnostic {
    Diagnostic::new(HASH_COMMENT, place, "comments do not begin with `#`")
        .help("write `//` for a comment; a tag such as `#core` comes after the title of a control")
}

/// Says that something stands in typographic quotation marks, if it does: word processors put them in.
pub fn curly_quotes(place: Place, written: &str) -> Option<Diagnostic> {
    let curly = |first: char| matches!(first, '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '\'');
    written.starts_with(curly).then(|| {
        Diagnostic::new(
            CURLY_QUOTES,
            place,
            format!("`{written}` is in quotation marks that are not straight"),
        )
        .help("write texts between straight double quotation marks: `\"…\"`")
    })
}

/// Whether an entry begins with a word, with a capital letter or not, and not with what a row is about.
pub fn begins_with_word(entry: &str) -> bool {
    let mut lines = entry.lines().map(str::trim_start);
    let line = lines.find(|line| !line.is_empty() && !line.starts_with("//"));
    let line = line.unwrap_or_default();
    if !line.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '`' | '*')) {
        return true;
    }
    let end = line
        .find(|character: char| character.is_whitespace() || matches!(character, ',' | '"' | '{'))
        .unwrap_or(line.len());
    is_like_word(line.get(..end).unwrap_or_default())
}

/// Whether something is a word but for a capital letter at its beginning, or a colon at its end: `when`, `Scope:`.
pub fn is_like_word(text: &str) -> bool {
    let text = text.trim_end_matches([':', '=']);
    let behind = text.trim_start_matches(|first: char| first.is_ascii_uppercase());
    text.len() - behind.len() < 2 && !behind.is_empty() && is_word(behind)
}

fn is_ditto(word: &str) -> bool {
    matches!(word, "\"" | "\"\"" | "''" | "'" | "”" | "〃" | "“")
}

impl Broken<'_> {
    /// Where the entry begins behind its doc comment.
    fn start(&self) -> usize {
        let mut at = self.range.start;
        loop {
            let rest = self.text.get(at..self.range.end).unwrap_or_default();
            let blank = rest.len() - rest.trim_start().len();
            let rest = rest.trim_start();
            if !rest.starts_with("//") {
                return at + blank;
            }
            at += blank + rest.find('\n').unwrap_or(rest.len());
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..self.range.end).unwrap_or_default()
    }

    /// What stands where the entry stops making sense, up to the next blank or comma.
    fn word(&self) -> &str {
        let rest = self.rest();
        let ends = |(at, character): &(usize, char)| {
            *at > 0 && (character.is_whitespace() || *character == ',')
        };
        let end = rest
            .char_indices()
            .find(ends)
            .map_or(rest.len(), |(at, _)| at);
        let word = rest.get(..end).unwrap_or_default();
        let word = if word.trim().is_empty() { "" } else { word };
        word.char_indices()
            .nth(40)
            .map_or(word, |(at, _)| word.get(..at).unwrap_or(word))
    }

    /// A place of this length; where nothing is left of the line, the last sign before.
    fn place(&self, length: usize) -> Place {
        if length > 0 {
            return Span::new(self.at, self.at + length).in_source(self.source);
        }
        let before = self.text.get(..self.at).unwrap_or_default().trim_end();
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        Span::new(before.len() - last, before.len()).in_source(self.source)
    }

    fn before(&self) -> &str {
        self.text.get(self.start()..self.at).unwrap_or_default()
    }

    /// Whether the last thing that made sense is the end of a block.
    fn behind_block(&self) -> bool {
        self.before().trim_end().ends_with('}')
    }

    fn shape(&self) -> Shape {
        let entry = self
            .text
            .get(self.start()..self.range.end)
            .unwrap_or_default();
        let end = entry
            .find([' ', '\t', '\r', '\n', ',', '"', '{'])
            .unwrap_or(entry.len());
        let word = entry.get(..end).unwrap_or_default();
        let marked = word.starts_with(|first: char| {
            first.is_alphanumeric() || matches!(first, '`' | '*' | '(' | '.')
        });
        if !marked {
            return Shape::None;
        }
        if word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        {
            return Shape::Named;
        }
        let side = side_end(entry);
        match entry.get(side..).unwrap_or_default().chars().next() {
            Some('"' | '#' | '{') => Shape::Control,
            _ => Shape::Row,
        }
    }

    /// Whether the entry requires something.
    fn requires(&self) -> bool {
        self.before().split_whitespace().next() == Some("require")
    }

    /// Whether everything before is the source of a row.
    fn at_relation(&self) -> bool {
        let entry = self
            .text
            .get(self.start()..self.range.end)
            .unwrap_or_default();
        self.at <= self.start() + side_end(entry)
    }
}

/// Where the source of a row ends, with the blanks behind it.
fn side_end(entry: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = entry.get(at..).unwrap_or_default();
        let length = match rest.strip_prefix('`') {
            Some(quoted) => quoted.find('`').map_or(rest.len(), |length| length + 2),
            None => rest
                .find([' ', '\t', '\r', '\n', ',', '"', '{', '+', '#'])
                .unwrap_or(rest.len()),
        };
        at += length;
        at += blanks(entry, at);
        match entry.get(at..).unwrap_or_default().strip_prefix('+') {
            Some(_) => {
                at += 1;
                at += blanks(entry, at);
            }
            None => return at,
        }
    }
}

fn blanks(entry: &str, at: usize) -> usize {
    let rest = entry.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len()
}
