//! Mappings that the program proposes: rows that nobody has judged yet.

use super::spelled_text;
use xwalk_relation::{Label, Word};

/// What the rows of a mapping say: a mapping has one style, so that rows of different kinds stand in mappings of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// How two sides relate as sets.
    Sets,
    /// That two sides are related, and no more.
    Related,
}

impl DraftKind {
    /// In the order in which their mappings stand.
    pub const ALL: [Self; 2] = [Self::Sets, Self::Related];

    /// What a row with this relation says; `None` for one that says no more than that there is a relationship.
    #[must_use]
    pub fn of(relation: Option<Label>) -> Self {
        match relation {
            Some(_) => Self::Sets,
            None => Self::Related,
        }
    }

    /// The name of the mapping, if that of rows about sets is this.
    #[must_use]
    pub fn name(self, name: &str) -> String {
        match self {
            Self::Sets => name.to_owned(),
            Self::Related => format!("{name}-related"),
        }
    }

    /// What the title ends with, and the style.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Sets => ("", "set-theory"),
            Self::Related => (": what is related", "crosswalk"),
        }
    }
}

/// A mapping with rows of one kind, to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What its rows say.
    pub kind: DraftKind,
    /// What stands above it, as a doc comment.
    pub doc: String,
    /// Its name.
    pub name: String,
    /// Its title, without what the kind adds.
    pub title: String,
    /// The framework on the left, `iso-27001@2022`.
    pub from: String,
    /// The framework on the right.
    pub to: String,
    /// What the rows were made from.
    pub source: String,
    /// What the mapping is for.
    pub use_case: Option<String>,
    /// The rows.
    pub rows: Vec<DraftRow>,
}

/// A row of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// The left side, as it is written.
    pub source: String,
    /// How the sides relate as sets; `None` where it is said only that they are related.
    pub relation: Option<Label>,
    /// The right side, as it is written.
    pub target: String,
    /// ` functional strength 6`: clauses, each with a blank before it.
    pub clauses: String,
    /// The note.
    pub note: String,
}

impl Draft {
    /// The text of the mapping.
    #[must_use]
    pub fn text(&self) -> String {
        let (what, style) = self.kind.words();
        let title = spelled_text(&format!("{}{what}", self.title));
        let mut text = format!(
            "/// {}\nmapping {} {title} from {} to {} {{\nsource {}\n",
            self.doc,
            self.name,
            self.from,
            self.to,
            spelled_text(&self.source)
        );
        if let Some(use_case) = &self.use_case {
            text += &format!("use-case {}\n", spelled_text(use_case));
        }
        text += &format!("status draft\nstyle {style}\ncomplete none\n\n");
        text.extend(self.rows.iter().map(DraftRow::text));
        text + "}\n"
    }
}

impl DraftRow {
    /// `PR.AA-05 subset-of A.5.15 functional strength 6 "proved: …"`.
    fn text(&self) -> String {
        let relation = match self.relation {
            Some(label) => label.to_string(),
            None => Word::RelatedTo.word().to_owned(),
        };
        format!(
            "{} {} {}{} {}\n",
            self.source,
            relation,
            self.target,
            self.clauses,
            spelled_text(&self.note)
        )
    }
}
