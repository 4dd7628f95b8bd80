//! The pipeline on one page: sources in, a model and what is wrong with it out.
//!
//! ```
//! use xwalk_analysis::{Options, verb};
//! use xwalk_compile::compile;
//! use xwalk_diagnostic::Levels;
//! use xwalk_source::{Origin, Source, SourceMap};
//!
//! let frameworks = r#"
//! framework a@1 "A" {
//!   A.1 "Leavers lose access on their last day"
//! }
//! framework b@1 "B" {
//!   B.1 "Access ends with its reason"
//! }
//! framework c@1 "C" {
//!   C.1 "Access is managed"
//! }
//! "#;
//! let mappings = r#"
//! mapping a-b "A to B" from a@1 to b@1 {
//!   A.1 subset-of B.1
//! }
//! mapping b-c "B to C" from b@1 to c@1 {
//!   B.1 subset-of C.1
//! }
//! "#;
//! let sources = SourceMap::new(vec![
//!     Source::new("frameworks.xwalk", frameworks, Origin::Workspace),
//!     Source::new("mappings.xwalk", mappings, Origin::Workspace),
//! ]);
//! let compilation = compile(&sources, &Levels::default());
//! assert!(!compilation.has_errors());
//!
//! let model = &compilation.model;
//! let facts = compilation.facts(Options::default());
//! let proved = facts.proved.iter().map(|pair| {
//!     let [source, target] = [pair.source, pair.target].map(|id| model.qualified(id));
//!     format!("{source} {} {target}", verb(pair.proof.label))
//! });
//! let proved: Vec<String> = proved.collect();
//! println!("{}", proved.join("\n"));
//! assert_eq!(proved, ["a@1:A.1 is contained in c@1:C.1"]);
//! ```
//!
//! [`compile`] and [`Compilation`] are meant for others as well. Before version 1.0, names may change with a minor version,
//! those of the model and of the facts more often than these.

use std::borrow::Cow;

use rayon::prelude::*;

use xwalk_analysis::posture::Present;
use xwalk_analysis::{Facts, Logic, Overlap};
use xwalk_diagnostic::{Diagnostic, Level, Levels, Severity};
use xwalk_model::{FrameworkId, Model};
use xwalk_resolve::resolve;
use xwalk_source::{Kind, Origin, SourceMap};

/// What could be made of the sources, and what was found wrong with them.
#[derive(Debug)]
pub struct Compilation<'s> {
    /// Everything that resolved.
    pub model: Model<'s>,
    /// What its rows force and forbid, drafts included.
    pub logic: Logic,
    /// Everything that was found, at the levels that were asked for, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compilation<'_> {
    /// The answers to all questions about the model, from rows of at least a status.
    #[must_use]
    pub fn facts(&self, options: xwalk_analysis::Options) -> Facts {
        Facts::of(&self.model, &self.decided(options))
    }

    /// What has to be done only once for all frameworks: for who asks about nothing else.
    #[must_use]
    pub fn overlap(&self, options: xwalk_analysis::Options) -> Overlap {
        Facts::overlap_of(&self.model, &self.decided(options))
    }

    /// How far two frameworks cover each other, and what is proved between them: for who asks about nothing else.
    #[must_use]
    pub fn facts_of(
        &self,
        options: xwalk_analysis::Options,
        frameworks: [FrameworkId; 2],
    ) -> Facts {
        Facts::of_pair(&self.model, &self.decided(options), frameworks)
    }

    /// What the rows of at least a status force and forbid. What was decided already is not decided again.
    #[must_use]
    pub fn decided(&self, options: xwalk_analysis::Options) -> Cow<'_, Logic> {
        if options == xwalk_analysis::Options::default() {
            Cow::Borrowed(&self.logic)
        } else {
            Cow::Owned(Logic::of(&self.model, options))
        }
    }

    /// Adds what is found when one looks at the day and at the files that the sources name.
    pub fn look_at(&mut self, present: &Present, sources: &SourceMap, levels: &Levels) {
        let mut found =
            xwalk_rules::check_present(&self.model, &self.logic, sources, levels, present);
        forget_bundled_notes(&mut found, sources);
        self.diagnostics.extend(levels.apply(found));
        self.diagnostics.sort_by(Diagnostic::order);
    }

    /// Whether something was found at the level of an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Compiles all sources together. Nothing stops it: what is wrong in one place hides nothing that is right in another.
#[must_use]
pub fn compile<'s>(sources: &'s SourceMap, levels: &Levels) -> Compilation<'s> {
    let files: Vec<_> = sources
        .iter()
        .filter(|(_, source)| source.kind == Kind::Language)
        .collect();
    let parsed: Vec<_> = files
        .into_par_iter()
        .map(|(id, source)| xwalk_syntax::parse(id, source))
        .collect();

    let mut found = Vec::new();
    let mut files = Vec::with_capacity(parsed.len());
    for mut file in parsed {
        found.append(&mut file.diagnostics);
        files.push(file.file);
    }
    let (model, mut about_names) = resolve(files, sources, &found);
    found.append(&mut about_names);
    let logic = Logic::of(&model, xwalk_analysis::Options::default());
    found.append(&mut xwalk_rules::check(&model, &logic, sources, levels));

    forget_bundled_notes(&mut found, sources);
    Compilation {
        model,
        logic,
        diagnostics: levels.apply(found),
    }
}

/// A workspace hears of what comes with the program only where it is an error: the rest was judged when it was made,
/// and nobody there can correct it. Without a workspace, the bundled content is what is looked at.
fn forget_bundled_notes(found: &mut Vec<Diagnostic>, sources: &SourceMap) {
    let origin = |diagnostic: &Diagnostic| {
        sources
            .get(diagnostic.primary.place.source)
            .map(|source| source.origin)
    };
    if sources
        .iter()
        .any(|(_, source)| source.origin == Origin::Workspace)
    {
        found.retain(|diagnostic| {
            origin(diagnostic) == Some(Origin::Workspace)
                || diagnostic.code.level == Level::At(Severity::Error)
        });
    }
}
