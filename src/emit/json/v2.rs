//! The document as a whole.

use crate::JsonSchema;
use serde::Serialize;

use super::catalog::Framework;
use super::claims::Mapping;
use super::overlap::Overlap;
use super::proofs::{Contradiction, Proved};
use super::verdicts::{Coverage, Gap};
use super::words::Status;
use xwalk_format::names::Names;
use xwalk_report::published::{Day, FrameworkKey};
use xwalk_report::{Basis, Report};

/// The name of this form.
const FORM: &str = "xwalk-crosswalk";

/// The version of this form.
const VERSION: u32 = 2;

/// Frameworks, the correspondences between them, and what follows from them.
///
/// A member that has nothing to say is absent; the only null is a share where there is nothing to count. Lists are always
/// there. All numbers are integers.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "xwalk-crosswalk 2", deny_unknown_fields)]
pub(super) struct JsonV2<'r> {
    /// The name of this form.
    #[schemars(extend("const" = FORM))]
    schema: &'static str,
    /// The version of this form. It changes when a reader of the old one could be misled.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// What this document is, when and how it was made.
    meta: Meta<'r>,
    /// The frameworks with their controls, by name and edition.
    frameworks: Vec<Framework<'r>>,
    /// The mappings with their rows, by name.
    mappings: Vec<Mapping<'r>>,
    /// What the rows prove about pairs of controls beyond what they say, by source and target. These are not rows, and
    /// are never counted with them.
    proved: Vec<Proved<'r>>,
    /// The rows that cannot all be true. They are also among the rows, with the reason why they are left out, if they are.
    contradictions: Vec<Contradiction<'r>>,
    /// The coverage of each framework by each other framework with which rows or proofs connect it, one entry per
    /// direction.
    coverage: Vec<Coverage<'r>>,
    /// The assessable controls to which nothing in the other framework corresponds, that are only called related, or that nobody has looked at: first
    /// those by stated rows alone, then those with what the rows prove. `coverage` says the same; it is repeated because
    /// most readers look for it.
    gaps: Vec<Gap<'r>>,
    /// What has to be assessed only once among these frameworks.
    overlap: Overlap,
    /// What the compiler had to say, most severe first.
    findings: Vec<Finding<'r>>,
    /// The terms used here and what they mean.
    definitions: Vec<Definition>,
}

/// What a document is, when and how it was made.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Meta<'r> {
    /// The title of the whole.
    title: &'r str,
    /// The day to which the document refers.
    date: Day,
    /// The program that made it, with its version.
    generator: &'static str,
    /// Whether it may be passed on: licensed wording is left out.
    public: bool,
    /// The weakest status of rows that count; weaker rows are listed and carry no verdict.
    status_floor: Status,
    /// The framework that readers start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pivot: Option<FrameworkKey<'r>>,
    /// What a reader has to know before anything else. To be shown wherever the content is shown.
    caveats: Vec<Caveat<'r>>,
    /// What takes part in the reasoning and is not shown here. Absent where everything is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<LeftOut<'r>>,
}

/// What takes part in the reasoning and is not shown here: proofs and verdicts may rest on it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LeftOut<'r> {
    /// Why: the frameworks come with the program and are `not-named` in the workspace, or others were `asked-for`.
    #[schemars(extend("enum" = ["not-named", "asked-for"]))]
    because: &'static str,
    /// The frameworks, by name and edition.
    #[schemars(length(min = 1))]
    frameworks: Vec<FrameworkElsewhere<'r>>,
    /// The names of the mappings of which one of these frameworks is an end.
    mappings: &'r [&'r str],
    /// The same in words.
    sentence: String,
}

/// A framework that is not shown here.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FrameworkElsewhere<'r> {
    /// Its name with its edition.
    key: FrameworkKey<'r>,
    /// Its title with the edition, as a heading.
    heading: &'r str,
}

/// What a reader has to know about a framework.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Caveat<'r> {
    /// The framework.
    framework: FrameworkKey<'r>,
    /// The sentence.
    text: &'r str,
}

/// Something that the compiler had to say.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finding<'r> {
    /// The permanent code; `xwalk explain` prints its page.
    code: &'static str,
    /// How severe it is.
    #[schemars(extend("enum" = ["error", "warning", "note"]))]
    severity: &'static str,
    /// What is wrong.
    message: &'r str,
    /// `file:line:column`.
    place: &'r str,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'r str>,
}

/// A term and what it means.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Definition {
    /// A key that stays the same when the wording changes.
    key: &'static str,
    /// The group of terms that it belongs to.
    group: &'static str,
    /// The term.
    term: &'static str,
    /// What it means.
    meaning: &'static str,
}

impl<'r> JsonV2<'r> {
    /// The document that says what the report says.
    pub(super) fn new(report: &'r Report<'r>) -> Self {
        let names = Names::new(report);
        let bases = [Basis::Stated, Basis::Proved].into_iter();
        let gaps = bases.flat_map(|basis| Gap::all(report, basis, names));
        Self {
            schema: FORM,
            version: VERSION,
            meta: Meta::new(&report.meta, names),
            frameworks: Framework::all(report, names),
            mappings: Mapping::all(report, names),
            proved: Proved::all(report, names),
            contradictions: Contradiction::all(report, names),
            coverage: Coverage::all(report, names),
            gaps: gaps.collect(),
            overlap: Overlap::new(report, names),
            findings: report.findings.iter().map(Finding::new).collect(),
            definitions: report.definitions.iter().map(Definition::new).collect(),
        }
    }
}

impl<'r> Meta<'r> {
    fn new(meta: &'r xwalk_report::Meta<'r>, names: Names<'r>) -> Self {
        let caveats = meta.caveats.iter().map(|caveat| Caveat {
            framework: FrameworkKey(names.framework(caveat.framework)),
            text: &caveat.text,
        });
        Self {
            title: &meta.title,
            date: Day::of(meta.date),
            generator: meta.generator,
            public: meta.public,
            status_floor: Status::of(meta.status_floor),
            pivot: meta.pivot.map(|pivot| FrameworkKey(names.framework(pivot))),
            caveats: caveats.collect(),
            left_out: LeftOut::new(&meta.left_out),
        }
    }
}

impl<'r> LeftOut<'r> {
    fn new(left_out: &'r xwalk_report::LeftOut<'r>) -> Option<Self> {
        let frameworks = left_out.frameworks.iter();
        Some(Self {
            because: match left_out.is_asked_for {
                true => "asked-for",
                false => "not-named",
            },
            frameworks: frameworks
                .map(|framework| FrameworkElsewhere {
                    key: FrameworkKey(&framework.key),
                    heading: &framework.heading,
                })
                .collect(),
            mappings: &left_out.mappings,
            sentence: left_out.sentence()?,
        })
    }
}

impl<'r> Finding<'r> {
    fn new(finding: &'r xwalk_report::Finding) -> Self {
        Self {
            code: finding.code,
            severity: finding.severity.word(),
            message: &finding.message,
            place: &finding.place,
            help: finding.help.as_deref(),
        }
    }
}

impl Definition {
    fn new(definition: &xwalk_report::Definition) -> Self {
        Self {
            key: definition.key,
            group: definition.group,
            term: definition.term,
            meaning: definition.meaning,
        }
    }
}
